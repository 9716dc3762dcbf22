"""Files that are broken, locked, too large or made to harm: one sentence each, and nothing left behind."""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest

from quyet.files.readers import Unreadable, limits, load, load_bytes
from quyet.files.readers import pdf as pdf_reader
from quyet.files.readers.limits import Limit
from quyet.files.reading import read_text
from tests.files.readers.made_docx import SPACES, document, paragraph, zipped
from tests.files.readers.made_pdf import pdf, words

NOISE = random.Random(2024).randbytes(50_000)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
PDF = pdf(words(85, 100, "Điều 1. Phê duyệt."))
DOCX = document("Điều 1. Phê duyệt.")


@pytest.fixture(autouse=True)
def nothing_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Whatever a reader is given, it writes no file."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    yield
    assert list(tmp_path.iterdir()) == []


def body(inside: str) -> bytes:
    """The main part of a document."""
    return f"<w:document {SPACES}><w:body>{inside}</w:body></w:document>".encode()


def with_main_part(xml: bytes) -> bytes:
    return document(parts={"word/document.xml": xml})


def office(folder: str) -> bytes:
    """A package whose main part lies in the folder of a program."""
    return zipped({"_rels/.rels": _links_to(f"{folder}/main.xml"), f"{folder}/main.xml": b"<x/>"})


def locked(package: bytes) -> bytes:
    """A package whose directory says that its parts are encrypted."""
    data = bytearray(package)
    at = -1
    while (at := data.find(b"PK\x01\x02", at + 1)) >= 0:
        data[at + 8] |= 1
    return bytes(data)


def _links_to(target: str) -> bytes:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}"><Relationship Id="a" Type="{kind}" Target="{target}"/></Relationships>'.encode()


REFUSED = {
    "nothing": (b"", "qd.txt", "rỗng"),
    "white space": (b" \r\n\t ", "qd.txt", "rỗng"),
    "a document without words": (document(""), "qd.docx", "rỗng"),
    "a page without words": (b"<html><script>x</script></html>", "qd.html", "rỗng"),
    "noise": (NOISE, "qd.txt", "nhị phân"),
    "noise called .docx": (NOISE, "qd.docx", "hỏng"),
    "noise called .pdf": (NOISE, "qd.pdf", "hỏng"),
    "a zip of noise": (b"PK\x03\x04" + NOISE, "qd.docx", "hỏng"),
    "half a document": (DOCX[: len(DOCX) // 2], "qd.docx", "hỏng"),
    "half of its text": (with_main_part(body(paragraph("a"))[:-40]), "qd.docx", "hỏng"),
    "a document without its text": (zipped({"_rels/.rels": _links_to("word/document.xml")}), "qd.docx", "hỏng"),
    "the head of a PDF": (PDF[:120], "qd.pdf", "hỏng"),
    "a PDF of noise": (b"%PDF-1.7\n" + NOISE, "qd.pdf", "hỏng"),
    "a PDF with a password": (pdf(words(85, 100, "a"), password="x"), "qd.pdf", "mật khẩu"),
    "a .docx with a password": (OLE + "EncryptedPackage".encode("utf-16-le"), "qd.docx", "mật khẩu"),
    "a .docx whose parts have a password": (locked(DOCX), "qd.docx", "mật khẩu"),
    "an old .doc": (OLE + "WordDocument".encode("utf-16-le"), "qd.doc", r"\(\.doc\).*lưu thành \.docx"),
    "an old .xls of noise": (OLE + "Workbook".encode("utf-16-le"), "qd.xls", "hỏng"),
    "some other old file": (OLE, "qd.doc", "Office đời cũ"),
    "an .xlsx without a sheet": (office("xl"), "qd.xlsx", "hỏng"),
    "an .xlsb": (zipped({"_rels/.rels": _links_to("xl/workbook.bin")}), "qd.xlsb", r"\(\.xlsb\).*lưu thành \.xlsx"),
    "an .ods": (
        zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}),
        "qd.ods",
        r"\(\.ods\).*lưu thành \.xlsx",
    ),
    "a .pptx": (office("ppt"), "qd.pptx", r"\(\.pptx\)"),
    "an .odt": (zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}), "qd.odt", r"\(\.odt\)"),
    "a zip around a document": (zipped({"qd.docx": DOCX}), "qd.zip", "giải nén"),
    "a zip around a zip": (zipped({"a.zip": zipped({"b.zip": zipped({"c": b"x"})})}), "qd.docx", "giải nén"),
    "a .rar": (b"Rar!\x1a\x07\x00" + NOISE, "qd.rar", "giải nén"),
    "a .png": (b"\x89PNG\r\n\x1a\n" + NOISE, "qd.png", "ảnh"),
    "a .jpg called .pdf": (b"\xff\xd8\xff\xe0" + NOISE, "qd.pdf", "ảnh"),
    "an .rtf called .doc": (b"{\\rtf1\\ansi Dieu 1}", "qd.doc", "RTF"),
    "a Word XML": (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w/>', "qd.doc", "Word XML"),
    "a web archive": (b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n", "qd.doc", "MHTML"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_read_is_refused_with_one_sentence_in_each_language(what: str) -> None:
    data, name, said = REFUSED[what]
    with pytest.raises(Unreadable, match=said) as refused:
        load_bytes(data, name)
    for message in (refused.value.message, refused.value.message_en):
        assert "\n" not in message
        assert message[0].isupper() and message[-1] == "."


ENTITIES = """<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY f SYSTEM "file:///etc/hostname">]>"""


@pytest.mark.parametrize("entity", ["&a;", "&b;", "&f;"])
@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "word/numbering.xml", "_rels/.rels"])
def test_a_document_with_entities_is_refused_whatever_part_holds_them(part: str, entity: str) -> None:
    harm = ENTITIES.encode() + body(paragraph(entity))
    with pytest.raises(Unreadable, match="thực thể"):
        load_bytes(document("Điều 1.", parts={part: harm}), "qd.docx")


