"""Tables whose cells have bars between them and none around, as this program itself writes a row:

TT | Nội dung | Số lượng | Thành tiền
1 | Băng rôn tuyên truyền | 40 | 16.000.000
 | Tổng cộng | | 16.000.000

A letterhead is written `A | B` too, and prose may mention a bar: only lines under a heading are rows.
"""

from __future__ import annotations

from collections.abc import Sequence

from quyet.core.decisions.columns import are_headings
from quyet.core.decisions.grammar import headings
from quyet.core.decisions.raw_lines import RawLine, span_of
from quyet.core.decisions.source import Cell, Row, Table
from quyet.core.values.folding import fold

_FEWEST_BARS, _MOST_BARS = 2, 40
_FEWEST_ROWS = 2
_EMPTY = Cell(())


def opens_barred_table(text: str) -> bool:
    """Whether a line is the heading of such a table: cells that name columns, and no bar at its ends."""
    bare = text.strip()
    if not _FEWEST_BARS <= bare.count("|") <= _MOST_BARS or bare[0] == "|" or bare[-1] == "|":
        return False
    return are_headings(fold(name) for name in bare.split("|"))


def barred_table(lines: Sequence[RawLine], begin: int) -> tuple[int, Table | None]:
    """The table under the heading at `begin` and the line behind it; no table where too few rows are as wide."""
    bars = lines[begin].text.count("|")
    end = begin + 1
    while end < len(lines):
        if _is_row(lines[end].text, bars):
            end += 1
        elif end + 1 < len(lines) and not lines[end].text.strip() and _is_row(lines[end + 1].text, bars):
            end += 2
        else:
            break
    rows = [line for line in lines[begin:end] if "|" in line.text]
    if sum(line.text.count("|") == bars for line in rows[1:]) < _FEWEST_ROWS:
        return begin, None
    return end, Table(tuple(_row(line) for line in rows))


def _is_row(text: str, bars: int) -> bool:
    """As many bars as the heading; fewer where cells are merged, in a row that ends with a sum."""
    count = text.count("|")
    if 0 < count < bars:
        return headings.AMOUNT_CELL.fullmatch(text.rpartition("|")[2]) is not None
    return count == bars


def _row(line: RawLine) -> Row:
    return Row((line.start, line.end), cells_between_bars(line.text, line.start))


def cells_between_bars(text: str, at: int) -> tuple[Cell, ...]:
    """The cells of a text that begins `at` this place of the paper."""
    cells = []
    for piece in text.split("|"):
        span = span_of(piece, at)
        cells.append(Cell((span,)) if span else _EMPTY)
        at += len(piece) + 1
    return tuple(cells)
