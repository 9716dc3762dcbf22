"""Nhà cung cấp: the payees of the body, the form for one more, and the form that mends one."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods

from quyet.actions.refusal import Refused, require
from quyet.actions.suppliers import add_supplier, change_supplier
from quyet.core.approval import Role
from quyet.queries.suppliers import is_named, suppliers_of
from quyet.store.models import Supplier
from quyet.web.answers import done
from quyet.web.language import say
from quyet.web.office import OfficeRequest, at_fields, office_page
from quyet.web.payee_forms import MendedSupplierForm, SupplierForm
from quyet.web.previewed import new_key

ENTER: tuple[Role, ...] = ("officer", "accountant")
"""Who enters suppliers, contracts and invoices."""


def may_enter(request: OfficeRequest) -> bool:
    """Whether forms are offered; the acts decide for themselves."""
    return bool(request.viewer.roles & set(ENTER))


@office_page
@require_http_methods(["GET", "HEAD", "POST"])
def suppliers(request: OfficeRequest) -> HttpResponse:
    """All of them, and the form."""
    form = SupplierForm(request.POST or None, initial={"key": new_key()})
    if request.method == "POST":
        require(request.viewer, *ENTER)
        if form.is_valid():
            try:
                new = form.new()
                add_supplier(request.viewer, new, form.cleaned_data["key"])
            except Refused as refused:
                at_fields(form, refused)
            else:
                told = say("Đã nhập nhà cung cấp {name}.", "{name} is entered.", name=new.name)
                return done(request, told, "suppliers")
    context = {
        "here": "programmes",
        "suppliers": suppliers_of(request.viewer.body.pk),
        "may_enter": may_enter(request),
        "form": form,
    }
    return render(request, "quyet/suppliers.html", context, status=422 if form.errors else 200)


@office_page
@require_http_methods(["GET", "HEAD", "POST"])
def supplier(request: OfficeRequest, pk: int) -> HttpResponse:
    """One of them, mended."""
    require(request.viewer, *ENTER)
    found = get_object_or_404(Supplier, pk=pk, body=request.viewer.body)
    keeps_code = bool(found.tax_code) and is_named(pk)
    form = MendedSupplierForm(found, keeps_code, request.POST or None)
    if request.method == "POST" and form.is_valid():
        new = form.new()
        try:
            change_supplier(request.viewer, pk, new, form.cleaned_data["revision"], form.cleaned_data["key"])
        except Refused as refused:
            at_fields(form, refused)
        else:
            return done(request, say("Đã sửa nhà cung cấp {name}.", "{name} is mended.", name=new.name), "suppliers")
    context = {"here": "programmes", "supplier": found, "form": form, "keeps_code": keeps_code}
    return render(request, "quyet/supplier.html", context, status=422 if form.errors else 200)
