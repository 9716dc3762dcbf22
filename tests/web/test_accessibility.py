"""axe finds nothing to say of any page, in both languages, light and dark, wide and narrow."""

from __future__ import annotations

import re

from axe_core_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.web.appearances import in_every_appearance
from tests.web.conftest import Open
from tests.web.papers import TEXT
from tests.web.test_journeys import open_example

AXE = Axe()
LAID_OUT = re.compile("Bản trình bày|Laid out")


def violations(page: Page) -> list[str]:
    found = AXE.run(page)["violations"]
    return [f"{each['id']}: {node['target']} {node['failureSummary']}" for each in found for node in each["nodes"]]


@in_every_appearance
def test_every_page(open_page: Open, language: str, scheme: str, width: int):
    page = open_page(f"/?lang={language}", width=width, color_scheme=scheme)
    assert violations(page) == [], "home"

    page.locator("#text").fill(" ")
    page.locator("#text").locator("xpath=following-sibling::button").click()
    assert violations(page) == [], "home, refused"

    page.locator("#text").fill("xin chào")
    page.locator("#text").locator("xpath=following-sibling::button").click()
    page.wait_for_url("**/doc/*")
    assert violations(page) == [], "reading, not recognised"

    page.get_by_role("link", name=LAID_OUT).and_(page.locator(":visible")).click()
    page.wait_for_url("**/pages#paper")
    assert violations(page) == [], "pages, refused"

    page.goto("/rules")
    assert violations(page) == [], "rules"

    page.goto("/doc/" + "0" * 32)
    assert violations(page) == [], "not found"

    page.goto("/")
    open_example(page)
    assert violations(page) == [], "reading"

    page.locator(".by-quarter summary").click()
    assert violations(page) == [], "reading, the table of quarters open"

    page.evaluate("location.hash = 'paper'")
    page.locator(".said:visible").first.focus()
    page.keyboard.press("ArrowDown")
    page.locator(".keys").wait_for(state="visible")
    assert violations(page) == [], "reading, the focus on words of the text"

    page.evaluate("document.querySelectorAll('.tab').forEach(tab => tab.classList.add('open'))")
    page.evaluate("document.querySelector('.desk').classList.add('on-paper')")
    assert violations(page) == [], "reading, every tab, the paper on a phone"

    page.get_by_role("link", name=LAID_OUT).and_(page.locator(":visible")).click()
    page.wait_for_url("**/pages#paper")
    assert violations(page) == [], "pages"

    page.goto("/")
    page.locator("#text").fill("Kính gửi các đồng chí lãnh đạo huyện.\n" + TEXT.replace("62.500.000", "62.600.000"))
    page.locator("#text").locator("xpath=following-sibling::button").click()
    page.wait_for_url("**/doc/*")
    page.get_by_role("link", name=LAID_OUT).and_(page.locator(":visible")).click()
    page.wait_for_url("**/pages#paper")
    assert page.locator(".doubts li").count() == 2
    assert violations(page) == [], "pages, with doubts"
