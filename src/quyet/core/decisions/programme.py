"""What is ordered: the leaves of the list under the article, plan or annex that lists the contents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from quyet.core.decisions import attributes
from quyet.core.decisions.articles import ref_of
from quyet.core.decisions.assignments import read_assignments
from quyet.core.decisions.items import Item
from quyet.core.decisions.kinds import Kind, recognise
from quyet.core.decisions.layout import Flow
from quyet.core.decisions.model import Activity, Document, Programme
from quyet.core.decisions.quantities import AMOUNT, find_quantity
from quyet.core.decisions.totals import read_sources, read_total
from quyet.core.values.stated import Words

Range = tuple[int, int]

_CONTENT = re.compile(
    r"(?:phê\s+duyệt|thông\s+qua|ban\s+hành|duyệt|giao|phân\s+bổ|triển\s+khai|tổ\s+chức\s+thực\s+hiện|thực\s+hiện|hỗ\s+trợ)\b.{0,200}?"
    r"\b(?:nội\s+dung|dự\s+toán|chương\s+trình|kế\s+hoạch|nhiệm\s+vụ|hoạt\s+động|đề\s+án|kinh\s+phí|dự\s+án|phương\s+án|công\s+tác)"
    r"|(?:các\s+)?(?:nội\s+dung|nhiệm\s+vụ|hoạt\s+động|hạng\s+mục)\b",
    re.S,
)
"""How the article begins that approves or lists the contents."""

_NOT_CONTENT = re.compile(
    r"(?:giao\s|phân\s+công).{0,160}?(?:chủ\s+trì|chịu\s+trách\s+nhiệm|tổ\s+chức\s+(?:triển\s+khai\s+)?thực\s+hiện)|tổ\s+chức\s+thực\s+hiện|hiệu\s+lực|trách\s+nhiệm|quyết\s+định\s+này",
    re.S,
)
"""… and how the articles begin that say who does it, and from when."""

_NO_ACTIVITY = re.compile(
    r"(?:tổng\s+)?(?:kinh\s+phí|dự\s+toán|nguồn\s+(?:kinh\s+phí|vốn|lực)|nhu\s+cầu\s+kinh\s+phí|cơ\s+chế\s+tài\s+chính|khái\s+toán)|tổng\s+(?:kinh\s+phí|dự\s+toán|mức|số|cộng|nhu\s+cầu)"
    r"|tổ\s+chức\s+thực\s+hiện|phân\s+công|trách\s+nhiệm|chế\s+độ\s+báo\s+cáo|hiệu\s+lực|mục\s+(?:đích|tiêu)|yêu\s+cầu|quan\s+điểm|nguyên\s+tắc|đối\s+tượng|thời\s+gian|phạm\s+vi|căn\s+cứ"
    r"|(?:đơn\s+vị|cơ\s+quan)\s+(?:chủ\s+trì|thực\s+hiện|phối\s+hợp|chủ\s+quản)|chủ\s+(?:trì|đầu\s+tư|quản)|tên\s+(?:dự\s+án|chương\s+trình|nhiệm\s+vụ|đề\s+tài)|sự\s+cần\s+thiết|cơ\s+sở\s+pháp\s+lý|hiệu\s+quả\s|kết\s+quả\s+dự\s+kiến|thông\s+tin\s+chung|tiến\s+độ"
)
"""Items on money, sources, organisation and purpose are no activities."""

_NUMBERED = ("upper", "roman", "arabic", "decimal", "letter")
_YEAR = re.compile(r"(?<!tháng\s\d\s)(?<!tháng\s\d\d\s)\bnăm\s+(?P<year>(?:19|20)\d\d)(?!\s*[-–]\s*\d{4})")
_PERIOD = re.compile(
    r"(?:giai\s+đoạn|từ\s+năm|thời\s+kỳ|các\s+năm|nhiệm\s+kỳ|năm)\s+(?P<first>(?:19|20)\d\d)\s*(?:[-–]|đến(?:\s+năm)?)\s*(?P<last>(?:19|20)\d\d)"
)


@dataclass(slots=True)
class Part:
    """A list of items that may hold the contents, and the reference that its items stand below."""

    items: list[Item]
    ref: str
    is_articles: bool


def read_programme(flow: Flow, document: Document, parts: Sequence[Part], kinds: Sequence[Kind]) -> Programme | None:
    """The programme of the paper, None where nothing is ordered and no total is set."""
    year, period = _year(flow, document)
    leaves = [leaf for part in parts[:1] for leaf in _leaves_of_part(flow, part)]
    activities = [_activity(flow, leaf, kinds, year) for leaf in leaves]
    if not _is_programme(activities):
        activities = []
        for part in parts[1:]:
            activities = [_activity(flow, leaf, kinds, year) for leaf in _leaves_of_part(flow, part)]
            if _is_programme(activities):
                break
            activities = []
    total = read_total(flow, [item for part in parts[:1] for item in part.items])
    if not activities and (total is None or not _names_programme(document)):
        return None
    programme = Programme(year=year, period=period, activities=activities, total=total)
    programme.sources = read_sources(flow, total)
    programme.assignments = read_assignments(flow, [item for part in parts[:1] for item in part.items])
    return programme


_PROGRAMME_TITLE = re.compile(r"dự\s+toán|chương\s+trình|kế\s+hoạch|nhiệm\s+vụ|kinh\s+phí|đề\s+án|dự\s+án|hoạt\s+động")


def _names_programme(document: Document) -> bool:
    return bool(document.title and _PROGRAMME_TITLE.search(document.title.lower()))


def _is_programme(activities: Sequence[Activity]) -> bool:
    """A list is one of activities if some of it can be counted, timed or paid; aims and principles cannot."""
    evident = [a for a in activities if a.quantity or a.timeframe or a.duration or a.amount is not None]
    return bool(evident) and len(evident) * 5 >= len(activities)


# --- year ------------------------------------------------------------------------------------------------------------------


def _year(flow: Flow, document: Document) -> tuple[int | None, tuple[date, date] | None]:
    """The year of the title, else of the allotment among the bases; a period where the title names one."""
    title = (document.title or "").lower()
    spanned = _PERIOD.search(title)
    years = [int(m["year"]) for m in _YEAR.finditer(title) if not _in_date(title, m.start())]
    if years:
        return years[-1], None
    if spanned:
        first, last = int(spanned["first"]), int(spanned["last"])
        return None, (date(first, 1, 1), date(last, 12, 31)) if first <= last else None
    for basis in document.bases:
        words = basis.text.lower()
        if re.search(r"dự\s+toán|phân\s+bổ|kinh\s+phí|ngân\s+sách", words):
            years = [int(m["year"]) for m in _YEAR.finditer(words) if not _in_date(words, m.start())]
            if years:
                return years[-1], None
    return None, None


def _in_date(text: str, at: int) -> bool:
    return bool(re.search(r"tháng\s+\d{1,2}\s*$", text[max(0, at - 12) : at]))


# --- leaves ----------------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Leaf:
    item: Item
    ref: str
    label: str | None
    label_span: Range | None
    group: Words | None


def _leaves_of_part(flow: Flow, part: Part) -> Iterator[Leaf]:
    if part.is_articles:
        for article in part.items:
            if _lists_content(flow, article):
                yield from _leaves(flow, article, ref_of(article, ""), [], None)
    else:
        for section in part.items:
            if section.form in _NUMBERED and not _is_excluded(flow, section):
                yield from _leaves(flow, section, ref_of(section, part.ref), [section], None)


def _lists_content(flow: Flow, article: Item) -> bool:
    a, b = article.head
    lead = flow.low[a : min(b, a + 400)]
    content = _CONTENT.match(lead)
    return bool(article.children) and bool(content) and not _NOT_CONTENT.match(lead)


def _is_excluded(flow: Flow, item: Item) -> bool:
    a, b = flow.trim(*item.head)
    return bool(_NO_ACTIVITY.match(flow.low, a, b)) or attributes.is_attribute(flow, a, b)


def _leaves(flow: Flow, item: Item, ref: str, path: list[Item], group: Words | None) -> Iterator[Leaf]:
    """The leaves below an item; `path` are the numbered items above the leaf, itself included."""
    numbered = [c for c in item.children if c.form in _NUMBERED]
    live = [c for c in numbered if not _is_excluded(flow, c)]
    own_group = _title(flow, item) if path else group
    if live:
        for child in live:
            yield from _leaves(flow, child, ref_of(child, ref), [*path, child], own_group)
        return
    dashes = [c for c in item.children if c.form == "dash"]
    if _dashes_are_activities(flow, item, dashes, bool(path)):
        for dash in dashes:
            if not _is_excluded(flow, dash):
                yield Leaf(dash, ref_of(dash, ref), None, None, own_group)
    elif path:
        label, span = _label(flow, path)
        yield Leaf(item, ref, label, span, group)


def _dashes_are_activities(flow: Flow, item: Item, dashes: Sequence[Item], numbered: bool) -> bool:
    """Whether dashed lines are activities of their own: none is an attribute, and most say how much of what."""
    if not dashes or (numbered and len(dashes) < 2):
        return False
    if any(attributes.is_attribute(flow, *flow.trim(*d.head)) for d in dashes):
        return False
    counted = [d for d in dashes if _is_counted(flow, d)]
    return len(counted) * 2 > len(dashes) if numbered else bool(counted)


def _is_counted(flow: Flow, dash: Item) -> bool:
    a, b = dash.head
    if any(c.form == "plus" and attributes.is_attribute(flow, *flow.trim(*c.head)) for c in dash.children):
        return True
    colon = flow.low.find(":", a, b)
    return colon > 0 and find_quantity(flow, colon + 1, b, labelled=False) is not None


def _label(flow: Flow, path: Sequence[Item]) -> tuple[str, Range]:
    """Printed numbers joined by dots; a number that holds its parent's is not doubled."""
    parts: list[str] = []
    for item in path:
        if item.form == "decimal":
            parts = [p for p in parts if not p.replace(".", "").isdigit()]
        parts.append(item.label)
    last = path[-1]
    return ".".join(parts), flow.span(last.begin, last.begin + len(last.label))


