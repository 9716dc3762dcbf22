"""Dự toán: the table that people edit, with or without a script."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpResponse, JsonResponse, RawPostDataException
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from quyet.actions.estimates import save_estimate
from quyet.actions.programmes import Conflict
from quyet.files.drafts.rows import lines_of
from quyet.queries import estimates as asked
from quyet.queries.frames import annexes_in, as_data
from quyet.queries.programmes import row
from quyet.web import estimate_table as made
from quyet.web import wording
from quyet.web.answers import done
from quyet.web.estimate_page import Sheet, annex_of, page, revision_in, sheet_of, sums, told
from quyet.web.office import OfficeRequest, office_page
from quyet.web.templatetags.estimate import totals_table
from quyet.web.views.estimate_basis import ask_basis
from quyet.web.views.estimate_states import both_states


@office_page
@require_http_methods(["GET", "HEAD", "POST"])
def estimate(request: OfficeRequest, pk: int) -> HttpResponse:
    """The table; what the plain form sends is worked out, moved, or saved."""
    sheet = sheet_of(request, pk)
    if request.method != "POST":
        return page(request, sheet, sheet.rows, sheet.revision)
    rows, revision = made.rows_sent(request.POST), revision_in(request.POST.get("revision"))
    act = request.POST.get("do", "work")
    if act in ("save", "total"):
        return _save(request, sheet, rows, revision, act == "total")
    asked_of = made.place_in(act, "basis")
    if asked_of is not None:
        return ask_basis(request, sheet, rows, asked_of)
    rows, at = made.moved(rows, act)
    return page(request, sheet, rows, revision, at=at, unsaved=True)


def _save(request: OfficeRequest, sheet: Sheet, rows: made.Rows, revision: int, take_total: bool) -> HttpResponse:
    given, _, faults = lines_of(rows)
    if faults:
        return page(request, sheet, rows, revision, unsaved=True, status=422)
    try:
        saved = save_estimate(request.viewer, sheet.pk, revision, given, take_total, sheet.annex)
    except Conflict:
        return both_states(request, sheet_of(request, sheet.pk), rows, None)
    return done(request, told(saved), sheet.address())


# --- with a script ---------------------------------------------------------------------------------------------------


@office_page
@require_POST
def autosave(request: OfficeRequest, pk: int) -> HttpResponse:
    """The whole estimate as JSON: saved, or what keeps it from being saved."""
    found = row(request.viewer, pk)
    rows, revision, take_total = _sent(request)
    if found is None or rows is None:
        return JsonResponse({"faults": []}, status=404 if found is None else 400)
    annex = annex_of(request, len(annexes_in(as_data(found.content)))) if request.GET else 0
    given, places, faults = lines_of(rows)
    if faults:
        checked = asked.checked(found, given, annex)
        table = made.table(rows, places, checked, faults)
        wrong = [{"key": each.key, "row": each.row, "field": each.field} for each in faults]
        return _json({"faults": wrong, **_answer(request, table, checked)}, status=422)
    try:
        saved = save_estimate(request.viewer, pk, revision, given, take_total, annex)
    except Conflict as conflict:
        return JsonResponse({"revision": conflict.revision}, status=409)
    table = made.table(rows, places, saved.checked, [])
    now = timezone.localtime().strftime("%H:%M")
    return _json({"revision": saved.revision, "saved": now, **_answer(request, table, saved.checked)})


def _answer(request: OfficeRequest, table: list[made.TableRow], checked: asked.Checked) -> dict[str, Any]:
    rows = made.answer_rows(table, checked.frame)
    context = sums(checked)
    return {
        "lines": rows,
        "total": wording.number(checked.total) if checked.total is not None else "",
        "differs": bool(checked.difference),
        "strip": render_to_string("quyet/estimate/strip.html", context, request),
        "whole": render_to_string("quyet/estimate/whole.html", context, request),
        "totals": totals_table(context["totals"], checked.total),
    }


def _json(answer: dict[str, Any], status: int = 200) -> HttpResponse:
    """Vietnamese as it is: escaped it would be three times as long."""
    return JsonResponse(answer, status=status, json_dumps_params={"ensure_ascii": False})


def _sent(request: OfficeRequest) -> tuple[made.Rows | None, int, bool]:
    """The rows, the revision that they were read at, whether their total becomes the decision's."""
    try:
        given = json.loads(request.body)
    except (ValueError, RawPostDataException):  # a form was sent where data belong
        return None, 0, False
    if not isinstance(given, dict) or not isinstance(given.get("revision"), int):
        return None, 0, False
    return made.rows_held(given.get("rows")), given["revision"], given.get("take_total") is True
