"""What a template proposed stays marked until somebody looked at it: the mark would be printed with the annex."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction

from quyet.actions.approval import locked
from quyet.actions.estimates import PROPOSED, save_estimate
from quyet.core.estimates.model import PlannedLine
from quyet.core.estimates.sums import worth
from quyet.queries.estimates import estimate_of
from quyet.queries.people import Viewer
from quyet.store.models import Programme


@dataclass(frozen=True, slots=True)
class LookedAt:
    """How many lines lost the mark, and how many keep it, as they have no price yet."""

    count: int
    waiting: int


def is_proposed(line: PlannedLine) -> bool:
    """Whether a template proposed the line and nobody has said that it was looked at."""
    return line.note == PROPOSED


def look_at_proposed(viewer: Viewer, programme: int, annex: int = 0) -> LookedAt:
    """Take the mark from the proposed lines of an annex that have a price. NotHere, Stopped."""
    with transaction.atomic():
        return _look(viewer, locked(viewer, programme), annex)


def _look(viewer: Viewer, found: Programme, annex: int) -> LookedAt:
    estimate = estimate_of(found.content, annex)
    marked = [line for line in estimate.lines if is_proposed(line)]
    ready = [line for line in marked if worth(line) is not None]
    for line in ready:
        line.note = None
    if ready:
        save_estimate(viewer, found.pk, found.revision, estimate, annex=annex)
    return LookedAt(len(ready), len(marked) - len(ready))
