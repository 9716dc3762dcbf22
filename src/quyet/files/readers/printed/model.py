"""Words, rules and rows on a page. Lengths are points; x runs to the right, y downwards, from the top left corner."""

from __future__ import annotations

from dataclasses import dataclass, field

from quyet.files.readers.sheet import TableText


@dataclass(slots=True)
class Word:
    """Letters without white space between them."""

    text: str
    left: float
    right: float
    base: float
    """Where the letters stand."""
    size: float
    """The height of a line of them."""


@dataclass(slots=True)
class Rule:
    """A drawn line; `horizontal` or upright, `at` its y (or x), from `begin` to `end` along the other axis."""

    horizontal: bool
    at: float
    begin: float
    end: float


@dataclass(slots=True)
class Page:
    """What is printed on one page."""

    width: float
    height: float
    words: list[Word]
    rules: list[Rule] = field(default_factory=list)
    drawn: bool = False
    """Whether anything else is drawn on it: without words it is then a scan, or letters drawn as shapes."""


@dataclass(slots=True)
class Segment:
    """Words side by side, with no wide gap between them."""

    words: list[Word]

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def left(self) -> float:
        return self.words[0].left

    @property
    def right(self) -> float:
        return self.words[-1].right

    @property
    def base(self) -> float:
        return self.words[0].base

    @property
    def size(self) -> float:
        return max(word.size for word in self.words)


@dataclass(slots=True)
class Row:
    """Segments at one height, from left to right."""

    segments: list[Segment]

    @property
    def text(self) -> str:
        return " ".join(segment.text for segment in self.segments)

    @property
    def base(self) -> float:
        return max(segment.base for segment in self.segments)

    @property
    def size(self) -> float:
        return max(segment.size for segment in self.segments)

    @property
    def left(self) -> float:
        return self.segments[0].left

    @property
    def right(self) -> float:
        return self.segments[-1].right


@dataclass(slots=True)
class Grid:
    """A table found on a page, where it stands, and where its columns are parted."""

    top: float
    bottom: float
    columns: list[float]
    table: TableText
