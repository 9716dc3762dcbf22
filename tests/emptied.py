"""What Django does after a test that commits: it empties every table. Our triggers refuse that, as they should; here,
and nowhere in the product, they are lifted for that moment."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection, transaction
from django.db.backends.base.operations import BaseDatabaseOperations

_empty = BaseDatabaseOperations.execute_sql_flush


def past_the_triggers(self: BaseDatabaseOperations, sql_list: Iterable[str]) -> None:
    """In place of Django's own emptying, on both databases."""
    if self.connection.vendor == "postgresql":
        _empty(self, ["SET LOCAL session_replication_role = replica", *sql_list])  # type: ignore[arg-type]
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        triggers = cursor.fetchall()
        for name, _ in triggers:
            cursor.execute(f"DROP TRIGGER {name}")
        _empty(self, list(sql_list))  # type: ignore[arg-type]
        for _, made in triggers:
            cursor.execute(made)


BaseDatabaseOperations.execute_sql_flush = past_the_triggers  # type: ignore[method-assign]
