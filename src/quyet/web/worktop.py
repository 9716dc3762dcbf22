"""What the desk says and draws: names of deadlines with where they lead, bars of the year's money."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from quyet.queries.desk import Due, Money
from quyet.store.models import Programme
from quyet.web.days_off import counted_by
from quyet.web.language import say

WIDTH = 1000
"""Of a bar's drawing, in its own units; the page stretches it."""

_DUE = {
    "release": ("Phát hành", "To be issued"),
    "dispatch": ("Gửi văn bản", "To be sent"),
    "advance": ("Thanh toán tạm ứng kho bạc", "A treasury advance to be settled"),
    "activity": ("Hết thời gian thực hiện", "Its time ends"),
}


@dataclass(frozen=True, slots=True)
class Bar:
    """A programme's money beside the largest of the year: `width` of `WIDTH`."""

    money: Money
    width: int


def money_bars(money: Sequence[Money]) -> list[Bar]:
    """Bars on one scale."""
    largest = max((each.total for each in money), default=0)
    return [Bar(each, each.total * WIDTH // largest if largest else 0) for each in money]


def due_name(due: Due) -> str:
    """What a day is for."""
    return say(*_DUE[due.what])


def due_note(due: Due) -> str:
    """What is to be known of the day itself; empty where there is nothing."""
    if due.is_day_off:
        return say(
            "Ngày này là ngày nghỉ; hạn vẫn là ngày này.", "This is a day off; it remains the last day all the same."
        )
    return counted_by(due.day) if due.is_counted else ""


def due_address(due: Due) -> str:
    """Where to go on."""
    if due.entry is not None:
        return reverse("register-entry", args=[due.entry])
    assert due.programme is not None  # what is no paper of the register is of a programme
    if due.what == "advance":
        return reverse("payment-request", args=[due.programme.pk, due.key])
    return programme_address(due.programme) if due.what == "release" else reverse("programme", args=[due.programme.pk])


def programme_address(programme: Programme) -> str:
    """The page on which a programme goes on its road."""
    name = "programme-adoption" if programme.origin == Programme.Origin.ADOPTED else "programme-approval"
    return reverse(name, args=[programme.pk])
