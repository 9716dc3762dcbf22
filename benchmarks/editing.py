"""An edit of an estimate of 500 lines on the page «Dự toán»: from the request of the script to the server's answer, the
database included, without a network. The floor is the least that any server does with it: read the request, write the
row that holds the programme."""

from __future__ import annotations

import json
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

LINES = 500


@dataclass
class Edited:
    """The page of a programme with 500 lines, and the script's next saves. Each changes one price."""

    address: str
    programme: int
    rows: list[dict[str, str]]
    client: Any
    revision: int = 1
    turns: int = 0
    answered: list[int] = field(default_factory=list)
    """The bytes of each answer."""

    def body(self) -> str:
        """What the script sends once a price was typed."""
        self.turns += 1
        at = self.turns * 7 % LINES
        price = self.rows[at]["unit_price"].replace(".", "")
        if price:
            self.rows[at] = {**self.rows[at], "unit_price": f"{int(price) + 1_000}"}
        return json.dumps({"revision": self.revision, "rows": self.rows})

    def edit(self, clock: Callable[[], float] = time.perf_counter) -> float:
        """One price, saved, with all that follows from it in the answer; the seconds that the server took."""
        sent = self.body()
        start = clock()
        answer = self.client.post(f"{self.address}/luu", sent, content_type="application/json")
        taken = clock() - start
        if answer.status_code != 200:
            raise RuntimeError(f"the edit was answered with {answer.status_code}")
        self.revision = answer.json()["revision"]
        self.answered.append(len(answer.content))
        return taken

    def floor(self) -> float:
        """The request read, the row read and written."""
        from quyet.store.models import Programme

        sent = self.body()
        start = time.perf_counter()
        json.loads(sent)
        found = Programme.objects.get(pk=self.programme)
        Programme.objects.filter(pk=self.programme).update(content=found.content)
        return time.perf_counter() - start

    def page(self) -> int:
        """Opens the page; how many bytes it has."""
        answer = self.client.get(self.address)
        if answer.status_code != 200:
            raise RuntimeError(f"the page was answered with {answer.status_code}")
        return len(answer.content)


@contextmanager
def editing() -> Iterator[Edited]:
    """A site with a database of its own that holds the programme."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"DJANGO_SETTINGS_MODULE": "quyet.site.settings", "QUYET_DATA_DIR": folder}
        os.environ |= {"DATABASE_URL": "", "QUYET_ALLOWED_HOSTS": "testserver"}
        from django.core.management import call_command

        import quyet.site.wsgi  # noqa: F401  (set up as `quyet serve` is)

        call_command("migrate", verbosity=0)
        from django.test import Client

        from quyet.queries.estimates import estimate_of
        from quyet.queries.frames import frame_of
        from quyet.web.estimate_table import rows_of

        drafter = _drafter()
        made = _programme(drafter)
        rows = rows_of(estimate_of(made.content), frame_of(made.content))
        client = Client()
        client.force_login(drafter.person)
        yield Edited(f"/chuong-trinh/{made.pk}/du-toan", made.pk, rows, client)
        from django.db import connection

        connection.close()


def _drafter() -> Any:
    """Somebody who may draft, at a body of their own."""
    from datetime import date

    from quyet.queries.people import viewer
    from quyet.store.models import Body, Person, RoleHeld

    person = Person.objects.create(login="an", name="Lý Thu An", password="!", is_example=True)
    body = Body.objects.create(name="Sở Công Thương tỉnh Lạng Sơn")
    RoleHeld.objects.create(person=person, body=body, role="officer", since=date(2024, 1, 1))
    return viewer(person, date(2024, 6, 1))


def _programme(drafter: Any) -> Any:
    """The example with its lines over and over, drawing on an allotment."""
    from quyet.actions.programmes import open_programme
    from quyet.files.drafts.load import draft_of
    from quyet.files.facts.cases import example_programme
    from quyet.files.writers.programme_json import programme_json

    draft = draft_of(example_programme()).draft
    lines = draft.estimates[0].lines
    draft.estimates[0].lines = (lines * (LINES // len(lines) + 1))[:LINES]
    for line in lines:
        line.amount = None
    draft.estimates[0].total = None
    return open_programme(drafter, programme_json(draft))
