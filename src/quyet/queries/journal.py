"""The journal: its rows as the chain seals them, whether the chain holds, and the rows of a page."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from quyet.core.journal import FIRST, Break, Sealed, verify
from quyet.store.models import Body, JournalRow, JournalSeal, Line

ON_A_PAGE = 50
_AT_ONCE = 2000


@dataclass(frozen=True, slots=True)
class Verified:
    """What a look at one body's journal found: rows under a seal, rows that wait for theirs, the first that does not
    hold with the act that it told of ("" where the row is gone). `last`: the newest seal; whoever has noted it
    elsewhere sees also that a tail was cut off."""

    body: Body
    sealed: int
    waiting: int
    broken: Break | None
    act: str
    last: str


@dataclass(frozen=True, slots=True)
class Page:
    """Rows of a journal, the newest first; `older` is where the next page begins, None on the last."""

    rows: tuple[JournalRow, ...]
    older: int | None


def listed(
    body: int,
    *,
    programme: int | None = None,
    person: int | None = None,
    day: date | None = None,
    before: int | None = None,
    size: int = ON_A_PAGE,
) -> Page:
    """A page of one body's journal: what concerns a programme, what a person did, what a day saw (where the office is).
    `before`: the `older` of the page before. One query, whatever the page holds; each row has its person and seal."""
    found = JournalRow.objects.filter(body=body).select_related("person", "seal").order_by("-id")
    if programme is not None:
        found = found.filter(subject="programme", subject_id=programme)
    if person is not None:
        found = found.filter(person=person)
    if day is not None:
        found = _on(found, day)
    if before is not None:
        found = found.filter(id__lt=before)
    rows = tuple(found[: size + 1])
    return Page(rows[:size], rows[size - 1].pk if len(rows) > size else None)


def _on(rows: QuerySet[JournalRow], day: date) -> QuerySet[JournalRow]:
    begins = timezone.make_aware(datetime.combine(day, time()))
    return rows.filter(at__gte=begins, at__lt=begins + timedelta(days=1))


def told(row: JournalRow) -> dict[str, Any]:
    """What a row tells beside its act, as plain values."""
    data: dict[str, Any] = json.loads(row.data)
    return data


def lines_of(tolds: Iterable[Mapping[str, Any]]) -> dict[int, str]:
    """The lines that rows tell of, by the label and the words that an estimate has for them; one query, none where no
    row tells of any."""
    found = {line for told in tolds for _, _, line, _ in told.get("entries", [])}
    rows = Line.objects.filter(pk__in=found).values_list("pk", "label", "content") if found else ()
    return {pk: f"{label} {content[:80]}".strip() for pk, label, content in rows}


def content_of(row: JournalRow) -> dict[str, object]:
    """What the seal of a row covers: all of it. The moment in UTC, to the microsecond."""
    return {
        "id": row.pk,
        "body": row.body_id,
        "at": row.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "person": row.person_id,
        "act": row.act,
        "subject": row.subject,
        "subject_id": row.subject_id,
        "reason": row.reason,
        "data": row.data,
    }


def verified(body: Body) -> Verified:
    """One body's journal, held against its seals, row by row."""
    seals = JournalSeal.objects.filter(body=body)
    waiting = JournalRow.objects.filter(body=body, seal=None).count()
    broken = verify(_chain(body))
    row = JournalRow.objects.filter(pk=broken.row).first() if broken else None
    last = seals.order_by("-position").values_list("hash", flat=True).first()
    return Verified(body, seals.count(), waiting, broken, row.act if row else "", last or FIRST)


def exported(body: Body) -> Iterator[dict[str, object]]:
    """One body's journal, in the order of the chain and then what waits for its seal: the sealed content of each row,
    its place in the chain and both hashes (null without a seal), so that another program can prove the chain anew."""
    seals = JournalSeal.objects.filter(body=body).select_related("row").order_by("position")
    for each in seals.iterator(chunk_size=_AT_ONCE):
        yield {**content_of(each.row), "position": each.position, "previous": each.previous, "hash": each.hash}
    for row in JournalRow.objects.filter(body=body, seal=None).order_by("id").iterator(chunk_size=_AT_ONCE):
        yield {**content_of(row), "position": None, "previous": None, "hash": None}


def _chain(body: Body) -> Iterator[Sealed]:
    """Seals with their rows, in order; a row that is gone leaves its seal behind where foreign keys were let go."""
    seals = JournalSeal.objects.filter(body=body).order_by("position").iterator(chunk_size=_AT_ONCE)
    batch: list[JournalSeal] = []
    for each in seals:
        batch.append(each)
        if len(batch) == _AT_ONCE:
            yield from _with_rows(batch)
            batch = []
    yield from _with_rows(batch)


def _with_rows(seals: list[JournalSeal]) -> Iterator[Sealed]:
    rows = JournalRow.objects.in_bulk([each.row_id for each in seals])
    for each in seals:
        row = rows.get(each.row_id)
        yield Sealed(each.position, each.row_id, content_of(row) if row else None, each.previous, each.hash)
