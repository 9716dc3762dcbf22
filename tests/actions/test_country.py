"""A made-up country in the database: the rows that acts would have left, and nothing where something was there."""

from __future__ import annotations

from fractions import Fraction

import pytest
from django.db import transaction

from quyet.actions.country import TABLES, NotEmpty, pour
from quyet.actions.opening import open_rows
from quyet.cli import main
from quyet.files.drafts.load import draft_of
from quyet.queries.verification import look_through
from quyet.store.models import Activity, Allotment, Body, Line, Person, Programme, RegisterEntry

pytestmark = pytest.mark.django_db

HUNDRED = Fraction(1, 1000)


def rows_of(table: type, programme: Programme) -> list[dict]:
    rows = table.objects.filter(programme=programme).values()
    return [
        {key: value for key, value in row.items() if key not in ("id", "programme_id", "activity_id")} for row in rows
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
            made_at=made.made_at, changed_at=made.changed_at,
        )  # fmt: skip
        open_rows(again, draft)
        assert again.money_open
        assert rows_of(Activity, made) == rows_of(Activity, again)
        assert rows_of(Line, made) == rows_of(Line, again)


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
