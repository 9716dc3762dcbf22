"""How large a file may be: one table, and the sentence that each limit says when it is passed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from quyet.core.decisions import size
from quyet.files.readers.errors import Unreadable


@dataclass(frozen=True, slots=True)
class Limit:
    """The most of something that a file may have, and what is said (in both languages) of a file that has more."""

    most: int
    message: str
    message_en: str

    def hold(self, amount: int) -> None:
        """Pass in silence up to the limit; refuse the file above it."""
        if amount > self.most:
            raise self.refusal()

    def refusal(self) -> Unreadable:
        """What is raised where the limit is passed."""
        return Unreadable(self.message, self.message_en)


FILE_BYTES: Final = Limit(
    50_000_000,
    "Tệp lớn hơn 50 MB. Hãy bỏ bớt hình ảnh hoặc tách tệp rồi đọc lại.",
    "The file is larger than 50 MB. Leave out pictures or split the file, then read it again.",
)
PAGES: Final = Limit(
    1_000,
    "Tệp có hơn 1.000 trang. Hãy tách riêng phần quyết định rồi đọc lại.",
    "The file has more than 1,000 pages. Take the decision out into a file of its own, then read it again.",
)
TEXT_BYTES: Final = Limit(
    10_000_000,
    "Văn bản có hơn 10.000.000 byte chữ. Hãy tách tệp rồi đọc lại.",
    "The text has more than 10,000,000 bytes. Split the file, then read it again.",
)
LINES: Final = Limit(
    300_000,
    "Văn bản có hơn 300.000 dòng. Hãy tách riêng phần quyết định rồi đọc lại.",
    "The text has more than 300,000 lines. Take the decision out into a file of its own, then read it again.",
)
"""A thousand printed pages have about a third as many, ten megabytes of decisions two thirds. Blank lines count: each
of them costs memory too."""

ITEMS: Final = Limit(
    120_000,
    "Văn bản có hơn 120.000 mục đánh số hoặc gạch đầu dòng. Hãy tách riêng phần quyết định rồi đọc lại.",
    "The text has more than 120,000 numbered or dashed items. Take the decision out into a file of its own.",
)
"""Each may be an activity with facts of its own: that is the most that a line can cost."""

READING: Final = Limit(
    size.MOST,
    "Văn bản nêu quá nhiều dữ kiện: kết quả đọc dài hơn 25 triệu ký tự. Hãy tách riêng phần quyết định rồi đọc lại.",
    "The text states too much: its reading has more than 25 million characters. Take the decision out into a file.",
)
"""Held by the grammar, while it reads."""

UNPACKED_BYTES: Final = Limit(
    200_000_000,
    "Tệp nén bung ra hơn 200 MB nên không được đọc. Hãy lưu lại tệp từ chương trình soạn thảo.",
    "The file unpacks to more than 200 MB and is not read. Save it anew from the word processor.",
)
DEPTH: Final = Limit(
    10_000,
    "Nội dung tệp lồng nhau hơn 10.000 tầng nên không được đọc. Hãy lưu lại tệp từ chương trình soạn thảo.",
    "The file nests more than 10,000 levels deep and is not read. Save it anew from the word processor.",
)
TAGS: Final = Limit(
    2_000_000,
    "Tệp có hơn 2.000.000 thẻ định dạng nên không được đọc. Hãy lưu lại tệp từ chương trình soạn thảo.",
    "The file has more than 2,000,000 markup tags and is not read. Save it anew from the word processor.",
)
"""Not a limit of size but of time and memory, as are those below: what markup costs is counted in tags, not bytes."""

ATTRIBUTES: Final = Limit(
    1_500_000,
    "Tệp có hơn 1.500.000 thuộc tính định dạng nên không được đọc. Hãy lưu lại tệp từ chương trình soạn thảo.",
    "The file has more than 1,500,000 markup attributes and is not read. Save it anew from the word processor.",
)
CELLS: Final = Limit(
    500_000,
    "Các bảng trong tệp có hơn 500.000 ô nên không được đọc. Hãy tách tệp rồi đọc lại.",
    "The tables of the file have more than 500,000 cells and are not read. Split the file, then read it again.",
)
SHEET_ROWS: Final = Limit(
    300_000,
    "Trang tính có hơn 300.000 hàng nên không được đọc. Hãy xóa các hàng trống bên dưới bảng rồi lưu lại.",
    "The sheet has more than 300,000 rows and is not read. Delete the empty rows below the table and save it.",
)
DRAWN: Final = Limit(
    300_000,
    "Một trang PDF vẽ hơn 300.000 hình nên không được đọc. Hãy bỏ trang đó (bản đồ, bản vẽ) rồi đọc lại.",
    "A page of the PDF draws more than 300,000 things and is not read. Leave that page (a map?) out and read again.",
)
PIECES: Final = Limit(
    1_500_000,
    "Tệp PDF có hơn 1.500.000 mẩu chữ và hình nên không được đọc. Hãy tách riêng phần quyết định rồi đọc lại.",
    "The PDF has more than 1,500,000 words and drawn things. Take the decision out into a file of its own.",
)
"""Over all pages: a thousand pages of print have half of it."""

PARTS: Final = Limit(
    10_000,
    "Tệp nén chứa hơn 10.000 tệp con nên không được đọc.",
    "The package holds more than 10,000 parts and is not read.",
)
