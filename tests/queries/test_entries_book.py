"""The entries as a workbook for the accounting program: every row of the example's year, written out."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from quyet.actions.demo import play
from quyet.files.writers.refused import Unwritable
from quyet.queries.entries_book import book_of
from quyet.store.models import PaymentRequest, Programme
from tests.spending import Office

pytestmark = pytest.mark.django_db

HEADINGS = (
    "Ngày hạch toán", "Số chứng từ", "Ngày chứng từ", "Diễn giải", "Nghiệp vụ", "TK Nợ", "TK Có", "Số tiền", "Chương",
    "Khoản", "Tiểu mục", "Nguồn", "Đối tượng", "Mã số thuế", "Số hợp đồng", "Dòng dự toán", "Số bút toán", "Đảo bút toán",
)  # fmt: skip

BANNERS = ("Công ty TNHH In Một", "01/2024/HĐ-SCT")
STATION = ("Đài truyền hình", "03/2024/HĐ-SCT")
HEAD = ("Hoàng Văn Bảo", None)
YEAR = [
    ("10/05/2024", "TU-01", "Tạm ứng kho bạc", 10_000_000, "6606", *BANNERS),
    ("10/05/2024", "TU-01", "Tạm ứng kho bạc", 10_000_000, "6606", *BANNERS),
    ("03/07/2024", "TT-01", "Thanh toán tạm ứng", 10_000_000, "6606", *BANNERS),
    ("03/07/2024", "TT-01", "Thanh toán tạm ứng", 10_000_000, "6606", *BANNERS),
    ("05/07/2024", "RDT-01", "Thực chi", 16_000_000, "6606", *BANNERS),
    ("05/07/2024", "RDT-01", "Thực chi", 19_250_000, "6606", *BANNERS),
    ("15/07/2024", "RDT-02", "Thực chi", 30_000_000, "6608", "Nhà in Hai", "02/2024/HĐ-SCT"),
    ("24/07/2024", "RDT-03", "Thực chi", 8_000_000, "6655", "Trung tâm hội nghị Ba", None),
    ("24/07/2024", "RDT-04", "Thực chi", 7_500_000, "6651", "Nhà in Hai", None),
    ("24/07/2024", "RDT-05", "Thực chi", 6_000_000, "6699", "Trung tâm hội nghị Ba", None),
    ("30/07/2024", "NT-01", "Nộp trả khoản đã chi", 600_000, "6699", "Trung tâm hội nghị Ba", None),
    ("14/08/2024", "RDT-06", "Thực chi", 25_000_000, "6606", *STATION),
    ("11/09/2024", "TU-02", "Tạm ứng kho bạc", 9_600_000, "6702", *HEAD),
    ("11/09/2024", "TU-02", "Tạm ứng kho bạc", 16_200_000, "6703", *HEAD),
    ("13/09/2024", "PC-01", "Tạm ứng cho cá nhân", 9_600_000, "6702", *HEAD),
    ("13/09/2024", "PC-01", "Tạm ứng cho cá nhân", 16_200_000, "6703", *HEAD),
    ("24/09/2024", "PT-01", "Thanh toán tạm ứng cá nhân", 9_600_000, "6702", *HEAD),
    ("24/09/2024", "PT-01", "Thanh toán tạm ứng cá nhân", 16_200_000, "6703", *HEAD),
    ("27/09/2024", "TT-02", "Thanh toán tạm ứng", 9_600_000, "6702", *HEAD),
    ("27/09/2024", "TT-02", "Thanh toán tạm ứng", 16_200_000, "6703", *HEAD),
    ("27/09/2024", "RDT-07", "Thực chi", 4_200_000, "6751", "Hợp tác xã vận tải Bốn", None),
    ("13/11/2024", "RDT-08", "Thực chi", 22_250_000, "6606", *STATION),
]


@pytest.fixture(autouse=True)
def forms(settings: Any, tmp_path: Path) -> Path:
    settings.FORMS = tmp_path / "forms"
    settings.FORMS.mkdir()
    return tmp_path / "forms"


def rows(data: bytes) -> list[tuple[Any, ...]]:
    (sheet,) = load_workbook(BytesIO(data)).worksheets
    return list(sheet.iter_rows(values_only=True))


def shown(value: object) -> object:
    return f"{value:%d/%m/%Y}" if isinstance(value, datetime) else value


def test_the_year_row_by_row() -> None:
    heading, *found = rows(book_of(Programme.objects.get(pk=play("spent").programme)))
    assert heading == HEADINGS
    at = [HEADINGS.index(each) for each in ("Ngày hạch toán", "Số chứng từ", "Nghiệp vụ", "Số tiền", "Tiểu mục", "Đối tượng", "Số hợp đồng")]  # fmt: skip
    assert [tuple(shown(row[place]) for place in at) for row in found] == YEAR
    same = [HEADINGS.index(each) for each in ("Chương", "Khoản", "Nguồn", "TK Nợ", "TK Có", "Đảo bút toán")]
    assert {tuple(row[place] for place in same) for row in found} == {
        ("416", "338", "Ngân sách tỉnh", None, None, None)
    }
    assert all(row[HEADINGS.index("Ngày chứng từ")] == row[0] for row in found)


def test_what_was_taken_back_stands_below_nought_and_names_what_it_reverses() -> None:
    office = Office()
    request = office.done("payment", (office.money.hall, 10), title="=SUM(1;2)")
    office.go(request, "correct", reason="Nhập nhầm số")
    heading, paid, back = rows(book_of(office.money.programme))
    amount, entry, reverses, content = (heading.index(each) for each in ("Số tiền", "Số bút toán", "Đảo bút toán", "Diễn giải"))  # fmt: skip
    assert (paid[amount], paid[reverses]) == (10_000_000, None)
    assert (back[amount], back[reverses]) == (-10_000_000, paid[entry])
    assert paid[content] == "=SUM(1;2)" == PaymentRequest.objects.get(pk=request).title  # text, and no formula
    assert load_workbook(BytesIO(book_of(office.money.programme))).worksheets[0].cell(2, content + 1).data_type == "s"


def test_an_office_s_own_mapping(forms: Path) -> None:
    office = Office()
    office.done("payment", (office.money.hall, 10))
    (forms / "entries.yaml").write_text(OWN, encoding="utf-8")
    assert rows(book_of(office.money.programme)) == [
        ("So_CT", "No", "Co", "Ghi_chu", "Tien"), ("KB-1", "66121", "46121", None, 10_000_000)
    ]  # fmt: skip
    (forms / "entries.yaml").write_text(OWN.replace("pay:", "paid:"), encoding="utf-8")
    with pytest.raises(Unwritable, match=r"forms/entries.yaml: accounts.paid"):
        book_of(office.money.programme)


OWN = """
checked: 2026-11-23
sheet: CT
columns:
  - {key: number, heading: So_CT}
  - {key: debit, heading: "No"}
  - {key: credit, heading: Co}
  - {key: blank, heading: Ghi_chu}
  - {key: amount, heading: Tien}
accounts:
  pay: {debit: "66121", credit: "46121"}
"""