def test_a_web_page_reaches_for_no_file() -> None:
    page = '<!DOCTYPE html [<!ENTITY f SYSTEM "file:///etc/hostname">]><html><p>Điều 1 &f;</p></html>'
    assert load_bytes(page.encode(), "qd.html").text.startswith(("Điều 1", "]>"))
    assert Path("/etc/hostname").read_text().strip() not in load_bytes(page.encode(), "qd.html").text


def test_a_link_out_of_the_package_is_not_followed() -> None:
    link = _links_to("../../../../etc/hostname").replace(b" Target=", b' TargetMode="External" Target=')
    assert load_bytes(document("Điều 1.", parts={"_rels/.rels": link}), "qd.docx").text == "Điều 1."


@pytest.mark.parametrize("element", ["w:sdt", "w:p", "w:tbl", "w:txbxContent"])
def test_nesting_is_read_to_10_000_levels_and_refused_beyond(element: str) -> None:
    def nested(levels: int) -> bytes:
        return with_main_part(body(f"<{element}>" * levels + paragraph("Điều 1.") + f"</{element}>" * levels))

    assert "Điều 1." in load_bytes(nested(9_990), "qd.docx").text
    with pytest.raises(Unreadable, match="10.000 tầng"):
        load_bytes(nested(10_001), "qd.docx")


@pytest.mark.parametrize("element", ["div", "b", "ul", "table"])
def test_pages_are_read_to_10_000_levels_and_refused_beyond(element: str) -> None:
    page = "<html><body>{}Điều 1."
    assert "Điều 1." in load_bytes(page.format(f"<{element}>" * 4_900).encode(), "qd.html").text
    with pytest.raises(Unreadable, match="10.000 tầng"):
        load_bytes(page.format(f"<{element}>" * 30_000).encode(), "qd.html")


def test_nested_tables_without_end_keep_their_words() -> None:
    inside = paragraph("Điều 1.")
    for _ in range(2_000):
        inside = f"<w:tbl><w:tr><w:tc>{inside}</w:tc><w:tc>{paragraph('b')}</w:tc></w:tr></w:tbl>"
    assert load_bytes(with_main_part(body(inside)), "qd.docx").text.split().count("b") == 2_000


# --- limits ------------------------------------------------------------------------------------------------------------


def test_the_limits_are_those_of_the_contract() -> None:
    assert (limits.FILE_BYTES.most, limits.PAGES.most, limits.TEXT_BYTES.most) == (50_000_000, 1_000, 10_000_000)
    assert (limits.UNPACKED_BYTES.most, limits.DEPTH.most) == (200_000_000, 10_000)


def test_a_limit_holds_above_and_not_at_its_figure() -> None:
    limit = Limit(3, "Quá ba.", "More than three.")
    limit.hold(3)
    with pytest.raises(Unreadable, match="Quá ba."):
        limit.hold(4)


def test_a_file_over_50_mb_is_refused_before_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "lớn.txt"
    with file.open("wb") as large:
        large.truncate(200_000_000)
    with pytest.raises(Unreadable, match="50 MB"):
        load(file)
    file.unlink()


@pytest.mark.parametrize(("data", "name"), [
    (b"a" * 10_000_001, "qd.txt"),
    ("ệ" * 3_333_334, "qd.html"),
    (document(paragraph("ệ" * 3_333_334)), "qd.docx"),
], ids=["one line of .txt", ".html", ".docx"])  # fmt: skip
def test_more_than_10_000_000_bytes_of_text_are_refused(data: bytes | str, name: str) -> None:
    with pytest.raises(Unreadable, match="10.000.000 byte"):
        load_bytes(f"<html>{data}".encode() if isinstance(data, str) else data, name)


def test_a_line_of_just_10_mb_is_read() -> None:
    assert len(load_bytes(b"a" * 10_000_000, "qd.txt").text) == 10_000_000


