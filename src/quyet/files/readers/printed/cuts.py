"""Words that the end of a printed line cut in two: `18/2010/NĐ-` and `CP`, `người/` and `ngày`.

Programs break a line behind a hyphen or a stroke as if there were a space. Where one of them ends a line and touches
the letters before it, nothing stood behind it: the rest of the word is taken up from the next line. A dash between
words (`Kế hoạch -`) has a space before it and stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from quyet.files.readers.printed.model import Grid, Row, Segment

CUT = re.compile(r"\w[/-]$")
_NEXT_LINE = 2.2
"""The next line of the same column is this near, in line heights."""


def whole_words(parts: Iterable[Row | Grid]) -> list[Row | Grid]:
    """The rows of a page, in reading order, with their words made whole."""
    whole: list[Row | Grid] = []
    for part in parts:
        above = whole[-1] if whole else None
        if isinstance(part, Row) and isinstance(above, Row) and _is_cut(above, part):
            rest = _take_up(above, part)
            whole += [rest] if rest else []
        else:
            whole.append(part)
    return whole


def _is_cut(above: Row, row: Row) -> bool:
    return (
        CUT.search(above.text) is not None
        and row.text[0].isalnum()
        and 0 < row.base - above.base < _NEXT_LINE * row.size
        and row.left < above.right
    )


def _take_up(above: Row, row: Row) -> Row | None:
    """Put the first word of a row behind the last one of the row above; what is left of the row, if anything."""
    first, *others = row.segments[0].words
    above.segments[-1].words[-1].text += first.text
    segments = ([Segment(others)] if others else []) + row.segments[1:]
    return Row(segments) if segments else None
