"""A journal whose rows were touched is found out, at the first row that was."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quyet.core.journal import FIRST, Sealed, canonical, seal, verify

ACTS = ["submitted", "appraised", "signed", "issued", "dispatched", "read"]
CONTENTS = [{"id": 10 * place, "act": act, "person": place, "data": "{}"} for place, act in enumerate(ACTS, 1)]


def chain(contents: list[dict[str, object]]) -> list[Sealed]:
    made, previous = [], FIRST
    for position, content in enumerate(contents, 1):
        made.append(Sealed(position, int(str(content["id"])), content, previous, seal(previous, content)))
        previous = made[-1].hash
    return made


WHOLE = chain(CONTENTS)
place = st.integers(0, len(WHOLE) - 1)


def found(rows: list[Sealed]) -> tuple[int, int, str] | None:
    broken = verify(rows)
    return (broken.position, broken.row, broken.why_en) if broken else None


def test_a_chain_that_nobody_touched_holds_and_so_does_an_empty_one() -> None:
    assert verify(WHOLE) is None and verify([]) is None


def test_the_seal_is_the_sha256_of_the_row_before_and_this_one() -> None:
    """By another program: printf '%064d\\n{"act":"signed","id":1}' 0 | sha256sum"""
    said = "8a9f75cb830cb05945aab3520ca9407a"
    assert seal(FIRST, {"id": 1, "act": "signed"}).startswith(said)


@given(place, st.sampled_from(["id", "act", "person", "data"]), st.one_of(st.text(), st.integers(), st.none()))
def test_a_changed_row_is_named(at: int, key: str, value: object) -> None:
    changed = {**CONTENTS[at], key: value}
    rows = [*WHOLE[:at], replace(WHOLE[at], content=changed), *WHOLE[at + 1 :]]
    expected = None if changed == CONTENTS[at] else (at + 1, WHOLE[at].row, "its content was changed")
    assert found(rows) == expected


@given(place, st.sampled_from(["previous", "hash"]), st.integers(0, 63))
def test_a_changed_digit_of_a_seal_is_named(at: int, part: str, digit: int) -> None:
    old = getattr(WHOLE[at], part)
    new = old[:digit] + ("1" if old[digit] != "1" else "2") + old[digit + 1 :]
    broken = verify([*WHOLE[:at], replace(WHOLE[at], **{part: new}), *WHOLE[at + 1 :]])
    assert broken is not None and broken.position == at + 1


@given(place)
def test_a_row_that_is_gone_is_named(at: int) -> None:
    rows = [*WHOLE[:at], replace(WHOLE[at], content=None), *WHOLE[at + 1 :]]
    assert found(rows) == (at + 1, WHOLE[at].row, "the row is gone")


@given(place, st.booleans())
def test_a_row_taken_out_with_its_seal_is_missed_also_where_the_others_are_numbered_anew(at: int, anew: bool) -> None:
    later = [replace(each, position=each.position - anew) for each in WHOLE[at + 1 :]]
    broken = verify([*WHOLE[:at], *later])
    if at == len(WHOLE) - 1:
        assert broken is None, "a tail that was cut off leaves no mark in the chain"
    else:
        assert broken is not None and broken.row == WHOLE[at + 1].row


@given(place, st.text(min_size=1))
def test_a_row_put_in_is_found_at_the_row_after_it(at: int, act: str) -> None:
    """With a seal of its own that is right, and the later ones numbered anew: the next does not join it."""
    content = {"id": 999, "act": act, "person": 1, "data": "{}"}
    previous = WHOLE[at].previous
    inserted = Sealed(at + 1, 999, content, previous, seal(previous, content))
    later = [replace(each, position=each.position + 1) for each in WHOLE[at:]]
    assert found([*WHOLE[:at], inserted, *later]) == (at + 2, WHOLE[at].row, "does not join the row before")


@given(place, place)
def test_two_rows_that_changed_places_are_found_at_the_first(one: int, other: int) -> None:
    rows = list(WHOLE)
    rows[one], rows[other] = (
        replace(WHOLE[one], content=WHOLE[other].content, row=WHOLE[other].row),
        replace(WHOLE[other], content=WHOLE[one].content, row=WHOLE[one].row),
    )
    broken = verify(rows)
    assert (broken.position if broken else None) == (None if one == other else min(one, other) + 1)


@given(place, place)
def test_two_seals_that_changed_places_are_found_at_the_first(one: int, other: int) -> None:
    rows = list(WHOLE)
    rows[one] = replace(WHOLE[other], position=one + 1)
    rows[other] = replace(WHOLE[one], position=other + 1)
    broken = verify(rows)
    assert (broken.position if broken else None) == (None if one == other else min(one, other) + 1)


def test_a_chain_that_does_not_begin_at_one_misses_its_first() -> None:
    assert found(WHOLE[1:]) == (2, 20, "seal 1 is missing")


@given(st.dictionaries(st.text(), st.one_of(st.text(), st.integers(), st.booleans(), st.none(), st.lists(st.text()))))
def test_the_order_of_keys_makes_no_difference_and_everything_else_does(content: dict[str, object]) -> None:
    turned = dict(reversed(content.items()))
    assert canonical(content) == canonical(turned)
    assert canonical({**content, "khóa mới": 1}) != canonical(content)


@pytest.mark.parametrize(
    "content", [{"sum": 0.1}, {"sums": [1, [0.5]]}, {"of": {"a": float("nan")}}, {1: "one"}, {"of": {None: 1}}]
)
def test_what_could_be_written_in_two_ways_is_refused(content: dict) -> None:
    with pytest.raises(TypeError):
        canonical(content)
