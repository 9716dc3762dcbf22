"""An annex of 5,000 rows in Excel, as officials keep it and as the office exports it itself."""

from __future__ import annotations

from decimal import Decimal

from openpyxl import Workbook

from quyet.core.estimates.model import Factor, PlannedEstimate, PlannedLine, PriceBasis
from quyet.files.estimates import completed
from quyet.files.facts.forms import load_wording
from quyet.files.writers.xlsx import AnnexSheet, write_xlsx
from quyet.files.writers.xlsx.package import packed

ROWS = 5_000
_GROUP = 20
"""Each row of so many names a part and adds up those below it."""


def kept_by_officials(rows: int = ROWS) -> bytes:
    """Headings below a title, parts with SUM, products as formulas with the values that Excel keeps."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["DỰ TOÁN KINH PHÍ"])
    sheet.append(["Đơn vị tính: đồng"])
    sheet.append(["TT", "Nội dung", "ĐVT", "Số lượng", "Đơn giá", "Thành tiền", "Ghi chú"])
    values: dict[str, str] = {}
    for place in range(rows):
        row = place + 4
        if place % _GROUP == 0:
            last = min(row + _GROUP - 1, rows + 3)
            sheet.append([_roman(place), f"Hội nghị số {row}", None, None, None, f"=SUM(F{row + 1}:F{last})", None])
            values[f"F{row}"] = str(sum(_price(at) * 40 for at in range(row + 1, last + 1)))
        else:
            product = f"=D{row}*E{row}"
            sheet.append([place % _GROUP, f"Nước uống đợt {row}", "người", 40, _price(row), product, "TT 40/2017"])
            values[f"F{row}"] = str(_price(row) * 40)
    return packed(book, {sheet.title: values})


def exported(rows: int = ROWS) -> bytes:
    """The same from an estimate whose lines have factors and a basis each."""
    basis = PriceBasis("norm", norm="refreshments", place="urban_1", province="lang-son")
    lines = [
        PlannedLine(_roman(place), content=f"Hội nghị số {place}")
        if place % _GROUP == 0
        else PlannedLine(
            str(place % _GROUP), "1.d", f"Nước uống đợt {place}", "suất", unit_price=20_000, code="6699", basis=basis,
            factors=[Factor(Decimal(40), "người"), Factor(Decimal(2), "buổi")],
        )
        for place in range(rows)
    ]  # fmt: skip
    return write_xlsx([AnnexSheet(*completed([PlannedEstimate(lines=lines)]))], load_wording())


def _price(row: int) -> int:
    return 15_000 + row % 7 * 1_000


def _roman(place: int) -> str:
    """A part's letter: what is below it has plain numbers."""
    return "ABCDEĐGHIKLMNOPQRSTUVXY"[place // _GROUP % 23]
