"""What runs beside a storm, each a process of its own: `work prepare|write|account URL FOLDER [PLACE GENERATION]`.

A writer notes in a file what it asks for, and what was answered, the moment that it was; it sends every request twice.
The account afterwards holds these notes against the database.
"""

from __future__ import annotations

import json
import os
import random
import sys
import time
from itertools import count
from pathlib import Path
from typing import Any

LINES, LARGE, SMALL = 4, 10**7, 150
"""A programme of four lines; one of a single line that is soon full."""


def prepare(folder: Path) -> dict[str, Any]:
    """Tables and rows."""
    from quyet.actions.bench_rows import hot_rows
    from quyet.site.migrate import migrate

    migrate()
    programmes = [hot_rows(LINES, LARGE), hot_rows(1, SMALL)]
    made = {"programmes": [[each.programme, each.lines, each.body, each.person] for each in programmes]}
    (folder / "rows.json").write_text(json.dumps(made))
    return made


def write(folder: Path, place: str, generation: str) -> None:
    """Post until killed, or until a file `stop` is there."""
    from django.db import DatabaseError, InterfaceError, connection

    from quyet.actions.bench_guard import DAY
    from quyet.actions.ledger import NewEntry, post
    from quyet.actions.refusal import Refused
    from quyet.queries.people import viewer
    from quyet.store.models import Person

    programmes, draw = (
        json.loads((folder / "rows.json").read_text())["programmes"],
        random.Random(f"{place} {generation}"),
    )
    notes = os.open(folder / f"notes-{place}", os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    asks = None
    for number in count():
        programme, lines, body, person = programmes[draw.random() < 0.2]
        several = draw.sample(lines, draw.randint(1, min(2, len(lines))))
        new = [NewEntry("request", line, draw.randint(1, 97), DAY) for line in several]
        key = f"{place}-{generation}-{number:07}"
        _note(notes, ["asked", key, [[each.line, each.amount] for each in new]])
        while not (folder / "stop").exists():
            try:
                asks = asks or viewer(Person.objects.get(pk=person), DAY, body)
                first = post(asks, programme, new, key)
                again = post(asks, programme, new, key)
                _note(notes, ["done", key, first] if first == again else ["twice", key, first, again])
                break
            except Refused:
                _note(notes, ["refused", key])
                break
            except (DatabaseError, InterfaceError) as error:
                _note(notes, ["failed", key, type(error).__name__])
                connection.close()
                time.sleep(0.05)
        if (folder / "stop").exists():
            return


def _note(file: int, said: object) -> None:
    os.write(file, json.dumps(said).encode() + b"\n")


def account(folder: Path) -> dict[str, Any]:
    """The notes beside the database: what was lost, half there, done twice or overspent."""
    from django.db.models import Sum

    from quyet.actions.bench_guard import _overspent
    from quyet.actions.ledger_seals import seal_entries
    from quyet.queries.ledger_check import checked
    from quyet.store.models import JournalRow, LedgerEntry, OnceKey

    asked: dict[str, list[list[int]]] = {}
    done: dict[str, list[int]] = {}
    counted = dict.fromkeys(("refused", "failed", "twice"), 0)
    for file in folder.glob("notes-*"):
        for line in file.read_bytes().splitlines():
            what, key, *more = json.loads(line)
            if what in counted:
                counted[what] += 1
            elif what == "asked":
                asked[key] = more[0]
            else:
                done[key] = more[0]
    kept = {key: json.loads(answer) for key, answer in OnceKey.objects.values_list("key", "answer")}
    entries = {pk: [line, amount] for pk, line, amount in LedgerEntry.objects.values_list("pk", "line", "amount")}
    told = [
        json.loads(data)["entries"] for data in JournalRow.objects.filter(act="post").values_list("data", flat=True)
    ]
    whole = [key for key, answer in kept.items() if [entries.get(each) for each in answer] == asked[key]]
    *_, before = checked()
    sealed = seal_entries(thorough=True)
    *_, after = checked()
    return {
        "acknowledged": len(done), **counted,
        "lost": sum(kept.get(key) != answer for key, answer in done.items()),
        "half": len(kept) - len(whole) + len(entries) - sum(map(len, kept.values())) + abs(len(told) - len(kept))
        + abs(sum(map(len, told)) - len(entries)),
        "there without an answer": len(kept.keys() - done.keys()),
        "entries": len(entries), "sealed": sealed, "đồng": LedgerEntry.objects.aggregate(sum=Sum("amount"))["sum"],
        "overspent": _overspent(),
        "touched": str(before.touched or after.touched or ""), "waiting": after.waiting,
    }  # fmt: skip


def main(what: str, url: str, folder: str, *more: str) -> None:
    """Set Django up for that database, and do it."""
    os.environ |= {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "quyet.site.settings", "QUYET_DATA_DIR": folder}
    import django

    django.setup()
    found = {"prepare": prepare, "write": write, "account": account}[what](Path(folder), *more)
    if found is not None:
        print(json.dumps(found, ensure_ascii=False))


if __name__ == "__main__":
    main(*sys.argv[1:])
