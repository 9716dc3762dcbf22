"""One deviation, and how several alike are said once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from quyet.core.checks.registry import Found
from quyet.core.presentation.format import Range, Style
from quyet.core.presentation.measured import Line, NumberField, Run
from quyet.core.values.finding import Severity
from quyet.core.values.stated import Span

What = Literal[
    "paper", "top", "bottom", "left", "right",
    "font", "colour", "size", "weight", "case",
    "align", "indent", "gap", "line",
    "number_there", "number_place", "number_align", "number_size", "number_upright", "number_first", "number_form",
    "number_from", "annex_number", "heading_row",
]  # fmt: skip
"""What deviates; whoever mends it goes by this word."""

Mend = Decimal | str | bool | tuple[bool, bool] | None


@dataclass(frozen=True, slots=True)
class Deviation:
    """`subject` has `measured` where the decree asks for `required`. `write` mends it; None: only a person can.

    Which part of the file is meant: the `runs` of letters, the `line` of a paragraph, the `section` of pages, the
    `field` of a page number, the first paragraph (`place`) of a table.
    """

    what: What
    subject: str
    measured: str
    required: str
    span: Span | None
    write: Mend = None
    runs: tuple[Run, ...] = ()
    line: Line | None = None
    section: int | None = None
    field: NumberField | None = None
    place: int | None = None
    severity: Severity | None = None

    def said(self) -> str:
        """Lề trái 25 mm; quy định 30–35 mm. What is only a habit has nothing that is `required`."""
        asked = f"; quy định {self.required}" if self.required else ""
        return f"{self.subject} {self.measured}{asked}."


def grouped(deviations: Iterable[Deviation]) -> Iterator[tuple[Deviation, int]]:
    """Deviations that say the same, once each with their number, where the first of them stands."""
    groups: dict[tuple[str, str, str], list[Deviation]] = {}
    for each in deviations:
        groups.setdefault((each.what, each.subject, each.measured), []).append(each)
    for alike in groups.values():
        yield alike[0], len(alike)


def found(deviations: Iterable[Deviation]) -> Iterator[Found]:
    """What a rule says of them."""
    for first, count in grouped(deviations):
        others = f" Còn {count - 1} chỗ tương tự." if count > 1 else ""
        yield Found(first.said() + others, first.span, severity=first.severity)


def name(style: Style) -> str:
    """A component in a sentence: words that the paper prints itself are quoted."""
    words = style.name_vi.rstrip(":")
    return f"«{words}»" if words[:1].isupper() else words


def number(value: Decimal) -> str:
    """25.40 → `25,4`; 30.00 → `30`: to a tenth, as an office writes it."""
    whole, _, tenth = f"{value.quantize(Decimal('0.1')):f}".partition(".")
    return whole if tenth == "0" else f"{whole},{tenth}"


def written(allowed: Range, unit: str = "") -> str:
    """30–35 mm; one value where only one is allowed."""
    ends = [number(allowed.least), number(allowed.most)]
    return "–".join(dict.fromkeys(ends)) + (f" {unit}" if unit else "")
