"""A paper as PDF/A-3a with tags (PDF/UA-1), or as pictures of its pages."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quyet.core.papers.paper import Paper
from quyet.files.writers.pdf.fonts import find_font
from quyet.files.writers.pdf.sheet import sheet
from quyet.files.writers.refused import Unwritable

if TYPE_CHECKING:
    import typst

TEMPLATE = Path(__file__).parents[2] / "forms" / "paper.typ"
STANDARDS = ["a-3a", "ua-1"]
UNDATED = date(1980, 1, 1)
"""The day that a file of an undated draft bears: a clock would make other bytes of the same paper each time."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside the PDF: the programme's data, from which the paper was made."""

    name: str
    content: str
    description: str


def write_pdf(paper: Paper, attachment: Attachment | None = None) -> bytes:
    """The PDF. Unwritable where no font is there, or where the font lacks a character."""
    compiler, inputs = _prepared(paper, attachment)
    pdf: bytes = _run(compiler, inputs, format="pdf", pdf_standards=STANDARDS, timestamp=_timestamp(paper))
    return pdf


def _timestamp(paper: Paper) -> int:
    """The day of issue, as seconds since 1970."""
    return ((paper.day or UNDATED) - date(1970, 1, 1)).days * 86_400


def write_pictures(paper: Paper, dots_per_inch: float = 110) -> list[bytes]:
    """The pages as PNG pictures, in order."""
    compiler, inputs = _prepared(paper, None)
    pages = _run(compiler, inputs, format="png", ppi=dots_per_inch)
    return [pages] if isinstance(pages, bytes) else list(pages)


def _prepared(paper: Paper, attachment: Attachment | None) -> tuple[typst.Compiler, dict[str, str]]:
    font = find_font()
    if font is None:
        raise Unwritable(
            "máy này chưa có phông chữ đủ chữ Việt để xuất PDF (Times New Roman, Tinos hoặc Liberation Serif 2). "
            "Debian/Ubuntu: apt-get install fonts-croscore",
            "no font with all Vietnamese letters for a PDF is here (Times New Roman, Tinos or Liberation Serif 2). "
            "Debian/Ubuntu: apt-get install fonts-croscore",
        )
    data: dict[str, Any] = {**sheet(paper), "font": font.name, "attachment": None}
    if attachment is not None:
        data["attachment"] = {
            "name": attachment.name,
            "content": attachment.content,
            "description": attachment.description,
        }
    return _compiler(str(font.folder)), {"paper": json.dumps(data, ensure_ascii=False)}


@lru_cache(maxsize=2)
def _compiler(fonts: str) -> typst.Compiler:
    """Typst with that folder of fonts and no others; fonts are loaded once, then a paper takes milliseconds."""
    import typst

    return typst.Compiler(str(TEMPLATE), root=str(TEMPLATE.parent), font_paths=[fonts], ignore_system_fonts=True)


def _run(compiler: typst.Compiler, inputs: dict[str, str], **options: Any) -> Any:
    import typst

    try:
        return compiler.compile(sys_inputs=inputs, **options)
    except typst.TypstError as error:
        raise _refusal(str(error)) from error


_NO_GLYPH = re.compile(r"the text `\"(?P<text>.*?)\"` could not be displayed")
_NO_CHARACTER = re.compile(r"the codepoint `\"(?P<text>.*?)\"`")
_ESCAPE = re.compile(r"\\u\{(?P<code>[0-9a-f]+)\}|\\(?P<sign>.)")
"""How typst quotes what has no look of its own."""


def _refusal(said: str) -> Unwritable:
    """Why typst would not write: what it says of letters is the user's to mend, anything else is ours."""
    found = _NO_GLYPH.search(said) or _NO_CHARACTER.search(said)
    if found:
        text = _ESCAPE.sub(_letter, found["text"])
        shown = f"«{text}» ({' '.join(f'U+{ord(letter):04X}' for letter in text[:4])})"
        return Unwritable(
            f"phông chữ không có ký tự {shown} nên không đưa vào PDF được; hãy bỏ hoặc thay ký tự này",
            f"the font has no character {shown}, so a PDF cannot show it; remove or replace it",
            text,
        )
    return Unwritable(f"không tạo được PDF: {said}", f"the PDF cannot be made: {said}")


def _letter(escape: re.Match[str]) -> str:
    return chr(int(escape["code"], 16)) if escape["code"] else escape["sign"]
