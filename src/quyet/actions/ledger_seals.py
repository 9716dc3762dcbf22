"""Seal entries, a moment after their commit: each programme's are one chain.

Posting takes no part in it. Sealing takes the body's lock, as the journal's does (`actions.journal`): it is none that a
posting waits for, because a posting changes no body.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection, transaction
from django.db.models import Max

from quyet.core.ledger.chain import FIRST, seal
from quyet.queries.ledger_words import words
from quyet.store.models import Body, LedgerSeal

_AT_ONCE = 1000
"""Entries that one sealing takes, so that the lock is held for moments only."""

_BEHIND = 1000
"""How many entries a transaction may lag behind others before only a thorough look finds its own."""

_WAITING = "FROM store_ledgerentry e LEFT JOIN store_ledgerseal s ON s.entry_id = e.id WHERE s.id IS NULL AND e.id > %s"


def seal_entries(thorough: bool = False) -> int:
    """Seal what any programme holds unsealed; gives how many entries. Thorough: from the first entry on. Of two at once
    the second leaves a body to the first."""
    last = LedgerSeal.objects.aggregate(last=Max("entry"))["last"] or 0
    since = 0 if thorough else last - _BEHIND
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT DISTINCT e.body_id {_WAITING} ORDER BY e.body_id", [since])
        bodies = [body for (body,) in cursor.fetchall()]
    sealed = 0
    for body in bodies:
        reached: int | None = since
        while reached is not None:
            made, reached = _seal_some(body, reached)
            sealed += made
    return sealed


def _seal_some(body: int, since: int) -> tuple[int, int | None]:
    """Seal some entries numbered above `since`: how many, and up to which number; None where there are no more."""
    with transaction.atomic(), connection.cursor() as cursor:
        # No key: entries that point at the body are written meanwhile.
        if not Body.objects.select_for_update(skip_locked=True, no_key=True).filter(pk=body).first():
            return 0, None
        cursor.execute(
            f"SELECT e.id, e.programme_id, {words()} {_WAITING} AND e.body_id = %s ORDER BY e.id LIMIT {_AT_ONCE}",
            [since, body],
        )
        rows = cursor.fetchall()
        ends = _ends({programme for _, programme, _ in rows})
        seals = []
        for entry, programme, said in rows:
            position, previous = ends[programme]
            digest = seal(previous, said)
            seals.append(
                LedgerSeal(
                    programme_id=programme, position=position + 1, entry_id=entry, previous=previous, hash=digest
                )
            )
            ends[programme] = position + 1, digest
        LedgerSeal.objects.bulk_create(seals)
        return len(seals), rows[-1][0] if rows else None


def _ends(programmes: Iterable[int]) -> dict[int, tuple[int, str]]:
    """Where the chain of each programme ends: its last position and seal."""
    ends = {}
    for programme in programmes:
        last = LedgerSeal.objects.filter(programme=programme).order_by("-position").values_list("position", "hash")
        ends[programme] = last.first() or (0, FIRST)
    return ends
