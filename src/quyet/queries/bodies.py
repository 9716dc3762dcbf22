"""The bodies that a form offers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from quyet.files.facts.letterheads import body_headed, load_letterheads
from quyet.store.models import Body


def body_names() -> list[str]:
    """The bodies that have something in the register, then those whose letterhead is known."""
    entered = list(Body.objects.order_by("name").values_list("name", flat=True))
    known = [names[-1].name.name for names in load_letterheads().values() if names]
    return [*entered, *(name for name in known if name not in entered)]


def body_of(document: Mapping[str, Any]) -> str:
    """The body that a reading's document comes from: by the name of the register, else as the paper prints it."""
    day = date.fromisoformat(document["date"]) if document["date"] else None
    known = body_headed(document["parent"], document["issuer"], day)
    return known[1].name if known else document["issuer"] or ""
