"""Đối chiếu với kho bạc: statements, and one of them with what is matched, proposed, different and missing."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from quyet.actions.reconciliation import Imported, import_statement, tie, untie
from quyet.actions.refusal import Forbidden, NotHere, Refused, require
from quyet.core.reconciliation import KINDS
from quyet.files.readers.errors import Unreadable
from quyet.queries.files import bytes_of
from quyet.queries.paging import paged
from quyet.queries.reconciliation import acts_of, reconciled, statement_of, statements
from quyet.store.models import TreasuryStatement
from quyet.web.answers import done
from quyet.web.downloads import attachment
from quyet.web.fields import DayField, say_later, wanted
from quyet.web.language import is_english, say
from quyet.web.office import OfficeRequest, at_fields, office_page
from quyet.web.views.lists import page_asked
from quyet.web.wording import number

SHOWN = 100
"""Groups of a kind on a page."""


class StatementForm(forms.Form):
    """A file, and its days where the file does not say them."""

    key = forms.CharField(widget=forms.HiddenInput, min_length=8, max_length=64)
    file = forms.FileField(
        label=say_later("Tệp sao kê (Excel hoặc CSV)", "The statement (Excel or CSV)"),
        help_text=say_later(
            "Như dịch vụ của kho bạc hoặc ngân hàng xuất ra: có cột ngày, số chứng từ, số tiền (hoặc Nợ, Có).",
            "As the treasury's or the bank's service exports it: days, numbers, amounts (or debit, credit).",
        ),
        error_messages={
            **wanted("Chọn tệp sao kê.", "Choose the file."),
            "empty": say_later("Tệp này trống.", "This file is empty."),
        },
    )
    since = DayField(label=say_later("Từ ngày, nếu tệp không ghi", "From, if the file does not say"), required=False)
    until = DayField(label=say_later("Đến ngày", "To"), required=False)

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **{"initial": {"key": uuid4().hex}, **more})
        for name in ("since", "until"):
            self.fields[name].widget.attrs["class"] = "short"


class TieForm(forms.Form):
    """What a person says of some rows and requests."""

    key = forms.CharField(min_length=8, max_length=64)
    do = forms.ChoiceField(choices=(("tie", ""), ("untie", "")))
    reason = forms.CharField(required=False, max_length=500)


@office_page
@require_http_methods(["GET", "HEAD", "POST"])
def treasury(request: OfficeRequest) -> HttpResponse:
    """The statements of the body, and the form to bring one."""
    if request.method != "POST":
        return _list(request, StatementForm())
    require(request.viewer, "accountant")
    form = StatementForm(request.POST, request.FILES)
    if form.is_valid():
        given = form.cleaned_data
        file = given["file"]
        try:
            days = {"since": given["since"], "until": given["until"]}
            made = import_statement(request.viewer, file.read(), file.name or "", given["key"], **days)
        except Unreadable as unreadable:
            form.add_error("file", unreadable.message_en if is_english() else unreadable.message)
        except Refused as refused:
            at_fields(form, refused)
        else:
            return done(request, _told(made), "treasury-statement", made.pk, warns=not made.agrees)
    return _list(request, form, 422)


def _told(made: Imported) -> str:
    """What was imported; and where the file gives another sum than its rows come to, that something may be missing."""
    if made.agrees:
        return say(
            "Đã nhập {n} dòng sao kê, cộng {sum} đồng.", "{n} rows are there, {sum} đồng in all.",
            n=number(made.rows), sum=number(made.amount),
        )  # fmt: skip
    return say(
        "Đã nhập {n} dòng sao kê, cộng {sum} đồng, nhưng dòng tổng cuối cùng trong tệp ghi {total} đồng: hãy xem tệp "
        "có thiếu dòng không.",
        "{n} rows are there, {sum} đồng in all, but the last sum in the file is {total} đồng: see whether rows are "
        "missing.",
        n=number(made.rows), sum=number(made.amount), total=number(made.total),
    )  # fmt: skip


def _list(request: OfficeRequest, form: forms.Form, status: int = 200) -> HttpResponse:
    context = {
        "here": "treasury",
        "found": paged(statements(request.viewer), page_asked(request)),
        "form": form,
        "may_write": "accountant" in request.viewer.roles,
    }
    return render(request, "quyet/treasury.html", context, status=status)


@office_page
@require_http_methods(["GET", "HEAD", "POST"])
def statement(request: OfficeRequest, pk: int) -> HttpResponse:
    """One statement beside the payments, and what people say of it."""
    found = _ours(request, pk)
    if request.method != "POST":
        return _page(request, found)
    form = TieForm(request.POST)
    if not form.is_valid():
        return _page(
            request,
            found,
            [
                say(
                    "nút bấm không hợp lệ, hoặc lý do dài quá 500 ký tự; hãy mở lại trang",
                    "no such button, or a reason above 500 characters; open the page again",
                )
            ],
        )
    given = form.cleaned_data
    rows, requests = (_numbers(request, name) for name in ("row", "request"))
    try:
        act = tie if given["do"] == "tie" else untie
        act(request.viewer, pk, rows, requests, given["reason"], given["key"])
    except Forbidden:
        raise
    except Refused as refused:
        return _page(request, found, [each.message_en if is_english() else each.message for each in refused.faults])
    told = say("Đã ghép.", "Tied.") if given["do"] == "tie" else say("Đã gỡ ghép.", "Taken apart.")
    return done(request, told, "treasury-statement", pk)


@office_page
@require_safe
def file(request: OfficeRequest, pk: int) -> HttpResponse:
    """The file of a statement, as it was kept."""
    kept = _ours(request, pk).file
    stem, _, ending = kept.name.rpartition(".")
    answer = HttpResponse(bytes_of(kept), content_type=kept.media_type)
    answer["Content-Disposition"] = attachment(stem or kept.name, ending or "bin")
    return answer


def _ours(request: OfficeRequest, pk: int) -> TreasuryStatement:
    found = statement_of(request.viewer, pk)
    if found is None:
        raise NotHere(pk)
    return found


def _numbers(request: OfficeRequest, name: str) -> list[int]:
    given = request.POST.getlist(name)
    return [int(each) for each in given if each.isascii() and each.isdigit() and len(each) < 18]


def _page(request: OfficeRequest, found: TreasuryStatement, refusals: list[str] | None = None) -> HttpResponse:
    all_, one, page = reconciled(found), request.GET.get("nhom", ""), page_asked(request)
    begin = (page - 1) * SHOWN if one in KINDS else 0
    parts = [
        {"sums": sums, "groups": of[begin : begin + SHOWN], "before": begin > 0, "after": len(of) > begin + SHOWN}
        for sums in all_.sums
        if (of := all_.of(sums.kind)) and one in ("", sums.kind)
    ]
    context = {
        "here": "treasury", "statement": found, "all": all_, "parts": parts, "page": page, "acts": acts_of(found),
        "may_write": "accountant" in request.viewer.roles, "refusals": refusals, "key": uuid4().hex,
        "reason": request.POST.get("reason", ""), "chosen": _numbers(request, "row"),
        "chosen_requests": _numbers(request, "request"),
    }  # fmt: skip
    return render(request, "quyet/treasury_statement.html", context, status=422 if refusals else 200)
