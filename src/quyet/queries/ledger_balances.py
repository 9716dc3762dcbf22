"""Balances worked out anew from sums of entries, and the first row that says otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, MutableMapping

from django.db.models import Exists, Model, OuterRef, Q, Sum
from django.db.models.functions import Coalesce

from quyet.core.ledger.table import contract_moves_of, moves_of
from quyet.queries.ledger_touched import Touched
from quyet.store.models import Allotment, Contract, ContractAct, LedgerEntry, Line, Programme, Share

Key = tuple[str, str, str, str, bool]
Sums = MutableMapping[Key, int]
"""đồng by programme, line, contract ("" for none), kind, and whether an entry takes back."""

Moved = dict[tuple[str, int], dict[str, int]]
"""What columns have moved by, by table and number."""

_COLUMNS: Mapping[str, tuple[type[Model], tuple[str, ...]]] = {
    "line": (Line, ("taken", "committed", "held", "advanced", "staff", "used")),
    "share": (Share, ("committed", "held", "advanced", "used")),
    "contract": (Contract, ("committed", "held", "advanced", "used")),
    "programme": (Programme, ("taken", "used")),
    "allotment": (Allotment, ("taken", "used")),
}
"""What entries alone make, by table, in the order in which rows are looked at."""


def differences(sums: Sums) -> Touched | None:
    """The first row whose balances are not what the entries make, or whose ceiling is not what was approved or
    allotted; None where all agree."""
    try:
        moved = _moved(sums)
    except LookupError as unknown:
        return _impossible(unknown)
    for table, (model, columns) in _COLUMNS.items():
        for id_, *stand in model._base_manager.order_by("id").values_list("id", *columns).iterator(chunk_size=5000):
            made = moved.get((table, id_), {})
            for column, value in zip(columns, stand, strict=True):
                if value != made.get(column, 0):
                    return Touched.balance(table, id_, column, value, made.get(column, 0))
    return next(_ceilings(moved), None) or _wrongly_marked()


def _moved(sums: Sums) -> Moved:
    """LookupError with the key of entries that cannot be."""
    allotments = dict(Programme.objects.filter(money_open=True).values_list("id", "allotment"))
    shares = {(contract, line): id_ for id_, contract, line in Share.objects.values_list("id", "contract", "line")}
    moved: Moved = defaultdict(lambda: defaultdict(int))

    def add(table: str, id_: int, moves: Mapping[str, int], amount: int) -> None:
        for column, by in moves.items():
            moved[table, id_][column] += by * amount

    for key, amount in sums.items():
        programme, line, contract, kind, turned = key
        try:
            moves = moves_of(kind, contract != "", turned)
            add("line", int(line), moves, amount)
            add("programme", int(programme), moves, amount)
            add("allotment", allotments[int(programme)], moves, amount)
            if contract:
                drawn = contract_moves_of(kind, turned)
                add("contract", int(contract), drawn, amount)
                add("share", shares[int(contract), int(line)], drawn, amount)
        except (KeyError, ValueError) as error:
            raise LookupError(key) from error
    return moved


def _impossible(unknown: LookupError) -> Touched:
    """The first entry of a kind that does not exist, on money that is not open, or on a contract without a share."""
    programme, line, contract, kind, turned = unknown.args[0]
    entries = LedgerEntry.objects.filter(
        programme=programme, line=line, contract=contract or None, kind=kind, reverses__isnull=not turned
    )
    return Touched.of("ledgerentry", entries.order_by("id").values_list("id", flat=True).first() or 0, "unknown")


def _wrongly_marked() -> Touched | None:
    """The first contract that says it was taken back where no act did that, or that does not say so."""
    done = Exists(ContractAct.objects.filter(contract=OuterRef("pk"), takes_back__what="enter"))
    rows = Contract.objects.annotate(done=done).order_by("id")
    wrong = rows.filter(Q(taken_back=True, done=False) | Q(taken_back=False, done=True))
    found = wrong.values_list("id", flat=True).first()
    return Touched.of("contract", found, "taken_back") if found is not None else None


def _ceilings(moved: Moved) -> Iterator[Touched]:
    """What may be spent: a programme's total and its lines' together, an allotment with its changes and what its
    programmes hold."""
    lines = dict(Line.objects.order_by().values_list("programme").annotate(sum=Sum("ceiling")))
    open_ = Programme.objects.filter(money_open=True).order_by("id").values_list("id", "ceiling", "total")
    for id_, ceiling, total in open_.iterator(chunk_size=5000):
        made = (total or 0) + moved.get(("programme", id_), {}).get("ceiling", 0)
        if ceiling != made:
            yield Touched.balance("programme", id_, "ceiling", ceiling, made)
        if lines.get(id_, 0) != made:
            yield _of_lines(id_, lines.get(id_, 0), made)
    allotments = Allotment.objects.order_by("id").annotate(
        changed=Coalesce(Sum("changes__amount"), 0),
    )
    held = dict(
        Programme.objects.filter(Q(state="issued"), allotment__isnull=False)
        .order_by().values_list("allotment").annotate(sum=Sum("total"))
    )  # fmt: skip
    for each in allotments.iterator(chunk_size=5000):
        if each.ceiling != each.amount + each.changed:
            yield Touched.balance("allotment", each.pk, "ceiling", each.ceiling, each.amount + each.changed)
        if each.reserved != (held.get(each.pk) or 0):
            yield Touched.balance("allotment", each.pk, "reserved", each.reserved, held.get(each.pk) or 0)


def _of_lines(programme: int, stands: int, made: int) -> Touched:
    """The line whose ceiling is as many đồng from its quantity by its price as the lines together are from what was
    approved; the programme where no line says so of itself."""
    lines = Line.objects.filter(programme=programme, quantity__isnull=False, unit_price__isnull=False).order_by("id")
    for each in lines:
        worked_out = int((each.quantity or 0) * (each.unit_price or 0))
        if each.ceiling - worked_out == stands - made:
            return Touched.balance("line", each.pk, "ceiling", each.ceiling, worked_out)
    return Touched.balance("programme", programme, "Σ line.ceiling", stands, made)
