"""B101, B102: budget codes that a paper names."""

from __future__ import annotations

import pytest

from tests.core.checks.papers import read_paper, said

ARTICLES = """Điều 1. Phê duyệt nội dung và dự toán tuyên truyền năm {year}{chapter}:
1. Tập huấn cho 50 đại biểu, thực hiện Quý II/{year}{codes}.
2. In sổ tay tuyên truyền: 500 cuốn, thực hiện Quý III/{year}.
3. Tổng kinh phí thực hiện: 19.000.000 đồng (Mười chín triệu đồng), từ nguồn sự nghiệp kinh tế năm {year}."""
TITLE = "QUYẾT ĐỊNH\nPhê duyệt nội dung và dự toán tuyên truyền năm {}\n"


def example(codes: str = "", year: int = 2024, chapter: str = "") -> str:
    return TITLE.format(year) + ARTICLES.format(year=year, codes=codes, chapter=chapter)


def test_b101_a_code_that_begins_in_2026_is_an_error_in_2024() -> None:
    assert said(example(", tiểu mục 6659"), "B101") == [
        ("error", "Tiểu mục 6659 chỉ có từ năm ngân sách 2026, theo 130/2025/TT-BTC.", "6659")
    ]
    assert said(example(", tiểu mục 6659", 2025), "B101") != []
    assert said(example(", tiểu mục 6659", 2026), "B101") == []


def test_b101_a_code_that_the_list_here_does_not_have_is_a_warning() -> None:
    assert said(example(", tiểu mục 6607", 2026), "B101") == [
        (
            "warning",
            "Chưa rõ tiểu mục 6607 có trong mục lục ngân sách năm 2026 hay không. Kiểm tra 130/2025/TT-BTC.",
            "6607",
        )
    ]


def test_b101_an_item_is_no_sub_item() -> None:
    assert said(example(", tiểu mục 6650"), "B101") == [
        ("warning", "6650 không phải là mã tiểu mục. Tiểu mục có hàng đơn vị từ 1 đến 9.", "6650")
    ]


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        (", tiểu mục 6651, 6652, 6655 và 6699", []),
        (", tiểu mục 6651, 6609 và 6659", ["6609", "6659"]),
        (" (Tiểu mục: 6659)", ["6659"]),
        (" (mục 6650, tiểu mục 6659; 6609)", ["6659", "6609"]),
        (", TIỂU MỤC 6659", ["6659"]),
        (", tiểu mục 66591", []),
        (", tiểu mục 2024", []),
        (", tiểu mục số 3 của danh mục 6659", []),
        (" với 6659 tờ rơi", []),
    ],
)
def test_b101_finds_the_codes_among_the_words(words: str, wrong: list[str]) -> None:
    assert [found for _, _, found in said(example(words), "B101")] == wrong


def test_b101_needs_the_budget_year() -> None:
    several = "QUYẾT ĐỊNH\nPhê duyệt kế hoạch giai đoạn 2024 - 2026\n"
    assert said(several + "Điều 1. Tập huấn cho 50 đại biểu, tiểu mục 6659.", "B101") == []


def test_b102_a_chapter_of_another_body() -> None:
    assert said(example(chapter=" (Chương 412)"), "B102") == [
        ("warning", "Chương của «Sở Công Thương» là 416, văn bản ghi 412 (chưa đối chiếu văn bản gốc).", "412")
    ]
    assert said(example(year=2026, chapter=" (Chương 412)"), "B102") == [
        ("warning", "Chương của «Sở Công Thương» là 416, văn bản ghi 412.", "412")
    ]


@pytest.mark.parametrize(
    "chapter", [" (Chương 416)", " (Chương: 416, loại 280, khoản 309)", " (chương 5)", " (Chương V)"]
)
def test_b102_its_own_chapter_or_none(chapter: str) -> None:
    assert said(example(chapter=chapter), "B102") == []


