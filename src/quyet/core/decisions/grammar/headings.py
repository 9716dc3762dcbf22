"""Tables of data: headings, captions, totals, and how text files draw them."""

from __future__ import annotations

from quyet.core.decisions.grammar.words import phrase
from quyet.core.values.amounts import NUMBER

COLUMNS = (
    ("label", phrase(r"(?:s\s*tt|tt|số tt|stt\.?)$")),
    ("note", phrase(r"ghi chú|chú thích|căn cứ|cơ sở tính|thuyết minh|diễn giải chi tiết")),
    ("unit_price", phrase(r"đơn giá|mức chi|định mức|giá (?:dự kiến|bán)|mức hỗ trợ")),
    ("amount", phrase(r"thành tiền|tổng (?:kinh phí|tiền|cộng|số tiền|dự toán)|kinh phí|số tiền|giá trị|dự toán"
        r"|tổng mức")),
    ("unit", phrase(r"đvt|đơn vị tính|đơn vị$|đv\s*tính")),
    ("quantity", phrase(r"số lượng|khối lượng|sl$|s\.\s*lượng")),
    ("content", phrase(r"nội dung|hạng mục|danh mục|diễn giải|khoản (?:mục|chi)|công việc|nhiệm vụ|tên\s|mục chi"
        r"|hoạt động|địa phương")),
)  # fmt: skip
"""Heading words → what the column holds; the first that fits counts."""

SCALE = phrase(
    r"(?:đơn vị(?: tính)?|đvt)?\s*:?\s*\(?\s*(?P<figure>1\.000|1000)?\s*(?P<scale>nghìn|ngàn|triệu|tỷ|tỉ)?\s*đồng"
)

CAPTION = phrase(r"(?:đơn vị(?: tính)?|đvt)\s*:?\s*(?P<unit>[^\n]{0,20}đồng)")

TOTAL = phrase(
    r"(?:tổng (?:cộng|số|kinh phí|dự toán|chi|giá trị|tiền)|tổng|cộng)\b(?! (?:mục|phần|nhóm|kết|hợp|[ivx\d]+\b))"
)

FIGURE = phrase(rf"-?(?:{NUMBER})")

ROMAN = phrase(r"[ivx]+")

COMMON = frozenset(
    "và của các cho về tại trên trong theo với là để từ đến năm kinh phí chi thực hiện tổ chức xây dựng".split()
)

HEADING = phrase(r"\s*(?:STT|TT|Stt|Tt|Số TT|SỐ TT)\.?(?:\t+|\s{2,})\S")
"""How the heading of such a table begins."""

GAP = phrase(r"\s*\t\s*|\x20{2,}")

OVER = phrase(r"\s*\(?(?:bằng chữ|số tiền|nơi nhận|điều \d|ghi chú\s*:|kèm theo|phụ lục|người lập)")

PIPE = phrase(r"\s*\|\s*")

AMOUNT_CELL = phrase(r"\s*\d[\d.,]*\s*")

ROW_LABEL = phrase(r"\W*(\d{1,3}(\.\d{1,3})*|[ivxlc]+|[a-zđ])\W*|\W+|\W*(tổng|cộng)\b.*")
"""What the first cell of a row looks like: a number, a letter, a dash, or the word of a total."""

PROSE = phrase(
    r"\s*(?:điều \d+\s*[.:]|căn cứ\b|theo đề nghị|xét đề nghị|thực hiện\b.{0,60}\bsố\s"
    r"|(?:quyết định|kế hoạch|tờ trình|nghị quyết|chương trình|phụ lục|quy chế)\s*(?:[ivx\d]+\s*)?:?\s*$)"
)
"""The beginnings of paragraphs that no cell of a decision's tables holds: the paper has gone on."""

RULE = phrase(r"[\s|]*[-–—_=.~+]{3,}[\s|\-–—_=~+]*")
"""A drawn line: `-------`, `=====`, `|-----|-----|`."""
