"""The book of entries and the page that takes back what was entered by mistake, without a script and in a browser."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import expect

from quyet.actions.register import issue
from quyet.store.models import Contract, ContractAct, LedgerEntry
from tests.actions.signed import allotted, signed_programme
from tests.actions.test_contract_reversal import act_of, released
from tests.actions.test_contracts import appendix
from tests.cast import Cast
from tests.spending import Office, millions_of, on
from tests.web.conftest import Open, signed_in
from tests.web.grown_spending import spent
from tests.web.test_accessibility import violations
from tests.web.test_spending import address, at, client, said
from tests.web.test_spending_forms import hidden, sent

__all__ = ["at"]
pytestmark = pytest.mark.django_db
WHY = {"reason": "Gõ thừa một số 0", "day": "6/5/2024"}


def page_of(at: Office, contract: int, what: str = "enter") -> str:
    return f"{address(at)}/hop-dong/{contract}/dao/{act_of(contract, what)}"


def undone(at: Office, contract: int) -> None:
    assert sent(client(at, "accountant"), page_of(at, contract), WHY).status_code == 303


# --- the book ---------------------------------------------------------------------------------------------------------


def test_the_book_joins_what_takes_back_and_what_was_taken_back(at: Office) -> None:
    contract, accountant = at.contract((at.money.banner, 30)), client(at, "accountant")
    assert f'href="{address(at)}/but-toan"' in said(accountant.get(address(at)))
    commit, where = LedgerEntry.objects.get(), page_of(at, contract)
    book = said(accountant.get(f"{address(at)}/but-toan"))
    assert f'href="{where}"' in book and "Cam kết theo hợp đồng" in book and ">30.000.000<" in book
    undone(at, contract)
    back = LedgerEntry.objects.get(reverses=commit)
    book = said(accountant.get(f"{address(at)}/but-toan"))
    one, other = (f'<a href="{address(at)}/but-toan/{each.pk}">' for each in (commit, back))
    assert f"✕ Đã đảo</span> {other}bằng bút toán {back.pk}</a>" in book
    assert f"↩ Bút toán đảo</span> {one}của bút toán {commit.pk}</a>" in book
    assert ">−30.000.000<" in book and f'href="{where}"' not in book
    page = said(accountant.get(f"{address(at)}/but-toan/{commit.pk}"))
    assert f"{other}bằng bút toán {back.pk}</a>, 06/05/2024" in page and "Nông Thị Cúc: Gõ thừa một số 0" in page
    page = said(accountant.get(f"{address(at)}/but-toan/{back.pk}"))
    assert f"{one}của bút toán {commit.pk}</a>" in page and "ghi lại việc đúng" in page


def test_an_entry_of_a_request_says_by_which_road_it_goes_back(at: Office) -> None:
    request = at.done("payment", (at.money.hall, 8))
    paid = LedgerEntry.objects.get(kind="pay")
    page = said(client(at, "accountant").get(f"{address(at)}/but-toan/{paid.pk}"))
    assert "thủ trưởng «Đảo ghi sổ nhập nhầm»; tiền đã chi thật thì nộp trả" in page
    assert f'href="{address(at, request)}"' in page and "/dao/" not in page


def test_who_may_not_take_back_is_told_who_may(at: Office) -> None:
    contract = at.contract((at.money.banner, 30))
    where = f"{address(at)}/but-toan/{LedgerEntry.objects.get().pk}"
    assert "Kế toán hoặc thủ trưởng, không phải người đã ghi, đảo được: «Hủy hợp đồng nhập nhầm»." in said(
        client(at, "officer").get(where)
    )
    assert "/dao/" not in said(client(at, "officer").get(f"{address(at)}/but-toan"))
    assert "/dao/" not in said(client(at, "officer").get(f"{address(at)}/hop-dong/{contract}"))
    assert f'href="{page_of(at, contract)}"' in said(client(at, "director").get(where))


# --- taking back ------------------------------------------------------------------------------------------------------


def test_what_it_would_leave_is_looked_at_and_then_done_once(at: Office) -> None:
    contract, accountant = at.contract((at.money.banner, 30), (at.money.hall, 10)), client(at, "accountant")
    where = page_of(at, contract)
    assert f'href="{where}"' in said(accountant.get(f"{address(at)}/hop-dong/{contract}"))
    page = said(accountant.get(where))
    assert "Bút toán sẽ đảo" in page and "Lý Thu An" in page and 'value="save"' not in page
    looked = said(accountant.post(where, {**WHY, "do": "preview"}))
    assert "30.000.000 → <b>0</b>" in looked and "10.000.000 → <b>40.000.000</b>" in looked
    assert "60.000.000 → <b>100.000.000</b>" in looked and "40.000.000 → <b>0</b>" in looked  # programme, contract
    assert not Contract.objects.get().taken_back and millions_of(at.money.banner)[0] == 30
    keys = {"do": "save", "key": hidden(looked, "key"), "seen": hidden(looked, "seen")}
    other = accountant.post(where, {**WHY, **keys, "reason": "Lý do khác"})  # not what was looked at
    assert other.status_code == 200 and not Contract.objects.get().taken_back
    for _ in range(2):  # the button, pressed twice
        answer = accountant.post(where, {**WHY, **keys})
        assert (answer.status_code, answer["Location"]) == (303, f"{address(at)}/hop-dong/{contract}")
    assert Contract.objects.get().taken_back and millions_of(at.money.banner)[0] == 0
    assert ContractAct.objects.filter(what="take_back").count() == 1
    again = accountant.post(where, {**WHY, "do": "preview"})
    assert again.status_code == 422 and "Hợp đồng 01/HĐ: việc này đã đảo rồi." in said(again)


def test_afterwards_it_stays_in_the_list_and_nothing_is_made_of_it(at: Office) -> None:
    contract = at.contract((at.money.banner, 30))
    undone(at, contract)
    mark = "✕ Đã hủy vì nhập nhầm</span> 06/05/2024, Nông Thị Cúc: Gõ thừa một số 0"
    officer, one = client(at, "officer"), f"{address(at)}/hop-dong/{contract}"
    whole = said(officer.get(address(at)))
    assert mark in whole and 'Hợp đồng <span class="count">0</span>' in whole
    page = said(officer.get(one))
    assert mark in page and "Đã hủy vì nhập nhầm" in page
    for gone in ("Đề nghị thanh toán", "Ghi phụ lục", "giay-to", "thủ trưởng quyết định mua"):
        assert gone not in page, gone
    assert "01/HĐ" not in said(officer.get(f"{address(at)}/de-nghi/moi"))
    assert officer.get(f"{address(at)}/de-nghi/moi?loai=payment&hop-dong={contract}").status_code == 404
    assert officer.get(f"{one}/giay-to/contract.docx").status_code == 404
    typed = {
        "number": "PL-01",
        "day": "6/5/2024",
        "reason": "Thêm",
        f"line_{at.money.banner.pk}": "5tr",
        "do": "preview",
    }
    answer = officer.post(f"{one}/phu-luc", typed)
    assert answer.status_code == 422 and "đã hủy vì nhập nhầm; chọn hợp đồng khác" in said(answer)


def test_who_entered_it_is_told_that_another_takes_it_back(at: Office) -> None:
    contract = at.contract((at.money.banner, 30))
    released(at, contract)  # by the accountant
    page = said(client(at, "accountant").get(page_of(at, contract, "release")))
    assert "Người đã ghi không tự đảo việc của mình: nhờ thủ trưởng hoặc một kế toán khác." in page
    assert "<textarea" not in page
    assert sent(client(at, "director"), page_of(at, contract, "release"), WHY).status_code == 303
    assert millions_of(at.money.banner)[:2] == (30, 30)


def test_an_appendix_is_undone_on_the_page_of_its_contract(at: Office) -> None:
    contract = at.contract((at.money.banner, 30))
    appendix(at, contract, (at.money.banner, 5))
    accountant, one = client(at, "accountant"), f"{address(at)}/hop-dong/{contract}"
    where = page_of(at, contract, "appendix")
    assert f'href="{where}"' in said(accountant.get(one))
    looked = said(accountant.post(where, {**WHY, "do": "preview"}))
    assert "35.000.000 → <b>30.000.000</b>" in looked  # its value
    assert sent(accountant, where, WHY).status_code == 303
    page = said(accountant.get(one))
    assert re.search(r"PL-01, 06/05/2024.{0,200}✕ Đã hủy vì nhập nhầm", page) and f'href="{where}"' not in page
    assert Contract.objects.get().value == 30_000_000


def test_with_money_asked_for_the_page_says_every_number_and_has_no_form(at: Office) -> None:
    contract = at.contract((at.money.banner, 30))
    at.done("payment", (at.money.banner, 8), contract=contract, title="Đợt 1")
    accountant, where = client(at, "accountant"), page_of(at, contract)
    assert f'href="{where}"' not in said(accountant.get(f"{address(at)}/hop-dong/{contract}"))
    page = said(accountant.get(where))
    assert "có 1 đề nghị chi: «Đợt 1»; đang giữ 0, tạm ứng 0, đã chi 8.000.000 đồng" in page
    assert "<textarea" not in page
    assert accountant.post(where, {**WHY, "do": "preview"}).status_code == 422


def test_money_that_moved_on_since_is_refused_by_the_guard_with_every_number(at: Office) -> None:
    contract = at.contract((at.money.banner, 30))
    released(at, contract)
    at.contract((at.money.banner, 15), number="02/HĐ")
    answer = client(at, "director").post(page_of(at, contract, "release"), {**WHY, "do": "preview"})
    assert answer.status_code == 422
    assert "được giao 40.000.000, cam kết 15.000.000" in said(answer) and "cần thêm 30.000.000 đồng" in said(answer)


def test_another_programme_s_address_names_no_act_of_this_one(at: Office) -> None:
    first, second = at.contract((at.money.banner, 3)), at.contract((at.money.hall, 2), number="02/HĐ")
    wrong = f"{address(at)}/hop-dong/{first}/dao/{act_of(second)}"
    assert client(at, "accountant").get(wrong).status_code == 404
    assert client(at, "accountant").get(f"{address(at)}/but-toan/987654").status_code == 404


# --- in a browser -----------------------------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("language", "scheme", "width"), [("vi", "light", 390), ("en", "dark", 1366)])
def test_a_wrong_contract_is_taken_back_and_entered_anew_in_a_browser(
    open_page: Open, cast: Cast, settings: Any, tmp_path: Any, language: str, scheme: str, width: int
) -> None:
    settings.FILES = tmp_path / "files"
    with on(date(2024, 3, 11)):
        programme = signed_programme(cast, allotted(cast, 10**9))
        issue(cast["clerk"], programme.pk, date(2024, 3, 11), 135)
        made = spent(cast, programme.pk)
        made.grow(1)
    wrong = Contract.objects.get(number="1/HĐ")
    money = f"/chuong-trinh/{programme.pk}/chi-tieu"
    page = open_page(f"/ban-lam-viec?lang={language}", as_=cast["accountant"], width=width, color_scheme=scheme)

    def look() -> None:
        assert violations(page) == [], page.url
        assert not page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"), (
            page.url
        )

    page.goto(f"{money}/but-toan")
    look()
    entry = LedgerEntry.objects.get(contract=wrong)
    page.locator(f"a[href='{money}/but-toan/{entry.pk}']").first.click()
    look()
    page.locator("a.button[href*='/dao/']").click()
    page.locator("[name=reason]").fill("Gõ thừa một số 0")
    page.locator("[name=day]").fill("12/3/2024")
    page.locator("p.send button").first.click()
    page.locator("#xem-truoc").wait_for()
    look()
    page.locator("button[value=save]").last.click()
    expect(page.get_by_role("status")).to_be_visible()
    look()
    page.goto(money)
    expect(page.get_by_text("Gõ thừa một số 0")).to_be_visible()
    look()
    assert Contract.objects.get(pk=wrong.pk).taken_back
    page.goto(f"{money}/but-toan")
    look()
    anew = open_page(f"{money}/hop-dong/moi", as_=cast["officer"], width=width, color_scheme=scheme)
    anew.locator("[name=supplier]").select_option(str(wrong.supplier_id))
    typed = {"number": "1/HĐ", "day": "11/3/2024", "title": "In", f"line_{made.lines[0].pk}": "100"}
    for field, value in typed.items():
        anew.locator(f"[name={field}]").fill(value)
    anew.locator("p.send button").first.click()
    anew.locator("#xem-truoc").wait_for()
    anew.locator("p.send button[value=save]").click()
    expect(anew.get_by_role("status")).to_contain_text("1/HĐ")
    assert [each.value for each in Contract.objects.filter(number="1/HĐ", taken_back=False)] == [100]


def test_the_pages_ask_the_database_a_bounded_number_of_times(at: Office, django_assert_max_num_queries: Any) -> None:
    contract = at.contract((at.money.banner, 20), (at.money.handbook, 10))
    for number in range(3):
        appendix(at, contract, (at.money.banner, 1), number=f"PL-{number}")
    accountant = signed_in(at.who("accountant"))
    pages = [f"{address(at)}/but-toan", f"{address(at)}/but-toan/{LedgerEntry.objects.latest('pk').pk}"]
    for page in (*pages, page_of(at, contract), page_of(at, contract, "appendix")):
        with django_assert_max_num_queries(15):
            assert accountant.get(page).status_code == 200, page
