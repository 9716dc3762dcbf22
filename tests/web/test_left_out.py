"""Which lines of a text are not in the paper made of it."""

from __future__ import annotations

import pytest

from quyet.queries.left_out import left_out

PAPER = """\
Điều 1. Phê duyệt chương trình khuyến nông năm 2023 của tỉnh Mường Hoa, gồm hai nội dung.
| 1 | Thuê hội trường tập huấn | ngày | 4 | 3.000.000 |
Nơi nhận:
KT. GIÁM ĐỐC
"""


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Điều 1. Phê duyệt chương trình khuyến nông\nnăm 2023 của tỉnh Mường Hoa,\ngồm hai nội dung.", []),
        ("Kính thưa các đồng chí đại biểu\nĐiều 1. Phê duyệt chương trình khuyến nông", [range(1, 2)]),
        ("Phê duyệt chương trình khuyến nông\nMột câu không ai đọc\n\n12\nMột câu nữa không đọc", [range(2, 6)]),
        ("Nơi nhận:                    KT. GIÁM ĐỐC", []),
        ("1 | Thuê hội trường tập huấn | ngày | 4 | 3.000.000", []),
        ("- 2 -\nTrang 3", []),
        ("", []),
    ],
    ids=["broken elsewhere", "a line", "lines around short ones", "columns", "a row", "page numbers", "nothing"],
)
def test_lines_that_are_not_in_the_paper(text: str, missing: list[range]):
    assert left_out(text, PAPER) == missing
