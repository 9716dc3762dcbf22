"""The store and a plain model of it, driven side by side through whatever a year may bring: they agree on every balance,
and on what is refused."""

from __future__ import annotations

from itertools import count
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from quyet.actions.ledger import NewEntry, post, reverse
from quyet.actions.refusal import Refused
from quyet.core.ledger import KINDS, Balances, holds, moved, moves_of
from quyet.core.ledger.table import contract_moves_of
from quyet.queries.ledger import replayed
from quyet.store.models import LedgerEntry
from tests.cast import viewer_of
from tests.money import DAY, contract_on, money_open

KEYS = (f"may-{number:08}" for number in count())
COLUMNS = ("ceiling", "taken", "committed", "held", "advanced", "staff", "used")
VALUE = 30
"""Of the contract, on the first two lines together."""


class Ledger(RuleBasedStateMachine):
    """Three lines of 40, 35 and 25 đồng; a contract of 30 on the first two."""

    def __init__(self) -> None:
        super().__init__()
        self.undo = transaction.atomic()
        self.undo.__enter__()

    @initialize()
    def begin(self) -> None:
        self.money = money_open()
        self.accountant = viewer_of("accountant", self.money.body)
        self.contract, _ = contract_on(self.money, VALUE, self.money.banner, self.money.handbook)
        self.lines = [Balances(ceiling=line.ceiling) for line in self.money.lines]
        self.shares = [Balances(), Balances()]
        self.entries: list[tuple[int, str, int, bool, int]] = []

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.undo.__exit__(None, None, None)

    @rule(
        kind=st.sampled_from(sorted(KINDS)),
        at=st.integers(0, 2),
        amount=st.integers(1, 45) | st.sampled_from([10, 15, 25, 30, 35, 40]),
        drawn=st.booleans(),
    )
    def somebody_posts(self, kind: str, at: int, amount: int, drawn: bool) -> None:
        line = self.money.lines[at]
        new = NewEntry(kind, line.pk, amount, DAY, self.contract.pk if drawn else None)
        may = self.may(kind, at, amount, drawn, turned=False)
        done = self.tried(lambda: post(self.accountant, self.money.programme.pk, [new], next(KEYS)))
        assert (done is not None) == may, (kind, at, amount, drawn)
        if done:
            self.move(kind, at, amount, drawn, turned=False)
            self.entries.append((done[0], kind, at, drawn, amount))

    @rule(which=st.integers(0, 50))
    def somebody_takes_back(self, which: int) -> None:
        if not self.entries:
            return
        entry, kind, at, drawn, amount = self.entries[which % len(self.entries)]
        may = self.may(kind, at, amount, drawn, turned=True)
        done = self.tried(lambda: reverse(self.accountant, self.money.programme.pk, entry, "nhầm", DAY, next(KEYS)))
        assert (done is not None) == may, (kind, at, amount)
        if done:
            self.move(kind, at, amount, drawn, turned=True)
            self.entries = [each for each in self.entries if each[0] != entry]

    @invariant()
    def the_store_says_what_the_model_says(self) -> None:
        if not hasattr(self, "lines"):
            return
        for line, model in zip(self.money.lines, self.lines, strict=True):
            line.refresh_from_db()
            assert tuple(getattr(line, name) for name in COLUMNS) == tuple(getattr(model, name) for name in COLUMNS)
        self.money.programme.refresh_from_db()
        self.money.allotment.refresh_from_db()
        taken, used = (sum(getattr(each, name) for each in self.lines) for name in ("taken", "used"))
        assert (self.money.programme.taken, self.money.programme.used) == (taken, used)
        assert (self.money.allotment.taken, self.money.allotment.used) == (taken, used)
        assert taken <= self.money.programme.ceiling <= 100

    @invariant()
    def a_replay_of_the_entries_says_it_too(self) -> None:
        if hasattr(self, "lines"):
            ceilings = {line.pk: ceiling for line, ceiling in zip(self.money.lines, (40, 35, 25), strict=True)}
            rows = LedgerEntry.objects.filter(programme=self.money.programme).order_by("id")
            found = replayed(rows, ceilings)
            assert [found[line.pk] for line in self.money.lines] == self.lines

    # --- the model -------------------------------------------------------------------------------------------------

    def may(self, kind: str, at: int, amount: int, drawn: bool, turned: bool) -> bool:
        try:
            line = moved(self.lines[at], moves_of(kind, drawn, turned), amount)
        except ValueError:
            return False
        if drawn:
            if at == 2:
                return False
            shares = list(self.shares)
            shares[at] = moved(shares[at], contract_moves_of(kind, turned), amount)
            if any(min(each.committed - each.out, each.held, each.advanced, each.used) < 0 for each in shares):
                return False
            if sum(each.committed for each in shares) > VALUE:
                return False
        return not holds(line) and self.above(at, line)

    def above(self, at: int, line: Balances) -> bool:
        """The programme's own ceiling, beside those of the lines."""
        lines = [line if place == at else each for place, each in enumerate(self.lines)]
        return sum(each.taken for each in lines) <= sum(each.ceiling for each in lines)

    def move(self, kind: str, at: int, amount: int, drawn: bool, turned: bool) -> None:
        self.lines[at] = moved(self.lines[at], moves_of(kind, drawn, turned), amount)
        if drawn:
            self.shares[at] = moved(self.shares[at], contract_moves_of(kind, turned), amount)

    def tried(self, act: Any) -> list[int] | None:
        try:
            with transaction.atomic():
                return act()
        except Refused:
            return None


def played(examples: int, steps: int) -> None:
    kept = settings(
        max_examples=examples, stateful_step_count=steps, deadline=None, suppress_health_check=list(HealthCheck)
    )
    run_state_machine_as_test(Ledger, settings=kept)


@pytest.mark.django_db
def test_store_and_model_agree_whatever_happens() -> None:
    played(20, 25)


@pytest.mark.long
@pytest.mark.django_db
def test_store_and_model_agree_over_long_years() -> None:
    played(300, 60)
