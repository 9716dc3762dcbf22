"""Automatic list numbers, exactly as Word shows them.

A paragraph names a list (`w:num`) and a level. The list is an instance of an abstract list, whose levels say where to
start, how to write a number and what stands around it. Instances of one abstract list count on from each other,
except where an instance says that it starts anew.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from quyet.files.readers.glyphs import glyph


@dataclass(slots=True)
class Level:
    """One level of a list, as numbering.xml defines it."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    """The level (counted from 1) whose numbers make this one start again; 0 never, None each higher one."""
    style: str | None = None
    legal: bool = False
    """All numbers are written in Arabic digits here, whatever their own level says."""
    hidden: bool = False
    font: str = ""
    indent: dict[str, str] = field(default_factory=dict)
    """Where its paragraphs stand, as `docx_layout.properties` takes it down."""


@dataclass(slots=True)
class AbstractList:
    levels: dict[int, Level] = field(default_factory=dict)
    borrowed_from: str | None = None
    """The numbering style that holds the levels (`w:numStyleLink`)."""


@dataclass(slots=True)
class ListInstance:
    abstract: str = ""
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, Level] = field(default_factory=dict)


class Numbering:
    """The lists of a document and how far each has counted."""

    def __init__(
        self, abstracts: dict[str, AbstractList], instances: dict[str, ListInstance], borrowed: dict[str, str]
    ) -> None:
        """`borrowed`: numbering style → the list instance that it names."""
        self._abstracts = abstracts
        self._instances = instances
        self._borrowed = borrowed
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()

    def level_of_style(self, number: str, style: str) -> int | None:
        """The level of a list that is linked to a paragraph style."""
        abstract = self._abstract(number)
        levels = self._abstracts[abstract].levels if abstract in self._abstracts else {}
        return next((index for index, level in levels.items() if level.style == style), None)

    def indent(self, number: str, index: int) -> dict[str, str]:
        """Where the paragraphs of a list stand at a level."""
        level = self._level(number, index)
        return level.indent if level else {}

    def count(self, number: str, index: int) -> str:
        """The mark of the next paragraph of a list at a level; empty where Word shows none."""
        abstract = self._abstract(number)
        level = self._level(number, index)
        if abstract is None or level is None:
            return ""
        counts = self._counts.setdefault(abstract, {})
        self._advance(number, index, counts)
        if level.hidden:
            return ""
        if level.format == "bullet":
            return "".join(glyph(letter, level.font) for letter in level.text)
        return self._write(number, level, counts)

    def _abstract(self, number: str) -> str | None:
        """The abstract list behind an instance; one that borrows its levels leads on to the lender."""
        for _ in range(4):
            instance = self._instances.get(number)
            if instance is None:
                return None
            abstract = self._abstracts.get(instance.abstract)
            if abstract is None or abstract.borrowed_from is None or abstract.levels:
                return instance.abstract
            number = self._borrowed.get(abstract.borrowed_from, "")
        return None

    def _level(self, number: str, index: int) -> Level | None:
        abstract = self._abstract(number)
        if abstract not in self._abstracts:
            return None
        return self._instances[number].levels.get(index) or self._abstracts[abstract].levels.get(index)

    def _start(self, number: str, index: int) -> int:
        level = self._level(number, index)
        return self._instances[number].starts.get(index, level.start if level else 1)

    def _advance(self, number: str, index: int, counts: dict[int, int]) -> None:
        for higher in range(index):  # a level that is passed over counts as begun: what comes there next is the second
            counts.setdefault(higher, self._start(number, higher))
        starts_anew = index in self._instances[number].starts and (number, index) not in self._started
        self._started.add((number, index))
        if starts_anew or index not in counts:
            counts[index] = self._start(number, index)
        else:
            counts[index] += 1
        for deeper in [d for d in counts if d > index]:
            level = self._level(number, deeper)
            if level is None or level.restart is None or index < level.restart:
                del counts[deeper]

    def _write(self, number: str, level: Level, counts: dict[int, int]) -> str:
        text = level.text
        for index in range(9):
            place = f"%{index + 1}"
            if place in text:
                own = self._level(number, index) or level
                style = "decimal" if level.legal and own.format != "none" else own.format
                text = text.replace(place, spell(counts.get(index, self._start(number, index)), style))
        return text


def spell(value: int, style: str) -> str:
    """A number as a `w:numFmt` writes it; a style that is not known here as plain digits."""
    return _STYLES.get(style, str)(value)


_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def roman(value: int) -> str:
    """4 → iv. What Romans could not write (0, very large numbers) stays in digits."""
    if not 0 < value < 4000:
        return str(value)
    text = ""
    for worth, letters in _ROMAN:
        text += letters * (value // worth)
        value %= worth
    return text


def letters(value: int) -> str:
    """1 → a, 26 → z, 27 → aa, 28 → bb: Word repeats the letter, and knows no ă, â, đ."""
    if not 0 < value <= 26 * 30:
        return str(value)
    turns, letter = divmod(value - 1, 26)
    return chr(ord("a") + letter) * (turns + 1)


_STYLES: dict[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "bullet": lambda _: "",
    "decimalZero": lambda value: f"{value:02d}",
    "upperRoman": lambda value: roman(value).upper(),
    "lowerRoman": roman,
    "upperLetter": lambda value: letters(value).upper(),
    "lowerLetter": letters,
    "numberInDash": lambda value: f"- {value} -",
}
