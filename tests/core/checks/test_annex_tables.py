"""The grammar of annex tables: columns of time, lettered parts, counts with their noun, rows written with bars."""

from __future__ import annotations

import pytest

from quyet.core.decisions.model import EstimateLine
from tests.core.checks.papers import read_paper, said

TOP = """
Điều 1. Phê duyệt dự toán hợp tác quốc tế năm 2025 theo Phụ lục.

PHỤ LỤC
DỰ TOÁN HỢP TÁC QUỐC TẾ NĂM 2025
Đơn vị tính: triệu đồng
"""


def lines_of(paper: str) -> list[EstimateLine]:
    """The lines of the one table of a paper."""
    (estimate,) = read_paper(paper).estimates
    return estimate.lines


def with_column(heading: str, first: str, second: str) -> str:
    """A table whose second row is wrong (5 × 75 = 375), with one more column."""
    return f"""{TOP}
| TT | Nội dung | {heading} | Số lượng | Đơn giá | Thành tiền |
| 1 | Dự phiên họp tại Đức | {first} | 5 | 120,1 | 600,5 |
| 2 | Khảo sát tại Hàn Quốc | {second} | 5 | 75 | 475 |
|  | Tổng cộng |  |  |  | 1.075,5 |
"""


@pytest.mark.parametrize(
    ("heading", "first", "second"),
    [
        ("Thời gian", "Quý II", "Tháng 9/2025"),
        ("Thời gian", "Quý II, III/2025", "ngày 15 - 17/9"),
        ("Thời gian thực hiện", "6 tháng đầu năm", "2025"),
        ("Thời điểm", "trước 30/6", "15.9.2025"),
        ("Hình thức", "Trực tiếp", "Trực tuyến"),
    ],
)
def test_m203_a_column_of_words_and_dates_is_no_factor(heading: str, first: str, second: str) -> None:
    assert [(severity, message) for severity, message, _ in said(with_column(heading, first, second), "M203")] == [
        (
            "error",
            "«Khảo sát tại Hàn Quốc»: 5 × 75.000.000 đồng = 375.000.000 đồng, bảng ghi 475.000.000 đồng.",
        )
    ]


@pytest.mark.parametrize(
    ("heading", "first", "second"),
    [
        ("Thời gian", "3 ngày", "Tháng 9/2025"),
        ("Thời gian", "Quý II", "tháng 9, 2 đợt"),
        ("Thời gian (ngày)", "3", "4"),
        ("Số ngày", "3", "4"),
        ("Số tháng", "6/12", "12/12"),
        ("Hệ số", "", "1,2"),
        ("Mức hưởng", "100%", "80%"),
    ],
)
def test_m203_a_column_with_a_count_may_be_a_factor(heading: str, first: str, second: str) -> None:
    assert said(with_column(heading, first, second), "M203") == []


def lettered(labels: tuple[str, str], first: str) -> str:
    """A table of two parts; the rows of the first add up to 975,5."""
    return f"""{TOP}
| TT | Nội dung | Số lượng | Đơn giá | Thành tiền |
| {labels[0]} | Đoàn ra |  |  | {first} |
| 1 | Dự phiên họp tại Đức | 5 | 120,1 | 600,5 |
| 2 | Khảo sát tại Hàn Quốc | 5 | 75 | 375 |
| {labels[1]} | Đoàn vào |  |  | 300 |
| 1 | Hội thảo quốc tế | 1 | 300 | 300 |
|  | Tổng cộng |  |  | 1.275,5 |
"""


@pytest.mark.parametrize("labels", [("A", "B"), ("A.", "B."), ("I", "II")])
def test_m202_adds_up_parts_with_letters_as_with_roman_numbers(labels: tuple[str, str]) -> None:
    assert [(severity, message) for severity, message, _ in said(lettered(labels, "985,5"), "M202")] == [
        ("error", "«Đoàn ra» ghi 985.500.000 đồng, các dòng trong nhóm cộng lại 975.500.000 đồng.")
    ]
    assert said(lettered(labels, "975,5"), "M202") == []


NESTED = f"""{TOP}
| TT | Nội dung | Thành tiền |
| A | B | 1 |
| (1) | (2) | (3) |
| %s | Hợp tác song phương | 30 |
| %s | Đoàn ra | 30 |
| 1 | Dự phiên họp | 10 |
| 1.1 | Vé máy bay | 4 |
| 1.2 | Lưu trú | 6 |
| 2 | Khảo sát | 20 |
| a | Vé máy bay | 15 |
| b | Lưu trú | 5 |
| %s | Hợp tác đa phương | 7 |
|  | Tổng cộng | 37 |
"""


@pytest.mark.parametrize(
    ("labels", "levels"),
    [
        (("A", "I", "B"), [1, 2, 3, 4, 4, 3, 5, 5, 1]),
        (("I", "A", "II"), [1, 2, 3, 4, 4, 3, 5, 5, 1]),
    ],
)
def test_the_form_of_label_that_comes_first_is_the_outermost(labels: tuple[str, ...], levels: list[int]) -> None:
    assert [line.level for line in lines_of(NESTED % labels)] == levels
    assert said(NESTED % labels, "M202") == []
    wrong = (NESTED % labels).replace("Đoàn ra | 30", "Đoàn ra | 35")
    assert [message for _, message, _ in said(wrong, "M202")] == [
        "«Hợp tác song phương» ghi 30.000.000 đồng, các dòng trong nhóm cộng lại 35.000.000 đồng.",
        "«Đoàn ra» ghi 35.000.000 đồng, các dòng trong nhóm cộng lại 30.000.000 đồng.",
    ]


