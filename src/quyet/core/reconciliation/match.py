"""From rows, payments and what people said of them to groups.

First what people tied, then what is beyond doubt, then what is likely: each step takes what it matches away from the
next. A step never puts together what a person took apart.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import islice
from typing import TypeVar

from quyet.core.reconciliation.model import KINDS, Group, Kind, Payment, Row, Tie, Why
from quyet.core.reconciliation.sums import only_sum

Each = TypeVar("Each", Row, Payment)
Key = Callable[[Row | Payment], Hashable | None]
"""What a row and a payment are compared by; None where it does not say it."""

NEAR = 10
"""Days between what the treasury did and what was entered, at most, for a proposal by the amount."""

CANDIDATES, PARTS = 12, 4
"""Of so many that are nearest, so many together are tried against one sum."""


def reconcile(rows: Sequence[Row], payments: Sequence[Payment], ties: Sequence[Tie] = ()) -> list[Group]:
    """Every row in exactly one group, every payment of the statement's days too, any other in at most one. The same
    input gives the same groups, in the order of `KINDS`, then of the statement."""
    table = _Table(rows, payments, ties)
    table.tied()
    table.one_to_one("matched", "exact", _numbered(lambda each: (each.day, each.amount)))
    table.by_key("matched", "parts", _numbered(lambda each: each.day), equal=True)
    table.one_to_one("proposed", "other_day", _numbered(lambda each: each.amount))
    table.by_key("proposed", "other_day_parts", _numbered(lambda each: 0), equal=True)
    table.by_key("differs", "number", _numbered(lambda each: 0), equal=False)
    table.nearby()
    table.several()
    return table.groups()


def _numbered(more: Callable[[Row | Payment], Hashable]) -> Key:
    """The number and more; no key without a number."""
    return lambda each: (each.number, more(each)) if each.number else None


def number_of(printed: str) -> str:
    """A number as it is compared: case, white space and noughts before it do not count."""
    return "".join(printed.split()).casefold().lstrip("0")


@dataclass
class _Table:
    """What is not in a group yet, and the groups."""

    all_rows: Sequence[Row]
    all_payments: Sequence[Payment]
    ties: Sequence[Tie]
    found: list[Group] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.rows = {each.id: replace(each, number=number_of(each.number)) for each in self.all_rows}
        self.payments = {each.id: replace(each, number=number_of(each.number)) for each in self.all_payments}
        self._apart = {
            (row, payment) for tie in self.ties if not tie.holds for row in tie.rows for payment in tie.payments
        }

    # --- steps -------------------------------------------------------------------------------------------------------

    def tied(self) -> None:
        """What people tied and nobody took apart since: matched where the sums are equal."""
        live: dict[tuple[frozenset[int], frozenset[int]], None] = {}
        for tie in self.ties:
            if tie.holds:
                live[tie.rows, tie.payments] = None
            else:
                live.pop((tie.rows, tie.payments), None)
        for some, others in live:
            rows = [self.rows[each] for each in some if each in self.rows]
            payments = [self.payments[each] for each in others if each in self.payments]
            if rows and payments:
                self._take("matched" if _sum(rows) == _sum(payments) else "differs", "hand", rows, payments)

    def one_to_one(self, kind: Kind, why: Why, key: Key) -> None:
        """A row and a payment of the same key; of several, the first with the first."""
        for rows, payments in self._both(key):
            for row in rows:
                chosen = next((each for each in payments if self._may(row, each)), None)
                if chosen is not None:
                    payments.remove(chosen)
                    self._take(kind, why, [row], [chosen])

    def by_key(self, kind: Kind, why: Why, key: Key, equal: bool) -> None:
        """All rows and all payments of one key, where their sums are equal, or where they are not."""
        for rows, payments in self._both(key):
            if (_sum(rows) == _sum(payments)) is equal and all(
                self._may(row, each) for row in rows for each in payments
            ):
                self._take(kind, why, rows, payments)

    def nearby(self) -> None:
        """The same amount: on the same day first, then on a day nearby, in the order of the days."""
        self.one_to_one("proposed", "near", lambda each: (each.amount, each.day))
        for rows, payments in self._both(lambda each: each.amount):
            waiting = sorted(payments, key=_by_day)
            for row in sorted(rows, key=_by_day):
                while waiting and (row.day - waiting[0].day).days > NEAR:
                    waiting.pop(0)
                chosen = next((each for each in waiting if self._near(row, each)), None)
                if chosen is not None:
                    waiting.remove(chosen)
                    self._take("proposed", "near", [row], [chosen])

    def several(self) -> None:
        """Several rows that come to one payment, then several payments to one row: where there is one way only."""
        days = _by(lambda each: each.day, self.rows.values())
        for payment in list(self.payments.values()):
            rows = (each for each in _around(days, payment) if each.id in self.rows and self._may(each, payment))
            if chosen := _only(payment, rows):
                self._take("proposed", "near_parts", chosen, [payment])
        paid = _by(lambda each: each.day, self.payments.values())
        for row in list(self.rows.values()):
            payments = (each for each in _around(paid, row) if each.id in self.payments and self._may(row, each))
            if others := _only(row, payments):
                self._take("proposed", "near_parts", [row], others)

    def groups(self) -> list[Group]:
        """Those found, and what is left on each side alone."""
        alone = [Group("treasury", "", (each,), ()) for each in self.rows]
        alone += [Group("quyet", "", (), (each.id,)) for each in self.payments.values() if each.inside]
        order = {each.id: place for place, each in enumerate(self.all_rows)}
        return sorted(
            [*self.found, *alone],
            key=lambda each: (KINDS.index(each.kind), min((order[row] for row in each.rows), default=0)),
        )

    # --- what they are made of ---------------------------------------------------------------------------------------

    def _both(self, key: Key) -> Iterator[tuple[list[Row], list[Payment]]]:
        """Rows and payments of each key that both sides have."""
        rows, payments = _by(key, self.rows.values()), _by(key, self.payments.values())
        for each in [each for each in rows if each in payments]:
            yield rows[each], payments[each]

    def _take(self, kind: Kind, why: Why, rows: Sequence[Row], payments: Sequence[Payment]) -> None:
        for row in rows:
            del self.rows[row.id]
        for payment in payments:
            del self.payments[payment.id]
        some, others = (tuple(sorted(each.id for each in side)) for side in (rows, payments))
        self.found.append(Group(kind, why, some, others))

    def _may(self, row: Row, payment: Payment) -> bool:
        return (row.id, payment.id) not in self._apart

    def _near(self, row: Row, payment: Payment) -> bool:
        return abs((row.day - payment.day).days) <= NEAR and self._may(row, payment)


def _by(key: Key, side: Iterable[Each]) -> dict[Hashable, list[Each]]:
    """By key; what has none is left out."""
    found: dict[Hashable, list[Each]] = {}
    for each in side:
        if (at := key(each)) is not None:
            found.setdefault(at, []).append(each)
    return found


def _around(days: dict[Hashable, list[Each]], one: Row | Payment) -> Iterator[Each]:
    """Those on the days nearby, the nearest first."""
    for apart in sorted(range(-NEAR, NEAR + 1), key=abs):
        yield from days.get(one.day + timedelta(apart), ())


def _sum(side: Iterable[Row | Payment]) -> int:
    return sum(each.amount for each in side)


def _by_day(each: Row | Payment) -> tuple[date, int]:
    return each.day, each.id


def _only(one: Row | Payment, nearest: Iterable[Each]) -> list[Each] | None:
    """The first few of the others that come to the one, where they do in one way."""
    tried = list(islice(nearest, CANDIDATES))
    places = only_sum([each.amount for each in tried], one.amount, PARTS)
    return None if places is None else [tried[at] for at in places]
