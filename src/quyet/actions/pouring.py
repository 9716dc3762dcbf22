"""Write many rows at once, as they are: what measuring needs and no act does. PostgreSQL takes them by COPY, SQLite by
INSERT."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.core.management.color import no_style
from django.db import connection, models

Row = Mapping[str, Any]
"""Values by column; what a row leaves out gets what the model gives it."""


def write(table: type[models.Model], rows: Sequence[Row]) -> None:
    """The rows of a table, their numbers among them."""
    if not rows:
        return
    if connection.vendor == "postgresql":
        _copy(table, rows)
    else:
        table._base_manager.bulk_create([table(**row) for row in rows])


def count_on(tables: Iterable[type[models.Model]]) -> None:
    """The database numbers what comes next on from the rows that are there, and knows how many they are."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(tables)):
            cursor.execute(statement)
        if connection.vendor == "postgresql":
            cursor.execute("ANALYZE")


def _copy(table: type[models.Model], rows: Sequence[Row]) -> None:
    given = {field.attname: field.get_default() for field in table._meta.concrete_fields}
    columns = ", ".join(f'"{column}"' for column in given)
    with (
        connection.cursor() as cursor,
        cursor.copy(f"COPY {table._meta.db_table} ({columns}) FROM STDIN") as copied,
    ):
        for row in rows:
            copied.write_row(tuple({**given, **row}.values()))
