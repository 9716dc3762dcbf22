"""What lies on each desk: by state, by role, and never one's own work."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from quyet.actions.clock import clock_at
from quyet.actions.notices import end_calendar, read_notices, renew_calendar, tell
from quyet.actions.register import issue
from quyet.queries.calendar import deadlines, owner_of
from quyet.queries.desk import desk
from quyet.queries.notices import told
from quyet.store.models import ApprovalAct, Person, Programme, RoleHeld
from tests.actions.signed import SIGNED, allotted, signed_programme
from tests.cast import Cast, make_cast

pytestmark = pytest.mark.django_db

DAY = date(2024, 3, 11)
ROLES = ("officer", "head", "accountant", "office", "director", "deputy", "clerk", "auditor", "admin")


@pytest.fixture
def cast(settings, tmp_path: Path) -> Iterator[Cast]:
    settings.FILES = tmp_path / "files"
    with clock_at(datetime(2024, 3, 11, 2, 0, tzinfo=UTC)):
        yield make_cast()


def on_road(cast: Cast, state: str, *acts: tuple[str, str]) -> Programme:
    """A programme of the department with these acts: (move, role)."""
    made = Programme.objects.create(
        body=cast.department, unit=cast.department.units.get(), year=2024, title="Chương trình", total=10, content="{}",
        state=state, signatory=cast["director"].person if state != "draft" else None, made_at=SIGNED, changed_at=SIGNED,
    )  # fmt: skip
    for move, role in acts:
        ApprovalAct.objects.create(programme=made, move=move, person=cast[role].person, at=SIGNED)
    return made


SUBMITTED = (("edit", "officer"), ("submit", "head"))
MONEY, FORM = ("appraise_money", "accountant"), ("appraise_form", "office")
ON_WHOSE_DESK = {
    "draft": ((("edit", "officer"),), {"head": "submit"}),
    "submitted": (SUBMITTED, {"accountant": "appraise_money", "office": "appraise_form"}),
    "submitted, money said": ((*SUBMITTED, MONEY), {"office": "appraise_form"}),
    "appraised": ((*SUBMITTED, MONEY, FORM), {"director": "sign"}),  # the paper names the director, not the deputy
    "signed": ((*SUBMITTED, MONEY, FORM, ("sign", "director")), {"clerk": "issue"}),
}


@pytest.mark.parametrize("state", ON_WHOSE_DESK)
def test_a_programme_lies_on_the_desk_of_whoever_is_next(cast: Cast, state: str) -> None:
    acts, expected = ON_WHOSE_DESK[state]
    on_road(cast, state.partition(",")[0], *acts)
    lies = {role: [each.move.name for each in desk(cast[role], DAY).waiting] for role in ROLES}
    assert {role: moves for role, moves in lies.items() if moves} == {role: [move] for role, move in expected.items()}


def test_nobody_is_asked_to_judge_what_they_drafted(cast: Cast) -> None:
    RoleHeld.objects.create(person=cast["head"].person, body=cast.department, role="accountant", since=date(2024, 1, 1))
    on_road(cast, "submitted", *SUBMITTED)
    assert desk(cast["head"], DAY).waiting == []


def test_what_was_returned_lies_with_who_drafted_it_and_says_why(cast: Cast) -> None:
    made = on_road(cast, "draft", *SUBMITTED)
    ApprovalAct.objects.create(
        programme=made, move="return", step="draft", reason="thiếu địa điểm", person=cast["office"].person, at=SIGNED
    )
    for role in ("officer", "head"):
        (waiting,) = desk(cast[role], DAY).waiting
        assert waiting.returned == "thiếu địa điểm"
    assert desk(cast["clerk"], DAY).waiting == []


def test_a_desk_takes_the_same_queries_for_one_and_for_thirty_programmes(cast: Cast) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            desk(viewer, DAY)
        return len(captured)

    viewer = cast["clerk"]
    on_road(cast, "signed", *SUBMITTED, MONEY, FORM, ("sign", "director"))
    one = queries()
    for _ in range(30):
        on_road(cast, "signed", *SUBMITTED, MONEY, FORM, ("sign", "director"))
    assert queries() == one == 7


# --- what is due -----------------------------------------------------------------------------------------------------


def test_a_signed_paper_is_due_on_the_next_working_day_then_its_dispatch(cast: Cast) -> None:
    made = signed_programme(cast, allotted(cast, 10**9))
    (release,) = desk(cast["clerk"], DAY).due
    assert (release.what, release.day, release.is_late(DAY), release.is_late(date(2024, 3, 13))) == (
        "release", date(2024, 3, 12), False, True,
    )  # fmt: skip
    assert desk(cast["officer"], DAY).due == []
    issue(cast["clerk"], made.pk, DAY, 135)
    (dispatch,) = desk(cast["clerk"], DAY).due
    assert (dispatch.what, dispatch.day, dispatch.title[:10]) == ("dispatch", date(2024, 3, 12), "135/QĐ-SCT")


def test_windows_that_end_within_sixty_days_are_told_to_everybody(cast: Cast) -> None:
    issue(cast["clerk"], signed_programme(cast, allotted(cast, 10**9)).pk, DAY, 135)
    assert desk(cast["officer"], date(2024, 7, 31)).due == []
    august = desk(cast["officer"], date(2024, 8, 1)).due
    assert [(each.day, each.title[:4].strip()) for each in august] == [
        (date(2024, 9, 30), label) for label in ("1.a", "1.b", "1.c", "1.d", "2.a")
    ]
    assert not august[0].is_late(date(2024, 12, 1)), "nobody has said whether it was done"


def test_the_money_of_the_year_tells_what_is_issued_from_what_is_planned(cast: Cast) -> None:
    issue(cast["clerk"], signed_programme(cast, allotted(cast, 10**9)).pk, DAY, 135)
    on_road(cast, "draft")
    assert [(each.total, each.held) for each in desk(cast["auditor"], DAY).money] == [(185_000_000, True), (10, False)]
    assert desk(cast.of("-xa", "auditor"), DAY).money == []


def test_a_desk_draws_twenty_programmes_and_says_how_many_it_leaves_out(cast: Cast) -> None:
    for _ in range(23):
        on_road(cast, "draft")
    found = desk(cast["auditor"], DAY)
    assert (len(found.money), found.more) == (20, 3)


# --- notices and the calendar ----------------------------------------------------------------------------------------


def test_notices_are_read_by_their_own_person_only(cast: Cast) -> None:
    made = on_road(cast, "draft")
    tell([cast["head"].person, cast["clerk"].person], made, "Đã trình", "Submitted")
    (notice,) = told(cast["head"]).paged.rows
    assert (notice.message, told(cast["head"]).unread) == ("Đã trình", 1)
    assert read_notices(cast["clerk"], [notice.pk]) == 0
    assert read_notices(cast["head"], [notice.pk]) == 1
    assert (told(cast["head"]).unread, told(cast["clerk"]).unread) == (0, 1)


def test_who_drafted_is_told_that_it_was_issued(cast: Cast) -> None:
    issue(cast["clerk"], signed_programme(cast, allotted(cast, 10**9)).pk, DAY, 135)
    (notice,) = told(cast["head"]).paged.rows
    assert notice.message.startswith("Bế Thị Giang: Ban hành. Chương trình đã ban hành: Chương trình hành động")
    assert told(cast["clerk"]).paged.rows == []


def test_a_calendar_has_one_address_that_a_new_one_ends(cast: Cast) -> None:
    first = renew_calendar(cast["officer"])
    second = renew_calendar(cast["officer"], english=True)
    assert owner_of(first) is None
    found = owner_of(second)
    assert found is not None and found.person == cast["officer"].person and second not in found.digest
    Person.objects.filter(pk=found.person_id).update(is_active=False)
    assert owner_of(second) is None, "who left is told nothing more"
    Person.objects.filter(pk=found.person_id).update(is_active=True)
    end_calendar(cast["officer"])
    assert owner_of(second) is None


def test_a_calendar_holds_the_deadlines_of_the_person_and_none_of_others(cast: Cast) -> None:
    issue(cast["clerk"], signed_programme(cast, allotted(cast, 10**9)).pk, DAY, 135)
    of_clerk = [due.what for due in deadlines(cast["clerk"].person, DAY)]
    of_officer = [due.what for due in deadlines(cast["officer"].person, DAY)]
    assert (of_clerk, of_officer) == (["dispatch", *["activity"] * 7], ["activity"] * 7)
    assert deadlines(cast.of("-xa", "officer").person, DAY) == []
    assert deadlines(Person.objects.create(login="moi", name="Chưa có vai trò"), DAY) == []