# --- one activity ------------------------------------------------------------------------------------------------------------


def _activity(flow: Flow, leaf: Leaf, kinds: Sequence[Kind], year: int | None) -> Activity:
    title_range, rest = _split_title(flow, leaf.item)
    activity = Activity(leaf.ref)
    activity.label = Words(leaf.label, leaf.label_span) if leaf.label and leaf.label_span else None
    activity.group = leaf.group
    activity.title = flow.words(*title_range, ".:;,")
    attributes.fill(flow, activity, attributes.listen(flow, rest), year)
    if activity.quantity is None:
        activity.quantity = _quantity_in_title(flow, title_range)
    unit = activity.quantity.unit if activity.quantity else None
    activity.kind = recognise(activity.title or "", unit, kinds)
    return activity


def _quantity_in_title(flow: Flow, title: Range):  # type: ignore[no-untyped-def]
    """`Tổ chức 02 lớp tập huấn …`, `Hội nghị (150 đại biểu)`."""
    return find_quantity(flow, *title, labelled=False)


_CUT = re.compile(
    r"[,;]\s*(?=(?:với\s+)?(?:thời\s+(?:gian|lượng|hạn)|(?:dự\s+kiến\s+)?(?:kinh\s+phí|dự\s+toán)|địa\s+điểm|số\s+lượng|kích\s+thước|quy\s+cách|đối\s+tượng|thực\s+hiện\s+(?:trong|từ|vào|quý)|trong\s+quý|quý\s|tháng\s+\d|hoàn\s+thành))"
)


