"""The lines of a draft that money is spent on, in their order: what the rows of an issued programme are made of."""

from __future__ import annotations

from collections.abc import Iterator

from quyet.core.estimates.model import PlannedLine
from quyet.core.estimates.sums import leaves
from quyet.core.papers.draft import Draft
from quyet.files.writing import lay_out


def leaves_of(draft: Draft) -> Iterator[tuple[str | None, PlannedLine]]:
    """The lines that are bought and paid, each with the activity that it or a line above it names."""
    for estimate in lay_out(draft).draft.estimates:
        lowest = {id(line) for line in leaves(estimate.lines)}
        above: list[tuple[int, str | None]] = []
        for line in estimate.lines:
            while above and above[-1][0] >= line.level:
                above.pop()
            called = line.activity or (above[-1][1] if above else None)
            above.append((line.level, called))
            if id(line) in lowest:
                yield called, line
