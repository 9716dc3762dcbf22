"""The page of a section, standing or lying, and lengths in Word's units: twips, twentieths of a point."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from quyet.core.presentation.format import Page, Range

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


@dataclass(frozen=True, slots=True)
class Sheet:
    """Paper and margins in millimetres, as the page lies before the reader."""

    width: Decimal
    height: Decimal
    top: Decimal
    right: Decimal
    bottom: Decimal
    left: Decimal
    wide: bool = False

    @property
    def text_width(self) -> int:
        """Between the margins, in twips."""
        return twips(self.width) - twips(self.left) - twips(self.right)


def sheet(page: Page, wide: bool) -> Sheet:
    """The page that is written. A lying page is bound at its head, so its margins turn with the paper; each is then
    brought to the nearest value that the decree allows on that side."""
    top, right, bottom, left = page.top, page.right, page.bottom, page.left
    if not wide:
        return Sheet(page.width, page.height, top.write, right.write, bottom.write, left.write)
    turned = (nearest(top, left), nearest(right, top), nearest(bottom, right), nearest(left, bottom))
    return Sheet(page.height, page.width, *turned, wide=True)


def nearest(allowed: Range, other: Range) -> Decimal:
    """The allowed value nearest to what is written on another side."""
    return min(max(other.write, allowed.least), allowed.most)
