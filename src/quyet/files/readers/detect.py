"""What a file is: by its first bytes, then by what lies inside, and only then by its name."""

from __future__ import annotations

import re
from typing import Literal

from quyet.files.readers.errors import Unreadable
from quyet.files.readers.refusals import archive, broken, encrypted, image, other_format

Format = Literal["txt", "docx", "pdf", "html", "xlsx"]

_PDF = re.compile(rb"%PDF-\d")
_PDF_WITHIN = 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_IMAGES = re.compile(
    rb"\x89PNG|\xff\xd8\xff|GIF8[79]a|II\*\0|MM\0\*|BM....\0\0\0\0|RIFF....WEBP|....ftyp(?:hei|mif|avif)", re.DOTALL
)
_ARCHIVES = re.compile(rb"Rar!\x1a|7z\xbc\xaf\x27\x1c|\x1f\x8b\x08|BZh[1-9]|\xfd7zXZ\0")
_MARKUP = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:(?:<\?xml[^>]*>|(?><!--.*?-->))\s*)*+<(?:!doctype\s+html|html)\b", re.I | re.DOTALL
)
_MARKUP_WITHIN = 4096
_TEXT_WITHIN = 1 << 16
_NAMED_OTHERWISE = ("docx", "docm", "pdf", "xlsx", "xlsm", "xls")


def format_of(data: bytes, name: str) -> Format:
    """The format to read a file by. What is known but not read is refused with a word on what to do."""
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    if data.startswith(_ZIP):
        return _zip_format(data)
    if data.startswith(_OLE):
        return _ole(data)
    if _ARCHIVES.match(data):
        raise archive()
    if _IMAGES.match(data):
        raise image()
    if _PDF.search(data[:_PDF_WITHIN]):
        return "pdf"
    if refusal := _foreign_text(data[:_MARKUP_WITHIN]):
        raise refusal
    if _MARKUP.match(_narrow(data[:_MARKUP_WITHIN])) or ending in ("html", "htm", "xhtml"):
        return "html"
    if ending in _NAMED_OTHERWISE and not _is_text(data):
        raise broken()  # named so, and nothing of the kind inside
    return "txt"


def _is_text(data: bytes) -> bool:
    """Whether a file that is named otherwise is plain text: then it is read for what it is."""
    from quyet.files.readers.txt import read_txt

    try:
        read_txt(data[:_TEXT_WITHIN])
    except Unreadable:
        return False
    return True


def _narrow(head: bytes) -> bytes:
    """The head of a file, UTF-16 made narrow enough to find tags in it."""
    return head.replace(b"\0", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff") if b"\0" in head else head


def _zip_format(data: bytes) -> Format:
    from quyet.files.readers.package import Package

    package = Package(data)
    names = set(package.names())
    main = package.links("").get("officeDocument", "") if "_rels/.rels" in names else ""
    if main.startswith("word/") or "word/document.xml" in names:
        return "docx"
    if main.startswith("xl/"):
        if main.endswith(".bin"):
            raise other_format("Excel nhị phân (.xlsb)", ".xlsx")
        return "xlsx"
    if main.startswith("ppt/"):
        raise other_format("PowerPoint (.pptx)")
    if "mimetype" in names:
        kind = _OPEN_DOCUMENT.get(bytes(package.read("mimetype").strip()), "OpenDocument (.odt)")
        raise other_format(kind, ".xlsx" if kind.endswith("(.ods)") else ".docx")
    raise archive()


_OPEN_DOCUMENT = {
    b"application/vnd.oasis.opendocument.text": "OpenDocument (.odt)",
    b"application/vnd.oasis.opendocument.spreadsheet": "OpenDocument (.ods)",
    b"application/vnd.oasis.opendocument.presentation": "OpenDocument (.odp)",
    b"application/epub+zip": "EPUB",
}


def _ole(data: bytes) -> Format:
    """The container of old Office files, which also wraps new ones that have a password. Only workbooks are read."""
    for stream, refusal in (
        ("EncryptedPackage", encrypted()),
        ("WordDocument", other_format("Word đời cũ (.doc)")),
        ("Workbook", None),
        ("PowerPoint Document", other_format("PowerPoint đời cũ (.ppt)")),
    ):
        if stream.encode("utf-16-le") in data:
            if refusal is None:
                return "xlsx"
            raise refusal
    raise other_format("Office đời cũ")


def _foreign_text(head: bytes) -> Unreadable | None:
    """Word processors' formats that are text and still no text to read."""
    if head.lstrip().startswith(b"{\\rtf"):
        return other_format("RTF")
    if b'progid="Word.Document"' in head or b"schemas.microsoft.com/office/2006/xmlPackage" in head:
        return other_format("Word XML")
    if re.match(rb"\s*(?:From:.*\r?\n)?MIME-Version:\s*1\.0", head) and b"multipart/related" in head:
        return other_format("MHTML (.mht)", ".html")
    return None
