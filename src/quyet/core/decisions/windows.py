"""When: quarters, months, days and years of a programme → the smallest interval that holds them all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice, pairwise

from quyet.core.decisions.flow import Flow
from quyet.core.decisions.grammar import dates
from quyet.core.decisions.model import Timeframe
from quyet.core.values.days import make_day, month_end
from quyet.core.values.folding import squeeze

_MOST = 10_000
"""Dates of one window at most."""


@dataclass(slots=True)
class _Token:
    start: int
    end: int
    year: int | None
    months: tuple[int, int] | None
    days: tuple[int, int] | None = None
    years: tuple[int, int] | None = None


def read_timeframe(flow: Flow, a: int, b: int, year: int | None) -> Timeframe | None:
    """The window that `[a, b)` states; quarters and months without a year take `year`, the programme's. None where no
    date is named, also for "thường xuyên" and "hằng năm"."""
    tokens = _tokens(flow, a, b)
    if not tokens:
        return None
    _inherit_years(tokens, year)
    ends = [_interval(token) for token in tokens]
    known = [(token, interval) for token, interval in zip(tokens, ends, strict=True) if interval]
    if not known:
        return None
    start, end = _bounds(flow, a, known)
    begin = _with_lead(flow, a, known[0][0].start)
    stop = known[-1][0].end
    return Timeframe(start, end, squeeze(flow.text[begin:stop]), flow.span(begin, stop))


def _tokens(flow: Flow, a: int, b: int) -> list[_Token]:
    alone = dates.ONLY_YEARS.fullmatch(flow.low, a, b)
    if alone:
        first = int(alone["y3"])
        return [
            _Token(
                alone.start("y3"),
                alone.end("y4" if alone["y4"] else "y3"),
                None,
                None,
                None,
                (first, int(alone["y4"] or first)),
            )
        ]
    said = (
        _token(match)
        for match in dates.TOKEN.finditer(flow.low, a, b)
        if not dates.CITED.search(flow.low, max(a, match.start() - 40), match.start())
    )
    return list(islice(said, _MOST))


def _token(match: re.Match[str]) -> _Token:
    part = match.groupdict()
    start, end = match.span()

    def number(name: str) -> int | None:
        return int(part[name]) if part[name] else None

    if part["quarters"]:
        listed = [dates.QUARTERS[q] for q in re.findall(dates.Q, part["quarters"].replace("quý", " "))]
        return _Token(start, end, number("qy"), (min(listed) * 3 - 2, max(listed) * 3))
    if part["half"]:
        count = int(part["half"])
        months = (1, count) if part["side"] == "đầu" else (13 - count, 12)
        return _Token(start, end, number("hy"), months if 1 <= count <= 12 else None)
    if part["months"]:
        listed = [int(m) for m in re.findall(r"\d+", part["months"])]
        valid = all(1 <= m <= 12 for m in listed)
        return _Token(start, end, number("my"), (listed[0], listed[-1]) if valid else None)
    if part["r1"]:
        month = int(part["rm"])
        return _Token(start, end, number("ry"), (month, month), (int(part["r1"]), int(part["r2"])))
    for d, m, y in (("d", "m", "y"), ("d2", "m2", "y2"), ("d3", "m3", ""), ("d4", "m4", "")):
        if part[d]:
            month, day = int(part[m]), int(part[d])
            return _Token(start, end, number(y) if y else None, (month, month), (day, day))
    if part["whole"]:
        return _Token(start, end, None, (1, 12))
    first = int(part["y3"] or part["y5"])
    return _Token(start, end, None, None, None, (first, int(part["y4"] or first)))


def _inherit_years(tokens: list[_Token], year: int | None) -> None:
    """A token without a year takes the next one's, else the one before, else the programme's."""
    following = year
    for token in reversed(tokens):
        token.year = token.year or (token.years[0] if token.years else following)
        following = token.year
    named = [t for t in tokens if t.months]
    for token, after in pairwise(named):
        if (
            token.year == after.year
            and token.months
            and after.months
            and token.months[0] > after.months[1]
            and token.year
        ):
            between_years = token.year - 1  # «từ tháng 10 đến tháng 3/2025»
            token.year = between_years


def _interval(token: _Token) -> tuple[date, date] | None:
    if token.years:
        return date(token.years[0], 1, 1), date(token.years[1], 12, 31)
    if token.year is None or token.months is None or not 1 <= token.months[0] <= token.months[1] <= 12:
        return None
    if token.days:
        first, last = (make_day(token.year, token.months[0], d) for d in token.days)
        return (first, last) if first and last else None
    return date(token.year, token.months[0], 1), month_end(token.year, token.months[1])


def _bounds(flow: Flow, a: int, known: list[tuple[_Token, tuple[date, date]]]) -> tuple[date | None, date | None]:
    """The outer days; "đến hết D" alone has no beginning, "trước D" ends the day before, "từ D" alone has no end."""
    start: date | None = min(interval[0] for _, interval in known)
    end: date | None = max(interval[1] for _, interval in known)
    first, interval = known[0]
    lead = flow.low[max(a, first.start - 24) : first.start]
    if len(known) == 1:
        if dates.BEFORE.search(lead):
            return None, interval[0] - timedelta(days=1)
        if dates.UNTIL.search(lead):
            return None, end
        if dates.AFTER.search(lead):
            return interval[1] + timedelta(days=1), None
        if dates.FROM.search(lead) and not _spans_range(flow, first):
            return start, None
    last, last_interval = known[-1]
    if len(known) > 1 and dates.BEFORE.search(flow.low, max(a, last.start - 12), last.start):
        end = max(interval[1] for _, interval in known[:-1])
        end = max(end, last_interval[0] - timedelta(days=1))
    return start, end


def _spans_range(flow: Flow, token: _Token) -> bool:
    """Whether the token is a range of its own: "từ quý II đến quý III", "từ ngày 15 đến 17/11"."""
    return bool(re.search(r"đến|[-–]", flow.low[token.start : token.end]))


def _with_lead(flow: Flow, a: int, at: int) -> int:
    """Where the words of the window begin: with its "từ", "đến hết", "trước" before the first date."""
    lead = dates.LEAD.search(flow.low, max(a, at - 24), at)
    return lead.start() if lead else at
