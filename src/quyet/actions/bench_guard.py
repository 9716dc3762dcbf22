"""How fast entries are posted to hot lines, beside the least that a guard could be; and that no ceiling gives way.

The act that is measured is the real one: key, entry, journal, guard. The floor is one conditional UPDATE and one INSERT
in a transaction: same driver, same durability, same writers and lines, by turns with the act in the same run.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import count
from statistics import median
from time import perf_counter
from typing import Any

from django.db import connection

from quyet.actions.bench_rows import Hot, hot_rows, pour_entries
from quyet.actions.bench_writers import Act, Makes, together
from quyet.actions.ledger import NewEntry, post
from quyet.actions.ledger_seals import seal_entries
from quyet.actions.refusal import Refused
from quyet.queries.ledger_check import checked
from quyet.queries.people import viewer
from quyet.store.models import Allotment, LedgerEntry, Line, Person, Programme

DAY = date(2024, 5, 6)
ROUNDS = 3
ASKED = 7
"""đồng that each writer asks for at a time, in the race to a ceiling."""


@dataclass(frozen=True, slots=True)
class Measured:
    """Acts a second, by `writers` on `lines`; `ratio` is the median of the rounds. `overspent`: đồng above any ceiling
    of line, programme or allotment, after a race to ceilings that stopped `refused` acts and let `accepted` through."""

    writers: int
    lines: int
    entries_before: int
    rate: float
    bare_rate: float
    ratio: float
    accepted: int
    refused: int
    left: int
    overspent: int
    entries: int
    seal_rate: float
    verify_rate: float
    holds: bool


def measure(writers: int, lines: int, entries: int, seconds: float) -> Iterator[str | Measured]:
    """Measure in an empty place (`actions.scratch`, tables made): tells what it does, at the end what it found."""
    yield "pour"
    hot = hot_rows(lines, 10**12)
    pour_entries(entries)
    floor = _bare_rows(lines)
    rates: list[tuple[float, float]] = []
    for turn in range(ROUNDS):
        yield f"round {turn + 1}/{ROUNDS}"
        bare = _rate(writers, seconds / ROUNDS, floor)
        rates.append((_rate(writers, seconds / ROUNDS, _posting(hot, 1, f"vong-{turn}")), bare))
    yield "ceilings"
    small = hot_rows(lines, 1000)
    accepted, refused = _race(writers, small)
    overspent = _overspent()
    left = sum(each.ceiling - each.taken for each in Line.objects.filter(pk__in=small.lines))
    yield "seal"
    since = perf_counter()
    sealed = seal_entries()
    seal_rate = sealed / (perf_counter() - since)
    yield "verify"
    since = perf_counter()
    *_, found = checked()
    yield Measured(
        writers, lines, entries,
        rate=round(median(rate for rate, _ in rates), 1),
        bare_rate=round(median(bare for _, bare in rates), 1),
        ratio=round(median(rate / bare for rate, bare in rates), 3),
        accepted=accepted, refused=refused, left=left, overspent=overspent,
        entries=LedgerEntry.objects.count(),
        seal_rate=round(seal_rate), verify_rate=round(found.entries / (perf_counter() - since)),
        holds=found.touched is None,
    )  # fmt: skip


def _rate(writers: int, seconds: float, makes: Makes) -> float:
    done, took = together(writers, seconds, makes)
    return done / took


def _posting(hot: Hot, amount: int, tag: str) -> Makes:
    """The real act: a request on one of the hot lines, under a key of its own."""

    def makes(place: int) -> Act:
        asks = viewer(Person.objects.get(pk=hot.person), DAY, hot.body)
        assert asks is not None
        new = [NewEntry("request", hot.lines[place % len(hot.lines)], amount, DAY)]
        keys = (f"{tag}-{place}-{number:08}" for number in count())

        def act() -> bool:
            try:
                post(asks, hot.programme, new, next(keys))
            except Refused:
                return False
            return True

        return act

    return makes


def _race(writers: int, hot: Hot) -> tuple[int, int]:
    """Everybody asks until nothing is left: how many acts were let through, how many refused."""

    def makes(place: int) -> Act:
        act = _posting(hot, ASKED, "tran")(place)

        def until_refused() -> bool:
            while act():
                pass
            return True

        return until_refused

    refused, _ = together(writers, 0.2, makes)
    return LedgerEntry.objects.filter(programme=hot.programme).count(), refused + 10 * writers


def _overspent() -> int:
    """đồng above a ceiling, of every guarded row and of what the entries of a line come to."""
    beyond = 0
    for model, ceiling in ((Line, "ceiling"), (Programme, "ceiling"), (Allotment, "reserved")):
        for taken, most in model._base_manager.values_list("taken", ceiling):
            beyond += max(0, taken - most)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce(sum(e.sum - l.ceiling), 0) FROM store_line l JOIN "
            "(SELECT line_id, sum(amount) AS sum FROM store_ledgerentry GROUP BY line_id) e "
            "ON e.line_id = l.id WHERE e.sum > l.ceiling"
        )
        return beyond + int(cursor.fetchone()[0])


# --- the floor -------------------------------------------------------------------------------------------------------

_UPDATE = "UPDATE bench_line SET taken = taken + {0} WHERE id = {0} AND taken + {0} <= ceiling"
_INSERT = "INSERT INTO bench_entry (line_id, amount, day, at, reason) VALUES ({0}, {0}, {0}, {0}, {0})"


def _bare_rows(lines: int) -> Makes:
    own = "BIGINT GENERATED BY DEFAULT AS IDENTITY" if connection.vendor == "postgresql" else "INTEGER"
    with connection.cursor() as cursor:
        cursor.execute(
            f"CREATE TABLE bench_line (id {own} PRIMARY KEY, ceiling BIGINT NOT NULL, taken BIGINT NOT NULL, "
            "CHECK (taken <= ceiling))"
        )
        cursor.execute(
            f"CREATE TABLE bench_entry (id {own} PRIMARY KEY, line_id BIGINT NOT NULL REFERENCES bench_line, "
            "amount BIGINT NOT NULL, day DATE NOT NULL, at TIMESTAMP NOT NULL, reason VARCHAR(500) NOT NULL)"
        )
        cursor.executemany(
            "INSERT INTO bench_line (id, ceiling, taken) VALUES (%s, %s, 0)",
            [(each + 1, 10**12) for each in range(lines)],
        )

    def makes(place: int) -> Act:
        line, driver = place % lines + 1, _driver()
        sign, day, at = _SAID[connection.vendor]
        update, insert = _UPDATE.format(sign), _INSERT.format(sign)
        begin = "BEGIN IMMEDIATE" if connection.vendor == "sqlite" else "BEGIN"

        def act() -> bool:
            driver.execute(begin)
            moved: int = driver.execute(update, (1, line, 1)).rowcount
            driver.execute(insert, (line, 1, day, at, ""))
            driver.execute("COMMIT")
            return moved == 1

        return act

    return makes


_SAID: dict[str, tuple[str, object, object]] = {
    "postgresql": ("%s", DAY, datetime(2024, 5, 6, 5, tzinfo=UTC)),
    "sqlite": ("?", "2024-05-06", "2024-05-06 05:00:00"),
}
"""How a parameter, a day and a moment are written."""


def _driver() -> Any:
    """A connection as the driver makes it, with Django's settings of it: statements that come again are prepared."""
    connection.ensure_connection()
    if connection.vendor == "sqlite":
        return connection.connection
    asked = dict(connection.get_connection_params())
    for name in ("cursor_factory", "context", "prepare_threshold"):
        asked.pop(name, None)
    return type(connection.connection).connect(**asked, autocommit=True)
