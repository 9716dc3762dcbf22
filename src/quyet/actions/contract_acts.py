"""What the acts on a contract have in common: its rows taken in the guard's order, its entries with its value, and the
row that says what was done."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import F

from quyet.actions.clock import now
from quyet.actions.ledger import NewEntry, post_now
from quyet.actions.refusal import FieldFault, NotHere, Refused
from quyet.core.payments.reversal import What
from quyet.queries.people import Viewer
from quyet.store.models import Allotment, Appendix, Contract, ContractAct, ContractEntry, Line, Programme


def of_body(viewer: Viewer, pk: int) -> Contract:
    """A contract of the viewer's body. NotHere."""
    found = Contract.objects.filter(pk=pk, body=viewer.body).select_related("programme", "supplier").first()
    if found is None:
        raise NotHere(pk)
    return found


def take_in_order(contract: Contract, lines: Iterable[int]) -> Contract:
    """The rows that the guard takes before the contract's, in its order, then the contract's, as it stands: an act that
    asks the contract before it posts must not wait then for who waits for the contract. `lines` is read once the
    programme's row is held."""
    programme = contract.programme
    list(Allotment.objects.select_for_update(no_key=True).filter(programmes=programme).values_list("pk"))
    list(Programme.objects.select_for_update(no_key=True).filter(pk=programme.pk).values_list("pk"))
    list(Line.objects.select_for_update(no_key=True).filter(pk__in=list(lines)).order_by("pk").values_list("pk"))
    rows = Contract.objects.select_for_update(of=("self",), no_key=True)
    return rows.select_related("programme", "supplier").get(pk=contract.pk)


def hold_open(contract: Contract) -> None:
    """Refused for a contract that was taken back."""
    if contract.taken_back:
        raise Refused(taken_back_fault(contract))


def taken_back_fault(contract: Contract) -> FieldFault:
    """Why nothing is done with it any more."""
    return FieldFault(
        "contract",
        f"hợp đồng {contract.number} ngày {contract.day:%d/%m/%Y} đã hủy vì nhập nhầm; chọn hợp đồng khác",
        f"contract {contract.number} of {contract.day:%d/%m/%Y} was taken back; choose another",
    )


def post_with_value(viewer: Viewer, contract: Contract, by: int, entries: Sequence[NewEntry]) -> list[int]:
    """Post entries with what they change of a contract's value (`by` đồng), which is never below what it commits."""
    row = Contract.objects.filter(pk=contract.pk)
    if by > 0:
        row.update(value=F("value") + by)
    made = post_now(viewer, contract.programme_id, entries)
    if by < 0:
        row.update(value=F("value") + by)
    return made


def keep(
    viewer: Viewer,
    contract: Contract,
    what: What,
    entries: Iterable[int],
    day: date,
    reason: str = "",
    appendix: Appendix | None = None,
    takes_back: ContractAct | None = None,
) -> ContractAct:
    """The row that says what was done, and which entries it posted."""
    act = ContractAct.objects.create(
        contract=contract, what=what, appendix=appendix, takes_back=takes_back, reason=reason.strip(), day=day,
        person=viewer.person, at=now(),
    )  # fmt: skip
    ContractEntry.objects.bulk_create([ContractEntry(act=act, entry_id=each) for each in entries])
    return act
