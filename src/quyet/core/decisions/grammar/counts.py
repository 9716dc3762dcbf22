"""Quantities and durations."""

from __future__ import annotations

from quyet.core.decisions.grammar.words import any_of, phrase
from quyet.core.values.amounts import NUMBER

COUNTED = (
    "phóng sự", "hội nghị", "hội thảo", "cuộc thi", "cuộc họp", "cuộc", "buổi", "lớp tập huấn", "lớp", "khóa",
    "khoá", "đợt",
    "gian hàng", "phiên chợ", "phiên", "đại biểu", "học viên", "người", "lượt người", "thành viên", "đoàn",
    "cán bộ",
    "cuốn", "quyển", "cái", "chiếc", "tấm", "tờ", "bộ", "bản", "ấn phẩm", "băng rôn", "pa nô", "pano", "áp phích",
    "khẩu hiệu",
    "bài viết", "bài", "tin bài", "tin", "chuyên mục", "chuyên đề", "chuyên trang", "video clip", "video", "clip",
    "chương trình", "kỳ", "số báo",
    "mô hình", "cơ sở", "doanh nghiệp", "hợp tác xã", "hộ", "trụ sở", "cụm", "điểm", "dự án", "đề án", "nhiệm vụ",
    "báo cáo",
    "website", "trang web", "phần mềm", "hệ thống", "thiết bị", "máy", "gói", "suất quà", "suất", "phần quà",
    "giải thưởng", "giải",
    "phiếu", "sản phẩm", "cây", "con", "đĩa", "bảng", "biển", "tin nhắn", "giờ phát sóng", "lần", "chuyến",
    "huyện", "xã", "thôn", "bản tin", "tuần lễ",
    "tọa đàm", "diễn đàn", "tập", "hồ sơ", "đơn vị", "tổ", "nhóm", "thùng", "túi", "áo", "mũ",
    "standee", "poster", "phóng sự truyền hình",
)  # fmt: skip
"""Nouns that officials count things in; elsewhere the noun is what stands before the next comma."""

COUNTED_NOUN = phrase(rf"(?:{any_of(COUNTED)})\b")
"""One of those nouns."""

_TIME = r"ngày|phút|giờ|buổi|tháng|tuần|tiết|năm|giây"

TIME_OR_MONEY = phrase(r"(?:ngày|phút|giờ|tháng|tuần(?! lễ)|tiết|năm|đêm|giây|đồng|triệu|nghìn|ngàn|tỷ|tỉ)\b|%")
"""What no quantity is counted in, even behind its label."""

MONEY_BEHIND = phrase(r"\s*(?:tỷ|tỉ|triệu|nghìn|ngàn)?\s*(?:đồng|đ\b|triệu|tỷ|vnđ|vnd)")

SUMMED = phrase(r"(?:=|tổng (?:số|cộng)\s*:?)\s*(?=\d)")
"""… = 20 cuộc · tổng số 20 cuộc: of several numbers the sum counts."""

SCALE = phrase(r"\bquy mô (?=(?:khoảng |từ )?\d)")
"""… , quy mô 15 ha: a label without its colon, so that a measure counts."""

OPENS_COUNT = phrase(
    r"(?:đoàn|gồm|gồm có|số lượng|quy mô|tổ chức|khoảng|in|treo|thực hiện|xây dựng|sản xuất|phát hành|dự kiến|mở"
    r"|lắp đặt|mua|cấp|trao|tặng|phát|cử|biên soạn|đào tạo|hỗ trợ)$"
)
"""Before a count in running text."""

MEASURES = phrase(
    r"(?:ngày|phút|giờ|tháng|tuần(?! lễ)|tiết|năm|đêm|giây|đồng|triệu|nghìn|ngàn|tỷ|tỉ|trang|màu|mặt|m|cm|mm|m2|m²|km"
    r"|x|kg|tấn|ha|độ|inch|gsm|gram|g)\b|%"
)
"""What measures a thing instead of counting it."""

_APPROXIMATE = r"khoảng|dự kiến|ước|gần|bình quân|xấp xỉ"

_AT_MOST = r"không quá|tối đa|không vượt quá|dưới|nhiều nhất"

_AT_LEAST = r"ít nhất|tối thiểu|trên|không dưới"

_BEGINS = r"(?=\d|nửa|khoảng|dự|ước|gần|bình|xấp|không|tối|dưới|nhiều|ít|trên|từ)"
"""The letters that a number with its bounds can begin with: asked first, it spares most places the whole question."""

AMOUNT = phrase(
    rf"{_BEGINS}(?P<about>(?:{_APPROXIMATE}) )?(?:(?P<most>{_AT_MOST}) |(?P<least>{_AT_LEAST}) "
    rf"|từ )?(?<![\w.,/])(?P<a>{NUMBER})"
    rf"(?:\s*(?:[-–—÷]|đến|tới)\s*(?P<b>{NUMBER}))?(?![\d/]|[.,]\d|\s?%)\s*(?:\([^\W\d_][^()\d]{{0,40}}\)\s*)?(?P<noun>[^\W\d_][^\d,;:.()/=\n]{{0,60}})?"
)
"""A number, its bounds, and the noun behind it: khoảng 150 (một trăm năm mươi) đại biểu."""

NOT_DURATION = phrase(r"(?:tháng|quý|năm|ngày|điều|khoản|số|thứ|giờ|lúc|hồi|vào)\s*$")
"""… and these, that it is no stretch of time: ngày 10, lúc 08 giờ."""

NOT_COUNT = phrase(
    r"(?:tháng|quý|năm|ngày|điều|khoản|điểm|số|loại|cấp|hạng|khóa|lần thứ|thứ|kỳ|mục|phụ lục|đợt|covid)\s*$"
)
"""Before a number these words make it a name, not a count."""

UNIT_ENDS = phrase(
    r" (?:mỗi|thời (?:gian|lượng)|trong|tại|cho|gồm|bao gồm|để|được|là|theo|thuộc|từ|với|về|trên|dự (?:toán|kiến)"
    r"|tham (?:gia|dự)|có|do|nhằm|và|phát (?:cho|sóng|hành)|thực hiện|tổ chức|treo (?:tại|trên|ở)|cấp (?:phát|cho)"
    r"|kinh phí|ở|trở|x|×|như|vào|của|mức|đơn giá|mua|bằng)\b|\s*[-–+×]"
)
"""Words that no longer belong to the noun that is counted."""

DURATION = phrase(
    rf"{_BEGINS}(?:(?P<most>{_AT_MOST}) |(?P<least>{_AT_LEAST}) |(?:{_APPROXIMATE}) "
    rf"|từ )?(?<![\w.,/])(?P<a>{NUMBER}|1/2|nửa)"
    rf"(?:(?:\s*(?:{_TIME}))?\s*(?:[-–—]|đến|tới)\s*(?P<b>{NUMBER}))?\s*(?P<unit>{_TIME})\b(?!\s*(?:đầu|cuối"
    rf"|kể))(?!(?<=tháng)\s*\d)(?!(?<=năm)\s*\d)(?!(?<=giờ)\s*(?:\d|ngày))"
    r"(?!(?<=buổi)\s*(?:lễ|họp|tọa đàm|nói chuyện|sinh hoạt|làm việc))"
)
"""02 ngày/lớp · từ 7 - 10 phút · ít nhất 06 phút · 01 buổi"""
