"""Tables whose columns are set with tabs or runs of spaces, under a heading line that begins with STT.

STT   Nội dung                ĐVT    Số lượng    Đơn giá      Thành tiền
1     Băng rôn tuyên truyền   cái    40          400.000      16.000.000
      trên các trục đường
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from quyet.core.decisions.grammar import headings
from quyet.core.decisions.raw_lines import RawLine
from quyet.core.decisions.source import Cell, Row, Table
from quyet.core.values.folding import fold
from quyet.core.values.stated import Span

_FEWEST = 3


def spaced_table(lines: Sequence[RawLine], begin: int) -> tuple[int, Table | None]:
    """The table under the heading at `begin` and the line behind it; no table where the heading stands alone."""
    heading = _pieces(lines[begin])
    if len(heading) < _FEWEST:
        return begin, None
    end = _end(lines, begin)
    rows = [(line, pieces) for line in lines[begin + 1 : end] if (pieces := _pieces(line))]
    if not any(len(pieces) >= _FEWEST for _, pieces in rows):
        return begin, None
    extents = _extents(lines[begin], heading, rows)
    table = [_row(lines[begin], heading, extents)]
    for line, pieces in rows:
        row = _row(line, pieces, extents)
        if _goes_on(row, table):
            table[-1] = _joined(table[-1], row)
        else:
            table.append(row)
    return end, Table(tuple(table))


def _pieces(line: RawLine) -> list[Span]:
    """The parts of a line between gaps, in positions of the text."""
    if line.span() is None:
        return []
    bare = line.text.rstrip()
    at = len(bare) - len(bare.lstrip())
    pieces = []
    for gap in headings.GAP.finditer(bare, at):
        pieces.append((line.start + at, line.start + gap.start()))
        at = gap.end()
    return [*pieces, (line.start + at, line.start + len(bare))]


def _end(lines: Sequence[RawLine], begin: int) -> int:
    """Behind the last row: at words that no row holds, or where a blank line is followed by a line without columns."""
    i, last = begin + 1, begin
    while i < len(lines):
        pieces = _pieces(lines[i])
        if pieces and headings.OVER.match(fold(lines[i].text)):
            break
        blank_above = lines[i - 1].span() is None
        if pieces and len(pieces) < 2 and blank_above:
            break
        if pieces and len(pieces) == 1 and len(lines[i].text.strip()) > 90:
            break
        if pieces:
            last = i
        elif i - last > 2:
            break
        i += 1
    return last + 1


def _extents(head: RawLine, heading: list[Span], rows: list[tuple[RawLine, list[Span]]]) -> list[Span]:
    """From where to where each column reaches, told by the heading and the rows that fill every column."""
    extents = [(a - head.start, b - head.start) for a, b in heading]
    for line, pieces in rows:
        if len(pieces) == len(heading):
            extents = [
                (min(low, a - line.start), max(high, b - line.start))
                for (low, high), (a, b) in zip(extents, pieces, strict=True)
            ]
    return extents


def _row(line: RawLine, pieces: list[Span], extents: list[Span]) -> Row:
    """Each piece in the column that it shares most room with; all in order where none is missing."""
    cells: list[tuple[Span, ...]] = [()] * len(extents)
    if "\t" in line.text:
        return Row((line.start, line.end), tuple(_tab_cells(line)))
    if len(pieces) == len(extents):
        return Row((line.start, line.end), tuple(Cell((piece,)) for piece in pieces))
    column = 0
    for a, b in pieces:
        shared = [min(b - line.start, high) - max(a - line.start, low) for low, high in extents]
        best = max(range(column, len(extents)), key=lambda i: shared[i]) if column < len(extents) else len(extents) - 1
        cells[best] = (*cells[best], (a, b))
        column = best + 1
    return Row((line.start, line.end), tuple(Cell(spans) for spans in cells))


def _tab_cells(line: RawLine) -> Iterator[Cell]:
    """Cells between tabs; here an empty one is there too."""
    at = 0
    for text in line.text.split("\t"):
        span = RawLine(line.start + at, text).span()
        yield Cell((span,) if span else ())
        at += len(text) + 1


def _goes_on(row: Row, above: list[Row]) -> bool:
    """Whether a line has only words of the second column: the content of the row above, wrapped."""
    filled = [i for i, cell in enumerate(row.cells) if cell.paragraphs]
    return len(above) > 1 and filled == [1]


def _joined(above: Row, row: Row) -> Row:
    pairs = zip_longest(above.cells, row.cells, fillvalue=Cell(()))  # a typist may end a line with fewer tabs
    cells = tuple(Cell(a.paragraphs + b.paragraphs, a.columns) for a, b in pairs)
    return Row((above.span[0], row.span[1]), cells)
