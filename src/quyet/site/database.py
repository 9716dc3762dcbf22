"""`DATABASE_URL` as Django wants it; a wrong address is said at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from quyet.site.environment import BadSetting

WANTED = "sqlite:///folder/quyet.sqlite3 | postgres://user:password@host:5432/name"


Database = dict[str, Any]

_SQLITE = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
"""Readers do not wait for a writer, and what is committed is on the disk when it is said to be."""


def database(url: str, folder: Path) -> Database:
    """The settings of the database at an address; without one, an SQLite file in the data folder."""
    if not url:
        return _sqlite(folder / "quyet.sqlite3")
    parts = urlsplit(url)
    if parts.scheme == "sqlite" and len(parts.path) > 1:
        return _sqlite(Path(unquote(parts.path[1:])))
    if parts.scheme in ("postgres", "postgresql") and parts.hostname and len(parts.path) > 1:
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path[1:]),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": parts.hostname,
            "PORT": parts.port or 5432,
        }
    raise BadSetting("DATABASE_URL", parts.scheme + "://…", WANTED)


def _sqlite(file: Path) -> Database:
    """A transaction takes the right to write when it begins: two that read first and write later cannot both win."""
    options = {"transaction_mode": "IMMEDIATE", "timeout": 10, "init_command": _SQLITE}
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(file), "OPTIONS": options}
