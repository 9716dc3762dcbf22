"""An estimate as the table of an annex."""

from __future__ import annotations

from quyet.core.decisions.model import Estimate, EstimateLine
from quyet.core.papers import said
from quyet.core.papers.complete import children
from quyet.core.papers.form import Wording
from quyet.core.papers.paper import Column, ColumnAlign, Row, Table
from quyet.core.values.amounts import dotted

WIDE_FROM = 7
"""Columns from which on an annex lies on its side."""

_SHAPES: tuple[tuple[str, ColumnAlign, int], ...] = (
    ("label", "center", 6),
    ("content", "left", 34),
    ("unit", "center", 11),
    ("quantity", "right", 10),
    ("unit_price", "right", 15),
    ("amount", "right", 17),
    ("note", "left", 14),
)
"""The columns in their order, how their cells stand, and their shares of the width."""
_ALWAYS = ("content", "amount")


def table_of(estimate: Estimate, wording: Wording) -> Table:
    """The lines with the columns that have something to say, sub-totals strong, the total last."""
    columns = tuple(
        Column(key, wording.columns[key], align, share)
        for key, align, share in _SHAPES
        if key in _ALWAYS or any(_cell(line, key) for line in estimate.lines)
    )
    keys = [column.key for column in columns]
    rows = [
        Row(tuple(_cell(line, key) for key in keys), strong=bool(children(estimate.lines, index)))
        for index, line in enumerate(estimate.lines)
    ]
    if estimate.total is not None:
        total = EstimateLine(content=wording.annex["total"], amount=estimate.total)
        rows.append(Row(tuple(_cell(total, key) for key in keys), strong=True))
    return Table(wording.annex["caption"], columns, tuple(rows))


def is_wide(table: Table) -> bool:
    """Whether the table needs a page on its side."""
    return len(table.columns) >= WIDE_FROM


def _cell(line: EstimateLine, key: str) -> str:
    value = getattr(line, key)
    if value is None:
        return ""
    if key in ("unit_price", "amount"):
        return dotted(value)
    return said.number(value) if key == "quantity" else str(value)
