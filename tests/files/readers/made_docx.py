"""Word documents for the tests, made of raw parts: only so can they hold what programs hide."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACES = (
    f'xmlns:w="{WORD}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def run(text: str, look: str = "") -> str:
    """A run of letters; `look` is what stands in its `w:rPr`."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, about: str = "") -> str:
    """A paragraph of runs (or of plain text); `about` is what stands in its `w:pPr`."""
    inside = "".join(each if each.startswith("<") else run(each) for each in runs)
    return f"<w:p><w:pPr>{about}</w:pPr>{inside}</w:p>"


def item(text: str, level: int = 0, number: int = 1) -> str:
    """A paragraph in a list."""
    return paragraph(text, about=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def cell(*paragraphs: str, about: str = "") -> str:
    inside = "".join(each if each.startswith("<") else paragraph(each) for each in paragraphs)
    return f"<w:tc><w:tcPr>{about}</w:tcPr>{inside}</w:tc>"


def row(*cells: str, about: str = "") -> str:
    inside = "".join(each if each.startswith("<w:tc>") else cell(each) for each in cells)
    return f"<w:tr><w:trPr>{about}</w:trPr>{inside}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def level(index: int, style: str, text: str, more: str = "", start: int = 1) -> str:
    """A level of a list: how numbers are written (`w:numFmt`), and what stands around them."""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(*levels: str, instances: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> str:
    """The part with one abstract list and its instances."""
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{instances}'


def document(*blocks: str, numbering: str = "", styles: str = "", parts: Mapping[str, bytes] | None = None) -> bytes:
    """The package; `parts` adds other files or takes the place of these."""
    body = "".join(each if each.startswith("<") else paragraph(each) for each in blocks)
    files: dict[str, bytes] = {
        "_rels/.rels": _links(officeDocument="word/document.xml"),
        "word/_rels/document.xml.rels": _links(styles="styles.xml", numbering="numbering.xml"),
        "word/document.xml": f"<w:document {SPACES}><w:body>{body}<w:sectPr/></w:body></w:document>".encode(),
        "word/styles.xml": f"<w:styles {SPACES}>{styles}</w:styles>".encode(),
        "word/numbering.xml": f"<w:numbering {SPACES}>{numbering}</w:numbering>".encode(),
    }
    return zipped(files | dict(parts or {}))


def zipped(files: Mapping[str, bytes]) -> bytes:
    """The files in a zip."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name, data)
    return packed.getvalue()


def _links(**links: str) -> bytes:
    inside = "".join(f'<Relationship Id="{k}" Type="{KIND}/{k}" Target="{v}"/>' for k, v in links.items())
    return f'<Relationships xmlns="{LINKS}">{inside}</Relationships>'.encode()
