"""Đưa vào sổ: a reading becomes a programme."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from quyet.actions.programmes import enter_programme
from quyet.actions.refusal import Refused
from quyet.files.drafts import DraftFault, DraftRefused
from quyet.queries.bodies import body_names, body_of
from quyet.web.fields import refuse
from quyet.web.programme_forms import BodyForm
from quyet.web.views.programmes import entered, told_faults
from quyet.web.views.reading import load, private


@require_http_methods(["GET", "HEAD", "POST"])
def register(request: HttpRequest, token: str) -> HttpResponse:
    """Say what will be entered and for whom; enter it."""
    reading = load(token)
    if not reading["programme"]:
        return _page(request, token, reading, BodyForm(), status=422 if request.method == "POST" else 200)
    if request.method != "POST":
        return _page(request, token, reading, BodyForm(initial={"body": body_of(reading["document"])}))
    form = BodyForm(request.POST)
    faults: tuple[DraftFault, ...] = ()
    if form.is_valid():
        try:
            data = json.dumps(reading, ensure_ascii=False).encode()
            return entered(request, *enter_programme(form.cleaned_data["body"], data))
        except DraftRefused as refused:
            faults = refused.faults
        except Refused as refused:
            refuse(form, refused)
    return _page(request, token, reading, form, faults, 422)


def _page(
    request: HttpRequest,
    token: str,
    reading: dict[str, Any],
    form: BodyForm,
    faults: tuple[DraftFault, ...] = (),
    status: int = 200,
) -> HttpResponse:
    programme = reading["programme"]
    context = {
        "here": "home",
        "token": token,
        "form": form,
        "bodies": body_names(),
        "document": reading["document"],
        "reading": programme,
        "total": (programme["total"] or {}).get("amount") if programme else None,
        "faults": told_faults(faults),
    }
    return private(render(request, "quyet/register.html", context, status=status))
