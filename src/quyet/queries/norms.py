"""Norms as pages show them: what is in force on a day, and the history of one item."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from quyet.core.norms.lookup import Asked
from quyet.core.norms.model import NATIONAL, Authority, Bilingual, Item, Level, Norms
from quyet.core.norms.rows import Row, rows
from quyet.core.norms.search import find
from quyet.files.facts.norms import load_norms


@dataclass(frozen=True, slots=True)
class OfItem:
    """The rows of an item: the country's first, then those of the province that was asked for."""

    item: Item
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class InForce:
    """What holds on a day. `province`: who sets the levels of the one that was asked for; `silent`: whether some item
    has no level of it."""

    day: date
    items: tuple[OfItem, ...]
    province: Authority | None
    silent: bool

    @property
    def province_says(self) -> bool:
        """Whether some row is the province's own."""
        return any(row.territory != NATIONAL for each in self.items for row in each.rows)


def in_force(
    day: date, words: str = "", place: str | None = None, rank: str | None = None, province: str | None = None
) -> InForce:
    """The norms of a day; with words those that they mean, best first."""
    norms = load_norms()
    found = list(rows(norms, Asked("", day, (place,) if place else (), rank, province)))
    if words.strip():
        found = find(norms, words, found)
    silent = any(row.territory != NATIONAL and row.level is None for row in found)
    told = [row for row in found if row.territory == NATIONAL or row.level is not None]
    items = tuple(OfItem(item, tuple(each)) for item, each in groupby(told, key=lambda row: row.item))
    return InForce(day, items, norms.authority(province) if province else None, silent)


@dataclass(frozen=True, slots=True)
class History:
    """Every level of an item in a territory: the classes in the order of the files, of each the newest first."""

    authority: Authority
    levels: tuple[Level, ...]


def history(item: str) -> tuple[Item, list[History]] | None:
    """The values of an item over time; None where there is no such item."""
    norms = load_norms()
    if item not in norms.items:
        return None
    told = [History(each, _newest(norms.rows(item, each.territory))) for each in norms.authorities]
    return norms.items[item], [each for each in told if each.levels]


def _newest(levels: Sequence[Level]) -> tuple[Level, ...]:
    classes = list(dict.fromkeys((level.place, level.rank) for level in levels))
    ordered = sorted(levels, key=lambda level: level.since or level.not_before or date.min, reverse=True)
    return tuple(level for each in classes for level in ordered if (level.place, level.rank) == each)


def provinces() -> list[Authority]:
    """Those who set levels of a province, the ones with none of them here too."""
    return [each for each in load_norms().authorities if each.territory != NATIONAL]


def provinces_by_note() -> list[tuple[Bilingual | None, list[Authority]]]:
    """The same, those of which the same is to be said together; what is true of one alone comes first."""
    told: dict[Bilingual | None, list[Authority]] = {}
    for each in provinces():
        told.setdefault(each.note, []).append(each)
    return sorted(told.items(), key=lambda each: len(each[1]))


def known() -> Norms:
    """Items, classes and authorities, for what a form offers."""
    return load_norms()
