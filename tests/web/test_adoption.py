"""Tiếp nhận: a decision issued elsewhere goes from its file to the register by three people, with and without a script;
the annex that comes later is confirmed by the accountant."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from playwright.sync_api import Page, expect

from quyet.actions.adoption import accept, adopt, confirm, confirm_facts, correct_fact
from quyet.actions.allotments import allot
from quyet.actions.annexes import confirm_annex
from quyet.actions.received import register_adopted
from quyet.actions.tying import tie
from quyet.queries.adoption import adoption_of, facts_of_adoption
from quyet.queries.estimates import workbook
from quyet.store.models import Allotment, Programme, RegisterEntry
from tests.actions.test_allotments import GIVEN
from tests.adopted import example_data, signed_pdf, signed_text_with_other_words
from tests.cast import Cast
from tests.web.conftest import Open
from tests.web.test_accessibility import violations

pytestmark = pytest.mark.django_db(transaction=True)

NEW = "/chuong-trinh/tiep-nhan"


@pytest.fixture(autouse=True)
def _files(settings, tmp_path: Path) -> None:
    settings.FILES = tmp_path / "files"


def words(page: bytes) -> str:
    """What a page says, without its marks."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.decode()))


def as_(cast: Cast, role: str) -> Client:
    client = Client()
    client.force_login(cast[role].person)
    return client


def cookies(cast: Cast, role: str) -> dict[str, object]:
    """The session of one of the cast, for a window of its own."""
    session = as_(cast, role).cookies["sessionid"].value
    cookie = {"name": "sessionid", "value": session, "domain": "127.0.0.1", "path": "/"}
    return {"storage_state": {"cookies": [cookie], "origins": []}}


def adopted(cast: Cast, with_annex: bool = True) -> Programme:
    return adopt(cast["officer"], signed_pdf(with_annex), "quyet-dinh.pdf")[0]


def seen(programme: Programme) -> dict[str, str]:
    programme.refresh_from_db()
    adoption = adoption_of(programme)
    assert adoption is not None
    facts = facts_of_adoption(adoption, programme.content)
    return {each.path: each.token for each in facts.waiting if not each.is_confirmed}


def accepted(cast: Cast, with_annex: bool = True) -> Programme:
    programme = adopted(cast, with_annex)
    confirm_facts(cast["officer"], programme.pk, seen(programme))
    confirm(cast["officer"], programme.pk)
    accept(cast["head"], programme.pk)
    return programme


def page_of(programme: Programme) -> str:
    return f"/chuong-trinh/{programme.pk}/tiep-nhan"


# --- one page after the other ----------------------------------------------------------------------------------------


def test_a_file_is_read_and_leads_to_its_facts_and_the_same_file_to_the_same_page(cast: Cast) -> None:
    an, data = as_(cast, "officer"), signed_pdf()
    sent = an.post(NEW, {"file": SimpleUploadedFile("quyet-dinh.pdf", data)})
    programme = Programme.objects.get()
    assert (sent.status_code, sent["Location"]) == (303, page_of(programme))
    page = words(an.get(page_of(programme)).content)
    assert re.search(r"0/\d+ dữ kiện đã xác nhận", page) and "750 cuốn" in page and "135/QĐ-SCT" in page
    again = an.post(NEW, {"file": SimpleUploadedFile("ban-sao.pdf", data)}, follow=True)
    assert "Tệp này đã được tiếp nhận" in words(again.content) and Programme.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.pdf", b"", "Tệp rỗng"),
        ("a.txt", "Kính gửi: Phòng Quản lý Công nghiệp".encode(), "không thấy chương trình nào"),
        ("a.pdf", b"%PDF-1.7 hong", "Chưa nhận"),
    ],
)
def test_a_file_that_cannot_be_adopted_is_refused_at_its_field(cast: Cast, name: str, data: bytes, said: str) -> None:
    answer = as_(cast, "officer").post(NEW, {"file": SimpleUploadedFile(name, data)})
    assert answer.status_code == 422 and said.casefold() in words(answer.content).casefold()


