"""Classes of places and ranks: which of them a question means, and how far a row's class is from it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal
from typing import Literal, Protocol

from quyet.core.norms.model import Norms, RankClass


class Class(Protocol):
    """What classes of places and of ranks have in common."""

    @property
    def scheme(self) -> str: ...
    @property
    def part_of(self) -> str | None: ...


Fit = Literal["fits", "open", "apart"]
"""How a row's class stands to the question: it is meant, the question does not say, or something else is meant."""


def line(classes: Mapping[str, Class], key: str) -> tuple[str, ...]:
    """A class and the wider ones that it is part of, the narrowest first."""
    wider = classes[key].part_of
    return (key, *line(classes, wider)) if wider else (key,)


def fit(classes: Mapping[str, Class], row: str | None, asked: Collection[str]) -> Fit:
    """How the class of a row stands to the classes asked for.

    A row without a class is for all. A question that names no class of the row's scheme, or only a wider one, leaves
    open whether the row is meant.
    """
    if row is None or any(row in line(classes, key) for key in asked):
        return "fits"
    same_scheme = [key for key in asked if classes[key].scheme == classes[row].scheme]
    if not same_scheme or any(key in line(classes, row) for key in same_scheme):
        return "open"
    return "apart"


def depth(classes: Mapping[str, Class], row: str | None) -> int:
    """How narrow a row's class is; 0 for a row that is for all."""
    return len(line(classes, row)) if row else 0


def gone(norms: Norms, places: Collection[str], day: date) -> tuple[str, ...]:
    """Which of these kinds of places did not exist on that day."""
    return tuple(key for key in places if not norms.places[key].exists(day))


def rank_of(norms: Norms, coefficient: Decimal) -> RankClass | None:
    """The narrowest class of somebody with that coefficient of the position allowance (0.9 → 0,8 to below 1,25)."""
    having = [rank for rank in norms.ranks.values() if rank.has(coefficient)]
    return max(having, key=lambda rank: depth(norms.ranks, rank.key), default=None)
