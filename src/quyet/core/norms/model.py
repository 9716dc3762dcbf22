"""Norms as values: what an item may cost, where, for whom, from which day to which. They come from `data/norms`.

Money is whole đồng in the unit of its item. A day from which (`since`) and a day until which (`until`) a level holds
both lie inside. What no source says is None, and never a figure that only looks right.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from quyet.core.values.mark import Mark

NATIONAL = "national"
"""The territory of a ministry's circular; any other territory is the key of a province, such as `lang-son`."""


class Bilingual(NamedTuple):
    """The same in both languages of the screens."""

    vi: str
    en: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where a level is written: number of the legal text, article (None: not seen), and where its words were read."""

    text: str
    article: str | None
    reference: str | None


@dataclass(frozen=True, slots=True)
class Item:
    """What is paid for. `unit` is what one amount pays (đồng a day and person), `limits` what exactly is limited,
    `words` what else people call it."""

    key: str
    name: Bilingual
    unit: Bilingual
    limits: Bilingual
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Level:
    """One row: what holds for an item in a territory, for a class of places and of ranks (None: for all).

    `least` and `most` are equal where the source gives one figure; both None where it gives none. `rule` is what a
    source says in words instead. `since` None: the day of entry into force was not seen; such a level may hold from
    `not_before` on (the day of issue), and blocks nobody. `until` None: no end is known.
    """

    item: str
    territory: str
    place: str | None
    rank: str | None
    since: date | None
    until: date | None
    not_before: date | None
    least: int | None
    most: int | None
    rule: Bilingual | None
    source: Source | None
    mark: Mark | None
    note: Bilingual | None
    conditions: tuple[Bilingual, ...]

    @property
    def amount(self) -> int | None:
        """The one figure in đồng; None for a range, a rule in words, and a row that is still empty."""
        return self.most if self.least == self.most else None

    @property
    def says(self) -> bool:
        """Whether there is a figure or a rule. An empty row says that somebody looked and found none."""
        return self.most is not None or self.rule is not None

    @property
    def dated(self) -> bool:
        """Whether the day of entry into force was seen."""
        return self.since is not None

    @property
    def may_block(self) -> bool:
        """Whether a price above may be refused: the figure was seen, and so was the day from which it holds."""
        return self.mark == "S" and self.dated and self.most is not None

    def holds(self, day: date) -> bool:
        """Whether it is in force on that day."""
        return self.since is not None and self.since <= day and not self._over(day)

    def may_hold(self, day: date) -> bool:
        """Whether it may be in force on that day: nobody saw from when it is."""
        return self.since is None and (self.not_before is None or self.not_before <= day) and not self._over(day)

    def _over(self, day: date) -> bool:
        return self.until is not None and self.until < day


@dataclass(frozen=True, slots=True)
class PlaceClass:
    """A kind of place that a legal text tells apart. Classes of one `scheme` exclude one another, but for those that
    are `part_of` a wider one. It exists from `since` to `until`: districts ended on 30/06/2025."""

    key: str
    scheme: str
    text: str
    name: Bilingual
    part_of: str | None
    since: date | None
    until: date | None

    def exists(self, day: date) -> bool:
        """Whether there are such places on that day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class RankClass:
    """A kind of traveller or speaker. Where a text tells them apart by the coefficient of the position allowance (hệ số
    phụ cấp chức vụ): from `least`, up to `most` (inside) or `below` (outside)."""

    key: str
    scheme: str
    text: str
    name: Bilingual
    part_of: str | None
    least: Decimal | None
    most: Decimal | None
    below: Decimal | None

    def has(self, coefficient: Decimal) -> bool:
        """Whether somebody with that coefficient belongs to it; False where the class goes by something else."""
        if self.least is None:
            return False
        above = self.most is not None and coefficient > self.most
        return self.least <= coefficient and not above and (self.below is None or coefficient < self.below)


@dataclass(frozen=True, slots=True)
class Act:
    """A text of an authority on these matters: its number, the day of issue, from when it is in force (None: not
    seen)."""

    text: str
    day: date | None
    since: date | None
    note: Bilingual | None


@dataclass(frozen=True, slots=True)
class Authority:
    """Who sets levels: a ministry for the whole country, or the council (HĐND) of a province for its territory."""

    key: str
    name: Bilingual
    territory: str
    acts: tuple[Act, ...]
    note: Bilingual | None


class Looked(NamedTuple):
    """A file of norms, and the day on which somebody last compared it with its sources."""

    file: str
    day: date


@dataclass(frozen=True)
class Norms:
    """All that is known, in the order of the files."""

    items: Mapping[str, Item]
    levels: tuple[Level, ...]
    places: Mapping[str, PlaceClass]
    ranks: Mapping[str, RankClass]
    authorities: tuple[Authority, ...]
    looked: tuple[Looked, ...]

    @cached_property
    def _rows(self) -> dict[tuple[str, str], tuple[Level, ...]]:
        rows: dict[tuple[str, str], tuple[Level, ...]] = {}
        for level in self.levels:
            key = (level.item, level.territory)
            rows[key] = (*rows.get(key, ()), level)
        return rows

    def rows(self, item: str, territory: str = NATIONAL) -> tuple[Level, ...]:
        """Every level of an item in a territory, of all days."""
        return self._rows.get((item, territory), ())

    def authority(self, territory: str) -> Authority | None:
        """Who sets the levels of a territory; None where no file tells of it."""
        return next((each for each in self.authorities if each.territory == territory), None)
