"""An annex that an office changed in Excel comes back through the page: looked at place by place, chosen, saved."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import expect

from quyet.queries.estimates import workbook
from quyet.store.models import Programme
from tests.web.conftest import Open
from tests.web.test_accessibility import violations
from tests.web.test_estimate_journeys import address, lines, made

pytestmark = pytest.mark.django_db(transaction=True)

__all__ = ["address", "made"]


def changed(made: Programme, cells: dict[str, tuple[str, int]]) -> bytes:
    """The annex as Excel saves it once the cells in the column of a heading were typed over: {line: (heading, …)}."""
    book = load_workbook(BytesIO(workbook(made.content)))
    sheet = book["Dự toán"]
    rows = {str(row[1].value): row for row in sheet.iter_rows() if len(row) > 1}
    heads = {str(cell.value): cell.column - 1 for row in sheet.iter_rows() for cell in row if cell.value is not None}
    for content, (heading, value) in cells.items():
        rows[content][heads[heading]].value = value
    saved = BytesIO()
    book.save(saved)
    return saved.getvalue()


@pytest.mark.parametrize(("scripted", "width"), [(True, 1366), (False, 390)])
def test_a_workbook_is_taken_back_place_by_place(
    office: Open, made: Programme, address: str, tmp_path: Path, scripted: bool, width: int
) -> None:
    banners, books = (each.content or "" for each in lines(made)[1:3])
    prices = {banners: ("Đơn giá", 700_000), books: ("Đơn giá", 41_000)}
    file = tmp_path / "du-toan.xlsx"
    file.write_bytes(changed(made, prices))
    page = office(address, java_script_enabled=scripted, width=width)
    page.get_by_label("Nhận lại từ Excel").set_input_files(file)
    page.get_by_role("button", name="So sánh với bản đang có").click()
    expect(page.get_by_role("heading", name=re.compile("Tệp Excel khác bản đang có 2"))).to_be_visible()
    rows = page.locator("table.compare tbody tr")
    expect(rows).to_have_count(2)
    expect(rows.nth(0)).to_contain_text("650.000")
    expect(rows.nth(0)).to_contain_text("700.000")
    expect(rows.nth(0).get_by_role("radio").last).to_be_checked()  # Excel's, until somebody chooses
    if scripted:
        assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert [each.unit_price for each in lines(made)[1:3]] == [650_000, 40_000]  # nothing is changed yet
    rows.nth(1).get_by_role("radio").first.check()
    page.get_by_role("button", name="Lưu như đã chọn").click()
    expect(page.get_by_role("status").first).to_contain_text("Đã lưu dự toán 187.000.000 đ.")
    assert [each.unit_price for each in lines(made)[1:3]] == [700_000, 40_000]


def test_no_workbook_changes_nothing_and_is_said_on_the_page(
    office: Open, made: Programme, address: str, tmp_path: Path
) -> None:
    file = tmp_path / "du-toan.xlsx"
    file.write_bytes(b"PK\x03\x04 no workbook")
    before = lines(made)
    page = office(address)
    page.get_by_label("Nhận lại từ Excel").set_input_files(file)
    page.get_by_role("button", name="So sánh với bản đang có").click()
    expect(page.get_by_role("alert").first).to_be_visible()
    expect(page.locator("#grid tr.line")).to_have_count(len(before))
    assert lines(made) == before
