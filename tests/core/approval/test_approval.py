"""The table of the approval: who may do what, and that no one judges their own work."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quyet.core.approval import ADOPTION, MOVES, ROLES, Act, Actor, Move, Standing, after, obstacles, replay
from quyet.core.approval.model import Facts
from quyet.core.approval.rules import steps_back

AN, BAO, CUC, DUNG, DUC, GIANG = range(1, 7)
ALL_HELD = Facts(over=0, signed_paper=True, numbered=True)
EVERYTHING = dict.fromkeys(ROLES, "")
"""One who holds every role: the table alone keeps them from judging their own work."""


def said(move: str, who: int, standing: Standing, *roles: str, facts: Facts = ALL_HELD) -> list[str]:
    return [each.rule for each in obstacles(MOVES[move], Actor(who, dict.fromkeys(roles, "")), standing, facts)]  # type: ignore[arg-type]


def test_the_road_of_five_people_leads_to_issued() -> None:
    road = [
        ("edit", AN),
        ("submit", BAO),
        ("appraise_money", CUC),
        ("appraise_form", DUNG),
        ("sign", DUC),
        ("issue", GIANG),
    ]
    made = replay([Act(move, who) for move, who in road])
    assert made.state == "issued"
    assert (made.drafters, made.appraisers, made.signers) == ({AN, BAO}, {CUC, DUNG}, {DUC})


def test_it_is_appraised_once_both_desks_have_said_so() -> None:
    one = replay([Act("edit", AN), Act("submit", BAO), Act("appraise_form", DUNG)])
    assert one.state == "submitted"
    assert (
        replay([Act("edit", AN), Act("submit", BAO), Act("appraise_form", DUNG), Act("appraise_money", CUC)]).state
        == "appraised"
    )
    assert said("appraise_form", DUNG, one, "office") == ["state"]


@pytest.mark.parametrize(
    ("move", "who", "state", "role"),
    [
        ("appraise_money", AN, "submitted", "accountant"),  # the drafter
        ("appraise_form", BAO, "submitted", "office"),  # who submitted
        ("sign", AN, "appraised", "director"),
        ("sign", CUC, "appraised", "director"),  # who appraised
        ("submit", CUC, "draft", "head"),
        ("edit", DUC, "draft", "officer"),  # who signed a version that came back
        ("issue", DUC, "signed", "clerk"),  # who signed
    ],
)
def test_nobody_has_two_hands_in_one_programme(move: str, who: int, state: str, role: str) -> None:
    standing = Standing(state, frozenset({AN, BAO}), frozenset({CUC, DUNG}), frozenset({DUC}), signatory=who)  # type: ignore[arg-type]
    assert "own_work" in said(move, who, standing, role)


def test_errors_stop_and_warnings_need_an_answer() -> None:
    draft = Standing(drafters=frozenset({AN}), signatory=DUC)
    assert said("submit", BAO, draft, "head", facts=Facts(errors=2, unanswered=1)) == ["no_errors", "warnings_answered"]
    assert said("submit", BAO, draft, "head", facts=Facts()) == []


def test_money_without_an_allotment_or_above_it_is_refused_with_its_figures() -> None:
    submitted = Standing("submitted", frozenset({AN}))
    accountant = Actor(CUC, {"accountant": ""})
    (none,) = obstacles(MOVES["appraise_money"], accountant, submitted, Facts(over=None))
    (over,) = obstacles(MOVES["appraise_money"], accountant, submitted, Facts(over=12_400_000))
    assert none.message == "Chương trình chưa chọn dự toán được giao."
    assert over.message == "Vượt dự toán được giao 12.400.000 đồng."


def test_only_the_one_whom_the_paper_names_signs_it() -> None:
    appraised = Standing("appraised", frozenset({AN}), frozenset({CUC}), signatory=DUC)
    assert said("sign", DUC, appraised, "director") == []
    assert said("sign", GIANG, appraised, "director") == ["signatory"]


def test_a_return_to_a_desk_takes_its_word_back_and_to_the_draft_all_words() -> None:
    appraised = replay([Act("edit", AN), Act("submit", BAO), Act("appraise_money", CUC), Act("appraise_form", DUNG)])
    assert steps_back(appraised) == ("draft", "money", "form")
    again = after(appraised, MOVES["return"], Act("return", DUC, "money", "đơn giá băng rôn"))
    assert (again.state, again.appraised) == ("submitted", {"form"})
    drafted = after(appraised, MOVES["return"], Act("return", DUC, "draft", "thiếu phụ lục"))
    assert (drafted.state, drafted.appraised) == ("draft", frozenset())
    assert drafted.appraisers == {CUC, DUNG}, "who appraised once never drafts it"


def test_withdrawing_is_for_those_who_drafted() -> None:
    submitted = replay([Act("edit", AN), Act("submit", BAO)])
    assert said("withdraw", AN, submitted, "officer") == []
    assert said("withdraw", GIANG, submitted, "officer") == ["own"]
    assert said("withdraw", AN, replay([Act("edit", AN), Act("submit", BAO), Act("appraise_money", CUC), Act("appraise_form", DUNG), Act("sign", DUC)]), "officer") == ["state"]  # fmt: skip


def test_an_administrator_and_an_auditor_make_no_move() -> None:
    assert not {role for move in (*MOVES.values(), *ADOPTION.values()) for role in move.by} & {"admin", "auditor"}


# --- what must always hold --------------------------------------------------------------------------------------------


def tried(
    steps: Iterable[tuple[int, str, str]], people: dict[int, dict[str, str]], table: dict[str, Move]
) -> tuple[Standing, list[Act]]:
    """Everybody tries whatever they like; the table lets some of it through."""
    standing, done = Standing(signatory=None), []
    for who, name, step in steps:
        move = table[name]
        if name == "submit":
            standing = Standing(*(getattr(standing, each) for each in ("state", "drafters", "appraisers", "signers", "appraised")), signatory=1 + (who + len(step)) % len(people))  # fmt: skip
        if obstacles(move, Actor(who, people[who]), standing, ALL_HELD):  # type: ignore[arg-type]
            continue
        act = Act(name, who, step if name == "return" and step in steps_back(standing) else "draft")  # type: ignore[arg-type]
        standing = after(standing, move, act)
        done.append(act)
    return standing, done


@given(
    st.integers(1, 2).flatmap(
        lambda count: st.lists(
            st.tuples(
                st.integers(1, count), st.sampled_from(sorted(MOVES)), st.sampled_from(["draft", "money", "form"])
            ),
            max_size=40,
        )
    )
)
def test_no_acts_of_one_person_or_of_two_lead_to_issued(steps: list[tuple[int, str, str]]) -> None:
    standing, _ = tried(steps, {1: EVERYTHING, 2: EVERYTHING}, dict(MOVES))
    assert standing.state not in ("appraised", "signed", "issued") or len({who for who, _, _ in steps}) == 2
    assert standing.state not in ("signed", "issued")


@given(
    st.lists(
        st.tuples(st.integers(1, 4), st.sampled_from(sorted(MOVES)), st.sampled_from(["draft", "money", "form"])),
        max_size=60,
    ),
    st.integers(1, 4),
)
def test_whatever_four_people_tried_one_alone_never_completes_three_hands(
    steps: list[tuple[int, str, str]], alone: int
) -> None:
    people = dict.fromkeys(range(1, 5), EVERYTHING)
    more = [(alone, name, "draft") for name in sorted(MOVES) for _ in range(2)] * 2
    standing, done = tried([*steps, *more], people, dict(MOVES))
    if standing.state == "issued":
        hands = (standing.drafters, standing.appraisers, standing.signers)
        assert all(hands)
        assert not hands[0] & hands[1] and not hands[0] & hands[2] and not hands[1] & hands[2]
        assert len({act.person for act in done}) >= 3
    assert replay(done).state == standing.state, "what was done leads where it led"


@given(st.lists(st.tuples(st.just(1), st.sampled_from(sorted(ADOPTION)), st.just("draft")), max_size=30))
def test_one_person_adopts_nothing_alone(steps: list[tuple[int, str, str]]) -> None:
    standing, _ = tried(steps, {1: EVERYTHING}, dict(ADOPTION))
    assert standing.state not in ("accepted", "issued")


def reachable(people: int) -> set[Standing]:
    """Every standing that so many people can reach who hold every role each, by any acts."""
    actors = [Actor(who, EVERYTHING) for who in range(1, people + 1)]  # type: ignore[arg-type]
    begin = {Standing(signatory=actor.person) for actor in actors}
    found, open_ = set(begin), list(begin)
    while open_:
        standing = open_.pop()
        for actor in actors:
            for move in MOVES.values():
                if obstacles(move, actor, standing, ALL_HELD):
                    continue
                for step in steps_back(standing) if move.name == "return" else ("draft",):
                    made = after(standing, move, Act(move.name, actor.person, step))
                    if made not in found:
                        found.add(made)
                        open_.append(made)
    return found


@pytest.mark.parametrize(("people", "states"), [
    (1, {"draft", "submitted"}),
    (2, {"draft", "submitted", "appraised"}),
    (3, {"draft", "submitted", "appraised", "signed", "issued"}),
])  # fmt: skip
def test_every_state_that_so_many_people_can_reach(people: int, states: set[str]) -> None:
    """All of them, not a sample: one person gets no further than submitting, two no further than appraising."""
    assert {standing.state for standing in reachable(people)} == states
