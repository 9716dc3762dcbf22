"""Định mức: what is in force on a day and where it is written, and the history of an item."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from quyet.core.values.typed import day_typed
from quyet.queries import norms as asked
from quyet.web.norm_forms import NormForm


@require_safe
def norms(request: HttpRequest) -> HttpResponse:
    """The norms of a day."""
    given = request.GET.dict()
    typed = given.get("ngay", "").strip()
    day = day_typed(typed) if typed else timezone.localdate()
    form = NormForm({**given, "ngay": day.isoformat() if day else typed}, plain=day is None)
    found = asked.in_force(**form.question()) if form.is_valid() else None
    context = {"here": "norms", "form": form, "found": found, "provinces": asked.provinces_by_note()}
    return render(request, "quyet/norms.html", context, status=200 if found else 400)


@require_safe
def item(request: HttpRequest, item: str) -> HttpResponse:
    """One item: what it is for, and its values over time."""
    found = asked.history(item)
    if found is None:
        raise Http404(item)
    context = {"here": "norms", "item": found[0], "histories": found[1], "today": timezone.localdate()}
    return render(request, "quyet/norm.html", context)
