"""Entering papers by hand, and saying where a series goes on: the clerk's."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from quyet.actions.clock import today
from quyet.actions.numbers import go_on_from
from quyet.actions.papers import enter_incoming, enter_outgoing
from quyet.actions.refusal import Refused, require
from quyet.web.answers import done
from quyet.web.fields import refuse
from quyet.web.language import say
from quyet.web.office import OfficeRequest, office_page
from quyet.web.register_forms import IncomingForm, OutgoingForm, SeriesForm
from quyet.web.wording import day

_METHODS = ["GET", "HEAD", "POST"]


@office_page
@require_http_methods(_METHODS)
def outgoing(request: OfficeRequest) -> HttpResponse:
    """A paper of this body that was made elsewhere."""
    require(request.viewer, "clerk")
    form = OutgoingForm(
        request.viewer.body.keeps_numbers, *_given(request), initial={"day": day(today()), "kind": "QĐ"}
    )
    if request.method == "POST" and form.is_valid():
        try:
            made = enter_outgoing(request.viewer, form.paper())
        except Refused as refused:
            refuse(form, refused)
        else:
            return done(request, _entered(made.symbol), "register-entry", made.pk)
    return _page(request, "quyet/register_out.html", form)


@office_page
@require_http_methods(_METHODS)
def incoming(request: OfficeRequest) -> HttpResponse:
    """A paper that was received."""
    require(request.viewer, "clerk")
    form = IncomingForm(request.viewer.body.keeps_numbers, *_given(request), initial={"arrived": day(today())})
    if request.method == "POST" and form.is_valid():
        try:
            made = enter_incoming(request.viewer, form.paper())
        except Refused as refused:
            refuse(form, refused)
        else:
            return done(request, _entered(made.symbol), "register-entry", made.pk)
    return _page(request, "quyet/register_in.html", form)


@office_page
@require_http_methods(_METHODS)
def series(request: OfficeRequest) -> HttpResponse:
    """Where the series of a kind goes on."""
    require(request.viewer, "clerk")
    form = SeriesForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            go_on_from(request.viewer, given["kind"], given["last"])
        except Refused as refused:
            refuse(form, refused)
        else:
            told = say("Số tiếp theo là {n}.", "The next number is {n}.", n=given["last"] + 1)
            return done(request, told, "register-book")
    return _page(request, "quyet/register_series.html", form)


def _given(request: OfficeRequest) -> tuple[Any, ...]:
    return (request.POST, request.FILES) if request.method == "POST" else ()


def _entered(symbol: str) -> str:
    return say("Đã vào sổ {symbol}.", "{symbol} is in the register.", symbol=symbol)


def _page(request: OfficeRequest, template: str, form: Any) -> HttpResponse:
    context = {"here": "register-book", "form": form, "keeps_numbers": request.viewer.body.keeps_numbers}
    return render(request, template, context, status=422 if form.errors else 200)
