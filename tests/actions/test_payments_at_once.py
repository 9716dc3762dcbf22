"""Several people at once on one contract, one advance, one invoice, one button: the first one stands."""

from __future__ import annotations

import pytest

from quyet.actions.invoices import void_invoice
from quyet.actions.ledger import reverse
from quyet.actions.payments import check, confirm, correct
from quyet.actions.suppliers import NewSupplier, change_supplier
from quyet.store.models import Contract, Invoice, InvoiceUse, InvoiceVoid, LedgerEntry, PaymentAct
from tests.actions.test_contracts import appendix
from tests.actions.test_ledger import at_once
from tests.spending import TR, Office, key, millions_of, on

pytestmark = pytest.mark.django_db(transaction=True)


def checked(at: Office, request: int) -> None:
    with on(at.day):
        check(at.who("accountant"), request, key())


def test_two_advances_at_once_come_to_half_of_the_contract_at_most() -> None:
    """60 million, 30 at most: of six advances of 10, three."""
    at = Office()
    contract = at.contract((at.money.banner, 40), (at.money.handbook, 20))
    asked = [at.ask("advance", (at.money.banner, 10), contract=contract) for _ in range(6)]
    assert at_once(*(lambda each=each: checked(at, each) for each in asked)) == ["done"] * 3 + ["refused"] * 3
    assert millions_of(at.money.banner) == (40, 40, 30, 0, 0, 0)


def test_one_confirmation_sent_eight_times_pays_once() -> None:
    at = Office()
    request = at.go(at.ask("payment", (at.money.hall, 8)), "check", "approve", "send")

    def press() -> None:
        with on(at.day):
            confirm(at.who("accountant"), request, at.day, "KB-1", "mot-lan-thoi")

    assert at_once(*[press] * 8) == ["done"] * 8
    assert millions_of(at.money.hall) == (8, 0, 0, 0, 0, 8)
    assert LedgerEntry.objects.filter(kind="pay").count() == PaymentAct.objects.filter(move="confirm").count() == 1


def test_appendices_and_payments_of_one_contract_do_not_wait_in_a_circle() -> None:
    at = Office()
    contract = at.contract((at.money.banner, 10), (at.money.handbook, 10))
    asked = [at.ask("payment", (at.money.banner, 1), (at.money.handbook, 1), contract=contract) for _ in range(4)]
    grown = [
        lambda number=number: appendix(
            at, contract, (at.money.handbook, 1), (at.money.banner, 1), number=f"PL-{number}"
        )
        for number in range(4)
    ]
    assert at_once(*(lambda each=each: checked(at, each) for each in asked), *grown) == ["done"] * 8
    made = Contract.objects.get()
    assert (made.value, made.committed, made.held) == (28 * TR, 28 * TR, 8 * TR)


def test_two_reversals_of_one_entry_at_once_take_it_back_once() -> None:
    """Different keys, so that neither is the other one repeated: the second is refused, and nothing moves twice."""
    at = Office()
    at.contract((at.money.banner, 20))
    held = LedgerEntry.objects.get(kind="commit")
    accountant, programme = at.who("accountant"), at.money.programme.pk

    def take_back() -> None:
        with on(at.day):
            reverse(accountant, programme, held.pk, "nhập nhầm", at.day, key())

    assert at_once(*[take_back] * 6) == ["done", *["refused"] * 5]
    assert millions_of(at.money.banner) == (0, 0, 0, 0, 0, 0)
    assert LedgerEntry.objects.filter(reverses=held).count() == 1


def test_a_payment_that_two_directors_take_back_at_once_is_taken_back_once() -> None:
    at = Office()
    request = at.done("payment", (at.money.hall, 8))

    def take_back(who: str) -> None:
        with on(at.day):
            correct(at.who(who), request, "nhập nhầm", key())

    assert at_once(*[lambda who=who: take_back(who) for who in ("director", "deputy") * 3]) == [
        "done",
        *["refused"] * 5,
    ]
    assert millions_of(at.money.hall) == (8, 0, 8, 0, 0, 0)
    assert PaymentAct.objects.filter(move="correct").count() == 1


def test_an_invoice_is_taken_back_or_paid_by_a_request_and_never_both() -> None:
    at = Office()
    bill = at.invoice(10, "12")

    def take_back() -> None:
        with on(at.day):
            void_invoice(at.who("accountant"), bill, "nhập nhầm", key())

    def ask() -> None:
        at.ask("payment", (at.money.hall, 10), invoices={bill: 10 * TR})

    assert at_once(take_back, ask, take_back, ask) == ["done", *["refused"] * 3]
    assert InvoiceVoid.objects.count() + InvoiceUse.objects.count() == 1


def test_an_invoice_that_was_taken_back_is_entered_anew_once() -> None:
    at = Office()
    with on(at.day):
        void_invoice(at.who("accountant"), at.invoice(100, "12"), "thừa một số 0", key())
    assert at_once(*[lambda: at.invoice(10, "12")] * 4) == ["done", *["refused"] * 3]
    assert list(Invoice.objects.order_by("pk").values_list("total", "again")) == [(100 * TR, 0), (10 * TR, 1)]


def test_of_four_who_mend_one_supplier_at_once_one_does() -> None:
    at = Office()
    one = at.money.supplier

    def mend(account: str) -> None:
        with on(at.day):
            change_supplier(at.who("officer"), one.pk, NewSupplier(one.name, one.tax_code, account), 0, key())

    assert at_once(*[lambda each=each: mend(each) for each in "1234"]) == ["done", *["refused"] * 3]
    one.refresh_from_db()
    assert one.account in "1234" and one.revision == 1
