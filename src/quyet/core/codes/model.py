"""A budget code and the edition that lists it. Codes are strings: 016 is not 16."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from quyet.core.values.mark import Mark

Segment = Literal["chapter", "kind", "sub_kind", "item", "sub_item"]
"""Chương, loại, khoản, mục, tiểu mục. One number may be a chapter and a khoản: 402 is both."""

SEGMENTS: dict[Segment, tuple[str, str]] = {
    "chapter": ("chương", "chapter"),
    "kind": ("loại", "kind"),
    "sub_kind": ("khoản", "sub-kind"),
    "item": ("mục", "item"),
    "sub_item": ("tiểu mục", "sub-item"),
}
"""What each is called."""


@dataclass(frozen=True, slots=True)
class Level:
    """The chapters of a level of government: 400–599 are those of a province."""

    name_vi: str
    name_en: str
    low: str
    high: str


@dataclass(frozen=True, slots=True)
class Code:
    """One row of an edition. `parent`: the loại of a khoản, the mục of a tiểu mục. `new`: it begins with this edition,
    so that no year before can have it."""

    segment: Segment
    code: str
    name: str
    mark: Mark
    parent: str | None = None
    new: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Edition:
    """The list that a circular makes law for budget years. `whole`: every code of it is here, so that a code that is
    not here does not exist."""

    key: str
    text: str
    first_year: int
    last_year: int | None
    whole: bool
    source: str
    levels: tuple[Level, ...]
    codes: tuple[Code, ...]

    def holds(self, year: int) -> bool:
        """Whether it is the list of that budget year."""
        return self.first_year <= year and (self.last_year is None or year <= self.last_year)

    def level_of(self, chapter: str) -> Level | None:
        """The level of government that a chapter belongs to."""
        return next((level for level in self.levels if level.low <= chapter <= level.high), None)
