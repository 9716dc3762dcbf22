"""Which of two values comes first, as Excel sees it."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from quyet.files.readers.xlsx.grid import Value

COMPARED: dict[str, Callable[[int], bool]] = {
    "=": lambda order: order == 0,
    "<>": lambda order: order != 0,
    "<": lambda order: order < 0,
    ">": lambda order: order > 0,
    "<=": lambda order: order <= 0,
    ">=": lambda order: order >= 0,
}
"""The signs of a comparison: what they say of the order of two values."""


def compare(sign: str, one: Value, other: Value) -> bool:
    """`1 < 2`; neither is an error value."""
    return COMPARED[sign](_order(one, other))


def _order(one: Value, other: Value) -> int:
    """Below nought, nought, above: numbers come before texts, texts before flags; a blank is what it is beside."""
    left, right = _ranked(one, other), _ranked(other, one)
    return (left > right) - (left < right)


def _ranked(value: Value, beside: Value) -> tuple[int, Decimal, str]:
    if value is None:
        value = "" if isinstance(beside, str) else False if isinstance(beside, bool) else Decimal(0)
    if isinstance(value, bool):
        return 2, Decimal(int(value)), ""
    if isinstance(value, str):
        return 1, Decimal(0), value.lower()
    return 0, value if isinstance(value, Decimal) else Decimal(0), ""
