"""The words of one cell → its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quyet.files.readers.printed.cuts import CUT
from quyet.files.readers.printed.lines import rows_of
from quyet.files.readers.printed.model import Row, Word

ITEM = re.compile(r"[-–+•*]\s|[-–+•]$")
"""How the lines of a list in a cell begin."""
_SPACE = 0.25
_PADDING = 12.5
"""What a cell leaves free at its two sides together: 10.8 pt in Word and LibreOffice, and the width of the rules."""


def paragraphs_of(words: Sequence[Word], width: float) -> list[str]:
    """The lines of a cell, wrapped ones made whole.

    A line is a paragraph of its own where the first word of the next line would still have fitted on it, or where an
    item of a list begins.
    """
    paragraphs: list[str] = []
    above: Row | None = None
    for row in rows_of(words):
        if above is not None and not ITEM.match(row.text) and _is_full(above, row, width):
            paragraphs[-1] = joined(paragraphs[-1], row.text)
        else:
            paragraphs.append(row.text)
        above = row
    return paragraphs


def joined(above: str, below: str) -> str:
    """Two lines of one paragraph as one, a word that the line end cut made whole."""
    return above + ("" if CUT.search(above) else " ") + below


def _is_full(above: Row, row: Row, width: float) -> bool:
    first = row.segments[0].words[0]
    needed = (above.right - above.left) + _SPACE * row.size + (first.right - first.left)
    return needed > width - _PADDING
