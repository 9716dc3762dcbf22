"""A cell under VAT: a rate, and whether the price has it inside."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from quyet.core.decisions.grammar.words import phrase
from quyet.core.values.folding import fold
from quyet.files.readers.xlsx.grid import Cell

_RATE = phrase(r"[^\d]{0,20}(?P<rate>\d{1,2}(?:[.,]\d{1,2})?)\s*%?[^\d]{0,20}")


@dataclass(frozen=True, slots=True)
class TaxSaid:
    """`rate` in percent; None where the cell holds none (a sum of money). `inside`: None where it does not say."""

    rate: Decimal | None
    inside: bool | None


def tax_said(cell: Cell, shown: str) -> TaxSaid:
    """`8%`, `gồm 8%`, `cộng 10%`, 0,08, 8; no rate for `không chịu thuế`."""
    low = fold(shown)
    return TaxSaid(_rate_of(cell, low), True if "gồm" in low else False if "cộng" in low else None)


def _rate_of(cell: Cell, shown: str) -> Decimal | None:
    """`8%`, `VAT 10 %`, 0,08, 8; None for `không chịu thuế`, and for a sum of money."""
    value = cell.value
    if isinstance(value, Decimal):
        if cell.format.is_percent or 0 < value < 1:
            return (value * 100).normalize() + 0
        return value if 0 <= value <= 100 else None
    found = _RATE.fullmatch(shown) if isinstance(value, str) else None
    return Decimal(found["rate"].replace(",", ".")) if found else None
