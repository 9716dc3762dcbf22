"""A contradiction of a draft."""

from __future__ import annotations

from dataclasses import dataclass

Path = tuple[str | int, ...]
"""The keys and places that lead to a value: ("programme", "activities", 2, "quantity")."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A contradiction, at a key of the draft, in Vietnamese and in English."""

    path: Path
    message: str
    message_en: str
