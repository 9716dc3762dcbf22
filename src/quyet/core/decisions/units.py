"""Lists of offices: where one name ends and the next begins.

Names of offices hold commas and "và" themselves (Phòng Văn hóa và Thông tin; Sở Văn hóa, Thể thao và Du lịch), so a
separator counts only where the words behind it begin a name of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quyet.core.decisions.layout import Flow

_HEADS = (
    "chánh", "phó chánh", "trưởng", "phó trưởng", "giám đốc", "phó giám đốc", "tổng giám đốc", "thủ trưởng", "chủ tịch",
    "phó chủ tịch", "chi cục trưởng", "cục trưởng", "vụ trưởng", "tổng cục trưởng", "bộ trưởng", "hiệu trưởng",
    "viện trưởng", "bí thư", "kế toán trưởng", "phòng", "sở", "ban", "bộ", "cục", "chi cục", "tổng cục", "vụ", "viện",
    "văn phòng", "trung tâm", "thanh tra", "công an", "hội", "đài", "báo", "ubnd", "ủy ban", "ubmttq", "hđnd",
    "hội đồng", "liên minh", "liên đoàn", "tỉnh đoàn", "thành đoàn", "huyện đoàn", "đoàn", "mặt trận", "kho bạc",
    "bảo hiểm", "ngân hàng", "quỹ", "công ty", "tổng công ty", "trường", "đại học", "bệnh viện", "tập đoàn", "doanh nghiệp",
    "hợp tác xã", "đội", "hạt", "trạm", "cơ quan", "đơn vị", "tổ chức", "cá nhân", "các", "những", "lãnh đạo", "toàn thể",
    "cán bộ", "bộ phận", "tổ", "ông", "bà", "đồng chí", "hiệp hội", "câu lạc bộ", "học viện", "bộ chỉ huy",
)  # fmt: skip

_HEAD = "|".join(head.replace(" ", r"\s+") for head in sorted(_HEADS, key=len, reverse=True))

SEPARATOR = re.compile(rf"\s*(?:;|,|\bvà\b|,\s*và\b|;\s*và\b)\s*(?=(?:{_HEAD})\b)")
"""A comma, semicolon or "và" with the beginning of another name behind it, in folded text."""

_COLLECTIVE = re.compile(r"(?:và\s+)?(?:các|những|toàn\s+thể)\b")

_LIST_OF_POSTS = re.compile(
    r"(?P<post>trưởng|giám\s+đốc|phó\s+trưởng|thủ\s+trưởng|chủ\s+tịch|chánh|vụ\s+trưởng|cục\s+trưởng)\s+(?:các\s+)?"
    r"(?P<body>phòng|sở|ban|trung\s+tâm|đơn\s+vị|chi\s+cục|cục|vụ|cơ\s+quan|bộ|ubnd)(?P<more>[^:,;\n]{0,30})\s*:\s*"
)
"""Trưởng các phòng: A, B, C · Giám đốc các Sở: A, B."""

_OFFICES = re.compile(r"(?:các\s+)(?P<body>phòng|sở|ban|bộ|trung\s+tâm|cục|vụ|ngành)(?P<more>[^:,;\n]{0,20})\s*:\s*")
"""các phòng: A, B · các Sở: A, B."""

# Parts of names that hold a comma or "và"; what a list of bare names must not be cut at.
_JOINED_NAMES = re.compile(
    r"lao\s+động\s*[-–,]\s*thương\s+binh\s+và\s+xã\s+hội|văn\s+hóa,\s*thể\s+thao\s+và\s+du\s+lịch|văn\s+hóa\s+và\s+thông\s+tin"
    r"|văn\s+hóa,\s*khoa\s+học\s+và\s+thông\s+tin|văn\s+hóa\s+và\s+thể\s+thao|kinh\s+tế\s+và\s+hạ\s+tầng"
    r"|nông\s+nghiệp\s+và\s+(?:phát\s+triển\s+nông\s+thôn|ptnt|môi\s+trường)|giáo\s+dục\s+và\s+đào\s+tạo"
    r"|tài\s+nguyên\s+và\s+môi\s+trường|khoa\s+học\s+và\s+công\s+nghệ|thông\s+tin\s+và\s+truyền\s+thông"
    r"|kế\s+hoạch\s+và\s+đầu\s+tư|dân\s+tộc\s+và\s+tôn\s+giáo|phát\s+thanh\s+và\s+truyền\s+hình|xây\s+dựng\s+chính\s+quyền\s+và\s+[^,;]{3,30}"
    r"|bảo\s+vệ,\s*chăm\s+sóc[^,;]{3,30}|kinh\s+tế,\s*hạ\s+tầng\s+và\s+đô\s+thị|tổ\s+chức\s+và\s+[^,;]{3,20}|công\s+nghiệp\s+và\s+[^,;]{3,20}"
)

Range = tuple[int, int]


def split_units(flow: Flow, a: int, b: int) -> Iterator[Range]:
    """The names in `[a, b)` of a list of offices."""
    at = a
    collective = False
    for found in SEPARATOR.finditer(flow.low, a, b):
        head_capital = flow.text[found.end()].isupper()
        if not head_capital and not _COLLECTIVE.match(flow.low, found.end(), b):
            continue  # «các tổ chức, cá nhân liên quan», «các huyện, thị xã»: one name
        if (
            collective
            and not head_capital
            and ";" not in found.group()
            and not _COLLECTIVE.match(flow.low, found.end(), b)
        ):
            continue
        if found.start() > at:
            yield flow.trim(at, found.start(), ",;.")
        at = found.end()
        collective = bool(_COLLECTIVE.match(flow.low, at, b))
    if at < b:
        a, b = flow.trim(at, b, ",;.:")
        if a < b:
            yield a, b


def name_units(flow: Flow, a: int, b: int) -> Iterator[tuple[str, Range]]:
    """Each office of `[a, b)` named in full, with the words that are its own: in "Trưởng các phòng: A, B" the first
    is `Trưởng phòng A`, its words `A`."""
    for c, d in split_units(flow, a, b):
        listed = _LIST_OF_POSTS.match(flow.low, c, d) or _OFFICES.match(flow.low, c, d)
        if not listed:
            yield " ".join(flow.text[c:d].split()), (c, d)
            continue
        head = _list_head(flow, listed)
        for e, f in _bare_names(flow, listed.end(), d):
            yield f"{head} {' '.join(flow.text[e:f].split())}", (e, f)


def _list_head(flow: Flow, listed: re.Match[str]) -> str:
    """`Trưởng các phòng:` → `Trưởng phòng`; `các Sở:` → `Sở`."""
    body = " ".join(flow.text[slice(*listed.span("body"))].split())
    if "post" not in listed.groupdict():
        return body[0].upper() + body[1:]
    post = " ".join(flow.text[slice(*listed.span("post"))].split())
    return f"{post} {body}"


def _bare_names(flow: Flow, a: int, b: int) -> Iterator[Range]:
    """Names without a head word, told by commas, the last perhaps by "và"."""
    kept = [m.span() for m in _JOINED_NAMES.finditer(flow.low, a, b)]
    at = a
    for found in re.compile(r"\s*(?:,|;|\bvà\b)\s*").finditer(flow.low, a, b):
        if any(s < found.end() and found.start() < e for s, e in kept) or found.start() <= at:
            continue
        yield flow.trim(at, found.start())
        at = found.end()
    if at < b:
        yield flow.trim(at, b, ",;.")
