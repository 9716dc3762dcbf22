"""Plain rows as a workbook of one sheet: a heading that stays in view, days and đồng as Excel has them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

Value = str | int | date | None
_WIDEST = 48


def write_rows(title: str, rows: Iterable[Sequence[Value]]) -> bytes:
    """The workbook; the same bytes for the same rows. The first row is its heading. Unwritable where a cell cannot hold
    its text."""
    from openpyxl import Workbook  # late: it costs more than all the rest of a start
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    from quyet.files.writers.xlsx.package import packed

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = title
    widest: dict[int, int] = {}
    for at, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            if value is None:
                continue
            cell = sheet.cell(at, column)
            if isinstance(value, str):
                cell.value = ILLEGAL_CHARACTERS_RE.sub(" ", value)
                cell.data_type = "s"  # also what begins with =, + or @: nothing here is a formula
            else:
                cell.value = value
                cell.number_format = "#,##0" if isinstance(value, int) else "DD/MM/YYYY"
            cell.font = Font(name="Times New Roman", size=12, bold=at == 1)
            widest[column] = max(widest.get(column, 0), len(str(value)))
    for column, width in widest.items():
        sheet.column_dimensions[get_column_letter(column)].width = min(width + 3, _WIDEST)
    sheet.freeze_panes = "A2"
    return packed(book, {})
