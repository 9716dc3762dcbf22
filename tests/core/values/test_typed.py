"""What people type into fields of money and of days."""

from __future__ import annotations

from datetime import date

import pytest

from quyet.core.values.typed import day_typed, dong_typed, is_too_much

MONEY = {
    "500.000.000": 500_000_000,
    "500000000": 500_000_000,
    "500 000 000": 500_000_000,
    "500,000,000": 500_000_000,
    "500 triệu": 500_000_000,
    "500tr": 500_000_000,
    "500 triệu đồng": 500_000_000,
    "12tr5": 12_500_000,
    "12tr500": 12_500_000,
    "1,5 tỷ": 1_500_000_000,
    "1.250 triệu": 1_250_000_000,
    "1 tỷ 250 triệu": 1_250_000_000,
    "2 tỷ rưỡi": 2_500_000_000,
    "650 nghìn": 650_000,
    "185.000.000 đồng": 185_000_000,
    "185.000.000đ": 185_000_000,
    "Năm trăm triệu đồng": 500_000_000,
    "năm trăm đồng": 500,
    "0": 0,
}


@pytest.mark.parametrize("typed", MONEY)
def test_money(typed: str) -> None:
    assert dong_typed(typed) == MONEY[typed]


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "abc",
        "1,500",
        "1.5 triệu",
        "500.00",
        "1,500 triệu",
        "250 triệu 1 tỷ",
        "500 - 700 triệu",
        "9" * 18,
        "-5",
        "1e9",
        "năm trăm",
    ],
)
def test_what_is_no_amount_or_may_be_two_is_none(typed: str) -> None:
    assert dong_typed(typed) is None


@pytest.mark.parametrize(
    "typed", ["1.000.000.000.000.001", "1" + "0" * 18, "1.000.000.000.000.000.000", "1.000.001 tỷ", "2000000 tỷ đồng"]
)
def test_an_amount_above_the_most_is_told_from_what_is_none(typed: str) -> None:
    assert dong_typed(typed) is None and is_too_much(typed)


@pytest.mark.parametrize("typed", ["1.000.000.000.000.000", "1.000.000 tỷ", "abc", "1e18", "-5", ""])
def test_the_most_itself_and_what_is_no_amount_are_not_too_much(typed: str) -> None:
    assert not is_too_much(typed)


@pytest.mark.parametrize("typed", ["1/6/2024", "01/06/2024", "01-06-2024", "1.6.2024", " 1 / 6 / 2024 ", "2024-06-01"])
def test_days(typed: str) -> None:
    assert day_typed(typed) == date(2024, 6, 1)


@pytest.mark.parametrize("typed", ["", "31/2/2024", "6/13/2024", "1/6", "01/06/24", "hôm nay"])
def test_what_is_no_day_is_none(typed: str) -> None:
    assert day_typed(typed) is None
