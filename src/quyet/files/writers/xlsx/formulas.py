"""The cells of money as live formulas, each only where it gives the amount that the estimate states."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import groupby

from quyet.core.estimates.model import PlannedLine
from quyet.core.estimates.sums import quantity_of, sum_of, worth

_MOST_ARGUMENTS = 100
_LONGEST = 4_000

Letters = Mapping[str, str]
"""The letter of each column by its key."""


def quantity_formula(line: PlannedLine, row: int, factors: Sequence[str]) -> str | None:
    """The product of the factors in these columns; None where the line has none or states another quantity."""
    used = factors[: len(line.factors)]
    if not used or line.quantity != quantity_of(line):
        return None
    return "*".join(f"{letter}{row}" for letter in used)


def amount_formula(line: PlannedLine, row: int, at: Letters) -> str | None:
    """Quantity × price, VAT on top where the price has none inside; rounded where it may not be whole."""
    if line.amount is None or worth(line) != line.amount or line.quantity != quantity_of(line):
        return None
    product = f"{at['quantity']}{row}*{at['unit_price']}{row}"
    if line.vat is not None and not line.vat.inside:
        return f"ROUND({product}*(1+{at['vat']}{row}),0)"
    numbers = [line.quantity or Decimal(0), *(factor.value for factor in line.factors)]
    return product if all(number == number.to_integral_value() for number in numbers) else f"ROUND({product},0)"


def sum_formula(rows: Sequence[int], letter: str) -> str | None:
    """The sum of cells of a column: neighbours as ranges. None for so many that no formula holds them."""
    runs = [list(run) for _, run in groupby(enumerate(rows), key=lambda each: each[1] - each[0])]
    parts = [_range(letter, run[0][1], run[-1][1]) for run in runs]
    while len(parts) > _MOST_ARGUMENTS:
        parts = [f"SUM({','.join(parts[n : n + _MOST_ARGUMENTS])})" for n in range(0, len(parts), _MOST_ARGUMENTS)]
    formula = f"SUM({','.join(parts)})"
    return formula if rows and len(formula) <= _LONGEST else None


def _range(letter: str, first: int, last: int) -> str:
    return f"{letter}{first}" if first == last else f"{letter}{first}:{letter}{last}"


def adds_up(amount: int | None, parts: Sequence[PlannedLine]) -> bool:
    """Whether an amount is the sum of those lines."""
    return amount is not None and bool(parts) and sum_of(parts) == amount
