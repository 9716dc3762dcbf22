"""The example drafted, submitted, appraised, signed and issued in browsers, by six people, each at their own desk."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

import quyet
from quyet.actions.allotments import allot
from quyet.actions.clock import clock_at
from quyet.actions.programmes import draw_on, open_programme
from quyet.files.drafts.load import draft_of
from quyet.files.writing import WRITERS, lay_out
from quyet.queries.journal import verified
from quyet.store.models import Programme
from tests.actions.test_allotments import GIVEN
from tests.actions.test_approval import CONTENT, submitted
from tests.cast import Cast
from tests.web.conftest import Open, signed_in

pytestmark = pytest.mark.django_db(transaction=True)


def act(page: Page, name: str) -> None:
    """Press the button of an act, and see what is said of it."""
    page.locator(f"#act-{name} button").click()
    expect(page.locator(".told")).to_contain_text("Đã xong")


def test_six_people_take_the_example_from_draft_to_issued(
    open_page: Open, cast: Cast, settings, tmp_path: Path
) -> None:
    settings.FILES = tmp_path / "files"
    allot(cast["accountant"], GIVEN)

    an = open_page("/chuong-trinh/moi", as_=cast["officer"])
    an.get_by_role("button", name=re.compile("ví dụ")).click()
    programme = Programme.objects.get()
    an.goto(f"/chuong-trinh/{programme.pk}/chon-du-toan")
    an.get_by_text("224/QĐ-SCT").click()
    an.locator("main button.main").click()
    road = f"/chuong-trinh/{programme.pk}/trinh-duyet"

    an.goto(road)
    expect(an.locator("#act-submit")).to_have_count(0)
    while (open_ := an.locator(".answering")).count():
        left = open_.count()
        open_.first.locator("input[name=answer]").fill("Chương trình ví dụ của năm 2024")
        open_.first.get_by_role("button").click()
        expect(an.locator(".answering")).to_have_count(left - 1)

    bao = open_page(road, as_=cast["head"])
    bao.get_by_label("Người ký").select_option(label="Lương Minh Đức, Giám đốc")
    act(bao, "submit")

    an.goto(road)
    expect(an.locator(".steps .now")).to_have_text([re.compile("Thẩm định dự toán"), re.compile("Thẩm định thể thức")])
    cuc = open_page(road, as_=cast["accountant"])
    act(cuc, "appraise_money")
    expect(cuc.locator("#act-appraise_money")).to_have_count(0)
    dung = open_page(road, as_=cast["office"])
    act(dung, "appraise_form")

    duc = open_page(road, as_=cast["director"])
    expect(duc.locator("#act-sign")).to_contain_text("Chưa có bản đã ký")
    giang = open_page(road, as_=cast["clerk"])
    with giang.expect_download() as downloaded:
        giang.get_by_role("link", name="PDF").click()
    signed = tmp_path / "ban-ky.pdf"
    downloaded.value.save_as(signed)
    reading = quyet.read(signed.read_bytes(), signed.name)
    assert reading.document.signature is not None and reading.document.signature.name == "Lương Minh Đức"
    other = tmp_path / "ban-khac.pdf"
    other.write_bytes(_paper_with(programme, '"value": 750', '"value": 700'))
    giang.get_by_label("Bản đã ký").set_input_files(other)
    giang.get_by_role("button", name="So bản ký").click()
    expect(giang.get_by_role("status")).to_have_text("! Đã so: bản ký khác nội dung đã trình, xem các chỗ khác ở dưới.")
    expect(giang.get_by_role("row", name="750 cuốn")).to_contain_text("700 cuốn")
    giang.get_by_label("Bản đã ký").set_input_files(signed)
    giang.get_by_role("button", name="So bản ký").click()
    expect(giang.get_by_text("khớp từng dữ kiện")).to_be_visible()

    duc.goto(road)
    act(duc, "sign")
    giang.goto(road)
    expect(giang.locator("#act-issue")).to_contain_text("dự toán được giao còn 315.000.000 đ")
    giang.get_by_label("Số", exact=True).fill("135")
    giang.get_by_label("Ngày ban hành").fill(f"{datetime.now(ZoneInfo('Asia/Ho_Chi_Minh')):%d/%m/%Y}")
    act(giang, "issue")
    expect(giang.get_by_role("link", name="135/QĐ-SCT")).to_have_attribute("href", re.compile("^/so-van-ban/"))
    giang.goto("/chuong-trinh")
    expect(giang.locator("tbody")).to_contain_text("đã ban hành")

    programme.refresh_from_db()
    assert (programme.state, programme.lines.count() > 0, programme.money_open) == ("issued", True, True)
    assert [each.symbol for each in programme.register.all()] == ["135/QĐ-SCT"]
    assert [act.person.name for act in programme.acts.order_by("id")] == [
        "Lý Thu An", "Hoàng Văn Bảo", "Nông Thị Cúc", "Vi Văn Dũng", "Lương Minh Đức", "Bế Thị Giang",
    ]  # fmt: skip
    done = [row.act for row in programme.body.journal.order_by("id")]
    for act_ in (
        "open",
        "draw_on",
        "answer",
        "submit",
        "appraise_money",
        "appraise_form",
        "signed_paper",
        "sign",
        "issue",
    ):
        assert act_ in done
    assert verified(programme.body).broken is None


def _paper_with(programme: Programme, words: str, others: str) -> bytes:
    """The paper of a programme in which somebody wrote something else."""
    changed = programme.content.replace(words, others)
    assert changed != programme.content
    return WRITERS["pdf"](lay_out(draft_of(changed.encode(), as_json=True).draft))


def test_a_return_with_a_reason_comes_back_to_who_drafted(
    open_page: Open, cast: Cast, settings, tmp_path: Path
) -> None:
    settings.FILES = tmp_path / "files"
    with clock_at(datetime(2024, 3, 11, 2, tzinfo=UTC)):
        programme = open_programme(cast["officer"], CONTENT)
        draw_on(cast["officer"], programme.pk, allot(cast["accountant"], GIVEN).pk)
        submitted(programme)
    road = f"/chuong-trinh/{programme.pk}/trinh-duyet"
    cuc = open_page(road, as_=cast["accountant"], width=390)
    cuc.locator("#act-return textarea").fill("Đơn giá sổ tay chưa có báo giá")
    cuc.locator("#act-return button").click()
    expect(cuc.locator(".told")).to_contain_text("Trả lại")
    assert not cuc.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    an = open_page(road, as_=cast["officer"])
    expect(an.locator(".history")).to_contain_text("Đơn giá sổ tay chưa có báo giá")
    expect(an.locator("h1")).to_contain_text("đang soạn")


def test_whoever_appraises_reads_the_findings_with_their_answers(cast: Cast, settings, tmp_path: Path) -> None:
    settings.FILES = tmp_path / "files"
    with clock_at(datetime(2024, 3, 11, 2, tzinfo=UTC)):
        programme = open_programme(cast["officer"], CONTENT)
        draw_on(cast["officer"], programme.pk, allot(cast["accountant"], GIVEN).pk)
        submitted(programme)
    said = signed_in(cast["accountant"]).get(f"/chuong-trinh/{programme.pk}/trinh-duyet").content.decode()
    assert "P301" in said and "Đã mua chung một gói" in said
    assert "Giải trình <input" not in said, "answers are for who drafts"
