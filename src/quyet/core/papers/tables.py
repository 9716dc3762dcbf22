"""An estimate as the table of an annex."""

from __future__ import annotations

from decimal import Decimal

from quyet.core.decisions.model import EstimateLine
from quyet.core.estimates.model import PlannedEstimate, PlannedLine
from quyet.core.estimates.sums import children
from quyet.core.papers import said
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


def table_of(estimate: PlannedEstimate, wording: Wording) -> Table:
    """The lines with the columns that have something to say, sub-totals strong, the total last."""
    lines = [printed(line) for line in estimate.lines]
    columns = tuple(
        Column(key, wording.columns[key], align, share)
        for key, align, share in _SHAPES
        if key in _ALWAYS or any(_cell(line, key) for line in lines)
    )
    keys = [column.key for column in columns]
    rows = [
        Row(tuple(_cell(line, key) for key in keys), strong=line.is_subtotal or bool(children(lines, index)))
        for index, line in enumerate(lines)
    ]
    if estimate.total is not None:
        total = EstimateLine(content=wording.annex["total"], amount=estimate.total)
        rows.append(Row(tuple(_cell(total, key) for key in keys), strong=True))
    return Table(wording.annex["caption"], columns, tuple(rows))


def printed(line: PlannedLine) -> EstimateLine:
    """The line as an annex prints it, so that quantity × price is the amount: a price that has no VAT inside is
    printed with it where that is a whole number of đồng, else told in the note, as several factors are."""
    price = _price(line)
    factors = " × ".join(_factor(each.value, each.unit) for each in line.factors) if len(line.factors) > 1 else None
    note = "; ".join(filter(None, (line.note, factors, _before_tax(line) if price is None else None))) or None
    return EstimateLine(
        line.label,
        line.activity,
        line.content,
        line.unit,
        line.quantity,
        price,
        line.amount,
        note,
        line.level,
        line.is_subtotal,
    )


def _factor(value: Decimal, unit: str | None) -> str:
    return f"{said.number(value)} {unit}" if unit else said.number(value)


def _price(line: PlannedLine) -> int | None:
    """With VAT; None where that is no whole number of đồng."""
    if line.unit_price is None or line.vat is None or line.vat.inside:
        return line.unit_price
    whole = line.unit_price * (100 + line.vat.rate) / 100
    return int(whole) if whole == whole.to_integral_value() else None


def _before_tax(line: PlannedLine) -> str | None:
    if line.unit_price is None or line.vat is None:
        return None
    return f"đơn giá {dotted(line.unit_price)}, chưa gồm thuế {said.number(line.vat.rate)}%"


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
