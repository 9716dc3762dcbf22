"""Whatever a line of an estimate holds stays with it: as a row of the page, in JSON, in Excel, between two states.

The cases are complete by construction: each field of the records has a value here or a reason why it has none, and a
field that is added to a record without either fails.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from quyet.core.estimates.differences import differences, merged
from quyet.core.estimates.model import Factor, PlannedEstimate, PlannedLine, PriceBasis, Quotation, Vat
from quyet.files.drafts.load import draft_of
from quyet.files.drafts.rows import lines_of, row_of
from quyet.files.estimates import completed
from quyet.files.facts.forms import load_wording
from quyet.files.reading import read
from quyet.files.writers.reading_json import stated
from quyet.files.writers.xlsx import AnnexSheet, write_xlsx

OFFERS = [
    Quotation("Cơ sở in A", 41_000, date(2024, 3, 1)),
    Quotation("Cơ sở in B", 40_000),
    Quotation("Cơ sở in C", 43_000),
]

HELD: dict[type, dict[str, Any]] = {
    PlannedLine: {
        "label": "1.10",
        "activity": "dieu_1/khoan_1/diem_a",
        "content": "In sổ tay hỏi đáp",
        "unit": "cuốn",
        "quantity": Decimal("1.5"),
        "unit_price": 40_000,
        "amount": 30_000_000,
        "note": "khổ A5",
        "code": "6606",
        "category": "280-338",
        "chapter": "416",
        "factors": [Factor(Decimal(150), "người"), Factor(Decimal(2), "buổi")],
        "basis": PriceBasis("plan", reference="Kế hoạch 12/KH-SCT"),
        "vat": Vat(Decimal(8)),
        "source": "Ngân sách tỉnh",
    },
    PriceBasis: {
        "kind": "contract",
        "norm": "refreshments",
        "place": "urban_1",
        "rank": "other",
        "province": "lang-son",
        "quotations": OFFERS,
        "chosen": 2,
        "why": "in kịp trước ngày hội",
        "reference": "Hợp đồng 05/2023",
    },
    Quotation: {"supplier": "Cơ sở in A", "unit_price": 41_000, "date": date(2024, 3, 1)},
    Factor: {"value": Decimal("2.5"), "unit": "buổi"},
    Vat: {"rate": Decimal("8.5"), "inside": False},
}
FOLLOWING = {
    PlannedLine: {"level", "is_subtotal"},  # from the numbering, and from what the line is called
}
WITHIN: dict[type, Callable[[dict[str, Any]], PlannedLine]] = {
    PlannedLine: lambda given: replace(PlannedLine(content="In sổ tay"), **given),
    PriceBasis: lambda given: _based(PriceBasis(**{"kind": "quotation", **given})),
    Quotation: lambda given: _based(
        PriceBasis("quotation", quotations=[Quotation(**{"supplier": "Cơ sở in B", "unit_price": 40_000, **given})])
    ),
    Factor: lambda given: PlannedLine(
        content="Nước uống", factors=[Factor(**{"value": Decimal(150), **given}), Factor(Decimal(3), "ngày")]
    ),
    Vat: lambda given: PlannedLine(
        content="In sổ tay", quantity=Decimal(2), unit_price=40_000, vat=Vat(**{"rate": Decimal(10), **given})
    ),
}
"""A line that holds one record with those fields."""
CASES = [(record, name) for record, held in HELD.items() for name in held]
NAMED = [f"{record.__name__}.{name}" for record, name in CASES]


def _based(basis: PriceBasis) -> PlannedLine:
    return PlannedLine(content="In sổ tay", unit_price=40_000, basis=basis)


def line_with(record: type, name: str) -> PlannedLine:
    return deepcopy(WITHIN[record]({name: HELD[record][name]}))


@pytest.mark.parametrize("record", HELD)
def test_every_field_has_a_case_or_follows_from_others(record: type) -> None:
    assert {each.name for each in fields(record)} == set(HELD[record]) | FOLLOWING.get(record, set())


def test_of_an_estimate_as_a_whole() -> None:
    """`lines` are the cases; the total follows from them; `columns`, what stood above a table that was read, is kept by
    whoever saves (tests/actions); `worded` is for the checks of a reading and stands in no file."""
    assert {each.name for each in fields(PlannedEstimate)} == {"lines", "total", "columns", "worded"}


# --- the ways --------------------------------------------------------------------------------------------------------


def as_rows(estimate: PlannedEstimate) -> list[PlannedLine]:
    made, _, faults = lines_of([row_of(line) for line in estimate.lines])
    assert faults == []
    return completed([made])[0].lines


def as_json(estimate: PlannedEstimate) -> list[PlannedLine]:
    data = {"document": {"title": "Quyết định"}, "estimates": [stated(estimate)]}
    made = draft_of(json.dumps(data, ensure_ascii=False).encode(), as_json=True).draft.estimates
    return completed(made)[0].lines


def as_workbook(estimate: PlannedEstimate) -> list[PlannedLine]:
    found = read(write_xlsx([AnnexSheet(*completed([estimate]))], load_wording()), "dự toán.xlsx").estimate
    assert isinstance(found, PlannedEstimate)
    return found.lines


@pytest.mark.parametrize("way", [as_rows, as_json, as_workbook])
@pytest.mark.parametrize(("record", "name"), CASES, ids=NAMED)
def test_what_a_line_holds_stays_with_it(
    way: Callable[[PlannedEstimate], list[PlannedLine]], record: type, name: str
) -> None:
    neighbour = PlannedLine(label="2", content="Treo băng rôn", unit="cái", quantity=Decimal(40), unit_price=650_000)
    estimate = PlannedEstimate(lines=[line_with(record, name), neighbour])
    [meant] = completed([estimate])
    assert way(deepcopy(estimate)) == meant.lines


@pytest.mark.parametrize(("record", "name"), CASES, ids=NAMED)
def test_a_change_of_it_is_seen_and_can_be_taken_back(record: type, name: str) -> None:
    there = PlannedEstimate(lines=[line_with(record, name)])
    gone = PlannedEstimate(lines=[WITHIN[record]({})])
    changed = differences(there, gone)
    assert changed != []
    assert merged(there, gone, range(len(changed))).lines == there.lines
