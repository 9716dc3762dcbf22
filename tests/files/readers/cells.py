"""What the tests of all readers ask of a `Source`: its cells as words, and whether its places are true."""

from __future__ import annotations

from quyet.core.decisions.source import Source
from quyet.core.values.stated import Span

Cells = list[list[list[str]]]


def cells_of(source: Source, table: int = 0) -> Cells:
    """A table as rows of cells of paragraphs, each taken from the text at its place."""
    return [[[source.text[a:b] for a, b in cell.paragraphs] for cell in row.cells] for row in source.tables[table].rows]


def widths_of(source: Source, table: int = 0) -> list[list[int]]:
    """How many columns each cell covers."""
    return [[cell.columns for cell in row.cells] for row in source.tables[table].rows]


def assert_places_are_true(source: Source) -> None:
    """Every row is a line of the text, rows of a table follow one another, and the cells of a row make up its line."""
    starts = {0} | {at + 1 for at, letter in enumerate(source.text) if letter == "\n"}
    for table in source.tables:
        for number, row in enumerate(table.rows):
            line = source.text[row.span[0] : row.span[1]]
            assert row.span[0] in starts and "\n" not in line
            assert row.span[1] == len(source.text) or source.text[row.span[1]] == "\n"
            assert number == 0 or row.span[0] == table.rows[number - 1].span[1] + 1
            words = (" ".join(source.text[a:b] for a, b in cell.paragraphs) for cell in row.cells)
            assert line == " | ".join(words)
            assert all(_inside(place, row.span) for cell in row.cells for place in cell.paragraphs)


def _inside(place: Span, row: Span) -> bool:
    return row[0] <= place[0] < place[1] <= row[1]
