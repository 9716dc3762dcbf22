"""L108, L109: bases that were not in force on the day of the paper."""

from __future__ import annotations

import pytest

from quyet.core.checks import check
from quyet.core.decisions.model import Reading
from quyet.core.decisions.source import Source
from tests.core.checks.papers import paper, read_paper, said


def issued(day: int, month: int, year: int) -> str:
    return f"Số: 58/QĐ-SCT          Hà Bình, ngày {day:02} tháng {month:02} năm {year}"


PAPER_WORK = "Căn cứ Nghị định số 110/2004/NĐ-CP ngày 08/4/2004 của Chính phủ về công tác văn thư;"
SELF_GOVERNING = "Căn cứ Nghị định số 117/2013/NĐ-CP ngày 07/10/2013 của Chính phủ về chế độ tự chủ;"
TRAINING = "Căn cứ Thông tư số 36/2018/TT-BTC ngày 30/3/2018 của Bộ Tài chính về kinh phí bồi dưỡng;"
SIGNING = "Căn cứ Nghị định số 130/2018/NĐ-CP ngày 27/9/2018 của Chính phủ về chữ ký số;"
TENDERS = "Căn cứ Nghị định số 24/2024/NĐ-CP ngày 27/02/2024 của Chính phủ về lựa chọn nhà thầu;"
BUDGET_LAW = "Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015;"
DECREE_163 = (
    "Căn cứ Nghị định số 163/2016/NĐ-CP ngày 21/12/2016 của Chính phủ quy định chi tiết Luật Ngân sách nhà nước;"
)


@pytest.mark.parametrize(
    ("day", "found"), [((4, 3, 2020), []), ((5, 3, 2020), ["error"]), ((12, 3, 2024), ["error"])], ids=str
)
def test_l108_the_last_day_is_still_in_force(day: tuple[int, int, int], found: list[str]) -> None:
    assert [severity for severity, _, _ in said(f"{issued(*day)}\n{PAPER_WORK}", "L108")] == found


def test_l108_says_from_when_and_what_replaced_it() -> None:
    assert said(f"{issued(12, 3, 2024)}\n{PAPER_WORK}", "L108") == [
        (
            "error",
            "Căn cứ «110/2004/NĐ-CP» hết hiệu lực từ 05/03/2020, thay bằng 30/2020/NĐ-CP.",
            "110/2004/NĐ-CP",
        )
    ]


def test_l108_a_decree_that_ended_in_the_middle_of_2026() -> None:
    assert said(f"{issued(30, 4, 2026)}\n{SELF_GOVERNING}", "L108") == []
    assert [severity for severity, _, _ in said(f"{issued(4, 5, 2026)}\n{SELF_GOVERNING}", "L108")] == ["error"]


def test_l108_a_day_from_memory_warns_and_says_so() -> None:
    assert said(f"{issued(12, 5, 2025)}\n{SIGNING}", "L108") == [
        (
            "warning",
            "Căn cứ «130/2018/NĐ-CP» hết hiệu lực từ 10/04/2025 (ngày này chưa đối chiếu văn bản gốc), "
            "thay bằng 23/2025/NĐ-CP.",
            "130/2018/NĐ-CP",
        )
    ]


def test_l108_a_transition_is_a_warning() -> None:
    assert said(f"{issued(12, 9, 2025)}\n{TENDERS}", "L108") == [
        (
            "warning",
            "Căn cứ «24/2024/NĐ-CP» hết hiệu lực từ 04/08/2025, "
            "chỉ còn dùng cho trường hợp chuyển tiếp tại Điều 144 NĐ 214/2025/NĐ-CP.",
            "24/2024/NĐ-CP",
        )
    ]
    assert said(f"{issued(3, 8, 2025)}\n{TENDERS}", "L108") == []


def test_l108_a_successor_whose_day_was_not_seen_is_a_warning_from_its_issue_on() -> None:
    assert said(f"{issued(27, 10, 2025)}\n{TRAINING}", "L108") == []
    assert said(f"{issued(12, 3, 2026)}\n{TRAINING}", "L108") == [
        (
            "warning",
            "Căn cứ «36/2018/TT-BTC» đã có văn bản thay thế, 100/2025/TT-BTC ngày 28/10/2025; "
            "chưa rõ ngày hết hiệu lực, cần kiểm tra.",
            "36/2018/TT-BTC",
        )
    ]


