"""Activities: how an article lists contents, and how an item says what, where, for whom, when, for how much."""

from __future__ import annotations

from quyet.core.decisions.grammar.words import phrase

LABELS = {
    "quantity": r"(?:tổng )?số lượng|khối lượng|quy mô|thành phần đoàn|số người tham gia"
        r"|số (?:lớp|người|đại biểu|cuộc|hội nghị|học viên|đợt|kỳ|buổi|mô hình|bài|phóng sự)",
    "specification": r"quy cách|kích thước|kích cỡ|thông số(?: kỹ thuật)?|yêu cầu kỹ thuật|chất liệu|khổ (?:giấy|in)",
    "place": r"(?:dự kiến )?địa điểm|khu vực|nơi (?:tổ chức|thực hiện|treo|đến)|địa bàn|vị trí|phạm vi",
    "audience": r"đối tượng|đại biểu|thành phần (?:tham|mời|dự|gồm)|khách mời|học viên|người (?:học|nhận)"
        r"|đơn vị thụ hưởng|(?:cấp(?: phát)?|phát|tặng|dành) cho(?=\s*:)",
    "party": r"thành phần",
    "time": r"thời gian|thời lượng|thời hạn|thời điểm|tiến độ|hoàn thành(?=\s*:)|lịch(?=\s*:)",
    "amount": r"(?:tổng |dự kiến |dự toán |nhu cầu )?(?:kinh phí|dự toán|giá trị|số tiền)|thành tiền",
    "lead": r"(?:đơn vị|cơ quan|phòng|bộ phận) (?:chủ trì|đầu mối|thực hiện|chịu trách nhiệm chính)"
        r"|(?:chủ trì|đầu mối|thực hiện)(?=\s*:)|giao (?:đơn vị|cơ quan)",
    "coordinate": r"(?:(?:đơn vị|cơ quan) )?phối hợp(?: thực hiện)?(?=\s*:)|(?:đơn vị|cơ quan) phối hợp",
    "other": r"nội dung|thể loại|hình thức|mục (?:đích|tiêu)|yêu cầu|kết quả|phương (?:thức|pháp)|nguồn|chủ đề"
        r"|cách thức|ngôn ngữ|định mức|đơn giá|ghi chú"
        r"|(?:sản phẩm|tài liệu|chương trình|giảng viên|báo cáo viên|phương tiện)(?=\s*:)",
}  # fmt: skip
"""Label words → what they label; more words may stand between them and the colon ("Số lượng đại biểu:")."""

LABEL = phrase(
    r"\s*(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in LABELS.items())
    + r")(?P<more>[^:;.,()]{0,45}?)\s*:\s*"
)
"""Số lượng: · Đối tượng nhận: · Thời gian thực hiện: , from where a clause begins."""

BEFORE_LABEL = ";.,()-–+•"
"""A clause, and so a label, begins behind one of these."""

ATTRIBUTE_LINE = phrase(
    r"(?:[-–+•]\s*)?(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in LABELS.items())
    + r")(?P<more>[^:;.\n]{0,45}?)\s*(?::|$|\n)"
)

SPECIFICATION = phrase(r"(?:kích thước|quy cách|kích cỡ)\s*:?\s*|(?=khổ (?:a\d|\d)|công suất \d)")

SPECIFICATION_MORE = phrase(
    r",\s*(?:\d+\s*trang|bìa|ruột|in \d|in màu|khung|vải|công suất|bạt|chất liệu|giấy|\d+\s*màu|\d+\s*mặt|đóng)[^,;.]*"
)

PLACE = phrase(r"(?:\btại|\bở) (?!(?:cơ sở|điều|khoản|quyết|nghị|kế hoạch|thông tư|mục|phụ lục|tờ trình|điểm)\b)")

