"""M: figures and words, parts and totals, lines of the annex."""

from __future__ import annotations

from decimal import Decimal

import pytest

from quyet.core.checks import check
from quyet.core.checks.tables import power_between, tree
from quyet.core.decisions.model import Estimate, EstimateLine, FundingSource, Programme, Reading, Total
from quyet.core.decisions.source import Source
from quyet.core.values.finding import Finding
from quyet.core.values.stated import Words
from tests.core.checks.papers import said

ACTIVITIES = """
Điều 1. Phê duyệt nội dung và dự toán tuyên truyền năm 2024:
1. In sổ tay tuyên truyền: 500 cuốn. Kinh phí: 10.000.000 đồng.
2. Treo băng rôn: 20 cái. Kinh phí: 8.000.000 đồng.
"""


def row(label: str | None, content: str, amount: int | None, level: int, **more: object) -> EstimateLine:
    return EstimateLine(label=label, content=content, amount=amount, level=level, **more)  # type: ignore[arg-type]


def findings_on(lines: list[EstimateLine], total: int | None, columns: tuple[str, ...] = ()) -> list[Finding]:
    estimate = Estimate(list(columns), lines, total)
    reading = Reading(Source(""), estimate=estimate, estimates=[estimate])
    return [finding for finding in check(reading) if finding.rule.startswith("M")]


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        ("12.500.000 đồng (Mười hai triệu năm trăm nghìn đồng)", []),
        ("12,5 triệu đồng (mười hai triệu năm trăm ngàn đồng chẵn)", []),
        ("12.500.000 đồng (*Bằng chữ: Mười hai triệu năm trăm nghìn đồng*)", []),
        ("12.500.000 đồng, bằng chữ: Mười hai triệu năm trăm nghìn đồng", []),
        ("12.500.000 đồng (một đợt)", []),
        ("12.500.000 đồng (năm triệu đồng/lớp)", []),
        ("12.500.000 đồng (một nửa do doanh nghiệp góp bằng tiền đồng)", []),
        ("12,500 đồng (Mười hai nghìn năm trăm đồng)", []),
        ("12.500.000 đồng (Mười hai triệu\nnăm trăm nghìn đồng)", []),
        ("12.500.000 đồng (Mười hai triệu đồng)", ["Bằng số 12.500.000 đồng, bằng chữ 12.000.000 đồng."]),
        ("12.500.000 đồng, bằng chữ: Mười lăm triệu đồng", ["Bằng số 12.500.000 đồng, bằng chữ 15.000.000 đồng."]),
        ("12.500.000 đồng (Mười hai triệu lăm trăm nghìn đồng)", ["Không đọc được số tiền bằng chữ"]),
    ],
)
def test_m101_reads_figures_and_words(amount: str, expected: list[str]) -> None:
    messages = [message for _, message, _ in said(f"Điều 1. Tổng kinh phí thực hiện: {amount}.", "M101")]
    assert len(messages) == len(expected)
    assert all(message.startswith(start) for message, start in zip(messages, expected, strict=True))


def test_m101_reads_every_amount_of_the_paper() -> None:
    article = "Điều 1. Chi 5.000.000 đồng (Năm triệu đồng) và 6.000.000 đồng (Bảy triệu đồng)."
    assert said(article, "M101") == [
        (
            "error",
            "Bằng số 6.000.000 đồng, bằng chữ 7.000.000 đồng. Sửa để hai số bằng nhau.",
            "6.000.000 đồng (Bảy triệu đồng",
        )
    ]


def test_m102_says_by_how_much() -> None:
    assert said(f"{ACTIVITIES}3. Tổng kinh phí: 19.000.000 đồng (Mười chín triệu đồng).", "M102") == [
        (
            "error",
            "2 nội dung cộng lại 18.000.000 đồng, tổng ghi 19.000.000 đồng, chênh 1.000.000 đồng.",
            "19.000.000 đồng (Mười chín triệu đồng",
        )
    ]


def test_m102_passes_a_difference_that_the_paper_explains() -> None:
    rest = "3. Dự phòng: 1.000.000 đồng.\n4. Tổng kinh phí: 19.000.000 đồng (Mười chín triệu đồng)."
    assert [severity for severity, _, _ in said(ACTIVITIES + rest, "M102")] == []


