"""The papers of a request, a contract and its appendices as files, filled from the ledger; the entries as a sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from quyet.actions.clock import today
from quyet.files.writers.refused import Unwritable
from quyet.queries import entries_book, vouchers
from quyet.queries.contract_acts import standing_appendices
from quyet.queries.vouchers import Voucher
from quyet.store.models import Appendix, Contract, PaymentRequest
from quyet.web import downloads
from quyet.web.language import say
from quyet.web.office import OfficeRequest, office_page
from quyet.web.views.errors import not_written
from quyet.web.views.estimate_excel import XLSX
from quyet.web.views.programmes import load_ours
from quyet.web.views.reading import private

_TYPES = {**downloads.MEDIA_TYPES, "xlsx": XLSX}


@dataclass(frozen=True, slots=True)
class Offered:
    """A paper on a page: its name, what is said of it, and where each of its files is."""

    name: str
    about: str
    files: Sequence[tuple[str, str]]


def offered(papers: Sequence[Voucher], address: str, *given: int) -> list[Offered]:
    """Papers with the addresses of their files, as `quyet/spending/papers.html` lists them."""
    return [
        Offered(
            say(each.template.name_vi, each.template.name_en),
            _about(each),
            [(to.upper(), reverse(address, args=[*given, each.rule.template, to])) for to in each.files],
        )
        for each in papers
    ]


def papers_of_request(request: PaymentRequest) -> list[Offered]:
    """Those of a request."""
    return offered(vouchers.of_request(request, today()), "payment-paper", request.programme_id, request.pk)


def papers_of_contract(contract: Contract, appendices: Sequence[Appendix]) -> list[Offered]:
    """Those of a contract, then of its appendices, each with its number."""
    found = offered(vouchers.of_contract(contract), "contract-paper", contract.programme_id, contract.pk)
    for each in appendices:
        of_it = offered(
            vouchers.of_appendix(each, contract), "appendix-paper", contract.programme_id, contract.pk, each.pk
        )
        found += [Offered(f"{one.name} {each.number}", one.about, one.files) for one in of_it]
    return found


def _about(each: Voucher) -> str:
    when = say(each.rule.when_vi, each.rule.when_en)
    unsure = say("mẫu theo trí nhớ (*)", "from memory (*)") if each.template.mark == "M" else ""
    return " · ".join(part for part in (when, each.template.source, unsure) if part)


# --- as files --------------------------------------------------------------------------------------------------------


@office_page
@require_safe
def of_request(request: OfficeRequest, pk: int, number: int, form: str, to: str) -> HttpResponse:
    """A paper of a request."""
    found = load_ours(request, pk)
    row = vouchers.request_row(request.viewer, pk, number)
    if row is None:
        raise Http404(number)
    return _file(request, pk, to, lambda: vouchers.request_file(row, found.loaded.draft, form, to, today()))


@office_page
@require_safe
def of_contract(request: OfficeRequest, pk: int, number: int, form: str, to: str) -> HttpResponse:
    """A paper of a contract."""
    found = load_ours(request, pk)
    row = vouchers.contract_row(request.viewer, pk, number)
    if row is None:
        raise Http404(number)
    return _file(request, pk, to, lambda: vouchers.contract_file(row, found.loaded.draft, form, to))


@office_page
@require_safe
def of_appendix(request: OfficeRequest, pk: int, number: int, appendix: int, form: str, to: str) -> HttpResponse:
    """A paper of an appendix."""
    found = load_ours(request, pk)
    contract = vouchers.contract_row(request.viewer, pk, number)
    if contract is None:
        raise Http404(number)
    row = standing_appendices(contract).select_related("payee").filter(pk=appendix).first()
    if row is None:
        raise Http404(appendix)
    return _file(request, pk, to, lambda: vouchers.appendix_file(row, contract, found.loaded.draft, form, to))


@office_page
@require_safe
def entries(request: OfficeRequest, pk: int) -> HttpResponse:
    """The entries of a programme as a workbook for the accounting program."""
    found = load_ours(request, pk)
    name = say(f"Bút toán {found.programme.title}", f"Entries {found.programme.title}")
    return _file(request, pk, "xlsx", lambda: (name, entries_book.book_of(found.programme)))


def _file(request: HttpRequest, pk: int, to: str, made: Callable[[], tuple[str, bytes] | None]) -> HttpResponse:
    try:
        found = made()
    except Unwritable as refused:
        return not_written(request, refused, reverse("programme-spending", args=[pk]))
    if found is None:
        raise Http404(to)
    response = private(HttpResponse(found[1], content_type=_TYPES[to]))
    response["Content-Disposition"] = downloads.attachment(downloads.clean_name(found[0]), to)
    return response
