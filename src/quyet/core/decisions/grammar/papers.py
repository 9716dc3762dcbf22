"""The parts of a paper: letterhead, kind, who decides, foot, attached texts."""

from __future__ import annotations

from quyet.core.decisions.grammar.words import any_of, phrase

KINDS = {
    "quyết định": "QĐ", "kế hoạch": "KH", "nghị quyết": "NQ", "chỉ thị": "CT", "quy chế": "QC", "quy định": "QyĐ",
    "thông báo": "TB", "hướng dẫn": "HD", "chương trình": "CTr", "chương trình hành động": "CTr", "phương án": "PA",
    "đề án": "ĐA", "dự án": "DA", "báo cáo": "BC", "tờ trình": "TTr", "công điện": "CĐ", "thông cáo": "TC",
    "thông tư": "TT", "nghị định": "NĐ",
}  # fmt: skip
"""Tên loại → abbreviation of NĐ 30/2020, Phụ lục III (and of the normative kinds that plans cite)."""

SYMBOL_KINDS = {abbreviation.casefold(): abbreviation for abbreviation in KINDS.values()}
"""The abbreviation in a number, `224/QĐ-SCT`, tells the kind where no line does."""

_KIND_NAMES = any_of(KINDS)

KIND_LINE = phrase(rf"(?P<kind>{_KIND_NAMES})(?: của [^\n]{{3,80}})?\s*(?P<colon>:?)\s*$")
"""QUYẾT ĐỊNH · KẾ HOẠCH · TỜ TRÌNH, alone on a line; with a colon it is the enacting line."""

KIND_AND_TITLE = phrase(rf"(?P<kind>{_KIND_NAMES}) (?=(?:về việc|v/v|phê duyệt|ban hành|về)\s)")
"""QUYẾT ĐỊNH Về việc phê duyệt …, kind and trích yếu on one line."""

TITLE_LIKE_BASIS = phrase(
    r"(?:thực hiện|triển khai|thi hành)(?! (?:quyết định|nghị quyết|kế hoạch|công văn|chỉ thị) số)\b"
)
"""Thực hiện Chương trình … năm 2024, the title of a plan; "Thực hiện Quyết định số …" is a basis."""

ENACTING = phrase(r"(?:nay )?quyết (?:định|nghị)\s*:?\s*$")
"""QUYẾT ĐỊNH: · QUYẾT NGHỊ:"""

NATIONAL_NAME = phrase(r"cộng hòa xã hội chủ nghĩa việt nam|đảng cộng sản việt nam")
"""Quốc hiệu; on papers of the Party its name stands there."""

MOTTO = phrase(r"độc lập\s*[-–—]\s*tự do\s*[-–—]\s*hạnh phúc\s*\.?")
"""Tiêu ngữ."""

NUMBER_AS_PRINTED = phrase(
    r"(?<!\w)[Ss][Ốố]\s*:?\s*(?P<number>\d{1,6}[a-zA-Z]?\s*(?:[/-]\s*\d{4}\s*)?[/-]\s*[^\W\d_][\w&]*(?:\s?[-/_]\s?[\w&]+)*(?:\.[A-ZĐ]{2,8}\b)?)"
)
"""Số: 224/QĐ-SCT · Số:09/2010/QĐ-UBND · Số 14-KH/TU."""

NUMBER_BLANK = phrase(r"(?<!\w)số\s*:?[\s._…]{0,40}[/-]\s*(?P<symbol>[^\W\d_][\w&]*(?:-[\w&]+)*)")
"""Số:       /QĐ-SCT, a draft whose number is not there yet."""

PLACE_AND_DATE = phrase(
    r"(?P<place>[^\n,|:;]{2,40}),\s*ngày(?:(?P<date> \d{1,2}\s*(?:tháng \d{1,2} năm \d{4}"
    r"|[/.]\s*\d{1,2}\s*[/.]\s*\d{4}))"
    r"|[\s.…_\d]{0,30}tháng[\s.…_\d]{0,30}năm[\s.…_\d]{0,12})"
)
"""Lạng Sơn, ngày 05 tháng 01 năm 2024, or the same with dots where a draft leaves room."""

