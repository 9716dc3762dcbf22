"""The rows that a screen lists: of one item or all, on a day, in the country and in a province if one is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from quyet.core.norms.lookup import Asked, answer, on_day
from quyet.core.norms.model import NATIONAL, Bilingual, Item, Level, Norms
from quyet.core.norms.say import why_none


@dataclass(frozen=True, slots=True)
class Row:
    """One line: what a territory says of an item. `level` None: nothing, and `why` says why.

    `why` beside a level: what is missing before one of several such rows holds.
    """

    item: Item
    territory: str
    level: Level | None
    why: Bilingual | None = None

    @property
    def status(self) -> str:
        """known, rule, undated or unknown, as in `lookup.Status`."""
        if self.level is None or not self.level.says:
            return "unknown"
        if not self.level.dated:
            return "undated"
        return "known" if self.level.most is not None else "rule"


def rows(norms: Norms, asked: Asked) -> Iterator[Row]:
    """The rows of the item asked for; of each item, where it is empty."""
    territories = (NATIONAL, asked.province) if asked.province else (NATIONAL,)
    for key in [asked.item] if asked.item else norms.items:
        for territory in territories:
            yield from _of(norms, replace(asked, item=key), territory)


def _of(norms: Norms, asked: Asked, territory: str) -> Iterator[Row]:
    """All levels of the day, or only those that a place or rank leaves."""
    item = norms.items[asked.item]
    said = answer(norms, asked, territory)
    why = why_none(norms, said, territory)
    if not asked.places and asked.rank is None:
        levels = on_day(norms, asked.item, asked.day, territory)
        why = None  # nobody asked for one place: every row of the day is an answer
    else:
        levels = said.also if said.status == "missing" else (said.level,) if said.level is not None else ()
        levels = (*levels, *said.also) if said.status == "undated" else levels
    if not levels:
        yield Row(item, territory, None, why_none(norms, said, territory))
    for level in levels:
        yield Row(item, territory, level, why)
