"""PROGRAMME.yaml, key by key: each fault is told with its line, its key, and what would be right."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from quyet.core.decisions.model import Duration, Quantity, Timeframe
from tests.files.drafts.told import TITLE, loaded, told


def in_document(lines: str) -> str:
    return f"document:\n  {TITLE}\n  {lines}\n"


def in_programme(lines: str) -> str:
    return f"document:\n  {TITLE}\nprogramme:\n  {lines}\n"


def in_activity(lines: str) -> str:
    return in_programme(f"activities:\n    - title: In sổ tay\n      {lines}")


def in_line(lines: str) -> str:
    return f"document:\n  {TITLE}\nestimate:\n  lines:\n    - content: In sổ tay\n      {lines}\n"


def test_the_least_that_is_a_draft() -> None:
    draft = loaded(f"document:\n  {TITLE}\n")
    assert draft.document.title == "Về việc phê duyệt Chương trình X năm 2024"
    assert (draft.programme, draft.estimates, draft.example) == (None, [], False)


def test_scalars_are_what_their_field_says_and_not_what_yaml_thinks() -> None:
    draft = loaded(in_activity("label: 1.10\n      place: no"))
    assert draft.programme is not None
    (activity,) = draft.programme.activities
    assert (activity.label, activity.place, activity.kind) == ("1.10", "no", "other")


def test_parts_that_are_left_out_are_unknown() -> None:
    draft = loaded(in_activity("quantity: {value: 5}\n      timeframe: {text: Quý I}\n      duration: {unit: ngày}"))
    assert draft.programme is not None
    (activity,) = draft.programme.activities
    assert activity.quantity == Quantity(Decimal(5), None, None, False, None)
    assert activity.timeframe == Timeframe(None, None, "Quý I")
    assert activity.duration == Duration(None, None, "ngày")


FAULTS = {
    "no document": ("programme: {year: 2024}", ["1 document: thiếu khóa này, hoặc để trống"]),
    "a document that is null": ("document: ~", ["1 document: thiếu khóa này, hoặc để trống"]),
    "a document that is a word": ("document: abc", ["1 document: phải là một bảng khóa: giá trị"]),
    "a schema of others": (f"schema: quyet/programme/2\ndocument:\n  {TITLE}\n", ["1 schema: phải là quyet/programme/1 hoặc quyet/reading/1"]),
    "a list as schema": (f"schema: [a]\ndocument:\n  {TITLE}\n", ["1 schema: phải là quyet/programme/1 hoặc quyet/reading/1"]),
    "a key of nobody": (f"document:\n  {TITLE}\nbudget: 5\n", ["3 budget: khóa lạ; các khóa ở đây: schema, example, document, programme, estimate, estimates"]),
    "a key that a reading has": (f"document:\n  {TITLE}\nfacts: []\n", ["3 facts: khóa lạ; các khóa ở đây: schema, example, document, programme, estimate, estimates"]),
    "a mistyped key": (in_document("recipiants: []"), ["3 document.recipiants: khóa lạ; có phải là recipients?"]),
    "an empty key": (in_document("'': a"), ["3 document.: khóa lạ; các khóa ở đây: kind, number, date, place, parent, issuer, title, competence, bases, proposer, articles, recipients, signature, attachments, body, addressees, purposes, requests"]),
    "a key of many letters": (in_document("t" * 500 + ": a"), [f"3 document.{'t' * 39}…: khóa lạ; các khóa ở đây: kind, number, date, place, parent, issuer, title, competence, bases, proposer, articles, recipients, signature, attachments, body, addressees, purposes, requests"]),
    "a merge": (in_programme("<<: {year: 2024}"), ["4 programme.<<: khóa lạ; các khóa ở đây: year, period, activities, total, sources, assignments, name, allotment"]),
    "no title": ("document:\n  kind: QĐ\n", ["1 document.title: thiếu khóa này, hoặc để trống"]),
    "a title of spaces": ("document:\n  kind: QĐ\n  title: '  '\n", ["3 document.title: thiếu khóa này, hoặc để trống"]),
    "a title that nobody sees": ('document:\n  title: "\\u200b\\ufeff"\n', ["2 document.title: thiếu khóa này, hoặc để trống"]),
    "a title that is a list": ("document:\n  title: [a]\n", ["2 document.title: phải là một giá trị, không phải danh sách hay bảng"]),
    "a name of 5,000 characters": (in_document(f"signature:\n    name: {'x' * 5000}"), ["4 document.signature.name: dài 5.000 ký tự; nhiều nhất 2.000"]),
    "a name that turns the line": (in_document('signature: {name: "A\\u202eB"}'), ["3 document.signature.name: có ký tự ẩn U+202E; hãy xóa ký tự này"]),
    "a word for a list": (in_document("recipients: Lưu"), ["3 document.recipients: phải là một danh sách"]),
    "a mapping for a list": (in_programme("activities: {a: 1}"), ["4 programme.activities: phải là một danh sách"]),
    "a word for a mapping": (in_document("signature: A"), ["3 document.signature: phải là một bảng khóa: giá trị"]),
    "members that say nothing": (in_document("recipients: [a, ~, '', ' ']"), [f"3 document.recipients[{n}]: mục trống; hãy xóa hoặc điền" for n in (1, 2, 3)]),
    "an activity that says nothing": (in_programme("activities:\n    -\n    - title: A"), ["5 programme.activities[0]: mục trống; hãy xóa hoặc điền"]),
    "an activity without a title": (in_programme("activities:\n    - title: A\n    - place: B"), ["6 programme.activities[1].title: thiếu khóa này, hoặc để trống"]),
    "a role of nobody": (in_programme("assignments:\n    - {unit: A, role: boss}"), ["5 programme.assignments[0].role: phải là một trong: lead, coordinate, execute"]),
    "half an assignment": (in_programme("assignments: [{unit: A}, {role: lead}]"), ["4 programme.assignments[0].role: thiếu khóa này, hoặc để trống", "4 programme.assignments[1].unit: thiếu khóa này, hoặc để trống"]),
    "a total without its figure": (in_programme("total: {words: năm đồng}"), ["4 programme.total.amount: thiếu khóa này, hoặc để trống"]),
    "a total that is a number": (in_programme("total: 5000"), ["4 programme.total: phải là một bảng khóa: giá trị"]),
    "a period the wrong way round": (in_programme("period: [2024-12-31, 2024-01-01]"), ["4 programme.period: phải là hai ngày, ngày đầu trước"]),
    "a period of one day": (in_programme("period: [2024-12-31]"), ["4 programme.period: phải là hai ngày, ngày đầu trước"]),
    "a period with a wrong day": (in_programme("period: [2024-12-31, x]"), ["4 programme.period[1]: phải là một ngày có thật, dạng 2024-12-25, không phải «x»"]),
    "a period that is a year": (in_programme("period: 2024"), ["4 programme.period: phải là một danh sách"]),
    "a year of five digits": (in_programme("year: 20240"), ["4 programme.year: phải là một năm từ 1900 đến 2100, không phải «20240»"]),
    "a quantity with dots": (in_activity("quantity: {value: 1.500}"), ["6 programme.activities[0].quantity.value: «1.500» có thể là 1500 hoặc số lẻ; hãy viết 1500"]),
    "a quantity with its unit": (in_activity("quantity: {value: 40 cái}"), ["6 programme.activities[0].quantity.value: phải là một số, ví dụ 40 hoặc 1.5, không phải «40 cái»"]),
    "a quantity that is a number": (in_activity("quantity: 40"), ["6 programme.activities[0].quantity: phải là một bảng khóa: giá trị"]),
    "a duration without a unit": (in_activity("duration: {min: 3}"), ["6 programme.activities[0].duration.unit: thiếu khóa này, hoặc để trống"]),
    "money beyond 10^15": (in_activity("amount: 1000000000000001"), ["6 programme.activities[0].amount: lớn hơn một triệu tỷ đồng (10^15)"]),
    "a flag that is a word": (in_activity("quantity: {value: 5, approximate: khoảng}"), ["6 programme.activities[0].quantity.approximate: phải là true hoặc false, không phải «khoảng»"]),
    "an example that is a word": (f"document:\n  {TITLE}\nexample: yes\n", ["3 example: phải là true hoặc false, không phải «yes»"]),
    "a reference of nothing": (in_activity("ref: Điều 1"), ["6 programme.activities[0].ref: phải có dạng dieu_1/khoan_2/diem_a, không phải «Điều 1»"]),
    "an attached text as an article": (in_document("attachments: [{ref: dieu_1}]"), ["3 document.attachments[0].ref: phải có dạng phu_luc_1, không phải «dieu_1»"]),
    "a line without words": (f"document:\n  {TITLE}\nestimate:\n  lines:\n    - amount: 5\n", ["5 estimate.lines[0].content: thiếu khóa này, hoặc để trống"]),
    "an estimate that is a list": (f"document:\n  {TITLE}\nestimate: []\n", ["3 estimate: phải là một bảng khóa: giá trị"]),
    "estimates that are a mapping": (f"document:\n  {TITLE}\nestimates: {{lines: []}}\n", ["3 estimates: phải là một danh sách"]),
    "both keys of estimates": (f"document:\n  {TITLE}\nestimate: {{lines: []}}\nestimates:\n  - lines: []\n", ["3 estimate: chỉ dùng một trong hai khóa estimate và estimates"]),
    "factors without a value": (in_line("factors: [{unit: người}]"), ["6 estimate.lines[0].factors[0].value: thiếu khóa này, hoặc để trống"]),
    "factors beyond counting": (in_line("factors: [{value: 1000000000000}, {value: 2}]"), ["6 estimate.lines[0].factors: tích các thừa số lớn hơn 10^12"]),
    "VAT that is a word": (in_line("vat: 8%"), ["6 estimate.lines[0].vat: phải là một bảng khóa: giá trị"]),
    "VAT above all": (in_line("vat: {rate: 108}"), ["6 estimate.lines[0].vat.rate: phải từ 0 đến 100 %, không phải 108"]),
    "a quotation that nobody can choose": (in_line("basis: {kind: quotation, chosen: x}"), ["6 estimate.lines[0].basis.chosen: phải là số nguyên từ 0 đến 99, không phải «x»"]),
}  # fmt: skip


@pytest.mark.parametrize("case", FAULTS)
def test_a_fault_is_told_at_its_key(case: str) -> None:
    text, lines = FAULTS[case]
    assert told(text) == lines


def test_every_fault_of_a_file_is_told_in_its_order() -> None:
    text = f"""\
