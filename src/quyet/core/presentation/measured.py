"""What a file really looks like: paper, margins, letters and paragraphs as its reader measured them.

Plain values, in the units of `format`: millimetres, points, lines. What a file does not state is what its program shows
then; where nobody can tell what is shown, the value is None and no rule speaks of it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from quyet.core.values.stated import Span

Shown = Literal["left", "center", "right", "justify"]
"""How the lines of a paragraph stand between the margins."""

LineRule = Literal["lines", "exact", "at_least"]
"""In what the distance of lines is given: in single lines, or in points."""


@dataclass(frozen=True, slots=True)
class Look:
    """How letters look: size in points, colour as RRGGBB."""

    font: str
    size: Decimal
    bold: bool
    italic: bool
    colour: str
    caps: bool


@dataclass(frozen=True, slots=True)
class Run:
    """Letters that look alike; `place` counts the runs of the file, for whoever mends it."""

    span: Span
    look: Look
    place: int


@dataclass(frozen=True, slots=True)
class Shape:
    """A paragraph: where its first letter stands from the margin (mm), gaps around it (points), distance of its lines.

    `together`: the gaps between it and neighbours of the same `style` do not count (contextual spacing).
    """

    align: Shown
    start: Decimal
    before: Decimal
    after: Decimal
    line: Decimal
    line_rule: LineRule
    style: str
    together: bool
    listed: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text, or one paragraph of a cell; `place` counts the paragraphs of the file.

    `start` is that of the shape, or None where tabs or spaces at its beginning move the first letter.
    """

    span: Span
    place: int
    runs: tuple[Run, ...]
    shape: Shape
    start: Decimal | None
    in_table: bool


@dataclass(frozen=True, slots=True)
class Component:
    """The letters in one line that are a component of the paper; its `role` is the key of their style in `format`.

    `alone`: no other letters stand in the line.
    """

    role: str
    span: Span
    line: Line
    alone: bool

    def runs(self) -> Iterator[Run]:
        """Its runs, as far as they belong to it."""
        for run in self.line.runs:
            start, end = max(run.span[0], self.span[0]), min(run.span[1], self.span[1])
            if start < end:
                yield Run((start, end), run.look, run.place)


@dataclass(frozen=True, slots=True)
class NumberField:
    """A page number in a header or footer. `place` and `runs` count within its `part` of the file.

    `align` is None where tabs, a frame or a table place it; `alone`: nothing but the number is written there.
    """

    where: Literal["header", "footer"]
    look: Look
    align: Shown | None
    alone: bool
    part: str
    place: int
    runs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Margin:
    """A header or footer as one kind of pages shows it. `number` is None without a page number; `empty`: no words."""

    where: Literal["header", "footer"]
    part: str
    number: NumberField | None
    empty: bool
    sure: bool
    """False where it could not be read, or computes what it shows."""


@dataclass(frozen=True, slots=True)
class Section:
    """Pages that are set up alike, up to the paragraph `last`. Lengths in mm, the gutter counted with its margin.

    `header` and `footer` are those of ordinary pages, `first_header` and `first_footer` those of the first page where
    `first_apart`; None: there is none.
    """

    last: int
    width: Decimal
    height: Decimal
    top: Decimal
    bottom: Decimal
    left: Decimal
    right: Decimal
    new_page: bool
    header: Margin | None
    footer: Margin | None
    first_header: Margin | None
    first_footer: Margin | None
    first_apart: bool
    number_from: int | None
    number_form: str

    @property
    def landscape(self) -> bool:
        return self.width > self.height


@dataclass(frozen=True, slots=True)
class MeasuredTable:
    """A table of the file: its first paragraph, how many rows, and whether each page repeats the first."""

    place: int
    rows: int
    heading_repeats: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """A file as it is laid out, everything in the order of the file; lines without letters are left out."""

    sections: tuple[Section, ...]
    lines: tuple[Line, ...]
    tables: tuple[MeasuredTable, ...]
    breaks: tuple[int, ...]
    """The paragraphs that hold a page break: a written one, or one left by the program that last showed them."""
    even_apart: bool = False
    """Even pages have headers of their own, which were not measured."""

    def section_of(self, place: int) -> int:
        """The index of the section that holds a paragraph."""
        return min(bisect_left(self.sections, place, key=lambda section: section.last), len(self.sections) - 1)

    def begin(self, index: int) -> Span | None:
        """Where a section begins in the text; None where it has no words."""
        above = self.sections[index - 1].last if index else -1
        first = bisect_right(self.lines, above, key=lambda line: line.place)
        found = self.lines[first] if first < len(self.lines) else None
        return found.span if found and self.section_of(found.place) == index else None

    def within(self, span: Span) -> Iterator[Line]:
        """The lines that share letters with a span."""
        first = bisect_left(self.lines, span[0] + 1, key=lambda line: line.span[1])
        for line in self.lines[first:]:
            if line.span[0] >= span[1]:
                return
            yield line