_AGENCY_HEADS = (
    "ubnd", "ủy ban", "hđnd", "hội đồng", "bộ", "sở", "cục", "chi cục", "tổng cục", "văn phòng", "phòng", "ban",
    "trung tâm", "công an", "thanh tra", "viện", "thư viện", "bảo tàng", "nhà hát",
    "vườn quốc gia", "trường", "đại học", "học viện", "tổng công ty", "công ty",
    "tập đoàn",
    "thủ tướng", "chính phủ", "kho bạc", "ngân hàng", "liên minh", "hội", "tỉnh ủy", "huyện ủy", "thành ủy",
    "đảng ủy",
    "đảng bộ", "tỉnh đoàn", "bảo hiểm", "chủ tịch", "quốc hội", "tòa án", "viện kiểm sát", "kiểm toán", "mặt trận",
    "bệnh viện", "khoa", "liên đoàn", "tổng liên đoàn", "công đoàn", "đoàn", "hiệp hội", "đài", "báo", "quỹ",
    "ban quản lý", "trung ương hội", "trung ương đoàn", "tổng hội", "bộ chỉ huy", "bộ tư lệnh", "hạt", "trạm",
)  # fmt: skip

AGENCY = phrase("(?:" + any_of(_AGENCY_HEADS) + r")\b(?!\s*chống)")
"""How the name of a body begins: UBND, Sở, Bộ, Cục … (so that `TỈNH LẠNG SƠN` goes on with the line above it)."""

_HOLDER = (
    "(?:phó )?(?:(?:tổng )?giám đốc|chủ tịch|thủ tướng(?: chính phủ)?"
    "|(?:(?:tổng |chi )?cục )?trưởng(?: ban| phòng| khoa)?"
    "|chánh văn phòng|chánh thanh tra|bí thư|tổng biên tập|viện trưởng|hiệu trưởng|chủ nhiệm)"
    "|bộ trưởng|thứ trưởng|vụ trưởng|đội trưởng|chánh án|thống đốc|tổng thanh tra|tổng kiểm toán|giám thị|tư lệnh"
)
"""The offices that sign."""

OFFICE = phrase(rf"(?:{_HOLDER})\b")
"""GIÁM ĐỐC · PHÓ CHỦ TỊCH · BỘ TRƯỞNG, at the beginning of a line of a signature or of the line of competence."""

DECIDING_BODY = phrase(r"(?:ủy ban nhân dân|hội đồng|ban|bộ|chính phủ|ubnd|hđnd|đoàn|khoa)\b")
"""ỦY BAN NHÂN DÂN TỈNH …, a body that decides itself, in the line above the căn cứ."""

AUTHORITY = phrase(
    r"(?:tm|kt|tl|tuq|q)\s*\.\s*(?=\S)|(?:t/m|k/t|t/l|t/uq)[.\s]\s*(?=\S)"
    r"|quyền (?=giám|chủ|bộ|cục|trưởng)"
)
"""TM. · KT. · TL. · TUQ. · Q., under which authority a signatory signs."""

RECIPIENTS = phrase(r"[-–]?\s*nơi (?:nhận|gửi)\s*[:;.]?\s*")
"""Nơi nhận:"""

SIGNED_BY = phrase(r"\W*đã ký\s*:\s*(?=\S)")
"""Đã ký: Nguyễn Văn An."""

SIGNED_MARK = phrase(r"\W*(?:đã ký|ký tên|đã ký và đóng dấu|ký bởi|ký, đóng dấu|chữ ký)\b.*")
"""(Đã ký), and the stamp of a digital signature."""

STAMP = phrase(
    r"(?:ký bởi|email\s*:|cơ quan\s*:|ngày ký\s*:|thời gian ký|người ký\s*:|\d{2}[-/.:]\d{2}[-/.:]\d{2,4}|\+0\d:00)"
)
"""Lines of a digital signature's stamp."""

ATTACHED_TO = phrase(
    r"\(?\s*(?:ban hành )?(?:kèm|đính kèm) theo (?:quyết định|kế hoạch|công văn|tờ trình|nghị quyết)\b"
)
"""(Kèm theo Quyết định số …) under the title of an annex."""

