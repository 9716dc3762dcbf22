"""Draws that are the same on every machine and in every version of Python (splitmix64; not for secrets)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

_MASK = 2**64 - 1

Thing = TypeVar("Thing")


class Draws:
    """An endless row of draws. Two that begin with the same numbers give the same."""

    def __init__(self, *begin: int) -> None:
        self._state = 0
        for number in begin:
            self._state = (self._next() ^ number) & _MASK

    def between(self, least: int, most: int) -> int:
        """A whole number, both ends inside."""
        return least + self._next() % (most - least + 1)

    def one_of(self, things: Sequence[Thing]) -> Thing:
        """One of some things."""
        return things[self._next() % len(things)]

    def _next(self) -> int:
        self._state = (self._state + 0x9E3779B97F4A7C15) & _MASK
        mixed = self._state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & _MASK
        return mixed ^ (mixed >> 31)
