"""Which kind of activity a title names: a banner, a handbook, a study tour …

The words of each kind are facts, not code: they stand in `quyet/data/kinds/`, one file a kind, and come in here as
`Kind` values. A Vietnamese title says first what is done and then what it is about ("Phóng sự về hội nghị tập huấn" is
a report, "Sổ tay hướng dẫn tập huấn" a handbook): so of several words the earliest counts, and at one place the
longest, unless the unit in which the activity is counted speaks for another.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from quyet.core.values.folding import fold

OTHER = "other"
"""The kind of everything that no file describes."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of activity. `words` name it; a word inside one of the `unless` phrases does not. A kind that `yields`
    names only what no other does: the first five keep every title that they ever named."""

    key: str
    name_vi: str
    name_en: str
    units: tuple[str, ...]
    words: tuple[str, ...]
    unless: tuple[str, ...]
    yields: bool = False


Place = tuple[bool, int, int]
"""How good a hit is, smaller is better: the unit does not fit; where it starts; its length below zero."""


def recognise(title: str, unit: str | None, kinds: Sequence[Kind]) -> str:
    """The key of the kind that `title` names, `other` where it names none.

    Where the title is silent the unit may name it: "40 băng rôn", "02 phóng sự".
    """
    said, counted = _words(title), _words(unit or "")
    first = [kind for kind in kinds if not kind.yields]
    return _named(first, said, counted) or _named([kind for kind in kinds if kind.yields], said, counted) or OTHER


def _named(kinds: Sequence[Kind], said: str, counted: str) -> str | None:
    named = [(place, kind.key) for kind in _begun(kinds, said) for place in _places(kind, said, counted)]
    if not named and counted:
        begun = (kind for kind in _begun(kinds, counted) if not _denied(kind, said))
        named = [(place, kind.key) for kind in begun for place in _places(kind, counted, counted)]
    return min(named)[1] if named else None


def _begun(kinds: Sequence[Kind], said: str) -> list[Kind]:
    """The kinds of which at least the first word of a phrase is said: all that is asked of most titles."""
    words = set(said.split())
    return [kind for kind in kinds if not _first_words(kind.words).isdisjoint(words)]


def _places(kind: Kind, said: str, counted: str) -> Iterator[Place]:
    hits = [span for phrase in _phrases(kind.words) for span in _spans(phrase, said)]
    if not hits:
        return
    foreign = not any(unit in counted for unit in _phrases(kind.units))
    denied = [span for phrase in _phrases(kind.unless) for span in _spans(phrase, said)]
    for start, end in hits:
        if not any(low <= start and end <= high for low, high in denied):
            yield foreign, start, start - end


def _denied(kind: Kind, said: str) -> bool:
    return any(phrase in said for phrase in _phrases(kind.unless))


def _spans(wanted: str, said: str) -> Iterator[tuple[int, int]]:
    """Where the whole words of a phrase stand in `said`."""
    start = said.find(wanted)
    while start >= 0:
        yield start, start + len(wanted)
        start = said.find(wanted, start + 1)


@lru_cache(maxsize=256)
def _phrases(written: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_words(phrase) for phrase in written)


@lru_cache(maxsize=256)
def _first_words(written: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for phrase in _phrases(written) for word in phrase.split()[:1])


@lru_cache(maxsize=1024)
def _words(text: str) -> str:
    """The words of a text in one spelling, a space on either side of each; without words the empty string."""
    words = re.findall(r"\w+", fold(unicodedata.normalize("NFC", text)))
    return f" {' '.join(words)} " if words else ""
