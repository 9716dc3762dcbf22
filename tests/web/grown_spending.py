"""What is spent in the office that grows: a contract, requests at several points of their road, and more of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import Any

from quyet.actions.contracts import NewAppendix, NewContract, add_appendix, open_contract
from quyet.actions.invoices import enter_invoice, void_invoice
from quyet.actions.payments import Said, ask, move
from quyet.actions.requests import NewPayment
from quyet.actions.suppliers import NewSupplier, add_supplier, change_supplier
from quyet.core.payments.invoices import Invoice
from quyet.store.models import Line
from tests.cast import Cast

DAY = date(2024, 3, 11)
_KEYS = (f"lon-len-{number:06}" for number in count())
_ROLES = {"approve": "director", "withdraw": "officer"}


@dataclass
class Spent:
    """What of it addresses name."""

    cast: Cast
    programme: int
    lines: list[Line]
    supplier: int
    contract: int
    requests: list[int]
    paid: int
    returned: int

    def grow(self, n: int) -> None:
        """One more of everything that a page of spending lists."""
        add_supplier(self.cast["officer"], NewSupplier(f"Công ty thứ {n}", f"50{n:08}"), next(_KEYS))
        self._contract(n)
        one = NewAppendix(f"PL-{n}", DAY, "Thêm", {self.lines[0].pk: 1000})
        add_appendix(self.cast["officer"], self.contract, one, next(_KEYS))
        bill = self.invoice(n)
        self.ask("payment", contract=self.contract, invoices={bill: 1000}, accepted_number="1", accepted_day=DAY)
        clearing = self.ask("clearing", of=self.paid, invoices={bill: 1000}, accepted_number="1", accepted_day=DAY)
        self.go(clearing, "return", reason="Sửa")

    def _contract(self, n: int) -> int:
        new = NewContract(self.supplier, f"{n}/HĐ", DAY, "In", {self.lines[0].pk: 1000})
        return open_contract(self.cast["officer"], self.programme, new, next(_KEYS))

    def invoice(self, n: int) -> int:
        stated = Invoice("In", "4900000001", symbol="1K24TAA", number=str(n), day=DAY, total=10_000)
        return enter_invoice(self.cast["officer"], stated, next(_KEYS))

    def ask(self, kind: str, amount: int = 1000, **more: Any) -> int:
        new = NewPayment(kind, "Một khoản chi", {self.lines[0].pk: amount}, **more)
        return ask(self.cast["officer"], self.programme, new, next(_KEYS))

    def go(self, request: int, *moves: str, reason: str = "") -> int:
        for name in moves:
            said = Said(reason, "KB-1", DAY) if name == "confirm" else Said(reason)
            move(self.cast[_ROLES.get(name, "accountant")], request, name, next(_KEYS), said)
        return request


def spent(cast: Cast, programme: int) -> Spent:
    """A contract with an appendix, and of requests one that waits, one of which money is held, one paid, one returned,
    whose invoice was taken back; then the supplier is mended."""
    lines = list(Line.objects.filter(programme=programme).order_by("place"))
    supplier = add_supplier(cast["officer"], NewSupplier("Công ty In Một", "4900000001"), next(_KEYS))
    made = Spent(cast, programme, lines, supplier, 0, [], 0, 0)
    new = NewContract(supplier, "0/HĐ", DAY, "In", {lines[0].pk: 1_000_000})
    made.contract = open_contract(cast["officer"], programme, new, next(_KEYS))
    papers: dict[str, Any] = {"accepted_number": "1", "accepted_day": DAY}
    road = ("check", "approve", "send", "confirm")
    made.paid = made.go(made.ask("advance", 500_000, contract=made.contract), *road)
    waiting = made.ask("payment", contract=made.contract, invoices={made.invoice(900): 1000}, **papers)
    direct = made.go(made.ask("advance", supplier=supplier), "check")
    bought = made.ask("payment", supplier=supplier, invoices={made.invoice(901): 1000}, **papers)
    wrong = made.invoice(902)
    made.returned = made.go(made.ask("payment", supplier=supplier, invoices={wrong: 1000}, **papers), "return", reason="Sai")  # fmt: skip
    void_invoice(cast["officer"], wrong, "Sai", next(_KEYS))
    add_appendix(cast["officer"], made.contract, NewAppendix("PL-đầu", DAY, "Thêm", {lines[0].pk: 1000}), next(_KEYS))
    change_supplier(cast["officer"], supplier, NewSupplier("Công ty In Một", "4900000001", "3713"), 0, next(_KEYS))
    made.requests = [made.paid, waiting, direct, bought, made.returned]
    return made
