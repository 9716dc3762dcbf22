"""Đề nghị chi: the form of a request for money, new or asked again, with its invoices in the same form."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from quyet.actions.clock import today
from quyet.actions.payments import ask, ask_again
from quyet.actions.refusal import require
from quyet.core.payments import KINDS, moves_of
from quyet.queries import requesting as asked
from quyet.queries.invoices import choices
from quyet.queries.payments import parts_of, uses_of
from quyet.queries.programmes import Opened
from quyet.queries.suppliers import suppliers_of
from quyet.store.models import Invoice, InvoiceUse, PaymentRequest, Supplier
from quyet.web.answers import done
from quyet.web.language import say
from quyet.web.office import OfficeRequest, office_page
from quyet.web.payee_forms import InvoiceForm
from quyet.web.previewed import Step, new_key, step
from quyet.web.request_forms import RequestForm, again
from quyet.web.shell import shell
from quyet.web.views.invoices import ENTER_ONE, READ_XML, answered
from quyet.web.views.programmes import load_ours
from quyet.web.wording import number as dotted

_METHODS = ["GET", "HEAD", "POST"]
INVOICE = "hd"
"""Before the fields of the invoice that is entered within the form of a request."""


@office_page
@require_http_methods(_METHODS)
def enter(request: OfficeRequest, pk: int) -> HttpResponse:
    """A new request; `?loai=` says of which kind, `&hop-dong=` on which contract, `&cua=` what it settles."""
    require(request.viewer, "officer")
    found = load_ours(request, pk)
    kind, contract, of = (request.GET.get(name, "") for name in ("loai", "hop-dong", "cua"))
    if kind not in KINDS:
        return _choose(request, found)
    source = asked.source_of(request.viewer, found.programme, kind, _number(contract), _number(of))
    if source is None:
        raise Http404(kind)
    return _page(request, found, source, lambda new, key: ask(request.viewer, pk, new, key))


@office_page
@require_http_methods(_METHODS)
def enter_again(request: OfficeRequest, pk: int, number: int) -> HttpResponse:
    """A request that came back, mended and asked again."""
    require(request.viewer, "officer")
    found = load_ours(request, pk)
    source = asked.source_again(request.viewer, found.programme, number)
    if source is None or source.again is None:
        raise Http404(number)
    if request.method != "POST" and source.again.state not in moves_of(source.kind.name)["request"].leads:
        return redirect("payment-request", pk, number)
    return _page(request, found, source, lambda new, key: ask_again(request.viewer, number, new, key))


def _choose(request: OfficeRequest, found: Opened) -> HttpResponse:
    """The kinds that stand alone; those that settle something are asked for from what they settle."""
    kinds = [each for each in KINDS.values() if not each.of]
    rows = found.programme.contracts.filter(taken_back=False).select_related("supplier")
    contracts = rows if found.programme.money_open else []
    context = {**shell(found, "programme-spending"), "kinds": kinds, "contracts": contracts}
    return render(request, "quyet/request_choose.html", context, status=422 if request.method == "POST" else 200)


def _page(request: OfficeRequest, found: Opened, source: asked.Source, act: Callable[[Any, str], int]) -> HttpResponse:
    is_open = found.programme.money_open
    lines = asked.askable(found.programme, source) if is_open else []
    invoice, xml, entered = answered(request, INVOICE) if source.kind.wants_papers else (None, None, None)
    form = _form(request, source, lines, entered)
    went: Step[asked.Foreseen] = Step()
    if entered is not None:
        invoice = InvoiceForm(prefix=INVOICE, initial={"key": new_key()})
    elif request.method == "POST" and request.POST.get("do") not in (READ_XML, ENTER_ONE) and lines:
        went = _went(form, act)
    if went.done is not None:
        return done(
            request, say("Đã lập đề nghị.", "The request is made."), "payment-request", found.programme.pk, went.done
        )
    faults = [each for each in (form, invoice, xml) if each is not None and each.is_bound and each.errors]
    context = {
        **shell(found, "programme-spending"),
        "source": source, "form": form, "rows": form.rows(), "invoices": form.invoice_rows(), "invoice": invoice,
        "xml": xml, "preview": went.preview, "is_open": is_open, "faults": faults, "gone": _gone(source.again),
    }  # fmt: skip
    refused = faults or (request.method == "POST" and not lines)
    return render(request, "quyet/request_new.html", context, status=422 if refused else 200)


def _went(form: RequestForm, act: Callable[[Any, str], int]) -> Step[asked.Foreseen]:
    if not form.is_valid() or (new := form.new()) is None:
        return Step()
    return step(form, new, lambda key: act(new, key), lambda made: asked.foreseen(made, today()))


def _form(request: OfficeRequest, source: asked.Source, lines: list[asked.Askable], entered: int | None) -> RequestForm:
    """What was typed; as it was asked last; or empty. An invoice that was entered just now counts whole."""
    body, old = request.viewer.body.pk, source.again
    suppliers = suppliers_of(body) if source.names_payee and source.kind.road == "treasury" else []
    wants, named = source.kind.wants_papers, _named(request)
    bills = choices(body, _seller(source), old.pk if old else None, named) if wants else []
    if request.method == "POST":
        typed = request.POST.copy()
        if entered is not None:
            typed[f"invoice_{entered}"] = dotted(Invoice.objects.get(pk=entered).total)
        if request.POST.get("do") in (READ_XML, ENTER_ONE):
            form = RequestForm(source, lines, suppliers, bills)
            initial = {name: typed.getlist(name)[-1] for name in form.fields if name in typed}
            return RequestForm(source, lines, suppliers, bills, initial=initial)
        return RequestForm(source, lines, suppliers, bills, typed)
    return RequestForm(source, lines, suppliers, bills, initial=_last(old) if old else _first(source))


def _named(request: OfficeRequest) -> list[int]:
    """The invoices that were written to: of a request that is sent twice nothing of them may be left."""
    typed = (name.removeprefix("invoice_") for name, said in request.POST.items() if said)
    return [int(each) for each in typed if each.isascii() and each.isdigit() and len(each) < 19]


def _first(source: asked.Source) -> dict[str, Any]:
    """A person's advance is cleared by who got it."""
    is_of_person = source.of is not None and source.of.kind == "staff_advance"
    return {"payee": source.of.payee} if source.of is not None and is_of_person else {}


def _last(old: PaymentRequest) -> dict[str, Any]:
    return again(old, parts_of(old), {each.invoice_id: each.amount for each in uses_of(old)})


def _gone(old: PaymentRequest | None) -> list[InvoiceUse]:
    """The invoices of the round before that were taken back since."""
    return list(uses_of(old).filter(invoice__void__isnull=False)) if old is not None else []


def _seller(source: asked.Source) -> str:
    """The tax code of who is paid, where that is known: their invoices come first."""
    rows = (each for each in (source.contract, source.of, source.again) if each is not None)
    sellers: list[Supplier | None] = [each.supplier for each in rows]
    return next((each.tax_code for each in sellers if each is not None), "")


def _number(text: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 19):
        raise Http404(text)
    return int(text)
