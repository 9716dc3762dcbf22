"""Numbers, days and ranges as the two languages write them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django import forms
from django.utils import translation

from quyet.web import wording
from quyet.web.language import say


def quantity(value=None, least=None, most=None, about=False):
    return {"value": value, "min": least, "max": most, "approximate": about, "unit": "người"}


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        (185_000_000, "185.000.000", "185,000,000"),
        (1000, "1.000", "1,000"),
        (999, "999", "999"),
        (0.8, "0,8", "0.8"),
        (Decimal("1760.25"), "1.760,25", "1,760.25"),
    ],
)
def test_numbers(value, vi: str, en: str):
    with translation.override("vi"):
        assert wording.number(value) == vi
    with translation.override("en"):
        assert wording.number(value) == en


def test_a_day_is_written_day_month_year_in_both_languages():
    for language in ("vi", "en"):
        with translation.override(language):
            assert wording.day("2024-06-05") == "05/06/2024"


def test_a_typed_day_is_read_day_first():
    with translation.override("vi"):
        assert forms.DateField().clean("05/06/2024") == date(2024, 6, 5)
        assert forms.DateField().clean("20/05/2024") == date(2024, 5, 20)


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        (quantity(40), "40 người", "40 người"),
        (quantity(150, about=True), "khoảng 150 người", "about 150 người"),
        (quantity(None, 70, 80), "70–80 người", "70–80 người"),
        (quantity(None, None, 12), "không quá 12 người", "at most 12 người"),
        (quantity(None, 5, None), "ít nhất 5 người", "at least 5 người"),
    ],
)
def test_quantities(value, vi: str, en: str):
    with translation.override("vi"):
        assert wording.quantity(value) == vi
    with translation.override("en"):
        assert wording.quantity(value) == en


@pytest.mark.parametrize(
    ("start", "end", "vi"),
    [
        ("2024-04-01", "2024-09-30", "01/04/2024 – 30/09/2024"),
        ("2024-04-01", None, "từ 01/04/2024"),
        (None, "2024-09-30", "đến 30/09/2024"),
        ("2024-05-20", "2024-05-20", "20/05/2024"),
    ],
)
def test_intervals(start, end, vi: str):
    with translation.override("vi"):
        assert wording.interval({"start": start, "end": end}) == vi


def test_a_duration_is_said_in_the_page_s_language():
    with translation.override("en"):
        assert wording.duration({"min": 7, "max": 10, "unit": "phút"}) == "7–10 minutes"
        assert wording.duration({"min": 1, "max": 1, "unit": "ngày"}) == "1 day"
        assert wording.duration({"min": 2, "max": 2, "unit": "buổi"}) == "2 buổi"
    with translation.override("vi"):
        assert wording.duration({"min": 1, "max": 1, "unit": "ngày"}) == "1 ngày"


def test_zero_in_a_table_is_a_dash():
    with translation.override("vi"):
        assert [wording.cell(value) for value in (0, None, 12_000)] == ["–", "–", "12.000"]


@pytest.mark.parametrize(
    ("text", "most", "short"),
    [
        ("Sáu mươi hai triệu", 40, "Sáu mươi hai triệu"),
        ("Sáu mươi hai triệu năm trăm nghìn đồng), trong đó", 41, "Sáu mươi hai triệu năm trăm nghìn đồng)…"),
        ("Phòng Kế hoạch - Tài chính", 16, "Phòng Kế hoạch…"),
        ("một\nhai  ba", 20, "một hai ba"),
        ("một hai", 7, "một hai"),
        ("mộthaiba", 5, "mộth…"),
    ],
)
def test_a_long_text_is_cut_between_words(text: str, most: int, short: str):
    assert wording.shortened(text, most) == short


def test_english_tells_one_from_many():
    with translation.override("en"):
        assert [say("{n} lỗi", "{n} error|{n} errors", n=n) for n in (1, 2)] == ["1 error", "2 errors"]
    with translation.override("vi"):
        assert say("{n} lỗi", "{n} error|{n} errors", n=2) == "2 lỗi"
