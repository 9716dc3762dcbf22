"""How many questions a page puts to the database: 15 at most, and no more of them where there are more rows.

Complete by construction: an address that has no row here fails.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from quyet.actions.clock import clock_at
from quyet.store.models import Appendix, Body, ContractAct, Invoice, LedgerEntry, SignedPaper
from quyet.web.office import CHOSEN
from tests.cast import Cast
from tests.web.conftest import signed_in
from tests.web.grown_office import AT, Office, grown_office

pytestmark = pytest.mark.django_db

MOST = 15

Asked = Callable[[Office], list[str]]


def at(name: str, *given: Callable[[Office], object], query: str = "") -> Asked:
    """The address of a page with what it is given."""
    return lambda office: [reverse(name, args=[each(office) for each in given]) + query]


def of_each(name: str, *programmes: Callable[[Office], object]) -> Asked:
    """The same tab of several programmes."""
    return lambda office: [reverse(name, args=[each(office)]) for each in programmes]


def draft(office: Office) -> int:
    return office.draft.pk


def appraised(office: Office) -> int:
    return office.appraised.pk


def issued(office: Office) -> int:
    return int(office.entry.programme_id or 0)


def adopted(office: Office) -> int:
    return office.adopted.pk


def lacking(office: Office) -> int:
    return office.lacking.pk


def entry(office: Office) -> int:
    return office.entry.pk


def allotment(office: Office) -> int:
    return int(office.draft.allotment_id or 0)


def contract(office: Office) -> int:
    return office.money.contract


def fixed(value: object) -> Callable[[Office], object]:
    return lambda office: value


ONE, TWO, EXAMPLE = fixed(1), fixed(2), fixed("example")

PAGES: dict[str, Asked] = {
    # of everybody
    "home": at("home"),
    "rules": at("rules"),
    "norms": at("norms"),
    "norm": at("norm", fixed("travel_per_diem")),
    "reading": at("reading", EXAMPLE),
    "reading-json": at("reading-json", EXAMPLE),
    "reading-pages": at("reading-pages", EXAMPLE),
    "reading-picture": at("reading-picture", EXAMPLE, ONE),
    "reading-file": at("reading-file", EXAMPLE, fixed("txt")),
    "reading-register": at("reading-register", EXAMPLE),
    "calendar-feed": at("calendar-feed", lambda office: office.calendar),
    # my account
    "account_login": at("account_login"),
    "account_logout": at("account_logout"),
    "account": at("account"),
    "mfa_index": at("mfa_index"),
    "account_set_password": at("account_set_password"),
    "account_change_password": at("account_change_password"),
    "account_reauthenticate": at("account_reauthenticate"),
    "mfa_authenticate": at("mfa_authenticate"),
    "mfa_reauthenticate": at("mfa_reauthenticate"),
    "mfa_activate_totp": at("mfa_activate_totp"),
    "account-qr": at("account-qr"),
    "mfa_deactivate_totp": at("mfa_deactivate_totp"),
    "mfa_view_recovery_codes": at("mfa_view_recovery_codes"),
    "mfa_download_recovery_codes": at("mfa_download_recovery_codes"),
    "mfa_generate_recovery_codes": at("mfa_generate_recovery_codes"),
    "invitation": at("invitation", fixed("x" * 43)),
    "start": at("start", fixed("x" * 43)),
    # the body
    "people": at("people"),
    "person": at("person", lambda office: office.viewer.person.pk),
    "person-new": at("person-new"),
    "person-welcome": at("person-welcome"),
    "body-settings": at("body-settings"),
    "body-ties": at("body-ties"),
    "body-new": at("body-new"),
    "body-rename": at("body-rename"),
    "unit-new": at("unit-new"),
    "delegation-new": at("delegation-new"),
    "journal": at("journal"),
    "journal-export": at("journal-export"),
    # allotments
    "allotments": at("allotments", query="?nam=2024"),
    "allotment": at("allotment", allotment),
    "allotment-new": at("allotment-new"),
    # programmes
    "programmes": at("programmes"),
    "programme-new": at("programme-new"),
    "adopt": at("adopt"),
    "programme": of_each("programme", draft, appraised, issued, adopted, lacking),
    "programme-json": of_each("programme-json", draft, issued, lacking),
    "programme-draw": of_each("programme-draw", draft),
    "programme-estimate": of_each("programme-estimate", draft, appraised, issued, lacking),
    "estimate-propose": of_each("estimate-propose", draft),
    "estimate-excel": of_each("estimate-excel", draft),
    "estimate-excel-progress": of_each("estimate-excel-progress", draft),
    "estimate-remove": of_each("estimate-remove", draft),
    "programme-paper": of_each("programme-paper", draft, appraised, issued),
    "programme-picture": at("programme-picture", draft, ONE),
    "programme-file": at("programme-file", draft, fixed("txt")),
    "programme-approval": of_each("programme-approval", draft, appraised, issued),
    "version-paper": at("version-paper", appraised, ONE),
    "signed-paper": at("signed-paper", appraised, lambda office: SignedPaper.objects.order_by("id")[0].pk),
    "version-now": at("version-now", draft, ONE),
    "version-changes": at("version-changes", draft, ONE, TWO),
    "programme-adoption": of_each("programme-adoption", adopted, lacking),
    "adoption-source": of_each("adoption-source", adopted),
    "programme-annex": of_each("programme-annex", lacking),
    "programme-spending": of_each("programme-spending", draft, issued),
    "payment-request": lambda office: [
        f"/chuong-trinh/{issued(office)}/chi-tieu/{each}" for each in office.money.requests
    ],
    "suppliers": at("suppliers"),
    "supplier": at("supplier", lambda office: office.money.supplier),
    "invoices": at("invoices"),
    "invoice-new": at("invoice-new"),
    "invoice-void": at("invoice-void", lambda office: Invoice.objects.order_by("pk")[0].pk),
    "contract-new": of_each("contract-new", draft, issued),
    "contract": at("contract", issued, contract),
    "contract-appendix": at("contract-appendix", issued, contract),
    "contract-release": at("contract-release", issued, contract),
    "contract-take-back": lambda office: [
        reverse("contract-take-back", args=[issued(office), each.contract_id, each.pk])
        for each in (*ContractAct.objects.filter(what="enter")[:1], *ContractAct.objects.filter(what="appendix")[:1])
    ],
    "entries": of_each("entries", draft, issued),
    "entry": lambda office: [
        reverse("entry", args=[issued(office), each])
        for each in LedgerEntry.objects.filter(programme=issued(office)).order_by("id").values_list("pk", flat=True)[:2]
    ],
    "spending-entries": at("spending-entries", issued),
    "payment-paper": lambda office: [
        reverse("payment-paper", args=[issued(office), office.money.paid, "c2-02a-2020", "docx"]),
    ],
    "contract-paper": at("contract-paper", issued, contract, fixed("contract"), fixed("docx")),
    "appendix-paper": lambda office: [
        reverse("appendix-paper", args=[issued(office), contract(office), each, "contract-appendix", "docx"])
        for each in Appendix.objects.filter(contract=contract(office)).values_list("pk", flat=True)[:1]
    ],
    "request-new": lambda office: [
        reverse("request-new", args=[issued(office)]) + query
        for query in (
            "",
            "?loai=payment",
            f"?loai=payment&hop-dong={contract(office)}",
            f"?loai=clearing&cua={office.money.paid}",
        )
    ],
    "request-again": at("request-again", issued, lambda office: office.money.returned),
    "programme-journal": of_each("programme-journal", draft, issued),
    "treasury": at("treasury"),
    "treasury-statement": lambda office: [reverse("treasury-statement", args=[office.statement])],
    "treasury-file": lambda office: [reverse("treasury-file", args=[office.statement])],
    # the register
    "register-book": lambda office: ["/so-van-ban", "/so-van-ban?tim=san+xuat", "/so-van-ban?tim=135&nam=2024"],
    "register-entry": at("register-entry", entry),
    "register-file": at("register-file", entry, lambda office: office.entry.file_id),
    "register-envelope": at("register-envelope", entry),
    "register-out": at("register-out"),
    "register-in": at("register-in"),
    "register-series": at("register-series"),
    # the desk
    "desk": at("desk"),
    "notices": at("notices"),
    "calendar": at("calendar"),
}

NO_PAGE = {
    "allotment-change", "programme-share", "estimate-save", "estimate-looked-at", "unit-close", "delegation-end",
    "role-end", "person-link", "person-second-step", "person-leave", "dispatch-sent", "dispatch-received", "notices-read",
    "estimate-basis", "estimate-compare", "usersessions_list", "account-session-end", "choose-body", "reading-delete",
}  # fmt: skip
"""Addresses that only take forms: GET is refused, which this test sees too."""

NOT_ANSWERED = {
    "invitation", "start", "account-qr", "mfa_deactivate_totp", "mfa_view_recovery_codes", "mfa_download_recovery_codes",
}  # fmt: skip
"""Addresses that have nothing to show here; what they ask before they say so is counted too."""


def names() -> Iterator[tuple[str, URLPattern]]:
    """Every address of the site by its name."""
    waiting: list[URLPattern | URLResolver] = list(get_resolver().url_patterns)
    while waiting:
        each = waiting.pop()
        if isinstance(each, URLResolver):
            waiting += each.url_patterns
        else:
            assert each.name, f"an address without a name: {each.pattern}"
            yield each.name, each


@pytest.fixture
def grown(cast: Cast, settings, tmp_path: Path) -> Iterator[Office]:
    settings.FILES = tmp_path / "files"
    with clock_at(AT):
        yield grown_office(cast)


def test_every_address_stands_in_one_of_the_tables() -> None:
    assert {name for name, _ in names()} == set(PAGES) | NO_PAGE
    assert not set(PAGES) & NO_PAGE


def counted(client: Client, address: str) -> tuple[int, list[str]]:
    """The answer's code, and the questions that it took."""
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(address)
        assert b"".join(answer.streaming_content if answer.streaming else [answer.content]) is not None
    return answer.status_code, [each["sql"] for each in queries.captured_queries]


