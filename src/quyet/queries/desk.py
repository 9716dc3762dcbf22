"""Bàn làm việc: what waits for a person, what is due, and the money of the year's programmes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import reduce
from operator import or_
from typing import Literal

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from quyet.core.approval import Move, Obstacle, obstacles
from quyet.core.approval.model import Facts, Standing
from quyet.core.papers.recipients import recipient
from quyet.core.values.amounts import dotted
from quyet.core.values.workdays import is_day_off, next_working_day
from quyet.queries.approval import NEXT, moves_of, standing_of
from quyet.queries.days_off import days_off
from quyet.queries.payments import unsettled
from quyet.queries.people import Viewer
from quyet.queries.programmes import years_of
from quyet.store.models import Activity, Body, Dispatch, Programme

AHEAD = timedelta(days=60)
"""How far the desk looks ahead."""

MOST_BARS = 20

_ALL_HELD = Facts(over=0, signed_paper=True, numbered=True)
"""What the page of the act itself asks for is no reason to leave it out of the desk."""

_PERSONAL = frozenset({"role", "own", "own_work", "signatory"})


@dataclass(frozen=True, slots=True)
class Waiting:
    """A programme that lies on somebody's desk, by which move, since when. `returned`: it came back to be drafted anew,
    with the reason."""

    programme: Programme
    move: Move
    since: date
    returned: str | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """Something with a day. `release`: signed and to be issued; `dispatch`: issued and to be sent; `activity`: the last
    day of an activity's window; `advance`: money of the treasury that is to be settled."""

    what: Literal["release", "dispatch", "activity", "advance"]
    day: date
    programme: Programme | None
    title: str
    entry: int | None = None
    key: int = 0

    def is_late(self, today: date) -> bool:
        """Whether its day is over. Of activities nobody has said here whether they were done."""
        return self.what != "activity" and self.day < today

    @property
    def is_counted(self) -> bool:
        """Whether its day was counted in working days."""
        return self.what in ("release", "dispatch")

    @property
    def is_day_off(self) -> bool:
        """Whether a last day that a rule names falls on a day off: it stays that day, no rule here moves it."""
        return self.what == "advance" and is_day_off(self.day, days_off)


@dataclass(frozen=True, slots=True)
class Money:
    """A programme of the year: its total in đồng; `held`: it was issued and names an allotment, which holds it."""

    programme: Programme
    total: int
    held: bool


@dataclass(frozen=True, slots=True)
class Desk:
    """What a person sees first. `year`: of the money; `years`: those that there are, the latest first."""

    waiting: Sequence[Waiting]
    due: Sequence[Due]
    year: int
    years: Sequence[int]
    money: Sequence[Money]
    more: int
    """How many programmes of the year `money` leaves out, smaller ones."""


def desk(viewer: Viewer, today: date, year: int | None = None) -> Desk:
    """The desk of somebody on a day, the money of a year (today's, unless said); a fixed number of queries."""
    shown = year or today.year
    open_ = _open(viewer)
    found = [each for programme in open_ for each in _waiting(viewer, programme)]
    of_year = Programme.objects.filter(body=viewer.body, year=shown)
    money = _money(of_year)
    return Desk(
        sorted(found, key=lambda each: each.since),
        due_of([viewer], today, today + AHEAD, open_),
        shown,
        sorted({today.year, *years_of(viewer)}, reverse=True),
        money,
        of_year.count() - len(money),
    )


def _open(viewer: Viewer) -> list[Programme]:
    """Programmes that may lie on this desk, with their acts."""
    states = {state for state, moves in NEXT.items() if viewer.roles & {role for _, role in moves}}
    states |= {"draft"} if viewer.roles & {"officer", "head"} else set()
    rows = Programme.objects.filter(body=viewer.body, state__in=states).defer("content", "searched")
    return list(rows.prefetch_related("acts"))


def _waiting(viewer: Viewer, programme: Programme) -> Iterator[Waiting]:
    """The next moves that this person may make: not of work that is theirs already."""
    standing, actor, moves = standing_of(programme), viewer.actor(programme.unit_id), moves_of(programme)
    acts = list(programme.acts.all())
    since = timezone.localdate(acts[-1].at if acts else programme.changed_at)
    last = acts[-1] if acts else None
    if standing.state == "draft":
        back = last if last is not None and last.move == "return" else None
        if back is not None and actor.person in standing.drafters:
            yield Waiting(programme, moves["edit"], since, back.reason)
            return
    for name, _ in NEXT.get(standing.state, ()):
        if name in moves and not _stops(standing, obstacles(moves[name], actor, standing, _ALL_HELD)):
            yield Waiting(programme, moves[name], since)
            return


