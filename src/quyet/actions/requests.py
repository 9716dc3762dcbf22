"""What a request for money asks for: its rows, and what cannot be asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from quyet.actions.clock import now, today
from quyet.actions.contract_acts import taken_back_fault
from quyet.actions.refusal import FieldFault, Refused, text_faults
from quyet.core.payments import KINDS
from quyet.core.values.amounts import dotted
from quyet.queries.payments import open_of, parts_of, used_of, uses_of
from quyet.queries.people import Viewer
from quyet.store.models import (
    Contract,
    Invoice,
    InvoiceUse,
    InvoiceVoid,
    Line,
    PaymentPart,
    PaymentRequest,
    Programme,
    Supplier,
)
from quyet.store.models.ledger import MOST

_ON_ITS_ROAD = ("requested", "checked", "approved", "sent", "paid")


@dataclass(frozen=True, slots=True)
class NewPayment:
    """A request as asked for. `parts`: line → đồng; `of`: the paid request that it settles, whose contract and payee it
    has then; `invoices`: invoice → how many đồng of it are paid here; `listed`: to people of a list that they sign."""

    kind: str
    title: str
    parts: Mapping[int, int]
    contract: int | None = None
    supplier: int | None = None
    payee: str = ""
    listed: bool = False
    of: int | None = None
    accepted_number: str = ""
    accepted_day: date | None = None
    accepted_value: int | None = None
    invoices: Mapping[int, int] = field(default_factory=dict)


def new_row(viewer: Viewer, programme: Programme, new: NewPayment) -> PaymentRequest:
    """The rows of a new request, inside the transaction of its first move. Refused."""
    if faults := [*_kind_faults(viewer, programme, new), *_faults(viewer, programme, new)]:
        raise Refused(*faults)
    of = PaymentRequest.objects.filter(pk=new.of, programme=programme).first() if new.of else None
    supplier = of.supplier_id if of is not None and KINDS[new.kind].road == "treasury" else new.supplier
    contract = Contract.objects.filter(pk=new.contract, programme=programme).first() if new.contract else None
    if contract is not None:
        supplier = contract.supplier_id
    moment = now()
    request = PaymentRequest(
        body=viewer.body, programme=programme, kind=new.kind, supplier_id=supplier, of=of,
        contract_id=of.contract_id if of is not None else new.contract, state="new", made_at=moment, changed_at=moment,
    )  # fmt: skip
    return _filled(request, new)


def made_anew(viewer: Viewer, request: PaymentRequest, new: NewPayment) -> None:
    """The next round of a request: what it is for stays, what it asks for is mended. Refused."""
    same = (new.kind, new.of, request.contract_id if new.of else new.contract)
    if same != (request.kind, request.of_id, request.contract_id):
        raise Refused(
            FieldFault(
                "kind",
                "loại, hợp đồng và khoản được thanh toán giữ nguyên; muốn khác thì lập đề nghị mới",
                "its kind, contract and what it settles stay; for others make a new request",
            )
        )
    if faults := list(_faults(viewer, request.programme, new)):
        raise Refused(*faults)
    if request.of_id is None and request.contract_id is None:
        request.supplier_id = new.supplier
    request.round += 1
    _filled(request, new)


def _filled(request: PaymentRequest, new: NewPayment) -> PaymentRequest:
    request.title, request.payee, request.listed = new.title.strip(), new.payee.strip(), new.listed
    request.amount = sum(new.parts.values())
    request.accepted_number, request.accepted_day = new.accepted_number.strip(), new.accepted_day
    request.accepted_value = new.accepted_value
    request.save()
    at = {"request": request, "round": request.round}
    PaymentPart.objects.bulk_create(PaymentPart(**at, line_id=pk, amount=sum_) for pk, sum_ in new.parts.items())
    InvoiceUse.objects.bulk_create(InvoiceUse(**at, invoice_id=pk, amount=sum_) for pk, sum_ in new.invoices.items())
    return request


# --- what cannot be asked --------------------------------------------------------------------------------------------


def _kind_faults(viewer: Viewer, programme: Programme, new: NewPayment) -> Iterator[FieldFault]:
    kind = KINDS[new.kind]
    if kind.of:
        of = PaymentRequest.objects.filter(pk=new.of, programme=programme).first() if new.of else None
        if of is None or of.kind not in kind.of or of.state != "paid":
            names = ", ".join(sorted(KINDS[each].vi.lower() for each in kind.of))
            names_en = ", ".join(sorted(KINDS[each].en.lower() for each in kind.of))
            yield FieldFault(
                "of",
                f"«{kind.vi}» cần một khoản đã thực hiện để thanh toán: {names}",
                f"“{kind.en}” settles something that was done: {names_en}",
            )
        elif of.contract_id is not None and not kind.on_contract:
            yield FieldFault(
                "of", "tạm ứng theo hợp đồng không giao cho cá nhân", "an advance on a contract is not for a person"
            )
    elif new.of is not None:
        yield FieldFault("of", f"«{kind.vi}» không thanh toán khoản nào trước đó", f"“{kind.en}” settles nothing")
    contract = Contract.objects.filter(pk=new.contract, programme=programme).first() if new.contract else None
    if new.contract is not None and contract is None:
        yield FieldFault("contract", "không phải hợp đồng của chương trình", "is no contract of the programme")
    if contract is not None and contract.taken_back:
        yield taken_back_fault(contract)


def _holder(programme: Programme, new: NewPayment) -> str | None:
    """Who got the money that a person's clearing settles; None where it settles no such advance."""
    if "staff_advance" not in KINDS[new.kind].of:
        return None
    return PaymentRequest.objects.filter(pk=new.of or 0, programme=programme).values_list("payee", flat=True).first()