def test_a_fact_that_was_mended_shows_both_and_what_cannot_be_taken_stays_typed(cast: Cast) -> None:
    an, programme = as_(cast, "officer"), adopted(cast)
    path = "/programme/activities/1/quantity"
    wrong = an.post(page_of(programme), {"do": "correct", "path": path, "typed": "nhiều lắm"})
    assert wrong.status_code == 422 and 'value="nhiều lắm"' in wrong.content.decode()
    assert "Ghi số và đơn vị, ví dụ 40 cái" in words(wrong.content)
    right = an.post(page_of(programme), {"do": "correct", "path": path, "typed": "700 cuốn"})
    assert right["Location"] == f"{page_of(programme)}#row-programme-activities-1-quantity"
    page = words(an.get(page_of(programme)).content)
    assert "Đã sửa so với bản máy đọc" in page and "máy đọc 750 cuốn" in page


def test_a_value_that_changed_meanwhile_is_not_confirmed(cast: Cast) -> None:
    an, programme = as_(cast, "officer"), adopted(cast)
    stale = an.post(page_of(programme), {"do": "facts", "fact": ["/programme/total/amount 186000000"]})
    assert stale.status_code == 422 and "Đã đổi thành «185.000.000 đồng»" in words(stale.content)


def test_who_may_not_is_told_so_and_another_body_finds_nothing(cast: Cast) -> None:
    programme = adopted(cast)
    assert as_(cast, "clerk").get(NEW).status_code == 403
    refused = as_(cast, "head").post(page_of(programme), {"do": "facts", "fact": ['/document/kind "QĐ"']})
    assert refused.status_code in (403, 422) and len(seen(programme)) > 40
    stranger = Client()
    stranger.force_login(cast.of("-xa", "officer").person)
    for address in (page_of(programme), f"{page_of(programme)}/tep-goc", f"/chuong-trinh/{programme.pk}/phu-luc"):
        assert stranger.get(address).status_code == 404
        assert Client().get(address).status_code == 302


def test_the_head_sees_what_was_corrected_and_what_the_rules_said_of_the_paper(cast: Cast) -> None:
    programme = adopt(cast["officer"], signed_text_with_other_words(), "quyet-dinh.txt")[0]
    correct_fact(cast["officer"], programme.pk, "/programme/activities/1/quantity", "700 cuốn")
    confirm_facts(cast["officer"], programme.pk, seen(programme))
    confirm(cast["officer"], programme.pk)
    page = words(as_(cast, "head").get(page_of(programme)).content)
    assert "Đã sửa so với bản máy đọc 1 Hoạt động 1.b · Số lượng 750 cuốn → 700 cuốn Lý Thu An" in page
    assert "Quyết lưu ý 1 điều khi đọc văn bản ✕ Lỗi" in page and "M101" in page
    assert "Xác nhận toàn văn" in page and "Đọc sai? Sửa" not in page


def test_what_was_missed_is_added_what_was_made_up_is_dropped_and_the_head_sees_both(cast: Cast) -> None:
    programme, an = adopted(cast, with_annex=False), as_(cast, "officer")
    missed = {"do": "add", "after": "6", "label": "4", "title": "Hội thi <b>xanh</b>", "words": "không có ở đâu"}
    refused = an.post(page_of(programme), missed)
    assert refused.status_code == 422 and "Lời văn này không có trong tệp đã đọc" in words(refused.content)
    assert 'value="Hội thi &lt;b&gt;xanh&lt;/b&gt;"' in refused.content.decode(), "what was typed stays"
    made = an.post(page_of(programme), missed | {"words": "Treo băng rôn về sản xuất\nvà tiêu dùng bền vững"})
    assert made.status_code == 303 and made["Location"].endswith("#activity-8")
    short = an.post(page_of(programme), {"do": "drop", "part": "activity", "which": "1", "reason": ""})
    assert short.status_code == 422 and "Ghi lý do." in words(short.content)
    assert (
        an.post(
            page_of(programme), {"do": "drop", "part": "activity", "which": "1", "reason": "là tiêu đề"}
        ).status_code
        == 303
    )
    assert (
        an.post(page_of(programme), {"do": "drop", "part": "activity", "which": "x", "reason": "y"}).status_code == 422
    )
    confirm_facts(cast["officer"], programme.pk, seen(programme))
    confirm(cast["officer"], programme.pk)
    page = as_(cast, "head").get(page_of(programme))
    said = words(page.content)
    assert "Thêm và bỏ so với bản máy đọc 2" in said and "<b>xanh</b>" not in page.content.decode()
    assert "«Treo băng rôn về sản xuất và tiêu dùng bền vững»" in said and "Lý do: là tiêu đề" in said
    assert "Máy bỏ sót" not in said and "Không phải hoạt động?" not in said


