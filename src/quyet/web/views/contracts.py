"""Hợp đồng: one with its money, and the forms that enter one, change it by an appendix, and release its rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from quyet.actions.clock import today
from quyet.actions.contracts import add_appendix, open_contract, release
from quyet.actions.refusal import NotHere, Refused, require
from quyet.core.payments import Told
from quyet.core.payments.reversal import BY
from quyet.queries import contract_page as asked
from quyet.queries.contracts import told_of_contract
from quyet.queries.spending import Effect
from quyet.queries.suppliers import suppliers_of
from quyet.store.models import Appendix, Contract
from quyet.web.answers import done
from quyet.web.contract_forms import AppendixForm, ContractForm, ReleaseForm
from quyet.web.language import say
from quyet.web.office import OfficeRequest, at_fields, office_page
from quyet.web.previewed import new_key, step
from quyet.web.shell import shell
from quyet.web.views.programmes import load_ours
from quyet.web.views.spending_papers import papers_of_contract
from quyet.web.views.suppliers import ENTER, may_enter
from quyet.web.wording import day

_METHODS = ["GET", "HEAD", "POST"]
TAB = "programme-spending"


@dataclass(frozen=True, slots=True)
class Preview:
    """What a contract or an appendix would leave, and what is told of it."""

    effects: list[Effect]
    told: list[Told]


@office_page
@require_safe
def contract(request: OfficeRequest, pk: int, number: int) -> HttpResponse:
    """One contract."""
    found = load_ours(request, pk)
    shown = asked.shown(_contract(request, pk, number))
    roles = request.viewer.roles
    context = {
        **shell(found, TAB),
        "shown": shown,
        "papers": papers_of_contract(shown.contract, shown.standing) if shown.undoing is None else [],
        "may_enter": may_enter(request) and shown.undoing is None,
        "may_ask": "officer" in roles,
        "may_release": "accountant" in roles and shown.rest > 0,
        "may_take_back": bool(roles & BY) and shown.undoing is None,
        "may_undo": shown.as_entered if roles & BY else None,
    }
    return render(request, "quyet/contract.html", context)


@office_page
@require_http_methods(_METHODS)
def enter(request: OfficeRequest, pk: int) -> HttpResponse:
    """The form for a new one: first what it would leave on its lines, then the act."""
    require(request.viewer, *ENTER)
    found = load_ours(request, pk)
    lines = asked.lines_of(found.programme) if found.programme.money_open else []
    given = [(each, each.ceiling - each.taken) for each in lines]
    form = ContractForm(suppliers_of(request.viewer.body.pk), given, *_given(request))
    preview = None
    if request.method == "POST" and lines and form.is_valid() and (new := form.new()) is not None:

        def act(key: str) -> int:
            return open_contract(request.viewer, pk, new, key)

        def look(made: int) -> Preview:
            return _preview(Contract.objects.get(pk=made), [each for each in lines if each.pk in new.shares])

        went = step(form, new, act, look)
        if went.done is not None:
            told = say("Đã ghi hợp đồng {number}.", "Contract {number} is entered.", number=new.number)
            return done(request, told, "contract", pk, went.done)
        preview = went.preview
    rows = form.rows(asked.quotations_of(found.loaded.draft))
    context = {**shell(found, TAB), "form": form, "rows": rows, "preview": preview}
    return _answer(request, "quyet/contract_new.html", context, bool(lines))


@office_page
@require_http_methods(_METHODS)
def appendix(request: OfficeRequest, pk: int, number: int) -> HttpResponse:
    """The form for an appendix: amounts up, or down by a minus."""
    require(request.viewer, *ENTER)
    found, one = load_ours(request, pk), _contract(request, pk, number)
    lines, shares = asked.lines_of(found.programme), {each.line.pk: each for each in asked.shares_of(one)}
    given = [(each, each.ceiling - each.taken) for each in lines]
    form = AppendixForm({line: each.rest for line, each in shares.items()}, given, *_given(request))
    preview = None
    if request.method == "POST" and form.is_valid() and (new := form.new()) is not None:

        def act(key: str) -> int:
            return add_appendix(request.viewer, number, new, key)

        def look(made: int) -> Preview:
            row = Appendix.objects.select_related("contract").get(pk=made)
            return _preview(row.contract, [each for each in lines if each.pk in new.shares])

        went = step(form, new, act, look)
        if went.done is not None:
            told = say("Đã ghi phụ lục {number}.", "Appendix {number} is entered.", number=new.number)
            return done(request, told, "contract", pk, number)
        preview = went.preview
    rows = form.rows({each.line.place: each for each in shares.values()})
    context = {**shell(found, TAB), "contract": one, "form": form, "rows": rows, "preview": preview}
    return _answer(request, "quyet/contract_appendix.html", context, bool(lines))


@office_page
@require_http_methods(_METHODS)
def let_go(request: OfficeRequest, pk: int, number: int) -> HttpResponse:
    """The release of its rest: what it leaves stands on the page before the button is pressed."""
    require(request.viewer, "accountant")
    found, one = load_ours(request, pk), _contract(request, pk, number)
    form = ReleaseForm(request.POST or None, initial={"key": new_key(), "day": day(today())})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            release(request.viewer, number, said["reason"], said["day"], said["key"])
        except Refused as refused:
            at_fields(form, refused)
        else:
            told = say("Đã hủy phần còn lại của hợp đồng.", "The rest of the contract is released.")
            return done(request, told, "contract", pk, number)
    effects = asked.release_effects(asked.shares_of(one))
    context = {**shell(found, TAB), "contract": one, "form": form, "effects": effects}
    return _answer(request, "quyet/contract_release.html", context, True)


def _preview(made: Contract, before: list[Any]) -> Preview:
    return Preview(asked.effects_on(before), told_of_contract(made))


def _contract(request: OfficeRequest, pk: int, number: int) -> Contract:
    found = asked.contract_of(request.viewer, pk, number)
    if found is None:
        raise NotHere(number)
    return found


def _given(request: OfficeRequest) -> tuple[Any, ...]:
    return (request.POST,) if request.method == "POST" else ()


def _answer(request: OfficeRequest, template: str, context: dict[str, Any], is_open: bool) -> HttpResponse:
    refused = context["form"].errors or (request.method == "POST" and not is_open)
    return render(request, template, {**context, "is_open": is_open}, status=422 if refused else 200)
