"""What somebody types too long, or with U+0000 in it, is refused in the same words on SQLite and on PostgreSQL, whatever
act it is typed for; and nothing is changed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from quyet.actions.allotments import allot, change_allotment
from quyet.actions.annex_returns import return_annex
from quyet.actions.approval import answer_finding, send_back, withdraw
from quyet.actions.bodies import describe, open_unit, rename
from quyet.actions.clock import clock_at
from quyet.actions.contracts import NewAppendix, NewContract, add_appendix, open_contract, release
from quyet.actions.files import keep
from quyet.actions.founding import NewBody, found
from quyet.actions.invitations import FirstStart, first_link, start
from quyet.actions.invoices import enter_invoice
from quyet.actions.numbers import go_on_from
from quyet.actions.papers import Incoming, Outgoing, enter_incoming, enter_outgoing
from quyet.actions.payments import ask
from quyet.actions.payments import send_back as send_request_back
from quyet.actions.people import NewRole, delegate, give_role, invite, welcome
from quyet.actions.programmes import open_programme
from quyet.actions.refusal import Refused
from quyet.actions.requests import NewPayment
from quyet.actions.suppliers import NewSupplier, add_supplier
from quyet.core.payments.invoices import Invoice
from quyet.files.drafts import DraftRefused
from quyet.store.models import ApprovalAct, JournalRow, Line, Person, Programme, RoleHeld
from tests.actions.signed import CONTENT, allotted
from tests.actions.test_allotments import GIVEN
from tests.cast import Cast
from tests.money import money_open
from tests.spending import key

pytestmark = pytest.mark.django_db

DAY = date(2024, 3, 11)
OUT = Outgoing("KH", "KH-SCT", DAY, "Kế hoạch", 1)
IN = Incoming("CV", "12/UBND", DAY, "UBND xã", "Công văn", DAY, 1)
DIRECTOR = NewRole(role="director", since=DAY)
Act = Callable[[Cast, str], Any]


@pytest.fixture(autouse=True)
def in_2024(settings, tmp_path: Path) -> Iterator[None]:
    settings.FILES = tmp_path / "files"
    with clock_at(datetime(2024, 3, 11, 2, 0, tzinfo=UTC)):
        yield


def submitted(cast: Cast) -> int:
    made = open_programme(cast["officer"], CONTENT)
    Programme.objects.filter(pk=made.pk).update(state="submitted")
    ApprovalAct.objects.create(programme=made, move="submit", person=cast["head"].person, at=made.made_at)
    return made.pk


def drafted(cast: Cast) -> int:
    return open_programme(cast["officer"], CONTENT).pk


def changed(cast: Cast, deciding_text: str = "2/QĐ", reason: str = "Bổ sung") -> None:
    change_allotment(cast["accountant"], allotted(cast, 10**9).pk, 1, deciding_text, DAY, reason)


def delegated(cast: Cast, text: str = "1/UQ", position: str = "") -> None:
    who = (cast["director"].person.pk, cast["office"].person.pk)
    delegate(cast["admin"], *who, deciding_text=text, position=position, since=DAY, until=date(2024, 12, 31))


def begun(cast: Cast, body: str) -> None:
    """A first start, where nobody is there yet."""
    RoleHeld.objects.all().delete()
    Person.objects.all().delete()
    secret = first_link()
    assert secret is not None
    start(secret, FirstStart(body, "department", "Phan Thị Inh", "inh", "mot-mat-khau-dai-cua-kiem-thu"))


def contracted(cast: Cast, number: str = "1/HĐ", title: str = "In") -> int:
    money = money_open(cast.department)
    new = NewContract(money.supplier.pk, number, DAY, title, {money.banner.pk: 10})
    return open_contract(cast["officer"], money.programme.pk, new, key())


def grown(cast: Cast, number: str = "PL-1", reason: str = "Thêm") -> None:
    made = contracted(cast)
    line = Line.objects.get(shares__contract=made)
    add_appendix(cast["officer"], made, NewAppendix(number, DAY, reason, {line.pk: 1}), key())


def asked(cast: Cast, title: str = "In", payee: str = "Bảo", accepted_number: str = "") -> int:
    money = money_open(cast.department)
    new = NewPayment("advance", title, {money.banner.pk: 10}, payee=payee, accepted_number=accepted_number)
    return ask(cast["officer"], money.programme.pk, new, key())


def returned(cast: Cast, reason: str) -> None:
    send_request_back(cast["accountant"], asked(cast), reason, key())


def opened(cast: Cast, **said: str) -> None:
    new = {"name": "Trung tâm", "level": "department", "person": "Mã Văn Khoa", "login": "khoa", **said}
    found(cast["admin"], NewBody(**new))


def invoiced(cast: Cast, **said: str) -> None:
    typed = {"seller": "In Một", "seller_tax_code": "4900000001", "symbol": "1K24TAA", "number": "7", **said}
    enter_invoice(cast["officer"], Invoice(**typed, day=DAY, total=10), key())


ACTS: dict[str, tuple[int, Act]] = {
    # what is typed → the most characters that are kept, and the act
    "deciding_text of an allotment": (60, lambda cast, text: allot(cast["accountant"], replace(GIVEN, deciding_text=text))),
    "source of an allotment": (120, lambda cast, text: allot(cast["accountant"], replace(GIVEN, source=text))),
    "deciding_text of a change": (60, lambda cast, text: changed(cast, deciding_text=text)),
    "reason of a change": (500, lambda cast, text: changed(cast, reason=text)),
    "reason of a return": (20_000, lambda cast, text: send_back(cast["office"], submitted(cast), "draft", text)),
    "reason of a withdrawal": (20_000, lambda cast, text: withdraw(cast["head"], submitted(cast), text)),
    "answer to a finding": (20_000, lambda cast, text: answer_finding(cast["officer"], drafted(cast), "F1||x", text)),
    "reason of an annex given back": (
        20_000, lambda cast, text: return_annex(cast["accountant"], drafted(cast), 1, text)
    ),
    "kind of a paper": (40, lambda cast, text: enter_outgoing(cast["clerk"], replace(OUT, kind=text))),
    "title of a paper": (2000, lambda cast, text: enter_outgoing(cast["clerk"], replace(OUT, title=text))),
    "recipient of a paper": (500, lambda cast, text: enter_outgoing(cast["clerk"], replace(OUT, recipients=[text]))),
    "kind of a paper received": (40, lambda cast, text: enter_incoming(cast["clerk"], replace(IN, kind=text))),
    "symbol of a paper received": (60, lambda cast, text: enter_incoming(cast["clerk"], replace(IN, symbol=text))),
    "issuer of a paper received": (200, lambda cast, text: enter_incoming(cast["clerk"], replace(IN, issuer=text))),
    "title of a paper received": (2000, lambda cast, text: enter_incoming(cast["clerk"], replace(IN, title=text))),
    "kind of a series": (40, lambda cast, text: go_on_from(cast["clerk"], text, 5)),
    "name of a unit": (200, lambda cast, text: open_unit(cast["admin"], text, DAY)),
    "name of the body": (200, lambda cast, text: rename(cast["admin"], text, "", "", DAY)),
    "identifier of the body": (40, lambda cast, text: describe(cast["admin"], "", text, False)),
    "name of the first body": (200, begun),
    "name of a further body": (200, lambda cast, text: opened(cast, name=text)),
    "identifier of a further body": (40, lambda cast, text: opened(cast, identifier=text)),
    "name of its administrator": (120, lambda cast, text: opened(cast, person=text)),
    "name of a person": (120, lambda cast, text: invite(cast["admin"], "moi", text, "", DIRECTOR)),
    "login of a person who is there": (60, lambda cast, text: welcome(cast["admin"], text, DIRECTOR)),
    "position of a role": (
        120, lambda cast, text: give_role(cast["admin"], cast["clerk"].person.pk, replace(DIRECTOR, position=text))
    ),
    "name of a supplier": (200, lambda cast, text: add_supplier(cast["officer"], NewSupplier(text), key())),
    "tax code of a supplier": (14, lambda cast, text: add_supplier(cast["officer"], NewSupplier("In", text), key())),
    "account of a supplier": (40, lambda cast, text: add_supplier(cast["officer"], NewSupplier("In", account=text), key())),
    "bank of a supplier": (200, lambda cast, text: add_supplier(cast["officer"], NewSupplier("In", bank=text), key())),
    "address of a supplier": (300, lambda cast, text: add_supplier(cast["officer"], NewSupplier("In", address=text), key())),
    "number of a contract": (60, lambda cast, text: contracted(cast, number=text)),
    "title of a contract": (500, lambda cast, text: contracted(cast, title=text)),
    "number of an appendix": (60, lambda cast, text: grown(cast, number=text)),
    "reason of an appendix": (500, lambda cast, text: grown(cast, reason=text)),
    "reason of a release": (500, lambda cast, text: release(cast["accountant"], contracted(cast), text, DAY, key())),
    "title of a request": (500, lambda cast, text: asked(cast, title=text)),
    "payee of a request": (200, lambda cast, text: asked(cast, payee=text)),
    "acceptance of a request": (60, lambda cast, text: asked(cast, accepted_number=text)),
    "reason of its return": (500, lambda cast, text: returned(cast, text)),
    "seller of an invoice": (500, lambda cast, text: invoiced(cast, seller=text)),
    "tax code of its seller": (20, lambda cast, text: invoiced(cast, seller_tax_code=text)),
    "buyer of an invoice": (500, lambda cast, text: invoiced(cast, buyer=text)),
    "tax code of its buyer": (20, lambda cast, text: invoiced(cast, buyer_tax_code=text)),
    "symbol of an invoice": (40, lambda cast, text: invoiced(cast, symbol=text)),
    "number of an invoice": (40, lambda cast, text: invoiced(cast, number=text)),
    "text of a delegation": (60, lambda cast, text: delegated(cast, text=text)),
    "position of a delegation": (120, lambda cast, text: delegated(cast, position=text)),
}  # fmt: skip


@pytest.mark.parametrize("typed", ACTS)
def test_one_character_too_many_is_refused_and_says_how_many_may_be(cast: Cast, typed: str) -> None:
    most, act = ACTS[typed]
    with pytest.raises(Refused) as refused:
        act(cast, "a" * (most + 1))
    assert f"{most:,}".replace(",", ".") in " ".join(fault.message for fault in refused.value.faults)


@pytest.mark.parametrize("typed", ACTS)
def test_a_null_character_is_refused_by_name(cast: Cast, typed: str) -> None:
    with pytest.raises(Refused) as refused:
        ACTS[typed][1](cast, "Kế\0hoạch")
    assert "U+0000" in " ".join(fault.message for fault in refused.value.faults)
    assert not JournalRow.objects.filter(reason__contains="Kế").exists()


@pytest.mark.parametrize("wrong", ["a" * 2001, "Chương\0trình"])
def test_a_programme_whose_name_cannot_be_kept_is_refused_with_its_key(cast: Cast, wrong: str) -> None:
    data = json.loads(CONTENT)
    data["programme"]["name"] = wrong
    with pytest.raises(DraftRefused) as refused:
        open_programme(cast["officer"], json.dumps(data))
    assert [fault.key for fault in refused.value.faults] == ["programme.name"]
    assert not Programme.objects.exists()


def test_a_file_whose_name_holds_one_is_kept_without_it(cast: Cast) -> None:
    made = keep(cast.department.pk, b"%PDF-", "ban\0ky.pdf", "application/pdf", Person.objects.get(login="an").pk)
    assert made.name == "banky.pdf"
