"""Full days as a text prints them, right or wrong. Searched by their rarest signs first, which is ten times as quick as
to look at every digit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from quyet.core.values.days import make_day
from quyet.core.values.late import late
from quyet.core.values.stated import Span

_SIGNS = "/.-"
_YEARS = {sign: late(rf"{re.escape(sign)}\s?((?:19|20)\d\d)(?!\d|/\w)") for sign in _SIGNS}
_BEFORE_YEAR = {sign: late(rf"(?<!\d)(\d{{1,2}})\s?{re.escape(sign)}\s?(\d{{1,2}})\s?$") for sign in _SIGNS}
_MONTH = late(r"tháng[\s*_|]+(\d{1,2})(?!\d)(?:(?:[\s*_|]+năm[\s*_|]+|\s?[/-]\s?(?=19|20))(\d{4})(?![\d/]))?")
_BEFORE_MONTH = late(r"ngày[\s*_|]+(\d{1,2})[\s*_|]+$")
_WORD_BEFORE = late(r"ngày[\s*_|]+$")
_INSIDE_NUMBER = frozenset("0123456789.,/")


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """`31/11/2024`, `ngày 31 tháng 11 năm 2024`, `tháng 13 năm 2024`, `tháng 13/2024`; what is not printed is None."""

    span: Span
    day: int | None
    month: int
    year: int | None
    sign: str
    """What stands between its numbers: one of `/ . -`, or `tháng`."""
    named: bool
    """Whether the word «ngày» stands before it."""

    def known(self) -> date | None:
        """The day, if all of it is printed and the calendar has it."""
        if self.day is None or self.year is None:
            return None
        return make_day(self.year, self.month, self.day)

    def exists(self) -> bool:
        """Whether the calendar has such a day, so far as it is printed; without a year, in some year."""
        if self.day is None:
            return 1 <= self.month <= 12
        return make_day(self.year or 2000, self.month, self.day) is not None


@lru_cache(maxsize=1)
def written_days(text: str) -> tuple[WrittenDay, ...]:
    """Every day that the text prints in full, and months with their year, in order."""
    return tuple(sorted((*_short(text), *_long(text)), key=lambda each: each.span))


def _short(text: str) -> Iterator[WrittenDay]:
    for sign in _SIGNS:
        for year in _YEARS[sign].finditer(text):
            before = _BEFORE_YEAR[sign].search(text, max(0, year.start() - 8), year.start())
            if before and text[before.start() - 1 : before.start()] not in _INSIDE_NUMBER:
                named = _WORD_BEFORE.search(text, max(0, before.start() - 12), before.start()) is not None
                numbers = int(before[1]), int(before[2]), int(year[1])
                yield WrittenDay((before.start(), year.end()), *numbers, sign, named)


def _long(text: str) -> Iterator[WrittenDay]:
    for month in _MONTH.finditer(text):
        before = _BEFORE_MONTH.search(text, max(0, month.start() - 16), month.start())
        year = int(month[2]) if month[2] else None
        if before:
            yield WrittenDay((before.start(), month.end()), int(before[1]), int(month[1]), year, "tháng", True)
        elif year:
            yield WrittenDay(month.span(), None, int(month[1]), year, "tháng", False)
