"""What a request for money may ask for: its kinds, the lines with what each has left for it, what it would come to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from quyet.core.ledger import moved
from quyet.core.ledger import moves_of as entry_moves
from quyet.core.payments import KINDS, RequestKind, Told
from quyet.queries.contract_page import contract_of, shares_of
from quyet.queries.payments import lines_of, open_of, told_of, uses_of
from quyet.queries.people import Viewer
from quyet.queries.spending import Effect, balances_of
from quyet.store.models import Contract, Line, PaymentRequest, Programme


@dataclass(frozen=True, slots=True)
class Source:
    """What a request is of: its kind, the contract that it draws on, the paid request that it settles, and, where it is
    asked anew, itself."""

    kind: RequestKind
    contract: Contract | None = None
    of: PaymentRequest | None = None
    again: PaymentRequest | None = None

    @property
    def names_payee(self) -> bool:
        """Whether somebody has to say who gets the money: else the contract does, or what is settled."""
        return self.kind.road == "house" or (self.contract is None and self.of is None)


@dataclass(frozen=True, slots=True)
class Askable:
    """A line and how many đồng may be asked for on it."""

    line: Line
    most: int


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What a request would come to: its lines once it is done, and what the rules of the day say of it."""

    effects: Sequence[Effect]
    told: Sequence[Told]


def source_of(viewer: Viewer, programme: Programme, kind: str, contract: int | None, of: int | None) -> Source | None:
    """The source that an address names; None where there is no such thing in the programme, or it does not fit."""
    found = KINDS.get(kind)
    if found is None or bool(found.of) != (of is not None) or (contract is not None and of is not None):
        return None
    if of is not None:
        settled = PaymentRequest.objects.filter(pk=of, programme=programme, body=viewer.body, state="paid")
        row = settled.select_related("contract", "supplier").first()
        return Source(found, None, row) if row is not None and found in settles(row) else None
    row_ = contract_of(viewer, programme.pk, contract) if contract is not None else None
    if contract is not None and (row_ is None or row_.taken_back):
        return None
    return Source(found, row_)


def source_again(viewer: Viewer, programme: Programme, pk: int) -> Source | None:
    """The source of a request that lies with who asked; None where there is none."""
    rows = PaymentRequest.objects.filter(pk=pk, programme=programme, body=viewer.body)
    found = rows.select_related("contract", "supplier", "of__contract", "of__supplier").first()
    if found is None:
        return None
    contract = found.contract if found.of is None else None
    return Source(KINDS[found.kind], contract, found.of, found)


def settles(request: PaymentRequest) -> list[RequestKind]:
    """The kinds that may settle a request, once it is paid."""
    if request.state != "paid":
        return []
    on_contract = request.contract_id is not None
    return [each for each in KINDS.values() if request.kind in each.of and (each.on_contract or not on_contract)]


def askable(programme: Programme, source: Source) -> list[Askable]:
    """The lines that a request of this source may name, in the order of the estimate, with what each has for it."""
    if source.contract is not None:
        return [Askable(each.line, each.rest) for each in shares_of(source.contract) if each.share.committed]
    if source.of is None:
        return [Askable(each, each.ceiling - each.taken) for each in programme.lines.order_by("place")]
    left = open_of(source.of, source.again.pk if source.again else None)
    lines = programme.lines.filter(pk__in=list(left)).order_by("place")
    if not source.kind.draws:  # handed to a person: what of the advance nobody holds
        return [Askable(each, min(left[each.pk], each.advanced - each.staff)) for each in lines]
    return [Askable(each, left[each.pk]) for each in lines]


def foreseen(pk: int, day: date) -> Foreseen:
    """What a request that was just made would come to."""
    request = PaymentRequest.objects.select_related("programme", "body", "contract", "supplier").get(pk=pk)
    parts = lines_of(request)
    told = told_of(request, day, parts, list(uses_of(request)))
    return Foreseen([_done(request, line, amount) for line, amount in parts.items()], told)


def _done(request: PaymentRequest, line: Line, amount: int) -> Effect:
    kind, before = KINDS[request.kind], balances_of(line)
    after, drawn = before, request.contract_id is not None
    for entry in filter(None, (kind.holds, kind.posts)):
        after = moved(after, entry_moves(entry, drawn), amount)
    return Effect(line, before, after)
