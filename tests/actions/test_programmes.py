"""Programmes in the making: saved whole or not at all, and never over what somebody else saved."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from quyet.actions.allotments import allot
from quyet.actions.programmes import Conflict, draw_on, enter_programme, open_programme, save_programme
from quyet.actions.refusal import Refused
from quyet.files.drafts import DraftRefused, load_draft
from quyet.files.writers.programme_json import programme_json
from quyet.queries.allotments import standing
from quyet.queries.programmes import listed, opened
from quyet.store.models import Programme
from tests.actions.test_allotments import GIVEN

pytestmark = pytest.mark.django_db

EXAMPLE = Path(__file__).parents[2] / "cases" / "lang-son-2024" / "programme.yaml"
CONTENT = programme_json(load_draft(EXAMPLE).draft)
BODY = GIVEN.body


def test_a_programme_is_kept_as_it_was_given() -> None:
    made = open_programme(BODY, CONTENT)
    assert (made.year, made.total, made.revision) == (2024, 185_000_000, 1)
    found = opened(made.pk)
    assert found is not None and found.loaded.draft == load_draft(EXAMPLE).draft
    assert listed() == [made] and opened(made.pk + 1) is None


def test_saving_counts_revisions_and_the_older_of_two_is_refused() -> None:
    made = open_programme(BODY, CONTENT)
    changed = CONTENT.replace('"value": 750', '"value": 700')
    assert save_programme(made.pk, 1, changed) == 2
    with pytest.raises(Conflict) as conflict:
        save_programme(made.pk, 1, CONTENT)
    assert conflict.value.revision == 2
    made.refresh_from_db()
    assert '"value": 700' in made.content


def test_data_that_cannot_be_taken_leave_the_old_ones() -> None:
    made = open_programme(BODY, CONTENT)
    with pytest.raises(DraftRefused):
        save_programme(made.pk, 1, CONTENT.replace('"quantity"', '"quantiti"'))
    with pytest.raises(DraftRefused):
        open_programme(BODY, "{}")
    assert [each.revision for each in Programme.objects.all()] == [1]


def test_a_programme_draws_on_an_allotment_of_its_body_and_year() -> None:
    made, given = open_programme(BODY, CONTENT), allot(GIVEN)
    draw_on(made.pk, given.pk)
    found = standing(given.pk)
    assert found is not None
    assert (found.planned, found.left, found.programmes) == (185_000_000, 315_000_000, (made,))
    draw_on(made.pk, None)
    assert (again := standing(given.pk)) is not None and again.planned == 0


@pytest.mark.parametrize(("other", "why"), [({"year": 2025}, "2025"), ({"body": "Sở Y tế tỉnh Hà Bình"}, "khác")])
def test_another_year_or_body_is_refused(other: dict, why: str) -> None:  # type: ignore[type-arg]  # of a record
    made, given = open_programme(BODY, CONTENT), allot(replace(GIVEN, **other))
    with pytest.raises(Refused) as refused:
        draw_on(made.pk, given.pk)
    assert why in refused.value.faults[0].message
    made.refresh_from_db()
    assert made.allotment is None


def test_the_same_programme_is_entered_once_for_a_body() -> None:
    made, is_new = enter_programme(BODY, EXAMPLE.read_bytes(), as_json=False)
    again, is_new_again = enter_programme(BODY, CONTENT.encode())
    assert (is_new, is_new_again, again) == (True, False, made)
    assert made.title.startswith("Chương trình hành động")
    assert enter_programme("Sở Y tế tỉnh Hà Bình", CONTENT.encode())[1]


def test_what_lacks_a_body_or_a_title_is_no_programme() -> None:
    with pytest.raises(Refused, match="body"):
        enter_programme(" ", CONTENT.encode())
    with pytest.raises(DraftRefused):
        enter_programme(BODY, b'{"schema": "quyet/programme/1", "document": {}}')
    assert Programme.objects.count() == 0


def test_an_allotment_that_is_gone_is_refused() -> None:
    made = open_programme(BODY, CONTENT)
    with pytest.raises(Refused, match="no longer there"):
        draw_on(made.pk, 99)
