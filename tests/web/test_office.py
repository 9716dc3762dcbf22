"""From an allotment to what a programme leaves of it, in a real browser; and how the pages of the office stand."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from quyet.actions.allotments import allot, change_allotment
from quyet.actions.programmes import draw_on, open_programme
from tests.actions.test_allotments import GIVEN
from tests.actions.test_programmes import CONTENT
from tests.cast import Cast
from tests.web.appearances import in_every_appearance
from tests.web.conftest import Open
from tests.web.test_accessibility import violations

pytestmark = pytest.mark.django_db(transaction=True)

PHONE = {"width": 390, "height": 844}


@pytest.fixture
def entered(cast: Cast) -> dict[str, int]:
    """An allotment with a change and a programme that plans more than another one holds."""
    small_one = replace(GIVEN, source="Sự nghiệp môi trường", sub_category="339", amount=150_000_000)
    made, small = allot(cast["accountant"], GIVEN), allot(cast["accountant"], small_one)
    change_allotment(cast["accountant"], made.pk, 30_000_000, "310/QĐ-SCT", GIVEN.deciding_day, "Bổ sung giữa năm")
    one, other = open_programme(cast["officer"], CONTENT), open_programme(cast["officer"], CONTENT)
    draw_on(cast["officer"], one.pk, made.pk)
    draw_on(cast["officer"], other.pk, small.pk)
    return {"allotment": made.pk, "small": small.pk, "programme": one.pk}


def addresses(entered: dict[str, int]) -> list[str]:
    return [
        "/du-toan-duoc-giao",
        "/du-toan-duoc-giao/moi",
        f"/du-toan-duoc-giao/{entered['allotment']}",
        f"/du-toan-duoc-giao/{entered['small']}",
        "/dinh-muc?ngay=2024-06-01&tinh=lang-son",
        "/dinh-muc?ngay=31/2/2024",
        "/dinh-muc/travel_per_diem",
        "/chuong-trinh",
        "/chuong-trinh/moi",
        f"/chuong-trinh/{entered['programme']}",
        f"/chuong-trinh/{entered['programme']}/chon-du-toan",
        f"/chuong-trinh/{entered['programme']}/quyet-dinh",
        "/doc/example/dua-vao-so",
    ]


def fill_allotment(page: Page) -> None:
    page.get_by_label("Năm ngân sách").fill("2024")
    page.get_by_label("Quyết định giao dự toán").fill("224/QĐ-SCT")
    page.get_by_label("Ngày quyết định").fill("25/12/2023")
    page.get_by_label("Chương", exact=True).fill("416")
    page.get_by_label("Loại", exact=True).fill("280")
    page.get_by_label("Khoản", exact=True).fill("338")
    page.get_by_label("Nguồn kinh phí").fill("Ngân sách tỉnh")
    page.get_by_label("Không giao tự chủ").check()


@pytest.mark.parametrize("size", [{"width": 1366}, PHONE])
def test_without_a_script_from_an_allotment_to_what_is_left(office: Open, size: dict[str, int]) -> None:
    page = office("/du-toan-duoc-giao", java_script_enabled=False, **size)
    page.get_by_role("link", name="Nhập dự toán").click()
    fill_allotment(page)
    page.get_by_label("Số tiền (đồng)").fill("500")
    page.get_by_label("Ngày quyết định").fill("31/2/2024")
    page.get_by_role("button", name="Nhập dự toán").click()
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("Ngày quyết định: Ghi ngày/tháng/năm, ví dụ 25/12/2023.")
    expect(page.get_by_label("Quyết định giao dự toán")).to_have_value("224/QĐ-SCT")
    alert.get_by_role("link", name="Ngày quyết định").click()
    assert page.url.endswith("#id_deciding_day")
    page.get_by_label("Ngày quyết định").fill("25-12-2023")
    page.get_by_label("Số tiền (đồng)").fill("500 triệu")
    page.get_by_role("button", name="Nhập dự toán").click()
    expect(page.get_by_role("status")).to_have_text(re.compile("Đã nhập dự toán 500.000.000 đ."))
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("224/QĐ-SCT.*25/12/2023"))

    page.get_by_role("link", name="Chương trình", exact=True).click()
    page.get_by_role("link", name="Đưa chương trình vào sổ").click()
    page.get_by_role("button", name="Đưa ví dụ vào sổ").click()
    expect(page.get_by_role("status")).to_contain_text("Đã đưa vào sổ.")
    page.get_by_role("link", name="Chọn dự toán").click()
    expect(page.locator(".option").first).to_contain_text("sau khi chọn còn 315.000.000 đ")
    page.locator(".option input").first.check()
    page.get_by_role("button", name="Chọn").click()
    expect(page.get_by_role("status")).to_contain_text("còn 315.000.000 đ")

    page.get_by_role("link", name="Dự toán", exact=False).first.click()
    expect(page.locator("td.left")).to_have_text(re.compile(r"315\.000\.000"))
    expect(page.get_by_role("img", name="Chương trình lập 185.000.000 đ trong dự toán 500.000.000 đ")).to_be_visible()


def test_amounts_stand_below_one_another_to_the_right(office: Open, entered: dict[str, int]) -> None:
    page = office("/du-toan-duoc-giao")
    cells = [cell.bounding_box() for cell in page.locator("td.left").all()]
    assert len({round(box["x"] + box["width"]) for box in cells}) == 1
    assert page.locator("td.left").first.evaluate("e => getComputedStyle(e).textAlign") == "right"


def test_nothing_is_wider_than_a_phone(office: Open, entered: dict[str, int]) -> None:
    page = office(**PHONE)
    widths = {}
    for address in addresses(entered):
        page.goto(address)
        widths[address] = page.evaluate("document.documentElement.scrollWidth")
    assert {address: width for address, width in widths.items() if width > 390} == {}
    bar = [link.bounding_box() for link in page.locator(".rail .pages a").all()]
    assert len(bar) == 4 and len({box["y"] for box in bar}) == 1 and all(box["height"] >= 44 for box in bar)


@in_every_appearance
def test_axe_finds_nothing(office: Open, entered: dict[str, int], language: str, scheme: str, width: int) -> None:
    page = office(f"/?lang={language}", width=width, color_scheme=scheme)
    for address in addresses(entered):
        page.goto(address)
        assert violations(page) == [], address
    page.goto("/du-toan-duoc-giao/moi")
    page.locator(".send button").click()
    page.get_by_role("alert").wait_for()
    assert violations(page) == [], "an allotment, refused"


def test_the_norms_are_printed_without_what_asks_for_them(office: Open) -> None:
    page = office("/dinh-muc?ngay=2024-06-01")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 680, "height": 990})  # A4 is no phone: rows stay rows
    assert page.locator("table.norms td").first.evaluate("e => getComputedStyle(e).display") == "table-cell"
    for hidden in (".rail", ".ask-norms"):
        expect(page.locator(hidden)).to_be_hidden()
