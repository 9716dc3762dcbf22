"""What a formula points at: cells and ranges, on its own sheet or another, fixed (`$A$1`) or moving with it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quyet.files.readers.xlsx.cells.grid import COLUMNS, ROWS, Box, Formula, letters_of, number_of

SHEET = r"(?:'(?P<quoted>(?:[^']|'')+)'|(?P<bare>[^\W\d][\w.]*))!"
"""The name of a sheet before what is on it."""

_ONE = r"\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}"
AREA = rf"{_ONE}(?::{_ONE})?|\$?[A-Za-z]{{1,3}}:\$?[A-Za-z]{{1,3}}|\$?[1-9]\d{{0,6}}:\$?[1-9]\d{{0,6}}"
"""`B5`, `B5:C9`, the columns `B:C`, the rows `5:9`."""

_CORNER = re.compile(r"(?P<fixed_column>\$?)(?P<column>[A-Za-z]*)(?P<fixed_row>\$?)(?P<row>\d*)")


@dataclass(frozen=True, slots=True)
class _Corner:
    """`row` and `column` are None where the area takes all of them."""

    row: int | None
    column: int | None
    fixed_row: bool
    fixed_column: bool

    def moved(self, rows: int, columns: int) -> tuple[int | None, int | None]:
        row = self.row if self.row is None or self.fixed_row else self.row + rows
        column = self.column if self.column is None or self.fixed_column else self.column + columns
        return row, column


@dataclass(frozen=True, slots=True)
class Area:
    """A cell or a range; `sheet` is empty where it is the formula's own."""

    sheet: str
    first: _Corner
    last: _Corner
    is_cell: bool

    def box(self, rows: int, columns: int) -> Box | None:
        """Where it lies when its formula stands that many rows and columns away from where it is written. None where
        that is off the sheet."""
        top, left = self.first.moved(rows, columns)
        bottom, right = self.last.moved(rows, columns)
        (top, bottom), (left, right) = _ordered(top, bottom, ROWS), _ordered(left, right, COLUMNS)
        on_sheet = top >= 1 and bottom <= ROWS and left >= 1 and right <= COLUMNS
        return Box(top, left, bottom, right) if on_sheet else None


def _ordered(one: int | None, other: int | None, all_of_them: int) -> tuple[int, int]:
    if one is None or other is None:
        return 1, all_of_them
    return min(one, other), max(one, other)


def area_of(sheet: str, written: str) -> Area:
    """`$A$1:B2` as an area."""
    one, _, other = written.partition(":")
    return Area(sheet, _corner(one), _corner(other or one), not other)


def _corner(written: str) -> _Corner:
    """The dollar of `$5` alone belongs to the row, that of `$B` to the column."""
    found = _CORNER.fullmatch(written)
    assert found is not None  # AREA holds nothing else
    column, row = found["column"], found["row"]
    fixed_row = bool(found["fixed_row"] if column else found["fixed_column"] or found["fixed_row"])
    fixed_column = bool(column and found["fixed_column"])
    return _Corner(int(row) if row else None, number_of(column) if column else None, fixed_row, fixed_column)


_OF_CELLS = re.compile(r"[A-Z0-9+*/()=<>%,.: -]{1,200}")
_ALL_OF_ROWS = re.compile(r"(?<![A-Z0-9])[0-9]+ *:|: *[0-9]")
_CELL = re.compile(r"(?<![\w.])([A-Z]{1,3})([1-9]\d{0,6})(?![\w.(])")


def by_its_row(formula: Formula) -> str | None:
    """`D5*E5` of row 5 and `D6*E6` of row 6 as the same words, so that they are taken apart once. None of a formula
    that names anything but cells that move with it."""
    text = formula.text
    if not _OF_CELLS.fullmatch(text) or _ALL_OF_ROWS.search(text):
        return None
    return "@" + _CELL.sub(lambda found: f"{found[1]}[{int(found[2]) - formula.row}]", text)


_MOVING = re.compile(rf'"[^"]*"|{SHEET}|(?<![\w.$])(?P<area>{AREA})(?![\w.(!])')


def moved(formula: str, rows: int, columns: int) -> str:
    """The formula as it reads in another cell that shares it."""
    if not rows and not columns:
        return formula

    def move(found: re.Match[str]) -> str:
        if found["area"] is None:
            return found[0]
        return ":".join(_written(_corner(corner), rows, columns) for corner in found["area"].split(":"))

    return _MOVING.sub(move, formula)


def _written(corner: _Corner, rows: int, columns: int) -> str:
    row, column = corner.moved(rows, columns)
    if (row is not None and not 1 <= row <= ROWS) or (column is not None and not 1 <= column <= COLUMNS):
        return "#REF!"
    letters = "" if column is None else "$" * corner.fixed_column + letters_of(column)
    return letters + ("" if row is None else "$" * corner.fixed_row + str(row))