def test_m102_reads_what_is_said_of_the_amount_only() -> None:
    each = ACTIVITIES.replace("20 cái. Kinh phí:", "khoảng 20 cái, mỗi cái một mặt, dự toán")
    assert len(said(f"{each}3. Tổng kinh phí: 19.000.000 đồng (Mười chín triệu đồng).", "M102")) == 1


def test_m102_passes_prices_of_one_piece() -> None:
    each = ACTIVITIES.replace("20 cái. Kinh phí: 8", "20 cái. Mỗi đợt 8")
    assert said(f"{each}3. Tổng kinh phí: 19.000.000 đồng (Mười chín triệu đồng).", "M102") == []


def test_m102_needs_an_amount_for_every_activity() -> None:
    some = ACTIVITIES.replace(" Kinh phí: 8.000.000 đồng.", "")
    assert said(f"{some}3. Tổng kinh phí: 19.000.000 đồng (Mười chín triệu đồng).", "M102") == []


def test_m102_a_group_that_does_not_add_up_is_a_warning() -> None:
    article = """
Điều 1. Phê duyệt nội dung và dự toán tuyên truyền năm 2024:
1. Tuyên truyền, kinh phí: 20.000.000 đồng
a) In sổ tay tuyên truyền: 500 cuốn. Kinh phí: 10.000.000 đồng.
b) Treo băng rôn: 20 cái. Kinh phí: 8.000.000 đồng.
"""
    assert [(severity, message) for severity, message, _ in said(article, "M102")] == [
        ("warning", "Nhóm ghi 20.000.000 đồng, các nội dung trong nhóm cộng lại 18.000.000 đồng.")
    ]


@pytest.mark.parametrize(
    ("lead", "sources", "expected"),
    [
        ("gồm", {"Ngân sách tỉnh": 15, "Doanh nghiệp": 5}, []),
        ("gồm", {"Ngân sách tỉnh": 15, "Doanh nghiệp": 6}, ["error"]),
        ("trong đó", {"Ngân sách tỉnh": 15, "Doanh nghiệp": 6}, ["error"]),
        ("gồm", {"Ngân sách tỉnh": 15, "Doanh nghiệp": 4}, ["error"]),
        ("trong đó", {"Ngân sách tỉnh": 15, "Doanh nghiệp": 4}, ["warning"]),
        ("gồm", {"Ngân sách tỉnh": 15, "Sự nghiệp": 9, "Đầu tư": 6, "Doanh nghiệp": 5}, []),
    ],
    ids=["right", "too much", "more than all", "too little of all", "some are named", "a source and its parts"],
)
def test_m103_compares_sources_and_total(lead: str, sources: dict[str, int], expected: list[str]) -> None:
    text = f"Tổng kinh phí 20 đồng, {lead}: " + "; ".join(f"{name} {amount} đồng" for name, amount in sources.items())
    at = {words: (text.index(words), text.index(words) + len(words)) for words in ("20 đồng", *sources)}
    programme = Programme(
        total=Total(20, None, None, at["20 đồng"]),
        sources=[FundingSource(Words(name, at[name]), amount) for name, amount in sources.items()],
    )
    findings = check(Reading(Source(text), programme=programme))
    assert [finding.severity for finding in findings if finding.rule == "M103"] == expected


@pytest.mark.parametrize(
    ("parts", "what"),
    [(("In tờ rơi", "Tập huấn"), "Các phần"), (("Ngân sách tỉnh", "Xã hội hóa"), "Các nguồn")],
)
def test_m103_calls_the_parts_what_they_are(parts: tuple[str, ...], what: str) -> None:
    sources = [FundingSource(name, 12) for name in parts]
    programme = Programme(total=Total(20, None, None, (0, 2)), sources=sources)
    messages = [finding.message for finding in check(Reading(Source("20"), programme=programme))]
    assert f"{what} cộng lại 24 đồng, tổng ghi 20 đồng, chênh 4 đồng." in messages