@pytest.mark.parametrize("last", ["Đ", "E"])
def test_m202_takes_either_alphabet(last: str) -> None:
    parts = "".join(f"| {label} | Phần {label.lower()} | 10 |\n" for label in ("A", "B", "C", "D", last))
    table = f"{TOP}| TT | Nội dung | Thành tiền |\n{parts}|  | Tổng cộng | 60 |\n"
    assert [message for _, message, _ in said(table, "M202")] == [
        "Các dòng cộng lại 50.000.000 đồng, tổng cộng ghi 60.000.000 đồng."
    ]


@pytest.mark.parametrize(
    ("unit", "cell", "quantity", "read_unit"),
    [
        ("", "5 người", 5, "người"),
        ("", "1 hội thảo", 1, "hội thảo"),
        ("", "02 Lớp tập huấn", 2, "Lớp tập huấn"),
        ("", "1.500 tờ", 1500, "tờ"),
        ("", "5", 5, None),
        ("Đại biểu", "5 đại biểu", 5, "Đại biểu"),
        ("lớp", "40 người", None, "lớp"),
        ("", "5 triệu đồng", None, None),
        ("", "5 người x 2 ngày", None, None),
        ("", "5 người/đoàn", None, None),
        ("", "theo thực tế", None, None),
    ],
)
def test_a_cell_of_quantity_may_name_its_unit(
    unit: str, cell: str, quantity: int | None, read_unit: str | None
) -> None:
    table = f"""{TOP}
| TT | Nội dung | ĐVT | Số lượng | Đơn giá | Thành tiền |
| 1 | Dự phiên họp tại Đức | {unit} | {cell} | 10 | 50 |
"""
    (line,) = lines_of(table)
    assert (line.quantity, line.unit) == (quantity, read_unit)


def test_the_unit_in_a_cell_of_quantity_has_its_own_words() -> None:
    reading = read_paper(f"{TOP}| TT | Nội dung | Số lượng | Thành tiền |\n| 1 | Dự phiên họp | 05 người | 50 |\n")
    raws = {fact.path: reading.text[slice(*fact.span)] for fact in reading.facts()}
    assert raws["/estimates/0/lines/0/quantity"] == "05"
    assert raws["/estimates/0/lines/0/unit"] == "người"


BARS = f"""{TOP}
TT | Nội dung | Thời gian | Số lượng | Đơn giá | Thành tiền
A | Đoàn ra | | | | 985,5
1 | Dự phiên họp tại Đức | Quý II | 5 người | 120,1 | 600,5
2 | Khảo sát tại Hàn Quốc | Tháng 9/2025 | 5 người | 75 | 375
B | Đoàn vào | 300
1 | Hội thảo quốc tế | Quý IV | 1 hội thảo | 300 | 300
 | Tổng cộng | | | | 1.275,5
"""


@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["lines", "lines with blanks between"])
def test_rows_written_with_bars_between_cells_are_a_table(between: str) -> None:
    table = BARS.removeprefix(TOP).strip("\n").replace("\n", between)
    (estimate,) = read_paper(f"{TOP}\n{table}\n").estimates
    assert estimate.columns == ["TT", "Nội dung", "Thời gian", "Số lượng", "Đơn giá", "Thành tiền"]
    assert [(line.label, line.content, line.quantity, line.unit, line.amount) for line in estimate.lines] == [
        ("A", "Đoàn ra", None, None, 985_500_000),
        ("1", "Dự phiên họp tại Đức", 5, "người", 600_500_000),
        ("2", "Khảo sát tại Hàn Quốc", 5, "người", 375_000_000),
        ("B", "Đoàn vào", None, None, 300_000_000),
        ("1", "Hội thảo quốc tế", 1, "hội thảo", 300_000_000),
    ]
    assert estimate.total == 1_275_500_000
    assert [message for _, message, _ in said(BARS, "M202")] == [
        "«Đoàn ra» ghi 985.500.000 đồng, các dòng trong nhóm cộng lại 975.500.000 đồng."
    ]


@pytest.mark.parametrize(
    "rows",
    [
        "TT | Nội dung | Thành tiền\n1 | Đoàn ra | 10",
        "TT | Thành tiền\n1 | 10\n2 | 20\n3 | 30",
        "Ông Trần Văn Mẫu | Giám đốc | Trưởng ban\nBà Lê Thị Hoa | Phó Giám đốc | Phó ban\nÔng Vũ An | Kế toán | Ủy viên",
        "TT | Nội dung | Thành tiền\n1 | Đoàn ra\n2 | Đoàn vào",
    ],
    ids=["too few rows", "one bar", "no heading", "other rows"],
)
def test_bars_without_a_heading_and_rows_are_no_table(rows: str) -> None:
    assert read_paper(f"{TOP}{rows}\n").estimates == []


def test_what_stands_below_a_table_with_bars_is_no_row() -> None:
    below = f"{BARS.rstrip()}\nNgười lập | Kế toán trưởng\nPhí dịch vụ | thuế | tính theo thực tế\n"
    (estimate,) = read_paper(below).estimates
    assert [line.content for line in estimate.lines][-1] == "Hội thảo quốc tế"
