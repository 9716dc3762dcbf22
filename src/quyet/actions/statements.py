"""Statements of the hot path: written out, prepared by the driver, and sent together where the database takes them so.

The ORM works a statement out anew each time; on the one path that hundreds of acts a second go through, that is most of
the work. The same statements run on both databases, inside Django's transaction and with its errors.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any

from django.db import connection


def run(statement: str, parameters: Sequence[object] | Mapping[str, object]) -> Any:
    """A cursor on what a statement (written with %s or %(name)s) gives; inside `sent_together` the answer is there at
    its end."""
    if connection.vendor != "postgresql":
        cursor = connection.cursor()
        cursor.execute(statement, _as_kept(parameters))
        return cursor
    from psycopg import Cursor

    connection.ensure_connection()
    connection.validate_no_broken_transaction()
    with connection.wrap_database_errors:
        plain = Cursor(connection.connection)
        plain.execute(statement, parameters)
    return plain


@contextmanager
def sent_together() -> Iterator[None]:
    """What runs inside goes to PostgreSQL in one message, and its answers come in one. SQLite lives in this process: it
    has no way to spare."""
    if connection.vendor != "postgresql":
        yield
        return
    connection.ensure_connection()
    with connection.wrap_database_errors, connection.connection.pipeline():
        yield


def _as_kept(parameters: Sequence[object] | Mapping[str, object]) -> Any:
    if isinstance(parameters, Mapping):
        return {name: _as_text(each) for name, each in parameters.items()}
    return [_as_text(each) for each in parameters]


def _as_text(value: object) -> object:
    """Days and moments as Django keeps them in SQLite."""
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    return connection.ops.adapt_datefield_value(value) if isinstance(value, date) else value
