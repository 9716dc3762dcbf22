"""Which files of norms nobody has compared with their sources for long."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from quyet.core.norms.model import Looked
from quyet.core.values.days import make_day, month_end

MONTHS = 18
"""After so many months a file is due: provinces change their levels about once in two years."""


def due(looked: Iterable[Looked], today: date, months: int = MONTHS) -> list[Looked]:
    """The files that were looked at earlier than so many months before today, the oldest first."""
    limit = months_before(today, months)
    return sorted((each for each in looked if each.day < limit), key=lambda each: (each.day, each.file))


def months_before(day: date, months: int) -> date:
    """The same day so many months earlier; the last of the month where it has no such day (31/08 → 28/02)."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return make_day(year, month + 1, day.day) or month_end(year, month + 1)
