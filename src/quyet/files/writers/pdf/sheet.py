"""A paper as the plain data that the template takes: words, and the measures of the decree."""

from __future__ import annotations

from typing import Any

from quyet.core.papers.paper import FIELD, Block, Column, Foot, Letterhead, Paper, Para, Sides, Table
from quyet.core.presentation.format import Format
from quyet.core.presentation.sheet import sheet_of

_KEPT_WITH_NEXT = ("article", "section", "clause_title", "recipient")


def sheet(paper: Paper) -> dict[str, Any]:
    """The paper as dicts, lists, strings and numbers."""
    return {
        "title": f"{paper.kind_name} {paper.title}".strip(),
        "notice": paper.notice,
        "author": _issuer(paper),
        "rules": _rules(paper.format),
        "sections": [
            {"page": _page(paper.format, section.wide), "blocks": [_block(each) for each in section.blocks]}
            for section in paper.sections
        ],
    }


def _page(rules: Format, wide: bool) -> dict[str, float]:
    """Size and margins in mm."""
    sheet = sheet_of(rules.page, wide)
    return {name: float(getattr(sheet, name)) for name in ("width", "height", "top", "right", "bottom", "left")}


def _issuer(paper: Paper) -> str:
    head = next((block for block in paper.blocks() if isinstance(block, Letterhead)), None)
    return (head.issuer or "") if head else ""


def _rules(rules: Format) -> dict[str, Any]:
    return {
        "colour": rules.page.colour,
        "indent": float(rules.body.indent),
        "gap": float(rules.body.gap),
        "line": float(rules.body.line.write),
        "table_size": float(rules.annex.table.write),
        "page_number": {"size": float(rules.page_number.size.write), "first_shown": rules.page_number.first_shown},
        "styles": {
            **{
                key: {"size": float(style.size.write), "bold": style.bold, "italic": style.italic, "align": style.align}
                for key, style in rules.styles.items()
            },
            FIELD: {"size": float(rules.annex.table.write), "bold": False, "italic": False, "align": "left"},
        },
        "rules": {key: float((least + most) / 2) for key, (least, most) in rules.rules.items()},
    }


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Para():
            keep = block.style in _KEPT_WITH_NEXT or block.text.endswith(":")
            return {"block": "Para", "style": block.style, "lead": block.lead, "text": block.text, "keep": keep}
        case Letterhead():
            names = ("parent", "issuer", "national_name", "motto", "number", "place_date")
            return {"block": "Letterhead", **{name: getattr(block, name) for name in names}}
        case Foot():
            return _foot(block)
        case Table():
            return _table(block)
        case Sides():
            cells = [[{"style": line.style, "text": line.words} for line in cell] for cell in block.cells]
            return {"block": "Sides", "cells": cells, "shares": list(block.shares)}


def _foot(foot: Foot) -> dict[str, Any]:
    head, *listed = foot.listed or ("",)
    return {
        "block": "Foot",
        "head": head,
        "recipients": listed,
        "authority": list(foot.authority),
        "name": foot.name,
    }


def _fits(column: Column) -> bool:
    """Whether it is as wide as its widest cell: a column of figures is, since none of them may break."""
    return column.align == "right" and not column.is_for_pen


def _table(table: Table) -> dict[str, Any]:
    columns = [
        {"heading": each.heading, "align": each.align, "share": each.share, "fits": _fits(each)}
        for each in table.columns
    ]
    rows = [{"cells": list(row.cells), "strong": row.strong} for row in table.rows]
    return {"block": "Table", "caption": table.caption, "columns": columns, "marks": list(table.marks), "rows": rows}
