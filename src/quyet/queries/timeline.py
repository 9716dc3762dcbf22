"""The activities along the year: where each bar begins and ends, in per cent of the width, and in which quarters.

Only geometry and quarters. The numbers are strings with a point, because a localised `24,5` would break the drawing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

MOST_QUARTERS = 8
MOST_LABELS = 8
THINNEST = 2.0
"""Per cent of the width below which a bar would be a hair; a mark stands in its place."""

ROMAN = ("", "I", "II", "III", "IV")


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter of a year, from 1."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Quarter:
        """The one in which a day lies."""
        return cls(day.year, (day.month + 2) // 3)

    @property
    def roman(self) -> str:
        """As papers write it."""
        return ROMAN[self.number]


@dataclass(frozen=True, slots=True)
class Frame:
    """When something happens: both days inside, an open side None."""

    start: date | None
    end: date | None

    @property
    def first(self) -> Quarter | None:
        """The quarter in which it begins."""
        return Quarter.of(self.start) if self.start else None

    @property
    def last(self) -> Quarter | None:
        """The quarter in which it ends."""
        return Quarter.of(self.end) if self.end else None


@dataclass(frozen=True, slots=True)
class Column:
    """A quarter of a year, or a year (`quarter` 0)."""

    year: int
    quarter: int
    left: str
    labelled: bool

    @property
    def roman(self) -> str:
        return ROMAN[self.quarter]


@dataclass(frozen=True, slots=True)
class Bar:
    """One row; empty where the paper does not say when."""

    left: str = ""
    width: str = ""

    @property
    def is_moment(self) -> bool:
        """Too short for a bar."""
        return bool(self.width) and float(self.width) < THINNEST

    @property
    def middle(self) -> str:
        """Where the mark of a short event stands."""
        return f"{float(self.left) + float(self.width) / 2:.2f}"


@dataclass(frozen=True, slots=True)
class Timeline:
    columns: list[Column]
    bars: list[Bar]
    today: str
    """Where today is; empty where it lies outside."""

    @property
    def spans_years(self) -> bool:
        return self.columns[0].year != self.columns[-1].year


def draw(frames: Sequence[Frame | None], year: int | None, today: date) -> Timeline | None:
    """The timeline of some activities, or None where nothing says when."""
    days = [day for frame in frames if frame for day in (frame.start, frame.end) if day]
    if not days:
        return None
    years = [day.year for day in days] + ([year] if year else [])
    edges, quarters = _edges(min(years), min(max(years), date.max.year - 1))
    scale = _Scale(edges[0], edges[-1])
    return Timeline(_columns(edges, quarters, scale), [_bar(frame, scale) for frame in frames], scale.today(today))


def _edges(first: int, last: int) -> tuple[list[date], bool]:
    """The first days of all quarters (of all years, where these are many), and the day after the last."""
    quarters = (last - first + 1) * 4 <= MOST_QUARTERS
    months = (1, 4, 7, 10) if quarters else (1,)
    starts = [date(year, month, 1) for year in range(first, last + 1) for month in months]
    return [*starts, date(last + 1, 1, 1)], quarters


def _columns(edges: list[date], quarters: bool, scale: _Scale) -> list[Column]:
    step = -(-(len(edges) - 1) // MOST_LABELS)
    return [
        Column(start.year, Quarter.of(start).number if quarters else 0, scale.at(start), index % step == 0)
        for index, start in enumerate(edges[:-1])
    ]


def _bar(frame: Frame | None, scale: _Scale) -> Bar:
    if frame is None or (frame.start is None and frame.end is None):
        return Bar()
    start = frame.start or scale.first
    after = min(frame.end + timedelta(days=1), scale.after) if frame.end and frame.end < date.max else scale.after
    width = max((after - start).days, 0) * 100 / scale.length
    return Bar(scale.at(start), f"{width:.2f}")


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    after: date

    @property
    def length(self) -> int:
        return (self.after - self.first).days

    def at(self, day: date) -> str:
        return f"{(day - self.first).days * 100 / self.length:.2f}"

    def today(self, day: date) -> str:
        return self.at(day) if self.first <= day < self.after else ""
