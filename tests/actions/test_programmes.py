"""Programmes in the making: saved whole or not at all, and never over what somebody else saved."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from quyet.actions.allotments import allot
from quyet.actions.approval import Stopped
from quyet.actions.programmes import Conflict, draw_on, enter_programme, open_programme, save_programme, share
from quyet.actions.refusal import Forbidden, NotHere, Refused
from quyet.files.drafts import DraftRefused, load_draft
from quyet.files.writers.programme_json import programme_json
from quyet.queries.allotments import standing
from quyet.queries.programmes import listed, opened, shared_with
from quyet.store.models import JournalRow, Programme
from tests.actions.test_allotments import GIVEN
from tests.cast import Cast

pytestmark = pytest.mark.django_db

EXAMPLE = Path(__file__).parents[2] / "cases" / "lang-son-2024" / "programme.yaml"
CONTENT = programme_json(load_draft(EXAMPLE).draft)


def test_a_programme_is_kept_as_it_was_given(cast: Cast) -> None:
    made = open_programme(cast["officer"], CONTENT)
    assert (made.year, made.total, made.revision) == (2024, 185_000_000, 1)
    found = opened(cast["officer"], made.pk)
    assert found is not None and found.loaded.draft == load_draft(EXAMPLE).draft
    assert listed(cast["officer"]).rows == [made] and opened(cast["officer"], made.pk + 1) is None


def test_saving_counts_revisions_and_the_older_of_two_is_refused(cast: Cast) -> None:
    made = open_programme(cast["officer"], CONTENT)
    changed = CONTENT.replace('"value": 750', '"value": 700')
    assert save_programme(cast["officer"], made.pk, 1, changed) == 2
    with pytest.raises(Conflict) as conflict:
        save_programme(cast["officer"], made.pk, 1, CONTENT)
    assert conflict.value.revision == 2
    made.refresh_from_db()
    assert '"value": 700' in made.content


def test_data_that_cannot_be_taken_leave_the_old_ones(cast: Cast) -> None:
    made = open_programme(cast["officer"], CONTENT)
    with pytest.raises(DraftRefused):
        save_programme(cast["officer"], made.pk, 1, CONTENT.replace('"quantity"', '"quantiti"'))
    with pytest.raises(DraftRefused):
        open_programme(cast["officer"], "{}")
    assert [each.revision for each in Programme.objects.all()] == [1]


def test_a_programme_draws_on_an_allotment_of_its_body_and_year(cast: Cast) -> None:
    made, given = open_programme(cast["officer"], CONTENT), allot(cast["accountant"], GIVEN)
    draw_on(cast["officer"], made.pk, given.pk)
    found = standing(cast.department.pk, given.pk)
    assert found is not None
    assert (found.planned, found.left, found.programmes) == (185_000_000, 315_000_000, (made,))
    draw_on(cast["officer"], made.pk, None)
    assert (again := standing(cast.department.pk, given.pk)) is not None and again.planned == 0


@pytest.mark.parametrize(
    ("whose", "year", "why"), [("", 2025, "dự toán năm 2025"), ("-xa", 2024, "không có dự toán này")]
)
def test_another_year_or_body_is_refused(cast: Cast, whose: str, year: int, why: str) -> None:
    made, given = (
        open_programme(cast["officer"], CONTENT),
        allot(cast.of(whose, "accountant"), replace(GIVEN, year=year)),
    )
    with pytest.raises(Refused) as refused:
        draw_on(cast["officer"], made.pk, given.pk)
    assert why in refused.value.faults[0].message
    made.refresh_from_db()
    assert made.allotment is None


def test_the_same_programme_is_entered_once_for_a_body(cast: Cast) -> None:
    made, is_new = enter_programme(cast["officer"], EXAMPLE.read_bytes(), as_json=False)
    again, is_new_again = enter_programme(cast["officer"], CONTENT.encode())
    assert (is_new, is_new_again, again) == (True, False, made)
    assert made.title.startswith("Chương trình hành động")
    assert enter_programme(cast.of("-xa", "officer"), CONTENT.encode())[1]  # another body has one of its own


def test_what_lacks_a_title_is_no_programme(cast: Cast) -> None:
    with pytest.raises(DraftRefused):
        enter_programme(cast["officer"], b'{"schema": "quyet/programme/1", "document": {}}')
    assert Programme.objects.count() == 0


def test_an_allotment_that_is_gone_is_refused(cast: Cast) -> None:
    made = open_programme(cast["officer"], CONTENT)
    with pytest.raises(Refused, match="no such allotment"):
        draw_on(cast["officer"], made.pk, 99)


# --- who may ----------------------------------------------------------------------------------------------------------

READERS = ["accountant", "office", "director", "deputy", "clerk", "auditor", "admin"]


def test_who_opens_a_programme_drafts_it_for_their_unit(cast: Cast) -> None:
    made = open_programme(cast["officer"], CONTENT)
    assert made.unit == cast.department.units.get()
    assert [(act.move, act.person.login) for act in made.acts.all()] == [("edit", "an")]
    save_programme(cast["head"], made.pk, 1, CONTENT)
    save_programme(cast["officer"], made.pk, 2, CONTENT)
    assert [(act.move, act.person.login) for act in made.acts.all()] == [("edit", "an"), ("edit", "bao")]


def test_each_act_stands_in_the_journal_a_save_with_its_revision(cast: Cast) -> None:
    made, given = open_programme(cast["officer"], CONTENT), allot(cast["accountant"], GIVEN)
    save_programme(cast["head"], made.pk, 1, CONTENT)
    draw_on(cast["officer"], made.pk, given.pk)
    share(cast["director"], made.pk, True)
    rows = JournalRow.objects.filter(subject="programme").order_by("id")
    told = [(each.act, each.person.login) for each in rows if each.act != "edit"]
    assert told == [("open", "an"), ("save", "bao"), ("draw_on", "an"), ("share", "duc")]
    assert '"revision":2' in rows.get(act="save").data


@pytest.mark.parametrize("role", READERS)
def test_only_officers_and_heads_open_and_change_programmes(cast: Cast, role: str) -> None:
    made = open_programme(cast["officer"], CONTENT)
    with pytest.raises(Forbidden):
        open_programme(cast[role], CONTENT)
    with pytest.raises(Forbidden):
        enter_programme(cast[role], CONTENT.encode())
    with pytest.raises(Stopped, match="is for"):
        save_programme(cast[role], made.pk, 1, CONTENT)
    assert opened(cast[role], made.pk) is not None  # all of the body read
    assert [each.revision for each in Programme.objects.all()] == [1]


@pytest.mark.parametrize("tag", ["-xa", "-tinh"])
def test_another_body_finds_nothing_and_changes_nothing(cast: Cast, tag: str) -> None:
    made, given = open_programme(cast["officer"], CONTENT), allot(cast["accountant"], GIVEN)
    theirs = cast.of(tag, "officer")
    assert listed(theirs).rows == [] and shared_with(theirs).rows == [] and opened(theirs, made.pk) is None
    for act in (
        lambda: save_programme(theirs, made.pk, 1, CONTENT),
        lambda: draw_on(theirs, made.pk, given.pk),
        lambda: draw_on(cast.of(tag, "accountant"), made.pk, given.pk),
        lambda: share(cast.of(tag, "head"), made.pk, True),
    ):
        with pytest.raises(NotHere):
            act()


def test_what_is_shared_the_superior_reads_and_nobody_else(cast: Cast) -> None:
    made = open_programme(cast["officer"], CONTENT)
    above, beside = cast.of("-tinh", "officer"), cast.of("-xa", "officer")
    share(cast["head"], made.pk, True)
    found = opened(above, made.pk)
    assert found is not None and not found.is_ours and not found.may_edit and not found.may_choose
    assert shared_with(above).rows == [made] and listed(above).rows == []
    assert opened(beside, made.pk) is None and shared_with(beside).rows == []
    with pytest.raises(NotHere):
        save_programme(above, made.pk, 1, CONTENT)
    share(cast["head"], made.pk, False)
    assert opened(above, made.pk) is None


def test_who_may_share_and_with_whom(cast: Cast) -> None:
    made = open_programme(cast["officer"], CONTENT)
    with pytest.raises(Forbidden):
        share(cast["officer"], made.pk, True)
    theirs = open_programme(cast.of("-xa", "officer"), CONTENT)
    with pytest.raises(Refused, match="shares nothing with a superior"):
        share(cast.of("-xa", "head"), theirs.pk, True)


def test_the_accountant_chooses_the_allotment_too_and_drafts_nothing_by_it(cast: Cast) -> None:
    made, given = open_programme(cast["officer"], CONTENT), allot(cast["accountant"], GIVEN)
    draw_on(cast["accountant"], made.pk, given.pk)
    assert [act.person.login for act in made.acts.all()] == ["an"]
    with pytest.raises(Stopped):
        draw_on(cast["clerk"], made.pk, None)
