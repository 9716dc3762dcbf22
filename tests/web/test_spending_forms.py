"""The forms of spending without a script: what each would leave before it is sent, what it refuses and where, and that
nothing typed is lost. Lines of 40 (băng rôn), 35 (sổ tay) and 25 (hội trường) million đồng."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from quyet.actions.refusal import Refused
from quyet.actions.register import issue
from quyet.store.models import Appendix, Contract, Invoice, JournalRow, Supplier
from tests.actions.signed import allotted, signed_programme
from tests.cast import Cast
from tests.spending import Office, millions_of, on
from tests.web.conftest import signed_in
from tests.web.test_spending import address, at, client, said

__all__ = ["at"]
pytestmark = pytest.mark.django_db


def hidden(page: str, name: str) -> str:
    """What a hidden field of a page holds."""
    found = re.search(rf'<input type="hidden" name="{name}"(?: value="([^"]*)")?', page)
    assert found is not None, name
    return found[1] or ""


def sent(who: Client, where: str, typed: dict[str, Any]) -> Any:
    """What is typed, looked at first and then sent: the answer to the second button."""
    page = who.post(where, {**typed, "do": "preview"})
    assert page.status_code == 200, said(page)
    found = said(page)
    return who.post(where, {**typed, "do": "save", "key": hidden(found, "key"), "seen": hidden(found, "seen")})


def a_contract(at: Office, *shares: tuple[Any, str], **more: str) -> dict[str, str]:
    lines = {f"line_{line.pk}": amount for line, amount in shares}
    typed = {"supplier": str(at.money.supplier.pk), "number": "01/HĐ", "day": "6/5/2024", "title": "In và treo", **more}
    return {**typed, **lines}


# --- suppliers --------------------------------------------------------------------------------------------------------


def test_a_supplier_is_entered_once(at: Office) -> None:
    officer = client(at, "officer")
    typed = {"name": "Nhà in Hai", "tax_code": "4900 000 002", "account": "100", "bank": "Kho bạc"}
    typed["key"] = hidden(said(officer.get("/nha-cung-cap")), "key")
    assert [officer.post("/nha-cung-cap", typed).status_code for _ in range(2)] == [303, 303]
    page = said(officer.get("/nha-cung-cap"))
    typed["key"] = hidden(page, "key")
    assert "Nhà in Hai" in page and "4900000002" in page
    again = officer.post("/nha-cung-cap", {**typed, "name": "Tên khác"})
    assert again.status_code == 422 and "Mã số thuế này là của «Nhà in Hai», đã có." in said(again)
    assert 'value="Tên khác"' in said(again)
    assert Supplier.objects.filter(body=at.money.body).count() == 2


def mended(who: Client, supplier: Supplier, **typed: str) -> Any:
    """The form of a supplier as its page shows it, with something else in it, sent."""
    where = f"/nha-cung-cap/{supplier.pk}"
    page = said(who.get(where))
    shown = {name: getattr(supplier, name) for name in ("name", "tax_code", "account", "bank", "address")}
    return who.post(where, {**shown, "key": hidden(page, "key"), "revision": hidden(page, "revision"), **typed})


def test_a_supplier_is_mended_and_the_journal_says_what_changed(at: Office) -> None:
    officer, one = client(at, "officer"), at.money.supplier
    assert f'href="/nha-cung-cap/{one.pk}"' in said(officer.get("/nha-cung-cap"))
    key = hidden(said(officer.get(f"/nha-cung-cap/{one.pk}")), "key")
    typed = {"account": "3713.0.1", "bank": "Kho bạc Lạng Sơn", "address": "Số 1 Trần Phú", "key": key, "revision": "0"}
    for _ in range(2):  # the button twice
        assert mended(officer, one, **typed).status_code == 303
    before = one.account
    one.refresh_from_db()
    assert (one.account, one.bank, one.address, one.revision) == ("3713.0.1", "Kho bạc Lạng Sơn", "Số 1 Trần Phú", 1)
    row = JournalRow.objects.get(act="change_supplier")
    assert json.loads(row.data)["changed"]["account"] == [before, "3713.0.1"]
    assert f"số tài khoản: {before or '–'} → 3713.0.1" in said(client(at, "auditor").get("/nhat-ky"))
    assert client(at, "director").get(f"/nha-cung-cap/{one.pk}").status_code == 403


def test_of_two_who_mend_a_supplier_the_second_is_told(at: Office) -> None:
    officer, one = client(at, "officer"), at.money.supplier
    assert mended(officer, one, account="1").status_code == 303
    late = mended(client(at, "accountant"), one, account="2", revision="0")
    assert late.status_code == 422 and "vừa có người khác sửa; mở lại trang này" in said(late)
    assert 'value="2"' in said(late)  # nothing typed is lost
    one.refresh_from_db()
    assert one.account == "1"


def test_a_supplier_s_tax_code_is_mended_until_something_names_it_and_is_nobody_else_s(at: Office) -> None:
    officer, body = client(at, "officer"), at.money.body
    other = Supplier.objects.create(body=body, name="Nhà in Hai", tax_code="4900000002")
    new = Supplier.objects.create(body=body, name="Nhà in Ba", tax_code="4900000003")
    taken = mended(officer, new, tax_code="4900 000 002")
    assert taken.status_code == 422 and "Mã số thuế này là của «Nhà in Hai», đã có." in said(taken)
    assert mended(officer, new, tax_code="4900000004").status_code == 303
    at.ask("payment", (at.money.hall, 1), supplier=other.pk)
    named = mended(officer, other, tax_code="4900000005")
    assert named.status_code == 422 and "mã số thuế giữ nguyên" in said(named)
    assert mended(officer, other, name="Nhà in Hai (mới)").status_code == 303
    long = mended(officer, other, bank="x" * 201)
    assert long.status_code == 422
    assert sorted(Supplier.objects.filter(body=body).exclude(pk=at.money.supplier.pk).values_list("name", "tax_code")) == [
        ("Nhà in Ba", "4900000004"), ("Nhà in Hai (mới)", "4900000002"),
    ]  # fmt: skip


# --- contracts --------------------------------------------------------------------------------------------------------


def test_a_contract_is_looked_at_before_it_is_entered(at: Office) -> None:
    officer, new = client(at, "officer"), f"{address(at)}/hop-dong/moi"
    page = said(officer.get(new))
    assert "40.000.000" in page and 'value="save"' not in page  # what each line has left; no way past the preview
    looked = said(officer.post(new, {**a_contract(at, (at.money.banner, "30tr")), "do": "preview"}))
    assert "0 → <b>30.000.000</b>" in looked and "40.000.000 → <b>10.000.000</b>" in looked
    assert "30.000.000 đồng ngày 06/05/2024: thủ trưởng quyết định mua." in looked
    assert Contract.objects.count() == 0 and millions_of(at.money.banner) == (0, 0, 0, 0, 0, 0)


def test_what_was_looked_at_is_entered_once_and_nothing_else(at: Office) -> None:
    officer, new = client(at, "officer"), f"{address(at)}/hop-dong/moi"
    typed = a_contract(at, (at.money.banner, "30tr"), advance_most="5tr")
    looked = said(officer.post(new, {**typed, "do": "preview"}))
    keys = {"do": "save", "key": hidden(looked, "key"), "seen": hidden(looked, "seen")}
    other = officer.post(new, {**typed, **keys, f"line_{at.money.banner.pk}": "40tr"})  # not what was looked at
    assert other.status_code == 200 and "→ <b>40.000.000</b>" in said(other) and Contract.objects.count() == 0
    for _ in range(2):  # the button, pressed twice
        answer = officer.post(new, {**typed, **keys})
        assert answer.status_code == 303
    made = Contract.objects.get()
    assert answer["Location"] == f"{address(at)}/hop-dong/{made.pk}"
    assert (made.value, made.advance_most, made.number) == (30_000_000, 5_000_000, "01/HĐ")
    assert millions_of(at.money.banner) == (30, 30, 0, 0, 0, 0)
    page = said(officer.get(answer["Location"]))
    assert "01/HĐ" in page and "Đề nghị tạm ứng" in page and "Hủy phần còn lại" not in page  # that is the accountant's


def test_a_contract_that_a_line_cannot_hold_says_so_at_the_line(at: Office) -> None:
    officer, new = client(at, "officer"), f"{address(at)}/hop-dong/moi"
    typed = a_contract(at, (at.money.banner, "41tr"), (at.money.hall, "hai mươi"), day="32/5/2024", number="")
    answer = officer.post(new, {**typed, "do": "preview"})
    page = said(answer)
    assert answer.status_code == 422 and 'value="41tr"' in page and 'value="hai mươi"' in page
    assert "Ghi số hợp đồng" in page and "Ghi ngày/tháng/năm" in page and "Ghi số tiền bằng đồng" in page
    typed = a_contract(at, (at.money.banner, "41tr"))
    page = said(officer.post(new, {**typed, "do": "preview"}))
    assert "Còn 40.000.000 đồng, thiếu 1.000.000 đồng." in page and 'value="save"' not in page
    page = said(officer.post(new, {**a_contract(at), "do": "preview"}))
    assert "Ghi số tiền ở ít nhất một dòng." in page


def test_money_that_somebody_else_took_after_the_preview_is_refused_with_every_number(at: Office) -> None:
    officer, new = client(at, "officer"), f"{address(at)}/hop-dong/moi"
    typed = a_contract(at, (at.money.banner, "30tr"), number="02/HĐ")
    looked = said(officer.post(new, {**typed, "do": "preview"}))
    at.contract((at.money.banner, 20))
    answer = officer.post(new, {**typed, "do": "save", "key": hidden(looked, "key"), "seen": hidden(looked, "seen")})
    assert answer.status_code == 422
    assert "được giao 40.000.000, cam kết 20.000.000" in said(answer) and 'value="30tr"' in said(answer)
    assert millions_of(at.money.banner) == (20, 20, 0, 0, 0, 0)


def test_an_appendix_raises_one_line_and_lowers_another(at: Office) -> None:
    contract = at.contract((at.money.banner, 20), (at.money.handbook, 10))
    where, officer = f"{address(at)}/hop-dong/{contract}/phu-luc", client(at, "officer")
    typed = {"number": "PL-01", "day": "6/5/2024", "reason": "Thêm băng rôn", f"line_{at.money.banner.pk}": "5tr"}
    refused = officer.post(where, {**typed, f"line_{at.money.handbook.pk}": "-11tr", "do": "preview"})
    assert refused.status_code == 422 and "Chỉ giảm được đến 10.000.000 đồng." in said(refused)
    typed[f"line_{at.money.handbook.pk}"] = "-3.000.000"
    looked = said(officer.post(where, {**typed, "do": "preview"}))
    assert "20.000.000 → <b>25.000.000</b>" in looked and "10.000.000 → <b>7.000.000</b>" in looked
    answer = sent(officer, where, typed)
    assert answer.status_code == 303 and Appendix.objects.get().by == 2_000_000
    assert (millions_of(at.money.banner)[1], millions_of(at.money.handbook)[1]) == (25, 7)
    assert "PL-01" in said(officer.get(answer["Location"]))


def test_the_rest_of_a_contract_is_released_by_the_accountant(at: Office) -> None:
    contract = at.contract((at.money.banner, 20))
    at.done("payment", (at.money.banner, 8), contract=contract)
    where, accountant = f"{address(at)}/hop-dong/{contract}/huy-phan-con-lai", client(at, "accountant")
    page = said(accountant.get(where))
    assert "20.000.000 → <b>8.000.000</b>" in page and "20.000.000 → <b>32.000.000</b>" in page
    typed = {"reason": "Đã thanh lý", "day": "6/5/2024", "key": hidden(page, "key")}
    assert client(at, "officer").post(where, typed).status_code == 403
    assert accountant.post(where, {**typed, "reason": ""}).status_code == 422
    assert [accountant.post(where, typed).status_code for _ in range(2)] == [303, 303]
    assert millions_of(at.money.banner) == (8, 8, 0, 0, 0, 8)
    assert "không còn phần cam kết" in said(accountant.get(where))


# --- invoices ---------------------------------------------------------------------------------------------------------

XML = """<?xml version="1.0" encoding="UTF-8"?><HDon><DLHDon><TTChung><KHMSHDon>1</KHMSHDon><KHHDon>K24TAA</KHHDon>
<SHDon>12</SHDon><NLap>2024-05-03</NLap></TTChung><NDHDon><NBan><Ten>Công ty In Một</Ten><MST>4900000001</MST></NBan>
<NMua><Ten>Sở Công Thương tỉnh Lạng Sơn</Ten></NMua><TToan><TgTCThue>9259259</TgTCThue><TgTThue>740741</TgTThue>
<TgTTTBSo>10000000</TgTTTBSo></TToan></NDHDon></DLHDon></HDon>"""

BILL = {
    "seller": "Công ty In Một", "seller_tax_code": "4900000001", "symbol": "1K24TAA", "number": "12",
    "day": "3/5/2024", "total": "10tr",
}  # fmt: skip


def test_the_same_invoice_twice_is_refused_and_says_where_the_first_stands(at: Office) -> None:
    officer = client(at, "officer")
    key = hidden(said(officer.get("/hoa-don/moi")), "key")
    assert [officer.post("/hoa-don/moi", {**BILL, "do": "invoice", "key": key}).status_code for _ in range(2)] == [
        303
    ] * 2
    made = Invoice.objects.get()
    at.ask("payment", (at.money.hall, 10), invoices={made.pk: 10_000_000}, title="Thuê hội trường")
    other = hidden(said(officer.get("/hoa-don/moi")), "key")
    answer = officer.post("/hoa-don/moi", {**BILL, "number": "0012", "do": "invoice", "key": other})
    assert answer.status_code == 422
    assert "đã nhập ngày 06/05/2024, kèm đề nghị «Thuê hội trường»: không nhập hai lần" in said(answer)
    page = said(officer.get("/hoa-don"))
    assert "1K24TAA 12" in page and "Thuê hội trường" in page and "10.000.000" in page


def test_an_invoice_of_a_wrong_sum_is_taken_back_and_its_number_entered_anew(at: Office) -> None:
    officer = client(at, "officer")
    wrong = at.invoice(100, "12")
    where = f"/hoa-don/{wrong}/bo"
    assert f'href="{where}"' in said(officer.get("/hoa-don"))
    key = hidden(said(officer.get(where)), "key")
    assert officer.post(where, {"reason": " ", "key": key}).status_code == 422
    for _ in range(2):  # the button twice
        assert officer.post(where, {"reason": "Gõ thừa một số 0", "key": key}).status_code == 303
    page = said(officer.get("/hoa-don"))
    assert "<b>Đã bỏ</b> 06/05/2024: Gõ thừa một số 0" in page and f'href="{where}"' not in page
    again = officer.post(where, {"reason": "lần nữa", "key": "khoa-khac-01"})
    assert again.status_code == 422 and "Hóa đơn 1K24TAA 12 đã bỏ." in said(again)
    right = at.invoice(10, "12")
    assert list(Invoice.objects.order_by("pk").values_list("pk", "total", "again")) == [
        (wrong, 100_000_000, 0), (right, 10_000_000, 1),
    ]  # fmt: skip
    with pytest.raises(Refused, match="none is entered twice"):
        at.invoice(10, "12")
    form = said(officer.get(f"{address(at)}/de-nghi/moi?loai=payment"))
    assert f'name="invoice_{right}"' in form and f'name="invoice_{wrong}"' not in form
    with pytest.raises(Refused, match="was taken back; choose another"):
        at.ask("payment", (at.money.hall, 10), invoices={wrong: 10_000_000})
    row = JournalRow.objects.get(act="void_invoice")
    assert (row.reason, json.loads(row.data)["amount"]) == ("Gõ thừa một số 0", 100_000_000)


def test_an_invoice_that_a_live_request_pays_is_not_taken_back(at: Office) -> None:
    bill = at.invoice(10, "12")
    request = at.ask("payment", (at.money.hall, 10), invoices={bill: 10_000_000}, title="Thuê hội trường")
    where, who = f"/hoa-don/{bill}/bo", client(at, "accountant")
    assert f'href="{where}"' not in said(who.get("/hoa-don"))
    refused = who.post(where, {"reason": "Sai", "key": "bo-hoa-don-1"})
    assert refused.status_code == 422 and "đang kèm đề nghị «Thuê hội trường»" in said(refused)
    at.go(request, "withdraw", reason="Nhập nhầm")
    assert who.post(where, {"reason": "Sai", "key": "bo-hoa-don-2"}).status_code == 303
    assert client(at, "director").post(where, {"reason": "Sai", "key": "bo-hoa-don-3"}).status_code == 403


def test_an_invoice_of_a_request_that_came_back_is_taken_back_and_another_has_to_go_with_it(at: Office) -> None:
    """The accountant returns a request for its wrong invoice; the invoice is taken back. The request shows that it is
    gone, and is asked again with another, neither with that one nor without."""
    bill, line = at.invoice(11, "12"), f"line_{at.money.hall.pk}"
    request = at.ask("payment", (at.money.hall, 11), invoices={bill: 11_000_000}, title="Thuê hội trường")
    at.go(request, "return", reason="Hóa đơn ghi thừa 1 triệu")
    officer, where, asking = client(at, "officer"), f"/hoa-don/{bill}/bo", f"{address(at)}/{request}/de-nghi-lai"
    before = said(officer.get(where))
    assert "Đang kèm đề nghị đã trả lại" in before and "Thuê hội trường</a>»: bỏ rồi thì đề nghị lại phải kèm" in before
    assert officer.post(where, {"reason": "Ghi thừa", "key": hidden(before, "key")}).status_code == 303
    page = said(officer.get(f"{address(at)}/{request}"))
    assert "<b>Đã bỏ</b> 06/05/2024: Ghi thừa. Đề nghị lại thì chọn hoặc nhập hóa đơn khác." in page
    form = said(officer.get(asking))
    gone = 'Hóa đơn kèm lần trước đã bỏ: <span lang="vi">1K24TAA 12, 06/05/2024</span>. Chọn hoặc nhập hóa đơn khác.'
    assert gone in form and f'name="invoice_{bill}"' not in form
    typed = {"title": "Thuê hội trường", "supplier": str(at.money.supplier.pk), line: "10.000.000", "do": "preview",
             "accepted_number": "01/BBNT", "accepted_day": "6/5/2024", "key": hidden(form, "key")}  # fmt: skip
    without = officer.post(asking, typed)
    assert without.status_code == 422
    assert "Thiếu hóa đơn (Luật Đấu thầu 22/2023/QH15, Điều 23 khoản 4)." in said(without)
    with_it = officer.post(asking, {**typed, f"invoice_{bill}": "10.000.000"})
    assert with_it.status_code == 422 and "óa đơn 1K24TAA 12 đã bỏ; chọn hóa đơn khác" in said(with_it)
    right = at.invoice(10, "12")
    assert sent(officer, asking, {**typed, f"invoice_{right}": "10.000.000"}).status_code == 303
    page = said(officer.get(f"{address(at)}/{request}"))
    assert "1K24TAA 12" in page and "Đã bỏ" not in page
    at.go(request, "check", "approve", "send", "confirm")


def test_the_xml_of_an_invoice_fills_its_form_and_is_kept_once_it_is_confirmed(at: Office, settings, tmp_path) -> None:
    settings.FILES = tmp_path / "files"
    officer = client(at, "officer")
    file = SimpleUploadedFile("hoa-don.xml", XML.encode(), "text/xml")
    page = said(officer.post("/hoa-don/moi", {"do": "xml", "file": file}))
    for value in ("Công ty In Một", "4900000001", "K24TAA", "12", "03/05/2024", "9.259.259", "10.000.000"):
        assert f'value="{value}"' in page
    assert Invoice.objects.count() == 0
    carried = {name: hidden(page, name) for name in ("key", "xml", "xml_name")}
    typed = {**BILL, "form": "1", "symbol": "K24TAA", **carried, "do": "invoice"}
    answer = officer.post("/hoa-don/moi", {**typed, "total": "11tr"})
    assert answer.status_code == 422 and "Tệp XML ghi 10.000.000" in said(answer)
    assert officer.post("/hoa-don/moi", typed).status_code == 303
    made = Invoice.objects.get()
    assert (made.total, made.printed, made.file.name) == (10_000_000, "1K24TAA 12", "hoa-don.xml")
    broken = officer.post("/hoa-don/moi", {"do": "xml", "file": SimpleUploadedFile("x.xml", b"<a>"), "seller": "Đã gõ"})
    assert broken.status_code == 422 and 'value="Đã gõ"' in said(broken)


def test_the_quotations_behind_a_price_stand_beside_its_line_and_no_other(cast: Cast, settings, tmp_path) -> None:
    settings.FILES = tmp_path / "files"
    with on(date(2024, 3, 11)):
        programme = signed_programme(cast, allotted(cast, 500_000_000))
        issue(cast["clerk"], programme.pk, date(2024, 3, 11), 135)
        page = said(signed_in(cast["officer"]).get(f"/chuong-trinh/{programme.pk}/chi-tieu/hop-dong/moi"))
    rows = [each for each in page.split("<tr>") if "Báo giá:" in each]
    assert ["Treo băng rôn về" in each for each in rows] == [True, True]
    assert "Cơ sở in A (ví dụ) 650.000 đ/cái" in rows[0]
