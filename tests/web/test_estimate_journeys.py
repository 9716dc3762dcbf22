"""Dự toán in a real browser: without a script, with keys and the clipboard, and two people at once."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from playwright.sync_api import Locator, Page, expect

from quyet.actions.allotments import allot
from quyet.actions.estimates import save_estimate
from quyet.actions.programmes import draw_on, open_programme
from quyet.core.estimates.model import PlannedLine
from quyet.queries.estimates import estimate_of
from quyet.store.models import Programme
from tests.actions.test_allotments import GIVEN
from tests.actions.test_programmes import CONTENT
from tests.cast import Cast
from tests.web.appearances import in_every_appearance
from tests.web.conftest import Open
from tests.web.test_accessibility import violations

pytestmark = pytest.mark.django_db(transaction=True)

PHONE = {"width": 390, "height": 844}


@pytest.fixture
def made(cast: Cast) -> Programme:
    made = open_programme(cast["officer"], CONTENT)
    draw_on(cast["officer"], made.pk, allot(cast["accountant"], GIVEN).pk)
    return made


@pytest.fixture
def address(made: Programme) -> str:
    return f"/chuong-trinh/{made.pk}/du-toan"


def lines(made: Programme) -> list[PlannedLine]:
    made.refresh_from_db()
    return estimate_of(made.content).lines


def cell(page: Page, row: int, field: str) -> Locator:
    return page.locator("#grid tr.line").nth(row).locator(f"td[data-field={field}]")


def saved(page: Page) -> None:
    expect(page.locator(".saved")).to_have_text(re.compile(r"Đã lưu \d\d:\d\d"))


def paste(page: Page, text: str) -> None:
    """As Ctrl+V does, without the clipboard of the machine."""
    page.evaluate(
        """text => {
          const data = new DataTransfer();
          data.setData("text/plain", text);
          document.activeElement.dispatchEvent(
            new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }""",
        text,
    )


@pytest.mark.parametrize("size", [{"width": 1366}, PHONE])
def test_without_a_script(office: Open, made: Programme, address: str, size: dict[str, int]) -> None:
    page = office(f"/chuong-trinh/{made.pk}", java_script_enabled=False, **size)
    page.get_by_role("link", name="Dự toán", exact=True).last.click()
    page.get_by_label("Đơn giá, dòng 2", exact=True).fill("1,500")
    page.get_by_role("button", name="Lưu", exact=True).click()
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("Dòng 2, Đơn giá: ghi số tiền bằng đồng, ví dụ 650.000 hoặc 12tr5.")
    alert.get_by_role("link").click()
    assert page.url.endswith("#r1-unit_price")
    price = page.get_by_label("Đơn giá, dòng 2", exact=True)
    expect(price).to_have_value("1,500")
    price.fill("700 nghìn")
    price.press("Enter")  # works out, and saves nothing
    expect(page.locator(".sums")).to_contain_text("187.000.000")
    assert lines(made)[1].unit_price == 650_000
    page.get_by_role("button", name="Thêm dưới, dòng 2", exact=True).click()
    expect(page.get_by_label("TT, dòng 3", exact=True)).to_have_value("2")
    page.get_by_label("Nội dung, dòng 3", exact=True).fill("Vận chuyển")
    page.get_by_label("Cách tính, dòng 3", exact=True).fill("2 chuyến x 3 ngày")
    page.get_by_label("Đơn giá, dòng 3", exact=True).fill("100.000")
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.get_by_role("status").first).to_have_text(re.compile("Đã lưu dự toán 187.600.000 đ."))
    expect(page.get_by_label("Cách tính, dòng 3", exact=True)).to_have_value("2 chuyến × 3 ngày")
    page.get_by_role("button", name="Lưu và ghi tổng này vào quyết định").click()
    expect(page.locator(".sums")).to_contain_text("✓ khớp")


def test_keys_edit_and_sums_follow_at_once(office: Open, made: Programme, address: str) -> None:
    page = office(address)
    cell(page, 1, "unit_price").click()
    page.keyboard.type("700000")
    expect(page.locator("#total")).to_have_text("187.000.000")  # before the cell is left
    page.keyboard.press("Enter")
    expect(cell(page, 1, "amount")).to_have_text("28.000.000")
    expect(cell(page, 2, "unit_price")).to_be_focused()
    saved(page)
    expect(cell(page, 1, "unit_price")).to_have_text("700.000")  # as it is written
    assert lines(made)[1].unit_price == 700_000

    page.keyboard.press("ArrowUp")
    page.keyboard.press("F2")
    expect(page.locator("#grid input")).to_have_value("700.000")
    page.keyboard.press("Escape")
    page.keyboard.press("ArrowLeft")
    page.keyboard.type("x")
    page.keyboard.press("Escape")
    expect(cell(page, 1, "quantity")).to_have_text("40")
    page.keyboard.press("Tab")
    expect(cell(page, 1, "unit_price")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Lưu", exact=True)).to_be_focused()

    page.get_by_role("button", name="Lưu và ghi tổng này vào quyết định").click()
    expect(page.locator(".sums")).to_contain_text("✓ khớp")
    expect(page.get_by_role("button", name="Lưu và ghi tổng này vào quyết định")).to_be_hidden()


def test_a_block_from_excel_grows_rows_and_is_undone(office: Open, made: Programme, address: str) -> None:
    before = len(lines(made))
    page = office(address)
    cell(page, before - 1, "content").click()
    page.keyboard.press("Control+Enter")
    expect(cell(page, before, "content")).to_be_focused()
    paste(
        page,
        'Bồi dưỡng\t3\tngười\t12 người x 2 buổi\t\t50.000\r\n"In ấn ""đẹp"""\t3\tbộ\t\t10\t20.000\r\nKhác\t\t\t\t1\t5\r\n',
    )
    rows = page.locator("#grid tr.line")
    expect(rows).to_have_count(before + 3)
    expect(cell(page, before, "amount")).to_have_text("1.200.000")
    expect(cell(page, before + 1, "content")).to_have_text('In ấn "đẹp"')
    expect(cell(page, before + 1, "amount")).to_have_text("200.000")
    saved(page)
    kept = lines(made)[before:]
    assert [each.unit_price for each in kept] == [50_000, 20_000, 5]
    assert kept[0].factors[0].value == 12 and kept[0].activity == "3"
    expect(cell(page, before, "factors")).to_have_text("12 người × 2 buổi")

    page.keyboard.press("Control+z")
    expect(rows).to_have_count(before + 1)
    page.keyboard.press("Control+z")
    expect(rows).to_have_count(before)
    page.keyboard.press("Control+y")
    page.keyboard.press("Control+y")
    expect(rows).to_have_count(before + 3)
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+z")
    saved(page)
    page.wait_for_function("document.querySelector('.saved').textContent.startsWith('Đã lưu')")
    page.reload()
    expect(rows).to_have_count(before)


