"""Totals list their own steps; two states of an estimate differ cell by cell."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from quyet.core.decisions.model import Timeframe
from quyet.core.estimates.differences import CellChange, differences, merged
from quyet.core.estimates.model import PlannedEstimate, PlannedLine
from quyet.core.estimates.totals import Step, totals
from quyet.core.papers.draft import DraftActivity

BANNERS = DraftActivity(
    "dieu_1/khoan_1/diem_a",
    group="Tuyên truyền",
    title="Băng rôn",
    timeframe=Timeframe(date(2024, 4, 1), date(2024, 9, 30), "Quý II-III/2024"),
)
TOUR = DraftActivity(
    "dieu_1/khoan_2", title="Học tập", timeframe=Timeframe(date(2024, 4, 1), date(2024, 12, 31), "Quý II-IV/2024")
)
LINES = [
    PlannedLine("I", None, "Tuyên truyền", amount=26_000_000, level=1),
    PlannedLine("1", BANNERS.ref, "In băng rôn", amount=20_000_000, level=2, code="6606"),
    PlannedLine("2", BANNERS.ref, "Treo băng rôn", amount=6_000_000, level=2, code="6606"),
    PlannedLine("II", TOUR.ref, "Học tập", amount=30_000_000, level=1, code="6751"),
    PlannedLine("III", None, "Chưa rõ", amount=1_000_000, level=1),
]


def found(by: str) -> dict[str, int]:
    return {each.key: each.amount for each in totals(LINES, [BANNERS, TOUR], by)}  # type: ignore[arg-type]  # a word


def test_totals_by_each_key() -> None:
    assert found("code") == {"6606": 26_000_000, "6751": 30_000_000, "": 1_000_000}
    assert found("activity") == {BANNERS.ref: 26_000_000, TOUR.ref: 30_000_000, "": 1_000_000}
    assert found("group") == {"Tuyên truyền": 26_000_000, "Học tập": 30_000_000, "": 1_000_000}
    assert found("quarter") == {"2024-Q3": 26_000_000, "2024-Q4": 30_000_000, "": 1_000_000}


def test_a_total_lists_the_lines_that_it_is_made_of() -> None:
    [first, *_] = totals(LINES, [BANNERS, TOUR], "code")
    assert first.steps == (Step(1, "1", "In băng rôn", 20_000_000), Step(2, "2", "Treo băng rôn", 6_000_000))


@given(st.lists(st.tuples(st.integers(0, 10**12), st.sampled_from(("6606", "6651", None))), max_size=30))
def test_the_totals_together_are_the_total(lines: list[tuple[int, str | None]]) -> None:
    made = [PlannedLine(str(n), amount=amount, code=code, level=1) for n, (amount, code) in enumerate(lines)]
    assert sum(each.amount for each in totals(made, [], "code")) == sum(amount for amount, _ in lines)


def estimate(*lines: PlannedLine, total: int | None = None) -> PlannedEstimate:
    return PlannedEstimate(lines=list(lines), total=total)


def planned(content: str, quantity: int) -> PlannedLine:
    return PlannedLine("1", content=content, quantity=Decimal(quantity), unit_price=1000, amount=quantity * 1000)


def test_a_changed_cell_is_one_change() -> None:
    changes = differences(estimate(planned("Sổ tay", 750)), estimate(planned("Sổ tay", 700)))
    assert changes == [
        CellChange("changed", 0, 0, "quantity", Decimal(750), Decimal(700)),
        CellChange("changed", 0, 0, "amount", 750_000, 700_000),
    ]


def test_an_inserted_line_is_one_addition_and_a_removed_one_one_removal() -> None:
    banners, books, tour = planned("Băng rôn", 40), planned("Sổ tay", 750), planned("Học tập", 12)
    assert differences(estimate(banners, tour), estimate(banners, books, tour)) == [
        CellChange("added", None, 1, "", None, books)
    ]
    assert differences(estimate(banners, books, tour), estimate(banners, tour)) == [
        CellChange("removed", 1, None, "", books, None)
    ]


def test_the_same_estimate_has_no_differences_and_another_total_is_one() -> None:
    assert differences(estimate(planned("A", 1)), estimate(planned("A", 1))) == []
    assert differences(estimate(total=1), estimate(total=2)) == [CellChange("changed", None, None, "total", 1, 2)]


def test_two_states_become_one_as_chosen() -> None:
    old = PlannedEstimate(
        lines=[PlannedLine(content="a", unit_price=1), PlannedLine(content="b"), PlannedLine(content="c")]
    )
    new = PlannedEstimate(
        lines=[PlannedLine(content="a", unit_price=2), PlannedLine(content="c"), PlannedLine(content="d")]
    )
    changes = differences(old, new)
    assert [each.change for each in changes] == ["changed", "removed", "added"]
    assert merged(old, new, []) == new and merged(old, new, range(3)) == old
    one = merged(old, new, [1])
    assert [(line.content, line.unit_price) for line in one.lines] == [("a", 2), ("b", None), ("c", None), ("d", None)]
    assert [line.content for line in merged(old, new, [2]).lines] == ["a", "c"]
