"""What the papers of spending are filled with, gathered from the ledger: as it stood when a request was asked for, so
that a paper says the same whenever it is opened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.db.models import F, QuerySet, Sum
from django.utils import timezone

from quyet.core.estimates.buying import route_of
from quyet.core.estimates.model import PlannedLine
from quyet.core.papers.draft import Draft
from quyet.core.papers.fields import programme_name
from quyet.core.payments import KINDS
from quyet.core.payments.table import moves_of
from quyet.core.vouchers.facts import (
    Agreement,
    Bill,
    Budget,
    Change,
    Facts,
    Office,
    Payee,
    Price,
    Purchase,
    Request,
    Settled,
    Spent,
)
from quyet.files.facts.letterheads import body_on
from quyet.files.facts.procurement import load_regimes
from quyet.queries.contract_acts import standing_appendices
from quyet.queries.contracts import signed_value
from quyet.queries.leaves import leaves_of
from quyet.queries.payments import act_of, uses_of
from quyet.queries.suppliers import PayeeRow, payee_of_contract, payee_of_request
from quyet.store.models import (
    Appendix,
    Body,
    Contract,
    LedgerEntry,
    Line,
    PaymentAct,
    PaymentPart,
    PaymentRequest,
    Programme,
)

_SETTLES = tuple(kind.name for kind in KINDS.values() if kind.draws and kind.of)


def facts_of_request(request: PaymentRequest, draft: Draft, day: date) -> Facts:
    """Of a request with programme, body, contract and supplier; `day`: that of its papers."""
    asked = act_of(request, "request")
    contract = request.contract
    purchase = None
    if contract is not None:
        purchase = _of_contract(contract, draft)
    elif request.supplier is not None:
        purchase = _of_request(request, _day(asked) or day, draft)
    return Facts(
        _office(request.body, draft, day),
        _budget(request.programme, draft),
        _payee_of(request),
        _agreement(contract, asked) if contract is not None else None,
        purchase,
        request=_request(request, asked),
        is_example=draft.example,
    )


def facts_of_contract(contract: Contract, draft: Draft, appendix: Appendix | None = None) -> Facts:
    """Of a contract with programme, body and supplier, or of one of its appendices."""
    change = None
    if appendix is not None:
        later = standing_appendices(contract).filter(pk__gte=appendix.pk).aggregate(sum=Sum("by"))["sum"] or 0
        change = Change(appendix.number, appendix.day, appendix.by, appendix.reason, contract.value - later)
    return Facts(
        _office(contract.body, draft, appendix.day if appendix else contract.day),
        _budget(contract.programme, draft),
        _payee(payee_of_contract(contract, appendix)),
        _agreement(contract),
        _of_contract(contract, draft),
        change,
        is_example=draft.example,
    )


# --- the body and its money ------------------------------------------------------------------------------------------


def _office(body: Body, draft: Draft, day: date) -> Office:
    """By its letterhead of the day where its decision names one, else as the register has it."""
    rows = body.names.order_by(F("since").desc(nulls_last=True))
    row = next((each for each in rows if (each.since or date.min) <= day <= (each.until or date.max)), None)
    identifier, document = (row or body).identifier, draft.document
    known = body_on(document.body, day) if document.body else None
    if known is not None:
        return Office(known.parent, known.issuer, known.name, identifier, known.place, known.symbol)
    name = (row or body).name
    superior = document.parent or (body.parent.name.upper() if body.parent else "")
    symbol = (document.number or "").rpartition("/")[2].partition("-")[2]
    return Office(superior, document.issuer or name.upper(), name, identifier, document.place or "", symbol)


def _budget(programme: Programme, draft: Draft) -> Budget:
    given, document = programme.allotment, draft.document
    named = draft.programme.name if draft.programme else None
    title = named or programme_name(document.title or programme.title) or programme.title
    decided = {"programme": title, "decision": document.number or "", "decision_day": document.date}
    if given is None:
        return Budget(programme.year, **decided)  # type: ignore[arg-type]
    return Budget(
        given.year, given.deciding_text, given.deciding_day, given.chapter, given.category, given.sub_category,
        given.source, title, document.number or "", document.date,
    )  # fmt: skip


def _payee_of(request: PaymentRequest) -> Payee | None:
    """The supplier, as it was approved, else the person; of what settles another request, whoever had that money."""
    if (row := payee_of_request(request)) is not None:
        return _payee(row)
    name = request.payee or (request.of.payee if request.of is not None else "")
    return Payee(name) if name else None


def _payee(row: PayeeRow) -> Payee:
    return Payee(row.name, row.tax_code, row.account, row.bank, row.address)


# --- a request -------------------------------------------------------------------------------------------------------


def _request(request: PaymentRequest, asked: PaymentAct | None) -> Request:
    sent = act_of(request, "send" if "send" in moves_of(request.kind) else "confirm")
    open_ = _open_before(request, asked)
    parts = request.parts.filter(round=request.round).select_related("line").order_by("line__place")
    of = request.of
    return Request(
        kind=request.kind,
        title=request.title,
        amount=request.amount,
        asked=_day(asked) or timezone.localdate(request.made_at),
        sent=_day(sent),
        number=request.number,
        day=request.day,
        lines=tuple(_spent(each.line, each.amount, open_.get(each.line_id)) for each in parts),
        bills=tuple(_bills(request)),
        listed=request.listed,
        accepted_number=request.accepted_number,
        accepted_day=request.accepted_day,
        accepted_value=request.accepted_value,
        settles=Settled(of.number, of.day, of.amount, sum(open_.values())) if of is not None else None,
        asker=asked.person.name if asked else "",
        checker=_name(act_of(request, "check")),
        approver=_name(act_of(request, "approve")),
    )


def _day(act: PaymentAct | None) -> date | None:
    return timezone.localdate(act.at) if act else None


def _name(act: PaymentAct | None) -> str:
    return act.person.name if act else ""


def _spent(line: Line, amount: int | None, open_: int | None = None) -> Spent:
    """Quantity and unit price as planned, where they come to this sum."""
    as_planned = line.quantity is not None and line.unit_price is not None and line.quantity * line.unit_price == amount
    quantity, price = (line.quantity, line.unit_price) if as_planned else (None, None)
    return Spent(line.content, amount, line.unit, quantity, price, line.code, line.source, open_)


def _bills(request: PaymentRequest) -> Iterable[Bill]:
    for use in uses_of(request).order_by("invoice__day", "id"):
        row = use.invoice
        yield Bill(row.printed, row.number, row.day, row.seller, row.seller_tax_code, row.total, use.amount)


def _open_before(request: PaymentRequest, asked: PaymentAct | None) -> dict[int, int]:
    """Line → đồng of the request that this one settles which were open when this one was asked for."""
    if request.of_id is None:
        return {}
    left = _by_line([request.of_id])
    settling = PaymentRequest.objects.filter(of=request.of_id, kind__in=_SETTLES)
    left.subtract(_by_line([each for each, _, _ in _done_before(settling, asked)]))
    return dict(left)


def _by_line(requests: Sequence[int]) -> Counter[int]:
    found: Counter[int] = Counter()
    parts = PaymentPart.objects.filter(request__in=requests, round=F("request__round"))
    for line, amount in parts.values_list("line", "amount"):
        found[line] += amount
    return found


def _done_before(requests: QuerySet[PaymentRequest], asked: PaymentAct | None) -> list[tuple[int, str, int]]:
    """Requests with kind and đồng that were done, and stand so, when an act was made."""
    done = PaymentAct.objects.filter(request__in=requests, request__state="paid", move="confirm")
    done = done.filter(pk__lt=asked.pk) if asked is not None else done
    return list(done.order_by().values_list("request", "request__kind", "request__amount").distinct())


# --- a contract ------------------------------------------------------------------------------------------------------


def _agreement(contract: Contract, asked: PaymentAct | None = None) -> Agreement:
    paid, advanced = _before(contract, asked)
    return Agreement(
        contract.number, contract.day, contract.title, contract.value, signed_value(contract), contract.advance_most,
        paid, advanced,
    )  # fmt: skip


def _committed(contract: Contract) -> Counter[int]:
    """Line → đồng as the contract was signed: its first commitments bear its number."""
    found: Counter[int] = Counter()
    entries = LedgerEntry.objects.filter(contract=contract, kind="commit", reverses=None, reversed_by=None)
    for line, amount in entries.filter(reason=contract.number).values_list("line", "amount"):
        found[line] += amount
    return found


def _before(contract: Contract, asked: PaymentAct | None) -> tuple[int, int]:
    """What of a contract was paid, and of its advances was open, when a request was asked for."""
    sums: Counter[str] = Counter()
    for _, kind, amount in _done_before(PaymentRequest.objects.filter(contract=contract), asked):
        sums[kind] += amount
    paid = sums["payment"] + sums["clearing"] - sums["refund"]
    return paid, sums["advance"] - sums["clearing"] - sums["refund_advance"]


# --- what is bought --------------------------------------------------------------------------------------------------


def _of_contract(contract: Contract, draft: Draft) -> Purchase:
    """As it was signed; by line only where its first commitments come to that."""
    signed, shares = signed_value(contract), _committed(contract)
    agreed = sum(shares.values()) == signed
    lines = Line.objects.filter(shares__contract=contract).select_related("activity").order_by("place")
    amounts = {each: shares[each.pk] if agreed else None for each in lines if each.pk in shares or not agreed}
    return _purchase(contract.title, contract.day, signed, amounts, draft)


def _of_request(request: PaymentRequest, day: date, draft: Draft) -> Purchase:
    """What is paid to a supplier without a contract."""
    parts = request.parts.filter(round=request.round).select_related("line__activity").order_by("line__place")
    return _purchase(request.title, day, request.amount, {each.line: each.amount for each in parts}, draft)


def _purchase(title: str, day: date, value: int, amounts: Mapping[Line, int | None], draft: Draft) -> Purchase:
    activities = [line.activity for line in amounts if line.activity is not None]
    return Purchase(
        title,
        day,
        value,
        tuple(_spent(line, amount) for line, amount in amounts.items()),
        tuple(_prices(list(amounts), draft)),
        min((each.start for each in activities if each.start), default=None),
        max((each.end for each in activities if each.end), default=None),
        route_of(load_regimes(), value, day),
    )


def _prices(lines: Sequence[Line], draft: Draft) -> Iterable[Price]:
    """The quotations behind planned prices: a line is told by its place among those that are bought, and its words."""
    planned = [line for _, line in leaves_of(draft)]
    for line in lines:
        found: PlannedLine | None = planned[line.place] if line.place < len(planned) else None
        if found is None or (found.content or "") != line.content or found.basis is None:
            continue
        basis = found.basis
        for place, each in enumerate(basis.quotations, start=1):
            chosen = place == basis.chosen
            yield Price(line.content, each.supplier, each.unit_price, each.date, chosen, basis.why or "")