AUDIENCE = phrase(
    r"\b(?:cấp(?: phát)?|phát|tặng|dành|bàn giao) cho "
    r"|\b(?:lớp|ngày|buổi|cuộc|hội nghị|khóa|đợt|học viên|người) cho "
    r"(?=(?:các )?(?:cán bộ|công chức|viên chức|lãnh đạo|chủ"
    r"|hội viên|đoàn viên|thành viên|phụ nữ|học sinh|nông dân|hộ|người|doanh nghiệp|giáo viên|tổ|đội|lực lượng)\b)"
)

STOP = phrase(
    r";|\.(?:\s|$)|,?\s*(?:thực hiện (?:trong|từ|vào|quý|tháng)|tổ chức (?:trong|vào)|thời (?:gian|lượng|hạn)"
    r"|trong (?:quý|tháng|năm|\d)|vào\s"
    r"|từ (?:ngày|tháng|quý|\d)|thường xuyên|(?:với )?(?:dự toán|kinh phí)|ngày \d|tháng \d|(?:trong )?quý\s"
    r"|hoàn thành"
    r"|cấp (?:phát )?cho|phát cho|đối tượng|kích thước|quy cách|treo tại|số lượng|\d+ (?:ngày|buổi))"
    r"|,\s*(?:không quá|tối đa|khoảng|mỗi|địa điểm)\s|,\s*(?:tại"
    r"|gồm)\s|\s*\((?!\S*[a-zđ]+\))"
)

PRICE_GOES_ON = phrase(r"\s*(?:[/x×*]|một |mỗi )")
"""Behind the price of one: 1.500 đồng/cái · 200.000đ x 4 ngày."""

AMOUNT_LEAD = phrase(r"(?:dự toán|kinh phí|số tiền|trị giá|giá trị)\s*(?:thực hiện|dự kiến|khoảng|là|:|\s)*$")

CONTENT = phrase(
    r"(?:phê duyệt|thông qua|ban hành|duyệt|giao|phân bổ|triển khai|tổ chức thực hiện|thực hiện|hỗ trợ)\b.{0,200}?"
    r"\b(?:nội dung|dự toán|chương trình|kế hoạch|nhiệm vụ|hoạt động|đề án|kinh phí|dự án|phương án|công tác)"
    r"|(?:các )?(?:nội dung|nhiệm vụ|hoạt động|hạng mục)\b"
)
"""How the article begins that approves or lists the contents."""

NOT_CONTENT = phrase(
    r"(?:giao\s|phân công).{0,160}?(?:chủ trì|chịu trách nhiệm|tổ chức (?:triển khai )?thực hiện)"
    r"|tổ chức thực hiện|hiệu lực|trách nhiệm|quyết định này"
)
"""… and how the articles begin that say who does it, and from when."""

NO_ACTIVITY = phrase(
    r"(?:tổng )?(?:kinh phí|dự toán|nguồn (?:kinh phí|vốn|lực)|nhu cầu kinh phí|cơ chế tài chính|khái toán)"
    r"|tổng (?:kinh phí|dự toán|mức|số|cộng|nhu cầu)"
    r"|tổ chức thực hiện|phân công|trách nhiệm|chế độ báo cáo|hiệu lực|mục (?:đích|tiêu)|yêu cầu|quan điểm"
    r"|nguyên tắc|đối tượng|thời gian|phạm vi|căn cứ"
    r"|(?:đơn vị|cơ quan) (?:chủ trì|thực hiện|phối hợp|chủ quản)|chủ (?:trì|đầu tư|quản)|tên (?:dự án"
    r"|chương trình|nhiệm vụ|đề tài)|sự cần thiết|cơ sở pháp lý|hiệu quả\s|kết quả (?:dự kiến|thực hiện|đạt được)"
    r"|tình hình thực hiện|kiến nghị|đề xuất, kiến nghị|thông tin chung|tiến độ"
)
"""Items on money, sources, organisation and purpose are no activities."""

