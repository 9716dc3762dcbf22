"""Lists as long as a province may write them: no depth that grows with their length, numbers beyond ninety-nine."""

from __future__ import annotations

from quyet.files.reading import read_text

HEAD = "QUYẾT ĐỊNH\nVề việc phê duyệt nội dung tuyên truyền năm 2024\nĐiều 1. Phê duyệt nội dung tuyên truyền, gồm:\n"


def test_paragraphs_between_dashes_stand_beside_one_another() -> None:
    between = "- Treo băng rôn.\nMột đoạn không đánh số.\n" * 3000
    reading = read_text(f"{HEAD}1. Tuyên truyền:\n{between}")
    [article] = reading.document.articles
    assert article.children[0].text.count("Một đoạn không đánh số.") == 3000


def test_points_are_numbered_beyond_ninety_nine() -> None:
    points = "".join(f"1.{n}. Treo băng rôn số {n}:\n- Số lượng: 40 cái.\n" for n in range(1, 701))
    reading = read_text(f"{HEAD}1. Tuyên truyền:\n{points}")
    assert reading.programme is not None
    assert [each.label for each in reading.programme.activities[98:101]] == ["1.99", "1.100", "1.101"]
    assert len(reading.programme.activities) == 700
