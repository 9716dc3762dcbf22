"""Pages: paper, margins, the numbers of the pages, long tables."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from decimal import Decimal

from quyet.core.checks.looks.deviation import Deviation, Mend, What, number, written
from quyet.core.checks.spans import span_of
from quyet.core.decisions.model import Reading
from quyet.core.presentation.format import Format, Range
from quyet.core.presentation.measured import Component, Layout, Line, Margin, NumberField, Section
from quyet.core.values.stated import Span

_SLACK = Decimal(1)
"""Millimetres by which paper and margins may differ: programs round."""

_LINES_OF_A_PAGE = 50
_LETTERS_OF_A_LINE = 90
"""More than any page of A4 holds, so that a paper is only taken for longer than a page when it is."""

_LONG_TABLE = 25
"""Rows; so many rarely fit on one page."""


def _begin(layout: Layout, index: int) -> Span | None:
    """Where a section begins in the text."""
    above = layout.sections[index - 1].last if index else -1
    first = bisect_right(layout.lines, above, key=lambda line: line.place)
    found = layout.lines[first] if first < len(layout.lines) else None
    return found.span if found and layout.section_of(found.place) == index else None


# --- paper and margins -----------------------------------------------------------------------------------------------


def paper_deviations(reading: Reading, layout: Layout, rules: Format) -> Iterator[Deviation]:
    """Another paper than A4, or pages turned on their side that hold no table."""
    page = rules.page
    with_tables = {layout.section_of(table.place) for table in layout.tables if table.rows > 1}
    for index, section in enumerate(layout.sections):
        sides = sorted((section.width, section.height))
        if any(abs(is_ - asked) > _SLACK for is_, asked in zip(sides, (page.width, page.height), strict=True)):
            measured = f"{number(section.width)} × {number(section.height)} mm"
            asked = f"A4, {number(page.width)} × {number(page.height)} mm"
            way = "landscape" if section.landscape else "portrait"
            yield Deviation("paper", "Khổ giấy", measured, asked, _begin(layout, index), way, section=index)
        elif section.landscape and index not in with_tables:
            yield Deviation(
                "paper",
                "Trang giấy",
                "nằm ngang, không có bảng biểu",
                "theo chiều dài khổ A4",
                _begin(layout, index),
                "portrait",
                section=index,
            )


def margin_deviations(reading: Reading, layout: Layout, rules: Format) -> Iterator[Deviation]:
    """Margins of upright pages; which edge of a turned page is bound nobody can tell."""
    for index, section in enumerate(layout.sections):
        if section.landscape:
            continue
        for what, name, measured, allowed in _edges(section, rules):
            if not allowed.holds(measured, _SLACK):
                yield Deviation(
                    what,
                    name,
                    f"{number(measured)} mm",
                    written(allowed, "mm"),
                    _begin(layout, index),
                    allowed.write,
                    section=index,
                )


def _edges(section: Section, rules: Format) -> tuple[tuple[What, str, Decimal, Range], ...]:
    page = rules.page
    return (
        ("top", "Lề trên", section.top, page.top),
        ("bottom", "Lề dưới", section.bottom, page.bottom),
        ("left", "Lề trái", section.left, page.left),
        ("right", "Lề phải", section.right, page.right),
    )


# --- page numbers ----------------------------------------------------------------------------------------------------


def number_deviations(reading: Reading, layout: Layout, rules: Format) -> Iterator[Deviation]:
    """The number of the page: whether it is there, where, how it looks, and that the first page shows none."""
    first = layout.sections[0]
    margins = [each for each in (first.header, first.footer, first.first_header, first.first_footer) if each]
    if layout.even_apart or not all(margin.sure for margin in margins):
        return
    at = _begin(layout, 0)
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


# --- annexes and tables ----------------------------------------------------------------------------------------------


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


def table_deviations(reading: Reading, layout: Layout, rules: Format) -> Iterator[Deviation]:
    """Long tables whose heading the next pages do not show."""
    for table in layout.tables:
        if table.rows <= _LONG_TABLE or table.heading_repeats:
            continue
        first = bisect_left(layout.lines, table.place, key=lambda line: line.place)
        at = layout.lines[first].span if first < len(layout.lines) else None
        measured = f"{table.rows} hàng không lặp lại hàng tiêu đề ở đầu mỗi trang"
        yield Deviation("heading_row", "Bảng", measured, "", at, True, place=table.place)
