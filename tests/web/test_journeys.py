"""What people do on the pages, in a real browser."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.web.conftest import Open
from tests.web.papers import TEXT


def open_example(page: Page) -> Page:
    page.get_by_role("button", name=re.compile("Mở ví dụ|Open the example")).click()
    page.wait_for_url("**/doc/*")
    return page


def lit(page: Page) -> list[str]:
    """The words of the paper that are lit."""
    return page.locator(".paper .lit").all_inner_texts()


def in_view(page: Page, selector: str) -> bool:
    return page.locator(selector).first.evaluate(
        "e => { const b = e.getBoundingClientRect(); return b.top >= 0 && b.bottom <= innerHeight }"
    )


def test_from_a_file_to_a_fact_to_its_words_and_back(open_page: Open, tmp_path: Path):
    paper = tmp_path / "khuyen-nong.txt"
    paper.write_text(TEXT, encoding="utf-8")
    page = open_page()
    page.get_by_label("Tải tệp lên").set_input_files(paper)
    expect(page.get_by_text("Đã chọn: khuyen-nong.txt")).to_be_visible()
    page.get_by_role("button", name="Đọc tệp").click()

    quantity = page.get_by_role("link", name="khoảng 1.500 tờ").and_(page.locator(".fact"))
    quantity.focus()
    assert lit(page) == ["khoảng 1.500 tờ"]

    page.keyboard.press("Enter")
    words = page.locator(".paper .said", has_text="khoảng 1.500 tờ")
    expect(words).to_be_focused()
    assert page.url.endswith("#line-14")

    page.keyboard.press("Escape")
    expect(quantity).to_be_focused()


def test_the_tab_key_goes_from_fact_to_fact(open_page: Open):
    page = open_example(open_page())
    page.locator("#activity-0 h3 .fact").last.focus()
    page.keyboard.press("Tab")
    assert lit(page) == ["40 cái"]
    page.keyboard.press("Tab")
    assert lit(page) == ["Quý II-III/2024"]


def test_words_under_the_pointer_light_their_fact(open_page: Open):
    page = open_example(open_page())
    page.locator(".paper .said", has_text="40 cái").hover()
    expect(page.locator("#activity-0 .amount .fact")).to_have_class(re.compile("lit"))


def test_words_whose_fact_is_under_another_tab_name_the_tab_and_open_it(open_page: Open):
    page = open_example(open_page())
    words = page.locator(".paper .said", has_text="224/QĐ-SCT")
    words.hover()
    expect(page.get_by_role("tab", name="Căn cứ")).to_have_class(re.compile("has-lit"))
    words.click()
    expect(page.get_by_role("tab", name="Căn cứ")).to_have_attribute("aria-selected", "true")
    expect(page.locator("#bases .fact", has_text="224/QĐ-SCT")).to_be_focused()


def test_tabs_are_walked_with_the_arrow_keys(open_page: Open):
    page = open_example(open_page())
    page.get_by_role("tab", name="Nội dung").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="Căn cứ")).to_be_focused()
    expect(page.get_by_role("tabpanel", name="Căn cứ")).to_be_visible()
    expect(page.locator("#content")).to_be_hidden()
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#content")).to_be_visible()


def test_a_mark_in_the_margin_leads_to_its_finding_and_the_browser_s_back_leads_back(open_page: Open):
    page = open_example(open_page())
    page.locator(".note").first.click()
    expect(page.get_by_role("tabpanel", name="Phát hiện")).to_be_visible()
    expect(page.locator(".findings li:target")).to_be_visible()
    page.go_back()
    assert "#" not in page.url


def test_a_finding_is_said_beside_its_words_and_at_its_activity(open_page: Open):
    page = open_page()
    page.get_by_label("Dán văn bản").fill(TEXT)
    page.get_by_role("button", name="Đọc văn bản").click()
    said = "chưa ghi thời gian thực hiện."
    beside = page.locator("#line-13 .note", has_text=said)
    expect(beside).to_be_visible()
    expect(beside).to_contain_text("! Lưu ý")
    expect(page.locator("#activity-1 .about a", has_text=said)).to_be_visible()
    words, note = page.locator("#line-13 .words").bounding_box(), beside.bounding_box()
    assert note["x"] >= words["x"] + words["width"]


def test_without_a_script_facts_are_links_to_lines_and_all_sections_stand_below_one_another(open_page: Open):
    page = open_example(open_page(java_script_enabled=False))
    for section in ("content", "bases", "findings", "document"):
        expect(page.locator(f"#{section} h2")).to_be_visible()
    total = page.locator(".sum .fact")
    line = total.get_attribute("href")
    assert re.fullmatch(r"#line-\d+", line)
    total.click()
    assert page.url.endswith(line)
    assert in_view(page, line)
    page.locator(f"{line} .said").first.click()
    assert re.search(r"#fact-\d+$", page.url)


def test_without_a_script_a_text_can_be_pasted(open_page: Open):
    page = open_page(java_script_enabled=False)
    page.get_by_label("Dán văn bản").fill(TEXT)
    page.get_by_role("button", name="Đọc văn bản").click()
    expect(page.locator(".sum")).to_have_text("62.500.000 đ")


def test_on_a_phone_the_two_panes_are_two_tabs(open_page: Open):
    page = open_example(open_page(width=390, height=844, has_touch=True))
    expect(page.locator(".paper")).to_be_hidden()
    page.locator("#activity-1 .amount .fact").tap()
    expect(page.locator(".paper")).to_be_visible()
    expect(page.locator(".facts")).to_be_hidden()
    assert lit(page) == ["750 cuốn"]
    assert in_view(page, ".paper .lit")
    page.go_back()
    expect(page.locator(".facts")).to_be_visible()


def test_nothing_is_wider_than_a_phone(open_page: Open):
    page = open_page(width=390, height=844)
    widths = [page.evaluate("document.documentElement.scrollWidth")]
    open_example(page)
    for pane in ("Dữ kiện", "Văn bản nguồn"):
        page.get_by_role("link", name=pane).click()
        widths.append(page.evaluate("document.documentElement.scrollWidth"))
    page.goto("/rules")
    widths.append(page.evaluate("document.documentElement.scrollWidth"))
    assert widths == [390] * 4


def test_the_language_is_switched_on_the_page_where_one_is(open_page: Open):
    page = open_example(open_page())
    address = page.url
    page.get_by_role("link", name="English").click()
    assert page.url == address + "?lang=en"
    expect(page.get_by_role("tab", name="Bases")).to_be_visible()
    expect(page.locator(".sum")).to_have_text("185,000,000 đ")
    page.goto(address)
    expect(page.get_by_role("tab", name="Bases")).to_be_visible()
    page.get_by_role("link", name="Tiếng Việt").click()
    expect(page.locator(".sum")).to_have_text("185.000.000 đ")


def test_a_file_that_cannot_be_read_is_refused_at_its_field(open_page: Open, tmp_path: Path):
    broken = tmp_path / "hong.docx"
    broken.write_bytes(b"PK\x03\x04 not a package")
    page = open_page()
    page.get_by_label("Tải tệp lên").set_input_files(broken)
    page.get_by_role("button", name="Đọc tệp").click()
    expect(page.get_by_role("alert")).to_contain_text("Chưa đọc được")
    expect(page.get_by_label("Tải tệp lên")).to_have_attribute("aria-invalid", "true")


def test_a_file_over_the_limit_is_named_before_it_is_sent(open_page: Open, tmp_path: Path):
    page = open_page()
    page.get_by_label("Tải tệp lên").set_input_files(of_size(50_000_001, tmp_path))
    message = page.get_by_label("Tải tệp lên").evaluate("field => field.validationMessage")
    assert message == "Tệp lớn hơn 50 MB. Chọn tệp nhỏ hơn."


def test_without_a_script_a_file_over_the_limit_is_refused_at_its_field(open_page: Open, tmp_path: Path):
    page = open_page(java_script_enabled=False)
    page.get_by_label("Tải tệp lên").set_input_files(of_size(51_000_001, tmp_path))
    page.get_by_role("button", name="Đọc tệp").click()
    expect(page.locator("#file-refusal")).to_contain_text("Tệp lớn hơn 50 MB.")


def of_size(size: int, folder: Path) -> Path:
    """A file of that many zeros."""
    file = folder / "lon.pdf"
    with file.open("wb") as opened:
        opened.truncate(size)
    return file


def test_a_text_of_ten_thousand_lines_can_be_walked(open_page: Open, tmp_path: Path):
    head, tail = TEXT.split("2. Kinh phí")
    paper = tmp_path / "dai.txt"
    paper.write_text(head + "- Nội dung kèm theo;\n" * 10_000 + "2. Kinh phí" + tail, encoding="utf-8")
    page = open_page()
    page.get_by_label("Tải tệp lên").set_input_files(paper)
    page.get_by_role("button", name="Đọc tệp").click()
    expect(page.locator(".line")).to_have_count(10_021)
    page.get_by_role("tab", name="Văn bản").click()
    page.locator("#document .fact", has_text="Lò Thị Mận").click()
    expect(page.locator("#line-10020")).to_be_in_viewport()
    assert lit(page) == ["Lò Thị Mận"]


def test_on_paper_both_panes_are_printed_and_nothing_else(open_page: Open):
    page = open_example(open_page())
    page.emulate_media(media="print")
    for shown in (".paper", "#content", "#bases", "#findings", "#document dl"):
        expect(page.locator(shown).first).to_be_visible()
    for hidden in (".rail", ".tabs", ".acts"):
        expect(page.locator(hidden).first).to_be_hidden()


def test_the_timeline_says_in_words_what_it_draws(open_page: Open):
    page = open_example(open_page())
    drawing = page.get_by_role("img", name=re.compile("Thời gian thực hiện của từng hoạt động"))
    expect(drawing).to_be_visible()
    assert "01/04/2024 – 30/09/2024" in drawing.locator("desc").text_content()
    assert page.locator(".timeline rect").count() == 7
