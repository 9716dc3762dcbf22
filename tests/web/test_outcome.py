"""Nothing is called free of errors that was not read: what the page says of a scan, of a text that is no decision."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from quyet.core.values.finding import Finding
from quyet.files.writers.reading_json import reading_to_dict
from quyet.queries.outcome import SCAN, outcome
from quyet.queries.reading import page
from tests.web import papers

GOOD = "✓ Không thấy lỗi"
ANNEX = "hãy gửi cả phụ lục"
EMPTY_PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
)


def shown(client: Client, text: str) -> str:
    response = client.post("/", {"way": "paste", "text": text})
    return client.get(response["Location"]).content.decode()


def scanned(client: Client) -> tuple[str, str]:
    """The page of a scan without words, and the sentence of its finding."""
    response = client.post("/", {"way": "upload", "file": SimpleUploadedFile("quet.pdf", EMPTY_PDF)})
    reading = client.get(response["Location"] + ".json").json()
    (sentence,) = [finding["message"] for finding in reading["findings"] if finding["rule"] == SCAN]
    return client.get(response["Location"]).content.decode(), sentence


def test_a_greeting_is_not_called_free_of_errors(client: Client, kept: Path):
    said = shown(client, "xin chào")
    assert GOOD not in said
    assert 'class="state warning" href="#content">! Chưa nhận ra đây là quyết định hay kế hoạch' in said
    main = said[said.index('id="content"') : said.index('id="bases"')]
    assert "Không nhận ra tên loại văn bản." in main
    assert ANNEX not in main


def test_a_scan_says_so_in_the_main_panel_and_asks_for_no_annex(client: Client, kept: Path):
    said, sentence = scanned(client)
    assert GOOD not in said
    assert "Chưa đọc được chữ nào trong tệp" in said
    main = said[said.index('id="content"') : said.index('id="bases"')]
    assert sentence in main
    assert ANNEX not in main


def test_a_paper_that_was_read_and_has_no_errors_is_told_so(client: Client, kept: Path):
    assert GOOD in shown(client, papers.TEXT)


@pytest.mark.parametrize(
    ("rule", "severity", "expected"),
    [("F901", "warning", "scan"), ("F902", "warning", "unsure"), ("F903", "info", "checked")],
)
def test_what_the_reader_of_the_file_doubts_is_not_called_checked(rule: str, severity: str, expected: str):
    paper = papers.reading()
    paper.findings.append(Finding(rule, severity, "…", None, 1, 1, None, None))  # type: ignore[arg-type]
    assert outcome(reading_to_dict(paper)) == expected


def test_a_paper_of_known_kind_without_articles_is_empty():
    reading = reading_to_dict(papers.reading())
    reading["programme"] = None
    reading["document"]["articles"] = []
    assert page(reading, date(2026, 11, 23)).outcome == "empty"
