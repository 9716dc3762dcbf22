"""The document from the first page to the last: sections, and in each its blocks in their order."""

from __future__ import annotations

from itertools import zip_longest

from docx.document import Document
from lxml.etree import _Element

from quyet.core.papers.paper import Block, Foot, Letterhead, Paper, Para, Sides
from quyet.core.presentation.format import Format
from quyet.core.presentation.sheet import sheet_of
from quyet.files.writers.docx.frames import write_foot, write_letterhead, write_rule, write_sides
from quyet.files.writers.docx.lengths import width_of_text
from quyet.files.writers.docx.looks import ARTICLE_LEAD, BREAK, NOTICE, style_id
from quyet.files.writers.docx.pages import write_header, write_page
from quyet.files.writers.docx.tables import write_table
from quyet.files.writers.docx.xml import paragraph, properties, put, run


def write_body(document: Document, paper: Paper) -> None:
    """Fill document.xml, and the header that carries the page numbers."""
    body = document.element.body
    header = write_header(document, paper.format)
    for place, section in enumerate(paper.sections):
        page = sheet_of(paper.format.page, section.wide)
        if paper.notice:
            run(paragraph(body, NOTICE), paper.notice)
        for block, following in zip_longest(section.blocks, section.blocks[1:]):
            _block(body, block, following, paper.format, width_of_text(page))
        last = place == len(paper.sections) - 1
        write_page(_section_end(body, last), page, paper.format, header, begins=place == 0)


def _block(body: _Element, block: Block, following: Block | None, rules: Format, width: int) -> None:
    if isinstance(block, Para):
        _paragraph(body, block, following, rules, width)
        return
    if isinstance(block, Letterhead):
        write_letterhead(body, block, rules, width)
    elif isinstance(block, Foot):
        write_foot(body, block, rules, width)
    elif isinstance(block, Sides):
        write_sides(body, block, rules, width)
    else:
        write_table(body, block, rules, width)
    paragraph(body, BREAK)  # two tables without a paragraph between them are one to Word


def _paragraph(body: _Element, para: Para, following: Block | None, rules: Format, width: int) -> None:
    made = paragraph(body, style_id(para.style))
    if isinstance(following, Foot | Sides) or para.words.endswith(":"):
        put(properties(made), "keepNext")  # neither a signature nor what is announced stands alone on the next page
    _words(made, para)
    if not (isinstance(following, Para) and following.style == para.style):
        write_rule(body, para.style, para.words, rules, width)


def _words(made: _Element, para: Para) -> None:
    """An article's number is bold and its text is not; everywhere else a paragraph is of one look."""
    if para.style != "article":
        run(made, para.words)
    elif para.lead and para.text:
        run(made, para.lead, ARTICLE_LEAD)
        run(made, f" {para.text}")
    else:
        run(made, para.words, ARTICLE_LEAD)


def _section_end(body: _Element, last: bool) -> _Element:
    """Where the page of a section is described: in its last paragraph, that of the last section behind all blocks."""
    if not len(body):
        paragraph(body, BREAK)
    return put(body, "sectPr") if last else put(properties(body[-1]), "sectPr")
