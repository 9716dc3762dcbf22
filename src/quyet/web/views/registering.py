"""Đưa vào sổ: a reading becomes a programme."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from quyet.actions.programmes import enter_programme
from quyet.actions.refusal import require
from quyet.files.drafts import DraftFault, DraftRefused
from quyet.queries.bodies import body_of
from quyet.web.office import OfficeRequest, office_page
from quyet.web.views.programmes import entered, told_faults
from quyet.web.views.reading import load, private


@office_page
@require_http_methods(["GET", "HEAD", "POST"])
def register(request: OfficeRequest, token: str) -> HttpResponse:
    """Say what will be entered and for whom; enter it."""
    require(request.viewer, "officer", "head")
    reading = load(token)
    if request.method != "POST":
        return _page(request, token, reading)
    if not reading["programme"]:
        return _page(request, token, reading, status=422)
    try:
        return entered(request, *enter_programme(request.viewer, json.dumps(reading, ensure_ascii=False).encode()))
    except DraftRefused as refused:
        return _page(request, token, reading, refused.faults, 422)


def _page(
    request: OfficeRequest,
    token: str,
    reading: dict[str, Any],
    faults: tuple[DraftFault, ...] = (),
    status: int = 200,
) -> HttpResponse:
    programme = reading["programme"]
    context = {
        "here": "home",
        "token": token,
        "issuer": body_of(reading["document"]),
        "document": reading["document"],
        "reading": programme,
        "total": (programme["total"] or {}).get("amount") if programme else None,
        "faults": told_faults(faults),
    }
    return private(render(request, "quyet/register.html", context, status=status))
