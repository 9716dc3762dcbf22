"""A supplier that was mended: what was approved, signed or booked before goes on naming it as it was."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from quyet.actions.contracts import NewAppendix, add_appendix
from quyet.actions.refusal import Refused
from quyet.actions.suppliers import NewSupplier, add_supplier, change_supplier
from quyet.store.models import PaymentRequest, Supplier, SupplierState
from tests.held import docx_text
from tests.spending import TR, Office, key, millions, on
from tests.web.conftest import signed_in
from tests.web.test_spending import _content, said

pytestmark = pytest.mark.django_db

OLD, NEW = "3713.0.1054321", "3713.0.1067890"
SAYS = "Nhà cung cấp đã được sửa ngày 06/05/2024; giấy tờ giữ tên, tài khoản lúc duyệt chi."


@pytest.fixture
def at(db: Any, settings: Any, tmp_path: Path) -> Iterator[Office]:
    """The office on 06/05/2024, all day at one moment; its supplier has the account OLD."""
    settings.FORMS = tmp_path
    made = Office(millions(content=_content()))
    with on(made.day):
        mend(made, account=OLD, bank="Kho bạc Lạng Sơn")
        yield made


def mend(at: Office, pk: int | None = None, **change: str) -> None:
    one = Supplier.objects.get(pk=pk or at.money.supplier.pk)
    said = {name: getattr(one, name) for name in ("name", "tax_code", "account", "bank", "address")}
    with on(at.day):
        change_supplier(at.who("officer"), one.pk, NewSupplier(**{**said, **change}), one.revision, key())


def address(at: Office, *parts: object) -> str:
    return "/".join([f"/chuong-trinh/{at.money.programme.pk}/chi-tieu", *map(str, parts)])


def page(at: Office, *parts: object) -> str:
    return said(signed_in(at.who("auditor")).get(address(at, *parts)))


def paper(at: Office, *parts: object) -> str:
    answer = signed_in(at.who("auditor")).get(address(at, *parts))
    assert answer.status_code == 200
    return docx_text(answer.content)


def accounts(words: str) -> list[str]:
    return [each for each in (OLD, NEW) if each in words]


def test_what_was_approved_is_paid_to_the_account_that_was_approved(at: Office) -> None:
    """The director approves OLD; the account is mended before the accountant sends it: the paper that goes to the
    treasury is the one that was approved, and the page says so."""
    request = at.ask("payment", (at.money.hall, 10), title="Thuê hội trường")
    draft = (request, "giay-to", "c2-02a-2020.docx")
    assert accounts(paper(at, *draft)) == [OLD]
    at.go(request, "check", "approve")
    mend(at, account=NEW, name="Công ty In Một và Con")
    for moves, says in ((), True), (("send",), False), (("confirm",), False):
        at.go(request, *moves)
        words, shown = paper(at, *draft), page(at, request)
        assert accounts(words) == [OLD] and "In Một và Con" not in words
        assert accounts(shown) == [OLD] and SAYS in shown
        assert ("Muốn trả theo bản sửa thì trả lại để đề nghị và duyệt lại." in shown) is says
    assert accounts(page(at, at.ask("payment", (at.money.hall, 1)))) == [NEW]


@pytest.mark.parametrize(("moves", "back"), [
    (("check",), "return"),
    (("check", "approve"), "return"),
    (("check", "approve", "send"), "refuse"),
])  # fmt: skip
def test_a_wrong_account_is_mended_before_the_money_goes(at: Office, moves: tuple[str, ...], back: str) -> None:
    from quyet.actions.payments import ask_again

    request = at.ask("payment", (at.money.hall, 10), title="Thuê hội trường")
    at.go(request, *moves)
    at.go(request, back, reason="Sai số tài khoản")
    mend(at, account=NEW)
    assert accounts(page(at, request)) == [NEW] and "đã được sửa" not in page(at, request)
    ask_again(at.who("officer"), request, at.new("payment", (at.money.hall, 10)), key())
    at.go(request, "check", "approve", "send")
    assert accounts(paper(at, request, "giay-to", "c2-02a-2020.docx")) == [NEW]
    assert "đã được sửa" not in page(at, request)


def test_a_contract_keeps_the_account_that_was_signed_and_its_appendix_that_of_its_own_day(at: Office) -> None:
    contract = at.contract((at.money.banner, 20))
    before = NewAppendix("PL-01", at.day, "Thêm 2 băng rôn", {at.money.banner.pk: 2 * TR})
    first = add_appendix(at.who("officer"), contract, before, key())
    at.day = date(2024, 6, 3)
    mend(at, account=NEW)
    with on(at.day):
        after = NewAppendix("PL-02", at.day, "Bớt 1 băng rôn", {at.money.banner.pk: -TR})
        second = add_appendix(at.who("accountant"), contract, after, key())
    of = ("hop-dong", contract)
    assert accounts(paper(at, *of, "giay-to", "contract.docx")) == [OLD]
    appendices = [paper(at, *of, "phu-luc", each, "giay-to", "contract-appendix.docx") for each in (first, second)]
    assert [accounts(each) for each in appendices] == [[OLD], [NEW]]
    shown = page(at, *of)
    assert "Nhà cung cấp đã được sửa ngày 03/06/2024; giấy tờ của hợp đồng giữ tên, tài khoản lúc nhập" in shown
    for number, day, who, by in (
        ("PL-01", "06/05/2024", "Lý Thu An", "+2.000.000"), ("PL-02", "03/06/2024", "Nông Thị Cúc", "−1.000.000"),
    ):  # fmt: skip
        assert f'{number}, {day}<span class="about">nhập {day}, {who}</span>' in shown and by in shown


def test_the_accounting_program_gets_each_entry_as_its_paper_names_it(at: Office) -> None:
    """Paid to In Một, then renamed, then paid again; and what was taken back is named as it was paid."""
    first = at.done("payment", (at.money.hall, 10))
    mend(at, name="Công ty In Một và Con")
    at.done("payment", (at.money.hall, 5))
    at.go(first, "correct", reason="Nhập nhầm số")
    book = signed_in(at.who("accountant")).get(address(at, "but-toan.xlsx")).content
    heading, *rows = load_workbook(BytesIO(book)).worksheets[0].iter_rows(values_only=True)
    payee, amount = heading.index("Đối tượng"), heading.index("Số tiền")
    assert [(row[payee], row[amount]) for row in rows] == [
        ("Công ty In Một", 10_000_000), ("Công ty In Một và Con", 5_000_000), ("Công ty In Một", -10_000_000),
    ]  # fmt: skip


def test_every_state_of_a_supplier_is_kept_with_who_made_it_so(at: Office) -> None:
    made = add_supplier(at.who("officer"), NewSupplier("Nhà in Hai", account="1"), key())
    at.day = date(2024, 6, 3)
    mend(at, made, account="2")
    mend(at, made, account="2")  # nothing is mended
    rows = SupplierState.objects.filter(supplier=made)
    assert [(each.revision, each.account, each.person.login, f"{each.at:%d/%m/%Y}") for each in rows] == [
        (0, "1", "an", "06/05/2024"), (1, "2", "an", "03/06/2024"),
    ]  # fmt: skip


def test_a_missing_tax_code_is_filled_in_later_and_then_stays(at: Office) -> None:
    """Entered without its code, named by a request that was approved: the code comes, and the approved paper stays."""
    made = add_supplier(at.who("officer"), NewSupplier("Bà Nông Thị Hoa"), key())
    request = at.ask("payment", (at.money.hall, 1), supplier=made)
    at.go(request, "check", "approve")
    officer = signed_in(at.who("officer"))
    assert "readonly" not in said(officer.get(f"/nha-cung-cap/{made}"))
    mend(at, made, tax_code="4900 000 009")
    assert Supplier.objects.get(pk=made).tax_code == "4900000009"
    assert "readonly" in said(officer.get(f"/nha-cung-cap/{made}"))
    assert "mã số thuế: – → 4900000009" in said(signed_in(at.who("auditor")).get("/nhat-ky"))
    assert "4900000009" not in paper(at, request, "giay-to", "c2-02a-2020.docx")
    for other in ("4900000010", ""):
        with pytest.raises(Refused, match="its tax code stays"):
            mend(at, made, tax_code=other)
    with pytest.raises(Refused, match="is of “Bà Nông Thị Hoa”"):
        mend(at, add_supplier(at.who("officer"), NewSupplier("Người khác"), key()), tax_code="4900000009")


@pytest.mark.parametrize("what", ["mended", "asked anew"])
def test_nobody_approves_what_their_page_did_not_show(at: Office, what: str) -> None:
    """The director reads a page with the account OLD and 10.000.000 đồng. Before the button is pressed the account is
    mended, or the request returned, asked for with 12.000.000 đồng and checked: the button is refused, the page now
    shows what there is, and its own button goes through."""
    from quyet.actions.payments import ask_again

    request = at.ask("payment", (at.money.hall, 10), title="Thuê hội trường")
    at.go(request, "check")
    director = signed_in(at.who("director"))
    opened = pressed(director.get(address(at, request)), "approve")
    if what == "mended":
        mend(at, account=NEW)
    else:
        at.go(request, "return", reason="Thiếu một buổi")
        ask_again(at.who("officer"), request, at.new("payment", (at.money.hall, 12)), key())
        at.go(request, "check")

    refused = director.post(address(at, request), opened)
    assert refused.status_code == 409 and state(request) == "checked"
    words = said(refused)
    assert "Đề nghị hoặc nhà cung cấp vừa được sửa sau khi trang này mở" in words
    assert (accounts(words) == [NEW]) is (what == "mended") and ("12.000.000" in words) is (what == "asked anew")

    assert director.post(address(at, request), pressed(refused, "approve")).status_code == 303
    assert state(request) == "approved"


def pressed(page: Any, move: str) -> dict[str, str]:
    """What the form of that move sends from the page as it was opened."""
    (form,) = (each for each in page.content.decode().split("<form")[1:] if f'name="do" value="{move}"' in each)
    return dict(re.findall(r'name="(do|key|seen)" (?:value|[^>]*?value)="([^"]*)"', form))


def state(request: int) -> str:
    return PaymentRequest.objects.get(pk=request).state
