"""How wide the columns of a table are."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from quyet.core.papers.paper import Table
from quyet.files.writers.docx.looks import BESIDE
from quyet.files.writers.docx.widths import text_width


def column_widths(table: Table, size: Decimal, width: int) -> list[int]:
    """Each column its share of the width, in twips. Where a share is too small for a number or a word, which would
    then be cut in two, the others give it what it lacks."""
    shares = sum(column.share for column in table.columns)
    wanted = [width * column.share / shares for column in table.columns]
    needed = _needed(table, size)
    if sum(needed) <= width and any(want < need for want, need in zip(wanted, needed, strict=True)):
        wanted = _with_room(wanted, needed)
    return _whole(wanted)


def _needed(table: Table, size: Decimal) -> list[int]:
    """The longest word of every column, in bold, with the room beside it."""
    texts = [[column.heading] for column in table.columns]
    for row in table.rows:
        for column, text in zip(texts, row.cells, strict=True):
            column.append(text)
    longest = (max((word for text in column for word in text.split(" ")), key=len, default="") for column in texts)
    return [text_width(word, size, bold=True) * 104 // 100 + 2 * BESIDE for word in longest]


def _with_room(wanted: Sequence[float], needed: Sequence[int]) -> list[float]:
    lacking = sum(max(need - want, 0) for want, need in zip(wanted, needed, strict=True))
    spare = sum(max(want - need, 0) for want, need in zip(wanted, needed, strict=True))
    given = lacking / spare
    return [need if want < need else want - (want - need) * given for want, need in zip(wanted, needed, strict=True)]


def _whole(widths: Sequence[float]) -> list[int]:
    """Rounded so that nothing of their sum is lost."""
    ends = [round(sum(widths[:count])) for count in range(len(widths) + 1)]
    return [end - begin for begin, end in pairwise(ends)]
