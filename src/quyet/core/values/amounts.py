"""Numbers as officials print them: `185.000.000 đồng`, `1.249,5 triệu đồng`, `0,8`, `02`.

The dot groups thousands, the comma begins the fraction. Money is whole đồng; a fraction of a đồng is rounded half up,
here and nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

NUMBER = r"\d{1,3}(?:\.\d{3}){1,6}(?!\d)(?:,\d{1,9})?|\d{1,18}(?!\d)(?:,\d{1,9})?"
"""A printed number: groups of three by dots, or plain digits; a fraction after a comma. Longer runs of digits are no
number that anybody pays."""

_SCALES = {"tỷ": 10**9, "tỉ": 10**9, "triệu": 10**6, "tr": 10**6, "tr.": 10**6, "nghìn": 10**3, "ngàn": 10**3, "": 1}

_SCALE = r"(?:tỷ|tỉ|triệu|tr\.?|nghìn|ngàn)"
_UNIT = r"(?:đồng|đ\b|vnđ|vnd)"

MONEY = re.compile(
    # 5 - 7 triệu đồng: a range states no amount
    rf"(?P<range>(?<![\d.,/])\d{{1,3}}(?:,\d{{1,3}})?\s?(?:[-–]|đến)\s?\d{{1,3}}(?:,\d{{1,3}})?\s?{_SCALE})"
    # 1 tỷ 250 triệu đồng
    rf"|(?<![\d.,/])(?P<several>\d{{1,3}}\s?{_SCALE}(?:\s\d{{1,3}}\s?{_SCALE}){{1,3}})(?:\s{_UNIT})?(?!\s?/)"
    # 2 tỷ rưỡi
    rf"|(?<![\d.,/])(?P<whole>\d{{1,3}})\s?(?P<half>{_SCALE})\srưỡi(?:\s{_UNIT})?(?!\s?/)"
    # 185 000 000 đồng · 185,000,000 đồng
    rf"|(?<![\d.,/])(?P<foreign>\d{{1,3}}(?:(?:[ \xa0]\d{{3}}(?!\d)){{1,5}}|(?:,\d{{3}}(?!\d)){{1,5}}))\s?{_UNIT}"
    r"(?!\s*/)"
    rf"|(?<![\d.,/])(?P<figure>{NUMBER})\s{{0,9}}(?P<scale>{_SCALE})?\s{{0,9}}{_UNIT}(?!\s*/)"
    rf"|(?<![\d.,/])(?P<bare>{NUMBER})\s{{0,9}}(?P<bare_scale>tỷ|tỉ|triệu)"
    r"(?!\s*(?:(?:đồng\s*)?/|người|lượt|tấn|ha\b|con\b|cây|m[23²³]))"
)
"""An amount of money in folded text; `480 triệu đồng/phiên` is a price of one piece, not an amount."""

_FIGURES = re.compile(r"[\d.,/]++(?:(?<=\d)(?=\s{0,9}([-–đtnv\d])))?")
"""What an amount begins with, and in a group what may follow it there: found at once, where `MONEY` would ask its six
questions of every letter."""

_PART = re.compile(rf"(\d+)\s?({_SCALE})")


@dataclass(frozen=True, slots=True)
class Money:
    """An amount found in a text, in đồng."""

    start: int
    end: int
    amount: int


def to_number(printed: str) -> Decimal:
    """`1.249,5` → 1249.5; `02` → 2. Raises ValueError where it is no number."""
    bare = printed.strip().replace(".", "").replace(",", ".")
    if not re.fullmatch(r"-?\d+(\.\d+)?", bare):
        raise ValueError(f"not a number: {printed!r}")
    return Decimal(bare)


def round_dong(value: Decimal) -> int:
    """The one rounding rule: half up to the đồng."""
    return int(value.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def scale_of(word: str | None) -> int:
    """`triệu` → 1000000; no word → 1."""
    return _SCALES[(word or "").strip()]


def find_money(low: str, start: int = 0, end: int | None = None) -> Iterator[Money]:
    """Amounts of money in folded text, in order."""
    at = start
    end = len(low) if end is None else end
    for figures in _FIGURES.finditer(low, start, end):
        counted = figures.lastindex and figures.start() >= at
        found = MONEY.match(low, figures.start(), end) if counted else None
        if found:
            at = found.end()
            if not found["range"]:
                yield Money(found.start(), at, _amount(found))


def _amount(found: re.Match[str]) -> int:
    """What a match of `MONEY` is worth."""
    if found["several"]:
        return sum(int(figure) * scale_of(scale) for figure, scale in _PART.findall(found["several"]))
    if found["whole"]:
        return int(found["whole"]) * scale_of(found["half"]) + scale_of(found["half"]) // 2
    if found["foreign"]:  # a đồng has no fraction, so the comma groups thousands
        return int(re.sub(r"\D", "", found["foreign"]))
    figure = found["figure"] or found["bare"]
    return round_dong(to_number(figure) * scale_of(found["scale"] or found["bare_scale"]))


def dotted(amount: int) -> str:
    """185000000 → `185.000.000`."""
    return f"{amount:,}".replace(",", ".")
