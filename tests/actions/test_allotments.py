"""Allotments: what a deciding text gives, what later texts add or take, and what can never be."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError, transaction

from quyet.actions.allotments import NewAllotment, allot, change_allotment
from quyet.actions.refusal import Forbidden, NotHere, Refused
from quyet.queries.allotments import allotments_for, standing, years
from quyet.store.models import Allotment, AllotmentChange, JournalRow
from tests.cast import Cast

pytestmark = pytest.mark.django_db

GIVEN = NewAllotment(
    year=2024,
    deciding_text="224/QĐ-SCT",
    deciding_day=date(2023, 12, 25),
    chapter="416",
    category="280",
    sub_category="338",
    source="Ngân sách tỉnh",
    autonomous=False,
    amount=500_000_000,
)


def test_an_allotment_is_entered_and_stands_whole(cast: Cast) -> None:
    made = allot(cast["accountant"], GIVEN)
    found = standing(cast.department.pk, made.pk)
    assert found is not None
    assert (found.allotment.ceiling, found.planned, found.left) == (500_000_000, 0, 500_000_000)
    assert years(cast.department.pk) == [2024]
    assert [each.allotment for each in allotments_for(cast.department.pk, 2024)] == [made]
    assert allotments_for(cast.department.pk, 2025) == []


def test_the_same_allotment_twice_is_refused_and_said_so(cast: Cast) -> None:
    allot(cast["accountant"], GIVEN)
    with pytest.raises(Refused) as refused:
        allot(cast["accountant"], GIVEN)
    assert refused.value.faults[0].field == "deciding_text"
    assert "đã nhập rồi" in refused.value.faults[0].message
    assert Allotment.objects.count() == 1
    allot(cast["accountant"], replace(GIVEN, source="Ngân sách trung ương"))


def test_every_fault_is_told_at_its_field_and_nothing_is_kept(cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        allot(
            cast["accountant"], replace(GIVEN, deciding_text=" ", year=24, chapter="41", sub_category="33a", amount=0)
        )
    assert [fault.field for fault in refused.value.faults] == [
        "deciding_text",
        "chapter",
        "sub_category",
        "year",
        "amount",
    ]
    assert Allotment.objects.count() == 0


def test_changes_move_the_ceiling_and_the_first_amount_stays(cast: Cast) -> None:
    made = allot(cast["accountant"], GIVEN)
    change_allotment(cast["accountant"], made.pk, 50_000_000, "310/QĐ-SCT", date(2024, 6, 3), "Bổ sung giữa năm")
    change_allotment(cast["accountant"], made.pk, -550_000_000, "412/QĐ-SCT", date(2024, 9, 2), "Thu hồi")
    made.refresh_from_db()
    assert (made.amount, made.ceiling) == (500_000_000, 0)
    assert [change.amount for change in made.changes.all()] == [50_000_000, -550_000_000]


def test_no_change_brings_a_ceiling_below_nought(cast: Cast) -> None:
    made = allot(cast["accountant"], GIVEN)
    with pytest.raises(Refused) as refused:
        change_allotment(cast["accountant"], made.pk, -500_000_001, "412/QĐ-SCT", date(2024, 9, 2), "Thu hồi")
    assert "500.000.000 đồng" in refused.value.faults[0].message
    assert AllotmentChange.objects.count() == 0


def test_the_database_itself_keeps_a_ceiling_above_nought(cast: Cast) -> None:
    made = allot(cast["accountant"], GIVEN)
    with pytest.raises(IntegrityError), transaction.atomic():
        Allotment.objects.filter(pk=made.pk).update(ceiling=-1)
    with pytest.raises(IntegrityError), transaction.atomic():
        Allotment.objects.filter(pk=made.pk).update(amount=10**15 + 1)


def test_a_change_of_nothing_or_without_a_reason_is_none(cast: Cast) -> None:
    made = allot(cast["accountant"], GIVEN)
    with pytest.raises(Refused) as refused:
        change_allotment(cast["accountant"], made.pk, 0, " ", date(2024, 9, 2), "")
    assert [fault.field for fault in refused.value.faults] == ["amount", "deciding_text", "reason"]
    with pytest.raises(NotHere):
        change_allotment(cast["accountant"], made.pk + 1, 5, "1/QĐ", date(2024, 9, 2), "x")


def test_the_same_change_twice_is_one(cast: Cast) -> None:
    made = allot(cast["accountant"], GIVEN)
    change_allotment(cast["accountant"], made.pk, 50_000_000, "310/QĐ-SCT", date(2024, 6, 3), "Bổ sung giữa năm")
    with pytest.raises(Refused, match="already there"):
        change_allotment(cast["accountant"], made.pk, 50_000_000, " 310/QĐ-SCT", date(2024, 6, 3), "Bổ sung")
    made.refresh_from_db()
    assert made.ceiling == 550_000_000


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"chapter": "999"}, "Chương nằm trong: trung ương 001–399"),
        ({"category": "285"}, "Loại là số chẵn chục"),
        ({"sub_category": "340"}, "Khoản có hàng đơn vị từ 1 đến 9"),
        ({"source": "x" * 121}, "dài quá 120 ký tự"),
    ],
)
def test_what_no_code_or_name_can_be_is_refused(cast: Cast, wrong: dict[str, str], told: str) -> None:
    with pytest.raises(Refused) as refused:
        allot(cast["accountant"], replace(GIVEN, **wrong))  # type: ignore[arg-type]  # fields of text
    assert told in refused.value.faults[0].message


@pytest.mark.parametrize("unknown", [{"sub_category": "339"}, {"chapter": "599"}, {"year": 2017}])
def test_a_code_that_is_only_not_known_here_is_taken(cast: Cast, unknown: dict[str, str]) -> None:
    assert allot(cast["accountant"], replace(GIVEN, **unknown)).pk  # type: ignore[arg-type]  # fields of text


def test_each_act_stands_in_the_journal(cast: Cast) -> None:
    made = allot(cast["accountant"], GIVEN)
    change_allotment(cast["accountant"], made.pk, 5, "310/QĐ-SCT", date(2024, 6, 3), "Bổ sung")
    rows = JournalRow.objects.order_by("id").values_list("body", "act", "person__login", "subject_id", "reason")
    assert list(rows) == [
        (cast.department.pk, "allot", "cuc", made.pk, ""),
        (cast.department.pk, "change_allotment", "cuc", made.pk, "Bổ sung"),
    ]


@pytest.mark.parametrize("role", ["officer", "head", "office", "director", "deputy", "clerk", "auditor", "admin"])
def test_only_the_accountant_enters_and_changes(cast: Cast, role: str) -> None:
    made = allot(cast["accountant"], GIVEN)
    with pytest.raises(Forbidden, match="this is for chief accountant"):
        allot(cast[role], replace(GIVEN, year=2025))
    with pytest.raises(Forbidden):
        change_allotment(cast[role], made.pk, 5, "310/QĐ-SCT", date(2024, 6, 3), "Bổ sung")
    assert (Allotment.objects.count(), AllotmentChange.objects.count()) == (1, 0)


def test_what_another_body_was_allotted_is_not_there(cast: Cast) -> None:
    made = allot(cast["accountant"], GIVEN)
    for tag, body in (("-xa", cast.neighbour), ("-tinh", cast.province)):
        assert standing(body.pk, made.pk) is None and years(body.pk) == []
        with pytest.raises(NotHere):
            change_allotment(cast.of(tag, "accountant"), made.pk, 5, "310/QĐ", date(2024, 6, 3), "x")
    allot(cast.of("-xa", "accountant"), GIVEN)  # the same text, of another body
