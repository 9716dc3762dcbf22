"""The papers of the example's year, filled from its ledger: every one is held by a file, one a request or contract."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from quyet.actions.demo import play
from quyet.files.drafts.load import draft_of
from quyet.files.writers.refused import Unwritable
from quyet.queries import vouchers
from quyet.store.models import Contract, PaymentRequest, Programme
from tests.held import docx_text, hold, lacking, pages_of

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 23)
"""Whenever it is opened, a paper of 2024 is on the forms of 2024."""

REQUESTS = {
    "TU-01": "c2-02a-2020 advance-request",
    "TT-01": "c2-03-2020 table-08a advance-settlement voucher-list",
    "RDT-01": "c2-02a-2020 table-08a payment-request voucher-list",
    **{f"RDT-0{n}": "c2-02a-2020 table-07 payment-request voucher-list" for n in (2, 6, 8)},
    **{
        f"RDT-0{n}": "c2-02a-2020 table-07 payment-request voucher-list supplier-proposal supplier-decision"
        for n in (3, 4, 5, 7)
    },
    "NT-01": "c2-05a-2020",
    "TU-02": "c2-02a-2020 table-07 advance-request",
    "PC-01": "advance-request",
    "PT-01": "advance-settlement voucher-list",
    "TT-02": "c2-03-2020 table-07 advance-settlement voucher-list signed-list",
}


@pytest.fixture
def spent(settings: Any, tmp_path: Path) -> Any:
    settings.FORMS = tmp_path / "forms"
    settings.FORMS.mkdir()
    programme = Programme.objects.get(pk=play("spent").programme)
    return programme, draft_of(programme.content.encode(), as_json=True).draft


def request_called(number: str) -> PaymentRequest:
    return PaymentRequest.objects.get(number=number)


def both(made: Any) -> str:
    """The words of a paper; the PDF has the same, on at most three pages."""
    text = docx_text(made("docx"))
    pages = pages_of(made("pdf"))
    assert lacking(text, pages) == {} and len(pages) <= 3
    return text


def test_every_paper_of_the_year_says_what_its_file_holds(spent: Any) -> None:
    _, draft = spent
    found = {}
    for request in PaymentRequest.objects.order_by("pk"):
        keys = [each.rule.template for each in vouchers.of_request(request, TODAY)]
        found[request.number] = " ".join(keys)
        texts = [
            both(lambda to, key=key, one=request: vouchers.request_file(one, draft, key, to, TODAY)[1])  # type: ignore[misc,index]
            for key in keys
        ]
        hold(f"vouchers/2024/{request.number}.txt", "\n====\n\n".join(texts))
    assert found == REQUESTS
    for contract in Contract.objects.all():
        texts = [
            both(lambda to, key=each.rule.template, one=contract: vouchers.contract_file(one, draft, key, to)[1])  # type: ignore[misc,index]
            for each in vouchers.of_contract(contract)
        ]
        hold(f"vouchers/2024/{contract.number.replace('/', '-')}.txt", "\n====\n\n".join(texts))


def test_an_office_puts_its_own_form_in_the_place_of_ours(spent: Any, settings: Any) -> None:
    _, draft = spent
    request = request_called("TU-01")
    folder = Path(settings.FORMS)
    (folder / "advance-request.yaml").write_text(OWN, encoding="utf-8")
    name, data = vouchers.request_file(request, draft, "advance-request", "docx", TODAY) or ("", b"")
    assert name == "Giấy đề nghị tạm ứng TU-01"
    assert docx_text(data).splitlines()[-2:] == ["GIẤY CỦA SỞ", "20.000.000 đồng cho Công ty TNHH In Một"]

    (folder / "advance-request.yaml").write_text(OWN.replace("{payee}", "{người}{payer}"), encoding="utf-8")
    with pytest.raises(Unwritable, match=r"forms/advance-request.yaml: .*không có trường .*payer"):
        vouchers.request_file(request, draft, "advance-request", "docx", TODAY)


OWN = """
key: advance-request
kind: Giấy
name: {vi: Giấy đề nghị tạm ứng, en: Request for an advance}
wide: false
source: mẫu của Sở
mark: S
parts:
  - part: lines
    lines:
      - {style: kind, text: GIẤY CỦA SỞ}
      - {style: text, text: "{amount} đồng cho {payee}"}
"""


def test_an_office_s_own_word_file_is_filled_and_its_rows_are_repeated(spent: Any, settings: Any) -> None:
    _, draft = spent
    request, file = request_called("TU-01"), Path(settings.FORMS) / "c2-02a-2020.docx"
    own = Document()
    line = own.add_paragraph("Số tiền: {am")
    line.add_run("ount} đồng").bold = True
    table = own.add_table(rows=2, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Nội dung", "Tiền của {payee}"
    table.rows[1].cells[0].text, table.rows[1].cells[1].text = "{lines.content}", "{lines.amount}"
    own.save(str(file))
    (shown,) = (each for each in vouchers.of_request(request, TODAY) if each.rule.template == "c2-02a-2020")
    assert shown.files == ("docx",)
    _, data = vouchers.request_file(request, draft, "c2-02a-2020", "docx", TODAY) or ("", b"")
    assert docx_text(data).splitlines() == [
        "Số tiền: 20.000.000 đồng",
        "| Nội dung | Tiền của Công ty TNHH In Một |",
        "| Treo băng rôn về sản xuất và tiêu dùng bền vững | 10.000.000 |",
        "| Treo băng rôn về hạn chế túi ni lông khó phân hủy | 10.000.000 |",
    ]
    assert vouchers.request_file(request, draft, "c2-02a-2020", "pdf", TODAY) is None

    own.add_paragraph("{số_lạ}")
    own.save(str(file))
    with pytest.raises(Unwritable, match="số_lạ"):
        vouchers.request_file(request, draft, "c2-02a-2020", "docx", TODAY)
    file.write_bytes(b"PK nothing")
    with pytest.raises(Unwritable, match=r"is no \.docx that can be read"):
        vouchers.request_file(request, draft, "c2-02a-2020", "docx", TODAY)
