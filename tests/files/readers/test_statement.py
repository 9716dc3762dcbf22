"""Statements of the treasury and of banks: made workbooks and CSV files, every row written out. All invented."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from quyet.files.readers import Unreadable
from quyet.files.readers.statement import MOST_ROWS, Statement, read_statement

D5, D6 = date(2024, 3, 5), date(2024, 3, 6)


def workbook(*rows: list[Any], sheets: int = 1, merge: tuple[str, ...] = ()) -> bytes:
    book = Workbook()
    for place in range(sheets):
        sheet = book.active if place == 0 else book.create_sheet()
        assert sheet is not None
        for row in rows:
            sheet.append(row)
        for each in merge:
            sheet.merge_cells(each)
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def read(data: bytes | str, name: str = "sao-ke.csv") -> Statement:
    return read_statement(data if isinstance(data, bytes) else data.encode(), name)


def said(found: Statement) -> list[tuple[int, date, str, str, str, int]]:
    return [(each.place, each.day, each.number, each.content, each.code, each.amount) for each in found.rows]


HEAD = ["STT", "Ngày", "Số chứng từ", "Nội dung", "NDKT", "Số tiền"]


def test_a_workbook_of_the_treasury_with_titles_above_and_sums_below() -> None:
    data = workbook(
        ["KHO BẠC NHÀ NƯỚC TỈNH LẠNG SƠN"],
        ["SAO KÊ CHI NGÂN SÁCH"],
        ["Từ ngày 01/03/2024 đến ngày 31/03/2024"],
        ["Đơn vị tính: đồng"],
        HEAD,
        ["A", "B", "1", "2", "3", "4"],
        [1, D5, "KB-1", "In băng rôn", "6757", 26_000_000],
        [2, "06/03/2024 10:22:31", 17, "Thuê hội trường", 6751, "8.000.000"],
        [3, "06/03/2024", "18", "Nộp trả", "6751", "-600.000"],
        [None, None, None, "Cộng", None, 33_400_000],
        [None, "Ngày 31 tháng 3 năm 2024", None, None, None, None],
    )
    found = read(data, "sao-ke.xlsx")
    assert said(found) == [
        (7, D5, "KB-1", "In băng rôn", "6757", 26_000_000),
        (8, D6, "17", "Thuê hội trường", "6751", 8_000_000),
        (9, D6, "18", "Nộp trả", "6751", -600_000),
    ]
    assert (found.since, found.until, found.total) == (date(2024, 3, 1), date(2024, 3, 31), 33_400_000)


def test_two_rows_of_headings_over_debit_and_credit() -> None:
    data = workbook(
        ["Chứng từ", None, "Diễn giải", "Phát sinh", None, "Số dư"],
        ["Số", "Ngày", None, "Nợ", "Có", None],
        ["17", "05/03/2024", "In băng rôn", 26_000_000, None, 100_000_000],
        ["18", "06/03/2024", "Nộp trả kinh phí", None, 600_000, 100_600_000],
        [None, "06/03/2024", "Số dư cuối kỳ", None, None, 100_600_000],
        [None, None, "Tổng phát sinh", 26_000_000, 600_000, None],
        merge=("A1:B1", "C1:C2", "D1:E1", "F1:F2"),
    )
    found = read(data, "so-phu.xlsx")
    assert said(found) == [
        (3, D5, "17", "In băng rôn", "", 26_000_000), (4, D6, "18", "Nộp trả kinh phí", "", -600_000),
    ]  # fmt: skip
    assert found.total == 25_400_000


SEMICOLONS = "Ngày hạch toán;Số CT;Nội dung;Số tiền\n05/03/2024;KB-1;Băng rôn, đợt 1;26.000.000\n"
ROW = [(2, D5, "KB-1", "Băng rôn, đợt 1", "", 26_000_000)]


@pytest.mark.parametrize(
    "data",
    [
        SEMICOLONS.encode(),
        SEMICOLONS.encode("utf-8-sig"),
        SEMICOLONS.encode("utf-16"),
        SEMICOLONS.replace(";", "\t").encode("utf-16"),
        SEMICOLONS.replace("\n", "\r\n").encode(),
        'Ngày hạch toán,Số CT,Nội dung,Số tiền\n2024-03-05,KB-1,"Băng rôn, đợt 1","26,000,000"\n'.encode(),
        SEMICOLONS.replace("26.000.000", "26 000 000 đ").encode(),
    ],
    ids=["utf-8", "with its mark", "utf-16", "tabs", "Windows lines", "commas", "spaces"],
)
def test_a_csv_file_in_whatever_encoding_and_with_whatever_sign(data: bytes) -> None:
    assert said(read(data)) == ROW


def test_a_csv_file_in_the_encoding_before_unicode() -> None:
    from quyet.files.readers.encodings import TCVN3

    letters = {letter: chr(code) for code, letter in TCVN3.items()}
    text = SEMICOLONS + "06/03/2024;18;Thuê hội trường của Đài tỉnh;8.000.000\n"
    data = "".join(letters.get(each, each) for each in text).encode("latin-1")
    assert said(read(data)) == [*ROW, (3, D6, "18", "Thuê hội trường của Đài tỉnh", "", 8_000_000)]


HEADINGS = "Ngày;Số CT;Nội dung;Số tiền\n"
REFUSED = {
    "nothing": (b"", "Tệp rỗng, không có chữ nào để đọc."),
    "no headings": (b"a;b\n1;2\n", "Không thấy hàng tiêu đề của sao kê"),
    "headings alone": (HEADINGS.encode(), "Bảng trong tệp không có dòng nào vừa có ngày vừa có số tiền"),
    "no day": (f"{HEADINGS};17;Băng rôn;100\n".encode(), "Hàng 2: có số tiền 100 nhưng không có ngày."),
    "no day of the calendar": (
        f"{HEADINGS}31/02/2024;17;Băng rôn;100\n".encode(), "Hàng 2: có số tiền 100 nhưng «31/02/2024» không phải ngày.",
    ),
    "a day of another century": (f"{HEADINGS}05/03/1924;17;x;100\n".encode(), "«05/03/1924» không phải ngày"),
    "no amount": (f"{HEADINGS}05/03/2024;17;x;hai triệu rưỡi\n".encode(), "Hàng 2: «hai triệu rưỡi» không phải số tiền."),
    "10^18": (
        f"{HEADINGS}05/03/2024;17;x;1.000.000.000.000.000.000\n".encode(),
        "Hàng 2: số tiền «1.000.000.000.000.000.000» lớn hơn 1.000.000.000.000.000 đồng.",
    ),
    "a fraction": (f"{HEADINGS}05/03/2024;17;x;1.000,5\n".encode(), "Hàng 2: số tiền «1.000,5» có phần lẻ của đồng."),
    "both sides": (
        "Ngày;Số CT;Nợ;Có\n05/03/2024;17;100;200\n".encode(), "Hàng 2: có cả số tiền Nợ 100 và Có 200.",
    ),
    "thousands": ("Đơn vị: nghìn đồng\n".encode() + f"{HEADINGS}05/03/2024;17;x;100\n".encode(), "đơn vị 1.000 đồng"),
    "two sheets": (workbook(HEAD, [1, D5, "1", "x", "", 5], sheets=2), "Tệp có 2 trang tính cùng có bảng ngày"),
    "too many rows": (
        (HEADINGS + "05/03/2024;17;x;100\n" * (MOST_ROWS + 1)).encode(), "Sao kê có hơn 5.000 dòng.",
    ),
    "a broken workbook": (workbook(HEAD)[:200], "Tệp bị hỏng hoặc bị cắt cụt"),
    "a PDF": (b"%PDF-1.7\n", "Sao kê phải là tệp .xlsx, .xls hoặc .csv."),
    "a picture": (
        b"\x89PNG\r\n",
        "Đây là tệp ảnh. Sao kê phải là tệp .xlsx, .xls hoặc .csv. Hãy xuất lại ở một trong các dạng đó.",
    ),
    "an archive": (b"Rar!\x1a\x07", "Đây là tệp nén .zip. Sao kê phải là tệp .xlsx, .xls hoặc .csv."),
    "binary": (bytes(range(256)) * 8, ""),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_read_is_refused_with_one_sentence(case: str) -> None:
    data, expected = REFUSED[case]
    with pytest.raises(Unreadable) as refused:
        read(data)
    assert expected in str(refused.value) and "\n" not in str(refused.value)


def test_a_workbook_with_macros_is_refused() -> None:
    plain = ZipFile(BytesIO(workbook(HEAD, [1, D5, "1", "x", "", 5])))
    kept = BytesIO()
    with ZipFile(kept, "w") as made:
        for name in plain.namelist():
            data = plain.read(name)
            if name == "xl/_rels/workbook.xml.rels":
                link = b'<Relationship Id="rIdM" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/>'
                data = data.replace(b"</Relationships>", link + b"</Relationships>")
            made.writestr(name, data)
        made.writestr("xl/vbaProject.bin", b"\0")
    with pytest.raises(Unreadable, match="Tệp có macro"):
        read(kept.getvalue(), "sao-ke.xlsm")


def test_a_million_empty_rows_are_refused_before_they_are_kept() -> None:
    plain = ZipFile(BytesIO(workbook(HEAD, [1, D5, "1", "x", "", 5])))
    rows = b"".join(b'<row r="%d"/>' % place for place in range(3, 400_000))
    kept = BytesIO()
    with ZipFile(kept, "w") as made:
        for name in plain.namelist():
            data = plain.read(name)
            if name.startswith("xl/worksheets/"):
                data = data.replace(b"</sheetData>", rows + b"</sheetData>")
            made.writestr(name, data)
    with pytest.raises(Unreadable, match=r"hơn 300\.000 hàng"):
        read(kept.getvalue(), "sao-ke.xlsx")
