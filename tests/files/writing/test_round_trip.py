"""What is written is read again as the same facts, whatever the programme and whichever the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from quyet import read
from quyet.core.papers.compare import compare
from quyet.core.papers.draft import Draft
from quyet.files.drafts import load_draft
from quyet.files.writing import FORMS, WRITERS, lay_out
from tests.files.writing.programmes import drafts

EXAMPLE = Path(__file__).parents[3] / "cases" / "lang-son-2024" / "programme.yaml"
READABLE = ("txt", "docx", "pdf")


@pytest.mark.parametrize("to", READABLE)
@pytest.mark.parametrize("form", FORMS)
def test_the_example_is_read_as_it_was_written(form: str, to: str) -> None:
    written = lay_out(load_draft(EXAMPLE).draft, form)
    reading = read(WRITERS[to](written), f"paper.{to}")
    assert compare(written.draft, written.paper, reading) == []
    assert written.faults == ()


def same_in_every_file(draft: Draft, form: str) -> None:
    written = lay_out(draft, form)
    assert written.faults == ()
    for to in READABLE:
        reading = read(WRITERS[to](written), f"paper.{to}")
        assert compare(written.draft, written.paper, reading) == [], to
        assert not [finding for finding in reading.findings if finding.severity == "error"]


@given(drafts())
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_programme_is_read_as_it_was_written(draft: Draft) -> None:
    same_in_every_file(draft, "decision")


@given(drafts())
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_programme_attached_to_its_decision_is_read_as_it_was_written(draft: Draft) -> None:
    same_in_every_file(draft, "attached")


@pytest.mark.long
@given(drafts())
@settings(max_examples=500, deadline=None, suppress_health_check=list(HealthCheck))
def test_five_hundred_programmes_are_read_as_they_were_written(draft: Draft) -> None:
    same_in_every_file(draft, "decision")
    same_in_every_file(draft, "attached")
