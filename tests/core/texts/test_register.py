"""Legal texts by number, however it is written, and on which day they are in force."""

from __future__ import annotations

from datetime import date

import pytest

from quyet.core.texts.register import number_key
from quyet.files.facts.texts import load_texts

REGISTER = load_texts()


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("30/2020/NĐ-CP", "30/2020/nd-cp"),
        ("NĐ 30/2020/NĐ-CP", "30/2020/nd-cp"),
        ("Nghị định số 30/2020/NĐ-CP", "30/2020/nd-cp"),
        ("nghi dinh so 30/2020/nd-cp", "30/2020/nd-cp"),
        ("Nghị định số: 30 / 2020 / NĐ - CP ngày 05/3/2020", "30/2020/nd-cp"),
        ("30/2020/NÐ-CP", "30/2020/nd-cp"),  # the Icelandic letter that old fonts left behind
        ("8/2022/NĐ-CP", "8/2022/nd-cp"),
        ("08/2022/NĐ-CP", "8/2022/nd-cp"),
        ("Luật số 83/2015/QH13", "83/2015/qh13"),
        ("QĐ 889/QĐ-TTg", "889/qd-ttg"),
        ("QCVN 102:2016/BTTTT", "102:2016/btttt"),
        ("Luật Ngân sách nhà nước ngày 25/6/2015", None),
        ("", None),
    ],
)
def test_a_number_has_one_key_however_it_is_written(written: str, key: str | None) -> None:
    assert number_key(written) == key


@pytest.mark.parametrize("written", ["NĐ 30/2020/NĐ-CP", "Nghị định số 30/2020/NĐ-CP", "30/2020/NĐ-CP"])
def test_the_three_ways_to_cite_the_decree_find_it(written: str) -> None:
    found = REGISTER.find(written)
    assert found and (found.number, found.since) == ("30/2020/NĐ-CP", date(2020, 3, 5))


def test_a_text_that_is_not_there_is_not_found() -> None:
    assert REGISTER.find("31/2020/NĐ-CP") is None
    assert REGISTER.find("không có số") is None


@pytest.mark.parametrize(
    ("number", "until", "by"),
    [
        ("110/2004/NĐ-CP", date(2020, 3, 4), ("30/2020/NĐ-CP",)),
        ("324/2016/TT-BTC", date(2025, 12, 31), ("130/2025/TT-BTC",)),
        ("24/2024/NĐ-CP", date(2025, 8, 3), ("214/2025/NĐ-CP",)),
        ("117/2013/NĐ-CP", date(2026, 4, 30), ("75/2026/NĐ-CP",)),
        ("123/2020/NĐ-CP", date(2026, 6, 30), ("254/2026/NĐ-CP",)),
        ("40/2017/TT-BTC", None, ()),
    ],
)
def test_how_long_a_text_was_in_force(number: str, until: date | None, by: tuple[str, ...]) -> None:
    text = REGISTER.find(number)
    assert text and (text.until, text.replaced_by) == (until, by)


def test_a_day_that_was_not_seen_is_not_there() -> None:
    training = REGISTER.find("100/2025/TT-BTC")
    assert training and (training.issued, training.since, training.until) == (date(2025, 10, 28), None, None)


def test_a_number_without_a_year_is_the_text_of_its_day_only() -> None:
    assert REGISTER.find("889/QĐ-TTg", day=date(2020, 6, 24)) is not None
    assert REGISTER.find("889/QĐ-TTg", day=date(2015, 6, 24)) is None


def test_a_number_of_a_province_needs_its_issuer() -> None:
    assert REGISTER.find("18/2025/NQ-HĐND") is None
    assert REGISTER.find("18/2025/NQ-HĐND", "Hội đồng nhân dân tỉnh Quảng Ngãi") is None
    found = REGISTER.find("18/2025/NQ-HĐND", "HĐND tỉnh THANH HOÁ")
    assert found and found.issued == date(2025, 7, 21)


def test_a_law_is_found_by_name_and_day() -> None:
    found = REGISTER.law("Ngân sách Nhà nước", date(2015, 6, 25))
    assert found and found.number == "83/2015/QH13"
    assert REGISTER.law("Ngân sách nhà nước", date(2002, 12, 16)) is None


def test_nobody_knows_of_a_successor_before_it_is_issued() -> None:
    for number, day in (("163/2016/NĐ-CP", date(2026, 3, 10)), ("36/2018/TT-BTC", date(2025, 10, 28))):
        text = REGISTER.find(number)
        assert text and REGISTER.replaced_on(text) == day
    without = REGISTER.find("17/2024/TT-BTC")
    assert without and REGISTER.replaced_on(without) is None
