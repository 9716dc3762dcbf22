"""The file around the words: an empty document to begin with, and the finished one as bytes that depend on the paper
alone."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as WordDocument
from lxml.etree import _Element

from quyet.core.papers.paper import Paper
from quyet.files.writers.docx.xml import put, sound

_KEPT = frozenset(("officeDocument", "core-properties", "styles", "settings"))
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the oldest that a .zip knows
_LONGEST_TITLE = 255  # Word's own limit


def blank() -> WordDocument:
    """A document without a word, a style or a page."""
    return Document(BytesIO(_blank()))


@lru_cache(maxsize=1)
def _blank() -> bytes:
    """python-docx's template is 800 kB of styles that no decree knows: once emptied, it opens twenty times faster."""
    document = Document()
    for links in (document.part.rels, document.part.package.rels):
        for name in [name for name, link in links.items() if link.reltype.rpartition("/")[2] not in _KEPT]:
            del links[name]
    settings = document.settings.element
    for element in (document.styles.element, settings, document.element.body, document.core_properties._element):
        _empty(element)
    _settings(settings)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _empty(element: _Element) -> None:
    for child in list(element):
        element.remove(child)


def _settings(settings: _Element) -> None:
    """Word lays the document out by its rules of today; without this line it would by those of 2003."""
    put(settings, "defaultTabStop", val=720)
    put(settings, "characterSpacingControl", val="doNotCompress")
    compatible = put(settings, "compat")
    put(compatible, "compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15)
    put(settings, "themeFontLang", val="vi-VN")
    put(settings, "decimalSymbol", val=",")
    put(settings, "listSeparator", val=";")


def pack(document: WordDocument, paper: Paper) -> bytes:
    """The bytes of the document: no clock is in them, neither in its properties nor in the days of its entries."""
    document.core_properties.title = sound(paper.title)[:_LONGEST_TITLE]
    document.core_properties.subject = sound(paper.kind_name)[:_LONGEST_TITLE]
    document.core_properties.language = "vi-VN"
    saved, packed = BytesIO(), BytesIO()
    document.save(saved)
    with ZipFile(saved) as source, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(_entry(name), source.read(name))
    return packed.getvalue()


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _FIRST_DAY)
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = 0  # else the file would tell on which system it was written
    return entry
