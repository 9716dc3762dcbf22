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
