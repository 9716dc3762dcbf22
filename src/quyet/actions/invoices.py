"""Enter invoices, by hand or from the XML of an e-invoice, the same one once in a body; and take back what was entered
wrongly."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from django.db import IntegrityError, transaction
from django.db.models import Q

from quyet.actions.clock import now, today
from quyet.actions.files import keep
from quyet.actions.journal import record
from quyet.actions.once import once
from quyet.actions.refusal import FieldFault, NotHere, Refused, hold_texts, require, text_faults
from quyet.core.payments.invoices import Invoice as Stated
from quyet.core.payments.invoices import identity
from quyet.core.values.amounts import dotted
from quyet.files.readers.einvoice import read_invoice
from quyet.queries.invoices import live_uses
from quyet.queries.people import Viewer
from quyet.store.models import Invoice, InvoiceVoid, StoredFile
from quyet.store.models.ledger import MOST


def enter_invoice(viewer: Viewer, stated: Stated, key: str, xml: bytes = b"", name: str = "") -> int:
    """Enter an invoice as typed; gives its number. `xml`: the e-invoice that was looked at, whose file is kept then.
    Refused where it is there already, with when and for what; where number, seller's tax code, day or sum is missing,
    or is another than its XML says. Forbidden, Unreadable."""
    require(viewer, "officer", "accountant")
    if xml and (faults := list(_otherwise(stated, read_invoice(xml)))):
        raise Refused(*faults)
    act = partial(_with_file, viewer, stated, xml, name) if xml else partial(_entered, viewer, stated, None)
    return once(viewer, key, ["invoice", repr(stated)], act)[0]


def enter_invoice_file(viewer: Viewer, data: bytes, name: str, key: str) -> int:
    """Enter what the XML of an e-invoice says, and keep the file. Unreadable, Refused, Forbidden."""
    require(viewer, "officer", "accountant")
    stated = read_invoice(data)
    return once(viewer, key, ["invoice", repr(stated)], partial(_with_file, viewer, stated, data, name))[0]


def void_invoice(viewer: Viewer, pk: int, reason: str, key: str) -> int:
    """Take an invoice back, which stays as one that was; the same one may then be entered anew. Refused without a
    reason, where it was taken back before, and while a live request pays of it, with its title. Forbidden, NotHere."""
    require(viewer, "officer", "accountant")
    return once(viewer, key, ["void invoice", pk, reason], partial(_voided, viewer, pk, reason))[0]


def _voided(viewer: Viewer, pk: int, reason: str) -> list[int]:
    """With the invoice's row locked, as a request that pays of it locks it."""
    found = Invoice.objects.select_for_update(no_key=True).filter(pk=pk, body=viewer.body).first()
    if found is None:
        raise NotHere(pk)
    if not reason.strip():
        raise Refused(FieldFault("reason", "ghi lý do", "give a reason"))
    hold_texts(InvoiceVoid, reason=reason)
    if InvoiceVoid.objects.filter(invoice=found).exists():
        raise Refused(
            FieldFault("invoice", f"hóa đơn {found.printed} đã bỏ", f"invoice {found.printed} was taken back")
        )
    if (use := live_uses(found).select_related("request").first()) is not None:
        title = use.request.title[:80]
        raise Refused(
            FieldFault(
                "invoice",
                f"hóa đơn {found.printed} đang kèm đề nghị «{title}»: rút hoặc trả lại đề nghị đó rồi mới bỏ được",
                f"invoice {found.printed} is with the request “{title}”: withdraw or return that one first",
            )
        )
    InvoiceVoid.objects.create(invoice=found, reason=reason.strip(), person=viewer.person, at=now())
    record(viewer.body.pk, viewer.person.pk, "void_invoice", found, reason, _told(found))
    return [found.pk]


def _told(invoice: Invoice) -> dict[str, str | int]:
    return {
        "symbol": invoice.printed, "name": invoice.seller[:120], "amount": invoice.total, "invoice": invoice.pk
    }  # fmt: skip


def _with_file(viewer: Viewer, stated: Stated, data: bytes, name: str) -> list[int]:
    return _entered(viewer, stated, keep(viewer.body.pk, data, name, "application/xml", viewer.person.pk))


