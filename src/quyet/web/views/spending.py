"""Chi tiêu: the money of a programme by line, contracts and requests; a request with what each button would leave."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from quyet.actions.clock import today
from quyet.actions.payments import Said, move
from quyet.actions.refusal import Refused
from quyet.core.ledger.groups import WAYS, Way, nameless
from quyet.core.payments import Move, moves_of
from quyet.core.payments.days import Days
from quyet.queries import spending as asked
from quyet.queries.done_days import done_days
from quyet.queries.ledger_groups import groups, has_ceiling
from quyet.queries.payments import seen_of, unsettled
from quyet.queries.requesting import settles
from quyet.store.models import Programme
from quyet.web.answers import done
from quyet.web.fields import DayField, refuse, say_later, wanted
from quyet.web.language import say
from quyet.web.office import OfficeRequest, office_page
from quyet.web.shell import shell
from quyet.web.views.programmes import load_ours
from quyet.web.views.spending_papers import papers_of_request
from quyet.web.views.suppliers import may_enter


class MoveForm(forms.Form):
    """What goes with a move: a reason, or number and day of the treasury. `key`: the button that was pressed, so that
    pressing it twice counts once; `seen`: what of the request the page showed."""

    key = forms.CharField(widget=forms.HiddenInput, min_length=8, max_length=64)
    seen = forms.CharField(widget=forms.HiddenInput, max_length=40, required=False)

    def __init__(self, move: Move, *given: Any, days: Days | None = None, seen: str = "", **more: Any) -> None:
        more.setdefault("initial", {"key": uuid4().hex, "seen": seen})
        super().__init__(*given, **more)
        if move.asks_number:
            self.fields["number"] = forms.CharField(
                label=say_later("Số chứng từ", "Number"),
                max_length=60,
                error_messages=wanted("Ghi số chứng từ.", "Give its number."),
            )
            self.fields["day"] = DayField(label=say_later("Ngày thực hiện", "Day"), help_text=_days_said(days))
        if move.asks_reason:
            self.fields["reason"] = forms.CharField(
                label=say_later("Lý do", "Reason"),
                max_length=500,
                widget=forms.Textarea(attrs={"rows": 2}),
                error_messages=wanted("Ghi lý do.", "Give a reason."),
            )


def _days_said(days: Days | None) -> str:
    """Which days can be, and that one before the asking is told."""
    if days is None or not days.takes(days.last.day):
        return ""
    first, last, asked = (f"{each:%d/%m/%Y}" for each in (days.first.day, days.last.day, days.asked))
    said = say("Ngày trên chứng từ, từ {first} đến {last}.", "The paper's own day, from {first} to {last}.",
               first=first, last=last)  # fmt: skip
    if not days.takes(days.asked) or days.first.day == days.asked:
        return said
    return said + " " + say("Trước ngày đề nghị {asked} vẫn ghi được, kèm lưu ý.",
                            "A day before the request, {asked}, is taken and told.", asked=asked)  # fmt: skip


WAY_NAMES: tuple[tuple[Way, str, str], ...] = (
    ("line", "dòng", "line"),
    ("activity", "nội dung", "activity"),
    ("contract", "hợp đồng", "contract"),
    ("payee", "người nhận", "payee"),
    ("code", "tiểu mục", "code"),
    ("source", "nguồn", "source"),
    ("quarter", "quý", "quarter"),
)


@office_page
@require_safe
def spending(request: OfficeRequest, pk: int) -> HttpResponse:
    """The whole of a programme's money."""
    found = load_ours(request, pk)
    bars = asked.bars(found.programme) if found.programme.money_open else []
    contracts = asked.contracts(found.programme)
    named = request.GET.get("theo", "line")
    by = next((way for way in WAYS if way == named), WAYS[0])
    context = {
        **shell(found, "programme-spending"),
        "bars": bars,
        "segments": asked.SEGMENTS,
        "ways": WAY_NAMES,
        "by": by,
        "has_ceiling": has_ceiling(by),
        "nameless": say(*nameless(by)),
        "groups": groups(found.programme, by) if bars else [],
        "whole": asked.whole(bars),
        "contracts": contracts,
        "contract_count": sum(not each.taken_back for each in contracts),
        "requests": asked.requests(found.programme),
        "may_enter": may_enter(request),
        "may_ask": "officer" in request.viewer.roles,
        "due": [(each, each.is_late(today())) for each in unsettled([found.programme.body], pk)],
    }
    return render(request, "quyet/spending.html", context)


@office_page
@require_http_methods(["GET", "HEAD", "POST"])
def payment(request: OfficeRequest, pk: int, number: int) -> HttpResponse:
    """One request, and every move on it."""
    found = load_ours(request, pk)
    shown = asked.request_of(request.viewer, pk, number, today())
    if shown is None:
        raise Http404
    if request.method != "POST":
        return _page(request, found, shown)
    name = request.POST.get("do", "")
    made = moves_of(shown.request.kind).get(name)
    if made is None or name == "request":
        fault = say("Đề nghị này không có việc vừa gửi; hãy dùng các nút trên trang.",
                    "It has no such step; use the buttons of the page.")  # fmt: skip
        return _page(request, found, shown, fault=fault, status=422)
    form = MoveForm(made, request.POST, days=done_days(shown.request, today()) if made.asks_number else None)
    if form.is_valid():
        given = form.cleaned_data
        said = Said(given.get("reason", ""), given.get("number", ""), given.get("day"), given["seen"])
        try:
            move(request.viewer, number, name, given["key"], said)
        except Refused as refused:
            if "seen" in {each.field for each in refused.faults}:
                return _stale(request, pk, number, refused)
            refuse(form, refused)
        else:
            return done(request, say(f"Đã xong: {made.vi}.", f"Done: {made.en}."), "payment-request", pk, number)
    return _page(request, found, shown, name, form, 422)


def _empty(shown: asked.Asked, move: Move, days: Days | None) -> MoveForm:
    return MoveForm(move, days=days, seen=seen_of(shown.request, move))


def _stale(request: OfficeRequest, pk: int, number: int, refused: Refused) -> HttpResponse:
    """The page as it is now, every button for what it shows."""
    shown = asked.request_of(request.viewer, pk, number, today())
    if shown is None:
        raise Http404
    (fault,) = refused.faults
    words = say(fault.message, fault.message_en)
    return _page(request, load_ours(request, pk), shown, fault=f"{words[:1].upper()}{words[1:]}.", status=409)


def _page(
    request: OfficeRequest,
    found: Any,
    shown: asked.Asked,
    refused: str = "",
    form: forms.Form | None = None,
    status: int = 200,
    fault: str = "",
) -> HttpResponse:
    asks_day = any(each.move.asks_number and each.is_open for each in shown.offers)
    days = done_days(shown.request, today()) if asks_day else None
    offers = [
        {"offer": each, "form": form if each.move.name == refused else _empty(shown, each.move, days)}
        for each in shown.offers
    ]
    around = shell(found, "programme-spending")
    is_open = found.programme.state == Programme.State.ISSUED
    may_ask = is_open and "officer" in request.viewer.roles
    context = {
        **around,
        "shown": shown,
        "papers": papers_of_request(shown.request),
        "offers": offers,
        "refused_form": form,
        "fault": fault,
        "may_come_back": shown.request.state in ("returned", "refused"),
        "may_ask_again": may_ask and shown.standing.state in moves_of(shown.request.kind)["request"].leads,
        "settling": settles(shown.request) if may_ask else [],
    }
    return render(request, "quyet/payment.html", context, status=status)
