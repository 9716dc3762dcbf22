"""One scalar of a draft's file as the value that its field takes. ValueError with both sentences where it is none."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal

from quyet.core.values.amounts import dotted
from quyet.core.values.folding import squeeze
from quyet.files.drafts.shape import MONEY_LIMIT, NUMBER_LIMIT


class Wrong(ValueError):
    """Why a scalar cannot be taken, in Vietnamese and in English."""

    def __init__(self, vi: str, en: str) -> None:
        super().__init__(en)
        self.vi, self.en = vi, en


_GROUPED = re.compile(r"-?\d{1,3}(?:\.\d{3})+")
_WHOLE = re.compile(r"-?\d{1,18}")
_NUMBER = re.compile(r"-?\d{1,18}(?:\.\d{1,9})?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")

_DIRECTS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that turn the direction of a line: what is shown would not be what is stored."""
_INVISIBLE = str.maketrans("", "", "\ufeff\u200b\u00ad")
"""Zero-width marks that come along from web pages and say nothing."""


def to_text(written: str, limit: int, lines: bool = False) -> str:
    """A text, NFC, on one line unless it may have several."""
    text = unicodedata.normalize("NFC", written).translate(_INVISIBLE)
    for character in text:
        if (character < " " and character not in "\t\n\r") or "\x7f" <= character <= "\x9f" or character in _DIRECTS:
            raise _character(character, "ký tự điều khiển", "a control character")
        if "\ud800" <= character <= "\udfff" or character in "\ufffe\uffff" or unicodedata.category(character) == "Cn":
            raise _character(character, "ký tự không có trong Unicode", "no character of Unicode")
    text = "\n".join(filter(None, map(squeeze, text.splitlines()))) if lines else squeeze(text)
    if len(text) > limit:
        vi, en = (
            f"dài {dotted(len(text))} ký tự; nhiều nhất {dotted(limit)}",
            f"{len(text)} characters; {limit} at most",
        )
        raise Wrong(vi, en)
    return text


def _character(character: str, vi: str, en: str) -> Wrong:
    code = f"U+{ord(character):04X}"
    return Wrong(f"có {vi} {code}; hãy xóa ký tự này", f"holds {en}, {code}; remove it")


def to_dong(written: str) -> int:
    """Whole đồng: 185000000, or 185.000.000 as officials write it."""
    bare = written.replace(".", "") if _GROUPED.fullmatch(written) else written
    if not _WHOLE.fullmatch(bare):
        raise Wrong(
            f"phải là số tiền nguyên đồng, ví dụ 185000000, không phải «{written[:40]}»",
            f"must be whole đồng, such as 185000000, not {written[:40]!r}",
        )
    if abs(int(bare)) > MONEY_LIMIT:
        raise Wrong("lớn hơn một triệu tỷ đồng (10^15)", "more than one million billion đồng (10^15)")
    return int(bare)


def to_whole(written: str) -> int:
    """A whole number: a year, a level."""
    if not _WHOLE.fullmatch(written) or abs(int(written)) > MONEY_LIMIT:
        raise Wrong(f"phải là số nguyên, không phải «{written[:40]}»", f"must be a whole number, not {written[:40]!r}")
    return int(written)


def to_number(written: str) -> Decimal:
    """A quantity: 40, 1.5. A dot before three digits is refused: in Vietnamese it groups thousands, in YAML it begins a
    fraction, and 1.500 would be one of the two at random."""
    if _GROUPED.fullmatch(written):
        whole = written.replace(".", "")
        raise Wrong(
            f"«{written[:40]}» có thể là {whole[:40]} hoặc số lẻ; hãy viết {whole[:40]}",
            f"{written[:40]} may be {whole[:40]} or a fraction; write {whole[:40]}",
        )
    if not _NUMBER.fullmatch(written):
        raise Wrong(
            f"phải là một số, ví dụ 40 hoặc 1.5, không phải «{written[:40]}»",
            f"must be a number, such as 40 or 1.5, not {written[:40]!r}",
        )
    value = Decimal(written)
    if abs(value) > NUMBER_LIMIT:
        raise Wrong("lớn hơn 10^12", "more than 10^12")
    return value


def to_day(written: str) -> date:
    """A day: 2024-12-25."""
    try:
        if _DAY.fullmatch(written):
            return date.fromisoformat(written)
    except ValueError:
        pass
    raise Wrong(
        f"phải là một ngày có thật, dạng 2024-12-25, không phải «{written[:40]}»",
        f"must be a day of the calendar, as 2024-12-25, not {written[:40]!r}",
    )


def to_flag(written: str) -> bool:
    """true or false."""
    if written in ("true", "false"):
        return written == "true"
    raise Wrong(f"phải là true hoặc false, không phải «{written[:40]}»", f"must be true or false, not {written[:40]!r}")
