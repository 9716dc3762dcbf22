"""Which of some amounts come to a sum."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, islice


def only_sum(amounts: Sequence[int], wanted: int, most: int) -> tuple[int, ...] | None:
    """The places of two to `most` amounts that come to a sum, the fewest that do; None where none do, or where as few
    would in more than one way: then nobody can tell which."""
    for many in range(2, min(most, len(amounts)) + 1):
        sums = list(map(sum, combinations(amounts, many)))
        if ways := sums.count(wanted):
            at = sums.index(wanted)
            return next(islice(combinations(range(len(amounts)), many), at, None)) if ways == 1 else None
    return None
