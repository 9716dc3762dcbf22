"""A paper as plain data for the peers: the same blocks with the same words, and the measures of the decree."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from quyet.core.papers.paper import Block, Foot, Paper, Para
from quyet.core.presentation.sheet import sheet_of
from quyet.files.writers.pdf.fonts import find_font


def as_json(paper: Paper) -> str:
    """All that a peer needs to write the paper, as JSON."""
    font = find_font()
    rules = paper.format
    known = {
        "title": f"{paper.kind_name} {paper.title}",
        "notice": paper.notice or "",
        "sections": [[_block(block) for block in section.blocks] for section in paper.sections],
        "font": font.name if font else "serif",
        "sheet": asdict(sheet_of(rules.page, wide=False)),
        "styles": {
            key: {"size": style.size.write, "bold": style.bold, "italic": style.italic}
            for key, style in rules.styles.items()
        },
        "indent": rules.body.indent,
        "gap": rules.body.gap,
        "line": rules.body.line.write,
        "table_size": rules.annex.table.write,
    }
    return json.dumps(known, default=float, ensure_ascii=False)


def _block(block: Block) -> dict[str, Any]:
    known = {"block": type(block).__name__, **asdict(block)}
    if isinstance(block, Para):
        known["words"] = block.words
    if isinstance(block, Foot):
        known["listed"] = block.listed
    return known


def texts(paper: Paper) -> list[str]:
    """Every text that a file of the paper has to show, a row of a table as one."""
    known = json.loads(as_json(paper))
    return [text for section in known["sections"] for block in section for text in _texts(block)] + [known["notice"]]


def _texts(block: dict[str, Any]) -> list[str]:
    match block["block"]:
        case "Para":
            return [block["words"]]
        case "Foot":
            return [*block["listed"], *block["authority"], block["name"] or ""]
        case "Table":
            heads = [column["heading"] for column in block["columns"]]
            return [block["caption"], *("".join(cells) for cells in [heads, *(row["cells"] for row in block["rows"])])]
        case _:
            return [text for key, text in block.items() if text and key != "block"]
