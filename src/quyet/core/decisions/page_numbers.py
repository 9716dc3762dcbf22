"""Numbers of pages that a copy kept between its lines; left there, they would cut a sentence or hide what follows."""

from __future__ import annotations

from collections.abc import Sequence

from quyet.core.decisions.grammar import papers
from quyet.core.decisions.raw_lines import RawLine

_FAR_RIGHT = 20
"""A number that stands this far to the right stands in the middle of its page or at its edge."""
_PAGES_APART = 10
"""How many pages in a row may have lost their numbers."""


def without_page_numbers(lines: Sequence[RawLine]) -> list[RawLine]:
    """The lines of a paper, page numbers left out, and the room around them where a sentence runs on over it."""
    kept: list[RawLine] = []
    said = ""  # the last line of words
    page = 1  # a first page mostly shows no number
    index = 0
    while index < len(lines):
        number = _page_number(lines, index)
        if number is not None and page < number <= page + (_PAGES_APART if _is_far(lines[index]) else 1):
            page = number
            index += 1
            if said and said[-1] not in ".;:/!?|":
                index = _close_gap(kept, lines, index)
            continue
        kept.append(lines[index])
        said = lines[index].text.rstrip() or said
        index += 1
    return kept


def _page_number(lines: Sequence[RawLine], index: int) -> int | None:
    """The number that stands alone on a line, room above and below or far from the margin."""
    found = papers.PAGE_NUMBER.fullmatch(lines[index].text)
    if not found:
        return None
    above = index > 0 and lines[index - 1].text.strip()
    below = index + 1 < len(lines) and lines[index + 1].text.strip()
    return int(found["page"]) if _is_far(lines[index]) or not (above or below) else None


def _is_far(line: RawLine) -> bool:
    return len(line.text) - len(line.text.lstrip()) >= _FAR_RIGHT


def _close_gap(kept: list[RawLine], lines: Sequence[RawLine], index: int) -> int:
    """Take the blank lines around a page number away; where to go on."""
    while kept and not kept[-1].text.strip():
        kept.pop()
    while index < len(lines) and not lines[index].text.strip():
        index += 1
    return index
