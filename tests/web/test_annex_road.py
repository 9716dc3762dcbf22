"""The annex of Lạng Sơn's programme, all the way in one browser: proposed from templates, priced, out to Excel, changed
there, taken back, printed in the decision, and checked.

The activities and the 185.000.000 đồng are those of the example; the prices are made up so that they add up to it.
"""

from __future__ import annotations

import json
import re
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Locator, Page, expect

import quyet
from quyet.cli import main
from tests.web.conftest import Open

pytestmark = pytest.mark.django_db(transaction=True)

CASE = Path(__file__).parents[2] / "cases" / "lang-son-2024" / "programme.yaml"
HOTEL_OF_A_CITY, UNDER_1_25 = "urban_1", "below_1_25"

PRICED = {
    # activity → what its template proposes: content, quantity, and the price that is typed (None: the norm's)
    "1.a": [("Thiết kế, in, treo và tháo dỡ băng rôn", 40, "650.000")],
    "1.b": [("Biên soạn, thiết kế nội dung sổ tay", 1, "3tr"), ("In và phát hành sổ tay", 750, "36.000")],
    "1.c": [("Sản xuất và phát sóng phóng sự", 1, "25tr")],
    "1.d": [
        ("Thuê hội trường, thiết bị", 1, "8tr"),
        ("In tài liệu", 150, "50.000"),
        ("Thù lao giảng viên, báo cáo viên", 2, "1tr"),
        ("Giải khát giữa giờ", 300, "20.000"),
        ("Trang trí, ma két", 1, "1tr"),
    ],
    "2.a": [("Thiết kế, in, treo và tháo dỡ băng rôn", 45, "650.000")],
    "2.b": [("Sản xuất và phát sóng phóng sự", 1, "20.250.000")],
    "3": [
        ("Thuê xe đưa đón đoàn", 4, "1.050.000"),
        ("Phụ cấp lưu trú", 48, None),
        ("Tiền thuê phòng nghỉ (khoán)", 36, None),
    ],
}

ANNEX = [
    # as the decision prints it once Excel has moved 500.000 đồng from the papers to the hall
    ("I", "Treo băng rôn về sản xuất và tiêu dùng bền vững", None, None, 26_000_000),
    ("1", "Thiết kế, in, treo và tháo dỡ băng rôn", 40, 650_000, 26_000_000),
    ("II", "Biên soạn, in và cấp phát sổ tay về sản xuất và tiêu dùng bền vững", None, None, 30_000_000),
    ("1", "Biên soạn, thiết kế nội dung sổ tay", 1, 3_000_000, 3_000_000),
    ("2", "In và phát hành sổ tay", 750, 36_000, 27_000_000),
    (
        "III", "Phóng sự truyền hình về sản xuất và tiêu dùng bền vững, phát trên sóng của đài tỉnh",
        None, None, 25_000_000,
    ),
    ("1", "Sản xuất và phát sóng phóng sự", 1, 25_000_000, 25_000_000),
    ("IV", "Hội nghị tập huấn về sản xuất và tiêu dùng bền vững", None, None, 24_500_000),
    ("1", "Thuê hội trường, thiết bị", 1, 8_500_000, 8_500_000),
    ("2", "In tài liệu", 140, 50_000, 7_000_000),
    ("3", "Thù lao giảng viên, báo cáo viên", 2, 1_000_000, 2_000_000),
    ("4", "Giải khát giữa giờ", 300, 20_000, 6_000_000),
    ("5", "Trang trí, ma két", 1, 1_000_000, 1_000_000),
    ("V", "Treo băng rôn về hạn chế túi ni lông khó phân hủy", None, None, 29_250_000),
    ("1", "Thiết kế, in, treo và tháo dỡ băng rôn", 45, 650_000, 29_250_000),
    ("VI", "Phóng sự truyền hình về tác hại của túi ni lông khó phân hủy", None, None, 20_250_000),
    ("1", "Sản xuất và phát sóng phóng sự", 1, 20_250_000, 20_250_000),
    ("VII", "Đoàn học tập kinh nghiệm về sản xuất và tiêu dùng bền vững", None, None, 30_000_000),
    ("1", "Thuê xe đưa đón đoàn", 4, 1_050_000, 4_200_000),
    ("2", "Phụ cấp lưu trú", 48, 200_000, 9_600_000),
    ("3", "Tiền thuê phòng nghỉ (khoán)", 36, 450_000, 16_200_000),
]  # fmt: skip

FOUND = {
    # what is true of it and stays: no number and day yet, no source of money named, no resolution of the province on
    # file, a lecturer whose rank nobody said, banners of two activities that are bought together
    "quyet-dinh.pdf": [("F102", "warning"), ("P109", "info")],
    "du-toan.xlsx": [("N104", "info"), ("P301", "warning"), ("N103", "warning")],
    "programme.yaml": [("N104", "info"), ("P301", "warning"), ("N103", "warning")],
}


