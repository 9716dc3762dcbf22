"""What is asked of the checks of an estimate, sentence by sentence: a fault with what is said of it, and the same annex
without it, of which nothing is said."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from quyet.core.checks.plans import Plan
from quyet.core.estimates.model import PriceBasis
from tests.core.checks.papers import read_paper, said
from tests.core.checks.test_plan_rules import BAGS, BANNERS, TOUR, found, line, per_diem, plan, quoted


@dataclass(frozen=True)
class Case:
    """`rule` says `told` of the fault and nothing of its neighbour."""

    rule: str
    fault: Plan
    neighbour: Plan
    told: list[tuple[str, str]]


def banners(first: int, second: int, price: int = 650_000) -> Plan:
    lines = line("Băng rôn", BANNERS, (first, "cái"), price=price), line("Băng rôn", BAGS, (second, "cái"), price=price)
    return plan(*lines, activities=(BANNERS, BAGS))


PLANS = {
    "quantity ordered = quantity priced": Case(
        "P201", banners(45, 45), banners(40, 45),
        [("warning", "Điều giao 40 cái cho «Băng rôn về sản xuất bền vững», dự toán tính 45 cái.")],
    ),
    "above a norm": Case(
        "N101", plan(per_diem(250_000)), plan(per_diem(200_000)),
        [("error", "Đơn giá 250.000 đồng của «Phụ cấp lưu trú» vượt mức 200.000 đồng/ngày/người. Giảm đơn giá, hoặc ghi rõ căn cứ khác.")],
    ),
    "no norm known": Case(
        "N102", plan(line("Trà", TOUR, (1, "ấm"), price=1, basis=PriceBasis("norm", norm="tea"))), plan(per_diem(200_000)),
        [("warning", "Không có định mức «tea»; xem quyet norms find.")],
    ),
    "price far from quotations": Case(
        "M302", plan(quoted(900_000, 650_000, 700_000), activities=(BANNERS,)),
        plan(quoted(650_000, 650_000, 700_000, chosen=1), activities=(BANNERS,)),
        [("warning", "Đơn giá 900.000 đồng nằm ngoài các báo giá, từ 650.000 đồng đến 700.000 đồng.")],
    ),
    "over the allotment": Case(
        "M304", plan(per_diem(200_000), total=9_600_000, left=9_000_000),
        plan(per_diem(200_000), total=9_600_000, left=9_600_000),
        [("error", "Dự toán 9.600.000 đồng vượt dự toán được giao còn lại 9.000.000 đồng: vượt 600.000 đồng.")],
    ),
    "the same goods under two activities": Case(
        "P301", banners(40, 45), banners(40, 45, price=100_000),
        [("warning", "«Băng rôn về sản xuất bền vững» và «Băng rôn về túi ni lông» cùng loại, cộng lại 55.250.000 đồng: mua chung theo hình thức chỉ định thầu rút gọn, không tách riêng. Xem Luật Đấu thầu 22/2023/QH15, Điều 23 khoản 5.")],
    ),
    "the total of the annex is that of the decision": Case(
        "P203", plan(per_diem(200_000), total=9_000_000), plan(per_diem(200_000), total=9_600_000),
        [("error", "Dự toán cộng lại 9.600.000 đồng, quyết định ghi 9.000.000 đồng.")],
    ),
    "every activity has a line": Case(
        "P202", plan(per_diem(200_000), activities=(TOUR, BANNERS)), plan(per_diem(200_000)),
        [("warning", "Nội dung «Băng rôn về sản xuất bền vững» chưa có dòng dự toán nào.")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("sentence", PLANS)
def test_a_fault_of_an_estimate_and_its_faultless_neighbour(sentence: str) -> None:
    case = PLANS[sentence]
    assert found(case.fault, case.rule) == case.told
    assert found(case.neighbour, case.rule) == []


PAPER = """Điều 1. Phê duyệt nội dung và dự toán tuyên truyền năm 2024:
1. In sổ tay tuyên truyền: {ordered} cuốn, thực hiện Quý II/2024.
2. Treo băng rôn tuyên truyền: 20 cái, thực hiện Quý II/2024.
3. Tổng kinh phí: {total} đồng ({words} đồng).

