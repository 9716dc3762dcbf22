"""The decision's own text for the page: numbered lines, cut into runs wherever a fact or a finding begins or ends.

Spans may lie in one another and may cross. One sweep over the sorted ends does it, so that ten thousand lines cost
ten times as much as a thousand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

LONGEST_SHOWN = 1_000_000
"""How much of a text a page shows, in code points: some 400 printed pages. The download holds all of it."""

FACTS = ("fact", "whole")
WEIGHT = {"error": 3, "warning": 2, "info": 1}

CONTROLS = (*range(0x00, 0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0))
"""Control characters but tab and line end."""

BIDI = (0x061C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A))
"""Characters that turn the order of the others around, and foreign line ends: text could be made to read otherwise."""

HARMLESS = dict.fromkeys((*CONTROLS, *BIDI), "\ufffd")


@dataclass(frozen=True, slots=True)
class Span:
    """Where a fact or a finding stands; `key` is its place in its list, `kind` a finding's severity. A fact that only
    holds others (a whole căn cứ) is a "whole": it can be lit, but gets no line of its own below its words."""

    start: int
    end: int
    kind: Literal["fact", "whole", "error", "warning", "info"]
    key: int


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line that stands in the same spans from end to end; `facts` from the innermost outwards."""

    text: str
    facts: tuple[int, ...] = ()
    underlined: bool = False
    severity: str = ""


@dataclass(slots=True)
class Line:
    """One line, its number, and the findings to be noted beside it."""

    number: int
    runs: list[Run] = field(default_factory=list)
    findings: list[int] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def begins_sheet(self) -> bool:
        """Lines are laid out in sheets, so that a browser need not lay out those that nobody looks at."""
        return self.number % 200 == 1

    @property
    def is_capitals(self) -> bool:
        """Set in capitals, as papers set their headings."""
        return len(self.text) <= 120 and self.text.isupper()

    @property
    def is_spaced(self) -> bool:
        """Laid out with tabs or several spaces, which then have to be kept."""
        return "  " in self.text or "\t" in self.text


def harmless(text: str) -> str:
    """The text with control and direction characters shown as �, one for one, so that spans keep their places."""
    return text.translate(HARMLESS)


def mark_up(text: str, spans: Iterable[Span]) -> list[Line]:
    """The lines of a text with its spans, in order; what lies beyond `LONGEST_SHOWN` is left out."""
    shown = harmless(text[:LONGEST_SHOWN])
    inside = [span for span in spans if 0 <= span.start < min(span.end, len(shown))]
    lines = [Line(1)]
    for start, end, covering in _sweep(len(shown), inside):
        _lay(lines, shown[start:end], covering)
    return lines


def _sweep(length: int, spans: list[Span]) -> Iterator[tuple[int, int, list[Span]]]:
    """Every stretch between two ends of spans, with the spans that cover it, outermost first."""
    waiting = sorted(spans, key=lambda span: (-span.start, span.end, -span.key))
    ends = {0, length, *(span.start for span in spans), *(min(span.end, length) for span in spans)}
    covering: list[Span] = []
    for start, end in pairwise(sorted(ends)):
        covering = [span for span in covering if span.end > start]
        while waiting and waiting[-1].start == start:
            covering.append(waiting.pop())
        yield start, end, covering


def _lay(lines: list[Line], text: str, covering: list[Span]) -> None:
    """Put one stretch onto the lines; a line end in it begins the next line."""
    facts = tuple(span.key for span in reversed(covering) if span.kind in FACTS)
    underlined = any(span.kind == "fact" for span in covering)
    noted = [span for span in covering if span.kind not in FACTS]
    severity = max((span.kind for span in noted), key=WEIGHT.__getitem__, default="")
    for index, piece in enumerate(text.split("\n")):
        if index:
            lines.append(Line(lines[-1].number + 1))
        if piece:
            lines[-1].runs.append(Run(piece, facts, underlined, severity))
            lines[-1].findings += [span.key for span in noted if span.key not in lines[-1].findings]
