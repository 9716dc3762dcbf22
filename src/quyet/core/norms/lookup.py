"""Which level holds: of an item, on a day, in a territory, for a place and a rank.

What is not known is said to be so and never taken for "allowed": an answer without a level that says something is
`unknown`, or `missing` where the place or the rank would decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from quyet.core.norms.classes import depth, fit, gone
from quyet.core.norms.model import NATIONAL, Level, Norms

Status = Literal["known", "rule", "undated", "missing", "unknown"]
"""A figure holds; words without a figure hold; something may hold, from a day that nobody saw; the place or rank is
missing; no level is known."""

Needed = Literal["place", "rank"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question. Places: every class that the place belongs to (one of each scheme is enough); rank: None unknown."""

    item: str
    day: date
    places: tuple[str, ...] = ()
    rank: str | None = None
    province: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a territory says. `level`: the row, also an empty one with its note; `also`: the rows among which a missing
    class decides, or that may hold as well; `gone`: asked places of kinds that did not exist on that day."""

    status: Status
    level: Level | None = None
    also: tuple[Level, ...] = ()
    missing: tuple[Needed, ...] = ()
    gone: tuple[str, ...] = ()

    @property
    def limit(self) -> Level | None:
        """The level if it has a figure, surely or perhaps in force."""
        return self.level if self.level is not None and self.level.most is not None else None


@dataclass(frozen=True, slots=True)
class Held:
    """The country's ceiling and the province's level; `province` is None where no province was asked for."""

    national: Answer
    province: Answer | None = None

    @property
    def answers(self) -> tuple[Answer, ...]:
        return (self.national,) if self.province is None else (self.national, self.province)

    @property
    def binding(self) -> Level | None:
        """The lower of the two figures; the only one where one is known; None where none is."""
        limits = [answer.limit for answer in self.answers if answer.limit is not None]
        return min(limits, key=lambda level: level.most or 0, default=None)

    @property
    def only_ceiling(self) -> bool:
        """Whether the province was asked for and no figure or rule of it is known."""
        return self.province is not None and self.province.status in ("unknown", "missing")


def held(norms: Norms, asked: Asked) -> Held:
    """What the country and, if asked for, the province say."""
    province = None if asked.province is None else answer(norms, asked, asked.province)
    return Held(answer(norms, asked), province)


def answer(norms: Norms, asked: Asked, territory: str = NATIONAL) -> Answer:
    """What one territory says. Of the rows that fit, the narrowest holds (place before rank)."""
    rows = on_day(norms, asked.item, asked.day, territory)
    ended = gone(norms, asked.places, asked.day)
    fitting = _narrowest_first(norms, [row for row in rows if _fits(norms, row, asked)])
    dated = [row for row in fitting if row.dated]
    if dated and dated[0].says:
        return Answer("known" if dated[0].most is not None else "rule", dated[0], gone=ended)
    perhaps = _newest_first(row for row in fitting if not row.dated)
    if perhaps and perhaps[0].says:
        return Answer("undated", perhaps[0], also=tuple(perhaps[1:]), gone=ended)
    empty = [*dated, *perhaps]
    if empty:
        return Answer("unknown", empty[0], gone=ended)
    return _missing(norms, asked, rows, ended)


def on_day(norms: Norms, item: str, day: date, territory: str = NATIONAL) -> tuple[Level, ...]:
    """The rows that hold or may hold on a day, without those for kinds of places that did not exist then."""
    return tuple(
        row
        for row in norms.rows(item, territory)
        if (row.holds(day) or row.may_hold(day)) and not gone(norms, (row.place,) if row.place else (), day)
    )


def _asked_places(norms: Norms, asked: Asked) -> tuple[str, ...]:
    return tuple(key for key in asked.places if norms.places[key].exists(asked.day))


def _ranks(asked: Asked) -> tuple[str, ...]:
    return (asked.rank,) if asked.rank else ()


def _fits(norms: Norms, row: Level, asked: Asked) -> bool:
    place = fit(norms.places, row.place, _asked_places(norms, asked))
    return place == "fits" and fit(norms.ranks, row.rank, _ranks(asked)) == "fits"


def _narrowest_first(norms: Norms, rows: Sequence[Level]) -> list[Level]:
    """The narrowest place, then the narrowest rank; between equals the lower figure, as the lower binds."""
    return sorted(rows, key=lambda row: (-depth(norms.places, row.place), -depth(norms.ranks, row.rank), row.most or 0))


def _newest_first(rows: Iterable[Level]) -> list[Level]:
    """What says something before what is empty; the text that was issued last first, as it replaces the others."""
    return sorted(rows, key=lambda row: (row.says, row.not_before or date.min), reverse=True)


def _missing(norms: Norms, asked: Asked, rows: Sequence[Level], ended: tuple[str, ...]) -> Answer:
    """No row fits. Where a row would, if place or rank were known, those are what is missing."""
    also, missing = [], set[Needed]()
    for row in rows:
        place = fit(norms.places, row.place, _asked_places(norms, asked))
        rank = fit(norms.ranks, row.rank, _ranks(asked))
        if "apart" in (place, rank):
            continue
        also.append(row)
        missing |= {"place"} if place == "open" else set()
        missing |= {"rank"} if rank == "open" else set()
    if not any(row.says for row in also):
        return Answer("unknown", also[0] if also else None, gone=ended)
    needed: tuple[Needed, ...] = tuple(each for each in ("place", "rank") if each in missing)
    return Answer("missing", None, tuple(also), needed, ended)
