"""One scalar of a draft's file as the value that its field takes. `Wrong` with both sentences where it is none."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal

from quyet.core.papers.eids import element_of
from quyet.core.values.amounts import dotted
from quyet.core.values.folding import squeeze
from quyet.files.drafts.faults import shown
from quyet.files.drafts.shape import DIGITS_LIMIT, MONEY_LIMIT, NUMBER_LIMIT, TEXT_LIMIT, YEARS


class Wrong(ValueError):
    """Why a scalar cannot be taken, in Vietnamese and in English."""

    def __init__(self, vi: str, en: str) -> None:
        super().__init__(en)
        self.vi, self.en = vi, en


_GROUPED = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{3})+")
_WHOLE = re.compile(r"-?[0-9]+")
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]{1,9})?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LONGEST = 24
"""Characters of the longest figure that is looked at: -1.000.000.000.000.000 has 22."""

_DROPPED = str.maketrans("", "", "\ufeff\u200b\u200c\u200d\u2060\u00ad")
"""Marks without width that come along from web pages and say nothing."""

_HIDDEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0000-\U000e0fff]"
)
"""Characters that nobody sees, though Unicode counts them among letters and marks."""


# --- texts -----------------------------------------------------------------------------------------------------------


def to_text(written: str, limit: int, lines: bool = False) -> str:
    """A text, NFC, on one line unless it may have several."""
    if len(written) > 2 * limit:  # also a text of 20 MB is refused at once
        raise _too_long(len(written), limit)
    text = unicodedata.normalize("NFC", written).translate(_DROPPED)
    for character in text:
        if character > "~" or character < " ":
            _hold_sound(character)
    text = "\n".join(filter(None, map(squeeze, text.splitlines()))) if lines else squeeze(text)
    if len(text) > limit:
        raise _too_long(len(text), limit)
    longest = max(map(len, text.split()), default=0)
    if longest > TEXT_LIMIT:
        told = dotted(TEXT_LIMIT)
        raise Wrong(
            f"có một từ dài {dotted(longest)} ký tự; nhiều nhất {told}",
            f"a word of {longest} characters; {TEXT_LIMIT} at most",
        )
    return text


def _hold_sound(character: str) -> None:
    """Wrong for what no paper may hold: commands, what turns or hides the words beside it, what is no character."""
    if character in "\t\n\r":
        return
    category = unicodedata.category(character)
    if category in ("Cs", "Cn"):
        raise _character(character, "ký tự không có trong Unicode", "no character of Unicode")
    if category == "Cc":
        raise _character(character, "ký tự điều khiển", "a control character")
    if category == "Cf" or _HIDDEN.match(character):
        raise _character(character, "ký tự ẩn", "a hidden character")


def _character(character: str, vi: str, en: str) -> Wrong:
    code = f"U+{ord(character):04X}"
    return Wrong(f"có {vi} {code}; hãy xóa ký tự này", f"holds {en}, {code}; remove it")


def _too_long(length: int, limit: int) -> Wrong:
    return Wrong(f"dài {dotted(length)} ký tự; nhiều nhất {dotted(limit)}", f"{length} characters; {limit} at most")


def to_ref(written: str, attached: bool) -> str:
    """The reference of an attached text, or of a node inside a paper."""
    form = "phu_luc_1" if attached else "dieu_1/khoan_2/diem_a"
    try:
        fits = (element_of(written) == "attachment") == attached
    except ValueError:
        fits = False
    if not fits:
        raise Wrong(
            f"phải có dạng {form}, không phải «{shown(written)}»", f"must look like {form}, not {shown(written)!r}"
        )
    return written


# --- figures ---------------------------------------------------------------------------------------------------------


def to_dong(written: str, figure: bool = False) -> int:
    """Whole đồng: 185000000, or 185.000.000 as officials write it. In a `figure` of JSON a dot begins a fraction."""
    bare = written.replace(".", "") if _GROUPED.fullmatch(written) and not figure else written
    if not _WHOLE.fullmatch(bare):
        raise Wrong(
            f"phải là số tiền nguyên đồng, ví dụ 185000000, không phải «{shown(written)}»",
            f"must be whole đồng, such as 185000000, not {shown(written)!r}",
        )
    if len(bare) > _LONGEST or abs(int(bare)) > MONEY_LIMIT:
        raise Wrong("lớn hơn một triệu tỷ đồng (10^15)", "more than one million billion đồng (10^15)")
    return int(bare)


def to_year(written: str) -> int:
    """A year of a programme."""
    first, last = YEARS
    if len(written) == 4 and _WHOLE.fullmatch(written) and first <= int(written) <= last:
        return int(written)
    raise Wrong(
        f"phải là một năm từ {first} đến {last}, không phải «{shown(written)}»",
        f"must be a year from {first} to {last}, not {shown(written)!r}",
    )


def to_small(written: str) -> int:
    """A place in a list, or how deep a line of an estimate stands."""
    if len(written) > 2 or not _WHOLE.fullmatch(written) or int(written) < 0:
        raise Wrong(
            f"phải là số nguyên từ 0 đến 99, không phải «{shown(written)}»",
            f"must be a whole number from 0 to 99, not {shown(written)!r}",
        )
    return int(written)


def to_rate(written: str, figure: bool = False) -> Decimal:
    """A share in percent: 8, 7.5."""
    rate = to_number(written, figure)
    if not 0 <= rate <= 100:
        raise Wrong(f"phải từ 0 đến 100 %, không phải {shown(written)}", f"must be 0 to 100 %, not {shown(written)}")
    return rate


def to_number(written: str, figure: bool = False) -> Decimal:
    """A quantity: 40, 1.5. A dot before three digits is refused: in Vietnamese it groups thousands, in YAML it begins a
    fraction, and 1.500 would be one of the two at random. In a `figure` of JSON it is a fraction."""
    if _GROUPED.fullmatch(written) and not figure:
        whole = shown(written.replace(".", ""))
        raise Wrong(
            f"«{shown(written)}» có thể là {whole} hoặc số lẻ; hãy viết {whole}",
            f"{shown(written)} may be {whole} or a fraction; write {whole}",
        )
    if not _NUMBER.fullmatch(written):
        raise Wrong(
            f"phải là một số, ví dụ 40 hoặc 1.5, không phải «{shown(written)}»",
            f"must be a number, such as 40 or 1.5, not {shown(written)!r}",
        )
    value = Decimal(written) + 0  # no -0
    hold_number(value)
    return value


def hold_number(value: Decimal) -> None:
    """Wrong for a quantity that is too large, or has more digits than every program keeps."""
    if abs(value) > NUMBER_LIMIT:
        raise Wrong("lớn hơn 10^12", "more than 10^12")
    if len(value.normalize().as_tuple().digits) > DIGITS_LIMIT:
        raise Wrong(f"có quá {DIGITS_LIMIT} chữ số", f"of more than {DIGITS_LIMIT} digits")


def to_day(written: str) -> date:
    """A day: 2024-12-25."""
    first, last = YEARS
    try:
        day = date.fromisoformat(written) if _DAY.fullmatch(written) else None
    except ValueError:
        day = None
    if day is None:
        raise Wrong(
            f"phải là một ngày có thật, dạng 2024-12-25, không phải «{shown(written)}»",
            f"must be a day of the calendar, as 2024-12-25, not {shown(written)!r}",
        )
    if not first <= day.year <= last:
        raise Wrong(f"phải từ năm {first} đến {last}, không phải {written}", f"must lie in {first} to {last}")
    return day


def to_flag(written: str) -> bool:
    """true or false."""
    if written in ("true", "false"):
        return written == "true"
    raise Wrong(
        f"phải là true hoặc false, không phải «{shown(written)}»", f"must be true or false, not {shown(written)!r}"
    )
