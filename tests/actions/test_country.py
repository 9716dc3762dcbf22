"""A made-up country in the database: the rows that acts would have left, and nothing where something was there."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

import pytest
from django.db import transaction
from django.db.models import F

from quyet.actions.country import TABLES, NotEmpty, pour
from quyet.actions.ledger import NewEntry, post
from quyet.actions.ledger_seals import seal_entries
from quyet.actions.opening import open_rows
from quyet.actions.refusal import Refused
from quyet.cli import main
from quyet.files.drafts.load import draft_of
from quyet.queries.ledger import replayed
from quyet.queries.ledger_check import checked
from quyet.queries.people import viewer
from quyet.queries.verification import look_through
from quyet.store.models import (
    Activity,
    Allotment,
    Body,
    LedgerEntry,
    LedgerSeal,
    Line,
    Person,
    Programme,
    RegisterEntry,
    RoleHeld,
)

pytestmark = pytest.mark.django_db

HUNDRED = Fraction(1, 1000)
SPENT = ("taken", "held", "advanced", "used")
"""What entries leave on a line; the programme that is opened anew has spent nothing."""


def rows_of(table: type, programme: Programme) -> list[dict]:
    rows = table.objects.filter(programme=programme).values()
    return [
        {key: value for key, value in row.items() if key not in ("id", "programme_id", "activity_id", *SPENT)}
        for row in rows
    ]


def test_a_hundred_programmes_of_two_bodies() -> None:
    assert list(pour(HUNDRED, seed=1)) == [50, 100]
    assert Programme.objects.count() == 100
    assert list(Body.objects.values_list("name", "parent__name")) == [
        ("Tỉnh thử nghiệm 01", None),
        ("Sở thử nghiệm 01 tỉnh thử nghiệm 01", "Tỉnh thử nghiệm 01"),
        ("Sở thử nghiệm 02 tỉnh thử nghiệm 01", "Tỉnh thử nghiệm 01"),
    ]
    assert Person.objects.count() == 16 and not any(each.has_usable_password() for each in Person.objects.all())
    for each in Allotment.objects.all():
        issued = each.programmes.filter(state="issued")
        assert each.reserved == sum(programme.total or 0 for programme in issued) <= each.ceiling
    assert look_through().holds, "the moves that are there lead to each state"


def test_the_rows_are_those_that_opening_the_same_programme_makes() -> None:
    list(pour(HUNDRED, seed=2))
    for made in Programme.objects.filter(state="issued")[:5]:
        draft = draft_of(made.content.encode(), as_json=True).draft
        again = Programme.objects.create(
            body=made.body, title=made.title, total=made.total, content=made.content,
            made_at=made.made_at, changed_at=made.changed_at, allotment=made.allotment,
        )  # fmt: skip
        open_rows(again, draft)
        assert again.money_open and again.ceiling == made.ceiling
        assert rows_of(Activity, made) == rows_of(Activity, again)
        assert rows_of(Line, made) == rows_of(Line, again)


def test_its_ledger_is_whole_and_one_dong_beside_it_is_seen() -> None:
    list(pour(HUNDRED, seed=1))
    *_, found = checked()
    assert (found.touched, found.waiting) == (None, 0)
    assert found.entries == LedgerEntry.objects.count() == LedgerSeal.objects.count() > 5000
    posted = Counter(LedgerEntry.objects.values_list("kind", flat=True))
    assert set(posted) == {"request", "pay", "advance", "clear"} and posted["advance"] == posted["clear"]
    assert LedgerEntry.objects.exclude(reverses=None).count() > 100
    for line in Line.objects.filter(taken__gt=0)[:20]:
        made = replayed(line.entries.order_by("id"), {line.pk: line.ceiling})[line.pk]
        assert (made.taken, made.used, made.held, made.advanced) == (line.taken, line.used, 0, 0)
        assert 0 < line.used <= line.ceiling
    assert seal_entries(thorough=True) == 0
    Line.objects.filter(pk=line.pk).update(used=line.used - 1)
    *_, found = checked()
    assert found.touched is not None and (found.touched.table, found.touched.id) == ("store_line", line.pk)


def test_money_can_be_spent_on_after_it() -> None:
    """What a line has left, and not one đồng more."""
    list(pour(HUNDRED, seed=1))
    line = Line.objects.filter(taken__gt=0, taken__lt=F("ceiling")).order_by("id")[0]
    day = LedgerEntry.objects.filter(line=line).order_by("-id")[0].day
    person = RoleHeld.objects.get(body=line.programme.body, role="accountant").person
    asks = viewer(person, day)
    assert asks is not None
    left = line.ceiling - line.taken
    with pytest.raises(Refused):
        post(asks, line.programme_id, [NewEntry("request", line.pk, left + 1, day)], "qua-tran-01")
    post(asks, line.programme_id, [NewEntry("request", line.pk, left, day)], "vua-du-0001")
    *_, found = checked()
    assert (found.touched, found.waiting) == (None, 1)


def test_the_same_seed_gives_the_same_rows_and_another_seed_others() -> None:
    """The second time in the same database, emptied by the transaction that is taken back."""

    def poured(seed: int) -> list[tuple]:
        with transaction.atomic():
            list(pour(HUNDRED, seed))
            rows = [row for table in TABLES for row in table.objects.order_by("id").values_list()]
            transaction.set_rollback(True)
        return rows

    first = poured(7)
    assert first == poured(7) and first != poured(8)


def test_a_database_that_holds_a_body_is_left_as_it_is() -> None:
    Body.objects.create(name="Sở Công Thương tỉnh Hà Bình")
    with pytest.raises(NotEmpty):
        list(pour(HUNDRED, seed=1))
    assert Body.objects.count() == 1 and not Programme.objects.exists()


def test_what_is_entered_afterwards_is_numbered_on() -> None:
    list(pour(HUNDRED, seed=1))
    last = Body.objects.order_by("-id").values_list("id", flat=True)[0]
    assert Body.objects.create(name="Sở Công Thương tỉnh Hà Bình").pk == last + 1
    assert RegisterEntry.objects.filter(programme__state="issued").count() == RegisterEntry.objects.count() > 0


@pytest.mark.django_db(transaction=True)
def test_the_command_pours_once(capsys: pytest.CaptureFixture[str]) -> None:
    command = ("bench", "country", "--scale", "0.0005", "--seed", "3")
    assert main(command) == 0
    assert capsys.readouterr().out.startswith("50 chương trình trong ")
    assert main(command) == 2
    told = "quyet bench: cơ sở dữ liệu đã có cơ quan; đặt DATABASE_URL vào một cơ sở dữ liệu trống.\n"
    assert capsys.readouterr() == ("", told)
    assert Programme.objects.count() == 50


@pytest.mark.parametrize("scale", ["0", "-1", "1.1", "nửa", "1/0"])
def test_a_scale_that_is_none_is_refused(scale: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(("bench", "country", f"--scale={scale}")) == 2
    assert f"{scale}: phải lớn hơn 0 và không quá 1" in capsys.readouterr().err
