"""What a person was told."""

from __future__ import annotations

from dataclasses import dataclass

from quyet.queries.paging import Paged, paged
from quyet.queries.people import Viewer
from quyet.store.models import Notice


@dataclass(frozen=True, slots=True)
class Told:
    """A page of notices, the latest first, and how many are unread in all."""

    paged: Paged[Notice]
    unread: int


def told(viewer: Viewer, page: int = 1) -> Told:
    """What this person was told at this body; two queries."""
    rows = Notice.objects.filter(person=viewer.person, body=viewer.body)
    return Told(paged(rows.select_related("programme").defer("programme__content"), page), unread(viewer))


def unread(viewer: Viewer) -> int:
    """How many notices this person has not read."""
    return Notice.objects.filter(person=viewer.person, body=viewer.body, read_at=None).count()
