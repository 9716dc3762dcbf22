"""Pages one after the other → blocks: lines in reading order, and tables made whole over the ends of pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from quyet.files.readers.printed.columns import in_reading_order
from quyet.files.readers.printed.cuts import whole_words
from quyet.files.readers.printed.furniture import without_page_furniture
from quyet.files.readers.printed.gaps import with_tables
from quyet.files.readers.printed.grids import find_grids
from quyet.files.readers.printed.lines import rows_of
from quyet.files.readers.printed.model import Grid, Page, Row
from quyet.files.readers.printed.stamps import without_stamps
from quyet.files.readers.sheet import Block, CellText, TableText

_SAME_COLUMN = 4.0


def blocks_of(pages: Iterable[Page]) -> list[Block]:
    """All that the pages say. Pages are taken one at a time, and only rows and tables are kept of them."""
    heights: list[float] = []
    rows: list[list[Row]] = []
    grids: list[list[Grid]] = []
    for page in pages:
        found, words = find_grids(page.rules, without_stamps(page))
        heights.append(page.height)
        rows.append(rows_of(words))
        grids.append(found)
    cleared = without_page_furniture(list(zip(heights, rows, strict=True)))
    return _bound([whole_words(_in_order(*page)) for page in zip(cleared, grids, strict=True)])


def _in_order(rows: Sequence[Row], grids: Sequence[Grid]) -> Iterator[Row | Grid]:
    """Rows and tables from top to bottom; between two tables the rows are looked at for columns."""
    above = [row for row in rows if not grids or row.base < grids[0].bottom]
    yield from _read(above)
    for index, grid in enumerate(grids):
        yield grid
        end = grids[index + 1].bottom if index + 1 < len(grids) else float("inf")
        yield from _read([row for row in rows if grid.bottom <= row.base < end])


def _read(rows: Sequence[Row]) -> Iterator[Row | Grid]:
    waiting: list[Row] = []
    for each in with_tables(rows):
        if isinstance(each, Grid):
            yield from in_reading_order(waiting)
            waiting = []
            yield each
        else:
            waiting.append(each)
    yield from in_reading_order(waiting)


def _bound(pages: Sequence[Sequence[Row | Grid]]) -> list[Block]:
    """The pages as one text."""
    blocks: list[Block] = []
    last: Grid | None = None
    for page in pages:
        for index, each in enumerate(page):
            if isinstance(each, Row):
                blocks.append(each.text)
                last = None
            elif index == 0 and last is not None and _goes_on(last, each):
                _append(last.table, each.table)
            else:
                blocks.append(each.table)
                last = each
    return blocks


def _goes_on(last: Grid, grid: Grid) -> bool:
    return len(last.columns) == len(grid.columns) and all(
        abs(one - other) < _SAME_COLUMN for one, other in zip(last.columns, grid.columns, strict=True)
    )


def _append(table: TableText, more: TableText) -> None:
    """The rest of a table from the next page: a repeated head is left out, a row that was cut in two is made whole."""
    rows = more.rows
    head = 0
    while head < min(len(rows), len(table.rows)) and _texts(rows[head]) == _texts(table.rows[head]):
        head += 1
    rows = rows[head:]
    if rows and _is_rest(rows[0], table.rows[-1]):
        for cell, rest in zip(table.rows[-1], rows[0], strict=True):
            cell.paragraphs = [" ".join([*cell.paragraphs, *rest.paragraphs])] if rest.paragraphs else cell.paragraphs
        rows = rows[1:]
    table.rows += rows


def _is_rest(row: Sequence[CellText], above: Sequence[CellText]) -> bool:
    """Whether a row only goes on with the words of the one above: no number in front, and it begins in mid sentence."""
    if len(row) != len(above) or row[0].paragraphs or not above[0].paragraphs:
        return False
    filled = [(cell, before) for cell, before in zip(row, above, strict=True) if cell.paragraphs]
    return bool(filled) and all(
        cell.paragraphs[0][0].islower() and before.paragraphs and cell.columns == before.columns
        for cell, before in filled
    )


def _texts(row: Sequence[CellText]) -> list[list[str]]:
    return [cell.paragraphs for cell in row]
