"""Times openedx-ledger 1.5.7. Runs in its own environment: `openedx_side postgresql://… WRITERS SECONDS`, prints JSON.

As it asks: one cache for all processes, no outer transaction. The cache is the fastest that a machine could have: files
in memory, made by the one system call that only one can win (Django's own file cache looks first and writes then, and
lets two in: 15 over 1,000). A writer that finds the ledger locked asks again after a millisecond; only what was posted
counts. Then a race to a balance of 1,000.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import shutil
import sys
import tempfile
import time
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.core.cache.backends.filebased import FileBasedCache

APPS = "auth contenttypes sessions messages admin".split()


class Locks(FileBasedCache):
    """A cache whose `add` only one can win."""

    def add(self, key: str, value: Any, timeout: Any = None, version: int | None = None) -> bool:
        try:
            os.close(os.open(self._key_to_file(key, version), os.O_CREAT | os.O_EXCL))
        except FileExistsError:
            return False
        return True

    def delete(self, key: str, version: int | None = None) -> bool:
        Path(self._key_to_file(key, version)).unlink()
        return True


def set_up(url: str, schema: str, cache: str) -> None:
    """Django with the product's apps, in a schema of its own."""
    parts = urlsplit(url)
    settings.configure(
        INSTALLED_APPS=[*(f"django.contrib.{app}" for app in APPS), "simple_history", "edx_rbac", "openedx_ledger"],
        DATABASES={"default": {
            "ENGINE": "django.db.backends.postgresql", "NAME": parts.path[1:], "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""), "HOST": parts.hostname, "PORT": parts.port or 5432,
            "CONN_MAX_AGE": None, "OPTIONS": {"options": f"-c search_path={schema}"},
        }},
        CACHES={"default": {"BACKEND": f"{__name__}.Locks", "LOCATION": cache}},
        SECRET_KEY="-", USE_TZ=True, DEFAULT_AUTO_FIELD="django.db.models.AutoField", LOGGING_CONFIG=None,
    )  # fmt: skip
    import django

    django.setup()


def ledger_with(balance: int) -> Any:
    """A ledger on which so much was paid in."""
    from openedx_ledger import api
    from openedx_ledger.models import Ledger, UnitChoices

    ledger = Ledger.objects.create(unit=UnitChoices.USD_CENTS, idempotency_key=f"so-{balance}")
    api.create_transaction(ledger, balance, idempotency_key=f"vao-{balance}", state="committed")
    return ledger


def write(pk: Any, place: int, seconds: float, amount: int, begin: Any, told: Any) -> None:
    """Post until the time is over, or (nought seconds) until the balance is; tells acts, waits and seconds."""
    from openedx_ledger import api
    from openedx_ledger.models import Ledger, LedgerLockAttemptFailed

    ledger, keys = Ledger.objects.get(pk=pk), (f"{amount}-{place}-{number}" for number in count())
    begin.wait(60)
    done, locked, since = 0, 0, time.perf_counter()
    while not seconds or time.perf_counter() - since < seconds:
        try:
            api.create_transaction(ledger, -amount, idempotency_key=next(keys), state="committed")
            done += 1
        except LedgerLockAttemptFailed:
            locked += 1
            time.sleep(0.001)
        except api.LedgerBalanceExceeded:
            break
    told.put((done, locked, time.perf_counter() - since))


def together(pk: Any, writers: int, seconds: float, amount: int) -> tuple[int, int, float]:
    """All writers at once: acts, refusals that were waits, seconds of the slowest."""
    from django.db import connection

    connection.close()
    context = multiprocessing.get_context("fork")
    begin, told = context.Barrier(writers), context.SimpleQueue()
    work = [context.Process(target=write, args=(pk, each, seconds, amount, begin, told)) for each in range(writers)]
    for process in work:
        process.start()
    said = [told.get() for _ in work]
    for process in work:
        process.join()
    return sum(one for one, _, _ in said), sum(two for _, two, _ in said), max(three for _, _, three in said)


def main(url: str, writers: int, seconds: float) -> None:
    """Measure in an empty schema, and take it away."""
    memory = Path("/dev/shm")
    cache = tempfile.mkdtemp(prefix="quyet-openedx-", dir=memory if memory.is_dir() else None)
    schema = f"openedx_bench_{os.getpid()}"
    set_up(url, schema, cache)
    from django.core.management import call_command
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(f"CREATE SCHEMA {schema}")
    try:
        call_command("migrate", verbosity=0)
        done, locked, took = together(ledger_with(10**9).pk, writers, seconds, 1)
        small = ledger_with(1000)
        together(small.pk, writers, 0, 7)
        overspent = max(0, -small.balance())
        print(json.dumps({"rate": round(done / took, 1), "locked": locked, "overspent": overspent}))
    finally:
        connection.close()
        with connection.cursor() as cursor:
            cursor.execute(f"DROP SCHEMA {schema} CASCADE")
        shutil.rmtree(cache)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), float(sys.argv[3]))
