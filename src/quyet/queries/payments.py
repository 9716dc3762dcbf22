"""Requests for money: where each stands, what of it is open, and what the rules of a day say of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import F, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from quyet.core.execution.missing import Asked, Paper, missing
from quyet.core.payments import KINDS, Act, Move, Standing, Told, moves_of, replay
from quyet.core.payments.advances import limits, recovery, regime_of, settle_by
from quyet.core.payments.invoices import Invoice as Stated
from quyet.core.payments.invoices import PaidFor, mismatches, totals
from quyet.core.payments.model import DEAD
from quyet.core.values.amounts import dotted
from quyet.files.facts.payments import load_advances, load_papers
from quyet.queries.contracts import as_met, bought
from quyet.store.models import Body, InvoiceUse, Line, PaymentAct, PaymentEntry, PaymentPart, PaymentRequest

JUDGED = ("checked", "approved", "sent")
"""Money is held, or what was out is on its way to be settled."""


def standing_of(request: PaymentRequest) -> Standing:
    """Where the acts that are kept lead; the row's own state says the same."""
    return replay((Act(row.move, row.person_id) for row in request.acts.all()), moves_of(request.kind))


def act_of(request: PaymentRequest, move: str) -> PaymentAct | None:
    """The last of its moves of that name in the round that stands; none where a return undid it."""
    acts = [each for each in request.acts.all() if each.round == request.round]
    undone = max((each.pk for each in acts if each.move in ("return", "refuse")), default=0)
    of_name = [each for each in acts if each.move == move and (move == "request" or each.pk > undone)]
    return of_name[-1] if of_name else None


def seen_of(request: PaymentRequest, made: Move) -> str:
    """What whoever makes that move has before their eyes: which asking it is, and for a move that judges it, which
    state of its payee. Where it is another once the button is pressed, they saw something else."""
    judged = request.supplier.revision if made.is_told and request.supplier is not None else ""
    return f"{request.round}.{judged}"


def parts_of(request: PaymentRequest) -> dict[int, int]:
    """Line → đồng that its last round asks for."""
    rows = request.parts.filter(round=request.round)
    return {each.line_id: each.amount for each in rows}


def lines_of(request: PaymentRequest) -> dict[Line, int]:
    """The same by the lines themselves, in the order of the estimate, with their activities; one query."""
    rows = request.parts.filter(round=request.round).select_related("line__activity").order_by("line__place")
    return {each.line: each.amount for each in rows}


def uses_of(request: PaymentRequest) -> QuerySet[InvoiceUse]:
    """The invoices that its last round pays, and whether one was taken back since."""
    return request.invoices.filter(round=request.round).select_related("invoice__void")


def entries_of(request: PaymentRequest, kind: str) -> list[PaymentEntry]:
    """Its entries of a kind that were not taken back, with the entry."""
    rows = PaymentEntry.objects.filter(act__request=request, entry__kind=kind, entry__reverses=None)
    return list(rows.filter(entry__reversed_by=None).select_related("entry"))


def open_of(request: PaymentRequest, but: int | None = None) -> dict[int, int]:
    """Line → đồng of a paid request that nothing settles, also nothing on its way (but for the request `but`)."""
    if request.state != "paid":
        return {}
    left = Counter(parts_of(request))
    kinds = [kind.name for kind in KINDS.values() if kind.draws and request.kind in kind.of]
    settling = PaymentPart.objects.filter(request__of=request, request__kind__in=kinds, round=F("request__round"))
    for each in settling.exclude(request__state__in=DEAD).exclude(request=but or 0):
        left[each.line_id] -= each.amount
    return dict(left)


def used_of(invoice: int, but: int | None = None) -> int:
    """Đồng of an invoice that live requests pay (but for the request `but`)."""
    rows = InvoiceUse.objects.filter(invoice=invoice, round=F("request__round"))
    return rows.exclude(request__state__in=DEAD).exclude(request=but or 0).aggregate(sum=Sum("amount"))["sum"] or 0


# --- what is told ----------------------------------------------------------------------------------------------------


def told_of(
    request: PaymentRequest,
    day: date,
    parts: Mapping[Line, int] | None = None,
    uses: Sequence[InvoiceUse] | None = None,
) -> list[Told]:
    """What the rules of a day say of a request, and of the contract whose row it holds, as they stand now: what stops
    it first. `parts`, `uses`: of its last round, where they were read before."""
    uses = list(uses_of(request)) if uses is None else uses
    return sorted(_told(request, day, parts, uses), key=lambda told: not told.stops)


