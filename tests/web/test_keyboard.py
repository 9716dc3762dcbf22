"""The words in the text by keyboard: one Tab stop, the arrow keys from word to word, Enter over to the fact and back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.web.conftest import Open
from tests.web.papers import TEXT
from tests.web.test_journeys import in_view, lit
from tests.web.test_layout import PHONE, read_text

EXAMPLE = "/doc/example"
TWO_LINES = TEXT.replace("In tờ rơi", "In tờ rơi\nvề chè")


def words(page: Page, text: str) -> Locator:
    return page.locator(".paper .said", has_text=re.compile(re.escape(text))).first


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.textContent")


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_the_text_is_one_stop_of_the_tab_key(open_page: Open):
    page = open_page(EXAMPLE)
    page.locator(".views a").last.focus()
    press(page, "Tab")
    assert focused(page) == "UBND TỈNH LẠNG SƠN"
    press(page, "Tab")
    expect(page.get_by_role("tab", name="Nội dung")).to_be_focused()
    press(page, "Shift+Tab", "Shift+Tab")
    expect(page.locator(".views a").last).to_be_focused()


def test_the_tab_key_comes_back_to_where_it_left(open_page: Open):
    page = open_page(EXAMPLE)
    page.locator(".views a").last.focus()
    press(page, "Tab", "ArrowDown", "Tab", "Shift+Tab")
    assert focused(page) == "SỞ CÔNG THƯƠNG"


def test_the_arrow_keys_walk_through_words_and_notes_and_stop_at_the_ends(open_page: Open):
    page = open_page(EXAMPLE)
    page.locator(".views a").last.focus()
    press(page, "Tab")
    seen = []
    for key in ("ArrowUp", "ArrowDown", "ArrowRight", "ArrowRight", "ArrowLeft", "End", "ArrowDown", "Home"):
        press(page, key)
        seen.append(focused(page).strip()[:20])
    note = "! Lưu ý Phần đầu văn"
    ends = ["185.000.000", "185.000.000", "UBND TỈNH LẠNG SƠN"]
    assert seen == ["UBND TỈNH LẠNG SƠN", "SỞ CÔNG THƯƠNG", note, "Lạng Sơn", note, *ends]
    expect(page.locator(".paper [tabindex='0']")).to_have_count(1)


def test_words_in_focus_light_their_fact_bring_it_to_view_and_say_which_it_is(open_page: Open):
    page = open_page(EXAMPLE)
    expect(page.locator(".keys")).to_be_hidden()
    words(page, "Đoàn học tập").focus()
    press(page, "ArrowDown")
    fact = page.locator("#activity-6 .fact", has_text="12 người")
    assert lit(page) == ["12 người"]
    expect(fact).to_have_class(re.compile("lit"))
    expect(fact).to_be_in_viewport()
    expect(page.locator(".keys")).to_contain_text(re.compile(r"Hoạt động 3 · Số lượng \d+/\d{3}"))
    expect(page.locator(".keys")).to_contain_text("Enter: tới dữ kiện")


def test_who_comes_into_the_text_hears_the_fact_and_the_keys_and_at_each_step_the_fact_only(open_page: Open):
    page = open_page(EXAMPLE)
    page.locator(".views a").last.focus()
    press(page, "Tab")
    here = page.locator(".paper :focus")
    expect(here).to_have_accessible_description(re.compile("Cơ quan chủ quản Mũi tên: chữ gạch chân khác"))
    press(page, "ArrowDown")
    expect(here).to_have_accessible_description("Cơ quan ban hành")
    press(page, "Tab", "Shift+Tab")
    expect(here).to_have_accessible_description(re.compile("Cơ quan ban hành Mũi tên"))


def test_the_keys_are_told_in_english_too(open_page: Open):
    page = open_page(EXAMPLE + "?lang=en")
    page.locator(".views a").last.focus()
    press(page, "Tab")
    expect(page.locator(".keys")).to_contain_text(re.compile(r"Under 1/\d{3}"))
    expect(page.locator(".keys")).to_contain_text("Enter: to the fact · Esc: back")


def test_enter_goes_to_the_fact_and_enter_or_escape_come_back(open_page: Open):
    page = open_page(EXAMPLE)
    said, fact = words(page, "750 cuốn"), page.locator("#activity-1 .amount .fact")
    said.focus()
    for back in ("Enter", "Escape"):
        press(page, "Enter")
        expect(fact).to_be_focused()
        press(page, back)
        expect(said).to_be_focused()
        assert lit(page) == ["750 cuốn"]
    press(page, "ArrowDown")
    assert focused(page).startswith("các cơ quan nhà nước, phòng phụ trách kinh tế")


def test_escape_comes_back_also_from_another_fact(open_page: Open):
    page = open_page(EXAMPLE)
    words(page, "750 cuốn").focus()
    press(page, "Enter")
    expect(page.locator("#activity-1 .amount .fact")).to_be_focused()
    page.locator("#activity-0 .amount .fact").focus()
    press(page, "Escape")
    expect(words(page, "750 cuốn")).to_be_focused()
    press(page, "Escape")
    expect(page.locator("#activity-0 .amount .fact")).to_be_focused()
    assert lit(page) == ["40 cái"]


def test_enter_opens_the_tab_that_holds_the_fact(open_page: Open):
    page = open_page(EXAMPLE)
    words(page, "224/QĐ-SCT").focus()
    expect(page.locator(".keys")).to_contain_text("Căn cứ 3 · Số, ký hiệu")
    expect(page.get_by_role("tab", name="Căn cứ")).to_have_class(re.compile("has-lit"))
    press(page, "Enter")
    expect(page.locator("#bases .fact", has_text="224/QĐ-SCT")).to_be_focused()


def test_a_note_leads_to_its_finding_and_the_finding_back(open_page: Open):
    page = open_page(EXAMPLE)
    note = page.locator(".note").first
    note.focus()
    expect(page.locator(".keys")).to_contain_text("Phát hiện")
    for back in ("Enter", "Escape"):
        press(page, "Enter")
        expect(page.locator(".findings li").first).to_be_focused()
        press(page, back)
        expect(note).to_be_focused()
    press(page, "Enter")
    expect(page.locator(".findings li").first).to_be_focused()
    page.locator(".findings .where").first.focus()
    press(page, "Enter")
    expect(note).to_be_focused()


def test_a_whole_basis_is_entered_at_its_first_words_and_left_for_the_whole(open_page: Open):
    page = read_text(open_page(), TEXT)
    page.get_by_role("tab", name="Căn cứ").click()
    whole = page.locator("#bases .where .fact")
    whole.focus()
    for back in ("Enter", "Escape"):
        press(page, "Enter")
        expect(words(page, "Quyết định")).to_be_focused()
        expect(page.locator(".keys")).to_contain_text("Căn cứ 1 · Toàn văn")
        assert "".join(lit(page)).startswith("Căn cứ Quyết định số 12/QĐ-UBND")
        press(page, back)
        expect(whole).to_be_focused()
    press(page, "Enter")
    expect(words(page, "Quyết định")).to_be_focused()
    press(page, "ArrowRight", "ArrowLeft", "Enter")
    expect(page.locator("#bases .paper-name .fact", has_text="Quyết định")).to_be_focused()


def test_words_over_two_lines_are_one_stop(open_page: Open):
    page = read_text(open_page(), TWO_LINES)
    words(page, "In tờ rơi").focus()
    assert lit(page) == ["In tờ rơi", "về chè"]
    press(page, "ArrowDown")
    assert lit(page) != ["In tờ rơi", "về chè"]
    press(page, "ArrowUp")
    expect(words(page, "In tờ rơi")).to_be_focused()


@pytest.mark.parametrize("keys", ["Alt+ArrowRight", "Control+End", "Shift+ArrowDown"])
def test_keys_that_belong_to_the_browser_stay_its_own(open_page: Open, keys: str):
    page = open_page(EXAMPLE)
    words(page, "40 cái").focus()
    press(page, keys)
    expect(words(page, "40 cái")).to_be_focused()


def test_after_a_press_in_the_margin_the_arrow_keys_scroll(open_page: Open):
    page = open_page(EXAMPLE)
    page.locator("#line-6 .number").click()
    press(page, "ArrowDown")
    expect(page.locator(".paper .said:focus")).to_have_count(0)
    page.wait_for_function("document.querySelector('.paper').scrollTop > 0")


@pytest.mark.parametrize("size", [{"width": 1366, "height": 768}, PHONE, {"width": 900, "height": 500}])
def test_the_words_in_focus_are_never_behind_the_bar(open_page: Open, size: dict[str, int]):
    page = open_page(EXAMPLE, **size)
    if size == PHONE:
        page.get_by_role("link", name="Văn bản nguồn").click()
    words(page, "UBND").focus()
    for _ in range(30):
        press(page, "ArrowDown")
        said, bar = page.locator(".paper :focus").bounding_box(), page.locator(".keys").bounding_box()
        assert said["y"] + said["height"] <= bar["y"]
        assert in_view(page, ".keys")


def test_on_a_phone_enter_changes_the_pane_and_escape_changes_it_back(open_page: Open):
    page = open_page(EXAMPLE, **PHONE)
    page.get_by_role("link", name="Văn bản nguồn").click()
    words(page, "40 cái").focus()
    press(page, "Enter")
    expect(page.locator("#activity-0 .amount .fact")).to_be_focused()
    expect(page.locator(".paper")).to_be_hidden()
    press(page, "Escape")
    expect(words(page, "40 cái")).to_be_focused()


def test_a_text_without_marks_is_a_stop_that_scrolls(open_page: Open):
    page = read_text(open_page(), "Mai họp lúc 8 giờ.")
    expect(page.locator(".paper a")).to_have_count(0)
    expect(page.locator(".paper")).to_have_attribute("tabindex", "0")


def test_without_a_script_every_mark_is_a_link_that_the_tab_key_reaches(open_page: Open):
    page = open_page(EXAMPLE, java_script_enabled=False)
    expect(page.locator(".keys")).to_be_hidden()
    page.locator(".paper").focus()
    press(page, "Tab")
    expect(words(page, "UBND")).to_be_focused()
    press(page, "Tab")
    expect(words(page, "SỞ CÔNG THƯƠNG")).to_be_focused()
    press(page, "Enter")
    assert re.search(r"#fact-\d+$", page.url)
    expect(page.locator("#document .fact", has_text="SỞ CÔNG THƯƠNG")).to_be_focused()


def test_without_a_script_a_link_leads_past_the_text(open_page: Open):
    page = open_page(EXAMPLE, java_script_enabled=False)
    page.locator(".views a").last.focus()
    press(page, "Tab")
    past = page.get_by_role("link", name="Bỏ qua văn bản, tới dữ kiện")
    expect(past).to_be_focused()
    expect(past).to_be_in_viewport()
    press(page, "Enter", "Tab")
    expect(page.get_by_role("link", name=re.compile("Nội dung"))).to_be_focused()
