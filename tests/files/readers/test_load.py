"""What a file is: by its content, then by its name; and that each format loads only what it needs."""

from __future__ import annotations

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from quyet.files.readers import Unreadable, load, load_bytes
from tests.files.readers.made_docx import document
from tests.files.readers.made_pdf import pdf, words

TEXT = "Điều 1. Phê duyệt."
FILES = {
    "txt": TEXT.encode(),
    "docx": document(TEXT),
    "pdf": pdf(words(85, 100, TEXT)),
    "html": f"<!DOCTYPE html>\n<html><p>{TEXT}</p></html>".encode(),
}


@pytest.mark.parametrize("kind", FILES)
@pytest.mark.parametrize("name", ["qd.{}", "qd", "qd.txt", "QD.DOC", "qd.docx.{}"])
def test_a_file_is_what_its_content_says_whatever_its_name(kind: str, name: str) -> None:
    name = name.format(kind)
    if kind == "txt" and name == "qd.docx.txt":
        name = "qd.docx.md"
    source = load_bytes(FILES[kind], name)
    assert (source.text, source.format, source.name) == (TEXT, kind, name)
    assert source.sha256 == sha256(FILES[kind]).hexdigest()


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"<p>a</p>", "a.html", "html"),
        (b"<p>a</p>", "a.HTM", "html"),
        (b"<p>a</p>", "a.txt", "txt"),
        (b"<!-- saved --> <html><p>a", "a.doc", "html"),
        (b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x"><html><p>a', "a", "html"),
        ("\ufeff<html><p>a".encode("utf-16-le"), "a", "html"),
        (b"**a** | b", "a.md", "txt"),
        (b"\n\n%PDF-like words", "a.txt", "txt"),
        (TEXT.encode(), "a.docx", "txt"),
        (TEXT.encode("utf-16"), "a.docx", "txt"),
        (("Điều 1. " * 20_000).encode(), "a.pdf", "txt"),
        (b"Noi dung", "a.xlsx", "txt"),
    ],
)
def test_in_doubt_the_name_decides(data: bytes, name: str, kind: str) -> None:
    assert load_bytes(data, name).format == kind


def test_a_path_is_read_and_named_by_its_last_part(tmp_path: Path) -> None:
    file = tmp_path / "58-qd-sct.docx"
    file.write_bytes(FILES["docx"])
    source = load(file)
    assert (source.text, source.name) == (TEXT, "58-qd-sct.docx")


def test_a_path_that_cannot_be_opened_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="không tìm thấy tệp"):
        load(tmp_path / "không-có.txt")
    with pytest.raises(Unreadable, match="thư mục"):
        load(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes")
def test_a_pipe_that_nobody_writes_to_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ống")
    with pytest.raises(Unreadable, match="không phải tệp thường"):
        load(tmp_path / "ống")
    with pytest.raises(Unreadable, match="không phải tệp thường"):
        load(Path("/dev/zero"))


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="only Unix names what is open already")
def test_a_pipe_that_the_caller_has_opened_is_read() -> None:
    to_read, to_write = os.pipe()
    os.write(to_write, TEXT.encode())
    os.close(to_write)
    assert load(Path(f"/dev/fd/{to_read}")).text == TEXT
    os.close(to_read)


@pytest.mark.parametrize(
    ("kind", "foreign"), [("txt", "lxml pypdfium2 zipfile"), ("docx", "lxml pypdfium2"), ("html", "pypdfium2")]
)
def test_a_format_loads_only_what_it_needs(kind: str, foreign: str, tmp_path: Path) -> None:
    file = tmp_path / f"qd.{kind}"
    file.write_bytes(FILES[kind])
    code = (
        "import sys; from pathlib import Path; from quyet.files.readers import load; "
        f"assert load(Path(sys.argv[1])).format == {kind!r}; print(*(set({foreign.split()!r}) & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(file)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
