"""Pages one after the other → blocks: lines in reading order, and tables made whole over the ends of pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from quyet.files.readers.printed.closings import with_whole_closings
from quyet.files.readers.printed.columns import in_reading_order
from quyet.files.readers.printed.cuts import whole_words
from quyet.files.readers.printed.furniture import without_page_furniture
from quyet.files.readers.printed.gaps import with_tables
from quyet.files.readers.printed.grids import find_grids
from quyet.files.readers.printed.joins import append, goes_on
from quyet.files.readers.printed.lines import rows_of
from quyet.files.readers.printed.model import Grid, Page, Row
from quyet.files.readers.printed.stamps import without_stamps
from quyet.files.readers.sheet import Block


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
    cleared = with_whole_closings(without_page_furniture(list(zip(heights, rows, strict=True))))
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
            elif index == 0 and last is not None and goes_on(last, each):
                append(last.table, each.table)
            else:
                blocks.append(each.table)
                last = each
    return blocks
