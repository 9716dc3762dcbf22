"""Rules on an estimate in the making, each case as an accountant would lay it on the table."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from quyet.core.checks.plans import PLAN_RULES, Plan, check_plan
from quyet.core.decisions.model import Activity, Quantity, Timeframe
from quyet.core.estimates.model import Factor, PlannedEstimate, PlannedLine, PriceBasis, Quotation
from quyet.core.estimates.sums import worth
from quyet.files.facts.codes import load_codes
from quyet.files.facts.norms import load_norms
from quyet.files.facts.procurement import load_regimes

JUNE_2024 = Timeframe(date(2024, 6, 1), date(2024, 6, 30), "tháng 6/2024")
TOUR = Activity(
    "dieu_1/khoan_3", title="Học tập kinh nghiệm", kind="study_tour", timeframe=JUNE_2024,
    quantity=Quantity(Decimal(12), None, None, False, "người"),
)  # fmt: skip
BANNERS = Activity(
    "dieu_1/khoan_1", title="Băng rôn về sản xuất bền vững", kind="banner", timeframe=JUNE_2024,
    quantity=Quantity(Decimal(40), None, None, False, "cái"),
)  # fmt: skip
BAGS = replace(
    BANNERS,
    ref="dieu_1/khoan_2",
    title="Băng rôn về túi ni lông",
    quantity=Quantity(Decimal(45), None, None, False, "cái"),
)


def line(content: str, activity: Activity, *factors: tuple[int, str], price: int, **more: object) -> PlannedLine:
    made = PlannedLine("1", activity.ref, content, unit_price=price, level=1, **more)  # type: ignore[arg-type]
    made.factors = [Factor(Decimal(value), unit) for value, unit in factors]
    made.amount = worth(made)
    return made


def plan(*lines: PlannedLine, activities: tuple[Activity, ...] = (TOUR,), **more: object) -> Plan:
    estimate = PlannedEstimate(lines=list(lines))
    facts = (load_norms(), load_codes(), load_regimes())
    return Plan(estimate, activities, *facts, year=2024, **more)  # type: ignore[arg-type]


def found(made: Plan, code: str) -> list[tuple[str, str]]:
    return [(each.severity, each.message) for each in check_plan(made) if each.rule == code]


def per_diem(price: int, **basis: object) -> PlannedLine:
    norm = PriceBasis("norm", norm="travel_per_diem", **basis)  # type: ignore[arg-type]
    return line("Phụ cấp lưu trú", TOUR, (12, "người"), (4, "ngày"), price=price, basis=norm)


# --- N: norms --------------------------------------------------------------------------------------------------------


def test_a_price_above_a_norm_that_was_seen_is_an_error() -> None:
    [(severity, message)] = found(plan(per_diem(250_000)), "N101")
    assert severity == "error"
    assert "250.000 đồng" in message and "200.000" in message
    assert found(plan(per_diem(200_000)), "N101") == []


def test_a_year_later_the_same_price_is_within() -> None:
    later = replace(TOUR, timeframe=Timeframe(date(2025, 6, 1), date(2025, 6, 30), "tháng 6/2025"))
    assert found(plan(per_diem(300_000), activities=(later,)), "N101") == []


def test_a_window_over_the_change_warns_with_the_lower_level_and_says_from_when_the_other_holds() -> None:
    over = replace(TOUR, timeframe=Timeframe(date(2025, 4, 1), date(2025, 6, 30), "Quý II/2025"))
    [(severity, message)] = found(plan(per_diem(300_000), activities=(over,)), "N101")
    assert severity == "warning"
    assert "200.000" in message and "từ 04/05/2025: 300.000" in message


def test_a_line_that_only_names_it_in_words_warns() -> None:
    worded = line("Phụ cấp lưu trú đoàn công tác", TOUR, (12, "người"), (4, "ngày"), price=250_000)
    assert [severity for severity, _ in found(plan(worded), "N101")] == ["warning"]


def test_a_level_from_memory_never_blocks() -> None:
    tea = line("Giải khát", TOUR, (12, "người"), price=25_000, basis=PriceBasis("norm", norm="conference_refreshment"))
    assert [severity for severity, _ in found(plan(tea), "N101")] == ["warning"]


def test_unknown_is_not_allowed_but_said() -> None:
    later = replace(TOUR, timeframe=Timeframe(date(2025, 6, 1), date(2025, 6, 30), "tháng 6/2025"))
    tea = line("Giải khát", TOUR, (12, "người"), price=25_000, basis=PriceBasis("norm", norm="conference_refreshment"))
    assert [severity for severity, _ in found(plan(tea, activities=(later,)), "N102")] == ["warning"]
    made_up = line("Trà", TOUR, (1, "ấm"), price=1, basis=PriceBasis("norm", norm="tea"))
    assert "quyet norms find" in found(plan(made_up), "N102")[0][1]


def test_a_room_asks_for_place_and_rank() -> None:
    room = line("Phòng nghỉ", TOUR, (12, "người"), (3, "đêm"), price=450_000)
    room.basis = PriceBasis("norm", norm="travel_room_lump_sum")
    asks = "Ghi loại địa bàn và đối tượng để tra định mức của «Khoán tiền thuê phòng nghỉ»."
    assert found(plan(room), "N103")[0][1].lower() == asks.lower()
    room.basis = PriceBasis("norm", norm="travel_room_lump_sum", place="urban_1", rank="below_1_25")
    assert found(plan(room), "N103") == [] and found(plan(room), "N101") == []


def test_a_province_without_a_resolution_on_file_is_said_once() -> None:
    [(severity, message)] = found(plan(per_diem(200_000), province="lang-son"), "N104")
    assert severity == "info" and "không có mức của tỉnh" in message


def test_lines_of_one_label_are_told_apart_by_their_words() -> None:
    labels = [replace(per_diem(200_000), label="1"), replace(per_diem(200_000), label="1", content="Lưu trú đợt hai")]
    made = plan(*labels, replace(per_diem(200_000), label="2"), province="lang-son")
    [(_, message)] = found(made, "N104")
    assert message.startswith("Dòng 1 «Phụ cấp lưu trú», 1 «Lưu trú đợt hai» và 2: không có mức của tỉnh")


# --- M: prices and money ---------------------------------------------------------------------------------------------


def quoted(price: int, *asked: int, chosen: int | None = None, why: str | None = None) -> PlannedLine:
    offers = [Quotation(f"Công ty {name}", each) for name, each in zip("ABCD", asked, strict=False)]
    basis = PriceBasis("quotation", quotations=offers, chosen=chosen, why=why)
    return line("In băng rôn", BANNERS, (40, "cái"), price=price, basis=basis)


@pytest.mark.parametrize(
    ("bought", "code"),
    [
        (quoted(700_000, 650_000, 700_000, chosen=1), "M301"),
        (quoted(650_000, 650_000, chosen=2), "M301"),
        (quoted(650_000, 650_000, 1, 2, 3), "M301"),
        (quoted(900_000, 650_000, 700_000), "M302"),
        (quoted(700_000, 650_000, 700_000, chosen=2), "M303"),
    ],
)
def test_a_price_that_its_quotations_do_not_carry_warns(bought: PlannedLine, code: str) -> None:
    assert [severity for severity, _ in found(plan(bought, activities=(BANNERS,)), code)] == ["warning"]


def test_the_lowest_quotation_or_a_reason_is_enough() -> None:
    lowest = quoted(650_000, 650_000, 700_000, chosen=1)
    reasoned = quoted(700_000, 650_000, 700_000, chosen=2, why="gồm cả treo và tháo dỡ")
    for bought in (lowest, reasoned):
        assert [each for each in check_plan(plan(bought, activities=(BANNERS,))) if each.rule.startswith("M")] == []


def test_more_than_the_allotment_holds_is_an_error_with_every_number() -> None:
    made = plan(per_diem(200_000), total=185_000_000, left=150_000_000)
    [(severity, message)] = found(made, "M304")
    assert severity == "error"
    assert message == (
        "Dự toán 185.000.000 đồng vượt dự toán được giao còn lại 150.000.000 đồng: vượt 35.000.000 đồng."
    )
    assert found(plan(per_diem(200_000), total=150_000_000, left=150_000_000), "M304") == []


# --- P: ordered and priced, bought together --------------------------------------------------------------------------


def test_another_quantity_than_ordered_warns() -> None:
    [(severity, message)] = found(plan(line("Băng rôn", BANNERS, (45, "cái"), price=1), activities=(BANNERS,)), "P201")
    assert severity == "warning" and "40 cái" in message and "45 cái" in message
    assert found(plan(line("Băng rôn", BANNERS, (40, "Cái"), price=1), activities=(BANNERS,)), "P201") == []


def test_a_factor_of_a_product_counts_and_other_units_do_not() -> None:
    assert found(plan(per_diem(200_000)), "P201") == [], "12 người × 4 ngày prices the 12 people"
    bus = line("Thuê xe", TOUR, (1, "xe"), (4, "ngày"), price=3_000_000)
    assert found(plan(bus), "P201") == []


def test_an_activity_without_a_line_and_a_line_without_an_activity_are_told() -> None:
    loose = PlannedLine("2", None, "Chi khác", amount=5, level=1)
    made = plan(per_diem(200_000), loose, activities=(TOUR, BANNERS))
    assert [message for _, message in found(made, "P202")] == [
        "Nội dung «Băng rôn về sản xuất bền vững» chưa có dòng dự toán nào.",
        "Dòng 2 chưa gắn với nội dung nào (activity).",
    ]


def test_forty_and_forty_five_banners_are_one_purchase_above_fifty_million() -> None:
    lines = (
        line("Băng rôn", BANNERS, (40, "cái"), price=650_000),
        line("Băng rôn", BAGS, (45, "cái"), price=650_000),
    )
    [(severity, message)] = found(plan(*lines, activities=(BANNERS, BAGS)), "P301")
    assert severity == "warning"
    assert "55.250.000 đồng" in message and "chỉ định thầu rút gọn" in message and "Điều 23 khoản 5" in message


def test_the_same_goods_in_two_annexes_are_one_purchase_and_said_once() -> None:
    first = plan(line("Băng rôn", BANNERS, (40, "cái"), price=650_000), activities=(BANNERS, BAGS))
    second = plan(line("Băng rôn", BAGS, (45, "cái"), price=650_000), activities=(BANNERS, BAGS))
    [(_, message)] = found(replace(first, others=(second.estimate,), base=("estimates", 0)), "P301")
    assert "55.250.000 đồng" in message
    assert found(replace(second, others=(first.estimate,), base=("estimates", 1)), "P301") == []


def test_small_purchases_of_one_kind_stay_below_the_threshold_together() -> None:
    lines = (line("Băng rôn", BANNERS, (40, "cái"), price=100_000), line("Băng rôn", BAGS, (45, "cái"), price=100_000))
    assert found(plan(*lines, activities=(BANNERS, BAGS)), "P301") == []


def test_an_annex_of_another_total_than_the_decision_is_an_error() -> None:
    found_ = found(plan(per_diem(200_000), total=9_000_000), "P203")
    assert found_ == [("error", "Dự toán cộng lại 9.600.000 đồng, quyết định ghi 9.000.000 đồng.")]
    assert found(plan(per_diem(200_000), total=9_600_000), "P203") == []


# --- B: codes --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("code", "severity"), [("6659", "error"), ("6609", "error"), ("66", "warning")])
def test_a_code_that_its_year_does_not_have(code: str, severity: str) -> None:
    assert [each for each, _ in found(plan(replace(per_diem(200_000), code=code)), "B201")] == [severity]
    assert found(plan(replace(per_diem(200_000), code="6702")), "B201") == []


def test_lines_without_a_code_beside_lines_with_one() -> None:
    made = plan(replace(per_diem(200_000), code="6702"), per_diem(200_000))
    assert found(made, "B202") == [("info", "1 dòng chưa ghi tiểu mục.")]
    assert found(plan(per_diem(200_000)), "B202") == []


@pytest.mark.parametrize("code", sorted(PLAN_RULES))
def test_a_rule_says_what_it_asks_and_why_in_both_languages_with_examples(code: str) -> None:
    text = PLAN_RULES[code].text
    assert all((text.title, text.title_en, text.asks, text.asks_en, text.why, text.why_en, text.breaks, text.keeps))
    assert text.mark in ("S", None), "what rests on memory alone is no rule"


# --- several annexes -------------------------------------------------------------------------------------------------


def test_several_annexes_together_are_the_decisions_total() -> None:
    first = line("Thuê xe", TOUR, (1, "xe"), price=10_000_000)
    second = PlannedEstimate(lines=[line("Nước uống", TOUR, (12, "người"), price=20_000)])
    assert found(plan(first, total=10_240_000, others=(second,)), "P203") == []
    said = [("error", "2 phụ lục dự toán cộng lại 10.240.000 đồng, quyết định ghi 10.000.000 đồng.")]
    assert found(plan(first, total=10_000_000, others=(second,)), "P203") == said
    again = PlannedEstimate(lines=[first])  # a breakdown of the same money
    assert found(plan(first, total=10_000_000, others=(again,)), "P203") == []
    assert found(plan(first, total=10_000_000, others=(second,), base=("estimates", 1)), "P203") == []  # said once


def test_all_annexes_together_stay_within_the_allotment() -> None:
    first = line("Thuê xe", TOUR, (1, "xe"), price=10_000_000)
    second = PlannedEstimate(lines=[line("Nước uống", TOUR, (12, "người"), price=20_000)])
    assert found(plan(first, left=10_100_000), "M304") == []
    assert found(plan(first, left=10_100_000, others=(second,)), "M304") == [
        ("error", "Dự toán 10.240.000 đồng vượt dự toán được giao còn lại 10.100.000 đồng: vượt 140.000 đồng.")
    ]


def test_what_another_annex_pays_and_orders_counts() -> None:
    elsewhere = PlannedEstimate(lines=[line("Thuê xe", TOUR, (12, "người"), price=100_000)])
    banners = line("Treo băng rôn", BANNERS, (40, "cái"), price=650_000)
    assert len(found(plan(banners, activities=(TOUR, BANNERS)), "P202")) == 1
    assert found(plan(banners, activities=(TOUR, BANNERS), others=(elsewhere,)), "P202") == []
    ten = line("Bồi dưỡng", TOUR, (10, "người"), price=100_000)
    assert len(found(plan(ten), "P201")) == 1
    assert found(plan(ten, others=(elsewhere,)), "P201") == []