def test_b102_a_body_whose_chapter_is_not_known_is_told_nothing() -> None:
    from quyet.core.checks import check
    from tests.core.checks.papers import read_paper

    reading = read_paper(example(chapter=" (Chương 412)"))
    for issuer in ("CHI CỤC QUẢN LÝ THỊ TRƯỜNG", "SỞ TÀI CHÍNH TỈNH HÀ BÌNH"):
        reading.document.issuer = issuer
        assert [f.rule for f in check(reading) if f.rule == "B102"] == []


# --- codes in the cells of an annex ----------------------------------------------------------------------------------

ANNEX = """
PHỤ LỤC
DỰ TOÁN TUYÊN TRUYỀN NĂM {year}
Đơn vị tính: đồng
| STT | Nội dung | Chương | Loại - Khoản | {heading} | Số lượng | Đơn giá | Thành tiền |
| 1 | Tập huấn | {chapter} | 340-341 | {code} | 50 | 20.000 | 1.000.000 |
| 2 | In sổ tay | {chapter} | 340-341 | 6699 | 500 | 36.000 | 18.000.000 |
|  | TỔNG CỘNG |  |  |  |  |  | 19.000.000 |
"""


def annex(code: str = "6699", heading: str = "Tiểu mục", chapter: str = "416", year: int = 2024) -> str:
    table = ANNEX.format(code=code, heading=heading, chapter=chapter, year=year)
    return TITLE.format(year) + ARTICLES.format(year=year, codes="", chapter="") + "\n" + table


def test_codes_of_a_line_are_read_from_its_cells() -> None:
    (estimate,) = read_paper(annex()).estimates
    assert [(line.code, line.category, line.chapter, line.quantity, line.amount) for line in estimate.lines] == [
        ("6699", "340-341", "416", 50, 1_000_000),
        ("6699", "340-341", "416", 500, 18_000_000),
    ]


@pytest.mark.parametrize("heading", ["Tiểu mục", "Mã tiểu mục", "Mục - Tiểu mục", "Mục, tiểu mục", "Mã NDKT", "TM"])
def test_b101_a_code_in_a_cell_that_begins_in_2026(heading: str) -> None:
    assert said(annex("6659", heading), "B101") == [
        ("error", "Tiểu mục 6659 chỉ có từ năm ngân sách 2026, theo 130/2025/TT-BTC.", "6659")
    ]
    assert said(annex("6699", heading), "B101") == []


def test_b101_an_item_beside_its_sub_item_is_none() -> None:
    assert said(annex("6650/6699", "Mục/Tiểu mục"), "B101") == []
    assert [code for _, _, code in said(annex("6650/6659", "Mục/Tiểu mục"), "B101")] == ["6659"]


def test_b101_words_in_a_cell_are_told_once() -> None:
    assert [code for _, _, code in said(annex("Tiểu mục 6659"), "B101")] == ["6659"]


def test_b102_a_chapter_of_another_body_in_a_column_is_told_once() -> None:
    assert [code for _, _, code in said(annex(chapter="412"), "B102")] == ["412"]
    assert said(annex(chapter="416"), "B102") == []


def test_m203_columns_of_codes_are_no_factors() -> None:
    wrong = annex().replace("| 36.000 | 18.000.000 |", "| 30.000 | 18.000.000 |")
    assert [severity for severity, _, _ in said(wrong, "M203")] == ["error"]


def test_codes_below_one_heading_of_two_rows() -> None:
    table = """
PHỤ LỤC
DỰ TOÁN NĂM 2024
| STT | Nội dung | Mục lục ngân sách |  | Thành tiền |
|  |  | Chương | Tiểu mục |  |
| 1 | Tập huấn | 416 | 6659 | 19.000.000 |
|  | TỔNG CỘNG |  |  | 19.000.000 |
"""
    made = TITLE.format(2024) + ARTICLES.format(year=2024, codes="", chapter="") + "\n" + table
    (estimate,) = read_paper(made).estimates
    assert [(line.chapter, line.code, line.amount) for line in estimate.lines] == [("416", "6659", 19_000_000)]
