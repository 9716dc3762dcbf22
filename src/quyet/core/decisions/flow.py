"""The lines of a paper in reading order: what the grammar works on.

Positions in the flow are not those of the paper, because columns are untangled and data tables taken out; `Flow.span`
leads back. Markup is blanked, never cut, so that each line keeps its length.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from quyet.core.decisions.size import ADDRESS, MOST, TooMuch
from quyet.core.decisions.source import Table
from quyet.core.values.folding import squeeze
from quyet.core.values.stated import Day, Dong, Span, Words

_MARKUP = re.compile(r"\*{2,}|(?<!\w)\*|\*(?!\w)")
"""Of web markup; a star between two letters or digits is a sign: 3m*5m."""

_FEW = 6
"""A fact is not torn over more lines than this; longer texts keep the run over all their lines."""


@dataclass(frozen=True, slots=True)
class Paper:
    """The text with markup blanked, the same folded, and as it came; positions are those of the file."""

    plain: str
    low: str
    printed: str


class Piece(NamedTuple):
    """A line, or the part of one that stands in a column; positions are those of the paper."""

    start: int
    end: int
    blank_before: bool
    indent: int = 0
    column: int = 0


class Line(NamedTuple):
    """One line of the flow."""

    start: int
    """Where it begins in the paper, white space left out."""
    end: int
    at: int
    """Where it begins in `Flow.text`."""
    blank_before: bool
    indent: int
    column: int
    """0 in the running text; the lines of one cell or column of a head or foot share a number above 0."""


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table that holds data, and how many lines of the flow stand above it."""

    before: int
    table: Table


