"""A CSV file as a grid: whatever encoding it is in, and whichever sign parts its fields."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from quyet.files.readers.limits import CELLS, SHEET_ROWS
from quyet.files.readers.refusals import broken
from quyet.files.readers.txt import read_txt
from quyet.files.readers.xlsx.cells.grid import Cell, Grid

_SIGNS = (";", "\t", ",", "|")


def grids_of(data: bytes) -> Iterator[Grid]:
    """The file parted by each sign in turn, the likeliest first: whoever knows the headings knows which one is right.
    Unreadable where it is no text, or has too many rows."""
    text = read_txt(data).text
    SHEET_ROWS.hold(text.count("\n"))
    head = text[:20_000]
    for sign in sorted(_SIGNS, key=head.count, reverse=True):
        if sign in head:
            yield _grid(text, sign)


def _grid(text: str, sign: str) -> Grid:
    grid, cells = Grid(), 0
    try:
        for place, fields in enumerate(csv.reader(text.split("\n"), delimiter=sign), start=1):
            row = {at: Cell(each.strip()) for at, each in enumerate(fields, start=1) if each.strip()}
            cells += len(row)
            CELLS.hold(cells)
            if row:
                grid.rows[place] = row
    except csv.Error as error:
        raise broken() from error
    return grid
