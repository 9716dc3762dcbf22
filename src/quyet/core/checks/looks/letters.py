"""Letters: font and colour of all of them; size, weight and case of each component."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import TypeVar

from quyet.core.checks.components import BODY
from quyet.core.checks.looks.deviation import Deviation, name, number, written
from quyet.core.decisions.model import Reading
from quyet.core.presentation.format import Format, Style
from quyet.core.presentation.measured import Component, Layout, Look, Run

_PICTORIAL = ("wingdings", "webdings", "symbol", "marlett", "mt extra", "zapfdingbats")
"""Fonts whose letters are signs: ☐ is set in one of them, whatever the font of the text."""
_BEFORE_UNICODE = (".vn", "vni-")
"""Fonts with tables of letters of their own: another font would show other letters, so only a person can change it."""

_CASE_COUNTS = frozenset(
    "national_name motto parent issuer title signatory annex_label annex_title annex_reference".split()
)
"""Components that may be typed in the wrong case; the others are known by theirs."""

_Part = TypeVar("_Part", Decimal, tuple[bool, bool])
_SHORT = 40
"""Letters of a line of the contents that may be a label or a heading, and lean as such."""


def font_deviations(reading: Reading, layout: Layout, rules: Format) -> Iterator[Deviation]:
    """Runs in another font or colour."""
    page = rules.page
    for line in layout.lines:
        for run in line.runs:
            if not _has_letters(reading, run) or run.look.font.casefold().startswith(_PICTORIAL):
                continue
            if not run.look.font.casefold().startswith(page.font.casefold()):  # «Times New Roman (W1)» is the same
                write = None if run.look.font.casefold().startswith(_BEFORE_UNICODE) else page.font
                yield Deviation("font", "Phông chữ", f"«{run.look.font}»", page.font, run.span, write, (run,), line)
            if run.look.colour != page.colour:
                yield Deviation(
                    "colour", "Màu chữ", f"#{run.look.colour}", "màu đen", run.span, page.colour, (run,), line
                )


def _has_letters(reading: Reading, run: Run) -> bool:
    return any(map(str.isalnum, reading.text[slice(*run.span)]))


def size_deviations(reading: Reading, layout: Layout, rules: Format) -> Iterator[Deviation]:
    """Runs of a component that are too large or too small."""
    found = reading.components
    usual = _usual_size(reading, found, rules)
    for component in found:
        style = rules.styles[component.role]
        write = usual if component.role in BODY else style.size.write
        for size, runs in _by_look(reading, component, lambda look: look.size):
            if not style.size.holds(size):
                subject = f"Cỡ chữ của {name(style)}"
                yield Deviation(
                    "size", subject, number(size), written(style.size), _span(runs), write, runs, component.line
                )


def _usual_size(reading: Reading, found: Sequence[Component], rules: Format) -> Decimal:
    """The size that most letters of the contents have, where it is allowed: what deviates is set like them."""
    allowed = rules.styles["text"].size
    counts: Counter[Decimal] = Counter()
    for component in found:
        if component.role in BODY:
            for run in component.runs():
                counts[run.look.size] += run.span[1] - run.span[0]
    return next((size for size, _ in counts.most_common() if allowed.holds(size)), allowed.write)


def weight_deviations(reading: Reading, layout: Layout, rules: Format) -> Iterator[Deviation]:
    """Components that are not upright, italic or bold as asked, or in the wrong case."""
    for component in reading.components:
        style = rules.styles[component.role]
        asked = (style.bold, style.italic)
        for look, runs in _by_look(reading, component, lambda look: (look.bold, look.italic)):
            if look != asked and not (component.role == "text" and _may_lean(reading, component, runs)):
                measured = _kind(*look) if component.role != "text" else _kind(False, look[1])
                yield Deviation(
                    "weight",
                    f"Kiểu chữ của {name(style)}:",
                    measured,
                    _kind(*asked),
                    _span(runs),
                    asked,
                    runs,
                    component.line,
                )
        if case := _wrong_case(reading, component, style):
            yield case


def _may_lean(reading: Reading, component: Component, runs: Sequence[Run]) -> bool:
    """Parts of a paragraph may be set apart, so may headings and what stands in brackets: only a whole line of the
    contents in italics is told. Bold is never: what is a heading of a clause nobody knows for certain."""
    text = reading.text[slice(*component.span)]
    whole = sum(run.span[1] - run.span[0] for run in runs) >= 0.9 * len(text)
    return not (whole and runs[0].look.italic and not runs[0].look.bold) or len(text) < _SHORT or text.startswith("(")


def _kind(bold: bool, italic: bool) -> str:
    """As the decree says it: `đứng, đậm`."""
    return ("nghiêng" if italic else "đứng") + (", đậm" if bold else "")


def _wrong_case(reading: Reading, component: Component, style: Style) -> Deviation | None:
    text = reading.text[slice(*component.span)]
    wrong = text != text.upper() if style.upper else text.isupper()
    if component.role not in _CASE_COUNTS or not wrong:
        return None
    measured, asked = ("in thường", "in hoa") if style.upper else ("in hoa", "in thường")
    return Deviation("case", f"Loại chữ của {name(style)}:", measured, asked, component.span, line=component.line)


def _by_look(
    reading: Reading, component: Component, of: Callable[[Look], _Part]
) -> Iterator[tuple[_Part, tuple[Run, ...]]]:
    """The runs of a component that have letters, those together that look alike."""
    groups: dict[_Part, list[Run]] = {}
    for run in component.runs():
        if _has_letters(reading, run):
            groups.setdefault(of(run.look), []).append(run)
    for look, runs in groups.items():
        yield look, tuple(runs)


def _span(runs: Sequence[Run]) -> tuple[int, int]:
    return runs[0].span[0], runs[-1].span[1]
