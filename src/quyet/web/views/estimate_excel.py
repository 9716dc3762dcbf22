"""Excel: an annex as a workbook, and a workbook beside the annex, cell by cell, before it takes its place."""

from __future__ import annotations

import re
from collections.abc import Callable

from django.core.cache import cache
from django.http import HttpResponse, JsonResponse
from django.views.decorators.http import require_http_methods, require_safe

from quyet.actions.refusal import NotHere
from quyet.core.values.amounts import dotted
from quyet.files.drafts.rows import MOST_ROWS, lines_of
from quyet.files.readers.errors import Unreadable
from quyet.files.writers.refused import Unwritable
from quyet.queries import estimates as asked
from quyet.queries.programmes import row
from quyet.web import estimate_table as made
from quyet.web.downloads import attachment
from quyet.web.estimate_page import NO_REVISION, Sheet, page, sheet_of
from quyet.web.language import is_english, say
from quyet.web.office import OfficeRequest, office_page
from quyet.web.views.estimate_states import both_states

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@office_page
@require_http_methods(["GET", "HEAD", "POST"])
def excel(request: OfficeRequest, pk: int) -> HttpResponse:
    """Out by GET, in by POST."""
    sheet = sheet_of(request, pk)
    try:
        return _upload(request, sheet) if request.method == "POST" else _workbook(sheet)
    except (Unreadable, Unwritable) as refused:
        said = refused.message_en if is_english() else refused.message
        return page(request, sheet, sheet.rows, sheet.revision, status=422, refusal=said)


def _workbook(sheet: Sheet) -> HttpResponse:
    programme = sheet.found.programme
    response = HttpResponse(asked.workbook(programme.content, sheet.annex), content_type=XLSX)
    name = say("Dự toán {title}", "Estimate {title}", title=programme.title)[:80].strip()
    response["Content-Disposition"] = attachment(name, "xlsx")
    return response


def _upload(request: OfficeRequest, sheet: Sheet) -> HttpResponse:
    file = request.FILES.get("file")
    if file is None:
        raise Unreadable("Chưa chọn tệp Excel.", "No Excel file was chosen.")
    given, findings = asked.in_workbook(file.read(), file.name or "", sheet.annex, _teller(request))
    rows = made.rows_of(given, sheet.frame)
    if len(rows) > MOST_ROWS:
        raise Unreadable(
            f"Tệp có {dotted(len(rows))} dòng dự toán, trang này nhận nhiều nhất {dotted(MOST_ROWS)} dòng mỗi phụ lục. "
            "Hãy tách thành nhiều trang tính.",
            f"The file has {len(rows):,} lines; here an annex has {MOST_ROWS:,} at most. Split it into several sheets.",
        )
    faults = lines_of(rows)[2]
    if faults:  # mended, it is compared then
        return page(request, sheet, rows, NO_REVISION, unsaved=True, status=422)
    return both_states(request, sheet, rows, None, findings=findings)


# --- how far it is ---------------------------------------------------------------------------------------------------

_REMEMBERED = 300
"""Seconds for which it is known how far a reading was."""
_KEY = re.compile(r"[0-9a-f]{8,40}")


def _teller(request: OfficeRequest) -> Callable[[int, int], None] | None:
    """What notes how many rows were read, for the page that waits; None for a browser without a script."""
    key = _key(request, request.POST.get("reading", ""))
    return None if key is None else lambda done, of: cache.set(key, (done, of), _REMEMBERED)


def _key(request: OfficeRequest, given: str) -> str | None:
    """Each reading has the number that its page gave it; nobody is told of those of others."""
    return f"reading-{request.viewer.person.pk}-{given}" if _KEY.fullmatch(given) else None


@office_page
@require_safe
def progress(request: OfficeRequest, pk: int) -> JsonResponse:
    """How many rows of a workbook were read, and of how many. Nothing before the first, nor where another process of
    the server reads it and they share no cache."""
    found = row(request.viewer, pk)
    if found is None or found.body_id != request.viewer.body.pk:
        raise NotHere(pk)
    key = _key(request, request.GET.get("reading", ""))
    done, of = (cache.get(key) if key else None) or (0, 0)
    return JsonResponse({"done": done, "of": of})
