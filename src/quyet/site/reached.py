"""Which database is named, and whether it answers: looked at without Django, and without leaving anything behind."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from quyet.site.database import Database, database
from quyet.site.environment import DEFAULTS


class NoAnswer(OSError):
    """The database cannot be reached; the message is its own, on one line."""


def reached(url: str, data: str) -> tuple[str, str]:
    """The database of an address or, without one, of a data folder: its name and its version; no version where the file
    is still to be made. BadSetting, NoAnswer."""
    settings = database(url, Path(data or DEFAULTS["QUYET_DATA_DIR"]).expanduser().absolute())
    return _sqlite(settings) if settings["ENGINE"].endswith("sqlite3") else _postgresql(settings)


def _sqlite(settings: Database) -> tuple[str, str]:
    file = Path(settings["NAME"])
    if not file.exists():
        return f"SQLite, {file}", ""
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=rw", uri=True)) as opened:
            opened.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.Error as error:
        raise NoAnswer(f"SQLite, {file}: {error}") from error
    return f"SQLite, {file}", sqlite3.sqlite_version


def _postgresql(settings: Database) -> tuple[str, str]:
    import psycopg  # takes over half a second, for this alone

    name = f"PostgreSQL, {settings['HOST']}:{settings['PORT']}/{settings['NAME']}"
    options = {key: value for key, value in settings["OPTIONS"].items() if key != "isolation_level"}
    try:
        with psycopg.connect(
            dbname=settings["NAME"],
            user=settings["USER"] or None,
            password=settings["PASSWORD"] or None,
            host=settings["HOST"],
            port=settings["PORT"],
            **options,
        ) as opened:
            return name, str(opened.execute("SHOW server_version").fetchone()[0])  # type: ignore[index]
    except psycopg.Error as error:
        raise NoAnswer(f"{name}: {' '.join(str(error).split())}") from error