def _faults(viewer: Viewer, programme: Programme, new: NewPayment) -> Iterator[FieldFault]:
    if not new.title.strip():
        yield FieldFault("title", "ghi nội dung, không quá 500 ký tự", "say what for, in 500 characters")
    yield from text_faults("title", new.title, 500)
    yield from text_faults("payee", new.payee, 200)
    yield from text_faults("accepted_number", new.accepted_number, 60)
    if not new.parts or any(type(each) is not int or not 1 <= each <= MOST for each in new.parts.values()):
        yield FieldFault(
            "amount", f"mỗi dòng phải từ 1 đến {dotted(MOST)} đồng", f"each line is from 1 to {dotted(MOST)} đồng"
        )
    if Line.objects.filter(pk__in=list(new.parts), programme=programme).count() != len(new.parts):
        yield FieldFault("line", "không phải dòng dự toán của chương trình", "is no line of the programme")
    if new.supplier is not None and not Supplier.objects.filter(pk=new.supplier, body=viewer.body).exists():
        yield FieldFault("supplier", "không phải nhà cung cấp của cơ quan", "is no supplier of the body")
    if new.of is None and new.contract is None and new.supplier is None and not new.payee.strip():
        yield FieldFault("payee", "ghi người nhận tiền", "say who gets the money")
    if new.supplier is not None and new.payee.strip():
        yield FieldFault(
            "payee",
            "chọn nhà cung cấp hoặc ghi người nhận tiền, không ghi cả hai",
            "choose a supplier or write who gets the money, not both",
        )
    if KINDS[new.kind].road == "house" and not new.payee.strip():
        yield FieldFault("payee", "ghi người nhận tạm ứng", "say who holds the money")
    elif (holder := _holder(programme, new)) is not None and holder != new.payee.strip():
        yield FieldFault(
            "payee",
            f"tạm ứng này «{holder}» đã nhận: thanh toán tạm ứng phải là của người đó",
            f"“{holder}” got this advance: its clearing is by that person",
        )
    yield from _paper_faults(viewer, new)


