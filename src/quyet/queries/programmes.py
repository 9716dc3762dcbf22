"""Programmes in the making, the draft that one holds, and its page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from quyet.core.decisions.model import EstimateLine
from quyet.core.papers.draft import Draft, activity_names
from quyet.files.drafts.load import Loaded, draft_of
from quyet.files.writers.reading_json import plain
from quyet.files.writing import lay_out
from quyet.queries.allotments import Standing, allotments_for, planned_of, standing
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


def drawn_on(programme: Programme) -> Standing | None:
    """The allotment that a programme draws on, with its balance."""
    return standing(programme.allotment_id) if programme.allotment_id is not None else None


# --- what it may draw on ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Choice:
    """An allotment that a programme may draw on. `left`: what the other programmes leave; `after`: with this one."""

    standing: Standing
    left: int
    after: int
    chosen: bool


def choices_of(programme: Programme) -> list[Choice]:
    """The allotments of its body and year."""
    return [_choice(programme, each) for each in allotments_for(programme.body_id, programme.year)]


def _choice(programme: Programme, found: Standing) -> Choice:
    left = found.allotment.ceiling - planned_of(found.allotment, but=programme.pk)
    chosen = found.allotment.pk == programme.allotment_id
    return Choice(found, left, left - (programme.total or 0), chosen)


# --- its contents ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Contents:
    """What a programme orders, as plain values: activities below the headings they stand under, who does it, where the
    money comes from; and what contradicts itself in the draft, in both languages."""

    groups: list[tuple[str | None, list[dict[str, Any]]]]
    assignments: list[dict[str, Any]]
    sources: list[dict[str, Any]]
    faults: list[tuple[str, str]]

    @property
    def count(self) -> int:
        """How many activities there are."""
        return sum(len(activities) for _, activities in self.groups)


def contents(draft: Draft) -> Contents:
    """The contents of a draft, with what follows from it by arithmetic."""
    written = lay_out(draft)
    made = written.draft.programme
    activities = list(_activities(written.draft)) if made else []
    groups = [(group, list(each)) for group, each in groupby(activities, key=lambda activity: activity["group"])]
    return Contents(
        groups,
        [plain(each) for each in made.assignments] if made else [],
        [plain(each) for each in made.sources] if made else [],
        [(fault.message, fault.message_en) for fault in written.faults],
    )


def _activities(draft: Draft) -> Iterator[dict[str, Any]]:
    names, lines = activity_names(draft), [line for each in draft.estimates for line in each.lines]
    for activity in draft.programme.activities if draft.programme else []:
        said: dict[str, Any] = plain(activity)
        if said["amount"] is None:
            said["amount"] = _sum(lines, names, activity.ref)
        yield said


def _sum(lines: Sequence[EstimateLine], names: dict[str, str], ref: str) -> int | None:
    """What the annex gives an activity: the lines of the highest level that name it."""
    of_it = [line for line in lines if line.activity and names.get(line.activity) == ref and line.amount is not None]
    of_it = [line for line in of_it if not line.is_subtotal]
    top = min((line.level for line in of_it), default=0)
    return sum(line.amount or 0 for line in of_it if line.level == top) or None
