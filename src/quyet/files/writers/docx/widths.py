"""How long a line of text is drawn, nearly: Word keeps no lengths, and lines are drawn below words by their length.

Letters fall into few classes, each with its mean width in Times New Roman in thousandths of the size. For the names of
bodies and titles the sum is right within four per cent, which is less than "from a third to a half" leaves open.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from unicodedata import normalize

from quyet.core.presentation.format import Style

_SPACES, _THIN = frozenset(" \u00a0.,"), frozenset("ijltfrsI;:!|/()[]-'")
_WIDE, _WIDEST = frozenset("mw"), frozenset("MW")


def text_width(text: str, size: Decimal, bold: bool) -> int:
    """Of one unbroken line, in twips."""
    return int(sum(_letter(letter, bold) for letter in text) * size * 20 / 1000)


def longest_line(text: str, style: Style, room: int) -> int:
    """The width of the longest line when the text is broken into lines at most so wide."""
    longest = line = 0
    shown = text.upper() if style.upper else text
    space, *widths = (text_width(word, style.size.write, style.bold) for word in (" ", *shown.split(" ")))
    for width in widths:
        line = line + space + width if line and line + space + width <= room else width
        longest = max(longest, line)
    return min(longest, room)


def even_room(text: str, style: Style, room: int) -> int:
    """The room in which a text breaks into lines of about one length, so that no word is left alone on the last; all
    the room where one line is enough."""
    whole = longest_line(text, style, len(text) * room)
    lines = -(-whole // room)
    if lines <= 1:
        return room
    return min(room, longest_line(text, style, whole * 112 // (100 * lines)) * 105 // 100)


@lru_cache(maxsize=1024)
def _letter(letter: str, bold: bool) -> int:
    bare = normalize("NFD", letter)[0]  # marks above and below take no room
    if bare in _SPACES:
        return 250
    if bare in _THIN:
        return 345 if bold else 310
    if bare in _WIDEST:
        return 950 if bold else 900
    if bare in _WIDE:
        return 780 if bold else 750
    if bare.isupper():
        return 730 if bold else 695
    return 520 if bold else 485


def share(ends: tuple[Decimal, Decimal]) -> Decimal:
    """Between the two shares that are allowed, the middle."""
    return (ends[0] + ends[1]) / 2
