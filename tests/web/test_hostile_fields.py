"""Markup in every text that is kept, on every page, and in every field of every form: complete by construction, because
the columns are those of the tables, the pages those whose questions are counted, the fields those that the pages show."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, models, transaction
from django.db.models import F, TextField, Value
from django.db.models.functions import Cast as AsType
from django.db.models.functions import Concat
from django.test import Client
from django.urls import resolve
from lxml import html

from quyet.actions.clock import clock_at
from quyet.store.models import Adoption, AdoptionChange, Annex, AnnexReturn
from tests.cast import Cast
from tests.web.conftest import signed_in
from tests.web.grown_office import AT, Office, grown_office
from tests.web.test_queries import PAGES

pytestmark = pytest.mark.django_db

MARKUP = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'>"
SHORT = '"><u>'
"""Where a column or a field takes no more."""

NOT_TYPED = {
    # what the program writes and reads itself: a key, a digest, a word of its own tables
    "Programme": {"key"},
    "Version": {"why", "sha256"},
    "ApprovalAct": {"move", "capacity", "step"},
    "FindingAnswer": {"rule", "about"},
    "ConfirmedFact": {"path"},
    "Activity": {"ref", "kind"},
    "Person": {"password"},
    "Invitation": {"digest"},
    "CalendarAddress": {"digest"},
    "StoredFile": {"sha256", "media_type"},
    "JournalRow": {"act", "subject"},
    "JournalSeal": {"previous", "hash"},
    "LedgerEntry": {"kind"},
    "LedgerSeal": {"previous", "hash"},
    "OnceKey": {"key", "asked"},
    "PaymentRequest": {"kind", "state"},
    "PaymentAct": {"move"},
    "ContractAct": {"what"},
    "TreasuryStatement": {"sha256"},
}
DATA = {
    # JSON of the program, whose texts are those of papers: tests/web/test_hostile.py spoils each of them in turn
    "Programme": {"content"}, "Version": {"content"}, "Annex": {"content"}, "SignedPaper": {"differences"},
    "Adoption": {"reading"}, "ConfirmedFact": {"value"}, "JournalRow": {"data"}, "OnceKey": {"answer"},
}  # fmt: skip
LEAST = len(SHORT) + 3
"""Columns for fewer signs hold codes."""


@pytest.fixture
def office(cast: Cast, settings, tmp_path: Path) -> Iterator[Office]:
    settings.FILES = tmp_path / "files"
    with clock_at(AT):
        made = grown_office(cast)
        made.grow(1)
        who = {"person": made.viewer.person, "at": AT}
        adoption = Adoption.objects.get(programme=made.adopted)
        AdoptionChange.objects.create(adoption=adoption, what="drop", which=99, title="x", words="x", reason="x", **who)
        for annex in Annex.objects.all():
            AnnexReturn.objects.create(annex=annex, reason="x", by=made.viewer.person, at=AT)
        yield made


def typed(model: type[models.Model]) -> list[models.Field]:
    """The columns of a table that hold what somebody typed."""
    named = NOT_TYPED.get(model.__name__, set()) | DATA.get(model.__name__, set())
    texts = (each for each in model._meta.concrete_fields if isinstance(each, models.CharField | models.TextField))
    return [
        each for each in texts if not each.choices and each.name not in named and (each.max_length or LEAST) >= LEAST
    ]


def spoil() -> int:
    """Markup in every such column of every row; gives how many columns had any row. Only here are the guards off."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
            for (name,) in cursor.fetchall():
                cursor.execute(f"DROP TRIGGER {name}")
        else:
            cursor.execute("SET LOCAL session_replication_role = replica")
    spoiled = 0
    for model in apps.get_app_config("store").get_models():
        for column in typed(model):
            room = (column.max_length or 10_000) - 8
            text = MARKUP if room >= len(MARKUP) else SHORT
            made = Concat(Value(text), AsType(F("pk"), TextField()))
            spoiled += bool(model._base_manager.update(**{column.name: made}))
    return spoiled


def no_markup(said: str, where: str) -> None:
    for mark in ("<script>alert", "<img src=x", "<u>"):
        assert mark not in said, where


def words_of(answer: Any) -> str:
    return b"".join(answer.streaming_content if answer.streaming else [answer.content]).decode(errors="replace")


def test_the_columns_that_nobody_types_are_columns() -> None:
    for named in (NOT_TYPED, DATA):
        for table, columns in named.items():
            there = {each.name for each in apps.get_model("store", table)._meta.concrete_fields}
            assert columns <= there, (table, columns - there)


def test_markup_in_every_text_that_is_kept_is_shown_as_letters_on_every_page(office: Office) -> None:
    addresses = [address for asked in PAGES.values() for address in asked(office)]
    assert spoil() >= 60
    client, shown = signed_in(office.viewer), 0
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code < 500, address
        if answer["Content-Type"].startswith("text/html"):
            page = words_of(answer)
            no_markup(page, address)
            shown += "&lt;script&gt;" in page or "‹script›" in page
    assert shown >= 25, "pages on which some of it stands"


# --- what is typed -----------------------------------------------------------------------------------------------------


def forms_of(page: str, address: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each form of a page that is sent by POST, with markup in every field that takes words; once for each button."""
    for form in html.fromstring(page).xpath("//form[@method='post']"):
        data: dict[str, Any] = {}
        for field in form.xpath(".//input[@name] | .//textarea[@name] | .//select[@name]"):
            kind = field.get("type", "text") if field.tag == "input" else field.tag
            if kind in ("hidden", "radio", "checkbox"):
                data.setdefault(field.get("name"), field.get("value", ""))
            elif kind == "select":
                values = [each.get("value", "") for each in field.xpath(".//option")]
                data[field.get("name")] = next((each for each in values if each), "")
            elif kind != "file":
                most = int(field.get("maxlength") or 10_000)
                data[field.get("name")] = MARKUP if most >= len(MARKUP) else SHORT
        buttons = form.xpath(".//button[@name]") or [None]
        for button in buttons:
            chosen = {} if button is None else {button.get("name"): button.get("value", "")}
            yield form.get("action") or address, data | chosen


def sent(client: Client, action: str, data: dict[str, Any]) -> tuple[int, str]:
    """The answer to a form and the page that it leads to, without what it changed."""
    with transaction.atomic():
        answer = client.post(action.partition("#")[0], data, follow=True)
        said = words_of(answer)
        transaction.set_rollback(True)
    return answer.status_code, said


def test_markup_in_every_field_of_every_form_comes_back_as_letters(office: Office) -> None:
    seen: set[tuple[str, ...]] = set()
    for asked in PAGES.values():
        for address in asked(office):
            answer = signed_in(office.viewer).get(address)
            if answer.status_code != 200 or not answer["Content-Type"].startswith("text/html"):
                continue
            for action, data in forms_of(words_of(answer), address):
                name = resolve(action.partition("#")[0].partition("?")[0]).url_name
                which = (name, data.get("do", ""), *sorted(data))
                if which in seen or name in ("account_logout", "account_login"):
                    continue
                seen.add(which)
                status, said = sent(signed_in(office.viewer), action, data)
                assert status < 500, which
                no_markup(said, str(which))
    names = {which[0] for which in seen}
    assert {"register-out", "register-in", "programme-adoption", "adopt", "programme-annex", "body-new"} <= names
