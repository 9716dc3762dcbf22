"""What is wrong with a draft's file: the key, its line, and what would be right, in both languages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_SHOWN = 40
"""Characters of a file's own words that a message repeats."""


@dataclass(frozen=True, slots=True)
class DraftFault:
    """One fault. `key` is written as in the file: `programme.activities[2].quantity`; `line` counts from 1, None where
    the file does not tell."""

    key: str
    line: int | None
    message: str
    message_en: str


class DraftRefused(ValueError):
    """A file that cannot be written as a paper; nothing was made of it."""

    def __init__(self, faults: Sequence[DraftFault]) -> None:
        super().__init__("; ".join(f"{fault.key}: {fault.message_en}" for fault in faults))
        self.faults = tuple(faults)


def refused(line: int | None, vi: str, en: str) -> DraftRefused:
    """What is wrong with a file as a whole."""
    return DraftRefused([DraftFault("", line, vi, en)])


def shown(words: str, most: int = _SHOWN) -> str:
    """Words of the file as a message repeats them: not many, and none that would turn or hide the rest of the line."""
    kept = words if len(words) <= most else f"{words[: most - 1]}…"
    return "".join(character if character.isprintable() else "\ufffd" for character in kept)