@pytest.mark.parametrize(("text", "said"), [
    ("a\n" * 300_001, "300.000 dòng"),
    ("a\n\n\n" * 105_000, "300.000 dòng"),
    ("1. Hội nghị: 10 người\n" * 120_001, "120.000 mục"),
    ("a) x\n" * 120_001, "120.000 mục"),
    ("|" * 500_001, "500.000 ô"),
], ids=["lines", "blank lines", "numbers", "letters", "cells"])  # fmt: skip
def test_a_text_of_too_many_parts_is_refused_however_it_comes(text: str, said: str) -> None:
    with pytest.raises(Unreadable, match=said):
        load_bytes(text.encode(), "qd.txt")
    with pytest.raises(Unreadable, match=said):
        read_text(text)


def test_a_text_that_states_too_much_is_refused() -> None:
    rows = "".join(f"| {n} | Băng rôn | {n}.000 |\n" for n in range(40_000))
    with pytest.raises(Unreadable, match="25 triệu ký tự"):
        read_text(f"PHỤ LỤC\n| STT | Nội dung | Thành tiền |\n{rows}")


def test_300_000_lines_are_read() -> None:
    assert load_bytes(b"a\n" * 299_999, "qd.txt").text.count("\n") <= 300_000


def test_the_pieces_of_a_pdf_are_counted_over_all_its_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    page = words(85, 100, "Điều 1.") * 50
    monkeypatch.setattr(pdf_reader, "PIECES", Limit(1_000, "Quá nhiều mẩu.", "Too many pieces."))
    load_bytes(pdf(page), "qd.pdf")
    with pytest.raises(Unreadable, match="Quá nhiều mẩu."):
        load_bytes(pdf(*[page] * 30), "qd.pdf")


def test_1000_pages_are_read_and_5000_refused() -> None:
    page = words(85, 100, "a")
    assert load_bytes(pdf(*[page] * 1_000), "qd.pdf").pages == 1_000
    with pytest.raises(Unreadable, match="1.000 trang"):
        load_bytes(pdf(*[page] * 5_000), "qd.pdf")


def bomb(declared: int | None = None) -> bytes:
    """A document that unpacks to 300 MB; `declared` is what its directory says instead."""
    data = document("Điều 1.", parts={"word/document.xml": bytes(300_000_000)})
    true = (300_000_000).to_bytes(4, "little")
    return data if declared is None else data.replace(true, declared.to_bytes(4, "little"))


def test_a_zip_bomb_is_refused_whether_it_says_its_size_or_lies() -> None:
    with pytest.raises(Unreadable, match="200 MB"):
        load_bytes(bomb(), "qd.docx")
    with pytest.raises(Unreadable, match="hỏng"):
        load_bytes(bomb(declared=1_000), "qd.docx")


def test_parts_that_are_never_read_count_too() -> None:
    media = {f"word/media/{n}.bin": bytes(30_000_000) for n in range(7)}
    with pytest.raises(Unreadable, match="200 MB"):
        load_bytes(document("Điều 1.", parts=media), "qd.docx")


def test_a_package_of_very_many_parts_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "nhiều.docx"
    with ZipFile(file, "w", ZIP_STORED) as package:
        for n in range(10_001):
            package.writestr(str(n), b"")
    data = file.read_bytes()
    file.unlink()
    with pytest.raises(Unreadable, match="10.000 tệp con"):
        load_bytes(data, "qd.docx")


HEAVY = {
    "a docx of empty paragraphs": lambda: with_main_part(body("<w:p/>" * 2_000_001)),
    "a docx of attributes": lambda: with_main_part(body("<w:p " + ' a="1"' * 1_500_001 + "/>")),
    "a docx of 190 MB of words": lambda: with_main_part(body(paragraph("a" * 190_000_000))),
    "a docx that lies about its size": lambda: bomb(declared=1_000),
    "a page of empty blocks": lambda: b"<html>" + b"<p>" * 2_000_001,
    "cells that hang down without end": lambda: b"<html><table><tr>" + b"<td rowspan=60000>" * 999 + b"<tr>" * 60_000,
    "a PDF that unpacks to 300 MB": lambda: pdf(" " * 300_000_000),
    "a PDF of 4,000,000 lines": lambda: pdf("0 0 m 9 9 l S\n" * 4_000_000),
    "a PDF of 8,000,000 letters": lambda: pdf("BT /F 9 Tf " + "(aaaaaaaa) Tj " * 1_000_000 + "ET"),
}  # fmt: skip

MEASURE = """
import sys
from pathlib import Path
from quyet.files.readers import Unreadable, load
try:
    load(Path(sys.argv[1]))
except Unreadable as refused:
    print(refused.message_en)
print(next(line for line in open("/proc/self/status") if line.startswith("VmHWM")).split()[1])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="peak memory is measured the way of Linux")
@pytest.mark.parametrize("what", HEAVY)
def test_what_is_made_to_fill_the_memory_is_refused_within_500_mb(what: str, tmp_path: Path) -> None:
    file = tmp_path / "nặng.bin"
    file.write_bytes(HEAVY[what]())
    done = subprocess.run([sys.executable, "-c", MEASURE, str(file)], capture_output=True, text=True, check=True)
    file.unlink()
    *said, peak = done.stdout.splitlines()
    assert len(said) == 1
    assert int(peak) < 500_000  # in kB
