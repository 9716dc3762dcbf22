"""The body itself: its name from a day on, its codes and settings, its units. For its administrator."""

from __future__ import annotations

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from quyet.actions import bodies as acts
from quyet.actions.refusal import Refused, require
from quyet.queries import directory as asked
from quyet.web.answers import done
from quyet.web.language import say
from quyet.web.office import OfficeRequest, at_fields, office_page
from quyet.web.people_answers import beginning, day, page_of
from quyet.web.people_forms import BodyForm, NameForm, UnitForm

_FORM = require_http_methods(["GET", "HEAD", "POST"])


@office_page
@_FORM
def settings(request: OfficeRequest) -> HttpResponse:
    """Codes, and who numbers papers."""
    require(request.viewer, "admin")
    body = request.viewer.body
    now = {"chapter": body.chapter, "identifier": body.identifier, "keeps_numbers": str(int(body.keeps_numbers))}
    form = BodyForm(request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            acts.describe(request.viewer, given["chapter"], given["identifier"], given["keeps_numbers"] == "1")
        except Refused as refused:
            at_fields(form, refused)
        else:
            return done(request, say("Đã ghi thiết lập của cơ quan.", "The settings are entered."), "people")
    return page_of(request, "quyet/people/body.html", form)


@office_page
@_FORM
def rename(request: OfficeRequest) -> HttpResponse:
    """Another name from a day on; papers of before keep theirs."""
    require(request.viewer, "admin")
    body = request.viewer.body
    now = {"chapter": body.chapter, "identifier": body.identifier, **beginning()}
    form = NameForm(request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        try:
            acts.rename(request.viewer, **form.cleaned_data)
        except Refused as refused:
            at_fields(form, refused)
        else:
            return done(request, say("Đã đổi tên cơ quan.", "The body has its new name."), "people")
    return page_of(request, "quyet/people/rename.html", form, names=asked.names_of(body))


@office_page
@_FORM
def unit(request: OfficeRequest) -> HttpResponse:
    """A new unit."""
    require(request.viewer, "admin")
    form = UnitForm(request.POST or None, initial=beginning())
    if request.method == "POST" and form.is_valid():
        try:
            acts.open_unit(request.viewer, **form.cleaned_data)
        except Refused as refused:
            at_fields(form, refused)
        else:
            return done(request, say("Đã ghi đơn vị.", "The unit is entered."), "people")
    return page_of(request, "quyet/people/unit.html", form)


@office_page
@require_POST
def close_unit(request: OfficeRequest, pk: int) -> HttpResponse:
    """The last day of a unit."""
    acts.close_unit(request.viewer, pk, day(request))
    return done(request, say("Đã ghi ngày kết thúc.", "The last day is entered."), "people")
