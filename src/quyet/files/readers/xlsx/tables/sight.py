"""One sheet as its rows are read: words and figures with their places in the text, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from itertools import islice

from quyet.core.values.folding import fold, squeeze
from quyet.core.values.stated import Span, Words
from quyet.files.readers.limits import CELLS
from quyet.files.readers.xlsx.cells.grid import Cell, Fault, Grid
from quyet.files.readers.xlsx.layout import Places
from quyet.files.readers.xlsx.remarks import Remarks, Spot, cell_name, cell_names
from quyet.files.readers.xlsx.said import affixes
from quyet.files.readers.xlsx.tables.figures import Figure, Trouble, figure_in
from quyet.files.readers.xlsx.tables.found import filled_down
from quyet.files.readers.xlsx.tables.headings import Heading

_FILLED = ("source", "code", "category", "chapter", "unit", "activity")
"""What is said once for several rows in merged cells holds for each of them; a sum does not."""


@dataclass
class Sight:
    """The cells of a sheet under the headings of one of its tables."""

    sheet: str
    grid: Grid
    heading: Heading
    text: str
    places: Places
    remarks: Remarks
    typed: list[Spot] = field(default_factory=list)
    """The cells whose number is kept as words."""

    def __post_init__(self) -> None:
        columns = {self.heading.at[name].place for name in _FILLED if name in self.heading.at}
        down = islice(filled_down(self.grid, columns), CELLS.most)
        self._from = {(row, column): top for row, column, top in down}

    def cell(self, row: int, column: int) -> tuple[Cell, Span] | None:
        """A cell that shows something, and where."""
        cell = self.grid.at(row, column)
        span = self.places.get((self.sheet, row, column))
        return (cell, span) if cell and span else None

    def words(self, row: int, meaning: str) -> Words | None:
        """What the column of that meaning says in a row."""
        column = self.heading.at.get(meaning)
        if column is None:
            return None
        found = self.cell(self._from.get((row, column.place), row), column.place)
        if found is None or isinstance(found[0].value, Fault):
            return None
        said = squeeze(self.text[slice(*found[1])])
        return Words(said, found[1]) if said else None

    def figure(self, row: int, column: int, is_money: bool = False, in_dong: bool = True) -> Figure | None:
        """The number of a cell. What stands there instead of one is said."""
        found = self.cell(row, column)
        if found is None:
            return None
        cell, span = found
        figure: Figure | Trouble | None
        if isinstance(cell.value, Decimal):
            figure = "day" if cell.format.is_day else self._number(cell, cell.value, span)
        elif isinstance(cell.value, str):
            figure = "day" if cell.format.is_day else figure_in(self.text, span, is_money, in_dong)
        else:
            figure = "error" if isinstance(cell.value, Fault) else "words"
        if isinstance(figure, str):
            self._complain(figure, (self.sheet, row, column), cell)
            return None
        if figure is not None and figure.is_text:
            self.typed.append((self.sheet, row, column))
        return figure

    def _number(self, cell: Cell, value: Decimal, span: Span) -> Figure:
        if not cell.format.before and not cell.format.after:
            return Figure(value, span)
        before, after = (len(words) for words in affixes(cell.format))
        start, end = span[0] + before, span[1] - after
        return Figure(value, (start, end), self._noun((end + 1, span[1])) if after else None)

    def _noun(self, span: Span) -> tuple[str, Span] | None:
        said = squeeze(self.text[slice(*span)])
        return None if fold(said) in _NO_NOUNS else (said, span)

    def _complain(self, trouble: Trouble, spot: Spot, cell: Cell) -> None:
        if trouble in _TROUBLES:  # an error value is told with the formulas
            shown = squeeze(self.text[slice(*(self.places.get(spot) or (0, 0)))])[:60]
            self.remarks.add("figure", f"{cell_name(spot)} ghi «{shown}»{_TROUBLES[trouble]}", spot)

    def tell_typed(self) -> None:
        """Numbers kept as words: Excel adds none of them up."""
        if self.typed:
            sentence = f"{cell_names(self.typed)} lưu số dạng chữ: đọc được, nhưng hàm SUM của Excel bỏ qua."
            self.remarks.add("typed", sentence, self.typed[0])


_NO_NOUNS = ("đồng", "đ", "vnđ", "vnd", "nghìn đồng", "triệu đồng")
_TROUBLES = {
    "words": ", không phải là số; để trống.",
    "day": ": ô định dạng ngày tháng nên không đọc thành số; nhập lại số rồi chọn định dạng Number.",
    "unsure": ": có thể là hai số khác nhau; để trống. Nhập lại dạng số.",
}