programme:
  year: x
  activities:
    - titel: A
      quantity: {{value: 1e9}}
document:
  {TITLE}
  date: 2024-02-30
"""
    assert told(text) == [
        "2 programme.year: phải là một năm từ 1900 đến 2100, không phải «x»",
        "4 programme.activities[0].titel: khóa lạ; có phải là title?",
        "4 programme.activities[0].title: thiếu khóa này, hoặc để trống",
        "5 programme.activities[0].quantity.value: phải là một số, ví dụ 40 hoặc 1.5, không phải «1e9»",
        "8 document.date: phải là một ngày có thật, dạng 2024-12-25, không phải «2024-02-30»",
    ]


def test_of_very_many_faults_the_first_hundred_are_told() -> None:
    lines = told(in_document("recipients:\n" + "    - ~\n" * 250))
    assert len(lines) == 101
    assert lines[99] == "103 document.recipients[99]: mục trống; hãy xóa hoặc điền"
    assert lines[100] == "còn 150 lỗi nữa"


def test_a_list_has_an_end() -> None:
    assert told(in_document("recipients:\n" + "    - a\n" * 20_001)) == [
        "3 document.recipients: có 20.001 mục; nhiều nhất 20.000"
    ]


def test_a_folded_text_is_named_at_its_key() -> None:
    assert loaded(in_document("proposer: >\n    Trưởng\n    phòng")).document.proposer == "Trưởng phòng"
    assert told(in_document("proposer: >\n    Trưởng\n    ph\u202eòng")) == [
        "3 document.proposer: có ký tự ẩn U+202E; hãy xóa ký tự này"
    ]


def test_texts_of_articles_keep_their_lines() -> None:
    draft = loaded(in_document('articles: [{label: Điều 1, text: "Phê duyệt:\\n- a;\\n- b."}]'))
    assert draft.document.articles[0].text == "Phê duyệt:\n- a;\n- b."
    assert loaded(in_document('proposer: "a\\nb"')).document.proposer == "a b"


def test_days_and_money() -> None:
    draft = loaded(in_document("date: 2024-02-29") + "programme: {total: {amount: 185.000.000}}\n")
    assert draft.document.date == date(2024, 2, 29)
    assert draft.programme is not None and draft.programme.total is not None
    assert draft.programme.total.amount == 185_000_000