def test_the_paper_comes_back_byte_for_byte(cast: Cast) -> None:
    programme = adopted(cast)
    assert as_(cast, "auditor").get(f"{page_of(programme)}/tep-goc").content == signed_pdf()


def test_an_annex_by_hand_is_kept_while_it_is_refused_and_counts_when_it_comes_to_the_total(cast: Cast) -> None:
    programme = accepted(cast, with_annex=False)
    register_adopted(cast["clerk"], programme.pk, number=57)
    address, an = f"/chuong-trinh/{programme.pk}/phu-luc", as_(cast, "officer")
    assert "chưa chi được đồng nào" in words(an.get(address).content)
    rows = {"do": "rows", "label": ["1", "2"], "content": ["Băng rôn", "Sổ tay"], "activity": ["1.a", "1.b"],
            "unit": ["cái", "cuốn"], "quantity": ["40", "750"], "unit_price": ["2.500.000", "113.333"],
            "amount": ["", ""]}  # fmt: skip
    short = an.post(address, rows)
    assert short.status_code == 422 and 'value="113.333"' in short.content.decode()
    assert "các dòng cộng lại là 184.999.750 đồng, quyết định ghi 185.000.000 đồng: thiếu 250" in words(
        short.content
    ).replace("Các dòng", "các dòng")
    rows |= {"quantity": ["40", "1"], "unit_price": ["2.500.000", "85.000.000"]}
    assert an.post(address, rows).status_code == 303
    cuc = as_(cast, "accountant")
    annex = programme.annexes.get()
    assert "Sau khi xác nhận" in words(cuc.get(address).content)
    empty = cuc.post(address, {"do": "return", "annex": annex.pk, "reason": ""})
    assert empty.status_code == 422 and "Ghi lý do." in words(empty.content)
    assert cuc.post(address, {"do": "return", "annex": annex.pk, "reason": "<b>tách</b> dòng"}).status_code == 303
    back = an.get(address).content.decode()
    assert "Phụ lục đã trả lại" in back and "<b>tách</b>" not in back and "Xác nhận phụ lục" not in back
    assert "Xác nhận phụ lục" not in words(cuc.get(address).content)
    assert an.post(address, rows).status_code == 303
    annex = programme.annexes.latest("id")
    assert cuc.post(address, {"do": "confirm", "annex": annex.pk}).status_code == 303
    programme.refresh_from_db()
    assert programme.lines.count() == 2 and not programme.money_open
    given = allot(cast["accountant"], GIVEN)
    spending, choice = f"/chuong-trinh/{programme.pk}/chi-tieu", f"/chuong-trinh/{programme.pk}/chon-du-toan"
    assert "Chưa gắn dự toán được giao: chưa chi được." in words(cuc.get(spending).content)
    assert choice in cuc.get(spending).content.decode() and choice not in an.get(spending).content.decode()
    page = words(cuc.get(choice).content)
    assert "không đổi sang dự toán khác được nữa" in page and "sau khi chọn còn 315.000.000 đ" in page
    assert an.post(choice, {"allotment": given.pk}).status_code == 403
    Allotment.objects.update(ceiling=184_999_999)
    short = cuc.post(choice, {"allotment": given.pk})
    assert short.status_code == 422
    assert "được giao 184.999.999, đã giữ 0, còn 184.999.999; chương trình cần 185.000.000 đồng" in words(short.content)
    Allotment.objects.update(ceiling=500_000_000)
    assert cuc.post(choice, {"allotment": given.pk}).status_code == 303
    programme.refresh_from_db()
    assert programme.money_open and "Chưa gắn" not in words(cuc.get(spending).content)


def test_pages_of_an_adopted_decision_take_few_queries(cast: Cast, django_assert_max_num_queries) -> None:
    programme, client = accepted(cast), as_(cast, "clerk")
    with django_assert_max_num_queries(15):
        client.get(page_of(programme))


