"""Whether a draft agrees with itself: sums, products, words, bounds, days, labels. Each fault names the key where it
lies.

A paper with such a fault is still written, because a draft on the way must be printable; but whoever writes it is told,
and the exit code says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from quyet.core.papers.draft import Draft
from quyet.core.papers.verify.fault import Fault
from quyet.core.papers.verify.names import names
from quyet.core.papers.verify.sums import sums
from quyet.core.papers.verify.unsaid import unsaid
from quyet.core.papers.verify.values import values

__all__ = ["Fault", "verify"]


def verify(draft: Draft) -> Iterator[Fault]:
    """The faults of a draft as `compose` returns it: what was empty is filled, so what differs was said."""
    yield from sums(draft)
    yield from values(draft)
    yield from names(draft)
    yield from unsaid(draft)
