"""Workbooks: an annex as officials keep it in Excel becomes estimates, with what has to be said of its cells.

Here the cells say what is what, so the grammar of papers is not asked: a workbook is a text (a line a row) and the
estimates in it, each value with its words. Formulas are worked anew beside what the file kept; macros are not run.

`read_xlsx` is the whole road, in this order: `cells` (the file as grids) → `tables.found` (where an estimate stands) →
`formulas` (what each formula gives) → `layout` (the text, and where each cell stands in it) → `tables` (headings, rows
as lines, the total). What there is to say of a cell on the way is kept in `remarks`; `said` words a cell as Excel shows
it.
"""

from __future__ import annotations

from collections.abc import Iterator

from quyet.core.decisions.source import Source
from quyet.core.estimates.model import PlannedEstimate, PriceBasis
from quyet.core.values.folding import squeeze
from quyet.core.values.stated import Words
from quyet.files.readers import Rows
from quyet.files.readers.xlsx.bases import read_bases
from quyet.files.readers.xlsx.cells.book import Book, open_book
from quyet.files.readers.xlsx.cells.grid import Grid
from quyet.files.readers.xlsx.formulas.recomputed import recompute
from quyet.files.readers.xlsx.layout import lay_out
from quyet.files.readers.xlsx.remarks import Remarks
from quyet.files.readers.xlsx.said import plain
from quyet.files.readers.xlsx.tables.found import SheetTable, is_list_of_bases, tables_of
from quyet.files.readers.xlsx.tables.lines import Entry, entries_of
from quyet.files.readers.xlsx.tables.settled import settle, tell_parts
from quyet.files.readers.xlsx.tables.sight import Sight
from quyet.files.readers.xlsx.tables.totals import take_totals
from quyet.files.readers.xlsx.told import tell_book, tell_table, tell_words

_OLD = b"\xd0\xcf\x11\xe0"


def read_xlsx(data: bytes, name: str = "", progress: Rows | None = None) -> Source:
    """Read an .xlsx, .xlsm or .xls. `progress` is told of the rows of the first two."""
    book = _open(data, progress)
    remarks = Remarks()
    grids = {sheet.name: book.grid(sheet) for sheet in book.sheets if not sheet.is_hidden}
    lists = {name: row for name, grid in grids.items() if (row := is_list_of_bases(grid)) is not None}
    tables = {name: found for name, grid in grids.items() if name not in lists and (found := tables_of(grid))}
    tell_book(book, list(tables), list(lists), remarks)
    recompute(book, [sheet for sheet in book.sheets if sheet.name in tables or sheet.name in lists], remarks)
    text, laid_out, places = lay_out([(name, grid) for name, grid in grids.items() if grid.rows])
    bases = {key: basis for name, row in lists.items() for key, basis in read_bases(grids[name], row).items()}
    estimates = [
        _estimate(table, Sight(sheet, grids[sheet], table.heading, text, places, remarks), bases)
        for sheet, found in tables.items()
        for table in found
    ]
    return Source(
        text,
        name,
        "xlsx",
        tables=laid_out,
        notices=remarks.notices(places),
        estimates=tuple(each for each in estimates if each.lines or each.total is not None),
    )


def _open(data: bytes, progress: Rows | None) -> Book:
    if data.startswith(_OLD):
        from quyet.files.readers.xlsx.cells.old import open_old_book

        return open_old_book(data)
    return open_book(data, progress)


def _estimate(table: SheetTable, sight: Sight, bases: dict[str, PriceBasis]) -> PlannedEstimate:
    entries = entries_of(table, sight)
    settle(entries, table, sight)
    tell_parts(entries, table, sight)
    lines, total = take_totals(entries)
    for entry in entries:
        if entry.key is not None:
            entry.line.basis = bases.get(entry.key)
    tell_table(entries, table, sight)
    tell_words(table, sight, total)
    return PlannedEstimate(list(_names(table, sight)), lines, total, list(_worded(entries, table, sight.grid)))


def _names(table: SheetTable, sight: Sight) -> Iterator[str]:
    """What stands above each column, with its place in the text."""
    rows = range(table.heading.last_row, table.heading.first_row - 1, -1)
    for column in table.heading.columns:
        spans = (sight.places.get((sight.sheet, row, column.place)) for row in rows)
        said = (Words(column.name, span) for span in spans if span and squeeze(sight.text[slice(*span)]) == column.name)
        yield next(said, column.name)


def _worded(entries: list[Entry], table: SheetTable, grid: Grid) -> Iterator[int]:
    """The columns, by their place among the headings, that hold words without a digit: no factor stands there."""
    for index, column in enumerate(table.heading.columns):
        cells = [cell for entry in entries if (cell := grid.at(entry.row, column.place)) is not None]
        if cells and not any(c.isdigit() for cell in cells for c in plain(cell.value)):
            yield index
