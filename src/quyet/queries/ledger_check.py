"""Whether the ledger is whole: every entry against its seal, every balance against a replay of the entries.

Entries are streamed once, in the order in which they were sealed, as the database's own words of them; what waits for
its seal follows. All of it is one picture of the database: who posts meanwhile neither waits nor disturbs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256

from django.db import connection, transaction

from quyet.core.ledger.chain import FIRST
from quyet.queries.ledger_balances import Sums, differences
from quyet.queries.ledger_touched import Touched
from quyet.queries.ledger_words import words

_AT_ONCE = 5000


@dataclass(slots=True)
class Checked:
    """How far a look has come. `entries`: all there are; `done` of them were read, `waiting` of these have no seal yet;
    `touched`: the first row that is not what was written, in the order of the seals, then of the balances."""

    entries: int
    done: int = 0
    waiting: int = 0
    touched: Touched | None = None
    sums: Sums = field(default_factory=lambda: defaultdict(int))


def checked() -> Iterator[Checked]:
    """Look through the whole ledger; the same account again and again as it grows, the last time when all is known."""
    with _one_picture():
        found = Checked(_count())
        for _ in _sealed(found):
            yield found
        _waiting(found)
        found.touched = found.touched or differences(found.sums)
        yield found


@contextmanager
def _one_picture() -> Iterator[None]:
    """A transaction that reads and keeps nobody from writing; inside of another one, that one's."""
    if connection.in_atomic_block:
        yield
        return
    if connection.vendor == "sqlite":  # Django's own would begin by taking the right to write
        with connection.cursor() as cursor:
            cursor.execute("BEGIN DEFERRED")
            try:
                yield
            finally:
                cursor.execute("ROLLBACK")
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        cursor.execute("SET LOCAL statement_timeout = 0")
        cursor.execute("SET LOCAL cursor_tuple_fraction = 1")  # all rows will be read, not the first ones
        yield


def _count() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM store_ledgerentry")
        (count,) = cursor.fetchone()
    return int(count)


def _rows(statement: str) -> Iterator[list[tuple[object, ...]]]:
    with connection.chunked_cursor() as cursor:
        cursor.execute(statement)
        while rows := cursor.fetchmany(_AT_ONCE):
            yield rows


def _sealed(found: Checked) -> Iterator[None]:
    """Hold each entry against its seal. Written for speed: this is what every one of millions goes through."""
    ends: dict[int, tuple[int, str]] = {}
    sums = found.sums
    rows = _rows(
        f"SELECT s.id, s.entry_id, s.programme_id, s.position, s.previous, s.hash, {words()} FROM store_ledgerseal s "
        "LEFT JOIN store_ledgerentry e ON e.id = s.entry_id ORDER BY s.id"
    )
    for some in rows:
        for seal, entry, programme, position, previous, digest, said in some:
            last, before = ends.get(programme, (0, FIRST))  # type: ignore[call-overload]
            if said is None:
                found.touched = found.touched or Touched.of("ledgerentry", entry, "gone")
                ends[programme] = position, digest  # type: ignore[index, assignment]
                continue
            parts = said.split("|", 12)  # type: ignore[attr-defined]
            _, _, of, line, contract, _, amount, reverses, _, _, _, kind, _ = parts
            sums[of, line, contract, kind, reverses != ""] += int(amount)
            if position != last + 1 or previous != before or of != str(programme):
                found.touched = found.touched or Touched.of("ledgerseal", seal, "not_joined")
            elif sha256(f"{previous}\n{said}".encode()).hexdigest() != digest:
                found.touched = found.touched or Touched.of("ledgerentry", entry, "changed")
            ends[programme] = position, digest  # type: ignore[index, assignment]
        found.done += len(some)
        yield


def _waiting(found: Checked) -> None:
    """What has no seal yet counts towards the balances all the same."""
    rows = _rows(
        f"SELECT {words()} FROM store_ledgerentry e LEFT JOIN store_ledgerseal s ON s.entry_id = e.id "
        "WHERE s.id IS NULL ORDER BY e.id"
    )
    for some in rows:
        for (said,) in some:
            _, _, of, line, contract, _, amount, reverses, _, _, _, kind, _ = said.split("|", 12)  # type: ignore[attr-defined]
            found.sums[of, line, contract, kind, reverses != ""] += int(amount)
        found.waiting += len(some)
        found.done += len(some)