def _paper_faults(viewer: Viewer, new: NewPayment) -> Iterator[FieldFault]:
    if new.accepted_day is not None and new.accepted_day > today():
        yield FieldFault("accepted_day", "nghiệm thu ghi ngày chưa đến", "the acceptance's day is still to come")
    if new.accepted_value is not None and (type(new.accepted_value) is not int or not 0 <= new.accepted_value <= MOST):
        yield FieldFault("accepted_value", f"phải từ 0 đến {dotted(MOST)} đồng", f"is from 0 to {dotted(MOST)} đồng")
    ours = set(Invoice.objects.filter(body=viewer.body, pk__in=list(new.invoices)).values_list("pk", flat=True))
    if set(new.invoices) - ours:
        yield FieldFault("invoices", "không phải hóa đơn của cơ quan", "is no invoice of the body")
    if any(type(each) is not int or not 1 <= each <= MOST for each in new.invoices.values()):
        yield FieldFault("invoices", "phần tính vào đây phải từ 1 đồng", "what of it counts here is from 1 đồng")


def check_request(request: PaymentRequest) -> None:
    """What a request settles and the invoices that it pays have so much left, their rows locked: of two at once the
    second is refused. So is one on a contract that is taken back. Inside the transaction of a move. Refused with every
    number."""
    faults = [*_open_faults(request), *_invoice_faults(request), *_contract_faults(request)]
    if faults:
        raise Refused(*faults)


def _open_faults(request: PaymentRequest) -> Iterator[FieldFault]:
    if request.of_id is None or not KINDS[request.kind].draws:
        return
    of = PaymentRequest.objects.select_for_update(no_key=True).get(pk=request.of_id)
    left, lines = open_of(of, request.pk), {each.pk: each for each in request.programme.lines.all()}
    for line, amount in parts_of(request).items():
        if amount > left.get(line, 0):
            paid = parts_of(of).get(line, 0)
            yield FieldFault(
                "of",
                f"«{of.title[:80]}», dòng «{lines[line].content[:60]}»: đã thực hiện {dotted(paid)} đồng, còn "
                f"{dotted(left.get(line, 0))} chưa thanh toán; đề nghị {dotted(amount)} đồng",
                f"“{of.title[:80]}”, line “{lines[line].content[:60]}”: {dotted(paid)} đồng done, "
                f"{dotted(left.get(line, 0))} open; {dotted(amount)} đồng are asked for",
            )


def _invoice_faults(request: PaymentRequest) -> Iterator[FieldFault]:
    for each in uses_of(request).order_by("invoice"):
        invoice = Invoice.objects.select_for_update(no_key=True).get(pk=each.invoice_id)
        if InvoiceVoid.objects.filter(invoice=invoice).exists():
            yield FieldFault(
                "invoices",
                f"hóa đơn {invoice.printed} đã bỏ; chọn hóa đơn khác",
                f"invoice {invoice.printed} was taken back; choose another",
            )
            continue
        used = used_of(invoice.pk, request.pk)
        if used + each.amount > invoice.total:
            yield FieldFault(
                "invoices",
                f"hóa đơn {invoice.printed} {dotted(invoice.total)} đồng, đã tính {dotted(used)} vào đề nghị khác, còn "
                f"{dotted(invoice.total - used)}; đề nghị này tính {dotted(each.amount)} đồng",
                f"invoice {invoice.printed} of {dotted(invoice.total)} đồng: {dotted(used)} count for other requests, "
                f"{dotted(invoice.total - used)} left; this one counts {dotted(each.amount)} đồng",
            )


def _contract_faults(request: PaymentRequest) -> Iterator[FieldFault]:
    """Asked where no money moves yet, under the contract's lock: where it does, the guard takes the rows above the
    contract first, and holds the same."""
    if request.contract_id is None or request.state in _ON_ITS_ROAD:
        return
    contract = Contract.objects.select_for_update(no_key=True).get(pk=request.contract_id)
    if contract.taken_back:
        yield taken_back_fault(contract)