def test_m104_hears_the_sum_of_the_programme_in_an_item_of_its_own() -> None:
    article = """
Điều 1. Phê duyệt nội dung và dự toán tuyên truyền năm 2024:
1. Treo băng rôn: 20 cái.
2. Kinh phí thực hiện: 19.000.000 đồng (Mười chín triệu đồng).
Điều 2. Tổng kinh phí thực hiện: 20.000.000 đồng.
"""
    assert [message for _, message, _ in said(article, "M104")] == [
        "Ở đây tổng là 19.000.000 đồng, tổng phê duyệt là 20.000.000 đồng. Thống nhất một số."
    ]


@pytest.mark.parametrize(
    ("bases", "expected"),
    [
        (["giao dự toán năm 2024: 15.000.000 đồng"], ["Tổng kinh phí 20.000.000 đồng vượt số được giao 15.000.000 đồng. Giảm chi hoặc ghi thêm nguồn."]),
        (["giao dự toán năm 2024: 20.000.000 đồng"], []),
        (["giao dự toán năm 2024: 15.000.000 đồng", "bổ sung kinh phí: 5 triệu đồng"], []),
        (["giao dự toán năm 2024: 15.000.000 đồng và 9.000.000 đồng"], []),
        (["giao dự toán năm 2024"], []),
        (["quy định mức chi 100.000 đồng"], []),
    ],
    ids=["over", "within", "two allotments", "two sums in one", "no sum", "no allotment"],
)  # fmt: skip
def test_m106_compares_the_total_with_what_the_bases_allot(bases: list[str], expected: list[str]) -> None:
    article = "".join(
        f"Căn cứ Quyết định số {n}/QĐ-STC ngày 10 tháng 01 năm 2024 của Sở Tài chính về việc {basis};\n"
        for n, basis in enumerate(bases, 12)
    )
    article += (
        "Điều 1. Phê duyệt dự toán tuyên truyền năm 2024. Tổng kinh phí: 20.000.000 đồng (Hai mươi triệu đồng).\n"
    )
    assert [message for _, message, _ in said(article, "M106")] == expected


def test_m104_reads_the_total_said_again() -> None:
    article = """
Điều 1. Phê duyệt dự toán tuyên truyền năm 2024. Tổng kinh phí: 20.000.000 đồng (Hai mươi triệu đồng).
Điều 2. Chi từ nguồn sự nghiệp kinh tế. Tổng kinh phí: 21 triệu đồng.
"""
    assert [(severity, message) for severity, message, _ in said(article, "M104")] == [
        ("warning", "Ở đây tổng là 21.000.000 đồng, tổng phê duyệt là 20.000.000 đồng. Thống nhất một số.")
    ]


@pytest.mark.parametrize(
    ("sum_", "wrong"),
    [
        ("12 người x 200.000 đồng x 3 ngày = 7.200.000 đồng", False),
        ("12 người x 200.000 đồng x 3 ngày = 7,2 triệu đồng", False),
        ("12 người x 200.000 đồng x 3 ngày = 7.400.000 đồng", True),
        ("30 người x 0,33 triệu đồng = 9,9 triệu đồng", False),
        ("100.000.000 đồng + 85.000.000 đồng = 185.000.000 đồng", False),
        ("100.000.000 đồng + 85.000.000 đồng = 158.000.000 đồng", True),
        ("10% x 5.000.000 đồng = 500.000 đồng", False),
        ("100 - 20 x 2 = 60", False),
        ("2 x 3 + 4 = 10", False),
        ("diện tích 0,8m x 6m = 4,8 m2", False),
        ("lương 4,65 triệu đồng x 12 tháng = 55,8", False),
    ],
)
def test_m105_works_sums_again(sum_: str, wrong: bool) -> None:
    assert bool(said(f"Điều 1. Chi phí: {sum_}.", "M105")) is wrong


def test_m105_works_the_price_beside_an_amount() -> None:
    article = """
Điều 1. Phê duyệt nội dung và dự toán xúc tiến thương mại năm 2024:
1. Tổ chức phiên chợ hàng Việt
- Số lượng: 04 phiên;
- Kinh phí: 460 triệu đồng (120 triệu đồng/phiên).
2. In sổ tay: 500 cuốn. Kinh phí: 10 triệu đồng.
"""
    assert [message for _, message, _ in said(article, "M105")] == [
        "4 phiên × 120.000.000 = 480.000.000 đồng, văn bản ghi 460.000.000 đồng.",
    ]
    assert said(article.replace("460", "480"), "M105") == []


