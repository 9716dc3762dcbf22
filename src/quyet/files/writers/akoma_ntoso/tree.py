"""The contents: paragraphs with references become a tree of điều, khoản, điểm; the others belong to the node before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from quyet.core.papers.eids import eid_of, element_of
from quyet.core.papers.paper import Block, Para
from quyet.files.writers.akoma_ntoso.tables import loose
from quyet.files.writers.akoma_ntoso.where import Where
from quyet.files.writers.xml_tree import Element, element

_HEADINGS = frozenset({"part", "section", "clause_title"})
"""Styles whose whole paragraph is a heading."""

_NUMBERS = {
    "article": r"Điều \w+[.:]?",
    "section": r"[IVXL]+[.)]?|Mục \w+[.:]?",
    "part": r"\w[.)]|Phần \w+[.:]?",
    "paragraph": r"\(?\d+(?:\.\d+)*[.)]?",
    "point": r"\(?\w{1,2}\)",
    "indent": r"[-–—•]",
    "level": r"\+",
}
"""How the printed number of an element looks."""


@dataclass(slots=True)
class _Node:
    ref: str
    opening: Para | None = None
    blocks: list[Block] = field(default_factory=list)
    children: list[_Node] = field(default_factory=list)


def contents(blocks: Sequence[Block], where: Where) -> list[Element]:
    """The contents of a section in their order: what stands before the first node, then the nodes."""
    root = _Node("")
    _grow(root, blocks)
    return [*(loose(block, where) for block in root.blocks), *(_element(node, where) for node in root.children)]


def _grow(root: _Node, blocks: Sequence[Block]) -> None:
    open_nodes = [root]
    for block in blocks:
        if not isinstance(block, Para) or block.ref is None:
            open_nodes[-1].blocks.append(block)
            continue
        # a node whose parent opens no paragraph of its own hangs where the nearest node above it does
        while len(open_nodes) > 1 and not block.ref.startswith(f"{open_nodes[-1].ref}/"):
            open_nodes.pop()
        node = _Node(block.ref, block)
        open_nodes[-1].children.append(node)
        open_nodes.append(node)


def _element(node: _Node, where: Where) -> Element:
    assert node.opening is not None  # only the root has none
    eid = eid_of(node.ref)
    made = element(element_of(node.ref), eId=eid)
    if made.tag == "attachment":
        raise ValueError(f"Tham chiếu {node.ref} không phải của phụ lục mà đoạn đó mở đầu.")
    number, heading, text = _opened(node.opening, made.tag)
    made.add(element("num", number) if number else None)
    made.add(element("heading", heading, eId=f"{eid}__heading") if heading else None)
    own = [element("p", text, class_=node.opening.style)] if text else []
    own += [loose(block, where) for block in node.blocks]
    # the schema has `intro` above children, `content` where there are none
    if own:
        name = "intro" if node.children else "content"
        made.add(element(name, *own, eId=f"{eid}__{name}"))
    made.add(*(_element(child, where) for child in node.children))
    return made


def _opened(para: Para, tag: str) -> tuple[str, str, str]:
    """The paragraph that opens a node as number, heading and text; nothing is lost between them but white space."""
    found = re.match(rf"(?:{_NUMBERS[tag]})(?=\s|$)", para.words) if tag in _NUMBERS else None
    number = found.group() if found else ""
    rest = para.words[len(number) :].strip()
    if para.style in _HEADINGS:
        return number, rest, ""
    heading = para.lead.strip()[len(number) :].strip() if para.lead.startswith(number) else ""
    return number, heading, rest[len(heading) :].strip()
