"""Căn cứ: how instruments and proposals are cited."""

from __future__ import annotations

from quyet.core.decisions.grammar.words import any_of, phrase

BASIS_LINE = phrase(
    r"[-–+•]?\s*(?:căn c[ứư]|thực hiện|thi hành|triển khai|tiếp tục thực hiện|trên cơ sở|theo|xét|nhằm|để"
    r"|sau khi)\b"
)
"""Căn cứ … · Thực hiện … · Theo … · Xét …: how a line of the block of bases begins."""

PROPOSAL = phrase(r"[-–+•]?\s*(?:theo|xét|trên cơ sở) (?:đề nghị|đề xuất)\s*(?:của |:\s*)?")
"""Theo đề nghị [của] … · Xét đề nghị … · Trên cơ sở đề nghị …"""

PROPOSAL_ENDS = phrase(
    r" (?:tại|theo|về việc|v/v|trong)\s|(?:[,;]|\s)\s*(?:và )?(?:sau khi (?:có )?)?(?:có )?ý kiến|\s*\("
    r"|[,;]\s*(?:tại|trên cơ sở|công văn"
    r"|tờ trình|văn bản|báo cáo)\s"
)
"""What follows the proposer: the paper in which the proposal came, or who only gave an opinion."""

FURTHER_PROPOSER = phrase(
    r"(?<=\d{4})\s*[,;]?\s*và (?:của )?"
    r"(?=(?:trưởng|phó|giám đốc|chánh|chủ tịch|phòng|sở|ban|trung tâm|chi cục|cục|vụ|văn phòng|ubnd)\b)"
)
"""… tại Tờ trình số 77/TTr-KSBT ngày 05/4/2022 và Trưởng phòng …: who else proposed, behind the paper of the first."""

INSTRUMENT_KINDS = (
    "hiến pháp", "bộ luật", "luật", "pháp lệnh", "nghị quyết liên tịch", "nghị quyết", "nghị định", "lệnh",
    "quyết định", "chỉ thị", "thông tư liên tịch", "thông tư", "kế hoạch hành động", "kế hoạch",
    "chương trình hành động", "chương trình",
    "kết luận", "hướng dẫn", "công văn", "công điện", "thông báo", "văn bản", "tờ trình", "đề án", "quy định",
    "quy chế", "báo cáo", "chiến lược", "phương án", "hợp đồng", "thông tri", "biên bản",
)  # fmt: skip

_INSTRUMENT = any_of(INSTRUMENT_KINDS)

CITED_NUMBER = (
    r"\d{1,6}[a-zđ]?\s?(?:[/-]\s?\d{4}\s?)?[/-]\s?[^\W\d_][\w&]*(?:\s?[-/_–]\s?[\w&]+){0,20}"
    r"(?:\.[^\W\d_]{2,8}\b)?"
)
"""18/2022/qđ-ubnd · 14-kh/tu · 01/nq-cp, in folded text."""

INSTRUMENT = phrase(
    rf"(?<!pháp\s)(?:các )?(?P<kind>{_INSTRUMENT})\b(?:(?P<plain> số\s*:?\s*| )(?P<number>{CITED_NUMBER}))?"
)
"""Quyết định số 18/2022/QĐ-UBND · Luật … · các Nghị định …"""

NEXT_NUMBER = phrase(rf"(?:(?:{_INSTRUMENT}) )?số\s*:?\s*(?P<number>{CITED_NUMBER})\s*,?\s*(?=ngày)")
"""số 4500/QĐ-UBND ngày …, a further instrument of a kind named once for several."""

TITLE_LEAD = phrase(
    r"(?:về|v/v|quy định|phê duyệt|ban hành|hướng dẫn|giao|thực hiện|sửa đổi|bổ sung|triển khai|công bố"
    r"|phân bổ|phát động|quy hoạch|điều chỉnh|chi tiết|kèm theo|tổ chức|thành lập|kiện toàn|đẩy mạnh"
    r"|tăng cường|sắp xếp|đảm bảo|bảo đảm|cho phép|đồng ý|lãnh đạo|khen thưởng|xác định)\b"
)
"""The verb that opens the trích yếu of a cited instrument."""

CITING = phrase(
    r"[-–+•]?\s*(?:căn c[ứư](?: vào)?|(?:triển khai |tiếp tục )?thực hiện|triển khai|thi hành|trên cơ sở"
    r"|theo)\s*:? "
)
"""The lead words behind which instruments are cited."""

MAIN_CLAUSE = phrase(
    r"[,;.]\s*(?:để\s|nhằm\s|trên cơ sở đề|theo đề nghị|xét đề nghị)"
    r"|(?:[,;.]|\s)\s*(?:ủy ban nhân dân|ubnd|hđnd|sở|bộ|cục|chi cục|ban)\s[^,;.]{0,60}?\s?(?:ban hành|xây dựng"
    r"|triển khai|phát động) (?:kế hoạch|chương trình|phương án|đợt|phong trào)"
)
"""Where the reasons of a plan end and the plan is announced: "…, UBND tỉnh ban hành Kế hoạch …"."""

NEXT_LAW = phrase(r"(?:(?<=\d{4})\s*,|;)(?:\s*và\b)?\s*|(?<=\d{4}) và\s*")
"""Between the laws of a list: a semicolon, or a comma behind a year."""

AMENDED_BY = phrase(r"(?:được|đã) [^;]{0,60}(?:bởi|theo|tại)$")
"""… được sửa đổi, bổ sung bởi Nghị định số …"""

LIST_OF_LAWS = phrase(r"các (?P<kind>bộ luật|luật|pháp lệnh)\s*:\s*")

LAWS = ("luật", "bộ luật", "pháp lệnh", "hiến pháp")

LAW_NUMBER = phrase(rf"số\s*:?\s*(?P<number>{CITED_NUMBER})")

YEAR = phrase(r" năm \d{4}")

DAY_WORD = phrase(r"[\s,]{0,60}ngày\s*$")
"""Luật Ngân sách nhà nước | ngày | 25/6/2015"""

JOINT = phrase(r"(?:[,;.\s(]|\bvà)+$")
"""The comma or "và" that leads to the next instrument."""

ISSUED_BY = phrase(r"[\s,]*của ")
"""… của Ủy ban nhân dân tỉnh …"""

TITLE_FOLLOWS = phrase(rf"[\s,]{{1,60}}{TITLE_LEAD.pattern}")
"""Where the issuer ends and the title begins."""

LOOSE_WORD_AS_PRINTED = phrase(r"\s[-–]\s?[a-zđ]\w*$|\s?[-–]\s[a-zđ]\w*$")
"""A word that a loose hyphen drew into a number: `12/KH-UBND - về`."""
