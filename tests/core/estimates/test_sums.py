"""What lines are worth, as an accountant would work it out by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from quyet.core.decisions.model import EstimateLine
from quyet.core.estimates.model import Factor, PlannedLine, PriceBasis, Quotation, Vat
from quyet.core.estimates.sums import children, leaves, outermost, payable, quantity_of, sum_of, vat_of, worth


def line(*factors: str, price: int | None = None, vat: Vat | None = None) -> PlannedLine:
    return PlannedLine(factors=[Factor(Decimal(each)) for each in factors], unit_price=price, vat=vat)


def test_refreshments_of_a_conference_are_people_by_days_by_sessions() -> None:
    refreshments = line("150", "1", "2", price=20_000)
    assert quantity_of(refreshments) == 300
    assert worth(refreshments) == 6_000_000


def test_a_line_without_factors_keeps_its_quantity() -> None:
    assert worth(PlannedLine(quantity=Decimal(40), unit_price=650_000)) == 26_000_000
    assert worth(EstimateLine(quantity=Decimal(40), unit_price=650_000)) == 26_000_000


@pytest.mark.parametrize(
    ("vat", "amount", "part"),
    [
        (None, 1_000_000, None),
        (Vat(Decimal(8), inside=True), 1_000_000, 74_074),  # 1.000.000 × 8 ÷ 108 = 74.074,07…
        (Vat(Decimal(8), inside=False), 1_080_000, 80_000),
        (Vat(Decimal(10), inside=False), 1_100_000, 100_000),
    ],
)
def test_vat_inside_changes_no_amount_and_vat_on_top_does(vat: Vat | None, amount: int, part: int | None) -> None:
    bought = line("4", price=250_000, vat=vat)
    assert worth(bought) == amount
    bought.amount = worth(bought)
    assert vat_of(bought) == part


def test_half_a_dong_is_rounded_up_once_a_line() -> None:
    assert worth(line("0.5", price=3)) == 2
    assert worth(line("1.5", "1.5", price=333)) == 749  # 749,25
    assert worth(line("0.1", "0.1", price=50)) == 1  # 0,5


def test_what_is_not_known_is_worth_nothing_said() -> None:
    assert worth(line("5")) is None
    assert worth(PlannedLine(unit_price=1000)) is None
    assert payable(worth(line("1000000000", "1000000000", price=10**9))) is None, "beyond what money may be"
    assert payable(10**15) == 10**15 and payable(-(10**15) - 1) is None and payable(None) is None


def test_parts_and_what_stands_below_them() -> None:
    lines = [
        EstimateLine("I", content="Tuyên truyền", amount=30, level=1),
        EstimateLine("1", content="Băng rôn", amount=10, level=2),
        EstimateLine("2", content="Sổ tay", amount=20, level=2),
        EstimateLine("II", content="Tập huấn", amount=5, level=1),
    ]
    assert [each.label for each in children(lines, 0)] == ["1", "2"]
    assert [each.label for each in outermost(lines)] == ["I", "II"]
    assert [each.label for each in leaves(lines)] == ["1", "2", "II"]
    assert sum_of(outermost(lines)) == 35 == sum_of(leaves(lines))
    assert sum_of([]) is None and sum_of([EstimateLine("1")]) is None


def test_the_quotation_that_was_taken() -> None:
    asked = [Quotation("Công ty A", 700_000), Quotation("Công ty B", 650_000)]
    assert PriceBasis("quotation", quotations=asked, chosen=2).taken == asked[1]
    assert PriceBasis("quotation", quotations=asked, chosen=3).taken is None
    assert PriceBasis("quotation", quotations=asked).taken is None
