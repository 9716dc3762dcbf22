"""The data of a programme as a file: its draft, with what only the register knows of it."""

from __future__ import annotations

from copy import deepcopy

from quyet.core.papers.draft import DraftAllotment
from quyet.files.writers.programme_json import programme_json
from quyet.queries.allotments import planned_of
from quyet.queries.programmes import Opened


def data_of(found: Opened) -> str:
    """The data, which can be entered again; with the allotment that the programme draws on and what it holds for it, so
    that the file is held against the same money as the page."""
    given, draft = found.programme.allotment, found.loaded.draft
    if given is None or draft.programme is None:
        return programme_json(draft)
    draft = deepcopy(draft)
    assert draft.programme is not None
    left = given.ceiling - planned_of(given, but=found.programme.pk)
    draft.programme.allotment = DraftAllotment(given.deciding_text, left, given.deciding_day)
    return programme_json(draft)
