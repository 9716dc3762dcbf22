"""Pages: paper, margins, long tables."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal

from quyet.core.checks.looks.deviation import Deviation, What, number, written
from quyet.core.decisions.model import Reading
from quyet.core.presentation.format import Format, Range
from quyet.core.presentation.measured import Layout, Section

_SLACK = Decimal(1)
"""Millimetres by which paper and margins may differ: programs round."""

_LONG_TABLE = 25
"""Rows; so many rarely fit on one page."""


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
            yield Deviation("paper", "Khổ giấy", measured, asked, layout.begin(index), way, section=index)
        elif section.landscape and index not in with_tables:
            yield Deviation(
                "paper",
                "Trang giấy",
                "nằm ngang, không có bảng biểu",
                "theo chiều dài khổ A4",
                layout.begin(index),
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
                    layout.begin(index),
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


def table_deviations(reading: Reading, layout: Layout, rules: Format) -> Iterator[Deviation]:
    """Long tables whose heading the next pages do not show."""
    for table in layout.tables:
        if table.rows <= _LONG_TABLE or table.heading_repeats:
            continue
        first = bisect_left(layout.lines, table.place, key=lambda line: line.place)
        at = layout.lines[first].span if first < len(layout.lines) else None
        measured = f"{table.rows} hàng không lặp lại hàng tiêu đề ở đầu mỗi trang"
        yield Deviation("heading_row", "Bảng", measured, "", at, True, place=table.place)