# --- in a browser ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("scripted", "width"), [(True, 1366), (False, 390)])
def test_three_people_take_a_decision_from_its_file_to_the_register(
    open_page: Open, cast: Cast, tmp_path: Path, scripted: bool, width: int
) -> None:
    file = tmp_path / "quyet-dinh.pdf"
    file.write_bytes(signed_pdf())

    def page_as(role: str, address: str) -> Page:
        return open_page(address, width=width, java_script_enabled=scripted, **cookies(cast, role))

    an = page_as("officer", NEW)
    an.set_input_files("input[type=file]", file)
    an.get_by_role("button", name="Đọc và đối chiếu").click()
    expect(an.locator("#progress")).to_contain_text(re.compile(r"0/\d+ dữ kiện"))
    address = an.url.split("#")[0]
    if scripted:
        assert violations(an) == []
        an.get_by_role("tab", name="Nội dung").click()
        quantity = an.locator("#row-programme-activities-1-quantity")
        quantity.get_by_role("checkbox").focus()
        expect(an.locator(".paper .lit").first).to_have_text("750 cuốn")
        expect(an.locator(".paper .lit").first).to_be_in_viewport()
        an.keyboard.press("Space")
        an.keyboard.press("ArrowDown")
        expect(an.locator("#row-programme-activities-1-timeframe").get_by_role("checkbox")).to_be_focused()
        an.keyboard.press("Enter")
        expect(an.locator("#progress")).to_contain_text("1/")
    while True:
        part = an.locator("section.part:has(form.confirm)").first
        if part.count() == 0:
            break
        if scripted:
            an.goto(f"{address}#{part.get_attribute('id')}")
        for tick in part.get_by_role("checkbox").all():
            tick.check()
        part.get_by_role("button", name="Xác nhận các dữ kiện đã đánh dấu").click()
        an.wait_for_load_state()
    if scripted:
        an.goto(address)
    an.get_by_role("button", name="Xác nhận từng dữ kiện").click()
    expect(an.locator("h1 small")).to_have_text("đã xác nhận dữ kiện")

    bao = page_as("head", address)
    bao.get_by_role("button", name="Xác nhận toàn văn").click()
    expect(bao.locator("h1 small")).to_have_text("đã xác nhận toàn văn")

    giang = page_as("clerk", address)
    giang.get_by_label("Số đến").fill("57")
    giang.get_by_role("button", name="Vào sổ").click()
    expect(giang.locator("h1 small")).to_have_text("đã ban hành")
    expect(giang.get_by_text("Đã vào sổ:")).to_contain_text("135/QĐ-SCT")
    if scripted:
        assert violations(giang) == []
    programme, entry = Programme.objects.get(), RegisterEntry.objects.get()
    assert (programme.state, programme.origin, programme.money_open) == ("issued", "adopted", False)
    assert (entry.symbol, entry.direction, entry.file.name) == ("135/QĐ-SCT", "in", "quyet-dinh.pdf")


def test_the_annex_comes_from_excel_and_opens_the_money(open_page: Open, cast: Cast, tmp_path: Path) -> None:
    programme = accepted(cast, with_annex=False)
    register_adopted(cast["clerk"], programme.pk, number=57)
    tie(cast["accountant"], programme.pk, allot(cast["accountant"], GIVEN).pk)
    book = tmp_path / "du-toan.xlsx"
    book.write_bytes(workbook(json.dumps(example_data())))
    address = f"/chuong-trinh/{programme.pk}/phu-luc"
    an = open_page(address, **cookies(cast, "officer"))
    assert violations(an) == []
    an.set_input_files("input[type=file]", book)
    an.get_by_role("button", name="Nhập từ Excel").click()
    expect(an.get_by_text("Phụ lục chờ xác nhận")).to_be_visible()
    expect(an.get_by_role("button", name="Xác nhận phụ lục")).to_have_count(0)
    cuc = open_page(address, **cookies(cast, "accountant"))
    cuc.get_by_role("button", name="Xác nhận phụ lục").click()
    expect(cuc.get_by_text("các dòng đã mở để chi")).to_be_visible()
    programme.refresh_from_db()
    assert programme.money_open and sum(programme.lines.values_list("ceiling", flat=True)) == 185_000_000