def test_l108_a_law_is_known_by_its_name_and_day() -> None:
    found = said(f"{issued(12, 3, 2026)}\nQUYẾT ĐỊNH\nPhê duyệt nội dung và dự toán năm 2026\n{BUDGET_LAW}", "L108")
    assert found == [
        (
            "warning",
            "Căn cứ «Luật Ngân sách nhà nước» hết hiệu lực từ 01/01/2026, chỉ còn dùng cho ngân sách năm 2024 "
            "trở về trước và việc chi của năm 2025.",
            "Ngân sách nhà nước",
        )
    ]


def test_l108_the_budget_law_of_a_year_stands_for_that_year_also_later() -> None:
    assert said(f"{issued(20, 1, 2026)}\nQUYẾT ĐỊNH\nPhê duyệt dự toán năm 2025\n{BUDGET_LAW}", "L108") == []


def test_l108_a_successor_in_force_before_it_was_issued_is_not_held_against_anybody() -> None:
    title = "QUYẾT ĐỊNH\nPhê duyệt nội dung và dự toán năm 2026"
    assert said(f"{issued(9, 3, 2026)}\n{title}\n{DECREE_163}", "L108") == []
    assert [each[0] for each in said(f"{issued(10, 3, 2026)}\n{title}\n{DECREE_163}", "L108")] == ["warning"]


def test_l108_no_error_in_a_paper_that_is_no_decision() -> None:
    text = paper(f"{issued(12, 3, 2024)}\n{PAPER_WORK}").replace("QUYẾT ĐỊNH\nPhê duyệt", "KẾ HOẠCH\nTuyên truyền")
    findings = [f for f in check(read_text_as_plan(text)) if f.rule == "L108"]
    assert [f.severity for f in findings] == ["warning"]


def read_text_as_plan(text: str) -> Reading:
    from quyet.files.reading import read_text

    reading = read_text(text)
    reading.document.kind = "KH"
    return reading


def test_l108_the_number_of_a_province_is_that_of_its_own_resolution() -> None:
    basis = "Căn cứ Nghị quyết số 114/2025/NQ-HĐND ngày 10/12/2025 của HĐND tỉnh {} về công tác phí;"
    assert said(f"{issued(20, 12, 2025)}\n{basis.format('Bắc Ninh')}", "L109") != []
    assert said(f"{issued(20, 12, 2025)}\n{basis.format('Hà Bình')}", "L109") == []


@pytest.mark.parametrize("day", ["Hà Bình, ngày     tháng     năm 2024", "Hà Bình"])
def test_an_undated_paper_is_told_nothing(day: str) -> None:
    undated = f"Số:      /QĐ-SCT          {day}"
    for code in ("L108", "L109"):
        assert said(f"{undated}\n{PAPER_WORK}", code) == []


def test_a_reading_without_a_register_is_told_nothing() -> None:
    reading = read_paper(f"{issued(12, 3, 2024)}\n{PAPER_WORK}")
    reading.texts = None
    assert [f.rule for f in check(reading) if f.rule in ("L108", "L109")] == []
    assert [f.rule for f in check(Reading(Source("")))] == ["F101"]


CONTROL = "Căn cứ Thông tư số 17/2024/TT-BTC ngày 14/3/2024 của Bộ Tài chính về kiểm soát chi;"


@pytest.mark.parametrize(
    ("day", "found"), [((14, 3, 2024), ["warning"]), ((30, 4, 2024), ["warning"]), ((1, 5, 2024), [])], ids=str
)
def test_l109_the_first_day_is_in_force(day: tuple[int, int, int], found: list[str]) -> None:
    assert [severity for severity, _, _ in said(f"{issued(*day)}\n{CONTROL}", "L109")] == found


def test_l109_says_from_when() -> None:
    assert said(f"{issued(20, 3, 2024)}\n{CONTROL}", "L109") == [
        (
            "warning",
            "Căn cứ «17/2024/TT-BTC» có hiệu lực từ 01/05/2024, sau ngày ban hành 20/03/2024.",
            "17/2024/TT-BTC",
        )
    ]


def test_l109_a_day_from_memory_says_so() -> None:
    law = "Căn cứ Luật Giao dịch điện tử số 20/2023/QH15 ngày 22/6/2023;"
    (found,) = said(f"{issued(20, 3, 2024)}\n{law}", "L109")
    assert found[1].endswith("sau ngày ban hành 20/03/2024 (ngày này chưa đối chiếu văn bản gốc).")
