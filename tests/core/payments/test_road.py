"""The road of a payment: who may do what, and that nobody is two of who asks, who checks and who approves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quyet.core.approval import ROLES, Actor
from quyet.core.ledger import KINDS as ENTRIES
from quyet.core.payments import KINDS, ROADS, Act, Standing, Told, after, moves_of, obstacles, replay

AN, CUC, DUC, OTHER = 1, 2, 3, 4
TREASURY, HOUSE = ROADS["treasury"], ROADS["house"]
EVERYTHING = dict.fromkeys(ROLES, "")
"""One who holds every role: the table alone keeps them from judging their own work."""


def said(move: str, who: int, standing: Standing, *roles: str, told: tuple[Told, ...] = ()) -> list[str]:
    return [each.rule for each in obstacles(TREASURY[move], Actor(who, dict.fromkeys(roles, "")), standing, told)]  # type: ignore[arg-type]


def test_three_people_pay_and_the_treasury_confirms() -> None:
    road = [("request", AN), ("check", CUC), ("approve", DUC), ("send", CUC), ("confirm", CUC)]
    made = replay([Act(move, who) for move, who in road], TREASURY)
    assert (made.state, made.askers, made.checkers, made.approvers) == ("paid", {AN}, {CUC}, {DUC})


@pytest.mark.parametrize(("move", "state", "role", "hand"), [
    ("check", "requested", "accountant", "askers"),
    ("check", "requested", "accountant", "approvers"),
    ("approve", "checked", "director", "askers"),
    ("approve", "checked", "director", "checkers"),
    ("request", "returned", "officer", "checkers"),
    ("request", "refused", "officer", "approvers"),
    ("confirm", "sent", "accountant", "askers"),
    ("correct", "paid", "director", "confirmers"),
])  # fmt: skip
def test_nobody_has_two_hands_in_one_request(move: str, state: str, role: str, hand: str) -> None:
    standing = Standing(state, **{hand: frozenset({OTHER})})  # type: ignore[arg-type]
    assert said(move, OTHER, standing, role) == ["own_work"]
    assert said(move, AN, standing, role) == []


def test_the_treasury_refuses_and_the_officer_asks_anew() -> None:
    refused = replay([Act(move, who) for move, who in (
        ("request", AN), ("check", CUC), ("approve", DUC), ("send", CUC), ("refuse", CUC))], TREASURY)  # fmt: skip
    assert (refused.state, refused.round) == ("refused", 1)
    again = after(refused, TREASURY["request"], Act("request", AN))
    assert (again.state, again.round) == ("requested", 2)
    assert said("check", AN, again, "accountant") == ["own_work"], "hands are kept over all rounds"


def test_what_was_read_in_its_source_stops_and_what_was_not_only_warns() -> None:
    requested = Standing("requested", frozenset({AN}))
    stops, warns = Told("papers", "Thiếu hóa đơn.", "No invoice.", stops=True), Told("way", "Chưa đối chiếu.", "?")
    assert said("check", CUC, requested, "accountant", told=(stops, warns)) == ["papers"]
    assert said("check", CUC, requested, "accountant", told=(warns,)) == []
    assert said("return", CUC, requested, "accountant", told=(stops,)) == [], "what stops a payment stops no return"


def test_an_advance_to_a_person_goes_to_no_treasury() -> None:
    road = [("request", AN), ("check", CUC), ("approve", DUC), ("confirm", CUC)]
    assert replay([Act(move, who) for move, who in road], moves_of("staff_advance")).state == "paid"
    assert "send" not in HOUSE


def test_an_administrator_and_an_auditor_move_no_money() -> None:
    assert not {role for road in ROADS.values() for move in road.values() for role in move.by} & {"admin", "auditor"}


def test_every_kind_posts_entries_that_the_ledger_has() -> None:
    assert {kind.posts for kind in KINDS.values()} <= set(ENTRIES)
    assert {kind.name for kind in KINDS.values() if kind.holds} == {"payment", "advance"}
    for kind in KINDS.values():
        assert kind.of <= set(KINDS)
        assert ENTRIES[kind.posts].drawn is not None or not kind.on_contract


@pytest.mark.parametrize("road", [TREASURY, HOUSE], ids=["treasury", "house"])
def test_money_is_held_before_it_is_approved_and_given_back_wherever_it_ends(road: dict[str, object]) -> None:
    """On every way through the table: paid only what was held, nothing held where nothing is asked for."""
    seen, open_ = set(), [("new", 0, 0)]  # the state; how much is held, how much is paid
    while open_:
        state, held, paid = at = open_.pop()
        if at in seen:
            continue
        seen.add(at)
        assert (held, paid) in ((0, 0), (1, 0), (0, 1)), at
        assert held == (state in ("checked", "approved", "sent")) and paid == (state == "paid"), at
        for move in TREASURY.values() if road is TREASURY else HOUSE.values():
            if state in move.leads:
                moved = {"hold": (1, 0), "confirm": (held - 1, 1), "take_back": (1, 0), "give_back": (0, 0)}
                open_.append((move.leads[state], *moved.get(move.posts or "", (held, paid))))  # type: ignore[index]


# --- what must always hold --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(ROADS))
@given(steps=st.lists(st.tuples(st.integers(1, 3), st.sampled_from(sorted(TREASURY))), max_size=60))
def test_whatever_three_people_try_nobody_is_two_of_the_three(name: str, steps: list[tuple[int, str]]) -> None:
    road, standing, done = ROADS[name], Standing(), []  # type: ignore[index]
    for who, move in [*steps, *((who, move) for move in sorted(road) for who in (1, 2, 3))] * 2:
        if move not in road or obstacles(road[move], Actor(who, EVERYTHING), standing):  # type: ignore[arg-type]
            continue
        standing = after(standing, road[move], Act(move, who))
        done.append(Act(move, who))
        hands = (standing.askers, standing.checkers, standing.approvers)
        assert not hands[0] & hands[1] and not hands[0] & hands[2] and not hands[1] & hands[2]
        assert standing.state not in ("approved", "sent", "paid") or all(hands)
    assert replay(done, road) == standing, "what was done leads where it led"


def reachable(people: int, road: str) -> set[str]:
    """Every state that so many people reach who hold every role each, by any acts in any order."""
    begin = Standing()
    found, open_ = {begin}, [begin]
    while open_:
        standing = open_.pop()
        for who in range(1, people + 1):
            for move in ROADS[road].values():  # type: ignore[index]
                if obstacles(move, Actor(who, EVERYTHING), standing):  # type: ignore[arg-type]
                    continue
                made = after(standing, move, Act(move.name, who))
                made = Standing(made.state, made.askers, made.checkers, made.approvers, made.confirmers)
                if made not in found:
                    found.add(made)
                    open_.append(made)
    return {standing.state for standing in found}


@pytest.mark.parametrize("road", sorted(ROADS))
@pytest.mark.parametrize(("people", "never"), [
    (1, {"checked", "approved", "sent", "paid", "refused"}),
    (2, {"approved", "sent", "paid", "refused"}),
])  # fmt: skip
def test_one_person_gets_no_further_than_asking_two_no_further_than_checking(
    people: int, never: set[str], road: str
) -> None:
    """All of them, not a sample."""
    assert not reachable(people, road) & never
    assert "paid" in reachable(3, road)
