"""Contracts: what is committed on lines, appendices that raise or lower it, the release of the rest. Each
act in one transaction with its entries, once under a key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from django.db.models import F

from quyet.actions.clock import now, today
from quyet.actions.journal import record
from quyet.actions.ledger import NewEntry, post_now
from quyet.actions.once import once
from quyet.actions.refusal import FieldFault, NotHere, Refused, require, text_faults
from quyet.actions.suppliers import kept_state
from quyet.core.values.amounts import dotted
from quyet.queries.people import Viewer
from quyet.store.models import Allotment, Appendix, Contract, Line, Programme, Share, Supplier
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


def open_contract(viewer: Viewer, programme: int, new: NewContract, key: str) -> int:
    """Enter a signed contract: its value is committed on its lines, all or nothing; gives its number. NotHere,
    Forbidden, Refused with every number of the line that has not so much left."""
    require(viewer, "officer", "accountant")
    asked = ["contract", programme, repr(new)]
    return once(viewer, key, asked, partial(_opened, viewer, programme, new))[0]


def _opened(viewer: Viewer, pk: int, new: NewContract) -> list[int]:
    programme = Programme.objects.filter(pk=pk, body=viewer.body).first()
    if programme is None:
        raise NotHere(pk)
    if faults := list(_contract_faults(viewer, programme, new)):
        raise Refused(*faults)
    supplier = Supplier.objects.get(pk=new.supplier)
    contract = Contract.objects.create(
        body=viewer.body, programme=programme, supplier=supplier, payee=kept_state(supplier),
        number=new.number.strip(), day=new.day, title=new.title.strip(), value=new.value, advance_most=new.advance_most,
    )  # fmt: skip
    Share.objects.bulk_create([Share(contract=contract, line_id=line) for line in new.shares])
    commits = [NewEntry("commit", line, amount, new.day, contract.pk, new.supplier, new.number.strip())
               for line, amount in new.shares.items()]  # fmt: skip
    post_now(viewer, pk, commits)
    told = {"number": contract.number, "day": new.day.isoformat(), "amount": new.value, "contract": contract.pk}
    record(viewer.body.pk, viewer.person.pk, "contract", programme, data=told)
    return [contract.pk]


def _contract_faults(viewer: Viewer, programme: Programme, new: NewContract) -> Iterator[FieldFault]:
    if faults := [*_words("number", new.number, 60), *_words("title", new.title, 500)]:
        yield from faults
        return
    if not Supplier.objects.filter(pk=new.supplier, body=viewer.body).exists():
        yield FieldFault("supplier", "chọn nhà cung cấp của cơ quan", "choose a supplier of the body")
    if Contract.objects.filter(body=viewer.body, number=new.number.strip(), day=new.day).exists():
        yield FieldFault(
            "number",
            f"hợp đồng số {new.number.strip()} ngày {new.day:%d/%m/%Y} đã nhập",
            f"contract {new.number.strip()} of {new.day:%d/%m/%Y} is there already",
        )
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


def add_appendix(viewer: Viewer, contract: int, new: NewAppendix, key: str) -> int:
    """Enter an appendix: what it adds is committed, what it takes is released; gives its number. NotHere, Forbidden,
    Refused with every number of the line or of the contract that would not hold."""
    require(viewer, "officer", "accountant")
    asked = ["appendix", contract, repr(new)]
    return once(viewer, key, asked, partial(_changed, viewer, contract, new))[0]


def _changed(viewer: Viewer, pk: int, new: NewAppendix) -> list[int]:
    contract = _contract(viewer, pk)
    by = sum(new.shares.values())
    if faults := list(_appendix_faults(contract, new, by)):
        raise Refused(*faults)
    there = set(contract.shares.values_list("line", flat=True))
    Share.objects.bulk_create([Share(contract=contract, line_id=line) for line in new.shares if line not in there])
    made = Appendix.objects.create(
        contract=contract, number=new.number.strip(), day=new.day, by=by, reason=new.reason.strip(),
        payee=kept_state(contract.supplier), person=viewer.person, at=now(),
    )  # fmt: skip
    record(
        viewer.body.pk, viewer.person.pk, "appendix", contract.programme, new.reason,
        {"number": made.number, "day": new.day.isoformat(), "amount": by, "contract": contract.pk},
    )  # fmt: skip
    _revalue(viewer, contract, new, by)
    return [made.pk]


def _revalue(viewer: Viewer, contract: Contract, new: NewAppendix, by: int) -> None:
    """What falls is released before the value falls, and the value grows before more is committed."""
    released = [_entry("release", contract, line, -each, new) for line, each in new.shares.items() if each < 0]
    added = [_entry("commit", contract, line, each, new) for line, each in new.shares.items() if each > 0]
    _take_in_order(contract, new.shares)
    if released:
        post_now(viewer, contract.programme_id, released)
    Contract.objects.filter(pk=contract.pk).update(value=F("value") + by)
    if added:
        post_now(viewer, contract.programme_id, added)


def _take_in_order(contract: Contract, lines: Iterable[int]) -> None:
    """The rows that the guard takes before the contract's, in its order: this act moves the contract between two turns
    of the guard, and must not wait then for who waits for the contract."""
    programme = contract.programme
    list(Allotment.objects.select_for_update(no_key=True).filter(programmes=programme))
    list(Programme.objects.select_for_update(no_key=True).filter(pk=programme.pk).values_list("pk"))
    list(Line.objects.select_for_update(no_key=True).filter(pk__in=list(lines)).order_by("pk").values_list("pk"))


def _entry(kind: str, contract: Contract, line: int, amount: int, new: NewAppendix) -> NewEntry:
    return NewEntry(kind, line, amount, new.day, contract.pk, contract.supplier_id, new.reason)


def _appendix_faults(contract: Contract, new: NewAppendix, by: int) -> Iterator[FieldFault]:
    if faults := [*_words("number", new.number, 60), *_words("reason", new.reason, 500)]:
        yield from faults
        return
    if contract.appendices.filter(number=new.number.strip()).exists():
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


def release(viewer: Viewer, contract: int, reason: str, day: date, key: str) -> list[int]:
    """Release what of a contract is neither held nor out, when it is over; gives the entries. Forbidden, NotHere,
    Refused where nothing is left."""
    require(viewer, "accountant")
    asked = ["release", contract, reason, day]
    return once(viewer, key, asked, partial(_released, viewer, contract, reason, day))


def _released(viewer: Viewer, pk: int, reason: str, day: date) -> list[int]:
    contract = _contract(viewer, pk)
    faults = [*_words("reason", reason, 500), *_still_to_come(day)]
    if day < contract.day:
        faults.append(
            FieldFault(
                "day",
                f"phần còn lại không thể hủy trước ngày ký hợp đồng {contract.day:%d/%m/%Y}",
                f"the rest is not released before the contract of {contract.day:%d/%m/%Y}",
            )
        )
    if faults:
        raise Refused(*faults)
    rest = {each.line_id: each.committed - each.held - each.advanced - each.used for each in contract.shares.all()}
    over = ((line, left) for line, left in rest.items() if left)
    entries = [NewEntry("release", line, left, day, pk, contract.supplier_id, reason) for line, left in over]
    if not entries:
        raise Refused(
            FieldFault(
                "contract",
                f"hợp đồng {contract.number} không còn phần cam kết nào để hủy",
                f"nothing of contract {contract.number} is left to release",
            )
        )
    told = {"number": contract.number, "amount": sum(rest.values()), "contract": pk}
    record(viewer.body.pk, viewer.person.pk, "release", contract.programme, reason, told)
    return post_now(viewer, contract.programme_id, entries)


def _contract(viewer: Viewer, pk: int) -> Contract:
    found = Contract.objects.filter(pk=pk, body=viewer.body).select_related("programme", "supplier").first()
    if found is None:
        raise NotHere(pk)
    return found


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
