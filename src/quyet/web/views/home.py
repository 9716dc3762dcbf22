"""The first page: what Quyết does, and the three ways in."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from quyet.files.readers.errors import Unreadable
from quyet.files.readers.limits import FILE_BYTES, TEXT_BYTES
from quyet.web.forms import ACCEPTED, WAYS, Way
from quyet.web.language import is_english, say

FIELDS = {"upload": "file", "paste": "text", "example": "example"}
"""Where on the page each way in has its field."""


@require_http_methods(["GET", "HEAD", "POST"])
def home(request: HttpRequest) -> HttpResponse:
    """Show the ways in; read what one of them brings and go to its page."""
    if request.method != "POST":
        return _page(request)
    way = request.POST.get("way", "")
    if way not in WAYS:
        return _page(request, status=400)
    form = WAYS[way](request.POST, request.FILES)
    token = _take(form)
    if token is None:
        return _page(request, {way: _refusal(form)}, text=request.POST.get("text", ""), status=422)
    response = redirect("reading", token)
    response.status_code = 303
    return response


def refuse_size(request: HttpRequest, way: str = "upload") -> HttpResponse:
    """More was sent than is read: say so at the field, and what would be accepted."""
    limit = FILE_BYTES if way == "upload" else TEXT_BYTES
    return _page(request, {way: say(limit.message, limit.message_en)}, status=413)


def _take(form: Way) -> str | None:
    if not form.is_valid():
        return None
    try:
        return form.keep()
    except Unreadable as refusal:
        form.add_error(None, refusal.message_en if is_english() else refusal.message)
        return None


def _refusal(form: Way) -> str:
    return " ".join(str(message) for messages in form.errors.values() for message in messages)


def _page(
    request: HttpRequest, refusals: dict[str, str] | None = None, *, text: str = "", status: int = 200
) -> HttpResponse:
    context = {
        "here": "home",
        "accepted": ACCEPTED,
        "keep_hours": settings.KEEP_HOURS,
        "most_bytes": FILE_BYTES.most,
        "refusals": refusals or {},
        "summary": [(FIELDS[way], message) for way, message in (refusals or {}).items()],
        "text": text,
    }
    return render(request, "quyet/home.html", context, status=status)
