"""On which days the treasury can have done what a request asks for, and by which decision its programme is spent."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils import timezone

from quyet.core.payments.days import Bound, Days, days_of
from quyet.store.models import PaymentRequest, RegisterEntry


def decision_of(programme: int) -> RegisterEntry | None:
    """The line of the register of the decision that a programme is spent by; one query."""
    return RegisterEntry.objects.filter(programme=programme).order_by("id").first()


def asked_on(request: PaymentRequest) -> date:
    """The day on which its last round was asked for."""
    acts = [each for each in request.acts.all() if each.move == "request"]
    return timezone.localdate(acts[-1].at if acts else request.made_at)


def done_days(request: PaymentRequest, today: date) -> Days:
    """The days of a request: its money is there since the decision, or its contract, and since what it settles."""
    return days_of(request.programme.year, asked_on(request), today, list(_begins(request)))


def _begins(request: PaymentRequest) -> Iterator[Bound]:
    if request.contract is not None:
        yield Bound(request.contract.day, "ngày ký hợp đồng", "the day of the contract")
    elif (decision := decision_of(request.programme_id)) is not None:
        yield Bound(decision.day, f"ngày của {decision.symbol}", f"the day of {decision.symbol}")
    if request.of is not None and request.of.day is not None:
        yield Bound(request.of.day, "ngày của khoản được thanh toán", "the day of what it settles")
