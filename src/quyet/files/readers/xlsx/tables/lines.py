"""Rows under headings → lines, each with all that its cells say. What only the whole table tells comes after."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from quyet.core.decisions.annex_rows import numbers_columns
from quyet.core.decisions.grammar import headings
from quyet.core.decisions.grammar.words import phrase
from quyet.core.estimates.model import Factor, PlannedLine
from quyet.core.values.amounts import round_dong
from quyet.core.values.folding import fold
from quyet.core.values.stated import Dong, Number, Words
from quyet.core.values.words import LIMIT
from quyet.files.readers.xlsx.cells.grid import Cell
from quyet.files.readers.xlsx.remarks import cell_name, cell_names
from quyet.files.readers.xlsx.tables.figures import Figure, tax_said
from quyet.files.readers.xlsx.tables.found import SheetTable
from quyet.files.readers.xlsx.tables.headings import Column
from quyet.files.readers.xlsx.tables.sight import Sight

_LABEL = re.compile(r"[-–+*•]|\d{1,3}(?:\.\d{1,3})*\.?|[IVXivx]{1,5}[.)]?|[a-zđA-ZĐ][.)]?")
_OVER = phrase(r"\s*\(?(?:số tiền )?(?:viết )?(?:bằng chữ|người lập|kế toán|thủ trưởng|nơi nhận|kèm theo|giám đốc)\b")
"""How what stands below a table begins."""

MOST_NUMBER = Decimal(10) ** 12
"""Nobody plans more of anything."""


@dataclass(slots=True)
class Entry:
    """A row as it was read: its line, the dash before it, and what is not settled yet. `tax` is the cell of VAT: a
    rate in percent, or đồng."""

    row: int
    line: PlannedLine
    mark: str | None = None
    factors: list[tuple[int, Factor]] = field(default_factory=list)
    rate: Decimal | None = None
    tax: int | None = None
    tax_inside: bool | None = None
    key: str | None = None
    parts: list[tuple[Column, Dong]] = field(default_factory=list)

    @property
    def has_figures(self) -> bool:
        line = self.line
        money = line.amount is not None or line.unit_price is not None or bool(self.parts)
        return money or line.quantity is not None or bool(self.factors)


def entries_of(table: SheetTable, sight: Sight) -> list[Entry]:
    """The rows of a table in order, up to where it is over. Rows that number the columns are none."""
    reader = _Rows(table, sight)
    found: list[Entry] = []
    for place, row in enumerate(table.rows):
        if reader.is_over(row):
            reader.tell_rest(table.rows[place + 1 :])
            break
        entry = None if reader.numbers_columns(row) else reader.entry(row)
        if entry is not None:
            found.append(entry)
    return found


class _Rows:
    def __init__(self, table: SheetTable, sight: Sight) -> None:
        self._table, self._sight = table, sight
        self._at = table.heading.at
        self._content = [self._at[name].place for name in ("label", "content") if name in self._at]

    def _texts(self, row: int) -> Iterator[str]:
        """The words of a row as they are shown, folded."""
        for column in sorted(self._sight.grid.rows[row]):
            found = self._sight.cell(row, column)
            if found is not None:
                yield fold(self._sight.text[slice(*found[1])])

    def numbers_columns(self, row: int) -> bool:
        return len(self._sight.grid.rows[row]) >= 3 and numbers_columns(self._texts(row))

    def is_over(self, row: int) -> bool:
        if any(isinstance(cell.value, Decimal) for cell in self._sight.grid.rows[row].values()):
            return False
        return bool(_OVER.match(next(self._texts(row), "")))

    def tell_rest(self, rows: Sequence[int]) -> None:
        """Say where sums stand below the end of the table: they are not read."""
        amount = self._at.get("amount", Column(0, "", None)).place
        spots = [(self._sight.sheet, row, amount) for row in rows if self._holds_number(row, amount)]
        if spots:
            self._sight.remarks.add("unread", f"{cell_names(spots)} nằm dưới chỗ hết bảng, không được đọc.", spots[0])

    def _holds_number(self, row: int, column: int) -> bool:
        cell = self._sight.grid.at(row, column)
        return cell is not None and isinstance(cell.value, Decimal)

    def entry(self, row: int) -> Entry | None:
        line = PlannedLine()
        entry = Entry(row, line)
        line.label, line.content, entry.mark = self._named(row)
        for name in ("unit", "note", "source", "code", "category", "chapter", "activity"):
            setattr(line, name, self._sight.words(row, name))
        entry.key = self._sight.words(row, "key")
        self._counted(entry)
        line.unit_price = self._money(row, "unit_price")
        line.amount = self._money(row, "amount")
        entry.parts = self._split(row)
        line.source = line.source or self._only_source(entry.parts)
        self._taxed(entry)
        return entry if line.content is not None or entry.has_figures else None

    def _named(self, row: int) -> tuple[Words | None, Words | None, str | None]:
        """Label, content and dash. Cells merged from the first column on hold the content where the label would be."""
        label, content = self._label(row), self._sight.words(row, "content")
        if label is not None and content is None and not _LABEL.fullmatch(label):
            label, content = None, label
        if label is not None and not any(c.isalnum() for c in label):
            return None, content, str(label)
        return label, content, None

    def _label(self, row: int) -> Words | None:
        """A number keeps the noughts that its format shows: 1.10 is not 1.1."""
        label = self._sight.words(row, "label")
        cell = self._sight.grid.at(row, self._at["label"].place) if label is not None else None
        if label is None or cell is None or not isinstance(cell.value, Decimal) or cell.format.is_day:
            return label
        return Words(_numbered(cell, cell.value), label.span)

    def _counted(self, entry: Entry) -> None:
        line, row = entry.line, entry.row
        quantity = self._at.get("quantity")
        figure = self._figure(row, quantity) if quantity else None
        if figure is not None:
            line.quantity = Number(figure.value, figure.span)
            if line.unit is None and figure.noun is not None:
                line.unit = Words(*figure.noun)
        for column in self._table.heading.factors:
            figure = self._figure(row, column)
            if figure is not None:
                noun = Words(*figure.noun) if figure.noun else column.noun
                entry.factors.append((column.place, Factor(Number(figure.value, figure.span), noun)))

    def _figure(self, row: int, column: Column) -> Figure | None:
        figure = self._sight.figure(row, column.place)
        if figure is not None and abs(figure.value) > MOST_NUMBER:
            self._too_large(row, column)
            return None
        return figure

    def _money(self, row: int, meaning: str) -> Dong | None:
        column = self._at.get(meaning)
        return self._dong(row, column) if column else None

    def _dong(self, row: int, column: Column) -> Dong | None:
        scale = self._table.scale if column.scale is None else column.scale
        figure = self._sight.figure(row, column.place, is_money=True, in_dong=scale == 1)
        if figure is None:
            return None
        exact = figure.value if figure.is_whole else figure.value * scale
        if abs(exact) > LIMIT:
            self._too_large(row, column)
            return None
        return Dong(round_dong(exact), figure.span)

    def _split(self, row: int) -> list[tuple[Column, Dong]]:
        """What the line has of each source or quarter."""
        parts = ((column, self._dong(row, column)) for column in self._table.heading.parts)
        return [(column, amount) for column, amount in parts if amount]

    def _only_source(self, parts: Sequence[tuple[Column, Dong]]) -> str | None:
        """The source whose column alone holds money of the line."""
        sources = [column for column, _ in parts if column.part == "source"]
        return sources[0].name if len(sources) == 1 else None

    def _too_large(self, row: int, column: Column) -> None:
        spot = (self._sight.sheet, row, column.place)
        self._sight.remarks.add("figure", f"{cell_name(spot)}: số quá lớn; để trống.", spot)

    def _taxed(self, entry: Entry) -> None:
        """A cell of VAT holds a rate, or the tax itself in money."""
        column = self._at.get("vat")
        found = self._sight.cell(entry.row, column.place) if column else None
        if column is None or found is None:
            return
        cell, span = found
        said = tax_said(cell, self._sight.text[slice(*span)])
        entry.tax_inside = said.inside
        if said.rate is not None:
            entry.rate = Number(said.rate, span)
        elif isinstance(cell.value, Decimal):
            entry.tax = self._dong(entry.row, column)


def _numbered(cell: Cell, value: Decimal) -> str:
    shown = f"{value:.{cell.format.decimals}f}" if cell.format.decimals else f"{value:f}"
    return shown.rstrip("0").rstrip(".") if "." in shown and not cell.format.decimals else shown


def is_total(entry: Entry) -> bool:
    """Whether a row is one of a total: not numbered by a figure, and so called."""
    label = entry.line.label
    numbered = bool(label and any(c.isdigit() for c in label))
    return not numbered and bool(headings.TOTAL.match(fold(entry.line.content or "")))
