"""L: legal bases and references."""

from __future__ import annotations

import pytest

from tests.core.checks.papers import FRAME, said

ISSUED = "Số: 58/QĐ-SCT          Hà Bình, ngày 12 tháng 5 năm 2024"
ALLOTMENT = "Căn cứ Quyết định số 224/QĐ-SCT ngày 25/12/2023 của Giám đốc Sở Công Thương về giao dự toán năm 2024;"


def test_l101_one_number_of_two_years_is_two_texts() -> None:
    assert said(f"{ALLOTMENT}\n{ALLOTMENT.replace('25/12/2023', '25/12/2022')}", "L101") == []


def test_l101_points_at_the_second() -> None:
    assert said(f"{ALLOTMENT}\n{ALLOTMENT}", "L101") == [
        ("warning", "Văn bản «224/QĐ-SCT» đã ghi làm căn cứ ở trên. Bỏ một dòng.", "224/QĐ-SCT ngày 25/12/2023"),
    ]


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        (
            "Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015",
            "Luật Ngân sách Nhà nước ngày 25/6/2015",
            ["Ngân sách Nhà nước"],
        ),
        ("Luật Ngân sách nhà nước ngày 25/6/2015", "Luật Ngân sách nhà nước ngày 16/12/2002", []),
        ("Luật Thương mại", "Luật Thương mại", ["Thương mại"]),
        ("Bộ luật Lao động năm 2012", "Bộ luật Lao động năm 2019", []),
        ("Luật Đầu tư công ngày 13/6/2019", "Luật Đầu tư ngày 13/6/2019", []),
    ],
)
def test_l101_a_law_without_a_number_is_known_by_its_name_and_day(first: str, second: str, words: list[str]) -> None:
    assert [found for _, _, found in said(f"Căn cứ {first};\nCăn cứ {second};", "L101")] == words


@pytest.mark.parametrize(
    ("day", "errors"), [("11/5/2024", 0), ("12/5/2024", 0), ("13/5/2024", 1)], ids=["before", "same day", "after"]
)
def test_l102_a_basis_may_be_of_the_same_day(day: str, errors: int) -> None:
    assert len(said(f"{ISSUED}\n{ALLOTMENT.replace('25/12/2023', day)}", "L102")) == errors


def test_l102_a_later_submission_is_a_warning() -> None:
    proposer = "Theo đề nghị của Trưởng phòng Quản lý công nghiệp tại Tờ trình số 12/TTr-QLCN ngày 20 tháng 5 năm 2024."
    assert said(f"{ISSUED}\n{proposer}", "L102") == [
        (
            "warning",
            "Văn bản «12/TTr-QLCN» ngày 20/05/2024 sau ngày ban hành 12/05/2024.",
            "12/TTr-QLCN ngày 20 tháng 5 năm 2024",
        )
    ]


def test_l102_knows_a_day_that_is_not_the_day_of_issue() -> None:
    law = "Căn cứ Luật Dữ liệu có hiệu lực từ ngày 01 tháng 7 năm 2025;"
    assert said(f"{ISSUED}\n{law}", "L102") == []


def test_l102_needs_the_day_of_the_decision() -> None:
    undated = "Số:      /QĐ-SCT          Hà Bình, ngày     tháng     năm 2024"
    assert said(f"{undated}\n{ALLOTMENT.replace('25/12/2023', '25/12/2029')}", "L102") == []


@pytest.mark.parametrize(
    ("cited", "expected"),
    [
        ("18/2022/QĐ-UBND ngày 21/7/2022", []),
        ("18/2022/QĐ-UBND ngày 21/7/2021", ["error"]),
        ("18/2022/QĐ-UBND ngày 31/12/2021", ["warning"]),
        ("18/2022/QĐ-UBND ngày 02/01/2023", ["warning"]),
        ("2068/QĐ-UBND ngày 21/7/2021", []),
        ("163/2016/NĐ-CP ngày 21/12/2017", ["error"]),
        ("163/2018/NĐ-CP ngày 05/01/2017", ["error"]),
        ("163/2016/NĐ-CP ngày 05/01/2017", ["warning"]),
        ("163/2018/NĐ-CP ngày 21/12/2017", ["warning"]),
    ],
)
def test_l103_compares_the_year_of_the_number(cited: str, expected: list[str]) -> None:
    basis = f"Căn cứ Quyết định số {cited} của UBND tỉnh Hà Bình về chức năng, nhiệm vụ của Sở Công Thương;"
    assert [severity for severity, _, _ in said(basis, "L103")] == expected


def test_l103_also_reads_citations_in_the_articles() -> None:
    article = "Điều 1. Thực hiện theo Quyết định số 46/2002/QĐ-UBND ngày 12/9/2022 của UBND tỉnh Hà Bình."
    assert [words for _, _, words in said(article, "L103")] == ["46/2002/QĐ-UBND ngày 12/9/2022"]


def test_l104_laws_need_no_number() -> None:
    assert said("Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015;", "L104") == []


def test_l105_points_at_the_later_day() -> None:
    article = "Điều 1. Chi từ dự toán giao tại Quyết định số 224/QĐ-SCT ngày 15/12/2023."
    assert [message for _, message, _ in said(f"{ALLOTMENT}\n{article}", "L105")] == [
        "Số «224/QĐ-SCT» ở đây ngày 15/12/2023, ở trên ngày 25/12/2023.",
    ]


def test_l106_names_what_is_there() -> None:
    assert said(FRAME["recipients"].replace("Điều 3", "Điều 5"), "L106") == [
        ("warning", "Văn bản không có Điều 5, điều cuối là Điều 3. Sửa số điều được dẫn.", "Như Điều 5"),
    ]


def test_l106_reads_this_decision_only() -> None:
    articles = "Điều 1. Giao việc theo Điều 9 Quyết định này.\nĐiều 2. Theo Điều 8 Quyết định số 5/QĐ-SCT./."
    assert [message for _, message, _ in said(articles, "L106") if "Điều 9" in message] == [
        "Văn bản không có Điều 9, điều cuối là Điều 2. Sửa số điều được dẫn.",
    ]
    assert not any("Điều 8" in message for _, message, _ in said(articles, "L106"))


def test_l107_compares_number_and_day() -> None:
    annex = "PHỤ LỤC\n(Kèm theo Quyết định số 85/QĐ-SCT ngày 12/6/2024 của Giám đốc Sở Công Thương)"
    assert [message for _, message, _ in said(f"{ISSUED}\n{annex}", "L107")] == [
        "Phụ lục ghi ngày 12/06/2024, quyết định ban hành ngày 12/05/2024.",
        "Phụ lục ghi kèm theo «85/QĐ-SCT», số của quyết định là «58/QĐ-SCT».",
    ] or [message for _, message, _ in said(f"{ISSUED}\n{annex}", "L107")] == [
        "Phụ lục ghi kèm theo «85/QĐ-SCT», số của quyết định là «58/QĐ-SCT».",
        "Phụ lục ghi ngày 12/06/2024, quyết định ban hành ngày 12/05/2024.",
    ]