def test_a_finding_comes_while_one_types_and_a_fault_stays_at_its_cell(
    office: Open, made: Programme, address: str
) -> None:
    at = next(n for n, each in enumerate(lines(made)) if each.content == "Phụ cấp lưu trú")
    page = office(address)
    cell(page, at, "unit_price").click()
    page.keyboard.type("250000\n")
    beside = page.locator("#grid tr.line").nth(at).locator("xpath=following-sibling::tr[1]")
    expect(beside).to_contain_text("✕ Lỗi")
    expect(beside).to_contain_text("vượt mức")
    cell(page, 1, "unit_price").click()
    page.keyboard.type("nhiều\n")
    expect(page.locator(".saved")).to_have_text("Chưa lưu: số ô cần sửa là 1")
    expect(cell(page, 1, "unit_price")).to_have_attribute("aria-invalid", "true")
    expect(cell(page, 1, "unit_price")).to_have_text("nhiều")
    page.on("dialog", lambda dialog: dialog.accept())
    assert lines(made)[1].unit_price == 650_000
    page.keyboard.press("Control+z")
    saved(page)
    expect(cell(page, 1, "unit_price")).not_to_have_attribute("aria-invalid", "true")


def test_two_browsers_lose_nothing(office: Open, made: Programme, address: str) -> None:
    one, other = office(address), office(address)
    cell(one, 1, "unit_price").click()
    one.keyboard.type("700000\n")
    saved(one)
    cell(other, 2, "unit_price").click()
    other.keyboard.type("41000\n")
    expect(other.get_by_role("alert")).to_contain_text("Người khác vừa lưu dự toán này")
    expect(cell(other, 2, "unit_price")).to_have_text("41000")
    assert violations(other) == []
    other.get_by_role("button", name="So sánh và chọn").click()
    expect(other.get_by_role("heading", name=re.compile("Hai bản khác nhau"))).to_be_visible()
    rows = other.locator("table.compare tbody tr")
    expect(rows).to_have_count(2)
    expect(rows.nth(0)).to_contain_text("700.000")
    expect(rows.nth(0).get_by_role("radio").first).to_be_checked()  # what only the other changed
    expect(rows.nth(1).get_by_role("radio").last).to_be_checked()  # what only I changed
    assert violations(other) == []
    other.get_by_role("button", name="Lưu như đã chọn").click()
    expect(other.get_by_role("status").first).to_contain_text("Đã lưu dự toán 187.750.000 đ.")
    assert [each.unit_price for each in lines(made)[1:3]] == [700_000, 41_000]


