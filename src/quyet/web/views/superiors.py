"""Cấp trên và chia sẻ, lập cơ quan: how bodies are tied to one another. For administrators."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from quyet.actions import founding
from quyet.actions import superiors as acts
from quyet.actions.refusal import FieldFault, Refused, require
from quyet.queries import directory as asked
from quyet.web.answers import done
from quyet.web.body_forms import NONE, NewBodyForm, SuperiorForm
from quyet.web.language import say
from quyet.web.office import OfficeRequest, at_fields, office_page
from quyet.web.people_answers import beginning, page_of
from quyet.web.views.people import link_of

_FORM = require_http_methods(["GET", "HEAD", "POST"])


@office_page
@_FORM
def ties(request: OfficeRequest) -> HttpResponse:
    """Under which body one's own stands, whether it shares, and which stand below it."""
    require(request.viewer, "admin")
    if request.method != "POST":
        return _page(request, SuperiorForm(request.viewer.body, initial=beginning()))
    name = request.POST.get("do", "")
    if name == "name":
        return _name(request)
    if name in ("share", "unshare"):
        acts.set_sharing(request.viewer, name == "share")
        told = say("Đã mở chia sẻ.", "Sharing is open.")
        return done(request, told if name == "share" else say("Đã đóng chia sẻ.", "Sharing is closed."), "body-ties")
    if name in ("confirm", "end"):
        act = acts.confirm_inferior if name == "confirm" else acts.end_inferior
        act(request.viewer, _number(request.POST.get("tie", "")))
        told = say("Đã xác nhận cơ quan cấp dưới.", "The body below is confirmed.")
        return done(request, told if name == "confirm" else say("Đã ghi.", "Entered."), "body-ties")
    return _page(request, SuperiorForm(request.viewer.body, initial=beginning()), 422)


def _name(request: OfficeRequest) -> HttpResponse:
    form = SuperiorForm(request.viewer.body, request.POST)
    if form.is_valid():
        chosen = form.cleaned_data["superior"]
        try:
            superior = None if chosen == NONE else int(chosen)
            made = acts.name_superior(request.viewer, superior, form.cleaned_data["since"])
        except Refused as refused:
            at_fields(form, refused)
        else:
            told = say("Đã ghi. Chờ quản trị của cơ quan cấp trên xác nhận.", "Entered, to be confirmed by them.")
            return done(request, told if made else say("Đã ghi.", "Entered."), "body-ties")
    return _page(request, form, 422)


def _number(given: str) -> int:
    if not (given.isascii() and given.isdigit() and len(given) <= 18):
        raise Refused(FieldFault("tie", "chọn một cơ quan", "choose a body"))
    return int(given)


def _page(request: OfficeRequest, form: SuperiorForm, status: int = 200) -> HttpResponse:
    context = {"here": "people", "form": form, "ties": asked.ties_of(request.viewer.body)}
    return render(request, "quyet/people/ties.html", context, status=status)


@office_page
@_FORM
def found(request: OfficeRequest) -> HttpResponse:
    """A further body with its first administrator, for whom the next page gives the link."""
    founding.refuse_others(request.viewer)
    form = NewBodyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            body, person, secret = founding.found(request.viewer, form.new())
        except Refused as refused:
            at_fields(form, refused)
        else:
            return link_of(request, person, secret, body)
    return page_of(request, "quyet/people/found.html", form, bodies=asked.bodies())
