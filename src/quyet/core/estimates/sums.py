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
    """The lines right below a line."""
    found: list[Line] = []
    for line in lines[index + 1 :]:
        if line.level <= lines[index].level:
            break
        if not found or line.level <= found[0].level:
            found.append(line)
    return found


def outermost(lines: Sequence[Line]) -> list[Line]:
    """The lines that nothing stands above."""
    least = min((line.level for line in lines), default=0)
    return [line for line in lines if line.level == least]


def leaves(lines: Sequence[Line]) -> list[Line]:
    """The lines with nothing below: those that are bought and paid."""
    above = {index for index in range(len(lines) - 1) if lines[index + 1].level > lines[index].level}
    return [line for index, line in enumerate(lines) if index not in above]


def sum_of(lines: Sequence[EstimateLine]) -> int | None:
    """The sum of the lines; None where one has no amount or there is no line."""
    amounts = [line.amount for line in lines if line.amount is not None]
    return sum(amounts) if amounts and len(amounts) == len(lines) else None
