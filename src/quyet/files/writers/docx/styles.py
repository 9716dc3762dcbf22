"""The styles of the document: one for each component of the decree that the paper has. An official who changes
"Quyết Căn cứ" in Word changes every basis."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element

from quyet.core.papers.paper import FIELD, Foot, Letterhead, Paper, Para, Sides
from quyet.core.presentation.format import Format, Style
from quyet.files.writers.docx.lengths import half_points, points, twips
from quyet.files.writers.docx.looks import ARTICLE_LEAD, letters, new_style, style_id, style_name
from quyet.files.writers.docx.styles_around import write_styles_around
from quyet.files.writers.docx.xml import put


def write_styles(styles: _Element, paper: Paper) -> None:
    """Fill styles.xml."""
    rules = paper.format
    _defaults(styles, rules)
    for key in dict.fromkeys(each for each in _used(paper) if each != FIELD):
        _component(styles, rules, rules.styles[key])
    _article_lead(styles, rules.styles["article"])
    write_styles_around(styles, rules)


def _used(paper: Paper) -> Iterator[str]:
    yield "text"
    for block in paper.blocks():
        if isinstance(block, Para):
            yield block.style
        elif isinstance(block, Letterhead):
            yield from ("parent", "issuer", "national_name", "motto", "number", "place_date")
        elif isinstance(block, Foot):
            yield from ("recipients_head", "recipient", "authority", "signatory")
        elif isinstance(block, Sides):
            yield from (line.style for cell in block.cells for line in cell)


# --- what every document has -----------------------------------------------------------------------------------------


def _defaults(styles: _Element, rules: Format) -> None:
    """Normal, and what Word expects beside it. Word's own styles stay out of its gallery."""
    defaults = put(styles, "docDefaults")
    _body_letters(put(put(defaults, "rPrDefault"), "rPr"), rules)
    put(put(defaults, "pPrDefault"), "pPr")
    put(styles, "latentStyles", defLockedState=0, defUIPriority=99, defSemiHidden=1, defUnhideWhenUsed=1, defQFormat=0)
    normal = _default(styles, "paragraph", "Normal", "Normal")
    put(normal, "qFormat")
    put(put(normal, "pPr"), "widowControl")
    _body_letters(put(normal, "rPr"), rules)
    _default(styles, "character", "DefaultParagraphFont", "Default Paragraph Font")
    table = put(_default(styles, "table", "TableNormal", "Normal Table"), "tblPr")
    put(table, "tblInd", w=0, type="dxa")
    margins = put(table, "tblCellMar")
    for side, width in (("top", 0), ("left", 108), ("bottom", 0), ("right", 108)):  # as in every document of Word
        put(margins, side, w=width, type="dxa")
    _default(styles, "numbering", "NoList", "No List")


def _default(styles: _Element, kind: str, name: str, shown: str) -> _Element:
    made = put(styles, "style", type=kind, styleId=name, default=1)
    put(made, "name", val=shown)
    return made


def _body_letters(look: _Element, rules: Format) -> None:
    size = half_points(rules.styles["text"].size.write)
    put(look, "rFonts", **dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), rules.page.font))
    put(look, "color", val=rules.page.colour)
    put(look, "sz", val=size)
    put(look, "szCs", val=size)
    put(look, "lang", val="vi-VN", eastAsia="vi-VN")


# --- components of the decree ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a component stands among others, on which the decree is silent: gaps (`Body.gap`) above and below it
    (of two that meet the greater counts), whether it stays on the page of what follows, its level in Word's
    navigation pane."""

    before: int = 0
    after: int = 0
    keep: bool = False
    level: int | None = None


_SIGNING_ROOM = 12
"""Gaps between authority and name, for a signature and the image of a seal."""

_PLACES = {
    "number": _Place(before=1),
    "place_date": _Place(before=1),
    "kind": _Place(before=2, keep=True, level=0),
    "title": _Place(keep=True),
    "competence": _Place(before=2, after=2, keep=True),
    "basis": _Place(after=1),
    "enacting": _Place(before=2, after=2, keep=True),
    "addressee": _Place(before=2, after=2),
    "part": _Place(before=2, after=1, keep=True, level=1),
    "section": _Place(before=2, after=1, keep=True, level=1),
    "article": _Place(after=1, level=2),
    "clause_title": _Place(after=1, keep=True, level=3),
    "text": _Place(after=1),
    "authority": _Place(keep=True),
    "signatory": _Place(before=_SIGNING_ROOM),
    "annex_label": _Place(keep=True, level=0),
    "annex_title": _Place(keep=True),
    "annex_reference": _Place(after=2, keep=True),
}


def _component(styles: _Element, rules: Format, style: Style) -> None:
    place = _PLACES.get(style.key, _Place())
    body = style.align == "justify"
    follows = style_id("text") if body else None
    made = new_style(styles, "paragraph", style_id(style.key), style_name(style), "Normal", follows)
    _paragraph(put(made, "pPr"), rules, style, place)
    weight = rules.styles["text"] if style.key == "article" else style  # its number is bold: `_article_lead`
    letters(put(made, "rPr"), style.size.write, weight.bold, weight.italic, style.upper)


def _paragraph(settings: _Element, rules: Format, style: Style, place: _Place) -> None:
    body = style.align == "justify"
    if place.keep:
        put(settings, "keepNext")
    before, after = points(place.before * rules.body.gap), points(place.after * rules.body.gap)
    line = int(rules.body.line.write * 240) if body else 240
    put(settings, "spacing", before=before, after=after, line=line, lineRule="auto")
    if body:
        put(settings, "ind", firstLine=twips(rules.body.indent))
    put(settings, "jc", val="both" if body else style.align)
    if place.level is not None:
        put(settings, "outlineLvl", val=place.level)


def _article_lead(styles: _Element, article: Style) -> None:
    """ "Điều 1." is bold, what follows is body text: a style of letters can switch bold on, but not off again."""
    made = new_style(styles, "character", ARTICLE_LEAD, f"{style_name(article)} (số)", "DefaultParagraphFont")
    letters(put(made, "rPr"), article.size.write, article.bold, article.italic, article.upper)
