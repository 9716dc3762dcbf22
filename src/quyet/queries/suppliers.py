"""Payees of a body."""

from __future__ import annotations

from quyet.store.models import Supplier


def suppliers_of(body: int) -> list[Supplier]:
    """All of them by name."""
    return list(Supplier.objects.filter(body=body))
