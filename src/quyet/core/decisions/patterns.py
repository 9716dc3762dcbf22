"""The words by which the parts of a decision are told. Every pattern reads folded text (`values.folding.fold`) unless
its name ends in `_AS_PRINTED`, and is written beside the words that it is for.

No pattern may backtrack badly: alternatives start differently, nothing repeats what may itself be empty, and runs are
bounded. A property test feeds near-misses of growing length.
"""

from __future__ import annotations

import re

# --- kinds of paper ----------------------------------------------------------------------------------------------------

KINDS = {
    "quyết định": "QĐ", "kế hoạch": "KH", "nghị quyết": "NQ", "chỉ thị": "CT", "quy chế": "QC", "quy định": "QyĐ",
    "thông báo": "TB", "hướng dẫn": "HD", "chương trình": "CTr", "chương trình hành động": "CTr", "phương án": "PA",
    "đề án": "ĐA", "dự án": "DA", "báo cáo": "BC", "tờ trình": "TTr", "công điện": "CĐ", "thông cáo": "TC",
    "thông tư": "TT", "nghị định": "NĐ",
}  # fmt: skip
"""Tên loại → abbreviation of NĐ 30/2020, Phụ lục III (and of the normative kinds that plans cite)."""

SYMBOL_KINDS = {abbreviation.casefold(): abbreviation for abbreviation in KINDS.values()}
"""The abbreviation in a number, `224/QĐ-SCT`, tells the kind where no line does."""

_KIND_NAMES = "|".join(name.replace(" ", r"\s+") for name in sorted(KINDS, key=len, reverse=True))

KIND_LINE = re.compile(rf"(?P<kind>{_KIND_NAMES})\s*(?P<colon>:?)\s*$")
"""QUYẾT ĐỊNH · KẾ HOẠCH · TỜ TRÌNH, alone on a line; with a colon it is the enacting line."""

KIND_AND_TITLE = re.compile(rf"(?P<kind>{_KIND_NAMES})\s+(?=(?:về\s+việc|v/v|phê\s+duyệt|ban\s+hành|về)\s)")
"""QUYẾT ĐỊNH Về việc phê duyệt …, kind and trích yếu on one line."""

ENACTING = re.compile(r"(?:nay\s+)?quyết\s+(?:định|nghị)\s*:?\s*$")
"""QUYẾT ĐỊNH: · QUYẾT NGHỊ:"""

# --- letterhead --------------------------------------------------------------------------------------------------------

NATIONAL_NAME = re.compile(r"cộng\s+hòa\s+xã\s+hội\s+chủ\s+nghĩa\s+việt\s+nam")
"""Quốc hiệu."""

MOTTO = re.compile(r"độc\s+lập\s*[-–—]\s*tự\s+do\s*[-–—]\s*hạnh\s+phúc\s*\.?")
"""Tiêu ngữ."""

NUMBER_AS_PRINTED = re.compile(
    r"(?<!\w)[Ss][Ốố]\s*:?\s*(?P<number>\d{1,6}[a-zA-Z]?\s*(?:[/-]\s*\d{4}\s*)?[/-]\s*[^\W\d_][\w&]*(?:\s?[-/_]\s?[\w&]+)*)"
)
"""Số: 224/QĐ-SCT · Số:09/2010/QĐ-UBND · Số 14-KH/TU."""

NUMBER_BLANK = re.compile(r"(?<!\w)số\s*:?[\s._…]{0,40}[/-]\s*(?P<symbol>[^\W\d_][\w&]*(?:-[\w&]+)*)")
"""Số:       /QĐ-SCT, a draft whose number is not there yet."""

PLACE_AND_DATE = re.compile(
    r"(?P<place>[^\n,|:;]{2,40}),\s*ngày(?:(?P<date>\s+\d{1,2}\s*(?:tháng\s+\d{1,2}\s+năm\s+\d{4}|[/.]\s*\d{1,2}\s*[/.]\s*\d{4}))"
    r"|[\s.…_\d]{0,30}tháng[\s.…_\d]{0,30}năm[\s.…_\d]{0,12})"
)
"""Lạng Sơn, ngày 05 tháng 01 năm 2024, or the same with dots where a draft leaves room."""

_AGENCY_HEADS = (
    "ubnd", "ủy ban", "hđnd", "hội đồng", "bộ", "sở", "cục", "chi cục", "tổng cục", "văn phòng", "phòng", "ban",
    "trung tâm", "công an", "thanh tra", "viện", "trường", "đại học", "học viện", "tổng công ty", "công ty", "tập đoàn",
    "thủ tướng", "chính phủ", "kho bạc", "ngân hàng", "liên minh", "hội", "tỉnh ủy", "huyện ủy", "thành ủy", "đảng ủy",
    "đảng bộ", "tỉnh đoàn", "bảo hiểm", "chủ tịch", "quốc hội", "tòa án", "viện kiểm sát", "kiểm toán", "mặt trận",
    "bệnh viện", "đài", "báo", "quỹ", "ban quản lý", "bộ chỉ huy", "bộ tư lệnh", "hạt", "trạm",
)  # fmt: skip

