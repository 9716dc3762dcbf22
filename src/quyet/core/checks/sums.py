"""M1: parts and total: activities, groups, sources, and a total that is said again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quyet.core.checks.paper import contents, money_in, nodes
from quyet.core.checks.registry import Found, rule
from quyet.core.checks.say import dong
from quyet.core.checks.spans import span_of
from quyet.core.decisions.model import Activity, Article, Basis, Programme, Reading
from quyet.core.values.amounts import Money
from quyet.core.values.finding import Severity
from quyet.core.values.late import late
from quyet.core.values.stated import Span

_TOTAL_AGAIN = late(
    r"ổng\s+(?:kinh\s+phí|dự\s+toán|số\s+tiền|mức\s+kinh\s+phí)[^\d\n]{0,60}"
    r"|^(?:\d{1,2}[.)]\s*)?Kinh\s+phí\s+thực\s+hiện\s*:\s*(?=\d)",
    re.MULTILINE,
)
_ALLOTS = late(r"(?:giao|phân\s+bổ|cấp|bổ\s+sung)\s[^;]{0,80}?(?:dự\s+toán|kinh\s+phí|ngân\s+sách)", re.IGNORECASE)
_MANY_SOURCES = 10
_ALL_NAMED = late(r"gồm")
_NOT_WHOLE = late(
    r"mỗi|đơn\s+giá|mức\s+(?:chi|hỗ\s+trợ)|định\s+mức|bình\s+quân|không\s+quá|tối\s+đa|khoảng|ước|[x×]\s*$",
    re.IGNORECASE,
)
_SOURCE = late(r"nguồn|ngân\s+sách|quỹ|vốn|đóng\s+góp|tài\s+trợ|xã\s+hội\s+hóa|doanh\s+nghiệp", re.IGNORECASE)
_PART_ONLY = late(r"nguồn|ngân\s+sách|hỗ\s+trợ|đóng\s+góp|tài\s+trợ|xã\s+hội\s+hóa", re.IGNORECASE)


@rule("M102", severity="error")
def activities_add_up(reading: Reading) -> Iterator[Found]:
    """Cộng kinh phí các nội dung khác tổng kinh phí.
    The activities do not add up to the total.

    Yêu cầu: Khi mọi nội dung đều ghi kinh phí thì cộng lại bằng tổng kinh phí, và bằng kinh phí nhóm (nếu có).
    Asks: Where every activity has an amount, they add up to the total, and to the amount of their group if it has one.
    Lý do: Tổng là trần được chi; các nội dung cộng lại khác tổng thì có nội dung thừa hoặc thiếu tiền. Sai ở nhóm
        là lưu ý.
    Why: The total is the ceiling; if the parts differ from it, some activity has too much money or too little. In a
        group it is a warning.

    Sai:
        Điều 1. Phê duyệt nội dung và dự toán tuyên truyền năm 2024:
        1. In sổ tay tuyên truyền: 500 cuốn. Kinh phí: 10.000.000 đồng.
        2. Treo băng rôn: 20 cái. Kinh phí: 8.000.000 đồng.
        3. Tổng kinh phí thực hiện: 19.000.000 đồng (Mười chín triệu đồng).
    Đúng:
        Điều 1. Phê duyệt nội dung và dự toán tuyên truyền năm 2024:
        1. In sổ tay tuyên truyền: 500 cuốn. Kinh phí: 10.000.000 đồng.
        2. Treo băng rôn: 20 cái. Kinh phí: 8.000.000 đồng.
        3. Tổng kinh phí thực hiện: 18.000.000 đồng (Mười tám triệu đồng).
    """
    programme = reading.programme
    if programme is None or len(programme.activities) < 2:
        return
    if sum(activity.amount is not None for activity in programme.activities) < 2:
        return
    total, added = programme.total, _sum_of(programme.activities)
    if total and total.amount and added not in (None, total.amount):
        yield from _off_total(reading, programme, total.amount, added or 0)
    yield from _groups_off(reading, programme.activities)


def _sum_of(activities: list[Activity]) -> int | None:
    """What they cost together, or None where one has no amount."""
    amounts = [activity.amount for activity in activities if activity.amount is not None]
    return sum(amounts) if len(amounts) == len(activities) else None


def _off_total(reading: Reading, programme: Programme, total: int, added: int) -> Iterator[Found]:
    difference = abs(total - added)
    if _printed_besides(reading, difference, programme.activities) or _some_are_no_whole(reading, programme):
        return
    count, span = len(programme.activities), _total_span(programme)
    message = f"{count} nội dung cộng lại {dong(added)}, tổng ghi {dong(total)}, chênh {dong(difference)}."
    yield Found(message, span, severity="warning" if span and _before(reading.text, span, _PART_ONLY) else "error")


def _some_are_no_whole(reading: Reading, programme: Programme) -> bool:
    """Whether an activity's amount may be the price of one piece, a limit or a guess."""
    spans = (span_of(activity.amount) for activity in programme.activities)
    return any(span is not None and _before(reading.text, span, _NOT_WHOLE) for span in spans)


