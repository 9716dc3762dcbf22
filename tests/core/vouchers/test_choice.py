"""Which papers there are: by the fiscal year of the money and the day, the contract's value, whether by a list."""

from __future__ import annotations

from datetime import date

import pytest

from quyet.core.vouchers.choice import Subject, chosen
from quyet.files.facts.vouchers import load_choice

ASKED = ["payment-request", "voucher-list"]


def forms(kind: str, year: int, day: date, amount: int, contract: int | None = None, listed: bool = False) -> list[str]:
    return [rule.template for rule in chosen(load_choice(), Subject(kind, year, day, amount, contract, listed))]


@pytest.mark.parametrize(
    ("day", "year", "value", "expected"),
    [
        # paid in 2024 on a contract of 50.000.000 đồng: table 07; of one đồng more: table 08a
        (date(2024, 7, 5), 2024, 50_000_000, ["c2-02a-2020", "table-07", *ASKED]),
        (date(2024, 7, 5), 2024, 50_000_001, ["c2-02a-2020", "table-08a", *ASKED]),
        # TT 17/2024 is in force from 01/05/2024; of the text before it the tables were not read
        (date(2024, 4, 30), 2024, 60_000_000, ["c2-02a-2020", *ASKED]),
        # money of 2025 is paid by the old forms to the end of its closing, and by none that is known after it
        (date(2026, 1, 31), 2025, 60_000_000, ["c2-02a-2020", "table-08a", *ASKED]),
        (date(2026, 2, 1), 2025, 60_000_000, ASKED),
        # money of 2026: one of three, as the office has it; no tables
        (date(2026, 1, 2), 2026, 60_000_000, ["form-13", "form-14", "form-17", *ASKED]),
    ],
)
def test_a_payment_on_a_contract(day: date, year: int, value: int, expected: list[str]) -> None:
    assert forms("payment", year, day, 1_000_000, value) == expected


def test_the_other_kinds() -> None:
    may, june = date(2024, 5, 8), date(2026, 6, 16)
    assert forms("advance", 2024, may, 20_000_000, 55_250_000) == ["c2-02a-2020", "advance-request"]
    assert forms("advance", 2024, may, 25_800_000, listed=True) == ["c2-02a-2020", "table-07", "advance-request"]
    assert forms("clearing", 2024, may, 20_000_000, 55_250_000) == ["c2-03-2020", "table-08a", "advance-settlement", "voucher-list"]  # fmt: skip
    assert forms("clearing", 2026, june, 9_600_000, listed=True) == ["form-20", "form-10", "advance-settlement", "voucher-list", "signed-list"]  # fmt: skip
    direct = Subject("payment", 2024, may, 8_000_000, supplied=True)
    assert [rule.template for rule in chosen(load_choice(), direct)] == ["c2-02a-2020", "table-07", *ASKED, "supplier-proposal", "supplier-decision"]  # fmt: skip
    assert forms("refund", 2024, may, 600_000) == ["c2-05a-2020"]
    assert forms("refund_advance", 2026, june, 600_000) == ["form-08"]
    assert forms("staff_advance", 2024, may, 25_800_000) == ["advance-request"]
    assert forms("staff_clearing", 2024, may, 25_800_000) == ["advance-settlement", "voucher-list"]
    assert forms("contract", 2024, may, 55_250_000, 55_250_000) == ["supplier-proposal", "supplier-decision", "contract"]  # fmt: skip
    assert forms("appendix", 2024, may, 1_000_000, 55_250_000) == ["contract-appendix"]
