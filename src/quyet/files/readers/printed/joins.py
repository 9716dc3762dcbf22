"""Tables over the ends of pages: the rest of a table, without its repeated head, and rows made whole that were cut."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quyet.files.readers.printed.cells import ITEM, joined
from quyet.files.readers.printed.model import Grid
from quyet.files.readers.sheet import CellText, TableText

_SAME_COLUMN = 4.0


def goes_on(last: Grid, grid: Grid) -> bool:
    """Whether a table at the top of a page has the columns of the one at the foot of the page before."""
    return len(last.columns) == len(grid.columns) and all(
        abs(one - other) < _SAME_COLUMN for one, other in zip(last.columns, grid.columns, strict=True)
    )


def append(table: TableText, more: TableText) -> None:
    """Put the rest of a table behind it."""
    rows = more.rows
    head = 0
    while head < min(len(rows), len(table.rows)) and _texts(rows[head]) == _texts(table.rows[head]):
        head += 1
    rows = rows[head:]
    if rows and _is_rest(rows[0], table.rows[-1]):
        for cell, rest in zip(table.rows[-1], rows[0], strict=True):
            cell.paragraphs = _one_after_the_other(cell.paragraphs, rest.paragraphs)
        rows = rows[1:]
    table.rows += rows


def _texts(row: Sequence[CellText]) -> list[list[str]]:
    return [cell.paragraphs for cell in row]


# --- rows that the end of a page cut ---------------------------------------------------------------------------------


def _is_rest(row: Sequence[CellText], above: Sequence[CellText]) -> bool:
    """Whether a row only goes on with the words of the one above: it has no number of its own, some cell begins in mid
    sentence, and every other one so or with an item of a list, below a cell that has words."""
    if len(row) != len(above) or not (_is_mid_sentence(row[0]) or not row[0].paragraphs):
        return False
    filled = [(cell, before) for cell, before in zip(row, above, strict=True) if cell.paragraphs]
    return any(_is_mid_sentence(cell) for cell, _ in filled) and all(
        before.paragraphs
        and cell.columns == before.columns
        and (_is_mid_sentence(cell) or ITEM.match(cell.paragraphs[0]))
        for cell, before in filled
    )


_LABEL = re.compile(r"\w(?:[.)/:]|$)")
"""`a)`, `b`: a small letter that numbers a row."""


def _is_mid_sentence(cell: CellText) -> bool:
    return bool(cell.paragraphs) and cell.paragraphs[0][0].islower() and not _LABEL.match(cell.paragraphs[0])


def _one_after_the_other(above: list[str], below: list[str]) -> list[str]:
    if not above or not below or ITEM.match(below[0]):
        return above + below
    return [*above[:-1], joined(above[-1], below[0]), *below[1:]]
