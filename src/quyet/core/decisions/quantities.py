"""How much and how long: `40 cái`, `khoảng 150 đại biểu`, `từ 70 đến 80 học viên`, `không quá 12 phút`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from quyet.core.decisions.layout import Flow
from quyet.core.decisions.model import Duration, Quantity
from quyet.core.values.amounts import NUMBER, to_number
from quyet.core.values.folding import squeeze

COUNTED = (
    "phóng sự", "hội nghị", "hội thảo", "cuộc thi", "cuộc họp", "cuộc", "buổi", "lớp tập huấn", "lớp", "khóa", "khoá", "đợt",
    "gian hàng", "phiên chợ", "phiên", "đại biểu", "học viên", "người", "lượt người", "thành viên", "đoàn", "cán bộ",
    "cuốn", "quyển", "cái", "chiếc", "tấm", "tờ", "bộ", "bản", "ấn phẩm", "băng rôn", "pa nô", "pano", "áp phích", "khẩu hiệu",
    "bài viết", "bài", "tin bài", "tin", "chuyên mục", "chuyên đề", "chuyên trang", "video clip", "video", "clip", "chương trình", "kỳ", "số báo",
    "mô hình", "cơ sở", "doanh nghiệp", "hợp tác xã", "hộ", "trụ sở", "cụm", "điểm", "dự án", "đề án", "nhiệm vụ", "báo cáo",
    "website", "trang web", "phần mềm", "hệ thống", "thiết bị", "máy", "gói", "suất quà", "suất", "phần quà", "giải thưởng", "giải",
    "phiếu", "sản phẩm", "cây", "con", "đĩa", "bảng", "biển", "tin nhắn", "giờ phát sóng", "lần", "chuyến", "huyện", "xã", "thôn", "bản tin",
    "tọa đàm", "toạ đàm", "diễn đàn", "tập", "hồ sơ", "đơn vị", "tổ", "nhóm", "thùng", "túi", "áo", "mũ", "standee", "poster", "phóng sự truyền hình",
)  # fmt: skip
"""Nouns that officials count things in; elsewhere the noun is what stands before the next comma."""

_COUNTED = "|".join(u.replace(" ", r"\s+") for u in sorted(COUNTED, key=len, reverse=True))
_TIME = r"ngày|phút|giờ|buổi|tháng|tuần|tiết|năm|giây"
_MEASURES = re.compile(
    r"(?:ngày|phút|giờ|tháng|tuần|tiết|năm|đêm|giây|đồng|triệu|nghìn|ngàn|tỷ|tỉ|trang|màu|mặt|m\b|cm|mm|m2|m²|km|x\b|%|kg|tấn|ha\b|độ|inch|gsm|gram|g\b)"
)
"""What measures a thing instead of counting it."""

_APPROXIMATE = r"khoảng|dự\s+kiến|ước|gần|bình\s+quân|xấp\s+xỉ"
_AT_MOST = r"không\s+quá|tối\s+đa|không\s+vượt\s+quá|dưới|nhiều\s+nhất"
_AT_LEAST = r"ít\s+nhất|tối\s+thiểu|trên|không\s+dưới"

AMOUNT = re.compile(
    rf"(?P<about>(?:{_APPROXIMATE})\s+)?(?:(?P<most>{_AT_MOST})\s+|(?P<least>{_AT_LEAST})\s+|từ\s+)?(?<![\w.,/])(?P<a>{NUMBER})"
    rf"(?:\s*(?:[-–—÷]|đến|tới)\s*(?P<b>{NUMBER}))?(?![\d/]|[.,]\d)\s*(?P<noun>[^\W\d_][^\d,;:.()/=\n]{{0,60}})?"
)
"""A number, its bounds, and the noun behind it."""

_NOT_COUNT = re.compile(
    r"(?:tháng|quý|năm|ngày|điều|khoản|điểm|số|loại|cấp|hạng|khóa|lần\s+thứ|thứ|kỳ|mục|phụ\s+lục|đợt|covid)\s*$"
)
"""Before a number these words make it a name, not a count."""

_UNIT_ENDS = re.compile(
    r"\s+(?:mỗi|thời|trong|tại|cho|gồm|để|được|là|theo|thuộc|từ|với|về|trên|dự|tham|có|do|nhằm|và|phát|thực|tổ|treo|in|cấp|kinh|ở|bao|trở|x|×|×|như|nhằm|vào|của)\b|\s*[-–+×]"
)

DURATION = re.compile(
    rf"(?:(?P<most>{_AT_MOST})\s+|(?P<least>{_AT_LEAST})\s+|(?:{_APPROXIMATE})\s+|từ\s+)?(?<![\w.,/])(?P<a>{NUMBER})(?:\s*(?:{_TIME}))?"
    rf"(?:\s*(?:[-–—]|đến|tới)\s*(?P<b>{NUMBER}))?\s*(?P<unit>{_TIME})\b(?!\s*(?:đầu|cuối|kể))(?!(?<=tháng)\s*\d)(?!(?<=năm)\s*\d)"
)
"""02 ngày/lớp · từ 7 - 10 phút · ít nhất 06 phút · 01 buổi"""


def find_quantity(flow: Flow, a: int, b: int, labelled: bool) -> Quantity | None:
    """The first count of things in `[a, b)`. Behind a label any noun counts; in running text only a noun that things
    are counted in, at the beginning of a clause."""
    summed = re.compile(r"(?:=|tổng\s+(?:số|cộng)\s*:?)\s*(?=\d)").search(flow.low, a, b) if labelled else None
    for found in AMOUNT.finditer(flow.low, summed.end() if summed else a, b):
        if _NOT_COUNT.search(flow.low, max(a, found.start() - 14), found.start("a")):
            continue
        noun = found["noun"] or ""
        if _MEASURES.match(noun) or _is_money(flow, found.end("b" if found["b"] else "a"), b):
            continue
        unit = _unit(flow, found, labelled)
        if unit is None and not (labelled and not noun.strip()):
            continue
        if not labelled and not _opens_clause(flow, a, found.start()):
            continue
        return _quantity(flow, found, unit)
    return None


def _is_money(flow: Flow, at: int, b: int) -> bool:
    return bool(re.compile(r"\s*(?:tỷ|tỉ|triệu|nghìn|ngàn)?\s*(?:đồng|đ\b|triệu|tỷ)").match(flow.low, at, b))


def _opens_clause(flow: Flow, a: int, at: int) -> bool:
    before = flow.low[a:at].rstrip()
    return (
        not before
        or before[-1] in ",;:.(-–+\n"
        or bool(
            re.search(
                r"(?:đoàn|gồm|gồm\s+có|số\s+lượng|tổ\s+chức|khoảng|in|treo|thực\s+hiện|xây\s+dựng|sản\s+xuất|phát\s+hành)$",
                before,
            )
        )
    )


def _unit(flow: Flow, found: re.Match[str], labelled: bool) -> tuple[int, int] | None:
    """Where the noun stands: as far as the words are the name of what is counted."""
    if not found["noun"]:
        return None
    a, b = found.span("noun")
    ends = _UNIT_ENDS.search(flow.low, a, b)
    stop = ends.start() if ends else b
    phrase = flow.low[a:stop].strip()
    words = phrase.split()
    counted = re.compile(rf"(?:{_COUNTED})\b").match(flow.low, a, b)
    if counted and (not labelled or len(words) > 6):
        return counted.span()
    if labelled and words and len(words) <= 6:
        return flow.trim(a, stop)
    if counted:
        return counted.span()
    return None


def _quantity(flow: Flow, found: re.Match[str], unit: tuple[int, int] | None) -> Quantity:
    low, high = to_number(found["a"]), to_number(found["b"]) if found["b"] else None
    about = bool(found["about"])
    end = unit[1] if unit else found.end("b" if found["b"] else "a")
    name = squeeze(flow.text[slice(*unit)]) if unit else None
    value, least, most = _bounds(found, low, high)
    start = flow.trim(found.start(), end)[0]
    return Quantity(value, least, most, about, name, flow.span(start, end))


def _bounds(
    found: re.Match[str], low: Decimal, high: Decimal | None
) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    """(value, min, max) of a number, a range, a bound."""
    if high is not None:
        return None, low, high
    if found["most"]:
        return None, None, low
    if found["least"]:
        return None, low, None
    return low, None, None


def find_duration(flow: Flow, a: int, b: int) -> Duration | None:
    """The first stretch of time in `[a, b)`: "04 ngày 3 đêm" is 4 ngày."""
    for found in DURATION.finditer(flow.low, a, b):
        if _NOT_COUNT.search(flow.low, max(a, found.start() - 10), found.start("a")):
            continue
        low = to_number(found["a"])
        value, least, most = _bounds(found, low, to_number(found["b"]) if found["b"] else None)
        least, most = (value, value) if value is not None else (least, most)
        return Duration(least, most, found["unit"], flow.span(*flow.trim(found.start(), found.end())))
    return None


def counts(flow: Flow, a: int, b: int) -> Iterator[Quantity]:
    """The count of things in `[a, b)`, if there is one; for callers that only ask whether."""
    found = find_quantity(flow, a, b, labelled=False)
    if found:
        yield found
