"""Cells as words: what a person sees in them, numbers as officials print them."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from quyet.core.values.amounts import dotted
from quyet.files.readers.xlsx.cells.grid import Cell, Fault, Format, Value

_DECIMALS = 9
"""So many digits behind the comma are printed, and read again."""
_SIGNS = frozenset(" ()+-*.,/$€£₫")
_FIRST_DAY = date(1899, 12, 30)
_LAST_DAY = 2_958_465


def words_of(cell: Cell) -> str:
    """What the cell shows."""
    value, form = cell.value, cell.format
    if not isinstance(value, Decimal):
        return plain(value)
    if form.is_day and 0 < value <= _LAST_DAY:
        day = _FIRST_DAY + timedelta(days=int(value))
        return f"{day.day:02}/{day.month:02}/{day.year}"
    shown = figure(value.scaleb(2)) + "%" if form.is_percent else figure(value)
    if not form.is_grouped:
        shown = shown.replace(".", "")
    if not form.before and not form.after:
        return shown
    before, after = affixes(form)
    return before + shown + after


def affixes(form: Format) -> tuple[str, str]:
    """The words that stand before and behind the number of a cell, with their space; brackets and the sign of a
    currency are none."""
    before, after = ("" if set(words) <= _SIGNS else words for words in (form.before, form.after))
    return before + " " * bool(before), " " * bool(after) + after


def plain(value: Value) -> str:
    """A value without any format."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, Fault):
        return value.code
    return figure(value) if isinstance(value, Decimal) else value


def figure(value: Decimal) -> str:
    """1234567.5 → `1.234.567,5`."""
    if value.adjusted() < 18 and value == (amount := int(value)):
        return dotted(amount)
    rounded = value.quantize(Decimal(1).scaleb(-_DECIMALS), ROUND_HALF_UP) if value.adjusted() < 18 else value
    whole, _, rest = f"{abs(rounded):f}".partition(".")
    rest = rest.rstrip("0")
    sign = "-" if rounded < 0 else ""
    return sign + dotted(int(whole)) + ("," + rest if rest else "")