def test_m202_finds_the_group_that_is_wrong() -> None:
    lines = [
        row("I", "Tuyên truyền", 20_000_000, 1),
        row("1", "Sổ tay", 10_000_000, 2),
        row("2", "Băng rôn", 9_000_000, 2),
        row("II", "Tập huấn", 5_000_000, 1),
    ]
    assert [(f.severity, f.message) for f in findings_on(lines, 25_000_000)] == [
        ("error", "«Tuyên truyền» ghi 20.000.000 đồng, các dòng trong nhóm cộng lại 19.000.000 đồng."),
    ]


def test_m202_finds_the_total_that_is_wrong() -> None:
    lines = [row("1", "Sổ tay", 10_000_000, 1), row("2", "Băng rôn", 9_000_000, 1)]
    assert [(f.severity, f.message) for f in findings_on(lines, 18_000_000)] == [
        ("error", "Các dòng cộng lại 19.000.000 đồng, tổng cộng ghi 18.000.000 đồng."),
    ]


def test_m202_adds_up_groups_without_an_amount_of_their_own() -> None:
    lines = [
        row("I", "Tuyên truyền", None, 1),
        row("1", "Sổ tay", 10_000_000, 2),
        row("II", "Tập huấn", 5_000_000, 1),
    ]
    assert [f.message for f in findings_on(lines, 16_000_000)] == [
        "Các dòng cộng lại 15.000.000 đồng, tổng cộng ghi 16.000.000 đồng."
    ]


@pytest.mark.parametrize(
    "lines",
    [
        [row("1", "Sổ tay", 10, 1), row("2", "Băng rôn", 9, 1), row(None, "Dự phòng", 1, 2)],
        [row("1", "Sổ tay", 10, 1), row("2", "Trong đó", 5, 1), row("3", "Băng rôn", 10, 1)],
        [row("1", "Sổ tay", 11, 1), row("1", "Bìa", 4, 2), row("5", "Ruột", 3, 2), row("2", "Băng rôn", 9, 1)],
        [row("1", "Sổ tay", None, 1), row("2", "Băng rôn", 9, 1)],
        [row("1", "Sổ tay", 12, 1), row(None, "Trong đó: ngân sách tỉnh", 3, 2), row("2", "Băng rôn", 8, 1)],
        [row("1", "Sổ tay", 12, 1), row("2", "Băng rôn", 8, 1), row(None, "Cộng mục 2", 8, 2)],
    ],
    ids=["reserve", "of which", "numbers out of order", "no amount", "one row of which", "sub-total"],
)
def test_m202_says_nothing_where_the_table_may_mean_something_else(lines: list[EstimateLine]) -> None:
    assert findings_on(lines, 20) == []


def test_a_table_whose_numbers_do_not_follow_is_no_tree() -> None:
    assert tree([row("1", "", 1, 1), row("3", "", 1, 1)]) is None
    assert tree([row("I", "", 1, 1), row("1", "", 1, 2), row("2", "", 1, 2), row("II", "", 1, 1)]) is not None
    assert tree([row("A", "", 1, 1), row("B", "", 1, 1), row("C", "", 1, 1)]) is not None
    assert tree([row("1", "", 1, 1), row("²", "", 1, 1)]) is None


PLAIN = ("STT", "Nội dung", "ĐVT", "Số lượng", "Đơn giá", "Thành tiền", "Ghi chú")


@pytest.mark.parametrize(
    ("quantity", "price", "amount", "note", "expected"),
    [
        (500, 20_000, 10_000_000, None, []),
        (500, 20_000, 12_500_000, None, ["error"]),
        (500, 20_000, 11_000_000, None, ["warning"]),
        (500, 20_000, 30_000_000, None, ["warning"]),
        (3, 333_333, 1_000_000, None, ["info"]),
        (150, 20_000, 6_000_000, "02 ngày", []),
        (150, 20_000, 6_100_000, "02 ngày", ["warning"]),
    ],
    ids=[
        "right",
        "wrong",
        "with a tax of 10 %",
        "three times",
        "rounded",
        "factor in the note",
        "factor that does not fit",
    ],
)
def test_m203_works_each_line(quantity: int, price: int, amount: int, note: str | None, expected: list[str]) -> None:
    line = row("1", "Sổ tay", amount, 1, quantity=Decimal(quantity), unit_price=price, note=note)
    assert [f.severity for f in findings_on([line], None, PLAIN)] == expected


