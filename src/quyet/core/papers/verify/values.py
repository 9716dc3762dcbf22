"""Quantities, durations and days: bounds in their order, something to count, words that mean the days beside them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from quyet.core.decisions.layout import lay_out
from quyet.core.decisions.model import Duration, Quantity, Timeframe
from quyet.core.decisions.source import Source
from quyet.core.decisions.windows import read_timeframe
from quyet.core.papers.draft import Draft, DraftProgramme
from quyet.core.papers.said import number
from quyet.core.papers.verify.fault import Fault, Path


def values(draft: Draft) -> Iterator[Fault]:
    """The faults of a programme's figures and days."""
    programme = draft.programme
    if programme is None:
        return
    yield from _period(programme)
    for index, activity in enumerate(programme.activities):
        path: Path = ("programme", "activities", index)
        if activity.quantity is not None:
            yield from _quantity(activity.quantity, (*path, "quantity"))
        if activity.duration is not None:
            yield from _bounds(activity.duration, (*path, "duration"))
        if activity.timeframe is not None:
            yield from _timeframe(activity.timeframe, programme.year, (*path, "timeframe"))


def _period(programme: DraftProgramme) -> Iterator[Fault]:
    if programme.year is None or programme.period is None:
        return
    first, last = programme.period
    if not first.year <= programme.year <= last.year:
        yield Fault(
            ("programme", "year"),
            f"{programme.year} nằm ngoài thời kỳ {_days(first, last)}",
            f"{programme.year} lies outside the period {_days(first, last)}",
        )


def _quantity(quantity: Quantity, path: Path) -> Iterator[Fault]:
    if quantity.value is None:
        yield from _bounds(quantity, path)
        return
    if quantity.min is not None or quantity.max is not None:
        yield Fault(
            path,
            "ghi cả value lẫn min hoặc max; chỉ value được in",
            "says value as well as min or max; only value is printed",
        )
    yield from _positive(quantity.value, (*path, "value"))


def _bounds(value: Quantity | Duration, path: Path) -> Iterator[Fault]:
    if value.min is None and value.max is None:
        yield Fault(path, "chưa có số nên không được in", "has no figure and is not printed")
    for key, bound in (("min", value.min), ("max", value.max)):
        if bound is not None:
            yield from _positive(bound, (*path, key))
    if value.min is not None and value.max is not None and value.min > value.max:
        least, most = number(value.min), number(value.max)
        yield Fault((*path, "min"), f"min {least} lớn hơn max {most}", f"min {least} is more than max {most}")


def _positive(value: Decimal, path: Path) -> Iterator[Fault]:
    if value <= 0:
        yield Fault(path, f"phải lớn hơn 0, không phải {number(value)}", f"must be more than 0, not {number(value)}")


def _timeframe(window: Timeframe, year: int | None, path: Path) -> Iterator[Fault]:
    start, end = window.start, window.end
    if start is not None and end is not None and start > end:
        yield Fault(
            path,
            f"bắt đầu ngày {_day(start)}, sau khi kết thúc ngày {_day(end)}",
            f"begins on {_day(start)}, after it ends on {_day(end)}",
        )
        return
    meant = _read(window.text, year)
    if meant is None or (start is None and end is None):
        return
    if (start is not None and meant.start != start) or (end is not None and meant.end != end):
        yield Fault(
            path,
            f"«{window.text}» là {_days(meant.start, meant.end)}, nhưng start và end ghi {_days(start, end)}",
            f"{window.text!r} is {_days(meant.start, meant.end)}, but start and end say {_days(start, end)}",
        )


def _read(text: str, year: int | None) -> Timeframe | None:
    """What a reader takes those words for."""
    flow = lay_out(Source(text))
    return read_timeframe(flow, 0, len(flow.text), year) if flow.text else None


def _days(start: date | None, end: date | None) -> str:
    return f"{_day(start)} - {_day(end)}"


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else "…"
