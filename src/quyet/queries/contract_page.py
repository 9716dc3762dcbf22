"""A contract with all that its page shows, and what its forms start from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quyet.core.estimates.model import Quotation
from quyet.core.ledger import moved, moves_of
from quyet.core.papers.draft import Draft
from quyet.core.payments import Told
from quyet.core.payments.advances import OfContract
from quyet.queries.contract_acts import acts_of
from quyet.queries.contracts import told_of_contract, with_others
from quyet.queries.leaves import leaves_of
from quyet.queries.people import Viewer
from quyet.queries.spending import Effect, balances_of
from quyet.queries.suppliers import Named, named, payee_of_contract
from quyet.store.models import Appendix, Contract, ContractAct, Line, PaymentRequest, Programme, Share


@dataclass(frozen=True, slots=True)
class OfLine:
    """A contract's share of a line; `rest`: what of it is neither held nor out, in đồng."""

    share: Share
    rest: int

    @property
    def line(self) -> Line:
        """The line."""
        return self.share.line


@dataclass(frozen=True, slots=True)
class Shown:
    """The page of a contract. `named`: its supplier, as its papers have it; `met`: its advances as a further request
    would meet them; `acts`: all that was done with it, the oldest first."""

    contract: Contract
    named: Named
    shares: Sequence[OfLine]
    appendices: Sequence[Appendix]
    requests: Sequence[PaymentRequest]
    met: OfContract
    told: Sequence[Told]
    acts: Sequence[ContractAct]

    @property
    def gone(self) -> set[int]:
        """The appendices that were taken back."""
        return _gone(self.acts)

    @property
    def standing(self) -> list[Appendix]:
        """The appendices that were not."""
        return [each for each in self.appendices if each.pk not in self.gone]

    @property
    def as_entered(self) -> ContractAct | None:
        """Its entering, where that may still be taken back: of the contract no money was asked for."""
        asked = any(each.state != "withdrawn" for each in self.requests)
        entered = (each for each in self.acts if each.what == "enter" and not hasattr(each, "taken_back_by"))
        return None if asked else next(entered, None)

    @property
    def undoing(self) -> ContractAct | None:
        """What took the whole contract back, None where it stands."""
        whole = (each for each in self.acts if each.takes_back is not None and each.takes_back.what == "enter")
        return next(whole, None)

    @property
    def rest(self) -> int:
        """What of it is neither held nor out, in đồng."""
        return sum(each.rest for each in self.shares)


def contract_of(viewer: Viewer, programme: int, pk: int) -> Contract | None:
    """A contract of a programme of the viewer's body; None where there is none."""
    rows = Contract.objects.filter(pk=pk, programme=programme, body=viewer.body)
    return rows.select_related("supplier", "payee", "programme").defer("programme__content").first()


def shares_of(contract: Contract) -> list[OfLine]:
    """Its lines in the order of the estimate."""
    rows = contract.shares.select_related("line__activity").order_by("line__place")
    return [OfLine(each, rest_of(each)) for each in rows]


def rest_of(row: Contract | Share) -> int:
    """What of a commitment is neither held nor out."""
    return row.committed - row.held - row.advanced - row.used


def shown(contract: Contract) -> Shown:
    """All that its page shows."""
    shares, appendices = shares_of(contract), list(contract.appendices.select_related("person"))
    requests = list(contract.requests.all())
    acts = acts_of(contract)
    gone = _gone(acts)
    signed = contract.value - sum(each.by for each in appendices if each.pk not in gone)
    met = with_others(contract, signed, requests)
    told = told_of_contract(contract, {each.line: each.share.committed for each in shares if each.share.committed})
    payee = named(contract.supplier, payee_of_contract(contract))
    return Shown(contract, payee, shares, appendices, requests, met, told, acts)


def _gone(acts: Iterable[ContractAct]) -> set[int]:
    return {each.appendix_id for each in acts if each.appendix_id is not None and hasattr(each, "taken_back_by")}


def lines_of(programme: Programme) -> list[Line]:
    """The lines that a contract may be on, in the order of the estimate."""
    return list(programme.lines.select_related("activity").order_by("place"))


def quotations_of(draft: Draft) -> dict[int, Sequence[Quotation]]:
    """Place of a line → the quotations that stand behind its price."""
    bases = ((place, line.basis) for place, (_, line) in enumerate(leaves_of(draft)))
    return {place: basis.quotations for place, basis in bases if basis is not None and basis.quotations}


def effects_on(before: Iterable[Line]) -> list[Effect]:
    """What became of lines that were read before, with what stands now."""
    found = {each.pk: each for each in before}
    now = Line.objects.filter(pk__in=list(found)).order_by("place")
    return [Effect(each, balances_of(found[each.pk]), balances_of(each)) for each in now]


def release_effects(shares: Sequence[OfLine]) -> list[Effect]:
    """What the release of a contract's rest would make of its lines."""
    moves = moves_of("release", drawn=True)
    return [
        Effect(each.line, balances_of(each.line), moved(balances_of(each.line), moves, each.rest))
        for each in shares
        if each.rest
    ]
