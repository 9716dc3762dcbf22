"""What has to be said of a workbook as a whole and of a table in it: what was not read, and what is hidden."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from decimal import Decimal

from quyet.core.estimates.sums import leaves
from quyet.core.values.amounts import dotted
from quyet.core.values.folding import fold
from quyet.core.values.words import from_words
from quyet.files.readers.xlsx.cells.book import Book
from quyet.files.readers.xlsx.cells.grid import letters_of
from quyet.files.readers.xlsx.remarks import Remarks, cell_name, cell_names
from quyet.files.readers.xlsx.tables.found import SheetTable
from quyet.files.readers.xlsx.tables.headings import Column
from quyet.files.readers.xlsx.tables.lines import Entry, is_total
from quyet.files.readers.xlsx.tables.sight import Sight

_FOOT = 30
"""Among so many last rows the total in words is looked for."""


def tell_book(book: Book, with_estimate: Collection[str], with_bases: Collection[str], remarks: Remarks) -> None:
    """Sheets that were not read, macros, and what an old workbook does not give."""
    hidden = [sheet.name for sheet in book.sheets if sheet.is_hidden]
    if hidden:
        remarks.add("hidden", f"Trang tính ẩn không được đọc: {_quoted(hidden)}. Bỏ ẩn nếu trang đó thuộc dự toán.")
    if not with_estimate:
        remarks.add("no_estimate", NO_ESTIMATE)
    else:
        others = [
            sheet.name
            for sheet in book.sheets
            if not sheet.is_hidden and sheet.name not in (*with_estimate, *with_bases) and book.grid(sheet).rows
        ]
        if others:
            remarks.add("unread", f"Trang tính không có bảng dự toán, không đọc thành dự toán: {_quoted(others)}.")
    if book.has_macros:
        remarks.add("macros", "Tệp có macro. Macro không được chạy; chỉ đọc số liệu đang lưu.")
    if book.is_old:
        remarks.add("old", "Tệp Excel đời cũ (.xls): chỉ đọc giá trị đã lưu, không đọc được công thức để tính lại.")


NO_ESTIMATE = (
    "Không thấy bảng dự toán nào: cần một hàng tiêu đề có «Nội dung» và «Thành tiền» hoặc «Đơn giá» ở trang tính "
    "không ẩn."
)


def tell_table(entries: Sequence[Entry], table: SheetTable, sight: Sight) -> None:
    """Rows and columns that are hidden and count all the same, columns that hold figures and mean nothing here,
    numbers kept as words."""
    rows = [entry.row for entry in entries if entry.row in sight.grid.hidden_rows and entry.has_figures]
    columns = [column for column in table.heading.columns if sight.grid.is_hidden_column(column.place)]
    if rows:
        listed = ", ".join(map(str, rows[:10])) + ("…" if len(rows) > 10 else "")
        sight.remarks.add("hidden", f"{sight.sheet}: hàng ẩn {listed} có số liệu và vẫn được đọc.")
    if columns:
        sight.remarks.add("hidden", f"{sight.sheet}: cột ẩn {_named(columns)} vẫn được đọc.")
    for column in table.heading.unread():
        if any(_holds_number(sight, entry.row, column.place) for entry in entries):
            said = f"cột {letters_of(column.place)} «{column.name}» có số nhưng không thuộc phần nào của dự toán"
            spot = (sight.sheet, table.heading.last_row, column.place)
            sight.remarks.add("unread", f"{sight.sheet}: {said}, không đọc.", spot)
    _tell_sums(entries, table, sight)
    _tell_negative(entries, table, sight)
    sight.tell_typed()


def _tell_negative(entries: Sequence[Entry], table: SheetTable, sight: Sight) -> None:
    """Figures below nought: they are kept as they stand."""
    spots = [
        (sight.sheet, entry.row, table.heading.at[name].place)
        for entry in entries
        for name in ("quantity", "unit_price", "amount")
        if (getattr(entry.line, name) or 0) < 0 and name in table.heading.at
    ]
    if spots:
        said = f"{cell_names(spots)} ghi số âm. Dự toán không có khoản âm; khoản giảm trừ ghi ở bảng khác."
        sight.remarks.add("negative", said, spots[0])


def _tell_sums(entries: Sequence[Entry], table: SheetTable, sight: Sight) -> None:
    """Of several columns of money: which one is read, what the others are."""
    heading = table.heading
    filled = [each for each in heading.sums if any(_holds_number(sight, entry.row, each.place) for entry in entries)]
    amount = heading.at.get("amount")
    if filled and amount is not None:
        said = f"thành tiền đọc từ cột {_named([amount])}; không đọc cột {_named(filled)}"
        sight.remarks.add("unread", f"{sight.sheet}: {said}.", (sight.sheet, heading.last_row, amount.place))
    split = [column for column in heading.parts if any(column is part for entry in entries for part, _ in entry.parts)]
    if not split:
        return
    spot = (sight.sheet, heading.last_row, split[0].place)
    if amount is None:
        said = f"chỉ có tiền theo cột {_named(split)}, không có cột cộng; thành tiền để trống. Thêm cột «Thành tiền»"
        sight.remarks.add("no_sum", f"{sight.sheet}: {said}.", spot)
    elif any(_has_sources(entry) for entry in _bought(entries)):
        said = f"cột {_named(split)} chia thành tiền ra nhiều phần; chỉ đọc tổng, dòng có nhiều nguồn để trống nguồn"
        sight.remarks.add("unread", f"{sight.sheet}: {said}.", spot)
    elif any(column.part == "quarter" for column in split):
        said = f"cột {_named(split)} chia thành tiền theo quý; đã cộng thử, không đọc thành dòng riêng"
        sight.remarks.add("unread", f"{sight.sheet}: {said}.", spot)


def _bought(entries: Sequence[Entry]) -> list[Entry]:
    """The rows with nothing below that are no totals."""
    lowest = {id(line) for line in leaves([entry.line for entry in entries if not is_total(entry)])}
    return [entry for entry in entries if id(entry.line) in lowest]


def _has_sources(entry: Entry) -> bool:
    return sum(column.part == "source" for column, _ in entry.parts) > 1


def _named(columns: Sequence[Column]) -> str:
    """`F «Đề nghị», G «Chênh lệch»`"""
    return ", ".join(f"{letters_of(column.place)} «{column.name}»" for column in columns)


def tell_words(table: SheetTable, sight: Sight, total: int | None) -> None:
    """Say where the total in words below the table is another than its figure: who edits the one forgets the other."""
    for row in table.rows[-_FOOT:]:
        for column in sorted(sight.grid.rows[row]):
            found = sight.cell(row, column)
            words = sight.text[slice(*found[1])] if found else ""
            amount = from_words(words) if "bằng chữ" in fold(words[:40]) else None
            if amount is not None and total is not None and amount != total:
                spot = (sight.sheet, row, column)
                said = f"{cell_name(spot)}: bằng chữ là {dotted(amount)} đồng, tổng cộng là {dotted(total)} đồng."
                sight.remarks.add("words", said, spot)


def _holds_number(sight: Sight, row: int, column: int) -> bool:
    cell = sight.grid.at(row, column)
    return cell is not None and isinstance(cell.value, Decimal) and not cell.format.is_day


def _quoted(names: Sequence[str]) -> str:
    listed = ", ".join(f"«{name}»" for name in names[:10])
    return f"{listed} và {len(names) - 10} trang khác" if len(names) > 10 else listed
