"""The pages as a browser without a script gets them."""

from __future__ import annotations

import io
import json
import os
import re
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from docx import Document

from quyet.actions import reading as keeping
from quyet.files.facts import example_text
from quyet.files.readers.errors import Unreadable
from quyet.files.reading import read_text
from quyet.files.writers.reading_json import reading_to_dict
from quyet.web import forms
from tests.web.papers import TEXT

ADDRESS = re.compile(r"^/doc/[0-9a-f]{32}$")


@pytest.fixture
def client(client: Client, kept: Path) -> Client:
    """A browser, before an empty folder of readings."""
    return client


def upload(client: Client, content: bytes, name: str = "khuyen-nong.txt"):
    return client.post("/", {"way": "upload", "file": SimpleUploadedFile(name, content)})


def paste(client: Client, text: str):
    return client.post("/", {"way": "paste", "text": text})


def opened(client: Client, response) -> str:
    """The page that an accepted paper leads to."""
    assert response.status_code == 303, response.content.decode()
    assert ADDRESS.match(response["Location"])
    return client.get(response["Location"]).content.decode()


def docx(text: str) -> bytes:
    paper = Document()
    for line in text.splitlines():
        paper.add_paragraph(line)
    stream = io.BytesIO()
    paper.save(stream)
    return stream.getvalue()


# --- the ways in -----------------------------------------------------------------------------------------------------


def test_home_offers_three_ways_in(client: Client):
    shown = client.get("/").content.decode()
    assert re.findall(r'name="way" value="(\w+)"', shown) == ["upload", "paste", "example"]
    assert '<html lang="vi">' in shown
    assert "24 giờ" in shown


def test_the_example_is_read_at_an_address_of_its_own_and_not_kept(client: Client, kept: Path):
    response = client.post("/", {"way": "example"})
    assert (response.status_code, response["Location"]) == (303, "/doc/example")

    shown = client.get("/doc/example").content.decode()
    assert not kept.exists()
    assert "185.000.000 đ" in shown
    assert "✓ khớp bằng chữ" in shown
    assert 'Phụ lục dự toán <span class="state good">✓ có trong tệp</span>' in shown
    assert shown.count('<article class="activity"') == 7


def test_an_annex_that_is_named_and_not_there_is_told_above(client: Client):
    annexed = "đồng), dự toán chi tiết tại Phụ lục kèm theo Quyết định này."
    shown = opened(client, paste(client, TEXT.replace("đồng).", annexed)))
    assert 'Phụ lục <span class="state warning">! không có trong tệp</span>' in shown


def test_a_text_file_is_read(client: Client):
    shown = opened(client, upload(client, TEXT.encode()))
    assert "phê duyệt chương trình khuyến nông năm 2023" in shown
    assert "62.500.000 đ" in shown


def test_a_word_file_is_read(client: Client):
    shown = opened(client, upload(client, docx(TEXT), "khuyen-nong.docx"))
    assert "62.500.000 đ" in shown
    assert "khuyen-nong.docx" in shown


def test_a_pasted_text_is_read(client: Client):
    shown = opened(client, paste(client, TEXT.replace("\n", "\r\n")))
    assert "62.500.000 đ" in shown
    assert "Văn bản dán" in shown


def test_a_text_that_is_no_decision_is_shown_too(client: Client):
    shown = opened(client, paste(client, "Mai họp lúc 8 giờ."))
    assert "Chưa nhận ra đây là quyết định hay kế hoạch" in shown
    assert '<article class="activity"' not in shown


# --- refusals --------------------------------------------------------------------------------------------------------


def refusal(response, field: str) -> str:
    """The message at a field; the summary above holds it too, with a link to the field."""
    shown = response.content.decode()
    message = re.search(rf'<p class="refusal" id="{field}-refusal"><b>.*?</b> (.*?)</p>', shown)[1]
    assert f'<a href="#{field}">{message}</a>' in shown
    assert 'aria-invalid="true"' in shown
    return message


def test_no_file(client: Client):
    response = client.post("/", {"way": "upload"})
    assert response.status_code == 422
    assert refusal(response, "file") == "Chưa chọn tệp. Nhận .docx, .pdf, .txt, .html, mỗi lần một tệp, tối đa 50 MB."


def test_an_empty_file(client: Client, kept: Path):
    response = upload(client, b"")
    assert response.status_code == 422
    assert refusal(response, "file").startswith("Tệp rỗng (0 byte).")
    assert not kept.exists() or not list(kept.iterdir())


