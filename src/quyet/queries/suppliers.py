"""Payees of a body, as they stand and as papers go on naming them."""

from __future__ import annotations

from dataclasses import dataclass

from quyet.queries.payments import act_of
from quyet.store.models import Appendix, Contract, LedgerEntry, PaymentRequest, Supplier, SupplierState

PayeeRow = Supplier | SupplierState
"""As it stands, or as it was."""


@dataclass(frozen=True, slots=True)
class Named:
    """A payee as its papers name it. `later`: as it stands now, where it was mended since."""

    row: PayeeRow
    later: SupplierState | None = None


def suppliers_of(body: int) -> list[Supplier]:
    """All of them by name."""
    return list(Supplier.objects.filter(body=body))


def is_named(supplier: int) -> bool:
    """Whether a contract, a request or an entry of the ledger names it."""
    return any(table.objects.filter(supplier=supplier).exists() for table in (Contract, PaymentRequest, LedgerEntry))


def payee_of_request(request: PaymentRequest) -> PayeeRow | None:
    """The supplier of a request as it was when the request was approved; before, or once it came back, as it stands.
    None where it is paid to no supplier."""
    if request.supplier is None:
        return None
    approved = act_of(request, "approve")
    return (approved.payee if approved is not None else None) or request.supplier


def payee_of_contract(contract: Contract, appendix: Appendix | None = None) -> PayeeRow:
    """The supplier of a contract as it was when the contract (the appendix) was entered."""
    return (appendix or contract).payee or contract.supplier


def named(supplier: Supplier, payee: PayeeRow) -> Named:
    """A payee of papers beside the supplier as it stands."""
    if payee.revision == supplier.revision:
        return Named(payee)
    return Named(payee, supplier.states.order_by("revision").last())
