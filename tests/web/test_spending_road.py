"""Lạng Sơn's year spent to 183.400.000 of 185.000.000 đồng in browsers, by the people who may, everything through the
pages: three contracts, an advance and its clearing, payments, one refused by the treasury and asked again, a tour's
money in the hands of a person, one refund. The story is the example's (`quyet.data.spending`)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from quyet.actions import clock
from quyet.actions.register import issue
from quyet.cli import main
from quyet.core.payments import KINDS
from quyet.files.facts.spending import Agreed, Billed, Paid, Payee, Spending, load_spending
from quyet.store.models import Contract, Invoice, PaymentAct, PaymentRequest, Programme, RoleHeld, Supplier
from tests.actions.signed import allotted, signed_programme
from tests.cast import SINCE, Cast
from tests.web.conftest import Open

pytestmark = pytest.mark.django_db(transaction=True)

ISSUED = date(2024, 3, 11)
READ_FROM_XML, ON_THE_WAY = "handbooks", "hall"
"""Invoices that come from an e-invoice's XML, and from within the form of their request; the others are typed."""


class Calendar:
    """The day on which everybody works, also the server's threads."""

    def __init__(self) -> None:
        self.day = ISSUED

    def get(self) -> datetime:
        return datetime(self.day.year, self.day.month, self.day.day, 3, tzinfo=UTC)


@pytest.fixture
def calendar(monkeypatch: pytest.MonkeyPatch) -> Iterator[Calendar]:
    made = Calendar()
    monkeypatch.setattr(clock, "_SET", made)
    yield made


