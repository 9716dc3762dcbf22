"""How a line of the paper is set: the head and the signature as an office sets them, two columns beside each other.

Only where words stand is decided here. Every character stays on its line and in its run, so that facts keep theirs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from quyet.queries.marked_text import Line, Run

LONGEST_HEAD = 40
LONGEST_FOOT = 60
LONGEST_SIGNATURE = 16

ROW = re.compile(r"(?<=\S) \| (?=\S)")
"""What stands between two cells of a row that the file sets as a table."""

GAP = re.compile(r"(?<=\S)(?<!Số:)(?<!ngày)(?<!tháng)(?<!năm)(?: {3,}|[ ]*\t\s*)(?=\S)")
"""What a typist puts between two columns; not the room left for a number or a day that is still to be written."""

INDENT = re.compile(r"^(?: {16,}|\t{2,}\s*)(?=\S)")
"""What a typist puts before the right column where the left one is empty."""

NEW_LINE = re.compile(
    r"(?<=\s)(?:Số\s*:|(?<!CƠ )SỞ\s|Độc lập\s*[-–]|[-–—_*]{3,}|(?<=[.;:] )[-–+] (?=\S))|(?<=[-–—_*]{3}\s)(?=\S)"
)
"""Where a cell of the head or the foot begins a line of its own: number, motto, rule, the next recipient."""

ORNAMENT = re.compile(r"[-–—_=*~.o\s]{3,40}")

STANDS_ALONE = re.compile(r"/document/(?:issuer|place|signature/\w+|recipients/\d+)")
"""Facts that stand at the beginning of a line in every letterhead and below every text."""

LineOf = Callable[[int], int]
"""The number of the line in which an offset lies."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Runs that stand on one line as it is set."""

    runs: list[Run]

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def is_capitals(self) -> bool:
        return self.text.isupper()


@dataclass(frozen=True, slots=True)
class Laid:
    """One line of the text as it is set: its columns, each in pieces; between columns, what is not shown."""

    line: Line
    columns: list[list[Piece]]
    between: str = ""
    centred: bool = False
    signed: bool = False
    """Belongs below the text, on the right."""

    @property
    def is_split(self) -> bool:
        return len(self.columns) == 2


@dataclass(frozen=True, slots=True)
class Zones:
    """Line numbers of the head and of the signature; offsets at which a line of its own begins in them."""

    head: range
    foot: range
    signature: range
    starts: frozenset[int]


def find_zones(facts: Iterable[Mapping[str, Any]], line_of: LineOf) -> Zones:
    """Where head and signature lie, from the facts that only they can hold."""
    spans = {fact["path"]: fact["span"] for fact in facts}
    head = _head(spans, line_of)
    signed = [span for path, span in spans.items() if path.startswith("/document/signature/")]
    received = [span for path, span in spans.items() if path.startswith("/document/recipients/")]
    foot, signature = _between([*received, *signed], line_of), _between(signed, line_of)
    foot = foot if len(foot) <= LONGEST_FOOT else range(0)
    signature = signature if len(signature) <= LONGEST_SIGNATURE else range(0)
    return Zones(head, foot, signature, frozenset(spans[path][0] for path in spans if STANDS_ALONE.fullmatch(path)))


def _head(spans: Mapping[str, Sequence[int]], line_of: LineOf) -> range:
    """From the first line to the title, or to the name of the kind where there is no title."""
    last = spans.get("/document/title") or spans.get("/document/kind")
    if last is None:
        return range(0)
    end = line_of(last[1] - 1) + 1
    return range(1, end) if end <= LONGEST_HEAD else range(0)


def _between(spans: list[Sequence[int]], line_of: LineOf) -> range:
    if not spans:
        return range(0)
    return range(line_of(min(span[0] for span in spans)), line_of(max(span[1] - 1 for span in spans)) + 1)


def lay_out(line: Line, zones: Zones, start: int) -> Laid:
    """One line; `start` is where its text begins in the whole."""
    text = line.text
    in_head = line.number in zones.head
    is_furniture = in_head or line.number in zones.foot
    if cut := _seam(text, is_furniture=is_furniture):
        return _columns(line, cut, zones, start, is_furniture=is_furniture)
    centred = in_head or line.is_capitals or bool(ORNAMENT.fullmatch(text))
    signed = line.number in zones.signature and not text.lstrip().startswith(("-", "–", "Nơi nhận"))
    return Laid(line, [[Piece(line.runs)]], centred=centred or signed, signed=signed)


def _seam(text: str, *, is_furniture: bool) -> tuple[int, int] | None:
    """Where a line falls in two columns, if it does; spaces tell columns apart in the head and the foot only."""
    if text.count("|") == 1 and (row := ROW.search(text)):
        return row.span()
    if not is_furniture:
        return None
    if indent := INDENT.match(text):
        return (0, indent.end())
    widest = max(GAP.finditer(text), key=lambda gap: len(gap[0].expandtabs()), default=None)
    return widest.span() if widest else None


def _columns(line: Line, cut: tuple[int, int], zones: Zones, start: int, *, is_furniture: bool) -> Laid:
    left, between, right = _sliced(line.runs, [0, *cut, len(line.text)])
    if is_furniture:
        columns = [_rows(left, start, zones.starts), _rows(right, start + cut[1], zones.starts)]
    else:
        columns = [[left], [right]]
    in_head = line.number in zones.head
    return Laid(line, columns, between.text, centred=in_head, signed=is_furniture and not in_head)


def _rows(cell: Piece, start: int, starts: frozenset[int]) -> list[Piece]:
    """A cell in the lines that it had before its file was read."""
    text = cell.text
    blank = len(text) - len(text.lstrip())
    marks = {match.start() for match in NEW_LINE.finditer(text)}
    marks |= {place for place in range(len(text)) if start + place in starts and _may_begin(text, place)}
    return _sliced(cell.runs, sorted({0, len(text), *(place for place in marks if place > blank)}))


def _may_begin(text: str, place: int) -> bool:
    """Whether a line may begin here: with a capital, and not behind the dash that already begins it."""
    return text[place].isupper() and not text[max(place - 8, 0) : place].rstrip().endswith(("-", "–", "+"))


def _sliced(runs: Sequence[Run], places: Sequence[int]) -> list[Piece]:
    """The runs cut at some places, in one walk; a run that lies on both sides of a place becomes two."""
    pieces: list[Piece] = []
    waiting = iter(runs)
    run, begins = next(waiting, None), 0
    for first, last in pairwise(places):
        piece: list[Run] = []
        while run is not None and begins < last:
            ends = begins + len(run.text)
            if text := run.text[max(first - begins, 0) : last - begins]:
                piece.append(Run(text, run.facts, run.underlined, run.severity))
            if ends > last:
                break
            run, begins = next(waiting, None), ends
        pieces.append(Piece(piece))
    return pieces
