"""Every address × who asks: nobody, each role of the body, each role of another body, the superior. Complete by
construction: an address without a row fails, and so does a row without an address.

A row says which roles of the body an address answers by GET and by POST. Everybody else of the body is told whose work
it is (403). Of another body nobody gets anything from an address that names a row of this one, nor a word of it from
an address that does not. Acts are sent nearly empty: what counts here is whether they come as far as their form.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from quyet.actions.allotments import allot
from quyet.actions.invoices import enter_invoice
from quyet.actions.people import delegate
from quyet.actions.programmes import draw_on, open_programme
from quyet.actions.suppliers import NewSupplier, add_supplier
from quyet.core.payments.invoices import Invoice
from quyet.store.models import Person, Programme
from tests.actions.test_allotments import GIVEN
from tests.actions.test_programmes import CONTENT
from tests.cast import Cast
from tests.web.conftest import signed_in

pytestmark = pytest.mark.django_db

ROLES = ("officer", "head", "accountant", "office", "director", "deputy", "clerk", "auditor", "admin")
EVERY = " ".join(ROLES)
DRAFT = "officer head"
ENTER = "officer accountant"
WORDS = ("Chương trình hành động về sản xuất", "991/QĐ-SCT")
ONE_OF_THEM = "Bế Thị Giang ở Lạng Sơn"
"""What no other body may read: of the programme, of the allotment, of the people."""


@dataclass(frozen=True)
class Row:
    """Who may. None: the address does not take that method at all. `names`: what of the department it names; `gone`:
    what it names is not there yet, so that nobody gets more than 404."""

    get: str | None = EVERY
    post: str | None = None
    names: dict[str, str] = field(default_factory=dict)
    gone: bool = False
    fixed: dict[str, Any] = field(default_factory=dict)


PROGRAMME = {"pk": "programme"}
PERSON = {"pk": "person"}

OFFICE: dict[str, Row] = {
    # the body and its people
    "people": Row("auditor admin"),
    "body-settings": Row("admin", "admin"),
    "body-ties": Row("admin", "admin"),
    "body-new": Row("admin", "admin"),
    "body-rename": Row("admin", "admin"),
    "unit-new": Row("admin", "admin"),
    "unit-close": Row(None, "", {"pk": "unit"}),  # without a day nobody; with one: tests/web/test_people.py
    "delegation-new": Row("admin", "admin"),
    "delegation-end": Row(None, "admin", {"pk": "delegation"}),
    "person-new": Row("admin", "admin"),
    "person-welcome": Row("admin", "admin"),
    "person": Row("auditor admin", "auditor admin", PERSON),
    "role-end": Row(None, "", {**PERSON, "held": "held"}),
    "person-link": Row(None, "admin", PERSON),
    "person-second-step": Row(None, "", PERSON),  # they have none; with one: tests/web/test_people.py
    "person-leave": Row(None, "", PERSON),
    # allotments
    "allotments": Row(),
    "allotment-new": Row("accountant", "accountant"),
    "allotment": Row(names={"pk": "allotment"}),
    "allotment-change": Row(None, "accountant", {"pk": "allotment"}),
    # programmes
    "programmes": Row(),
    "programme-new": Row(DRAFT, DRAFT),
    "adopt": Row("officer", "officer"),
    "programme": Row(names=PROGRAMME),
    "programme-json": Row(names=PROGRAMME),
    "programme-draw": Row(EVERY, EVERY, PROGRAMME),
    "programme-share": Row(None, "head director deputy", PROGRAMME),
    "programme-estimate": Row(EVERY, EVERY, PROGRAMME),
    "estimate-save": Row(None, EVERY, PROGRAMME),
    "estimate-propose": Row(EVERY, EVERY, PROGRAMME),
    "estimate-looked-at": Row(None, EVERY, PROGRAMME),
    "estimate-basis": Row(None, None, PROGRAMME, gone=True),
    "estimate-excel": Row(EVERY, EVERY, PROGRAMME),
    "estimate-excel-progress": Row(names=PROGRAMME),
    "estimate-remove": Row(EVERY, DRAFT, PROGRAMME),
    "estimate-compare": Row(None, EVERY, PROGRAMME),
    "programme-paper": Row(names=PROGRAMME),
    "programme-picture": Row(names=PROGRAMME, fixed={"number": 1}),
    "programme-file": Row(names=PROGRAMME, fixed={"to": "txt"}),
    "programme-approval": Row(EVERY, EVERY, PROGRAMME),
    "programme-spending": Row(names=PROGRAMME),
    "payment-request": Row(names=PROGRAMME, fixed={"number": 1}, gone=True),
    "suppliers": Row(EVERY, ENTER),
    "supplier": Row(ENTER, ENTER, {"pk": "supplier"}),
    "invoices": Row(),
    "invoice-new": Row(ENTER, ENTER),
    "invoice-void": Row(ENTER, ENTER, {"pk": "invoice"}),
    "contract-new": Row(ENTER, ENTER, PROGRAMME),
    "contract": Row(names=PROGRAMME, fixed={"number": 1}, gone=True),
    "contract-appendix": Row(names=PROGRAMME, fixed={"number": 1}, gone=True),
    "spending-entries": Row(names=PROGRAMME),
    "payment-paper": Row(names=PROGRAMME, fixed={"number": 1, "form": "payment-request", "to": "docx"}, gone=True),
    "contract-paper": Row(names=PROGRAMME, fixed={"number": 1, "form": "contract", "to": "docx"}, gone=True),
    "appendix-paper": Row(
        names=PROGRAMME, fixed={"number": 1, "appendix": 1, "form": "contract-appendix", "to": "docx"}, gone=True
    ),
    "contract-take-back": Row(names=PROGRAMME, fixed={"number": 1, "act": 1}, gone=True),
    "entries": Row(names=PROGRAMME),
    "entry": Row(names=PROGRAMME, fixed={"number": 1}, gone=True),
    "contract-release": Row(names=PROGRAMME, fixed={"number": 1}, gone=True),
    "request-new": Row("officer", "officer", PROGRAMME),
    "request-again": Row(names=PROGRAMME, fixed={"number": 1}, gone=True),
    "programme-adoption": Row(names=PROGRAMME, gone=True),
    "adoption-source": Row(names=PROGRAMME, gone=True),
    "programme-annex": Row(names=PROGRAMME, gone=True),
    "version-paper": Row(names=PROGRAMME, fixed={"number": 1}, gone=True),
    "signed-paper": Row(names=PROGRAMME, fixed={"paper": 1}, gone=True),
    "version-now": Row(names=PROGRAMME, fixed={"old": 1}, gone=True),
    "version-changes": Row(names=PROGRAMME, fixed={"old": 1, "new": 2}, gone=True),
    "reading-register": Row(DRAFT, DRAFT, fixed={"token": "example"}),
    # register, desk
    "register-book": Row(),
    "register-out": Row("clerk", "clerk"),
    "register-in": Row("clerk", "clerk"),
    "register-series": Row("clerk", "clerk"),
    "register-entry": Row(names={}, fixed={"pk": 1}, gone=True),
    "register-file": Row(fixed={"pk": 1, "file": 1}, gone=True),
    "register-envelope": Row(fixed={"pk": 1}, gone=True),
    "dispatch-sent": Row(None, fixed={"pk": 1}, gone=True),
    "dispatch-received": Row(None, fixed={"pk": 1}, gone=True),
    "desk": Row(),
    "notices": Row(),
    "notices-read": Row(None, EVERY),
    "calendar": Row(EVERY, EVERY),
    # the treasury
    "treasury": Row(EVERY, "accountant"),
    "treasury-statement": Row(fixed={"pk": 1}, gone=True),
    "treasury-file": Row(fixed={"pk": 1}, gone=True),
    # journal
    "journal": Row("admin auditor director deputy"),
    "journal-export": Row("admin auditor director deputy"),
    "programme-journal": Row(names=PROGRAMME),
}
OWN = {
    # one's own account: everybody who signed in, whatever their role
    "account", "mfa_index", "account_set_password", "choose-body", "account_change_password", "account_reauthenticate", "mfa_reauthenticate",
    "mfa_activate_totp", "account-qr", "mfa_deactivate_totp", "mfa_view_recovery_codes", "mfa_download_recovery_codes",
    "mfa_generate_recovery_codes", "usersessions_list", "account-session-end",
}  # fmt: skip
OPEN: dict[str, dict[str, Any]] = {
    # what keeps nothing of a body, and the doors: everybody
    "home": {}, "rules": {}, "norms": {}, "norm": {"item": "travel_per_diem"},
    "account_login": {}, "mfa_authenticate": {}, "account_logout": {},
    "invitation": {"secret": "x" * 43}, "start": {"secret": "x" * 43}, "calendar-feed": {"secret": "x" * 43},
    "reading": {"token": "example"}, "reading-json": {"token": "example"}, "reading-pages": {"token": "example"},
    "reading-picture": {"token": "example", "number": 1}, "reading-file": {"token": "example", "to": "txt"},
    "reading-delete": {"token": "example"},
}  # fmt: skip


def addresses(resolver: URLResolver) -> Iterator[URLPattern]:
    """Every address that the site has."""
    for each in resolver.url_patterns:
        if isinstance(each, URLResolver):
            yield from addresses(each)
        else:
            yield each


def test_every_address_has_a_row_and_every_row_an_address() -> None:
    names = {each.name for each in addresses(get_resolver())}
    assert names == set(OFFICE) | OWN | set(OPEN)
    pages = {each.name for each in addresses(get_resolver()) if getattr(each.callback, "is_office_page", False)}
    assert pages == set(OFFICE)


@pytest.fixture
def rows(cast: Cast, settings, tmp_path: Path) -> dict[str, int]:
    """What the department has: one of each that addresses name."""
    settings.FILES = tmp_path
    Person.objects.filter(pk=cast["clerk"].person.pk).update(name=ONE_OF_THEM)
    programme, given = (
        open_programme(cast["officer"], CONTENT),
        allot(cast["accountant"], replace(GIVEN, deciding_text=WORDS[1])),
    )
    draw_on(cast["officer"], programme.pk, given.pk)
    director, head, day = cast["director"].person, cast["head"].person, cast["head"].day
    made = delegate(cast["admin"], director.pk, head.pk, "15/GUQ-SCT", "", day, day)
    made.delete()  # the head keeps the rights of a head alone
    later = day.replace(year=day.year + 1)
    made = delegate(cast["admin"], director.pk, head.pk, "15/GUQ-SCT", "", later, later)
    stated = Invoice(seller="In Một", seller_tax_code="4900000001", symbol="1K24TAA", number="12", day=day, total=1000)
    return {
        "supplier": add_supplier(cast["officer"], NewSupplier("In Một"), "nha-cung-cap-1"),
        "invoice": enter_invoice(cast["officer"], stated, "hoa-don-000001"),
        "programme": programme.pk,
        "allotment": given.pk,
        "person": cast["clerk"].person.pk,
        "held": cast["clerk"].held[0].pk,
        "unit": cast.department.units.get().pk,
        "delegation": made.pk,
    }


def address_of(name: str, rows: dict[str, int]) -> str:
    row = OFFICE[name]
    return reverse(name, kwargs={key: rows[what] for key, what in row.names.items()} | row.fixed)


def asked(client: Client, method: str, address: str) -> tuple[int, str]:
    """The status and the words of an answer, without what it changed."""
    with transaction.atomic():
        answer = client.post(address, {"x": "1"}) if method == "post" else client.get(address)
        transaction.set_rollback(True)
    return answer.status_code, b"".join(answer).decode(errors="replace")  # also of a file that is streamed


@pytest.mark.parametrize("name", OFFICE)
def test_nobody_who_is_not_signed_in(client: Client, rows: dict[str, int], name: str) -> None:
    address = address_of(name, rows)
    answer = client.get(address)
    assert (answer.status_code, answer["Location"].partition("?")[0]) == (302, "/dang-nhap")
    assert asked(client, "post", address)[0] == 403


@pytest.mark.parametrize("name", OFFICE)
def test_each_role_of_the_body(cast: Cast, rows: dict[str, int], name: str) -> None:
    row, address = OFFICE[name], address_of(name, rows)
    for method, may in (("get", row.get), ("post", row.post)):
        answers = {role: asked(signed_in(cast[role]), method, address)[0] for role in ROLES}
        if row.gone:
            assert set(answers.values()) <= {403, 404, 405}, (method, answers)
        elif may is None:
            assert set(answers.values()) == {405}, (method, answers)
        else:
            let = {role for role, status in answers.items() if status in (200, 302, 303, 400, 422)}
            assert let == set(may.split()), (method, answers)
            assert set(answers.values()) <= {200, 302, 303, 400, 403, 422}, (method, answers)


@pytest.mark.parametrize("name", OFFICE)
def test_each_role_of_another_body(cast: Cast, rows: dict[str, int], name: str) -> None:
    row, address = OFFICE[name], address_of(name, rows)
    before = list(Programme.objects.values())
    for tag in ("-xa", "-tinh"):
        for role in ROLES:
            for method in ("get", "post"):
                status, said = asked(signed_in(cast.of(tag, role)), method, address)
                if row.names:
                    assert status in (403, 404, 405), (tag, role, method, status)
                if name != "reading-register":  # the example that ships with Quyết has the same words
                    assert not any(each in said for each in WORDS), (tag, role, method)
                assert ONE_OF_THEM not in said and status < 500, (tag, role, method)
    assert list(Programme.objects.values()) == before


SHOWN = {"programmes", "programme", "programme-json", "programme-paper", "programme-picture", "programme-file",
         "programme-estimate", "estimate-excel", "estimate-propose"}  # fmt: skip


@pytest.mark.parametrize("name", sorted(each for each, row in OFFICE.items() if row.names == PROGRAMME))
def test_what_is_shared_is_read_by_the_superior_and_changed_by_nobody_there(
    cast: Cast, rows: dict[str, int], name: str
) -> None:
    Programme.objects.update(shared=True)
    address = address_of(name, rows)
    for role in ("officer", "head", "accountant", "director", "admin"):
        status, _ = asked(signed_in(cast.of("-tinh", role)), "get", address)
        assert (status == 200) == (name in SHOWN), (role, status)
        before = list(Programme.objects.values())
        answer = signed_in(cast.of("-tinh", role)).post(address, {"x": "1", "do": "save", "allotment": "none"})
        assert answer.status_code not in (302, 303), role
        assert list(Programme.objects.values()) == before
        assert asked(signed_in(cast.of("-xa", role)), "get", address)[0] in (403, 404, 405)


@pytest.mark.parametrize("name", sorted(OWN))
def test_one_s_own_account_asks_who_one_is(client: Client, name: str) -> None:
    address = reverse(name, args=[1] if name == "account-session-end" else [])
    for answer in (client.get(address), client.post(address, {"x": "1"})):
        assert answer.status_code in (302, 405)
        assert answer.status_code == 405 or answer["Location"].startswith("/dang-nhap")


@pytest.mark.parametrize("name", OPEN)
def test_what_is_open_is_open_and_never_fails(client: Client, name: str) -> None:
    gone = name in ("invitation", "start", "calendar-feed")
    expected = {404} if gone else {405} if name == "reading-delete" else {200, 302}
    assert client.get(reverse(name, kwargs=OPEN[name])).status_code in expected
    assert client.post(reverse(name, kwargs=OPEN[name]), {"x": "1"}).status_code < 500
