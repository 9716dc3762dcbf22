"""The text of a workbook: one line a row, cells joined as in every other table, and where each cell came to stand."""

from __future__ import annotations

from collections.abc import Sequence

from quyet.core.decisions.source import Table
from quyet.core.values.stated import Span
from quyet.files.readers.limits import TEXT_BYTES
from quyet.files.readers.sheet import CellText, Sheet, TableText
from quyet.files.readers.xlsx.grid import Grid
from quyet.files.readers.xlsx.said import words_of

Places = dict[tuple[str, int, int], Span]
"""Sheet, row and column of a cell → its words in the text."""


def lay_out(grids: Sequence[tuple[str, Grid]]) -> tuple[str, tuple[Table, ...], Places]:
    """The text of sheets, a table each. Columns without a word are left out, as are empty rows."""
    sheet = Sheet()
    columns = {name: sorted({column for cells in grid.rows.values() for column in cells}) for name, grid in grids}
    length = 0
    for name, grid in grids:
        rows = []
        for row in grid.order:
            cells = grid.rows[row]
            words = [words_of(cells[column]) if column in cells else "" for column in columns[name]]
            length += sum(map(len, words))
            TEXT_BYTES.hold(length)
            rows.append([CellText([each] if each else []) for each in words])
        sheet.write([TableText(rows)])
    text, tables = sheet.finish()
    places: Places = {}
    for (name, grid), table in zip(grids, tables, strict=True):
        for number, row_laid in zip(grid.order, table.rows, strict=True):
            for column, cell in zip(columns[name], row_laid.cells, strict=True):
                if cell.paragraphs:
                    places[name, number, column] = (cell.paragraphs[0][0], cell.paragraphs[-1][1])
    return text, tables, places
