"""The pages of a section: paper, margins, and the number in the top margin."""

from __future__ import annotations

from decimal import Decimal

from docx.document import Document
from lxml.etree import _Element

from quyet.core.presentation.format import Format
from quyet.core.presentation.sheet import Sheet
from quyet.files.writers.docx.lengths import points, twips
from quyet.files.writers.docx.looks import PAGE_NUMBER
from quyet.files.writers.docx.xml import ID, paragraph, put, run

_LINE = Decimal("1.15")
"""The height of a line of Times New Roman, in sizes of its letters."""


def write_header(document: Document, rules: Format) -> str:
    """The header with the number of the page; its name inside the file."""
    part, name = document.part.add_header_part()  # type: ignore[no-untyped-call]  # python-docx says no types here
    for child in list(part.element):
        part.element.remove(child)
    field = put(paragraph(part.element, PAGE_NUMBER), "fldSimple", instr="PAGE")
    run(field, "1")
    return str(name)


def write_page(section: _Element, page: Sheet, rules: Format, header: str, *, begins: bool) -> None:
    """Describe the pages of one section. Every section names the header itself, so that none loses its numbers when
    another is taken away in Word."""
    put(section, "headerReference", type="default").set(ID, header)
    put(section, "type", val="nextPage")
    _paper(section, page)
    middle = (twips(page.top) - points(rules.page_number.size.write * _LINE)) // 2
    put(
        section, "pgMar", top=twips(page.top), right=twips(page.right), bottom=twips(page.bottom),
        left=twips(page.left), header=middle, footer=twips(page.bottom) // 2, gutter=0,
    )  # fmt: skip
    if begins or rules.page_number.annex_anew:
        put(section, "pgNumType", start=1)
    if rules.page_number.first_shown > 1:
        put(section, "titlePg")  # the first page has a header of its own, and that one is empty


def _paper(section: _Element, page: Sheet) -> None:
    lying = {"orient": "landscape"} if page.wide else {}
    put(section, "pgSz", w=twips(page.width), h=twips(page.height), **lying)
