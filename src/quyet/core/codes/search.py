"""Codes by words, as somebody types them: without diacritics, in any order, the beginning of a word for the word."""

from __future__ import annotations

import re
from unicodedata import normalize

from quyet.core.codes.model import Code, Edition
from quyet.core.values.folding import bare


def find(edition: Edition, asked: str) -> list[Code]:
    """The codes in whose name, or whose parent's, each of the words begins a word: first those that say it themselves,
    and of these the shorter names, which say less else."""
    wanted = _words(asked)
    if not wanted:
        return []
    names = {code.code: _words(code.name) for code in edition.codes if code.segment in ("kind", "item")}
    ranked = [(rank, code) for code in edition.codes if (rank := _rank(wanted, code, names)) is not None]
    return [code for _, code in sorted(ranked, key=lambda each: each[0])]


def _rank(wanted: list[str], code: Code, parents: dict[str, list[str]]) -> tuple[int, int] | None:
    """0: its own name says it; 1: it does together with its parent's; None: not at all. Then how long the name is."""
    own = _words(code.name)
    if _begun(wanted, own):
        return 0, len(own)
    above = parents.get(code.parent or "", [])
    own_hit = any(_begun([word], own) for word in wanted)
    return (1, len(own)) if own_hit and _begun(wanted, own + above) else None


def _begun(wanted: list[str], words: list[str]) -> bool:
    return all(any(word.startswith(asked) for word in words) for asked in wanted)


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", bare(normalize("NFC", text)))
