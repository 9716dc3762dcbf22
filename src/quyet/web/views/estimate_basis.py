"""Căn cứ giá: why the price of one line is what it is, on a page of its own or in a window of the sheet."""

from __future__ import annotations

import json
from typing import Any

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from quyet.core.estimates.model import PriceBasis
from quyet.files.drafts.rows import MOST_ROWS, basis_kept
from quyet.web import estimate_table as made
from quyet.web.basis_forms import BasisForm, price_of, typed
from quyet.web.basis_words import basis_said
from quyet.web.estimate_page import PAGE, Sheet, page, revision_in, sheet_of
from quyet.web.office import OfficeRequest, office_page
from quyet.web.shell import shell


@office_page
@require_POST
def basis(request: OfficeRequest, pk: int) -> HttpResponse:
    """The form of a line; what was typed in it goes back into the line, which is saved with all others."""
    sheet = sheet_of(request, pk)
    if request.POST.get("window"):
        return _in_window(request)
    rows, at = _rows(request), _place(request)
    if rows is None or at >= len(rows):
        raise Http404(at)
    act = request.POST.get("do")
    if act in ("put", "drop"):
        form = BasisForm(request.POST) if act == "put" else None
        if form is not None and not form.is_valid():
            return _page(request, sheet, rows, at, form)
        rows[at] |= _cells(form.basis() if form else None, rows[at]["unit_price"])
    return page(request, sheet, rows, revision_in(request.POST.get("revision")), at=at, unsaved=True)


def ask_basis(request: OfficeRequest, sheet: Sheet, rows: made.Rows, at: int) -> HttpResponse:
    """The page of one line; all rows go along, saved or not."""
    if at >= len(rows):
        raise Http404(at)
    return _page(request, sheet, rows, at, BasisForm(initial=typed(rows[at]["basis"])))


def _page(request: OfficeRequest, sheet: Sheet, rows: made.Rows, at: int, form: BasisForm) -> HttpResponse:
    context = {
        **shell(sheet.found, PAGE),
        "form": form,
        "action": sheet.address("estimate-basis"),
        "line": rows[at],
        "at": at,
        "rows": json.dumps(rows, ensure_ascii=False),
        "revision": request.POST.get("revision", ""),
    }
    return render(request, "quyet/estimate_basis.html", context, status=422 if form.errors else 200)


def _in_window(request: OfficeRequest) -> HttpResponse:
    """The form alone; or, once it is right, the cells that the script puts into the line."""
    line = {name: request.POST.get(f"line_{name}", "")[:2000] for name in ("label", "content", "unit_price")}
    act = request.POST.get("do")
    if act not in ("put", "drop"):
        form = BasisForm(initial=typed(request.POST.get("basis", "")[:20_000]))
    elif act == "drop" or (form := BasisForm(request.POST)).is_valid():
        found = None if act == "drop" else form.basis()
        return JsonResponse({"cells": _cells(found, line["unit_price"]), "said": basis_said(found)})
    context = {"form": form, "line": line, "in_window": True}
    return render(request, "quyet/estimate/basis.html", context, status=422 if form.errors else 200)


def _cells(found: PriceBasis | None, unit_price: str) -> dict[str, str]:
    """What a line takes over: its basis, and where it has no price yet that of the chosen quotation."""
    cells = {"basis": basis_kept(found) if found else ""}
    if found and not unit_price.strip() and price_of(found):
        cells["unit_price"] = price_of(found)
    return cells


def _rows(request: OfficeRequest) -> made.Rows | None:
    try:
        return made.rows_held(json.loads(request.POST.get("rows", "")))
    except ValueError:
        return None


def _place(request: OfficeRequest) -> int:
    given: Any = request.POST.get("at", "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 6 else MOST_ROWS
