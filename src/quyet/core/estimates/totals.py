"""Totals of an estimate by group, activity, code and quarter. Each lists the lines that it is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from quyet.core.decisions.model import Activity
from quyet.core.estimates.model import PlannedLine
from quyet.core.estimates.sums import leaves

By = Literal["group", "activity", "code", "source", "quarter"]

NOWHERE = ""
"""The key of what belongs to none: a line without a code, without an activity."""


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a total: where it stands (from 0), what it is called, its amount in đồng."""

    index: int
    label: str | None
    content: str | None
    amount: int


@dataclass(frozen=True, slots=True)
class GroupTotal:
    """The sum of the lines that share a key, in đồng."""

    key: str
    amount: int
    steps: tuple[Step, ...]


def totals(lines: Sequence[PlannedLine], activities: Sequence[Activity], by: By) -> list[GroupTotal]:
    """The totals in the order in which their keys first occur. Only lines with nothing below count, so that no đồng is
    counted twice; together the totals are the total of the estimate."""
    return totals_by(lines, activities, (by,))[by]


def totals_by(
    lines: Sequence[PlannedLine], activities: Sequence[Activity], ways: Sequence[By]
) -> dict[By, list[GroupTotal]]:
    """The same in several ways, which share their steps."""
    known = {activity.ref: activity for activity in activities}
    counted = list(_counted(lines))
    return {by: _grouped(counted, known, _KEYS[by]) for by in ways}


def _counted(lines: Sequence[PlannedLine]) -> Iterator[tuple[PlannedLine, Step]]:
    lowest = {id(line) for line in leaves(lines)}
    for index, line in enumerate(lines):
        if id(line) in lowest and line.amount is not None:
            yield line, Step(index, line.label, line.content, line.amount)


Known = Mapping[str, Activity]
Key = Callable[[PlannedLine, Known], str]


def _grouped(counted: Sequence[tuple[PlannedLine, Step]], known: Known, key_of: Key) -> list[GroupTotal]:
    steps: dict[str, list[Step]] = {}
    for line, step in counted:
        steps.setdefault(key_of(line, known), []).append(step)
    return [GroupTotal(key, sum(step.amount for step in found), tuple(found)) for key, found in steps.items()]


def _activity(line: PlannedLine, known: Known) -> str:
    return line.activity or NOWHERE


def _group(line: PlannedLine, known: Known) -> str:
    activity = known.get(line.activity or NOWHERE)
    return (activity.group or activity.title or NOWHERE) if activity else NOWHERE


def _code(line: PlannedLine, known: Known) -> str:
    return line.code or NOWHERE


def _source(line: PlannedLine, known: Known) -> str:
    return line.source or NOWHERE


def _quarter(line: PlannedLine, known: Known) -> str:
    """The quarter in which the activity's window ends: what is delivered by then is paid then. `2024-Q3`."""
    activity = known.get(line.activity or NOWHERE)
    end = activity.timeframe.end if activity and activity.timeframe else None
    return f"{end.year}-Q{(end.month + 2) // 3}" if end else NOWHERE


_KEYS: dict[By, Key] = {
    "group": _group,
    "activity": _activity,
    "code": _code,
    "source": _source,
    "quarter": _quarter,
}
