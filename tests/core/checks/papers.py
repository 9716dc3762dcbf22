"""The paper in which the examples of the rules stand: a short decision of an invented department.

An example gives only the lines that matter. Each takes the place of its like in the frame below: a line `Số:` the line
of number and day, lines `Điều …` the articles, and so on; `(không có căn cứ)` takes them away. What begins with none of
these is a whole paper.
"""

from __future__ import annotations

import re

from quyet.core.decisions.model import Reading
from quyet.core.values.finding import Finding
from quyet.files.reading import read_text

FRAME = {
    "letterhead": """
UBND TỈNH HÀ BÌNH                    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ CÔNG THƯƠNG                       Độc lập - Tự do - Hạnh phúc
""",
    "number": """
Số: 58/QĐ-SCT                        Hà Bình, ngày 12 tháng 3 năm 2024
""",
    "title": """
QUYẾT ĐỊNH
Phê duyệt nội dung và dự toán tuyên truyền năm 2024
""",
    "competence": """
GIÁM ĐỐC SỞ CÔNG THƯƠNG TỈNH HÀ BÌNH
""",
    "bases": """
Căn cứ Quyết định số 2068/QĐ-UBND ngày 12/12/2023 của UBND tỉnh Hà Bình về giao dự toán ngân sách năm 2024;
""",
    "proposer": """
Theo đề nghị của Trưởng phòng Quản lý công nghiệp.
""",
    "enacting": """
QUYẾT ĐỊNH:
""",
    "articles": """
Điều 1. Phê duyệt nội dung và dự toán tuyên truyền năm 2024:
1. Treo băng rôn tuyên truyền: 20 cái, thực hiện Quý II/2024.
2. In sổ tay tuyên truyền: 500 cuốn, thực hiện Quý III/2024.
3. Tổng kinh phí thực hiện: 19.000.000 đồng (Mười chín triệu đồng), từ nguồn sự nghiệp kinh tế năm 2024.
Điều 2. Giao Phòng Quản lý công nghiệp chủ trì, phối hợp với Văn phòng Sở tổ chức thực hiện.
Điều 3. Chánh Văn phòng Sở, Trưởng phòng Quản lý công nghiệp chịu trách nhiệm thi hành Quyết định này./.
""",
    "recipients": """
Nơi nhận:
- Như Điều 3;
- Lưu: VT, QLCN.
""",
    "signature": """
GIÁM ĐỐC

Trần Văn Mẫu
""",
    "annex": "",
}

_SLOTS = {
    "number": re.compile(r"Số[: ]"),
    "title": re.compile(r"QUYẾT ĐỊNH$"),
    "bases": re.compile(r"Căn cứ "),
    "proposer": re.compile(r"Theo đề nghị "),
    "articles": re.compile(r"Điều \d"),
    "recipients": re.compile(r"Nơi nhận:"),
    "signature": re.compile(r"(?:KT\. |PHÓ |GIÁM ĐỐC$)"),
    "annex": re.compile(r"PHỤ LỤC"),
}
_TAKEN_AWAY = {"(không có căn cứ)": ("bases", "proposer"), "(không có nơi nhận)": ("recipients",)}


def paper(example: str) -> str:
    """The example in its frame."""
    slots = dict(FRAME)
    given: dict[str, list[str]] = {}
    current = None
    for line in example.strip().split("\n"):
        if line in _TAKEN_AWAY:
            slots |= dict.fromkeys(_TAKEN_AWAY[line], "")
            continue
        begun = next((name for name, begins in _SLOTS.items() if begins.match(line)), None)
        current = begun if begun and not (current == "annex" and begun != "annex") else current
        if current is None:
            return example
        given.setdefault(current, []).append(line)
    slots |= {name: "\n" + "\n".join(lines).strip() + "\n" for name, lines in given.items()}
    return "".join(slots.values()).lstrip()


def read_paper(example: str) -> Reading:
    """The reading of the example in its frame, findings included."""
    return read_text(paper(example))


def found(example: str, code: str) -> list[Finding]:
    """What one rule says of the example."""
    return [finding for finding in read_paper(example).findings if finding.rule == code]


def said(example: str, code: str) -> list[tuple[str, str, str]]:
    """What one rule says of the example: severity, message, the words it points at."""
    reading = read_paper(example)
    return [
        (finding.severity, finding.message, reading.text[slice(*finding.span)] if finding.span else "")
        for finding in reading.findings
        if finding.rule == code
    ]
