"""The tables of a Word document while it is walked: rows, cells, and what is merged in them."""

from __future__ import annotations

from dataclasses import dataclass, field

from quyet.core.presentation.measured import MeasuredTable
from quyet.files.readers.docx_parts import VAL, is_on, number_of
from quyet.files.readers.sheet import Block, Box, settle

_DEEPEST = 20
"""Tables nested deeper than this are a trap, not a layout: their words are kept, their grid is not."""
_WIDEST = 1_000


@dataclass(slots=True)
class _Cell(Box):
    continues: bool = False
    """It goes on with the cell above (`w:vMerge`): what it holds is not shown."""
    joins_left: bool = False
    gone: bool = False


@dataclass(slots=True)
class _Row:
    cells: list[_Cell] = field(default_factory=list)
    before: int = 0
    after: int = 0
    gone: bool = False

    def boxes(self) -> list[Box]:
        """The cells as the grid shows them."""
        boxes: list[Box] = [Box([], self.before)] if self.before else []
        for cell in self.cells:
            if cell.gone:
                continue
            if cell.joins_left and boxes:
                boxes[-1].columns += cell.columns
            else:
                boxes.append(Box([] if cell.continues else cell.blocks, cell.columns))
        return [*boxes, Box([], self.after)] if self.after else boxes


@dataclass(slots=True)
class _Look:
    """How a table looks, and which paragraph of the document is its first."""

    first_paragraph: int
    style: str = ""
    heading_repeats: bool = False


class Tables:
    """The open tables, innermost last. A table that is nested too deep is open without being one (None)."""

    def __init__(self) -> None:
        self._open: list[list[_Row] | None] = []
        self._looks: list[_Look] = []
        self._row_heads: list[bool] = []
        self._cells: list[_Cell | None] = []
        self.measured: list[MeasuredTable] = []

    @property
    def in_row_head(self) -> bool:
        """Between the start of a row and its first cell, where the row's own properties stand."""
        return bool(self._row_heads) and self._row_heads[-1]

    @property
    def style(self) -> str | None:
        """The style of the innermost table; None outside tables."""
        return self._looks[-1].style if self._looks else None

    def open(self, first_paragraph: int) -> None:
        self._open.append(None if len(self._open) >= _DEEPEST else [])
        self._looks.append(_Look(first_paragraph))

    def close(self) -> list[Block]:
        rows = self._open.pop() if self._open else None
        look = self._looks.pop() if self._looks else None
        if rows and look:
            self.measured.append(MeasuredTable(look.first_paragraph, len(rows), look.heading_repeats))
        return settle([row.boxes() for row in rows if not row.gone]) if rows else []

    def open_row(self, _: dict[str, str]) -> None:
        self._row_heads.append(True)
        if self._open and self._open[-1] is not None:
            self._open[-1].append(_Row())

    def close_row(self) -> None:
        self._row_heads.pop()

    def open_cell(self) -> list[Block] | None:
        """Where the blocks of the new cell go; None: where those of its surroundings go."""
        if self._row_heads:
            self._row_heads[-1] = False
        row = self._row()
        cell = None if row is None else _Cell()
        self._cells.append(cell)
        if row is None or cell is None:
            return None
        row.cells.append(cell)
        return cell.blocks

    def close_cell(self) -> None:
        self._cells.pop()

    def _row(self) -> _Row | None:
        rows = self._open[-1] if self._open else None
        return rows[-1] if rows else None

    # --- what properties say -----------------------------------------------------------------------------------------

    def take_style(self, attributes: dict[str, str]) -> None:
        if self._looks:
            self._looks[-1].style = attributes.get(VAL, "")

    def repeat_heading(self, attributes: dict[str, str]) -> None:
        """Only the first rows can be shown again on each page."""
        rows = self._open[-1] if self._open else None
        if rows is not None and len(rows) == 1:
            self._looks[-1].heading_repeats = is_on(attributes)

    def drop_row(self) -> None:
        if row := self._row():
            row.gone = True

    def skip_before(self, attributes: dict[str, str]) -> None:
        if row := self._row():
            row.before = min(max(number_of(attributes), 0), _WIDEST)

    def skip_after(self, attributes: dict[str, str]) -> None:
        if row := self._row():
            row.after = min(max(number_of(attributes), 0), _WIDEST)

    def span(self, attributes: dict[str, str]) -> None:
        if cell := self._cell():
            cell.columns = min(max(number_of(attributes, 1), 1), _WIDEST)

    def merge_down(self, attributes: dict[str, str]) -> None:
        if cell := self._cell():
            cell.continues = attributes.get(VAL, "continue") != "restart"

    def merge_left(self, attributes: dict[str, str]) -> None:
        if cell := self._cell():
            cell.joins_left = attributes.get(VAL, "continue") != "restart"

    def drop_cell(self, _: dict[str, str]) -> None:
        if cell := self._cell():
            cell.gone = True

    def _cell(self) -> _Cell | None:
        return self._cells[-1] if self._cells else None
