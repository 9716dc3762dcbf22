"""The text of a workbook: one line a row, cells joined as in every other table, and where each cell came to stand."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from quyet.core.decisions.source import Cell, Row, Table
from quyet.core.values.stated import Span
from quyet.files.readers.limits import CELLS, TEXT_BYTES
from quyet.files.readers.sheet import CELL_GAP, tidy
from quyet.files.readers.xlsx.cells.grid import Grid
from quyet.files.readers.xlsx.said import words_of

_MOST_SHOWN = 50_000
"""Up to so many cells a workbook is also given as tables, for whoever shows it; beyond, its lines serve."""


@dataclass(slots=True)
class Places:
    """Where the cells of sheets stand in the text: the columns that are laid out, and of each row where they begin."""

    columns: dict[str, list[int]] = field(default_factory=dict)
    starts: dict[tuple[str, int], array[int]] = field(default_factory=dict)

    def get(self, spot: tuple[str, int, int]) -> Span | None:
        """The words of a cell: sheet, row, column. None where it shows none."""
        sheet, row, column = spot
        starts = self.starts.get((sheet, row))
        place = bisect_left(self.columns.get(sheet, ()), column)
        if starts is None or place >= len(self.columns[sheet]) or self.columns[sheet][place] != column:
            return None
        start, end = starts[place], starts[place + 1] - len(CELL_GAP)
        return (start, end) if end > start else None


def lay_out(grids: Sequence[tuple[str, Grid]]) -> tuple[str, tuple[Table, ...], Places]:
    """The text of sheets, a table each. Columns without a word are left out, as are empty rows."""
    places = Places({name: sorted({c for cells in grid.rows.values() for c in cells}) for name, grid in grids})
    count = sum(len(grid.order) * len(places.columns[name]) for name, grid in grids)
    CELLS.hold(count)
    lines: list[str] = []
    tables: list[Table] = []
    length = 0
    for name, grid in grids:
        rows: list[Row] = []
        for row in grid.order:
            words = [_words(grid, row, column) for column in places.columns[name]]
            starts = _starts(length, words)
            TEXT_BYTES.hold(starts[-1])
            places.starts[name, row] = starts
            lines.append(CELL_GAP.join(words))
            if count <= _MOST_SHOWN:
                rows.append(Row((length, length + len(lines[-1])), tuple(_cells(words, starts))))
            length += len(lines[-1]) + 1
        tables += [Table(tuple(rows))] if rows else []
    return "\n".join(lines), tuple(tables), places


def _starts(start: int, words: Sequence[str]) -> array[int]:
    """Where the cells of a line begin, and where one more would."""
    starts = array("L", [start])
    for each in words:
        starts.append(starts[-1] + len(each) + len(CELL_GAP))
    return starts


def _cells(words: Sequence[str], starts: Sequence[int]) -> Iterator[Cell]:
    for each, start in zip(words, starts, strict=False):
        yield Cell(((start, start + len(each)),) if each else ())


def _words(grid: Grid, row: int, column: int) -> str:
    """What a cell shows, on one line."""
    cell = grid.rows[row].get(column)
    if cell is None:
        return ""
    words = tidy(words_of(cell))
    return " ".join(line.strip() for line in words.split("\n") if line.strip()) if "\n" in words else words.strip()
