"""The draft of Quyết's own example, as a programme keeps it: its pages can be opened."""

from __future__ import annotations


def content() -> str:
    from quyet.files.drafts.load import draft_of
    from quyet.files.facts.cases import example_programme
    from quyet.files.writers.programme_json import programme_json

    return programme_json(draft_of(example_programme()).draft)
