"""Bring the database to the state of the code, or say that it is not there."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import django
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

_TURN = 7_173_215
"""The lock for which processes wait that begin at once on PostgreSQL; any number that nobody else takes."""


class NoDatabase(OSError):
    """The database cannot be opened or changed; the message is the database's own."""


class OlderDatabase(OSError):
    """The tables are missing or are those of an older version."""


def migrate() -> None:
    """Make or change the tables. Quick where there is nothing to do; several processes may begin at once."""
    with _reached(), _turn():
        call_command("migrate", verbosity=0, interactive=False)


def look() -> None:
    """See that the database answers and has today's tables, and change nothing. OlderDatabase, NoDatabase."""
    with _reached():
        if connection.vendor == "sqlite" and not Path(connection.settings_dict["NAME"]).exists():
            raise OlderDatabase  # SQLite would make the file
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            raise OlderDatabase


@contextmanager
def _reached() -> Iterator[None]:
    django.setup()
    try:
        yield
    except (DatabaseError, sqlite3.Error) as error:
        raise NoDatabase(f"{connection.settings_dict['ENGINE'].rpartition('.')[2]}: {error}") from error
    finally:
        connection.close()


@contextmanager
def _turn() -> Iterator[None]:
    """Two that make the same table would both fail: they wait for one another."""
    if connection.vendor == "postgresql":
        _wait_on_postgresql()
        yield
        return
    name = connection.settings_dict["NAME"]
    _keep_private(Path(name))
    with closing(sqlite3.connect(f"{name}-turn", timeout=600)) as beside:
        _keep_private(Path(f"{name}-turn"))
        beside.execute("BEGIN EXCLUSIVE")  # a lock on every system; the file stays empty
        yield


def _keep_private(file: Path) -> None:
    """The file and those beside it are for their owner alone: SQLite makes its journals with the mode of the file.
    Where that cannot be, opening it says why."""
    with suppress(OSError):
        file.touch(mode=0o600)
        for each in (file, *(file.with_name(f"{file.name}{tail}") for tail in ("-wal", "-shm", "-turn"))):
            if each.exists():
                each.chmod(0o600)


def _wait_on_postgresql() -> None:
    """The connection that holds the lock is closed when all is done; for it the limits of a page (`site.database`) do
    not count, because a large table may take long."""
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
        cursor.execute("SET lock_timeout = 0")
        cursor.execute("SELECT pg_advisory_lock(%s)", [_TURN])
