"""Items that stand one behind the other in one paragraph: `như sau: 1. Diễn tập …; 2. Tập huấn …; 3. Treo …`."""

from __future__ import annotations

from itertools import pairwise

from quyet.core.decisions.flow import Paper, Piece
from quyet.core.decisions.grammar import marks


def part(piece: Piece, paper: Paper) -> list[Piece]:
    """The items of a line as lines of their own, where their numbers run 1, 2, … and a capital follows each; else the
    line as it is."""
    begins: list[int] = []
    for found in marks.INLINE.finditer(paper.plain, piece.start, piece.end):
        capital = found.end() < piece.end and paper.plain[found.end()].isupper()
        if capital and int(found["number"]) == len(begins) + 1 and (begins or found["stop"] == ":"):
            begins.append(found.start("number"))
    if len(begins) < 2:
        return [piece]
    edges = pairwise([piece.start, *begins, piece.end])
    parts = [(a, a + len(paper.plain[a:b].rstrip())) for a, b in edges]
    return [piece._replace(start=a, end=b, blank_before=piece.blank_before and a == piece.start) for a, b in parts]
