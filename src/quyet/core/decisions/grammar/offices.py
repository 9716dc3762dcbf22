"""Offices, lists of offices, and who leads, coordinates, carries out."""

from __future__ import annotations

from quyet.core.decisions.grammar.words import any_of, phrase

LEADS = phrase(
    r"(?P<before>[^;.]{0,160}?)(?: (?:là|làm) (?:đơn vị|cơ quan|đầu mối)\s*,?\s*(?:chủ trì)?"
    r"|\s*,?\s*(?:(?:chịu|có) (?:trách nhiệm|nhiệm vụ) )?chủ trì)\b"
)

GIVEN = phrase(r"(?:giao(?: cho)?|phân công|đề nghị|yêu cầu) ")

WITH = phrase(r"phối hợp(?: (?:chặt chẽ|cùng))?(?: với| cùng(?: với)?)?\s*:? (?!thực hiện|triển khai|tổ chức)")

WITH_ENDS = phrase(
    r" (?:tổ chức(?!\s*,?\s*(?:và )?(?:cá nhân|chính trị|đoàn thể|có liên quan|liên quan))"
    r"|triển khai|thực hiện|xây dựng|hướng dẫn|tham mưu|theo dõi|đôn đốc|kiểm tra|bố trí|căn cứ|chịu"
    r"|quản lý(?=,? (?:sử dụng|và))|hoàn thiện|lập|báo cáo|có trách nhiệm|để|theo (?:chức|nội|quy|đúng)|trong việc"
    r"|rà soát|tiến hành"
    r"|đảm bảo|bảo đảm|thanh (?:quyết )?toán)\b|[.;]\s|[.;]$"
)

EXECUTE = phrase(
    r"(?:căn cứ [^,;]{0,40}\s)?(?:chịu trách nhiệm(?: tổ chức)? thi hành|có trách nhiệm thi hành"
    r"|chịu trách nhiệm thực hiện quyết|thi hành quyết định này"
    r"|(?:căn cứ|chiếu theo) quyết định(?: này)?(?: để)? (?:thi hành|thực hiện))"
)

ROLE_SAID = phrase(r"(?P<units>[^;]{3,200}?) (?P<role>chủ trì|phối hợp)(?: thực hiện)?\s*[;.]?\s*$")
"""Đơn vị thực hiện: Thư viện tỉnh | chủ trì; Trung tâm Văn hóa tỉnh | phối hợp."""

HELPING = phrase(
    r"(?P<units>[^.;:]{3,200}?) (?:có|chịu) trách nhiệm phối hợp\b"
    r"|đề nghị (?P<asked>[^.;:,]{3,120}?) (?:cùng )?phối hợp\b"
)
"""UBND các xã có trách nhiệm phối hợp … · Đề nghị Tòa án nhân dân huyện phối hợp …"""

COORDINATING = phrase(r"(?P<units>[^.;]{3,200}?) (?:là (?:đơn vị|cơ quan) )?phối hợp\s*(?:thực hiện)?\s*(?:[.;/]|$)")

SPEAKS_OF_ROLES = phrase(r"chủ trì|phối hợp|đầu mối|thi hành|thực hiện\s*:|là (?:đơn vị|cơ quan)|trách nhiệm")

NO_UNIT = phrase(r"(?:quyết định|điều \d|nội dung|việc|như)\b|(?:các )?(?:đơn vị|cơ quan)$")
"""A reference ("các đơn vị chủ trì nêu tại Điều 1") names nobody."""

