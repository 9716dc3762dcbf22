"""What a style is made of in styles.xml, and what the styles of this document are called."""

from __future__ import annotations

from decimal import Decimal

from lxml.etree import _Element

from quyet.core.presentation.format import Style
from quyet.files.writers.docx.lengths import half_points
from quyet.files.writers.docx.xml import put

NOTICE, PAGE_NUMBER, RULE, BREAK = "QuyetNotice", "QuyetPageNumber", "QuyetRule", "QuyetBreak"
FRAME, FOOT, GRID = "QuyetFrame", "QuyetFoot", "QuyetGrid"
CAPTION, HEADING, STRONG = "QuyetTableCaption", "QuyetTableHeading", "Strong"
CELLS = {"left": "QuyetCellLeft", "center": "QuyetCellCenter", "right": "QuyetCellRight"}
ARTICLE_LEAD = "QuyetArticleLead"

BESIDE = 80
"""Twips between the words of a cell and the lines at its sides."""


def style_id(key: str) -> str:
    """What the style of a component is called inside the file."""
    return "Quyet" + "".join(word.capitalize() for word in key.split("_"))


def style_name(style: Style) -> str:
    """What it is called in Word, where a comma would part two names of one style."""
    name = style.name_vi.replace(", ", " và ")
    return f"Quyết {name[0].upper()}{name[1:]}"


def new_style(styles: _Element, kind: str, name: str, shown: str, based: str, follows: str | None = None) -> _Element:
    """A style of ours, which Word offers in its gallery."""
    made = put(styles, "style", type=kind, styleId=name, customStyle=1)
    put(made, "name", val=shown)
    put(made, "basedOn", val=based)
    if follows:
        put(made, "next", val=follows)
    put(made, "qFormat")
    return made


def new_line_style(
    styles: _Element, name: str, shown: str, align: str, size: Decimal,
    *, bold: bool = False, italic: bool = False, keep: bool = False, before: int = 0, after: int = 0,
) -> None:  # fmt: skip
    """A paragraph style of single lines: no component of the decree, but a part of tables or pages."""
    made = new_style(styles, "paragraph", name, shown, "Normal")
    settings = put(made, "pPr")
    if keep:
        put(settings, "keepNext")
    put(settings, "spacing", before=before, after=after, line=240, lineRule="auto")
    put(settings, "jc", val=align)
    letters(put(made, "rPr"), size, bold, italic)


def letters(look: _Element, size: Decimal, bold: bool = False, italic: bool = False, upper: bool = False) -> None:
    """Weight, slant, capitals and size, in the order that the schema asks for."""
    for switch in ("b", "bCs") * bold + ("i", "iCs") * italic + ("caps",) * upper:
        put(look, switch)
    put(look, "sz", val=half_points(size))
    put(look, "szCs", val=half_points(size))