def test_a_broken_word_file_leaves_nothing_behind(client: Client, kept: Path):
    response = upload(client, docx(TEXT)[:2000], "hong.docx")
    assert response.status_code == 422
    assert refusal(response, "file")
    assert list(kept.iterdir()) == []


def test_an_empty_paste(client: Client):
    assert refusal(paste(client, " \n"), "text") == "Chưa có chữ nào. Dán toàn văn quyết định vào ô này."


def test_what_was_typed_stays_when_it_is_refused(client: Client, monkeypatch):
    def refuse(text: str, name: str) -> str:
        raise Unreadable("Không đọc được <đoạn này>.", "This cannot be read.")

    monkeypatch.setattr(forms, "keep_text", refuse)
    response = paste(client, "Điều 1. <b>Phê duyệt</b>")
    assert refusal(response, "text") == "Không đọc được &lt;đoạn này&gt;."
    assert "\nĐiều 1. &lt;b&gt;Phê duyệt&lt;/b&gt;</textarea>" in response.content.decode()


def test_a_refusal_is_said_in_english_on_the_english_page(client: Client):
    client.cookies["quyet_lang"] = "en"
    assert refusal(upload(client, b""), "file").startswith("The file is empty (0 bytes).")


def test_a_file_over_the_limit_is_refused_by_its_length(client: Client):
    response = client.generic("POST", "/", b"x", "multipart/form-data; boundary=x", CONTENT_LENGTH="51000001")
    assert response.status_code == 413
    assert refusal(response, "file").startswith("Tệp lớn hơn 50 MB.")


