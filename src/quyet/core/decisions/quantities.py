"""How much and how long: `40 cái`, `khoảng 150 đại biểu`, `từ 70 đến 80 học viên`, `không quá 12 phút`."""

from __future__ import annotations

import re
from decimal import Decimal

from quyet.core.decisions.flow import Flow
from quyet.core.decisions.grammar import counts
from quyet.core.decisions.model import Duration, Quantity
from quyet.core.values.amounts import to_number
from quyet.core.values.folding import squeeze
from quyet.core.values.stated import Span

_HALF = Decimal("0.5")


def leading_quantity(flow: Flow, a: int, b: int) -> Quantity | None:
    """The count with which running text begins, right behind the name of the activity: any noun counts there too."""
    a, b = flow.trim(a, b, ":-–+,;.")
    found = counts.AMOUNT.match(flow.low, a, b)
    if not found or counts.MEASURES.match(found["noun"] or ""):
        return None
    return find_quantity(flow, a, found.end(), labelled=True)


def find_quantity(flow: Flow, a: int, b: int, labelled: bool) -> Quantity | None:
    """The first count of things in `[a, b)`. Behind a label any noun counts; in running text only a noun that things
    are counted in, at the beginning of a clause."""
    if not labelled and (scaled := counts.SCALE.search(flow.low, a, b)):
        return find_quantity(flow, scaled.end(), b, labelled=True)
    summed = counts.SUMMED.search(flow.low, a, b) if labelled else None
    not_counted = counts.TIME_OR_MONEY if labelled else counts.MEASURES
    for found in counts.AMOUNT.finditer(flow.low, summed.end() if summed else a, b):
        noun = found["noun"] or ""
        if not labelled and not (noun and _opens_clause(flow, a, found.start())):
            continue
        if counts.NOT_COUNT.search(flow.low, max(a, found.start() - 14), found.start("a")):
            continue
        if not_counted.match(noun) or _is_money(flow, found.end("b" if found["b"] else "a"), b):
            continue
        unit = _unit(flow, found, labelled)
        if unit is None and not (labelled and not noun.strip()):
            continue
        return _quantity(flow, found, unit)
    return None


def _is_money(flow: Flow, at: int, b: int) -> bool:
    return bool(counts.MONEY_BEHIND.match(flow.low, at, b))


def _opens_clause(flow: Flow, a: int, at: int) -> bool:
    before = flow.low[max(a, at - 40) : at].rstrip()
    return not before or before[-1] in ",;:.(-–+\n" or bool(counts.OPENS_COUNT.search(before))


def _unit(flow: Flow, found: re.Match[str], labelled: bool) -> tuple[int, int] | None:
    """Where the noun stands: as far as the words are the name of what is counted."""
    if not found["noun"]:
        return None
    a, b = found.span("noun")
    ends = counts.UNIT_ENDS.search(flow.low, a, b)
    stop = ends.start() if ends else b
    phrase = flow.low[a:stop].strip()
    words = phrase.split()
    counted = counts.COUNTED_NOUN.match(flow.low, a, b)
    if counted and (not labelled or len(words) > 6):
        return counted.span()
    if labelled and words and len(words) <= 6:
        return flow.trim(a, stop)
    if counted:
        return counted.span()
    return None


def _quantity(flow: Flow, found: re.Match[str], unit: tuple[int, int] | None) -> Quantity:
    low, high = to_number(found["a"]), to_number(found["b"]) if found["b"] else None
    about = bool(found["about"])
    end = unit[1] if unit else found.end("b" if found["b"] else "a")
    name = squeeze(flow.text[slice(*unit)]) if unit else None
    value, least, most = _bounds(found, low, high)
    start = flow.trim(found.start(), end)[0]
    return Quantity(value, least, most, about, name, flow.span(start, end))


def _bounds(
    found: re.Match[str], low: Decimal, high: Decimal | None
) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    """(value, min, max) of a number, a range, a bound."""
    if high is not None:
        return None, low, high
    if found["most"]:
        return None, None, low
    if found["least"]:
        return None, low, None
    return low, None, None


def find_duration(flow: Flow, a: int, b: int, counted: Span | None = None) -> Duration | None:
    """The first stretch of time in `[a, b)` that is not the activity's count: "04 ngày 3 đêm" is 4 ngày; of
    "10 buổi, mỗi buổi 02 giờ" the 10 buổi are `counted`."""
    for found in counts.DURATION.finditer(flow.low, a, b):
        if counts.NOT_DURATION.search(flow.low, max(a, found.start() - 10), found.start("a")):
            continue
        low = _HALF if found["a"] in ("1/2", "nửa") else to_number(found["a"])
        value, least, most = _bounds(found, low, to_number(found["b"]) if found["b"] else None)
        least, most = (value, value) if value is not None else (least, most)
        span = flow.span(*flow.trim(found.start(), found.end()))
        if span != counted:
            return Duration(least, most, found["unit"], span)
    return None
