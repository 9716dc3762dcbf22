"""The examples in the docstrings are carried out: what is shown as wrong is found, what is shown as right is not.

Text cannot show how a Word document is laid out: there an example says it, and here stands what is done so that the
right paper is as it says. A saying that is not here fails.
"""

from __future__ import annotations

from typing import Any

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.shared import Mm, Pt

from quyet.core.checks import RULES, all_rules
from quyet.core.checks.registry import Rule
from quyet.core.decisions.model import Reading
from tests.core.checks import papers
from tests.core.checks.papers import FRAME
from tests.core.checks.word_papers import Change, Paper, each, number_in_footer, paper, put, runs, section

WITH_EXAMPLES = [rule for rule in RULES.values() if rule.text.breaks]

LAYOUTS: dict[str, list[Change]] = {
    "Khổ giấy Letter, 215,9 × 279,4 mm.": [section("page_width", Mm(215.9)), section("page_height", Mm(279.4))],
    "Khổ giấy A4, 210 × 297 mm.": [section("page_width", Mm(210)), section("page_height", Mm(297))],
    "Lề trái 25 mm.": [section("left_margin", Mm(25))],
    "Lề trái 30 mm.": [section("left_margin", Mm(30))],
    "Điều 2 dùng phông chữ Arial.": [each(runs("Điều 2"), put("font.name", "Arial"))],
    "Điều 2 dùng phông chữ Times New Roman.": [each(runs("Điều 2"), put("font.name", "Times New Roman"))],
    "Quốc hiệu cỡ chữ 14.": [each(runs("CỘNG HÒA"), put("font.size", Pt(14)))],
    "Quốc hiệu cỡ chữ 13.": [each(runs("CỘNG HÒA"), put("font.size", Pt(13)))],
    "Căn cứ kiểu chữ đứng.": [each(runs("Căn cứ", "Theo"), put("italic", False))],
    "Căn cứ kiểu chữ nghiêng.": [each(runs("Căn cứ", "Theo"), put("italic", True))],
    "Tên loại canh trái.": [each(lambda made: made.paragraphs("QUYẾT ĐỊNH"), put("alignment", ALIGN.LEFT))],
    "Tên loại canh giữa.": [each(lambda made: made.paragraphs("QUYẾT ĐỊNH"), put("alignment", ALIGN.CENTER))],
    "Dòng đầu các đoạn lùi vào 5 mm.": [each(Paper.body, put("paragraph_format.first_line_indent", Mm(5)))],
    "Dòng đầu các đoạn lùi vào 12,7 mm.": [each(Paper.body, put("paragraph_format.first_line_indent", Mm(12.7)))],
    "Các đoạn cách nhau 3 pt.": [each(Paper.body, put("paragraph_format.space_before", Pt(3)))],
    "Các đoạn cách nhau 6 pt.": [each(Paper.body, put("paragraph_format.space_before", Pt(6)))],
    "Số trang ở lề dưới.": [number_in_footer],
    "Số trang ở giữa lề trên, trang đầu không hiện.": [],
    "Phụ lục đánh số trang tiếp theo quyết định.": [lambda made: made.add_annex(own_section=False)],
    "Phụ lục đánh số trang riêng từ số 1.": [lambda made: made.add_annex(own_section=True)],
    "Bảng 40 hàng, không lặp lại hàng tiêu đề.": [lambda made: made.add_annex(rows=40)],
    "Bảng 40 hàng, lặp lại hàng tiêu đề.": [lambda made: repeat_heading(made.add_annex(rows=40))],
}


def repeat_heading(table: Any) -> None:
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def read_example(rule: Rule, example: str | None) -> Reading:
    if rule.code.startswith("F3"):
        return paper(*LAYOUTS[example or ""]).read()
    return papers.read_paper(example or "")


def by_code(rule: Rule) -> str:
    return rule.code


@pytest.mark.parametrize("rule", WITH_EXAMPLES, ids=by_code)
def test_what_is_shown_as_wrong_is_found(rule: Rule) -> None:
    assert rule.code in {finding.rule for finding in read_example(rule, rule.text.breaks).findings}


@pytest.mark.parametrize("rule", WITH_EXAMPLES, ids=by_code)
def test_what_is_shown_as_right_is_not_found(rule: Rule) -> None:
    assert rule.code not in {finding.rule for finding in read_example(rule, rule.text.keeps).findings}


@pytest.mark.parametrize("rule", WITH_EXAMPLES, ids=by_code)
def test_the_right_example_holds_no_error_of_any_rule(rule: Rule) -> None:
    assert [f.message for f in read_example(rule, rule.text.keeps).findings if f.severity == "error"] == []


def test_the_frame_itself_breaks_no_rule() -> None:
    assert [(f.rule, f.message) for f in papers.read_paper(FRAME["articles"]).findings] == []


def test_every_rule_but_those_on_files_shows_examples() -> None:
    assert [rule.code for rule in all_rules() if not rule.text.breaks] == [
        "F901",
        "F902",
        "F903",
        "F904",
        *(f"F91{n}" for n in range(1, 10)),
    ]


def test_every_saying_about_layout_is_that_of_a_rule() -> None:
    said = {example for rule in all_rules() for example in (rule.text.breaks, rule.text.keeps)}
    assert set(LAYOUTS) <= said
