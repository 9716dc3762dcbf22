"""Which activity a row of an annex table is about: the one whose title holds most of the row's words.

A long programme has thousands of titles and a long annex thousands of rows, so the titles are not gone through for each
row: every word knows the titles that hold it, as the bits of one number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from quyet.core.decisions.grammar import headings
from quyet.core.decisions.model import Activity, EstimateLine
from quyet.core.values.folding import fold

_ENOUGH = 0.6
"""More than this part of a row's words has to stand in the title."""
_WORD = re.compile(r"\w+")


def link_lines(lines: Sequence[EstimateLine], activities: Sequence[Activity]) -> None:
    """Tie each line to the activity that its words name; lines below a tied one belong to it."""
    Titles(activities).link(lines)


class Titles:
    """The titles of the activities, and of their groups where these are items themselves, in the order of the paper."""

    def __init__(self, activities: Sequence[Activity]) -> None:
        named: dict[tuple[str, bool, str], None] = {}
        for activity in activities:
            named[activity.ref, False, activity.title or ""] = None
            group = activity.ref.rpartition("/")[0]
            if activity.group and "/" in group:
                named[group, True, activity.group] = None
        self._refs = [(ref, is_group) for ref, is_group, _ in named]
        self._holding: dict[str, int] = {}
        for place, (_, _, title) in enumerate(named):
            for word in _bag(title):
                self._holding[word] = self._holding.get(word, 0) | 1 << place
        self._inside: dict[str, int] = {}

    def link(self, lines: Sequence[EstimateLine]) -> None:
        """Tie each line of a table to its activity."""
        open_levels: list[tuple[int, str | None]] = []
        for line in lines:
            while open_levels and open_levels[-1][0] >= line.level:
                open_levels.pop()
            inherited = open_levels[-1][1] if open_levels else None
            named = self.best(_bag(line.content), inherited) if line.label is not None else None
            line.activity = named or inherited
            open_levels.append((line.level, line.activity))

    def best(self, words: frozenset[str], within: str | None) -> str | None:
        """The ref of the first title that shares most words; below a ref only activities of that ref count."""
        digits: list[int] = []
        for word in words:
            _count(digits, self._holding.get(word, 0))
        among, shared = self._among(within), 0
        for place in reversed(range(len(digits))):
            if among & digits[place]:
                among &= digits[place]
                shared += 1 << place
        if not shared or shared / len(words) <= _ENOUGH:
            return None
        first = (among & -among).bit_length() - 1
        return self._refs[first][0]

    def _among(self, within: str | None) -> int:
        if within is None:
            return -1
        if not self._inside:
            self._inside = self._insides()
        return self._inside[within]

    def _insides(self) -> dict[str, int]:
        """For each ref the activities whose refs begin with it."""
        inside = dict.fromkeys((ref for ref, _ in self._refs), 0)
        for place, (ref, is_group) in enumerate(self._refs):
            for begin in () if is_group else [ref[:end] for end in range(1, len(ref) + 1)]:
                if begin in inside:
                    inside[begin] |= 1 << place
        return inside


def _count(digits: list[int], holding: int) -> None:
    """Count one more for each title in `holding`: `digits` are its numbers in binary, all titles side by side."""
    for place, digit in enumerate(digits):
        digits[place], holding = digit ^ holding, digit & holding
    if holding:
        digits.append(holding)


def _bag(words: str | None) -> frozenset[str]:
    return frozenset(_WORD.findall(fold(words or ""))) - headings.COMMON