PHỤ LỤC
DỰ TOÁN TUYÊN TRUYỀN NĂM 2024
Đơn vị tính: đồng
| STT | Nội dung | ĐVT | Số lượng | Đơn giá | Thành tiền |
| I | Chi nghiệp vụ |  |  |  | {group} |
| 1 | In sổ tay tuyên truyền | cuốn | 500 | 20.000 | {line} |
| 2 | Treo băng rôn tuyên truyền | cái | 20 | 450.000 | 9.000.000 |
|  | Cộng mục I |  |  |  | {closing} |
|  | TỔNG CỘNG |  |  |  | {annexed} |
"""
SOUND = {
    "ordered": "500", "total": "19.000.000", "words": "Mười chín triệu", "group": "19.000.000", "line": "10.000.000",
    "closing": "19.000.000", "annexed": "19.000.000",
}  # fmt: skip
PAPERS = {
    "figure ≠ words": ("M101", {"words": "Mười tám triệu"}),
    "parts ≠ total, at the line": ("M203", {"line": "11.000.000"}),
    "parts ≠ total, at the group": ("M202", {"group": "18.000.000"}),
    "parts ≠ total, at the sub-total": ("M202", {"closing": "18.000.000"}),
    "parts ≠ total, at the total": ("M202", {"annexed": "18.000.000"}),
    "total of the annex ≠ total of the article": ("M201", {"annexed": "18.000.000"}),
    "ordered ≠ priced": ("P106", {"ordered": "600"}),
}


@pytest.mark.parametrize("sentence", PAPERS)
def test_a_fault_across_article_and_annex_and_its_faultless_neighbour(sentence: str) -> None:
    rule, fault = PAPERS[sentence]
    assert len(said(PAPER.format(**(SOUND | fault)), rule)) == 1
    assert said(PAPER.format(**SOUND), rule) == []


GROUPED = """
Điều 1. Phê duyệt nội dung và dự toán tuyên truyền năm 2024:
1. In sổ tay hướng dẫn tiêu dùng bền vững: {ordered} cuốn.
2. Treo băng rôn tuyên truyền: 20 cái.

PHỤ LỤC
DỰ TOÁN TUYÊN TRUYỀN NĂM 2024
Đơn vị tính: đồng
| STT | Nội dung | ĐVT | Số lượng | Đơn giá | Thành tiền |
| I | Sổ tay hướng dẫn |  |  |  | 11.000.000 |
| 1 | Thiết kế bìa | cái | 1 | 1.000.000 | 1.000.000 |
| 2 | {line} | cuốn | 500 | 20.000 | 10.000.000 |
| II | Băng rôn |  |  |  | 9.000.000 |
| 1 | Treo băng rôn | cái | 20 | 450.000 | 9.000.000 |
|  | TỔNG CỘNG |  |  |  | 20.000.000 |
"""


@pytest.mark.parametrize(
    ("ordered", "line", "messages"),
    [
        ("600", "In sổ tay", ["«In sổ tay»: phụ lục ghi 500 cuốn, trong điều ghi 600."]),
        ("500", "In sổ tay", []),
        ("600", "Sổ tay mẫu cho ban biên tập", []),  # another thing than the activity names
    ],
)
def test_below_a_head_that_counts_nothing_the_line_of_the_activity_is_held_against_it(
    ordered: str, line: str, messages: list[str]
) -> None:
    found = said(GROUPED.format(ordered=ordered, line=line), "P106")
    assert [message for _, message, _ in found] == messages


def test_totals_of_parts_alone_are_no_grand_total() -> None:
    rows = "| 1 | Sổ tay | cuốn | 600 | 20.000 | 12.000.000 |\n|  | Tổng cộng mục I |  |  |  | 12.000.000 |\n"
    more = "| 2 | Băng rôn | cái | 20 | 450.000 | 9.000.000 |\n|  | Tổng cộng mục II |  |  |  | 9.000.000 |\n"
    paper = GROUPED[: GROUPED.index("| I |")].format(ordered="600") + rows + more
    [estimate] = read_paper(paper).estimates
    assert estimate.total is None and len(estimate.lines) == 4
    assert said(paper, "M202") == []
    [whole] = read_paper(paper + "|  | Tổng cộng (I + II) |  |  |  | 21.000.000 |\n").estimates
    assert whole.total == 21_000_000
