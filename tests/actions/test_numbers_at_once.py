"""Thirty-two clerks at one register, each in a thread with a connection of its own: no number is given twice or left
out, whatever is refused meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.db import connections

from quyet.actions.clock import clock_at
from quyet.actions.papers import Attached, Incoming, Outgoing, enter_incoming, enter_outgoing
from quyet.actions.refusal import Refused
from quyet.actions.register import issue
from quyet.queries.journal import verified
from quyet.queries.people import Viewer
from quyet.store.models import Allotment, Body, Programme, RegisterEntry
from tests.actions.signed import allotted, signed_programme
from tests.cast import Cast

pytestmark = pytest.mark.django_db(transaction=True)

CLERKS = 32
ISSUING = 8
DAY = date(2024, 3, 11)
NOON = datetime(2024, 3, 11, 5, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def in_2024(settings, tmp_path: Path) -> Iterator[None]:
    settings.FILES = tmp_path / "files"
    with clock_at(NOON):
        yield


def a_morning(clerk: Viewer, place: int, programme: Programme | None) -> None:
    """What one clerk does: a decision, a refused one, a plan, a paper received."""
    if programme is None:
        enter_outgoing(clerk, Outgoing("QĐ", "QĐ-SCT", DAY, f"Quyết định của văn thư {place}"))
    else:
        issue(clerk, programme.pk, DAY)
    with pytest.raises(Refused):  # its number is taken, and given back
        enter_outgoing(clerk, Outgoing("QĐ", "QĐ-SCT", DAY, "Tệp lạ", file=Attached("a.html", b"<html>")))
    enter_outgoing(clerk, Outgoing("KH", "KH-SCT", DAY, f"Kế hoạch của văn thư {place}"))
    enter_incoming(clerk, Incoming("CV", f"{place}/STC", DAY, "Sở Tài chính", "Công văn", DAY))


def test_thirty_two_clerks_leave_no_gap_and_no_double(cast: Cast) -> None:
    Body.objects.filter(pk=cast.department.pk).update(keeps_numbers=True)
    allotment = allotted(cast, 10**10)
    programmes: list[Programme | None] = [signed_programme(cast, allotment) for _ in range(ISSUING)]
    programmes += [None] * (CLERKS - ISSUING)
    clerk, together = cast["clerk"], threading.Barrier(CLERKS)

    def work(place: int) -> None:
        try:
            together.wait(timeout=60)
            with clock_at(NOON):
                a_morning(clerk, place, programmes[place])
        finally:
            connections.close_all()

    with ThreadPoolExecutor(CLERKS) as pool:
        for done in [pool.submit(work, place) for place in range(CLERKS)]:
            done.result()

    all_of_them = list(range(1, CLERKS + 1))
    for rows in ({"direction": "out", "kind": "QĐ"}, {"direction": "out", "kind": "KH"}, {"direction": "in"}):
        numbers = RegisterEntry.objects.filter(**rows).order_by("number").values_list("number", flat=True)
        assert list(numbers) == all_of_them, rows
    assert Programme.objects.filter(state="issued").count() == ISSUING
    assert Allotment.objects.get().reserved == ISSUING * 185_000_000
    assert verified(cast.department).broken is None
