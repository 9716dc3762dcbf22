"""The sheet «Cơ sở giá»: why each unit price is what it is, a row a quotation. Its lines are named by their key."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from quyet.core.estimates.model import PlannedLine, PriceBasis, PriceKind, Quotation
from quyet.files.writers.xlsx.columns import MONEY
from quyet.files.writers.xlsx.looks import HEADING, PLAIN_CELL, put

KINDS: dict[PriceKind, str] = {
    "norm": "Định mức",
    "quotation": "Báo giá",
    "contract": "Hợp đồng",
    "plan": "Kế hoạch",
}
_COLUMNS = (
    ("Mã dòng", 9), ("Nội dung", 40), ("Cơ sở giá", 12), ("Định mức", 22), ("Loại địa bàn", 14), ("Đối tượng", 14),
    ("Tỉnh", 12), ("Nhà cung cấp", 30), ("Giá chào", 14), ("Ngày báo giá", 13), ("Chọn báo giá", 10),
    ("Lý do chọn", 30), ("Căn cứ", 30),
)  # fmt: skip
_DAY = "dd/mm/yyyy"


def write_bases(sheet: Worksheet, lines: Sequence[tuple[str, PlannedLine]]) -> None:
    """A row for each basis, further rows for further quotations."""
    for column, (name, width) in enumerate(_COLUMNS, start=1):
        put(sheet, 1, column, name, HEADING)
        sheet.column_dimensions[get_column_letter(column)].width = width
    rows = (row for key, line in lines if line.basis for row in _rows(key, line.content, line.basis))
    for number, values in enumerate(rows, start=2):
        for column, value in enumerate(values, start=1):
            form = _DAY if isinstance(value, date) else MONEY if column == 9 else None
            put(sheet, number, column, value, PLAIN_CELL, form)
    sheet.freeze_panes = "C2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


Row = Sequence[str | int | date | None]


def _rows(key: str, content: str | None, basis: PriceBasis) -> Iterator[Row]:
    first = basis.quotations[0] if basis.quotations else None
    reasons = (basis.chosen, basis.why, basis.reference)
    place = (basis.norm, basis.place, basis.rank, basis.province)
    yield key, content, KINDS[basis.kind], *place, *_quotation(first), *reasons
    for quotation in basis.quotations[1:]:
        yield key, None, None, None, None, None, None, *_quotation(quotation), None, None, None


def _quotation(quotation: Quotation | None) -> tuple[str | None, int | None, date | None]:
    return (quotation.supplier, quotation.unit_price, quotation.date) if quotation else (None, None, None)
