"""Two states of an estimate, cell by cell: what an office changed in Excel, or two people in two browsers."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from difflib import SequenceMatcher
from typing import Any, Literal

from quyet.core.estimates.model import PlannedEstimate, PlannedLine
from quyet.core.values.folding import fold, squeeze

Change = Literal["changed", "added", "removed"]

_DERIVED = ("level", "is_subtotal")
"""Fields that follow from others."""


@dataclass(frozen=True, slots=True)
class CellChange:
    """One cell: the line before and after (from 0; None where it is not there), the field, and its two values. Of a
    line that was added or removed the field is empty and the value the whole line."""

    change: Change
    before: int | None
    after: int | None
    field: str
    old: Any
    new: Any


def differences(old: PlannedEstimate, new: PlannedEstimate) -> list[CellChange]:
    """Every cell that differs. Lines are matched by what they are about, so that an inserted line is one addition and
    not a change of all below."""
    changes = list(_lines(old.lines, new.lines))
    if old.total != new.total:
        changes.append(CellChange("changed", None, None, "total", old.total, new.total))
    return changes


def merged(old: PlannedEstimate, new: PlannedEstimate, kept: Collection[int]) -> PlannedEstimate:
    """The new state, but the old one wherever a difference is among `kept` (its place in `differences(old, new)`)."""
    changes = differences(old, new)
    stay = [change for at, change in enumerate(changes) if at in kept]
    dropped = {change.after for change in stay if change.change == "added"}
    restored = {change.before for change in stay if change.change == "removed"}
    cells: dict[int, dict[str, Any]] = {}
    for change in stay:
        if change.change == "changed" and change.after is not None:
            cells.setdefault(change.after, {})[change.field] = change.old
    lines: list[PlannedLine] = []
    for before, after in _pairs(old.lines, new.lines):
        if after is not None and (before is not None or after not in dropped):
            lines.append(replace(new.lines[after], **cells.get(after, {})))
        elif after is None and before is not None and before in restored:
            lines.append(old.lines[before])
    total = old.total if any(change.field == "total" and change.after is None for change in stay) else new.total
    return replace(new, lines=lines, total=total)


def _lines(old: Sequence[PlannedLine], new: Sequence[PlannedLine]) -> Iterator[CellChange]:
    for before, after in _pairs(old, new):
        if before is not None and after is not None:
            yield from _cells(before, old[before], after, new[after])
        elif before is not None:
            yield CellChange("removed", before, None, "", old[before], None)
        elif after is not None:
            yield CellChange("added", None, after, "", None, new[after])


def _pairs(old: Sequence[PlannedLine], new: Sequence[PlannedLine]) -> Iterator[tuple[int | None, int | None]]:
    """The lines of both states in one order, each beside its other self; None where it has none."""
    matcher = SequenceMatcher(None, [_about(line) for line in old], [_about(line) for line in new], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        shared = min(b - a, d - c) if tag in ("equal", "replace") else 0
        yield from ((a + step, c + step) for step in range(shared))
        yield from ((n, None) for n in range(a + shared, b))
        yield from ((None, n) for n in range(c + shared, d))


def _about(line: PlannedLine) -> str:
    return f"{squeeze(fold(line.content or ''))}|{line.activity or ''}"


def _cells(before: int, old: PlannedLine, after: int, new: PlannedLine) -> Iterator[CellChange]:
    for each in fields(PlannedLine):
        one, other = getattr(old, each.name), getattr(new, each.name)
        if each.name not in _DERIVED and one != other:
            yield CellChange("changed", before, after, each.name, one, other)
