"""The journal: its rows as the chain seals them, and whether the chain holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC

from quyet.core.journal import Break, Sealed, verify
from quyet.store.models import Body, JournalRow, JournalSeal


@dataclass(frozen=True, slots=True)
class Verified:
    """What a look at one body's journal found: rows under a seal, rows that wait for theirs, the first that does not
    hold."""

    body: Body
    sealed: int
    waiting: int
    broken: Break | None


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
    return Verified(body, seals.count(), waiting, verify(_chain(body)))


def _chain(body: Body) -> Iterator[Sealed]:
    """Seals with their rows, in order; a row that is gone leaves its seal behind where foreign keys were let go."""
    seals = JournalSeal.objects.filter(body=body).order_by("position").iterator(chunk_size=2000)
    batch: list[JournalSeal] = []
    for each in seals:
        batch.append(each)
        if len(batch) == 2000:
            yield from _with_rows(batch)
            batch = []
    yield from _with_rows(batch)


def _with_rows(seals: list[JournalSeal]) -> Iterator[Sealed]:
    rows = JournalRow.objects.in_bulk([each.row_id for each in seals])
    for each in seals:
        row = rows.get(each.row_id)
        yield Sealed(each.position, each.row_id, content_of(row) if row else None, each.previous, each.hash)
