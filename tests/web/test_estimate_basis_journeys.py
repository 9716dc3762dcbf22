"""Căn cứ giá in a real browser: in a window of the sheet, and on a page of its own without a script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from quyet.store.models import Programme
from tests.web.conftest import Open
from tests.web.test_accessibility import violations
from tests.web.test_estimate_basis import KEPT, SAID, A, B, address, line, made
from tests.web.test_estimate_journeys import cell, saved, unscripted

pytestmark = pytest.mark.django_db(transaction=True)

__all__ = ["address", "made"]


def fill(page: Page) -> None:
    page.get_by_label("báo giá", exact=True).check()
    page.get_by_label("Nhà cung cấp 1").fill(A)
    page.get_by_label("Giá chào 1").fill("700 nghìn")
    page.get_by_label("Ngày 1").fill("5/1/2024")
    for name in ("Nhà cung cấp 2", "Giá chào 2", "Ngày 2"):
        page.get_by_label(name).fill("")
    page.get_by_label("Nhà cung cấp 3").fill(B)
    page.get_by_label("Giá chào 3").fill("650.000")
    page.get_by_label("Chọn báo giá").select_option("1")
    page.get_by_label("Vì sao chọn").fill("gồm cả treo và tháo dỡ")


def test_in_the_sheet(office: Open, made: Programme, address: str) -> None:
    before = line(made).basis
    page = office(address)
    cell(page, 1, "unit_price").click()
    page.keyboard.press("F4")
    window = page.get_by_role("dialog")
    expect(window).to_be_visible()
    assert violations(page) == []
    fill(page)
    page.get_by_label("Giá chào 3").fill("nhiều")
    window.get_by_role("button", name="Ghi vào dòng").click()
    expect(window.get_by_role("alert")).to_contain_text("Giá chào 3: Ghi số tiền bằng đồng")
    expect(page.get_by_label("Nhà cung cấp 1")).to_have_value(A)
    assert violations(page) == []
    page.get_by_label("Giá chào 3").fill("650.000")
    window.get_by_role("button", name="Ghi vào dòng").click()
    expect(window).not_to_be_visible()
    expect(cell(page, 1, "unit_price")).to_be_focused()
    beside = page.locator("#grid tr.line").nth(1).locator("xpath=following-sibling::tr[1]")
    expect(beside).to_contain_text(SAID)
    expect(beside).to_contain_text("báo giá được chọn")
    saved(page)
    assert line(made).basis == KEPT
    page.keyboard.press("Control+z")
    expect(beside).not_to_contain_text(SAID)
    saved(page)
    assert line(made).basis == before
    page.keyboard.press("F4")
    window.get_by_role("button", name="Thôi").click()
    expect(window).not_to_be_visible()
    expect(page.locator(".saved")).to_have_text(re.compile(r"Đã lưu"))


@pytest.mark.parametrize("width", [1366, 390])
def test_without_a_script(office: Open, made: Programme, address: str, width: int) -> None:
    page = office(address, java_script_enabled=False, width=width)
    page.get_by_label("Ghi chú, dòng 3", exact=True).fill("vừa gõ, chưa lưu")
    page.get_by_role("button", name="Căn cứ giá, dòng 2", exact=True).click()
    expect(page.get_by_label("báo giá", exact=True)).to_be_checked()
    page.get_by_label("Giá chào 2").fill("nhiều")
    page.get_by_role("button", name="Ghi vào dòng").click()
    expect(page.get_by_role("alert")).to_contain_text("Giá chào 2: Ghi số tiền bằng đồng")
    fill(page)
    page.get_by_role("button", name="Ghi vào dòng").click()
    expect(page.get_by_text(SAID)).to_be_visible()
    expect(page.get_by_label("Ghi chú, dòng 3", exact=True)).to_have_value("vừa gõ, chưa lưu")
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.get_by_role("status").first).to_contain_text("Đã lưu dự toán")
    assert line(made).basis == KEPT and line(made, 2).note == "vừa gõ, chưa lưu"


@pytest.mark.parametrize("width", [1366, 390])
def test_its_page_is_accessible(office: Open, address: str, width: int) -> None:
    page = office(width=width)
    unscripted(page, address)
    page.get_by_role("button", name="Căn cứ giá, dòng 2", exact=True).click()
    page.get_by_label("báo giá", exact=True).check()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
