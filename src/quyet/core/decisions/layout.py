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

from quyet.core.decisions.drawn_tables import find_tables
from quyet.core.decisions.flow import Flow, Paper, Piece
from quyet.core.decisions.grammar import marks, papers
from quyet.core.decisions.names import is_name
from quyet.core.decisions.page_numbers import without_page_numbers
from quyet.core.decisions.raw_lines import RawLine, raw_lines
from quyet.core.decisions.run_together import part
from quyet.core.decisions.source import Source, Table
from quyet.core.values.folding import fold
from quyet.core.values.stated import Span

_BLANKED = str.maketrans(dict.fromkeys("*\xa0\u200b\u200c\u200d\ufeff\xad\u2002\u2003\u2009\u202f\u3000\x0c\x0b", " "))

_QUOTED = re.compile(r"^[ \t]*(?:>[ \t]?)++", re.M)
"""The marks of a quoted e-mail."""


def lay_out(source: Source) -> Flow:
    """The lines of a paper in reading order, its data tables apart."""
    plain = _QUOTED.sub(lambda mark: " " * len(mark.group()), source.text.translate(_BLANKED).replace("Ð", "Đ"))
    paper = Paper(plain, fold(plain), source.text)
    lines = without_page_numbers(raw_lines(plain))
    marked = _marked_tables(source, lines) or find_tables(lines)
    pieces: list[Piece] = []
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


def _is_page_furniture(paper: Paper, table: Table) -> bool:
    if len(table.rows) > 40 or max(len(row.cells) for row in table.rows) > 4:
        return False
    cells = (paper.low[a:b] for row in table.rows for cell in row.cells for a, b in cell.paragraphs)
    text = "\n".join(cells)[:6000]
    at_head = table.rows[0].span[0] < _HEAD_LENGTH and papers.HEAD_FURNITURE.search(text)
    return bool(at_head or papers.FURNITURE.search(text))


def _cells_in_columns(table: Table, columns: _Counter) -> Iterator[Piece]:
    """The cells of a letterhead or foot: the first column from top to bottom, then the second, and so on."""
    for index in range(max(len(row.cells) for row in table.rows)):
        column = columns.next()
        for row in table.rows:
            if index < len(row.cells):
                for n, (a, b) in enumerate(row.cells[index].paragraphs):
                    yield Piece(a, b, n == 0, 0, column)


_MOSTLY_RIGHT = 25
"""A line of a head or foot that begins this far to the right belongs to the right column."""


def _signs(paper: Paper, line: RawLine) -> bool:
    """Whether a line is one of a signature: an authority (KT.) or an office (GIÁM ĐỐC)."""
    begin = line.start + len(line.text) - len(line.text.lstrip())
    return bool(papers.AUTHORITY.match(paper.low, begin, line.end) or papers.OFFICE.match(paper.low, begin, line.end))


class _FootColumns:
    """Whether the lines now are those of a foot (nơi nhận on the left, signature on the right)."""

    def __init__(self) -> None:
        self.inside = False
        self._kept = False
        self._signed = False
        self._tabbed = False

    def enter(self, line: RawLine) -> None:
        self.inside = True
        self._tabbed = line.text.startswith("\t")

    def is_right(self, line: RawLine) -> bool:
        """Whether a line begins in the right column: far from the margin, or behind a tab where nơi nhận had none."""
        far = len(line.text) - len(line.text.lstrip()) >= _MOSTLY_RIGHT
        return far or (line.text.startswith("\t") and not self._tabbed)

    def is_over(self, paper: Paper, line: RawLine) -> bool:
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
    paper: Paper, lines: Sequence[RawLine], pieces: list[Piece], foot: _FootColumns, columns: _Counter
) -> None:
    """Lines outside tables: those of a foot are split into its two columns, all others stay as they are."""
    blank = True
    right: list[Piece] = []
    left = columns.next()
    right_column = columns.next()
    for line in lines:
        span = line.span()
        if span is None:
            blank = True
            continue
        if papers.FOOT.match(paper.low, line.start, line.end):
            foot.enter(line)
        elif foot.inside and foot.is_over(paper, line):
            foot.inside = False
        if foot.inside:
            for n, (a, b) in enumerate(_segments(line, papers.GAP)):
                is_right = n > 0 or foot.is_right(line)
                target, column = (right, right_column) if is_right else (pieces, left)
                target.append(Piece(a, b, blank, a - line.start, column))
        else:
            pieces += right
            right = []
            piece = Piece(*span, blank, span[0] - line.start)
            if pieces and not blank and marks.LONE.fullmatch(paper.low, pieces[-1].start, pieces[-1].end):
                piece = pieces.pop()._replace(end=piece.end)  # «1.» / «Công tác tuyên truyền»: a copy broke the line
            pieces += part(piece, paper)
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


def _without_national(paper: Paper, a: int, b: int) -> list[Span]:
    """A part of a head, cut where the name of the country or its motto begins: the columns had come too near."""
    found = papers.NATIONAL_NAME.search(paper.low, a, b) or papers.MOTTO.search(paper.low, a, b)
    if not found or found.start() == a or not paper.plain[a : found.start()].strip():
        return [(a, b)]
    stop = a + len(paper.plain[a : found.start()].rstrip())
    return [(a, stop), (found.start(), b)]


def _order_head(pieces: list[Piece], paper: Paper, columns: _Counter) -> list[Piece]:
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
    left: list[Piece] = []
    right: list[Piece] = []
    numbers = (columns.next(), columns.next())
    for piece in pieces[: marks[-1] + 1]:
        if piece.column:  # a drawn table has told its columns already
            (left if piece.column == first_column else right).append(piece)
            continue
        line = RawLine(piece.start, paper.plain[piece.start : piece.end])
        gap = papers.PIPE_GAP if "|" in line.text else papers.HEAD_GAP
        parts = [(a, b) for a, b in _segments(line, gap) if paper.plain[a:b].strip(" |-–_")]
        parts = [part for a, b in parts for part in _without_national(paper, a, b)]
        for n, (a, b) in enumerate(parts):
            is_right = n > 0 or piece.indent >= _MOSTLY_RIGHT
            (right if is_right else left).append(Piece(a, b, piece.blank_before, piece.indent, numbers[is_right]))
    return left + right + pieces[marks[-1] + 1 :]
