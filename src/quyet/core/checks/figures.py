"""M101: an amount in figures and the words beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import merge

from quyet.core.checks.paper import money_in
from quyet.core.checks.registry import Found, rule
from quyet.core.checks.say import dong, quote
from quyet.core.decisions.model import Reading
from quyet.core.values.amounts import Money
from quyet.core.values.late import late
from quyet.core.values.stated import Span
from quyet.core.values.words import match_words

_NUMBER_WORD = r"(?=(?i:một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười)\s)"
_WORDS_BEGIN = (
    late(rf"\([\s*_\"“]*+(?:(?:[Vv]iết\s++)?[Bb]ằng\s++chữ(?:\s++là)?\s*+:?[\s*_\"“]*+)?{_NUMBER_WORD}"),
    late(rf"ằng\s++chữ(?:\s++là)?\s*+:[\s*_\"“]*+{_NUMBER_WORD}"),
)
"""(Một trăm … · (*Bằng chữ: Một trăm … · bằng chữ: Một trăm …"""
_JOINT = late(r"[\s*_|,;:.(]*(?:[Vv]iết\s+)?[Bb]?")
_CLOSED = late(r"[\s*_.,;:/!\"”]*(?:\)|$)|[\s*_]*[.,;\n]")
_UNREADABLE = late(r"[^)\d]{0,160}?(?:đồng|triệu|tỷ|nghìn|ngàn)(?!\w)[^)\d]{0,40}(?=\)|$)", re.IGNORECASE)
_WORD = late(r"[^\W\d_]+")
_COMMAS = late(r"\d{1,3}(?:,\d{3})+(?!\d)")
_FIGURE_REACH = 60
_DIGIT = late(r"\d")
_VOCABULARY = frozenset(
    "không một hai ba bốn năm sáu bảy bẩy tám chín mười mươi mốt tư lăm nhăm linh lẻ trăm nghìn ngàn triệu tỷ tỉ đồng"
    " chẵn".split()
)
_MOSTLY = 0.7


@dataclass(frozen=True, slots=True)
class Pair:
    """A figure and the words beside it; `said` is None where the words cannot be read."""

    figure: Money
    words: Span
    said: int | None


def _pairs(text: str) -> Iterator[Pair]:
    """Every amount in figures that is followed by its words."""
    return (pair for start, before in _begins(text) if (pair := _pair(text, before, start)))


def _begins(text: str) -> Iterator[tuple[int, int]]:
    """Where words of an amount may begin, and where what opens them begins. One by one: a text may be all brackets."""
    last = -1
    for found in merge(*(opening.finditer(text) for opening in _WORDS_BEGIN), key=re.Match.end):
        if found.end() != last:  # of two openings that end at one place the first in the list comes first
            last = found.end()
            yield last, found.start()


def _pair(text: str, before: int, start: int) -> Pair | None:
    reach = max(0, before - _FIGURE_REACH)
    figures = money_in(text, reach, before) if _DIGIT.search(text, reach, before) else []
    if not figures or not _JOINT.fullmatch(text, figures[-1].end, before):
        return None
    if said := match_words(text, start):
        return Pair(figures[-1], (start, said[0]), said[1]) if _CLOSED.match(text, said[0]) else None
    unread = _UNREADABLE.match(text, start)
    return Pair(figures[-1], (start, unread.end()), None) if unread and _is_number(unread[0]) else None


def _is_number(words: str) -> bool:
    """Whether most of the words are words of numbers: then they were meant for an amount."""
    said = [word.casefold() for word in _WORD.findall(words)]
    return sum(word in _VOCABULARY for word in said) >= _MOSTLY * len(said)


def _as_english(text: str, figure: Money) -> int | None:
    """What a figure means whose thousands are parted by commas, 12,500 đồng."""
    found = _COMMAS.match(text, figure.start)
    return int(found[0].replace(",", "")) if found else None


@rule("M101", severity="error")
def figure_equals_words(reading: Reading) -> Iterator[Found]:
    """Số tiền bằng số khác số tiền bằng chữ.
    Figure and words differ.

    Yêu cầu: Số tiền ghi bằng số và ghi bằng chữ đứng cạnh nhau phải bằng nhau.
    Asks: An amount in figures and the words beside it are equal.
    Lý do: Khi hai cách ghi khác nhau thì không biết được duyệt bao nhiêu, kho bạc không thanh toán được. Chữ không đọc
        được thì là lưu ý.
    Why: Where they differ nobody knows how much was approved, and the treasury cannot pay. Words that cannot be read
        are a warning.

    Sai:
        Điều 1. Tổng kinh phí thực hiện: 12.500.000 đồng (Mười lăm triệu hai trăm nghìn đồng).
    Đúng:
        Điều 1. Tổng kinh phí thực hiện: 12.500.000 đồng (Mười hai triệu năm trăm nghìn đồng).
    """
    for pair in _pairs(reading.text):
        figure = pair.figure
        if pair.said is None:
            words = quote(reading.text[slice(*pair.words)])
            message = f"Không đọc được số tiền bằng chữ {words}. Viết lại cho khớp {dong(figure.amount)}."
            yield Found(message, pair.words, severity="warning")
        elif pair.said not in (figure.amount, _as_english(reading.text, figure)):
            message = f"Bằng số {dong(figure.amount)}, bằng chữ {dong(pair.said)}. Sửa để hai số bằng nhau."
            yield Found(message, (figure.start, pair.words[1]))
