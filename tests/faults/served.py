"""An office that `quyet serve` shows, and its account after everything: `served prepare|account URL FOLDER`.

Requests for advances lie with the accountant. Whoever presses a button over HTTP checks one (its money is held) and
returns it (given back): two acts that move the ledger, each under the key of its button.
"""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from pathlib import Path
from typing import Any

LARGE = 10**9
MOVES = ("check", "return")


def prepare(folder: Path) -> dict[str, Any]:
    """Tables, rows, a session for each writer. `wanted.json` says how many writers, and requests for each."""
    from django.test import Client

    from quyet.actions.clock import today
    from quyet.site.migrate import migrate
    from quyet.store.models import Allotment, Line, Programme
    from tests.cast import viewer_of
    from tests.faults.content import content
    from tests.money import money_open
    from tests.spending import Office

    migrate()
    wanted = json.loads((folder / "wanted.json").read_text())
    money = money_open(None, content())
    year = today().year
    Allotment.objects.update(year=year, amount=3 * LARGE, ceiling=3 * LARGE, reserved=3 * LARGE)
    Programme.objects.update(year=year, total=3 * LARGE, ceiling=3 * LARGE)
    Line.objects.update(ceiling=LARGE)
    office = Office(money)
    office.day = today()
    asked = [
        [_ask(office, money.lines[number % 3]) for number in range(wanted["requests"])]
        for _ in range(wanted["writers"])
    ]
    cookies = []
    for _ in range(wanted["writers"]):
        client = Client()
        client.force_login(viewer_of("accountant", money.body).person)
        cookies.append(client.cookies["sessionid"].value)
    made = {"programme": money.programme.pk, "requests": asked, "cookies": cookies}
    (folder / "rows.json").write_text(json.dumps(made))
    return made


def _ask(office: Any, line: Any) -> int:
    """A request for 7 đồng, as the officer makes it."""
    from quyet.actions.payments import ask
    from quyet.actions.requests import NewPayment
    from tests.spending import key

    new = NewPayment("advance", parts={line.pk: 7}, title="Tạm ứng", supplier=office.money.supplier.pk)
    return ask(office.who("officer"), office.money.programme.pk, new, key())


def account(folder: Path) -> dict[str, Any]:
    """The notes of who pressed buttons beside the database: what is lost, half there, or done twice."""
    from quyet.actions.bench_guard import _overspent
    from quyet.actions.ledger_seals import seal_entries
    from quyet.queries.ledger_check import checked
    from quyet.store.models import JournalRow, LedgerEntry, Line, OnceKey, PaymentAct, PaymentEntry, PaymentRequest

    notes = json.loads((folder / "notes.json").read_text())
    keys = set(OnceKey.objects.values_list("key", flat=True))
    acts = Counter(PaymentAct.objects.filter(move__in=MOVES).values_list("request", "move"))
    entries = Counter(PaymentEntry.objects.values_list("act__request", "act__move"))
    told = Counter(
        (json.loads(data)["request"], act.removeprefix("payment_"))
        for act, data in JournalRow.objects.filter(act__in=[f"payment_{each}" for each in MOVES]).values_list(
            "act", "data"
        )
    )
    pressed = {key: (request, move) for request, move, key in notes["asked"]}
    there = {pressed[key] for key in keys if key in pressed}
    held = 7 * PaymentRequest.objects.filter(state="checked").count()
    seal_entries(thorough=True)
    *_, after = checked()
    return {
        "acknowledged": len(notes["done"]),
        "tries that failed": notes["failed"],
        "lost": sum(key not in keys for key in notes["done"]),
        "half": len(there ^ set(acts)) + len(set(acts) ^ set(entries)) + len(set(acts) ^ set(told)),
        "twice": sum(many > 1 for counted in (acts, entries, told) for many in counted.values()),
        "unlike": sum(Line.objects.values_list("held", flat=True)) - held,
        "there without an answer": len((keys & pressed.keys()) - set(notes["done"])),
        "entries": LedgerEntry.objects.count(),
        "overspent": _overspent(),
        "touched": str(after.touched or ""),
        "waiting": after.waiting,
    }


def main(what: str, url: str, folder: str) -> None:
    """Set Django up for that database, and do it."""
    os.environ |= {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "quyet.site.settings", "QUYET_DATA_DIR": folder}
    import django

    django.setup()
    print(json.dumps({"prepare": prepare, "account": account}[what](Path(folder)), ensure_ascii=False))


if __name__ == "__main__":
    main(*sys.argv[1:])
