"""What lines are worth: products of factors, VAT, sums of parts. One rounding: half up to the đồng, once a line."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from math import prod
from typing import TypeVar

from quyet.core.decisions.model import EstimateLine
from quyet.core.estimates.model import PlannedLine
from quyet.core.values.amounts import round_dong
from quyet.core.values.words import LIMIT

_HUNDRED = Decimal(100)

Line = TypeVar("Line", bound=EstimateLine)


def quantity_of(line: EstimateLine) -> Decimal | None:
    """The product of the factors; without factors the quantity that the line states."""
    factors = line.factors if isinstance(line, PlannedLine) else []
    return prod((factor.value for factor in factors), start=Decimal(1)) if factors else line.quantity


def worth(line: EstimateLine) -> int | None:
    """Quantity × unit price, with VAT on top where the price has none inside, in đồng. None where one of them is not
    known."""
    quantity = quantity_of(line)
    if quantity is None or line.unit_price is None:
        return None
    exact = quantity * line.unit_price
    vat = line.vat if isinstance(line, PlannedLine) else None
    if vat is not None and not vat.inside:
        exact += exact * vat.rate / _HUNDRED
    return round_dong(exact)


def payable(amount: int | None) -> int | None:
    """The amount; None beyond what money may be, which has no words either."""
    return amount if amount is not None and abs(amount) <= LIMIT else None


def vat_of(line: PlannedLine) -> int | None:
    """The VAT in the amount of a line, in đồng; None without a rate or an amount."""
    if line.vat is None or line.amount is None:
        return None
    return round_dong(line.amount * line.vat.rate / (_HUNDRED + line.vat.rate))


def children(lines: Sequence[Line], index: int) -> list[Line]:
    """The lines right below a line, sub-totals left out."""
    found: list[Line] = []
    if lines[index].is_subtotal:
        return found
    for line in lines[index + 1 :]:
        if line.is_subtotal:
            continue
        if line.level <= lines[index].level:
            break
        if not found or line.level <= found[0].level:
            found.append(line)
    return found


def outermost(lines: Sequence[Line]) -> list[Line]:
    """The lines that nothing stands above, sub-totals left out."""
    kept = [line for line in lines if not line.is_subtotal]
    least = min((line.level for line in kept), default=0)
    return [line for line in kept if line.level == least]


def leaves(lines: Sequence[Line]) -> list[Line]:
    """The lines with nothing below: those that are bought and paid."""
    kept = [line for line in lines if not line.is_subtotal]
    above = {index for index in range(len(kept) - 1) if kept[index + 1].level > kept[index].level}
    return [line for index, line in enumerate(kept) if index not in above]


def sum_of(lines: Sequence[EstimateLine]) -> int | None:
    """The sum of the lines; None where one has no amount or there is no line."""
    amounts = [line.amount for line in lines if line.amount is not None]
    return sum(amounts) if amounts and len(amounts) == len(lines) else None


def values_of(lines: Sequence[EstimateLine]) -> list[int | None]:
    """What each line is worth: its amount, without one the sum of the lines right below it."""
    values = [line.amount for line in lines]
    open_lines: list[int] = []
    for at in reversed(range(len(lines))):
        if lines[at].is_subtotal:
            continue
        below: list[int] = []
        while open_lines and lines[open_lines[-1]].level > lines[at].level:
            place = open_lines.pop()
            if not below or lines[place].level <= lines[below[0]].level:
                below.append(place)
        parts = [value for place in below if (value := values[place]) is not None]
        if values[at] is None and below and len(parts) == len(below):
            values[at] = sum(parts)
        open_lines.append(at)
    return values
