"""All editions of the mục lục ngân sách, and what a code is in a budget year.

What was approved under one edition is looked up in that edition for ever: a code is asked for with its year.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from quyet.core.codes.model import SEGMENTS, Code, Edition, Segment
from quyet.core.codes.shape import misshapen

Verdict = Literal["listed", "later", "unlisted", "misshapen", "no_edition"]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a year says of a code.

    listed      it is there: `codes`, more than one where chapter and khoản share a number
    later       it begins with a later edition: `codes` there, `since` its first year
    unlisted    it is not among those that are known; in an edition that is `whole` it does not exist
    misshapen   no code looks so: `why`
    no_edition  no edition is known for the year
    """

    verdict: Verdict
    edition: Edition | None = None
    codes: tuple[Code, ...] = ()
    since: int | None = None
    why: str | None = None


class Catalogue:
    """The editions, the oldest first."""

    def __init__(self, editions: Iterable[Edition]) -> None:
        self.editions = tuple(sorted(editions, key=lambda edition: edition.first_year))

    def edition_of(self, year: int) -> Edition | None:
        """The list of a budget year."""
        return next((edition for edition in self.editions if edition.holds(year)), None)

    def look_up(self, code: str, year: int, segment: Segment | None = None) -> Answer:
        """What a code is in a budget year; without a segment whatever bears the number."""
        edition = self.edition_of(year)
        if edition is None:
            return Answer("no_edition")
        if listed := self._with(edition, code, segment):
            return Answer("listed", edition, listed)
        for later in self.editions[self.editions.index(edition) + 1 :]:
            if begun := tuple(each for each in self._with(later, code, segment) if each.new):
                return Answer("later", later, begun, later.first_year)
        if why := _misshapen(code, segment, edition):
            return Answer("misshapen", edition, why=why)
        return Answer("unlisted", edition)

    def parent_of(self, code: Code, edition: Edition) -> Code | None:
        """The loại of a khoản, the mục of a tiểu mục."""
        above: dict[Segment, Segment] = {"sub_kind": "kind", "sub_item": "item"}
        segment = above.get(code.segment)
        found = self._with(edition, code.parent, segment) if segment and code.parent else ()
        return found[0] if found else None

    def rest_of(self, item: str, year: int) -> Code | None:
        """The tiểu mục «khác» of a mục, the last 9 in its range: an advance stands there while its own is not known."""
        edition = self.edition_of(year)
        within = [each for each in edition.codes if each.parent == item] if edition else []
        last = max(within, key=lambda each: each.code, default=None)
        return last if last and last.segment == "sub_item" and last.code.endswith("9") else None

    def _with(self, edition: Edition, code: str, segment: Segment | None) -> tuple[Code, ...]:
        found = self._by_number.get((edition.key, code), ())
        return tuple(each for each in found if segment in (None, each.segment))

    @cached_property
    def _by_number(self) -> dict[tuple[str, str], tuple[Code, ...]]:
        table: dict[tuple[str, str], tuple[Code, ...]] = {}
        for edition in self.editions:
            for each in edition.codes:
                table[edition.key, each.code] = (*table.get((edition.key, each.code), ()), each)
        return table


def _misshapen(code: str, segment: Segment | None, edition: Edition) -> str | None:
    segments: Sequence[Segment] = [segment] if segment else list(SEGMENTS)
    reasons = [misshapen(each, code, edition.levels) for each in segments]
    if any(why is None for why in reasons):
        return None
    return reasons[0] if segment else "Chương, loại, khoản có 3 chữ số; mục, tiểu mục có 4."
