"""P and T: what is ordered, and when."""

from __future__ import annotations

import pytest

from quyet.core.checks.dates import _backwards
from quyet.core.checks.written_days import written_days
from quyet.files.reading import read_text
from tests.core.checks.papers import FRAME, paper, said

ISSUED = "Số: 58/QĐ-SCT          Hà Bình, ngày 12 tháng 5 năm 2024"
HEAD = "Điều 1. Phê duyệt nội dung và dự toán tuyên truyền năm 2024:\n"
TOTAL = "Tổng kinh phí thực hiện: 19.000.000 đồng (Mười chín triệu đồng).\n"


def test_p101_a_kind_that_is_hard_to_count_is_only_mentioned() -> None:
    article = (
        f"{HEAD}1. Treo băng rôn, thực hiện Quý II/2024.\n2. Quản lý, giám sát, thực hiện Quý II/2024.\n3. {TOTAL}"
    )
    assert [severity for severity, _, _ in said(article, "P101")] == ["warning", "info"]


def test_p101_many_are_said_in_one_finding() -> None:
    items = "".join(f"{n}. Treo băng rôn đợt {'ABCDEFGH'[n - 1]}, thực hiện Quý II/2024.\n" for n in range(1, 9))
    assert [message for _, message, _ in said(f"{HEAD}{items}9. {TOTAL}", "P101")] == [
        "8 nội dung chưa ghi số lượng: 1, 2, 3, 4, 5, 6…"
    ]


def test_p102_continual_work_needs_no_window() -> None:
    article = f"{HEAD}1. Treo băng rôn: 20 cái, Quý II/2024.\n2. Trực tổng đài: thường xuyên trong năm.\n3. {TOTAL}"
    assert said(article, "P102") == []


@pytest.mark.parametrize("time", ["tháng 13/2024", "tháng 0/2024", "Quý V/2024", "ngày 31/11/2024"])
def test_p102_a_time_that_cannot_be_is_wrong_and_not_missing(time: str) -> None:
    article = f"{HEAD}1. Treo băng rôn: 20 cái, {time}.\n2. In sổ tay: 500 cuốn.\n3. {TOTAL}"
    assert len(said(article, "T101")) == 1
    assert [message for _, message, _ in said(article, "P102")] == [
        "Nội dung «In sổ tay» chưa ghi thời gian thực hiện."
    ]


@pytest.mark.parametrize(
    ("words", "warnings"),
    [
        ("Chi cục Chăn nuôi và Thú y: Chủ trì tham mưu, tổ chức thực hiện Kế hoạch.", 0),
        ("Phòng Nghiệp vụ Y chịu trách nhiệm tổ chức thực hiện Quyết định này.", 0),
        ("Trung tâm Kiểm soát bệnh tật có trách nhiệm mua sắm theo đúng quy định.", 0),
        ("Chánh Văn phòng Sở chịu trách nhiệm thi hành Quyết định này.", 1),
        ("Chánh Văn phòng Sở chịu trách nhiệm thực hiện Quyết định này.", 1),
        ("Phòng Kế hoạch có trách nhiệm phối hợp, kiểm tra.", 1),
    ],
)
def test_p103_knows_how_papers_give_somebody_the_work(words: str, warnings: int) -> None:
    assert len(said(f"{HEAD}1. Treo băng rôn: 20 cái, Quý II/2024.\n2. {TOTAL}Điều 2. {words}", "P103")) == warnings


def test_p104_the_same_title_in_two_groups_is_two_activities() -> None:
    article = f"{HEAD}1. Sản xuất sạch\na) Treo băng rôn: 20 cái.\n2. Túi nilon\na) Treo băng rôn: 20 cái.\n"
    assert said(article, "P104") == []


@pytest.mark.parametrize(
    ("ordered", "warnings"),
    [("500 cuốn", 0), ("khoảng 450 cuốn", 0), ("400 đến 600 cuốn", 0), ("600 cuốn", 1), ("600 bộ", 0)],
)
def test_p106_compares_what_is_exact_and_in_one_unit(ordered: str, warnings: int) -> None:
    annex = """
PHỤ LỤC
DỰ TOÁN TUYÊN TRUYỀN NĂM 2024
Đơn vị tính: đồng
| STT | Nội dung | ĐVT | Số lượng | Đơn giá | Thành tiền |
| 1 | In sổ tay tuyên truyền | cuốn | 500 | 20.000 | 10.000.000 |
| 2 | Treo băng rôn tuyên truyền | cái | 20 | 450.000 | 9.000.000 |
|  | TỔNG CỘNG |  |  |  | 19.000.000 |
"""
    article = f"{HEAD}1. In sổ tay tuyên truyền\n- Số lượng: {ordered};\n2. Treo băng rôn tuyên truyền: 20 cái.\n"
    assert len(said(article + annex, "P106")) == warnings


