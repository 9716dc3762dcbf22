"""Blocks that may stand anywhere: paragraphs, and tables with a heading row."""

from __future__ import annotations

from collections.abc import Iterable

from quyet.core.papers.eids import eid_of
from quyet.core.papers.paper import Block, Para, Table
from quyet.files.writers.akoma_ntoso.where import Where
from quyet.files.writers.xml_tree import Element, element


def loose(block: Block, where: Where) -> Element:
    """A paragraph or a table outside the tree of articles."""
    if isinstance(block, Table):
        return _table(block, where)
    if isinstance(block, Para):
        return element("p", block.words, class_=block.style, eId=eid_of(block.ref) if block.ref else None)
    raise ValueError("Phần đầu hoặc phần ký của văn bản không đứng đúng chỗ.")


def _table(table: Table, where: Where) -> Element:
    made = element("table", eId=where.next("table"))
    made.add(element("caption", table.caption) if table.caption else None)
    made.add(_row("th", (column.heading for column in table.columns)))
    made.add(*(_row("td", row.cells, row.strong) for row in table.rows))
    return made


def _row(cell: str, texts: Iterable[str], strong: bool = False) -> Element:
    cells = (element(cell, element("p", text)) for text in texts)
    return element("tr", *cells, class_="strong" if strong else None)
