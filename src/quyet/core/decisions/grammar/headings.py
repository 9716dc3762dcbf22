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

CODE_COLUMNS = (
    ("code", phrase(r"(?:mã )?tiểu mục|tm$|mục\s*[-–,/.&]?\s*(?:tiểu mục|tm)\b|mã (?:số )?(?:ndkt|nội dung kinh tế)")),
    ("category", phrase(r"(?:mã )?(?:loại\s*[-–,/.&]?\s*khoản|số ngành kinh tế|ngành kinh tế)")),
    ("chapter", phrase(r"(?:mã )?(?:số )?chương$")),
)
"""Heading words → which budget code the column holds. They alone make no table one of data."""

SCALE = phrase(
    r"(?:đơn vị(?: tính)?|đvt)?\s*:?\s*\(?\s*(?P<figure>1\.000|1000)?\s*(?P<scale>nghìn|ngàn|triệu|tỷ|tỉ)?\s*đồng"
)

CAPTION = phrase(r"(?:đơn vị(?: tính)?|đvt)\s*:?\s*(?P<unit>[^\n]{0,20}đồng)")

TOTAL = phrase(
    r"(?:tổng (?:cộng|số|kinh phí|dự toán|chi|giá trị|tiền)|tổng|cộng)\b(?! (?:mục|phần|nhóm|kết|hợp|[ivx\d]+\b))"
)

_OTHER_WORK = (
    "kết|hợp|quan|duyệt|rà|kiểm|điều tra|thuật|tác|đồng|hưởng|hòa|vệ sinh|đài|cục|công ty|hội|biên tập|đạo diễn"
)
"""What makes another word of tổng and cộng: tổng kết, cộng tác viên."""

SUBTOTAL = phrase(
    rf"\W*(?:tổng|cộng)\b(?! (?:{_OTHER_WORK})\b)"
    r"(?: cộng| số| tiền| kinh phí| dự toán| chi phí| giá trị)*(?: của)?"
    r"(?P<of_part>(?<=ng) (?:tiểu mục|hạng mục|mục|phần|nhóm|nội dung|hoạt động))?"
    r"(?:[ :(]{1,3}(?P<part>[ivx]{1,5}|[a-zđ]|\d{1,3}(?:\.\d{1,3}){0,5})(?=[).:]{0,2}(?:\s{0,3}$|\s?[-–:.(])))?"
)
"""How a row begins that adds up rows above it, with the number of the part that it closes: Cộng mục I, Tổng (1.2)."""

FIGURE = phrase(rf"-?(?:{NUMBER})")

ROMAN = phrase(r"[ivx]+")

CAPITAL = phrase(r"[A-ZĐ]")
"""The letter of a part: A, B."""

COMMON = frozenset(
    "và của các cho về tại trên trong theo với là để từ đến năm kinh phí chi thực hiện tổ chức xây dựng".split()
)

HEADING = phrase(r"\s*(?:STT|TT|Stt|Tt|Số TT|SỐ TT)\.?(?:\t+|\s{2,})\S")
"""How the heading of such a table begins."""

GAP = phrase(r"\s*\t\s*|\x20{2,}")

OVER = phrase(r"\s*\(?(?:bằng chữ|số tiền|nơi nhận|điều \d|ghi chú\s*:|kèm theo|phụ lục|người lập)")

TIME_COLUMN = phrase(r"thời (?:gian|điểm|hạn)|tiến độ|ngày|tháng|quý|năm")
"""The heading of a column that says when: a 2025 in it is a year, not a count."""

COUNT_COLUMN = phrase(r"(?:số|hệ số|tỷ lệ|tỉ lệ)\b")
"""The heading of a column of factors: Số ngày, Hệ số."""

_NO_COUNT = r"(?!\d|\s*(?:ngày|buổi|lần|lượt|đợt|đêm|người|lớp|kỳ|số)\b)"

_DAY_OR_MONTH = rf"(?:\d{{1,4}}{_NO_COUNT}|[ivx]+\b)"

CALENDAR = phrase(
    rf"\b(?:ngày|tháng|quý|năm|t)\.?\s*{_DAY_OR_MONTH}(?:\s*(?:[-–/,.&+]|và|đến)\s*{_DAY_OR_MONTH}){{0,60}}"
    rf"|\d{{1,2}} tháng (?:đầu|cuối)|(?<![\d.,])\d{{1,2}}(?:\s*[-–]\s*\d{{1,2}})?/\d{{1,2}}(?:/\d{{4}})?{_NO_COUNT}"
    rf"|(?<![\d.,])\d{{1,2}}/\d{{4}}{_NO_COUNT}|(?<![\d.,])\d{{1,2}}\.\d{{1,2}}\.\d{{4}}{_NO_COUNT}"
)
"""Days, months, quarters, years: Quý II-III/2025, tháng 9 năm 2025, 15-17/9, 9/2025, 6 tháng đầu năm; not 3 ngày."""

YEAR = phrase(rf"(?<![\d.,])(?:19|20)\d\d{_NO_COUNT}")

COUNTED_CELL = phrase(rf"\s*(?P<figure>{NUMBER})\s+(?P<noun>[^\W\d_]+(?: [^\W\d_]+){{0,4}})\s*")
"""A number with what it counts: 5 người, 1 hội thảo, 02 lớp tập huấn."""

COLUMN_MARK = phrase(r"\(?(?P<mark>\d{1,2}|[a-h])\)?(?:\s*=[^\n]{0,20})?")
"""What a row that numbers the columns has in its cells: A, (1), (6)=(4)x(5)."""

PIPE = phrase(r"\s*\|\s*")

AMOUNT_CELL = phrase(r"\s*\d[\d.,]*\s*")

ROW_LABEL = phrase(r"\W*(\d{1,3}(\.\d{1,3}){0,9}|[ivxlc]+|[a-zđ])\W*|\W+|\W*(tổng|cộng)\b.*")
"""What the first cell of a row looks like: a number, a letter, a dash, or the word of a total."""

PROSE = phrase(
    r"\s*(?:điều \d+\s*[.:]|căn cứ\b|theo đề nghị|xét đề nghị|thực hiện\b.{0,60}\bsố\s"
    r"|(?:quyết định|kế hoạch|tờ trình|nghị quyết|chương trình|phụ lục|quy chế)\s*(?:[ivx\d]+\s*)?:?\s*$)"
)
"""The beginnings of paragraphs that no cell of a decision's tables holds: the paper has gone on."""

RULE = phrase(r"[\s|]*[-–—_=.~+]{3,}[\s|\-–—_=~+]*")
"""A drawn line: `-------`, `=====`, `|-----|-----|`."""

RULE_BEGINS = "|-–—_=.~+"
"""What such a line begins with, white space apart."""
