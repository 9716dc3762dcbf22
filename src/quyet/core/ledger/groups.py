"""Balances by whatever the entries share: line, activity, contract, payee, code, source of funds, quarter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal, get_args

from quyet.core.ledger.balances import Balances, moved
from quyet.core.ledger.table import moves_of

Way = Literal["line", "activity", "contract", "payee", "code", "source", "quarter"]

WAYS: tuple[Way, ...] = get_args(Way)

ALLOTTED: frozenset[Way] = frozenset({"line", "activity", "code", "source"})
"""The ways in which a ceiling can be told: no contract, payee or quarter is allotted anything."""


@dataclass(frozen=True, slots=True)
class Ceiling:
    """What was approved for a line, in đồng, and where the line belongs: way → name, "" for nowhere."""

    amount: int
    of: Mapping[Way, str]


def nameless(way: Way) -> tuple[str, str]:
    """What belongs to none is called so, in both languages."""
    return ("Không qua hợp đồng", "Without a contract") if way == "contract" else ("Chưa ghi", "Not said")


@dataclass(frozen=True, slots=True)
class Movement:
    """Entries of one kind together, in đồng. `drawn`: on a contract; `turned`: they take others back."""

    kind: str
    drawn: bool
    turned: bool
    amount: int
    of: Mapping[Way, str]


def balances_by(way: Way, ceilings: Iterable[Ceiling], movements: Iterable[Movement]) -> dict[str, Balances]:
    """Name → its balances, in the order in which names first occur: of the lines, then of the entries. Summed over all
    names they are those of the programme; where nothing is allotted in a way, `ceiling` holds only what lowers it. By
    quarter they are what the quarter moved: money held in one and paid in the next is less held there."""
    found: dict[str, Balances] = {}
    for each in ceilings if way in ALLOTTED else ():
        before = found.get(each.of[way], Balances())
        found[each.of[way]] = replace(before, ceiling=before.ceiling + each.amount)
    for one in movements:
        name = one.of[way]
        found[name] = moved(found.get(name, Balances()), moves_of(one.kind, one.drawn, one.turned), one.amount)
    return found
