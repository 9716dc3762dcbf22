"""Lạng Sơn's example spent to 183.400.000 of 185.000.000 đồng, by the people who may; every sum is written out."""

from __future__ import annotations

from collections import Counter

import pytest

from quyet.actions.demo import play
from quyet.queries.ledger import replayed
from quyet.queries.payments import standing_of, unsettled
from quyet.store.models import Contract, LedgerEntry, LedgerSeal, PaymentRequest, Programme

pytestmark = pytest.mark.django_db

LINES = [
    # ceiling, taken, committed, used; nothing is held or advanced in the end
    ("băng rôn I.1", 26_000_000, 26_000_000, 26_000_000, 26_000_000),
    ("sổ tay", 30_000_000, 30_000_000, 30_000_000, 30_000_000),
    ("phóng sự I.3", 25_000_000, 25_000_000, 25_000_000, 25_000_000),
    ("hội trường", 8_000_000, 8_000_000, 0, 8_000_000),
    ("tài liệu", 7_500_000, 7_500_000, 0, 7_500_000),
    ("nước uống", 6_000_000, 5_400_000, 0, 5_400_000),  # 6.000.000 paid, 600.000 paid back
    ("trang trí", 1_000_000, 0, 0, 0),  # came with the hall
    ("băng rôn II.1", 29_250_000, 29_250_000, 29_250_000, 29_250_000),
    ("phóng sự II.2", 22_250_000, 22_250_000, 22_250_000, 22_250_000),
    ("thuê xe", 4_200_000, 4_200_000, 0, 4_200_000),
    ("lưu trú", 9_600_000, 9_600_000, 0, 9_600_000),
    ("phòng nghỉ", 16_200_000, 16_200_000, 0, 16_200_000),
]
POSTED = {
    "commit": 132_500_000,  # 55.250.000 banners, 30.000.000 handbooks, 47.250.000 reports
    "request": 184_000_000,  # all that was held, less what the treasury refused
    "advance": 45_800_000,  # 20.000.000 on the banners' contract, 25.800.000 for the tour
    "clear": 45_800_000,
    "pay": 138_200_000,
    "refund": 600_000,
    "staff_advance": 25_800_000,
    "staff_clear": 25_800_000,
}


def test_the_year_is_spent_to_183_400_000_dong() -> None:
    programme = Programme.objects.get(pk=play("spent").programme)
    assert (programme.ceiling, programme.taken, programme.used) == (185_000_000, 183_400_000, 183_400_000)
    assert programme.allotment is not None
    assert (programme.allotment.reserved, programme.allotment.taken, programme.allotment.used) == (185_000_000, 183_400_000, 183_400_000)  # fmt: skip
    lines = list(programme.lines.order_by("place"))
    assert [(line.ceiling, line.taken, line.committed, line.used) for line in lines] == [each[1:] for each in LINES]
    assert {(line.held, line.advanced, line.staff) for line in lines} == {(0, 0, 0)}

    entries = list(LedgerEntry.objects.filter(programme=programme).order_by("id"))
    posted: Counter[str] = Counter()
    for each in entries:
        posted[each.kind] += -each.amount if each.reverses_id else each.amount
    assert posted == POSTED
    assert posted["pay"] + posted["clear"] - posted["refund"] == 183_400_000
    found = replayed(entries, {line.pk: line.ceiling for line in lines})
    assert [found[line.pk].used for line in lines] == [each[4] for each in LINES]

    assert {each.number: (each.value, each.used, each.advanced) for each in Contract.objects.all()} == {
        "01/2024/HĐ-SCT": (55_250_000, 55_250_000, 0),
        "02/2024/HĐ-SCT": (30_000_000, 30_000_000, 0),
        "03/2024/HĐ-SCT": (47_250_000, 47_250_000, 0),
    }
    for request in PaymentRequest.objects.all():
        standing = standing_of(request)
        assert standing.state == request.state == "paid"
        assert not (standing.askers & standing.checkers or standing.askers & standing.approvers)
        assert not standing.checkers & standing.approvers
    assert unsettled([programme.body]) == []

    play("spent")  # again: what was played stands, nothing more is posted
    assert LedgerEntry.objects.filter(programme=programme).count() == len(entries)


def test_every_entry_of_the_year_is_sealed_when_it_was_played() -> None:
    play("spent")
    assert LedgerEntry.objects.count() == LedgerSeal.objects.count() == 42
