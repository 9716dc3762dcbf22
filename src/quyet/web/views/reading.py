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


@require_safe
def page(request: HttpRequest, token: str) -> HttpResponse:
    """The decision beside what was read of it."""
    shown = readings.page(_load(token), timezone.localdate())
    return _private(
        render(request, "quyet/reading.html", {"page": shown, "token": token, "is_upload": token != readings.EXAMPLE})
    )


@require_safe
def download(request: HttpRequest, token: str) -> HttpResponse:
    """The reading as the JSON of the contract."""
    reading = _load(token)
    response = HttpResponse(json.dumps(reading, ensure_ascii=False, indent=1), content_type="application/json")
    name = PurePath(reading["source"]["name"] or "quyet").stem + ".json"
    response["Content-Disposition"] = content_disposition_header(True, name)
    return _private(response)


@require_POST
def delete(request: HttpRequest, token: str) -> HttpResponse:
    """Delete the paper and its reading now."""
    forget(token)
    response = redirect("home")
    response.status_code = 303
    return response


def _load(token: str) -> dict[str, Any]:
    reading = readings.load(token)
    if reading is None:
        raise Http404(token)
    return reading


def _private(response: HttpResponse) -> HttpResponse:
    """Only for whoever has the address: not for caches between, not for search engines."""
    response["Cache-Control"] = "private, no-cache"
    response["X-Robots-Tag"] = "noindex"
    return response
