"""From a text to its pages and files, in a real browser."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from quyet import read
from quyet.files.facts import example_text
from quyet.files.reading import read_text
from tests.web.conftest import Open

PHONE = {"width": 390, "height": 844}


def upload_example(page: Page, folder: Path) -> Page:
    """Give the text of the example as a file of one's own."""
    (folder / "quyet-dinh.txt").write_text(example_text(), encoding="utf-8")
    page.locator("#file").set_input_files(folder / "quyet-dinh.txt")
    page.locator("#file").locator("xpath=ancestor::form").locator("button").click()
    page.wait_for_url("**/doc/*")
    return page


def see_pages(page: Page) -> Page:
    page.locator("a:visible", has_text="Bản trình bày").click()
    page.wait_for_url("**/pages#paper")
    return page


def all_loaded(page: Page) -> bool:
    """Whether every page of the paper is there as a picture; lazy ones come when they are scrolled to."""
    pictures = page.locator(".pictures img")
    for picture in pictures.all():
        picture.scroll_into_view_if_needed()
        picture.evaluate("image => image.decode()")
    return pictures.evaluate_all("images => images.every(image => image.naturalWidth > 700)")


@pytest.mark.parametrize("script", [True, False])
def test_from_an_upload_to_its_pages_to_files_that_say_the_same(open_page: Open, tmp_path: Path, script: bool):
    page = see_pages(upload_example(open_page(java_script_enabled=script), tmp_path))
    count = page.locator(".pictures img").count()
    expect(page.get_by_role("link", name=f"Trang {count} trong {count}:")).to_have_count(1)
    if script:
        assert all_loaded(page)
    expect(page.get_by_text("✓ Đọc lại thấy đúng các dữ kiện đã đọc")).to_be_visible()
    source = read_text(example_text())
    for name, ending in (("PDF", "pdf"), ("Word", "docx")):
        with page.expect_download() as download:
            page.get_by_role("link", name=name, exact=True).click()
        assert download.value.suggested_filename.startswith("Quyết định Về việc phê duyệt nội dung và dự toán")
        file = tmp_path / f"saved.{ending}"
        download.value.save_as(file)
        again = read(file)
        assert [(each.label, each.title, each.quantity.unit) for each in again.programme.activities] == [
            (each.label, each.title, each.quantity.unit) for each in source.programme.activities
        ]
        assert again.programme.total.amount == again.estimate.total == 185_000_000


def test_another_form_is_chosen_with_the_keyboard_and_its_files_follow(open_page: Open):
    page = open_page("/doc/example/pages")
    page.get_by_role("link", name="Kế hoạch", exact=True).focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/pages?form=plan#paper")
    expect(page.get_by_role("link", name="Kế hoạch", exact=True)).to_have_attribute("aria-current", "true")
    assert (
        page.get_by_role("link", name="Word", exact=True).get_attribute("href") == "/doc/example/quyet.docx?form=plan"
    )
    assert all_loaded(page)


def test_a_fact_leads_from_the_pages_to_its_words_in_the_text(open_page: Open):
    page = open_page("/doc/example/pages")
    quantity = page.locator("#activity-0 .amount .fact")
    line = quantity.get_attribute("href")
    quantity.click()
    page.wait_for_url(f"**{line}")
    expect(page.locator(".line:target")).to_contain_text("40 cái")
    expect(page.locator(".line:target")).to_be_in_viewport()


def test_a_line_that_was_left_out_is_led_to(open_page: Open):
    page = open_page()
    page.locator("#text").fill("Kính gửi các đồng chí lãnh đạo huyện.\n" + example_text())
    page.get_by_role("button", name="Đọc văn bản").click()
    page.wait_for_url("**/doc/*")
    see_pages(page)
    page.locator(".doubts a").first.click()
    expect(page.locator(".line:target")).to_contain_text("Kính gửi các đồng chí")


def test_on_a_phone_the_pages_are_the_third_tab(open_page: Open):
    page = open_page("/doc/example", **PHONE, has_touch=True)
    tabs = page.locator(".switch a")
    assert [tab.inner_text().strip() for tab in tabs.all()] == ["Dữ kiện", "Văn bản nguồn", "Bản trình bày"]
    assert len({tab.bounding_box()["y"] for tab in tabs.all()}) == 1
    see_pages(page)
    expect(page.locator(".pictures img").first).to_be_visible()
    expect(page.locator(".facts")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.get_by_role("link", name="Dữ kiện").tap()
    expect(page.locator(".facts")).to_be_visible()
    expect(page.locator(".pictures")).to_be_hidden()
    page.locator(".switch a", has_text="Văn bản nguồn").tap()
    page.wait_for_url("**/doc/example#paper")
    expect(page.locator(".line").first).to_be_visible()


def test_on_a_phone_the_address_of_the_pages_opens_them(open_page: Open):
    page = open_page("/doc/example/pages", **PHONE)
    expect(page.locator(".pictures img").first).to_be_visible()
    expect(page.locator(".switch [aria-current]")).to_have_text("Bản trình bày theo NĐ 30")


def test_the_pages_are_told_in_english_too(open_page: Open):
    page = open_page("/doc/example/pages?lang=en")
    expect(page.get_by_role("link", name="Laid out by Decree 30")).to_be_visible()
    expect(page.get_by_text("✓ Read back, it says the facts that were read")).to_be_visible()
    expect(page.get_by_alt_text("Page 1 of")).to_be_visible()
    page.get_by_role("link", name="Proposal", exact=True).click()
    expect(page.get_by_text("It would be a new paper, so number and day are left open.")).to_be_visible()


def test_of_the_pages_only_the_pages_are_printed_a_sheet_each(open_page: Open):
    page = open_page("/doc/example/pages")
    assert all_loaded(page)
    expect(page.get_by_role("button", name="In các trang")).to_be_visible()
    page.emulate_media(media="print")
    for hidden in (".rail", ".head", ".views", ".facts", ".make", ".doubts"):
        expect(page.locator(hidden).first).to_be_hidden()
    printed = read_pages(page.pdf(prefer_css_page_size=True))
    wide = page.locator(".pictures li").evaluate_all("pages => pages.map(page => page.matches('.wide'))")
    assert wide[0] is False
    assert printed == [(842, 595) if each else (595, 842) for each in wide]


def read_pages(pdf: bytes) -> list[tuple[int, int]]:
    """The size of each page, in points."""
    return [(round(page.mediabox.width), round(page.mediabox.height)) for page in PdfReader(BytesIO(pdf)).pages]