@pytest.mark.parametrize(
    ("words", "warnings"),
    [
        ("(có Phụ lục chi tiết kèm theo)", 1),
        ("(Chi tiết theo Phụ lục đính kèm)", 1),
        ("theo biểu chi tiết đính kèm", 1),
        ("Ban hành kèm theo Quyết định này kế hoạch tuyên truyền", 1),
        ("theo mẫu ban hành kèm theo Quyết định số 12/QĐ-SCT ngày 05/01/2024", 0),
        ("gửi kèm hóa đơn", 0),
        ("(có danh sách kèm theo)", 1),
        ("(danh sách chi tiết đính kèm)", 1),
        ("theo danh sách đã gửi; kèm theo hóa đơn", 0),
    ],
)
def test_p107_knows_how_papers_mention_an_annex(words: str, warnings: int) -> None:
    assert len(said(f"Điều 1. Phê duyệt nội dung tuyên truyền năm 2024 {words}.", "P107")) == warnings


def test_p107_a_list_at_the_end_is_the_list() -> None:
    whole = paper("Điều 1. Cử đại biểu dự hội nghị (có danh sách kèm theo).")
    missing = [finding.message for finding in read_text(whole).findings if finding.rule == "P107"]
    assert missing == ["Văn bản nói có danh sách kèm theo nhưng tệp không có. Bổ sung danh sách."]
    listed = f"{whole}\nDANH SÁCH ĐẠI BIỂU\n1. Trần Văn Mẫu\n"
    assert "P107" not in {finding.rule for finding in read_text(listed).findings}


def test_p108_offers_the_words() -> None:
    article = f"{HEAD}1. Treo băng rôn: 20 cái, Quý II/2024.\n2. Tổng kinh phí thực hiện: 19.000.000 đồng."
    assert [message for _, message, _ in said(article, "P108")] == [
        "Tổng kinh phí chưa ghi bằng chữ: «Mười chín triệu đồng»."
    ]


def test_p109_an_allotment_among_the_bases_names_the_money() -> None:
    article = f"{HEAD}1. Treo băng rôn: 20 cái, Quý II/2024.\n2. {TOTAL}"
    assert [severity for severity, _, _ in said(article, "P109")] == ["info"]
    assert [severity for severity, _, _ in said(f"(không có căn cứ)\n{article}", "P109")] == ["warning"]
    assert said(FRAME["articles"], "P109") == []


@pytest.mark.parametrize(
    ("words", "findings"),
    [
        ("chi từ Quỹ phát triển hoạt động sự nghiệp của Trung tâm", 0),
        ("trích quỹ phúc lợi của đơn vị", 0),
        ("Kinh phí: Quỹ phát triển hoạt động sự nghiệp", 0),
        ("xây dựng khu nhà trên quỹ đất của xã", 1),
    ],
)
def test_p109_a_fund_is_a_source(words: str, findings: int) -> None:
    article = f"{HEAD}1. Treo băng rôn: 20 cái, Quý II/2024.\n2. {TOTAL}3. Thực hiện, {words}."
    assert len(said(article, "P109")) == findings


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("ngày 31 tháng 11 năm 2024", ["ngày 31 tháng 11 năm 2024"]),
        ("ngày 30/11/2024", []),
        ("31/11/2024", ["31/11/2024"]),
        ("ngày 29/02/2024", []),
        ("ngày 29/02/2023", ["29/02/2023"]),
        ("ngày 12/25/2024", ["12/25/2024"]),
        ("lô hàng 12/25/2024", []),
        ("từ 15/11-31/11/2024", ["31/11/2024"]),
        ("số 131/11/2024", []),
        ("Quyết định số 31/2/2024/QĐ-UBND", []),
        ("tháng 13 năm 2024", ["tháng 13 năm 2024"]),
        ("tháng 13/2024", ["tháng 13/2024"]),
        ("tháng 31/2024", ["tháng 31/2024"]),
        ("tháng 0/2024", ["tháng 0/2024"]),
        ("tháng 13-2024", ["tháng 13-2024"]),
        ("tháng 12/2024", []),
        ("mỗi tháng 15/2024/QĐ-UBND", []),
        ("Quý V/2024", ["Quý V"]),
        ("Quý vị đại biểu", []),
        ("Quý IV/2024", []),
    ],
)
def test_t101_knows_the_calendar(words: str, wrong: list[str]) -> None:
    article = f"Điều 1. Giao việc.\nĐiều 2. Văn phòng Sở hoàn thành, {words}."
    assert [found for _, _, found in said(article, "T101")] == wrong