def _otherwise(stated: Stated, read: Stated) -> Iterator[FieldFault]:
    """Where what was typed is not what the file says: one of the two is not this invoice."""
    for field in ("seller_tax_code", "symbol", "number", "day", "total"):
        in_file, typed = getattr(read, field), getattr(stated, field)
        if field in ("seller_tax_code", "symbol", "number"):
            at = ("seller_tax_code", "symbol", "number").index(field)
            in_file, typed = in_file and identity(read)[at], identity(stated)[at]
        if in_file and in_file != typed:
            shown = f"{in_file:%d/%m/%Y}" if field == "day" else dotted(in_file) if field == "total" else in_file
            yield FieldFault(
                field,
                f"tệp XML ghi {shown}; sửa cho khớp, hoặc bỏ tệp XML để nhập theo bản giấy",
                f"the XML says {shown}; mend it, or leave the XML out and enter the paper",
            )


def _entered(viewer: Viewer, stated: Stated, file: StoredFile | None) -> list[int]:
    faults = list(_faults(stated))
    if faults or stated.day is None or stated.total is None:
        raise Refused(*faults)
    hold_texts(Invoice, seller=stated.seller, buyer=stated.buyer, buyer_tax_code=stated.buyer_tax_code)
    tax_code, symbol, number = identity(stated)
    same = Invoice.objects.filter(body=viewer.body, seller_tax_code=tax_code, symbol=symbol, number=number)
    before = list(same.annotate(is_live=Q(void=None)))  # in one look, so that two at once count the same
    if (there := next((each for each in before if each.is_live), None)) is not None:
        raise Refused(_twice(there))
    try:
        with transaction.atomic():
            made = Invoice.objects.create(
                body=viewer.body, seller=stated.seller.strip(), seller_tax_code=tax_code,
                buyer=stated.buyer.strip(), buyer_tax_code=stated.buyer_tax_code.strip(), symbol=symbol,
                number=number, printed=_printed(stated), day=stated.day, before_tax=stated.before_tax, tax=stated.tax,
                total=stated.total, file=file, again=len(before), person=viewer.person, at=now(),
            )  # fmt: skip
    except IntegrityError as error:  # two at once
        raise Refused(FieldFault("number", "hóa đơn này đã nhập", "the invoice is there already")) from error
    record(viewer.body.pk, viewer.person.pk, "invoice", made, data=_told(made))
    return [made.pk]


def _printed(stated: Stated) -> str:
    return " ".join(f"{stated.form}{stated.symbol} {stated.number}".split())[:100]


def _faults(stated: Stated) -> Iterator[FieldFault]:
    tax_code, symbol, number = identity(stated)
    for field, value, most, vi in (
        ("seller_tax_code", tax_code, 20, "mã số thuế người bán"),
        ("number", number, 40, "số hóa đơn"),
        ("symbol", symbol, 40, "ký hiệu hóa đơn"),
    ):
        if not value:
            yield FieldFault(field, f"chưa ghi {vi}", "is missing")
        else:
            yield from text_faults(field, value, most)
    if stated.day is None:
        yield FieldFault("day", "chưa ghi ngày hóa đơn", "the invoice's day is missing")
    elif stated.day > today():
        yield FieldFault("day", "hóa đơn ghi ngày chưa đến", "the invoice's day is still to come")
    for field, amount, least in (
        ("total", stated.total, 1),
        ("tax", stated.tax, 0),
        ("before_tax", stated.before_tax, 0),
    ):
        if amount is None and field != "total":
            continue
        if type(amount) is not int or not least <= amount <= MOST:
            yield FieldFault(
                field,
                f"số tiền phải từ {least} đến {dotted(MOST)} đồng",
                f"an amount is from {least} to {dotted(MOST)} đồng",
            )


def _twice(there: Invoice) -> FieldFault:
    use = there.uses.select_related("request").last()
    vi = f", kèm đề nghị «{use.request.title[:80]}»" if use else ""
    en = f", with the request “{use.request.title[:80]}”" if use else ""
    day = f"{there.at:%d/%m/%Y}"
    return FieldFault(
        "number",
        f"hóa đơn {there.printed} của người bán {there.seller_tax_code} đã nhập ngày {day}{vi}: không nhập hai lần",
        f"invoice {there.printed} of seller {there.seller_tax_code} was entered on {day}{en}: none is entered twice",
    )
