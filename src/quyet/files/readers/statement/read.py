"""The road from a file to the rows of a statement."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from quyet.core.decisions.grammar.words import phrase
from quyet.core.values.amounts import dotted
from quyet.core.values.days import DAY, day_of
from quyet.core.values.folding import fold, squeeze
from quyet.files.readers.detect import format_of
from quyet.files.readers.errors import OtherFormat, Unreadable
from quyet.files.readers.limits import FILE_BYTES
from quyet.files.readers.refusals import empty
from quyet.files.readers.sheet import tidy
from quyet.files.readers.statement.cells import day_in, dong_in, number_in, words_in
from quyet.files.readers.statement.columns import Columns, columns_of
from quyet.files.readers.statement.delimited import grids_of
from quyet.files.readers.xlsx.cells.book import open_book
from quyet.files.readers.xlsx.cells.grid import Cell, Grid

MOST_ROWS = 5_000
_OLD = b"\xd0\xcf\x11\xe0"
_TAKEN = "Sao kê phải là tệp .xlsx, .xls hoặc .csv. Hãy xuất lại ở một trong các dạng đó."
_TAKEN_EN = "A statement is an .xlsx, .xls or .csv file. Export it as one of these."


@dataclass(frozen=True, slots=True)
class StatedRow:
    """One row: its place in the file, its day, what it says, and đồng: out, below nought where they came back."""

    place: int
    day: date
    number: str
    content: str
    code: str
    amount: int


@dataclass(frozen=True, slots=True)
class Statement:
    """`since` and `until` where the file says them; `total`: the sum that it gives last, None where it gives none."""

    rows: tuple[StatedRow, ...]
    since: date | None = None
    until: date | None = None
    total: int | None = None


def read_statement(data: bytes, name: str) -> Statement:
    """What a workbook or a CSV file states. Unreadable, with the row where there is one: no table of days and money, a
    cell that may be two things, macros, another format, nothing."""
    FILE_BYTES.hold(len(data))
    if not data.strip():
        raise empty()
    grid, columns = _table(data, name)
    rows, total = _rows(grid, columns)
    if not rows:
        raise Unreadable(
            "Bảng trong tệp không có dòng nào vừa có ngày vừa có số tiền. Hãy xuất lại sao kê của kỳ có phát sinh.",
            "The table has no row with a day and an amount. Export the statement of days on which money moved.",
        )
    since, until = _days_said(grid, columns)
    return Statement(tuple(rows), since, until, total)


def _table(data: bytes, name: str) -> tuple[Grid, Columns]:
    found = [(grid, columns) for grid in _grids(data, name) if (columns := columns_of(grid)) is not None]
    if not found:
        raise Unreadable(
            "Không thấy hàng tiêu đề của sao kê: cần cột ngày và cột số tiền (hoặc Nợ, Có) trong 60 hàng đầu. Hãy chọn "
            "tệp sao kê do dịch vụ của kho bạc hoặc ngân hàng xuất ra.",
            "The headings of a statement are not there: a column of days and one of money (or debit, credit) in the "
            "first 60 rows. Choose the file that the treasury's or the bank's service exports.",
        )
    grid, columns = found[0]
    if columns.scale != 1:
        raise Unreadable(
            f"Sao kê ghi số tiền theo đơn vị {dotted(columns.scale)} đồng. Hãy xuất lại sao kê bằng đồng.",
            f"The statement counts in units of {columns.scale:,} đồng. Export it in đồng.",
        )
    return grid, columns


def _grids(data: bytes, name: str) -> Iterator[Grid]:
    """Sheets that may hold the table; of a CSV file only the first way to part it that gives one."""
    try:
        kind = format_of(data, name)
    except OtherFormat as other:
        raise Unreadable(f"{other.what} {_TAKEN}", f"{other.what_en} {_TAKEN_EN}") from other
    if kind == "txt":
        yield from [grid for grid in grids_of(data) if columns_of(grid) is not None][:1]
        return
    if kind != "xlsx":
        raise Unreadable(_TAKEN, _TAKEN_EN)
    yield from _sheets(data)


def _sheets(data: bytes) -> Iterator[Grid]:
    if data.startswith(_OLD):
        from quyet.files.readers.xlsx.cells.old import open_old_book

        book = open_old_book(data)
    else:
        book = open_book(data)
    if book.has_macros:
        raise Unreadable(
            "Tệp có macro, điều sao kê của kho bạc hay ngân hàng không có. Hãy lưu lại thành .xlsx rồi đưa lên.",
            "The workbook has macros, which no statement of a treasury or a bank has. Save it as .xlsx.",
        )
    seen = [grid for sheet in book.sheets if not sheet.is_hidden and columns_of(grid := book.grid(sheet)) is not None]
    if len(seen) > 1:
        raise Unreadable(
            f"Tệp có {len(seen)} trang tính cùng có bảng ngày và số tiền. Hãy giữ một trang tính sao kê rồi đưa lên.",
            f"{len(seen)} sheets have a table of days and money. Keep the one that is the statement.",
        )
    yield from seen


# --- rows ------------------------------------------------------------------------------------------------------------

_SUM = phrase(r"(?:tổng|cộng)\b")
_NO_ROW = phrase(
    r"(?:tổng|cộng|số dư|dư (?:đầu|cuối|nợ|có)|lũy kế|phát sinh|bằng chữ|người|kế toán|giám đốc|thủ trưởng"
    r"|ngày .* tháng)"
)
_COLUMN_NUMBER = re.compile(r"\(?(?:[A-Za-zĐđ]|\d{1,2})\)?(?:\s*=.*)?")


def _rows(grid: Grid, columns: Columns) -> tuple[list[StatedRow], int | None]:
    rows: list[StatedRow] = []
    total: int | None = None
    for place in grid.order:
        cells = grid.rows[place]
        if place <= columns.last or _is_heading(cells, columns):
            continue
        said = _first_words(cells)
        amount = _amount(cells, columns, place, strict=not _NO_ROW.match(said))
        day_cell = cells.get(columns.at["day"])
        if _NO_ROW.match(said) and (day_cell is None or day_in(day_cell) is None):
            total = amount if amount and _SUM.match(said) else total
            continue
        if not amount:
            continue
        rows.append(_row(cells, columns, place, amount))
        if len(rows) > MOST_ROWS:
            raise Unreadable(
                f"Sao kê có hơn {dotted(MOST_ROWS)} dòng. Hãy xuất lại theo quý hoặc theo tháng.",
                f"The statement has more than {MOST_ROWS:,} rows. Export it by quarter or by month.",
            )
    return rows, total


def _row(cells: dict[int, Cell], columns: Columns, place: int, amount: int) -> StatedRow:
    cell = cells.get(columns.at["day"])
    day = day_in(cell) if cell is not None else None
    if day is None:
        shown = words_in(cell)[:40] if cell is not None else ""
        vi, en = (f"«{shown}» không phải ngày", f"“{shown}” is no day") if shown else ("không có ngày", "no day")
        raise Unreadable(
            f"Hàng {place}: có số tiền {dotted(amount)} nhưng {vi}. Hãy ghi ngày/tháng/năm ở hàng đó.",
            f"Row {place}: the amount {dotted(amount)} stands there, and {en}. Write day/month/year in that row.",
        )
    told = {name: cells.get(columns.at[name]) if name in columns.at else None for name in ("number", "content", "code")}
    number, code = (number_in(cell) if (cell := told[name]) is not None else "" for name in ("number", "code"))
    content = words_in(told["content"]) if told["content"] is not None else ""
    return StatedRow(place, day, number[:60], content[:500], code[:40], amount)


def _amount(cells: dict[int, Cell], columns: Columns, place: int, strict: bool) -> int:
    """Out less in; 0 where nothing moved. Not `strict`: what is no figure counts as nothing."""
    out, back = (
        dong_in(cells.get(columns.at[name]), place, strict) if name in columns.at else 0 for name in ("debit", "credit")
    )
    if strict and out and back:
        raise Unreadable(
            f"Hàng {place}: có cả số tiền Nợ {dotted(out)} và Có {dotted(back)}. Mỗi hàng chỉ ghi một bên.",
            f"Row {place}: both a debit of {dotted(out)} and a credit of {dotted(back)}. A row has one of them.",
        )
    if out or back or "amount" not in columns.at or columns.at.keys() & {"debit", "credit"}:
        return out - back
    return dong_in(cells.get(columns.at["amount"]), place, strict)


def _is_heading(cells: dict[int, Cell], columns: Columns) -> bool:
    """Headings that are repeated on a page, or numbers of columns."""
    shown = [squeeze(words_in(cell)) for cell in cells.values()]
    if all(_COLUMN_NUMBER.fullmatch(each) for each in shown):
        return True
    texts = {at: text for at, text in columns.texts.items() if at in columns.at.values()}
    return bool(texts) and all(at in cells and words_in(cells[at]) == text for at, text in texts.items())


def _first_words(cells: dict[int, Cell]) -> str:
    """The first words of a row that are no figure."""
    shown = (squeeze(fold(tidy(words_in(cells[at])))) for at in sorted(cells))
    return next((each.lstrip("-+*• ") for each in shown if any(letter.isalpha() for letter in each)), "")


# --- its days --------------------------------------------------------------------------------------------------------


def _days_said(grid: Grid, columns: Columns) -> tuple[date | None, date | None]:
    """`Từ ngày 01/03/2024 đến ngày 31/03/2024`, above the headings."""
    for row in grid.order:
        if row > columns.last:
            break
        said = fold(tidy(" ".join(words_in(cell) for _, cell in sorted(grid.rows[row].items()))))[:500]
        days = [day for found in DAY.finditer(said) if (day := day_of(found)) is not None]
        if len(days) == 2 and days[0] <= days[1] and "từ" in said:
            return days[0], days[1]
    return None, None
