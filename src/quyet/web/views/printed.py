"""The paper of a reading: its pages as they would be printed, and the files that it is downloaded as."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from quyet.files.writers.refused import Unwritable
from quyet.files.writing import FORMS
from quyet.queries import drawn, printed
from quyet.queries.shown import Json
from quyet.web import downloads
from quyet.web.language import is_english
from quyet.web.views.reading import load, private, show


@require_safe
def pages(request: HttpRequest, token: str) -> HttpResponse:
    """The pages, what is to be said of them, the forms to choose from, and the downloads."""
    return _pages(request, token, load(token), chosen_form(request))


@require_safe
def picture(request: HttpRequest, token: str, number: str) -> HttpResponseBase:
    """A page as a picture. A browser may keep it, but asks each time whether it is still there."""
    reading, form = load(token), chosen_form(request)
    try:
        page = drawn.pictures(token, reading, form)[int(number) - 1]
    except Unwritable as refusal:
        return _pages(request, token, reading, form, refusal)
    except IndexError:
        raise Http404(number) from None
    response = private(HttpResponse(page.png, content_type="image/png"))
    response["ETag"] = etag = f'"{page.digest}"'
    return get_conditional_response(request, etag=etag, response=response) or response


@require_safe
def download(request: HttpRequest, token: str, to: str) -> HttpResponse:
    """The paper as a file."""
    reading, form = load(token), chosen_form(request)
    try:
        written, data = printed.file(reading, to, form)
    except Unwritable as refusal:
        return _pages(request, token, reading, form, refusal)
    response = private(HttpResponse(data, content_type=downloads.MEDIA_TYPES[to]))
    name = downloads.file_name(written.paper, written.draft.document.number)
    response["Content-Disposition"] = downloads.attachment(name, to)
    return response


def chosen_form(request: HttpRequest) -> str | None:
    """The form that was asked for; one that is not there is no address of ours."""
    asked = request.GET.get("form")
    if asked is not None and asked not in FORMS:
        raise Http404(asked)
    return asked


def _pages(
    request: HttpRequest, token: str, reading: Json, form: str | None, refusal: Unwritable | None = None
) -> HttpResponse:
    """The page; with a refusal it says why there is nothing to see or to download."""
    paper: printed.Printed | None = None
    pictures: tuple[drawn.Picture, ...] = ()
    try:
        paper = printed.printed(reading, form)
        pictures = drawn.pictures(token, reading, paper.form.key)
    except Unwritable as refused:
        refusal = refusal or refused
    more = {
        "view": "pages",
        "words_at": reverse("reading", args=[token]),
        "printed": paper,
        "pictures": pictures,
        "forms": FORMS,
        "files": downloads.MEDIA_TYPES,
        "refusal": refusal and (refusal.message_en if is_english() else refusal.message),
    }
    status = 200 if refusal is None else 503 if isinstance(refusal, printed.Busy) else 422
    return show(request, token, reading, more, status)
