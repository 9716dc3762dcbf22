"""How findings are made of what the rules find: order, line and column, one line a span, how sure they are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from quyet.core.checks import all_rules, check, explain, rules_markdown
from quyet.core.checks.registry import RULES, Found, rule
from quyet.core.checks.spans import Lines
from quyet.core.decisions.model import Reading
from quyet.core.decisions.source import Notice, Source
from tests.core.checks.papers import paper, read_paper

TWO_FAULTS = """
Điều 1. Tổng kinh phí thực hiện: 12.500.000 đồng
(Mười lăm triệu
hai trăm nghìn đồng), hoàn thành trước ngày 31/11/2024.
Điều 3. Chánh Văn phòng Sở chịu trách nhiệm thi hành Quyết định này./.
"""


def errors(reading: Reading) -> list[tuple[str, str]]:
    return [
        (finding.rule, reading.text[slice(*finding.span)] if finding.span else "")
        for finding in reading.findings
        if finding.severity == "error"
    ]


def test_findings_stand_in_the_order_of_the_text() -> None:
    assert [code for code, _ in errors(read_paper(TWO_FAULTS))] == ["M101", "T101", "F201"]


def test_a_span_stays_within_one_line() -> None:
    assert errors(read_paper(TWO_FAULTS))[0] == ("M101", "12.500.000 đồng")


def test_line_and_column_count_from_1() -> None:
    reading = read_paper(TWO_FAULTS)
    finding = next(f for f in reading.findings if f.rule == "M101")
    assert reading.text.split("\n")[finding.line - 1][finding.column - 1 :] == "12.500.000 đồng"


def test_a_finding_names_the_article_that_holds_it() -> None:
    assert {f.rule: f.ref for f in read_paper(TWO_FAULTS).findings if f.severity == "error"} == {
        "M101": "dieu_1",
        "T101": "dieu_1",
        "F201": "dieu_3",
    }


def test_what_a_machine_read_from_a_picture_proves_no_error() -> None:
    reading = read_paper(TWO_FAULTS)
    read_by_machine = replace(reading, source=replace(reading.source, notices=(Notice("ocr"),)))
    assert {f.severity for f in check(read_by_machine)} <= {"warning", "info"}
    assert {"M101", "T101", "F201", "F902"} <= {f.rule for f in check(read_by_machine)}


def test_a_rule_without_a_place_points_at_the_beginning() -> None:
    nothing = check(Reading(Source("")))
    assert [(f.rule, f.span, f.line, f.column) for f in nothing] == [("F101", None, 1, 1)]


def test_a_source_that_was_not_in_force_is_not_named() -> None:
    older = paper(TWO_FAULTS).replace("2024", "2014").replace("2023", "2013")
    newer = paper(TWO_FAULTS)
    sources = [
        [f.source for f in check(read_paper(text)) if f.rule == "F201"]
        for text in (f"UBND TỈNH HÀ BÌNH\n{older}", f"UBND TỈNH HÀ BÌNH\n{newer}")
    ]
    assert sources == [[None], ["NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6 điểm đ"]]


@pytest.mark.parametrize(
    ("position", "place"), [(0, (1, 1)), (3, (1, 4)), (4, (2, 1)), (5, (3, 1)), (7, (3, 3))], ids=str
)
def test_lines_say_where_a_position_stands(position: int, place: tuple[int, int]) -> None:
    assert Lines("abc\n\nde").place(position) == place


def test_rules_are_told_by_their_number_in_either_case() -> None:
    assert explain("m101") == explain(" M101 ") == RULES["M101"]
    assert explain("M999") is None


def test_a_number_is_given_once() -> None:
    with pytest.raises(ValueError, match="rule M101 is declared twice"):
        rule("M101", severity="info")(lambda reading: iter([Found("?")]))


def test_every_rule_has_both_languages_in_full() -> None:
    texts = [rule.text for rule in all_rules()]
    assert [
        text.title for text in texts if not all((text.title_en, text.asks, text.asks_en, text.why, text.why_en))
    ] == []


def test_an_error_rests_on_a_source_that_was_read_or_on_arithmetic() -> None:
    assert [rule.code for rule in all_rules() if rule.severity == "error" and rule.text.mark == "M"] == []


def test_a_source_carries_its_mark() -> None:
    assert [rule.code for rule in all_rules() if (rule.text.source is None) != (rule.text.mark is None)] == []


def test_the_page_shows_every_rule() -> None:
    page = rules_markdown(all_rules())
    assert [rule.code for rule in all_rules() if f"### {rule.code} {rule.text.title}\n" not in page] == []


def test_messages_are_short_office_sentences() -> None:
    messages = [f.message for rule in all_rules() for f in read_paper(rule.text.breaks or TWO_FAULTS).findings]
    assert [message for message in messages if len(message.split()) > 32 or message[-1] not in ".…"] == []


def test_a_day_that_is_not_printed_proves_nothing() -> None:
    reading = read_paper("Điều 1. Phê duyệt nội dung tuyên truyền năm 2024.")
    reading.document.date = date(2020, 6, 1)
    assert [f.rule for f in check(reading) if f.rule == "L102"] == []
