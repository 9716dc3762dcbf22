"""The sheet that is written on: its size and its margins, upright or lying on its side."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from quyet.core.presentation.format import Page, Range


@dataclass(frozen=True, slots=True)
class Sheet:
    """Width, height and margins in mm."""

    width: Decimal
    height: Decimal
    top: Decimal
    right: Decimal
    bottom: Decimal
    left: Decimal
    wide: bool = False


def sheet_of(page: Page, wide: bool) -> Sheet:
    """The sheet that is written. A lying page is bound at its head, so its margins turn with the paper; each is then
    brought to the nearest value that the decree allows on that side."""
    top, right, bottom, left = page.top, page.right, page.bottom, page.left
    if not wide:
        return Sheet(page.width, page.height, top.write, right.write, bottom.write, left.write)
    turned = (_nearest(top, left), _nearest(right, top), _nearest(bottom, right), _nearest(left, bottom))
    return Sheet(page.height, page.width, *turned, wide=True)


def _nearest(allowed: Range, other: Range) -> Decimal:
    """The allowed value nearest to what is written on another side."""
    return min(max(other.write, allowed.least), allowed.most)