AGENCY = re.compile("(?:" + "|".join(h.replace(" ", r"\s+") for h in _AGENCY_HEADS) + r")\b(?!\s*chống)")
"""How the name of a body begins: UBND, Sở, Bộ, Cục … (so that `TỈNH LẠNG SƠN` goes on with the line above it)."""

# --- who decides -------------------------------------------------------------------------------------------------------

OFFICE_HOLDERS = (
    "phó tổng giám đốc", "tổng giám đốc", "phó giám đốc", "giám đốc", "phó chủ tịch", "chủ tịch", "bộ trưởng",
    "thứ trưởng", "phó thủ tướng", "thủ tướng chính phủ", "thủ tướng", "phó tổng cục trưởng", "tổng cục trưởng",
    "phó chi cục trưởng", "chi cục trưởng", "phó cục trưởng", "cục trưởng", "vụ trưởng", "viện trưởng", "hiệu trưởng",
    "phó trưởng ban", "trưởng ban", "phó trưởng phòng", "trưởng phòng", "chánh văn phòng", "phó chánh văn phòng",
    "chánh thanh tra", "chánh án", "thống đốc", "tổng thanh tra", "tổng kiểm toán", "bí thư", "phó bí thư", "chủ nhiệm",
    "giám thị", "tư lệnh", "phó trưởng", "trưởng đoàn", "bộ trưởng, chủ nhiệm", "q", "quyền",
)  # fmt: skip
"""The offices that sign."""

_HOLDERS = "|".join(h.replace(" ", r"\s+") for h in sorted(OFFICE_HOLDERS[:-2], key=len, reverse=True))

OFFICE = re.compile(rf"(?:{_HOLDERS})\b")
"""GIÁM ĐỐC · PHÓ CHỦ TỊCH · BỘ TRƯỞNG, at the beginning of a line of a signature or of the line of competence."""

COMPETENCE = re.compile(rf"(?:{_HOLDERS}|ủy\s+ban\s+nhân\s+dân|hội\s+đồng|ban|bộ|chính\s+phủ|ubnd|hđnd)\b")
"""GIÁM ĐỐC SỞ CÔNG THƯƠNG TỈNH … · ỦY BAN NHÂN DÂN TỈNH …: the line above the căn cứ."""

HOLDER_OF_BODY = re.compile(rf"(?:{_HOLDERS})\s+(?=\S)")
"""What is cut from the line of competence to leave the body's name."""

AUTHORITY = re.compile(r"(?:tm|kt|tl|tuq|q)\s*\.\s*(?=\S)|quyền\s+(?=giám|chủ|bộ|cục|trưởng)")
"""TM. · KT. · TL. · TUQ. · Q., under which authority a signatory signs."""

# --- căn cứ ------------------------------------------------------------------------------------------------------------

BASIS_LINE = re.compile(
    r"[-–+•]?\s*(?:căn\s+c[ứư]|thực\s+hiện|thi\s+hành|triển\s+khai|tiếp\s+tục\s+thực\s+hiện|trên\s+cơ\s+sở|theo|xét|nhằm|để|sau\s+khi)\b"
)
"""Căn cứ … · Thực hiện … · Theo … · Xét …: how a line of the block of bases begins."""

PROPOSAL = re.compile(r"[-–+•]?\s*(?:theo|xét|trên\s+cơ\s+sở)\s+(?:đề\s+nghị|đề\s+xuất)\s*(?:của\s+|:\s*)?")
"""Theo đề nghị [của] … · Xét đề nghị … · Trên cơ sở đề nghị …"""

PROPOSAL_ENDS = re.compile(
    r"\s+(?:tại|theo|về\s+việc|v/v|trong)\s|[,;]\s*(?:sau\s+khi\s+có\s+)?ý\s+kiến|\s*\(|[,;]\s*(?:tại|trên\s+cơ\s+sở|công\s+văn|tờ\s+trình|văn\s+bản|báo\s+cáo)\s"
)
"""What follows the proposer: the paper in which the proposal came, or who only gave an opinion."""

INSTRUMENT_KINDS = (
    "hiến pháp", "bộ luật", "luật", "pháp lệnh", "nghị quyết liên tịch", "nghị quyết", "nghị định", "lệnh",
    "quyết định", "chỉ thị", "thông tư liên tịch", "thông tư", "kế hoạch hành động", "kế hoạch", "chương trình hành động", "chương trình",
    "kết luận", "hướng dẫn", "công văn", "công điện", "thông báo", "văn bản", "tờ trình", "đề án", "quy định",
    "quy chế", "báo cáo", "chiến lược", "phương án", "hợp đồng", "thông tri", "biên bản",
)  # fmt: skip

_INSTRUMENT = "|".join(k.replace(" ", r"\s+") for k in sorted(INSTRUMENT_KINDS, key=len, reverse=True))

CITED_NUMBER = r"\d{1,6}[a-zđ]?\s?(?:[/-]\s?\d{4}\s?)?[/-]\s?[^\W\d_][\w&]*(?:\s?[-/_–]\s?[\w&]+)*"
"""18/2022/qđ-ubnd · 14-kh/tu · 01/nq-cp, in folded text."""

