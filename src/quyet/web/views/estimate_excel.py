"""Excel: an annex as a workbook, and a workbook beside the annex, cell by cell, before it takes its place."""

from __future__ import annotations

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from quyet.files.drafts.rows import MOST_ROWS, lines_of
from quyet.files.readers.errors import Unreadable
from quyet.files.writers.refused import Unwritable
from quyet.queries import estimates as asked
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
    given = asked.in_workbook(file.read(), file.name or "", sheet.annex)
    rows = made.rows_of(given, sheet.frame)
    if len(rows) > MOST_ROWS:
        raise Unreadable("Tệp có quá 2.000 dòng dự toán.", "The file has more than 2,000 lines.")
    faults = lines_of(rows)[2]
    if faults:  # mended, it is compared then
        return page(request, sheet, rows, NO_REVISION, unsaved=True, status=422)
    return both_states(request, sheet, rows, None)
