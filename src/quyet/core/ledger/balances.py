"""Balances of a line or of a contract's share of one, in đồng, and what must always hold of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from quyet.core.ledger.table import Moves

COLUMNS = ("ceiling", "taken", "committed", "held", "advanced", "staff", "used")


@dataclass(frozen=True, slots=True)
class Balances:
    """`ceiling`: what may be spent; `taken`: what the guard holds under it; `committed`: contracts, not released;
    `held`: requested, checked, not confirmed; `advanced`: the treasury's advances not cleared; `staff`: of that, with
    people; `used`: paid and cleared, less refunds."""

    ceiling: int = 0
    taken: int = 0
    committed: int = 0
    held: int = 0
    advanced: int = 0
    staff: int = 0
    used: int = 0

    @property
    def left(self) -> int:
        """What may still be taken."""
        return self.ceiling - self.taken

    @property
    def out(self) -> int:
        """Money held or out: drawn on a commitment or directly."""
        return self.held + self.advanced + self.used


@dataclass(frozen=True, slots=True)
class Short:
    """A rule that a move would break, and by how many đồng."""

    rule: str
    by: int


def moved(balances: Balances, moves: Moves, amount: int) -> Balances:
    """The balances after an entry of `amount` đồng. Asks nothing: see `holds`."""
    return replace(balances, **{column: getattr(balances, column) + by * amount for column, by in moves.items()})


def holds(balances: Balances) -> list[Short]:
    """The rules that do not hold, none where all do: the same as the CHECKs of the store.

    Nothing is below nought; `taken` is under the ceiling; money out is part of what was taken; what people hold is part
    of the treasury's advances.
    """
    return list(_broken(balances))


def _broken(balances: Balances) -> Iterator[Short]:
    for column in COLUMNS:
        if (value := getattr(balances, column)) < 0:
            yield Short(f"{column}_not_negative", -value)
    if balances.taken > balances.ceiling:
        yield Short("taken_within_ceiling", balances.taken - balances.ceiling)
    if balances.out > balances.taken:
        yield Short("out_within_taken", balances.out - balances.taken)
    if balances.staff > balances.advanced:
        yield Short("staff_within_advanced", balances.staff - balances.advanced)
