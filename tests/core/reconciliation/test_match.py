"""Rows of the treasury and payments of Quyết: who belongs to whom. Amounts in đồng, days of March 2024."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quyet.core.reconciliation import Group, Payment, Row, Tie, reconcile
from quyet.core.reconciliation.sums import only_sum


def day(of: int) -> date:
    return date(2024, 3, 1) + timedelta(days=of - 1)


def row(id_: int, of: int, number: str, amount: int) -> Row:
    return Row(id_, day(of), number, amount)


def paid(id_: int, of: int, number: str, amount: int, inside: bool = True) -> Payment:
    return Payment(id_, day(of), number, amount, inside)


def said(groups: list[Group]) -> list[tuple[str, str, tuple[int, ...], tuple[int, ...]]]:
    return [(each.kind, each.why, each.rows, each.payments) for each in groups]


CASES = {
    "number, amount and day": (
        [row(1, 5, "KB-1", 100)], [paid(9, 5, "kb-1 ", 100)], [("matched", "exact", (1,), (9,))],
    ),
    "a voucher in two rows, one a code": (
        [row(1, 5, "17", 60), row(2, 5, "017", 40)], [paid(9, 5, "17", 100)], [("matched", "parts", (1, 2), (9,))],
    ),
    "two requests on one voucher": (
        [row(1, 5, "17", 100)], [paid(8, 5, "17", 60), paid(9, 5, "17", 40)], [("matched", "parts", (1,), (8, 9))],
    ),
    "paid twice by the treasury": (
        [row(1, 5, "17", 100), row(2, 5, "17", 100)], [paid(9, 5, "17", 100)],
        [("matched", "exact", (1,), (9,)), ("treasury", "", (2,), ())],
    ),
    "another day": ([row(1, 5, "17", 100)], [paid(9, 25, "17", 100)], [("proposed", "other_day", (1,), (9,))]),
    "another sum under the number": ([row(1, 5, "17", 100)], [paid(9, 5, "17", 90)], [("differs", "number", (1,), (9,))]),
    "no number, the same sum three days later": (
        [row(1, 5, "", 100)], [paid(9, 8, "17", 100)], [("proposed", "near", (1,), (9,))],
    ),
    "eleven days apart": (
        [row(1, 5, "", 100)], [paid(9, 16, "17", 100)], [("treasury", "", (1,), ()), ("quyet", "", (), (9,))],
    ),
    "the same day before a day nearby": (
        [row(1, 5, "", 100)], [paid(8, 4, "a", 100), paid(9, 5, "b", 100)],
        [("proposed", "near", (1,), (9,)), ("quyet", "", (), (8,))],
    ),
    "three rows that come to one request": (
        [row(1, 5, "", 20), row(2, 6, "", 30), row(3, 7, "", 50), row(4, 7, "", 7)], [paid(9, 6, "17", 100)],
        [("proposed", "near_parts", (1, 2, 3), (9,)), ("treasury", "", (4,), ())],
    ),
    "one row that pays two requests": (
        [row(1, 6, "", 100)], [paid(8, 5, "a", 70), paid(9, 6, "b", 30)], [("proposed", "near_parts", (1,), (8, 9))],
    ),
    "two ways to one sum: nobody can tell": (
        [row(1, 6, "", 100)], [paid(7, 5, "a", 70), paid(8, 6, "b", 30), paid(9, 6, "c", 30)],
        [("treasury", "", (1,), ()), ("quyet", "", (), (7,)), ("quyet", "", (), (8,)), ("quyet", "", (), (9,))],
    ),
    "money back is no money out": (
        [row(1, 5, "17", -100)], [paid(9, 5, "17", 100)], [("differs", "number", (1,), (9,))],
    ),
    "a payment of another month that belongs to a row, and one that does not": (
        [row(1, 1, "17", 100)], [paid(8, 0, "17", 100, inside=False), paid(9, 0, "18", 50, inside=False)],
        [("proposed", "other_day", (1,), (8,))],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_each_falls_into_its_group(case: str) -> None:
    rows, payments, expected = CASES[case]
    assert said(reconcile(rows, payments)) == expected


ROWS = [row(1, 5, "17", 100), row(2, 9, "", 40)]
PAID = [paid(8, 5, "17", 100), paid(9, 9, "18", 45)]


def tie(rows: set[int], payments: set[int], holds: bool = True) -> Tie:
    return Tie(frozenset(rows), frozenset(payments), holds)


def test_a_person_ties_what_differs_and_it_says_so() -> None:
    assert said(reconcile(ROWS, PAID, [tie({2}, {9})])) == [
        ("matched", "exact", (1,), (8,)), ("differs", "hand", (2,), (9,)),
    ]  # fmt: skip


def test_what_a_person_took_apart_no_step_puts_together_again() -> None:
    apart = tie({1}, {8}, holds=False)
    assert said(reconcile(ROWS, PAID, [apart])) == [
        ("treasury", "", (1,), ()), ("treasury", "", (2,), ()), ("quyet", "", (), (8,)), ("quyet", "", (), (9,)),
    ]  # fmt: skip
    assert said(reconcile(ROWS, PAID, [apart, tie({1}, {8})]))[0] == ("matched", "hand", (1,), (8,))


def test_a_tie_that_is_taken_apart_is_none_and_one_whose_payment_is_gone_neither() -> None:
    ties = [tie({1, 2}, {8}), tie({1, 2}, {8}, holds=False)]
    assert {each.why for each in reconcile(ROWS, PAID, ties)} == {""}
    assert said(reconcile(ROWS, PAID[1:], [tie({1}, {8})]))[0] == ("treasury", "", (1,), ())


def test_the_fewest_amounts_that_come_to_a_sum() -> None:
    assert only_sum([50, 20, 30, 70], 100, 4) == (2, 3)  # 30 + 70, not 50 + 20 + 30
    assert only_sum([50, 50, 50], 100, 4) is None
    assert only_sum([100, 1], 100, 4) is None  # one alone is no sum


def side(make: type[Row] | type[Payment], first: int) -> st.SearchStrategy[list[Row | Payment]]:
    given_ = st.tuples(st.integers(0, 30), st.sampled_from(["", "1", "2", "3"]), st.sampled_from([-20, 10, 20, 30, 50]))
    return st.lists(given_, max_size=9).map(
        lambda many: [make(first + place, day(of), number, amount) for place, (of, number, amount) in enumerate(many)]
    )


pairs = st.tuples(st.sets(st.integers(1, 9), min_size=1), st.sets(st.integers(101, 109), min_size=1), st.booleans())


@given(
    side(Row, 1), side(Payment, 101), st.lists(pairs.map(lambda each: tie(*each)), max_size=3),
    st.sets(st.integers(101, 109)),
)  # fmt: skip
def test_nothing_is_in_two_groups_nothing_in_none_and_the_sums_come_to_both_totals(
    rows: list[Row], payments: list[Payment], ties: list[Tie], outside: set[int]
) -> None:
    payments = [replace(each, inside=each.id not in outside) for each in payments]
    groups = reconcile(rows, payments, ties)
    amounts = {each.id: each.amount for each in rows} | {each.id: each.amount for each in payments}
    assert Counter(each for group in groups for each in group.rows) == Counter(each.id for each in rows)
    in_groups = Counter(each for group in groups for each in group.payments)
    assert set(in_groups.values()) <= {1}
    assert {each.id for each in payments if each.inside} <= set(in_groups)
    total = sum(amounts[each] for group in groups for each in group.rows)
    assert total == sum(each.amount for each in rows)
    for group in groups:
        equal = sum(amounts[each] for each in group.rows) == sum(amounts[each] for each in group.payments)
        assert equal or group.kind not in ("matched", "proposed")
        apart = [(r, p) for t in ties if not t.holds for r in t.rows for p in t.payments]
        if group.why != "hand":
            assert not any((r, p) in apart for r in group.rows for p in group.payments)
    assert groups == reconcile(rows, payments, ties)
