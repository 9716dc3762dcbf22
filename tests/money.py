"""A programme on which money is open, small enough to be worked out by hand: three lines, 100 đồng in all.

banner 40, handbook 35, hall 25 đồng; 150 đồng allotted, 100 of them reserved. All invented.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

DAY = date(2024, 5, 6)
NOON = datetime(2024, 5, 6, 5, tzinfo=UTC)


@dataclass(frozen=True)
class Money:
    """The rows."""

    body: Any
    allotment: Any
    programme: Any
    banner: Any
    handbook: Any
    hall: Any
    supplier: Any

    @property
    def lines(self) -> tuple[Any, ...]:
        return self.banner, self.handbook, self.hall


def money_open(body: Any = None, content: str = "{}") -> Money:
    """The rows, in the database of the test; the cast's office where no body is given."""
    from quyet.store.models import Allotment, Line, Programme, Supplier
    from tests.cast import office

    body = body or office()
    allotment = Allotment.objects.create(
        body=body, year=2024, deciding_text="224/QĐ-SCT", chapter="416", category="280", sub_category="338",
        source="Ngân sách tỉnh", autonomous=False, amount=150, ceiling=150, reserved=100,
    )  # fmt: skip
    programme = Programme.objects.create(
        body=body, year=2024, title="Chương trình nhỏ", total=100, ceiling=100, allotment=allotment, content=content,
        state="issued", money_open=True, made_at=NOON, changed_at=NOON,
    )  # fmt: skip
    banner, handbook, hall = (
        Line.objects.create(programme=programme, place=place, content=content, ceiling=ceiling)
        for place, (content, ceiling) in enumerate((("Băng rôn", 40), ("Sổ tay", 35), ("Hội trường", 25)))
    )
    supplier = Supplier.objects.create(body=body, name="Công ty In Một", tax_code="4900000001")
    return Money(body, allotment, programme, banner, handbook, hall, supplier)


def contract_on(money: Money, value: int, *lines: Any) -> tuple[Any, list[Any]]:
    """A contract with a share on each line, nothing committed yet."""
    from quyet.store.models import Contract, Share

    contract = Contract.objects.create(
        body=money.body, programme=money.programme, supplier=money.supplier, number=f"{Contract.objects.count() + 1}/HĐ",
        day=DAY, title="In và treo", value=value,
    )  # fmt: skip
    return contract, [Share.objects.create(contract=contract, line=line) for line in lines]
