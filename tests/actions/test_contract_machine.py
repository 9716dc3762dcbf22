"""Contracts and a plain model of them, driven side by side through whatever people enter, change, release, ask for and
take back: they agree on every balance and on what is refused, and the ledger verifies."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from quyet.actions.contract_reversal import take_back
from quyet.actions.contracts import NewAppendix, NewContract, add_appendix, open_contract, release
from quyet.actions.ledger import NewEntry, post, reverse
from quyet.actions.refusal import Refused
from quyet.queries.ledger_check import checked
from quyet.store.models import Contract, ContractAct
from tests.cast import viewer_of
from tests.money import DAY, money_open
from tests.spending import on

KEYS = (f"hop-dong-{number:08}" for number in count())
CEILINGS = (40, 35, 25)

Shares = dict[int, int]
"""Line, by its place → đồng."""


@dataclass
class Act:
    """What was done, and what it committed on each line."""

    what: str
    moved: Shares
    pk: int
    is_over: bool = False


@dataclass
class Agreed:
    """The model of a contract."""

    pk: int
    value: int
    acts: list[Act]
    held: list[tuple[int, int, int]] = field(default_factory=list)
    """Entry, line, đồng."""
    is_over: bool = False

    def committed(self) -> Shares:
        found = dict.fromkeys(range(3), 0)
        for act in () if self.is_over else self.acts:
            for line, by in () if act.is_over else act.moved.items():
                found[line] += by
        return found

    def out(self, at: int) -> int:
        return sum(sum_ for _, line, sum_ in self.held if line == at)


shares = st.dictionaries(st.integers(0, 2), st.integers(1, 30), min_size=1, max_size=2)
changes = st.dictionaries(st.integers(0, 2), st.integers(-15, 15).filter(bool), min_size=1, max_size=2)


class Contracts(RuleBasedStateMachine):
    """Three lines of 40, 35 and 25 đồng; the officer enters, the accountant releases, the director takes back."""

    def __init__(self) -> None:
        super().__init__()
        self.undo = transaction.atomic()
        self.undo.__enter__()
        self.clock = on(DAY)
        self.clock.__enter__()

    @initialize()
    def begin(self) -> None:
        self.money = money_open()
        self.officer, self.accountant, self.director = (
            viewer_of(role, self.money.body, day=DAY) for role in ("officer", "accountant", "director")
        )
        self.agreed: list[Agreed] = []

    def teardown(self) -> None:
        self.clock.__exit__(None, None, None)
        transaction.set_rollback(True)
        self.undo.__exit__(None, None, None)

    # --- what people do ----------------------------------------------------------------------------------------------

    @rule(on_lines=shares, number=st.sampled_from(["1/HĐ", "2/HĐ", "3/HĐ"]))
    def somebody_enters(self, on_lines: Shares, number: str) -> None:
        new = NewContract(self.money.supplier.pk, number, DAY, "In", self.by_row(on_lines))
        is_taken = Contract.objects.filter(number=number, taken_back=False).exists()
        made = self.tried(lambda: open_contract(self.officer, self.money.programme.pk, new, next(KEYS)))
        assert (made is not None) == (not is_taken and self.fits(on_lines)), (number, on_lines)
        if made:
            self.agreed.append(Agreed(made, sum(on_lines.values()), [self.act(made, "enter", on_lines)]))

    @rule(which=st.integers(0, 9), by=changes)
    def somebody_changes(self, which: int, by: Shares) -> None:
        if (one := self.one(which)) is None:
            return
        new = NewAppendix(f"PL-{next(KEYS)}", DAY, "thay đổi", self.by_row(by))
        total, now = sum(by.values()), one.committed()
        may = not one.is_over and total != 0 and one.value + total > 0 and self.fits(by)
        may = may and all(now[line] + each >= one.out(line) for line, each in by.items())
        may = may and sum(now.values()) + total <= one.value + total
        made = self.tried(lambda: add_appendix(self.officer, one.pk, new, next(KEYS)))
        assert (made is not None) == may, (one, by)
        if made:
            one.value += total
            one.acts.append(self.act(one.pk, "appendix", by))

    @rule(which=st.integers(0, 9))
    def somebody_releases(self, which: int) -> None:
        if (one := self.one(which)) is None:
            return
        rest = {line: each - one.out(line) for line, each in one.committed().items() if each > one.out(line)}
        made = self.tried(lambda: release(self.accountant, one.pk, "thanh lý", DAY, next(KEYS)))
        assert (made is not None) == (not one.is_over and bool(rest)), one
        if made:
            one.acts.append(self.act(one.pk, "release", {line: -left for line, left in rest.items()}))

    @rule(which=st.integers(0, 9), at=st.integers(0, 2), amount=st.integers(1, 30))
    def money_is_held(self, which: int, at: int, amount: int) -> None:
        if (one := self.one(which)) is None:
            return
        new = NewEntry("request", self.money.lines[at].pk, amount, DAY, one.pk)
        may = not one.is_over and one.committed()[at] - one.out(at) >= amount
        made = self.tried(lambda: post(self.accountant, self.money.programme.pk, [new], next(KEYS)))
        assert (made is not None) == may, (one, at, amount)
        if made:
            one.held.append((made[0], at, amount))

    @rule(which=st.integers(0, 9))
    def money_is_given_back(self, which: int) -> None:
        one = self.one(which)
        if one is not None and one.held:
            entry, *_ = one.held.pop()
            reverse(self.accountant, self.money.programme.pk, entry, "trả lại", DAY, next(KEYS))

    @rule(which=st.integers(0, 9), act=st.integers(0, 9))
    def somebody_takes_back(self, which: int, act: int) -> None:
        if (one := self.one(which)) is None:
            return
        gone = one.acts[act % len(one.acts)]
        made = self.tried(lambda: take_back(self.director, gone.pk, "nhập nhầm", DAY, next(KEYS)))
        assert (made is not None) == self.may_go(one, gone), (one, gone)
        if made:
            gone.is_over, one.is_over = True, gone.what == "enter"
            one.value -= sum(gone.moved.values()) if gone.what == "appendix" else 0

    # --- what holds --------------------------------------------------------------------------------------------------

    @invariant()
    def the_store_says_what_the_model_says(self) -> None:
        taken = [0, 0, 0]
        for one in getattr(self, "agreed", []):
            row, committed = Contract.objects.get(pk=one.pk), one.committed()
            assert (row.taken_back, row.value) == (one.is_over, one.value)
            assert (row.committed, row.held) == (sum(committed.values()), sum(each for *_, each in one.held))
            taken = [sum_ + committed[at] for at, sum_ in enumerate(taken)]
        if hasattr(self, "agreed"):
            for line, sum_ in zip(self.money.lines, taken, strict=True):
                line.refresh_from_db()
                assert (line.taken, line.committed) == (sum_, sum_) and sum_ <= line.ceiling
            self.money.programme.refresh_from_db()
            assert self.money.programme.taken == sum(taken)

    @invariant()
    def the_ledger_verifies(self) -> None:
        *_, found = checked()
        assert found.touched is None

    # --- the model ---------------------------------------------------------------------------------------------------

    def may_go(self, one: Agreed, act: Act) -> bool:
        if one.is_over or act.is_over:
            return False
        if act.what == "enter":
            return not one.held
        now, back = one.committed(), {line: -each for line, each in act.moved.items()}
        value = one.value - (sum(act.moved.values()) if act.what == "appendix" else 0)
        within = value > 0 and sum(now.values()) + sum(back.values()) <= value
        return within and self.fits(back) and all(now[line] + each >= one.out(line) for line, each in back.items())

    def fits(self, by: Shares) -> bool:
        """Whether every line holds what it would take."""
        taken = [sum(one.committed()[at] for one in self.agreed) for at in range(3)]
        return all(taken[line] + each <= CEILINGS[line] for line, each in by.items())

    def one(self, which: int) -> Agreed | None:
        return self.agreed[which % len(self.agreed)] if self.agreed else None

    def act(self, contract: int, what: str, moved: Shares) -> Act:
        return Act(what, dict(moved), ContractAct.objects.filter(contract=contract, what=what).latest("pk").pk)

    def by_row(self, by: Shares) -> Shares:
        return {self.money.lines[line].pk: each for line, each in by.items()}

    def tried(self, act: Any) -> Any:
        try:
            with transaction.atomic():
                return act()
        except Refused:
            return None


def played(examples: int, steps: int) -> None:
    kept = settings(
        max_examples=examples, stateful_step_count=steps, deadline=None, suppress_health_check=list(HealthCheck)
    )
    run_state_machine_as_test(Contracts, settings=kept)


@pytest.mark.django_db
def test_contracts_and_their_model_agree_whatever_happens() -> None:
    played(15, 20)


@pytest.mark.long
@pytest.mark.django_db
def test_contracts_and_their_model_agree_over_long_years() -> None:
    played(100, 40)
