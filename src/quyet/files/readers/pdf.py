"""PDF files: their text layer as it is printed, or, where there is none, what a machine reads from the pictures."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium_c  # type: ignore[import-untyped]

from quyet.core.decisions.source import Notice, Source
from quyet.files.readers.fonts import from_letters
from quyet.files.readers.limits import PAGES, PIECES
from quyet.files.readers.ocr import Picture, is_ready, photograph, read_picture
from quyet.files.readers.pdf_page import read_page
from quyet.files.readers.pdf_streams import hold_streams
from quyet.files.readers.printed.model import Page
from quyet.files.readers.printed.pages import blocks_of
from quyet.files.readers.printed.stamps import without_stamps
from quyet.files.readers.refusals import broken, encrypted
from quyet.files.readers.sheet import Sheet

_PDFIUM = Lock()
"""pdfium keeps one state for all: two threads in it at once bring the process down. Held page by page, not longer."""


def read_pdf(data: bytes, name: str = "") -> Source:
    """The text of a PDF. Unreadable where it is broken, locked, or too large."""
    hold_streams(data)
    with _opened(data) as document:
        pages = _Pages(document)
        blocks, old = from_letters(blocks_of(pages.read()))
        text, tables = Sheet().write(blocks).finish()
        notices = old + tuple(pages.notices()) if text.strip() else (pages.without_text(),)
        return Source(text=text, name=name, format="pdf", pages=pages.count, tables=tables, notices=notices)


@contextmanager
def _opened(data: bytes) -> Iterator[pdfium.PdfDocument]:
    try:
        with _PDFIUM:
            document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        locked = error.err_code in (pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY)
        raise (encrypted() if locked else broken()) from error
    try:
        yield document
    finally:
        with _PDFIUM:
            document.close()


class _Pages:
    """The pages of a document one by one, and which of them are pictures."""

    def __init__(self, document: pdfium.PdfDocument) -> None:
        self._document = document
        with _PDFIUM:
            self.count = len(document)
        PAGES.hold(self.count)
        self._scanned: list[int] = []
        self._recognised = False
        self._pieces = 0

    def read(self) -> Iterator[Page]:
        for index in range(self.count):
            page, picture = self._printed(index)
            if picture is None:
                yield page
            else:
                self._recognised = True
                yield read_picture(picture, page.width, page.height)

    def notices(self) -> Iterator[Notice]:
        """What has to be said of scanned pages, in a document with text."""
        numbers = ", ".join(str(number) for number in self._scanned)
        if self._recognised:
            yield Notice("ocr", f"Trang {numbers}")
        elif self._scanned:
            yield Notice("scanned_pages", f"Trang {numbers} là ảnh quét, không có chữ. {_HOW}")

    def without_text(self) -> Notice:
        """What has to be said of a document in which no page gave a word; without a detail: no machine to read it."""
        if self._recognised:
            return Notice(
                "scan", "Máy nhận dạng chữ không thấy chữ nào trong ảnh quét. Quét lại rõ hơn hoặc gửi tệp có chữ."
            )
        return (
            Notice("scan") if self._scanned else Notice("scan", "Các trang đều trống, không có chữ. Lấy lại tệp gốc.")
        )

    def _printed(self, index: int) -> tuple[Page, Picture | None]:
        """A page; and its picture, if it holds no words and there is a machine to read it."""
        with _PDFIUM:
            try:
                page = self._document[index]
            except pdfium.PdfiumError as error:
                raise broken() from error
            try:
                self._count(pdfium_c.FPDFPage_CountObjects(page))  # before they are looked at one by one
                printed = read_page(page)
                self._count(len(printed.words))
                if without_stamps(printed) or not printed.drawn:
                    return printed, None
                self._scanned.append(index + 1)
                width, height = page.get_size()
                return Page(width, height, []), photograph(page) if is_ready() else None
            finally:
                page.close()

    def _count(self, pieces: int) -> None:
        self._pieces += pieces
        PIECES.hold(self._pieces)


_HOW = "Cài gói tesseract-ocr-vie rồi đọc lại."
