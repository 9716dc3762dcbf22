"""Where things stand on the page of a reading, wide and narrow: measured in a browser."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Locator, Page, expect

from tests.web.conftest import Open
from tests.web.papers import TEXT
from tests.web.test_journeys import open_example

PHONE = {"width": 390, "height": 844}
LONG = "Tập huấn trồng chè an toàn theo hướng hữu cơ cho các hộ nông dân vùng cao"
ONE_DAY = TEXT.replace("Tập huấn trồng chè", LONG).replace("Quý II/2023", "ngày 20/5/2023")
ESTIMATE = (
    ("STT", "Nội dung", "ĐVT", "Số lượng", "Đơn giá", "Thành tiền"),
    ("I", "Tập huấn", "", "", "", "12.000.000"),
    ("1", "Thuê hội trường cho lớp tập huấn trồng chè", "ngày", "4", "3.000.000", "12.000.000"),
    ("II", "Tờ rơi", "", "", "", "50.500.000"),
    ("1", "In tờ rơi", "tờ", "1.000", "50.500", "50.500.000"),
    ("", "Tổng cộng", "", "", "", "62.500.000"),
)


@pytest.fixture
def with_estimate(tmp_path: Path) -> Path:
    """The invented programme as a Word file with an annex table of two levels."""
    paper = Document()
    for line in TEXT.splitlines():
        paper.add_paragraph(line)
    paper.add_paragraph("PHỤ LỤC DỰ TOÁN")
    table = paper.add_table(rows=0, cols=6)
    for row in ESTIMATE:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    paper.save(str(tmp_path / "khuyen-nong.docx"))
    return tmp_path / "khuyen-nong.docx"


def read_file(page: Page, paper: Path) -> Page:
    page.get_by_label("Tải tệp lên").set_input_files(paper)
    page.get_by_role("button", name="Đọc tệp").click()
    page.wait_for_url("**/doc/*")
    return page


def read_text(page: Page, text: str) -> Page:
    page.get_by_label("Dán văn bản").fill(text)
    page.get_by_role("button", name="Đọc văn bản").click()
    page.wait_for_url("**/doc/*")
    return page


def left(found: Locator) -> float:
    """Where the words of something begin."""
    return found.evaluate(
        "e => { const r = document.createRange(); r.selectNodeContents(e); return r.getBoundingClientRect().left }"
    )


def test_on_a_phone_all_tabs_stand_in_one_row(open_page: Open, with_estimate: Path):
    page = read_file(open_page(**PHONE), with_estimate)
    tabs = page.locator(".tabs a")
    assert tabs.count() == 5
    boxes = [tab.bounding_box() for tab in tabs.all()]
    assert len({box["y"] for box in boxes}) == 1
    assert boxes[-1]["x"] + boxes[-1]["width"] <= 390


def test_on_a_phone_a_sum_stands_below_the_words_that_it_is_for(open_page: Open, with_estimate: Path):
    page = read_file(open_page(**PHONE), with_estimate)
    page.get_by_role("tab", name="Dự toán").click()
    row = page.locator("#estimate tr.level-2").first
    assert left(row.locator("td:nth-child(3)")) == pytest.approx(left(row.locator("td.content")), abs=1)


@pytest.mark.parametrize("width", [1366, 390])
def test_the_timeline_says_whole_titles_and_shows_an_event_of_one_day(open_page: Open, width: int):
    page = read_text(open_page(width=width), ONE_DAY)
    expect(page.locator(".timeline .title").first).to_have_text(LONG)
    title = page.locator(".timeline .title").first
    assert title.evaluate("e => e.scrollWidth <= e.clientWidth + 1 || getComputedStyle(e).display === 'inline'")
    assert page.locator(".timeline circle").bounding_box()["width"] >= 8


def test_what_has_no_time_crosses_no_line(open_page: Open):
    page = read_text(open_page(), TEXT)
    row = page.locator(".timeline li", has_text="chưa nêu")
    expect(row).to_have_count(1)
    expect(row.locator(".edge")).to_have_count(0)


@pytest.mark.parametrize("width", [1366, 390])
def test_a_head_in_two_columns_keeps_them_apart(open_page: Open, width: int):
    head = "SỞ NÔNG NGHIỆP TỈNH MƯỜNG HOA          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    page = read_text(open_page(width=width), head + TEXT.split("\n", 1)[1])
    if width == 390:
        page.get_by_role("link", name="Văn bản nguồn").click()
    one, other = [each.bounding_box() for each in page.locator("#line-1 .column").all()]
    assert one["x"] + one["width"] < other["x"]
    assert one["y"] == other["y"]


def test_deleting_is_in_sight_on_the_first_tab_and_takes_the_reading_away(open_page: Open):
    page = read_text(open_page(), TEXT)
    address = page.url
    button = page.get_by_role("button", name="Xóa ngay")
    expect(button).to_be_in_viewport()
    button.click()
    assert page.goto(address).status == 404


def test_on_a_phone_deleting_is_in_sight_too(open_page: Open):
    page = read_text(open_page(**PHONE, java_script_enabled=False), TEXT)
    expect(page.get_by_role("button", name="Xóa ngay")).to_be_in_viewport()


def test_the_example_is_nobody_s_upload(open_page: Open):
    page = open_example(open_page())
    expect(page.get_by_role("button", name="Xóa ngay")).to_have_count(0)
    expect(page.get_by_role("link", name="Tải JSON")).not_to_have_class("main")


def test_the_result_can_be_printed_and_comes_before_the_paper(open_page: Open):
    page = open_example(open_page())
    page.evaluate("window.print = () => { document.title = 'in' }")
    page.get_by_role("button", name="In kết quả").click()
    expect(page).to_have_title("in")
    page.emulate_media(media="print")
    tops = [page.locator(shown).bounding_box()["y"] for shown in ("#content", "#findings", ".paper")]
    assert all(above < below for above, below in pairwise(tops))


def test_without_a_script_no_button_promises_to_print(open_page: Open):
    page = open_example(open_page(java_script_enabled=False))
    expect(page.locator("button.print")).to_be_hidden()
