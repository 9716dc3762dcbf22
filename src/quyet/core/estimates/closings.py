"""Sub-totals (Cộng mục I): which lines each adds up. One pass over a table, however many it has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from quyet.core.decisions.annex_rows import bare_label, part_closed
from quyet.core.decisions.model import EstimateLine


@dataclass(slots=True)
class _Group:
    """A line, or the table as a whole, with the places of the lines right below it. `sums[n]` is what the first n of
    them come to in đồng, of those that are over; `unknown` of them are passed before all that follow have a worth."""

    level: int
    place: int = -1
    amount: int | None = None
    below: list[int] = field(default_factory=list)
    sums: list[int] = field(default_factory=lambda: [0])
    unknown: int = 0

    def take(self, value: int | None) -> None:
        """The last line below is over, and worth that."""
        self.sums.append(self.sums[-1] + (value or 0))
        if value is None:
            self.unknown = len(self.sums) - 1

    def value(self, last: int | None) -> int | None:
        """Its own amount, else what stands below; `last` is the worth of the line below that is not over yet."""
        return self.amount if self.amount is not None or not self.below else self.added(0, last)

    def added(self, begin: int, last: int | None) -> int | None:
        """The worth of the lines below from the one with that number on."""
        is_open = len(self.sums) <= len(self.below)
        if begin < self.unknown or (is_open and last is None):
            return None
        return self.sums[-1] - self.sums[begin] + (last or 0 if is_open else 0)


@dataclass(frozen=True, slots=True)
class Parts:
    """Lines that a sub-total may add up, and what they come to in đồng."""

    amount: int
    _group: _Group
    _begin: int
    _end: int

    @property
    def places(self) -> list[int]:
        """Where the lines stand in the table."""
        return self._group.below[self._begin : self._end] or [self._group.place]


@dataclass(frozen=True, slots=True)
class Closing:
    """A sub-total by its place. `parts`: what it may add up, the likeliest first; where it names a part of the table
    (`is_named`), only that."""

    place: int
    is_named: bool
    parts: tuple[Parts, ...]

    def making(self, amount: int | None) -> Parts | None:
        """The parts that come to that amount; the likeliest where none is stated."""
        return next((each for each in self.parts if amount in (None, each.amount)), None)


def closings(lines: Sequence[EstimateLine]) -> Iterator[Closing]:
    """Every sub-total of a table, in order."""
    walk = _Walk()
    for place, line in enumerate(lines):
        if line.is_subtotal:
            yield walk.close(place, line)
        else:
            walk.step(place, line)


class _Walk:
    """`_path`: the table, then the lines that the present one stands below, and itself."""

    def __init__(self) -> None:
        self._table = _Group(-1)
        self._path = [self._table]
        self._numbered: dict[str, _Group] = {}
        self._at_sum: dict[int, int] = {}
        self._closed_to = 0

    def step(self, place: int, line: EstimateLine) -> None:
        while self._path[-1].level >= max(line.level, 0):
            over = self._path.pop()
            self._path[-1].take(over.value(None))
        if self._path[-1] is self._table:
            self._at_sum[self._table.sums[-1]] = len(self._table.below)
        group = _Group(max(line.level, 0), place, line.amount)
        self._path[-1].below.append(place)
        self._path.append(group)
        if label := bare_label(line):
            self._numbered[label] = group

    def close(self, place: int, line: EstimateLine) -> Closing:
        values = self._values()
        named = self._numbered.get(part_closed(line) or "")
        if named is not None:
            return Closing(place, True, tuple(self._parts(named, 0, values)))
        groups = [group for group in reversed(self._path[1:]) if group.below]
        parts = [found for group in groups for found in self._parts(group, 0, values)]
        count = len(self._table.below)
        begins = [self._closed_to, self._begin_of(line.amount, values), self._table.unknown]
        for begin in dict.fromkeys(each for each in begins if each is not None and each < count):
            parts += self._parts(self._table, begin, values)
        self._closed_to = count
        return Closing(place, False, tuple(parts))

    def _values(self) -> dict[int, int | None]:
        """What each line of the path is worth so far, by its place."""
        values: dict[int, int | None] = {}
        last: int | None = None
        for group in reversed(self._path[1:]):
            last = values[group.place] = group.value(last)
        return values

    def _parts(self, group: _Group, begin: int, values: dict[int, int | None]) -> Iterator[Parts]:
        last = values.get(group.below[-1]) if group.below else None
        added = group.added(begin, last) if group.below else group.amount
        if added is not None:
            yield Parts(added, group, begin, len(group.below))

    def _begin_of(self, amount: int | None, values: dict[int, int | None]) -> int | None:
        """From which outermost line on they come to that amount."""
        known = next(self._parts(self._table, self._table.unknown, values), None)
        if known is None or amount is None:
            return None
        return self._at_sum.get(known.amount + self._table.sums[self._table.unknown] - amount)
