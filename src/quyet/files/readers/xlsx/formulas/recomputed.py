"""Formulas worked anew beside what the file kept: which value a cell shows, and what has to be said of it.

What the sheet shows is what is imported: an office signed that. Where the two agree, the exact decimal stands for the
binary one; where nothing was kept, the worked one does; where they differ, the kept one does and a finding names both.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from quyet.files.readers.xlsx.cells.book import Book, SheetName
from quyet.files.readers.xlsx.cells.grid import Cell, Fault, Formula, Value
from quyet.files.readers.xlsx.formulas.areas import moved
from quyet.files.readers.xlsx.formulas.calculator import Calculator, Outcome
from quyet.files.readers.xlsx.remarks import Remarks, Spot, cell_name, cell_names
from quyet.files.readers.xlsx.said import plain

_MONEY_SLACK, _SLACK = Decimal("0.001"), Decimal("1e-9")
_LAST_DIGIT = Decimal("4e-15")
"""Of a binary fraction fifteen digits are true; a sum of many loses the last of them."""


def differ(kept: Value, worked: Value) -> bool:
    """Whether two values are more apart than binary fractions make them: a thousandth of a đồng, a billionth of a
    small number."""
    if not isinstance(kept, Decimal) or not isinstance(worked, Decimal):
        return kept != worked
    size = max(Decimal(1), abs(kept), abs(worked))
    return abs(kept - worked) > max(min(_MONEY_SLACK, _SLACK * size), _LAST_DIGIT * size)


def recompute(book: Book, sheets: list[SheetName], remarks: Remarks) -> None:
    """Give every cell of the sheets the value that it shows, and say what there is to say of their formulas."""
    calculator = Calculator(book)
    worked = [
        (spot, cell, calculator.outcome(sheet, spot[1], spot[2]))
        for sheet in sheets
        for spot, cell in _cells(book, sheet)
        if cell.formula is not None
    ]
    said = _Said(book, remarks)
    for spot, cell, outcome in worked:
        said.of_formula(spot, cell, outcome)
        cell.value = _shown(book, cell, outcome)
    for sheet in sheets:
        for spot, cell in _cells(book, sheet):
            if isinstance(cell.value, Fault):
                said.grouped("error", cell.value.code, spot)
    said.finish()


def _cells(book: Book, sheet: SheetName) -> Iterator[tuple[Spot, Cell]]:
    grid = book.grid(sheet)
    for row in grid.order:
        for column in sorted(grid.rows[row]):
            yield (sheet.name, row, column), grid.rows[row][column]


def _shown(book: Book, cell: Cell, outcome: Outcome) -> Value:
    kept = None if book.recalculates else cell.value
    if not outcome.is_worked:
        return kept
    return kept if kept is not None and differ(kept, outcome.value) else outcome.value


class _Said:
    """Gathers what is the same of many cells into one remark a sheet."""

    def __init__(self, book: Book, remarks: Remarks) -> None:
        self._book, self._remarks = book, remarks
        self._groups: dict[tuple[str, str, str], list[Spot]] = {}

    def grouped(self, code: str, what: str, spot: Spot) -> None:
        self._groups.setdefault((code, what, spot[0]), []).append(spot)

    def of_formula(self, spot: Spot, cell: Cell, outcome: Outcome) -> None:
        kept = None if self._book.recalculates else cell.value
        if outcome.in_circle:
            self.grouped("circle", "", spot)
        elif outcome.beyond:
            code = "beyond" if outcome.file is None else "other_file"
            what = outcome.beyond if outcome.file is None else self._file(outcome)
            self.grouped(code if kept is not None else f"{code}_empty", what, spot)
        elif kept is not None and differ(kept, outcome.value) and cell.formula is not None:
            formula = moved_formula(cell.formula, spot)
            self._remarks.add(
                "differs",
                f"{cell_name(spot)}: công thức ={formula} tính ra {plain(outcome.value)}, "
                f"ô đang ghi {plain(kept)}. Tính lại trang tính (F9) rồi lưu.",
                spot,
            )

    def _file(self, outcome: Outcome) -> str:
        number = outcome.file or 0
        known = self._book.others[number - 1] if 0 < number <= len(self._book.others) else ""
        return f"«{known}»" if known else outcome.beyond

    def finish(self) -> None:
        for (code, what, _), spots in self._groups.items():
            sentence = _SENTENCES[code].format(cells=cell_names(spots), what=what)
            self._remarks.add(code, sentence, spots[0])


_SENTENCES = {
    "error": "{cells} báo lỗi {what}; ô này không có số.",
    "circle": "{cells}: công thức tính vòng quanh lẫn nhau nên không tính lại được; giữ giá trị đã lưu.",
    "beyond": "{cells}: công thức dùng {what}, không tính lại được; giữ giá trị đã lưu.",
    "beyond_empty": "{cells}: công thức dùng {what}, không tính lại được, và tệp không lưu giá trị; để trống.",
    "other_file": "{cells}: công thức lấy số từ tệp khác {what}; giữ giá trị đã lưu.",
    "other_file_empty": "{cells}: công thức lấy số từ tệp khác {what}, và tệp không lưu giá trị; để trống.",
}


def moved_formula(formula: Formula, spot: Spot) -> str:
    """The formula as the cell shows it."""
    return moved(formula.text, spot[1] - formula.row, spot[2] - formula.column)
