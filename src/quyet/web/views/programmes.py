"""Chương trình: the register, the ways into it, and the page of a programme."""

from __future__ import annotations

from typing import Any

from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from quyet.actions.approval import Stopped
from quyet.actions.programmes import draw_on, enter_programme
from quyet.actions.programmes import share as share_programme
from quyet.actions.refusal import FieldFault, Forbidden, NotHere, Refused, require
from quyet.actions.tying import tie
from quyet.files.drafts import DraftFault, DraftRefused
from quyet.files.facts.cases import example_programme
from quyet.queries import programmes as asked
from quyet.queries.programme_data import data_of
from quyet.store.models import Programme
from quyet.web.answers import done
from quyet.web.downloads import attachment
from quyet.web.language import is_english, say
from quyet.web.office import OfficeRequest, office_page
from quyet.web.programme_forms import DataForm
from quyet.web.shell import shell
from quyet.web.templatetags.office import left_said
from quyet.web.views.lists import chosen_year, page_asked

MOST_FAULTS = 50


@office_page
@require_safe
def programmes(request: OfficeRequest) -> HttpResponse:
    """A page of them (`?trang=`), of one year where it is asked for (`?nam=`), the last changed first; beside it what
    bodies below share (`?chia-se=`)."""
    years = asked.years_of(request.viewer)
    year = chosen_year(request, years) if "nam" in request.GET else None
    programmes = asked.listed(request.viewer, page_asked(request), year)
    shared = asked.shared_with(request.viewer, page_asked(request, "chia-se"))
    if any(each.page > 1 and not each.rows for each in (programmes, shared)):
        raise Http404
    context = {
        "here": "programmes",
        "programmes": programmes,
        "shared": shared,
        "years": years,
        "year": year,
        "may_write": may_write(request),
    }
    return render(request, "quyet/programmes.html", context)


@office_page
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: OfficeRequest) -> HttpResponse:
    """A new one, from a file of data or the example."""
    require(request.viewer, "officer", "head")
    if request.method != "POST":
        return _new(request, DataForm())
    if request.POST.get("way") == "example":
        return _entered(request, example_programme(), as_json=False)
    form = DataForm(request.POST, request.FILES)
    faults: tuple[DraftFault, ...] = ()
    if form.is_valid():
        try:
            return _entered(request, form.cleaned_data["file"].read(), form.as_json)
        except DraftRefused as refused:
            faults = refused.faults
            form.add_error("file", say("Tệp có {n} chỗ chưa đúng.", "{n} fault.|{n} faults.", n=len(faults)))
    return _new(request, form, faults, 422)


def may_write(request: OfficeRequest) -> bool:
    """Whether forms are offered; the acts decide for themselves."""
    return bool(request.viewer.roles & {"officer", "head"})


def _entered(request: OfficeRequest, data: bytes, as_json: bool = True) -> HttpResponse:
    """Enter it and go to its page; one that is there already is shown."""
    return entered(request, *enter_programme(request.viewer, data, as_json))


def entered(request: OfficeRequest, made: Programme, is_new: bool) -> HttpResponse:
    """Its page, and what was done."""
    told = (
        say("Đã đưa vào sổ. Chọn dự toán mà chương trình dùng.", "Entered. Choose the allotment that it draws on.")
        if is_new
        else say("Chương trình này đã có trong sổ.", "This programme is in the register already.")
    )
    return done(request, told, "programme", made.pk)


def _new(request: OfficeRequest, form: Form, faults: tuple[DraftFault, ...] = (), status: int = 200) -> HttpResponse:
    context = {
        "here": "programmes",
        "form": form,
        "faults": told_faults(faults[:MOST_FAULTS]),
        "more_faults": max(len(faults) - MOST_FAULTS, 0),
    }
    return render(request, "quyet/programme_new.html", context, status=status)


def told_faults(faults: tuple[DraftFault, ...]) -> list[dict[str, Any]]:
    """Key, line and what would be right, in the page's language."""
    return [
        {"key": each.key, "line": each.line, "message": each.message_en if is_english() else each.message}
        for each in faults
    ]


# --- one programme ---------------------------------------------------------------------------------------------------


@office_page
@require_safe
def programme(request: OfficeRequest, pk: int) -> HttpResponse:
    """Nội dung: what it orders."""
    found = load(request, pk)
    context = {**shell(found, "programme"), "contents": asked.contents(found.loaded.draft)}
    return render(request, "quyet/programme.html", context)


@office_page
@require_safe
def download(request: OfficeRequest, pk: int) -> HttpResponse:
    """Its data, which can be entered again."""
    found = load(request, pk)
    response = HttpResponse(data_of(found), content_type="application/json")
    response["Content-Disposition"] = attachment(found.programme.title[:80].strip() or "quyet", "json")
    return response


@office_page
@require_http_methods(["GET", "HEAD", "POST"])
def draw(request: OfficeRequest, pk: int) -> HttpResponse:
    """Choose the allotment that it draws on; what each would leave stands beside it. One that was issued without is
    tied to it, once."""
    found, refusal = load_ours(request, pk), ""
    if request.method == "POST":
        try:
            chosen = _chosen(request)
            if found.is_untied and chosen is not None:
                tie(request.viewer, pk, chosen)
            else:
                draw_on(request.viewer, pk, chosen)
        except Forbidden:
            raise
        except Refused as refused:
            if isinstance(refused, Stopped) and not found.is_untied:
                raise
            refusal = " ".join(each.message_en if is_english() else each.message for each in refused.faults)
        else:
            return done(request, _drawn(request, pk), "programme", pk)
    choices = asked.choices_of(found.programme)
    context = {**shell(found, "programme"), "choices": choices, "refusal": refusal}
    return render(request, "quyet/programme_draw.html", context, status=422 if refusal else 200)


def _chosen(request: OfficeRequest) -> int | None:
    """The number of an allotment, or none. Nothing chosen is told apart from the choice of none."""
    given = request.POST.get("allotment")
    if given == "none":
        return None
    if not given or not given.isascii() or not given.isdigit() or len(given) > 18:
        raise Refused(FieldFault("allotment", "chọn một dự toán", "choose an allotment"))
    return int(given)


def _drawn(request: OfficeRequest, pk: int) -> str:
    standing = asked.drawn_on(load(request, pk))
    if standing is None:
        return say("Chương trình không dùng dự toán nào.", "The programme draws on no allotment.")
    left = left_said(standing.left)
    return say(
        "Chương trình dùng dự toán {text}: {left}.",
        "The programme draws on {text}: {left}.",
        text=standing.allotment.deciding_text,
        left=left,
    )


@office_page
@require_POST
def share(request: OfficeRequest, pk: int) -> HttpResponse:
    """Let the superior body read it, or no longer."""
    shared = request.POST.get("shared") == "1"
    share_programme(request.viewer, pk, shared)
    told = say("Cơ quan cấp trên xem được chương trình.", "The superior body may read it.")
    if not shared:
        told = say("Cơ quan cấp trên không còn xem được.", "The superior body may no longer read it.")
    return done(request, told, "programme", pk)


def load(request: OfficeRequest, pk: int) -> asked.Opened:
    """The programme of an address, where the viewer may read it."""
    found = asked.opened(request.viewer, pk)
    if found is None:
        raise NotHere(pk)
    return found


def load_ours(request: OfficeRequest, pk: int) -> asked.Opened:
    """The programme of an address that is for the viewer's own body: what is shared is not all that there is."""
    found = load(request, pk)
    if not found.is_ours:
        raise NotHere(pk)
    return found
