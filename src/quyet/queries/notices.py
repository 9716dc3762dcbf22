"""What a person was told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quyet.queries.people import Viewer
from quyet.store.models import Notice

PAGE = 50


@dataclass(frozen=True, slots=True)
class Told:
    """A page of notices, the latest first, and how many are unread in all."""

    rows: Sequence[Notice]
    unread: int
    page: int
    has_more: bool


def told(viewer: Viewer, page: int = 1) -> Told:
    """What this person was told at this body; two queries."""
    rows = Notice.objects.filter(person=viewer.person, body=viewer.body)
    begin = (page - 1) * PAGE
    found = list(rows.select_related("programme").defer("programme__content")[begin : begin + PAGE + 1])
    return Told(found[:PAGE], unread(viewer), page, len(found) > PAGE)


def unread(viewer: Viewer) -> int:
    """How many notices this person has not read."""
    return Notice.objects.filter(person=viewer.person, body=viewer.body, read_at=None).count()
