"""Dự toán được giao: what deciding texts give, what programmes plan of it, what is left; the forms to enter it."""

from __future__ import annotations

from typing import Any

from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from quyet.actions.allotments import allot, change_allotment
from quyet.actions.refusal import Refused, require
from quyet.queries import allotments as asked
from quyet.queries.budget_codes import choices
from quyet.web.allotment_forms import AllotmentForm, ChangeForm
from quyet.web.answers import done
from quyet.web.language import say
from quyet.web.office import OfficeRequest, at_fields, office_page
from quyet.web.views.lists import chosen_year
from quyet.web.wording import money, number

SOURCES = ("Ngân sách tỉnh", "Ngân sách trung ương", "Ngân sách xã", "Sự nghiệp kinh tế", "Sự nghiệp môi trường")


@office_page
@require_safe
def allotments(request: OfficeRequest) -> HttpResponse:
    """Those of a year, with sums."""
    years = asked.years(request.viewer.body.pk)
    year = chosen_year(request, years)
    context = {
        "here": "allotments",
        "may_write": may_write(request),
        "years": years,
        "year": asked.of_year(request.viewer.body.pk, year) if year else None,
    }
    return render(request, "quyet/allotments.html", context)


@office_page
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: OfficeRequest) -> HttpResponse:
    """The form for a new one."""
    require(request.viewer, "accountant")
    if request.method != "POST":
        return _form(request, AllotmentForm(initial=_beginning(request)))
    form = AllotmentForm(request.POST)
    if form.is_valid():
        try:
            made = allot(request.viewer, form.new())
        except Refused as refused:
            at_fields(form, refused)
        else:
            told = say("Đã nhập dự toán {n}.", "The allotment of {n} is entered.", n=money(made.amount))
            return done(request, told, "allotment", made.pk)
    return _form(request, form, status=422)


@office_page
@require_safe
def allotment(request: OfficeRequest, pk: int) -> HttpResponse:
    """One, with its changes and programmes, and the form for a change."""
    return _one(request, pk, ChangeForm())


@office_page
@require_http_methods(["POST"])
def change(request: OfficeRequest, pk: int) -> HttpResponse:
    """Enter a change."""
    require(request.viewer, "accountant")
    form = ChangeForm(request.POST)
    if form.is_valid():
        try:
            made = change_allotment(request.viewer, pk, **form.given())
        except Refused as refused:
            at_fields(form, refused)
        else:
            return done(request, _changed(made.amount), "allotment", pk)
    return _one(request, pk, form, status=422)


def _changed(amount: int) -> str:
    if amount < 0:
        return say("Đã ghi giảm {sum} đ.", "{sum} đ taken off.", sum=number(-amount))
    return say("Đã ghi bổ sung {sum} đ.", "{sum} đ added.", sum=number(amount))


def _beginning(request: HttpRequest) -> dict[str, Any]:
    """What the address says already: a programme that has no allotment leads here."""
    year = request.GET.get("nam", "")
    return {
        "year": int(year) if year.isascii() and year.isdigit() and len(year) == 4 else timezone.localdate().year,
    }


def may_write(request: OfficeRequest) -> bool:
    """Whether forms are offered; the acts decide for themselves."""
    return "accountant" in request.viewer.roles


def _form(request: OfficeRequest, form: AllotmentForm, status: int = 200) -> HttpResponse:
    context = {"here": "allotments", "form": form, "sources": SOURCES, "codes": _codes(form)}
    return render(request, "quyet/allotment_new.html", context, status=status)


def _codes(form: AllotmentForm) -> dict[str, Any]:
    """The codes to choose from: of the year in the form, where it is one."""
    written = str(form["year"].value() or "").strip()
    return choices(int(written)) if written.isascii() and written.isdigit() and len(written) == 4 else {}


def _one(request: OfficeRequest, pk: int, form: Form, status: int = 200) -> HttpResponse:
    standing = asked.standing(request.viewer.body.pk, pk)
    if standing is None:
        raise Http404(pk)
    context = {"here": "allotments", "may_write": may_write(request), "standing": standing, "form": form}
    return render(request, "quyet/allotment.html", context, status=status)