INSTRUMENT = re.compile(
    rf"(?:các\s+)?(?P<kind>{_INSTRUMENT})\b(?:(?P<plain>\s+số\s*:?\s*|\s+)(?P<number>{CITED_NUMBER}))?"
)
"""Quyết định số 18/2022/QĐ-UBND · Luật … · các Nghị định …"""

NEXT_NUMBER = re.compile(rf"(?:(?:{_INSTRUMENT})\s+)?số\s*:?\s*(?P<number>{CITED_NUMBER})\s*,?\s*(?=ngày)")
"""số 4500/QĐ-UBND ngày …, a further instrument of a kind named once for several."""

TITLE_LEAD = re.compile(
    r"(?:về|v/v|quy\s+định|phê\s+duyệt|ban\s+hành|hướng\s+dẫn|giao|thực\s+hiện|sửa\s+đổi|bổ\s+sung|triển\s+khai|công\s+bố"
    r"|phân\s+bổ|phát\s+động|quy\s+hoạch|điều\s+chỉnh|chi\s+tiết|kèm\s+theo|tổ\s+chức|thành\s+lập|kiện\s+toàn|đẩy\s+mạnh"
    r"|tăng\s+cường|sắp\s+xếp|đảm\s+bảo|bảo\s+đảm|cho\s+phép|đồng\s+ý|lãnh\s+đạo|khen\s+thưởng|xác\s+định)\b"
)
"""The verb that opens the trích yếu of a cited instrument."""

# --- articles and items ------------------------------------------------------------------------------------------------

ARTICLE = re.compile(r"(?P<word>điều)\s+(?P<number>\d{1,3}[a-zđ]?)\s*(?P<stop>[.:/]|[-–](?=\s)|(?=\s))\s*")
"""Điều 1. · Điều 2: """

MARKER = re.compile(
    r"(?:"
    r"(?P<roman>[ivx]{1,6})\s?[./)]\s*(?=\S)"
    r"|(?P<decimal>\d{1,2}(?:\.\d{1,2}){1,3})(?:\s?[.)]|(?=\s))\s*(?=\S)"
    r"|(?P<arabic>\d{1,2})\s?(?:[.)](?:\s+|(?=[^\W\d_]))|[-–:/]\s+)(?=\S)"
    r"|(?P<letter>[a-zđ])\s?(?:[.)]\s*|/\s+)(?=\S)"
    r"|(?P<plus>\+)\s*(?=\S)"
    r"|(?P<dash>[-–—−•·○●▪])\s*(?=[^\s\d]|\d)"
    r")"
)
"""I. · 1. · 1.1. · 1/ · a) · a. · - · +, at the beginning of a line."""

# --- foot --------------------------------------------------------------------------------------------------------------

RECIPIENTS = re.compile(r"[-–]?\s*nơi\s+(?:nhận|gửi)\s*[:;.]?\s*")
"""Nơi nhận:"""

SIGNED_MARK = re.compile(r"\W*(?:đã\s+ký|ký\s+tên|đã\s+ký\s+và\s+đóng\s+dấu|ký\s+bởi|ký,\s+đóng\s+dấu|chữ\s+ký)\b.*")
"""(Đã ký), and the stamp of a digital signature."""

STAMP = re.compile(
    r"(?:ký\s+bởi|email\s*:|cơ\s+quan\s*:|ngày\s+ký\s*:|thời\s+gian\s+ký|người\s+ký\s*:|\d{2}[-/.:]\d{2}[-/.:]\d{2,4}|\+0\d:00)"
)
"""Lines of a digital signature's stamp."""

# --- attached texts ----------------------------------------------------------------------------------------------------

ATTACHED_TO = re.compile(
    r"\(?\s*(?:ban\s+hành\s+)?(?:kèm|đính\s+kèm)\s+theo\s+(?:quyết\s+định|kế\s+hoạch|công\s+văn|tờ\s+trình|nghị\s+quyết)\b"
)
"""(Kèm theo Quyết định số …) under the title of an annex."""

ANNEX_HEAD = re.compile(
    r"(?P<annex>phụ\s+lục|phụ\s+biểu|biểu(?:\s+mẫu)?)\s*(?:số\s*)?(?P<label>\d{1,2}|[ivx]{1,5})?\s*[:.]?\s*(?=$|[-–(]|\S)"
)
"""PHỤ LỤC · PHỤ LỤC II · BIỂU SỐ 01"""

ANNEX_TITLE = re.compile(
    r"(?:biểu\s+)?(?:tổng\s+hợp\s+)?(?:dự\s+toán|bảng|danh\s+mục|kế\s+hoạch|quy\s+chế|quy\s+định|chương\s+trình|đề\s+án|phương\s+án|nội\s+dung|nhiệm\s+vụ|khung|lịch)\b"
)
"""DỰ TOÁN KINH PHÍ … · KẾ HOẠCH … · QUY CHẾ …: the title of an attached text."""
