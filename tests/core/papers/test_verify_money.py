"""Money that contradicts itself: products, sums, words, and what no budget pays."""

from __future__ import annotations

from decimal import Decimal

import pytest

from quyet.core.decisions.model import FundingSource, Total
from quyet.core.estimates.model import Factor
from tests.core.papers.made import activity, draft, estimate, line, told, with_total


def test_products_and_sub_totals() -> None:
    lines = [line("I", 99), line("1", 12, quantity=Decimal(3), unit_price=5), line("2", 4)]
    assert told(draft(activity(), estimates=(estimate(*lines, total=99),))) == {
        "estimates.0.lines.0.amount": "ghi 99 đồng, tổng các dòng bên dưới là 16 đồng",
        "estimates.0.lines.1.amount": "ghi 12 đồng, số lượng × đơn giá là 15 đồng",
    }


def test_the_total_of_an_annex() -> None:
    assert told(draft(activity(), estimates=(estimate(line("1", 3), line("2", 4), total=8),))) == {
        "estimates.0.total": "ghi 8 đồng, tổng các dòng là 7 đồng"
    }


def test_the_total_of_the_programme_is_that_of_the_first_annex_or_of_all() -> None:
    annexes = (estimate(line("1", 5)), estimate(line("1", 6)))
    key = "programme.total.amount"
    said = {5: {}, 11: {}, 6: {key: "ghi 6 đồng, tổng của dự toán là 5 đồng"}}
    for total, expected in said.items():
        assert told(with_total(Total(total, None, None), estimates=annexes)) == expected


def test_factors_make_the_quantity() -> None:
    factors = [Factor(Decimal(2)), Factor(Decimal(3))]
    made = draft(activity(), estimates=(estimate(line("1", quantity=Decimal(7), unit_price=5, factors=factors)),))
    assert told(made) == {"estimates.0.lines.0.quantity": "ghi 7, nhân các thừa số là 6"}


def test_money_that_nobody_can_pay() -> None:
    lines = [line("1", quantity=Decimal(10) ** 12, unit_price=10**15), line("2", 10**15), line("3", 1)]
    said = told(draft(activity(), estimates=(estimate(*lines),)))
    assert said["estimates.0.lines.0.amount"] == (
        "số lượng × đơn giá là 1.000.000.000.000.000.000.000.000.000 đồng, vượt một triệu tỷ đồng (10^15)"
    )
    assert told(draft(activity(), estimates=(estimate(*lines[1:]),))) == {
        "estimates.0.total": "tổng các dòng là 1.000.000.000.000.001 đồng, vượt một triệu tỷ đồng (10^15)"
    }


def test_negative_money() -> None:
    lines = [
        line("1", quantity=Decimal(-5), unit_price=3),
        line("2", quantity=Decimal(5), unit_price=-3),
        line("3", -15),
    ]
    made = with_total(Total(-45, None, None), -45, estimates=(estimate(*lines),))
    made.programme.sources = [FundingSource("Ngân sách tỉnh", -45)]
    assert told(made) == {
        "estimates.0.lines.0.quantity": "số lượng không được âm: -5",
        "estimates.0.lines.1.unit_price": "số tiền không được âm: -3 đồng",
        "estimates.0.lines.2.amount": "số tiền không được âm: -15 đồng",
        "estimates.0.total": "số tiền không được âm: -45 đồng",
        "programme.activities.0.amount": "số tiền không được âm: -45 đồng",
        "programme.sources.0.amount": "số tiền không được âm: -45 đồng",
        "programme.total.amount": "số tiền không được âm: -45 đồng",
    }


@pytest.mark.parametrize(
    ("words", "in_words_amount", "said"),
    [
        ("Năm đồng", 5, {}),
        ("Năm đồng chẵn./.", None, {}),
        (None, 5, {}),
        ("sáu đồng", None, {"words": "«sáu đồng» là 6 đồng, số ghi 5 đồng"}),
        ("năm củ", None, {"words": "«năm củ» không đọc được thành một số tiền"}),
        (None, 6, {"in_words_amount": "ghi 6 đồng, số tiền là 5 đồng"}),
        ("năm đồng", 6, {"in_words_amount": "ghi 6 đồng, số tiền là 5 đồng"}),
    ],
)
def test_the_total_in_words(words: str | None, in_words_amount: int | None, said: dict[str, str]) -> None:
    expected = {f"programme.total.{key}": message for key, message in said.items()}
    assert told(with_total(Total(5, words, in_words_amount))) == expected


def test_parts_make_the_total() -> None:
    key = "programme.total.amount"
    assert told(with_total(Total(11, None, None), 5, 6)) == {}
    assert told(with_total(Total(12, None, None), 5, 6)) == {key: "ghi 12 đồng, tổng các hoạt động là 11 đồng"}
    assert told(with_total(Total(12, None, None), 5, None)) == {}, "the other may cost 7"
    assert told(with_total(Total(4, None, None), 5, None)) == {key: "ghi 4 đồng, tổng các hoạt động là 5 đồng"}


def test_sources_make_the_total() -> None:
    made = with_total(Total(5, None, None))
    made.programme.sources = [FundingSource("Ngân sách tỉnh", 2), FundingSource("Tài trợ", 2)]
    assert told(made) == {"programme.total.amount": "ghi 5 đồng, tổng các nguồn là 4 đồng"}
