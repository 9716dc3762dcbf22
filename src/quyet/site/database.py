"""`DATABASE_URL` as Django wants it; a wrong address is said at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from quyet.site.environment import BadSetting

WANTED = "sqlite:///folder/quyet.sqlite3 | postgres://user:password@host:5432/name?sslmode=require"


Database = dict[str, Any]

_SQLITE = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA recursive_triggers=ON;"
"""Readers do not wait for a writer, and what is committed is on the disk when it is said to be. The last one: what
REPLACE takes away is deleted before the triggers that refuse it (`store.guards`)."""

_LIMITS = {"statement_timeout": "60s", "lock_timeout": "10s", "idle_in_transaction_session_timeout": "60s"}
"""A page that hangs gives back what it holds. `site.migrate`, which may take long, lifts them for itself."""

_READ_COMMITTED = 2
"""psycopg.IsolationLevel.READ_COMMITTED, without loading psycopg: guarded rows are changed by one conditional UPDATE,
which asks for no more; the server's own default might be another."""

_PREPARE_AFTER = 2
"""How often a statement of `actions.statements` is run before the server is told to keep its plan."""

_OF_TLS = ("sslmode", "sslrootcert", "sslcert", "sslkey")


def database(url: str, folder: Path) -> Database:
    """The settings of the database at an address; without one, an SQLite file in the data folder."""
    if not url:
        return _sqlite(folder / "quyet.sqlite3")
    parts = urlsplit(url)
    if parts.scheme == "sqlite" and len(parts.path) > 1:
        return _sqlite(Path(unquote(parts.path[1:])))
    if parts.scheme in ("postgres", "postgresql") and parts.hostname and len(parts.path) > 1:
        return _postgresql(parts)
    raise _wrong(parts)


def _postgresql(parts: SplitResult) -> Database:
    """Connections are kept for a minute, and looked at before they serve again: a server that was started anew costs
    nobody an error page."""
    asked = dict(parse_qsl(parts.query, keep_blank_values=True))
    try:
        port = parts.port or 5432
    except ValueError:  # no number, or none of a port
        raise _wrong(parts) from None
    if not set(asked) <= set(_OF_TLS):
        raise _wrong(parts)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path[1:]),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname,
        "PORT": port,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            "application_name": "quyet",
            "connect_timeout": 5,
            "isolation_level": _READ_COMMITTED,
            "prepare_threshold": _PREPARE_AFTER,
            "options": " ".join(f"-c {name}={value}" for name, value in _LIMITS.items()),
            **asked,
        },
    }


def _wrong(parts: SplitResult) -> BadSetting:
    """Of the address only its kind is repeated: it may hold a password."""
    return BadSetting("DATABASE_URL", parts.scheme + "://…", WANTED)


def _sqlite(file: Path) -> Database:
    """A transaction takes the right to write when it begins: two that read first and write later cannot both win."""
    options = {"transaction_mode": "IMMEDIATE", "timeout": 10, "init_command": _SQLITE}
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(file), "OPTIONS": options}
