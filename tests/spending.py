"""Money in millions, and people who spend it: `tests.money` a million times, on days of 2024. All invented."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import UTC, date, datetime
from itertools import count
from typing import Any

from tests.cast import viewer_of
from tests.money import Money, money_open

TR = 1_000_000
MAY = date(2024, 5, 6)
_KEYS = (f"chi-{number:08}" for number in count())


def key() -> str:
    """A new key."""
    return next(_KEYS)


def on(day: date) -> AbstractContextManager[None]:
    """The morning of a day."""
    from quyet.actions.clock import clock_at

    return clock_at(datetime(day.year, day.month, day.day, 3, tzinfo=UTC))


def millions(body: Any = None, content: str = "{}") -> Money:
    """banner 40, handbook 35, hall 25 million đồng; 150 allotted, 100 of them reserved."""
    from quyet.store.models import Allotment, Line, Programme

    money = money_open(body, content)
    Allotment.objects.filter(pk=money.allotment.pk).update(amount=150 * TR, ceiling=150 * TR, reserved=100 * TR)
    Programme.objects.filter(pk=money.programme.pk).update(total=100 * TR, ceiling=100 * TR)
    for line, ceiling in zip(money.lines, (40, 35, 25), strict=True):
        Line.objects.filter(pk=line.pk).update(ceiling=ceiling * TR)
    return money


def registered(programme: Any, clerk: Any) -> Any:
    """135/QĐ-SCT of 11/03/2024, by which a programme is spent."""
    from quyet.store.models import RegisterEntry

    return RegisterEntry.objects.create(
        body=programme.body, programme=programme, kind="QĐ", year=2024, number=135, symbol="135/QĐ-SCT",
        day=date(2024, 3, 11), issuer="Sở", title="Chương trình", searched="", by=clerk,
        at=datetime(2024, 3, 11, 3, tzinfo=UTC),
    )  # fmt: skip


class Office:
    """The cast around `millions`, each act on a day by whoever may."""

    def __init__(self, money: Money | None = None) -> None:
        self.money = money or millions()
        self.day = MAY

    def who(self, role: str) -> Any:
        return viewer_of(role, self.money.body, day=self.day)

    def ask(self, kind: str, *parts: tuple[Any, int], role: str = "officer", **more: Any) -> int:
        """Ask for so many million đồng on lines; a direct payment is for the supplier, with an invoice of the sum."""
        from quyet.actions.payments import ask

        with on(self.day):
            return ask(self.who(role), self.money.programme.pk, self.new(kind, *parts, **more), key())

    def new(self, kind: str, *parts: tuple[Any, int], **more: Any) -> Any:
        from quyet.actions.requests import NewPayment

        said = {"title": "Một khoản chi", **more}
        if not said.keys() & {"contract", "of", "payee", "supplier"}:
            said["supplier"] = self.money.supplier.pk
        if kind in ("payment", "clearing") and not said.keys() & {"invoices", "listed"}:
            said["invoices"] = {self.invoice(sum(sum_ for _, sum_ in parts)): sum(sum_ for _, sum_ in parts) * TR}
        if kind in ("payment", "clearing"):
            said = {"accepted_number": "01/BBNT", "accepted_day": self.day, **said}
        return NewPayment(kind, parts={line.pk: sum_ * TR for line, sum_ in parts}, **said)

    def invoice(self, total: int, number: str = "") -> int:
        """Enter an invoice of so many million đồng."""
        from quyet.actions.invoices import enter_invoice
        from quyet.core.payments.invoices import Invoice

        stated = Invoice(
            seller="Công ty In Một", seller_tax_code="4900000001", symbol="1K24TAA", number=number or key()[-4:],
            day=self.day, total=total * TR,
        )  # fmt: skip
        with on(self.day):
            return enter_invoice(self.who("officer"), stated, key())

    def contract(self, *shares: tuple[Any, int], number: str = "01/HĐ", **more: Any) -> int:
        from quyet.actions.contracts import NewContract, open_contract

        new = NewContract(
            self.money.supplier.pk,
            number,
            self.day,
            "In và treo",
            {line.pk: sum_ * TR for line, sum_ in shares},
            **more,
        )
        with on(self.day):
            return open_contract(self.who("officer"), self.money.programme.pk, new, key())

    def go(self, request: int, *moves: str, **said: Any) -> int:
        """Make moves with a request, each by whoever may."""
        from quyet.actions.payments import Said, move

        roles = {"approve": "director", "correct": "director", "withdraw": "officer"}
        for name in moves:
            given = {"number": "KB-1", "day": self.day} if name == "confirm" else {}
            with on(self.day):
                move(self.who(roles.get(name, "accountant")), request, name, key(), Said(**{**given, **said}))
        return request

    def done(self, kind: str, *parts: tuple[Any, int], **more: Any) -> int:
        """Ask for it and go the whole road."""
        house = ("check", "approve", "confirm")
        road = house if kind.startswith("staff") else ("check", "approve", "send", "confirm")
        return self.go(self.ask(kind, *parts, **more), *road)


def millions_of(row: Any) -> tuple[int, ...]:
    """taken, committed, held, advanced, staff, used of a line, in million đồng."""
    row.refresh_from_db()
    return tuple(getattr(row, name) // TR for name in ("taken", "committed", "held", "advanced", "staff", "used"))
