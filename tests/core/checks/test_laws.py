"""What must hold of the checks for any paper: no crash, spans in place, time that grows with the text."""

from __future__ import annotations

import re
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quyet.core.checks import budget, check, figures, worked
from quyet.core.checks.spans import Stretches
from quyet.core.decisions.source import Source
from quyet.files.reading import read_source
from tests.core.checks.papers import FRAME, paper
from tests.core.growth import grows_no_faster_than_its_length

TABLE = "| STT | Nội dung | ĐVT | Số lượng | Đơn giá | Thành tiền |"
PIECES = [
    *(slot.strip() for slot in FRAME.values() if slot),
    TABLE,
    "| 1 | Sổ tay | cuốn | 500 | 20.000 | 10.000.000 |",
    "|  | TỔNG CỘNG |  |  |  | 1 |",
    "Điều 1. Chi 5.000.000 đồng (Năm triệu lăm đồng)",
    "Điều 4. Trước ngày 31/02/2024",
    "1. Kinh phí: 5 triệu đồng (2 triệu đồng/lớp)",
    "PHỤ LỤC 1",
    "Căn cứ Quyết định số 18/2022/QĐ-UBND ngày 21/7/2021;",
    "a) 12 người x 3 ngày = 35",
    "f) Tập huấn",
    "- Như Điều 9;",
    "đến hết ngày 31 tháng 11",
    "",
]
"""Pieces of decisions with faults; a paper is any heap of them."""


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=30), max_size=30).map("\n".join))
@settings(max_examples=150, deadline=None)
def test_findings_stand_in_order_at_words_of_one_line(text: str) -> None:
    reading = read_source(Source(normalize("NFC", text)))
    assert [f.span or (0, 0) for f in reading.findings] == sorted(f.span or (0, 0) for f in reading.findings)
    for finding in reading.findings:
        start, end = finding.span or (0, 0)
        assert 0 <= start <= end <= len(reading.text)
        assert "\n" not in reading.text[start:end]
        before = reading.text[:start]
        assert (finding.line, finding.column) == (before.count("\n") + 1, start - before.rfind("\n"))


NEAR_MISSES = [
    "(",
    "(Bằng chữ: ",
    "bằng chữ: ",
    "(một ",
    "1.000 đồng (một trăm ",
    "1/",
    "1/1/",
    "1/1/2024",
    "1/2/2024 ",
    "ngày 31 ",
    "ngày 1/2 ",
    "tháng 13 ",
    "tháng 1 năm ",
    "12 x ",
    "1 x 2 = ",
    "1 + ",
    "= ",
    "kèm ",
    "kèm theo ",
    "Phụ lục ",
    "PHỤ LỤC 1\n",
    "Tổng kinh phí ",
    "Quyết định số 1/QĐ-UBND ngày ",
    "hiệu lực ",
    "trước ngày ",
    "XÃ HỘI ",
    "Khoản 1 ",
    " điều 1",
    "\n\n",
    "* ",
    "  ",
    "Điều 1. \n",
    "Điều 1. Giao việc\n",
    "1. \n",
    "a) ",
    "Quý ",
    "như Điều 1, ",
    "Điều 9 Quyết định này ",
    "tiểu mục 6651, ",
    "6651, ",
    "chương 41 ",
    "trước hạn ngày 1/2/2024 và ",
    "hoàn thành trước hạn ngày 1/2/2020.\n",
    "1x1=",
    "3 đồng = 3 cái x 1 đồng; ",
    "1. Tổ chức hội nghị, kinh phí 5 đồng\n",
    "| 1 | Loa | 2.000 |\n|  | dây | 1.000 |\n",
]
"""Words that make a pattern of the checks begin and not end."""


@pytest.mark.parametrize("piece", NEAR_MISSES)
@pytest.mark.parametrize("around", ["{}", "article"], ids=["bare", "article"])
def test_repeated_near_misses_grow_no_faster_than_their_length(piece: str, around: str) -> None:
    whole = around if around == "{}" else paper("Điều 1. Phê duyệt dự toán năm 2024 XX").replace("XX", "{}")
    few, many = (read_source(Source(whole.format(piece * times))) for times in (400, 1_600))
    assert grows_no_faster_than_its_length(check, few, many)


def test_no_more_results_are_worked_again_than_a_paper_may_have(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worked, "_MOST", 2)
    found = check(read_source(Source("2 x 2 = 5\n====\n2 x 3 = 7\n2 x 4 = 9\n")))
    assert [finding.line for finding in found if finding.rule == "M105"] == [1, 3]


def test_numbers_of_thousands_of_digits_are_no_numbers() -> None:
    text = paper("Điều 1. Phê duyệt.").replace("Lưu: VT", f"Như Điều {'9' * 6_000};\n- Lưu: VT")
    rows = "".join(f"| {'1' * 6_000} | Loa | 2.000 |\n" for _ in range(3))
    table = f"| STT | Nội dung | Thành tiền |\n{rows}| | Tổng cộng | 4.000 |\n"
    assert "Điều 1." in read_source(Source(f"{text}\nPHỤ LỤC\n{table}")).text


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 9))), st.integers(0, 40))
def test_a_stretch_holds_a_place_if_one_of_them_does(stretches: list[tuple[int, int]], place: int) -> None:
    spans = [(start, start + length) for start, length in stretches]
    assert Stretches(spans).hold(place) == any(start <= place <= end for start, end in spans)


def test_a_text_of_brackets_is_passed_without_keeping_one(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(figures, "_pair", lambda text, before, start: asked.append(start))
    text = "(" * 50_000 + "(một"
    assert list(figures._pairs(text)) == [] and asked == []

    assert list(figures._pairs(text + " đồng)")) == []
    assert asked == [50_001]


def test_a_word_for_an_annex_is_looked_for_once_where_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[int] = []
    monkeypatch.setattr(budget, "_ANNEX_WORD", Counting(budget._ANNEX_WORD, looked))
    assert budget._annex_said("kèm theo " * 10_000) is None
    assert budget._annex_said("kèm theo " * 10_000 + "Phụ lục 1") is not None
    assert len(looked) < 20  # those whose reach ends behind the text


class Counting:
    """A pattern that keeps count of how often it is asked."""

    def __init__(self, pattern: re.Pattern[str], looked: list[int]) -> None:
        self._pattern, self._looked = pattern, looked

    def search(self, text: str, start: int, end: int) -> re.Match[str] | None:
        self._looked.append(start)
        return self._pattern.search(text, start, end)


def test_a_rule_speaks_ten_thousand_times_and_then_stops() -> None:
    found = check(read_source(Source("1 đồng (hai đồng) " * 12_000)))
    assert sum(finding.rule == "M101" for finding in found) == 10_000
