"""A draft as JSON with the keys of PROGRAMME.yaml: what a PDF carries inside, and what can be written again."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

from quyet.core.papers.draft import Draft
from quyet.files.drafts.shape import SCHEMA
from quyet.files.writers.reading_json import stated


def programme_json(draft: Draft) -> str:
    """The draft as JSON text; loading it gives the same draft."""
    return json.dumps(programme_dict(draft), ensure_ascii=False, indent=1)


def programme_dict(draft: Draft) -> dict[str, Any]:
    """The draft as plain dicts, lists, strings and numbers, without what it does not say."""
    made: dict[str, Any] = {"schema": SCHEMA, "example": draft.example}
    for each in fields(draft):
        if each.name != "example":
            made[each.name] = stated(getattr(draft, each.name))
    return {key: value for key, value in made.items() if value not in (None, [])}
