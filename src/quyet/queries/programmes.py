"""Programmes in the making, and the draft that one holds."""

from __future__ import annotations

from dataclasses import dataclass

from quyet.files.drafts.load import Loaded, draft_of
from quyet.store.models import Programme


@dataclass(frozen=True, slots=True)
class Opened:
    """A programme and its draft, as of the revision that the programme shows."""

    programme: Programme
    loaded: Loaded


def listed() -> list[Programme]:
    """Every programme, the last changed first."""
    return list(Programme.objects.select_related("body", "allotment"))


def opened(programme: int) -> Opened | None:
    """One programme with its draft; None where there is none."""
    found = Programme.objects.select_related("body", "allotment").filter(pk=programme).first()
    return Opened(found, draft_of(found.content.encode(), as_json=True)) if found else None