def _stops(standing: Standing, against: Sequence[Obstacle]) -> bool:
    """Whether the move is not this person's. Who submits is asked for the signatory there: none yet stops nobody."""
    asked = {"signatory"} if standing.signatory is None else set()
    return any(each.rule in (_PERSONAL | {"state"}) - asked for each in against)


# --- what is due -----------------------------------------------------------------------------------------------------


def due_of(viewers: Sequence[Viewer], since: date, until: date, open_: Sequence[Programme] | None = None) -> list[Due]:
    """Everything with a day from a day to a day at the bodies of one person, in order; what is late is told whenever it
    was due. Releases and dispatch are the clerk's. `open_`: programmes on their road that are known already. A fixed
    number of queries, however many bodies those are."""
    found = list(_activities(viewers, since, until))
    clerks = [each.body for each in viewers if "clerk" in each.roles]
    if clerks:
        found += _releases(_signed(clerks) if open_ is None else open_)
        found += _dispatches(clerks)
    spenders = [each.body for each in viewers if each.roles & {"accountant", "officer"}]
    if spenders:
        found += _advances(spenders, until)
    return sorted(found, key=lambda each: (each.day, each.what, each.key))


def _activities(viewers: Sequence[Viewer], since: date, until: date) -> Iterator[Due]:
    """Windows that end."""
    seen = reduce(or_, map(_seen_by, viewers))
    rows = Activity.objects.filter(seen, programme__state="issued", end__range=(since, until))
    for each in rows.select_related("programme").defer("programme__content"):
        if each.end is not None:
            yield Due("activity", each.end, each.programme, f"{each.label} {each.title}".strip(), key=each.pk)


def _seen_by(viewer: Viewer) -> Q:
    """Activities of the body; an officer and a head of one unit see those of their unit, and those of none."""
    of_body, units = Q(programme__body=viewer.body), {each.unit_id for each in viewer.held}
    if None in units or not units:
        return of_body
    return of_body & (Q(programme__unit__in=units) | Q(programme__unit=None))


def _signed(bodies: Sequence[Body]) -> list[Programme]:
    rows = Programme.objects.filter(body__in=bodies, state="signed").defer("content", "searched")
    return list(rows.prefetch_related("acts"))


def _releases(open_: Sequence[Programme]) -> Iterator[Due]:
    """Signed, and waiting for number and day: on the next working day at the latest."""
    for programme in open_:
        signed = [each for each in programme.acts.all() if each.move == "sign"]
        if programme.state == "signed" and signed:
            day = next_working_day(timezone.localdate(signed[-1].at), days_off)
            yield Due("release", day, programme, programme.title, key=programme.pk)


def _advances(bodies: Sequence[Body], until: date) -> Iterator[Due]:
    """Advances of the treasury that are open, with the last day to settle them; late ones whenever that was."""
    for each in unsettled(bodies):
        if each.by <= until:
            title = f"{each.request.title}: {dotted(each.open)} đ"
            yield Due("advance", each.by, each.request.programme, title, key=each.request.pk)


def _dispatches(bodies: Sequence[Body]) -> Iterator[Due]:
    """Papers that went out and were not sent to everybody yet, each once."""
    rows = Dispatch.objects.filter(entry__body__in=bodies, entry__direction="out", sent_at=None)
    seen: set[int] = set()
    for each in rows.select_related("entry").order_by("entry__day", "entry_id", "place"):
        if not recipient(each.recipient).kept and each.entry_id not in seen:
            seen.add(each.entry_id)
            entry = each.entry
            day, title = next_working_day(entry.day, days_off), f"{entry.symbol} {entry.title}"
            yield Due("dispatch", day, None, title, entry=entry.pk, key=entry.pk)


# --- money -----------------------------------------------------------------------------------------------------------


def _money(of_year: QuerySet[Programme]) -> list[Money]:
    """The largest, those that are issued first."""
    rows = of_year.defer("content", "searched").order_by(F("total").desc(nulls_last=True), "pk")[:MOST_BARS]
    money = [Money(each, each.total or 0, each.state == "issued" and each.allotment_id is not None) for each in rows]
    return sorted(money, key=lambda each: (not each.held, -each.total, each.programme.pk))
