"""Tables without rules: rows whose segments stand in the same columns, with figures in them.

Names and titles side by side are no table (a closing of three signatures looks like one), so figures are asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quyet.files.readers.printed.model import Grid, Row
from quyet.files.readers.sheet import CellText, TableText

_COLUMN_GAP = 0.5
_NEXT_LINE = 1.7
"""A line that wraps follows this closely, in line heights."""
_FIGURE = re.compile(r"[\d.,]*\d[\d.,]*\s*%?(?:\s*(?:triệu|nghìn|tỷ)?\s*đồng)?")

Bounds = list[tuple[float, float]]


def with_tables(rows: Sequence[Row]) -> Iterator[Row | Grid]:
    """The rows, those that make a table taken together."""
    at = 0
    while at < len(rows):
        end, columns = _run(rows, at)
        if _is_table(rows[at:end], columns):
            yield _table(rows[at:end], columns)
            at = end
        else:
            yield rows[at]
            at += 1


def _run(rows: Sequence[Row], at: int) -> tuple[int, Bounds]:
    """The longest run of rows from here whose segments stand in columns."""
    wanted = len(rows[at].segments)
    columns = _columns(rows[at : at + 1])
    end = at + 1
    while wanted > 1 and end < len(rows):
        row = rows[end]
        if len(row.segments) == 1 and not _wraps(row, rows[end - 1], columns):
            break
        wider = _columns(rows[at : end + 1])
        if len(wider) < max(2, wanted - 1):
            break
        columns, end = wider, end + 1
    return end, columns


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
    if len(full) < 2:
        return False
    if len(columns) == 2:
        return all(_FIGURE.fullmatch(row.segments[-1].text) for row in full)
    figures = sum(1 for row in full if any(_FIGURE.fullmatch(segment.text) for segment in row.segments[1:]))
    return len(columns) > 2 and figures * 2 >= len(full)


def _table(rows: Sequence[Row], columns: Bounds) -> Grid:
    table: list[list[CellText]] = []
    for row in rows:
        if len(row.segments) > 1 or not table:
            table.append([CellText() for _ in columns])
        for segment in row.segments:
            cell = table[-1][_column_of(segment.left, columns)]
            cell.paragraphs = [" ".join([*cell.paragraphs, segment.text])]
    return Grid(rows[0].base - rows[0].size, rows[-1].base, [left for left, _ in columns], TableText(table))


def _column_of(left: float, columns: Bounds) -> int:
    return max(index for index, (begin, _) in enumerate(columns) if begin <= left + 1)
