"""Invoices of a body: what requests pay of each, what is left."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import BigIntegerField, F, Prefetch, Q, QuerySet, Sum
from django.db.models.functions import Coalesce

from quyet.core.payments.model import DEAD
from quyet.queries.paging import Paged, paged
from quyet.store.models import Invoice, InvoiceUse, PaymentRequest

MOST_CHOICES = 200
"""So many are offered beside a request: the newest, those of its payee first."""


@dataclass(frozen=True, slots=True)
class Choice:
    """An invoice and what of it no other request pays, in đồng."""

    invoice: Invoice
    left: int


def invoices_of(body: int, page: int = 1) -> Paged[Invoice]:
    """The newest first, each with `counted`, in đồng, the uses of requests that are alive, and whether it was taken
    back."""
    uses = InvoiceUse.objects.filter(_alive()).select_related("request")
    rows = _counted(Invoice.objects.filter(body=body)).select_related("void").prefetch_related(Prefetch("uses", uses))
    return paged(rows.order_by("-pk"), page)


def choices(body: int, seller: str = "", request: int | None = None, named: Collection[int] = ()) -> list[Choice]:
    """The invoices of which something is left, but for what `request` itself pays and what was taken back, and those
    that are `named`; those of the seller (by tax code) first."""
    rows = _counted(Invoice.objects.filter(body=body), request).order_by("-pk")
    rows = rows.filter(Q(counted__lt=F("total"), void=None) | Q(pk__in=named))
    found = [Choice(each, each.total - each.counted) for each in rows[:MOST_CHOICES]]
    return sorted(found, key=lambda each: each.invoice.seller_tax_code != seller)


def live_uses(invoice: Invoice) -> QuerySet[InvoiceUse]:
    """What requests that are alive pay of it."""
    return invoice.uses.filter(_alive())


def came_back(invoice: Invoice) -> list[PaymentRequest]:
    """The requests with it that lie with who asked, and may be asked again."""
    rows = PaymentRequest.objects.filter(invoices__invoice=invoice, invoices__round=F("round"))
    return list(rows.filter(state__in=("returned", "refused")).order_by("pk"))


def _counted(rows: QuerySet[Invoice], but: int | None = None) -> QuerySet[Any]:
    alive = _alive("uses__") & ~Q(uses__request=but or 0)
    return rows.annotate(counted=Coalesce(Sum("uses__amount", filter=alive), 0, output_field=BigIntegerField()))


def _alive(at: str = "") -> Q:
    """Of the last round of a request that has not ended."""
    return Q(**{f"{at}round": F(f"{at}request__round")}) & ~Q(**{f"{at}request__state__in": tuple(DEAD)})