def _told(
    request: PaymentRequest, day: date, parts: Mapping[Line, int] | None, uses: Sequence[InvoiceUse]
) -> Iterator[Told]:
    if KINDS[request.kind].wants_papers:
        yield from _papers(request, day, uses)
        yield from _invoices(request, uses)
    if request.kind in ("advance", "payment"):
        yield from _money_out(request, day)
        if request.contract is None and request.supplier is not None:
            parts = lines_of(request) if parts is None else parts
            yield from bought(request.programme_id, parts, day, request=request.pk)


def _papers(request: PaymentRequest, day: date, uses: Sequence[InvoiceUse]) -> Iterator[Told]:
    present: set[Paper] = {"acceptance"} if request.accepted_number and request.accepted_day else set()
    if uses:
        present.add("invoice")
    value = request.contract.value if request.contract is not None else None
    for each in missing(load_papers(), Asked(day, request.amount, value, request.listed), frozenset(present)):
        rule = each.rule
        yield Told(
            f"missing_{rule.paper}",
            f"Thiếu {rule.name_vi} ({rule.source}).",
            f"The {rule.name_en} is missing ({rule.source}).",
            stops=each.stops,
            source=rule.source,
        )


def _invoices(request: PaymentRequest, uses: Sequence[InvoiceUse]) -> Iterator[Told]:
    for each in uses:
        yield from mismatches(_stated(each), _paid_for(request, each.amount))
    yield from totals(request.amount, sum(each.amount for each in uses), request.accepted_value)


def _stated(use: InvoiceUse) -> Stated:
    row = use.invoice
    return Stated(
        row.seller, row.seller_tax_code, row.buyer, row.buyer_tax_code, "", row.symbol, row.number, row.day,
        row.before_tax, row.tax, row.total,
    )  # fmt: skip


def _paid_for(request: PaymentRequest, amount: int) -> PaidFor:
    contract, supplier = request.contract, request.supplier
    return PaidFor(
        amount=amount,
        payee=supplier.name if supplier else request.payee,
        payee_tax_code=supplier.tax_code if supplier else "",
        body=request.body.name.removesuffix(" (ví dụ)"),
        contract=contract.number if contract else "",
        contract_value=contract.value if contract else None,
        contract_day=contract.day if contract else None,
        accepted=request.accepted_value,
        accepted_day=request.accepted_day,
    )


def _money_out(request: PaymentRequest, day: date) -> Iterator[Told]:
    regime = regime_of(load_advances(), request.programme.year or day.year, day)
    contract = as_met(request.contract, request.pk) if request.contract is not None else None
    if request.kind == "advance":
        yield from limits(regime, contract, request.amount, day)
        yield from _late_ones(request, day)
    elif contract is not None:
        yield from recovery(regime, contract, request.amount)


# --- advances that are due -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Unsettled:
    """An advance of the treasury that is open, in đồng, and the last day to settle it."""

    request: PaymentRequest
    open: int
    by: date

    def is_late(self, today: date) -> bool:
        """Whether its day is over."""
        return self.by < today


def unsettled(bodies: Sequence[Body], programme: int | None = None) -> list[Unsettled]:
    """Advances of bodies that are to be settled by a day, the first day first: for the desk and for what a new advance
    is told; one query. A clearing on its way settles nothing yet. Those on a large contract are recovered with its
    payments and have no day."""
    rows = PaymentRequest.objects.filter(body__in=bodies, kind="advance", state="paid")
    rows = rows if programme is None else rows.filter(programme=programme)
    done = PaymentRequest.objects.filter(of=OuterRef("pk"), kind__in=_SETTLE, state="paid").order_by().values("of")
    rows = rows.annotate(settled=Coalesce(Subquery(done.annotate(sum=Sum("amount")).values("sum")), 0))
    found = []
    for each in rows.select_related("contract", "programme").defer("programme__content"):
        by, left = _settled_by(each), each.amount - each.settled
        if by is not None and left > 0:
            found.append(Unsettled(each, left, by))
    return sorted(found, key=lambda each: (each.by, each.request.pk))


_SETTLE = tuple(kind.name for kind in KINDS.values() if kind.draws and "advance" in kind.of)


def _settled_by(advance: PaymentRequest) -> date | None:
    paid_on = advance.day or advance.changed_at.date()
    regime = regime_of(load_advances(), advance.programme.year or paid_on.year, paid_on)
    return settle_by(regime, advance.contract.value if advance.contract else None, paid_on)


def _late_ones(request: PaymentRequest, day: date) -> Iterator[Told]:
    for each in unsettled([request.body]):
        if each.is_late(day):
            number, title = each.request.number, each.request.title[:80]
            yield Told(
                "advance_late",
                f"Tạm ứng số {number} «{title}» còn {dotted(each.open)} đồng, phải thanh toán trước hết ngày "
                f"{each.by:%d/%m/%Y}: đã quá hạn.",
                f"Advance {number} “{title}” has {dotted(each.open)} đồng open, to be settled by {each.by:%d/%m/%Y}: "
                "it is late.",
            )
