"""B1: budget codes that the paper names, held against the mục lục ngân sách of its budget year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quyet.core.checks.registry import Found, rule
from quyet.core.checks.say import quote
from quyet.core.checks.spans import span_of
from quyet.core.decisions.model import Reading
from quyet.core.values.finding import Severity
from quyet.core.values.folding import bare
from quyet.core.values.late import late
from quyet.core.values.stated import Span

if TYPE_CHECKING:  # few papers name a code
    from quyet.core.codes.catalogue import Answer
    from quyet.core.codes.model import Code, Edition

_SUB_ITEMS = tuple(
    late(
        rf"{words}[\s:.*_|]{{0,6}}(?P<codes>[67]\d{{3}}(?!\d)"
        r"(?:(?:\s?[,;]\s?|\s{1,4}và\s{1,4})[67]\d{3}(?!\d)){0,30})"
    )
    for words in (r"iểu\s{1,4}mục", r"IỂU\s{1,4}MỤC")
)
"""tiểu mục 6651 · Tiểu mục: 6651, 6652 và 6699. Other numbers than 6000–7999 are no running costs, or no codes. A
pattern that begins with letters and no choice among them is looked for at once."""
_CODE = late(r"\d{4}")
_CELL_CODE = late(r"(?<!\d)[67]\d{3}(?!\d)")
_CELL_CHAPTER = late(r"(?<!\d)(?P<code>\d{3})(?!\d)")
_CHAPTERS = tuple(late(rf"{word}[\s:*_|]{{1,6}}(?P<code>\d{{3}})(?![\d.,/])") for word in ("hương", "HƯƠNG"))
_OF_ALL = "418"
"""Sở Tài chính writes the chapters of other bodies, for it allots to them."""


@rule("B101", severity="error")
def codes_of_the_year(reading: Reading) -> Iterator[Found]:
    """Tiểu mục không có trong mục lục ngân sách của năm.
    A tiểu mục that the year's list of budget codes does not have.

    Yêu cầu: Tiểu mục ghi trong văn bản có trong mục lục ngân sách nhà nước của năm ngân sách đó.
    Asks: A tiểu mục in the paper stands in the list of budget codes of its budget year.
    Lý do: Kho bạc không nhận mã mà năm ấy chưa có. Mã mà danh mục ở đây, vốn chưa đủ, không có thì chỉ là lưu ý.
    Why: The treasury takes no code that its year does not have. A code that is only missing from the list here, which
        is not whole, is a warning.
    Nguồn: TT 130/2025/TT-BTC, Điều 8 khoản 1 và Phụ lục III [S]

    Sai:
        Điều 1. Phê duyệt nội dung và dự toán tuyên truyền năm 2024:
        1. Tập huấn cho 50 đại biểu, thực hiện Quý II/2024, hạch toán tiểu mục 6659.
        2. In sổ tay tuyên truyền: 500 cuốn, thực hiện Quý III/2024.
        3. Tổng kinh phí thực hiện: 19.000.000 đồng (Mười chín triệu đồng), từ nguồn sự nghiệp kinh tế năm 2024.
    Đúng:
        Điều 1. Phê duyệt nội dung và dự toán tuyên truyền năm 2024:
        1. Tập huấn cho 50 đại biểu, thực hiện Quý II/2024, hạch toán tiểu mục 6699.
        2. In sổ tay tuyên truyền: 500 cuốn, thực hiện Quý III/2024.
        3. Tổng kinh phí thực hiện: 19.000.000 đồng (Mười chín triệu đồng), từ nguồn sự nghiệp kinh tế năm 2024.
    """
    year = _budget_year(reading)
    if year is None or reading.codes is None:
        return
    codes = {found.span(): found[0] for found in _sub_items(reading)}
    for span, code in codes.items():
        answer = reading.codes().look_up(code, year, "sub_item")
        if (wrong := _wrong(code, year, answer)) is not None:
            yield Found(wrong[1], span, severity=wrong[0])


def _sub_items(reading: Reading) -> Iterator[re.Match[str]]:
    """The codes behind the words tiểu mục, and those in the cells below them; of `6650/6699` only what is none of an
    item, which ends in 00 or 50."""
    for named in _all(_SUB_ITEMS, reading.text):
        yield from _CODE.finditer(reading.text, *named.span("codes"))
    for cell in _cells(reading, "code"):
        found = list(_CELL_CODE.finditer(reading.text, *cell))
        yield from (each for each in found if len(found) == 1 or each[0][2:] not in ("00", "50"))


def _cells(reading: Reading, field: str) -> Iterator[Span]:
    """Where the lines of the annexes state that code."""
    for estimate in reading.estimates:
        for line in estimate.lines:
            if (span := span_of(getattr(line, field))) is not None:
                yield span


def _wrong(code: str, year: int, answer: Answer) -> tuple[Severity, str] | None:
    edition = answer.edition
    if edition is None or answer.verdict == "listed":
        return None
    if answer.verdict == "later":
        return "error", f"Tiểu mục {code} chỉ có từ năm ngân sách {answer.since}, theo {edition.text}."
    if answer.verdict == "misshapen":
        return "warning", f"{code} không phải là mã tiểu mục. {answer.why}"
    if edition.whole:
        return "error", f"Mục lục ngân sách năm {year} không có tiểu mục {code}, theo {edition.text}."
    return (
        "warning",
        f"Chưa rõ tiểu mục {code} có trong mục lục ngân sách năm {year} hay không. Kiểm tra {edition.text}.",
    )


@rule("B102", severity="warning")
def chapter_of_the_body(reading: Reading) -> Iterator[Found]:
    """Chương không phải của cơ quan ban hành.
    A chapter that is not the issuing body's.

    Yêu cầu: Chương ghi trong quyết định là chương của cơ quan ban hành; Sở Tài chính thì không xét.
    Asks: The chapter in the paper is that of the body that issues it; the department of finance is left out.
    Lý do: Chương cho biết cơ quan chủ quản; ghi sai thì dự toán nhập vào cơ quan khác.
    Why: The chapter tells the body; with another's the money is booked to that one.
    Nguồn: TT 324/2016/TT-BTC và TT 130/2025/TT-BTC, Điều 2 [S]

    Sai:
        Điều 1. Phê duyệt nội dung và dự toán tuyên truyền năm 2024 (Chương 412):
        1. Treo băng rôn tuyên truyền: 20 cái, thực hiện Quý II/2024.
        2. In sổ tay tuyên truyền: 500 cuốn, thực hiện Quý III/2024.
        3. Tổng kinh phí thực hiện: 19.000.000 đồng (Mười chín triệu đồng), từ nguồn sự nghiệp kinh tế năm 2024.
    Đúng:
        Điều 1. Phê duyệt nội dung và dự toán tuyên truyền năm 2024 (Chương 416):
        1. Treo băng rôn tuyên truyền: 20 cái, thực hiện Quý II/2024.
        2. In sổ tay tuyên truyền: 500 cuốn, thực hiện Quý III/2024.
        3. Tổng kinh phí thực hiện: 19.000.000 đồng (Mười chín triệu đồng), từ nguồn sự nghiệp kinh tế năm 2024.
    """
    named = list(_all(_CHAPTERS, reading.text))
    known = {found["code"] for found in named}
    for cell in _cells(reading, "chapter"):  # a column says the same on every line: once is enough
        new = [found for found in _CELL_CHAPTER.finditer(reading.text, *cell) if found["code"] not in known]
        named += new
        known.update(found["code"] for found in new)
    year = _budget_year(reading)
    edition = reading.codes().edition_of(year) if year and named and reading.codes else None
    own = _own_chapter(edition, reading.document.issuer) if edition else None
    if own is None or own.code == _OF_ALL:
        return
    for found in named:
        if found["code"] != own.code:
            unsure = "" if own.mark == "S" else " (chưa đối chiếu văn bản gốc)"
            message = f"Chương của {quote(own.name)} là {own.code}, văn bản ghi {found['code']}{unsure}."
            yield Found(message, found.span("code"))


def _own_chapter(edition: Edition, issuer: str | None) -> Code | None:
    """The chapter whose name begins the issuer's: Sở Công Thương of SỞ CÔNG THƯƠNG TỈNH HÀ BÌNH."""
    called = bare(issuer or "")
    own = (code for code in edition.codes if code.segment == "chapter" and called.startswith(bare(code.name)))
    return max(own, key=lambda code: len(code.name), default=None)


def _all(patterns: tuple[re.Pattern[str], ...], text: str) -> Iterator[re.Match[str]]:
    return (found for pattern in patterns for found in pattern.finditer(text))


def _budget_year(reading: Reading) -> int | None:
    """The one year of the programme; None where it spans several."""
    programme = reading.programme
    return programme.year if programme and programme.period is None else None