def _split_title(flow: Flow, item: Item) -> tuple[Range, list[Range]]:
    """The words that name the activity, and the ranges that describe it."""
    a, b = flow.trim(*item.head)
    below = item.paragraphs[1:] + [r for child in item.children for r in _all_ranges(child)]
    at = _title_end(flow, a, b)
    rest = [(at, b)] if at < b else []
    return (a, at), rest + below


def _title_end(flow: Flow, a: int, b: int) -> int:
    """Behind the name of the activity: at the colon behind which the counting begins, or at the first attribute."""
    for colon in re.compile(r":\s*").finditer(flow.low, a, b):
        behind = AMOUNT.match(flow.low, colon.end(), b)
        led = re.compile(
            r"(?:đoàn|gồm|số\s+lượng|khoảng|thời\s+gian|kinh\s+phí|dự\s+toán|tổ\s+chức\s+\d|đối\s+tượng|địa\s+điểm)\b"
        ).match(flow.low, colon.end(), b)
        if behind or led:
            return colon.start()
    cut = _CUT.search(flow.low, a, b)
    return cut.start() if cut else b


def _all_ranges(item: Item) -> list[Range]:
    own = list(item.paragraphs)
    if own and item.form in _NUMBERED:
        own = [flow_range for flow_range in own]
    return own + [r for child in item.children if child.form != "plus" for r in _all_ranges(child)]


def _title(flow: Flow, item: Item) -> Words | None:
    a, b = flow.trim(*item.head)
    return flow.words(a, b, ".:;,")
