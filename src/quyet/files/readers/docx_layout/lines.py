"""From paragraphs to measured lines: where in the text each paragraph came to stand, and how its letters look there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from quyet.core.presentation.measured import Line, Look, Run, Shape
from quyet.core.values.stated import Span
from quyet.files.readers.sheet import Written, tidy

MOST_RUNS = 50_000
"""So many runs are measured, and what follows is not: the longest decisions have a tenth of it, and a file made to cost
memory pays for its words alone."""

Letters = tuple[str, Look | None, int]
"""Words as they were read, how they look (None: nobody can tell), and the place of their run."""


@dataclass(frozen=True, slots=True)
class Measures:
    """What is known of a paragraph: its letters in order, how it stands, its place, whether a cell holds it."""

    letters: Sequence[Letters]
    shape: Shape
    place: int
    in_table: bool
    mark: str = ""
    """Its number, which stands before its own letters."""


class Dressed(str):
    """The words of a paragraph, with what is known of it."""

    __slots__ = ("measures",)
    measures: Measures

    def __new__(cls, words: str, measures: Measures) -> Dressed:
        self = super().__new__(cls, words)
        self.measures = measures
        return self


@dataclass(slots=True)
class Lines:
    """Hears from the sheet where the lines of each paragraph are written, and measures them."""

    found: list[Line] = field(default_factory=list)

    def hear(self, block: str, written: Sequence[Written]) -> None:
        if isinstance(block, Dressed):
            about = block.measures
            moved = not about.mark and block[:1] in ("\t", " ", "\xa0")
            runs = list(_runs(about))
            at = first = 0
            for index, (length, origin, span) in enumerate(written):
                while first < len(runs) and runs[first][1] <= at:
                    first += 1
                found = tuple(_within(runs, first, at, origin, span))
                if found:
                    start = None if moved and index == 0 else about.shape.start
                    self.found.append(Line(span, about.place, found, about.shape, start, about.in_table))
                at += length + 1


_Extent = tuple[int, int, Look, int]
"""Letters that look alike, counted from the beginning of their paragraph, and the place of their run."""


def _runs(about: Measures) -> Iterator[_Extent]:
    at = len(about.mark) + 1 if about.mark else 0
    leading = True
    for words, look, place in about.letters:
        shown = tidy(words)
        if leading:  # what the paragraph leaves out at its beginning
            shown = shown.lstrip() if about.mark else shown.lstrip("\n")
            leading = not shown
        if look is not None and shown:
            yield at, at + len(shown), look, place
        at += len(shown)


def _within(runs: Sequence[_Extent], first: int, at: int, origin: int, span: Span) -> Iterator[Run]:
    """The runs from `first` on that have letters in the line that begins `at` letters into the paragraph."""
    move = origin - at
    for begin, end, look, place in islice(runs, first, None):
        start, stop = max(begin + move, span[0]), min(end + move, span[1])
        if begin + move >= span[1]:
            return
        if start < stop:
            yield Run((start, stop), look, place)
