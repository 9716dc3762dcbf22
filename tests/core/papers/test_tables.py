"""An estimate as the annex prints it: quantity × price is always the amount."""

from __future__ import annotations

from decimal import Decimal

import pytest

from quyet.core.estimates.model import Factor, PlannedLine, Vat
from quyet.core.estimates.sums import worth
from quyet.core.papers.tables import printed


def taxed(price: int, rate: str, inside: bool) -> PlannedLine:
    line = PlannedLine("1", content="Sổ tay", quantity=Decimal(3), unit_price=price, vat=Vat(Decimal(rate), inside))
    line.amount = worth(line)
    return line


@pytest.mark.parametrize(
    ("line", "price", "amount", "note"),
    [
        (taxed(100_000, "8", True), 100_000, 300_000, None),
        (taxed(100_000, "8", False), 108_000, 324_000, None),
        # 33.333 × 1,08 = 35.999,64: no price of whole đồng makes the amount, so the note tells it
        (taxed(33_333, "8", False), None, 107_999, "đơn giá 33.333, chưa gồm thuế 8%"),
    ],
)
def test_a_price_with_its_tax(line: PlannedLine, price: int | None, amount: int, note: str | None) -> None:
    shown = printed(line)
    assert (shown.unit_price, shown.amount, shown.note) == (price, amount, note)


def test_several_factors_are_told_in_the_note() -> None:
    factors = [Factor(Decimal(12), "người"), Factor(Decimal("1.5"), "ngày")]
    line = PlannedLine("1", content="Phụ cấp", factors=factors, note="Theo định mức")
    assert printed(line).note == "Theo định mức; 12 người × 1,5 ngày"
    assert printed(PlannedLine("1", factors=factors[:1])).note is None
