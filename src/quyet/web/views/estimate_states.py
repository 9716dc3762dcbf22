"""Two states of an annex, cell by cell: where two saved at once, and where a workbook comes back."""

from __future__ import annotations

import json
from collections.abc import Sequence

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from quyet.actions.estimates import save_estimate
from quyet.actions.programmes import Conflict
from quyet.core.estimates.differences import CellChange, differences, merged
from quyet.core.estimates.model import PlannedEstimate
from quyet.core.values.finding import Finding
from quyet.files.drafts.rows import lines_of, row_of
from quyet.web import estimate_table as made
from quyet.web.answers import done
from quyet.web.basis_words import basis_said
from quyet.web.estimate_page import NO_REVISION, PAGE, Sheet, page, revision_in, sheet_of, told
from quyet.web.language import say
from quyet.web.office import OfficeRequest, office_page
from quyet.web.shell import shell


@office_page
@require_POST
def compare(request: OfficeRequest, pk: int) -> HttpResponse:
    """What was typed beside what is there now; then the one that was made of both is saved."""
    sheet = sheet_of(request, pk)
    rows, base = _rows_of(request.POST.get("rows")), _rows_of(request.POST.get("base"))
    if rows is None:
        return redirect(sheet.address())
    chosen = request.POST.get("do")
    if chosen not in ("keep", "mine", "theirs") or revision_in(request.POST.get("revision")) != sheet.revision:
        return both_states(request, sheet, rows, base)
    if chosen == "theirs":
        return done(request, say("Giữ bản đang có.", "What is there is kept."), sheet.address())
    mine, _, faults = lines_of(rows)
    if faults:  # mended there, it comes here again: what is there now was not chosen from yet
        return page(request, sheet, rows, NO_REVISION, unsaved=True, status=422)
    count = len(differences(sheet.kept, mine))
    theirs = [at for at in range(count) if request.POST.get(f"keep-{at}") == "theirs"]
    undecided = [at for at in range(count) if request.POST.get(f"keep-{at}") not in ("mine", "theirs")]
    if undecided and chosen == "keep":
        return both_states(request, sheet, rows, base, undecided=undecided)
    try:
        one = mine if chosen == "mine" else merged(sheet.kept, mine, theirs)
        saved = save_estimate(request.viewer, pk, sheet.revision, one, annex=sheet.annex)
    except Conflict:
        return both_states(request, sheet_of(request, pk), rows, base)
    return done(request, told(saved), sheet.address())


def both_states(
    request: OfficeRequest,
    sheet: Sheet,
    rows: made.Rows,
    base: made.Rows | None,
    undecided: list[int] | None = None,
    findings: Sequence[Finding] = (),
) -> HttpResponse:
    """Cell by cell. Where it is known what was there before, what only one of both changed is theirs to give.
    `findings`: what there is to say of the file that it comes from."""
    mine, now = lines_of(rows)[0], sheet.kept
    from_excel = "file" in request.FILES or request.POST.get("from") == "excel"
    before = lines_of(base)[0] if base is not None else None
    untouched = {_said_of(each) for each in differences(now, before)} if before is not None else None
    found = differences(now, mine)
    changes = [
        {
            "change": each.change,
            "line": mine.lines[each.after] if each.after is not None else now.lines[each.before or 0],
            "field": each.field,
            "theirs": _cell(now, each.before, each.field),
            "mine": _cell(mine, each.after, each.field),
            "keep": request.POST.get(f"keep-{at}") or _proposed(each, from_excel, untouched),
            "missing": at in (undecided or ()),
        }
        for at, each in enumerate(found)
        if each.field != "total"
    ]
    context = {
        **shell(sheet.found, PAGE),
        "action": sheet.address("estimate-compare"),
        "changes": changes,
        "revision": sheet.revision,
        "rows": json.dumps(rows, ensure_ascii=False),
        "base": json.dumps(base, ensure_ascii=False) if base is not None else "",
        "undecided": undecided,
        "from_excel": from_excel,
        "findings": made.findings_said(findings),
    }
    return render(request, "quyet/estimate_compare.html", context, status=200 if from_excel else 409)


def _proposed(change: CellChange, from_excel: bool, untouched: set[str] | None) -> str | None:
    """Which of both is chosen until somebody chooses; None where nobody can know."""
    if from_excel:
        return "mine"
    if untouched is None:
        return None
    return "theirs" if _said_of(change) in untouched else "mine"


def _said_of(change: CellChange) -> str:
    """A change by what it says, wherever its lines stand."""
    return repr((change.change, change.before, change.field, change.old, change.new))


def _cell(of: PlannedEstimate, at: int | None, field: str) -> str:
    """A cell as the table shows it; of a whole line what it is and costs."""
    if at is None:
        return ""
    row = row_of(of.lines[at])
    if field:
        return basis_said(of.lines[at].basis) if field == "basis" else row.get(field, "")
    parts = (row["label"], row["content"], row["factors"] or row["quantity"], row["unit_price"] or row["amount"])
    return " · ".join(part for part in parts if part)


def _rows_of(given: str | None) -> made.Rows | None:
    try:
        return made.rows_held(json.loads(given)) if given else None
    except ValueError:
        return None
