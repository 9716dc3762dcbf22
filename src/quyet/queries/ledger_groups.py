"""The entries of a programme added up by line, activity, contract, payee, code, source or quarter; five queries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Q, Sum
from django.db.models.functions import Coalesce, ExtractQuarter, ExtractYear

from quyet.core.ledger.balances import Balances
from quyet.core.ledger.groups import ALLOTTED, Ceiling, Movement, Way, balances_by
from quyet.core.papers.said import roman
from quyet.store.models import LedgerEntry, Line, Programme, Supplier

_KEYS = {
    "line": F("line"),
    "contract": F("contract"),
    "supplier": Coalesce(F("supplier"), F("contract__supplier")),
    "payee": F("posted_by__act__request__payee"),
    "settled": F("posted_by__act__request__of__payee"),
    "first": F("posted_by__act__request__of__of__payee"),
    "year": ExtractYear("day"),
    "quarter": ExtractQuarter("day"),
}
_NOWHERE = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A name, "" for what belongs to none, and its balances in đồng."""

    name: str
    balances: Balances


def groups(programme: Programme, way: Way) -> list[Group]:
    """Every line, activity, contract … with money, in the order of the lines; contracts, payees and quarters in the
    order of their money. Two of one name stay two."""
    lines = list(programme.lines.select_related("activity").order_by("place"))
    source = programme.allotment.source if programme.allotment else ""
    of = {line.pk: _of_line(line, source) for line in lines}
    movements = list(_movements(programme, of))
    # A ceiling that entries have lowered is counted as it was: the entries themselves lower it.
    lowered = _lowered(programme)
    ceilings = [Ceiling(line.ceiling + lowered.get(line.pk, 0), of[line.pk]) for line in lines]
    found, names = balances_by(way, ceilings, movements), _names(programme, way, lines)
    if way == "contract":  # of one that was taken back nothing is left: it is no row of the sums
        found = {key: each for key, each in found.items() if key in names or key == _NOWHERE}
    if way == "quarter":
        return [Group(_quarter(key), found[key]) for key in sorted(found)]
    return [Group(names.get(key, key), each) for key, each in found.items()]


def has_ceiling(way: Way) -> bool:
    """Whether anything is allotted in a way."""
    return way in ALLOTTED


def _of_line(line: Line, source: str) -> dict[Way, str]:
    return {
        "line": str(line.pk),
        "activity": str(line.activity_id or _NOWHERE),
        "code": line.code,
        "source": line.source or source,
    }


def _movements(programme: Programme, of: Mapping[int, Mapping[Way, str]]) -> Iterator[Movement]:
    rows = LedgerEntry.objects.filter(programme=programme).order_by()
    keys = {f"by_{name}": key for name, key in _KEYS.items()}
    sums = rows.annotate(turned=Q(reverses__isnull=False), **keys).values(*keys, "kind", "turned")
    for row in sorted(sums.annotate(sum=Sum("amount")), key=_in_time):
        own: Mapping[Way, str] = {
            "contract": str(row["by_contract"] or _NOWHERE),
            "payee": _payee(row),
            "quarter": f"{row['by_year']:04}-{row['by_quarter']}",
        }
        drawn, turned = row["by_contract"] is not None, bool(row["turned"])
        yield Movement(row["kind"], drawn, turned, row["sum"], {**of[row["by_line"]], **own})


def _payee(row: Mapping[str, Any]) -> str:
    """Who had the money: of what settles an advance, who got the advance, so that nothing stays open with them."""
    if row["by_supplier"]:
        return f"#{row['by_supplier']}"
    return next((row[f"by_{way}"] for way in ("first", "settled", "payee") if row[f"by_{way}"]), _NOWHERE)


def _in_time(row: Mapping[str, Any]) -> tuple[int, int, int]:
    return (row["by_year"], row["by_quarter"], row["by_line"])


def _lowered(programme: Programme) -> dict[int, int]:
    """Line → đồng that carry-overs and cancellations took from its ceiling."""
    rows = LedgerEntry.objects.filter(programme=programme, kind__in=("carry", "cancel")).order_by()
    sums = rows.values("line").annotate(
        down=Coalesce(Sum("amount", filter=Q(reverses=None)), 0),
        up=Coalesce(Sum("amount", filter=Q(reverses__isnull=False)), 0),
    )
    return {row["line"]: row["down"] - row["up"] for row in sums}


def _names(programme: Programme, way: Way, lines: Sequence[Line]) -> dict[str, str]:
    """What a key is called; a key that is not here is its own name."""
    match way:
        case "line":
            return {str(line.pk): f"{line.label} {line.content}".strip() for line in lines}
        case "activity":
            return {str(line.activity.pk): line.activity.title for line in lines if line.activity}
        case "contract":
            return {
                str(each.pk): f"{each.number}, {each.day:%d/%m/%Y}"
                for each in programme.contracts.filter(taken_back=False)
            }
        case "payee":
            suppliers = Supplier.objects.filter(body=programme.body_id).values_list("pk", "name")
            return {f"#{pk}": name for pk, name in suppliers}
    return {}


def _quarter(key: str) -> str:
    """`2024-2` → Quý II/2024."""
    year, number = key.split("-")
    return f"Quý {roman(int(number))}/{year}"
