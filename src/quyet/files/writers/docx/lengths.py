"""Lengths in Word's units: twips, twentieths of a point."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from quyet.core.presentation.sheet import Sheet

_TWIPS_PER_MM = Decimal(1440) / Decimal("25.4")


def twips(mm: Decimal) -> int:
    """Millimetres."""
    return _whole(mm * _TWIPS_PER_MM)


def points(size: Decimal) -> int:
    """Points, in twips."""
    return _whole(size * 20)


def half_points(size: Decimal) -> int:
    """The size of letters, as Word counts it."""
    return _whole(size * 2)


def _whole(value: Decimal) -> int:
    return int(value.quantize(Decimal(1), ROUND_HALF_UP))


def width_of_text(sheet: Sheet) -> int:
    """Between the margins of a sheet, in twips."""
    return twips(sheet.width) - twips(sheet.left) - twips(sheet.right)
