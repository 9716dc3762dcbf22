"""Empty databases of the kind under test, beside Django's own, for what a process of its own does with one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from uuid import uuid4

import psycopg
from django.db import connection
from psycopg import sql


def empty_database(folder: Path) -> dict[str, str]:
    """The environment of a process that uses a new database: a file in the folder, or one more in the test's server."""
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "quyet.site.settings",
        "QUYET_DATA_DIR": str(folder),
        "DATABASE_URL": "",
    }
    if connection.vendor == "postgresql":
        server, name = os.environ["DATABASE_URL"].rpartition("/")[0], f"test_{uuid4().hex}"
        with psycopg.connect(f"{server}/postgres", autocommit=True) as asked:
            asked.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        environment["DATABASE_URL"] = f"{server}/{name}"
    return environment


def python(environment: dict[str, str], script: str) -> subprocess.Popen[str]:
    """A process that runs a script with that environment."""
    return subprocess.Popen(
        [sys.executable, "-c", script],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def printed(environment: dict[str, str], script: str) -> str:
    """What a script prints; it must end well."""
    process = python(environment, script)
    out, err = process.communicate()
    assert process.returncode == 0, err
    return out
