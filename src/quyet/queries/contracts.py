"""Contracts as requests meet them, and what the rules of buying say of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from django.db.models import F, Sum, Value

from quyet.core.payments import Told
from quyet.core.payments.advances import OfContract
from quyet.core.payments.buying import signed_before, split, way
from quyet.core.payments.model import DEAD
from quyet.files.facts.procurement import load_regimes
from quyet.queries.contract_acts import standing_appendices
from quyet.queries.done_days import decision_of
from quyet.store.models import Contract, Line, PaymentPart, PaymentRequest, Share

_ON_THEIR_WAY = ("checked", "approved", "sent")


def signed_value(contract: Contract) -> int:
    """What the contract was worth when it was signed, before the appendices that stand, in đồng."""
    return contract.value - (standing_appendices(contract).aggregate(sum=Sum("by"))["sum"] or 0)


def as_met(contract: Contract, but: int | None = None) -> OfContract:
    """A contract, as its row stands, as a request (`but`) meets it: beside what is posted, all others that are on their
    way."""
    others = PaymentRequest.objects.filter(contract=contract).exclude(pk=but or 0)
    return with_others(contract, signed_value(contract), others)


def with_others(contract: Contract, signed: int, others: Iterable[PaymentRequest]) -> OfContract:
    """The same from its value at signing and its other requests."""
    way_, done = Counter[str](), Counter[str]()
    for each in others:
        if each.state == "paid":
            done[each.kind] += each.amount
        elif each.state in _ON_THEIR_WAY:
            way_[each.kind] += each.amount
    return OfContract(
        number=contract.number,
        value=contract.value,
        signed=signed,
        agreed=contract.advance_most,
        given=done["advance"] + way_["advance"] - done["refund_advance"],
        open=contract.advanced + way_["advance"] - way_["clearing"] - way_["refund_advance"],
        paid=contract.used + way_["payment"] + way_["clearing"],
    )


def told_of_contract(contract: Contract, parts: Mapping[Line, int] | None = None) -> list[Told]:
    """The way to buy of the contract's day by its value, appendices with it, and what stands beside it that is one
    purchase with it; whether it is older than the decision. Nothing of one that was taken back. `parts`: what it
    commits on lines, where it was read."""
    if contract.taken_back:
        return []
    if parts is None:
        shares = contract.shares.filter(committed__gt=0).select_related("line__activity")
        parts = {each.line: each.committed for each in shares}
    found = list(bought(contract.programme_id, parts, contract.day, contract=contract))
    if (decision := decision_of(contract.programme_id)) is not None:
        found += signed_before(contract.day, decision.symbol, decision.day)
    return found


def bought(
    programme: int,
    parts: Mapping[Line, int],
    day: date,
    contract: Contract | None = None,
    request: int | None = None,
) -> Iterator[Told]:
    """What is told of buying for so many đồng on lines (with their activities) of a programme; one query. `contract` or
    `request`: the purchase itself, which is not counted beside itself. A contract is as large as it was signed and its
    appendices made it: what is refunded or released later makes no smaller purchase of it."""
    regimes = load_regimes()
    value = contract.value if contract is not None else sum(parts.values())
    yield from way(regimes, value, day)
    ours: Counter[str] = Counter()
    for line, amount in parts.items():
        ours[line.activity.kind if line.activity is not None else ""] += amount
    if len(ours) == 1:
        ours = Counter(dict.fromkeys(ours, value))
    beside = _beside(programme, contract.pk if contract is not None else None, request)
    for kind, amount in ours.items():
        others = [(called, sum_) for (of, called), sum_ in sorted(beside.items()) if of == kind]
        yield from split(regimes, day, kind, amount, others)


def _beside(programme: int, contract: int | None, request: int | None) -> Counter[tuple[str, str]]:
    """Kind and words of a line → đồng of other contracts and of live requests without one."""
    shares = Share.objects.filter(contract__programme=programme, committed__gt=0).exclude(contract=contract or 0)
    parts = PaymentPart.objects.filter(
        request__programme=programme, request__contract=None, request__kind__in=("payment", "advance"),
        request__supplier__isnull=False, round=F("request__round"),
    ).exclude(request__state__in=DEAD).exclude(request=request or 0)  # fmt: skip
    said = ("line__activity__kind", "line__content")
    found: Counter[tuple[str, str]] = Counter()
    rows = shares.order_by().values_list(*said, "committed", "pk", Value("share"))
    for kind, content, amount, *_ in rows.union(parts.order_by().values_list(*said, "amount", "pk", Value("part"))):
        found[kind or "", content[:60]] += amount
    return found
