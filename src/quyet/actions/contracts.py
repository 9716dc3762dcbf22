"""Contracts: what is committed on lines, appendices that raise or lower it, the release of the rest. Each
act in one transaction with its entries, once under a key."""

from __future__ import annotations

from datetime import date
from functools import partial

from django.db import IntegrityError, transaction

from quyet.actions.clock import now
from quyet.actions.contract_acts import hold_open, keep, of_body, post_with_value, take_in_order
from quyet.actions.contract_faults import (
    NewAppendix,
    NewContract,
    appendix_faults,
    contract_faults,
    said_and_come,
    twice,
)
from quyet.actions.journal import record
from quyet.actions.ledger import NewEntry, post_now
from quyet.actions.once import once
from quyet.actions.refusal import FieldFault, NotHere, Refused, require
from quyet.actions.suppliers import kept_state
from quyet.queries.people import Viewer
from quyet.store.models import Appendix, Contract, Programme, Share, Supplier

__all__ = ["NewAppendix", "NewContract", "add_appendix", "open_contract", "release"]


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
    if faults := list(contract_faults(viewer, programme, new)):
        raise Refused(*faults)
    contract = _made(viewer, programme, new)
    Share.objects.bulk_create([Share(contract=contract, line_id=line) for line in new.shares])
    commits = [NewEntry("commit", line, amount, new.day, contract.pk, new.supplier, new.number.strip())
               for line, amount in new.shares.items()]  # fmt: skip
    keep(viewer, contract, "enter", post_now(viewer, pk, commits), new.day)
    told = {"number": contract.number, "day": new.day.isoformat(), "amount": new.value, "contract": contract.pk}
    record(viewer.body.pk, viewer.person.pk, "contract", programme, data=told)
    return [contract.pk]


def _made(viewer: Viewer, programme: Programme, new: NewContract) -> Contract:
    supplier = Supplier.objects.get(pk=new.supplier)
    try:
        with transaction.atomic():
            return Contract.objects.create(
                body=viewer.body, programme=programme, supplier=supplier, payee=kept_state(supplier),
                number=new.number.strip(), day=new.day, title=new.title.strip(), value=new.value,
                advance_most=new.advance_most,
            )  # fmt: skip
    except IntegrityError as error:  # two at once
        raise Refused(twice(new)) from error


def add_appendix(viewer: Viewer, contract: int, new: NewAppendix, key: str) -> int:
    """Enter an appendix: what it adds is committed, what it takes is released; gives its number. NotHere, Forbidden,
    Refused with every number of the line or of the contract that would not hold."""
    require(viewer, "officer", "accountant")
    asked = ["appendix", contract, repr(new)]
    return once(viewer, key, asked, partial(_changed, viewer, contract, new))[0]


def _changed(viewer: Viewer, pk: int, new: NewAppendix) -> list[int]:
    contract, by = take_in_order(of_body(viewer, pk), new.shares), sum(new.shares.values())
    hold_open(contract)
    if faults := list(appendix_faults(contract, new, by)):
        raise Refused(*faults)
    there = set(contract.shares.values_list("line", flat=True))
    Share.objects.bulk_create([Share(contract=contract, line_id=line) for line in new.shares if line not in there])
    number = new.number.strip()
    made = Appendix.objects.create(
        contract=contract, number=number, day=new.day, by=by, reason=new.reason.strip(), person=viewer.person, at=now(),
        again=contract.appendices.filter(number=number).count(), payee=kept_state(contract.supplier),
    )  # fmt: skip
    record(
        viewer.body.pk, viewer.person.pk, "appendix", contract.programme, new.reason,
        {"number": made.number, "day": new.day.isoformat(), "amount": by, "contract": contract.pk},
    )  # fmt: skip
    posted = post_with_value(viewer, contract, by, [_entry(contract, *each, new) for each in new.shares.items()])
    keep(viewer, contract, "appendix", posted, new.day, new.reason, made)
    return [made.pk]


def _entry(contract: Contract, line: int, by: int, new: NewAppendix) -> NewEntry:
    kind = "commit" if by > 0 else "release"
    return NewEntry(kind, line, abs(by), new.day, contract.pk, contract.supplier_id, new.reason)


def release(viewer: Viewer, contract: int, reason: str, day: date, key: str) -> list[int]:
    """Release what of a contract is neither held nor out, when it is over; gives the entries. Forbidden, NotHere,
    Refused where nothing is left."""
    require(viewer, "accountant")
    asked = ["release", contract, reason, day]
    return once(viewer, key, asked, partial(_released, viewer, contract, reason, day))


def _released(viewer: Viewer, pk: int, reason: str, day: date) -> list[int]:
    contract = of_body(viewer, pk)
    hold_open(contract)
    faults = list(said_and_come(reason, day))
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
    posted = post_now(viewer, contract.programme_id, entries)
    keep(viewer, contract, "release", posted, day, reason)
    return posted
