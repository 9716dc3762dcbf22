"""Tables without rules: rows whose segments stand in the same three or more columns, with figures in them.

Names and titles side by side are no table (a closing of three signatures looks like one), so figures are asked for; and
a label with its sum behind a tab is a line of text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quyet.files.readers.printed.model import Grid, Row
from quyet.files.readers.sheet import CellText, TableText

_COLUMN_GAP = 0.5
_NEXT_LINE = 1.7
"""A line that wraps follows this closely, in line heights."""
_NEXT_ROW = 2.4
"""A row further below than this belongs to something else."""
FIGURE = re.compile(r"[\d.,]*\d[\d.,]*\s*%?(?:\s*(?:triệu|nghìn|tỷ)?\s*đồng)?")

Bounds = list[tuple[float, float]]


def with_tables(rows: Sequence[Row]) -> Iterator[Row | Grid]:
    """The rows, those that make a table taken together."""
    at = 0
    while at < len(rows):
        end, columns = _longest(rows, at)
        if end > at:
            yield _table(rows[at:end], columns)
            at = end
        else:
            yield rows[at]
            at += 1


def _longest(rows: Sequence[Row], at: int) -> tuple[int, Bounds]:
    """The longest table that begins with this row: where it ends (here, if there is none), and its columns."""
    longest, found = at, _columns(rows[at : at + 1])
    if len(rows[at].segments) < 2:
        return at, found
    columns = found
    for end in range(at + 1, len(rows)):
        row, above = rows[end], rows[end - 1]
        if row.base - above.base > _NEXT_ROW * row.size:
            break
        if len(row.segments) == 1 and not _wraps(row, above, columns):
            break
        wider = _columns(rows[at : end + 1])
        if len(wider) < len(columns):
            break
        columns = wider
        if _is_table(rows[at : end + 1], columns):
            longest, found = end + 1, columns
    return longest, found


def _columns(rows: Sequence[Row]) -> Bounds:
    """Where the segments stand, those that overlap taken together."""
    columns: Bounds = []
    spans = sorted((segment.left, segment.right, segment.size) for row in rows for segment in row.segments)
    for left, right, size in spans:
        if columns and left - columns[-1][1] < _COLUMN_GAP * size:
            columns[-1] = (columns[-1][0], max(right, columns[-1][1]))
        else:
            columns.append((left, right))
    return columns


def _wraps(row: Row, above: Row, columns: Bounds) -> bool:
    """A line of one segment that goes on with the text of a column."""
    return row.base - above.base < _NEXT_LINE * row.size and any(
        left - 1 <= row.left and row.right <= right + 1 for left, right in columns
    )


def _is_table(rows: Sequence[Row], columns: Bounds) -> bool:
    full = [row for row in rows if len(row.segments) > 1]
    if len(columns) < 3 or sum(1 for row in full if len(row.segments) > 2) < 2:
        return False
    figures = sum(1 for row in full if any(FIGURE.fullmatch(segment.text) for segment in row.segments[1:]))
    return figures * 2 >= len(full)


def _table(rows: Sequence[Row], columns: Bounds) -> Grid:
    table: list[list[CellText]] = []
    for row in rows:
        if len(row.segments) > 1 or not table:
            table.append([CellText() for _ in columns])
        for segment in row.segments:
            cell = table[-1][_column_of(segment.left, columns)]
            cell.paragraphs = [" ".join([*cell.paragraphs, segment.text])]
    table, columns = _closed(table, columns)
    return Grid(rows[0].base - rows[0].size, rows[-1].base, [left for left, _ in columns], TableText(table))


def _closed(table: list[list[CellText]], columns: Bounds) -> tuple[list[list[CellText]], Bounds]:
    """Neighbouring columns that no row fills both are one: a head that stands in the middle above shorter words."""
    at = 0
    while at + 1 < len(columns):
        if any(row[at].paragraphs and row[at + 1].paragraphs for row in table):
            at += 1
            continue
        table = [[*row[:at], row[at] if row[at].paragraphs else row[at + 1], *row[at + 2 :]] for row in table]
        columns = [*columns[:at], (columns[at][0], columns[at + 1][1]), *columns[at + 2 :]]
    return table, columns


def _column_of(left: float, columns: Bounds) -> int:
    return max(index for index, (begin, _) in enumerate(columns) if begin <= left + 1)
