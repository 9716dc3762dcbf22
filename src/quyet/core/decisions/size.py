"""How much a reading may state. What a paper costs in memory and time is less its own length than that of its reading:
one word can be a fact with an address and a place, and ten megabytes of small facts are a gigabyte of JSON."""

from __future__ import annotations

from typing import Final

MOST: Final = 25_000_000
"""Characters that the facts of a paper may have together. Ten megabytes of ordinary decisions have about 18 million."""

ADDRESS: Final = 200
"""What a fact takes beside its own words: its field, its address, its place."""


class TooMuch(Exception):
    """A reading would be larger than `MOST`."""
