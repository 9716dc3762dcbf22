"""Elements of WordprocessingML. Text is always set as text: nothing in it is read as markup or as a field."""

from __future__ import annotations

import re

from lxml.etree import SubElement, _Element

from quyet.files.writers.refused import Unwritable

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{NAMESPACE}}}"
ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def put(parent: _Element, tag: str, **values: str | int) -> _Element:
    """A new last child `w:tag` with attributes `w:name="value"`."""
    return SubElement(parent, W + tag, {W + name: str(value) for name, value in values.items()})


def paragraph(parent: _Element, style: str) -> _Element:
    """An empty paragraph of a style."""
    made = put(parent, "p")
    put(put(made, "pPr"), "pStyle", val=style)
    return made


def properties(of: _Element) -> _Element:
    """What is said of a paragraph before its words."""
    return of[0]


def run(parent: _Element, text: str, style: str | None = None) -> None:
    """Words at the end of a paragraph, in a character style where one is named."""
    made = put(parent, "r")
    if style:
        put(put(made, "rPr"), "rStyle", val=style)
    words = put(made, "t")
    words.set(_SPACE, "preserve")
    words.text = sound(text)


def sound(text: str) -> str:
    """The text itself, unless XML forbids a character of it."""
    if found := _FORBIDDEN.search(text):
        letter = f"U+{ord(found[0]):04X}"
        raise Unwritable(
            f"Tệp .docx không thể chứa ký tự {letter}, ở «{_shown(text)}»",
            f"a .docx cannot hold the character {letter}, in {_shown(text)!r}",
        )
    return text


def _shown(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)[:60]
