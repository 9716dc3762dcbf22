"""The page of a reading, its JSON, and the button that deletes it."""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST, require_safe

from quyet.actions.reading import forget
from quyet.queries import reading as readings
from quyet.queries.shown import Json


@require_safe
def page(request: HttpRequest, token: str) -> HttpResponse:
    """The decision's text beside what was read of it."""
    return show(request, token, load(token), {"view": "source"})


@require_safe
def download(request: HttpRequest, token: str) -> HttpResponse:
    """The reading as the JSON of the contract."""
    reading = load(token)
    response = HttpResponse(json.dumps(reading, ensure_ascii=False, indent=1), content_type="application/json")
    name = PurePath(reading["source"]["name"] or "quyet").stem + ".json"
    response["Content-Disposition"] = content_disposition_header(True, name)
    return private(response)


@require_POST
def delete(request: HttpRequest, token: str) -> HttpResponse:
    """Delete the paper and its reading now."""
    forget(token)
    response = redirect("home")
    response.status_code = 303
    return response


def load(token: str) -> dict[str, Any]:
    """The reading that is kept under a token."""
    reading = readings.load(token)
    if reading is None:
        raise Http404(token)
    return reading


def show(request: HttpRequest, token: str, reading: Json, more: dict[str, Any], status: int = 200) -> HttpResponse:
    """The page of a reading: what was read of it, and beside that its text or what `more` has to show."""
    context = {
        "page": readings.page(reading, timezone.localdate()),
        "token": token,
        "is_upload": token != readings.EXAMPLE,
        **more,
    }
    return private(render(request, "quyet/reading.html", context, status=status))


def private(response: HttpResponse) -> HttpResponse:
    """Only for whoever has the address: not for caches between, not for search engines."""
    response["Cache-Control"] = "private, no-cache"
    response["X-Robots-Tag"] = "noindex"
    return response