YEAR = phrase(r"(?<!tháng\s\d\s)(?<!tháng\s\d\d\s)(?<!đến\s)\bnăm (?P<year>(?:19|20)\d\d)(?!\s*[-–]\s*\d{4})")

PERIOD = phrase(
    r"(?:giai đoạn|từ năm|thời kỳ|các năm|nhiệm kỳ|năm) (?P<first>(?:19|20)\d\d)\s*(?:[-–]"
    r"|đến(?: năm)?)\s*(?P<last>(?:19|20)\d\d)"
)

PROGRAMME_TITLE = phrase(r"dự toán|chương trình|kế hoạch|nhiệm vụ|kinh phí|đề án|dự án|hoạt động")

TIME_IN_TITLE = phrase(
    r"\b(?:từ|trong|trước|vào|lúc|đến hết|hoàn thành) (?:[^,;:]{0,20} )?(?:ngày \d|tháng \d|quý (?:[1-4]|i{1,3}|iv)\b)"
)
"""… trước ngày 15/8/2023 · … trong quý II/2024"""

CUT = phrase(
    r"[,;]\s*(?=(?:với )?(?:thời (?:gian|lượng|hạn)|(?:dự kiến )?(?:kinh phí|dự toán)|địa điểm|số lượng"
    r"|\d{1,4} (?:lớp|cuộc|hội nghị|buổi|đợt|cái|cuốn|phóng sự|người|đại biểu)\b"
    r"|kích thước|quy cách|đối tượng|thực hiện (?:trong|từ|vào|quý|tại)|trong (?:quý|tháng|năm)|quý\s|tháng \d"
    r"|hoàn thành"
    r"|số tiền|mỗi (?:lớp|cuộc|hội nghị|buổi)|từ (?:ngày|tháng|quý|\d)|vào (?:ngày|tháng|quý|dịp)|trước ngày|cả năm"
    r"|tại ))"
)

ALLOTS = phrase(r"dự toán|phân bổ|kinh phí|ngân sách")
"""A basis that allots money names the year of the programme."""

END_OF_DATE = phrase(r"tháng \d{1,2}\s*$")
"""… tháng 12 | năm 2023: that year is part of a date."""

COLON = phrase(r":\s*")

BRACKET = phrase(r"\s*\((?=[^()]*\)\s*(?:$|[:;.,]))")
"""Lễ mít tinh (01 buổi; khoảng 300 người; …), what describes the activity in brackets behind its name."""

DESCRIBES = phrase(
    r"(?:đoàn|gồm|số lượng|khoảng|thời gian|kinh phí|dự toán|tổ chức \d+|đối tượng|địa điểm|quy mô|thành phần)\b"
    r"|(?:(?:thực hiện |hoàn thành )?(?:trong|từ|vào|trước) )?(?:quý (?:[1-4]|i{1,3}|iv)\b|tháng \d|ngày \d)"
    r"|hoàn thành\b"
)
"""Behind a colon: not the name of the activity goes on, but its description begins."""

CLAUSE_STOP = phrase(r";|\.\s")

CLAUSE_END = phrase(r",\s|;|\.(?:\s|$)| (?:tại|treo|lắp) ")
"""Where a clause of running text ends."""

SHARED_LABEL = phrase(
    r"(?:[\n;.,(–+•-]|\A|\s)\s*(?P<label>thời gian|địa điểm|số lượng|quy cách|quy mô|đối tượng|thành phần)\s*,\s*$"
)
"""Thời gian, địa điểm: · Số lượng, quy cách:"""

SIZE = phrase(r"khổ |\d+(?:,\d+)?\s*(?:m|cm|mm)?\s*[x×]\s*\d|\d+ trang")
"""What only a specification says."""

PART_OF_SHARED = phrase(r"\s*;\s*|,\s+(?=khổ |\d+(?:,\d+)?\s*(?:m|cm|mm)?\s*[x×]\s*\d)")
"""Between the values of a label for several things: 57 băng rôn; 0,7m x 4m."""
