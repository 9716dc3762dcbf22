"""Phụ lục: the lines that an adopted decision came without, entered by an officer, confirmed by the accountant."""

from __future__ import annotations

import json
from typing import Any

from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from quyet.actions.annex_returns import return_annex
from quyet.actions.annexes import confirm_annex, enter_annex
from quyet.actions.refusal import NotHere, Refused
from quyet.core.estimates.model import PlannedEstimate
from quyet.files.drafts import DraftRefused
from quyet.files.drafts.load import draft_of
from quyet.files.drafts.rows import FIELDS, MOST_ROWS, CellFault, lines_of
from quyet.files.estimates import completed
from quyet.files.readers.errors import Unreadable
from quyet.queries.adoption import annex_of, lacks_lines, with_annex
from quyet.queries.estimates import in_workbook
from quyet.queries.frames import frame_of
from quyet.queries.programmes import Opened
from quyet.store.models import Annex, Programme
from quyet.web.adoption_forms import AnnexFileForm
from quyet.web.answers import done
from quyet.web.estimate_table import rows_of
from quyet.web.language import is_english, say
from quyet.web.office import OfficeRequest, office_page
from quyet.web.shell import shell
from quyet.web.views.programmes import load

CARRIED = ("factors", "vat", "code", "source", "note", "basis", "category", "chapter")
"""What a workbook says of a line and the table has no column for: it goes along."""
BLANK_ROWS = 8

Typed = list[dict[str, str]]


@office_page
@require_http_methods(["GET", "HEAD", "POST"])
def annex(request: OfficeRequest, pk: int) -> HttpResponse:
    """The page; lines by file or by hand, and the accountant's word."""
    found = _load(request, pk)
    if request.method != "POST":
        return _page(request, found)
    match request.POST.get("do"):
        case "file":
            return _by_file(request, found)
        case "rows":
            return _by_hand(request, found)
        case "more":
            return _page(request, found, rows=_typed(request, found) + _blank())
        case "confirm":
            return _confirm(request, found)
        case "return":
            return _return(request, found)
    return _page(request, found, status=422)


def _load(request: OfficeRequest, pk: int) -> Opened:
    found = load(request, pk)
    if not found.is_ours:
        raise NotHere(pk)
    if found.programme.origin != Programme.Origin.ADOPTED or found.programme.state != Programme.State.ISSUED:
        raise Http404(pk)
    return found


def _by_file(request: OfficeRequest, found: Opened) -> HttpResponse:
    form = AnnexFileForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, found, status=422, form=form)
    file = form.cleaned_data["file"]
    data, name = file.read(), file.name or ""
    try:
        estimate = in_workbook(data, name)[0]
    except Unreadable as unreadable:
        form.add_error("file", unreadable.message_en if is_english() else unreadable.message)
        return _page(request, found, status=422, form=form)
    return _enter(request, found, estimate, (data, name))


def _by_hand(request: OfficeRequest, found: Opened) -> HttpResponse:
    rows = _typed(request, found)
    estimate, _, faults = lines_of(rows)
    if faults:
        return _page(request, found, status=422, rows=rows, cells=faults)
    return _enter(request, found, estimate, None)


def _enter(
    request: OfficeRequest, found: Opened, estimate: PlannedEstimate, file: tuple[bytes, str] | None
) -> HttpResponse:
    """What is refused stays in the table, to be mended there."""
    try:
        enter_annex(request.viewer, found.programme.pk, [estimate], file)
    except Refused as refused:
        message = " ".join(each.message_en if is_english() else each.message for each in refused.faults)
    except DraftRefused as refused:
        message = " ".join(each.message_en if is_english() else each.message for each in refused.faults[:5])
    else:
        told = say("Đã nhập phụ lục. Kế toán trưởng được báo để xác nhận.", "Entered. The accountant is told.")
        return done(request, told, "programme-annex", found.programme.pk)
    return _page(request, found, status=422, rows=_shown(found, estimate), refusal=message)


