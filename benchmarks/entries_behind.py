"""`python -m benchmarks.entries_behind [MANY] [FEW]`: the same act before many entries and before few, by turns on one
PostgreSQL of its own, each in its own database; then the verification of the many."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlsplit

ROOT = Path(__file__).parents[1]
ROUNDS, SECONDS, WRITERS = 8, 6, 8


def main(many: int, few: int) -> None:
    """Rates by turns, the ratio of each turn, the median of these; then entries a second of `quyet ledger verify`."""
    from tools import postgres_server

    server = postgres_server.start({}).rpartition("/")[0]
    with tempfile.TemporaryDirectory() as folder:
        os.environ["QUYET_DATA_DIR"] = folder
        for name, entries in (("few", few), ("many", many)):
            print(f"{entries:,} entries in {_work('prepare', f'{server}/{name}', entries):.0f} s", flush=True)
        _work("post", f"{server}/many", "warm")
        times = []
        for turn in range(ROUNDS):
            load = os.getloadavg()[0]
            order = ("few", "many") if turn % 2 else ("many", "few")
            rates = {name: _work("post", f"{server}/{name}", turn) for name in order}
            before_few, before_many = rates["few"], rates["many"]
            times.append(before_few / before_many)
            print(
                f"load {load:.1f}: {before_few:.0f} acts a second before {few:,}, {before_many:.0f} before {many:,}: "
                f"{times[-1]:.2f} × the time", flush=True,
            )  # fmt: skip
        print(f"median of {ROUNDS} turns: {median(times):.2f} × the time")
        _verified(f"{server}/many")


def _verified(url: str) -> None:
    load, spent = os.getloadavg()[0], resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [Path(sys.executable).with_name("quyet"), "ledger", "verify", "--format", "json"]
    ran = subprocess.run(
        list(map(str, command)), env=os.environ | {"DATABASE_URL": url}, capture_output=True, text=True, check=False
    )
    found = json.loads(ran.stdout)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    worked = after.ru_utime + after.ru_stime - spent.ru_utime - spent.ru_stime
    entries, seconds = found["entries"], found["seconds"]
    print(
        f"load {load:.1f}: verify {entries:,} entries in {seconds:.1f} s, {entries / seconds:,.0f} a second; "
        f"{worked:.1f} s of this side's processor, holds: {found['holds']}"
    )


def _work(what: str, url: str, more: object) -> float:
    command = [sys.executable, "-m", "benchmarks.entries_behind", what, url, str(more)]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if ran.returncode:
        sys.exit(ran.stderr)
    return float(ran.stdout)


# --- each a process of its own ----------------------------------------------------------------------------------------


def _prepare(url: str, entries: str) -> None:
    """The database, its tables, its rows; prints how long that took."""
    import time

    from quyet.actions.bench_rows import hot_rows, pour_entries
    from quyet.site.migrate import migrate

    begun = time.monotonic()
    migrate()
    hot_rows(1, 10**12)
    _unlimited()
    pour_entries(int(entries))
    print(time.monotonic() - begun)


def _unlimited() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")


def _post(url: str, tag: str) -> None:
    """Acts a second of all writers on the one hot line."""
    from quyet.actions.bench_guard import _posting, _rate
    from quyet.actions.bench_rows import Hot
    from quyet.store.models import Line, Person

    line: Any = Line.objects.select_related("programme").get(ceiling=10**12)
    hot = Hot(line.programme.body_id, Person.objects.get(login="do").pk, line.programme_id, (line.pk,))
    print(_rate(WRITERS, SECONDS, _posting(hot, 1, f"luot-{tag}-{os.getpid()}")))


def _created(url: str) -> None:
    import psycopg

    parts = urlsplit(url)
    with psycopg.connect(parts._replace(scheme="postgresql", path="/postgres").geturl(), autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{parts.path[1:]}"')


if __name__ == "__main__":
    if sys.argv[1:2] in (["prepare"], ["post"]):
        act, address, given = sys.argv[1:]
        if act == "prepare":
            _created(address)
        os.environ |= {"DATABASE_URL": address, "DJANGO_SETTINGS_MODULE": "quyet.site.settings"}
        import django

        django.setup()
        (_prepare if act == "prepare" else _post)(address, given)
    else:
        main(*[int(each) for each in [*sys.argv[1:], "3000000", "3000"][:2]])
