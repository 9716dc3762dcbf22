"""Sums in figures: what an official prints, what it is worth, and what states no sum."""

from __future__ import annotations

import pytest

from quyet.core.values.amounts import find_money

PRINTED = {
    "185.000.000 đồng": 185_000_000,
    "185.000.000đ": 185_000_000,
    "412,5 triệu đồng": 412_500_000,
    "1.249,5 triệu đồng": 1_249_500_000,
    "2,3 tỷ đồng": 2_300_000_000,
    "1 tỷ 250 triệu đồng": 1_250_000_000,
    "5 triệu 500 nghìn đồng": 5_500_000,
    "1 tỷ 2 triệu 300 nghìn đồng": 1_002_300_000,
    "2 tỷ rưỡi": 2_500_000_000,
    "3 triệu rưỡi đồng": 3_500_000,
    "185 000 000 đồng": 185_000_000,
    "185,000,000 đồng": 185_000_000,
    "185,000 đồng": 185_000,
    "12 tr.đ": 12_000_000,
}


@pytest.mark.parametrize(("printed", "amount"), PRINTED.items())
def test_a_sum_is_read_whole(printed: str, amount: int) -> None:
    (money,) = find_money(f"kinh phí: {printed}.")

    assert money.amount == amount
    assert f"kinh phí: {printed}."[money.start : money.end] == printed


@pytest.mark.parametrize(
    "printed",
    [
        "5 - 7 triệu đồng",
        "từ 5 đến 7 triệu đồng",
        "480 triệu đồng/phiên",
        "15.000 đồng/cuốn",
        "3 triệu người",
        "123456789012345678901234567890 đồng",
        "999.999.999.999.999.999.999.999.999.999 đồng",
    ],
)
def test_a_range_a_price_and_a_run_of_digits_state_no_sum(printed: str) -> None:
    assert list(find_money(f"kinh phí: {printed}.")) == []
