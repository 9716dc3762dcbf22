"""Scans: read by tesseract where it is, columns and all."""

from __future__ import annotations

import os
import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from quyet.core.decisions.source import Notice
from quyet.files.readers import load_bytes, ocr
from tests.files.readers.cells import assert_places_are_true

PAPER = """<!DOCTYPE html><html><meta charset="utf-8"><style>
@page { size: A4; margin: 2cm } body { font: 14pt "Liberation Serif", Tinos, "Times New Roman", serif }
table { width: 100% } td { vertical-align: top; text-align: center } .list { text-align: left }
</style>
<table><tr><td>UBND TỈNH HÀ BÌNH<br><b>SỞ CÔNG THƯƠNG</b><br>Số: 15/QĐ-SCT
<td><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b><br><b>Độc lập - Tự do - Hạnh phúc</b><br><i>Hà Bình, ngày 05 tháng 02 năm 2024</i>
</table>
<p>Điều 1. Phê duyệt kinh phí 185.000.000 đồng cho Chương trình năm 2024.</p>
<table><tr><td class="list">Nơi nhận:<br>- Như Điều 2;<br>- Lưu: VT.<td><b>KT. GIÁM ĐỐC<br>PHÓ GIÁM ĐỐC</b><br><br><br><b>Lê Thị Thử</b></table>
"""


@pytest.fixture(scope="module")
def scan(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The paper printed by a browser, then photographed: a PDF of one picture."""
    if not ocr.is_ready():
        pytest.skip("no tesseract with Vietnamese on this machine (apt-get install tesseract-ocr tesseract-ocr-vie)")
    return photographed(printed(tmp_path_factory.mktemp("scan")))


def printed(folder: Path) -> bytes:
    named = os.environ.get("QUYET_CHROMIUM")
    browser = named or shutil.which("chromium") or shutil.which("chromium-browser")
    if not browser:
        pytest.skip("no Chromium on this machine; QUYET_CHROMIUM names one")
    page, paper = folder / "qd.html", folder / "qd.pdf"
    page.write_text(PAPER, encoding="utf-8")
    flags = "--headless --no-sandbox --disable-gpu --no-pdf-header-footer --no-first-run".split()
    command = [browser, *flags, f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={paper}", page.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return paper.read_bytes()


def photographed(paper: bytes) -> bytes:
    """A PDF with pictures in the place of pages."""
    document, album = pdfium.PdfDocument(paper), pdfium.PdfDocument.new()
    for page in document:
        width, height = page.get_size()
        picture = pdfium.PdfImage.new(album)
        picture.set_bitmap(page.render(scale=300 / 72, grayscale=True))
        picture.set_matrix(pdfium.PdfMatrix().scale(width, height))
        sheet = album.new_page(width, height)
        sheet.insert_obj(picture)
        sheet.gen_content()
    saved = BytesIO()
    album.save(saved)
    for each in (document, album):
        each.close()
    return saved.getvalue()


def test_a_scan_is_read_with_its_columns_apart(scan: bytes) -> None:
    source = load_bytes(scan, "quet.pdf")
    assert (source.format, source.pages, source.notices) == ("pdf", 1, (Notice("ocr", "Trang 1"),))
    lines = source.text.split("\n")
    assert lines[:2] == ["UBND TỈNH HÀ BÌNH", "SỞ CÔNG THƯƠNG"]
    assert lines.index("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") > lines.index("Số: 15/QĐ-SCT")
    assert "Điều 1. Phê duyệt kinh phí 185.000.000 đồng cho Chương trình năm 2024." in lines
    assert lines.index("KT. GIÁM ĐỐC") > lines.index("- Như Điều 2;")
    assert lines[-1] == "Lê Thị Thử"
    assert_places_are_true(source)


def test_without_tesseract_the_same_file_is_called_a_scan(scan: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    ocr.is_ready.cache_clear()
    source = load_bytes(scan, "quet.pdf")
    ocr.is_ready.cache_clear()
    assert (source.text, source.pages, source.notices) == ("", 1, (Notice("scan"),))


@pytest.mark.parametrize("answer", ["", "nonsense", "level\tleft\n5\t1\n", "a\n" + "5\t" * 11 + "chữ"])
def test_an_answer_that_makes_no_sense_gives_no_words(answer: str) -> None:
    assert list(ocr._words(answer, 0.24)) == []


def test_the_words_of_a_line_stand_on_its_foot() -> None:
    table = "\n".join((
        "level\tpage\tblock\tpar\tline\tword\tleft\ttop\twidth\theight\tconf\ttext",
        "4\t1\t1\t1\t1\t0\t100\t200\t400\t50\t-1\t",
        "5\t1\t1\t1\t1\t1\t100\t210\t100\t30\t96\tĐiều",
        "5\t1\t1\t1\t1\t2\t220\t200\t40\t50\t96\t1.",
    ))  # fmt: skip
    assert [(word.text, word.left, word.right, word.base, word.size) for word in ocr._words(table, 0.5)] == [
        ("Điều", 50.0, 100.0, 125.0, 25.0), ("1.", 110.0, 130.0, 125.0, 25.0),
    ]  # fmt: skip
