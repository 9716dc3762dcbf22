"""Allotments with what programmes plan of them and what is left."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Prefetch, Sum
from django.db.models.functions import Coalesce

from quyet.queries.budget_codes import CodeSaid, said_of
from quyet.store.models import Allotment, AllotmentChange, Programme


@dataclass(frozen=True, slots=True)
class Balance:
    """An allotment and what programmes plan of it, in đồng; `left` is negative where that is more than there is."""

    allotment: Allotment
    planned: int

    @property
    def left(self) -> int:
        """What no programme plans yet."""
        return self.allotment.ceiling - self.planned

    @property
    def changed(self) -> int:
        """All changes together, up or down."""
        return self.allotment.ceiling - self.allotment.amount

    @property
    def above(self) -> int:
        """What programmes plan above the ceiling; 0 where they keep below it."""
        return max(-self.left, 0)

    @property
    def bar(self) -> Bar:
        """The balance as a drawing."""
        return bar_of(self.allotment.ceiling, self.planned)


@dataclass(frozen=True, slots=True)
class Standing(Balance):
    """An allotment with the programmes that draw on it, without their contents."""

    programmes: tuple[Programme, ...]

    @property
    def codes(self) -> dict[str, CodeSaid]:
        """What the year's mục lục says of its codes, by field."""
        given = self.allotment
        return said_of(given.year, given.chapter, given.category, given.sub_category)

    @property
    def changes(self) -> list[AllotmentChange]:
        """Its changes, the first one first."""
        return list(self.allotment.changes.all())


BAR = 1000
"""The length of a bar in its own units: whole numbers, because a page writes fractions with a comma."""


@dataclass(frozen=True, slots=True)
class Bar:
    """How far each part reaches: what is planned within the ceiling, the ceiling, and what is planned above it."""

    within: int
    ceiling: int
    above: int


def bar_of(ceiling: int, planned: int) -> Bar:
    """The longer of the two takes the whole bar."""
    longest = max(ceiling, planned, 1)
    edge = round(BAR * ceiling / longest)
    within = round(BAR * min(planned, ceiling) / longest)
    return Bar(max(within, 4) if planned and ceiling else within, edge, BAR - edge if planned > ceiling else 0)


@dataclass(frozen=True, slots=True)
class Year:
    """The allotments of a year, and their sums in đồng."""

    year: int
    standings: tuple[Standing, ...]

    @property
    def amount(self) -> int:
        return sum(each.allotment.amount for each in self.standings)

    @property
    def changed(self) -> int:
        return sum(each.changed for each in self.standings)

    @property
    def ceiling(self) -> int:
        return sum(each.allotment.ceiling for each in self.standings)

    @property
    def planned(self) -> int:
        return sum(each.planned for each in self.standings)

    @property
    def left(self) -> int:
        return self.ceiling - self.planned


_DRAWING = Prefetch("programmes", Programme.objects.defer("content", "searched"))


def of_year(body: int, year: int) -> Year:
    """The allotments of a body for one year."""
    return Year(year, tuple(allotments_for(body, year)))


def allotments_for(body: int, year: int | None) -> list[Standing]:
    """The allotments of a body for a year; of every year where none is named."""
    found = Allotment.objects.filter(body=body).select_related("body").prefetch_related("changes", _DRAWING)
    return [_standing(each) for each in (found.filter(year=year) if year is not None else found)]


def standing(body: int, allotment: int) -> Standing | None:
    """One allotment of a body; None where it has no such one."""
    found = Allotment.objects.select_related("body").prefetch_related("changes", _DRAWING)
    one = found.filter(pk=allotment, body=body).first()
    return _standing(one) if one else None


def balance(allotment: Allotment) -> Balance:
    """What is planned of an allotment: one query."""
    return Balance(allotment, planned_of(allotment))


def balances(body: int, year: int | None) -> list[Balance]:
    """Those of a body for a year, of every year where none is named: one query."""
    found = Allotment.objects.filter(body=body).annotate(planned=Coalesce(Sum("programmes__total"), 0))
    return [Balance(each, each.planned) for each in (found.filter(year=year) if year is not None else found)]


def years(body: int) -> list[int]:
    """The years for which a body has allotments, the latest first."""
    return list(Allotment.objects.filter(body=body).order_by("-year").values_list("year", flat=True).distinct())


def planned_of(allotment: Allotment, but: int | None = None) -> int:
    """What programmes plan of an allotment, in đồng; `but` leaves one programme out."""
    drawn = Programme.objects.filter(allotment=allotment)
    if but is not None:
        drawn = drawn.exclude(pk=but)
    return drawn.aggregate(sum=Sum("total"))["sum"] or 0


def _standing(allotment: Allotment) -> Standing:
    programmes = tuple(allotment.programmes.all())
    return Standing(allotment, sum(each.total or 0 for each in programmes), programmes)
