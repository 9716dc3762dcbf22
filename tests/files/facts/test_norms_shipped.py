"""The figures that ship with the package, written out as the texts give them, each with its days and mark."""

from datetime import date

import pytest

from quyet.core.norms.lookup import Asked, answer, held
from quyet.core.norms.search import words_of
from quyet.core.norms.verdict import judge, judge_over
from quyet.core.norms.windows import held_over
from quyet.files.facts.norms import load_norms

OLD, NEW = date(2024, 6, 1), date(2025, 6, 1)
T40, T12, T36, T100 = "TT 40/2017/TT-BTC", "TT 12/2025/TT-BTC", "TT 36/2018/TT-BTC", "TT 100/2025/TT-BTC"

FIGURES = [
    # item, place, rank, in 2024, on 01/06/2025
    ("travel_per_diem", None, None, (200_000, "S", T40), (300_000, "S", T12)),
    ("travel_per_diem", "sea", None, (250_000, "S", T40), (400_000, "S", T12)),
    ("travel_room_lump_sum", None, "minister", (1_000_000, "S", T40), (1_600_000, "S", T12)),
    ("travel_room_lump_sum", "rest", "deputy_minister", (1_000_000, "S", T40), (1_600_000, "S", T12)),
    ("travel_room_lump_sum", "urban_1", "below_1_25", (450_000, "S", T40), None),
    ("travel_room_lump_sum", "urban_2", "below_1_25", (350_000, "S", T40), None),
    ("travel_room_lump_sum", "rest", "below_1_25", (300_000, "S", T40), None),
    ("travel_room_lump_sum", "urban_2", "from_0_8", (350_000, "S", T40), None),
    ("travel_room_invoice", None, "minister", (2_500_000, "S", T40), (4_000_000, "S", T12)),
    ("travel_room_invoice", "urban_1", "deputy_minister", (1_200_000, "S", T40), None),
    ("travel_room_invoice", "urban_2", "deputy_minister", (1_100_000, "S", T40), None),
    ("travel_room_invoice", "rest", "deputy_minister", (1_100_000, "S", T40), None),
    ("travel_room_invoice", "urban_1", "below_1_25", (1_000_000, "S", T40), None),
    ("travel_room_invoice", "urban_2", "below_1_25", (700_000, "S", T40), None),
    ("travel_room_invoice", "rest", "below_1_25", (700_000, "S", T40), None),
    ("travel_monthly", None, None, (500_000, "S", T40), (700_000, "S", T12)),
    ("conference_guest_meal", "conference_central_city", None, (200_000, "S", T40), None),
    ("conference_guest_meal", "conference_town", None, (150_000, "S", T40), None),
    ("conference_guest_meal", "conference_commune", None, (100_000, "S", T40), None),
    ("conference_refreshment", None, None, (20_000, "M", T40), None),
]


def figure(item: str, day: date, place: str | None, rank: str | None) -> tuple[int, str, str] | None:
    found = answer(load_norms(), Asked(item, day, (place,) if place else (), rank))
    if found.status != "known":
        assert found.status == "unknown"
        return None
    return found.level.amount, found.level.mark, found.level.source.text


@pytest.mark.parametrize(("item", "place", "rank", "old", "new"), FIGURES)
def test_a_figure_of_the_circulars(item, place, rank, old, new) -> None:
    assert figure(item, OLD, place, rank) == old
    assert figure(item, NEW, place, rank) == new


@pytest.mark.parametrize(
    ("day", "figure"),
    [("2017-06-30", None), ("2017-07-01", 200_000), ("2025-05-03", 200_000), ("2025-05-04", 300_000)],
)
def test_the_per_diem_changes_on_the_days_of_the_texts(day: str, figure: int | None) -> None:
    found = answer(load_norms(), Asked("travel_per_diem", date.fromisoformat(day)))
    assert (found.level.amount if found.level else None) == figure


@pytest.mark.parametrize(
    ("place", "ends"), [("central_city", (600_000, 800_000)), ("province", (500_000, 600_000))]
)  # fmt: skip
def test_a_weak_account_is_a_range_that_may_not_block(place: str, ends: tuple[int, int]) -> None:
    found = answer(load_norms(), Asked("travel_room_lump_sum", NEW, (place,), "from_0_8"))
    assert (found.level.least, found.level.most, found.level.amount) == (*ends, None)
    assert (found.level.mark, found.level.may_block) == ("M", False)


RULES = {
    "travel_same_day": ("S", "S"),
    "travel_room_alone": ("S", None),
    "travel_late_stay": ("S", None),
    "travel_own_vehicle": ("M", None),
    "travel_air_class": ("M", "S"),
    "conference_guest_travel": ("S", None),
    "conference_delegate_meal": ("M", None),
    "conference_hall": ("S", None),
}