def _before(text: str, span: Span, words: re.Pattern[str]) -> bool:
    """Whether such words stand before an amount in its clause."""
    reach = max(0, span[0] - 50)
    start = max(reach, *(text.rfind(stop, reach, span[0]) + 1 for stop in ("\n", ";", ", ", ". ")))
    return words.search(text, start, span[0]) is not None


def _printed_besides(reading: Reading, amount: int, activities: list[Activity]) -> bool:
    """Whether the paper also prints this amount: a reserve, costs of management, money of another source."""
    printed = [money.amount for money in money_in(reading.text, 0, len(reading.text))]
    return printed.count(amount) > [activity.amount for activity in activities].count(amount)


def _groups_off(reading: Reading, activities: list[Activity]) -> Iterator[Found]:
    groups = _by_group(activities)
    for node in nodes(reading.document.articles):
        below = groups.get(node.ref, [])
        added = _sum_of(below) if len(below) > 1 else None
        own = _own_amount(reading.text, node) if added is not None else None
        if own and added != own.amount:
            message = f"Nhóm ghi {dong(own.amount)}, các nội dung trong nhóm cộng lại {dong(added or 0)}."
            yield Found(message, (own.start, own.end), node.ref, "warning")


def _by_group(activities: list[Activity]) -> dict[str, list[Activity]]:
    """The activities below each khoản or heading; the articles themselves have the total."""
    groups: dict[str, list[Activity]] = {}
    for activity in activities:
        parts = activity.ref.split("/")
        for depth in range(2, len(parts)):
            groups.setdefault("/".join(parts[:depth]), []).append(activity)
    return groups


def _own_amount(text: str, node: Article) -> Money | None:
    """The one amount in the words of a group itself, unless they speak of one source only."""
    spans = [span for leaf in (node.title, node.text) if (span := span_of(leaf))]
    amounts = [money for span in spans for money in money_in(text, *span)]
    one_source = any(_PART_ONLY.search(text, *span) for span in spans)
    return amounts[0] if len(amounts) == 1 and not one_source else None


def _total_span(programme: Programme) -> Span | None:
    return span_of(programme.total.amount, programme.total) if programme.total else None


@rule("M103", severity="error")
def sources_add_up(reading: Reading) -> Iterator[Found]:
    """Cộng các nguồn kinh phí khác tổng kinh phí.
    The sources of funds do not add up to the total.

    Yêu cầu: Khi mọi nguồn đều ghi số tiền thì cộng lại bằng tổng kinh phí.
    Asks: Where every source has an amount, they add up to the total.
    Lý do: Tổng không được vượt nguồn; phần chưa có nguồn thì không chi được.
    Why: The total must not exceed its sources; what has no source cannot be spent.

    Sai:
        Điều 1. Phê duyệt dự toán tuyên truyền năm 2024.
        Điều 2. Tổng kinh phí thực hiện: 20.000.000 đồng (Hai mươi triệu đồng), gồm:
        - Ngân sách tỉnh: 15.000.000 đồng;
        - Doanh nghiệp tài trợ: 6.000.000 đồng.
    Đúng:
        Điều 1. Phê duyệt dự toán tuyên truyền năm 2024.
        Điều 2. Tổng kinh phí thực hiện: 20.000.000 đồng (Hai mươi triệu đồng), gồm:
        - Ngân sách tỉnh: 15.000.000 đồng;
        - Doanh nghiệp tài trợ: 5.000.000 đồng.
    """
    programme = reading.programme
    total = programme.total.amount if programme and programme.total else None
    if programme is None or total is None or len(programme.sources) < 2:
        return
    amounts = [source.amount for source in programme.sources if source.amount is not None]
    added = sum(amounts)
    if len(amounts) == len(programme.sources) and total not in _sums_of_some(amounts):
        severity: Severity = "error" if added > total or _all_are_named(reading, programme) else "warning"
        what = "Các nguồn" if any(_SOURCE.search(source.name) for source in programme.sources) else "Các phần"
        message = f"{what} cộng lại {dong(added)}, tổng ghi {dong(total)}, chênh {dong(abs(total - added))}."
        span = span_of(programme.sources[0].amount, programme.sources[0].name) or _total_span(programme)
        yield Found(message, span, severity=severity)


