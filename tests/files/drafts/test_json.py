"""READING.json and the JSON of a draft: lines, numbers as programs write them, and the way back to the same draft."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quyet import read
from quyet.core.decisions.model import Article, Attachment, FundingSource, Quantity, Signature, Total
from quyet.core.estimates.model import Factor, PlannedEstimate, PlannedLine, PriceBasis, Quotation, Vat
from quyet.core.papers.draft import Draft, DraftActivity, DraftDocument, DraftProgramme
from quyet.files.drafts import load_draft
from quyet.files.drafts.load import draft_of
from quyet.files.facts.strict import DATA
from quyet.files.writers.programme_json import programme_json
from quyet.files.writers.reading_json import reading_to_json
from tests.files.drafts.told import loaded, told
from tests.files.writing.programmes import drafts

EXAMPLE = DATA / "cases" / "lang-son-2024"


def test_faults_of_json_have_the_lines_of_the_file() -> None:
    text = """{
  "schema": "quyet/programme/1",
  "document": {
    "title": "A \\"quoted\\" \\\\ {title}",
    "date":
      "2024-02-30"
  },
  "programme": {"activities": [
    {"title": "B"},
    {"titel": "C"}
  ]}, "estimate": {"lines": [{"content": "D",

    "amount": 1e20}]}
}"""
    assert told(text, as_json=True) == [
        "5 document.date: phải là một ngày có thật, dạng 2024-12-25, không phải «2024-02-30»",
        "10 programme.activities[1].titel: khóa lạ; có phải là title?",
        "10 programme.activities[1].title: thiếu khóa này, hoặc để trống",
        "13 estimate.lines[0].amount: lớn hơn một triệu tỷ đồng (10^15)",
    ]


def test_lines_are_found_whatever_the_strings_hold() -> None:
    text = (
        '{"document": {"title": "A", "kind": "\x7f\x9f",\n"place": "\\ud83d\\ude00 ]}{[,:", \n\t"proposer": "\\ud800"}}'
    )
    assert told(text, as_json=True) == [
        "1 document.kind: có ký tự điều khiển U+007F; hãy xóa ký tự này",
        "3 document.proposer: có ký tự không có trong Unicode U+D800; hãy xóa ký tự này",
    ]


@pytest.mark.parametrize(
    ("written", "value"), [("1.2e-05", "0.000012"), ("1E3", "1000"), ("40", "40"), ("0.1", "0.1"), ("1.125", "1.125")]
)
def test_numbers_as_programs_write_them(written: str, value: str) -> None:
    draft = loaded(
        f'{{"document": {{"title": "A"}}, "estimate": {{"lines": [{{"content": "B", "quantity": {written}}}]}}}}', True
    )
    assert draft.estimates[0].lines[0].quantity == Decimal(value)


def test_a_dot_groups_thousands_in_words_and_begins_a_fraction_in_numbers() -> None:
    text = '{{"document": {{"title": "A"}}, "programme": {{"total": {{"amount": {}}}}}}}'
    draft = loaded(text.format('"1.125"'), True)
    assert draft.programme is not None and draft.programme.total is not None
    assert draft.programme.total.amount == 1_125
    said = "1 programme.total.amount: phải là số tiền nguyên đồng, ví dụ 185000000, không phải «1.125»"
    assert told(text.format("1.125"), as_json=True) == [said]


@pytest.mark.parametrize("written", ["1e999", "1e-999", "-1e99"])
def test_numbers_that_are_none(written: str) -> None:
    text = f'{{"document": {{"title": "A"}}, "estimate": {{"lines": [{{"content": "B", "quantity": {written}}}]}}}}'
    (line,) = told(text, as_json=True)
    assert line.startswith("1 estimate.lines[0].quantity: ")


def test_a_reading_is_a_draft() -> None:
    reading = read(EXAMPLE / "decision.txt")
    draft = loaded(reading_to_json(reading), as_json=True)
    assert draft.document.number == reading.document.number
    assert draft.programme is not None and reading.programme is not None
    assert [each.title for each in draft.programme.activities] == [each.title for each in reading.programme.activities]
    assert len(draft.estimates) == len(reading.estimates) == 1


def test_a_reading_needs_no_more_than_its_paper_says() -> None:
    found = loaded('{"schema": "quyet/reading/1", "document": {}, "estimate": {"lines": []}, "estimates": []}', True)
    assert (found.document.title, len(found.estimates)) == (None, 1)


def test_the_example_loads_to_the_same_draft_from_its_json() -> None:
    draft = load_draft(EXAMPLE / "programme.yaml").draft
    assert draft_of(programme_json(draft).encode(), as_json=True).draft == draft


@given(drafts())
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_draft_loads_to_itself_from_its_json(draft: Draft) -> None:
    assert draft_of(programme_json(draft).encode(), as_json=True).draft == draft


texts = st.text(st.sampled_from("aăđệ1 ,.;:\"\\'{}[]#&*|>%@`!?-~null"), min_size=1, max_size=20).filter(
    lambda text: text == " ".join(text.split()) and text
)
numbers = st.integers(0, 10**9).map(lambda n: Decimal(n) / 1000)
days = st.dates(date(1900, 1, 1), date(2100, 12, 31))
money = st.integers(-(10**15), 10**15)


@given(
    st.builds(
        Draft,
        st.builds(
            DraftDocument,
            title=texts,
            number=st.none() | texts,
            date=st.none() | days,
            recipients=st.lists(texts, max_size=3),
            purposes=st.lists(texts, max_size=2),
            signature=st.none() | st.builds(Signature, authority=texts, position=texts, name=texts),
            articles=st.lists(st.builds(Article, st.just("dieu_1"), texts, text=texts), max_size=2),
            attachments=st.lists(st.builds(Attachment, st.just("phu_luc_1"), texts, texts), max_size=1),
        ),
        st.none()
        | st.builds(
            DraftProgramme,
            year=st.none() | st.integers(1900, 2100),
            period=st.none() | st.tuples(days, days).map(sorted).map(tuple),
            total=st.none() | st.builds(Total, money, st.none() | texts, st.none() | money),
            sources=st.lists(st.builds(FundingSource, texts, st.none() | money), max_size=2),
            activities=st.lists(
                st.builds(
                    DraftActivity,
                    st.just(""),
                    label=texts,
                    title=texts,
                    quantity=st.builds(
                        Quantity, st.none() | numbers, st.none() | numbers, st.none() | numbers, st.booleans(), texts
                    ),
                    details=st.lists(texts, max_size=2),
                    result=st.none() | texts,
                ),
                max_size=2,
            ),
        ),
        st.lists(
            st.builds(
                PlannedEstimate,
                lines=st.lists(
                    st.builds(
                        PlannedLine,
                        content=texts,
                        quantity=st.none() | numbers,
                        unit_price=st.none() | money,
                        factors=st.lists(st.builds(Factor, st.integers(0, 99).map(Decimal), texts), max_size=2),
                        vat=st.none() | st.builds(Vat, st.integers(0, 100).map(Decimal), st.booleans()),
                        basis=st.none()
                        | st.builds(
                            PriceBasis,
                            st.just("quotation"),
                            quotations=st.lists(st.builds(Quotation, texts, money, st.none() | days), max_size=2),
                            chosen=st.none() | st.integers(0, 99),
                        ),
                    ),
                    max_size=2,
                ),
                total=st.none() | money,
            ),
            max_size=2,
        ),
        st.booleans(),
    )
)
@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_a_draft_says_its_json_says(draft: Draft) -> None:
    assert draft_of(programme_json(draft).encode(), as_json=True).draft == draft


def test_json_is_found_by_its_ending(tmp_path: Path) -> None:
    (tmp_path / "r.json").write_text(json.dumps({"document": {"title": "😀"}}), encoding="utf-8")
    assert load_draft(tmp_path / "r.json").draft.document.title == "😀"
