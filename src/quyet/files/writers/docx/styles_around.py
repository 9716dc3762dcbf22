"""Styles of what is no component of the decree: page numbers, drawn lines, tables, the mark of an example."""

from __future__ import annotations

from lxml.etree import _Element

from quyet.core.papers.paper import FIELD
from quyet.core.presentation.format import Format
from quyet.files.writers.docx.lengths import points
from quyet.files.writers.docx.looks import (
    BESIDE,
    BREAK,
    CAPTION,
    CELLS,
    FOOT,
    FRAME,
    GRID,
    HEADING,
    NOTICE,
    PAGE_NUMBER,
    RULE,
    STRONG,
    letters,
    new_line_style,
    new_style,
    style_id,
)
from quyet.files.writers.docx.xml import put

_THIN_LINE = 20
"""Twips: the height of a paragraph that only carries a drawn line or parts two tables."""


def write_styles_around(styles: _Element, rules: Format) -> None:
    """Add them to styles.xml."""
    smallest = min(style.size.write for style in rules.styles.values())
    new_line_style(styles, NOTICE, "Quyết Ghi chú ví dụ", "center", smallest, italic=True, after=points(rules.body.gap))
    new_line_style(styles, PAGE_NUMBER, "Quyết Số trang", rules.page_number.align, rules.page_number.size.write)
    _rule(styles, rules)
    gap = points(rules.body.gap)
    _thin(put(new_style(styles, "paragraph", BREAK, "Quyết Sau bảng", "Normal"), "pPr"), 0, gap)
    _cells(styles, rules)
    _tables(styles, rules)


def _rule(styles: _Element, rules: Format) -> None:
    """A line below a component: a thin paragraph whose indents give the line its length."""
    settings = put(new_style(styles, "paragraph", RULE, "Quyết Đường kẻ", "Normal"), "pPr")
    put(settings, "keepNext")
    put(put(settings, "pBdr"), "top", val="single", sz=6, space=1, color=rules.page.colour)
    _thin(settings, 3 * _THIN_LINE, points(rules.body.gap))


def _thin(settings: _Element, before: int, after: int) -> None:
    put(settings, "spacing", before=before, after=after, line=_THIN_LINE, lineRule="exact")


def _cells(styles: _Element, rules: Format) -> None:
    size, gap = rules.annex.table.write, points(rules.body.gap)
    for align, name in (("left", "chữ"), ("center", "giữa"), ("right", "số")):
        new_line_style(styles, CELLS[align], f"Quyết Ô bảng {name}", align, size)
    new_line_style(styles, HEADING, "Quyết Đầu bảng", "center", size, bold=True, keep=True)
    new_line_style(
        styles, CAPTION, "Quyết Đơn vị tính", "right", size, italic=True, keep=True, before=gap, after=gap // 2
    )
    new_line_style(styles, style_id(FIELD), "Quyết Dòng mẫu biểu", "left", size, before=gap // 3, after=gap // 3)
    strong = put(styles, "style", type="character", styleId=STRONG)
    put(strong, "name", val="Strong")  # Word's own, so that it stays known under every language of Word
    put(strong, "basedOn", val="DefaultParagraphFont")
    put(strong, "qFormat")
    letters(put(strong, "rPr"), size, bold=True)


def _tables(styles: _Element, rules: Format) -> None:
    for name, shown, above in ((FRAME, "Quyết Khung đầu", 0), (FOOT, "Quyết Khung cuối", points(rules.body.gap))):
        _margins(put(new_style(styles, "table", name, shown, "TableNormal"), "tblPr"), above, 0)
    grid = put(new_style(styles, "table", GRID, "Quyết Bảng", "TableNormal"), "tblPr")
    borders = put(grid, "tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        put(borders, side, val="single", sz=4, space=0, color=rules.page.colour)
    _margins(grid, 30, BESIDE)


def _margins(table: _Element, above: int, beside: int) -> None:
    margins = put(table, "tblCellMar")
    for side, width in (("top", above), ("left", beside), ("bottom", above), ("right", beside)):
        put(margins, side, w=width, type="dxa")
