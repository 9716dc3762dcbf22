"""Whether two files show the same paper: what is faster because it shows less is no measure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from unicodedata import normalize

from pypdfium2 import PdfDocument


def pages_of(pdf: bytes) -> list[str]:
    """The text of every page, without the number at its head."""
    document = PdfDocument(pdf)
    try:
        return [re.sub(r"\A\s*\d+\s*$", "", page.get_textpage().get_text_range(), flags=re.M) for page in document]
    finally:
        document.close()


def lacks(pdf: bytes, texts: Iterable[str], pages: int) -> str:
    """What a PDF has otherwise than it should: its pages, or a text that is not in it. Nothing where all is there."""
    shown = pages_of(pdf)
    if len(shown) != pages:
        return f"{len(shown)} pages, not {pages}"
    words = _letters("".join(shown))
    missing = [text for text in texts if _letters(text) not in words]
    return f"{len(missing)} texts are not in it, such as {missing[0]!r}" if missing else ""


def _letters(text: str) -> str:
    """Without spaces and line ends, which are where a line broke."""
    return re.sub(r"\s+", "", normalize("NFC", text))
