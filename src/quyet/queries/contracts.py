"""Contracts as requests meet them, and what the rules of buying say of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from django.db.models import F, QuerySet, Sum

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
    """A contract as a request (`but`) meets it: beside what is posted, all others that are on their way."""
    row = Contract.objects.get(pk=contract.pk)
    others = PaymentRequest.objects.filter(contract=contract).exclude(pk=but or 0)
    way_, done = _sums(others, *_ON_THEIR_WAY), _sums(others, "paid")
    return OfContract(
        number=row.number,
        value=row.value,
        signed=signed_value(row),
        agreed=row.advance_most,
        given=done["advance"] + way_["advance"] - done["refund_advance"],
        open=row.advanced + way_["advance"] - way_["clearing"] - way_["refund_advance"],
        paid=row.used + way_["payment"] + way_["clearing"],
    )


def _sums(requests: QuerySet[PaymentRequest], *states: str) -> Counter[str]:
    found: Counter[str] = Counter()
    for kind, amount in requests.filter(state__in=states).order_by().values_list("kind", "amount"):
        found[kind] += amount
    return found


def told_of_contract(contract: Contract) -> list[Told]:
    """The way to buy of the contract's day, and what stands beside it that is one purchase with it."""
    parts = {each.line_id: each.committed for each in contract.shares.all() if each.committed}
    return list(bought(contract.programme_id, parts, contract.day, contract=contract.pk))


def bought(
    programme: int, parts: Mapping[int, int], day: date, contract: int | None = None, request: int | None = None
) -> Iterator[Told]:
    """What is told of buying for so many đồng on lines of a programme. `contract` or `request`: the purchase itself,
    which is not counted beside itself."""
    regimes = load_regimes()
    yield from way(regimes, sum(parts.values()), day)
    lines = {each.pk: each for each in Line.objects.filter(programme=programme).select_related("activity")}
    ours: Counter[str] = Counter()
    for line, amount in parts.items():
        ours[_kind(lines[line])] += amount
    beside = _beside(programme, lines, contract, request)
    for kind, amount in ours.items():
        others = [(called, sum_) for (of, called), sum_ in sorted(beside.items()) if of == kind]
        yield from split(regimes, day, kind, amount, others)


def _kind(line: Line) -> str:
    return line.activity.kind if line.activity is not None else ""


def _beside(
    programme: int, lines: Mapping[int, Line], contract: int | None, request: int | None
) -> Counter[tuple[str, str]]:
    """Kind and words of a line → đồng of other contracts and of live requests without one."""
    shares = Share.objects.filter(contract__programme=programme, committed__gt=0).exclude(contract=contract or 0)
    parts = PaymentPart.objects.filter(
        request__programme=programme, request__contract=None, request__kind__in=("payment", "advance"),
        request__supplier__isnull=False, round=F("request__round"),
    ).exclude(request__state__in=DEAD).exclude(request=request or 0)  # fmt: skip
    found: Counter[tuple[str, str]] = Counter()
    for line, amount in (*shares.values_list("line", "committed"), *parts.values_list("line", "amount")):
        found[_kind(lines[line]), lines[line].content[:60]] += amount
    return found
