"""Payees of a body, as they stand and as papers go on naming them."""

from __future__ import annotations

from dataclasses import dataclass

from quyet.queries.payments import act_of
from quyet.store.models import Appendix, Contract, LedgerEntry, PaymentRequest, Supplier, SupplierState


@dataclass(frozen=True, slots=True)
class Named:
    """A payee as a paper names it. `later`: as it stands now, where it was mended since."""

    row: Supplier | SupplierState
    later: SupplierState | None = None


def suppliers_of(body: int) -> list[Supplier]:
    """All of them by name."""
    return list(Supplier.objects.filter(body=body))


def is_named(supplier: int) -> bool:
    """Whether a contract, a request or an entry of the ledger names it."""
    return any(table.objects.filter(supplier=supplier).exists() for table in (Contract, PaymentRequest, LedgerEntry))


def named_by_request(request: PaymentRequest) -> Named | None:
    """The supplier of a request as it was when the request was approved; before, or once it came back, as it stands.
    None where it is paid to no supplier."""
    if request.supplier is None:
        return None
    approved = act_of(request, "approve")
    return _named(request.supplier, approved.payee if approved is not None else None)


def named_by_contract(contract: Contract, appendix: Appendix | None = None) -> Named:
    """The supplier of a contract as it was when the contract (the appendix) was entered."""
    return _named(contract.supplier, (appendix or contract).payee)


def _named(supplier: Supplier, state: SupplierState | None) -> Named:
    if state is None or state.revision == supplier.revision:
        return Named(state or supplier)
    return Named(state, supplier.states.order_by("revision").last())
