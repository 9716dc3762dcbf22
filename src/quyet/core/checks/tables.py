"""The shape of an annex table, as the rules on it see it: which rows add up to which, and how exact a figure is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from string import ascii_lowercase

from quyet.core.checks.say import quote
from quyet.core.checks.spans import span_of
from quyet.core.decisions.model import EstimateLine
from quyet.core.values.amounts import to_number
from quyet.core.values.folding import fold
from quyet.core.values.late import late
from quyet.core.values.stated import Span

_OF_WHICH = late(r"\W*trong đó")
_BESIDES = late(r"\W*(?:dự phòng|thuế|vat|chi phí quản lý|quản lý|chi khác)\b")
_DEEPEST = 12
_LONGEST = 9
"""Digits of a number that rows bear."""
_ALPHABETS = ("abcdđeghiklmnopqrstuvxy", ascii_lowercase)
"""Parts are lettered A, B, C, D, Đ, E or A, B, C, D, E."""

_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50}


@dataclass(frozen=True, slots=True)
class Branch:
    """A row of a table and the rows directly below it; the root stands for the total."""

    row: EstimateLine | None
    parts: list[Branch]

    def amount(self) -> int | None:
        """The amount of the row itself, else of its parts together."""
        if self.row and self.row.amount is not None:
            return self.row.amount
        return self.added() if self.parts else None

    def added(self) -> int | None:
        """The sum of the parts, or None where one has no amount or only breaks another down (trong đó)."""
        amounts = [amount for part in self.parts if (amount := part.amount()) is not None]
        broken_down = any(_OF_WHICH.match(_words(part)) for part in self.parts)
        return sum(amounts) if len(amounts) == len(self.parts) and not broken_down else None

    def leaves(self) -> Iterator[Branch]:
        """The innermost rows."""
        if not self.parts:
            yield self
        for part in self.parts:
            yield from part.leaves()

    def inner(self) -> Iterator[Branch]:
        """All rows with rows below them."""
        for part in self.parts:
            if part.parts:
                yield part
                yield from part.inner()


def tree(lines: Sequence[EstimateLine]) -> Branch | None:
    """The rows as a tree by their levels, or None where the numbers of the rows say that the levels cannot be right:
    then nobody knows which rows add up to which."""
    root = Branch(None, [])
    path: list[tuple[int, Branch]] = [(-1, root)]
    for line in lines:
        if line.is_subtotal:
            continue
        while path[-1][0] >= line.level:
            path.pop()
        branch = Branch(line, [])
        path[-1][1].parts.append(branch)
        path.append((line.level, branch))
        if len(path) > _DEEPEST:
            return None
    return root if _in_order(root) else None


def _in_order(branch: Branch) -> bool:
    """Whether the labels of each row's parts follow one another, or all are missing."""
    labels = [part.row.label for part in branch.parts if part.row and part.row.label]
    whole = len(labels) in (0, len(branch.parts))
    return whole and any(_step(labels, each) for each in _ALPHABETS) and all(_in_order(part) for part in branch.parts)


def _step(labels: Sequence[str], letters: str) -> bool:
    """Whether each label is the next one after the label before it."""
    places = [_place(label, letters) for label in labels]
    return None not in places and all(one is not None and other == one + 1 for one, other in pairwise(places))


def _place(label: str, letters: str) -> int | None:
    """The place of a row among its like: `II` and `1.2.` and `b)` are second."""
    low = fold(label).strip(" .)-")
    last = low.rsplit(".", 1)[-1]
    if last.isdecimal() and len(last) <= _LONGEST:  # not isdigit: «²» is a digit too, and no number
        return int(last)
    if low and set(low) <= set(_ROMAN_DIGITS):
        values = [_ROMAN_DIGITS[letter] for letter in low]
        return sum(-one if one < other else one for one, other in zip(values, [*values[1:], 0], strict=True))
    return letters.index(low) + 1 if len(low) == 1 and low in letters else None


def may_stand_beside(part: Branch) -> bool:
    """Whether an unnumbered row may belong beside the row above it, not below: a reserve, a tax."""
    return _BESIDES.match(_words(part)) is not None


def _words(branch: Branch) -> str:
    return fold(branch.row.content or "") if branch.row else ""


def unequal(text: str, whole: int, branch: Branch) -> int | None:
    """What the parts of a row add up to, where that is not `whole` even with the rounding of the table."""
    added = branch.added()
    if added is None or added == whole:
        return None
    slack = half_step(whole, text) + sum((half_step(part.amount() or 0, text) for part in branch.parts), Decimal(0))
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


def uppermost(lines: Sequence[EstimateLine]) -> list[EstimateLine]:
    """The lines of the least depth."""
    top = min((line.level for line in lines), default=0)
    return [line for line in lines if line.level == top]


def power_between(one: int, other: int) -> int | None:
    """1.000, 1.000.000 or 1.000.000.000 where one amount is that many times the other: a slip of the unit."""
    low, high = sorted((one, other))
    return next((factor for factor in (10**3, 10**6, 10**9) if low * factor == high), None)
