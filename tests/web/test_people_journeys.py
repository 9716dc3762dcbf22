"""Signing in and a body's people in a real browser: without a script, on a phone, and before axe."""

from __future__ import annotations

import re

import pytest
from django.core.cache import cache
from playwright.sync_api import expect

from tests.cast import PASSWORD, Cast
from tests.web.appearances import in_every_appearance
from tests.web.conftest import Open
from tests.web.test_accessibility import violations

pytestmark = pytest.mark.django_db(transaction=True)

PAGES = ("/co-quan", "/co-quan/nguoi/moi", "/co-quan/don-vi/moi", "/co-quan/uy-quyen/moi", "/co-quan/doi-ten",
         "/co-quan/thiet-lap", "/co-quan/cap-tren", "/co-quan/lap", "/tai-khoan", "/tai-khoan/mat-khau", "/dang-xuat")  # fmt: skip


@pytest.fixture(autouse=True)
def _fresh_limits() -> None:
    cache.clear()


@pytest.mark.parametrize("size", [{"width": 1366}, {"width": 390, "height": 844}])
def test_without_a_script_somebody_new_signs_in_where_they_wanted_to_go(
    open_page: Open, cast: Cast, size: dict[str, int]
) -> None:
    admin = open_page("/co-quan", as_=cast["admin"], java_script_enabled=False, **size)
    admin.get_by_role("link", name="Thêm người").click()
    admin.get_by_label("Họ và tên").fill("Hà Thị Khánh")
    admin.get_by_label("Tên đăng nhập").fill("khanh")
    admin.get_by_label("Vai trò").select_option("officer")
    admin.get_by_label("Từ ngày").fill("1/1/2024")
    admin.get_by_role("button", name="Thêm và tạo đường dẫn").click()
    link = admin.locator("#link").inner_text()

    page = open_page(link, java_script_enabled=False, **size)
    page.get_by_label("Mật khẩu mới", exact=True).fill(PASSWORD)
    page.get_by_label("Nhập lại mật khẩu mới").fill(PASSWORD)
    page.get_by_role("button", name="Đặt mật khẩu").click()
    expect(page.get_by_role("status")).to_contain_text("Đã đặt mật khẩu.")
    page.goto("/chuong-trinh")
    expect(page.get_by_role("heading", level=1)).to_have_text("Đăng nhập")
    page.get_by_label("Tên đăng nhập").fill("khanh")
    page.get_by_label("Mật khẩu").fill("chưa phải mật khẩu")
    page.get_by_role("button", name="Đăng nhập").click()
    expect(page.get_by_role("alert")).to_contain_text("Tên đăng nhập hoặc mật khẩu chưa đúng.")
    expect(page.get_by_label("Tên đăng nhập")).to_have_value("khanh")
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập").click()
    expect(page).to_have_url(re.compile("/chuong-trinh$"))
    expect(page.locator(".above")).to_contain_text("Hà Thị Khánh")
    page.get_by_role("button", name="Đăng xuất").click()
    expect(page.get_by_role("status")).to_contain_text("Đã đăng xuất.")


@in_every_appearance
def test_axe_finds_nothing_and_nothing_is_wider_than_the_window(
    open_page: Open, cast: Cast, language: str, scheme: str, width: int
) -> None:
    page = open_page(f"/dang-nhap?lang={language}", width=width, color_scheme=scheme)
    assert violations(page) == []
    page = open_page(f"/?lang={language}", width=width, color_scheme=scheme, as_=cast["admin"])
    for address in (*PAGES, f"/co-quan/nguoi/{cast['deputy'].person.pk}"):
        page.goto(address)
        assert violations(page) == [], address
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


def test_a_slash_goes_to_the_search_and_what_one_types_stays_what_one_types(open_page: Open, cast: Cast) -> None:
    page = open_page("/co-quan/nguoi/moi", as_=cast["admin"])
    page.get_by_label("Họ và tên").press("/")
    expect(page.get_by_label("Họ và tên")).to_have_value("/")
    page.locator("h1").click()
    page.keyboard.press("/")
    expect(page.locator("#search")).to_be_focused()
