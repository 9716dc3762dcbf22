"""The XML of a .docx while it is mended: parsed without entities, changed in place, its elements kept in the order that
the schema of Word asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lxml import etree

from quyet.files.writers.refused import Unwritable

Element = Any
"""lxml's elements; its stubs know no attributes that are set by name."""

LETTERS = (
    "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
    "noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText "
    "vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange"
).split()
PARAGRAPH = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
).split()
SECTION = (
    "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols "
    "formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange"
).split()
"""The order of what stands in `w:rPr`, `w:pPr` and `w:sectPr`."""


def parse(data: bytes | bytearray) -> Element:
    """A part that our reader has read already: no DTD is in it. What nests too deep for a tree is not mended."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_blank_text=False)
    try:
        return etree.fromstring(bytes(data), parser)
    except etree.XMLSyntaxError as error:
        raise Unwritable(
            "Nội dung tệp lồng nhau quá sâu nên không sửa được. Hãy lưu lại tệp từ chương trình soạn thảo.",
            "The file nests too deep to be mended. Save it anew from the word processor.",
        ) from error


def serialised(root: Element) -> bytes:
    """The part as it is stored."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


class Names:
    """Names in the namespace of the document: Word has one for each of its two ways to write."""

    def __init__(self, root: Element) -> None:
        self.space = etree.QName(root).namespace or ""

    def __call__(self, name: str) -> str:
        return f"{{{self.space}}}{name}"

    def every(self, root: Element, name: str) -> list[Element]:
        """All elements of a name, in the order in which a reader counts them."""
        return list(root.iter(self(name)))

    def child(self, parent: Element, name: str, order: Sequence[str]) -> Element:
        """The child of a name, made in its place where there is none: behind all that should stand before it, also in
        a file that keeps no order, because what comes last holds there."""
        found = parent.find(self(name))
        if found is None:
            found = parent.makeelement(self(name))
            earlier = {self(each) for each in order[: order.index(name)]}
            behind = max((place for place, each in enumerate(parent) if each.tag in earlier), default=-1)
            parent.insert(behind + 1, found)
        return found

    def head(self, parent: Element, name: str) -> Element:
        """The properties of a paragraph or run: its first child."""
        found = parent.find(self(name))
        if found is None:
            found = parent.makeelement(self(name))
            parent.insert(0, found)
        return found

    def put(self, element: Element, values: Mapping[str, str | None]) -> None:
        """Set attributes; None takes one away."""
        for name, value in values.items():
            if value is None:
                element.attrib.pop(self(name), None)
            else:
                element.set(self(name), value)

    def switch(self, parent: Element, name: str, order: Sequence[str], *, on: bool) -> None:
        """`<w:b/>` or `<w:b w:val="0"/>`: said either way, whatever a style says."""
        self.put(self.child(parent, name, order), {"val": None if on else "0"})

    def ancestors(self, element: Element, name: str) -> Iterator[Element]:
        """The elements of a name around another, the innermost first."""
        yield from element.iterancestors(self(name))
