"""The lines of a file as they stand, before anything is told apart."""

from __future__ import annotations

from typing import NamedTuple

from quyet.core.decisions.grammar import headings
from quyet.core.values.stated import Span


class RawLine(NamedTuple):
    """A line of the file, `start` in the text, `text` with markup blanked."""

    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    def span(self) -> Span | None:
        """Where its words stand, None for a blank or ruled line."""
        return span_of(self.text, self.start)


def span_of(text: str, at: int) -> Span | None:
    """Where the words of a line or of a part of one stand that begins `at` this place; None for a blank or ruled
    one."""
    bare = text.strip()
    if not bare or (bare[0] in headings.RULE_BEGINS and headings.RULE.fullmatch(bare)):
        return None
    begin = at + len(text) - len(text.lstrip())
    return begin, begin + len(bare)


def raw_lines(plain: str) -> list[RawLine]:
    """The lines of a text whose markup is blanked."""
    lines, at = [], 0
    for text in plain.split("\n"):
        lines.append(RawLine(at, text))
        at += len(text) + 1
    return lines
