"""What a sheet holds, cell by cell: values as exact numbers, formulas as they are written."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property, lru_cache

ROWS, COLUMNS = 1_048_576, 16_384
"""The largest sheet there is."""


@dataclass(frozen=True, slots=True)
class Fault:
    """An error value: #REF!, #DIV/0!"""

    code: str


Value = Decimal | str | bool | Fault | None


@dataclass(frozen=True, slots=True)
class Format:
    """What the number format of a cell says of its number: that it is a day or a percentage, and the words around
    it (`0 "người"`)."""

    is_day: bool = False
    is_percent: bool = False
    before: str = ""
    after: str = ""
    decimals: int = 0
    is_grouped: bool = False
    """It shows thousands in groups."""


PLAIN = Format()


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula without its `=`, and the cell for which it is written: cells that share one stand elsewhere."""

    text: str
    row: int
    column: int
    is_array: bool = False


@dataclass(slots=True)
class Cell:
    """`value` is what the file keeps: of a formula what it gave when the file was last saved, None where none was."""

    value: Value
    formula: Formula | None = None
    format: Format = PLAIN


@dataclass(frozen=True, slots=True)
class Box:
    """Merged cells, from the one at the top left to the one at the bottom right, both inside."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass
class Grid:
    """The cells of a sheet that hold something, by row and column, both counted from 1."""

    rows: dict[int, dict[int, Cell]] = field(default_factory=dict)
    merged: list[Box] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    is_filtered: bool = False
    """Some rows are hidden because a filter leaves them out."""

    def at(self, row: int, column: int) -> Cell | None:
        return self.rows.get(row, {}).get(column)

    @cached_property
    def order(self) -> list[int]:
        """The rows that hold something, from the top. The grid is complete when this is first asked for."""
        return sorted(self.rows)

    def rows_between(self, top: int, bottom: int) -> list[int]:
        return self.order[bisect_left(self.order, top) : bisect_right(self.order, bottom)]

    def within(self, box: Box) -> list[tuple[int, int, Cell]]:
        """The cells of a box that hold something, row by row."""
        rows = self.rows_between(box.top, box.bottom)
        if box.left == box.right:  # the column that most sums add up
            column = box.left
            return [(row, column, cell) for row in rows if (cell := self.rows[row].get(column)) is not None]
        columns = range(box.left, box.right + 1)
        return [
            (row, column, self.rows[row][column])
            for row in rows
            for column in sorted(self.rows[row].keys() & columns if len(columns) < 100 else self.rows[row])
            if column in columns
        ]

    def is_hidden_column(self, column: int) -> bool:
        return any(left <= column <= right for left, right in self.hidden_columns)


_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})")


def place_of(reference: str) -> tuple[int, int] | None:
    """`B5` → (5, 2): row and column. None where no sheet has such a cell."""
    found = _REFERENCE.fullmatch(reference)
    row, column = (int(found[2]), number_of(found[1])) if found else (0, 0)
    return (row, column) if 0 < row <= ROWS and 0 < column <= COLUMNS else None


@lru_cache(maxsize=1024)
def number_of(letters: str) -> int:
    """`AB` → 28."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def letters_of(column: int) -> str:
    """28 → `AB`."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def name_of(row: int, column: int) -> str:
    """(5, 2) → `B5`."""
    return f"{letters_of(column)}{row}"
