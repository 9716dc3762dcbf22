"""A closing that the end of a page cut: the rest of its list of recipients is brought back to where the list began.

Else the office that signs, printed beside the first recipients, would be read before the others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from quyet.files.readers.printed.model import Row

_RECIPIENTS = re.compile(r"Nơi nhận", re.IGNORECASE)
_RECIPIENT = re.compile(r"[-–+]\s")
_WITHIN = 12
"""So many rows from the foot of a page the list may begin."""
_LINE = 1.3


def with_whole_closings(pages: Sequence[Sequence[Row]]) -> list[list[Row]]:
    """The rows of the pages, recipients that were printed on the next page moved up."""
    whole = [list(rows) for rows in pages]
    for page, following in pairwise(whole):
        if any(_RECIPIENTS.match(segment.text) for row in page[-_WITHIN:] for segment in row.segments):
            while following and _RECIPIENT.match(following[0].text):
                page.append(_below(page[-1], following.pop(0)))
    return whole


def _below(last: Row, row: Row) -> Row:
    """The row, moved to stand under the last one of the page."""
    down = last.base + _LINE * row.size - row.base
    for segment in row.segments:
        for word in segment.words:
            word.base += down
    return row
