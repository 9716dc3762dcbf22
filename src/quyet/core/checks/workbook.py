"""F9: what the reader of a workbook has to say of its cells, each named by its sheet and place."""

from __future__ import annotations

from collections.abc import Iterator

from quyet.core.checks.registry import Found, rule
from quyet.core.decisions.model import Reading
from quyet.core.values.finding import Severity

PREFIX = "workbook_"
"""How the codes of these notices begin."""


def _told(reading: Reading, **severities: Severity) -> Iterator[Found]:
    """The notices of those codes, each with its severity."""
    for notice in reading.source.notices:
        severity = severities.get(notice.code.removeprefix(PREFIX))
        if severity is not None and notice.code.startswith(PREFIX):
            yield Found(notice.detail, notice.span, severity=severity)


@rule("F911", severity="error")
def formula_gives_another_value(reading: Reading) -> Iterator[Found]:
    """Công thức tính ra khác số đang ghi trong ô.
    A formula gives another value than its cell shows.

    Yêu cầu: Mỗi công thức tính lại ra đúng số đang hiện; trang tính được tính lại trước khi lưu.
    Asks: Every formula, worked anew, gives the value that is shown; the sheet is calculated before it is saved.
    Lý do: Số đang hiện là số được in, được ký; số đó được đọc vào dự toán. Nếu nó cũ hơn đơn giá hoặc số lượng thì dự
        toán sai ngay khi có người mở tệp và Excel tính lại.
    Why: The value shown is what is printed and signed, and what is read. Where it is older than the prices around it,
        the estimate changes as soon as somebody opens the file and Excel calculates.
    """
    yield from _told(reading, differs="error")


@rule("F912", severity="warning")
def formula_is_not_worked(reading: Reading) -> Iterator[Found]:
    """Công thức không tính lại được.
    A formula that cannot be worked anew.

    Yêu cầu: Dự toán chỉ dùng cộng, trừ, nhân, chia, so sánh, SUM, SUBTOTAL, PRODUCT, ROUND, IF, trong một tệp.
    Asks: An estimate uses only the four operations, comparisons, SUM, SUBTOTAL, PRODUCT, ROUND and IF, within one file.
    Lý do: Với hàm khác, số đã lưu được giữ nguyên và chưa có ai kiểm tra lại; số lấy từ tệp khác có thể đã đổi.
    Why: With other functions the kept value stands and nobody has checked it; what comes from another file may have
        changed there.
    """
    yield from _told(reading, beyond="info", beyond_empty="warning", other_file="warning", other_file_empty="warning")


@rule("F913", severity="error")
def cell_in_error(reading: Reading) -> Iterator[Found]:
    """Ô báo lỗi hoặc tính vòng quanh.
    A cell shows an error, or needs itself.

    Yêu cầu: Không ô nào báo #REF!, #DIV/0!, #VALUE!…; không công thức nào cần đến chính kết quả của nó.
    Asks: No cell shows #REF!, #DIV/0!, #VALUE! …; no formula needs its own result.
    Lý do: Ô như vậy không có số, và tổng chứa ô đó cũng không tính được.
    Why: Such a cell holds no number, and no total over it can be worked out.
    """
    yield from _told(reading, error="error", circle="error")


@rule("F914", severity="warning")
def hidden_part(reading: Reading) -> Iterator[Found]:
    """Trang tính, hàng hoặc cột ẩn.
    Hidden sheets, rows or columns.

    Yêu cầu: Phần thuộc dự toán hiện ra khi mở tệp; phần không thuộc thì bỏ đi.
    Asks: What belongs to the estimate is visible when the file is opened; what does not is taken out.
    Lý do: Trang ẩn không được đọc; hàng, cột ẩn trong bảng vẫn được đọc và tính, mà người duyệt không nhìn thấy.
    Why: A hidden sheet is not read; hidden rows and columns of a table are read and count, and who approves does not
        see them.
    """
    yield from _told(reading, hidden="warning")


