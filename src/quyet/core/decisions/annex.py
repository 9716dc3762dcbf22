"""Annex tables → estimates: columns told by their words, money in đồng whatever the caption says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from quyet.core.decisions.annex_links import Titles
from quyet.core.decisions.annex_links import link_lines as link_lines
from quyet.core.decisions.annex_rows import names_part, numbers_columns, set_levels
from quyet.core.decisions.columns import are_headings, code_named, columns_named
from quyet.core.decisions.flow import DataTable, Flow
from quyet.core.decisions.grammar import counts, headings
from quyet.core.decisions.model import Activity, Estimate, EstimateLine
from quyet.core.decisions.source import Cell, Row
from quyet.core.values.amounts import NUMBER, round_dong, scale_of, to_number
from quyet.core.values.folding import fold, squeeze
from quyet.core.values.stated import Dong, Number, Span, Words

_CAPTION_LINES = 6
_DIGIT = re.compile(r"\d")
_LABEL = re.compile(r"[-–+*•]|\d{1,3}(?:\.\d{1,3}){0,9}\.?|[IVXivx]{1,5}\.?|[a-zđA-ZĐ][.)]?")
_COLUMN_MARKS = re.compile(r"[\dA-Z()=x*+., ]{1,8}")
"""What stands in the row that numbers the columns: (1) (2) (3)=(1)x(2)."""
_SUM = re.compile(rf"\s*(?P<figure>-?(?:{NUMBER}))\s*(?:đồng|đ|vnđ)?\s*")


@dataclass(slots=True)
class _Columns:
    """Which column holds what, and by how much its figures are to be multiplied."""

    names: list[str]
    at: dict[str, int]
    scales: dict[int, int] = field(default_factory=dict)
    named: dict[int, int] = field(default_factory=dict)
    """Which of the names stands above a column."""

    def scale(self, column: int, caption: int) -> int:
        return self.scales.get(column, caption)


def read_estimates(flow: Flow, activities: Sequence[Activity]) -> list[Estimate]:
    """Every annex table that has a heading row."""
    found = [estimate for data in flow.tables if (estimate := _read_table(flow, data))]
    titles = Titles(activities)
    for estimate in found:
        titles.link(estimate.lines)
    return found


def main_estimate(estimates: Sequence[Estimate], total: int | None) -> Estimate | None:
    """The table that carries the total: the one whose total is the programme's, else the first with a total or sums."""
    same = [e for e in estimates if e.total is not None and e.total == total]
    with_total = [e for e in estimates if e.total is not None]
    with_sums = [e for e in estimates if any(line.amount is not None for line in e.lines)]
    return next(iter(same or with_total or with_sums), None)


def _read_table(flow: Flow, data: DataTable) -> Estimate | None:
    rows = data.table.rows
    header = next((i for i, row in enumerate(rows[:4]) if _is_header(flow, row)), None)
    if header is None:
        return None
    columns = _columns(flow, rows[header])
    if header + 1 < len(rows) and _is_second_header(flow, rows[header + 1]):
        columns = _columns(flow, _under(rows[header], rows[header + 1]))
        header += 1
    caption = _caption_scale(flow, data)
    estimate = Estimate(columns=list(columns.names))
    below = [row for row in rows[header + 1 :] if not _numbers_columns(flow, row)]
    estimate.worded = _worded(flow, below, columns)
    totals: list[tuple[int, EstimateLine]] = []
    for row in below:
        flow.hold()
        line = _line(flow, row, columns, caption)
        if line is None:
            continue
        if not _has_mark(line) and headings.TOTAL.match(fold(line.content or "")) and line.amount is not None:
            totals.append((len(estimate.lines), line))
        estimate.lines.append(line)
    _take_total(estimate, totals)
    set_levels(estimate.lines)
    return estimate


def _is_header(flow: Flow, row: Row) -> bool:
    return are_headings(flow.cell_low(cell.paragraphs) for cell in row.cells)


def _is_second_header(flow: Flow, row: Row) -> bool:
    """A row below the headings that splits some of them: first cells empty, then names of columns."""
    if len(row.cells) <= 2:
        return False
    names = [flow.cell_low(cell.paragraphs) for cell in row.cells]
    numbered = any(c.isdigit() for name in names for c in name)
    return not numbered and sum(1 for name in names if columns_named(name) or code_named(name)) >= 2