@pytest.mark.parametrize("item", RULES)
def test_what_the_texts_say_in_words(item: str) -> None:
    answers = [answer(load_norms(), Asked(item, day)) for day in (OLD, NEW)]
    assert [found.level.mark for found in answers] == list(RULES[item])
    assert [found.status for found in answers] == ["rule" if mark else "unknown" for mark in RULES[item]]


@pytest.mark.parametrize(
    ("item", "day", "rank", "expected"),
    [
        ("training_lecturer", OLD, "lecturer_top", (2_000_000, "M", T36)),
        ("training_lecturer", date(2026, 6, 1), None, (4_000_000, "S", T100)),
        ("training_assistant", date(2026, 6, 1), None, (2_000_000, "S", T100)),
        ("training_material", date(2026, 6, 1), None, (70_000, "S", T100)),
    ],
)
def test_training_has_figures_and_no_day_so_it_may_not_block(item, day, rank, expected) -> None:
    found = answer(load_norms(), Asked(item, day, rank=rank))
    assert (found.level.amount, found.level.mark, found.level.source.text) == expected
    assert (found.status, found.level.may_block, found.level.since) == ("undated", False, None)


def test_before_its_issue_the_training_circular_says_nothing() -> None:
    assert answer(load_norms(), Asked("training_material", date(2025, 10, 27))).status == "unknown"
    assert answer(load_norms(), Asked("training_lecturer", OLD)).status == "missing"


# --- provinces ---------------------------------------------------------------------------------------------------------


def test_lang_son_is_a_file_that_says_that_it_is_empty() -> None:
    norms = load_norms()
    assert not any(level.territory == "lang-son" for level in norms.levels)
    assert norms.authority("lang-son").note.vi.startswith("chưa tìm thấy nghị quyết của tỉnh áp dụng năm 2024")
    asked = held(norms, Asked("travel_per_diem", OLD, province="lang-son"))
    assert (asked.binding.amount, asked.binding.territory, asked.only_ceiling) == (200_000, "national", True)
    assert judge(200_000, asked).outcome == "under_ceiling"
    assert (judge(200_001, asked).outcome, judge(200_001, asked).blocks) == ("above", True)


@pytest.mark.parametrize(
    ("place", "figure"),
    [
        ("son_la_area_1", 160_000),
        ("son_la_area_2", 180_000),
        ("son_la_area_3", 200_000),
        ("outside_son_la", 200_000),
        ("sea", 250_000),
    ],
)
def test_son_la_goes_by_areas_of_its_own(place: str, figure: int) -> None:
    asked = held(load_norms(), Asked("travel_per_diem", date(2024, 9, 1), (place,), province="son-la"))
    assert (asked.province.status, asked.province.level.amount) == ("undated", figure)
    assert asked.national.level.amount == (250_000 if place == "sea" else 200_000)
    assert not asked.province.level.may_block


def test_before_its_resolution_nothing_of_son_la_is_known() -> None:
    asked = held(load_norms(), Asked("travel_per_diem", date(2024, 7, 11), ("son_la_area_1",), province="son-la"))
    assert (asked.province.status, asked.only_ceiling) == ("unknown", True)


# --- the programme of 2024 ---------------------------------------------------------------------------------------------


def test_the_study_tour_of_2024_is_held_against_the_circular_of_2017() -> None:
    tour = held_over(load_norms(), Asked("travel_per_diem", date(2024, 4, 1)), date(2024, 12, 31))
    assert [piece.held.binding.source.text for piece in tour.pieces] == [T40]
    assert judge_over(300_000, tour).blocks, "the level of 2025 does not reach back"


def test_a_programme_of_2025_is_told_both_values() -> None:
    year = held_over(load_norms(), Asked("travel_per_diem", date(2025, 1, 1)), date(2025, 12, 31))
    assert (year.binding.held.binding.amount, year.binding.end) == (200_000, date(2025, 5, 3))
    assert [(piece.start, piece.held.binding.amount) for piece in year.otherwise] == [(date(2025, 5, 4), 300_000)]


# --- what may not stand in the files -----------------------------------------------------------------------------------


def test_every_seen_level_says_where_it_was_seen() -> None:
    seen = [level for level in load_norms().levels if level.mark == "S"]
    assert [level for level in seen if level.source.reference is None] == []


def test_kinds_of_places_by_districts_ended_with_the_districts() -> None:
    places = load_norms().places.values()
    assert {place.key for place in places if place.until == date(2025, 6, 30)} == {
        "urban_1",
        "urban_2",
        "outside_urban_1",
        "rest",
        "conference_central_city",
        "conference_town",
    }


def test_every_word_for_an_item_can_be_searched() -> None:
    words = [word for item in load_norms().items.values() for word in (*item.words, *item.name)]
    assert [word for word in words if not words_of(word)] == []
