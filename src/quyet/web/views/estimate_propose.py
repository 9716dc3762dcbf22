"""Đề xuất dòng: the lines that the template of an activity proposes, at the norms of a day and a place."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from quyet.actions.estimates import propose_lines
from quyet.actions.programmes import Conflict
from quyet.actions.refusal import Refused
from quyet.core.decisions.model import Activity
from quyet.files.facts.templates import load_templates
from quyet.queries.frames import Frame
from quyet.web.answers import done
from quyet.web.estimate_forms import ProposeForm, beginning
from quyet.web.estimate_page import ANNEX, PAGE, revision_in, sheet_of
from quyet.web.language import say
from quyet.web.office import OfficeRequest, at_fields, office_page
from quyet.web.shell import shell


@office_page
@require_http_methods(["GET", "HEAD", "POST"])
def propose(request: OfficeRequest, pk: int) -> HttpResponse:
    """The activities that have a template; of one, the numbers that its template asks for."""
    sheet = sheet_of(request, pk)
    frame = sheet.frame
    there = Counter(
        frame.names.get(line.activity or "") for line in sheet.kept.lines if line.unit_price or line.factors
    )
    offered = [_offered(frame, each) | {"there": there[each.ref]} for each in frame.activities]
    context = {
        **shell(sheet.found, PAGE),
        "offered": offered,
        "back": sheet.address(),
        "here_again": sheet.address("estimate-propose"),
        "annex": f"{ANNEX}={sheet.annex + 1}&" if sheet.annex else "",
    }
    called = request.GET.get("noi-dung", "")
    activity = next((each for each in frame.activities if frame.callings[each.ref] == called), None)
    template = load_templates().get(activity.kind) if activity else None
    if activity is None or template is None:
        return render(request, "quyet/estimate_propose.html", context)
    form = ProposeForm(template, request.POST or None, initial=beginning(activity, template, frame.year))
    if form.is_valid():
        try:
            revision = revision_in(request.POST.get("revision"))
            _, count = propose_lines(request.viewer, pk, revision, called, form.numbers(), form.setting(), sheet.annex)
        except Conflict:
            form.add_error(None, say("Người khác vừa lưu dự toán. Bấm lại để thêm vào bản mới.",
                                     "Somebody else has saved. Press again to add to what is there now."))  # fmt: skip
        except Refused as refused:
            at_fields(form, refused)
        else:
            said = say(
                "Đã thêm {n} dòng đề xuất; hãy kiểm tra từng dòng.",
                "{n} line proposed; check it.|{n} lines proposed; check each.",
                n=count,
            )
            return done(request, said, sheet.address())
    context |= {"form": form, "chosen": _offered(frame, activity)}
    return render(request, "quyet/estimate_propose.html", context, status=422 if form.errors else 200)


def _offered(frame: Frame, activity: Activity) -> dict[str, Any]:
    template = load_templates().get(activity.kind)
    return {
        "called": frame.callings[activity.ref],
        "title": activity.title or "",
        "template": say(template.name_vi, template.name_en) if template else "",
    }
