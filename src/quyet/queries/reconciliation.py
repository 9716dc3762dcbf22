"""A statement of the treasury beside the payments of its body: groups, and sums that come to both totals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import QuerySet

from quyet.core.payments import KINDS
from quyet.core.reconciliation import KINDS as GROUPS
from quyet.core.reconciliation import Group, Kind, Payment, Row, Tie, Why, reconcile
from quyet.core.reconciliation.match import NEAR
from quyet.queries.people import Viewer
from quyet.store.models import PaymentRequest, TreasuryAct, TreasuryRow, TreasuryStatement

_TREASURY = tuple(kind.name for kind in KINDS.values() if kind.road == "treasury")
_BACK = tuple(kind.name for kind in KINDS.values() if kind.posts in ("refund", "refund_advance"))
_NO_MONEY = tuple(kind.name for kind in KINDS.values() if kind.posts == "clear")
"""A clearing has a voucher and moves no money: a treasury's own extract has it, a bank's statement has not. It may
belong to a row, and is never missed."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A group with its rows and requests; sums in đồng, money back below nought."""

    kind: Kind
    why: Why
    rows: Sequence[TreasuryRow]
    requests: Sequence[PaymentRequest]

    @property
    def is_settled(self) -> bool:
        """Beyond doubt, or a person's word: to be taken apart before any of it is tied otherwise."""
        return self.kind == "matched" or self.why == "hand"

    @property
    def of_treasury(self) -> int:
        """What the treasury says of it."""
        return sum(each.amount for each in self.rows)

    @property
    def of_quyet(self) -> int:
        """What Quyết says of it."""
        return sum(signed(each) for each in self.requests)

    @property
    def apart(self) -> int:
        """By how much the treasury has more."""
        return self.of_treasury - self.of_quyet


@dataclass(frozen=True, slots=True)
class Sums:
    """A kind of groups, or all of them: how many rows and requests, and what each side comes to."""

    kind: str
    rows: int
    of_treasury: int
    requests: int
    of_quyet: int

    @property
    def apart(self) -> int:
        """By how much the treasury has more."""
        return self.of_treasury - self.of_quyet


@dataclass(frozen=True, slots=True)
class Reconciled:
    """A statement and all of its groups. `moved_in`: requests that belong to a row though they are of other days, or
    move no money."""

    statement: TreasuryStatement
    groups: Sequence[Shown]
    known: Mapping[int, PaymentRequest]
    moved_in: int

    def of(self, kind: str) -> list[Shown]:
        """The groups of a kind."""
        return [each for each in self.groups if each.kind == kind]

    @property
    def sums(self) -> list[Sums]:
        """By kind, in their order."""
        return [_sums(kind, self.of(kind)) for kind in GROUPS]

    @property
    def whole(self) -> Sums:
        """All of it."""
        return _sums("", self.groups)

    @property
    def agrees(self) -> bool:
        """Whether nothing is left to look at."""
        return all(each.kind == "matched" for each in self.groups)


def statements(viewer: Viewer) -> QuerySet[TreasuryStatement]:
    """Those of the viewer's body, the newest first."""
    return TreasuryStatement.objects.filter(body=viewer.body).select_related("person", "file")


def statement_of(viewer: Viewer, pk: int) -> TreasuryStatement | None:
    """One of the viewer's body; None where there is none."""
    return statements(viewer).filter(pk=pk).first()


def reconciled(statement: TreasuryStatement) -> Reconciled:
    """What belongs to what, as rows, requests and the acts of people stand now; four queries."""
    rows = {each.pk: each for each in statement.rows.all()}
    requests = {each.pk: each for each in _requests(statement)}
    payments = [_payment(each, statement) for each in requests.values()]
    found = reconcile([_row(each) for each in rows.values()], payments, list(_ties(statement)))
    groups = [_shown(each, rows, requests) for each in found]
    moved_in = {each.id for each in payments if not each.inside} & {pk for each in found for pk in each.payments}
    return Reconciled(statement, groups, requests, len(moved_in))


def signed(request: PaymentRequest) -> int:
    """Its amount as a statement has it: money back below nought."""
    return -request.amount if request.kind in _BACK else request.amount


def acts_of(statement: TreasuryStatement, most: int = 200) -> list[TreasuryAct]:
    """What people did with it, the newest first."""
    rows = statement.acts.select_related("person").prefetch_related("ties__row", "ties__request")
    return list(rows.order_by("-id")[:most])


def _requests(statement: TreasuryStatement) -> QuerySet[PaymentRequest]:
    near = timedelta(days=NEAR)
    rows = PaymentRequest.objects.filter(body=statement.body_id, state="paid", kind__in=_TREASURY)
    rows = rows.filter(day__gte=statement.since - near, day__lte=statement.until + near)
    return rows.select_related("programme", "supplier").defer("programme__content").order_by("day", "id")


def _payment(request: PaymentRequest, statement: TreasuryStatement) -> Payment:
    assert request.day is not None, "asked for by its day"
    inside = statement.since <= request.day <= statement.until and request.kind not in _NO_MONEY
    return Payment(request.pk, request.day, request.number, signed(request), inside)


def _row(row: TreasuryRow) -> Row:
    return Row(row.pk, row.day, row.number, row.amount)


def _ties(statement: TreasuryStatement) -> Iterator[Tie]:
    for act in statement.acts.prefetch_related("ties"):
        ties = act.ties.all()
        yield Tie(
            frozenset(each.row_id for each in ties if each.row_id is not None),
            frozenset(each.request_id for each in ties if each.request_id is not None),
            act.move == TreasuryAct.Move.TIE,
        )


def _shown(group: Group, rows: Mapping[int, TreasuryRow], requests: Mapping[int, PaymentRequest]) -> Shown:
    return Shown(
        group.kind, group.why, [rows[each] for each in group.rows], [requests[each] for each in group.payments]
    )


def _sums(kind: str, groups: Sequence[Shown]) -> Sums:
    return Sums(
        kind,
        sum(len(each.rows) for each in groups), sum(each.of_treasury for each in groups),
        sum(len(each.requests) for each in groups), sum(each.of_quyet for each in groups),
    )  # fmt: skip
