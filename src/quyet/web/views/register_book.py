"""Sổ văn bản: the register as it is searched, one paper with where it was sent, its files."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from quyet.actions.clock import today
from quyet.actions.dispatch import mark_received, mark_sent
from quyet.actions.refusal import NotHere
from quyet.files.writers.edxml import EdxmlRefused
from quyet.queries.envelope import envelope_of
from quyet.queries.files import bytes_of
from quyet.queries.register import RELEASE_RULE, Entry, Wanted, book, entry_of
from quyet.queries.searching import asked
from quyet.web.answers import done
from quyet.web.downloads import MEDIA_TYPES, attachment
from quyet.web.language import say
from quyet.web.office import OfficeRequest, office_page
from quyet.web.register_forms import WayForm, ways

DIRECTIONS = {"di": "out", "den": "in"}
"""What the address says, and what it means."""


@office_page
@require_safe
def register(request: OfficeRequest) -> HttpResponse:
    """A page of the register: `?tim=` words, `?chieu=` di or den, `?loai=`, `?nam=`, `?trang=`."""
    wanted = Wanted(
        asked(request.GET.get("tim", "")),
        DIRECTIONS.get(request.GET.get("chieu", ""), ""),
        request.GET.get("loai", "")[:40],
        _whole(request.GET.get("nam")),
        _whole(request.GET.get("trang")) or 1,
    )
    found = book(request.viewer, wanted)
    if wanted.page > found.pages:
        raise Http404(wanted.page)
    context = {
        "here": "register-book",
        "book": found,
        "directions": [("", say("Tất cả", "All")), ("di", say("Văn bản đi", "Out")), ("den", say("Văn bản đến", "In"))],
        "direction": request.GET.get("chieu", ""),
        "is_narrowed": bool(wanted.look or wanted.direction or wanted.kind or wanted.year),
        "may_enter": "clerk" in request.viewer.roles,
        "keeps_numbers": request.viewer.body.keeps_numbers,
    }
    return render(request, "quyet/register_book.html", context)


def _whole(text: str | None) -> int | None:
    """A number of an address from 1; anything else asks for nothing."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) <= 6 and int(text) else None


@office_page
@require_safe
def entry(request: OfficeRequest, pk: int) -> HttpResponse:
    """One paper."""
    found = _load(request, pk)
    context = {
        "here": "register-book",
        "found": found,
        "may_mark": "clerk" in request.viewer.roles and found.entry.direction == "out",
        "ways": ways(),
        "rule": RELEASE_RULE,
        "is_late": found.entry.direction == "out" and found.unsent > 0 and found.send_by < today(),
    }
    return render(request, "quyet/register_entry.html", context)


def _load(request: OfficeRequest, pk: int) -> Entry:
    found = entry_of(request.viewer, pk)
    if found is None:
        raise NotHere(pk)
    return found


@office_page
@require_POST
def sent(request: OfficeRequest, pk: int) -> HttpResponse:
    """Mark a line of nơi nhận as sent."""
    form = WayForm(request.POST)
    way = form.cleaned_data["way"] if form.is_valid() else ""
    made = mark_sent(request.viewer, pk, way)
    told = say("Đã ghi gửi: {to}.", "Marked as sent: {to}.", to=made.recipient)
    return done(request, told, "register-entry", made.entry_id)


@office_page
@require_POST
def received(request: OfficeRequest, pk: int) -> HttpResponse:
    """Mark a line of nơi nhận as received."""
    made = mark_received(request.viewer, pk)
    told = say("Đã ghi nhận được: {to}.", "Marked as received: {to}.", to=made.recipient)
    return done(request, told, "register-entry", made.entry_id)


# --- files -----------------------------------------------------------------------------------------------------------


@office_page
@require_safe
def file(request: OfficeRequest, pk: int, file: int) -> HttpResponse:
    """A file of a paper, as it was kept."""
    found = next((each for _, each in _load(request, pk).files if each.pk == file), None)
    if found is None:
        raise NotHere(file)
    stem, _, ending = found.name.rpartition(".")
    return _saved(bytes_of(found), found.media_type, stem or found.name, ending or "bin")


@office_page
@require_safe
def envelope(request: OfficeRequest, pk: int) -> HttpResponse:
    """The edXML package of a paper that was issued here."""
    found = _load(request, pk)
    try:
        made = envelope_of(found)
    except EdxmlRefused as refused:
        return HttpResponse(str(refused), status=422, content_type="text/plain; charset=utf-8")
    if made is None:
        raise NotHere(pk)
    return _saved(made, MEDIA_TYPES["edxml"], found.entry.symbol.replace("/", "-"), "edxml")


def _saved(data: bytes, media_type: str, stem: str, ending: str) -> HttpResponse:
    response = HttpResponse(data, content_type=media_type)
    response["Content-Disposition"] = attachment(stem, ending)
    return response
