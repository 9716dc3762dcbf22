"""The shape of an annex table, as the rules on it see it: which rows add up to which, and how exact a figure is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from quyet.core.checks.say import quote
from quyet.core.checks.spans import span_of
from quyet.core.decisions.model import EstimateLine
from quyet.core.values.amounts import to_number
from quyet.core.values.folding import fold
from quyet.core.values.stated import Span

_OF_WHICH = re.compile(r"\W*trong đó")


@dataclass(frozen=True, slots=True)
class Branch:
    """A row that others add up to, and those rows."""

    row: EstimateLine
    parts: list[EstimateLine]


def branches(lines: Sequence[EstimateLine]) -> Iterator[Branch]:
    """Each row that has rows below it, with those directly below."""
    path: list[Branch] = []
    for line in lines:
        while path and path[-1].row.level >= line.level:
            yield from _closed(path.pop())
        if path:
            path[-1].parts.append(line)
        path.append(Branch(line, []))
    for branch in reversed(path):
        yield from _closed(branch)


def _closed(branch: Branch) -> Iterator[Branch]:
    if branch.parts:
        yield branch


def uppermost(lines: Sequence[EstimateLine]) -> tuple[EstimateLine, ...]:
    """The lines that stand in no other of `lines`."""
    top = min((line.level for line in lines), default=0)
    return tuple(line for line in lines if line.level == top)


def added_up(parts: Sequence[EstimateLine]) -> int | None:
    """The sum of the rows, or None where one has no amount or only breaks another down (trong đó)."""
    amounts = [line.amount for line in parts if line.amount is not None]
    broken_down = any(_OF_WHICH.match(fold(line.content or "")) for line in parts)
    return sum(amounts) if len(amounts) == len(parts) and not broken_down else None


def unequal(text: str, whole: int, parts: Sequence[EstimateLine]) -> int | None:
    """What the parts add up to, where that is not the whole even with the rounding of the table."""
    added = added_up(parts)
    if added is None or added == whole:
        return None
    slack = half_step(whole, text) + sum((half_step(line.amount or 0, text) for line in parts), Decimal(0))
    return added if abs(added - whole) > slack else None


def half_step(amount: int, text: str) -> Decimal:
    """How far a printed amount may be from the exact one: half of its last digit where the table counts in thousands
    or millions, nothing where it counts in đồng."""
    span = span_of(amount)
    if span is None:
        return Decimal(0)
    try:
        shown = to_number(text[slice(*span)].strip(" *|_"))
    except ValueError:
        return Decimal(0)
    scale = Decimal(amount) / shown if shown else Decimal(1)
    digits = -int(shown.as_tuple().exponent)
    return scale.scaleb(-digits) / 2 if scale > 1 or digits else Decimal(0)


def name_of(line: EstimateLine) -> str:
    """How a message calls a row."""
    return quote(line.content or line.label or "dòng không tên", 40)


def place_of(line: EstimateLine) -> Span | None:
    """Where a message on a row points: its amount, else its words."""
    return span_of(line.amount, line.content, line.label)
