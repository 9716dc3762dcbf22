"""The order of Vietnamese names: by the given name, which stands last, in the order of the Vietnamese alphabet."""

from __future__ import annotations

from unicodedata import combining, normalize

_LETTERS = {letter: at for at, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
_SHAPES = "\u0302\u0306\u031b"
"""Circumflex, breve and horn make another letter; every other mark is a tone."""
_TONES = {mark: at for at, mark in enumerate("\u0300\u0309\u0303\u0301\u0323", start=1)}
"""Huyền, hỏi, ngã, sắc, nặng, behind no mark."""

Syllable = tuple[tuple[int, ...], tuple[int, ...]]


def by_given_name(name: str) -> tuple[Syllable, ...]:
    """What names are sorted by: the given name, then the family name and what stands between.

    >>> sorted(["Đàm Văn Hải", "Lương Minh Đức", "Vi Văn Dũng", "Lý Thu An"], key=by_given_name)
    ['Lý Thu An', 'Vi Văn Dũng', 'Lương Minh Đức', 'Đàm Văn Hải']
    """
    words = name.split()
    return tuple(_syllable(each) for each in (words[-1:] + words[:-1]))


def _syllable(word: str) -> Syllable:
    """Letters first, tones where those are the same."""
    letters: list[int] = []
    tones: list[int] = []
    for letter in normalize("NFC", word.lower()):
        marks = [each for each in normalize("NFD", letter) if combining(each)]
        plain = normalize("NFC", normalize("NFD", letter)[0] + "".join(each for each in marks if each in _SHAPES))
        letters.append(_LETTERS.get(plain, len(_LETTERS) + ord(plain[0])))
        tones += [_TONES[each] for each in marks if each in _TONES]
    return tuple(letters), tuple(tones)
