"""What a printer or a signing program puts on a page, and the writer did not write.

Page numbers, running heads and feet, the stamps of digital signatures: they would stand between lines of text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from statistics import median

from quyet.files.readers.printed.lines import rows_of
from quyet.files.readers.printed.model import Page, Row, Segment, Word

_MARGIN = 0.12
"""How much of a page, at its top and at its bottom, is margin in which a page number may stand."""
_HEAD_MARGIN = 0.08
"""The same for a running head: the first line of the text itself must not be taken for one."""
_PAGE_NUMBER = re.compile(r"[-–—\s]*(?:(?:Trang|Page)\s*)?\d{1,4}(?:\s*/\s*\d{1,4})?[-–—.\s]*", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_EDGE = 2
"""So many rows at either end of a page may be running heads or feet."""


def without_page_furniture(pages: Sequence[tuple[float, Sequence[Row]]]) -> list[list[Row]]:
    """The rows of each page (given with its height), without page numbers and what is repeated on most pages."""
    seen: Counter[tuple[bool, str]] = Counter()
    for height, rows in pages:
        seen.update({_mark(row, height) for row in _edges(rows, height)})
    often = {mark for mark, times in seen.items() if times >= max(3, (len(pages) + 1) // 2)}
    return [_kept(rows, height, often) for height, rows in pages]


def _kept(rows: Sequence[Row], height: float, often: set[tuple[bool, str]]) -> list[Row]:
    gone = {id(row) for row in _edges(rows, height) if _mark(row, height) in often}
    left = [row for row in rows if id(row) not in gone]
    for end in (0, -1):
        if left and _in_margin(left[end], height, _MARGIN) and _PAGE_NUMBER.fullmatch(left[end].text):
            del left[end]
    return left


def _edges(rows: Sequence[Row], height: float) -> list[Row]:
    ends = [*rows[:_EDGE], *rows[max(_EDGE, len(rows) - _EDGE) :]]
    return [row for row in ends if _in_margin(row, height, _HEAD_MARGIN)]


def _in_margin(row: Row, height: float, margin: float) -> bool:
    return row.base < margin * height or row.base - row.size > (1 - margin) * height


def _mark(row: Row, height: float) -> tuple[bool, str]:
    """What makes two running heads the same: the end of the page, and the words but for the number in them."""
    return row.base < height / 2, _DIGITS.sub("#", row.text)


# --- stamps of digital signatures ------------------------------------------------------------------------------------

_SIGNER = r"Ký bởi|Người ký|Được ký bởi|Ký số bởi|Digitally signed by|Signature (?:Not|Valid)"
_STAMP_BEGINS = re.compile(rf"(?:{_SIGNER})\b", re.I)
_STAMP_LINE = re.compile(
    rf"(?:{_SIGNER}|E-?mail|Cơ quan|Tổ chức|Chức vụ|Ngày ký|Thời gian ký|Date|Reason|Location|DN)\b", re.I
)
_STAMP_TIME = re.compile(r"(?:Ngày ký|Thời gian ký|Date)\b", re.I)
_SMALL = 0.9
"""Stamps are set smaller than the text, in line heights of the page."""
_STAMP_LONGEST = 12
_FEW = 60
_SMALLEST_TEXT = 11.5


def without_stamps(page: Page) -> list[Word]:
    """The words of a page without those of signature stamps."""
    if not any(_STAMP_WORDS.match(word.text) for word in page.words):
        return page.words
    usual = median(word.size for word in page.words)
    small = [word for word in page.words if word.size < _SMALL * usual]
    if not small and len(page.words) < _FEW and usual < _SMALLEST_TEXT:
        small = page.words  # a scan with nothing but the stamp on it
    segments = [segment for row in rows_of(small) for segment in row.segments]
    gone = {id(word) for begin in segments for line in _stamp(begin, segments) for word in line.words}
    return [word for word in page.words if id(word) not in gone]


_STAMP_WORDS = re.compile(r"Ký|Người|Được|Digitally|Signature", re.I)


def _stamp(begin: Segment, segments: Sequence[Segment]) -> list[Segment]:
    """The lines of the stamp that begins with this one; none where it is no stamp."""
    if not _STAMP_BEGINS.match(begin.text):
        return []
    lines = [begin]
    for segment in sorted(segments, key=lambda each: each.base):
        below = segment.base - lines[-1].base
        if 0 < below < 1.8 * begin.size and abs(segment.left - begin.left) < begin.size and len(lines) < _STAMP_LONGEST:
            lines.append(segment)
    last = max(index for index, line in enumerate(lines) if _STAMP_LINE.match(line.text))
    labels = sum(1 for line in lines if _STAMP_LINE.match(line.text))
    return lines[: last + 1] if labels > 1 and any(_STAMP_TIME.match(line.text) for line in lines) else []
