"""M2: each line of an annex table: its product, its note, and the activity that it stands for."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from math import prod

from quyet.core.checks.paper import money_in, nodes
from quyet.core.checks.registry import Found, rule
from quyet.core.checks.say import dong, number
from quyet.core.checks.spans import span_of
from quyet.core.checks.tables import half_step, name_of, place_of, power_between, uppermost
from quyet.core.decisions.model import Estimate, EstimateLine, Reading
from quyet.core.values.amounts import to_number
from quyet.core.values.folding import fold
from quyet.core.values.late import late

_PLAIN_COLUMN = late(
    r"(?:s?tt|số tt|nội dung|hạng mục|tên|diễn giải|chi tiết|mục chi|khoản chi|đvt|đơn vị|đv|số lượng|sl|khối lượng"
    r"|đơn giá|giá|mức chi|định mức|thành tiền|số tiền|kinh phí|dự toán|tổng|ghi chú|căn cứ|mã|tiểu mục|mục"
    r"|chương|loại|khoản|quy cách|địa điểm|đối tượng|chủ trì|phối hợp|nguồn)"
)
"""Columns that add no factor to quantity × price = amount, whatever their cells hold."""

_OTHER_FACTOR = late(
    r"\d\s*(?:ngày|buổi|lần|lượt|tháng|quý|người|đợt|đêm|lớp|năm|bản|số)(?!\w)|[x×*]\s*\d|\d\s*[x×*]|%|hệ số"
)
"""Words of a line that may bring a factor of their own."""

_FACTOR_NOTE = late(r"\d+(?:,\d+)?(?:\s+[^\W\d]+){1,3}(?:\s+[xX×]\s+\d+(?:,\d+)?(?:\s+[^\W\d]+){1,3}){1,3}")
"""18 người x 04 ngày"""

_FACTOR = late(r"(\d+(?:,\d+)?)\s+(\w+)")


@rule("M203", severity="error")
def quantity_times_price(reading: Reading) -> Iterator[Found]:
    """Số lượng nhân đơn giá khác thành tiền.
    Quantity times price is not the amount.

    Yêu cầu: Thành tiền của mỗi dòng bằng số lượng nhân đơn giá; diễn giải «18 người x 04 ngày» bằng số lượng của dòng.
    Asks: The amount of a line is its quantity times its unit price; a note «18 người x 04 ngày» gives the quantity.
    Lý do: Khi thanh toán, mỗi dòng được tính lại từ số lượng thực và đơn giá được duyệt. Bảng có cột hệ số riêng
        (số ngày, số lần) thì không kiểm tra; dòng còn thiếu hệ số hoặc diễn giải sai là lưu ý.
    Why: On payment each line is worked again from the delivered quantity and the approved price. A table with a column
        of factors (days, times) is not checked; a line that lacks a factor, or a note that does not fit, is a warning.

    Sai:
        PHỤ LỤC
        DỰ TOÁN TUYÊN TRUYỀN NĂM 2024
        Đơn vị tính: đồng
        | STT | Nội dung | ĐVT | Số lượng | Đơn giá | Thành tiền |
        | 1 | Sổ tay | cuốn | 500 | 20.000 | 12.500.000 |
        | 2 | Băng rôn | cái | 20 | 450.000 | 9.000.000 |
        |  | TỔNG CỘNG |  |  |  | 21.500.000 |
    Đúng:
        PHỤ LỤC
        DỰ TOÁN TUYÊN TRUYỀN NĂM 2024
        Đơn vị tính: đồng
        | STT | Nội dung | ĐVT | Số lượng | Đơn giá | Thành tiền |
        | 1 | Sổ tay | cuốn | 500 | 20.000 | 10.000.000 |
        | 2 | Băng rôn | cái | 20 | 450.000 | 9.000.000 |
        |  | TỔNG CỘNG |  |  |  | 19.000.000 |
    """
    for estimate in reading.estimates:
        plain = _has_no_other_factor(estimate)
        for line in estimate.lines:
            yield from _wrong_note(line)
            if plain and line.quantity is not None and line.unit_price is not None and line.amount is not None:
                yield from _wrong_product(reading.text, line, line.quantity * line.unit_price, line.amount)


def _has_no_other_factor(estimate: Estimate) -> bool:
    """Whether a table has prices, and beside quantity and price only columns that bring no factor: by their heading,
    or because no cell of theirs holds a number."""
    names = [fold(name).strip() for name in estimate.columns]
    others = (name for index, name in enumerate(names) if name and index not in estimate.worded)
    return any("đơn giá" in name for name in names) and all(_PLAIN_COLUMN.match(name) for name in others)


def _wrong_note(line: EstimateLine) -> Iterator[Found]:
    product = _noted(line)
    if product is not None and line.quantity is not None and line.quantity != product:
        message = f"Ghi chú cho {number(product)}, cột số lượng ghi {number(line.quantity)}."
        yield Found(message, span_of(line.quantity, line.note), line.activity, "warning")


def _noted(line: EstimateLine) -> Decimal | None:
    """The product of a note that is nothing but factors counted in the unit of the line, else None."""
    note = fold(line.note or "").strip(" ().;")
    if not _FACTOR_NOTE.fullmatch(note):
        return None
    factors = _FACTOR.findall(note)
    if not any(noun in fold(line.unit or "") for _, noun in factors):
        return None
    return prod((to_number(factor) for factor, _ in factors), start=Decimal(1))


def _wrong_product(text: str, line: EstimateLine, product: Decimal, amount: int) -> Iterator[Found]:
    off = abs(product - amount)
    if off <= half_step(amount, text) + Decimal(line.quantity or 0) * half_step(line.unit_price or 0, text):
        return
    said = f"{name_of(line)}: {number(line.quantity or 0)} × {dong(line.unit_price or 0)} = {dong(int(product))}"
    if off < 1000 and amount % 1000 == 0:
        yield Found(f"{said}, bảng làm tròn thành {dong(amount)}.", place_of(line), line.activity, "info")
        return
    worded = _OTHER_FACTOR.search(_words_with_factors(line)) is not None
    if worded and product and amount % product == 0:
        return
    if worded or _may_hold_factor(product, amount):
        message = f"{said}, bảng ghi {dong(amount)}. Ghi rõ hệ số còn thiếu."
        yield Found(message, place_of(line), line.activity, "warning")
    else:
        yield Found(f"{said}, bảng ghi {dong(amount)}.", place_of(line), line.activity)


def _words_with_factors(line: EstimateLine) -> str:
    """The words of a line that may bring a factor: not a note that only explains the quantity."""
    note = None if _noted(line) == line.quantity else line.note
    return fold(" ".join(words for words in (line.content, note) if words))


def _may_hold_factor(product: Decimal, amount: int) -> bool:
    """Whether the amount is a whole multiple of the product, or the product with a tax."""
    return product > 0 and (amount % product == 0 or any(product * (100 + tax) == amount * 100 for tax in (5, 8, 10)))


@rule("M204", severity="warning")
def activity_amount_equals_annex(reading: Reading) -> Iterator[Found]:
    """Kinh phí một nội dung trong điều khác trong phụ lục.
    An activity's amount in the article differs from the annex.

    Yêu cầu: Kinh phí của một nội dung ghi trong điều và trong phụ lục phải bằng nhau.
    Asks: The amount of an activity is the same in the article and in the annex.
    Lý do: Hai số khác nhau thì không biết nội dung đó được chi bao nhiêu.
    Why: With two amounts nobody knows what the activity may cost.

    Sai:
        Điều 1. Phê duyệt nội dung và dự toán tuyên truyền năm 2024:
        1. In sổ tay tuyên truyền: 500 cuốn. Kinh phí: 12.000.000 đồng.
        2. Treo băng rôn tuyên truyền: 20 cái. Kinh phí: 9.000.000 đồng.

        PHỤ LỤC
        DỰ TOÁN TUYÊN TRUYỀN NĂM 2024
        Đơn vị tính: đồng
        | STT | Nội dung | ĐVT | Số lượng | Đơn giá | Thành tiền |
        | 1 | In sổ tay tuyên truyền | cuốn | 500 | 20.000 | 10.000.000 |
        | 2 | Treo băng rôn tuyên truyền | cái | 20 | 450.000 | 9.000.000 |
        |  | TỔNG CỘNG |  |  |  | 19.000.000 |
    Đúng:
        Điều 1. Phê duyệt nội dung và dự toán tuyên truyền năm 2024:
        1. In sổ tay tuyên truyền: 500 cuốn. Kinh phí: 10.000.000 đồng.
        2. Treo băng rôn tuyên truyền: 20 cái. Kinh phí: 9.000.000 đồng.

        PHỤ LỤC
        DỰ TOÁN TUYÊN TRUYỀN NĂM 2024
        Đơn vị tính: đồng
        | STT | Nội dung | ĐVT | Số lượng | Đơn giá | Thành tiền |
        | 1 | In sổ tay tuyên truyền | cuốn | 500 | 20.000 | 10.000.000 |
        | 2 | Treo băng rôn tuyên truyền | cái | 20 | 450.000 | 9.000.000 |
        |  | TỔNG CỘNG |  |  |  | 19.000.000 |
    """
    lines = lines_of_one(reading)
    amounts = _ordered_amounts(reading) if lines else {}
    for line in lines:
        ordered = amounts.get(line.activity or "")
        if not ordered or not line.amount or power_between(ordered, line.amount):
            continue
        if abs(ordered - line.amount) > half_step(line.amount, reading.text):
            message = f"{name_of(line)}: phụ lục ghi {dong(line.amount)}, trong điều ghi {dong(ordered)}."
            yield Found(message, place_of(line), line.activity)


def _ordered_amounts(reading: Reading) -> dict[str, int]:
    """The amount of each activity: its own, else its parts together where it lists as many as it orders."""
    items = {node.ref: node for node in nodes(reading.document.articles)}
    amounts: dict[str, int] = {}
    for activity in reading.programme.activities if reading.programme else ():
        node = items.get(activity.ref)
        parts = [money.amount for money in money_in(reading.text, *(span_of(node.text) or (0, 0)))] if node else []
        count = activity.quantity.value if activity.quantity else None
        if activity.amount is not None:
            amounts[activity.ref] = activity.amount
        elif count is not None and len(parts) == count > 1:
            amounts[activity.ref] = sum(parts)
    return amounts


def lines_of_one(reading: Reading) -> list[EstimateLine]:
    """The lines of the main table that alone stand for an activity: its only line, or the head of its lines."""
    tops = [uppermost(lines) for lines in lines_by_activity(reading).values()]
    return [top[0] for top in tops if len(top) == 1]


def lines_by_activity(reading: Reading) -> dict[str, list[EstimateLine]]:
    """The lines of the main table that stand for an activity, by its ref, in their order."""
    found: dict[str, list[EstimateLine]] = {}
    for line in reading.estimate.lines if reading.estimate else ():
        if line.activity:
            found.setdefault(line.activity, []).append(line)
    return found
