"""Working days. Public holidays are decided anew each year and are in no register here: only weekends are known, so
what follows from this may warn and never refuse."""

from __future__ import annotations

from datetime import date, timedelta

_SATURDAY = 5


def next_working_day(day: date) -> date:
    """The first day after this one that is neither Saturday nor Sunday.

    >>> next_working_day(date(2024, 3, 8))  # a Friday
    datetime.date(2024, 3, 11)
    """
    after = day + timedelta(days=1)
    while after.weekday() >= _SATURDAY:
        after += timedelta(days=1)
    return after
