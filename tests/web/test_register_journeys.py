"""A clerk's morning in the browser: the paper is issued, found without diacritics, sent and received."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from quyet.actions.clock import today
from quyet.actions.notices import tell
from quyet.actions.register import issue
from quyet.store.models import Dispatch, Programme
from tests.actions.signed import allotted, signed_programme
from tests.cast import Cast
from tests.web.conftest import Open
from tests.web.test_accessibility import violations

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_paper_is_found_sent_and_received(
    cast: Cast, open_page: Open, settings, tmp_path: Path, script: bool
) -> None:
    settings.FILES = tmp_path / "files"
    programme = signed_programme(cast, allotted(cast, 10**9))
    page = open_page("/ban-lam-viec", as_=cast["clerk"], java_script_enabled=script)
    expect(page.locator("main")).to_contain_text("Ban hành")
    issue(cast["clerk"], programme.pk, today(), 135)

    page.goto("/ban-lam-viec")
    expect(page.get_by_text("Không có việc nào chờ tôi.")).to_be_visible()
    search = page.get_by_placeholder("Số, ngày hoặc chữ")
    if script:
        page.keyboard.press("/")
        expect(search).to_be_focused()
    search.fill("lang son ben vung")
    search.press("Enter")
    page.get_by_role("link", name="135/QĐ-SCT").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("135/QĐ-SCT")

    row = page.get_by_role("row").filter(has_text="Ban Giám đốc Sở")
    row.get_by_role("combobox").select_option("Trực tiếp")
    row.get_by_role("button", name="Ghi đã gửi").click()
    expect(page.get_by_role("status")).to_contain_text("Đã ghi gửi: Ban Giám đốc Sở (để báo cáo).")
    row = page.get_by_role("row").filter(has_text="Ban Giám đốc Sở")
    expect(row).to_contain_text("Trực tiếp · Bế Thị Giang")
    row.get_by_role("button", name="Ghi đã nhận").click()
    row = page.get_by_role("row").filter(has_text="Ban Giám đốc Sở")
    expect(row.get_by_role("button")).to_have_count(0)
    kept = page.get_by_role("row").filter(has_text="Lưu: VT")
    expect(kept).to_contain_text("Bản lưu tại cơ quan, không gửi.")
    expect(kept.get_by_role("button")).to_have_count(0)

    done = Dispatch.objects.get(recipient__startswith="Ban Giám đốc")
    assert done.way == "Trực tiếp" and done.received_at is not None
    with page.expect_download() as download:
        page.get_by_role("link", name="Tải gói edXML").click()
    assert download.value.suggested_filename == "135-QĐ-SCT.edxml"


@pytest.mark.parametrize(("language", "scheme", "width"), [("vi", "light", 1366), ("en", "dark", 390)])
def test_every_page_is_open_to_everybody_and_no_wider_than_its_window(
    cast: Cast, open_page: Open, settings, tmp_path: Path, language: str, scheme: str, width: int
) -> None:
    settings.FILES = tmp_path / "files"
    allotment = allotted(cast, 10**9)
    entry = issue(cast["clerk"], signed_programme(cast, allotment).pk, today(), 135)
    waiting = signed_programme(cast, allotment)
    Programme.objects.update(year=today().year)
    tell([cast["clerk"].person], waiting, "Đã ký", "Signed")
    page = open_page(f"/ban-lam-viec?lang={language}", width=width, color_scheme=scheme, as_=cast["clerk"])
    for address in ("/ban-lam-viec", "/so-van-ban", "/so-van-ban?tim=lang+son", "/so-van-ban?tim=khong+co",
                    f"/so-van-ban/{entry.pk}", "/so-van-ban/van-ban-di", "/so-van-ban/van-ban-den",
                    "/so-van-ban/day-so", "/thong-bao", "/lich", f"/chuong-trinh/{waiting.pk}/trinh-duyet"):  # fmt: skip
        page.goto(address)
        assert violations(page) == [], address
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
    page.goto("/so-van-ban/van-ban-di")
    page.locator("main form button.main").click()
    expect(page.locator(".refused")).to_be_visible()
    assert violations(page) == [], "refused"
    page.goto("/lich")
    page.locator("main button.main").click()
    expect(page.locator("#address")).to_be_visible()
    assert violations(page) == [], "the calendar's address"
