"""A place of its own in a database, to measure in: a schema on PostgreSQL, a file beside the named one on SQLite.

What is measured never stands among what people entered: a database that holds bodies is left alone.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection


class HoldsBodies(Exception):
    """The named database is somebody's: nothing was done."""


@contextmanager
def scratch() -> Iterator[None]:
    """An empty place on the server or disk of the named database: from here on every connection of this process and of
    those that it forks opens there; gone at the end. HoldsBodies; errors of the database where it cannot be made."""
    settings = connection.settings_dict
    if connection.vendor == "sqlite":
        named = Path(settings["NAME"])
        settings["NAME"] = str(named.parent / f"{named.name}.bench-{os.getpid()}")
        try:
            yield
        finally:
            connection.close()
            for end in ("", "-wal", "-shm", "-turn"):
                Path(settings["NAME"] + end).unlink(missing_ok=True)
            settings["NAME"] = str(named)
        return
    schema, options = f"quyet_bench_{os.getpid()}", settings["OPTIONS"]["options"]
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('store_body') IS NOT NULL")
        if cursor.fetchone() == (True,):
            cursor.execute("SELECT EXISTS (SELECT 1 FROM store_body)")
            if cursor.fetchone() == (True,):
                raise HoldsBodies
        cursor.execute(f"CREATE SCHEMA {schema}")
    connection.close()
    settings["OPTIONS"]["options"] = f"{options} -c search_path={schema}"
    try:
        yield
    finally:
        connection.close()
        settings["OPTIONS"]["options"] = options
        with connection.cursor() as cursor:
            cursor.execute(f"DROP SCHEMA {schema} CASCADE")
        connection.close()
