"""Workbooks for tests: rows as an official would type them, and the values that Excel kept of their formulas."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from quyet.core.decisions.model import Reading
from quyet.core.estimates.model import PlannedEstimate, PlannedLine
from quyet.core.values.finding import Finding
from quyet.files.reading import read
from quyet.files.writers.xlsx.package import packed

Rows = Sequence[Sequence[Any]]
HEAD = ["STT", "Nội dung", "ĐVT", "Số lượng", "Đơn giá", "Thành tiền", "Ghi chú"]


def workbook(
    *rows: Sequence[Any],
    merged: Sequence[str] = (),
    kept: Mapping[str, object] | None = None,
    name: str = "Dự toán",
    more: Mapping[str, Rows] | None = None,
    change: Callable[[Worksheet], object] | None = None,
    recalculates: bool = False,
) -> bytes:
    """One sheet of these rows, and `more` by their names. `kept`: what the formula cells gave when Excel last saved."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = name
    for title, each in {name: rows, **(more or {})}.items():
        page = book[title] if title in book.sheetnames else book.create_sheet(title)
        for row in each:
            page.append(list(row))
    for area in merged:
        sheet.merge_cells(area)
    if change:
        change(sheet)
    book.calculation.fullCalcOnLoad = recalculates
    return packed(book, {name: {cell: str(value) for cell, value in (kept or {}).items()}})


def with_parts(data: bytes, parts: Mapping[str, bytes | Callable[[bytes], bytes]]) -> bytes:
    """The package with parts put in or changed."""
    made = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(made, "w", ZIP_DEFLATED) as target:
        names = source.namelist()
        for name in names:
            part = parts.get(name, source.read(name))
            target.writestr(name, part if isinstance(part, bytes) else part(source.read(name)))
        for name, part in parts.items():
            if name not in names and isinstance(part, bytes):
                target.writestr(name, part)
    return made.getvalue()


def reading_of(data: bytes, name: str = "dự toán.xlsx") -> Reading:
    return read(data, name)


def estimate_of(data: bytes) -> PlannedEstimate:
    estimate = read(data, "dự toán.xlsx").estimate
    assert isinstance(estimate, PlannedEstimate)
    return estimate


def lines_of(data: bytes) -> list[PlannedLine]:
    return estimate_of(data).lines


def findings_of(data: bytes, *rules: str) -> list[Finding]:
    """The findings, of these rules only where some are named."""
    return [finding for finding in read(data, "dự toán.xlsx").findings if not rules or finding.rule in rules]


def said(data: bytes, *rules: str) -> list[tuple[str, str, str]]:
    """Rule, severity and message of each finding."""
    return [(each.rule, each.severity, each.message) for each in findings_of(data, *rules)]


def figures(lines: Sequence[PlannedLine]) -> list[tuple[Any, ...]]:
    """Label, content, factors as words, price, amount: what an accountant looks at."""
    return [(line.label, line.content, _counted(line), line.unit_price, line.amount) for line in lines]


def _counted(line: PlannedLine) -> str | None:
    if line.factors:
        return " × ".join(f"{factor.value:g} {factor.unit or ''}".strip() for factor in line.factors)
    return None if line.quantity is None else f"{line.quantity:g}"
