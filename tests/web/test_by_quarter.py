"""The timeline as a table, behind a link below its drawing."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from tests.web.conftest import Open
from tests.web.papers import TEXT
from tests.web.test_layout import PHONE, read_text


def rows(page: Page) -> list[list[str]]:
    found = page.locator(".by-quarter tr").all()
    return [[" ".join(cell.split()) for cell in row.locator("th, td").all_text_contents()] for row in found]


@pytest.mark.parametrize("script", [True, False])
def test_it_opens_at_a_press_and_says_from_which_quarter_to_which(open_page: Open, script: bool):
    page = read_text(open_page(java_script_enabled=script), TEXT)
    expect(page.locator(".by-quarter table")).to_be_hidden()
    page.locator("summary", has_text="Xem bảng theo quý").click()
    expect(page.get_by_role("table", name="Thời gian thực hiện theo quý")).to_be_visible()
    assert rows(page) == [
        ["Hoạt động", "Số lượng", "Từ quý", "Đến quý"],
        ["1.a Tập huấn trồng chè", "2 lớp", "II/2023", "II/2023"],
        ["1.b In tờ rơi", "khoảng 1.500 tờ", "chưa nêu"],
    ]


def test_it_opens_by_keyboard_and_leads_to_the_activity(open_page: Open):
    page = read_text(open_page(), TEXT)
    page.locator("summary").focus()
    page.keyboard.press("Enter")
    page.get_by_role("row", name=re.compile("In tờ rơi")).get_by_role("link").click()
    assert page.url.endswith("#activity-1")
    expect(page.locator("#activity-1")).to_be_in_viewport()


def test_it_speaks_english(open_page: Open):
    page = open_page("/doc/example?lang=en")
    page.locator("summary", has_text="See it as a table by quarter").click()
    assert rows(page)[0] == ["Activity", "Quantity", "From quarter", "To quarter"]
    assert rows(page)[1][2:] == ["II/2024", "III/2024"]


def test_on_a_phone_it_is_a_table_no_wider_than_the_screen(open_page: Open):
    for language in ("vi", "en"):
        page = open_page(f"/doc/example?lang={language}", **PHONE)
        page.locator("summary").click()
        box = page.locator(".by-quarter table").bounding_box()
        assert box["x"] >= 16
        assert box["x"] + box["width"] <= 390 - 16
        assert page.locator(".by-quarter tr").first.evaluate("e => getComputedStyle(e).display") == "table-row"


def test_it_is_printed_open_or_closed_and_its_link_is_not(open_page: Open):
    page = open_page("/doc/example")
    page.emulate_media(media="print")
    for _ in range(2):
        expect(page.locator(".by-quarter table")).to_be_visible()
        assert page.locator(".by-quarter table").bounding_box()["height"] > 100
        expect(page.locator("summary")).to_be_hidden()
        page.locator(".by-quarter").evaluate("e => { e.open = true }")


def test_what_the_paper_leaves_open_is_said_to_be(client: Client, kept: Path):
    address = client.post("/", {"way": "paste", "text": TEXT})["Location"]
    file = kept / address.removeprefix("/doc/") / "reading.json"
    reading = json.loads(file.read_text(encoding="utf-8"))
    tea, leaflet = reading["programme"]["activities"]
    tea["timeframe"] |= {"start": None, "end": "2023-06-30"}
    leaflet["timeframe"] = {"start": None, "end": None, "text": "thường xuyên"}
    file.write_text(json.dumps(reading), encoding="utf-8")

    shown = client.get(address).content.decode()
    table = re.search(r'<details class="by-quarter">.*?</details>', shown, re.DOTALL)[0]
    cells = [re.sub(r"<.*?>", "", cell).strip() for cell in re.findall(r"<td.*?</td>", table)]
    assert cells == ["2 lớp", "chưa nêu", "II/2023", "khoảng 1.500 tờ", "thường xuyên"]


def test_no_table_stands_where_nothing_says_when(client: Client, kept: Path):
    text = TEXT.replace("; Quý II/2023", "")
    address = client.post("/", {"way": "paste", "text": text})["Location"]
    shown = client.get(address).content.decode()
    assert '<article class="activity"' in shown
    assert "by-quarter" not in shown
