"""Numbers of papers: from the body's document system, or from a series that Quyết keeps without a gap; the body chooses
(`actions.bodies.describe`)."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.db.models import Max, QuerySet

from quyet.actions.clock import today
from quyet.actions.journal import record
from quyet.actions.refusal import FieldFault, Refused, hold_texts, require
from quyet.queries.people import Viewer
from quyet.store.models import Body, RegisterEntry, Series

ARRIVALS = "đến"
"""The kind of the series of papers received: one for all of them (NĐ 30/2020/NĐ-CP, Điều 22 khoản 2)."""

LARGEST = 99_999


def take_number(body: Body, kind: str, day: date, typed: int | None) -> int:
    """The number of a paper that goes out: the next of the body's own series, or the one of its document system. Inside
    the transaction that enters the paper, so that a number that was taken for nothing is given back. Refused."""
    rows = RegisterEntry.objects.filter(body=body, direction="out", kind=kind, year=day.year)
    return _take(body, kind, day.year, typed, rows)


def take_arrival(body: Body, arrived: date, typed: int | None) -> int:
    """The number under which a paper that came is entered; see `take_number`."""
    rows = RegisterEntry.objects.filter(body=body, direction="in", year=arrived.year)
    return _take(body, ARRIVALS, arrived.year, typed, rows)


def _take(body: Body, kind: str, year: int, typed: int | None, entered: QuerySet[RegisterEntry]) -> int:
    hold_texts(Series, kind=kind)
    if body.keeps_numbers:
        if typed is not None:
            raise Refused(
                FieldFault("number", "số do sổ của Quyết cấp, để trống", "the register gives it: leave it empty")
            )
        return _next(body, kind, year, entered)
    if typed is None or not 1 <= typed <= LARGEST:
        raise Refused(FieldFault("number", "ghi số của văn bản, ví dụ 135", "write the paper's number, such as 135"))
    return typed


def _next(body: Body, kind: str, year: int, entered: QuerySet[RegisterEntry]) -> int:
    """Two clerks wait for one another at the row; the first of a year makes it. What stands in the register already
    (typed in before the body chose a series, or adopted) is not given again."""
    Series.objects.get_or_create(body=body, kind=kind, year=year)
    series = Series.objects.select_for_update().get(body=body, kind=kind, year=year)
    series.last = max(series.last, entered.aggregate(top=Max("number"))["top"] or 0) + 1
    series.save(update_fields=["last"])
    return series.last


def go_on_from(viewer: Viewer, kind: str, last: int) -> None:
    """Say which number of this year was given last outside of Quyết, so that its series goes on behind it. Forbidden,
    Refused where the series is beyond it."""
    require(viewer, "clerk")
    hold_texts(Series, kind=kind)
    if not 1 <= last <= LARGEST:
        raise Refused(FieldFault("last", "ghi số cuối đã cấp, ví dụ 134", "write the last number given, such as 134"))
    with transaction.atomic():
        year = today().year
        Series.objects.get_or_create(body=viewer.body, kind=kind, year=year)
        series = Series.objects.select_for_update().get(body=viewer.body, kind=kind, year=year)
        if last <= series.last:
            raise Refused(
                FieldFault(
                    "last",
                    f"sổ đã cấp đến số {series.last}; ghi số lớn hơn",
                    f"the register is at {series.last} already: write a larger one",
                )
            )
        before, series.last = series.last, last
        series.save(update_fields=["last"])
        record(viewer.body.pk, viewer.person.pk, "numbers", viewer.body, "", {"kind": kind, "from": before, "to": last})
