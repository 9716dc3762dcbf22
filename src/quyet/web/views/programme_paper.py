"""Quyết định: a programme as the paper that would be issued, and its files."""

from __future__ import annotations

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from quyet.files.writers.refused import Unwritable
from quyet.files.writing import FORMS
from quyet.queries import programme_paper as asked
from quyet.queries.printed import FILES, Busy
from quyet.web import downloads
from quyet.web.language import is_english
from quyet.web.office import OfficeRequest, office_page
from quyet.web.shell import shell
from quyet.web.views.printed import chosen_form
from quyet.web.views.programmes import load
from quyet.web.views.reading import private


@office_page
@require_safe
def paper(request: OfficeRequest, pk: int) -> HttpResponse:
    """The pages, what contradicts itself, the forms to choose from, and the downloads."""
    return _page(request, pk)


def _page(request: OfficeRequest, pk: int, refusal: Unwritable | None = None) -> HttpResponse:
    found, made = load(request, pk), None
    try:
        made = None if refusal else asked.paper_of(found, chosen_form(request))
    except Unwritable as refused:
        refusal = refused
    context = {
        **shell(found, "programme-paper"),
        "paper": made,
        "forms": FORMS,
        "files": downloads.MEDIA_TYPES,
        "refusal": refusal and (refusal.message_en if is_english() else refusal.message),
    }
    status = 200 if refusal is None else 503 if isinstance(refusal, Busy) else 422
    return render(request, "quyet/programme_paper.html", context, status=status)


@office_page
@require_safe
def picture(request: OfficeRequest, pk: int, number: int) -> HttpResponseBase:
    """A page as a picture."""
    found = load(request, pk)
    try:
        page = asked.paper_of(found, chosen_form(request)).pictures[number - 1]
    except Unwritable as refused:
        return _page(request, pk, refused)
    except IndexError:
        raise Http404(number) from None
    response = private(HttpResponse(page.png, content_type="image/png"))
    response["ETag"] = etag = f'"{page.digest}"'
    return get_conditional_response(request, etag=etag, response=response) or response


@office_page
@require_safe
def download(request: OfficeRequest, pk: int, to: str) -> HttpResponse:
    """The paper as a file."""
    if to not in FILES:
        raise Http404(to)
    try:
        written, data = asked.file_of(load(request, pk), to, chosen_form(request))
    except Unwritable as refused:
        return _page(request, pk, refused)
    response = private(HttpResponse(data, content_type=downloads.MEDIA_TYPES[to]))
    name = downloads.file_name(written.paper, written.draft.document.number)
    response["Content-Disposition"] = downloads.attachment(name, to)
    return response
