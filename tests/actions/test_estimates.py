"""The estimate of a programme: saved whole or not at all, and never over what somebody else saved."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from quyet.actions.allotments import allot
from quyet.actions.estimates import PROPOSED, propose_lines, save_estimate
from quyet.actions.programmes import Conflict, draw_on, open_programme
from quyet.actions.refusal import Refused
from quyet.core.estimates.model import PlannedEstimate, PlannedLine
from quyet.core.estimates.templates import Setting
from quyet.files.drafts.load import draft_of
from quyet.files.drafts.rows import lines_of, row_of
from quyet.queries.estimates import checked, estimate_of
from quyet.queries.frames import frame_of
from quyet.store.models import Programme
from tests.actions.test_allotments import GIVEN
from tests.actions.test_programmes import CONTENT
from tests.cast import Cast

pytestmark = pytest.mark.django_db

DAY = date(2024, 6, 1)


@pytest.fixture
def made(cast: Cast) -> Programme:
    return open_programme(cast["officer"], CONTENT)


def line(made: Programme, content: str) -> PlannedLine:
    return next(each for each in estimate_of(made.content).lines if each.content == content)


def test_the_levels_of_the_province_count_whose_body_the_programme_names() -> None:
    named = frame_of(CONTENT)
    assert named.province == "lang-son"
    printed = CONTENT.replace(
        '"body": "lang-son-so-cong-thuong"', '"parent": "UBND TỈNH LẠNG SƠN", "issuer": "SỞ CÔNG THƯƠNG"'
    )
    assert printed != CONTENT and frame_of(printed).province == "lang-son"
    assert frame_of(printed.replace("TỈNH LẠNG SƠN", "TỈNH HÀ BÌNH")).province is None


def test_an_estimate_is_kept_and_counted(cast: Cast, made: Programme) -> None:
    estimate = estimate_of(made.content)
    estimate.lines[1].unit_price = 700_000
    saved = save_estimate(cast["officer"], made.pk, 1, estimate)
    assert (saved.revision, saved.checked.total, saved.checked.difference) == (2, 187_000_000, 2_000_000)
    made.refresh_from_db()
    assert (made.revision, made.total) == (2, 185_000_000)  # the decision sets it still
    assert estimate_of(made.content).lines[1].unit_price == 700_000


def test_what_stood_above_the_columns_of_a_table_that_was_read_stays(cast: Cast, made: Programme) -> None:
    data = json.loads(CONTENT)
    data["estimates"][0]["columns"] = ["TT", "Nội dung", "Thành tiền"]
    read = open_programme(cast["officer"], json.dumps(data))
    save_estimate(cast["officer"], read.pk, 1, PlannedEstimate(lines=[PlannedLine(content="Băng rôn", amount=5)]))
    read.refresh_from_db()
    assert estimate_of(read.content).columns == ["TT", "Nội dung", "Thành tiền"]


def test_what_is_kept_is_a_programme_that_can_be_read(cast: Cast, made: Programme) -> None:
    before = draft_of(made.content.encode(), as_json=True).draft
    save_estimate(cast["officer"], made.pk, 1, estimate_of(made.content))
    made.refresh_from_db()
    after = draft_of(made.content.encode(), as_json=True).draft
    assert replace(after, estimates=[]) == replace(before, estimates=[])
    assert after.estimates[0].lines == before.estimates[0].lines and after.estimates[0].total is None


def test_rows_give_their_lines_again(made: Programme) -> None:
    estimate = estimate_of(made.content)
    again, places, faults = lines_of([row_of(each) for each in estimate.lines])
    assert faults == [] and places == list(range(len(estimate.lines)))
    assert [replace(each, level=0) for each in again.lines] == [replace(each, level=0) for each in estimate.lines]


def test_sub_totals_that_a_workbook_gives_follow_from_their_parts() -> None:
    rows = [
        {"label": "I", "content": "nhóm", "amount": "9"},
        {"label": "1", "content": "a", "quantity": "2", "unit_price": "5"},
        {"label": "2", "content": "trọn gói", "amount": "7"},
        {"label": "II", "content": "không rõ phần", "amount": "20"},
        {"label": "1", "content": "b"},
    ]
    assert [each.amount for each in lines_of(rows)[0].lines] == [None, None, 7, 20, None]


def test_a_row_that_adds_others_up_follows_from_them_unless_it_says_another_sum() -> None:
    rows = [
        {"label": "I", "content": "nhóm"},
        {"label": "1", "content": "a", "amount": "7"},
        {"content": "Cộng mục I", "amount": "7"},
        {"label": "II", "content": "nhóm"},
        {"label": "1", "content": "b", "amount": "5"},
        {"content": "Cộng mục II", "amount": "6"},
    ]
    assert [each.amount for each in lines_of(rows)[0].lines] == [None, 7, None, None, 5, 6]


def test_the_older_of_two_is_refused(cast: Cast, made: Programme) -> None:
    estimate = estimate_of(made.content)
    save_estimate(cast["officer"], made.pk, 1, estimate)
    with pytest.raises(Conflict) as conflict:
        save_estimate(cast["officer"], made.pk, 1, PlannedEstimate())
    assert conflict.value.revision == 2
    made.refresh_from_db()
    assert estimate_of(made.content).lines[0].content == estimate.lines[0].content


def test_stated_products_and_totals_give_way_to_their_parts(cast: Cast, made: Programme) -> None:
    stated = PlannedEstimate(
        lines=[
            PlannedLine(content="a", quantity=Decimal(2), unit_price=500, amount=999),
            PlannedLine(content="trọn gói", amount=7_000),
        ],
        total=1,
    )
    saved = save_estimate(cast["officer"], made.pk, 1, stated)
    assert [each.line.amount for each in saved.checked.lines] == [1_000, 7_000] and saved.checked.total == 8_000


def test_the_total_of_the_lines_becomes_the_decisions(cast: Cast, made: Programme) -> None:
    estimate = estimate_of(made.content)
    estimate.lines[1].unit_price = 700_000
    saved = save_estimate(cast["officer"], made.pk, 1, estimate, take_total=True)
    made.refresh_from_db()
    assert (saved.checked.difference, made.total) == (0, 187_000_000)


def test_what_the_allotment_holds_for_it(cast: Cast, made: Programme) -> None:
    given = allot(cast["accountant"], replace(GIVEN, amount=200_000_000))
    draw_on(cast["officer"], made.pk, given.pk)
    other = open_programme(cast["officer"], CONTENT.replace('"amount": 185000000', '"amount": 30000000'))
    draw_on(cast["officer"], other.pk, given.pk)
    made = Programme.objects.select_related("allotment").get(pk=made.pk)
    found = checked(made, estimate_of(made.content))
    assert (found.left, found.after) == (170_000_000, -15_000_000)
    assert [each.rule for each in found.findings if each.severity == "error"] == ["M304"]


def test_a_norm_and_a_finding_stand_beside_their_line(made: Programme) -> None:
    estimate = estimate_of(made.content)
    at = next(n for n, each in enumerate(estimate.lines) if each.content == "Phụ cấp lưu trú")
    estimate.lines[at].unit_price = 250_000
    found = checked(made, estimate).lines[at]
    assert found.norm is not None and found.norm.verdict.level is not None
    assert found.norm.verdict.level.most == 200_000
    assert [(each.rule, each.severity) for each in found.findings] == [("N101", "error")]


def test_totals_come_to_the_total(made: Programme) -> None:
    found = checked(made, estimate_of(made.content))
    assert {by: sum(each.amount for each in each_by) for by, each_by in found.totals().items()} == dict.fromkeys(
        ("group", "activity", "code", "quarter"), 185_000_000
    )


# --- proposals -------------------------------------------------------------------------------------------------------


def test_lines_are_proposed_below_their_activity(cast: Cast, made: Programme) -> None:
    setting = Setting(DAY, ("urban_1",), "below_1_25")
    saved, count = propose_lines(cast["officer"], made.pk, 1, "3", {"people": Decimal(12), "days": Decimal(4)}, setting)
    made.refresh_from_db()
    lines = estimate_of(made.content).lines
    assert count == 3 and saved.revision == 2
    assert [(each.label, each.activity, each.note) for each in lines[-3:]] == [
        ("4", "3", PROPOSED), ("5", "3", PROPOSED), ("6", "3", PROPOSED),
    ]  # fmt: skip
    assert [each.unit_price for each in lines[-3:]] == [None, 200_000, 450_000]
    assert [each.code for each in lines[-3:]] == ["6751", "6702", "6703"]


def test_an_activity_without_lines_gets_a_heading(cast: Cast, made: Programme) -> None:
    save_estimate(cast["officer"], made.pk, 1, PlannedEstimate())
    propose_lines(cast["officer"], made.pk, 2, "1.a", {"count": Decimal(40)}, Setting(DAY))
    made.refresh_from_db()
    lines = estimate_of(made.content).lines
    assert (lines[0].label, lines[0].content) == ("I", "Treo băng rôn về sản xuất và tiêu dùng bền vững")
    assert lines[1].label == "1" and lines[1].factors[0].value == 40


@pytest.mark.parametrize(("activity", "field"), [("99", "activity"), ("3", "days")])
def test_what_cannot_be_proposed_is_refused(cast: Cast, made: Programme, activity: str, field: str) -> None:
    with pytest.raises(Refused) as refused:
        propose_lines(cast["officer"], made.pk, 1, activity, {"people": Decimal(12)}, Setting(DAY))
    assert refused.value.faults[0].field == field
    with pytest.raises(Conflict):
        propose_lines(cast["officer"], made.pk, 5, "3", {"people": Decimal(12), "days": Decimal(4)}, Setting(DAY))


# --- cells -----------------------------------------------------------------------------------------------------------


def test_every_fault_is_named_by_its_cell() -> None:
    rows = [
        {"content": "a", "quantity": "hai", "unit_price": "650.000"},
        {},
        {"content": "b", "factors": "999.999.999.999 × 999.999.999.999"},
        {"label": "2", "unit_price": "1,500", "factors": "12 người × x", "vat": "nhiều", "basis": '{"kind": "x"}'},
    ]
    estimate, places, faults = lines_of(rows)
    assert places == [0, 2, 3] and len(estimate.lines) == 3
    assert [each.key for each in faults] == [
        "lines[0].quantity",
        "lines[2].factors",
        "lines[3].factors",
        "lines[3].unit_price",
        "lines[3].vat",
        "lines[3].basis",
        "lines[3].content",
    ]