def _under(above: Row, below: Row) -> Row:
    """The headings of two rows as one: where the second row names a column, its name counts."""
    wide = [cell for cell in above.cells for _ in range(cell.columns)]
    narrow = [cell for cell in below.cells for _ in range(cell.columns)]
    if len(wide) != len(narrow):
        gap = len(wide) - len(narrow)
        narrow = [Cell(())] * gap + narrow if gap > 0 else narrow[-len(wide) :]
    cells = tuple(Cell((low if low.paragraphs else high).paragraphs) for high, low in zip(wide, narrow, strict=True))
    return Row(above.span, cells)


def _columns(flow: Flow, header: Row) -> _Columns:
    names: list[str] = []
    at: dict[str, int] = {}
    scales: dict[int, int] = {}
    named: dict[int, int] = {}
    position = 0
    for index, cell in enumerate(header.cells):
        named |= dict.fromkeys(range(position, position + cell.columns), index)
        name = flow.cell_words(cell.paragraphs)
        names.append(name if name is not None else "")
        low = flow.cell_low(cell.paragraphs)
        key = code_named(low) or next(iter(columns_named(low)), None)
        if key and (key not in at or (key == "amount" and "thành tiền" in low)):
            at[key] = position
        stated = headings.SCALE.search(low)
        if stated:
            scales[position] = _scale(stated)
        position += cell.columns
    return _Columns(names, at, scales, named)


def _scale(stated: re.Match[str]) -> int:
    return 1000 if stated["figure"] else scale_of(stated["scale"])


def _worded(flow: Flow, rows: Sequence[Row], columns: _Columns) -> list[int]:
    """The columns that hold words and dates only, by their place among the headings."""
    heads = [fold(name) for name in columns.names]
    filled: set[int] = set()
    counted: set[int] = set()
    for row in rows:
        for position, cell in _spread(flow, row, columns).items():
            index = columns.named.get(position)
            if index is None or index in counted:
                continue
            text = flow.cell_low(cell.paragraphs)
            if text:
                filled.add(index)
                if _may_be_factor(text, heads[index]):
                    counted.add(index)
    return sorted(filled - counted)


def _may_be_factor(text: str, heading: str) -> bool:
    """Whether a cell holds a number that is no day of the calendar."""
    if not _DIGIT.search(text):
        return False
    if not headings.COUNT_COLUMN.match(heading):
        text = headings.CALENDAR.sub(" ", text)
    if headings.TIME_COLUMN.match(heading):
        text = headings.YEAR.sub(" ", text)
    return _DIGIT.search(text) is not None


def _numbers_columns(flow: Flow, row: Row) -> bool:
    texts = (flow.cell_low(cell.paragraphs) for cell in row.cells if cell.paragraphs)
    return numbers_columns(text for text in texts if text)


def _caption_scale(flow: Flow, data: DataTable) -> int:
    """ "Đơn vị tính: nghìn đồng" in the lines above the table."""
    for index in range(data.before - 1, max(-1, data.before - 1 - _CAPTION_LINES), -1):
        if index < len(flow.lines):
            caption = headings.CAPTION.search(flow.line_low(index))
            stated = headings.SCALE.search(caption["unit"]) if caption else None
            if stated:
                return _scale(stated)
    return 1


def _line(flow: Flow, row: Row, columns: _Columns, caption: int) -> EstimateLine | None:
    cells = _spread(flow, row, columns)
    line = EstimateLine()
    label = cells.get(columns.at.get("label", -1))
    line.label = flow.cell_words(label.paragraphs) if label else None
    if line.label is not None and not any(c.isalnum() for c in line.label):
        line.label = None
    line.content = _words(flow, cells, columns, "content")
    if line.content is None and line.label is not None and not _is_label(line.label):
        line.label, line.content = None, line.label  # «TỔNG CỘNG» in cells merged from the first column on
    line.unit = _words(flow, cells, columns, "unit")
    line.note = _words(flow, cells, columns, "note")
    line.code = _words(flow, cells, columns, "code")
    line.category = _words(flow, cells, columns, "category")
    line.chapter = _words(flow, cells, columns, "chapter")
    line.quantity, line.unit = _quantity(flow, cells.get(columns.at.get("quantity", -1)), line.unit)
    line.unit_price = _money(flow, cells, columns, "unit_price", caption)
    line.amount = _money(flow, cells, columns, "amount", caption)
    if line.content is None and line.amount is None:
        return None
    if line.content is not None and _COLUMN_MARKS.fullmatch(line.content) and line.amount is None:
        return None
    return line


