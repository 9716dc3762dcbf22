"""Programmes in the making, the draft that one holds, and its page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any

from django.db.models import Q

from quyet.core.approval import obstacles
from quyet.core.decisions.model import EstimateLine
from quyet.core.papers.draft import Draft, activity_names
from quyet.files.drafts.load import Loaded, draft_of
from quyet.files.writers.reading_json import plain
from quyet.files.writing import lay_out
from quyet.queries.adoption import whole_content
from quyet.queries.allotments import Balance, balance, balances
from quyet.queries.approval import moves_of, standing_of
from quyet.queries.paging import Paged, paged
from quyet.queries.people import Viewer
from quyet.store.models import Programme


@dataclass(frozen=True)
class Opened:
    """A programme and its draft, as of the revision that the programme shows, and who looks at it."""

    programme: Programme
    loaded: Loaded
    viewer: Viewer

    @property
    def is_ours(self) -> bool:
        """Whether it is of the viewer's body; else it is one that a body below shares, to be read only."""
        return self.programme.body_id == self.viewer.body.pk

    @cached_property
    def may_edit(self) -> bool:
        """Whether the viewer may change it now."""
        if not self.is_ours or self.programme.state != Programme.State.DRAFT:
            return False
        move, actor = moves_of(self.programme)["edit"], self.viewer.actor(self.programme.unit_id)
        return bool(move.by & set(actor.roles)) and not obstacles(move, actor, standing_of(self.programme))

    @property
    def may_choose(self) -> bool:
        """Whether the viewer may name the allotment that it draws on."""
        early = self.programme.state in (Programme.State.DRAFT, Programme.State.SUBMITTED)
        may = self.is_ours and "accountant" in self.viewer.roles
        return self.may_edit or (may and (early or self.is_untied))

    @property
    def is_untied(self) -> bool:
        """Whether it was issued and no allotment holds it: then no money can be posted."""
        return self.programme.state == Programme.State.ISSUED and self.programme.allotment_id is None


def years_of(viewer: Viewer) -> list[int]:
    """The years of the programmes of the viewer's body, the latest first."""
    years = Programme.objects.filter(body=viewer.body, year__isnull=False).order_by("-year")
    return [each for each in years.values_list("year", flat=True).distinct() if each is not None]


def listed(viewer: Viewer, page: int = 1, year: int | None = None) -> Paged[Programme]:
    """The programmes of the viewer's body, of one year where it is named, the last changed first."""
    of_body = Programme.objects.filter(body=viewer.body).defer(*_UNSHOWN)
    of_body = of_body.filter(year=year) if year is not None else of_body
    return paged(of_body.select_related("body", "allotment"), page)


def shared_with(viewer: Viewer, page: int = 1) -> Paged[Programme]:
    """What the bodies below share with the viewer's."""
    below = Programme.objects.filter(_shared_below(viewer)).defer(*_UNSHOWN)
    return paged(below.select_related("body"), page)


_UNSHOWN = ("content", "searched")
"""What a list has no use for: a content alone is longer than all that the list shows."""


def row(viewer: Viewer, programme: int) -> Programme | None:
    """A programme with its allotment, its data not opened yet: of the viewer's body, or shared by one below."""
    found = Programme.objects.select_related("body", "allotment")
    return found.filter(Q(body=viewer.body) | _shared_below(viewer), pk=programme).first()


def _shared_below(viewer: Viewer) -> Q:
    """What a body below shares: the programme by itself, and the body at all."""
    return Q(body__parent=viewer.body, body__shares=True, shared=True)


def opened(viewer: Viewer, programme: int) -> Opened | None:
    """One programme with its draft, and an annex that came later; None where the viewer has no such one to read."""
    found = row(viewer, programme)
    return Opened(found, draft_of(whole_content(found).encode(), as_json=True), viewer) if found else None


def drawn_on(found: Opened) -> Balance | None:
    """The allotment that a programme draws on, with its balance; none to be seen of another body's."""
    programme = found.programme
    return balance(programme.allotment) if programme.allotment is not None and found.is_ours else None


# --- what it may draw on ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Choice:
    """An allotment that a programme may draw on. `left`: what the other programmes leave; `after`: with this one."""

    standing: Balance
    left: int
    after: int
    chosen: bool


def choices_of(programme: Programme) -> list[Choice]:
    """The allotments of its body and year."""
    return [_choice(programme, each) for each in balances(programme.body_id, programme.year)]


def _choice(programme: Programme, found: Balance) -> Choice:
    own, chosen = programme.total or 0, found.allotment.pk == programme.allotment_id
    left = found.left + (own if chosen else 0)
    return Choice(found, left, left - own, chosen)


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
