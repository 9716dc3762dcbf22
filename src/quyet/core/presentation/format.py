"""How an administrative paper is laid out: the rules of NĐ 30/2020 as values, from `data/formats`.

Sizes are points, lengths millimetres. A `Range` is what the decree allows, its `write` what is written within it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

Align = Literal["left", "center", "justify"]
Mark = Literal["S", "M"]


@dataclass(frozen=True, slots=True)
class Range:
    """What is allowed, both ends inside, and what is written."""

    least: Decimal
    most: Decimal
    write: Decimal

    def holds(self, value: Decimal, slack: Decimal = Decimal(0)) -> bool:
        """Whether a measured value is allowed; `slack` is the tolerance on either side."""
        return self.least - slack <= value <= self.most + slack


@dataclass(frozen=True, slots=True)
class Page:
    """Paper (width, height) and margins in mm, font and colour (RRGGBB)."""

    article: str
    width: Decimal
    height: Decimal
    top: Range
    bottom: Range
    left: Range
    right: Range
    font: str
    colour: str


@dataclass(frozen=True, slots=True)
class PageNumber:
    """Arabic numbers in the top margin; on the first page none is shown, and each annex begins anew."""

    article: str
    size: Range
    align: Align
    first_shown: int
    annex_anew: bool


@dataclass(frozen=True, slots=True)
class Body:
    """Paragraphs of the contents: first-line indent in mm (one of the values), the gap between paragraphs in points
    (at least), line spacing in lines, and the mark that ends the contents."""

    article: str
    indents: tuple[Decimal, ...]
    indent: Decimal
    gap: Decimal
    line: Range
    end: str


@dataclass(frozen=True, slots=True)
class Padding:
    """Below which value a number, a day and a month are written with a zero before them."""

    article: str
    number_below: int
    day_below: int
    month_below: int


@dataclass(frozen=True, slots=True)
class Style:
    """One component (`box` is its number, ô, in the decree's diagram) and how its letters look."""

    key: str
    box: str
    name_vi: str
    name_en: str
    article: str
    upper: bool
    size: Range
    bold: bool
    italic: bool
    align: Align


@dataclass(frozen=True, slots=True)
class Annex:
    """Annexes: from how many on they carry Roman numbers, the letters of their tables, and where the number and day of
    the decision are filled in below the title."""

    article: str
    roman_from: int
    table: Range
    filled_on_paper: bool
    filled_electronic: bool


@dataclass(frozen=True, slots=True)
class Signatures:
    """The images that a signed electronic original shows: colours, how far the body's covers the signer's, and the size
    in points of the text information on a separate annex."""

    article: str
    signer_image: str
    body_image: str
    body_covers: Decimal
    size_of_text: int


@dataclass(frozen=True, slots=True)
class Authority:
    """TM. KT. TL. TUQ. Q.: under which right somebody signs."""

    mark: str
    name_vi: str
    name_en: str


@dataclass(frozen=True, slots=True)
class Format:
    """All rules of one decree on the presentation of papers, in force from `since` to `until` (inside; None: open).

    `rules` are the lines drawn below a component, as the shares of its length that are allowed; `urgency_boxes` the
    width and height in mm of the stamps of urgency.
    """

    key: str
    name_vi: str
    name_en: str
    source: str
    mark: Mark
    since: date
    until: date | None
    page: Page
    page_number: PageNumber
    body: Body
    padding: Padding
    styles: Mapping[str, Style]
    rules: Mapping[str, tuple[Decimal, Decimal]]
    urgency_boxes: Mapping[str, tuple[Decimal, Decimal]]
    authorities: Mapping[str, Authority]
    basis_between: str
    basis_last: str
    without_number: tuple[str, ...]
    points: tuple[str, ...]
    annex: Annex
    signatures: Signatures
    kinds: Mapping[str, str]

    def in_force(self, day: date) -> bool:
        """Whether a paper of that day is laid out by these rules."""
        return self.since <= day and (self.until is None or day <= self.until)


def format_on(formats: tuple[Format, ...], day: date | None) -> Format | None:
    """The rules of a day; of an undated draft the latest. None where no file knows that day."""
    if day is None:
        return max(formats, key=lambda each: each.since, default=None)
    return next((each for each in formats if each.in_force(day)), None)
