"""Which column of a statement holds what: by the meaning of one or two rows of headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from quyet.core.decisions.grammar.words import phrase
from quyet.core.values.folding import fold, squeeze
from quyet.files.readers.sheet import tidy
from quyet.files.readers.xlsx.cells.grid import Grid
from quyet.files.readers.xlsx.tables.found import Merged
from quyet.files.readers.xlsx.tables.headings import Texts, caption_scale, scale_in

_WITHIN = 60
"""Filled rows in which the headings stand."""
_LONGEST = 80

_MEANINGS = (
    ("aside", re.compile(
        r"số dư|dư (?:nợ|có|đầu|cuối)|lũy kế|tài khoản|\btk\b|balance|ngoại tệ|phí\b|\bstt\b|số thứ tự"
    )),
    ("day", re.compile(r"ngày|\bdate\b")),
    ("code", re.compile(r"ndkt|tiểu mục|nội dung kinh tế|mục lục|mlns|mã mục|\bmục\b")),
    ("debit", re.compile(r"\bnợ\b|\bdebit\b|ghi chi|số tiền chi|tiền chi\b|rút ra|chi ra")),
    ("credit", re.compile(r"\bcó\b|\bcredit\b|ghi thu|số tiền thu|tiền thu\b|giảm chi|nộp trả|nộp vào")),
    ("amount", re.compile(r"số tiền|thành tiền|tổng tiền|giá trị|phát sinh|\bamount\b|thanh toán \(đồng\)")),
    ("content", re.compile(r"nội dung|diễn giải|mô tả|\bdescription\b|lý do|ghi chú")),
    ("number", re.compile(
        r"số (?:chứng từ|c\.?t|bút toán|giao dịch|gd|tham chiếu|hồ sơ|phiếu|hiệu)|(?:chứng từ|ct|giao dịch) số|"
        r"chứng từ|^số$|mã giao dịch|\bref|\bnumber\b|\bno\b"
    )),
)  # fmt: skip
"""The first that a heading fits is what its column holds."""

_PREFERRED = {"day": re.compile(r"hạch toán|ghi sổ|thanh toán|kho bạc|giao dịch|thực hiện|hiệu lực")}
"""The treasury did it on that day; a voucher may bear an earlier one."""


@dataclass(frozen=True, slots=True)
class Columns:
    """`at`: meaning → column; `last`: the last row of the headings; `texts`: what they say, as it is repeated on pages;
    `scale`: in how many đồng the sheet counts."""

    at: Mapping[str, int]
    last: int
    texts: Texts
    scale: int


def columns_of(grid: Grid) -> Columns | None:
    """The first headings that name a day and money; None where there are none."""
    merged = Merged(grid)
    for place in range(min(len(grid.order), _WITHIN)):
        for last, texts in _headings(grid, merged, place):
            at = _meanings(texts)
            if "day" in at and at.keys() & {"amount", "debit", "credit"}:
                return Columns(at, last, merged.texts(last), _scale(grid, last, texts))
    return None


def _headings(grid: Grid, merged: Merged, place: int) -> Iterator[tuple[int, Texts]]:
    """Two rows as one heading, where the lower one names parts of the upper; then the row alone. With the last row."""
    upper = merged.texts(grid.order[place])
    below = grid.order[place + 1] if place + 1 < len(grid.order) else None
    lower = merged.texts(below) if below is not None else {}
    if below is not None and {_bare(text) for text in lower.values()} & _PARTS:
        yield below, {at: f"{upper.get(at, '')} {lower.get(at, '')}" for at in upper.keys() | lower.keys()}
    yield grid.order[place], upper


_PARTS = {"số", "ngày", "nợ", "có", "số hiệu", "số tiền", "ghi nợ", "ghi có", "chi", "thu", "số ct", "ngày ct"}


def _meanings(texts: Texts) -> dict[str, int]:
    found: dict[str, list[tuple[int, str]]] = {}
    for at, text in sorted(texts.items()):
        low = _bare(text)
        meaning = next((meaning for meaning, words in _MEANINGS if words.search(low)), None) if low else None
        if meaning is not None and len(low) <= _LONGEST:
            found.setdefault(meaning, []).append((at, low))
    found.pop("aside", None)
    return {meaning: _chosen(meaning, places) for meaning, places in found.items()}


def _chosen(meaning: str, places: list[tuple[int, str]]) -> int:
    wanted = _PREFERRED.get(meaning)
    return next((at for at, low in places if wanted is not None and wanted.search(low)), places[0][0])


def _bare(text: str) -> str:
    return squeeze(fold(tidy(text))).strip(" .:*")


def _scale(grid: Grid, last: int, texts: Texts) -> int:
    above = [cell.value for row in grid.order if row <= last for cell in grid.rows[row].values()]
    said = [caption_scale(text[:200]) for text in above if isinstance(text, str)] + [
        scale_in(text) for text in texts.values() if _MONEY.match(_bare(text))
    ]
    return next((scale for scale in said if scale is not None), 1)


_MONEY = phrase(r"(?:tổng )?(?:số tiền|thành tiền|phát sinh|nợ|có|ghi nợ|ghi có|giá trị)")
