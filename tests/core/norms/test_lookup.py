"""Which level holds: cases that an accountant could look up in a table."""

from datetime import date
from decimal import Decimal

import pytest

from quyet.core.norms.classes import rank_of
from quyet.core.norms.lookup import Asked, answer, held
from quyet.core.norms.model import Norms
from tests.core.norms.made import FIRST_NEW, LAST_OLD, both, level, norms

CHANGED = norms(level(200_000, until=LAST_OLD), level(300_000, since=FIRST_NEW))
A_DAY = date(2024, 6, 1)


def amount(known: Norms, day: date = A_DAY, **asked) -> tuple[str, int | None]:
    found = answer(known, Asked("per_diem", day, **asked))
    return found.status, found.limit.most if found.limit else None


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2017, 6, 30), ("unknown", None)),
        (date(2017, 7, 1), ("known", 200_000)),
        (date(2025, 5, 3), ("known", 200_000)),
        (date(2025, 5, 4), ("known", 300_000)),
        (date(2099, 1, 1), ("known", 300_000)),
    ],
)
def test_the_first_and_the_last_day_lie_inside(day: date, expected: tuple[str, int | None]) -> None:
    assert amount(CHANGED, day) == expected


def test_no_row_is_unknown_and_not_allowed() -> None:
    assert answer(CHANGED, Asked("hotel", A_DAY)).status == "unknown"


def test_a_row_that_nobody_could_fill_is_unknown_and_handed_back_with_its_note() -> None:
    empty = level(None, note=both("chưa đọc"))
    found = answer(norms(empty), Asked("per_diem", A_DAY))
    assert (found.status, found.level, found.limit) == ("unknown", empty, None)


def test_words_without_a_figure_are_a_rule() -> None:
    ruled = norms(level(None, rule=both("theo hóa đơn")))
    assert amount(ruled) == ("rule", None)


# --- places and ranks --------------------------------------------------------------------------------------------------

BY_PLACE = norms(
    level(1_000_000, rank="head"),
    level(450_000, place="big_town", rank="others"),
    level(350_000, place="small_town", rank="others"),
    level(300_000, place="elsewhere", rank="others"),
)


@pytest.mark.parametrize(
    ("places", "rank", "expected"),
    [
        (("big_town",), "others", 450_000),
        (("small_town",), "others", 350_000),
        (("elsewhere",), "others", 300_000),
        (("small_town",), "deputy", 350_000),  # a deputy is one of the others
        ((), "head", 1_000_000),  # any place
        (("big_town",), "head", 1_000_000),
        (("sea", "small_town"), "others", 350_000),  # a place has a class in each scheme
    ],
)
def test_the_narrowest_row_holds(places: tuple[str, ...], rank: str, expected: int) -> None:
    assert amount(BY_PLACE, places=places, rank=rank) == ("known", expected)


@pytest.mark.parametrize(
    ("places", "rank", "missing", "figures"),
    [
        ((), "others", ("place",), [450_000, 350_000, 300_000]),
        (("big_town",), None, ("rank",), [1_000_000, 450_000]),
        ((), None, ("place", "rank"), [1_000_000, 450_000, 350_000, 300_000]),
        (("commune_1",), "others", ("place",), [450_000, 350_000, 300_000]),  # says nothing of towns
    ],
)
def test_what_is_missing_is_named_with_the_rows_it_decides_between(places, rank, missing, figures) -> None:
    found = answer(BY_PLACE, Asked("per_diem", A_DAY, places, rank))
    assert (found.status, found.missing, [row.most for row in found.also]) == ("missing", missing, figures)


def test_a_row_for_all_places_answers_a_question_without_a_place() -> None:
    by_sea = norms(level(200_000), level(250_000, place="sea"))
    assert amount(by_sea) == ("known", 200_000)
    assert amount(by_sea, places=("big_town",)) == ("known", 200_000)
    assert amount(by_sea, places=("sea",)) == ("known", 250_000)


def test_another_rank_than_those_of_the_table_is_unknown() -> None:
    assert amount(BY_PLACE, places=("big_town",), rank="minister")[0] == "unknown"