def test_a_paste_over_what_a_form_may_weigh_is_refused_at_its_field(client: Client, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    response = paste(client, "Điều 1. " * 200)
    assert response.status_code == 413
    assert refusal(response, "text").startswith("Văn bản có hơn 10.000.000 byte chữ.")


def test_an_unknown_way_in(client: Client):
    assert client.post("/", {"way": "fax"}).status_code == 400


def test_two_pdfs_at_once_are_read_one_after_the_other(client: Client, monkeypatch):
    """PDFium breaks where two threads enter it."""
    inside, most = 0, 0

    def read(data: bytes, name: str):
        nonlocal inside, most
        inside += 1
        most = max(most, inside)
        time.sleep(0.05)
        inside -= 1
        return read_text(TEXT, name)

    monkeypatch.setattr(keeping, "read", read)
    with ThreadPoolExecutor() as threads:
        tokens = set(threads.map(lambda number: keeping.keep_file([b"%PDF-1.7"], f"{number}.pdf"), range(4)))
    assert (len(tokens), most) == (4, 1)


# --- kept, found again, gone -----------------------------------------------------------------------------------------


def kept_at(client: Client) -> tuple[str, str]:
    """The address of a reading just kept, and its token."""
    address = paste(client, TEXT)["Location"]
    return address, address.removeprefix("/doc/")


def test_the_reading_is_downloaded_as_the_contract_has_it(client: Client):
    response = client.get(upload(client, example_text().encode(), "quyết định.txt")["Location"] + ".json")
    assert response["Content-Type"] == "application/json"
    assert response["Content-Disposition"] == "attachment; filename*=utf-8''quy%E1%BA%BFt%20%C4%91%E1%BB%8Bnh.json"
    expected = reading_to_dict(read_text(example_text(), "quyết định.txt"))
    assert json.loads(response.content) == expected
    assert "Sở Công Thương" in response.content.decode()


def test_a_page_is_for_whoever_has_its_address_and_for_no_cache_between(client: Client):
    response = client.get(kept_at(client)[0])
    assert response["Cache-Control"] == "private, no-cache"
    assert response["X-Robots-Tag"] == "noindex"


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such modes")
def test_only_the_server_may_look_into_what_is_kept(client: Client, kept: Path):
    assert (kept / kept_at(client)[1]).stat().st_mode & 0o777 == 0o700


def test_a_reading_past_its_hours_is_gone_at_once_and_deleted_at_the_next_paper(client: Client, kept: Path):
    address, token = kept_at(client)
    old = time.time() - 24 * 3600 - 60
    os.utime(kept / token / "reading.json", (old, old))
    os.utime(kept / token, (old, old))
    assert client.get(address).status_code == 404
    assert (kept / token).exists()
    _, new = kept_at(client)
    assert [folder.name for folder in kept.iterdir()] == [new]


def test_a_reading_within_its_hours_stays(client: Client, kept: Path):
    address, token = kept_at(client)
    recent = time.time() - 23 * 3600
    os.utime(kept / token, (recent, recent))
    kept_at(client)
    assert client.get(address).status_code == 200


def test_a_person_can_delete_a_reading_at_once(client: Client, kept: Path):
    address, _ = kept_at(client)
    response = client.post(f"{address}/delete")
    assert (response.status_code, response["Location"]) == (303, "/")
    assert list(kept.iterdir()) == []
    assert client.get(address).status_code == 404


# --- what protects ---------------------------------------------------------------------------------------------------


def every_page(client: Client) -> dict[str, str]:
    addresses = ["/", "/rules", kept_at(client)[0], "/không-có", "/?lang=en"]
    return {address: client.get(address).content.decode() for address in addresses}


def test_no_page_holds_a_script_or_a_style_of_its_own(client: Client):
    for address, shown in every_page(client).items():
        assert re.findall(r"<script(?! src=)|<style|\sstyle=|\son\w+=", shown) == [], address


def test_only_our_own_script_and_style_may_run(client: Client):
    response = client.get("/")
    assert response["Content-Security-Policy"] == (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"
    assert response["Referrer-Policy"] == "same-origin"


def test_markup_in_a_paper_is_text(client: Client):
    shown = opened(client, paste(client, TEXT.replace("In tờ rơi", "In <img src=x onerror=alert(1)> tờ rơi")))
    assert "<img" not in shown
    assert "&lt;img src=x onerror=alert(1)&gt;" in shown


def test_a_paper_cannot_turn_the_page_around(client: Client):
    shown = opened(client, paste(client, TEXT.replace("62.500.000", "62.500\u202e.000")))
    assert "\u202e" not in shown


def test_a_form_from_elsewhere_is_refused(kept: Path):
    response = Client(enforce_csrf_checks=True).post("/", {"way": "example"})
    assert response.status_code == 403
    assert "Biểu mẫu đã cũ" in response.content.decode()


def test_too_long_a_paste_is_refused_before_the_form_is_proved(kept: Path, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    strict = Client(enforce_csrf_checks=True)
    strict.get("/")
    assert paste(strict, "Điều 1. " * 200).status_code == 413


@pytest.mark.parametrize("address", ["/doc/" + "0" * 32, "/doc/../secret-key", "/doc/ABCDEF", "/doc/%2e%2e"])
def test_an_address_that_is_not_there(client: Client, address: str):
    response = client.get(address)
    assert response.status_code == 404
    assert "<h1>Không có trang này</h1>" in response.content.decode()


def test_a_fault_of_the_program_is_said_without_details(kept: Path, monkeypatch, caplog):
    monkeypatch.setattr("quyet.web.views.reading.readings.load", lambda token: 1 / 0)
    response = Client(raise_request_exception=False).get("/doc/" + "0" * 32)
    assert response.status_code == 500
    assert "<h1>Máy chủ gặp lỗi</h1>" in response.content.decode()
    assert "ZeroDivisionError" not in response.content.decode()
    assert "ZeroDivisionError" in caplog.text


# --- language --------------------------------------------------------------------------------------------------------


def test_the_switch_keeps_the_page_and_is_remembered(client: Client):
    address, _ = kept_at(client)
    vietnamese = client.get(address).content.decode()
    assert 'href="?lang=en"' in vietnamese
    english = client.get(address + "?lang=en").content.decode()
    assert "agrees with the words" in english
    assert "62,500,000 đ" in english
    assert '<html lang="en">' in client.get("/").content.decode()
    assert '<html lang="vi">' in client.get("/?lang=vi").content.decode()


def test_an_unknown_language_is_not_taken(client: Client):
    response = client.get("/?lang=fr")
    assert '<html lang="vi">' in response.content.decode()
    assert "quyet_lang" not in response.cookies


def test_the_browser_is_not_asked_for_its_language(client: Client):
    assert '<html lang="vi">' in client.get("/", headers={"accept-language": "en"}).content.decode()


# --- rules -----------------------------------------------------------------------------------------------------------


def test_every_finding_leads_to_its_rule(client: Client):
    address, _ = kept_at(client)
    codes = set(re.findall(r'href="/rules#(\w+)"', client.get(address).content.decode()))
    assert codes
    assert codes <= set(re.findall(r'<article class="rule-text" id="(\w+)"', client.get("/rules").content.decode()))
