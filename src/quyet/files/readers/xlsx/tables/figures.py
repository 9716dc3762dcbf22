"""The figures of cells: numbers, and numbers that somebody typed as words (`1.500.000`, `1,500,000 đ`, `5 người`)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from quyet.core.decisions.grammar.words import phrase
from quyet.core.values.amounts import NUMBER, scale_of, to_number
from quyet.core.values.folding import fold
from quyet.core.values.stated import Span
from quyet.files.readers.xlsx.cells.grid import Cell

Trouble = Literal["words", "day", "unsure", "error"]
"""Why a cell that should hold a figure holds none: words; a day, into which Excel turns 1/5; what may be two numbers
(1,500 is one and a half or fifteen hundred); an error value."""

_MONEY = r"(?:đồng|đ|₫|vnđ|vnd|d)"
_VIETNAMESE = phrase(
    rf"\s*(?P<figure>-?(?:{NUMBER}))\s*(?:(?P<scale>tỷ|tỉ|triệu|tr|nghìn|ngàn)\b\.?)?\s*(?P<money>{_MONEY}\b)?\s*(?:/.*)?"
)
_COMMAS = phrase(rf"\s*(?P<figure>-?[1-9]\d{{0,2}}(?:,\d{{3}})+(?:\.\d{{1,9}})?)\s*(?:{_MONEY}\b)?\s*(?:/.*)?")
_SPACES = phrase(rf"\s*(?P<figure>-?\d{{1,3}}(?:\s\d{{3}})+)\s*(?:{_MONEY}\b)?\s*")
_POINT = phrase(rf"\s*(?P<figure>-?(?:0\.\d{{1,9}}|\d{{1,15}}\.(?:\d{{1,2}}|\d{{4,9}})))\s*(?:{_MONEY}\b)?\s*")
_COUNTED = phrase(rf"\s*(?P<figure>{NUMBER})\s*(?P<noun>[^\W\d_]+(?: [^\W\d_]+){{0,4}})\s*")
_NONE = phrase(r"[\s\-–—_.xX]*")
"""How a cell says that nothing stands there."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its place in the text. `noun`: what it counts, and where that is said; `is_whole`: it is in đồng
    already, whatever the caption says (15 triệu); `is_text`: the cell holds it as words."""

    value: Decimal
    span: Span
    noun: tuple[str, Span] | None = None
    is_whole: bool = False
    is_text: bool = False


def figure_in(text: str, span: Span, is_money: bool, in_dong: bool) -> Figure | Trouble | None:
    """The figure that words say; None where they say that there is none."""
    start, end = span
    low = fold(text[start:end])
    if _NONE.fullmatch(low):
        return None
    if found := _POINT.fullmatch(low):
        return Figure(Decimal(found["figure"]), _at(start, found), is_text=True)
    if found := _COMMAS.fullmatch(low):
        if found["figure"].count(",") == 1 and "." not in found["figure"] and not (is_money and in_dong):
            return "unsure"
        return Figure(Decimal(found["figure"].replace(",", "")), _at(start, found), is_text=True)
    if found := _SPACES.fullmatch(low):
        return Figure(Decimal("".join(found["figure"].split())), _at(start, found), is_text=True)
    if found := _VIETNAMESE.fullmatch(low):
        scale = scale_of(found["scale"])
        return Figure(to_number(found["figure"]) * scale, _at(start, found), is_whole=scale > 1, is_text=True)
    if not is_money and (found := _COUNTED.fullmatch(low)):
        a, b = found.span("noun")
        noun = text[start + a : start + b], (start + a, start + b)
        return Figure(to_number(found["figure"]), _at(start, found), noun, is_text=True)
    return "words"


def _at(start: int, found: re.Match[str]) -> Span:
    a, b = found.span("figure")
    return start + a, start + b


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
