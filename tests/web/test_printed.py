"""The paper of a reading: its page, its pictures, its files, and what is refused."""

from __future__ import annotations

import json
import struct
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from quyet import read
from quyet.files.drafts.load import draft_of
from quyet.files.facts import example_text
from quyet.files.reading import read_text
from quyet.files.writers.reading_json import reading_to_dict
from quyet.files.writing import FORMS, WRITERS
from quyet.queries import drawn, printed
from quyet.web.downloads import MEDIA_TYPES
from tests.web.papers import TEXT

EXAMPLE = "/doc/example"
NUMBERED = TEXT.replace("QUYẾT ĐỊNH\n", "Số: 15/QĐ-SNN\nMường Hoa, ngày 02 tháng 02 năm 2023\nQUYẾT ĐỊNH\n", 1)


@pytest.fixture
def client(client: Client, kept: Path) -> Client:
    """A browser, before an empty folder of readings and a server that remembers no pictures."""
    drawn._REMEMBERED.clear()
    return client


def paste(client: Client, text: str) -> str:
    """The address of the reading of a text."""
    return client.post("/", {"way": "paste", "text": text})["Location"]


def as_read(text: str):
    return reading_to_dict(read_text(text))


# --- the page --------------------------------------------------------------------------------------------------------


def test_the_page_shows_every_page_of_the_paper_and_says_what_it_is(client: Client):
    response = client.get(f"{EXAMPLE}/pages")
    shown = response.content.decode()
    assert response.status_code == 200
    assert response["Cache-Control"] == "private, no-cache"
    assert response["X-Robots-Tag"] == "noindex"
    count = len(drawn.pictures("example", as_read(example_text()), "decision"))
    assert shown.count("<img ") == count > 2
    first = '<img src="/doc/example/page-1.png?form=decision" width="794" height="1123" alt="Trang 1 trong'
    assert f"{first} {count}: " in shown
    assert "Quyết trình bày lại từ dữ liệu đã đọc của văn bản ví dụ." in shown
    assert "✓ Đọc lại thấy đúng các dữ kiện đã đọc" in shown


def test_an_upload_is_told_where_its_original_is(client: Client):
    shown = client.get(paste(client, TEXT) + "/pages").content.decode()
    assert "Quyết trình bày lại từ dữ liệu đã đọc; bản gốc vẫn là văn bản đã gửi." in shown


def test_each_view_leads_to_the_other(client: Client):
    source, pages = client.get(EXAMPLE).content.decode(), client.get(f"{EXAMPLE}/pages").content.decode()
    assert '<a href="/doc/example/pages#paper">Bản trình bày' in source
    assert '<a href="#paper" aria-current="page">Văn bản nguồn</a>' in source
    assert '<a href="/doc/example#paper">Văn bản nguồn</a>' in pages
    assert 'href="/doc/example#line-' in pages
    assert 'href="#line-' not in pages


@pytest.mark.parametrize("form", FORMS)
def test_the_example_is_laid_out_in_every_form_and_says_what_it_said(client: Client, form: str):
    response = client.get(f"{EXAMPLE}/pages", {"form": form})
    shown = response.content.decode()
    assert response.status_code == 200
    assert f'form={form}#paper" aria-current="true"' in shown
    assert "✓ Đọc lại thấy đúng các dữ kiện đã đọc" in shown


def test_a_paper_of_another_kind_has_no_number_and_no_day_yet(client: Client):
    address = paste(client, NUMBERED)
    own, other = (client.get(f"{address}/quyet.txt", {"form": form}).content.decode() for form in ("decision", "plan"))
    assert "Số: 15/QĐ-SNN\nMường Hoa, ngày 02 tháng 02 năm 2023" in own
    assert "15/QĐ-SNN" not in other
    assert "02 tháng 02" not in other
    assert "nên số và ngày để trống" in client.get(f"{address}/pages", {"form": "plan"}).content.decode()


def test_what_contradicts_itself_is_named_in_the_language_of_the_page(client: Client):
    address = paste(client, TEXT.replace("62.500.000 đồng", "62.600.000 đồng"))
    said = '<b>Tổng kinh phí</b> (<a href="{0}#line-15">dòng 15</a>): «Sáu mươi hai triệu năm trăm nghìn đồng» là 62.500.000 đồng, số ghi 62.600.000 đồng'
    assert said.format(address) in client.get(f"{address}/pages").content.decode()
    english = client.get(f"{address}/pages?lang=en").content.decode()
    assert "1 fact does not agree" in english
    assert "is 62.500.000 đồng, the figure says 62.600.000 đồng" in english


def test_lines_that_were_not_read_are_told_and_led_to(client: Client):
    extra = "Các đồng chí lãnh đạo huyện theo dõi việc này từ xa.\n"
    address = paste(client, extra + TEXT)
    shown = client.get(f"{address}/pages").content.decode()
    assert f"1 trên {1 + sum(bool(line) for line in TEXT.splitlines())} dòng không có ở đây" in shown
    assert f'<a href="{address}#line-1">1</a>.' in shown
    assert "không có ở đây" not in client.get(f"{address}/pages", {"form": "proposal"}).content.decode()


