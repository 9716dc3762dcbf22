"""Words set in the fonts of the time before Unicode: .VnTime and its family (TCVN3), VNI-Times and its family (VNI).

A font is better evidence than a guess from the words: what a .VnTime font shows for a code is fixed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quyet.core.decisions.source import Notice
from quyet.files.readers.sheet import Block, CellText, TableText

if TYPE_CHECKING:
    from quyet.files.readers.encodings import Guess

_UNICODE_ONLY = re.compile("[ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9]")
"""Letters that no old font has: text with them is Unicode, and the font is only a leftover of the formatting."""


def from_font(text: str, font: str) -> tuple[str, str]:
    """The letters that the font shows, and the code of the old encoding; the text itself and "" for any other font."""
    if _UNICODE_ONLY.search(text):
        return text, ""
    if font.startswith(".Vn"):
        from quyet.files.readers.encodings import from_tcvn3

        shown = from_tcvn3(text)
        return (shown.upper() if font.endswith("H") else shown), "tcvn3"
    if font.upper().startswith("VNI-"):
        from quyet.files.readers.encodings import from_vni

        return from_vni(text), "vni"
    return text, ""


def from_letters(blocks: Sequence[Block]) -> tuple[list[Block], tuple[Notice, ...]]:
    """Blocks whose letters only make words in an old encoding, read in it; and the notice that says so.

    For files that do not name the font (a web page, a PDF). Text with any letter that only Unicode has is left alone.
    """
    lines = list(_lines(blocks))
    if any(_UNICODE_ONLY.search(line) for line in lines) or not _has_many_marks(lines):
        return list(blocks), ()
    from quyet.files.readers.encodings import recognise

    guess = recognise("\n".join(lines))
    if not (guess.certain and guess.code):
        return list(blocks), ()
    return [_reread(block, guess) for block in blocks], (Notice(guess.code, guess.code.upper()),)


_MANY = 8
"""So many words with marks, and no letter of Unicode's own among them, are no accident."""


def _has_many_marks(lines: Sequence[str]) -> bool:
    return sum(1 for line in lines if not line.isascii() for word in line.split() if not word.isascii()) >= _MANY


def _lines(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, str):
            yield block
        else:
            yield from (paragraph for row in block.rows for cell in row for paragraph in cell.paragraphs)


def _reread(block: Block, guess: Guess) -> Block:
    if isinstance(block, str):
        return guess.read(block)
    return TableText(
        [[CellText([guess.read(each) for each in cell.paragraphs], cell.columns) for cell in row] for row in block.rows]
    )
