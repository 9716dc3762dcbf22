"""M2: the sums of an annex table: lines, groups, total."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quyet.core.checks.paper import contents, money_in
from quyet.core.checks.registry import Found, rule
from quyet.core.checks.say import dong, number
from quyet.core.checks.spans import span_of
from quyet.core.checks.tables import (
    Branch,
    half_step,
    may_stand_beside,
    name_of,
    place_of,
    power_between,
    tree,
    unequal,
)
from quyet.core.decisions.model import Estimate, Reading
from quyet.core.values.finding import Severity

if TYPE_CHECKING:
    from quyet.core.estimates.closings import Closing

_LEAST = 100_000
"""No programme costs less in đồng: a smaller total is counted in a unit that the table does not name."""


@rule("M201", severity="error")
def annex_total_equals_article(reading: Reading) -> Iterator[Found]:
    """Tổng phụ lục khác tổng trong điều.
    The total of the annex differs from the article's.

    Yêu cầu: Tổng cộng của phụ lục dự toán bằng tổng kinh phí ghi trong các điều.
    Asks: The total of the annex is the total that the articles give.
    Lý do: Hai tổng khác nhau thì không biết trần được chi là bao nhiêu. Lệch đúng 1.000 hoặc 1.000.000 lần là lưu ý: có
        thể chỉ ghi nhầm đơn vị tính.
    Why: With two totals nobody knows the ceiling. A total 1,000 or 1,000,000 times the other is a warning: perhaps only
        the unit of the table is wrong.

    Sai:
        Điều 1. Phê duyệt dự toán tuyên truyền năm 2024. Tổng kinh phí: 20.000.000 đồng (Hai mươi triệu đồng).

        PHỤ LỤC
        DỰ TOÁN TUYÊN TRUYỀN NĂM 2024
        Đơn vị tính: đồng
        | STT | Nội dung | ĐVT | Số lượng | Đơn giá | Thành tiền |
        | 1 | Sổ tay | cuốn | 500 | 20.000 | 10.000.000 |
        | 2 | Băng rôn | cái | 20 | 450.000 | 9.000.000 |
        |  | TỔNG CỘNG |  |  |  | 19.000.000 |
    Đúng:
        Điều 1. Phê duyệt dự toán tuyên truyền năm 2024. Tổng kinh phí: 19.000.000 đồng (Mười chín triệu đồng).

        PHỤ LỤC
        DỰ TOÁN TUYÊN TRUYỀN NĂM 2024
        Đơn vị tính: đồng
        | STT | Nội dung | ĐVT | Số lượng | Đơn giá | Thành tiền |
        | 1 | Sổ tay | cuốn | 500 | 20.000 | 10.000.000 |
        | 2 | Băng rôn | cái | 20 | 450.000 | 9.000.000 |
        |  | TỔNG CỘNG |  |  |  | 19.000.000 |
    """
    programme = reading.programme
    annexed = reading.estimate.total if reading.estimate else None
    ordered = programme.total.amount if programme and programme.total else None
    if not annexed or not ordered or abs(annexed - ordered) <= half_step(annexed, reading.text):
        return
    if factor := power_between(annexed, ordered):
        message = f"Tổng phụ lục và tổng trong điều lệch đúng {number(factor)} lần. Kiểm tra dòng «Đơn vị tính»."
        yield Found(message, span_of(annexed), severity="warning")
    elif annexed >= _LEAST and sum(each.total or 0 for each in reading.estimates) != ordered:
        alone = len(reading.estimates) < 2 and annexed not in _in_articles(reading)
        severity: Severity = "error" if alone else "warning"
        message = f"Tổng phụ lục {dong(annexed)}, tổng trong điều {dong(ordered)}. Thống nhất một số."
        yield Found(message, span_of(annexed), severity=severity)


def _in_articles(reading: Reading) -> set[int]:
    """The amounts that the articles name: the annex may hold one part of the total only."""
    return {money.amount for money in money_in(reading.text, *(contents(reading) or (0, 0)))}


@rule("M202", severity="error")
def annex_adds_up(reading: Reading) -> Iterator[Found]:
    """Cộng các dòng phụ lục khác dòng nhóm hoặc dòng tổng cộng.
    The lines of the annex do not add up to their group or to the total.

    Yêu cầu: Dòng nhóm bằng tổng các dòng ngay dưới nó; dòng «Cộng mục I» bằng tổng mục I (dòng cộng không ghi rõ cộng
        mục nào thì chỉ là lưu ý); các nhóm lớn nhất cộng lại bằng dòng tổng cộng.
    Asks: The row of a group is the sum of the rows directly below it; a row «Cộng mục I» is the sum of part I (one that
        does not say of which part is a warning only); the uppermost groups add up to the total row.
    Lý do: Tổng sai thì dự toán không giao, không thanh toán được; sai ở nhóm thì không rõ dòng nào được chi.
    Why: An estimate with a wrong total can be neither allotted nor paid; in a wrong group nobody sees which line may be
        spent.

    Sai:
        PHỤ LỤC
        DỰ TOÁN TUYÊN TRUYỀN NĂM 2024
        Đơn vị tính: đồng
        | STT | Nội dung | ĐVT | Số lượng | Đơn giá | Thành tiền |
        | I | Tuyên truyền |  |  |  | 18.000.000 |
        | 1 | Sổ tay | cuốn | 500 | 20.000 | 10.000.000 |
        | 2 | Băng rôn | cái | 20 | 450.000 | 9.000.000 |
        |  | TỔNG CỘNG |  |  |  | 18.000.000 |
    Đúng:
        PHỤ LỤC
        DỰ TOÁN TUYÊN TRUYỀN NĂM 2024
        Đơn vị tính: đồng
        | STT | Nội dung | ĐVT | Số lượng | Đơn giá | Thành tiền |
        | I | Tuyên truyền |  |  |  | 19.000.000 |
        | 1 | Sổ tay | cuốn | 500 | 20.000 | 10.000.000 |
        | 2 | Băng rôn | cái | 20 | 450.000 | 9.000.000 |
        |  | TỔNG CỘNG |  |  |  | 19.000.000 |
    """
    for estimate in reading.estimates:
        root = tree(estimate.lines)
        if root is None:
            continue
        beside_is_right = _with_rows_beside(root) == estimate.total
        for branch in root.inner():
            yield from _group_off(reading.text, branch, beside_is_right)
        yield from _total_off(reading.text, estimate.total, root)
    for estimate in reading.estimates:
        yield from _subtotals_off(reading.text, estimate)


def _subtotals_off(text: str, estimate: Estimate) -> Iterator[Found]:
    if any(line.is_subtotal for line in estimate.lines):
        from quyet.core.estimates.closings import closings  # late: few tables have such rows

        for closing in closings(estimate.lines):
            yield from _subtotal_off(text, estimate, closing)


def _subtotal_off(text: str, estimate: Estimate, closing: Closing) -> Iterator[Found]:
    """A row «Cộng mục I» that says another sum. One that does not say what it adds up is a warning."""
    row = estimate.lines[closing.place]
    if row.amount is None or row.amount == estimate.total or not closing.parts:
        return
    slack = half_step(row.amount, text)
    if any(abs(each.amount - row.amount) <= slack * (1 + len(each.places)) for each in closing.parts):
        return
    added = closing.parts[0].amount
    if closing.is_named:
        message = f"{name_of(row)} ghi {dong(row.amount)}, các dòng cộng lại {dong(added)}."
        yield Found(message, place_of(row), row.activity)
    else:
        message = f"{name_of(row)} ghi {dong(row.amount)}, không nhóm dòng nào phía trên cộng lại ra số đó."
        yield Found(message, place_of(row), row.activity, "warning")


def _group_off(text: str, branch: Branch, beside_is_right: bool) -> Iterator[Found]:
    row = branch.row
    if row is None or row.amount is None or _rows_may_be_beside(branch, beside_is_right):
        return
    added = unequal(text, row.amount, branch)
    if added is not None:
        message = f"{name_of(row)} ghi {dong(row.amount)}, các dòng trong nhóm cộng lại {dong(added)}."
        yield Found(message, place_of(row), row.activity)


def _rows_may_be_beside(branch: Branch, beside_is_right: bool) -> bool:
    """Whether unnumbered rows below a row may stand beside it instead. Their place in the table does not tell."""
    if any(part.row and part.row.label for part in branch.parts):
        return False
    return len(branch.parts) == 1 or may_stand_beside(branch.parts[-1]) or beside_is_right


def _with_rows_beside(root: Branch) -> int:
    """What the table adds up to if every unnumbered row stands beside the numbered one above it."""
    beside = (part for top in root.parts for part in top.parts if part.row and not part.row.label)
    return sum(each.amount() or 0 for each in (*root.parts, *beside))


def _total_off(text: str, total: int | None, root: Branch) -> Iterator[Found]:
    added = unequal(text, total, root) if total is not None and root.parts else None
    if total is None or added is None:
        return
    if total in (sum(leaf.amount() or 0 for leaf in root.leaves()), _with_rows_beside(root)):
        return  # the rows give it after all, in another order of depth
    severity: Severity = "error" if all(part.row and part.row.label for part in root.parts) else "warning"
    yield Found(f"Các dòng cộng lại {dong(added)}, tổng cộng ghi {dong(total)}.", span_of(total), severity=severity)
