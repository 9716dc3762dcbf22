"""One value at a time: what a field takes, what it refuses, and in which words. Digits are those of ASCII alone."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quyet.files.drafts.scalars import (
    Wrong,
    to_day,
    to_dong,
    to_flag,
    to_number,
    to_rate,
    to_ref,
    to_small,
    to_text,
    to_year,
)


def refusal(take, written: str) -> str:
    with pytest.raises(Wrong) as wrong:
        take(written)
    assert wrong.value.en
    return wrong.value.vi


NUMBER = "phải là một số, ví dụ 40 hoặc 1.5, không phải «{}»"
DONG = "phải là số tiền nguyên đồng, ví dụ 185000000, không phải «{}»"
DAY = "phải là một ngày có thật, dạng 2024-12-25, không phải «{}»"


@pytest.mark.parametrize(
    ("written", "value"),
    [("40", "40"), ("1.5", "1.5"), ("0", "0"), ("-0", "0"), ("-5", "-5"), ("007", "7"), ("0.000000001", "1E-9"),
     ("1000000000000", "1E+12"), ("123456.123456789", "123456.123456789")],
)  # fmt: skip
def test_quantities(written: str, value: str) -> None:
    assert to_number(written) == Decimal(value)
    assert not str(to_number(written)).startswith("-0")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("1.500", "«1.500» có thể là 1500 hoặc số lẻ; hãy viết 1500"),
        ("1.500.000", "«1.500.000» có thể là 1500000 hoặc số lẻ; hãy viết 1500000"),
        *((each, NUMBER.format(each)) for each in ("1,5", "1e9", "0x10", "0o17", ".inf", "NaN", ".5", "5.", "+5")),
        *((each, NUMBER.format(each)) for each in ("1_000", "1 500", "40 cái", "true", "٣", "４０", "½", "--5")),
        ("1.0000000001", NUMBER.format("1.0000000001")),
        ("1000000000001", "lớn hơn 10^12"),
        ("9" * 30, "lớn hơn 10^12"),
        ("-" + "9" * 5000, "lớn hơn 10^12"),
        ("1234567.123456789", "có quá 15 chữ số"),
        ("x" * 100, NUMBER.format("x" * 39 + "…")),
        ("\u202e12", NUMBER.format("\ufffd12")),
    ],
)
def test_what_is_no_quantity(written: str, said: str) -> None:
    assert refusal(to_number, written) == said


@pytest.mark.parametrize(
    ("written", "amount"),
    [("185000000", 185_000_000), ("185.000.000", 185_000_000), ("1.500", 1_500), ("0", 0), ("-1.500.000", -1_500_000),
     ("1000000000000000", 10**15), ("-1.000.000.000.000.000", -(10**15))],
)  # fmt: skip
def test_money(written: str, amount: int) -> None:
    assert to_dong(written) == amount


@pytest.mark.parametrize(
    ("written", "said"),
    [
        *((each, DONG.format(each)) for each in ("1.5", "1,5", "185.000.00", "1.0000", "185 000 000", "5 đồng")),
        *((each, DONG.format(each)) for each in ("1e9", "0x10", ".inf", "١٢٣", "")),
        ("1000000000000001", "lớn hơn một triệu tỷ đồng (10^15)"),
        ("1" + "0" * 18, "lớn hơn một triệu tỷ đồng (10^15)"),
        ("9" * 5000, "lớn hơn một triệu tỷ đồng (10^15)"),
    ],
)
def test_what_is_no_money(written: str, said: str) -> None:
    assert refusal(to_dong, written) == said


def test_days() -> None:
    assert to_day("2024-02-29") == date(2024, 2, 29)


@pytest.mark.parametrize("written", [
    "2024-02-30", "2023-02-29", "2024-13-01", "2024-00-10", "0000-01-01", "25/12/2024", "2024-1-5", "20240105", "2024-W01-1",
    "2024-01-01T00:00:00", "2024-01-01 ", "٢٠٢٤-٠١-٠١", "2024", "hôm nay",
])  # fmt: skip
def test_what_is_no_day(written: str) -> None:
    assert refusal(to_day, written) == DAY.format(written)


@pytest.mark.parametrize("written", ["0001-01-01", "1899-12-31", "2101-01-01", "9999-12-31"])
def test_days_that_no_programme_has(written: str) -> None:
    assert refusal(to_day, written) == f"phải từ năm 1900 đến 2100, không phải {written}"


@pytest.mark.parametrize("written", ["-1", "0", "24", "99999", "2024.0", "1899", "2101", "٢٠٢٤", "năm 2024"])
def test_what_is_no_year(written: str) -> None:
    assert to_year("2024") == 2024
    assert refusal(to_year, written) == f"phải là một năm từ 1900 đến 2100, không phải «{written}»"


def test_flags_rates_and_places() -> None:
    assert (to_flag("true"), to_flag("false"), to_rate("7.5"), to_small("3")) == (True, False, Decimal("7.5"), 3)
    assert refusal(to_flag, "yes") == "phải là true hoặc false, không phải «yes»"
    assert refusal(to_rate, "-8") == "phải từ 0 đến 100 %, không phải -8"
    assert refusal(to_rate, "108") == "phải từ 0 đến 100 %, không phải 108"
    for written in ("-1", "100", "1.5", "x"):
        assert refusal(to_small, written) == f"phải là số nguyên từ 0 đến 99, không phải «{written}»"


def test_references() -> None:
    assert to_ref("dieu_1/khoan_2/diem_đ", attached=False) == "dieu_1/khoan_2/diem_đ"
    assert to_ref("phu_luc_2", attached=True) == "phu_luc_2"
    for written in ("Điều 1", "dieu_1/../x", 'dieu_1"><x>', "phu_luc_1"):
        said = f"phải có dạng dieu_1/khoan_2/diem_a, không phải «{written}»"
        assert refusal(lambda each: to_ref(each, attached=False), written) == said
    said = "phải có dạng phu_luc_1, không phải «dieu_1»"
    assert refusal(lambda each: to_ref(each, attached=True), "dieu_1") == said


# --- texts -----------------------------------------------------------------------------------------------------------


def taken(written: str) -> str:
    return to_text(written, 100)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("  Nguyễn\t Văn\r\n A ", "Nguyễn Văn A"),
        ("Vie\u0323\u0302t", "Việt"),
        ("a\u200bb\u200cc\u200dd\u2060e\ufefff\u00adg", "abcdefg"),
        ("a\u00a0b\u202fc\u2007d\u2028e\u2029f", "a b c d e f"),
        ("\u200b \ufeff", ""),
        ("😀 漢字 ★ \ue000", "😀 漢字 ★ \ue000"),
        ("#read(\"x\") </w:t> {{ 7*7 }} {total} $x$ \\n & <b>", "#read(\"x\") </w:t> {{ 7*7 }} {total} $x$ \\n & <b>"),
    ],
)  # fmt: skip
def test_texts(written: str, text: str) -> None:
    assert taken(written) == text


CONTROLS = "\0\x07\x1b\x7f\x80\x85\x9f"
HIDDEN = "\u202a\u202e\u2066\u2069\u200e\u200f\u061c\u206a\ufff9\u180e\u034f\u115f\u2800\u3164\ufe0f\uffa0\U000e0041"
NOTHING = "\ud800\udfff\ufffe\uffff\u0378\U0001fffe"


@pytest.mark.parametrize(
    ("characters", "called"),
    [(CONTROLS, "ký tự điều khiển"), (HIDDEN, "ký tự ẩn"), (NOTHING, "ký tự không có trong Unicode")],
)
def test_characters_that_no_paper_holds(characters: str, called: str) -> None:
    for character in characters:
        said = f"có {called} U+{ord(character):04X}; hãy xóa ký tự này"
        assert refusal(taken, f"Nguyễn {character} A") == said


@given(st.text(max_size=80))
def test_what_is_taken_can_stand_in_xml_and_shows_all_that_it_holds(written: str) -> None:
    try:
        text = taken(written)
    except Wrong:
        return
    assert all(character.isprintable() or character >= "\ue000" for character in text)
    assert taken(text) == text


def test_lengths() -> None:
    assert taken("ệ" * 100) == "ệ" * 100
    assert refusal(taken, "ệ" * 101) == "dài 101 ký tự; nhiều nhất 100"
    assert refusal(taken, " " * 201) == "dài 201 ký tự; nhiều nhất 100"
    assert refusal(lambda each: to_text(each, 2_000), "x" * 5_000) == "dài 5.000 ký tự; nhiều nhất 2.000"
    assert len(to_text("từ " * 30_000, 100_000)) == 89_999
    assert (
        refusal(lambda each: to_text(each, 100_000), "a " + "x" * 2_001)
        == "có một từ dài 2.001 ký tự; nhiều nhất 2.000"
    )


def test_lines_are_kept_where_a_text_has_some() -> None:
    assert to_text("a\n\n  b\tc \r\nd", 100, lines=True) == "a\nb c\nd"
    assert to_text("a\n\n  b\tc \r\nd", 100) == "a b c d"
