"""Đối chiếu in a browser: axe finds nothing, nothing is wider than the screen, and rows are tied by their boxes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from quyet.actions.reconciliation import import_statement
from quyet.store.models import TreasuryAct
from tests.cast import Cast
from tests.spending import Office, key, millions, on
from tests.web.conftest import Open
from tests.web.test_accessibility import violations
from tests.web.test_reconciliation import ALL, ROWS

pytestmark = pytest.mark.django_db(transaction=True)


def test_both_pages_are_for_everybody_and_a_row_is_tied_by_its_box(
    open_page: Open, cast: Cast, settings: Any, tmp_path: Path
) -> None:
    settings.FILES = tmp_path
    at = Office(millions(cast.department))
    with on(at.day):
        at.done("payment", (at.money.hall, 10), title="Thuê hội trường cho hội nghị tập huấn tại thành phố Lạng Sơn")
        for line, sum_, number in ((at.money.banner, 7, "KB-2"), (at.money.handbook, 3, "KB-3")):
            at.go(at.ask("payment", (line, sum_)), "check", "approve", "send", "confirm", number=number)
        made = import_statement(at.who("accountant"), ROWS.encode(), "sao-ke-thang-5-cua-so-cong-thuong.csv", key())
    for width in (1366, 390):
        for address in (ALL, f"{ALL}/{made.pk}"):
            page = open_page(address, width=width, as_=cast["accountant"])
            assert violations(page) == [], (address, width)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (address, width)
    page.get_by_role("checkbox", name="90.000.000").check()
    page.get_by_role("checkbox", name="3.000.000").check()
    page.get_by_label("Lý do").last.fill("Chi hộ")
    page.get_by_role("button", name="Ghép", exact=True).click()
    expect(page.get_by_text("do người ghép; chênh 87.000.000")).to_be_visible()
    page.get_by_role("button", name="Đúng, ghép").click()
    expect(page.get_by_text("Đã ghép.")).to_be_visible()
    assert [each.reason for each in TreasuryAct.objects.order_by("id")] == ["Chi hộ", ""]