_HEADS = (
    "chánh", "phó chánh", "trưởng", "phó trưởng", "giám đốc", "phó giám đốc", "tổng giám đốc", "thủ trưởng",
    "chủ tịch",
    "phó chủ tịch", "chi cục trưởng", "cục trưởng", "vụ trưởng", "tổng cục trưởng", "bộ trưởng", "hiệu trưởng",
    "viện trưởng", "bí thư", "kế toán trưởng", "phòng", "sở", "ban", "bộ", "cục", "chi cục", "tổng cục", "vụ",
    "viện",
    "văn phòng", "khoa", "bộ môn", "trung tâm", "thanh tra", "công an", "hội", "đài", "báo", "ubnd", "ủy ban",
    "ubmttq", "hđnd",
    "hội đồng", "liên minh", "liên đoàn", "tỉnh đoàn", "thành đoàn", "huyện đoàn", "đoàn", "mặt trận", "kho bạc",
    "bảo hiểm", "ngân hàng", "quỹ", "công ty", "tổng công ty", "trường", "đại học", "bệnh viện", "tập đoàn",
    "doanh nghiệp",
    "hợp tác xã", "đội", "hạt", "trạm", "cơ quan", "đơn vị", "tổ chức", "cá nhân", "các", "những", "lãnh đạo",
    "toàn thể",
    "cán bộ", "công chức", "kế toán", "công đoàn", "bộ phận", "tổ", "ông", "bà", "đồng chí", "hiệp hội",
    "câu lạc bộ", "học viện", "bộ chỉ huy", "tòa án", "viện kiểm sát",
)  # fmt: skip

_HEAD = any_of(_HEADS)

SEPARATOR = phrase(rf"\s*(?:;|,|\bvà\b|,\s*và\b|;\s*và\b)\s*(?=(?:{_HEAD})\b)")
"""A comma, semicolon or "và" with the beginning of another name behind it, in folded text."""

HEAD_AND_NAME = phrase(
    r"(?:công chức|cán bộ|kế toán|phòng|ban|sở|chi cục|trung tâm|trạm|hạt|đội"
    r"|văn phòng) (?=\S)"
)
"""công chức Tài chính · phòng Kinh tế"""

COLLECTIVE = phrase(r"(?:và )?(?:(?:thủ trưởng|lãnh đạo|người đứng đầu) )?(?:các|những|toàn thể)\b")
"""các đơn vị có liên quan · thủ trưởng các đơn vị: who is named together, in small letters."""

ADDRESS = phrase(r"các (?:(?:ông|bà|đồng chí)[,\s()]*){1,20}:?\s*")
"""Các Ông (Bà): before the names of offices."""

LIST_OF_POSTS = phrase(
    r"(?:các )?(?P<post>trưởng|giám đốc|phó trưởng|thủ trưởng|chủ tịch|chánh|vụ trưởng|cục trưởng) (?:các )?"
    r"(?P<body>phòng|khoa|sở|ban|trung tâm|đơn vị|chi cục|cục|vụ|cơ quan|bộ|ubnd)(?P<more>[^:,;\n]{0,30})\s*:\s*"
)
"""Trưởng các phòng: A, B, C · Giám đốc các Sở: A, B."""

POSTS_NAMED = phrase(
    r"(?:các )?(?P<post>trưởng|giám đốc|phó trưởng|chủ tịch|vụ trưởng|cục trưởng) các "
    r"(?P<body>phòng|sở|ban|khoa|trung tâm|chi cục|cục|vụ|ubnd) "
)
"""Trưởng các phòng A, B, C, without a colon: a list only where a name follows at once."""

OFFICES = phrase(r"(?:các )(?P<body>phòng|sở|ban|bộ|trung tâm|cục|vụ|ngành)(?P<more>[^:,;\n]{0,20})\s*:\s*")
"""các phòng: A, B · các Sở: A, B."""

# Parts of names that hold a comma or "và"; what a list of bare names must not be cut at.
JOINED_NAMES = phrase(
    r"lao động\s*[-–,]\s*thương binh và xã hội|văn hóa,\s*thể thao và du lịch|văn hóa và thông tin"
    r"|văn hóa,\s*khoa học và thông tin|văn hóa và thể thao|kinh tế và hạ tầng"
    r"|nông nghiệp và (?:phát triển nông thôn|ptnt|môi trường)|giáo dục và đào tạo"
    r"|tài nguyên và môi trường|khoa học và công nghệ|thông tin và truyền thông"
    r"|kế hoạch và đầu tư|dân tộc và tôn giáo|phát thanh và truyền hình|xây dựng chính quyền và [^,;]{3,30}"
    r"|bảo vệ,\s*chăm sóc[^,;]{3,30}|kinh tế,\s*hạ tầng và đô thị|tổ chức và [^,;]{3,20}|công nghiệp và [^,;]{3,20}"
)

BETWEEN_NAMES = phrase(r"\s*(?:,|;|\bvà\b)\s*")
