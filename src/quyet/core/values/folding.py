"""Folds that make two spellings of one word equal. Each keeps the length of the text, so positions stay true."""

from __future__ import annotations

import re
from unicodedata import normalize

# «hoà» and «hòa», «thuỷ» and «thủy» are both taught; NFC keeps them apart. Letters are pairs: same length.
_TONE_PAIRS = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
# Only at the end of a syllable («hoạch» has one spelling), and not behind q («quý»).
_TONE = re.compile(rf"(?<!q)(?:{'|'.join(_TONE_PAIRS)})(?!\w)")


def fold(text: str) -> str:
    """Lower case, one place for the tone mark, one letter đ. The result has the length of `text`.

    >>> fold("UỶ BAN, hoà, Ðiều")
    'ủy ban, hòa, điều'
    """
    low = text.lower()
    if low.isascii():
        return low
    if len(low) != len(text):  # «İ» and few others grow in lower case; leave such letters as they are
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return _TONE.sub(lambda pair: _TONE_PAIRS[pair.group()], low.replace("ð", "đ"))


def bare(text: str) -> str:
    """Folded, and without diacritics: what somebody types who has no Vietnamese keyboard at hand.

    >>> bare("Phụ cấp lưu trú, Đoàn")
    'phu cap luu tru, doan'
    """
    return "".join(normalize("NFD", letter)[0] for letter in fold(text)).replace("đ", "d")


def squeeze(text: str) -> str:
    """Every run of white space becomes one space; none at the ends."""
    return " ".join(text.split())


def searchable(text: str) -> str:
    """What is kept to be searched, and what is searched for: bare, in single spaces, however its letters are composed.

    >>> searchable("Sở Công Thương  tỉnh Lạng Sơn")
    'so cong thuong tinh lang son'
    """
    return bare(squeeze(normalize("NFC", text)))
