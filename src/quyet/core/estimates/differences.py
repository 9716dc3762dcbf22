"""Two states of an estimate, cell by cell: what an office changed in Excel, or two people in two browsers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from difflib import SequenceMatcher
from typing import Any, Literal

from quyet.core.estimates.model import PlannedEstimate, PlannedLine
from quyet.core.values.folding import fold, squeeze

Change = Literal["changed", "added", "removed"]

_DERIVED = ("level",)
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


def _lines(old: Sequence[PlannedLine], new: Sequence[PlannedLine]) -> Iterator[CellChange]:
    matcher = SequenceMatcher(None, [_about(line) for line in old], [_about(line) for line in new], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        shared = min(b - a, d - c) if tag in ("equal", "replace") else 0
        for step in range(shared):
            yield from _cells(a + step, old[a + step], c + step, new[c + step])
        yield from (CellChange("removed", n, None, "", old[n], None) for n in range(a + shared, b))
        yield from (CellChange("added", None, n, "", None, new[n]) for n in range(c + shared, d))


def _about(line: PlannedLine) -> str:
    return f"{squeeze(fold(line.content or ''))}|{line.activity or ''}"


def _cells(before: int, old: PlannedLine, after: int, new: PlannedLine) -> Iterator[CellChange]:
    for each in fields(PlannedLine):
        one, other = getattr(old, each.name), getattr(new, each.name)
        if each.name not in _DERIVED and one != other:
            yield CellChange("changed", before, after, each.name, one, other)
