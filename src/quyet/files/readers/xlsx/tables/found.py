"""The tables of a sheet: where their headings are, which rows are theirs, and in what unit they count."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from quyet.core.values.folding import fold
from quyet.files.readers.xlsx.cells.grid import Box, Cell, Grid
from quyet.files.readers.xlsx.tables.headings import (
    Heading,
    Texts,
    caption_scale,
    heading_of,
    is_heading,
    is_subheading,
)

_MOST_BOXES = 20_000
_TALLEST = 20
"""Merged cells that are taller or wider are no headings."""
_WIDEST = 200
_FEWEST_NAMES = 2
_MOST_HEADING_ROWS = 3
_CAPTION_ROWS = 8


@dataclass(slots=True)
class SheetTable:
    """A table of a sheet: `rows` are the numbers of the rows below its headings; `scale` is the caption's."""

    heading: Heading
    rows: list[int]
    scale: int = 1


def tables_of(grid: Grid) -> list[SheetTable]:
    """The tables that look like estimates, from the top. Headings that are repeated inside one belong to it."""
    merged = Merged(grid)
    found: list[SheetTable] = []
    place = 0
    while place < len(grid.order):
        heading = _heading_at(grid, merged, place)
        if heading is None:
            if found:
                found[-1].rows.append(grid.order[place])
            place += 1
            continue
        if not (found and found[-1].heading.names == heading.names):
            above = grid.order[max(0, place - _CAPTION_ROWS) : place]
            found.append(SheetTable(heading, [], _scale(grid, above)))
        while place < len(grid.order) and grid.order[place] <= heading.last_row:
            place += 1
    return found


def is_list_of_bases(grid: Grid) -> int | None:
    """The row of the headings where the sheet is the list of price bases that an export has beside its estimate."""
    for row in grid.order[:_CAPTION_ROWS]:
        names = {fold(cell.value) for cell in grid.rows[row].values() if isinstance(cell.value, str)}
        if {"mã dòng", "cơ sở giá"} <= names:
            return row
    return None


def _heading_at(grid: Grid, merged: Merged, place: int) -> Heading | None:
    row = grid.order[place]
    if not _may_name(grid.rows[row]):
        return None
    rows = [merged.texts(row)]
    if not is_heading(rows[0]):
        return None
    last = row
    for below in grid.order[place + 1 : place + _MOST_HEADING_ROWS]:
        if not _may_name(grid.rows[below], fewest=1) or not is_subheading(rows[-1], merged.texts(below)):
            break
        rows.append(merged.texts(below))
        last = below
    heading = heading_of(rows, row, max(last, merged.bottom(row, last)))
    return heading if "amount" in heading.at or "unit_price" in heading.at or heading.parts else None


def _may_name(cells: dict[int, Cell], fewest: int = _FEWEST_NAMES) -> bool:
    """Cheaply: enough texts, no numbers, no row of words that no heading has."""
    texts = [cell.value for cell in cells.values() if isinstance(cell.value, str) and cell.value.strip()]
    return len(texts) >= fewest and not any(isinstance(cell.value, Decimal) for cell in cells.values())


def _scale(grid: Grid, rows: list[int]) -> int:
    """That of the caption nearest above the headings; 1 without one."""
    for row in reversed(rows):
        for cell in grid.rows[row].values():
            scale = caption_scale(cell.value[:200]) if isinstance(cell.value, str) else None
            if scale is not None:
                return scale
    return 1


class Merged:
    """What rows say, merged cells counted in."""

    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        self._boxes: dict[int, list[Box]] = {}
        for box in grid.merged[:_MOST_BOXES]:
            if box.bottom - box.top < _TALLEST and box.right - box.left < _WIDEST:
                for row in range(box.top, box.bottom + 1):
                    self._boxes.setdefault(row, []).append(box)

    def texts(self, row: int) -> Texts:
        """The texts of a row by column, each in every column that its cell covers."""
        texts = {column: cell.value for column, cell in self._grid.rows[row].items() if isinstance(cell.value, str)}
        for box in self._boxes.get(row, ()):
            cell = self._grid.at(box.top, box.left)
            if cell is not None and isinstance(cell.value, str):
                texts |= dict.fromkeys(range(box.left, box.right + 1), cell.value)
        return {column: text for column, text in texts.items() if text.strip()}

    def bottom(self, first: int, last: int) -> int:
        """The last row that merged cells of these rows reach down to."""
        return max((box.bottom for row in range(first, last + 1) for box in self._boxes.get(row, ())), default=last)


def filled_down(grid: Grid, columns: set[int]) -> Iterator[tuple[int, int, int]]:
    """What cells merged over several rows say for the lower ones: row, column, and the row that says it."""
    for box in grid.merged[:_MOST_BOXES]:
        if box.left in columns and box.bottom > box.top:
            for row in grid.rows_between(box.top + 1, box.bottom):
                yield row, box.left, box.top
