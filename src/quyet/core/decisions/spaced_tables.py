"""Tables whose columns are set with tabs or runs of spaces, under a heading line that begins with STT.

STT   Nội dung                ĐVT    Số lượng    Đơn giá      Thành tiền
1     Băng rôn tuyên truyền   cái    40          400.000      16.000.000
      trên các trục đường
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from quyet.core.decisions.grammar import headings
from quyet.core.decisions.raw_lines import RawLine, span_of
from quyet.core.decisions.source import Cell, Row, Table
from quyet.core.values.folding import fold
from quyet.core.values.stated import Span

_FEWEST = 3
_LONGEST = 90
"""Characters: a longer line of one piece is no wrapped cell."""
_BLANKS = 2
_OPENING = 200
"""Characters in which the words stand that end a table."""
_EMPTY = Cell(())


def spaced_table(lines: Sequence[RawLine], begin: int) -> tuple[int, Table | None]:
    """The table under the heading at `begin` and the line behind it; no table where the heading stands alone."""
    heading = _pieces(lines[begin])
    if len(heading) < _FEWEST:
        return begin, None
    end, rows = _rows(lines, begin)
    if not any(len(pieces) >= _FEWEST for _, pieces in rows):
        return begin, None
    extents = _extents(lines[begin], heading, rows)
    table = [[_row(lines[begin], heading, extents)]]
    for line, pieces in rows:
        row = _row(line, pieces, extents)
        if len(table) > 1 and _goes_on(row):
            table[-1].append(row)
        else:
            table.append([row])
    return end, Table(tuple(as_one(printed) for printed in table))


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


def _rows(lines: Sequence[RawLine], begin: int) -> tuple[int, list[tuple[RawLine, list[Span]]]]:
    """The printed rows with their pieces, and the line behind the last: the table ends at words that no row holds, or
    where a blank line is followed by a line without columns."""
    rows: list[tuple[RawLine, list[Span]]] = []
    last, blank_above = begin, False
    for i in range(begin + 1, len(lines)):
        line, pieces = lines[i], _pieces(lines[i])
        if pieces:
            long = len(pieces) == 1 and len(line.text.strip()) > _LONGEST
            if long or (len(pieces) == 1 and blank_above) or headings.OVER.match(fold(line.text[:_OPENING])):
                break
            rows.append((line, pieces))
            last = i
        elif i - last > _BLANKS:
            break
        blank_above = not pieces
    return last + 1, rows


def _extents(head: RawLine, heading: list[Span], rows: Sequence[tuple[RawLine, list[Span]]]) -> list[Span]:
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
        span = span_of(text, line.start + at)
        yield Cell((span,) if span else ())
        at += len(text) + 1


def _goes_on(row: Row) -> bool:
    """Whether a line has only words of the second column: the content of the row above, wrapped."""
    return [i for i, cell in enumerate(row.cells) if cell.paragraphs] == [1]


def as_one(printed: Sequence[Row]) -> Row:
    """A row that was printed on several lines."""
    if len(printed) == 1:
        return printed[0]
    columns = zip_longest(*(row.cells for row in printed), fillvalue=_EMPTY)  # a typist may end a line with fewer tabs
    cells = tuple(Cell(tuple(span for cell in column for span in cell.paragraphs)) for column in columns)
    return Row((printed[0].span[0], printed[-1].span[1]), cells)
