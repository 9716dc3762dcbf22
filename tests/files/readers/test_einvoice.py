"""The XML of an e-invoice: what is read, what may be missing, and what is refused."""

from __future__ import annotations

from datetime import date

import pytest

from quyet.core.payments.invoices import Invoice
from quyet.files.readers.einvoice import read_invoice
from quyet.files.readers.errors import Unreadable

LINE = "<HHDVu><STT>1</STT><THHDVu>Băng rôn hiflex</THHDVu><SLuong>85</SLuong><DGia>650000</DGia></HHDVu>"


def xml(total: str = "55250000", day: str = "2024-06-03", number: str = "00000012", around: str = "%s") -> bytes:
    body = f"""<DLHDon Id="data"><TTChung><KHMSHDon>1</KHMSHDon><KHHDon>K24TAA</KHHDon><SHDon>{number}</SHDon>
      <NLap>{day}</NLap></TTChung><NDHDon><NBan><Ten>Công ty In Một</Ten><MST>4900000001</MST></NBan>
      <NMua><Ten>Sở Công Thương tỉnh Lạng Sơn</Ten><MST>4900100002</MST></NMua><DSHHDVu>{LINE}</DSHHDVu>
      <TToan><TgTCThue>51157407</TgTCThue><TgTThue>4092593</TgTThue><TgTTTBSo>{total}</TgTTTBSo></TToan></NDHDon>
      </DLHDon><DSCKS><NBan><Signature/></NBan></DSCKS>"""
    return (around % f"<HDon>{body}</HDon>").encode()


READ = Invoice(
    seller="Công ty In Một", seller_tax_code="4900000001", buyer="Sở Công Thương tỉnh Lạng Sơn",
    buyer_tax_code="4900100002", form="1", symbol="K24TAA", number="00000012", day=date(2024, 6, 3),
    before_tax=51_157_407, tax=4_092_593, total=55_250_000,
)  # fmt: skip


@pytest.mark.parametrize("data", [
    xml(),
    xml("55250000.0"),
    xml(day="03/06/2024"),
    xml(around='<?xml version="1.0" encoding="UTF-8"?><TDiep><TTChung><MLTDiep>100</MLTDiep></TTChung>%s</TDiep>'),
    xml(around="<h:goi xmlns:h='urn:goi'>%s</h:goi>"),
], ids=["plain", "point", "printed day", "in an envelope", "in a namespace"])  # fmt: skip
def test_what_an_invoice_says(data: bytes) -> None:
    assert read_invoice(data) == READ


def test_what_it_does_not_say_stays_empty() -> None:
    found = read_invoice(xml(total="năm mươi", day="hôm qua"))
    assert (found.total, found.day, found.number) == (None, None, "00000012")


@pytest.mark.parametrize(("data", "says"), [
    (b"", "Tệp rỗng"),
    (b"  \n", "Tệp rỗng"),
    (b"<HDon><DLHDon>", "bị hỏng hoặc bị cắt cụt"),
    (b"%PDF-1.7", "bị hỏng"),
    (b"<a/>", "không phải hóa đơn điện tử"),
    (xml(number=""), "không phải hóa đơn điện tử"),
    (b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', "DTD"),
    (b'<!DOCTYPE a [<!ENTITY x "ha">]><HDon>&x;</HDon>', "DTD"),
    (b"<a>" * 20_000, "lồng nhau"),
    (b"<a b='1'/>" * 2_000_001, "thẻ định dạng"),
], ids=["empty", "blank", "cut", "pdf", "other", "no number", "file", "entity", "deep", "many"])  # fmt: skip
def test_what_is_no_invoice_is_refused_in_one_sentence(data: bytes, says: str) -> None:
    with pytest.raises(Unreadable, match=says):
        read_invoice(data)


def test_a_name_of_a_megabyte_is_no_name() -> None:
    assert read_invoice(xml().replace("Công ty In Một".encode(), b"x" * 1_000_000)).seller == ""
