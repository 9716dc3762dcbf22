"""All deviations of a paper, by the rule that says them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from quyet.core.checks.looks import letters, page_numbers, pages, paragraphs
from quyet.core.checks.looks.deviation import Deviation
from quyet.core.decisions.model import Reading
from quyet.core.presentation.format import Format
from quyet.core.presentation.measured import Layout

Look = Callable[[Reading, Layout, Format], Iterator[Deviation]]

BY_RULE: dict[str, tuple[Look, ...]] = {
    "F301": (pages.paper_deviations,),
    "F302": (pages.margin_deviations,),
    "F303": (letters.font_deviations,),
    "F304": (letters.size_deviations,),
    "F305": (letters.weight_deviations,),
    "F306": (paragraphs.align_deviations,),
    "F307": (paragraphs.indent_deviations,),
    "F308": (paragraphs.gap_deviations, paragraphs.line_deviations),
    "F309": (page_numbers.number_deviations,),
    "F310": (page_numbers.annex_number_deviations,),
    "F311": (pages.table_deviations,),
}
"""What each rule looks at."""


def deviations(reading: Reading, code: str) -> Iterator[Deviation]:
    """What one rule has to say; nothing of a paper that follows other rules, or whose file shows no layout."""
    if reading.layout is not None and reading.format is not None and reading.layout.lines:
        for look in BY_RULE[code]:
            yield from look(reading, reading.layout, reading.format)
