"""Where things stand in a text: the words of a leaf, and the line and column of a position."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from quyet.core.values.late import late
from quyet.core.values.stated import Span

_LINE_END = late("\n")
_BLANK = late(r"[\s*|_]*")


def span_of(*leaves: object) -> Span | None:
    """The words of the first of `leaves` that the text states."""
    for leaf in leaves:
        span: Span | None = getattr(leaf, "span", None)
        if span is not None:
            return span
    return None


def words_between(text: str, start: int, end: int) -> Span:
    """`[start, end)` without the white space and markup around it."""
    found = _BLANK.match(text, start, end)
    start = found.end() if found else start
    return start, max(start, start + len(text[start:end].rstrip(" \t\r\n*|_")))


class Stretches:
    """Stretches of a text, to say of many places whether one of them holds it."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._ends = list(accumulate((end for _, end in ordered), max))

    def hold(self, position: int) -> bool:
        """Whether a stretch reaches over a place, its ends included."""
        before = bisect_right(self._starts, position)
        return before > 0 and self._ends[before - 1] >= position


class Lines:
    """The lines of a text, to say where a position stands as an editor does: from 1."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0, *(found.end() for found in _LINE_END.finditer(text))]

    def place(self, position: int) -> tuple[int, int]:
        """Line and column, both from 1."""
        line = bisect_right(self._starts, position)
        return line, position - self._starts[line - 1] + 1

    def within_one(self, span: Span) -> Span:
        """The part of `span` that stands on the line of its first word."""
        start, end = words_between(self.text, *span)
        line_end = self.text.find("\n", start, end)
        return words_between(self.text, start, end if line_end < 0 else line_end)
