"""A template proposes the lines of an activity, at the norms of its day and place."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from quyet.core.estimates.model import PlannedLine
from quyet.core.estimates.sums import worth
from quyet.core.estimates.templates import Setting, propose
from quyet.files.facts.kinds import load_kinds
from quyet.files.facts.norms import load_norms
from quyet.files.facts.templates import load_templates

NORMS, TEMPLATES = load_norms(), load_templates()
TOUR = {"people": Decimal(12), "days": Decimal(4)}


def proposed(kind: str, numbers: dict[str, Decimal], day: date, *places: str, **more: str) -> list[PlannedLine]:
    return propose(TEMPLATES[kind], numbers, Setting(day, places, **more), NORMS)


def table(lines: list[PlannedLine]) -> list[tuple[str | None, str | None, str, int | None, int | None]]:
    return [
        (
            line.label,
            line.content,
            " × ".join(f"{factor.value} {factor.unit}" for factor in line.factors),
            line.unit_price,
            worth(line),
        )
        for line in lines
    ]


def test_a_study_tour_of_twelve_people_and_four_days_in_2024() -> None:
    lines = proposed("study_tour", TOUR, date(2024, 6, 1), "urban_1", rank="below_1_25", edition="tt-324-2016")
    assert table(lines) == [
        ("1", "Thuê xe đưa đón đoàn", "1 xe × 4 ngày", None, None),
        ("2", "Phụ cấp lưu trú", "12 người × 4 ngày", 200_000, 9_600_000),
        ("3", "Tiền thuê phòng nghỉ (khoán)", "12 người × 3 đêm", 450_000, 16_200_000),
    ]
    assert [line.code for line in lines] == ["6751", "6702", "6703"]
    assert lines[1].basis is not None and (lines[1].basis.kind, lines[1].basis.norm) == ("norm", "travel_per_diem")


def test_the_same_tour_a_year_later_has_the_norms_of_that_day() -> None:
    lines = proposed("study_tour", TOUR, date(2025, 6, 1), "urban_1", rank="below_1_25")
    assert [line.unit_price for line in lines] == [None, 300_000, None], "the room is not known after 04/05/2025"


def test_without_a_place_the_room_has_no_price() -> None:
    assert [line.unit_price for line in proposed("study_tour", TOUR, date(2024, 6, 1))] == [None, 200_000, None]


def test_a_trip_of_one_day_has_no_nights() -> None:
    lines = proposed("study_tour", {"people": Decimal(12), "days": Decimal(1)}, date(2024, 6, 1))
    assert [line.content for line in lines] == ["Thuê xe đưa đón đoàn", "Phụ cấp lưu trú"]


def test_a_conference_counts_sessions_and_takes_what_is_only_remembered_for_no_price() -> None:
    lines = proposed("training_conference", {"people": Decimal(150), "days": Decimal(1)}, date(2024, 6, 1))
    refreshment = next(line for line in lines if line.content == "Giải khát giữa giờ")
    assert [factor.value for factor in refreshment.factors] == [150, 2]
    assert refreshment.basis is not None and refreshment.basis.norm == "conference_refreshment"
    assert refreshment.unit_price is None, "20.000 đồng a session is from memory: nobody read it"


def test_a_number_that_is_asked_for_and_missing_is_an_error() -> None:
    with pytest.raises(KeyError):
        proposed("study_tour", {"people": Decimal(12)}, date(2024, 6, 1))


@pytest.mark.parametrize("kind", sorted(TEMPLATES))
def test_every_norm_and_rank_of_a_template_exists(kind: str) -> None:
    for line in TEMPLATES[kind].lines:
        assert line.norm is None or line.norm in NORMS.items
        assert line.rank is None or line.rank in NORMS.ranks


def test_every_kind_of_activity_has_a_template() -> None:
    assert sorted(TEMPLATES) == [kind.key for kind in load_kinds()]


NUMBERS = {name: Decimal(10) for name in ("people", "days", "count", "stands")}


@pytest.mark.parametrize("kind", sorted(TEMPLATES))
@pytest.mark.parametrize("edition", ["tt-324-2016", "tt-130-2025"])
def test_no_price_is_invented_and_every_line_has_a_code(kind: str, edition: str) -> None:
    """A price comes from a norm that was seen or stays empty; what it is waits for quotations."""
    for line in proposed(kind, NUMBERS, date(2024, 6, 1), edition=edition):
        assert line.basis is not None and line.code
        assert line.basis.kind == "norm" if line.unit_price is not None else line.basis.kind in ("norm", "quotation")


def test_a_survey_of_two_hundred_forms() -> None:
    lines = proposed("survey", {"count": Decimal(200)}, date(2024, 6, 1), edition="tt-324-2016")
    assert [(content, factors) for _, content, factors, *_ in table(lines)] == [
        ("Xây dựng phương án, mẫu phiếu", "1 bộ"),
        ("In phiếu", "200 phiếu"),
        ("Công thu thập thông tin", "200 phiếu"),
        ("Nhập, xử lý số liệu", "200 phiếu"),
        ("Viết báo cáo kết quả", "1 báo cáo"),
    ]
    assert [line.code for line in lines] == ["7012", "7012", "6757", "7012", "7012"]


def test_a_market_day_is_stands_by_days() -> None:
    lines = proposed("market_day", {"stands": Decimal(30), "days": Decimal(3)}, date(2026, 6, 1), edition="tt-130-2025")
    assert table(lines)[0] == ("1", "Thuê mặt bằng, gian hàng", "30 gian × 3 ngày", None, None)
    assert {line.code for line in lines} == {"7351"}
