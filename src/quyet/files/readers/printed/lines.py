"""Words → segments → rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from quyet.files.readers.printed.model import Row, Segment, Word

# All in line heights of the words concerned.
_SAME_HEIGHT = 0.42
"""Words whose feet differ less stand in one line: a raised ² does, the next line does not."""
_SIDE_BY_SIDE = 0.75
"""Segments that differ less and do not overlap are printed beside one another, in columns with lines of their own."""
_GAP = 1.1
"""A gap this wide between two words parts segments."""
_TOUCHING = 0.15
_ROOM = 9.0
"""The room for a number or a day is no wider."""
_BEHIND_ROOM: dict[str, tuple[str, ...]] = {"ngày": ("tháng",), "tháng": ("năm",), "số:": ("/", "-"), "số": ("/",)}
"""What stands behind such room, by what stands before it."""
_OTHER_SIZE = 1.3
"""Letters that much smaller or larger, and not touching, are another thing than the words beside them: a stamp."""


def rows_of(words: Sequence[Word]) -> list[Row]:
    """All words of a page (or of a part of it), as rows from top to bottom."""
    rows = [Row(list(_segments(line))) for line in _lines(words)]
    return _beside(rows)


def _lines(words: Sequence[Word]) -> Iterator[list[Word]]:
    line: list[Word] = []
    for word in sorted(words, key=lambda each: (each.base, each.left)):
        if line and word.base - line[0].base > _SAME_HEIGHT * max(word.size, line[0].size):
            yield sorted(line, key=lambda each: each.left)
            line = []
        line.append(word)
    if line:
        yield sorted(line, key=lambda each: each.left)


def _segments(line: Sequence[Word]) -> Iterator[Segment]:
    segment: list[Word] = []
    for word in close_letters(line):
        if segment:
            before = segment[-1]
            if _is_shadow(word, before):
                continue
            gap, size = word.left - before.right, max(word.size, before.size)
            other = gap > _TOUCHING * size and size > _OTHER_SIZE * min(word.size, before.size)
            if (gap > _GAP * size or other) and not _leaves_room(before, word, gap / size):
                yield Segment(segment)
                segment = []
        segment.append(word)
    if segment:
        yield Segment(segment)


def _leaves_room(before: Word, word: Word, gap: float) -> bool:
    """Whether a gap is the room that a draft leaves for its number or day: `Số:     /QĐ`, `ngày    tháng    năm`."""
    if gap > _ROOM:
        return False
    return word.text.startswith(_BEHIND_ROOM.get(before.text.casefold(), ()))


def _is_shadow(word: Word, before: Word) -> bool:
    """The same word printed twice in nearly one place: how some programs make bold letters."""
    return word.text == before.text and abs(word.left - before.left) < 0.25 * word.size


def _beside(rows: Sequence[Row]) -> list[Row]:
    """Rows whose heights differ by less than a line, and which do not stand above one another, are one row."""
    joined: list[Row] = []
    for row in rows:
        above = joined[-1] if joined else None
        if above is not None and _side_by_side(above, row):
            joined[-1] = Row(sorted(above.segments + row.segments, key=lambda each: each.left))
        else:
            joined.append(row)
    return joined


def _side_by_side(one: Row, other: Row) -> bool:
    if other.base - one.base >= _SIDE_BY_SIDE * max(one.size, other.size):
        return False
    gap = _GAP * max(one.size, other.size)
    return all(a.right + gap < b.left or b.right + gap < a.left for a in one.segments for b in other.segments)


# --- letters printed apart -------------------------------------------------------------------------------------------

_SPACED = 4
"""So many single letters in a row are one word printed apart: no sentence has them."""
_WORD_GAP = 1.6
"""Among letters printed apart, a gap wider than their common one by this is a space."""


def close_letters(line: Sequence[Word]) -> list[Word]:
    """`Q U Y Ế T   Đ Ị N H` → `QUYẾT ĐỊNH`, where it is certain."""
    closed: list[Word] = []
    letters: list[Word] = []
    for word in [*line, None]:
        if word is not None and len(word.text) == 1 and word.text.isalpha() and _follows(word, letters):
            letters.append(word)
            continue
        closed += _words_of_letters(letters)
        letters = []
        if word is not None and len(word.text) == 1 and word.text.isalpha():
            letters = [word]
        elif word is not None:
            closed.append(word)
    return closed


def _follows(word: Word, letters: Sequence[Word]) -> bool:
    return not letters or word.left - letters[-1].right < 1.5 * word.size


def _words_of_letters(letters: Sequence[Word]) -> list[Word]:
    if len(letters) < _SPACED:
        return list(letters)
    gaps = [b.left - a.right for a, b in pairwise(letters)]
    common = sorted(gaps)[len(gaps) // 2 - (len(gaps) % 2 == 0)]
    words = [letters[0]]
    for letter, gap in zip(letters[1:], gaps, strict=True):
        if gap > _WORD_GAP * common:
            words.append(letter)
        else:
            last = words[-1]
            words[-1] = Word(last.text + letter.text, last.left, letter.right, last.base, last.size)
    return words
