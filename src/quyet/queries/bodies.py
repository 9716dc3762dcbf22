"""The body that a paper comes from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from quyet.files.facts.letterheads import body_headed


def body_of(document: Mapping[str, Any]) -> str:
    """The body that a reading's document comes from: by the name of the register, else as the paper prints it."""
    day = date.fromisoformat(document["date"]) if document["date"] else None
    known = body_headed(document["parent"], document["issuer"], day)
    return known[1].name if known else document["issuer"] or ""
