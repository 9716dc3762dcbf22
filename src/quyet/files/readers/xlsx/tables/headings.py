"""Which column of a sheet holds what: by the meaning of its heading, wherever the headings stand.

The words are those by which annex tables of papers are understood (`grammar/headings`), with the columns that only an
office's own sheet has: factors (Số người, Số ngày), VAT, source, code, and those that our export adds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from quyet.core.decisions.grammar import headings
from quyet.core.decisions.grammar.words import phrase
from quyet.core.values.amounts import scale_of
from quyet.core.values.folding import fold, squeeze
from quyet.files.readers.sheet import tidy

_NOUNS = "người|ngày|buổi|lượt|lần|đêm|lớp|giờ|tiết|km|đại biểu|học viên|suất"
FACTOR = phrase(
    r"(?:số|sl) (?!lượng|tiền|tt\b|thứ tự|hiệu|tài khoản|liệu|dư|còn|đã|kinh phí|thuế|dự toán|quyết định)"
    r"(?P<noun>[^\W\d]+(?: [^\W\d]+){0,3})"
    rf"|(?:số lượng|sl|khối lượng) (?P<of>{_NOUNS})\b"
    rf"|(?P<bare>{_NOUNS})$"
    r"|thời (?:gian|lượng)\s*\((?P<within>ngày|buổi|giờ|tháng|phút|tiết)\)"
    r"|(?:hệ số|thừa số|tỷ lệ|tỉ lệ)"
)

_CODES_BESIDE = ("category", "chapter")
"""Columns of codes that alone make no row one of headings."""

_MEANINGS = (
    ("key", phrase(r"mã dòng$")),
    ("activity", phrase(r"mã (?:nội dung|hoạt động|nhiệm vụ)(?! kinh tế)")),
    ("vat", phrase(r"(?:thuế|vat|gtgt|% ?(?:thuế|vat)|(?:mức|tiền) (?:thuế|vat))\b")),
    ("code", phrase(r"(?:mã )?(?:tiểu mục|mục lục|mlns)|mã (?:ndkt|nội dung kinh tế|ngân sách|mục)|mục ?[-/,] ?tiểu")),
    ("source", phrase(r"nguồn")),
    ("factor", phrase(rf"(?:số lượng|sl|khối lượng) (?:{_NOUNS})\b")),
    ("amount", phrase(r"tổng(?: số)?$")),
    *((meaning, words) for meaning, words in headings.CODE_COLUMNS if meaning in _CODES_BESIDE),
    *headings.COLUMNS,
    ("factor", FACTOR),
    ("amount", phrase(
        r"(?:số )?(?:đề nghị|đề xuất|thẩm định|phê duyệt|được duyệt|chênh lệch|đã chi|còn lại)(?: [^\W\d]+){0,3}$"
    )),
)  # fmt: skip

Part = Literal["source", "quarter"]

_PARTS: tuple[tuple[Part, re.Pattern[str]], ...] = (
    ("quarter", phrase(r"(?:kinh phí |số tiền |chi )?(?:quý|q\.?)\s*(?:[1-4]|i{1,3}|iv)\b")),
    ("source", phrase(
        r"(?:(?:kinh phí|số tiền|vốn|nguồn)(?: vốn)? )?(?:từ )?(?:nguồn )?(?:ngân sách|ns\s*(?:tw|đp|nn|t|h|x)\b"
        r"|xã hội hóa|xhh|tài trợ|huy động|đối ứng|đóng góp|doanh nghiệp|sự nghiệp|đầu tư|vay|tự có|hợp pháp khác)"
    )),
)  # fmt: skip
_SPLIT = phrase(r"trong đó|chia (?:ra|theo)|phân (?:theo|kỳ|bổ)|gồm|nguồn|cơ cấu")
"""What stands over columns that split a sum."""
_PART_OF_IT = phrase(r"(?:nguồn )?(?:trung ương|địa phương|tỉnh|huyện|xã|khác|nguồn khác)$")

_WITH_TAX = re.compile(r"(?:sau|có|gồm|cả)\s+(?:cả\s+)?(?:thuế|vat)")
_BEFORE_TAX = re.compile(r"(?:chưa|trước|không)\s+(?:có\s+|gồm\s+|bao gồm\s+)?(?:thuế|vat)")
_ASIDE = re.compile(r"chênh lệch|tăng|giảm|năm trước|đã chi|đã (?:giao|cấp|giải ngân)|còn lại|lũy kế|ước|quyết toán")
"""A sum of money beside that which is planned."""
_YEAR = re.compile(r"năm (20\d\d)")
_PREFERRED = {
    "amount": (
        _WITH_TAX,
        re.compile(r"thành tiền"),
        re.compile(r"phê duyệt|được duyệt|thẩm định"),
        re.compile(r"đề nghị|đề xuất"),
        re.compile(r"tổng"),
    ),
    "unit_price": (re.compile(r"đơn giá"),),
    "vat": (re.compile(r"suất|mức|%"),),
    "content": (re.compile(r"nội dung"),),
}
"""Of several columns of one meaning the first that fits the earliest of these is it."""

_LONGEST_NAME = 120

Texts = Mapping[int, str]
"""What a row says, by column."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column under its heading. `noun`: what a column of factors counts; `scale`: by how much its figures are to be
    multiplied, None where the heading does not say; `part`: by what it splits the sum of the line; `under`: a heading
    above says that it does."""

    place: int
    name: str
    meaning: str | None
    noun: str | None = None
    scale: int | None = None
    part: Part | None = None
    under: bool = False

    @property
    def before_tax(self) -> bool:
        return bool(_BEFORE_TAX.search(fold(self.name)))

    @property
    def with_tax(self) -> bool:
        return bool(_WITH_TAX.search(fold(self.name))) and not self.before_tax


@dataclass(slots=True)
class Heading:
    """The headings of a table, and the first and the last row that they take."""

    first_row: int
    last_row: int
    columns: list[Column]
    at: dict[str, Column] = field(default_factory=dict)
    factors: list[Column] = field(default_factory=list)
    parts: list[Column] = field(default_factory=list)
    """The columns that split the sum of a line by source or by quarter."""
    sums: list[Column] = field(default_factory=list)
    """Other columns of money than that which is read."""

    def __post_init__(self) -> None:
        by_part = [[column for column in self.columns if column.part == part] for part in ("source", "quarter")]
        self.parts = [
            column for found in by_part if len(found) > 1 or any(each.under for each in found) for column in found
        ]
        by_meaning: dict[str, list[Column]] = {}
        for column in self.columns:
            if column.meaning and column not in self.parts:
                by_meaning.setdefault(column.meaning, []).append(column)
        self.factors = by_meaning.pop("factor", [])
        self.at = {meaning: _chosen(meaning, found) for meaning, found in by_meaning.items()}
        self.sums = [column for column in by_meaning.get("amount", ()) if column is not self.at["amount"]]
        if "note" not in self.at:  # «Diễn giải» beside «Nội dung» explains
            others = [column for column in by_meaning.get("content", ()) if column is not self.at["content"]]
            self.at |= {"note": others[0]} if others else {}

    def unread(self) -> Iterator[Column]:
        """The columns that nothing is taken from, though they may hold figures."""
        taken = {column.place for column in (*self.at.values(), *self.factors, *self.parts, *self.sums)}
        return (column for column in self.columns if column.place not in taken and column.meaning != "vat")

    @property
    def names(self) -> list[str]:
        return [column.name for column in self.columns]


def _chosen(meaning: str, columns: list[Column]) -> Column:
    if meaning == "amount":
        planned = [column for column in columns if not column.before_tax and not _ASIDE.search(fold(column.name))]
        columns = sorted(planned or columns, key=_year, reverse=True)
    for wanted in _PREFERRED.get(meaning, ()):
        for column in columns:
            if wanted.search(fold(column.name)):
                return column
    return columns[0]


def _year(column: Column) -> int:
    """Of the sums of two years the later one is planned."""
    found = _YEAR.search(fold(column.name))
    return int(found[1]) if found else 9999


def is_heading(texts: Texts) -> bool:
    """Whether a row names columns: nội dung with one more, or three."""
    named = (meaning_of(text) for text in texts.values())
    known = {meaning for meaning in named if meaning and meaning not in _CODES_BESIDE}
    return (len(known) >= 2 and "content" in known) or len(known) >= 3


def is_subheading(above: Texts, texts: Texts) -> bool:
    """Whether a row below the headings splits some of them: names, no figures, and none where the content stands."""
    new = {place: text for place, text in texts.items() if text != above.get(place)}
    content = next((place for place, text in above.items() if meaning_of(text) == "content"), None)
    if content is None or content in new:
        return False
    return bool(new) and not any(c.isdigit() for text in new.values() if not _splits(text) for c in text)


def _splits(text: str) -> Part | None:
    """By what a column of that heading splits a sum."""
    low = _bare(text) if len(text) <= _LONGEST_NAME else ""
    return next((part for part, words in _PARTS if words.match(low)), None)


def heading_of(rows: list[Texts], first_row: int, last_row: int) -> Heading:
    """The headings that one or more rows make together: where a lower row names a column, its name counts, and what
    it does not say the upper one does."""
    places = sorted({place for texts in rows for place in texts})
    columns = [_column(place, tuple(texts[place] for texts in rows if place in texts)) for place in places]
    return Heading(first_row, last_row, columns)


@lru_cache(maxsize=1024)  # headings are repeated on every page of a long sheet
def _column(place: int, names: tuple[str, ...]) -> Column:
    """The column of headings that stand above one another, the upper ones first."""
    lower_first = [squeeze(tidy(name)) for name in reversed(names)]
    named = next((name for name in lower_first if meaning_of(name)), lower_first[0])
    meaning = meaning_of(named)
    scales = [scale for name in lower_first if (scale := scale_in(name))]
    noun = _noun(named) if meaning == "factor" else None
    under = any(_SPLIT.match(_bare(name)) for name in lower_first[1:] if name != lower_first[0])
    part = _splits(lower_first[0]) or ("source" if under and _PART_OF_IT.match(_bare(lower_first[0])) else None)
    return Column(place, lower_first[0], meaning, noun, scales[0] if scales else None, part, under)


@lru_cache(maxsize=1024)
def meaning_of(name: str) -> str | None:
    """What a column of that heading holds; None where no word of it is known, or it is longer than any heading."""
    low = _bare(name) if len(name) <= _LONGEST_NAME else ""
    return next((meaning for meaning, words in _MEANINGS if words.match(low)), None) if low else None


def _bare(name: str) -> str:
    return squeeze(fold(tidy(name))).strip(" .:*")


def _noun(name: str) -> str | None:
    found = FACTOR.match(_bare(name))
    return found["noun"] or found["of"] or found["bare"] or found["within"] if found else None


_SHORT = phrase(
    r"(?P<figure>1[.,]?000)\s*(?:đồng|đ\b|vnđ|vnd)|(?P<scale>nghìn|ngàn|triệu|tỷ|tỉ)\s*(?:đ\b|vnđ|vnd)|\(\s*(?:đ|vnđ|vnd)\s*\)"
)
"""1.000đ, triệu đ, (đ): as sheets write it where room is short."""

_CAPTION = phrase(r"(?:đơn vị(?: tính)?|đvt)\s*:?\s*\(?\s*(?P<unit>[^\n]{0,20})")


def scale_in(text: str) -> int | None:
    """`Thành tiền (nghìn đồng)` → 1000; None where the words name no unit of money."""
    low = fold(tidy(text))
    stated = _SHORT.search(low) or headings.SCALE.search(low)
    if stated is None:
        return None
    found = stated.groupdict()
    return 1000 if found.get("figure") else scale_of(found.get("scale"))


def caption_scale(text: str) -> int | None:
    """`Đơn vị tính: nghìn đồng` → 1000."""
    caption = _CAPTION.search(fold(tidy(text)))
    return scale_in(caption["unit"]) if caption else None
