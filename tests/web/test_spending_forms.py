"""The forms of spending without a script: what each would leave before it is sent, what it refuses and where, and that
nothing typed is lost. Lines of 40 (băng rôn), 35 (sổ tay) and 25 (hội trường) million đồng."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from quyet.actions.register import issue
from quyet.store.models import Appendix, Contract, Invoice, Supplier
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
