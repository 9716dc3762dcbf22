"""Nhật ký: who did what, when and why, of the body or of one programme."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from quyet.actions.refusal import require
from quyet.core.approval import Role
from quyet.core.values.typed import day_typed
from quyet.queries import journal as asked
from quyet.queries.directory import people_of
from quyet.web.journal_words import act_name, data_said
from quyet.web.office import OfficeRequest, office_page
from quyet.web.shell import shell
from quyet.web.views.programmes import load_ours

READERS: tuple[Role, ...] = ("admin", "auditor", "director")


@office_page
@require_safe
def journal(request: OfficeRequest) -> HttpResponse:
    """The whole journal of the body, by person and day."""
    require(request.viewer, *READERS)
    person, day = _number(request, "nguoi"), day_typed(request.GET.get("ngay", ""))
    page = asked.listed(request.viewer.body.pk, person=person, day=day, before=_number(request, "truoc"))
    context = {
        **_rows(request, page),
        "here": "journal",
        "people": [each.person for each in people_of(request.viewer.body)],
        "person": person,
        "day": request.GET.get("ngay", ""),
        "not_a_day": bool(request.GET.get("ngay")) and day is None,
    }
    return render(request, "quyet/journal.html", context)


@office_page
@require_safe
def of_programme(request: OfficeRequest, pk: int) -> HttpResponse:
    """What was done with one programme."""
    found = load_ours(request, pk)
    page = asked.listed(found.programme.body_id, programme=pk, before=_number(request, "truoc"))
    return render(
        request, "quyet/programme_journal.html", {**shell(found, "programme-journal"), **_rows(request, page)}
    )


@office_page
@require_safe
def export(request: OfficeRequest) -> HttpResponseBase:
    """All of it with its seals, a line of JSON a row: another program can prove the chain."""
    require(request.viewer, *READERS)
    response = StreamingHttpResponse(_lines(request.viewer.body), content_type="application/x-ndjson")
    response["Content-Disposition"] = 'attachment; filename="nhat-ky.jsonl"'
    return response


def _lines(body: Any) -> Iterator[bytes]:
    for row in asked.exported(body):
        yield json.dumps(row, ensure_ascii=False).encode() + b"\n"


def _rows(request: OfficeRequest, page: asked.Page) -> dict[str, Any]:
    query = request.GET.copy()
    query["truoc"] = str(page.older or "")
    tolds = [asked.told(each) for each in page.rows]
    lines = asked.lines_of(tolds)
    return {
        "rows": [
            {"row": each, "act": act_name(each.act, told), "said": data_said(told, lines), "seal": _seal(each)}
            for each, told in zip(page.rows, tolds, strict=True)
        ],
        "older": query.urlencode() if page.older else "",
    }


def _seal(row: Any) -> str:
    return row.seal.hash[:12] if hasattr(row, "seal") else ""


def _number(request: OfficeRequest, name: str) -> int | None:
    given = request.GET.get(name, "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 19 else None