class Road:
    """Plays the story page by page: `an` is the officer, `cuc` the accountant, `duc` the account holder."""

    def __init__(self, programme: Programme, calendar: Calendar, an: Page, cuc: Page, duc: Page) -> None:
        self.calendar, self.an, self.cuc, self.duc = calendar, an, cuc, duc
        self.money = f"/chuong-trinh/{programme.pk}/chi-tieu"
        self.lines = list(programme.lines.order_by("place"))
        self.story: Spending = load_spending()
        self.names = {each.key: each for each in self.story.suppliers}
        self.agreed = {each.key: each for each in self.story.contracts}
        self.billed = {each.key: each for each in self.story.invoices}
        self.requests: dict[str, int] = {}

    # --- what is entered ---------------------------------------------------------------------------------------------

    def supplier(self, payee: Payee) -> None:
        self.an.goto("/nha-cung-cap")
        for field in ("name", "tax_code", "account", "bank"):
            self.an.locator(f"[name={field}]").fill(getattr(payee, field))
        self.an.get_by_role("button", name="Thêm nhà cung cấp").click()
        expect(self.an.get_by_role("status")).to_contain_text(payee.name)

    def contract(self, agreed: Agreed) -> None:
        self.calendar.day = agreed.day
        page = self.an
        page.goto(f"{self.money}/hop-dong/moi")
        page.locator("[name=supplier]").select_option(str(self.payee(agreed.supplier)))
        page.locator("[name=number]").fill(agreed.number)
        page.locator("[name=day]").fill(f"{agreed.day:%d/%m/%Y}")
        page.locator("[name=title]").fill(agreed.title)
        self.amounts(page, agreed.lines)
        self.twice_over(page, "Ghi hợp đồng")
        expect(page.get_by_role("status")).to_contain_text(agreed.number)

    def invoice(self, billed: Billed, day: date) -> None:
        self.calendar.day = day
        self.an.goto("/hoa-don/moi")
        if billed.key == READ_FROM_XML:
            file = {"name": "hoa-don.xml", "mimeType": "text/xml", "buffer": self.xml(billed)}
            self.an.locator("[name=file]").set_input_files(file)  # type: ignore[arg-type]
            self.an.get_by_role("button", name="Đọc tệp XML").click()
            expect(self.an.locator("[name=total]")).to_have_value("30.000.000")
        else:
            self.fill_invoice(self.an, billed, "")
        self.an.locator("button.main").click()
        expect(self.an.get_by_role("status")).to_contain_text("Đã nhập hóa đơn")

    def fill_invoice(self, page: Page, billed: Billed, prefix: str) -> None:
        seller = self.names[billed.seller]
        typed = {"seller": seller.name, "seller_tax_code": seller.tax_code, "symbol": billed.symbol}
        typed |= {"number": billed.number, "day": f"{billed.day:%d/%m/%Y}", "total": f"{billed.total}"}
        for field, said in typed.items():
            page.locator(f"[name={prefix}{field}]").fill(said)

    def xml(self, billed: Billed) -> bytes:
        seller = self.names[billed.seller]
        general = f"<KHHDon>{billed.symbol}</KHHDon><SHDon>{billed.number}</SHDon><NLap>{billed.day}</NLap>"
        who = f"<NBan><Ten>{seller.name}</Ten><MST>{seller.tax_code}</MST></NBan>"
        sums = f"<TToan><TgTTTBSo>{billed.total}</TgTTTBSo></TToan>"
        return f"<HDon><DLHDon><TTChung>{general}</TTChung><NDHDon>{who}{sums}</NDHDon></DLHDon></HDon>".encode()

    # --- requests ----------------------------------------------------------------------------------------------------

    def ask(self, paid: Paid, by: Page | None = None) -> None:
        """Asked for on its day, with its papers."""
        for key in paid.invoices:
            if key != ON_THE_WAY and not self.bill(self.billed[key]):
                self.invoice(self.billed[key], paid.asked)
        self.calendar.day = paid.asked
        page = by or self.an
        self.open_form(page, paid)
        page.locator("[name=title]").fill(paid.title)
        if paid.supplier:
            page.locator("[name=supplier]").select_option(str(self.payee(paid.supplier)))
        if paid.payee:
            page.locator("[name=payee]").fill(paid.payee)
        if paid.listed:
            page.locator("[name=listed]").check()
        if paid.accepted:
            page.locator("[name=accepted_number]").fill(paid.accepted.number)
            page.locator("[name=accepted_day]").fill(f"{paid.accepted.day:%d/%m/%Y}")
            page.locator("[name=accepted_value]").fill(str(paid.accepted.value))
        self.amounts(page, paid.parts)
        if ON_THE_WAY in paid.invoices:
            page.get_by_text("Nhập thêm hóa đơn").click()
            self.fill_invoice(page, self.billed[ON_THE_WAY], "hd-")
            page.get_by_role("button", name="Nhập hóa đơn này").click()
        for key, amount in paid.invoices.items():
            page.locator(f"[name=invoice_{self.bill(self.billed[key])}]").fill(str(amount))
        self.twice_over(page, "Lập đề nghị")
        expect(page.get_by_role("status")).to_contain_text("Đã lập đề nghị")
        self.requests[paid.key] = int(page.url.partition("#")[0].rpartition("/")[2])

    def open_form(self, page: Page, paid: Paid) -> None:
        """From where people find it: what it settles, its contract, or the page of all the money."""
        if paid.of:
            page.goto(f"{self.money}/{self.requests[paid.of]}")
            page.get_by_role("link", name=KINDS[paid.kind].vi, exact=True).click()
        elif paid.contract:
            number = self.agreed[paid.contract].number
            page.goto(f"{self.money}/hop-dong/{Contract.objects.get(number=number).pk}")
            page.get_by_role("link", name=f"Đề nghị {KINDS[paid.kind].vi.split()[0].lower()}").click()
        else:
            page.goto(f"{self.money}/de-nghi/moi?loai={paid.kind}")

    def act(self, page: Page, paid: Paid, name: str, **typed: str) -> None:
        """Press the button of a move, and see that it was done. Who sent a request sees already what comes next."""
        if name != "confirm" or KINDS[paid.kind].road == "house":
            page.goto(f"{self.money}/{self.requests[paid.key]}", wait_until="commit")
        for field, said in typed.items():
            page.locator(f"#act-{name} [name={field}]").fill(said)
        page.locator(f"#act-{name} button").click()
        expect(page.locator(".told")).to_contain_text("Đã xong")

    def go(self, paid: Paid, checks: Page | None = None) -> None:
        """Checked, approved and sent on the day on which it was asked for."""
        if checks is None:
            self.act(self.cuc, paid, "check")
        self.act(self.duc, paid, "approve")
        if KINDS[paid.kind].road == "treasury":
            self.act(self.cuc, paid, "send")

    def refused_first(self, paid: Paid) -> None:
        """The treasury refuses, the officer asks again."""
        self.act(self.cuc, paid, "refuse", reason=paid.refused)
        self.an.goto(f"{self.money}/{self.requests[paid.key]}")
        expect(self.an.locator("h2").first).to_contain_text("kho bạc từ chối")
        self.an.get_by_role("link", name="Sửa và đề nghị lại").click()
        self.twice_over(self.an, "Đề nghị lại")
        self.go(paid)

    def confirm(self, paid: Paid) -> None:
        self.calendar.day = paid.done
        self.act(self.cuc, paid, "confirm", number=paid.number, day=f"{paid.done:%d/%m/%Y}")

    # --- small things ------------------------------------------------------------------------------------------------

    def amounts(self, page: Page, by_place: Any) -> None:
        for place, amount in by_place.items():
            page.locator(f"[name=line_{self.lines[place].pk}]").fill(f"{amount:,}".replace(",", "."))

    def twice_over(self, page: Page, button: str) -> None:
        """First what it would leave, then the act."""
        expect(page.get_by_role("button", name=button, exact=True)).to_have_count(0)
        page.locator("p.send").get_by_role("button", name="Xem trước").click()
        expect(page.locator(".preview .effects")).to_contain_text("→")
        page.get_by_role("button", name=button, exact=True).click()

    def payee(self, key: str) -> int:
        return Supplier.objects.get(tax_code=self.names[key].tax_code).pk

    def bill(self, billed: Billed) -> int | None:
        """The invoice's number in the register, None before it is entered."""
        found = Invoice.objects.filter(number=billed.number, seller_tax_code=self.names[billed.seller].tax_code)
        return found.values_list("pk", flat=True).first()


