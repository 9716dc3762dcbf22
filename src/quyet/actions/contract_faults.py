"""What of a contract, an appendix or a release cannot be entered, each at its field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from quyet.actions.clock import today
from quyet.actions.refusal import FieldFault, text_faults
from quyet.core.values.amounts import dotted
from quyet.queries.contract_acts import standing_appendices
from quyet.queries.people import Viewer
from quyet.store.models import Contract, Programme, Supplier
from quyet.store.models.ledger import MOST


@dataclass(frozen=True, slots=True)
class NewContract:
    """A contract as signed: line → đồng; `advance_most`: what it says that may be advanced at most, in đồng."""

    supplier: int
    number: str
    day: date
    title: str
    shares: Mapping[int, int]
    advance_most: int | None = None

    @property
    def value(self) -> int:
        """What it is worth, in đồng."""
        return sum(self.shares.values())


@dataclass(frozen=True, slots=True)
class NewAppendix:
    """A change of a contract: line → đồng up or down."""

    number: str
    day: date
    reason: str
    shares: Mapping[int, int]


def contract_faults(viewer: Viewer, programme: Programme, new: NewContract) -> Iterator[FieldFault]:
    """Of a new contract; one of the same number and day that was taken back is in nobody's way."""
    if faults := [*_words("number", new.number, 60), *_words("title", new.title, 500)]:
        yield from faults
        return
    if not Supplier.objects.filter(pk=new.supplier, body=viewer.body).exists():
        yield FieldFault("supplier", "chọn nhà cung cấp của cơ quan", "choose a supplier of the body")
    if Contract.objects.filter(body=viewer.body, number=new.number.strip(), day=new.day, taken_back=False).exists():
        yield twice(new)
    yield from _still_to_come(new.day)
    yield from _money(new.shares.values(), 1)
    lines = set(programme.lines.filter(pk__in=list(new.shares)).values_list("pk", flat=True))
    if set(new.shares) - lines:
        yield FieldFault("line", "không phải dòng dự toán của chương trình", "is no line of the programme")
    if new.advance_most is not None and not 0 <= new.advance_most <= max(new.value, 0):
        yield FieldFault(
            "advance_most",
            f"mức tạm ứng phải từ 0 đến giá trị hợp đồng, {dotted(new.value)} đồng",
            f"the advance is from 0 to the contract's value, {dotted(new.value)} đồng",
        )


def twice(new: NewContract) -> FieldFault:
    """The same contract is there."""
    return FieldFault(
        "number",
        f"hợp đồng số {new.number.strip()} ngày {new.day:%d/%m/%Y} đã nhập",
        f"contract {new.number.strip()} of {new.day:%d/%m/%Y} is there already",
    )


def appendix_faults(contract: Contract, new: NewAppendix, by: int) -> Iterator[FieldFault]:
    """Of a new appendix."""
    if faults := [*_words("number", new.number, 60), *_words("reason", new.reason, 500)]:
        yield from faults
        return
    if standing_appendices(contract).filter(number=new.number.strip()).exists():
        yield FieldFault("number", "phụ lục số này đã nhập", "the appendix is there already")
    yield from _still_to_come(new.day)
    if new.day < contract.day:
        yield FieldFault(
            "day",
            f"phụ lục không thể trước hợp đồng ngày {contract.day:%d/%m/%Y}",
            f"an appendix is not older than its contract of {contract.day:%d/%m/%Y}",
        )
    if not by or 0 in new.shares.values() or contract.value + by <= 0 or contract.value + by > MOST:
        yield FieldFault(
            "amount",
            f"ghi phần tăng hoặc giảm từng dòng; hợp đồng đang là {dotted(contract.value)} đồng",
            f"write what each line rises or falls by; the contract is of {dotted(contract.value)} đồng",
        )
    if contract.programme.lines.filter(pk__in=list(new.shares)).count() != len(new.shares):
        yield FieldFault("line", "không phải dòng dự toán của chương trình", "is no line of the programme")


def said_and_come(reason: str, day: date) -> Iterator[FieldFault]:
    """A reason that is missing or too long, a day that is still to come."""
    yield from _words("reason", reason, 500)
    yield from _still_to_come(day)


def _still_to_come(day: date) -> Iterator[FieldFault]:
    if day > today():
        yield FieldFault(
            "day",
            f"ngày {day:%d/%m/%Y} chưa đến: muộn nhất là hôm nay, {today():%d/%m/%Y}",
            f"{day:%d/%m/%Y} is still to come: today, {today():%d/%m/%Y}, at the latest",
        )


def _words(field: str, value: str, most: int) -> Iterator[FieldFault]:
    if not value.strip():
        yield FieldFault(field, "chưa ghi", "is missing")
    else:
        yield from text_faults(field, value, most)


def _money(amounts: Iterable[int], least: int) -> Iterator[FieldFault]:
    found = list(amounts)
    if not found or any(type(each) is not int or not least <= each <= MOST for each in found):
        yield FieldFault(
            "amount",
            f"mỗi dòng phải từ {least} đến {dotted(MOST)} đồng",
            f"each line is from {least} to {dotted(MOST)} đồng",
        )
