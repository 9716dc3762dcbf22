"""The demo's year after the issue: contracts, advances, clearings, payments and one refund, by the people who may. Each
act has a key of its own, so that a year that was played goes on from where it stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from datetime import date

from quyet.actions.contracts import NewContract, open_contract
from quyet.actions.invoices import enter_invoice
from quyet.actions.payments import approve, ask, ask_again, check, confirm, refuse, send
from quyet.actions.requests import NewPayment
from quyet.actions.suppliers import NewSupplier, add_supplier
from quyet.core.payments import KINDS
from quyet.core.payments.invoices import Invoice
from quyet.files.facts.spending import Agreed, Billed, Paid, Payee, load_spending
from quyet.queries.people import Viewer
from quyet.store.models import Programme, Supplier

As = Callable[[str, date], Viewer]
"""A role's player on a day."""

Morning = Callable[[date], AbstractContextManager[None]]


class Spender:
    """Plays the spending of one programme. `who` and `at` are the demo's cast and clock."""

    def __init__(self, programme: Programme, who: As, at: Morning) -> None:
        self.programme, self.who, self.at = programme, who, at
        self.lines = [each.pk for each in programme.lines.order_by("place")]
        self.suppliers: dict[str, int] = {}
        self.contracts: dict[str, int] = {}
        self.invoices: dict[str, int] = {}
        self.requests: dict[str, int] = {}

    def play(self) -> None:
        """The whole of it. Refused where somebody did otherwise meanwhile."""
        spending = load_spending()
        first = min(each.day for each in spending.contracts)
        for payee in spending.suppliers:
            self.suppliers[payee.key] = self._supplier(payee, first)
        names = {payee.key: payee for payee in spending.suppliers}
        for contract in spending.contracts:
            self.contracts[contract.key] = self._contract(contract)
        bills = {each.key: each for each in spending.invoices}
        for request in spending.requests:
            for key in request.invoices:
                if key not in self.invoices:
                    bill = bills[key]
                    self.invoices[key] = self._invoice(bill, names[bill.seller], request.asked)
            self.requests[request.key] = self._request(request)

    def _supplier(self, payee: Payee, day: date) -> int:
        there = Supplier.objects.filter(body=self.programme.body_id, tax_code=payee.tax_code).first()
        if there is not None:
            return there.pk
        new = NewSupplier(payee.name, payee.tax_code, payee.account, payee.bank)
        with self.at(day):
            return add_supplier(self.who("officer", day), new, _key("supplier", payee.key))

    def _contract(self, agreed: Agreed) -> int:
        new = NewContract(
            self.suppliers[agreed.supplier], agreed.number, agreed.day, agreed.title, self._of_lines(agreed.lines)
        )
        with self.at(agreed.day):
            officer = self.who("officer", agreed.day)
            return open_contract(officer, self.programme.pk, new, _key("contract", agreed.key))

    def _invoice(self, billed: Billed, seller: Payee, day: date) -> int:
        stated = Invoice(
            seller=seller.name, seller_tax_code=seller.tax_code, buyer=self.programme.body.name, symbol=billed.symbol,
            number=billed.number, day=billed.day, total=billed.total,
        )  # fmt: skip
        with self.at(day):
            return enter_invoice(self.who("officer", day), stated, _key("invoice", billed.key))

    def _request(self, paid: Paid) -> int:
        new, key = self._new(paid), paid.key
        with self.at(paid.asked):
            officer, accountant = self.who("officer", paid.asked), self.who("accountant", paid.asked)
            request = ask(officer, self.programme.pk, new, _key("ask", key))
            self._on_its_way(request, paid, "1")
            if paid.refused:
                refuse(accountant, request, paid.refused, _key("refuse", key))
                ask_again(officer, request, new, _key("ask-again", key))
                self._on_its_way(request, paid, "2")
        with self.at(paid.done):
            done = self.who("accountant", paid.done)
            return confirm(done, request, paid.done, paid.number, _key("confirm", key))

    def _on_its_way(self, request: int, paid: Paid, round_: str) -> None:
        accountant, director = self.who("accountant", paid.asked), self.who("director", paid.asked)
        key = f"{paid.key}-{round_}"
        check(accountant, request, _key("check", key))
        approve(director, request, _key("approve", key))
        if KINDS[paid.kind].road == "treasury":
            send(accountant, request, _key("send", key))

    def _new(self, paid: Paid) -> NewPayment:
        accepted = paid.accepted
        return NewPayment(
            kind=paid.kind,
            title=paid.title,
            parts=self._of_lines(paid.parts),
            contract=self.contracts[paid.contract] if paid.contract else None,
            supplier=self.suppliers[paid.supplier] if paid.supplier else None,
            payee=paid.payee,
            listed=paid.listed,
            of=self.requests[paid.of] if paid.of else None,
            accepted_number=accepted.number if accepted else "",
            accepted_day=accepted.day if accepted else None,
            accepted_value=accepted.value if accepted else None,
            invoices={self.invoices[key]: amount for key, amount in paid.invoices.items()},
        )

    def _of_lines(self, by_place: Mapping[int, int]) -> dict[int, int]:
        return {self.lines[at]: amount for at, amount in by_place.items()}


def _key(act: str, key: str) -> str:
    return f"vi-du:{act}:{key}"[:64]
