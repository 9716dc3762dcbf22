"""A decision that entered the register without an allotment: no đồng of it is spent until the accountant ties it to one,
once, which then holds its 185.000.000 đồng."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from quyet.actions.allotments import allot
from quyet.actions.annexes import confirm_annex, enter_annex
from quyet.actions.approval import Stopped
from quyet.actions.clock import clock_at
from quyet.actions.ledger import NewEntry, post
from quyet.actions.received import register_adopted
from quyet.actions.refusal import NotHere, Refused
from quyet.actions.tying import tie
from quyet.queries.ledger_check import checked
from quyet.store.models import Allotment, LedgerEntry, Notice, Programme
from tests.actions.test_adoption import DAY, accepted, also, as_, lines
from tests.actions.test_allotments import GIVEN
from tests.adopted import signed_pdf
from tests.cast import office

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_2024(settings, tmp_path: Path) -> Iterator[None]:
    settings.FILES = tmp_path / "files"
    with clock_at(datetime(2024, 3, 20, 2, 0, tzinfo=UTC)):
        yield


@pytest.fixture
def untied() -> Programme:
    """The example with its annex, in the register, its allotment not chosen by anybody."""
    office()
    programme = accepted()
    register_adopted(as_("clerk"), programme.pk, number=57)
    return Programme.objects.get(pk=programme.pk)


def spend(programme: Programme) -> list[int]:
    entry = NewEntry("request", programme.lines.all()[0].pk, 1_000_000, DAY)
    return post(as_("accountant"), programme.pk, [entry], "mot-trieu-dau-tien")


def test_nothing_is_spent_before_it_is_tied_and_the_refusal_says_what_to_do(untied: Programme) -> None:
    assert untied.lines.exists() and (untied.money_open, untied.ceiling) == (False, 0)
    with pytest.raises(Refused) as refused:
        spend(untied)
    assert [each.message for each in refused.value.faults] == [
        "chương trình chưa gắn dự toán được giao, nên chưa chi được; kế toán trưởng gắn dự toán trước"
    ]
    assert not LedgerEntry.objects.exists()
    told = Notice.objects.filter(person=as_("accountant").person).latest("id")
    assert told.message.startswith("Chương trình đã vào sổ nhưng chưa gắn dự toán được giao nên chưa chi được")


def test_tied_the_allotment_holds_the_total_and_money_is_open(untied: Programme) -> None:
    given = allot(as_("accountant"), GIVEN)
    tie(as_("accountant"), untied.pk, given.pk)
    untied.refresh_from_db(), given.refresh_from_db()
    assert (untied.allotment, untied.money_open, untied.ceiling) == (given, True, 185_000_000)
    assert (given.ceiling, given.reserved, given.taken) == (500_000_000, 185_000_000, 0)
    spend(untied)
    given.refresh_from_db()
    assert (given.reserved, given.taken) == (185_000_000, 1_000_000)
    assert list(checked())[-1].touched is None, "as the verification of the ledger recounts it"
    row = untied.body.journal.filter(act="tie").get()
    assert (row.person, "185000000" in row.data, GIVEN.deciding_text in row.data) == (
        as_("accountant").person,
        True,
        True,
    )


def test_an_allotment_too_small_is_refused_with_every_number_and_nothing_moves(untied: Programme) -> None:
    given = allot(as_("accountant"), replace(GIVEN, amount=200_000_000))
    Allotment.objects.update(reserved=15_000_001)
    with pytest.raises(Stopped) as stopped:
        tie(as_("accountant"), untied.pk, given.pk)
    assert [each.message for each in stopped.value.faults] == [
        f"Dự toán {GIVEN.deciding_text} được giao 200.000.000, đã giữ 15.000.001, còn 184.999.999; "
        "chương trình cần 185.000.000 đồng."
    ]
    untied.refresh_from_db(), given.refresh_from_db()
    assert (untied.allotment, untied.money_open, given.reserved) == (None, False, 15_000_001)


def test_it_is_tied_once(untied: Programme) -> None:
    one = allot(as_("accountant"), GIVEN)
    other = allot(as_("accountant"), replace(GIVEN, deciding_text="300/QĐ-SCT"))
    tie(as_("accountant"), untied.pk, one.pk)
    with pytest.raises(Refused, match="tied to .* already"):
        tie(as_("accountant"), untied.pk, other.pk)
    other.refresh_from_db()
    assert other.reserved == 0


def test_by_an_accountant_who_did_not_hold_it_against_its_words(untied: Programme) -> None:
    given = allot(as_("accountant"), GIVEN)
    also("accountant", "officer")
    with pytest.raises(Refused, match="another person is needed"):
        tie(as_("officer"), untied.pk, given.pk)
    for role in ("head", "director", "clerk", "admin"):
        with pytest.raises(Refused, match="this is for chief accountant"):
            tie(as_(role), untied.pk, given.pk)
    office("Sở Tài chính tỉnh Hà Bình", tag="2")
    theirs = allot(as_("accountant", "2"), GIVEN)
    with pytest.raises(NotHere):
        tie(as_("accountant", "2"), untied.pk, theirs.pk)
    with pytest.raises(Refused, match="no such allotment"):
        tie(as_("accountant"), untied.pk, theirs.pk)
    with pytest.raises(Refused, match=r"is of 2025, the programme is of 2024"):
        tie(as_("accountant"), untied.pk, allot(as_("accountant"), replace(GIVEN, year=2025)).pk)


def test_what_is_on_its_road_chooses_its_allotment_there() -> None:
    office()
    programme, given = accepted(), allot(as_("accountant"), GIVEN)
    with pytest.raises(Refused, match="not issued yet"):
        tie(as_("accountant"), programme.pk, given.pk)


def test_an_annex_that_comes_after_opens_the_money_and_one_that_comes_before_waits_for_it() -> None:
    """Tied first, the annex opens the money; the annex first, the money waits for the allotment."""
    office()
    programme = accepted(signed_pdf(with_annex=False))
    register_adopted(as_("clerk"), programme.pk, number=57)
    given = allot(as_("accountant"), GIVEN)
    tie(as_("accountant"), programme.pk, given.pk)
    programme.refresh_from_db()
    assert not programme.money_open, "its lines are not there"
    annex = enter_annex(as_("officer"), programme.pk, lines(185_000_000))
    confirm_annex(as_("accountant"), programme.pk, annex.pk)
    programme.refresh_from_db()
    assert (programme.money_open, programme.ceiling) == (True, 185_000_000)
