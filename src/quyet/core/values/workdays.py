"""Working days. Which days are off is given, year by year: the core knows weekends alone. What follows from it may warn
and never refuse, as the days of a year are decided anew each year."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class DaysOff:
    """What is known of a year: the days that are `off` beside its weekends, and those that are `worked` whatever else
    is said of them. `source`: the decisions on the days of the year; None while none is on file, `off` is worked out
    ahead then. `sure`: whether the decisions were read, and not remembered."""

    off: frozenset[date] = frozenset()
    worked: frozenset[date] = frozenset()
    source: str | None = None
    sure: bool = False


Calendar = Callable[[int], DaysOff]
"""The days off of a year."""


def weekends_only(year: int) -> DaysOff:
    """A calendar that knows nothing else."""
    return DaysOff()


def is_day_off(day: date, calendar: Calendar) -> bool:
    """Whether offices are closed on a day.

    >>> is_day_off(date(2024, 3, 9), weekends_only)  # a Saturday
    True
    """
    known = calendar(day.year)
    return day not in known.worked and (day.weekday() >= _SATURDAY or day in known.off)


def next_working_day(day: date, calendar: Calendar) -> date:
    """The first day after this one that is not off.

    >>> next_working_day(date(2024, 3, 8), weekends_only)  # a Friday
    datetime.date(2024, 3, 11)
    """
    after = day + timedelta(days=1)
    while is_day_off(after, calendar):
        after += timedelta(days=1)
    return after
