"""What was done with a contract, which of it stands, and what taking some of it back would move."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from quyet.core.payments.reversal import Mistake, What
from quyet.queries.people import Viewer
from quyet.store.models import Appendix, Contract, ContractAct, LedgerEntry


@dataclass(frozen=True, slots=True)
class Undone:
    """An act that is to be taken back: the entries that go with it, and how it stands."""

    act: ContractAct
    entries: Sequence[LedgerEntry]
    mistake: Mistake


def acts_of(contract: Contract) -> list[ContractAct]:
    """All that was done with a contract, the oldest first, with who did it and what was taken back of it."""
    return list(contract.acts.select_related("person", "appendix", "taken_back_by__person", "takes_back"))


def standing_appendices(contract: Contract) -> QuerySet[Appendix]:
    """The appendices that were not taken back."""
    return contract.appendices.filter(act__taken_back_by=None)


def act_of(viewer: Viewer, pk: int, contract: int | None = None) -> ContractAct | None:
    """An act on a contract of the viewer's body (on one contract, where it is named); None where there is none."""
    rows = ContractAct.objects.filter(pk=pk, contract__body=viewer.body)
    rows = rows if contract is None else rows.filter(contract=contract)
    return rows.select_related("contract__programme", "contract__supplier", "appendix", "person").first()


def done_so_far(contract: int) -> tuple[int, ...]:
    """The acts on a contract but for those that take back: whoever looked at a reversal looked at all of these."""
    return tuple(ContractAct.objects.filter(contract=contract, takes_back=None).values_list("pk", flat=True))


def undone(act: ContractAct) -> Undone:
    """How an act stands now, its contract's row as it was read with it."""
    what: What = act.what  # type: ignore[assignment]  # written by the acts alone
    contract, entries = act.contract, _entries(act)
    taken_back = ContractAct.objects.filter(takes_back=act).exists()
    mistake = Mistake(
        what=what,
        number=contract.number,
        is_over=contract.taken_back or taken_back or not entries,
        enterers=frozenset(each.person_id for each in entries),
        left=contract.value - (act.appendix.by if act.appendix is not None else 0),
        requests=tuple(contract.requests.exclude(state="withdrawn").values_list("title", flat=True)),
        held=contract.held,
        advanced=contract.advanced,
        used=contract.used,
    )
    return Undone(act, entries, mistake)


def _entries(act: ContractAct) -> list[LedgerEntry]:
    """Those of it that stand; with a contract's entering goes all that was committed and released since."""
    rows = LedgerEntry.objects.filter(reverses=None, reversed_by=None, contract=act.contract_id)
    of_act = {"kind__in": ("commit", "release")} if act.what == "enter" else {"of_contract__act": act}
    return list(rows.filter(**of_act).select_related("line", "person").order_by("id"))
