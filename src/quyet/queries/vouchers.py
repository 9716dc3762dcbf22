"""The papers of a request, a contract or an appendix: which there are, and each as a file. An office's own form, a file
in its data folder, goes before the one that ships."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from django.conf import settings
from django.db.models import Prefetch
from django.utils import timezone

from quyet.core.papers.draft import Draft
from quyet.core.papers.paper import Paper, Table
from quyet.core.payments.model import DEAD
from quyet.core.presentation.format import format_on
from quyet.core.values.amounts import dotted
from quyet.core.vouchers.choice import Rule, Subject, chosen
from quyet.core.vouchers.facts import Facts
from quyet.core.vouchers.fields import printed
from quyet.core.vouchers.fill import filled
from quyet.core.vouchers.rows import COLUMNS, rows_of
from quyet.core.vouchers.template import Template
from quyet.files.facts.formats import load_formats
from quyet.files.facts.forms import load_wording
from quyet.files.facts.strict import FactsError
from quyet.files.facts.vouchers import load_choice, load_template_from, load_templates
from quyet.files.writers.refused import Unwritable
from quyet.queries.people import Viewer
from quyet.queries.printed import MOST_LINES, one_at_a_time
from quyet.queries.voucher_facts import facts_of_contract, facts_of_request
from quyet.store.models import Appendix, Contract, PaymentAct, PaymentRequest


@dataclass(frozen=True, slots=True)
class Voucher:
    """A paper that there is: why (`rule`), its form, and what it can be downloaded as."""

    rule: Rule
    template: Template
    files: Sequence[str]


# --- of what ---------------------------------------------------------------------------------------------------------


def request_row(viewer: Viewer, programme: int, pk: int) -> PaymentRequest | None:
    """A request of a programme of the viewer's body with all that its papers ask of its row; None where there is
    none."""
    rows = PaymentRequest.objects.select_related(*_AROUND, "contract", "of")
    acts = Prefetch("acts", PaymentAct.objects.select_related("person", "payee"))
    rows = rows.defer("programme__content").prefetch_related(acts)
    return rows.filter(pk=pk, programme=programme, body=viewer.body).first()


def contract_row(viewer: Viewer, programme: int, pk: int) -> Contract | None:
    """The same of a contract; of one that was taken back there is no paper."""
    rows = Contract.objects.select_related(*_AROUND, "payee").defer("programme__content")
    return rows.filter(pk=pk, programme=programme, body=viewer.body, taken_back=False).first()


_AROUND = ("programme__allotment", "body__parent", "supplier")


# --- which -----------------------------------------------------------------------------------------------------------


def day_of(request: PaymentRequest, today: date) -> date:
    """The day whose forms a request goes by: of what was done, else of sending it, else today."""
    sent = [each for each in request.acts.all() if each.move == "send" and each.round == request.round]
    return request.day or (timezone.localdate(sent[-1].at) if sent else today)


def of_request(request: PaymentRequest, today: date) -> list[Voucher]:
    """The papers of a request; none where nothing is asked for now."""
    if request.state in DEAD:
        return []
    day = day_of(request, today)
    contract = request.contract.value if request.contract else None
    year = request.programme.year or day.year
    supplied = request.supplier_id is not None
    return _listed(Subject(request.kind, year, day, request.amount, contract, request.listed, supplied))


def of_contract(contract: Contract) -> list[Voucher]:
    """The papers of a contract."""
    year = contract.programme.year or contract.day.year
    return _listed(Subject("contract", year, contract.day, contract.value, contract.value))


def of_appendix(appendix: Appendix, contract: Contract) -> list[Voucher]:
    """The papers of an appendix."""
    year = contract.programme.year or appendix.day.year
    return _listed(Subject("appendix", year, appendix.day, abs(appendix.by), contract.value))


def _listed(subject: Subject) -> list[Voucher]:
    found = []
    for rule in chosen(load_choice(), subject):
        files = ("docx",) if _own(rule.template, "docx") else ("docx", "pdf")
        found.append(Voucher(rule, load_templates()[rule.template], files))
    return found


# --- as a file -------------------------------------------------------------------------------------------------------


def request_file(request: PaymentRequest, draft: Draft, key: str, to: str, today: date) -> tuple[str, bytes] | None:
    """The name and the bytes of a paper of a request; None where it has no such one. Unwritable."""
    facts = partial(facts_of_request, request, draft, day_of(request, today))
    named = request.number or request.title
    return _file(of_request(request, today), key, to, facts, named, day_of(request, today))


def contract_file(contract: Contract, draft: Draft, key: str, to: str) -> tuple[str, bytes] | None:
    """The same of a contract."""
    facts = partial(facts_of_contract, contract, draft)
    return _file(of_contract(contract), key, to, facts, contract.number, contract.day)


def appendix_file(appendix: Appendix, contract: Contract, draft: Draft, key: str, to: str) -> tuple[str, bytes] | None:
    """The same of an appendix."""
    facts = partial(facts_of_contract, contract, draft, appendix)
    return _file(of_appendix(appendix, contract), key, to, facts, appendix.number, appendix.day)


def _file(
    listed: Sequence[Voucher], key: str, to: str, facts: partial[Facts], named: str, day: date
) -> tuple[str, bytes] | None:
    found = next((each for each in listed if each.rule.template == key and to in each.files), None)
    if found is None:
        return None
    own = _own(key, "docx")
    with one_at_a_time():
        data = _filled_own(own, facts()) if own else _written(paper_of(key, facts(), day), to)
    return f"{found.template.name_vi} {named}", data


def paper_of(key: str, facts: Facts, day: date) -> Paper:
    """A form filled with facts, laid out by the rules of a day. Unwritable where an own form cannot be taken, or where
    it has too many lines."""
    rules = format_on(load_formats(), day) or load_formats()[-1]
    paper = filled(_template(key), facts, rules, load_wording())
    if sum(len(block.rows) for block in paper.blocks() if isinstance(block, Table)) > MOST_LINES:
        raise Unwritable(
            f"Giấy này dài quá: tối đa {dotted(MOST_LINES)} dòng. Hãy chia đề nghị thành nhiều đề nghị.",
            f"The paper is too long: at most {dotted(MOST_LINES)} lines. Ask for it in several requests.",
        )
    return paper


def _written(paper: Paper, to: str) -> bytes:
    if to == "docx":
        from quyet.files.writers.docx import write_docx

        return write_docx(paper)
    from quyet.files.writers.pdf import write_pdf

    return write_pdf(paper)


# --- an office's own -------------------------------------------------------------------------------------------------


def _own(key: str, ending: str) -> Path | None:
    file = Path(settings.FORMS) / f"{key}.{ending}"
    return file if file.is_file() else None


def _template(key: str) -> Template:
    own = _own(key, "yaml")
    if own is None:
        return load_templates()[key]
    try:
        return load_template_from(own)
    except FactsError as error:
        raise Unwritable(
            f"mẫu riêng của cơ quan chưa dùng được: {error}", f"the office's own form cannot be used: {error}"
        ) from error


def _filled_own(file: Path, facts: Facts) -> bytes:
    from quyet.files.writers.docx_filled import fill_docx

    rows: Mapping[str, Sequence[Mapping[str, str]]] = {kind: rows_of(facts, kind) for kind in COLUMNS}
    return fill_docx(file.read_bytes(), printed(facts), rows)
