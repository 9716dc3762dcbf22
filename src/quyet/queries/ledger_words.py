"""The words of entries as the database writes them: what the seal of an entry covers (`core.ledger.chain`).

One text a row is what a verification of millions can afford: nothing is made into objects and back.
"""

from __future__ import annotations

from django.db import connection

_TEXT = {
    "postgresql": ("to_char(e.day, 'YYYY-MM-DD')", "to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')"),
    "sqlite": ("e.day", "CASE length(e.at) WHEN 19 THEN e.at || '.000000' ELSE e.at END"),
}
"""A day and a moment as text."""


def words() -> str:
    """SQL: the words of an entry `e`; NULL where there is no such entry."""
    day, at = _TEXT[connection.vendor]
    columns = (
        "e.id", "e.body_id", "e.programme_id", "e.line_id", _or_nothing("e.contract_id"),
        _or_nothing("e.supplier_id"), "e.amount", _or_nothing("e.reverses_id"), day, "e.person_id", at, "e.kind",
        "e.reason",
    )  # fmt: skip
    return " || '|' || ".join(columns)


def _or_nothing(column: str) -> str:
    return f"coalesce(CAST({column} AS text), '')"
