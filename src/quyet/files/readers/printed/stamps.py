"""The stamps that signing programs put on a page: who signed, with which address, when. No part of the paper."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from quyet.files.readers.printed.lines import rows_of
from quyet.files.readers.printed.model import Page, Segment, Word

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
