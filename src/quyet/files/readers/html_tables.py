"""The tables of a web page while it is read: rows, cells, and what is merged in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from quyet.files.readers.limits import CELLS
from quyet.files.readers.sheet import Block, Box, settle

_DEEPEST = 20
"""Tables nested deeper than this are a trap, not a layout: their words are kept, their grid is not."""
_WIDEST = 1_000
_LONGEST = 65_534


@dataclass(slots=True)
class _Hanging:
    """A cell that reaches down into rows below the one it stands in."""

    columns: int
    rows: int


@dataclass(slots=True)
class _Table:
    rows: list[list[Box]] = field(default_factory=list)
    column: int = 0
    """Where the next cell of the row begins."""
    hanging: dict[int, _Hanging] = field(default_factory=dict)
    """By the column where they begin: cells of rows above that reach into this one."""
    begun: dict[int, _Hanging] = field(default_factory=dict)
    """The same, of cells that stand in this row."""
    cells: int = 0
    """How many cells there are, those of earlier tables counted in: one short tag may hang down into many rows."""

    def open_row(self) -> None:
        self.close_row()
        self.rows.append([])

    def close_row(self) -> None:
        """Fill the row up to its end, and see what hangs into the next."""
        if not self.rows:
            return
        for column in sorted(self.hanging):
            if column >= self.column:
                self._step_over(column)
        self.cells += len(self.rows[-1])
        CELLS.hold(self.cells)
        for hanging in self.hanging.values():
            hanging.rows -= 1
        self.hanging = {column: each for column, each in (self.hanging | self.begun).items() if each.rows > 0}
        self.begun = {}
        self.column = 0

    def open_cell(self, columns: int, rows: int) -> Box:
        if not self.rows:
            self.open_row()
        while self.column in self.hanging:
            self._step_over(self.column)
        box = Box([], columns)
        self.rows[-1].append(box)
        if rows > 1:
            self.begun[self.column] = _Hanging(columns, rows - 1)
        self.column += columns
        return box

    def _step_over(self, column: int) -> None:
        """An empty cell stands where one from above goes on."""
        self.rows[-1].append(Box([], self.hanging[column].columns))
        self.column = column + self.hanging[column].columns


class HtmlTables:
    """The open tables, innermost last. A table that is nested too deep is open without being one (None)."""

    def __init__(self) -> None:
        self._open: list[_Table | None] = []
        self._cells = 0

    def open(self) -> None:
        self._open.append(None if len(self._open) >= _DEEPEST else _Table(cells=self._cells))

    def close(self) -> list[Block]:
        table = self._open.pop() if self._open else None
        if table is None:
            return []
        table.close_row()
        self._cells = table.cells
        return settle([row for row in table.rows if row])

    def open_row(self) -> None:
        if self._open and self._open[-1] is not None:
            self._open[-1].open_row()

    def open_cell(self, attributes: Mapping[str, str], around: list[Block]) -> list[Block]:
        """Where the blocks of the new cell go: into it, or on to where they went where no table is open."""
        table = self._open[-1] if self._open else None
        if table is None:
            return around
        return table.open_cell(_count(attributes, "colspan", _WIDEST), _count(attributes, "rowspan", _LONGEST)).blocks


def _count(attributes: Mapping[str, str], name: str, most: int) -> int:
    text = attributes.get(name, "").strip()
    return min(max(int(text), 1), most) if text.isdecimal() and len(text) < 9 else 1