@rule("F915", severity="info")
def values_only(reading: Reading) -> Iterator[Found]:
    """Tệp có macro, hoặc là Excel đời cũ.
    The file has macros, or is of old Excel.

    Yêu cầu: Dự toán gửi đi là tệp .xlsx không có macro.
    Asks: An estimate that is sent is an .xlsx without macros.
    Lý do: Macro không được chạy; tệp .xls chỉ cho giá trị đã lưu nên công thức không kiểm tra được.
    Why: Macros are not run; an .xls gives kept values only, so that its formulas cannot be checked.
    """
    yield from _told(reading, macros="info", old="info")


@rule("F916", severity="warning")
def cell_is_no_number(reading: Reading) -> Iterator[Found]:
    """Ô cần số mà ghi chữ, ngày tháng hoặc số âm.
    A cell that should hold a number holds words, a day, or less than nought.

    Yêu cầu: Số lượng, đơn giá, thành tiền nhập dạng số, không âm.
    Asks: Quantities, prices and amounts are entered as numbers, none below nought.
    Lý do: Ô ghi chữ không vào tổng. Số gõ dạng chữ đọc được ở đây nhưng hàm SUM của Excel bỏ qua; 1/5 thành ngày
        1 tháng 5.
    Why: A cell of words is in no total. A number typed as words is read here, but Excel's SUM passes it over; 1/5
        becomes the first of May.
    """
    yield from _told(reading, figure="warning", typed="warning", negative="warning")


@rule("F917", severity="error")
def product_of_factors(reading: Reading) -> Iterator[Found]:
    """Tích các thừa số, hoặc phần chia theo nguồn, theo quý cộng lại, khác thành tiền.
    The product of the factors, or the parts by source or quarter, do not make the amount.

    Yêu cầu: Số người × số ngày × đơn giá, thêm thuế nếu giá chưa có, bằng thành tiền của hàng; các cột nguồn, các cột
        quý cộng lại cũng vậy.
    Asks: People × days × price, with tax where the price has none, is the amount of the row; so are its columns by
        source, or by quarter, together.
    Lý do: Khi thanh toán, mỗi hàng được tính lại từ khối lượng thực. Bảng mà không hàng nào khớp thì chỉ là lưu ý: có
        thể một cột không phải thừa số.
    Why: On payment each row is worked again from what was delivered. A table in which no row comes out is a warning
        only: perhaps a column is no factor.
    """
    yield from _told(reading, product="error", product_unsure="warning", rounded="info", parts="error")


@rule("F918", severity="warning")
def part_is_not_read(reading: Reading) -> Iterator[Found]:
    """Không thấy bảng dự toán, hoặc có phần không được đọc.
    No estimate is found, or a part is not read.

    Yêu cầu: Bảng dự toán có hàng tiêu đề gọi tên các cột; số liệu nằm trong bảng.
    Asks: An estimate has a row of headings that names its columns; figures stand inside the table.
    Lý do: Cột được hiểu theo tên. Trang, cột hoặc hàng nằm ngoài bảng không được đọc, kể cả khi có tiền.
    Why: Columns are understood by their names. Sheets, columns and rows outside the table are not read, even where they
        hold money.
    """
    yield from _told(reading, no_estimate="warning", no_sum="warning", unread="info")


@rule("F919", severity="error")
def words_of_the_total(reading: Reading) -> Iterator[Found]:
    """Số tiền bằng chữ dưới bảng khác tổng cộng.
    The total in words below the table is another than the figure.

    Yêu cầu: Dòng «Bằng chữ» đọc đúng số của dòng tổng cộng.
    Asks: The line of the total in words says the figure of the total row.
    Lý do: Excel tính lại số mà không viết lại chữ; văn bản ký với hai số thì không biết trần được chi là bao nhiêu.
    Why: Excel works the figure anew and leaves the words; with two totals nobody knows the ceiling.
    """
    yield from _told(reading, words="error")