def test_a_kind_of_place_that_has_ended_answers_nothing() -> None:
    found = answer(BY_PLACE, Asked("per_diem", date(2025, 7, 1), ("big_town",), "others"))
    assert (found.status, found.gone) == ("unknown", ("big_town",))
    last = answer(BY_PLACE, Asked("per_diem", date(2025, 6, 30), ("big_town",), "others"))
    assert (last.status, last.limit.most, last.gone) == ("known", 450_000, ())


@pytest.mark.parametrize(
    ("coefficient", "rank"),
    [("0", "others"), ("0.79", "others"), ("0.8", "deputy"), ("1.24", "deputy"), ("1.25", "head"), ("1.5", "head")],
)
def test_a_coefficient_belongs_to_the_narrowest_class(coefficient: str, rank: str) -> None:
    assert rank_of(CHANGED, Decimal(coefficient)).key == rank


def test_a_coefficient_below_nought_belongs_to_none() -> None:
    assert rank_of(CHANGED, Decimal("-1")) is None


# --- a level whose first day nobody saw --------------------------------------------------------------------------------

UNDATED = norms(
    level(2_000_000, since=None, not_before=date(2018, 1, 1), mark="M"),
    level(4_000_000, since=None, not_before=date(2025, 10, 28)),
)


@pytest.mark.parametrize(
    ("day", "status", "figure", "others"),
    [
        (date(2017, 12, 31), "unknown", None, []),
        (date(2024, 6, 1), "undated", 2_000_000, []),
        (date(2025, 10, 27), "undated", 2_000_000, []),
        (date(2025, 10, 28), "undated", 4_000_000, [2_000_000]),  # the text issued last first, the other as well
    ],
)
def test_it_may_hold_from_the_day_of_issue_on(day: date, status: str, figure: int | None, others: list[int]) -> None:
    found = answer(UNDATED, Asked("per_diem", day))
    assert (found.status, found.limit.most if found.limit else None) == (status, figure)
    assert [row.most for row in found.also] == others


def test_only_what_was_seen_with_its_first_day_may_block() -> None:
    assert level(1).may_block
    assert not level(1, mark="M").may_block
    assert not level(1, since=None).may_block
    assert not level(None, rule=both("theo hóa đơn")).may_block


def test_a_level_that_surely_holds_goes_before_one_that_may() -> None:
    known = norms(level(200_000), level(500_000, since=None, not_before=date(2020, 1, 1)))
    assert amount(known) == ("known", 200_000)


# --- the province below the country ------------------------------------------------------------------------------------


def provincial(most: int | None, **given):
    return level(most, territory="lang-son", **given)


def test_both_are_returned_and_the_lower_binds() -> None:
    both_known = held(norms(level(200_000), provincial(180_000)), Asked("per_diem", A_DAY, province="lang-son"))
    assert (both_known.national.limit.most, both_known.province.limit.most) == (200_000, 180_000)
    assert both_known.binding.territory == "lang-son"


def test_a_province_above_the_ceiling_does_not_raise_it() -> None:
    above = held(norms(level(200_000), provincial(220_000)), Asked("per_diem", A_DAY, province="lang-son"))
    assert (above.binding.most, above.binding.territory) == (200_000, "national")


def test_an_empty_province_leaves_only_the_ceiling() -> None:
    only = held(norms(level(200_000)), Asked("per_diem", A_DAY, province="lang-son"))
    assert (only.binding.most, only.only_ceiling, only.province.status) == (200_000, True, "unknown")


def test_without_a_province_in_the_question_none_is_missing() -> None:
    national = held(norms(level(200_000)), Asked("per_diem", A_DAY))
    assert (national.binding.most, national.only_ceiling, national.province) == (200_000, False, None)


def test_a_province_may_go_by_places_of_its_own() -> None:
    local = norms(
        level(200_000), provincial(160_000, place="commune_1"), provincial(180_000, place="commune_2")
    )  # fmt: skip
    there = held(local, Asked("per_diem", A_DAY, ("commune_2",), province="lang-son"))
    assert (there.national.limit.most, there.binding.most) == (200_000, 180_000)
    somewhere = held(local, Asked("per_diem", A_DAY, province="lang-son"))
    assert (somewhere.province.status, somewhere.province.missing) == ("missing", ("place",))
