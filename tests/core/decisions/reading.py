"""Readings of small papers for the cases of this folder."""

from __future__ import annotations

from quyet.core.decisions.model import Reading
from quyet.core.decisions.read import read_source
from quyet.core.decisions.source import Source
from quyet.files.facts import load_kinds

LETTERHEAD = """UBND TỈNH AN BÌNH\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ CÔNG THƯƠNG\tĐộc lập - Tự do - Hạnh phúc
Số: 15/QĐ-SCT\tAn Bình, ngày 05 tháng 01 năm 2024
"""

FOOT = """Nơi nhận:
- Như Điều 3;
- Lưu: VT, QLCN.
KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC
Phạm Thị Lan
"""


def read(text: str) -> Reading:
    """The reading of a text."""
    return read_source(Source(text), load_kinds())


def decision(contents: str, *, bases: str = "Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015;") -> Reading:
    """The reading of a whole decision whose Điều 1 lists `contents`."""
    return read(
        f"{LETTERHEAD}\nQUYẾT ĐỊNH\nPhê duyệt nội dung và dự toán Chương trình khuyến công năm 2024\n\n"
        f"GIÁM ĐỐC SỞ CÔNG THƯƠNG\n\n{bases}\n\nTheo đề nghị của Trưởng phòng Quản lý công nghiệp.\n\nQUYẾT ĐỊNH:\n\n"
        f"Điều 1. Phê duyệt nội dung và dự toán Chương trình khuyến công năm 2024, như sau:\n{contents}\n"
        "Điều 2. Giao Phòng Quản lý công nghiệp chủ trì, phối hợp với Văn phòng Sở tổ chức thực hiện.\n"
        "Điều 3. Chánh Văn phòng Sở, Trưởng phòng Quản lý công nghiệp chịu trách nhiệm thi hành Quyết định này./.\n"
        f"{FOOT}"
    )
