"""Cells as words: what a person sees in them, numbers as officials print them."""

from __future__ import annotations

from collections.abc import Iterator
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
    return "".join(parts_of(cell))


def parts_of(cell: Cell) -> Iterator[str]:
    """The same in three parts: the words before a number, the number, the words behind it."""
    value, form = cell.value, cell.format
    if not isinstance(value, Decimal):
        yield from ("", plain(value), "")
        return
    if form.is_day and 0 < value <= _LAST_DAY:
        day = _FIRST_DAY + timedelta(days=int(value))
        yield from ("", f"{day.day:02}/{day.month:02}/{day.year}", "")
        return
    before, after = _affixes(form)
    shown = figure(value.scaleb(2)) + "%" if form.is_percent else figure(value)
    yield from (before, shown if form.is_grouped else shown.replace(".", ""), after)


def _affixes(form: Format) -> tuple[str, str]:
    """Words around a number; brackets and the sign of a currency are none."""
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
    rounded = value.quantize(Decimal(1).scaleb(-_DECIMALS), ROUND_HALF_UP) if value.adjusted() < 18 else value
    whole, _, rest = f"{abs(rounded):f}".partition(".")
    rest = rest.rstrip("0")
    sign = "-" if rounded < 0 else ""
    return sign + dotted(int(whole)) + ("," + rest if rest else "")
