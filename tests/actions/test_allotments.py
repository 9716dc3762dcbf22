"""Allotments: what a deciding text gives, what later texts add or take, and what can never be."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError, transaction

from quyet.actions.allotments import NewAllotment, allot, change_allotment
from quyet.actions.refusal import Refused
from quyet.queries.allotments import standing, standings, years
from quyet.store.models import Allotment, AllotmentChange

pytestmark = pytest.mark.django_db

GIVEN = NewAllotment(
    body="Sở Công Thương tỉnh Hà Bình",
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


def test_an_allotment_is_entered_and_stands_whole() -> None:
    made = allot(GIVEN)
    found = standing(made.pk)
    assert found is not None
    assert (found.allotment.ceiling, found.planned, found.left) == (500_000_000, 0, 500_000_000)
    assert years() == [2024] and [each.allotment for each in standings(2024)] == [made] and standings(2025) == []


def test_the_same_allotment_twice_is_refused_and_said_so() -> None:
    allot(GIVEN)
    with pytest.raises(Refused) as refused:
        allot(GIVEN)
    assert refused.value.faults[0].field == "deciding_text"
    assert "đã nhập rồi" in refused.value.faults[0].message
    assert Allotment.objects.count() == 1
    allot(replace(GIVEN, source="Ngân sách trung ương"))


def test_every_fault_is_told_at_its_field_and_nothing_is_kept() -> None:
    with pytest.raises(Refused) as refused:
        allot(replace(GIVEN, body=" ", year=24, chapter="41", sub_category="33a", amount=0))
    assert [fault.field for fault in refused.value.faults] == ["body", "chapter", "sub_category", "year", "amount"]
    assert Allotment.objects.count() == 0


def test_changes_move_the_ceiling_and_the_first_amount_stays() -> None:
    made = allot(GIVEN)
    change_allotment(made.pk, 50_000_000, "310/QĐ-SCT", date(2024, 6, 3), "Bổ sung giữa năm")
    change_allotment(made.pk, -550_000_000, "412/QĐ-SCT", date(2024, 9, 2), "Thu hồi")
    made.refresh_from_db()
    assert (made.amount, made.ceiling) == (500_000_000, 0)
    assert [change.amount for change in made.changes.all()] == [50_000_000, -550_000_000]


def test_no_change_brings_a_ceiling_below_nought() -> None:
    made = allot(GIVEN)
    with pytest.raises(Refused) as refused:
        change_allotment(made.pk, -500_000_001, "412/QĐ-SCT", date(2024, 9, 2), "Thu hồi")
    assert "500.000.000 đồng" in refused.value.faults[0].message
    assert AllotmentChange.objects.count() == 0


def test_the_database_itself_keeps_a_ceiling_above_nought() -> None:
    made = allot(GIVEN)
    with pytest.raises(IntegrityError), transaction.atomic():
        Allotment.objects.filter(pk=made.pk).update(ceiling=-1)
    with pytest.raises(IntegrityError), transaction.atomic():
        Allotment.objects.filter(pk=made.pk).update(amount=10**15 + 1)


def test_a_change_of_nothing_or_without_a_reason_is_none() -> None:
    made = allot(GIVEN)
    with pytest.raises(Refused) as refused:
        change_allotment(made.pk, 0, " ", date(2024, 9, 2), "")
    assert [fault.field for fault in refused.value.faults] == ["amount", "deciding_text", "reason"]
    with pytest.raises(Refused, match="no longer there"):
        change_allotment(made.pk + 1, 5, "1/QĐ", date(2024, 9, 2), "x")


def test_the_same_change_twice_is_one() -> None:
    made = allot(GIVEN)
    change_allotment(made.pk, 50_000_000, "310/QĐ-SCT", date(2024, 6, 3), "Bổ sung giữa năm")
    with pytest.raises(Refused, match="already there"):
        change_allotment(made.pk, 50_000_000, " 310/QĐ-SCT", date(2024, 6, 3), "Bổ sung")
    made.refresh_from_db()
    assert made.ceiling == 550_000_000


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"chapter": "999"}, "Chương nằm trong: trung ương 001–399"),
        ({"category": "285"}, "Loại là số chẵn chục"),
        ({"sub_category": "340"}, "Khoản có hàng đơn vị từ 1 đến 9"),
        ({"body": "x" * 201}, "dài quá 200 ký tự"),
    ],
)
def test_what_no_code_or_name_can_be_is_refused(wrong: dict[str, str], told: str) -> None:
    with pytest.raises(Refused) as refused:
        allot(replace(GIVEN, **wrong))  # type: ignore[arg-type]  # fields of text
    assert told in refused.value.faults[0].message


@pytest.mark.parametrize("unknown", [{"sub_category": "339"}, {"chapter": "599"}, {"year": 2017}])
def test_a_code_that_is_only_not_known_here_is_taken(unknown: dict[str, str]) -> None:
    assert allot(replace(GIVEN, **unknown)).pk  # type: ignore[arg-type]  # fields of text


def test_one_body_however_its_name_is_typed() -> None:
    one = allot(GIVEN)
    other = allot(replace(GIVEN, body="SỞ CÔNG  THƯƠNG TỈNH HÀ BÌNH", source="Sự nghiệp môi trường"))
    assert one.body == other.body and other.body.name == GIVEN.body
