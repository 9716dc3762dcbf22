"""What an item says of its activity: quantity, specification, place, audience, time, money, who.

Officials write it in two ways, often mixed: behind labels ("Số lượng: 40 cái; địa điểm: …") and in running text
("Băng rôn: 36 cái, kích thước 0,8 x 6m, treo tại …, quý III, dự toán 15.120.000 đồng").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from quyet.core.decisions.layout import Flow
from quyet.core.decisions.model import Activity
from quyet.core.decisions.quantities import find_duration, find_quantity
from quyet.core.decisions.windows import read_timeframe
from quyet.core.values.amounts import Money, find_money

Range = tuple[int, int]

_LABELS = {
    "quantity": r"(?:tổng\s+)?số\s+lượng|khối\s+lượng|quy\s+mô|số\s+(?:lớp|người|đại\s+biểu|cuộc|hội\s+nghị|học\s+viên|đợt|kỳ|buổi|mô\s+hình|bài|phóng\s+sự)|thành\s+phần\s+đoàn|số\s+người\s+tham\s+gia",
    "specification": r"quy\s+cách|kích\s+thước|kích\s+cỡ|thông\s+số(?:\s+kỹ\s+thuật)?|yêu\s+cầu\s+kỹ\s+thuật|chất\s+liệu|khổ\s+(?:giấy|in)",
    "place": r"(?:dự\s+kiến\s+)?địa\s+điểm|khu\s+vực|nơi\s+(?:tổ\s+chức|thực\s+hiện|treo|đến)|địa\s+bàn|vị\s+trí|phạm\s+vi",
    "audience": r"đối\s+tượng|đại\s+biểu|thành\s+phần\s+(?:tham|mời|dự|gồm)|khách\s+mời|học\s+viên|người\s+(?:học|nhận)|đơn\s+vị\s+thụ\s+hưởng",
    "party": r"thành\s+phần",
    "time": r"thời\s+gian|thời\s+lượng|thời\s+hạn|thời\s+điểm|tiến\s+độ|hoàn\s+thành|lịch",
    "amount": r"(?:tổng\s+|dự\s+kiến\s+|dự\s+toán\s+|nhu\s+cầu\s+)?(?:kinh\s+phí|dự\s+toán|giá\s+trị|số\s+tiền)|thành\s+tiền",
    "lead": r"(?:đơn\s+vị|cơ\s+quan|phòng)?\s*(?:chủ\s+trì|đầu\s+mối|thực\s+hiện|chịu\s+trách\s+nhiệm\s+chính)|giao\s+(?:đơn\s+vị|cơ\s+quan)",
    "coordinate": r"(?:đơn\s+vị|cơ\s+quan)?\s*phối\s+hợp(?:\s+thực\s+hiện)?",
    "other": r"nội\s+dung|thể\s+loại|hình\s+thức|mục\s+(?:đích|tiêu)|yêu\s+cầu|sản\s+phẩm|kết\s+quả|phương\s+(?:thức|pháp|tiện)|nguồn|chủ\s+đề|giảng\s+viên|báo\s+cáo\s+viên|tài\s+liệu|cách\s+thức|ngôn\s+ngữ|chương\s+trình|định\s+mức|đơn\s+giá|ghi\s+chú",
}  # fmt: skip
"""Label words → what they label; more words may stand between them and the colon ("Số lượng đại biểu:")."""

_LABEL = re.compile(
    r"(?:(?<=[\n;.,(])|(?<=[-–+•]\s)|(?<=[-–+•])|(?<=[;.,(]\s)|\A)\s*(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _LABELS.items())
    + r")(?P<more>[^:;.,\n()]{0,45}?)\s*:\s*",
)

_ATTRIBUTE_LINE = re.compile(
    r"(?:[-–+•]\s*)?(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _LABELS.items())
    + r")(?P<more>[^:;.\n]{0,45}?)\s*(?::|$|\n)"
)

_SPECIFICATION = re.compile(r"(?:kích\s+thước|quy\s+cách|kích\s+cỡ)\s*:?\s*|(?=khổ\s+(?:a\d|\d))")
_SPECIFICATION_MORE = re.compile(
    r",\s*(?:\d+\s*trang|bìa|ruột|in\s+\d|bạt|chất\s+liệu|giấy|\d+\s*màu|\d+\s*mặt|đóng)[^,;.]*"
)
_PLACE = re.compile(
    r"(?:\btại|\bở)\s+(?!(?:điều|khoản|quyết|nghị|kế\s+hoạch|thông\s+tư|mục|phụ\s+lục|tờ\s+trình|điểm)\b)"
)
_AUDIENCE = re.compile(r"\b(?:cấp(?:\s+phát)?|phát|tặng|dành|bàn\s+giao)\s+cho\s+")
_STOP = re.compile(
    r";|\.(?:\s|$)|\n|,?\s*(?:thực\s+hiện\s+(?:trong|từ|vào|quý|tháng)|tổ\s+chức\s+(?:trong|vào)|thời\s+(?:gian|lượng|hạn)|trong\s+(?:quý|tháng|năm|\d)|vào\s"
    r"|từ\s+(?:ngày|tháng|quý|\d)|(?:với\s+)?(?:dự\s+toán|kinh\s+phí)|ngày\s+\d|tháng\s+\d|(?:trong\s+)?quý\s|hoàn\s+thành|cấp\s+(?:phát\s+)?cho|phát\s+cho|đối\s+tượng|kích\s+thước|quy\s+cách|treo\s+tại|số\s+lượng|\d+\s+(?:ngày|buổi))|,\s*(?:tại|gồm)\s|\s*\((?!\S*[a-zđ]+\))"
)
_AMOUNT_LEAD = re.compile(
    r"(?:dự\s+toán|kinh\s+phí|số\s+tiền|trị\s+giá|giá\s+trị)\s*(?:thực\s+hiện|dự\s+kiến|khoảng|là|:|\s)*$"
)


@dataclass(slots=True)
class Statement:
    """One labelled value."""

    label: str
    value: Range


@dataclass(slots=True)
class Spoken:
    """What an item says: its labelled values in order, and the text that no label governs."""

    labelled: list[Statement] = field(default_factory=list)
    running: list[Range] = field(default_factory=list)

    def values(self, *labels: str) -> list[Range]:
        return [s.value for s in self.labelled if s.label in labels]


def is_attribute(flow: Flow, a: int, b: int) -> bool:
    """Whether a paragraph is an attribute of the item above it, not an item of its own."""
    found = _ATTRIBUTE_LINE.match(flow.low, a, b)
    return bool(found and len(found["more"].split()) <= 6)


def listen(flow: Flow, ranges: Sequence[Range]) -> Spoken:
    """Split paragraphs into labelled values and running text."""
    spoken = Spoken()
    for a, b in ranges:
        found = list(_LABEL.finditer(flow.low, a, b)) if flow.low.find(":", a, b) >= 0 else []
        if found and found[0].start() > a and not _only_dash(flow, a, found[0].start()):
            spoken.running.append((a, found[0].start()))
        elif not found:
            spoken.running.append((a, b))
        for n, label in enumerate(found):
            end = found[n + 1].start() if n + 1 < len(found) else b
            name = next(name for name in _LABELS if label[name])
            value_end = end if _only_dash(flow, a, label.start()) else _clause_stop(flow, label.end(), end)
            spoken.labelled.append(Statement(name, flow.trim(label.end(), value_end, ";")))
            if value_end < end:  # a label inside running text governs its clause only
                spoken.running.append((value_end, end))
    return spoken


def _clause_stop(flow: Flow, a: int, b: int) -> int:
    found = re.compile(r";|\.\s").search(flow.low, a, b)
    return found.start() if found else b


def _only_dash(flow: Flow, a: int, b: int) -> bool:
    return not flow.low[a:b].strip(" -–+•\n")


def fill(flow: Flow, activity: Activity, spoken: Spoken, year: int | None) -> None:
    """Fill the facts of an activity from what its item says: labels first, running text where they are silent."""
    _fill_quantity(flow, activity, spoken)
    _fill_specification(flow, activity, spoken)
    _fill_place(flow, activity, spoken)
    _fill_audience(flow, activity, spoken)
    _fill_time(flow, activity, spoken, year)
    _fill_amount(flow, activity, spoken)


def _fill_quantity(flow: Flow, activity: Activity, spoken: Spoken) -> None:
    for labels in (("quantity",), ("party",)):
        for a, b in spoken.values(*labels):
            activity.quantity = activity.quantity or find_quantity(flow, a, b, labelled=True)
    for a, b in spoken.running + spoken.values("other", "audience"):
        activity.quantity = activity.quantity or find_quantity(flow, a, b, labelled=False)


def _fill_specification(flow: Flow, activity: Activity, spoken: Spoken) -> None:
    for a, b in spoken.values("specification"):
        activity.specification = activity.specification or flow.words(a, b, ";.,")
    for a, b in spoken.running + spoken.values("quantity"):
        found = _SPECIFICATION.search(flow.low, a, b)
        if activity.specification is None and found:
            stop = _clause_end(flow, found.end(), b)
            while more := _SPECIFICATION_MORE.match(flow.low, stop, b):
                stop = more.end()
            activity.specification = flow.words(found.end(), stop, ";.,")


def _clause_end(flow: Flow, a: int, b: int) -> int:
    found = re.compile(r",\s|;|\.(?:\s|$)|\n").search(flow.low, a, b)
    return found.start() if found else b


def _fill_place(flow: Flow, activity: Activity, spoken: Spoken) -> None:
    for a, b in spoken.values("place"):
        activity.place = activity.place or (flow.words(a, b, ";,") and _whole(flow, a, b))
    for a, b in spoken.running + spoken.values("time", "quantity"):
        found = _PLACE.search(flow.low, a, b)
        if activity.place is None and found:
            activity.place = flow.words(found.end(), _stop(flow, found.end(), b), ";.,")


def _whole(flow: Flow, a: int, b: int) -> str | None:
    """A labelled value; the closing stop of its sentence is not part of it, an ellipsis is."""
    a, b = flow.trim(a, b, ";,")
    if flow.text[a:b].endswith(".") and not flow.text[a:b].endswith(".."):
        b -= 1
    return flow.words(a, b)


def _stop(flow: Flow, a: int, b: int) -> int:
    found = _STOP.search(flow.low, a, b)
    return found.start() if found else b


def _fill_audience(flow: Flow, activity: Activity, spoken: Spoken) -> None:
    for a, b in spoken.values("audience"):
        activity.audience = activity.audience or _whole(flow, a, b)
    for a, b in spoken.values("party"):
        if activity.audience is None and not any(c.isdigit() for c in flow.text[a : a + 12]):
            activity.audience = _whole(flow, a, b)
    for a, b in spoken.running:
        found = _AUDIENCE.search(flow.low, a, b)
        if activity.audience is None and found:
            activity.audience = flow.words(found.end(), _stop(flow, found.end(), b), ";.,")


def _fill_time(flow: Flow, activity: Activity, spoken: Spoken, year: int | None) -> None:
    timed = spoken.values("time")
    for a, b in [*timed, *spoken.values("quantity", "party"), *spoken.running]:
        activity.duration = activity.duration or find_duration(flow, a, b)
    for a, b in [*timed, *spoken.running, *spoken.values("place", "quantity")]:
        activity.timeframe = activity.timeframe or read_timeframe(flow, a, b, year)
    if activity.duration and activity.quantity and activity.duration.span == activity.quantity.span:
        activity.duration = None  # «01 buổi» counts the event, once


def _fill_amount(flow: Flow, activity: Activity, spoken: Spoken) -> None:
    for a, b in spoken.values("amount"):
        first = next(find_money(flow.low, a, b), None)
        if first and activity.amount is None:
            activity.amount = flow.dong(first.amount, first.start, first.end)
    if activity.amount is None:
        found = [m for a, b in spoken.running for m in _own_money(flow, a, b)]
        if found:
            activity.amount = flow.dong(found[0].amount, found[0].start, found[0].end)


def _own_money(flow: Flow, a: int, b: int) -> list[Money]:
    """Sums of the item itself in running text: behind "dự toán", "kinh phí", or the only thing said behind a colon."""
    found = list(find_money(flow.low, a, b))
    led = [m for m in found if _AMOUNT_LEAD.search(flow.low, max(a, m.start - 40), m.start)]
    if led:
        return led
    alone = [m for m in found if not flow.low[a : m.start].strip(" :-–\n") and len(found) == 1]
    return alone
