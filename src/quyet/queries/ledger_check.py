"""Whether the ledger is whole: every entry against its seal, every balance against a replay of the entries.

Seals and entries are streamed once, each in the order of their numbers, and put together here: both were written in
nearly the same order, so that few entries wait at a time, and the database neither joins nor sorts millions of rows. An
entry comes as the database's own words of it. All of it is one picture: who posts meanwhile neither waits nor disturbs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

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
        found, entries = Checked(_count()), _Entries()
        for _ in _sealed(found, entries):
            yield found
        _waiting(found, entries)
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


def _rows(statement: str) -> Iterator[list[Any]]:
    with connection.chunked_cursor() as cursor:
        cursor.execute(statement)
        while rows := cursor.fetchmany(_AT_ONCE):
            yield rows


class _Entries:
    """The words of entries by number, read as far as they are asked for."""

    def __init__(self) -> None:
        self._rows = _rows(f"SELECT e.id, {words()} FROM store_ledgerentry e ORDER BY e.id")
        self._last = 0
        self.read: dict[int, str] = {}

    def up_to(self, number: int) -> None:
        """Read on until an entry of that number would have come."""
        while self._last < number and (some := next(self._rows, None)) is not None:
            self.read.update(some)
            self._last = some[-1][0]


def _sealed(found: Checked, entries: _Entries) -> Iterator[None]:
    """Hold each entry against its seal. Written for speed: this is what every one of millions goes through."""
    ends: dict[int, tuple[int, str]] = {}
    sums, take = found.sums, entries.read.pop
    for some in _rows("SELECT id, entry_id, programme_id, position, previous, hash FROM store_ledgerseal ORDER BY id"):
        entries.up_to(max(entry for _, entry, *_ in some))
        for seal, entry, programme, position, previous, digest in some:
            last, before = ends.get(programme, _BEGIN)
            ends[programme] = position, digest
            said = take(entry, None)
            if said is None:
                found.touched = found.touched or Touched.of("ledgerentry", entry, "gone")
                continue
            _, _, of, line, contract, _, amount, reverses, _, _, _, kind, _ = said.split("|", 12)
            sums[of, line, contract, kind, reverses != ""] += int(amount)
            if position != last + 1 or previous != before or of != str(programme):
                found.touched = found.touched or Touched.of("ledgerseal", seal, "not_joined")
            elif sha256(f"{previous}\n{said}".encode()).hexdigest() != digest:
                found.touched = found.touched or Touched.of("ledgerentry", entry, "changed")
        found.done += len(some)
        yield


_BEGIN = (0, FIRST)


def _waiting(found: Checked, entries: _Entries) -> None:
    """What has no seal yet counts towards the balances all the same."""
    entries.up_to(_NO_END)
    for said in entries.read.values():
        _, _, of, line, contract, _, amount, reverses, _, _, _, kind, _ = said.split("|", 12)
        found.sums[of, line, contract, kind, reverses != ""] += int(amount)
    found.waiting = len(entries.read)
    found.done += found.waiting


_NO_END = 2**63
