"""Which lines of a text are not in the paper made of it: what was not read as a fact is not printed again.

Lines may be broken elsewhere, and columns may stand in another order; so what stands between two gaps of a line is held
against the paper three words at a time, and the line is gone where most of that is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

WORD = re.compile(r"\w+")
GAP = re.compile(r"\||\t| {3,}")
FEWEST = 2
"""Runs of three words below which a line (a page number, a rule, a label) says nothing of itself."""

Run = tuple[str, ...]


def left_out(text: str, paper: str) -> list[range]:
    """The numbers of the lines that are not in the paper, as ranges; lines of few words go with those around them."""
    kept = set(_runs(WORD.findall(paper.casefold())))
    found: list[range] = []
    open_ = False
    for number, line in enumerate(text.casefold().split("\n"), start=1):
        gone = _is_gone(line, kept)
        if gone and open_:
            found[-1] = range(found[-1].start, number + 1)
        elif gone:
            found.append(range(number, number + 1))
        open_ = open_ if gone is None else gone
    return found


def _is_gone(line: str, kept: set[Run]) -> bool | None:
    """None where the line has too few words to tell."""
    runs = [run for cell in GAP.split(line) for run in _runs(WORD.findall(cell))]
    return sum(run in kept for run in runs) * 2 < len(runs) if len(runs) >= FEWEST else None


def _runs(words: Sequence[str]) -> Iterator[Run]:
    return zip(words, words[1:], words[2:], strict=False)
