"""Chi tiêu: lines with what stands on each, contracts, requests, and what a move would leave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from quyet.core.approval import Obstacle
from quyet.core.ledger import COLUMNS, Balances, moved, moves_of
from quyet.core.payments import KINDS, Move, Standing, Told, obstacles
from quyet.core.payments import moves_of as road_of
from quyet.core.payments.days import before_asking
from quyet.queries.done_days import asked_on
from quyet.queries.payments import JUDGED, lines_of, standing_of, told_of, uses_of
from quyet.queries.people import Viewer
from quyet.queries.suppliers import Named, named, payee_of_request
from quyet.store.models import Contract, ContractAct, InvoiceUse, Line, PaymentAct, PaymentRequest, Programme

WIDE = 1000
"""How wide a bar is drawn: its line's ceiling."""

SEGMENTS = ("used", "advanced", "held", "committed", "left")


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a bar: what it is, where it begins and how wide it is."""

    what: str
    at: int
    width: int


@dataclass(frozen=True, slots=True)
class Bar:
    """A line and its money in đồng; `waiting`: committed and neither held nor out."""

    line: Line
    balances: Balances
    segments: Sequence[Segment]

    @property
    def waiting(self) -> int:
        """Committed, and nobody has asked for it."""
        return self.balances.taken - self.balances.out


@dataclass(frozen=True, slots=True)
class Effect:
    """What a move would make of a line."""

    line: Line
    before: Balances
    after: Balances


@dataclass(frozen=True, slots=True)
class Offer:
    """A move that the viewer's roles make here, what stands against it, and what it would leave."""

    move: Move
    obstacles: Sequence[Obstacle]
    effects: Sequence[Effect]

    @property
    def is_open(self) -> bool:
        """Whether it may be made now."""
        return not self.obstacles


@dataclass(frozen=True, slots=True)
class Asked:
    """A request with all that its page shows. `named`: its supplier, as its papers have it."""

    request: PaymentRequest
    named: Named | None
    standing: Standing
    parts: Sequence[tuple[Line, int]]
    invoices: Sequence[InvoiceUse]
    acts: Sequence[tuple[PaymentAct, Move]]
    told: Sequence[Told]
    offers: Sequence[Offer]


def bars(programme: Programme) -> list[Bar]:
    """Every line of a programme, in its order."""
    return [_bar(line) for line in programme.lines.select_related("activity").order_by("place")]


def whole(found: Sequence[Bar]) -> Balances:
    """All lines together."""
    return Balances(**{name: sum(getattr(each.balances, name) for each in found) for name in COLUMNS})


def contracts(programme: Programme) -> list[Contract]:
    """The contracts of a programme with their suppliers; those that were taken back come last, with how that was."""
    whole = ContractAct.objects.filter(what="take_back", takes_back__what="enter").select_related("person")
    rows = programme.contracts.select_related("supplier").prefetch_related(Prefetch("acts", whole, "undoings"))
    return sorted(rows, key=lambda each: each.taken_back)


def requests(programme: Programme, most: int = 200) -> list[PaymentRequest]:
    """The requests of a programme, the newest first."""
    return list(programme.requests.select_related("contract", "supplier")[:most])


def request_of(viewer: Viewer, programme: int, pk: int, day: date) -> Asked | None:
    """A request of a programme of the viewer's body; None where there is none."""
    rows = PaymentRequest.objects.select_related("programme", "body", "contract", "supplier", "of")
    acts = Prefetch("acts", PaymentAct.objects.select_related("person", "payee"))
    rows = rows.defer("programme__content").prefetch_related(acts)
    found = rows.filter(pk=pk, programme=programme, body=viewer.body).first()
    if found is None:
        return None
    standing, by_line, road, uses = standing_of(found), lines_of(found), road_of(found.kind), list(uses_of(found))
    parts = list(by_line.items())
    told = told_of(found, day, by_line, uses) if found.state in ("requested", "checked") else []
    told += before_asking(asked_on(found), found.day) if found.state == "paid" else ()
    payee = payee_of_request(found)
    return Asked(
        found, named(found.supplier, payee) if found.supplier and payee else None, standing, parts, uses,
        [(each, road[each.move]) for each in found.acts.all()], told, _offers(viewer, found, standing, parts, told),
    )  # fmt: skip


def _offers(
    viewer: Viewer, request: PaymentRequest, standing: Standing, parts: Sequence[tuple[Line, int]], told: Sequence[Told]
) -> list[Offer]:
    actor = viewer.actor(request.programme.unit_id)
    return [
        Offer(move, obstacles(move, actor, standing, told), _effects(request, move, parts))
        for move in road_of(request.kind).values()
        if move.name != "request" and standing.state in move.leads and move.by & set(actor.roles)
    ]


def _effects(request: PaymentRequest, move: Move, parts: Sequence[tuple[Line, int]]) -> list[Effect]:
    kind = KINDS[request.kind]
    entry, turned = {
        "hold": (kind.holds, False),
        "give_back": (kind.holds if request.state in JUDGED else None, True),
        "confirm": (kind.posts, False),
        "take_back": (kind.posts, True),
    }.get(move.posts or "", (None, False))
    if entry is None:
        return []
    moves = moves_of(entry, request.contract_id is not None, turned)
    return [Effect(line, balances_of(line), moved(balances_of(line), moves, amount)) for line, amount in parts]


def balances_of(line: Line) -> Balances:
    """The balances that stand on a line."""
    return Balances(**{name: getattr(line, name) for name in COLUMNS})


def _bar(line: Line) -> Bar:
    found = balances_of(line)
    sums = (found.used, found.advanced, found.held, found.taken - found.out, found.left)
    segments, at, upto = [], 0, 0
    for what, amount in zip(SEGMENTS, sums, strict=True):
        upto += amount
        end = WIDE * upto // found.ceiling if found.ceiling else 0
        if end > at:
            segments.append(Segment(what, at, end - at))
        at = end
    return Bar(line, found, segments)
