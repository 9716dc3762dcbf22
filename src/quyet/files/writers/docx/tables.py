"""Tables: their skeleton, and those of annexes with heading, borders and numbers at the right."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from lxml.etree import _Element

from quyet.core.papers.paper import Table
from quyet.core.presentation.format import Format
from quyet.files.writers.docx.columns import column_widths
from quyet.files.writers.docx.looks import CAPTION, CELLS, GRID, HEADING, STRONG
from quyet.files.writers.docx.xml import W, paragraph, put, run, sound


def new_table(parent: _Element, style: str, columns: Sequence[int]) -> _Element:
    """A table without rows whose columns keep their widths (twips)."""
    table = put(parent, "tbl")
    settings = put(table, "tblPr")
    put(settings, "tblStyle", val=style)
    put(settings, "tblW", w=sum(columns), type="dxa")
    put(settings, "tblLayout", type="fixed")
    grid = put(table, "tblGrid")
    for width in columns:
        put(grid, "gridCol", w=width)
    return table


def new_row(table: _Element, *, heading: bool = False) -> _Element:
    """A row that no page end cuts; a heading is repeated at the top of every page."""
    row = put(table, "tr")
    settings = put(row, "trPr")
    put(settings, "cantSplit")
    if heading:
        put(settings, "tblHeader")
    return row


def cell(row: _Element, width: int, *, middle: bool = False) -> _Element:
    """A cell that still needs its paragraph."""
    made = put(row, "tc")
    settings = put(made, "tcPr")
    put(settings, "tcW", w=width, type="dxa")
    if middle:
        put(settings, "vAlign", val="center")
    return made


def write_table(parent: _Element, table: Table, rules: Format, width: int) -> None:
    """The unit at the right above, the heading, the rows."""
    if table.caption:
        run(paragraph(parent, CAPTION), table.caption)
    widths = column_widths(table, rules.annex.table.write, width)
    made = new_table(parent, GRID, widths)
    _cells(new_row(made, heading=True), [HEADING] * len(widths), widths, strong=False)
    _fill(made[-1], [column.heading for column in table.columns])
    if table.marks:
        _cells(new_row(made, heading=True), [CELLS["center"]] * len(widths), widths, strong=False)
        _fill(made[-1], table.marks)
    styles = [CELLS[column.align] for column in table.columns]
    light, strong = (_cells(new_row(made), styles, widths, strong=strong) for strong in (False, True))
    made.remove(light)
    made.remove(strong)
    for row in table.rows:
        made.append(deepcopy(strong if row.strong else light))  # rows are alike: copying is five times faster
        _fill(made[-1], row.cells)


def _cells(row: _Element, styles: Sequence[str], widths: Sequence[int], *, strong: bool) -> _Element:
    for style, width in zip(styles, widths, strict=True):
        run(paragraph(cell(row, width, middle=True), style), "", STRONG if strong else None)
    return row


def _fill(row: _Element, texts: Sequence[str]) -> None:
    for words, text in zip(row.iter(W + "t"), texts, strict=True):
        words.text = sound(text)
