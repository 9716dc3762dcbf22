"""Dự toán: the table that people edit, with or without a script, and the two states when two saved at once."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from quyet.actions.estimates import Saved, propose_lines, save_estimate
from quyet.actions.programmes import Conflict
from quyet.actions.refusal import Refused
from quyet.core.decisions.model import Activity
from quyet.core.estimates.differences import differences, merged
from quyet.core.estimates.model import PlannedEstimate
from quyet.files.drafts.rows import FIELDS, MOST_ROWS, lines_of, row_of
from quyet.files.facts.templates import load_templates
from quyet.files.readers.errors import Unreadable
from quyet.files.writers.refused import Unwritable
from quyet.queries import estimates as asked
from quyet.queries.programmes import Opened
from quyet.web import estimate_table as made
from quyet.web import wording
from quyet.web.answers import done
from quyet.web.downloads import attachment
from quyet.web.estimate_forms import ProposeForm, beginning
from quyet.web.fields import refuse
from quyet.web.language import is_english, say
from quyet.web.shell import shell
from quyet.web.templatetags.estimate import totals_table
from quyet.web.views.programmes import load

PAGE = "programme-estimate"
NO_REVISION = 0
"""What no programme has: whoever saves with it is shown both states."""
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_http_methods(["GET", "HEAD", "POST"])
def estimate(request: HttpRequest, pk: int) -> HttpResponse:
    """The table; what the plain form sends is worked out, moved, or saved."""
    found = load(pk)
    if request.method != "POST":
        frame = asked.frame_of(found.programme.content)
        rows = made.rows_of(_kept(found), frame)
        return _page(request, found, rows, found.programme.revision)
    rows, revision, act = made.rows_sent(request.POST), _revision(request.POST.get("revision")), _act(request)
    if act == "save" or act == "total":
        return _save(request, found, rows, revision, act == "total")
    rows, at = made.moved(rows, act)
    return _page(request, found, rows, revision, at=at, unsaved=True)


def _save(request: HttpRequest, found: Opened, rows: made.Rows, revision: int, take_total: bool) -> HttpResponse:
    given, _, faults = lines_of(rows)
    if faults:
        return _page(request, found, rows, revision, unsaved=True, status=422)
    try:
        saved = save_estimate(found.programme.pk, revision, given, take_total)
    except Conflict:
        return _compare(request, load(found.programme.pk), rows, None)
    return done(request, _told(saved), PAGE, found.programme.pk)


def _told(saved: Saved) -> str:
    total = saved.checked.total
    if total is None:
        return say("Đã lưu dự toán.", "The estimate is saved.")
    return say("Đã lưu dự toán {sum}.", "The estimate of {sum} is saved.", sum=wording.money(total))


def _page(
    request: HttpRequest,
    found: Opened,
    rows: made.Rows,
    revision: int,
    *,
    at: int | None = None,
    unsaved: bool = False,
    status: int = 200,
    refusal: str = "",
) -> HttpResponse:
    given, places, faults = lines_of(rows)
    frame = asked.frame_of(found.programme.content)
    checked = asked.checked(found.programme, given, frame)
    if not rows:
        rows = [dict.fromkeys(FIELDS, "")]
    told = faults if unsaved else []
    table = made.table(rows, places, checked, told)
    context = {
        **shell(found, PAGE),
        **_sums(checked),
        "rows": table,
        "revision": revision,
        "columns": [(name, name in made.FIGURES) for name in made.COLUMNS],
        "activities": made.activities_of(frame, rows),
        "faulty": [(n, row) for n, row in enumerate(table) if row.faults],
        "at": at,
        "unsaved": unsaved,
        "refusal": refusal,
        "others": asked.other_estimates(found.programme.content),
    }
    return render(request, "quyet/estimate.html", context, status=status)


def _sums(checked: asked.Checked) -> dict[str, Any]:
    """The strip, the totals, the findings of no single line."""
    return {
        "checked": checked,
        "whole": made.findings_said(checked.findings),
        "totals": made.totals_said(checked) if checked.total else [],
    }


# --- with a script ---------------------------------------------------------------------------------------------------


@require_POST
def autosave(request: HttpRequest, pk: int) -> HttpResponse:
    """The whole estimate as JSON: saved, or what keeps it from being saved."""
    found = asked.row(pk)
    rows, revision, take_total = _sent(request)
    if found is None or rows is None:
        return JsonResponse({"faults": []}, status=404 if found is None else 400)
    given, places, faults = lines_of(rows)
    if faults:
        checked = asked.checked(found, given)
        table = made.table(rows, places, checked, faults)
        told = [{"key": each.key, "row": each.row, "field": each.field} for each in faults]
        return _json({"faults": told, **_answer(request, table, checked)}, status=422)
    try:
        saved = save_estimate(pk, revision, given, take_total)
    except Conflict as conflict:
        return JsonResponse({"revision": conflict.revision}, status=409)
    table = made.table(rows, places, saved.checked, [])
    now = timezone.localtime().strftime("%H:%M")
    return _json({"revision": saved.revision, "saved": now, **_answer(request, table, saved.checked)})


def _answer(request: HttpRequest, table: list[made.TableRow], checked: asked.Checked) -> dict[str, Any]:
    rows = made.answer_rows(table, checked.frame)
    context = _sums(checked)
    return {
        "lines": rows,
        "total": wording.number(checked.total) if checked.total is not None else "",
        "differs": bool(checked.difference),
        "strip": render_to_string("quyet/estimate/strip.html", context, request),
        "whole": render_to_string("quyet/estimate/whole.html", context, request),
        "totals": totals_table(context["totals"], checked.total),
    }


def _json(told: dict[str, Any], status: int = 200) -> HttpResponse:
    """Vietnamese as it is: escaped it would be three times as long."""
    return JsonResponse(told, status=status, json_dumps_params={"ensure_ascii": False})


def _sent(request: HttpRequest) -> tuple[made.Rows | None, int, bool]:
    """The rows, the revision that they were read at, whether their total becomes the decision's."""
    try:
        given = json.loads(request.body)
    except ValueError:
        return None, 0, False
    if not isinstance(given, dict) or not isinstance(given.get("revision"), int):
        return None, 0, False
    return made.rows_held(given.get("rows")), given["revision"], given.get("take_total") is True


