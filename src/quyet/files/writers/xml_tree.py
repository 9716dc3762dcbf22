"""XML that is written: elements as plain values, and their bytes. lxml escapes and encodes them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Element:
    """An element: its name, its attributes, and what it holds, in this order."""

    tag: str
    attributes: dict[str, str]
    content: list[Element | str] = field(default_factory=list)

    def add(self, *content: Element | str | None) -> None:
        """Put something at the end; None and empty text add nothing."""
        self.content += [each for each in content if each not in (None, "")]


def element(tag: str, *content: Element | str | None, **attributes: str | None) -> Element:
    """An element. An attribute that is None is left out; a final `_` spares Python's own words (`class_`)."""
    made = Element(tag, {key.rstrip("_"): value for key, value in attributes.items() if value is not None})
    made.add(*content)
    return made


def xml_bytes(root: Element, namespace: str, words_in: Iterable[str] = ()) -> bytes:
    """The file, in UTF-8 and in one namespace. Every element stands on a line of its own, but inside the elements named
    in `words_in` and those with text: white space would be read there."""
    from lxml import etree  # late: half of the start of a command that may never write XML

    mixed = frozenset(words_in)
    default: dict[Any, str] = {None: namespace}  # its stubs know no namespace without a prefix

    def grow(node: Element, parent: etree._Element | None, in_lines: bool) -> etree._Element:
        name = f"{{{namespace}}}{node.tag}"
        made = (
            etree.Element(name, node.attributes, nsmap=default)
            if parent is None
            else etree.SubElement(parent, name, node.attributes)
        )
        in_lines = in_lines and node.tag not in mixed and not any(isinstance(each, str) for each in node.content)
        last = None
        if in_lines and node.content:
            made.text = "\n"
        for each in node.content:
            if isinstance(each, Element):
                last = grow(each, made, in_lines)
                last.tail = "\n" if in_lines else None
            elif last is None:
                made.text = (made.text or "") + each
            else:
                last.tail = (last.tail or "") + each
        return made

    return etree.tostring(grow(root, None, True), xml_declaration=True, encoding="UTF-8") + b"\n"