def all_counted(client: Client, office: Office) -> dict[str, tuple[int, list[str]]]:
    found = {}
    for name, asked in PAGES.items():
        for address in asked(office):
            found[f"{name} {address}"] = counted(client, address)
    return found


def test_no_page_asks_more_than_fifteen_times_nor_more_where_there_are_more_rows(grown: Office) -> None:
    client = signed_in(grown.viewer)
    grown.grow(2)
    all_counted(client, grown)  # what a process keeps from its first page on is no matter of rows
    few = all_counted(client, grown)
    grown.grow(18)
    many = all_counted(client, grown)
    assert {page.split()[0] for page, (code, _) in few.items() if code == 404} == NOT_ANSWERED
    assert {code for code, _ in few.values()} == {200, 302, 404}
    counts = {page: (len(few[page][1]), len(asked)) for page, (_, asked) in many.items()}
    too_many = {page: count for page, count in counts.items() if max(count) > MOST}
    grows = {page: count for page, count in counts.items() if count[1] > count[0]}
    assert (too_many, grows) == ({}, {})


def test_a_superior_reads_twenty_shared_programmes_with_as_few(grown: Office) -> None:
    client = signed_in(grown.viewer)
    session = client.session
    session[CHOSEN] = grown.cast.province.pk
    session.save()
    counts = []
    for more in (2, 18):
        grown.grow(more)
        Body.objects.filter(name__startswith="Trung tâm").update(parent=grown.cast.province)
        code, asked = counted(client, "/chuong-trinh")
        counts.append((code, len(asked)))
    assert counts[0] == counts[1] and counts[0][0] == 200 and counts[0][1] <= MOST


def test_what_only_takes_forms_refuses_to_be_opened(grown: Office) -> None:
    client = signed_in(grown.viewer)
    numbers = {"pk": 1, "held": 1, "token": "example"}
    for name, pattern in names():
        if name in NO_PAGE:
            given = {key: numbers[key] for key in pattern.pattern.converters} or (
                {"token": "example"} if name == "reading-delete" else {}
            )
            assert client.get(reverse(name, kwargs=given)).status_code == 405, name
