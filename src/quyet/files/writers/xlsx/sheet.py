"""One estimate on one sheet: the lines above it, headings that repeat on every page, lines, total, its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.header_footer import _HeaderFooterPart as HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from quyet.core.estimates.closings import closings
from quyet.core.estimates.model import PlannedEstimate, PlannedLine
from quyet.core.estimates.sums import children, outermost
from quyet.core.papers.form import Wording, fill
from quyet.core.papers.said import dong_in_words
from quyet.core.values.words import LIMIT
from quyet.files.writers.xlsx.columns import MONEY, SheetColumn, columns_of, number_format, rate_format
from quyet.files.writers.xlsx.formulas import adds_up, amount_formula, quantity_formula, sum_formula
from quyet.files.writers.xlsx.looks import CAPTION, HEADING, REFERENCE, TITLE, WORDS, Look, put, put_formula

_PLAIN_NUMBER = re.compile(r"[1-9]\d{0,3}")
_WIDE_FROM = 95
"""Characters of width from which the page lies on its side."""
_A4 = 9
_TOTAL = Look(bold=True, fill="FFF2F2F2")
_INCH = 25.4
_MARGINS = {"top": 20, "bottom": 20, "left": 30, "right": 15}
"""In mm, as for papers; an annex keeps them."""


def write_sheet(
    sheet: Worksheet, estimate: PlannedEstimate, titles: Sequence[str], wording: Wording, keys: Sequence[str | None]
) -> dict[str, str]:
    """Write the estimate; the values of its formulas by cell."""
    page = _Page(sheet, columns_of(estimate, wording), estimate)
    page.head(titles, wording)
    for index, key in enumerate(keys):
        page.line(index, key)
    if estimate.total is not None:
        page.total(estimate.total, wording)
    _set_up(sheet, page)
    return page.values


@dataclass
class _Page:
    sheet: Worksheet
    columns: list[SheetColumn]
    estimate: PlannedEstimate
    row: int = 1
    heading: int = 0
    values: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.letters = [get_column_letter(number) for number in range(1, len(self.columns) + 1)]
        named = list(zip(self.columns, self.letters, strict=True))
        self.at = {column.key: letter for column, letter in named}
        self.factors = [letter for column, letter in named if column.key == "factor"]
        self.printed = sum(column.is_printed for column in self.columns)
        self.places = {id(line): index for index, line in enumerate(self.estimate.lines)}
        self.closings = {each.place: each for each in closings(self.estimate.lines)}

    def head(self, titles: Sequence[str], wording: Wording) -> None:
        """What stands above the lines: titles, the unit of money, the headings."""
        for title in titles:
            self._across(title, REFERENCE if title.startswith("(") else TITLE)
        self._across(wording.annex["caption"], CAPTION)
        self.heading = self.row
        for number, column in enumerate(self.columns, start=1):
            put(self.sheet, self.row, number, column.name, HEADING)
            self.sheet.column_dimensions[self.letters[number - 1]].width = column.width
        self.row += 1

    def _across(self, text: str, look: Look) -> None:
        """A line over the width of what is printed."""
        put(self.sheet, self.row, 1, text, look)
        self.sheet.merge_cells(start_row=self.row, end_row=self.row, start_column=1, end_column=self.printed)
        self.row += 1

    # --- lines -------------------------------------------------------------------------------------------------------

    def line(self, index: int, key: str | None) -> None:
        line = self.estimate.lines[index]
        parts = self._parts(index)
        look = Look(bold=bool(parts) or line.is_subtotal)
        for number, column in enumerate(self.columns, start=1):
            if column.key == "factor":
                self._factor(number, line, column, look)
            elif column.key == "quantity":
                self._quantity(number, line, look)
            elif column.key == "amount":
                self._amount(number, line, parts, look)
            elif column.key == "vat":
                self._tax(number, line, look)
            else:
                self._words(number, line, column, key, look)
        self.row += 1

    def _parts(self, index: int) -> list[PlannedLine]:
        """The lines that a line adds up: those below it, of a sub-total those that it closes."""
        lines = self.estimate.lines
        closing = self.closings.get(index)
        if closing is None:
            return children(lines, index)
        closed = closing.making(lines[index].amount)
        return [lines[place] for place in closed.places] if closed else []

    def _factor(self, number: int, line: PlannedLine, column: SheetColumn, look: Look) -> None:
        place = column.factor or 0
        factor = line.factors[place] if place < len(line.factors) else None
        if factor is None:
            put(self.sheet, self.row, number, None, look)
        else:
            form = number_format(factor.value, factor.unit if column.noun is None else None)
            put(self.sheet, self.row, number, factor.value, look, form)

    def _quantity(self, number: int, line: PlannedLine, look: Look) -> None:
        formula = quantity_formula(line, self.row, self.factors)
        form = number_format(line.quantity) if line.quantity is not None else None
        if formula is None or line.quantity is None or form is None:
            put(self.sheet, self.row, number, line.quantity, look, form)
        else:
            self._formula(number, formula, line.quantity, look, form)

    def _amount(self, number: int, line: PlannedLine, parts: Sequence[PlannedLine], look: Look) -> None:
        formula = amount_formula(line, self.row, self.at)
        if adds_up(line.amount, parts):
            formula = sum_formula(self._rows(parts), self.at["amount"]) or formula
        if formula is None or line.amount is None:
            put(self.sheet, self.row, number, line.amount, look, MONEY)
        else:
            self._formula(number, formula, Decimal(line.amount), look, MONEY)

    def _rows(self, lines: Sequence[PlannedLine]) -> list[int]:
        return [self.heading + 1 + self.places[id(line)] for line in lines]

    def _formula(self, number: int, formula: str, value: Decimal, look: Look, form: str) -> None:
        put_formula(self.sheet, self.row, number, formula, look, form)
        self.values[f"{self.letters[number - 1]}{self.row}"] = f"{value:f}"

    def _tax(self, number: int, line: PlannedLine, look: Look) -> None:
        if line.vat is None:
            put(self.sheet, self.row, number, None, look)
        else:
            form = rate_format(line.vat.rate, line.vat.inside)
            put(self.sheet, self.row, number, line.vat.rate / 100, look, form)

    def _words(self, number: int, line: PlannedLine, column: SheetColumn, key: str | None, look: Look) -> None:
        value = key if column.key == "key" else getattr(line, column.key)
        if column.key == "label" and value is not None:
            put(self.sheet, self.row, number, _label(value), replace(look, align="center"))
        elif column.key == "unit_price":
            put(self.sheet, self.row, number, value, look, MONEY)
        else:
            indent = min(line.level - 1, 8) if column.key == "content" and line.level > 1 else 0
            align = "center" if column.key in ("unit", "code", "category", "chapter", "key") else "left"
            put(self.sheet, self.row, number, value, replace(look, align=align, indent=indent))

    def total(self, amount: int, wording: Wording) -> None:
        """The row of the total, and its words below."""
        top = outermost(self.estimate.lines)
        formula = sum_formula(self._rows(top), self.at["amount"]) if adds_up(amount, top) else None
        for number, column in enumerate(self.columns[: self.printed], start=1):
            if column.key == "amount" and formula is not None:
                self._formula(number, formula, Decimal(amount), _TOTAL, MONEY)
            else:
                said: dict[str, str | int] = {"content": wording.annex["total"].upper(), "amount": amount}
                form = MONEY if column.key == "amount" else None
                put(self.sheet, self.row, number, said.get(column.key), _TOTAL, form)
        self.row += 1
        if abs(amount) <= LIMIT:
            self._across(f"({fill(wording.annex['words'], {'words': dong_in_words(amount)})})", WORDS)


def _label(label: str) -> str | int:
    """A plain number as a number, so that Excel does not mark it."""
    return int(label) if _PLAIN_NUMBER.fullmatch(label) else label


def _set_up(sheet: Worksheet, page: _Page) -> None:
    """Headings on every page, the page upright or on its side, nothing unprinted on it."""
    last = get_column_letter(page.printed)
    wide = sum(column.width for column in page.columns if column.is_printed) > _WIDE_FROM
    sheet.print_area = f"A1:{last}{page.row - 1}"
    sheet.print_title_rows = f"{page.heading}:{page.heading}"
    sheet.freeze_panes = f"C{page.heading + 1}"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.orientation = "landscape" if wide else "portrait"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    for side, millimetres in _MARGINS.items():
        setattr(sheet.page_margins, side, round(millimetres / _INCH, 3))
    sheet.HeaderFooter.oddHeader = HeaderFooterItem(center=HeaderFooterPart(text="&P"))
    sheet.HeaderFooter.differentFirst = True
