"""Nhà cung cấp: the payees of the body, and the form for one more."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from quyet.actions.refusal import Refused, require
from quyet.actions.suppliers import add_supplier
from quyet.core.approval import Role
from quyet.queries.suppliers import suppliers_of
from quyet.web.answers import done
from quyet.web.language import say
from quyet.web.office import OfficeRequest, at_fields, office_page
from quyet.web.payee_forms import SupplierForm
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
