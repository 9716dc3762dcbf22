"""The cells of a statement as đồng, days and numbers: for sure, or refused with their row."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal

from quyet.core.values.amounts import dotted
from quyet.core.values.days import DAY, day_of, make_day
from quyet.core.values.folding import fold, squeeze
from quyet.core.values.words import LIMIT
from quyet.files.readers.errors import Unreadable
from quyet.files.readers.sheet import tidy
from quyet.files.readers.xlsx.cells.grid import Cell
from quyet.files.readers.xlsx.said import words_of
from quyet.files.readers.xlsx.tables.figures import Figure, figure_in

_FIRST_DAY = date(1899, 12, 30)
_YEARS = range(2000, 2101)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?")
_TIME = re.compile(r"\s+\d{1,2}:\d{2}.*")
_BRACKETS = re.compile(r"\((?P<inside>[^()]+)\)|(?P<before>[^-]+)-")
"""(1.000), 1.000-: how books write what is below nought."""


def words_in(cell: Cell) -> str:
    """What a cell shows, in one line."""
    return squeeze(tidy(words_of(cell)))


def number_in(cell: Cell) -> str:
    """A number of a voucher, or a code: no dots between its thousands."""
    value = cell.value
    if isinstance(value, Decimal) and value == value.to_integral_value() and abs(value) < LIMIT:
        return str(int(value))
    return words_in(cell)


def day_in(cell: Cell) -> date | None:
    """A day; None where it is none, or of no year that anybody keeps books of."""
    value = cell.value
    if isinstance(value, Decimal):
        if not cell.format.is_day or not 0 < value < 100_000:
            return None
        day: date | None = _FIRST_DAY + timedelta(days=int(value))
    else:
        day = _typed(_TIME.sub("", words_in(cell)))
    return day if day is not None and day.year in _YEARS else None


def _typed(said: str) -> date | None:
    if iso := _ISO.fullmatch(said):
        return make_day(*map(int, iso.groups()))
    found = DAY.fullmatch(fold(said))
    return day_of(found) if found else None


def dong_in(cell: Cell | None, place: int, strict: bool) -> int:
    """Đồng; 0 where nothing stands. Unreadable where it may be two amounts; not `strict`, none then."""
    if cell is None or cell.value is None:
        return 0
    value = cell.value if isinstance(cell.value, Decimal) else _figure(words_in(cell))
    if isinstance(value, Decimal) and value == value.to_integral_value() and abs(value) <= LIMIT:
        return int(value)
    if not strict:
        return 0
    raise _refused(words_in(cell)[:60], value, place)


def _figure(said: str) -> Decimal | None:
    """The figure that words say; 0 for a dash; None for no figure."""
    signed = _BRACKETS.fullmatch(said)
    bare = (signed["inside"] or signed["before"]).strip() if signed else said
    found = figure_in(bare, (0, len(bare)), is_money=True, in_dong=True)
    if found is None:
        return Decimal(0)
    if not isinstance(found, Figure):
        return None
    return -abs(found.value) if signed else found.value


def _refused(shown: str, value: Decimal | None, place: int) -> Unreadable:
    if value is None:
        return Unreadable(
            f"Hàng {place}: «{shown}» không phải số tiền. Hãy ghi bằng chữ số, ví dụ 1.500.000.",
            f"Row {place}: “{shown}” is no amount. Write it in digits, such as 1.500.000.",
        )
    if abs(value) > LIMIT:
        return Unreadable(
            f"Hàng {place}: số tiền «{shown}» lớn hơn {dotted(LIMIT)} đồng. Hãy xem lại ô đó.",
            f"Row {place}: the amount “{shown}” is above {dotted(LIMIT)} đồng. Look at that cell again.",
        )
    return Unreadable(
        f"Hàng {place}: số tiền «{shown}» có phần lẻ của đồng. Hãy xem lại ô đó.",
        f"Row {place}: the amount “{shown}” has a fraction of a đồng. Look at that cell again.",
    )
