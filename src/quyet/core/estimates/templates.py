"""Templates: what a kind of activity usually costs money for. "Study tour, 12 people, 4 days" proposes its lines.

A line that a norm covers is proposed at the norm of that day, place and rank; where no norm is known, or a price is the
market's, the price stays empty for the officer. Nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from quyet.core.estimates.model import Factor, PlannedLine, PriceBasis, PriceKind
from quyet.core.norms.lookup import Asked, held
from quyet.core.norms.model import Level, Norms

DERIVED = {"nights": "days", "sessions": "days"}
"""What follows from another number unless it is given: a night less than days, two sessions (half days) a day."""


@dataclass(frozen=True, slots=True)
class TemplateFactor:
    """A number of the product: which of the asked numbers, or a fixed one, and its unit."""

    of: str | None
    value: Decimal | None
    unit: str | None


@dataclass(frozen=True, slots=True)
class TemplateLine:
    """One proposed line. `codes`: the sub-item by edition of the budget index, a proposal that an office may change."""

    content: str
    unit: str | None
    factors: tuple[TemplateFactor, ...]
    price: PriceKind
    norm: str | None
    rank: str | None
    codes: Mapping[str, str]
    note: str | None


@dataclass(frozen=True, slots=True)
class Template:
    """The lines of a kind of activity, and the numbers that it asks for (people, days, count …)."""

    key: str
    name_vi: str
    name_en: str
    asks: tuple[str, ...]
    lines: tuple[TemplateLine, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """Where, when and for whom: the day of the activity, the classes of its place, the rank of those who travel, the
    province whose levels count, the edition of the budget index of its year."""

    day: date
    places: tuple[str, ...] = ()
    rank: str | None = None
    province: str | None = None
    edition: str | None = None


def propose(
    template: Template, numbers: Mapping[str, Decimal], setting: Setting, norms: Norms, activity: str | None = None
) -> list[PlannedLine]:
    """The lines for these numbers, labelled 1, 2, 3 … A line whose factor comes to nought (no nights on a one-day trip)
    is left out. KeyError where a number that the template asks for is missing."""
    known = {**numbers, **_derived(numbers)}
    lines = [_line(each, known, setting, norms, activity) for each in template.lines]
    kept = [line for line in lines if all(factor.value > 0 for factor in line.factors)]
    for number, line in enumerate(kept, 1):
        line.label = str(number)
    return kept


def _derived(numbers: Mapping[str, Decimal]) -> dict[str, Decimal]:
    days = numbers.get("days")
    if days is None:
        return {}
    made = {"nights": max(days - 1, Decimal(0)), "sessions": days * 2}
    return {name: value for name, value in made.items() if name not in numbers}


def _line(
    line: TemplateLine, numbers: Mapping[str, Decimal], setting: Setting, norms: Norms, activity: str | None
) -> PlannedLine:
    level = _level(line, setting, norms)
    basis = PriceBasis(line.price)
    if line.norm is not None:
        rank = line.rank or setting.rank
        basis = PriceBasis("norm", line.norm, next(iter(setting.places), None), rank, setting.province)
    return PlannedLine(
        activity=activity,
        content=line.content,
        unit=line.unit,
        unit_price=level.most if level is not None else None,
        note=line.note,
        factors=[Factor(_value(each, numbers), each.unit) for each in line.factors],
        basis=basis,
        code=line.codes.get(setting.edition or ""),
    )


def _value(factor: TemplateFactor, numbers: Mapping[str, Decimal]) -> Decimal:
    return factor.value if factor.value is not None else numbers[factor.of or ""]


def _level(line: TemplateLine, setting: Setting, norms: Norms) -> Level | None:
    """The level that binds; None where it is not known, only from memory, or a range."""
    if line.norm is None:
        return None
    asked = Asked(line.norm, setting.day, setting.places, line.rank or setting.rank, setting.province)
    answers = held(norms, asked)
    level = answers.binding
    certain = answers.national.status == "known" and level is not None and level.mark == "S"
    return level if certain and level is not None and level.amount is not None else None
