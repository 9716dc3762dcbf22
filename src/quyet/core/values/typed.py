"""Money and days as people type them into a form: `500 triệu`, `12tr5`, `500.000.000`, `1/6/2024`.

What could mean two amounts is taken for none, and the form asks: `1,500` is fifteen hundred to one and one and a half
to another.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from itertools import pairwise
from unicodedata import normalize

from quyet.core.values.amounts import scale_of
from quyet.core.values.days import make_day
from quyet.core.values.words import LIMIT, from_words

_SCALE = r"(?:tỷ|tỉ|triệu|tr\.?|nghìn|ngàn)"
_UNIT = re.compile(r"\s*(?:đồng|đ|vnđ|vnd)\.?$")
_PLAIN = re.compile(r"\d{1,40}|\d{1,3}(?:\.\d{3}){1,12}|\d{1,3}(?:[ \xa0]\d{3}){1,12}|\d{1,3}(?:,\d{3}){2,12}")
_SCALED = re.compile(rf"(?P<whole>\d{{1,18}}|\d{{1,3}}(?:\.\d{{3}}){{1,5}})(?:,(?P<part>\d\d?))?\s*(?P<scale>{_SCALE})")
_SHORT = re.compile(r"(?P<whole>\d{1,9})\s*(?P<scale>tỷ|tỉ|triệu|tr)\s*(?P<part>\d|\d{3})")
"""12tr5, 12tr500: what follows is the fraction of the scale."""
_HALF = re.compile(rf"(?P<whole>\d{{1,9}})\s*(?P<scale>{_SCALE})\s*rưỡi")
_SEVERAL = re.compile(rf"\d{{1,3}}\s*{_SCALE}(?:\s*\d{{1,3}}\s*{_SCALE})+")
_PIECE = re.compile(rf"(\d+)\s*({_SCALE})")
_DAY = re.compile(r"(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


def dong_typed(text: str) -> int | None:
    """Whole đồng, up to 10^15; None where the text is no amount or may be two. A sign is no part of it."""
    amount = _amount(text)
    return amount if amount is not None and 0 <= amount <= LIMIT else None


def is_too_much(text: str) -> bool:
    """Whether the text is an amount, and one above 10^15 đồng."""
    amount = _amount(text)
    return amount is not None and amount > LIMIT


def _amount(text: str) -> int | None:
    written = _UNIT.sub("", normalize("NFC", text).strip().lower()).strip()
    amount = _figures(written)
    if amount is None and re.match(r"[^\W\d_]", written):
        amount = _words(text, written)
    return amount


def _words(text: str, written: str) -> int | None:
    """Năm trăm triệu; `năm trăm` alone leaves out what it counts."""
    amount = from_words(text)
    named = amount is not None and (amount >= 1000 or written != normalize("NFC", text).strip().lower())
    return amount if named else None


def _figures(written: str) -> int | None:
    if _PLAIN.fullmatch(written):
        return int(re.sub(r"\D", "", written))
    if found := _SCALED.fullmatch(written) or _SHORT.fullmatch(written):
        return _scaled(found["whole"], found["part"] or "0", found["scale"])
    if found := _HALF.fullmatch(written):
        return _scaled(found["whole"], "5", found["scale"])
    return _several(written) if _SEVERAL.fullmatch(written) else None


def _scaled(whole: str, part: str, scale: str) -> int:
    return int(Decimal(f"{whole.replace('.', '')}.{part}") * scale_of(scale))


def _several(written: str) -> int | None:
    """1 tỷ 250 triệu; the scales go down."""
    pieces = [(int(figure), scale_of(scale)) for figure, scale in _PIECE.findall(written)]
    scales = [scale for _, scale in pieces]
    if any(lower >= higher for higher, lower in pairwise(scales)):
        return None
    return sum(figure * scale for figure, scale in pieces)


def day_typed(text: str) -> date | None:
    """A day, the day before the month: `1/6/2024`, `01-06-2024`, `1.6.2024`, also `2024-06-01` as browsers send it."""
    written = text.strip()
    if iso := _ISO.fullmatch(written):
        return make_day(int(iso[1]), int(iso[2]), int(iso[3]))
    found = _DAY.fullmatch(written)
    return make_day(int(found[3]), int(found[2]), int(found[1])) if found else None