# --- proposals -------------------------------------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
def propose(request: HttpRequest, pk: int) -> HttpResponse:
    """The activities that have a template; of one, the numbers that its template asks for."""
    found = load(pk)
    frame = asked.frame_of(found.programme.content)
    offered = [_offered(frame, each) for each in frame.activities]
    context = {**shell(found, PAGE), "offered": offered}
    called = request.GET.get("noi-dung", "")
    activity = next((each for each in frame.activities if frame.callings[each.ref] == called), None)
    template = load_templates().get(activity.kind) if activity else None
    if activity is None or template is None:
        return render(request, "quyet/estimate_propose.html", context)
    form = ProposeForm(template, request.POST or None, initial=beginning(activity, template, frame.year))
    if form.is_valid():
        try:
            revision = _revision(request.POST.get("revision"))
            _, count = propose_lines(pk, revision, called, form.numbers(), form.setting())
        except Conflict:
            form.add_error(None, say("Người khác vừa lưu dự toán. Bấm lại để thêm vào bản mới.",
                                     "Somebody else has saved. Press again to add to what is there now."))  # fmt: skip
        except Refused as refused:
            refuse(form, refused)
        else:
            told = say(
                "Đã thêm {n} dòng đề xuất; hãy kiểm tra từng dòng.",
                "{n} line proposed; check it.|{n} lines proposed; check each.",
                n=count,
            )
            return done(request, told, PAGE, pk)
    context |= {"form": form, "chosen": _offered(frame, activity)}
    return render(request, "quyet/estimate_propose.html", context, status=422 if form.errors else 200)


def _offered(frame: asked.Frame, activity: Activity) -> dict[str, str]:
    template = load_templates().get(activity.kind)
    return {
        "called": frame.callings[activity.ref],
        "title": activity.title or "",
        "template": say(template.name_vi, template.name_en) if template else "",
    }


# --- Excel -----------------------------------------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
def excel(request: HttpRequest, pk: int) -> HttpResponse:
    """The estimate as a workbook; a workbook beside the estimate, cell by cell, before it takes its place."""
    found = load(pk)
    try:
        return _upload(request, found) if request.method == "POST" else _workbook(found)
    except (Unreadable, Unwritable) as refused:
        frame = asked.frame_of(found.programme.content)
        rows = made.rows_of(_kept(found), frame)
        told = refused.message_en if is_english() else refused.message
        return _page(request, found, rows, found.programme.revision, status=422, refusal=told)


def _workbook(found: Opened) -> HttpResponse:
    response = HttpResponse(asked.workbook(found.programme.content), content_type=XLSX)
    name = say("Dự toán {title}", "Estimate {title}", title=found.programme.title)[:80].strip()
    response["Content-Disposition"] = attachment(name, "xlsx")
    return response


def _upload(request: HttpRequest, found: Opened) -> HttpResponse:
    file = request.FILES.get("file")
    if file is None:
        raise Unreadable("Chưa chọn tệp Excel.", "No Excel file was chosen.")
    given = asked.in_workbook(file.read(), file.name or "")
    rows = made.rows_of(given, asked.frame_of(found.programme.content))
    if len(rows) > MOST_ROWS:
        raise Unreadable("Tệp có quá 2.000 dòng dự toán.", "The file has more than 2,000 lines.")
    faults = lines_of(rows)[2]
    if faults:  # mended, it is compared then
        return _page(request, found, rows, NO_REVISION, unsaved=True, status=422)
    return _compare(request, found, rows, None)


