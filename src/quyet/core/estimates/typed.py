"""Cells of an estimate as people type them, and the same values as a cell shows them: what is shown can be typed.

The dot groups thousands and the comma begins a fraction; a dot that cannot group (`1.5`) begins one too, as programs
write it.
"""

from __future__ import annotations

import re
from decimal import Decimal

from quyet.core.estimates.model import Factor, Vat
from quyet.core.values.folding import squeeze

TIMES = " × "

_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d{1,9})?|\d{1,12}(?:[.,]\d{1,9})?"
_WHOLE_NUMBER = re.compile(_NUMBER)
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d{1,9})?")
_BETWEEN = re.compile(r"\s*[×*]\s*|\s+[xX]\s*(?=\d)|(?<=\d)[xX](?=\d)")
"""× or *; an x only before a number, so that `1 xe` stays one."""
_FACTOR = re.compile(rf"(?P<value>{_NUMBER})(?:\s*(?P<unit>[^\W\d_].{{0,60}}))?")
_VAT = re.compile(rf"(?P<on_top>\+)?\s*(?P<rate>{_NUMBER})\s*%?")
_MOST_FACTORS = 8
_MOST_RATE = Decimal(100)


def number_typed(text: str) -> Decimal | None:
    """1.500 → 1500; 1,5 and 1.5 → 1.5; None where it is no number."""
    written = squeeze(text).replace(" ", "")
    if not _WHOLE_NUMBER.fullmatch(written):
        return None
    if _GROUPED.fullmatch(written):
        written = written.replace(".", "")
    return Decimal(written.replace(",", "."))


def number_said(value: Decimal) -> str:
    """1500 → 1.500; 1.50 → 1,5."""
    plain = f"{value.normalize():,f}"
    return plain.replace(",", " ").replace(".", ",").replace(" ", ".")


def factors_typed(text: str) -> list[Factor] | None:
    """`150 người × 2 buổi`, with ×, x or *; empty for no factors; None where a piece is no number with its unit."""
    written = squeeze(text)
    if not written:
        return []
    found = [_factor(piece) for piece in _BETWEEN.split(written)]
    factors = [each for each in found if each is not None]
    return factors if len(factors) == len(found) <= _MOST_FACTORS else None


def _factor(piece: str) -> Factor | None:
    found = _FACTOR.fullmatch(piece.strip())
    value = number_typed(found["value"]) if found else None
    return Factor(value, found["unit"]) if found and value is not None else None


def factors_said(factors: list[Factor]) -> str:
    """The factors as they can be typed."""
    return TIMES.join(f"{number_said(each.value)} {each.unit or ''}".strip() for each in factors)


def vat_typed(text: str) -> Vat | None:
    """`8` or `8%`: the price has it inside; `+8`: it comes on top. None where it is neither."""
    found = _VAT.fullmatch(squeeze(text))
    rate = number_typed(found["rate"]) if found else None
    return Vat(rate, inside=not found["on_top"]) if found and rate is not None and rate <= _MOST_RATE else None


def vat_said(vat: Vat | None) -> str:
    """The rate as it can be typed."""
    return f"{'' if vat.inside else '+'}{number_said(vat.rate)}%" if vat else ""


def label_after(label: str, has_below: bool = False) -> str:
    """The label of a line that is put below another one: 4.4 → 4.5; below 4, where lines stand below it, 4.1; below I
    and A: 1. A line without a label would count as a part of the one above."""
    bare = label.strip().rstrip(".)")
    head, dot, tail = bare.rpartition(".")
    if not (tail.isascii() and tail.isdigit() and len(tail) < 6):
        return "1" if bare and not head else ""
    return f"{bare}.1" if has_below else f"{head}{dot}{int(tail) + 1}"
