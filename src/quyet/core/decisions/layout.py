"""Paper → lines in reading order.

A decision is printed in two columns at its head and its foot, and its copies carry the traces: pipes, tabs, runs of
spaces, web markup. Here those are undone once, so that the grammar behind sees plain lines: the left column of a head
or foot first, then the right one; data tables taken out of the flow. Markup is blanked, never cut, so that positions
in the flow lead back to positions in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from quyet.core.decisions.drawn_tables import find_tables
from quyet.core.decisions.grammar import papers
from quyet.core.decisions.names import is_name
from quyet.core.decisions.raw_lines import RawLine, raw_lines
from quyet.core.decisions.source import Source, Table
from quyet.core.values.folding import fold, squeeze
from quyet.core.values.stated import Day, Dong, Number, Span, Words

_BLANKED = str.maketrans(dict.fromkeys("*\xa0\u200b\u200c\u200d\ufeff\xad\u2002\u2003\u2009\u202f\u3000\x0c\x0b", " "))

_FEW = 6
"""A fact is not torn over more lines than this; longer texts keep the run over all their lines."""

_QUOTED = re.compile(r"^[ \t]*(?:>[ \t]?)+", re.M)
"""The marks of a quoted e-mail."""


@dataclass(frozen=True, slots=True)
class Line:
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

    __slots__ = ("_starts", "lines", "low", "plain", "tables", "text")

    def __init__(self, paper: _Paper, pieces: Sequence[_Piece], tables: Sequence[Table]) -> None:
        self.plain = paper.plain
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

    def line_index(self, position: int) -> int:
        """The index of the line that holds a position of the flow."""
        return max(0, bisect_right(self._starts, position) - 1)

    def line_text(self, index: int) -> str:
        line = self.lines[index]
        return self.text[line.at : line.at + line.end - line.start]

    def line_low(self, index: int) -> str:
        line = self.lines[index]
        return self.low[line.at : line.at + line.end - line.start]

    def line_end(self, index: int) -> int:
        """The position in the flow just behind a line."""
        line = self.lines[index]
        return line.at + line.end - line.start

    def span(self, a: int, b: int) -> Span:
        """The place in the paper of `text[a:b]` (not empty)."""
        first, last = self.line_index(a), self.line_index(b - 1)
        if first < last <= first + _FEW and self._is_torn(first, last):
            c, d = self._longest_part(a, b, first, last)
            if d - c >= (b - a) / 2:
                return c, d
        start = self.lines[first].start + a - self.lines[first].at
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

    def words(self, a: int, b: int, strip: str = "") -> Words | None:
        """The value that `text[a:b]` states, without `strip` at its ends; None where nothing is left."""
        a, b = self.trim(a, b, strip)
        return Words(squeeze(self.text[a:b]), self.span(a, b)) if a < b else None

    def dong(self, value: int, a: int, b: int) -> Dong:
        return Dong(value, self.span(a, b))

    def day(self, value: date, a: int, b: int) -> Day:
        return Day.said(value, self.span(a, b))

    # Cells of data tables are outside the flow; their values are read from the paper itself.

    def cell_text(self, paragraphs: Sequence[Span]) -> str:
        return squeeze(" ".join(self.plain[a:b] for a, b in paragraphs))

    def cell_words(self, paragraphs: Sequence[Span]) -> Words | None:
        text = self.cell_text(paragraphs)
        return Words(text, (paragraphs[0][0], paragraphs[-1][1])) if text else None

    def cell_number(self, value: int | str, paragraphs: Sequence[Span]) -> Number:
        return Number(value, (paragraphs[0][0], paragraphs[-1][1]))


def lay_out(source: Source) -> Flow:
    """The lines of a paper in reading order, its data tables apart."""
    plain = _QUOTED.sub(lambda mark: " " * len(mark.group()), source.text.translate(_BLANKED).replace("Ð", "Đ"))
    paper = _Paper(plain, fold(plain))
    lines = raw_lines(plain)
    marked = _marked_tables(source, lines) or find_tables(lines)
    pieces: list[_Piece] = []
    tables: list[Table] = []
    foot = _FootColumns()
    columns = _Counter()
    at = 0
    for begin, end, table in marked:
        _add_lines(paper, lines[at:begin], pieces, foot, columns)
        if _is_page_furniture(paper, table):
            pieces += _cells_in_columns(table, columns)
        else:
            tables.append(table)
        at = end
    _add_lines(paper, lines[at:], pieces, foot, columns)
    return Flow(paper, _order_head(pieces, paper, columns), tables)


# --- the parts -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Paper:
    """The text with markup blanked, and the same folded; positions are those of the file."""

    plain: str
    low: str


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    blank_before: bool
    indent: int = 0
    column: int = 0


class _Counter:
    """Numbers for columns."""

    def __init__(self) -> None:
        self.last = 0

    def next(self) -> int:
        self.last += 1
        return self.last


def _marked_tables(source: Source, lines: Sequence[RawLine]) -> list[tuple[int, int, Table]]:
    """The tables that the file itself marks, with the lines that they cover."""
    if not source.tables:
        return []
    starts = [line.start for line in lines]
    found = []
    for table in source.tables:
        if table.rows:
            first = bisect_right(starts, table.rows[0].span[0]) - 1
            last = bisect_right(starts, max(table.rows[-1].span[0], table.rows[-1].span[1] - 1)) - 1
            found.append((first, last + 1, table))
    return sorted(found, key=lambda each: each[0])


_HEAD_LENGTH = 1200


def _is_page_furniture(paper: _Paper, table: Table) -> bool:
    if len(table.rows) > 40 or max(len(row.cells) for row in table.rows) > 4:
        return False
    cells = (paper.low[a:b] for row in table.rows for cell in row.cells for a, b in cell.paragraphs)
    text = "\n".join(cells)[:6000]
    at_head = table.rows[0].span[0] < _HEAD_LENGTH and papers.HEAD_FURNITURE.search(text)
    return bool(at_head or papers.FURNITURE.search(text))


def _cells_in_columns(table: Table, columns: _Counter) -> Iterator[_Piece]:
    """The cells of a letterhead or foot: the first column from top to bottom, then the second, and so on."""
    for index in range(max(len(row.cells) for row in table.rows)):
        column = columns.next()
        for row in table.rows:
            if index < len(row.cells):
                for n, (a, b) in enumerate(row.cells[index].paragraphs):
                    yield _Piece(a, b, n == 0, 0, column)


_MOSTLY_RIGHT = 25
"""A line of a head or foot that begins this far to the right belongs to the right column."""


def _signs(paper: _Paper, line: RawLine) -> bool:
    """Whether a line is one of a signature: an authority (KT.) or an office (GIÁM ĐỐC)."""
    begin = line.start + len(line.text) - len(line.text.lstrip())
    return bool(papers.AUTHORITY.match(paper.low, begin, line.end) or papers.OFFICE.match(paper.low, begin, line.end))


class _FootColumns:
    """Whether the lines now are those of a foot (nơi nhận on the left, signature on the right)."""

    def __init__(self) -> None:
        self.inside = False
        self._kept = False
        self._signed = False

    def is_over(self, paper: _Paper, line: RawLine) -> bool:
        """Whether a line stands below the foot: the head of an annex, or a title in capitals behind "Lưu: VT"."""
        if papers.FOOT_ENDS.match(paper.low, line.start, line.end):
            return True
        indented = len(line.text) - len(line.text.lstrip()) >= _MOSTLY_RIGHT
        title = line.text.isupper() and not _signs(paper, line)
        if self._kept and title and (self._signed or not indented):
            return True
        self._signed = self._signed or is_name(line.text.strip().rsplit("   ", 1)[-1].rsplit(":", 1)[-1])
        self._kept = self._kept or bool(papers.KEPT.match(paper.low, line.start, line.end))
        return False


def _add_lines(
    paper: _Paper, lines: Sequence[RawLine], pieces: list[_Piece], foot: _FootColumns, columns: _Counter
) -> None:
    """Lines outside tables: those of a foot are split into its two columns, all others stay as they are."""
    blank = True
    right: list[_Piece] = []
    left = columns.next()
    right_column = columns.next()
    for line in lines:
        span = line.span()
        if span is None:
            blank = True
            continue
        if papers.FOOT.match(paper.low, line.start, line.end):
            foot.inside = True
        elif foot.inside and foot.is_over(paper, line):
            foot.inside = False
        if foot.inside:
            for n, (a, b) in enumerate(_segments(line, papers.GAP)):
                is_right = n > 0 or len(line.text) - len(line.text.lstrip()) >= _MOSTLY_RIGHT
                target, column = (right, right_column) if is_right else (pieces, left)
                target.append(_Piece(a, b, blank, a - line.start, column))
        else:
            pieces += right
            right = []
            pieces.append(_Piece(*span, blank, span[0] - line.start))
        blank = False
    pieces += right


def _segments(line: RawLine, gap: re.Pattern[str]) -> list[Span]:
    """The parts of a line between wide gaps."""
    begin = len(line.text) - len(line.text.lstrip())
    bare = line.text.strip()
    spans, at = [], 0
    for hole in gap.finditer(bare):
        if hole.start() > at:
            spans.append((line.start + begin + at, line.start + begin + hole.start()))
        at = hole.end()
    if at < len(bare):
        spans.append((line.start + begin + at, line.start + begin + len(bare)))
    return spans


_HEAD_LINES = 16


def _order_head(pieces: list[_Piece], paper: _Paper, columns: _Counter) -> list[_Piece]:
    """Lines of a letterhead that was typed with spaces, tabs or a single pipe: left column first, then the right."""
    marks = []
    for i, piece in enumerate(pieces[:_HEAD_LINES]):
        low = paper.low[piece.start : piece.end]
        if papers.HEAD_OVER.match(low):
            break
        if papers.HEAD_MARK.search(low):
            marks.append(i)
    if not marks:
        return pieces
    first_column = next((piece.column for piece in pieces if piece.column), 0)
    left: list[_Piece] = []
    right: list[_Piece] = []
    numbers = (columns.next(), columns.next())
    for piece in pieces[: marks[-1] + 1]:
        if piece.column:  # a drawn table has told its columns already
            (left if piece.column == first_column else right).append(piece)
            continue
        line = RawLine(piece.start, paper.plain[piece.start : piece.end])
        gap = papers.PIPE_GAP if "|" in line.text else papers.HEAD_GAP
        parts = [(a, b) for a, b in _segments(line, gap) if paper.plain[a:b].strip(" |-–_")]
        for n, (a, b) in enumerate(parts):
            is_right = n > 0 or piece.indent >= _MOSTLY_RIGHT
            (right if is_right else left).append(_Piece(a, b, piece.blank_before, piece.indent, numbers[is_right]))
    return left + right + pieces[marks[-1] + 1 :]
