"""Contracts as requests meet them, and what the rules of buying say of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from django.db.models import F, Sum, Value

from quyet.core.payments import Told
from quyet.core.payments.advances import OfContract
from quyet.core.payments.buying import split, way
from quyet.core.payments.model import DEAD
from quyet.files.facts.procurement import load_regimes
from quyet.store.models import Contract, Line, PaymentPart, PaymentRequest, Share

_ON_THEIR_WAY = ("checked", "approved", "sent")


def signed_value(contract: Contract) -> int:
    """What the contract was worth when it was signed, before its appendices, in đồng."""
    return contract.value - (contract.appendices.aggregate(sum=Sum("by"))["sum"] or 0)


def as_met(contract: Contract, but: int | None = None) -> OfContract:
    """A contract, as its row stands, as a request (`but`) meets it: beside what is posted, all others that are on their
    way."""
    way_, done = _others(contract, but)
    return OfContract(
        number=contract.number,
        value=contract.value,
        signed=signed_value(contract),
        agreed=contract.advance_most,
        given=done["advance"] + way_["advance"] - done["refund_advance"],
        open=contract.advanced + way_["advance"] - way_["clearing"] - way_["refund_advance"],
        paid=contract.used + way_["payment"] + way_["clearing"],
    )


def _others(contract: Contract, but: int | None) -> tuple[Counter[str], Counter[str]]:
    """Kind → đồng of a contract's other requests: those on their way, those that are done."""
    way_, done = Counter[str](), Counter[str]()
    rows = PaymentRequest.objects.filter(contract=contract, state__in=(*_ON_THEIR_WAY, "paid")).exclude(pk=but or 0)
    for kind, state, amount in rows.order_by().values_list("kind", "state", "amount"):
        (done if state == "paid" else way_)[kind] += amount
    return way_, done


def told_of_contract(contract: Contract) -> list[Told]:
    """The way to buy of the contract's day, and what stands beside it that is one purchase with it."""
    shares = [each for each in contract.shares.select_related("line__activity") if each.committed]
    parts = {each.line: each.committed for each in shares}
    return list(bought(contract.programme_id, parts, contract.day, contract=contract.pk))


def bought(
    programme: int, parts: Mapping[Line, int], day: date, contract: int | None = None, request: int | None = None
) -> Iterator[Told]:
    """What is told of buying for so many đồng on lines (with their activities) of a programme; one query. `contract` or
    `request`: the purchase itself, which is not counted beside itself."""
    regimes = load_regimes()
    yield from way(regimes, sum(parts.values()), day)
    ours: Counter[str] = Counter()
    for line, amount in parts.items():
        ours[line.activity.kind if line.activity is not None else ""] += amount
    beside = _beside(programme, contract, request)
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