def test_m203_leaves_tables_with_more_factors_alone() -> None:
    line = row("1", "Nước uống", 6_000_000, 1, quantity=Decimal(150), unit_price=20_000)
    assert findings_on([line], None, (*PLAIN[:4], "Số ngày", *PLAIN[4:])) == []


def test_m203_a_note_that_explains_the_quantity_is_no_other_factor() -> None:
    line = row("1", "Phụ cấp", 14_500_000, 1, quantity=Decimal(72), unit_price=200_000, unit="người/ngày")
    line.note = "18 người x 04 ngày"
    assert [f.severity for f in findings_on([line], None, PLAIN)] == ["error"]


@pytest.mark.parametrize(
    ("unit", "note", "expected"),
    [
        ("người/ngày", "18 người x 04 ngày", []),
        ("người/ngày", "18 người x 05 ngày", ["Ghi chú cho 90, cột số lượng ghi 72."]),
        ("cái", "0,8 m x 6 m", []),
        ("người/ngày", "theo Quyết định số 12", []),
    ],
)
def test_m203_reads_the_factors_of_a_note(unit: str, note: str, expected: list[str]) -> None:
    line = row("1", "Phụ cấp", 14_400_000, 1, quantity=Decimal(72), unit_price=200_000, unit=unit, note=note)
    assert [f.message for f in findings_on([line], None, PLAIN)] == expected


@pytest.mark.parametrize(("one", "other", "power"), [(19, 19_000, 1000), (19_000_000, 19, 10**6), (19, 20_000, None)])
def test_a_slip_of_the_unit_is_a_power_of_a_thousand(one: int, other: int, power: int | None) -> None:
    assert power_between(one, other) == power


@pytest.mark.parametrize(("second", "expected"), [("10.000.000", 0), ("12.000.000", 1)], ids=["right", "wrong"])
def test_m204_adds_up_the_parts_that_an_activity_lists(second: str, expected: int) -> None:
    paper = f"""
Điều 1. Phê duyệt nội dung và dự toán hỗ trợ máy móc năm 2024:
1. Hỗ trợ máy móc cho cơ sở sản xuất
- Số lượng: 02 cơ sở, gồm:
+ Hợp tác xã Bình Minh: 10.000.000 đồng;
+ Hợp tác xã Hòa An: {second} đồng.
2. In sổ tay: 500 cuốn.

PHỤ LỤC
DỰ TOÁN NĂM 2024
Đơn vị tính: đồng
| STT | Nội dung | ĐVT | Số lượng | Đơn giá | Thành tiền |
| 1 | Hỗ trợ máy móc cho cơ sở sản xuất | cơ sở | 02 | 10.000.000 | 20.000.000 |
| 2 | In sổ tay | cuốn | 500 | 20.000 | 10.000.000 |
|  | TỔNG CỘNG |  |  |  | 30.000.000 |
"""
    assert len(said(paper, "M204")) == expected


def test_m201_takes_a_slip_of_the_unit_for_a_warning() -> None:
    paper = """
Điều 1. Phê duyệt dự toán tuyên truyền năm 2024. Tổng kinh phí: 19.000.000 đồng (Mười chín triệu đồng).

PHỤ LỤC
DỰ TOÁN TUYÊN TRUYỀN NĂM 2024
Đơn vị tính: nghìn đồng
| STT | Nội dung | ĐVT | Số lượng | Đơn giá | Thành tiền |
| 1 | Sổ tay | cuốn | 500 | 20.000 | 10.000.000 |
| 2 | Băng rôn | cái | 20 | 450.000 | 9.000.000 |
|  | TỔNG CỘNG |  |  |  | 19.000.000 |
"""
    assert [(severity, message) for severity, message, _ in said(paper, "M201")] == [
        ("warning", "Tổng phụ lục và tổng trong điều lệch đúng 1.000 lần. Kiểm tra dòng «Đơn vị tính».")
    ]