def test_days_are_read_as_printed() -> None:
    days = written_days("ngày 5/6/2024, 31.12.2024 và ngày 07 tháng 8 năm 2024; tháng 9 năm 2024; tháng 10")
    assert [(each.day, each.month, each.year, each.named) for each in days] == [
        (5, 6, 2024, True),
        (31, 12, 2024, False),
        (7, 8, 2024, True),
        (None, 9, 2024, False),
    ]


def test_t102_a_plan_of_several_years_has_no_budget_year() -> None:
    title = "QUYẾT ĐỊNH\nPhê duyệt nội dung và dự toán tuyên truyền giai đoạn 2024 - 2026"
    article = "Điều 1. Phê duyệt nội dung tuyên truyền:\n1. Treo băng rôn: 20 cái, thực hiện Quý I/2025."
    assert said(f"{title}\n{article}", "T102") == []


@pytest.mark.parametrize(
    ("window", "expected"),
    [
        ("từ ngày 15/11/2024 đến ngày 15/12/2024", None),
        ("từ ngày 15/12/2024 đến ngày 15/11/2024", "error"),
        ("từ ngày 15/12 đến ngày 15/01/2025", None),
        ("từ ngày 15/12 đến ngày 15/11/2024", None),
        ("từ tháng 10/2024 đến tháng 3/2024", "error"),
        ("từ tháng 10 đến tháng 3/2025", None),
        ("Quý II-IV/2024", None),
        ("Quý IV-II/2024", "warning"),
        ("Quý III/2024 - Quý I/2025", None),
        ("Quý III/2025 - Quý I/2024", "error"),
        ("cả năm 2024", None),
        ("3-4 ngày, Quý II-IV/2024", None),
    ],
)
def test_t103_reads_which_side_comes_first(window: str, expected: str | None) -> None:
    assert _backwards(window) == expected


def test_t104_names_both_days() -> None:
    article = f"{HEAD}1. Treo băng rôn tuyên truyền: 20 cái, thực hiện Quý I/2024.\n"
    assert said(f"{ISSUED}\n{article}", "T104") == [
        (
            "warning",
            "Thời gian hết ngày 31/03/2024, trước ngày ban hành 12/05/2024. Kiểm tra lại thời gian.",
            "Quý I/2024",
        )
    ]


@pytest.mark.parametrize(
    ("words", "warnings"),
    [
        ("báo cáo kết quả trước ngày 15/12/2023", 1),
        ("báo cáo kết quả trước ngày 15/12/2024", 0),
        ("gửi báo cáo chậm nhất ngày 10 tháng 01 năm 2024", 1),
        ("rà soát công trình xây dựng trước ngày 01/01/2010", 0),
    ],
)
def test_t105_reads_deadlines(words: str, warnings: int) -> None:
    assert len(said(f"{ISSUED}\nĐiều 1. Giao việc.\nĐiều 2. Văn phòng Sở {words}.", "T105")) == warnings


def test_t105_reads_the_day_of_effect() -> None:
    effect = "Điều 1. Giao việc.\nĐiều 2. Quyết định này có hiệu lực kể từ ngày 12/4/2024."
    assert [message for _, message, _ in said(f"{ISSUED}\n{effect}", "T105")] == [
        "Ngày 12/04/2024 trước ngày ban hành 12/05/2024. Kiểm tra lại năm."
    ]


def test_t106_a_day_far_ahead_is_a_slip() -> None:
    article = "Điều 1. Giao việc.\nĐiều 2. Văn phòng Sở báo cáo kết quả trước ngày 15/12/2074."
    assert [(message, words) for _, message, words in said(f"{ISSUED}\n{article}", "T106")] == [
        ("Năm 2074 cách ngày ban hành hơn 30 năm. Kiểm tra lại năm.", "15/12/2074")
    ]
