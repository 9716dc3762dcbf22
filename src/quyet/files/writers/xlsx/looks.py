"""How cells look: one serif, thin lines, groups and totals strong."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

from quyet.files.writers.refused import Unwritable

FONT = "Times New Roman"
_LINE = Side(style="thin", color="FF000000")
_FRAME = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)


@dataclass(frozen=True, slots=True)
class Look:
    """`align`: how words stand; numbers stand right."""

    bold: bool = False
    italic: bool = False
    align: str = "left"
    size: int = 12
    framed: bool = True
    fill: str | None = None
    indent: int = 0


TITLE = Look(bold=True, align="center", size=13, framed=False)
REFERENCE = Look(italic=True, align="center", framed=False)
CAPTION = Look(italic=True, align="right", framed=False)
HEADING = Look(bold=True, align="center", fill="FFE7E6E6")
PLAIN_CELL = Look()
WORDS = Look(italic=True, bold=True, framed=False)

Written = str | int | Decimal | date | None


def put(sheet: Worksheet, row: int, column: int, value: Written, look: Look, form: str | None = None) -> None:
    """Write a cell. Words stay words, also where they look like a formula."""
    cell = sheet.cell(row, column)
    if isinstance(value, str):
        if found := ILLEGAL_CHARACTERS_RE.search(value):
            code = f"U+{ord(found[0]):04X}"
            raise Unwritable(f"có ký tự điều khiển {code}", f"holds a control character, {code}", value)
        cell.value = value
        cell.data_type = "s"
        cell.quotePrefix = value[:1] in ("=", "+", "-", "@")
    elif value is not None:
        cell.value = value
    dress(cell, look, form, is_number=isinstance(value, (int, Decimal)))


def put_formula(sheet: Worksheet, row: int, column: int, formula: str, look: Look, form: str) -> None:
    """Write a formula, without its `=`."""
    cell = sheet.cell(row, column)
    cell.value = f"={formula}"
    dress(cell, look, form, is_number=True)


def dress(cell: Cell | MergedCell, look: Look, form: str | None, is_number: bool) -> None:
    """Give a cell its look and its number format."""
    cell.font = _font(look)
    cell.alignment = _alignment(look, is_number)
    if look.framed:
        cell.border = _FRAME
    if look.fill:
        cell.fill = _fill(look.fill)
    if form is not None:
        cell.number_format = form


@cache
def _font(look: Look) -> Font:
    return Font(name=FONT, size=look.size, bold=look.bold, italic=look.italic)


@cache
def _alignment(look: Look, is_number: bool) -> Alignment:
    align = "right" if is_number and look.align == "left" else look.align
    return Alignment(horizontal=align, vertical="center", wrap_text=True, indent=0 if is_number else look.indent)


@cache
def _fill(color: str) -> PatternFill:
    return PatternFill("solid", fgColor=color)
