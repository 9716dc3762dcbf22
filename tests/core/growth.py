"""How the time of some work grows with what it is given, on a machine that others use too."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

GOES = 6
"""How often both are timed before a growth is believed: others on the machine only ever add to a time."""


def grows_no_faster_than_its_length(work: Callable[[T], object], short: T, long: T) -> bool:
    """True where four times as much takes at most nine times as long; quadratic growth would be sixteen times.

    The fastest goes of both are compared, taken by turns; a small floor keeps the clock's own grain out.
    """
    least_short = least_long = float("inf")
    for _ in range(GOES):
        least_short = min(least_short, _seconds(work, short))
        least_long = min(least_long, _seconds(work, long))
        if least_long <= 9 * least_short + 0.05:
            return True
    return False


def _seconds(work: Callable[[T], object], given: T) -> float:
    began = time.process_time()
    work(given)
    return time.process_time() - began