ANNEX_HEAD = phrase(
    r"(?P<annex>phụ lục|phụ biểu|biểu(?: mẫu)?)\s*(?:số\s*)?(?P<label>\d{1,2}|[ivx]{1,5})?\s*[:.]?\s*(?=$|[-–(]|\S)"
)
"""PHỤ LỤC · PHỤ LỤC II · BIỂU SỐ 01"""

ANNEX_TITLE = phrase(
    r"(?:biểu )?(?:tổng hợp )?(?:dự toán|bảng|danh mục|kế hoạch|quy chế|quy định|chương trình|đề án|phương án"
    r"|nội dung|nhiệm vụ|khung|lịch)\b"
)
"""DỰ TOÁN KINH PHÍ … · KẾ HOẠCH … · QUY CHẾ …: the title of an attached text."""

FURNITURE = phrase(r"cộng hòa xã hội|độc lập\s*[-–]\s*tự do|nơi nhận\s*:?|(?:^|\n)\s*(?:tm|kt|tl|tuq)\s*\.\s*\S")
"""What tells the table of a letterhead or of a signature from a table of data."""

HEAD_FURNITURE = phrase(r"\bsố\s*:|,\s*ngày\s[^\n]*tháng")

PAGE_NUMBER = phrase(r"\s*(?:trang |[-–—]\s*)?(?P<page>\d{1,3})(?:\s*[-–—])?\s*")
"""2 · - 2 - · Trang 2, alone on a line."""

GAP = phrase(r"\x20{3,}|\t+|\x20{0,9}\|\x20{0,9}")
"""Between the columns of a foot."""

HEAD_GAP = phrase(r"\x20{3,}(?!\x20|/|[-–]\s?[A-ZĐ]|tháng|năm|\d{1,2} tháng)|\t+")
"""Between the columns of a head; the room that a draft leaves for its number and day is none."""

KEPT = phrase(r"\s*[-–+]?\s*lưu\b")
"""- Lưu: VT, the last entry of nơi nhận."""

PIPE_GAP = phrase(r"\s*\|\s*")

FOOT = phrase(r"\s*nơi nhận\s*:?")

FOOT_ENDS = phrase(
    r"\s*(?:phụ lục|điều \d|căn cứ|biểu\b|\(?(?:ban hành )?kèm theo"
    r"|(?:quy chế|quy định|kế hoạch|chương trình|đề án|phương án|danh mục|dự toán|điều lệ|nội quy|hướng dẫn)\s*$)"
)
"""What stands below a foot: an annex, or the name of an attached text alone on its line."""

HEAD_MARK = phrase(r"cộng hòa xã hội|độc lập\s*[-–]\s*tự do|,\s*ngày\s.*tháng|^\s*số\s*:")

HEAD_OVER = phrase(r"\s*(?:(?:quyết định|kế hoạch|tờ trình|nghị quyết|báo cáo|chương trình)\s*$|căn c[ứư]|điều \d)")

ENTRY = phrase(r"(?P<mark>[-–—−+•*])\s*[-–]?\s*")

NEXT_UNDASHED = phrase(r";\s*(?=\S)")
"""Entries on one line without dashes: Như Điều 3; Lưu: VT."""

NEXT_ENTRY = phrase(r";\s*(?P<mark>[-–—+])\s*(?=\S)")

LAST_ENTRY = phrase(r"lưu\b")

SESSION = phrase(r"khóa [ivx\d]+\b.*")
"""KHÓA XIX, KỲ HỌP THỨ 3, below the name of a council."""

NO_NAME = phrase(r"\d|\b(?:về|năm|trong|giai đoạn|thực hiện|phê duyệt|ban hành|trên địa bàn)\b")
"""Words of a title, which the name of a body does not hold."""

STOP = phrase(r"\. (?=\S)")

UNFINISHED = phrase(r"(?:^(?:ủy|hội|tổng|thủ(?: tướng)?)|[-–,]|\bvà|\bcủa|\bmôi)\s*$")
"""A name that cannot end here: «ỦY», «THỦ TƯỚNG», «SỞ LAO ĐỘNG -», «… VÀ», «… VÀ MÔI»."""
