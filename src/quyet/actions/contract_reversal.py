"""Take back what was entered of a contract by mistake: the contract itself, an appendix, the release of its rest. By
somebody else than entered it, with a reason, and never under money that was asked for."""

from __future__ import annotations

from datetime import date
from functools import partial

from quyet.actions.approval import Stopped
from quyet.actions.clock import today
from quyet.actions.contract_acts import keep, post_with_value, take_in_order
from quyet.actions.contract_faults import said_and_come
from quyet.actions.journal import record
from quyet.actions.ledger import NewEntry
from quyet.actions.notices import tell
from quyet.actions.once import once
from quyet.actions.refusal import FieldFault, NotHere, Refused, require
from quyet.core.payments.reversal import UNDO, obstacles
from quyet.queries.contract_acts import Undone, act_of, undone
from quyet.queries.people import Viewer
from quyet.store.models import Contract, ContractAct, Person


def take_back(viewer: Viewer, act: int, reason: str, day: date, key: str) -> int:
    """Take an act on a contract back by entries that name what they reverse; gives the number of the new act. A
    contract's entering goes with all that followed it; its row stays as one that was taken back. Forbidden, NotHere,
    Stopped, Refused with every number of what would not hold."""
    require(viewer, "accountant", "director")
    asked = ["take back", act, reason, day]
    return once(viewer, key, asked, partial(_taken_back, viewer, act, reason, day))[0]


def _taken_back(viewer: Viewer, pk: int, reason: str, day: date) -> list[int]:
    found = act_of(viewer, pk)
    if found is None:
        raise NotHere(pk)
    contract = take_in_order(found.contract, found.contract.shares.values_list("line", flat=True))
    found.contract = contract
    one = undone(found)
    if stops := obstacles(one.mistake, viewer.actor(contract.programme.unit_id)):
        raise Stopped(stops)
    if faults := [*said_and_come(reason, day), *_too_early(one, day)]:
        raise Refused(*faults)
    made = _carried_out(viewer, one, reason, day)
    _record(viewer, one, reason)
    _tell(viewer, one, reason)
    return [made.pk]


def _too_early(one: Undone, day: date) -> list[FieldFault]:
    last = max(each.day for each in one.entries)
    if day >= last:
        return []
    return [
        FieldFault(
            "day",
            f"không đảo trước ngày đã ghi {last:%d/%m/%Y}: từ ngày đó đến hôm nay, {today():%d/%m/%Y}",
            f"nothing is taken back before its own day, {last:%d/%m/%Y}: from then to today, {today():%d/%m/%Y}",
        )
    ]


def _carried_out(viewer: Viewer, one: Undone, reason: str, day: date) -> ContractAct:
    contract, appendix = one.act.contract, one.act.appendix
    entries = [
        NewEntry(each.kind, each.line_id, each.amount, day, contract.pk, each.supplier_id, reason, each.pk)
        for each in one.entries
    ]
    posted = post_with_value(viewer, contract, -appendix.by if appendix is not None else 0, entries)
    if one.act.what == "enter":
        Contract.objects.filter(pk=contract.pk).update(taken_back=True)
    return keep(viewer, contract, "take_back", posted, day, reason, takes_back=one.act)


def _record(viewer: Viewer, one: Undone, reason: str) -> None:
    contract, appendix = one.act.contract, one.act.appendix
    told = {
        "number": contract.number, "contract": contract.pk, "undone": one.act.what, "act": one.act.pk,
        "amount": sum(each.amount if each.kind == "commit" else -each.amount for each in one.entries),
        "appendix": appendix.number if appendix is not None else "",
    }  # fmt: skip
    record(viewer.body.pk, viewer.person.pk, "take_back", contract.programme, reason, told)


def _tell(viewer: Viewer, one: Undone, reason: str) -> None:
    """Whoever entered it hears of it."""
    vi, en = UNDO[one.mistake.what]
    who, number = viewer.person.name, one.mistake.number
    tell(
        list(Person.objects.filter(pk__in=one.mistake.enterers)),
        one.act.contract.programme,
        f"{who}: {vi}, hợp đồng {number}. Lý do: {reason.strip()}",
        f"{who}: {en}, contract {number}. Reason: {reason.strip()}",
    )