# --- two states ------------------------------------------------------------------------------------------------------


@require_POST
def compare(request: HttpRequest, pk: int) -> HttpResponse:
    """What was typed beside what is there now; then the one that was made of both is saved."""
    found = load(pk)
    rows, base = _rows_of(request.POST.get("rows")), _rows_of(request.POST.get("base"))
    if rows is None:
        return estimate(request, pk)
    if request.POST.get("do") not in ("keep", "mine", "theirs"):
        return _compare(request, found, rows, base)
    if _revision(request.POST.get("revision")) != found.programme.revision:
        return _compare(request, found, rows, base)
    if request.POST["do"] == "theirs":
        return done(request, say("Giữ bản đang có.", "What is there is kept."), PAGE, pk)
    mine, _, faults = lines_of(rows)
    now = _kept(found)
    if faults:  # mended there, it comes here again: what is there now was not chosen from yet
        return _page(request, found, rows, NO_REVISION, unsaved=True, status=422)
    count = len(differences(now, mine))
    theirs = [at for at in range(count) if request.POST.get(f"keep-{at}") == "theirs"]
    undecided = [at for at in range(count) if request.POST.get(f"keep-{at}") not in ("mine", "theirs")]
    if undecided and request.POST["do"] == "keep":
        return _compare(request, found, rows, base, undecided=undecided)
    try:
        one = mine if request.POST["do"] == "mine" else merged(now, mine, theirs)
        saved = save_estimate(pk, found.programme.revision, one)
    except Conflict:
        return _compare(request, load(pk), rows, base)
    return done(request, _told(saved), PAGE, pk)


def _compare(
    request: HttpRequest, found: Opened, rows: made.Rows, base: made.Rows | None, undecided: list[int] | None = None
) -> HttpResponse:
    """Cell by cell. Where it is known what was there before, what only one of both changed is theirs to give."""
    mine, now = lines_of(rows)[0], _kept(found)
    from_excel = "file" in request.FILES or request.POST.get("from") == "excel"
    before = lines_of(base)[0] if base is not None else None
    untouched = {_said_of(each) for each in differences(now, before)} if before is not None else None
    chosen = [request.POST.get(f"keep-{at}") for at in range(len(differences(now, mine)))]
    changes = [
        {
            "change": each.change,
            "line": (mine.lines[each.after] if each.after is not None else now.lines[each.before or 0]),
            "field": each.field,
            "theirs": _cell(now, each.before, each.field),
            "mine": _cell(mine, each.after, each.field),
            "keep": chosen[at]
            or (
                "mine"
                if from_excel
                else None
                if untouched is None
                else "theirs"
                if _said_of(each) in untouched
                else "mine"
            ),
            "missing": at in (undecided or ()),
        }
        for at, each in enumerate(differences(now, mine))
        if each.field != "total"
    ]
    context = {
        **shell(found, PAGE),
        "changes": changes,
        "revision": found.programme.revision,
        "rows": json.dumps(rows, ensure_ascii=False),
        "base": json.dumps(base, ensure_ascii=False) if base is not None else "",
        "undecided": undecided,
        "from_excel": from_excel,
    }
    return render(request, "quyet/estimate_compare.html", context, status=200 if from_excel else 409)


def _said_of(change: Any) -> str:
    """A change by what it says, wherever its lines stand."""
    return repr((change.change, change.before, change.field, change.old, change.new))


def _cell(of: PlannedEstimate, at: int | None, field: str) -> str:
    """A cell as the table shows it; of a whole line what it is and costs."""
    if at is None:
        return ""
    row = row_of(of.lines[at])
    if field:
        return row.get(field, "")
    parts = (row["label"], row["content"], row["factors"] or row["quantity"], row["unit_price"] or row["amount"])
    return " · ".join(part for part in parts if part)


def _kept(found: Opened) -> PlannedEstimate:
    """What is kept, in the terms in which it is saved: products and the total follow."""
    estimates = found.loaded.draft.estimates
    frame = asked.frame_of(found.programme.content)
    return lines_of(made.rows_of(estimates[0], frame))[0] if estimates else PlannedEstimate()


def _rows_of(given: str | None) -> made.Rows | None:
    try:
        return made.rows_held(json.loads(given)) if given else None
    except ValueError:
        return None


def _act(request: HttpRequest) -> str:
    return request.POST.get("do", "work")


def _revision(given: str | None) -> int:
    """A number that was sent; none where it is none."""
    return int(given) if given and given.isascii() and given.isdigit() and len(given) < 10 else NO_REVISION
