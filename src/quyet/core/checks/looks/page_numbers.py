"""The numbers of the pages, of the paper and of its annexes."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from quyet.core.checks.looks.deviation import Deviation, Mend, What, number, written
from quyet.core.checks.spans import span_of
from quyet.core.decisions.model import Reading
from quyet.core.presentation.format import Format
from quyet.core.presentation.measured import Component, Layout, Line, Margin, NumberField, Section
from quyet.core.values.stated import Span

_LINES_OF_A_PAGE = 50
_LETTERS_OF_A_LINE = 90
"""More than any page of A4 holds, so that a paper is only taken for longer than a page when it is."""


def number_deviations(reading: Reading, layout: Layout, rules: Format) -> Iterator[Deviation]:
    """The number of the page: whether it is there, where, how it looks, and that the first page shows none."""
    first = layout.sections[0]
    margins = [each for each in (first.header, first.footer, first.first_header, first.first_footer) if each]
    if layout.even_apart or not all(margin.sure for margin in margins):
        return
    at = layout.begin(0)
    field = first.header.number if first.header else None
    if field is None:
        yield from _without_number(reading, layout, first, at)
        return
    yield from _field_deviations(field, rules, at)
    if not first.first_apart or (first.first_header and first.first_header.number):
        asked = "không hiện ở trang thứ nhất"
        yield _said_of_number("number_first", "hiện ở trang đầu", asked, at, field, _can_hide(first))
    if first.number_form != "decimal":
        form = "không phải chữ số Ả Rập"
        yield _said_of_number("number_form", form, "chữ số Ả Rập", at, field, "decimal")
    if first.number_from not in (None, 1):
        yield _said_of_number("number_from", f"đánh từ số {first.number_from}", "từ số 1", at, field, Decimal(1))


def _without_number(reading: Reading, layout: Layout, section: Section, at: Span | None) -> Iterator[Deviation]:
    asked = "ở giữa lề trên, từ trang thứ hai"
    footer = section.footer.number if section.footer else None
    can = _can_hide(section) and _is_empty(section.header)
    if footer is not None:
        yield _said_of_number("number_place", "ở lề dưới", asked, at, footer, can and footer.alone)
    elif _is_long(layout, _main_lines(reading, layout)):
        yield _said_of_number("number_there", "chưa có", asked, at, None, can)


def _field_deviations(field: NumberField, rules: Format, at: Span | None) -> Iterator[Deviation]:
    allowed, look = rules.page_number.size, field.look
    if field.align not in (None, rules.page_number.align):
        placed = {"left": "canh trái", "right": "canh phải"}.get(field.align or "", "canh đều")
        yield _said_of_number("number_align", placed, "canh giữa", at, field, rules.page_number.align)
    if not allowed.holds(look.size):
        measured = f"cỡ {number(look.size)}"
        yield _said_of_number("number_size", measured, f"cỡ {written(allowed)}", at, field, allowed.write)
    if look.italic:
        yield _said_of_number("number_upright", "kiểu nghiêng", "kiểu đứng", at, field, (look.bold, False))


def _said_of_number(
    what: What, measured: str, asked: str, at: Span | None, field: NumberField | None, write: Mend
) -> Deviation:
    return Deviation(what, "Số trang", measured, asked, at, write or None, section=0, field=field)


def _can_hide(section: Section) -> bool:
    """Whether a first page of its own takes nothing away, and brings nothing, but the number."""
    if section.first_apart:
        return _is_empty(section.first_header)
    return all(map(_is_empty, (section.header, section.footer, section.first_header, section.first_footer)))


def _is_empty(margin: Margin | None) -> bool:
    return margin is None or margin.empty


def _main_lines(reading: Reading, layout: Layout) -> list[Line]:
    """The lines of the first section above whatever is attached: on their pages the number should be."""
    attached = (span_of(each.label, each.title) for each in reading.document.attachments)
    end = min((span[0] for span in attached if span), default=len(reading.text))
    return [line for line in layout.lines if line.span[1] <= end and line.place <= layout.sections[0].last]


def _is_long(layout: Layout, lines: list[Line]) -> bool:
    """Whether some lines certainly fill more than one page."""
    if not lines:
        return False
    if any(place < lines[-1].place for place in layout.breaks):
        return True
    letters = (line.span[1] - line.span[0] for line in lines if not line.in_table)
    return sum(-(-count // _LETTERS_OF_A_LINE) for count in letters) > _LINES_OF_A_PAGE


# --- annexes ---------------------------------------------------------------------------------------------------------


def annex_number_deviations(reading: Reading, layout: Layout, rules: Format) -> Iterator[Deviation]:
    """Annexes whose pages go on counting those of the paper."""
    if not any(_has_number(section.header, section.footer) for section in layout.sections):
        return
    before = 0
    for component in reading.components:
        index = layout.section_of(component.line.place)
        if component.role == "annex_label":
            section = layout.sections[index]
            if _has_number(section.header, section.footer) and not (index > before and section.number_from == 1):
                yield _goes_on(component, index if index > before else None)
        before = index


def _has_number(*margins: Margin | None) -> bool:
    return any(margin is not None and margin.sure and margin.number is not None for margin in margins)


def _goes_on(label: Component, section: int | None) -> Deviation:
    """Only an annex that begins a section can be counted anew without moving anything."""
    return Deviation(
        "annex_number",
        "Số trang của phụ lục",
        "đánh tiếp theo phần trước",
        "đánh riêng từng phụ lục, từ số 1",
        label.span,
        None if section is None else Decimal(1),
        section=section,
    )