def _confirm(request: OfficeRequest, found: Opened) -> HttpResponse:
    given = request.POST.get("annex", "")
    try:
        confirm_annex(request.viewer, found.programme.pk, int(given) if given.isdecimal() and len(given) < 18 else 0)
    except Refused as refused:
        message = " ".join(each.message_en if is_english() else each.message for each in refused.faults)
        return _page(request, found, status=422, refusal=message)
    told = say("Đã xác nhận phụ lục. Các dòng dự toán đã mở để chi.", "Confirmed. The lines are open for spending.")
    if found.is_untied:
        told = say("Đã xác nhận phụ lục. Gắn dự toán được giao thì mới chi.", "Confirmed. It is still to be tied.")
    return done(request, told, "programme-annex", found.programme.pk)


def _return(request: OfficeRequest, found: Opened) -> HttpResponse:
    given, reason = request.POST.get("annex", ""), request.POST.get("reason", "")
    number = int(given) if given.isascii() and given.isdigit() and len(given) < 18 else 0
    try:
        return_annex(request.viewer, found.programme.pk, number, reason)
    except Refused as refused:
        message = " ".join(each.message_en if is_english() else each.message for each in refused.faults)
        return _page(request, found, status=422, refusal=message, reason=reason)
    told = say("Đã trả lại phụ lục; người nhập được báo.", "Given back; who entered it is told.")
    return done(request, told, "programme-annex", found.programme.pk)


# --- rows ------------------------------------------------------------------------------------------------------------


def _typed(request: OfficeRequest, found: Opened) -> Typed:
    columns = {name: request.POST.getlist(name)[:MOST_ROWS] for name in FIELDS}
    count = max(map(len, columns.values()))
    return [{name: cells[at] if at < len(cells) else "" for name, cells in columns.items()} for at in range(count)]


def _shown(found: Opened, estimate: PlannedEstimate) -> Typed:
    return rows_of(estimate, frame_of(found.programme.content))


def _blank() -> Typed:
    return [dict.fromkeys(FIELDS, "") for _ in range(BLANK_ROWS)]


def _page(
    request: OfficeRequest,
    found: Opened,
    *,
    status: int = 200,
    rows: Typed | None = None,
    cells: list[CellFault] | None = None,
    refusal: str = "",
    form: Form | None = None,
    reason: str = "",
) -> HttpResponse:
    programme = found.programme
    kept, frame = annex_of(programme), frame_of(programme.content)
    lacks, returned = lacks_lines(programme), getattr(kept, "returned", None)
    faults = {(each.row, each.field): each.message_en if is_english() else each.message for each in cells or []}
    context = {
        **shell(found, "programme-annex"),
        "lacks_lines": lacks,
        "annex": kept,
        "returned": returned,
        "reason": reason,
        "estimates": _lines(programme, kept) if kept else [],
        "may_enter": lacks and "officer" in request.viewer.roles,
        "may_confirm": lacks and kept and not returned and "accountant" in request.viewer.roles,
        "is_own": kept is not None and kept.by_id == request.viewer.person.pk,
        "form": form or AnnexFileForm(),
        "activities": [(frame.called(each.ref), each) for each in frame.activities],
        "rows": [
            {
                "cells": row,
                "carried": {name: row[name] for name in CARRIED},
                "n": at + 1,
                "faults": [message for (place, _), message in faults.items() if place == at],
            }
            for at, row in enumerate(rows or _blank())
        ],
        "typing": rows is not None,
        "refusal": refusal,
        "confirmed_by": programme.adoption.lines_confirmed_by,
    }
    return render(request, "quyet/annex.html", context, status=status)


def _lines(programme: Programme, kept: Annex) -> list[dict[str, Any]]:
    content = with_annex(programme.content, json.loads(kept.content))
    return [
        {"lines": each.lines, "total": each.total}
        for each in completed(draft_of(content.encode(), as_json=True).draft.estimates)
    ]
