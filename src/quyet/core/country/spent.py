"""What a made-up programme spent: entries on its lines, each on a road that real money goes, and what they come to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from quyet.core.country.draws import Draws
from quyet.core.country.model import MadeEntry, MadeLine
from quyet.core.ledger import Balances, moved, moves_of

_PAID = ("request", "pay")
_CLEARED = ("request", "advance", "clear")
_ASKED_AGAIN = ("request", "-request", "request", "pay")
"""With a minus: the entry before is taken back, as where the treasury refuses."""

_ROADS: tuple[tuple[str, ...], ...] = ((), *(_PAID,) * 4, *(_CLEARED,) * 2, _ASKED_AGAIN)
_PARTS = (100, 100, 100, 90, 75)
"""Of a line's sum, in percent."""


def entries_of(draws: Draws, begins: date, lines: Sequence[MadeLine]) -> Iterator[MadeEntry]:
    """The entries of a programme, in the order in which they are posted; none after its year."""
    made = 0
    for place, line in enumerate(lines):
        amount = max(1, line.amount * draws.one_of(_PARTS) // 100)
        day = begins + timedelta(days=draws.between(10, 200))
        for step in draws.one_of(_ROADS):
            turned = step.startswith("-")
            yield MadeEntry(place, step.removeprefix("-"), amount, day, made - 1 if turned else None)
            made, day = made + 1, day + timedelta(days=draws.between(1, 15))


def balances(lines: Sequence[MadeLine], entries: Sequence[MadeEntry]) -> list[Balances]:
    """What stands on each line after all entries, by the table of the ledger."""
    found = [Balances(ceiling=line.amount) for line in lines]
    for each in entries:
        moves = moves_of(each.kind, drawn=False, reversed_=each.reverses is not None)
        found[each.line] = moved(found[each.line], moves, each.amount)
    return found
