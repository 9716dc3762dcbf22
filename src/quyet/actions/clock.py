"""What time it is for acts. The demo plays a year of its own, and tests a day of theirs; else it is now."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime

from django.utils import timezone

_SET: ContextVar[datetime | None] = ContextVar("quyet_clock", default=None)


def now() -> datetime:
    """The moment of an act, aware."""
    return _SET.get() or timezone.now()


def today() -> date:
    """The day of an act where the office is."""
    return timezone.localdate(now())


@contextmanager
def clock_at(moment: datetime) -> Iterator[None]:
    """Acts within are made at this moment (aware)."""
    before = _SET.set(moment)
    try:
        yield
    finally:
        _SET.reset(before)