def test_markup_in_a_paper_is_text_here_too(client: Client):
    address = paste(client, TEXT.replace("khuyến nông", "<img src=x onerror=alert(1)>"))
    shown = client.get(f"{address}/pages").content.decode()
    assert "<img src=x" not in shown
    assert "&lt;img src=x onerror=alert(1)&gt;" in shown


def test_a_text_that_says_it_is_an_example_stays_one(client: Client):
    address = client.post("/", {"way": "upload", "file": SimpleUploadedFile("vi-du.txt", example_text().encode())})
    assert client.get(address["Location"] + "/quyet.txt").content.decode() == example_text()
    assert "VÍ DỤ" not in client.get(paste(client, TEXT) + "/quyet.txt").content.decode()


# --- the pictures ----------------------------------------------------------------------------------------------------


def test_a_page_is_a_picture_that_a_browser_may_keep_and_no_other(client: Client):
    response = client.get(f"{EXAMPLE}/page-1.png")
    assert response["Content-Type"] == "image/png"
    assert response["Cache-Control"] == "private, no-cache"
    assert struct.unpack(">II", response.content[16:24]) == (1191, 1684)
    again = client.get(f"{EXAMPLE}/page-1.png", headers={"if-none-match": response["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get(f"{EXAMPLE}/page-2.png")["ETag"] != response["ETag"]


@pytest.mark.parametrize("address", ["page-99.png", "page-0.png", "page-1.png?form=fax", "pages?form=fax", "quyet.doc"])
def test_what_is_not_there(client: Client, address: str):
    assert client.get(f"{EXAMPLE}/{address}").status_code == 404


def test_pages_are_drawn_once_for_all_their_pictures(client: Client, monkeypatch):
    drawings = []
    draw = drawn.write_pictures
    monkeypatch.setattr(drawn, "write_pictures", lambda *given: drawings.append(given) or draw(*given))
    client.get(f"{EXAMPLE}/pages")
    for number in (1, 2, 3):
        assert client.get(f"{EXAMPLE}/page-{number}.png?form=decision").status_code == 200
    assert len(drawings) == 1


def test_few_papers_are_remembered_and_none_that_was_deleted(client: Client, monkeypatch):
    monkeypatch.setattr(drawn, "MOST_REMEMBERED", 2)
    address = paste(client, TEXT)
    client.get(f"{address}/pages")
    client.get(f"{EXAMPLE}/pages")
    token = address.removeprefix("/doc/")
    assert [key for key, _ in drawn._REMEMBERED] == [token, "example"]
    client.get(f"{EXAMPLE}/pages?form=plan")
    assert [key for key, _ in drawn._REMEMBERED] == ["example", "example"]
    client.get(f"{address}/pages")
    client.post(f"{address}/delete")
    assert [key for key, _ in drawn._REMEMBERED] == ["example"]
    for there in ("pages", "page-1.png", "quyet.docx"):
        assert client.get(f"{address}/{there}").status_code == 404


# --- the files -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("to", MEDIA_TYPES)
def test_a_file_is_saved_under_a_name_that_says_what_it_is(client: Client, to: str):
    response = client.get(f"{paste(client, NUMBERED)}/quyet.{to}")
    assert response.status_code == 200
    assert response["Content-Type"] == MEDIA_TYPES[to]
    assert response["Cache-Control"] == "private, no-cache"
    assert response["X-Robots-Tag"] == "noindex"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Disposition"] == (
        f'attachment; filename="quyet-dinh-15-qd-snn.{to}"; '
        f"filename*=UTF-8''Quy%E1%BA%BFt%20%C4%91%E1%BB%8Bnh%2015-Q%C4%90-SNN.{to}"
    )


def test_a_paper_without_a_number_is_saved_under_its_title(client: Client):
    said = client.get(f"{paste(client, TEXT)}/quyet.pdf")["Content-Disposition"]
    assert 'filename="quyet-dinh-ve-viec-phe-duyet-chuong-trinh-khuyen-nong-nam-2023.pdf"' in said


def test_every_format_that_can_be_written_is_offered(client: Client):
    assert set(MEDIA_TYPES) == set(printed.FILES) == {*WRITERS, "json"}
    shown = client.get(f"{EXAMPLE}/pages?form=plan").content.decode()
    for to in MEDIA_TYPES:
        assert f'<a href="/doc/example/quyet.{to}?form=plan" download>' in shown


@pytest.mark.parametrize("to", ["docx", "pdf", "txt"])
def test_a_file_is_read_again_as_what_it_was_made_of(client: Client, to: str):
    source, again = read_text(example_text()), read(client.get(f"{EXAMPLE}/quyet.{to}").content, f"paper.{to}")
    assert [activity.title for activity in again.programme.activities] == [
        activity.title for activity in source.programme.activities
    ]
    assert again.programme.total.amount == again.estimate.total == 185_000_000
    assert again.text.startswith("VÍ DỤ")


def test_the_data_make_the_same_programme(client: Client):
    data = client.get(f"{EXAMPLE}/quyet.json").content
    draft = draft_of(data, as_json=True).draft
    assert draft.example
    assert draft.document.body == "lang-son-so-cong-thuong"
    assert [(each.label, each.quantity.unit) for each in draft.programme.activities][:2] == [
        ("1.a", "cái"),
        ("1.b", "cuốn"),
    ]
    assert json.loads(data)["schema"] == "quyet/programme/1"


# --- refusals --------------------------------------------------------------------------------------------------------


def refusal(response) -> str:
    shown = response.content.decode()
    assert response.status_code == 422
    assert shown.count('role="alert"') == 1
    return shown.partition('<p class="outcome" role="alert">')[2].partition("</p>")[0]


@pytest.mark.parametrize("there", ["pages", "page-1.png", "quyet.pdf", "quyet.json"])
def test_a_text_of_which_nothing_was_read_is_not_laid_out(client: Client, there: str):
    response = client.get(f"{paste(client, 'xin chào')}/{there}")
    assert refusal(response).startswith("Chưa đọc được nội dung nào để trình bày lại.")
    assert "In kết quả" in response.content.decode()


def test_a_letter_that_no_font_has_stops_what_needs_a_font_and_nothing_else(client: Client):
    address = paste(client, TEXT.replace("In tờ rơi", "In tờ rơi \U000130c0"))
    for to in ("pdf", "edxml"):
        assert "\U000130c0" in refusal(client.get(f"{address}/quyet.{to}"))
    for there in ("pages", "quyet.docx", "quyet.txt", "quyet.xml"):
        assert client.get(f"{address}/{there}").status_code == 200


def test_without_a_font_nothing_is_drawn_and_the_rest_can_be_downloaded(client: Client, monkeypatch):
    monkeypatch.setattr("quyet.files.writers.pdf.write.find_font", lambda: None)
    for there in ("pages", "page-1.png", "quyet.pdf"):
        response = client.get(f"{EXAMPLE}/{there}")
        assert "phông chữ" in refusal(response)
        assert "<img " not in response.content.decode()
    assert "quyet.docx" in client.get(f"{EXAMPLE}/pages").content.decode()
    assert client.get(f"{EXAMPLE}/quyet.docx").status_code == 200


@pytest.mark.parametrize(("limit", "most"), [("LONGEST_TEXT", 500), ("MOST_LINES", 6)])
def test_too_long_a_paper_is_refused_in_one_sentence(client: Client, monkeypatch, limit: str, most: int):
    monkeypatch.setattr(printed, limit, most)
    for there in ("pages", "quyet.docx", "quyet.xml"):
        assert refusal(client.get(f"{EXAMPLE}/{there}")).startswith("Văn bản quá dài để trình bày lại:")
    client.cookies["quyet_lang"] = "en"
    assert refusal(client.get(f"{EXAMPLE}/quyet.pdf")).startswith("Too long to be laid out:")


def test_a_long_paper_is_not_drawn_and_can_be_downloaded(client: Client, monkeypatch):
    monkeypatch.setattr(drawn, "MOST_LINES_DRAWN", 6)
    response = client.get(f"{EXAMPLE}/pages")
    assert response.status_code == 200
    assert "Văn bản dài nên các trang không hiện ở đây." in response.content.decode()
    assert client.get(f"{EXAMPLE}/page-1.png").status_code == 404
    assert client.get(f"{EXAMPLE}/quyet.pdf").content.startswith(b"%PDF-")


def test_what_no_draft_can_hold_is_refused_with_its_reason(client: Client):
    address = paste(client, TEXT.replace("In tờ rơi", "In tờ rơi " + "rất dài " * 400))
    assert refusal(client.get(f"{address}/pages")).startswith("Dữ liệu đã đọc chưa lập thành văn bản được: ")


def test_two_parts_with_one_number_are_refused_where_each_needs_its_own(client: Client, monkeypatch):
    def refuse(written) -> bytes:
        raise ValueError("phu_luc_1")

    monkeypatch.setitem(printed.WRITERS, "xml", refuse)
    assert "trùng số" in refusal(client.get(f"{EXAMPLE}/quyet.xml"))
    assert "<img " in client.get(f"{EXAMPLE}/quyet.xml").content.decode()


def test_who_waits_too_long_is_told_to_come_back(client: Client, monkeypatch):
    monkeypatch.setattr(printed, "PATIENCE", 0)
    with printed.one_at_a_time():
        response = client.get(f"{EXAMPLE}/quyet.pdf")
    assert response.status_code == 503
    assert "Máy chủ đang xuất văn bản khác." in response.content.decode()
