"""Write the journal: a row in the act's own transaction, its seal a moment after.

Rows of one body form one chain (`core.journal`). Sealing takes the body's lock; writing rows takes none, so that work
on two programmes never waits for the chain.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from django.db import models, transaction
from django.utils import timezone

from quyet.actions.statements import run
from quyet.core.journal import FIRST, canonical, seal
from quyet.queries.journal import content_of
from quyet.store.models import Body, JournalRow, JournalSeal

_AT_ONCE = 500
"""Rows that one sealing takes, so that the lock is held for moments only."""

_BEHIND = 1000
"""How many rows a transaction may lag behind others before only a thorough look finds its rows: looking for what has no
seal must not read the whole journal after every act."""


def record(
    body: int,
    person: int | None,
    act: str,
    subject: models.Model | None = None,
    reason: str = "",
    data: Mapping[str, object] | None = None,
) -> JournalRow:
    """A row of the journal, inside the transaction of what it tells of; RuntimeError outside of one. `person` None:
    the system itself. `data`: texts, whole numbers, truth, none (TypeError for a number with a point)."""
    _inside()
    row = JournalRow.objects.create(
        body_id=body,
        at=timezone.now(),
        person_id=person,
        act=act,
        subject=(subject._meta.model_name or "") if subject is not None else "",
        subject_id=subject.pk if subject is not None else None,
        reason=reason.strip(),
        data=canonical(data or {}).decode(),
    )
    transaction.on_commit(partial(seal_rows, body), robust=True)
    return row


_NOTE = (
    "INSERT INTO store_journalrow (body_id, at, person_id, act, subject, subject_id, reason, data) "
    "VALUES (%s, %s, %s, %s, %s, %s, %s, %s)"
)


def note(body: int, person: int, act: str, subject: tuple[str, int], reason: str, data: Mapping[str, object]) -> None:
    """The same for what many do at once: one statement, and its seal is left to who looks each second (`site.sealer`).
    `subject`: the name of its table and its number."""
    _inside()
    run(_NOTE, (body, timezone.now(), person, act, *subject, reason.strip(), canonical(data).decode()))


def _inside() -> None:
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("a row of the journal belongs in the transaction of its act")


def seal_waiting(thorough: bool = False) -> int:
    """Seal what any body's journal holds unsealed; gives how many rows. Thorough: from the first row on."""
    last = JournalRow.objects.order_by("-id").values_list("id", flat=True).first() or 0
    waiting = JournalRow.objects.filter(seal=None, id__gt=0 if thorough else last - _BEHIND)
    bodies = sorted(set(waiting.order_by().values_list("body", flat=True)))
    return sum(seal_rows(body, thorough) for body in bodies)


def seal_rows(body: int, thorough: bool = False) -> int:
    """Seal what a body's journal holds unsealed; gives how many rows. Of two at once the second leaves it to the first:
    `quyet serve` looks again each second."""
    sealed = 0
    while made := _seal_some(body, thorough):
        sealed += made
    return sealed


def _seal_some(body: int, thorough: bool) -> int:
    with transaction.atomic():
        # No key: rows that point at the body are written meanwhile.
        if not Body.objects.select_for_update(skip_locked=True, no_key=True).filter(pk=body).first():
            return 0
        last = JournalSeal.objects.filter(body=body).order_by("-position").first()
        above, previous, row = (last.position, last.hash, last.row_id) if last else (0, FIRST, 0)
        waiting = JournalRow.objects.filter(body=body, seal=None, id__gt=0 if thorough else row - _BEHIND)
        seals = []
        for position, each in enumerate(waiting.order_by("id")[:_AT_ONCE], start=above + 1):
            digest = seal(previous, content_of(each))
            seals.append(JournalSeal(body_id=body, position=position, row=each, previous=previous, hash=digest))
            previous = digest
        JournalSeal.objects.bulk_create(seals)
        return len(seals)