def test_sums_are_those_of_the_server(office: Open, made: Programme, address: str) -> None:
    """Also where a binary fraction would not do: eighteen digits, halves of a đồng, VAT on top."""
    page = office(address)
    cell(page, 1, "label").click()
    paste(page, "9\tx\t\t\t1,15 × 3\t\t100.001\t+8\n\ty\t\t\t0,1 × 0,2 × 3\t\t25\n")
    saved(page)
    amounts = [cell(page, row, "amount").inner_text() for row in (1, 2)]
    assert amounts == ["372.604", "2"]
    page.reload()
    assert [cell(page, row, "amount").inner_text() for row in (1, 2)] == amounts


def test_a_row_that_adds_others_up_follows_them_and_is_counted_once(
    office: Open, made: Programme, address: str
) -> None:
    before = len(lines(made))
    page = office(address)
    cell(page, before - 1, "content").click()
    page.keyboard.press("Control+Enter")
    expect(cell(page, before, "content")).to_be_focused()
    cell(page, before, "label").click()
    paste(page, "VIII\tNhóm thêm\n1\tx\t\t\t2\t\t1.000\n2\ty\t\t\t3\t\t1.000\n\tCộng mục VIII\n")
    saved(page)
    amounts = [cell(page, row, "amount").inner_text() for row in range(before, before + 4)]
    assert amounts == ["5.000", "2.000", "3.000", "5.000"]
    cell(page, before + 1, "unit_price").click()
    page.keyboard.type("4000")
    page.keyboard.press("Enter")
    expect(cell(page, before + 3, "amount")).to_have_text("11.000")
    saved(page)
    kept = lines(made)
    assert [(line.content, line.amount) for line in kept[before:]] == [
        ("Nhóm thêm", None), ("x", None), ("y", None), ("Cộng mục VIII", None),
    ]  # fmt: skip
    page.reload()
    expect(cell(page, before + 3, "amount")).to_have_text("11.000")


@in_every_appearance
def test_axe_finds_nothing(
    cast: Cast, office: Open, made: Programme, address: str, language: str, scheme: str, width: int
) -> None:
    estimate = estimate_of(made.content)
    estimate.lines[-2].unit_price = 250_000
    save_estimate(cast["officer"], made.pk, 1, estimate)
    page = office(f"{address}?lang={language}", width=width, color_scheme=scheme)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.locator("#grid td.content").nth(1).click()
    page.locator(".totals summary").first.click()
    page.locator(".keys-said summary").click()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for more in ("/de-xuat", "/de-xuat?noi-dung=3"):
        page.goto(f"{address}{more}")
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def unscripted(page: Page, address: str) -> None:
    """The sheet as a browser without scripts draws it, for a checker that is a script itself."""
    page.route("**/estimate.js*", lambda route: route.abort())
    page.goto(address)
    page.evaluate("document.querySelectorAll('noscript').forEach((each) => (each.outerHTML = each.textContent))")


@pytest.mark.parametrize("width", [1366, 390])
def test_the_plain_form_is_accessible_too(office: Open, made: Programme, address: str, width: int) -> None:
    page = office(width=width)
    unscripted(page, address)
    page.locator("[name=unit_price]").nth(1).fill("nhiều")
    page.get_by_role("button", name="Lưu", exact=True).click()
    page.get_by_role("alert").first.wait_for()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_figures_stand_below_one_another_to_the_right(cast: Cast, office: Open, made: Programme, address: str) -> None:
    draw_on(
        cast["officer"],
        made.pk,
        allot(cast["accountant"], replace(GIVEN, amount=150_000_000, source="Sự nghiệp môi trường")).pk,
    )
    page = office(address)
    amounts = page.locator("#grid td.amount")
    boxes = [each.bounding_box() for each in amounts.all()]
    assert len({round(box["x"] + box["width"]) for box in boxes if box}) == 1
    assert amounts.first.evaluate("e => getComputedStyle(e).textAlign") == "right"
    expect(page.locator(".sums")).to_contain_text("vượt 35.000.000 đ")
