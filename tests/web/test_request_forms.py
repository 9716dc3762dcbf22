"""The form of a request for money without a script: new, settling something, asked again, with its invoices. Lines of 40
(băng rôn), 35 (sổ tay) and 25 (hội trường) million đồng."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from quyet.store.models import Invoice, PaymentRequest
from tests.spending import Office, millions_of
from tests.web.test_spending import address, at, client, said
from tests.web.test_spending_forms import BILL, XML, hidden, sent

__all__ = ["at"]
pytestmark = pytest.mark.django_db


def a_payment(at: Office, amount: str, **more: str) -> dict[str, str]:
    typed = {"title": "Thuê hội trường", "supplier": str(at.money.supplier.pk), "accepted_number": "01/BBNT"}
    return {**typed, "accepted_day": "3/5/2024", "accepted_value": "10tr", f"line_{at.money.hall.pk}": amount, **more}


def test_a_payment_is_asked_for_with_an_invoice_that_is_entered_on_the_way(at: Office) -> None:
    officer, new = client(at, "officer"), f"{address(at)}/de-nghi/moi?loai=payment"
    typed = a_payment(at, "10tr")
    refused = officer.post(new, {**typed, "do": "preview"})
    assert refused.status_code == 422 and "Thiếu hóa đơn" in said(refused)  # nothing typed is lost
    assert 'value="01/BBNT"' in said(refused) and 'value="10tr"' in said(refused)
    bill = {f"hd-{name}": value for name, value in BILL.items()}
    page = said(officer.post(new, {**typed, **bill, "hd-key": hidden(said(refused), "hd-key"), "do": "invoice"}))
    made = Invoice.objects.get()
    assert re.search(
        rf'name="invoice_{made.pk}"[^>]* value="10.000.000"|value="10.000.000"[^>]* name="invoice_{made.pk}"', page
    )
    assert 'value="01/BBNT"' in page
    typed[f"invoice_{made.pk}"] = "10.000.000"
    looked = said(officer.post(new, {**typed, "do": "preview"}))
    assert "0 → <b>10.000.000</b>" in looked and "25.000.000 → <b>15.000.000</b>" in looked
    keys = {"do": "save", "key": hidden(looked, "key"), "seen": hidden(looked, "seen")}
    assert [officer.post(new, {**typed, **keys}).status_code for _ in range(2)] == [
        303,
        303,
    ]  # the button, pressed twice
    one = PaymentRequest.objects.get()
    assert (one.amount, one.state, one.accepted_number) == (10_000_000, "requested", "01/BBNT")
    assert millions_of(at.money.hall) == (0, 0, 0, 0, 0, 0)  # held from the check on


def test_the_xml_of_an_invoice_is_read_within_the_form_and_nothing_typed_is_lost(
    at: Office, settings, tmp_path
) -> None:
    settings.FILES = tmp_path / "files"
    officer, new = client(at, "officer"), f"{address(at)}/de-nghi/moi?loai=payment"
    file = SimpleUploadedFile("hoa-don.xml", XML.encode(), "text/xml")
    page = said(officer.post(new, {**a_payment(at, "10tr", listed="on"), "do": "xml", "hd-file": file}))
    assert 'value="01/BBNT"' in page and 'value="10tr"' in page and "checked" in page
    assert 'name="hd-number" value="12"' in page and 'name="hd-total" value="10.000.000"' in page


def test_what_lies_with_somebody_else_is_not_asked_again(at: Office) -> None:
    request = at.ask("payment", (at.money.hall, 10))
    answer = client(at, "officer").get(f"{address(at, request)}/de-nghi-lai")
    assert (answer.status_code, answer["Location"]) == (302, address(at, request))


def test_more_than_the_contract_has_left_is_said_at_the_line(at: Office) -> None:
    contract = at.contract((at.money.banner, 20))
    new = f"{address(at)}/de-nghi/moi?loai=advance&hop-dong={contract}"
    officer = client(at, "officer")
    page = said(officer.get(new))
    assert "20.000.000" in page and "Sổ tay" not in page and "Hội trường" not in page
    typed = {"title": "Tạm ứng", f"line_{at.money.banner.pk}": "21tr", "do": "preview"}
    assert "Còn 20.000.000 đồng, thiếu 1.000.000 đồng." in said(officer.post(new, typed))


def test_an_advance_is_cleared_and_refunded_from_its_page(at: Office) -> None:
    advance = at.done("advance", (at.money.hall, 10), payee="Hoàng Văn Bảo")
    officer = client(at, "officer")
    page = said(officer.get(address(at, advance)))
    for kind in ("clearing", "refund_advance", "staff_advance"):
        assert f"?loai={kind}&amp;cua={advance}" in page
    assert "?loai=refund&amp;" not in page
    assert "Lập tiếp" not in said(client(at, "accountant").get(address(at, advance)))
    new = f"{address(at)}/de-nghi/moi?loai=refund_advance&cua={advance}"
    typed = {"title": "Nộp trả", f"line_{at.money.hall.pk}": "4tr"}
    looked = said(officer.post(new, {**typed, "do": "preview"}))
    assert "10.000.000 → <b>6.000.000</b>" in looked and "15.000.000 → <b>19.000.000</b>" in looked
    assert sent(officer, new, typed).status_code == 303
    over = {**typed, f"line_{at.money.hall.pk}": "7tr", "do": "preview"}
    assert "Còn 6.000.000 đồng, thiếu 1.000.000 đồng." in said(officer.post(new, over))


def test_what_came_back_is_mended_and_asked_again(at: Office) -> None:
    request = at.ask("payment", (at.money.hall, 10))
    at.go(request, "return", reason="Sai số tiền")
    officer, where = client(at, "officer"), f"{address(at, request)}/de-nghi-lai"
    assert "Sửa và đề nghị lại" in said(officer.get(address(at, request)))
    page = said(officer.get(where))
    assert 'value="10.000.000"' in page and 'value="Một khoản chi"' in page
    bill = Invoice.objects.get()
    typed = {**a_payment(at, "9tr"), f"invoice_{bill.pk}": "9tr"}
    assert sent(officer, where, typed).status_code == 303
    one = PaymentRequest.objects.get()
    assert (one.amount, one.round, one.state) == (9_000_000, 2, "requested")


def test_a_wrong_entry_is_taken_back_with_a_reason_by_the_director(at: Office) -> None:
    request = at.done("payment", (at.money.hall, 10))
    director = client(at, "director")
    page = said(director.get(address(at, request)))
    assert "Đảo ghi sổ nhập nhầm" in page and "10.000.000 → <b>0</b>" in page and "0 → <b>10.000.000</b>" in page
    typed = {"do": "correct", "key": "nut-bam-0009"}
    assert "Ghi lý do." in said(director.post(address(at, request), typed))
    assert director.post(address(at, request), {**typed, "reason": "Nhập nhầm chứng từ"}).status_code == 303
    assert millions_of(at.money.hall) == (10, 0, 10, 0, 0, 0)


@pytest.mark.parametrize(
    "query",
    ["loai=payment&hop-dong=999", "loai=clearing", "loai=clearing&cua=999", "loai=payment&cua=1", "loai=advance&hop-dong=x",
     "loai=refund&hop-dong=1"],
)  # fmt: skip
def test_a_source_that_is_none_is_not_there(at: Office, query: str) -> None:
    assert client(at, "officer").get(f"{address(at)}/de-nghi/moi?{query}").status_code == 404


def test_the_kinds_that_stand_alone_are_offered(at: Office) -> None:
    at.contract((at.money.banner, 20))
    page = said(client(at, "officer").get(f"{address(at)}/de-nghi/moi"))
    assert "01/HĐ" in page and "?loai=advance" in page and "?loai=refund" not in page


def test_a_person_s_clearing_starts_with_who_got_the_advance_and_holds_no_money(at: Office) -> None:
    advance = at.done("advance", (at.money.hall, 10), payee="Lý Thu An", listed=True)
    staff = at.done("staff_advance", (at.money.hall, 10), of=advance, payee="Lý Thu An")
    officer, new = client(at, "officer"), f"{address(at)}/de-nghi/moi?loai=staff_clearing&cua={staff}"
    typed = {"title": "Đoàn thanh toán", f"line_{at.money.hall.pk}": "10tr", "do": "preview"}
    assert 'name="payee" value="Lý Thu An"' in said(officer.get(new))
    looked = said(officer.post(new, {**typed, "payee": "Lý Thu An"}))
    assert "Khi thực hiện xong" in looked and "tiền được giữ từ bước kiểm soát" not in looked
    refused = said(officer.post(new, {**typed, "payee": "Hoàng Văn Bảo"}))
    assert "Tạm ứng này «Lý Thu An» đã nhận: thanh toán tạm ứng phải là của người đó." in refused


def test_money_goes_to_a_supplier_or_to_a_person_and_not_to_both(at: Office) -> None:
    officer, new = client(at, "officer"), f"{address(at)}/de-nghi/moi?loai=payment"
    answer = officer.post(new, {**a_payment(at, "10tr", payee="Ông Ba"), "do": "preview"})
    assert answer.status_code == 422
    assert "Chọn nhà cung cấp hoặc ghi người nhận tiền, không ghi cả hai." in said(answer)


def test_only_what_is_paid_without_a_contract_is_paid_by_a_list(at: Office) -> None:
    contract = at.contract((at.money.banner, 20))
    officer, new = client(at, "officer"), f"{address(at)}/de-nghi/moi?loai=payment"
    assert 'name="listed"' in said(officer.get(new))
    assert 'name="listed"' not in said(officer.get(f"{new}&hop-dong={contract}"))
