"""Rows in two columns, as letterheads and closings are printed: the left column's lines first, then the right's.

A band of rows is in columns when one upright corridor runs through it that no word crosses. One row with a gap proves
nothing (a tab makes one), and numbers in front of items or labels in front of values are no column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from quyet.files.readers.printed.gaps import FIGURE
from quyet.files.readers.printed.model import Row, Segment

# In line heights.
_CORRIDOR = 0.5
"""The narrowest corridor."""
_WIDE_GAP = 2.5
"""In a single row, the gap that parts two columns."""
_NEAR = 4.5
"""A line of the left column this near to the one above still belongs to it."""
_FAR = 3.2
"""Where nothing is printed for so long, the band ends."""

_SIGNATURE = 8.0
"""The room for a signature."""

_RECIPIENTS = re.compile(r"Nơi nhận", re.IGNORECASE)
_LABEL = re.compile(r"[-–—+*•◦▪➢✓]|\(?(?:\d+|[IVXLC]+|[^\W\d_])(?:\.\d+)*[.)/:]{0,2}")
"""What stands in front of an item: `1.`, `a)`, `II.`, `-`."""


@dataclass(slots=True)
class _Corridor:
    left: float
    right: float

    def narrowed(self, row: Row) -> _Corridor | None:
        """What is left of it beside the words of a row; None where they close it."""
        middle = (self.left + self.right) / 2
        left = max([self.left, *(each.right for each in row.segments if (each.left + each.right) / 2 < middle)])
        right = min([self.right, *(each.left for each in row.segments if (each.left + each.right) / 2 >= middle)])
        return _Corridor(left, right) if right - left >= _CORRIDOR * row.size else None

    def sides(self, row: Row) -> tuple[list[Segment], list[Segment]]:
        return (
            [each for each in row.segments if each.left < self.left],
            [each for each in row.segments if each.left >= self.left],
        )


def in_reading_order(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, with each band of columns taken apart."""
    at = 0
    while at < len(rows):
        end, corridor = _band(rows, at)
        if corridor is None:
            yield rows[at]
            at += 1
            continue
        left, right = _columns(rows[at:end], corridor)
        yield from in_reading_order(left)
        yield from in_reading_order(right)
        at = end


def _columns(band: Sequence[Row], corridor: _Corridor) -> tuple[list[Row], list[Row]]:
    left: list[Row] = []
    right: list[Row] = []
    for row in band:
        for side, segments in zip((left, right), corridor.sides(row), strict=True):
            if segments:
                side.append(Row(segments))
    return left, right


def _band(rows: Sequence[Row], at: int) -> tuple[int, _Corridor | None]:
    """The longest band that begins with this row: where it ends, and its corridor (None: it is no band)."""
    seed = next((i for i in range(at, min(at + 3, len(rows))) if len(rows[i].segments) > 1), None)
    if seed is None:
        return at, None
    for gap in _gaps(rows[seed]):
        corridor, end = _grow(rows, at, gap)
        if corridor is not None and end > seed and _is_columns(rows[at:end], corridor):
            return end, corridor
    return at, None


def _gaps(row: Row) -> list[_Corridor]:
    """The gaps of a row, the widest first."""
    gaps = [_Corridor(a.right, b.left) for a, b in pairwise(row.segments)]
    return sorted(gaps, key=lambda gap: gap.left - gap.right)


def _grow(rows: Sequence[Row], at: int, corridor: _Corridor) -> tuple[_Corridor | None, int]:
    last_left: float | None = None
    end = at
    for row in rows[at:]:
        narrowed = corridor.narrowed(row)
        if narrowed is None or _is_sum(row) or not _keeps_right(row, rows[at:end], narrowed):
            break
        left, _ = narrowed.sides(row)
        if end > at and not _stands_under(row, rows[end - 1]):
            if row.base - rows[end - 1].base > _FAR * row.size:
                break
            if left and last_left is not None and row.base - last_left > _NEAR * row.size:
                break
        last_left = row.base if left else last_left
        corridor, end = narrowed, end + 1
    return (corridor if end > at else None), end


def _is_sum(row: Row) -> bool:
    """A label with its figure behind a tab."""
    return len(row.segments) == 2 and FIGURE.fullmatch(row.segments[1].text) is not None


def _keeps_right(row: Row, band: Sequence[Row], corridor: _Corridor) -> bool:
    """Whether what stands to the right stands in the right column: a title in the middle of the page does not."""
    here = corridor.sides(row)[1]
    there = [segment for each in band for segment in corridor.sides(each)[1]]
    if not here or not there:
        return True
    left, right = min(each.left for each in there), max(each.right for each in there)
    return left <= (here[0].left + here[-1].right) / 2 <= right or here[0].left <= (left + right) / 2 <= here[-1].right


def _stands_under(row: Row, above: Row) -> bool:
    """Names under the offices of those who sign, with the room for their signatures between: a line for a line."""
    return (
        row.base - above.base < _SIGNATURE * row.size
        and len(row.segments) == len(above.segments) > 1
        and all(a.left < b.right and b.left < a.right for a, b in zip(row.segments, above.segments, strict=True))
    )


def _is_columns(band: Sequence[Row], corridor: _Corridor) -> bool:
    sides = [corridor.sides(row) for row in band]
    both = [(left[-1], right[0]) for left, right in sides if left and right]
    if not both or not sides[0][1]:
        return False
    alone = sum(1 for left, right in sides if left and not right)
    if all(_LABEL.fullmatch(left.text) for left, _ in both):
        return False
    if all(left.text.endswith(":") and not _RECIPIENTS.match(left.text) for left, _ in both):
        return False
    widest = max(right.left - left.right for left, right in both)
    return len(both) + min(alone, len(sides) - alone) > 1 or widest > _WIDE_GAP * band[0].size
