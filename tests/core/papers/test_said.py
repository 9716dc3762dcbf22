"""How a paper says values: cases that an accountant or a clerk could check with the decree in hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from quyet.core.decisions.model import Duration, Quantity, Timeframe
from quyet.core.papers import said
from quyet.core.presentation.format import Padding

DECREE_30 = Padding("", number_below=10, day_below=10, month_below=3)


@pytest.mark.parametrize(
    ("value", "printed"),
    [("1500", "1.500"), ("1.5", "1,5"), ("1234567.25", "1.234.567,25"), ("0.8", "0,8"), ("40.0", "40"), ("0", "0"),
     ("-1500", "-1.500"), ("1E+3", "1.000"), ("0.000000001", "0,000000001")],
)  # fmt: skip
def test_the_dot_groups_thousands_and_the_comma_begins_the_fraction(value: str, printed: str) -> None:
    assert said.number(Decimal(value)) == printed


@pytest.mark.parametrize(("value", "printed"), [("1", "01"), ("9", "09"), ("10", "10"), ("1.5", "1,5"), ("0", "0")])
def test_a_count_below_ten_has_its_zero(value: str, printed: str) -> None:
    assert said.count(Decimal(value)) == printed


@pytest.mark.parametrize(
    ("amount", "printed", "in_words"),
    [
        (185_000_000, "185.000.000 đồng", "Một trăm tám mươi lăm triệu đồng"),
        (1_005, "1.005 đồng", "Một nghìn không trăm linh năm đồng"),
        (21_000_000_000, "21.000.000.000 đồng", "Hai mươi mốt tỷ đồng"),
        (10**15, "1.000.000.000.000.000 đồng", "Một triệu tỷ đồng"),
        (0, "0 đồng", "Không đồng"),
        (-1_500_000, "-1.500.000 đồng", "Âm một triệu năm trăm nghìn đồng"),
    ],
)
def test_money_in_figures_and_in_words(amount: int, printed: str, in_words: str) -> None:
    assert (said.dong(amount), said.dong_in_words(amount)) == (printed, in_words)


def quantity(value: object, least: object = None, most: object = None, approximate: bool = False) -> str | None:
    numbers = (None if each is None else Decimal(str(each)) for each in (value, least, most))
    return said.quantity(Quantity(*numbers, approximate, "người"))


def test_quantities() -> None:
    assert quantity(150, approximate=True) == "khoảng 150 người"
    assert quantity(None, 70, 80) == "70 - 80 người"
    assert quantity(None, 5, 5) == "05 người"
    assert quantity(None, None, 12) == "không quá 12 người"
    assert quantity(None, 5) == "ít nhất 05 người"
    assert quantity(None) is None
    assert said.quantity(None) is None


def test_durations() -> None:
    assert said.duration(Duration(Decimal(7), Decimal(10), "phút")) == "7 - 10 phút"
    assert said.duration(Duration(Decimal(1), Decimal(1), "ngày")) == "01 ngày"
    assert said.duration(Duration(None, None, "ngày")) is None
    assert said.is_length(Duration(None, None, "phút")) and not said.is_length(Duration(None, None, "ngày"))


Y = 2024


@pytest.mark.parametrize(
    ("start", "end", "printed"),
    [
        (date(Y, 1, 1), date(Y, 3, 31), "Quý I/2024"),
        (date(Y, 4, 1), date(Y, 9, 30), "Quý II-III/2024"),
        (date(Y, 1, 1), date(Y, 12, 31), "Quý I-IV/2024"),
        (date(Y, 1, 1), date(Y, 3, 30), "từ ngày 1/1/2024 đến ngày 30/3/2024"),
        (date(Y, 2, 1), date(Y, 6, 30), "từ ngày 1/2/2024 đến ngày 30/6/2024"),
        (date(Y, 10, 1), date(Y + 1, 3, 31), "từ ngày 1/10/2024 đến ngày 31/3/2025"),
        (date(Y, 5, 7), date(Y, 5, 7), "ngày 7/5/2024"),
        (None, date(Y, 6, 30), "đến hết ngày 30/6/2024"),
        (date(Y, 7, 1), None, "từ ngày 1/7/2024"),
        (None, None, None),
    ],
)
def test_windows_are_quarters_where_they_are_made_of_some(
    start: date | None, end: date | None, printed: str | None
) -> None:
    assert said.timeframe(Timeframe(start, end, "")) == printed


def test_the_words_of_a_draft_come_before_its_days() -> None:
    assert said.timeframe(Timeframe(date(Y, 4, 1), date(Y, 6, 30), "tháng 4 - 6")) == "tháng 4 - 6"


@pytest.mark.parametrize(
    ("day", "printed"),
    [
        (date(2024, 1, 5), ("05", "01", "2024")),
        (date(2024, 2, 29), ("29", "02", "2024")),
        (date(2024, 3, 9), ("09", "3", "2024")),
        (date(2024, 10, 10), ("10", "10", "2024")),
    ],
)
def test_zeros_before_days_below_10_and_months_below_3(day: date, printed: tuple[str, ...]) -> None:
    assert tuple(said.day_parts(day, DECREE_30).values()) == printed


@pytest.mark.parametrize(
    ("number", "printed"),
    [("5/QĐ-SCT", "05/QĐ-SCT"), ("05/QĐ-SCT", "05/QĐ-SCT"), ("15/2024/QĐ-UBND", "15/2024/QĐ-UBND"), ("5", "05"), ("0/QĐ", "0/QĐ"),
     ("12a/QĐ-SCT", "12a/QĐ-SCT"), ("/QĐ-SCT", "/QĐ-SCT"), ("x" * 2000, "x" * 2000)],
)  # fmt: skip
def test_numbers_of_papers(number: str, printed: str) -> None:
    assert said.document_number(number, DECREE_30) == printed


def test_lists_of_names() -> None:
    assert said.listing([]) is None
    assert said.listing(["A"]) == "A"
    assert said.listing(["A", "B", "C"]) == "A, B và C"
    assert said.listing(["Phòng Kế hoạch, Tài chính", "Văn phòng Sở"]) == "Phòng Kế hoạch, Tài chính; Văn phòng Sở"


def test_roman_numbers() -> None:
    numbers = (1, 4, 9, 14, 17, 18, 40, 49, 90, 1999)
    assert [said.roman(number) for number in numbers] == "I IV IX XIV XVII XVIII XL XLIX XC MCMXCIX".split()
