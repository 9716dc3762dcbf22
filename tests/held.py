"""Texts that are held by a file: whoever changes a paper sees what of it changed.

`QUYET_GOLDEN=write` writes the files anew; read the difference before it is committed.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from difflib import unified_diff
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pypdfium2 as pdfium
from lxml import etree

GOLDEN = Path(__file__).parent / "golden"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def hold(name: str, text: str) -> None:
    """Fail with the difference where the file says something else."""
    file = GOLDEN / name
    if os.environ.get("QUYET_GOLDEN") == "write":
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert file.exists(), f"{name} is not there: QUYET_GOLDEN=write makes it"
    held = file.read_text(encoding="utf-8").splitlines()
    found = list(unified_diff(held, text.splitlines(), f"golden/{name}", "now", lineterm="", n=1))
    assert not found, "\n".join(["", *found])


def docx_text(data: bytes) -> str:
    """What a .docx says: a paragraph a line, the cells of a row with bars between them."""
    with ZipFile(BytesIO(data)) as package:
        body = etree.fromstring(package.read("word/document.xml"))[0]
    return "\n".join(line.rstrip() for each in body for line in _lines(each)).strip() + "\n"


def _lines(element: etree._Element) -> Iterator[str]:
    if element.tag == f"{_W}p" and (said := _words(element)):
        yield said
    if element.tag == f"{_W}tbl":
        for row in element.iter(f"{_W}tr"):
            yield "| " + " | ".join(" / ".join(_paragraphs(cell)) for cell in row.iter(f"{_W}tc")) + " |"


def _paragraphs(cell: etree._Element) -> list[str]:
    return [said for each in cell.iter(f"{_W}p") if (said := _words(each).strip())]


def _words(paragraph: etree._Element) -> str:
    return "".join(each.text or "" for each in paragraph.iter(f"{_W}t"))


def pages_of(data: bytes) -> list[str]:
    """The text of each page of a PDF."""
    return [page.get_textpage().get_text_bounded() for page in pdfium.PdfDocument(data)]


def lacking(docx: str, pages: list[str]) -> Counter[str]:
    """The words of a .docx that a PDF of the same paper has less often."""
    return _counted(docx) - _counted(" ".join(pages))


def _counted(text: str) -> Counter[str]:
    return Counter(text.replace("|", " ").replace(" / ", " ").split())
