"""Bỏ phụ lục: what goes with it is named before anybody presses the button."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from quyet.actions.estimates import remove_annex
from quyet.actions.programmes import Conflict
from quyet.core.papers.said import roman
from quyet.files.estimates import completed
from quyet.web.answers import done
from quyet.web.estimate_page import PAGE, revision_in, sheet_of
from quyet.web.language import say
from quyet.web.office import OfficeRequest, office_page
from quyet.web.shell import shell


@office_page
@require_http_methods(["GET", "HEAD", "POST"])
def removal(request: OfficeRequest, pk: int) -> HttpResponse:
    """The lines that would go; then the annex is gone. Where somebody saved meanwhile, they are shown anew."""
    sheet = sheet_of(request, pk)
    estimates = sheet.found.loaded.draft.estimates
    if sheet.annex >= len(estimates) or not sheet.found.is_ours:
        raise Http404(sheet.annex)
    name, status = roman(sheet.annex + 1), 200
    if request.method == "POST":
        try:
            remove_annex(request.viewer, pk, revision_in(request.POST.get("revision")), sheet.annex)
        except Conflict:
            sheet, status = sheet_of(request, pk), 409 if request.POST.get("revision") else 422
        else:
            told = say("Đã bỏ phụ lục {n}.", "Annex {n} is removed.", n=name)
            return done(request, told, sheet.address(annex=max(sheet.annex - 1, 0)))
    [shown] = completed([sheet.kept])
    context = {
        **shell(sheet.found, PAGE),
        "sheet": sheet,
        "name": name,
        "lines": shown.lines,
        "total": shown.total,
        "action": sheet.address("estimate-remove"),
        "saved_meanwhile": status != 200,
        "moves_up": len(estimates) - sheet.annex - 1,
    }
    return render(request, "quyet/estimate_remove.html", context, status=status)
