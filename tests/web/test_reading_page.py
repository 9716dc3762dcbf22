"""The page of a reading, made from a Reading that was put together by hand (see papers.py)."""

from __future__ import annotations

from datetime import date

import pytest

from quyet.files.writers.reading_json import reading_to_dict
from quyet.queries.marked_text import LONGEST_SHOWN
from quyet.queries.reading import ReadingPage, page
from quyet.queries.shown import Place, Shown
from tests.web import papers

TODAY = date(2026, 11, 23)


@pytest.fixture
def shown() -> ReadingPage:
    return page(reading_to_dict(papers.reading()), TODAY)


def words_of(shown: ReadingPage, fact: int | None) -> str:
    """The words that are lit for a fact."""
    return "".join(run.text for line in shown.lines for run in line.runs if fact in run.facts)


def test_activities_stand_under_their_heading(shown: ReadingPage):
    assert [
        (group.title.value, [each["title"].value for each in group.activities]) for group in shown.programme.groups
    ] == [("Tập huấn", ["Tập huấn trồng chè", "In tờ rơi"])]


def test_a_value_knows_its_words_and_their_line(shown: ReadingPage):
    quantity = shown.programme.activities[1]["quantity"]
    assert quantity.value == {"value": 1500, "min": None, "max": None, "approximate": True, "unit": "tờ"}
    assert quantity.line == 14
    assert words_of(shown, quantity.fact) == "khoảng 1.500 tờ"


def test_a_value_knows_what_it_is_and_of_which_of_several(shown: ReadingPage):
    assert shown.document["title"].place == Place("document/title")
    assert shown.bases[0]["number"].place == Place("document/bases/number", "1")
    assert shown.programme.activities[1]["quantity"].place == Place("programme/activities/quantity", "1.b")
    assert shown.programme.total.place == Place("programme/total")


def test_an_activity_without_a_label_is_counted():
    reading = reading_to_dict(papers.reading())
    reading["programme"]["activities"][1]["label"] = None
    activity = page(reading, TODAY).programme.activities[1]
    assert activity["quantity"].place == Place("programme/activities/quantity", "2")


def test_an_activity_knows_its_quarters(shown: ReadingPage):
    tea, leaflet = shown.programme.activities
    assert (tea["frame"].first.roman, tea["frame"].last.roman) == ("II", "II")
    assert leaflet["frame"] is None


def test_a_whole_basis_lights_all_its_words_but_only_its_parts_are_underlined(shown: ReadingPage):
    (basis,) = shown.bases
    assert words_of(shown, basis["text"].fact) == papers.TEXT.splitlines()[5].rstrip(";")
    assert [run.text for run in shown.lines[5].runs if run.underlined] == [
        "Quyết định",
        "12/QĐ-UBND",
        "05/01/2023",
        "UBND tỉnh Mường Hoa",
        "giao dự toán năm 2023",
    ]


def test_a_gap_stays_a_gap(shown: ReadingPage):
    assert shown.document["number"] is None
    assert shown.programme.activities[1]["timeframe"] is None


def test_a_finding_is_noted_at_its_line_and_at_its_activity(shown: ReadingPage):
    assert {line.number: line.findings for line in shown.lines if line.findings} == {13: [0], 15: [1]}
    assert [[each["rule"] for each in activity["findings"]] for activity in shown.programme.activities] == [
        [],
        ["P102"],
    ]


def test_findings_are_counted_by_severity(shown: ReadingPage):
    assert shown.counts == {"error": 1, "warning": 1}


def test_every_underlined_word_leads_to_a_fact_that_the_page_shows(shown: ReadingPage):
    def facts(value: object) -> set[int | None]:
        if isinstance(value, Shown):
            return {value.fact}
        members = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
        return {fact for member in members for fact in facts(member)}

    everything = [shown.document, shown.bases, shown.assignments, shown.outline, shown.recipients, shown.signature]
    programme = [shown.programme.year, shown.programme.total]
    programme += [[group.title, *group.activities] for group in shown.programme.groups]
    led_to = {fact for line in shown.lines for run in line.runs for fact in run.facts}
    assert led_to <= facts(everything) | facts(programme)


def test_the_lines_of_the_annex_keep_their_words():
    shown = page(reading_to_dict(papers.with_estimate()), TODAY)
    (estimate,) = shown.estimates
    assert [line["amount"].value for line in estimate["lines"]] == [12_000_000, 50_500_000]
    assert words_of(shown, estimate["lines"][0]["quantity"].fact) == "02 ngày"


def test_a_fact_beyond_what_the_page_shows_is_plain():
    paper = papers.reading()
    reading = reading_to_dict(paper)
    far = " " * LONGEST_SHOWN
    reading["text"] = far + reading["text"]
    for fact in reading["facts"]:
        fact["span"] = [place + len(far) for place in fact["span"]]
    shown = page(reading, TODAY)
    assert shown.is_cut
    assert shown.document["title"] == Shown("phê duyệt chương trình khuyến nông năm 2023")


def test_text_that_turns_itself_around_is_shown_with_signs_in_its_place():
    reading = reading_to_dict(papers.reading())
    reading["text"] = reading["text"].replace("GIÁM ĐỐC SỞ", "GIÁM\u202eĐỐC SỞ")
    reading["document"]["proposer"] = "Trưởng phòng\u202e Trồng trọt"
    shown = page(reading, TODAY)
    assert shown.lines[4].text.startswith("GIÁM\ufffdĐỐC SỞ")
    assert shown.document["proposer"].value == "Trưởng phòng\ufffd Trồng trọt"
