"""Hóa đơn: those of the body, the form for one more, by hand or filled from the XML of an e-invoice, and the form that
takes one back."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods, require_safe

from quyet.actions.invoices import enter_invoice, void_invoice
from quyet.actions.refusal import Forbidden, Refused, require
from quyet.files.readers.einvoice import read_invoice
from quyet.files.readers.errors import Unreadable
from quyet.queries.invoices import came_back, invoices_of
from quyet.store.models import Invoice
from quyet.web.answers import done
from quyet.web.fields import refuse
from quyet.web.language import is_english, say
from quyet.web.office import OfficeRequest, at_fields, office_page
from quyet.web.payee_forms import LARGEST_XML, InvoiceForm, VoidForm, XmlForm, filled
from quyet.web.previewed import new_key
from quyet.web.views.lists import page_asked
from quyet.web.views.suppliers import ENTER, may_enter

READ_XML, ENTER_ONE = "xml", "invoice"
"""What the two buttons send as `do`."""


@office_page
@require_safe
def invoices(request: OfficeRequest) -> HttpResponse:
    """Those of the body, the newest first."""
    paged = invoices_of(request.viewer.body.pk, page_asked(request))
    context = {"here": "programmes", "paged": paged, "may_enter": may_enter(request)}
    return render(request, "quyet/invoices.html", context)


@office_page
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: OfficeRequest) -> HttpResponse:
    """The form for a new one."""
    require(request.viewer, *ENTER)
    form, xml, made = answered(request)
    if made is not None:
        return done(request, say("Đã nhập hóa đơn.", "The invoice is entered."), "invoices")
    status = 422 if form.errors or xml.errors or request.POST.get("do", READ_XML) not in (READ_XML, ENTER_ONE) else 200
    context = {"here": "programmes", "form": form, "xml": xml}
    return render(request, "quyet/invoice_new.html", context, status=status)


@office_page
@require_http_methods(["GET", "HEAD", "POST"])
def void(request: OfficeRequest, pk: int) -> HttpResponse:
    """One of them, taken back."""
    require(request.viewer, *ENTER)
    found = get_object_or_404(Invoice.objects.select_related("void"), pk=pk, body=request.viewer.body)
    form = VoidForm(request.POST or None, initial={"key": new_key()})
    if request.method == "POST" and form.is_valid():
        try:
            void_invoice(request.viewer, pk, form.cleaned_data["reason"], form.cleaned_data["key"])
        except Refused as refused:
            at_fields(form, refused)
        else:
            told = say("Đã bỏ hóa đơn {printed}.", "Invoice {printed} is taken back.", printed=found.printed)
            return done(request, told, "invoices")
    context = {"here": "programmes", "invoice": found, "form": form, "came_back": came_back(found)}
    return render(request, "quyet/invoice_void.html", context, status=422 if form.errors else 200)


def answered(request: OfficeRequest, prefix: str = "") -> tuple[InvoiceForm, XmlForm, int | None]:
    """The two forms after what was sent, and the invoice's number once it is entered. Forms of a page that did not send
    them are empty, or stay as they were typed."""
    act = request.POST.get("do")
    if act == READ_XML:
        return _read(request, prefix)
    if request.method != "POST":
        return InvoiceForm(prefix=prefix, initial={"key": new_key()}), XmlForm(prefix=prefix), None
    form = InvoiceForm(request.POST, prefix=prefix)
    if act != ENTER_ONE:
        return (_as_typed(form) if prefix else form), XmlForm(prefix=prefix), None
    made = _entered(request, form) if form.is_valid() else None
    return form, XmlForm(prefix=prefix), made


def _as_typed(form: InvoiceForm) -> InvoiceForm:
    """What was typed into a form that was not sent by its own button: kept, and not judged."""
    typed: dict[str, Any] = {name: form[name].value() or "" for name in form.fields}
    return InvoiceForm(prefix=form.prefix, initial={**typed, "key": typed["key"] or new_key()})


def _read(request: OfficeRequest, prefix: str) -> tuple[InvoiceForm, XmlForm, None]:
    xml = XmlForm(request.POST, request.FILES, prefix=prefix)
    typed = _as_typed(InvoiceForm(request.POST, prefix=prefix))
    if not xml.is_valid():
        return typed, xml, None
    file: UploadedFile[bytes] = xml.cleaned_data["file"]
    try:
        data = file.read(LARGEST_XML + 1)
        if len(data) > LARGEST_XML:
            raise Unreadable("Tệp XML lớn hơn 2 MB, không phải hóa đơn.", "The XML is above 2 MB: it is no invoice.")
        said = filled(read_invoice(data), data, file.name or "")
    except Unreadable as fault:
        xml.add_error("file", fault.message_en if is_english() else fault.message)
        return typed, xml, None
    return InvoiceForm(prefix=prefix, initial={**said, "key": new_key()}), XmlForm(prefix=prefix), None


def _entered(request: OfficeRequest, form: InvoiceForm) -> int | None:
    data, name = form.file()
    try:
        return enter_invoice(request.viewer, form.stated(), form.cleaned_data["key"], data, name)
    except Forbidden:
        raise
    except Refused as refused:
        refuse(form, refused)
    except Unreadable as fault:
        form.add_error(None, fault.message_en if is_english() else fault.message)
    return None
