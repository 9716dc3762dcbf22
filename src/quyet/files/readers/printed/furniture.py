"""Page numbers, running heads and feet: the printer's, not the writer's. They would stand between lines of text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from quyet.files.readers.printed.model import Row

_MARGIN = 0.12
"""How much of a page, at its top and at its bottom, is margin in which a page number may stand."""
_HEAD_MARGIN = 0.08
"""The same for a running head: the first line of the text itself must not be taken for one."""
_EDGE = 2
"""So many rows at either end of a page may be running heads or feet."""
_OFTEN = 3
_DIGITS = re.compile(r"\d+")

Printed = tuple[float, list[Row]]
"""The height of a page and its rows."""


def without_page_furniture(pages: Sequence[Printed]) -> list[list[Row]]:
    """The rows of each page, without page numbers and without what is repeated on most pages."""
    return [rows for _, rows in _without_numbers(_without_running_heads(pages))]


# --- running heads ---------------------------------------------------------------------------------------------------


def _without_running_heads(pages: Sequence[Printed]) -> list[Printed]:
    seen: Counter[tuple[bool, str]] = Counter()
    for height, rows in pages:
        seen.update({_mark(row, height) for row in _edges(height, rows)})
    often = {mark for mark, times in seen.items() if times >= max(_OFTEN, (len(pages) + 1) // 2)}
    return [(height, [row for row in rows if not _is_one_of(row, often, height, rows)]) for height, rows in pages]


def _is_one_of(row: Row, marks: set[tuple[bool, str]], height: float, rows: Sequence[Row]) -> bool:
    return bool(marks) and _mark(row, height) in marks and any(row is edge for edge in _edges(height, rows))


def _edges(height: float, rows: Sequence[Row]) -> list[Row]:
    ends = [*rows[:_EDGE], *rows[max(_EDGE, len(rows) - _EDGE) :]]
    return [row for row in ends if _in_margin(row, height, _HEAD_MARGIN)]


def _in_margin(row: Row, height: float, margin: float) -> bool:
    return row.base < margin * height or row.base - row.size > (1 - margin) * height


def _mark(row: Row, height: float) -> tuple[bool, str]:
    """What makes two running heads the same: the end of the page, and the words but for the number in them."""
    return row.base < height / 2, _DIGITS.sub("#", row.text)


# --- page numbers ----------------------------------------------------------------------------------------------------

_NUMBER = re.compile(
    r"[-–—\s]*(?P<said>(?:Trang|Page)\s*)?(?P<number>\d{1,4})(?:\s*/\s*\d{1,4})?[-–—\s]*", re.IGNORECASE
)
_SAME_HEIGHT = 8.0
_ABOVE_TEXT = 56.5
"""The smallest top margin of the decree, 20 mm, in points: nothing but the number of a page stands above."""

Found = tuple[int, Row, tuple[int, int]]
"""The page, the row, and what page numbers of one series share: their height, and how far they run ahead."""


def _without_numbers(pages: Sequence[Printed]) -> list[Printed]:
    """A lone number in the margin is a page number if it says so, is that of its page, others go on from it, or it
    stands above the text or as high as other page numbers: an annex has numbers of its own."""
    found = [each for index, page in enumerate(pages) for each in _numbers(index, *page)]
    series = Counter(shared for _, _, shared in found)
    known = {id(row) for _, row, shared in found if shared[1] in (_SAID, 1) or series[shared] > 1}
    heights = {shared[0] for _, row, shared in found if id(row) in known}
    above = {id(row) for _, row, _ in found if row.base < _ABOVE_TEXT}
    gone = known | above | {id(row) for _, row, shared in found if shared[0] in heights}
    return [(height, [row for row in rows if id(row) not in gone]) for height, rows in pages]


_SAID = -10_000


def _numbers(index: int, height: float, rows: Sequence[Row]) -> Iterator[Found]:
    for row in {id(row): row for row in (*rows[:1], *rows[-1:])}.values():
        number = _NUMBER.fullmatch(row.text)
        if number and _in_margin(row, height, _MARGIN):
            ahead = _SAID if number["said"] else int(number["number"]) - index
            yield index, row, (round(row.base / _SAME_HEIGHT), ahead)
