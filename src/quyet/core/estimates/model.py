"""One line of an estimate as an office plans it: factors × unit price, and why that price.

The printed annex shows less of it (content, unit, quantity, price, amount); everything here turns into those columns.
Money is whole đồng, factors are exact decimals.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import Literal

from quyet.core.decisions.model import Estimate, EstimateLine

PriceKind = Literal["norm", "quotation", "contract", "plan"]
"""Where a unit price comes from: a norm of the State, quotations, an earlier contract, the office's own plan."""

MOST_QUOTATIONS = 3


@dataclass(slots=True)
class Factor:
    """One number of a product: 150 người, 2 buổi."""

    value: Decimal
    unit: str | None = None


@dataclass(slots=True)
class Quotation:
    """What a supplier asked for one piece, in đồng, and on which day."""

    supplier: str
    unit_price: int
    date: date | None = None


@dataclass(slots=True)
class PriceBasis:
    """Why the price is what it is.

    `norm`: the key of an item in `data/norms`, with the class of the place and of the rank, and the province whose
    level counts. `quotation`: up to three, `chosen` counts from 1, `why` says why that one. `contract`, `plan`: what
    the price was taken from, in words.
    """

    kind: PriceKind
    norm: str | None = None
    place: str | None = None
    rank: str | None = None
    province: str | None = None
    quotations: list[Quotation] = field(default_factory=list)
    chosen: int | None = None
    why: str | None = None
    reference: str | None = None

    @property
    def taken(self) -> Quotation | None:
        """The quotation that was chosen; None where none is, or the choice names none of them."""
        at = (self.chosen or 0) - 1
        return self.quotations[at] if 0 <= at < len(self.quotations) else None


@dataclass(slots=True)
class Vat:
    """Value added tax: its rate in percent, and whether the unit price has it inside."""

    rate: Decimal
    inside: bool = True


@dataclass(slots=True)
class PlannedLine(EstimateLine):
    """A line with what stands behind it. `quantity` is the product of the factors where there are some; `source` where
    the money comes from."""

    factors: list[Factor] = field(default_factory=list)
    basis: PriceBasis | None = None
    vat: Vat | None = None
    source: str | None = None


_HELD = attrgetter(*(each.name for each in fields(PlannedLine)))


def copied(line: PlannedLine) -> PlannedLine:
    """The same line once more, for whoever fills in what follows: an edit copies every line of an estimate, and
    `replace` takes five times as long."""
    return PlannedLine(*_HELD(line))


@dataclass(slots=True)
class PlannedEstimate(Estimate):
    """An annex in the making."""

    lines: list[PlannedLine] = field(default_factory=list)  # type: ignore[assignment]  # each line knows more
