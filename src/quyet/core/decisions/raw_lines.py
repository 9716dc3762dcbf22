"""The lines of a file as they stand, before anything is told apart."""

from __future__ import annotations

from dataclasses import dataclass

from quyet.core.decisions.grammar import headings
from quyet.core.values.stated import Span


@dataclass(frozen=True, slots=True)
class RawLine:
    """A line of the file, `start` in the text, `text` with markup blanked."""

    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    def span(self) -> Span | None:
        """Where its words stand, None for a blank or ruled line."""
        bare = self.text.strip()
        if not bare or headings.RULE.fullmatch(bare):
            return None
        begin = self.start + len(self.text) - len(self.text.lstrip())
        return begin, begin + len(bare)


def raw_lines(plain: str) -> list[RawLine]:
    """The lines of a text whose markup is blanked."""
    lines, at = [], 0
    for text in plain.split("\n"):
        lines.append(RawLine(at, text))
        at += len(text) + 1
    return lines
