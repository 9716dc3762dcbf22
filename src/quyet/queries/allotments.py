"""Allotments with what programmes plan of them and what is left."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Sum

from quyet.store.models import Allotment, Programme


@dataclass(frozen=True, slots=True)
class Standing:
    """An allotment and its balance in đồng; `left` is negative where programmes plan more than there is."""

    allotment: Allotment
    planned: int
    programmes: tuple[Programme, ...]

    @property
    def left(self) -> int:
        """What no programme plans yet."""
        return self.allotment.ceiling - self.planned


def standings(year: int | None = None) -> list[Standing]:
    """Every allotment, of one year or of all."""
    found = Allotment.objects.select_related("body").prefetch_related("changes", "programmes")
    return [_standing(each) for each in (found.filter(year=year) if year else found)]


def standing(allotment: int) -> Standing | None:
    """One allotment; None where there is none."""
    found = Allotment.objects.select_related("body").filter(pk=allotment).first()
    return _standing(found) if found else None


def years() -> list[int]:
    """The years that have allotments, the latest first."""
    return list(Allotment.objects.order_by("-year").values_list("year", flat=True).distinct())


def planned_of(allotment: Allotment, but: int | None = None) -> int:
    """What programmes plan of an allotment, in đồng; `but` leaves one programme out."""
    drawn = Programme.objects.filter(allotment=allotment)
    if but is not None:
        drawn = drawn.exclude(pk=but)
    return drawn.aggregate(sum=Sum("total"))["sum"] or 0


def _standing(allotment: Allotment) -> Standing:
    programmes = tuple(allotment.programmes.all())
    return Standing(allotment, sum(each.total or 0 for each in programmes), programmes)
