"""Days as officials print them: `ngày 21 tháng 7 năm 2022`, `21/7/2022`, `04.02.2025`, `12/ 4/2010`."""

from __future__ import annotations

import re
from datetime import date

DAY = re.compile(
    r"(?:ngày\s+)?(?P<d>\d{1,2})\s+tháng\s+(?P<m>\d{1,2})\s+năm\s+(?P<y>\d{4})"
    r"|(?<![\d/])(?P<d2>\d{1,2})\s*(?P<sep>[/.-])\s*(?P<m2>\d{1,2})\s*(?P=sep)\s*(?P<y2>\d{4})(?!\d)"
)
"""A full date, in folded text."""


def make_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def day_of(found: re.Match[str]) -> date | None:
    """The day that a match of `DAY` prints."""
    part = found.groupdict()
    year, month, day = (int(part[k] or part[k + "2"]) for k in "ymd")
    return make_day(year, month, day)


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    next_first = date(year + month // 12, month % 12 + 1, 1)
    return date.fromordinal(next_first.toordinal() - 1)