def test_the_pages_of_the_programme_say_where_it_came_from_and_show_the_annex_that_came_later(cast: Cast) -> None:
    programme, an = accepted(cast, with_annex=False), as_(cast, "officer")
    register_adopted(cast["clerk"], programme.pk, number=57)
    listed, shown = words(an.get("/chuong-trinh").content), words(an.get(f"/chuong-trinh/{programme.pk}").content)
    assert "tiếp nhận" in listed and "đã ban hành tiếp nhận" in shown
    assert an.get(f"/chuong-trinh/{programme.pk}/trinh-duyet")["Location"] == page_of(programme)
    rows = {"do": "rows", "content": ["Cả chương trình"], "activity": ["1.a"], "amount": ["185.000.000"]}
    assert an.post(f"/chuong-trinh/{programme.pk}/phu-luc", rows).status_code == 303
    assert "Cả chương trình" not in words(an.get(f"/chuong-trinh/{programme.pk}/du-toan").content)
    confirm_annex(cast["accountant"], programme.pk, programme.annexes.get().pk)
    assert "Cả chương trình" in an.get(f"/chuong-trinh/{programme.pk}/du-toan").content.decode()


def test_a_basis_and_an_assignment_are_added_and_dropped_and_the_head_sees_both(cast: Cast) -> None:
    programme, an = adopted(cast, with_annex=False), as_(cast, "officer")
    page = words(an.get(page_of(programme)).content)
    assert "Máy bỏ sót một căn cứ? Thêm" in page and "Máy bỏ sót một phần giao việc? Thêm" in page
    basis = {
        "do": "add-basis",
        "after": "0",
        "words": "Căn cứ Luật <b>X</b> số 22/2023/QH15 ngày 23/6/2023",
        "reason": "",
    }
    refused = an.post(page_of(programme), basis)
    assert refused.status_code == 422 and "Lời văn này không có trong tệp đã đọc" in words(refused.content)
    assert "Căn cứ Luật &lt;b&gt;X&lt;/b&gt;" in refused.content.decode(), "what was typed stays"
    made = an.post(page_of(programme), basis | {"reason": "bản quét mất dòng"})
    assert (made.status_code, made["Location"]) == (303, f"{page_of(programme)}#bases-no-4")
    page = words(an.get(page_of(programme)).content)
    assert "thêm bởi Lý Thu An: «Căn cứ Luật &lt;b&gt;X&lt;/b&gt; số 22/2023/QH15" in page
    assert "không có trong tệp: bản quét mất dòng" in page
    empty = an.post(page_of(programme), {"do": "drop", "part": "bases", "which": "1", "reason": ""})
    assert empty.status_code == 422 and empty.content.decode().count('<details class="mend" open>') == 1
    assert (
        an.post(page_of(programme), {"do": "drop", "part": "bases", "which": "1", "reason": "thừa"}).status_code == 303
    )
    assert an.post(page_of(programme), {"do": "drop", "part": "khác", "which": "1", "reason": "y"}).status_code == 422
    assert an.post(page_of(programme), {"do": "drop", "part": "bases", "which": "99", "reason": "y"}).status_code == 422
    task = {"do": "add-assignment", "after": "5", "role": "lead", "unit": "Ban <i>A</i>", "words": "Văn phòng Sở"}
    assert an.post(page_of(programme), task | {"role": "vua"}).status_code == 422
    made = an.post(page_of(programme), task)
    assert (made.status_code, made["Location"]) == (303, f"{page_of(programme)}#assignments-no-7")
    assert (
        an.post(page_of(programme), {"do": "drop", "part": "assignments", "which": "2", "reason": "thừa"}).status_code
        == 303
    )
    confirm_facts(cast["officer"], programme.pk, seen(programme))
    confirm(cast["officer"], programme.pk)
    page = as_(cast, "head").get(page_of(programme))
    said = words(page.content)
    assert "Thêm và bỏ so với bản máy đọc 4 + thêm căn cứ Lý Thu An" in said
    assert "− bỏ giao việc Lý Thu An phối hợp: Văn phòng Sở Lý do: thừa" in said
    assert "<i>A</i>" not in page.content.decode() and "<b>X</b>" not in page.content.decode()
    assert "Máy bỏ sót" not in said and "Không phải căn cứ?" not in said
