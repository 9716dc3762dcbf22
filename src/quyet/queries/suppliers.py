"""Payees of a body."""

from __future__ import annotations

from quyet.store.models import Contract, LedgerEntry, PaymentRequest, Supplier


def suppliers_of(body: int) -> list[Supplier]:
    """All of them by name."""
    return list(Supplier.objects.filter(body=body))


def is_named(supplier: int) -> bool:
    """Whether a contract, a request or an entry of the ledger names it."""
    return any(table.objects.filter(supplier=supplier).exists() for table in (Contract, PaymentRequest, LedgerEntry))
