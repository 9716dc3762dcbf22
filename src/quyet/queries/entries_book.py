"""The entries of a programme as a workbook for the body's accounting program, by its own mapping where it has one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from django.conf import settings

from quyet.core.vouchers.entries import Book, Entry, table
from quyet.core.vouchers.fields import named
from quyet.files.facts.accounting import load_book, load_book_from
from quyet.files.facts.strict import FactsError
from quyet.files.writers.refused import Unwritable
from quyet.files.writers.xlsx.rows import write_rows
from quyet.queries.suppliers import PayeeRow
from quyet.store.models import LedgerEntry, PaymentAct, PaymentRequest, Programme, SupplierState

OWN = "entries.yaml"
"""An office's own mapping, below its folder of forms."""


def book_of(programme: Programme) -> bytes:
    """The workbook, the oldest entry first. Unwritable where the office's own mapping cannot be taken."""
    book = _book()
    return write_rows(book.sheet, table(book, _entries(programme, book)))


def _book() -> Book:
    own = Path(settings.FORMS) / OWN
    if not own.is_file():
        return load_book()
    try:
        return load_book_from(own)
    except FactsError as error:
        raise Unwritable(
            f"bảng ánh xạ riêng của cơ quan chưa dùng được: {error}",
            f"the office's own mapping of entries cannot be used: {error}",
        ) from error


def _entries(programme: Programme, book: Book) -> Iterator[Entry]:
    rows = LedgerEntry.objects.filter(programme=programme, kind__in=list(book.accounts)).order_by("id")
    rows = rows.select_related("line", "contract__payee", "supplier", "posted_by__act__request__of")
    given, approved = programme.allotment, _approved(programme)
    for row in rows.iterator(2000):
        posted = getattr(row, "posted_by", None)
        request = posted.act.request if posted is not None else None
        supplier = _supplier(row, posted.act if posted is not None else None, approved)
        yield Entry(
            entry=row.pk,
            kind=row.kind,
            day=row.day,
            amount=-row.amount if row.reverses_id else row.amount,
            number=request.number if request else "",
            voucher_day=request.day if request else None,
            content=request.title if request else row.reason,
            line=row.line.content,
            code=row.line.code,
            chapter=given.chapter if given else "",
            sub_category=given.sub_category if given else "",
            source=row.line.source or (given.source if given else ""),
            payee=named(supplier.name) if supplier else _person(request),
            tax_code=supplier.tax_code if supplier else "",
            contract=row.contract.number if row.contract else "",
            reverses=row.reverses_id,
        )


def _approved(programme: Programme) -> Mapping[tuple[int, int], SupplierState]:
    """Request and round → its supplier as it was approved then."""
    acts = PaymentAct.objects.filter(request__programme=programme, move="approve", payee__isnull=False)
    return {(each.request_id, each.round): each.payee for each in acts.select_related("payee") if each.payee}


def _supplier(
    row: LedgerEntry, act: PaymentAct | None, approved: Mapping[tuple[int, int], SupplierState]
) -> PayeeRow | None:
    """Who an entry names, as its papers do: as approved with its request, as entered with its contract, else as it
    stands."""
    if row.supplier is None:
        return None
    if act is not None:
        return approved.get((act.request_id, act.round), row.supplier)
    return (row.contract.payee if row.contract is not None else None) or row.supplier


def _person(request: PaymentRequest | None) -> str:
    """Who got the money where it was no supplier; of what settles another request, whoever had that money."""
    if request is None:
        return ""
    return request.payee or (request.of.payee if request.of is not None else "")
