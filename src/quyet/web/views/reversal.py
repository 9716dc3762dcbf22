"""Sổ bút toán: the entries of a programme, one of them, and the page that takes back what was entered by mistake."""

from __future__ import annotations

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from quyet.actions.clock import today
from quyet.actions.contract_reversal import take_back
from quyet.actions.refusal import NotHere, require
from quyet.core.payments.reversal import BY, UNDO, obstacles
from quyet.queries import contract_acts as asked
from quyet.queries import entries_pages, undoing
from quyet.store.models import Programme
from quyet.web.answers import done
from quyet.web.contract_forms import TakeBackForm
from quyet.web.language import say
from quyet.web.office import OfficeRequest, office_page
from quyet.web.previewed import step
from quyet.web.shell import shell
from quyet.web.views.lists import page_asked
from quyet.web.views.programmes import load_ours
from quyet.web.wording import day

TAB = "programme-spending"


@office_page
@require_safe
def entries(request: OfficeRequest, pk: int) -> HttpResponse:
    """All of them, the newest first."""
    found = load_ours(request, pk)
    context = {
        **shell(found, TAB),
        "paged": entries_pages.book(found.programme, page_asked(request)),
        "may_take_back": bool(request.viewer.roles & BY),
    }
    return render(request, "quyet/entries.html", context)


@office_page
@require_safe
def entry(request: OfficeRequest, pk: int, number: int) -> HttpResponse:
    """One of them: what it belongs to, what took it back, or how it is taken back."""
    found = load_ours(request, pk)
    one = entries_pages.entry_of(request.viewer, pk, number)
    if one is None:
        raise NotHere(number)
    may = bool(request.viewer.roles & BY)
    return render(request, "quyet/entry.html", {**shell(found, TAB), "entry": one, "may_take_back": may})


@office_page
@require_http_methods(["GET", "HEAD", "POST"])
def undo(request: OfficeRequest, pk: int, number: int, act: int) -> HttpResponse:
    """An act on a contract, taken back: first what that would leave, then the act."""
    require(request.viewer, *sorted(BY))
    found = load_ours(request, pk)
    row = asked.act_of(request.viewer, act, number)
    if row is None or row.contract.programme_id != pk:
        raise NotHere(act)
    one, before = asked.undone(row), undoing.above(number)
    fresh = {"day": day(_latest(found.programme))}
    form = TakeBackForm(request.POST) if request.method == "POST" else TakeBackForm(initial=fresh)
    preview = None
    name = say(*UNDO[one.mistake.what])
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        new = (act, said["reason"], said["day"], asked.done_so_far(number))
        went = step(
            form,
            new,
            lambda key: take_back(request.viewer, act, said["reason"], said["day"], key),
            lambda _: undoing.foreseen(one, before),
        )
        if went.done is not None:
            return done(request, say("Đã xong: {name}.", "Done: {name}.", name=name), "contract", pk, number)
        preview = went.preview
    context = {
        **shell(found, TAB),
        "undone": one,
        "contract": row.contract,
        "name": name,
        "stops": obstacles(one.mistake, request.viewer.actor(found.programme.unit_id)),
        "form": form,
        "preview": preview,
    }
    return render(request, "quyet/contract_take_back.html", context, status=422 if form.errors else 200)


def _latest(programme: Programme) -> date:
    """The last day that its books still take."""
    return min(today(), date(programme.year + 1, 1, 31)) if programme.year is not None else today()