def _sums_of_some(amounts: list[int]) -> set[int]:
    """Every sum that some of the sources give: a list may name a source and again its parts."""
    sums = {0}
    for amount in amounts[:_MANY_SOURCES]:
        sums |= {each + amount for each in sums}
    return sums


def _all_are_named(reading: Reading, programme: Programme) -> bool:
    """«gồm» names all parts, «trong đó» may name some."""
    total, source = _total_span(programme), span_of(programme.sources[0].name)
    return bool(total and source and _ALL_NAMED.search(reading.text, total[1], max(total[1], source[0])))


@rule("M104", severity="warning")
def total_said_once(reading: Reading) -> Iterator[Found]:
    """Tổng kinh phí ghi hai lần, hai số khác nhau.
    The total is given twice and differently.

    Yêu cầu: Tổng kinh phí nhắc lại trong các điều phải bằng tổng đã phê duyệt.
    Asks: Where the articles repeat the total, it is the total that was approved.
    Lý do: Hai tổng khác nhau thì không biết trần được chi là bao nhiêu.
    Why: With two totals nobody knows the ceiling.

    Sai:
        Điều 1. Phê duyệt dự toán tuyên truyền năm 2024. Tổng kinh phí: 20.000.000 đồng (Hai mươi triệu đồng).
        Điều 2. Chi từ nguồn sự nghiệp kinh tế. Tổng kinh phí: 21.000.000 đồng.
    Đúng:
        Điều 1. Phê duyệt dự toán tuyên truyền năm 2024. Tổng kinh phí: 20.000.000 đồng (Hai mươi triệu đồng).
        Điều 2. Chi từ nguồn sự nghiệp kinh tế. Tổng kinh phí: 20.000.000 đồng.
    """
    total = reading.programme.total.amount if reading.programme and reading.programme.total else None
    whole = contents(reading)
    if total is None or whole is None:
        return
    for found in _TOTAL_AGAIN.finditer(reading.text, *whole):
        money = next(iter(money_in(reading.text, found.end(), found.end() + 40)), None)
        if money and money.start == found.end() and money.amount != total:
            message = f"Ở đây tổng là {dong(money.amount)}, tổng phê duyệt là {dong(total)}. Thống nhất một số."
            yield Found(message, (money.start, money.end))


@rule("M106", severity="warning")
def total_within_allotment(reading: Reading) -> Iterator[Found]:
    """Tổng kinh phí vượt số được giao ghi ở căn cứ.
    The total is over the allotment that a basis states.

    Yêu cầu: Khi một căn cứ giao dự toán ghi số tiền thì tổng kinh phí không vượt số đó.
    Asks: Where a basis that allots money states the sum, the total stays within it.
    Lý do: Phần vượt không có nguồn để chi. Có thể còn nguồn khác không ghi ở căn cứ, nên chỉ là lưu ý.
    Why: Nothing pays for what goes beyond it. There may be other sources that no basis names, so it is a warning.

    Sai:
        Căn cứ Quyết định số 12/QĐ-STC ngày 10 tháng 01 năm 2024 của Sở Tài chính về việc giao dự toán: 15.000.000 đồng;
        Điều 1. Phê duyệt dự toán tuyên truyền năm 2024. Tổng kinh phí: 20.000.000 đồng (Hai mươi triệu đồng).
    Đúng:
        Căn cứ Quyết định số 12/QĐ-STC ngày 10 tháng 01 năm 2024 của Sở Tài chính về việc giao dự toán: 20.000.000 đồng;
        Điều 1. Phê duyệt dự toán tuyên truyền năm 2024. Tổng kinh phí: 20.000.000 đồng (Hai mươi triệu đồng).
    """
    total = reading.programme.total if reading.programme else None
    if total is None or total.amount is None:
        return
    allotted = [money for basis in reading.document.bases for money in _allotted(reading.text, basis)]
    given = sum(money.amount for money in allotted)
    if allotted and total.amount > given:
        message = f"Tổng kinh phí {dong(total.amount)} vượt số được giao {dong(given)}. Giảm chi hoặc ghi thêm nguồn."
        yield Found(message, total.span)


def _allotted(text: str, basis: Basis) -> list[Money]:
    """The one sum that a basis allots; of several nobody can tell which."""
    span = span_of(basis.text)
    if span is None or not _ALLOTS.search(text, *span):
        return []
    sums = money_in(text, *span)
    return sums if len(sums) == 1 else []
