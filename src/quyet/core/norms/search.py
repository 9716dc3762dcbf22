"""Norms by words: `phụ cấp lưu trú`, `tien an dai bieu`, `hotel`. Diacritics and order do not matter.

A word counts more where few rows have it, and most in the name of an item.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from unicodedata import normalize

from quyet.core.norms.model import Level, Norms
from quyet.core.norms.rows import Row
from quyet.core.values.folding import bare

_WORD = re.compile(r"[a-z0-9]+(?:[.,/][0-9]+)*")
_NAME, _SYNONYM, _ABOUT = 4, 3, 1
"""What a word is worth in the name, among the other words for the item, and in what is said around it."""
_PHRASE = 100
"""What the words are worth as they were typed, in one piece: more than any of them alone."""

_FAR = 3
"""An item that is so many times worse than the best one is left out."""


def words_of(text: str) -> list[str]:
    """The words of a text, folded: `Phụ cấp lưu trú` → phu, cap, luu, tru."""
    return _WORD.findall(bare(normalize("NFC", text)))


def find(norms: Norms, asked: str, rows: Sequence[Row]) -> list[Row]:
    """The rows that the words mean, best first; those of one item stay together, equally good ones in their order."""
    query = list(dict.fromkeys(words_of(asked)))
    fields = [_fields(norms, row) for row in rows]
    spread = Counter(word for field in fields for word in {word for _, words in field for word in words})
    scores = [_score(query, field, spread, len(rows)) for field in fields]
    best: dict[str, int] = {}
    for row, score in zip(rows, scores, strict=True):
        best[row.item.key] = max(score, best.get(row.item.key, 0))
    enough = max(scores, default=0) // _FAR
    met = [(score, row) for score, row in zip(scores, rows, strict=True) if score and best[row.item.key] >= enough]
    return [row for score, row in sorted(met, key=lambda each: (-best[each[1].item.key], each[1].item.key, -each[0]))]


def _fields(norms: Norms, row: Row) -> list[tuple[int, list[str]]]:
    """The words of a row, each with what a hit in it is worth."""
    item = row.item
    fields = [(_NAME, words_of(name)) for name in item.name]
    fields += [(_SYNONYM, words_of(word)) for word in item.words]
    return fields + [(_ABOUT, words_of(text)) for text in (*item.limits, *_around(norms, row.level))]


def _around(norms: Norms, level: Level | None) -> Iterable[str]:
    if level is None:
        return
    if level.place:
        yield from norms.places[level.place].name
    if level.rank:
        yield from norms.ranks[level.rank].name
    if level.source:
        yield level.source.text
    for text in (level.rule, *level.conditions):
        yield from text or ()


def _score(query: Sequence[str], fields: Sequence[tuple[int, list[str]]], spread: Counter[str], rows: int) -> int:
    """0 where fewer than two in three of the words that any row knows are met, or fewer than half of all."""
    known = [word for word in query if spread[word]]
    worth = {word: max((value for value, words in fields if word in words), default=0) for word in known}
    met = sum(1 for value in worth.values() if value)
    if not met or met * 3 < len(known) * 2 or met * 2 < len(query):
        return 0
    phrase = max((value for value, words in fields if _within(query, words)), default=0)
    return phrase * _PHRASE + sum(value * (1 + rows // spread[word]) for word, value in worth.items())


def _within(query: Sequence[str], words: Sequence[str]) -> bool:
    """Whether the query stands in a text as it was typed, word by word."""
    size = len(query)
    return any(list(query) == list(words[start : start + size]) for start in range(len(words) - size + 1))