class Flow:
    """The lines of a paper in reading order, joined by line ends in `text`; `low` is the same text folded.

    Positions in `text` are what the grammar works with; `span(a, b)` leads from them back to the paper.
    """

    __slots__ = ("_printed", "_starts", "folded", "lines", "low", "plain", "stated", "tables", "text")

    def __init__(self, paper: Paper, pieces: Sequence[Piece], tables: Sequence[Table]) -> None:
        self.plain = paper.plain
        self.folded = paper.low
        self.stated = 0
        """The size of all facts so far, in characters."""
        self._printed = paper.printed if "*" in paper.printed else ""
        self.lines: list[Line] = []
        at = 0
        for piece in pieces:
            self.lines.append(Line(piece.start, piece.end, at, piece.blank_before, piece.indent, piece.column))
            at += piece.end - piece.start + 1
        self.text = "\n".join(paper.plain[piece.start : piece.end] for piece in pieces)
        self.low = "\n".join(paper.low[piece.start : piece.end] for piece in pieces)
        self._starts = [line.at for line in self.lines]
        starts = sorted(line.start for line in self.lines)
        self.tables = [DataTable(bisect_right(starts, table.rows[0].span[0]), table) for table in tables]

    def hold(self) -> None:
        """Raise `TooMuch` where the facts so far are more than a reading may hold."""
        if self.stated > MOST:
            raise TooMuch

    def state_again(self, words: Words | None) -> None:
        """Count words that stand in the reading once more."""
        if words:
            self.stated += len(words) + ADDRESS

    def line_index(self, position: int) -> int:
        """The index of the line that holds a position of the flow."""
        return max(0, bisect_right(self._starts, position) - 1)

    def line_text(self, index: int) -> str:
        """The words of a line."""
        line = self.lines[index]
        return self.text[line.at : line.at + line.end - line.start]

    def line_low(self, index: int) -> str:
        """The same, folded."""
        line = self.lines[index]
        return self.low[line.at : line.at + line.end - line.start]

    def line_end(self, index: int) -> int:
        """The position in the flow just behind a line."""
        line = self.lines[index]
        return line.at + line.end - line.start

    def span(self, a: int, b: int) -> Span:
        """The place in the paper of `text[a:b]` (not empty), as that of one more fact."""
        self.stated += b - a + ADDRESS
        first = self.line_index(a)
        line = self.lines[first]
        shift = line.start - line.at
        if b + shift <= line.end:
            return a + shift, b + shift
        last = self.line_index(b - 1)
        if first < last <= first + _FEW and self._is_torn(first, last):
            c, d = self._longest_part(a, b, first, last)
            if d - c >= (b - a) / 2:
                return c, d
        start = a + shift
        end = self.lines[last].start + b - self.lines[last].at
        return (start, end) if start < end else (end, start)

    def _is_torn(self, first: int, last: int) -> bool:
        """Whether words of another column stand between these lines in the paper."""
        for above, below in pairwise(self.lines[first : last + 1]):
            if below.start < above.end or self.plain[above.end : below.start].strip(" \n\t|-–_=."):
                return True
        return False

    def _longest_part(self, a: int, b: int, first: int, last: int) -> Span:
        """Of words that another column tears apart, the longest piece: where it is most of them, it says more than a
        run over all, which would show the other column's words too."""
        parts = [
            (max(a, self.lines[i].at), min(b, self.line_end(i))) for i in range(first, last + 1) if self.line_end(i) > a
        ]
        c, d = max(parts, key=lambda part: part[1] - part[0])
        line = self.lines[self.line_index(c)]
        return line.start + c - line.at, line.start + d - line.at

    def trim(self, a: int, b: int, also: str = "") -> tuple[int, int]:
        """Narrow `[a, b)` until no white space, and no character of `also`, stands at its ends."""
        text, edge = self.text, " \n\t" + also
        while a < b and text[a] in edge:
            a += 1
        while b > a and text[b - 1] in edge:
            b -= 1
        return a, b

    def letter_before(self, at: int, a: int) -> str:
        """The last letter of `low[a:at]` that is no white space; empty where there is none."""
        while at > a and self.low[at - 1].isspace():
            at -= 1
        return self.low[at - 1] if at > a else ""

    def words(self, a: int, b: int, strip: str = "") -> Words | None:
        """The value that `text[a:b]` states, without `strip` at its ends; None where nothing is left."""
        a, b = self.trim(a, b, strip)
        return Words(self._said(a, b), self.span(a, b)) if a < b else None

    def _said(self, a: int, b: int) -> str:
        """The words of `text[a:b]`: where the paper has markup, that is taken out and leaves no blank: (**đợt 1**)."""
        if not self._printed:
            return squeeze(self.text[a:b])
        parts = []
        for index in range(self.line_index(a), self.line_index(b - 1) + 1):
            line = self.lines[index]
            start, end = max(a, line.at) - line.at, min(b, self.line_end(index)) - line.at
            part = self._printed[line.start + start : line.start + end]
            parts.append(_MARKUP.sub("", part) if "*" in part else self.plain[line.start + start : line.start + end])
        return squeeze(" ".join(parts))

    def dong(self, value: int, a: int, b: int) -> Dong:
        """The sum, in đồng, that `text[a:b]` states."""
        return Dong(value, self.span(a, b))

    def day(self, value: date, a: int, b: int) -> Day:
        """The day that `text[a:b]` states."""
        return Day.said(value, self.span(a, b))

    # Cells of data tables are outside the flow; their values are read from the paper itself.

    def cell_text(self, paragraphs: Sequence[Span]) -> str:
        """The words of a cell, its paragraphs joined by spaces."""
        return _cell(self.plain, paragraphs)

    def cell_low(self, paragraphs: Sequence[Span]) -> str:
        """The same, folded."""
        return _cell(self.folded, paragraphs)

    def cell_words(self, paragraphs: Sequence[Span]) -> Words | None:
        """The value that a cell states; None for an empty one."""
        text = self.cell_text(paragraphs)
        return Words(text, self.cell_span(paragraphs[0][0], paragraphs[-1][1])) if text else None

    def cell_span(self, a: int, b: int) -> Span:
        """The place of a fact in a cell; positions are those of the paper. It may be stated twice, as a table can
        stand in a reading as `estimate` and among the `estimates`."""
        self.stated += 2 * (b - a + ADDRESS)
        return a, b


def _cell(paper: str, paragraphs: Sequence[Span]) -> str:
    if len(paragraphs) == 1:
        a, b = paragraphs[0]
        return squeeze(paper[a:b])
    return squeeze(" ".join([paper[a:b] for a, b in paragraphs]))