def test_from_templates_to_excel_to_the_decision(
    office: Open, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = office("/chuong-trinh/moi")
    enter_without_annex(page, tmp_path)
    for activity in PRICED:
        propose(page, activity)
    type_prices(page)
    expect(page.locator("#sums")).to_contain_text("✓ khớp")  # 185.000.000 đồng, to the đồng

    page.get_by_role("button", name="Đã kiểm tra", exact=True).click()
    expect(page.get_by_role("status").first).to_contain_text("Đã kiểm tra 14 dòng đề xuất.")

    book = download(page, "Tải về Excel (.xlsx)", tmp_path / "ra.xlsx")
    change_in_excel(book)
    take_back(page, book)
    expect(page.locator("#sums")).to_contain_text("✓ khớp")

    folder = tmp_path / "ho-so"
    folder.mkdir()
    download(page, "Tải về Excel (.xlsx)", folder / "du-toan.xlsx")
    page.get_by_role("link", name="Nội dung", exact=True).click()
    download(page, "Tải dữ liệu (.json)", folder / "programme.yaml")  # what is JSON is YAML
    page.get_by_role("link", name="Quyết định", exact=True).click()
    decision = download(page, "PDF", folder / "quyet-dinh.pdf")

    reading = quyet.read(decision)
    assert reading.estimate is not None and reading.estimate.total == 185_000_000
    lines = [(each.label, each.content, each.quantity, each.unit_price, each.amount) for each in reading.estimate.lines]
    assert lines == ANNEX
    capsys.readouterr()
    assert main(["check", str(folder), "--format", "json"]) == 0
    printed = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    found = {Path(each["path"]).name: [(one["rule"], one["severity"]) for one in each["findings"]] for each in printed}
    assert found == FOUND


def enter_without_annex(page: Page, folder: Path) -> None:
    """The example's data with its estimate cut off, as a file that is uploaded."""
    data = folder / "programme.yaml"
    data.write_text(CASE.read_text(encoding="utf-8").partition("\nestimate:")[0] + "\n", encoding="utf-8")
    page.locator("input[type=file]").set_input_files(data)
    page.get_by_role("button", name="Đưa vào sổ", exact=True).click()
    page.get_by_role("link", name="Dự toán", exact=True).last.click()
    expect(page.locator("#whole")).to_contain_text("Chưa có dòng nào")


def propose(page: Page, activity: str) -> None:
    """The lines of its template; how many and how long the activity says itself."""
    page.get_by_role("link", name="Đề xuất dòng theo mẫu").last.click()
    page.get_by_role("link", name=re.compile(rf"^{re.escape(activity)} ")).click()
    if activity == "3":  # the norm of a room asks where and for whom
        page.get_by_label("Địa bàn").select_option(HOTEL_OF_A_CITY)
        page.get_by_label("Đối tượng").select_option(UNDER_1_25)
    page.get_by_role("button", name="Thêm các dòng đề xuất").click()
    count = len(PRICED[activity])
    expect(page.get_by_role("status").first).to_contain_text(f"Đã thêm {count} dòng đề xuất")


def type_prices(page: Page) -> None:
    """Where the norm of the day and place gave none; the quantities are those of the activities."""
    row = 0
    for lines in PRICED.values():
        for content, quantity, price in lines:
            row += 1  # below the heading of the activity, or below the last line
            expect(cell(page, row, "content")).to_have_text(content)
            expect(cell(page, row, "quantity")).to_have_text(str(quantity))
            if price is not None:
                cell(page, row, "unit_price").click()
                page.keyboard.type(price)
                page.keyboard.press("Enter")
        row += 1
    expect(page.locator("#total")).to_have_text("185.000.000")
    expect(page.locator(".saved")).to_have_text(re.compile(r"Đã lưu \d\d:\d\d"))


def cell(page: Page, row: int, field: str) -> Locator:
    return page.locator("#grid tr.line").nth(row).locator(f"td[data-field={field}]")


def download(page: Page, link: str, to: Path) -> Path:
    with page.expect_download() as started:
        page.get_by_role("link", name=link, exact=True).click()
    started.value.save_as(to)
    return to


def change_in_excel(file: Path) -> None:
    """Ten sets of papers less, half a million more for the hall: the total stays. Excel has not worked it out again."""
    book = openpyxl.load_workbook(file)
    sheet = book["Dự toán"]
    heads = next(row for row in sheet.iter_rows() if row[0].value == "TT")
    at = {str(each.value): each.column - 1 for each in heads}
    rows = {str(row[at["Nội dung"]].value): row for row in sheet.iter_rows(min_row=heads[0].row + 1)}
    copies, price = rows["In tài liệu"][at["Thừa số 1"]], rows["Thuê hội trường, thiết bị"][at["Đơn giá"]]
    assert (copies.value, price.value) == (150, 8_000_000)
    copies.value, price.value = 140, 8_500_000
    book.save(file)


def take_back(page: Page, file: Path) -> None:
    """Both differences are looked at before they are taken."""
    page.get_by_label("Nhận lại từ Excel").set_input_files(file)
    page.get_by_role("button", name="So sánh với bản đang có").click()
    rows = page.locator("table.compare tbody tr")
    expect(rows).to_have_count(2)
    for row, said in zip(
        rows.all(),
        [("Thuê hội trường", "Đơn giá", "8.000.000", "8.500.000"), ("In tài liệu", "Cách tính", "150 bộ", "140 bộ")],
        strict=True,
    ):
        for words in said:
            expect(row).to_contain_text(words)
    page.get_by_role("button", name="Lưu như đã chọn").click()
    expect(page.get_by_role("status").first).to_contain_text("Đã lưu dự toán 185.000.000 đ.")
    lines = page.locator("#grid tr.line")
    assert lines.count() == len(ANNEX)
    assert Decimal(cell(page, 9, "quantity").inner_text()) == 140
