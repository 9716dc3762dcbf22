"""Which way a purchase goes, by its size and its day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True)
class Route:
    """A way to buy, for packages up to `most` đồng (inside; None: no bound), and where it is written."""

    most: int | None
    name_vi: str
    name_en: str
    source: str
    mark: Literal["S", "M"]


@dataclass(frozen=True, slots=True)
class Regime:
    """The ways of a time, the smallest packages first; in force from `since` to `until`, both inside."""

    since: date
    until: date | None
    routes: tuple[Route, ...]


def route_of(regimes: Sequence[Regime], amount: int, day: date) -> Route | None:
    """The way for a package of that amount (đồng) on that day; None where no regime of the day is known."""
    regime = next((each for each in regimes if each.since <= day and (each.until is None or day <= each.until)), None)
    if regime is None:
        return None
    return next((route for route in regime.routes if route.most is None or amount <= route.most), None)
