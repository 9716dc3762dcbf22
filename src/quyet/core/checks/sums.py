"""M1: amounts of money in the articles: figures and words, parts and total, worked sums."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from quyet.core.checks.paper import contents, money_in, nodes
from quyet.core.checks.registry import Found, rule
from quyet.core.checks.say import dong, quote
from quyet.core.checks.spans import span_of
from quyet.core.decisions.model import Activity, Article, Programme, Reading
from quyet.core.values.amounts import Money
from quyet.core.values.finding import Severity
from quyet.core.values.stated import Span
from quyet.core.values.words import match_words

_WORDS_BEGIN = (
    re.compile(r"\([\s*_\"“]*(?:(?:[Vv]iết\s+)?[Bb]ằng\s+chữ(?:\s+là)?\s*:?[\s*_\"“]*)?"),
    re.compile(r"ằng\s+chữ(?:\s+là)?\s*:[\s*_\"“]*"),
)
"""(Một trăm … · (*Bằng chữ: Một trăm … · bằng chữ: Một trăm …"""

_NUMBER_WORD = re.compile(r"(?:một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười)\s", re.IGNORECASE)
_UNREADABLE = re.compile(r"[^)\d]{0,160}?(?:đồng|triệu|tỷ|nghìn|ngàn)(?!\w)[^)\d]{0,40}(?=\)|$)", re.IGNORECASE)
_JOINT = re.compile(r"[\s*_|,;:.(]*(?:[Vv]iết\s+)?[Bb]?")
_FIGURE_REACH = 60
_TOTAL_AGAIN = re.compile(r"ổng\s+(?:kinh\s+phí|dự\s+toán|số\s+tiền|mức\s+kinh\s+phí)[^\d\n]{0,60}")
_ALL_NAMED = re.compile(r"gồm")
_PART_ONLY = re.compile(r"nguồn|ngân\s+sách|hỗ\s+trợ|đóng\s+góp|tài\s+trợ|xã\s+hội\s+hóa", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pair:
    """A figure and the words beside it; `said` is None where the words cannot be read."""

    figure: Money
    words: Span
    said: int | None


@lru_cache(maxsize=1)
def _pairs(text: str) -> tuple[Pair, ...]:
    """Every amount in figures that is followed by its words."""
    begins = {found.end(): found.start() for opening in reversed(_WORDS_BEGIN) for found in opening.finditer(text)}
    return tuple(pair for start, before in sorted(begins.items()) if (pair := _pair(text, before, start)))


def _pair(text: str, before: int, start: int) -> Pair | None:
    if not _NUMBER_WORD.match(text, start):
        return None
    figures = money_in(text, max(0, before - _FIGURE_REACH), before)
    if not figures or not _JOINT.fullmatch(text, figures[-1].end, before):
        return None
    if said := match_words(text, start):
        return Pair(figures[-1], (start, said[0]), said[1])
    unread = _UNREADABLE.match(text, start)
    return Pair(figures[-1], (start, unread.end()), None) if unread else None


@rule("M101", severity="error")
def figure_equals_words(reading: Reading) -> Iterator[Found]:
    """Số tiền bằng số khác số tiền bằng chữ.
    Figure and words differ.

    Yêu cầu: Số tiền ghi bằng số và ghi bằng chữ đứng cạnh nhau phải bằng nhau.
    Asks: An amount in figures and the words beside it are equal.
    Lý do: Khi hai cách ghi khác nhau thì không biết được duyệt bao nhiêu, kho bạc không thanh toán được. Chữ không đọc
        được thì là lưu ý.
    Why: Where they differ nobody knows how much was approved, and the treasury cannot pay. Words that cannot be read
        are a warning.

    Sai:
        Điều 1. Tổng kinh phí thực hiện: 12.500.000 đồng (Mười lăm triệu hai trăm nghìn đồng).
    Đúng:
        Điều 1. Tổng kinh phí thực hiện: 12.500.000 đồng (Mười hai triệu năm trăm nghìn đồng).
    """
    for pair in _pairs(reading.text):
        figure = pair.figure
        if pair.said is None:
            words = quote(reading.text[slice(*pair.words)])
            message = f"Không đọc được số tiền bằng chữ {words}. Viết lại cho khớp {dong(figure.amount)}."
            yield Found(message, pair.words, severity="warning")
        elif pair.said != figure.amount:
            message = f"Bằng số {dong(figure.amount)}, bằng chữ {dong(pair.said)}. Sửa để hai số bằng nhau."
            yield Found(message, (figure.start, pair.words[1]))


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
    if not _printed_besides(reading, difference, programme.activities):
        count = len(programme.activities)
        message = f"{count} nội dung cộng lại {dong(added)}, tổng ghi {dong(total)}, chênh {dong(difference)}."
        yield Found(message, _total_span(programme))


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
    if len(amounts) == len(programme.sources) and added != total:
        severity: Severity = "error" if added > total or _all_are_named(reading, programme) else "warning"
        message = f"Các nguồn cộng lại {dong(added)}, tổng ghi {dong(total)}, chênh {dong(abs(total - added))}."
        span = span_of(programme.sources[0].amount, programme.sources[0].name) or _total_span(programme)
        yield Found(message, span, severity=severity)


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
