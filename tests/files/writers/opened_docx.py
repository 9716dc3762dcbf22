"""A written .docx, opened for the tests: its parts as XML, and the settings of styles as Word adds them up."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACES = {"w": W[1:-1]}
TWIPS_PER_MM = 1440 / 25.4


class Opened:
    """The parts of a document."""

    def __init__(self, data: bytes) -> None:
        with ZipFile(BytesIO(data)) as package:
            self.entries = package.infolist()
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.body = etree.fromstring(self.parts["word/document.xml"])[0]
        self.styles = etree.fromstring(self.parts["word/styles.xml"])
        self.header = etree.fromstring(self.parts["word/header1.xml"])

    def find(self, path: str) -> list[etree._Element]:
        return self.body.xpath(path, namespaces=SPACES)

    def style(self, name: str) -> etree._Element:
        """By the name that Word shows."""
        (found,) = self.styles.xpath(f'w:style[w:name/@w:val="{name}"]', namespaces=SPACES)
        return found

    def setting(self, name: str, path: str) -> str | None:
        """What a style says, or the style that it is based on: `w:rPr/w:sz/@w:val`, or the element for a switch."""
        style = self.style(name)
        while style is not None:
            if found := style.xpath(path, namespaces=SPACES):
                return found[0] if isinstance(found[0], str) else "on"
            based = style.xpath("w:basedOn/@w:val", namespaces=SPACES)
            style = self.styles.xpath(f'w:style[@w:styleId="{based[0]}"]', namespaces=SPACES)[0] if based else None
        return None

    def styled(self, name: str) -> list[str]:
        """The words of the paragraphs of a style."""
        key = self.style(name).get(W + "styleId")
        return [words(each) for each in self.find(f'.//w:p[w:pPr/w:pStyle/@w:val="{key}"]')]

    def sections(self) -> Iterator[etree._Element]:
        yield from self.find(".//w:sectPr")


def words(element: etree._Element) -> str:
    return "".join(each.text or "" for each in element.iter(W + "t"))


def mm(twips: str) -> float:
    return int(twips) / TWIPS_PER_MM