def test_the_year_is_spent_on_the_pages_and_nobody_does_two_of_request_check_approve(
    open_page: Open, cast: Cast, calendar: Calendar, settings, tmp_path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.FILES = tmp_path / "files"
    programme = signed_programme(cast, allotted(cast, 500_000_000))
    issue(cast["clerk"], programme.pk, ISSUED, 135)
    for role in ("officer", "accountant"):  # the deputy director keeps the accounts too, and asks for money
        RoleHeld.objects.create(person=cast["deputy"].person, body=cast.department, role=role, since=SINCE)
    pages = {
        role: open_page("/ban-lam-viec", as_=cast[role]) for role in ("officer", "accountant", "director", "deputy")
    }
    road = Road(programme, calendar, pages["officer"], pages["accountant"], pages["director"])
    em = pages["deputy"]

    for payee in road.story.suppliers:
        road.supplier(payee)
    for agreed in road.story.contracts:
        road.contract(agreed)
    for paid in road.story.requests:
        if paid.key == "car":
            asked_by_one_who_may_all(road, paid, em)
        elif paid.key == "report-2":
            checked_by_one_who_may_all(road, paid, em)
        else:
            road.ask(paid)
            road.go(paid)
        if paid.refused:
            road.refused_first(paid)
        road.confirm(paid)

    money = road.an
    money.goto(road.money)
    # ceiling, committed, held, advanced, used, left
    expect(money.locator("tfoot td")).to_have_text(["185.000.000", "132.500.000", "–", "–", "183.400.000", "1.600.000"])
    expect(money.locator(".spent svg.bar")).to_have_count(12)
    expect(money.get_by_role("row").filter(has_text="01/2024/HĐ-SCT, 06/05/2024")).to_contain_text("55.250.000")
    refund = PaymentRequest.objects.get(kind="refund")
    money.goto(f"{road.money}/{refund.pk}")
    expect(money.locator("h2").first).to_contain_text("đã thực hiện")

    programme.refresh_from_db()
    assert (programme.ceiling, programme.taken, programme.used) == (185_000_000, 183_400_000, 183_400_000)
    assert PaymentRequest.objects.exclude(state="paid").count() == 0
    for request in PaymentRequest.objects.all():
        hands = [PaymentAct.objects.filter(request=request, move=each).values_list("person", flat=True)
                 for each in ("request", "check", "approve")]  # fmt: skip
        asked, checked, approved = map(set, hands)
        assert not (asked & checked or asked & approved or checked & approved), request
    capsys.readouterr()
    assert main(["ledger", "verify"]) == 0


def asked_by_one_who_may_all(road: Road, paid: Paid, em: Page) -> None:
    """Whoever asks neither checks nor approves, whatever roles they hold: no button, and a button forced is refused."""
    road.ask(paid, em)
    em.goto(f"{road.money}/{road.requests[paid.key]}")
    expect(em.locator("#act-check")).to_contain_text("Người đã đề nghị không được «Kiểm soát, giữ tiền»")
    expect(em.locator("#act-check button")).to_have_count(0)
    road.act(road.cuc, paid, "check")
    em.reload()
    expect(em.locator("#act-approve")).to_contain_text("Người đã đề nghị không được «Duyệt chi»")
    forced(em, "approve")
    road.go(paid, checks=road.cuc)


def checked_by_one_who_may_all(road: Road, paid: Paid, em: Page) -> None:
    """Whoever checks does not approve."""
    road.ask(paid)
    road.act(em, paid, "check")
    em.reload()
    expect(em.locator("#act-approve")).to_contain_text("Người đã kiểm soát không được «Duyệt chi»")
    forced(em, "approve")
    road.go(paid, checks=em)


def forced(page: Page, name: str) -> None:
    """The move sent without its button is refused, and the request stays where it is."""
    token = page.locator("[name=csrfmiddlewaretoken]").first.input_value()
    form = {"do": name, "key": f"ep-buoc-{name}-001", "csrfmiddlewaretoken": token}
    answer = page.request.post(page.url, form=form, headers={"referer": page.url})
    assert answer.status == 422 and "không được «Duyệt chi»" in answer.text()
