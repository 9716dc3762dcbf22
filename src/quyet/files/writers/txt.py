"""A paper as plain text: one paragraph a line, tables with bars, as a reader of .txt takes them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quyet.core.papers.paper import Block, Foot, Letterhead, Paper, Para, Sides, Table

_RULE = "-------"
_BLANK_BEFORE = ("kind", "basis", "enacting", "article", "competence", "section", "addressee")


def write_txt(paper: Paper) -> bytes:
    """The text in UTF-8, `\\n` between lines."""
    lines: list[str] = []
    for section in paper.sections:
        if paper.notice:
            lines += [paper.notice, ""]
        last = ""
        for block in section.blocks:
            style = block.style if isinstance(block, Para) else type(block).__name__
            if lines and style != last and (style in _BLANK_BEFORE or not isinstance(block, Para)):
                lines.append("")
            lines += _lines(block)
            last = style
        lines.append("")
    return "\n".join(line.replace("\u00a0", " ").rstrip() for line in lines).rstrip().encode() + b"\n"


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Letterhead():
            yield from filter(None, (block.parent, block.issuer, _RULE))
            yield from (block.national_name, block.motto, _RULE, block.number, block.place_date)
        case Para():
            yield block.words
        case Foot():
            yield from _foot(block)
        case Table():
            yield from _table(block)
        case Sides():
            yield from (line.words for cell in block.cells for line in cell)


def _foot(foot: Foot) -> Iterator[str]:
    if foot.listed:
        yield from (*foot.listed, "")
    yield from foot.authority
    if foot.name:
        yield ""
        yield foot.name


def _table(table: Table) -> Iterator[str]:
    yield table.caption
    yield _row([column.heading for column in table.columns])
    if table.marks:
        yield _row(table.marks)
    yield _row(["---"] * len(table.columns))
    yield from (_row(row.cells) for row in table.rows)


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |"
