"""Paragraphs: how components stand between the margins; first lines, gaps and distance of lines of the contents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from quyet.core.checks.components import BODY
from quyet.core.checks.looks.deviation import Deviation, name, number
from quyet.core.decisions.model import Reading
from quyet.core.presentation.format import Format
from quyet.core.presentation.measured import Component, Layout, Line, Shape

_SAID = {"left": "canh trái", "center": "canh giữa", "right": "canh phải", "justify": "canh đều hai lề"}

_WRAPS = 100
"""A line with more letters than this fills more than one line of A4: only there the right edge shows."""

_MOVED = Decimal(20)
"""Indented so far (mm), a line was put in its place by hand: its alignment does not tell where it stands."""

_SLACK = Decimal("0.5")
_SINGLE = Decimal("1.15")
"""The single line of Times New Roman, in sizes of its letters."""


def align_deviations(reading: Reading, layout: Layout, rules: Format) -> Iterator[Deviation]:
    """Components that fill their lines and stand otherwise than asked."""
    for component in reading.components:
        style = rules.styles[component.role]
        line, role = component.line, "text" if component.role in ("article", "text") else component.role
        if not (component.alone or role == "text") or component.role == "article":
            continue
        if line.shape.align not in _allowed(style.align, line) and not _placed_by_hand(line):
            yield Deviation(
                "align",
                f"Vị trí của {name(rules.styles[role])}:",
                _SAID[line.shape.align],
                _SAID[style.align],
                component.span,
                style.align,
                line=line,
            )


def _allowed(align: str, line: Line) -> tuple[str, ...]:
    """A justified line that does not wrap looks like one on the left."""
    wraps = line.span[1] - line.span[0] > _WRAPS
    if align == "justify":
        return ("justify",) if wraps else ("justify", "left")
    return (align, "justify") if align == "left" else (align,)


def _placed_by_hand(line: Line) -> bool:
    return line.start is None or abs(line.start) >= _MOVED


def body_paragraphs(reading: Reading) -> list[Component]:
    """The paragraphs of the contents and the bases, each by its first component; none in a table."""
    first: dict[int, Component] = {}
    for component in reading.components:
        in_body = component.role in BODY and not component.line.in_table
        if in_body and component.line.shape.align in ("left", "justify"):
            first.setdefault(component.line.place, component)
    return list(first.values())


def indent_deviations(reading: Reading, layout: Layout, rules: Format) -> Iterator[Deviation]:
    """Paragraphs whose first line begins elsewhere than 1 cm or 1.27 cm from the margin."""
    found = [each for each in body_paragraphs(reading) if each.line.start is not None]
    allowed = rules.body.indents
    usual = Counter(each.line.start for each in found if _is_near(each.line, allowed)).most_common(1)
    write = next((value for value in allowed if usual and _near(usual[0][0], value)), rules.body.indent)
    for component in found:
        if not _is_near(component.line, allowed):
            yield Deviation(
                "indent",
                "Lùi đầu dòng",
                f"{number(component.line.start or Decimal(0))} mm",
                f"{' hoặc '.join(map(number, allowed))} mm",
                component.span,
                write,
                line=component.line,
            )


def _near(measured: Decimal | None, value: Decimal) -> bool:
    return measured is not None and abs(measured - value) <= _SLACK


def _is_near(line: Line, allowed: Sequence[Decimal]) -> bool:
    return any(_near(line.start, value) for value in allowed)


def gap_deviations(reading: Reading, layout: Layout, rules: Format) -> Iterator[Deviation]:
    """Neighbours in the contents with too little room between them. Programs differ in whether the room below one
    paragraph and above the next is added up, so the sum is what must not be too small."""
    for above, below in pairwise(body_paragraphs(reading)):
        if reading.text[_end(layout, above.line) : below.line.span[0]].strip(" \t") != "\n":
            continue
        gap = _gap(above.line.shape, below.line.shape)
        if gap < rules.body.gap:
            yield Deviation(
                "gap",
                "Khoảng cách giữa các đoạn",
                f"{number(gap)} pt",
                f"tối thiểu {number(rules.body.gap)} pt",
                below.span,
                rules.body.gap,
                line=below.line,
            )


def _end(layout: Layout, line: Line) -> int:
    """Where the paragraph of a line ends: it may have been broken into several."""
    end = line.span[1]
    for other in layout.within((line.span[0], line.span[0] + 20_000)):
        if other.place != line.place:
            break
        end = other.span[1]
    return end


def _gap(above: Shape, below: Shape) -> Decimal:
    alike = above.style == below.style
    after = Decimal(0) if above.together and alike else above.after
    before = Decimal(0) if below.together and alike else below.before
    return after + before


def line_deviations(reading: Reading, layout: Layout, rules: Format) -> Iterator[Deviation]:
    """Paragraphs whose lines stand too close or too far apart."""
    least, most = rules.body.line.least, rules.body.line.most
    for component in body_paragraphs(reading):
        lines = _in_lines(component.line)
        close = component.line.shape.line_rule != "at_least" and lines < least - Decimal("0.05")
        if close or lines > most + Decimal("0.05"):
            yield Deviation(
                "line",
                "Khoảng cách dòng",
                _said(component.line.shape),
                f"từ {number(least)} đến {number(most)} dòng",
                component.span,
                rules.body.line.write,
                line=component.line,
            )


def _in_lines(line: Line) -> Decimal:
    """The distance in single lines of the largest letters."""
    if line.shape.line_rule == "lines":
        return line.shape.line
    return line.shape.line / (max(run.look.size for run in line.runs) * _SINGLE)


def _said(shape: Shape) -> str:
    if shape.line_rule == "lines":
        return f"{shape.line.quantize(Decimal('0.01')).normalize():f} dòng".replace(".", ",")
    return ("đúng " if shape.line_rule == "exact" else "ít nhất ") + f"{number(shape.line)} pt"