def _spread(flow: Flow, row: Row, columns: _Columns) -> dict[int, Cell]:
    """The cells of a row by column; a row of merged cells keeps its label, words and last sum in their columns."""
    width = len(columns.names)
    covered = sum(cell.columns for cell in row.cells)
    cells: dict[int, Cell] = {}
    if covered >= width or len(row.cells) == width:
        position = 0
        for cell in row.cells:
            cells[position] = cell
            position += cell.columns if covered >= width else 1
        return cells
    filled = [cell for cell in row.cells if cell.paragraphs]
    rest = list(filled)
    if rest and "label" in columns.at and _is_label(flow.cell_text(rest[0].paragraphs)):
        cells[columns.at["label"]] = rest.pop(0)
    if rest and "content" in columns.at:
        cells[columns.at["content"]] = rest.pop(0)
    if rest and "amount" in columns.at:
        sums = [cell for cell in rest if headings.FIGURE.fullmatch(flow.cell_text(cell.paragraphs))]
        if sums:
            cells[columns.at["amount"]] = sums[-1]
    return cells


def _is_label(text: str) -> bool:
    return _LABEL.fullmatch(text) is not None


def _words(flow: Flow, cells: dict[int, Cell], columns: _Columns, key: str) -> str | None:
    cell = cells.get(columns.at.get(key, -1))
    return flow.cell_words(cell.paragraphs) if cell and cell.paragraphs else None


def _figure(flow: Flow, cell: Cell | None) -> tuple[str, Span] | None:
    """The number that a cell prints, with its span; None for words, dashes and blanks."""
    if cell is None or not cell.paragraphs:
        return None
    a, b = cell.paragraphs[0][0], cell.paragraphs[-1][1]
    found = _SUM.fullmatch(flow.folded, a, b)
    return (found["figure"], found.span("figure")) if found else None


def _quantity(flow: Flow, cell: Cell | None, unit: str | None) -> tuple[Number | None, str | None]:
    """The number of a cell and its unit: the row's own, else the noun behind the number («5 người»)."""
    figure = _figure(flow, cell)
    if figure:
        return Number(to_number(figure[0]), flow.cell_span(*figure[1])), unit
    if cell is None or not cell.paragraphs:
        return None, unit
    a, b = cell.paragraphs[0][0], cell.paragraphs[-1][1]
    found = headings.COUNTED_CELL.fullmatch(flow.folded, a, b)
    if not found or counts.MONEY_BEHIND.match(found["noun"]):
        return None, unit
    noun = squeeze(found["noun"])
    if unit is not None and noun not in fold(unit) and fold(unit) not in noun:
        return None, unit  # 40 người in a row that counts lớp: the number is not how many lớp
    start, end = found.span("noun")
    number = Number(to_number(found["figure"]), flow.cell_span(*found.span("figure")))
    return number, unit or Words(squeeze(flow.plain[start:end]), flow.cell_span(start, end))


def _money(flow: Flow, cells: dict[int, Cell], columns: _Columns, key: str, caption: int) -> Dong | None:
    column = columns.at.get(key, -1)
    figure = _figure(flow, cells.get(column))
    if not figure:
        return None
    amount = round_dong(to_number(figure[0]) * columns.scale(column, caption))
    return Dong(amount, flow.cell_span(*figure[1]))


def _has_mark(line: EstimateLine) -> bool:
    return bool(line.label and any(c.isdigit() for c in line.label))


def _take_total(estimate: Estimate, totals: list[tuple[int, EstimateLine]]) -> None:
    """The row of the grand total leaves the lines; other totals stay as lines. Of several none that names a part is it:
    where Tổng cộng mục I and Tổng cộng mục II stand alone, the table has no grand total."""
    if len(totals) > 1:
        totals = [each for each in totals if not names_part(each[1])]
    if not totals:
        return
    index, line = max(totals, key=lambda each: (each[1].amount or 0, each[0]))
    estimate.total = line.amount
    del estimate.lines[index]
