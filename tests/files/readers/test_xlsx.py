"""Annexes as offices keep them in Excel, each with the lines that an accountant would read in it."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from quyet.core.estimates.model import Vat
from quyet.files.estimates import estimates_in
from quyet.files.reading import read
from tests.files.readers.cells import assert_places_are_true
from tests.files.readers.made_xlsx import (
    HEAD,
    estimate_of,
    figures,
    findings_of,
    lines_of,
    reading_of,
    said,
    workbook,
)

BANNERS = [1, "In băng rôn", "cái", 40, 650_000, 26_000_000, None]
BOOKS = [2, "In sổ tay", "cuốn", 750, 40_000, 30_000_000, "khổ A5"]
TOTAL = [None, "Tổng cộng", None, None, None, 56_000_000, None]


def test_a_plain_annex() -> None:
    estimate = estimate_of(workbook(["DỰ TOÁN KINH PHÍ"], ["Đơn vị tính: đồng"], HEAD, BANNERS, BOOKS, TOTAL))
    assert figures(estimate.lines) == [
        ("1", "In băng rôn", "40", 650_000, 26_000_000),
        ("2", "In sổ tay", "750", 40_000, 30_000_000),
    ]
    assert estimate.total == 56_000_000
    assert [line.unit for line in estimate.lines] == ["cái", "cuốn"]
    assert [line.note for line in estimate.lines] == [None, "khổ A5"]
    assert estimate.columns == HEAD


def test_the_text_is_a_line_a_row_and_every_place_is_true() -> None:
    source = reading_of(workbook(["DỰ TOÁN"], HEAD, ["1", "In băng rôn\n (hiflex)", "cái", 40, None, 1_000.5])).source
    assert source.text.split("\n") == [
        "DỰ TOÁN |  |  |  |  |  | ",
        "STT | Nội dung | ĐVT | Số lượng | Đơn giá | Thành tiền | Ghi chú",
        "1 | In băng rôn (hiflex) | cái | 40 |  | 1000,5 | ",
    ]
    assert_places_are_true(source)


def test_a_plain_annex_says_nothing_wrong() -> None:
    assert said(workbook(HEAD, BANNERS, BOOKS, TOTAL)) == []


def test_every_value_shows_its_words_in_the_text() -> None:
    reading = reading_of(workbook(HEAD, BANNERS, BOOKS, TOTAL))
    facts = {fact.path: fact.raw for fact in reading.facts()}
    assert facts["/estimate/lines/0/content"] == "In băng rôn"
    assert facts["/estimate/lines/1/amount"] == "30000000"
    assert facts["/estimate/total"] == "56000000"
    assert facts["/estimate/columns/1"] == "Nội dung"
    assert (reading.document.kind, reading.programme, reading.source.format) == (None, None, "xlsx")


@pytest.mark.parametrize(
    ("caption", "scale"),
    [
        ("Đơn vị tính: nghìn đồng", 1_000), ("ĐVT: 1.000 đồng", 1_000), ("ĐVT: 1000đ", 1_000),
        ("Đơn vị tính: triệu đồng", 1_000_000), ("Đơn vị tính: đồng", 1), ("ĐVT: VNĐ", 1),
    ],
)  # fmt: skip
def test_money_is_dong_whatever_the_caption_says(caption: str, scale: int) -> None:
    [line] = lines_of(workbook([None] * 5 + [caption], HEAD, [1, "Sổ tay", "cuốn", 750, 40, 30_000, None]))
    assert (line.unit_price, line.amount) == (40 * scale, 30_000 * scale)


def test_a_heading_may_count_otherwise_than_the_caption() -> None:
    head = ["STT", "Nội dung", "Số lượng", "Đơn giá (đồng)", "Thành tiền (nghìn đồng)"]
    [line] = lines_of(workbook(["Đơn vị tính: triệu đồng"], head, [1, "Sổ tay", 750, 40_000, 30_000]))
    assert (line.unit_price, line.amount) == (40_000, 30_000_000)


def test_fractions_of_a_dong_are_rounded_half_up() -> None:
    [line] = lines_of(workbook(["ĐVT: nghìn đồng"], HEAD, [1, "Xăng", "lít", 12.5, 22.7405, 284.25625, None]))
    assert (line.quantity, line.unit_price, line.amount) == (Decimal("12.5"), 22_741, 284_256)


# --- columns ---------------------------------------------------------------------------------------------------------


def test_headings_of_two_rows_with_merged_cells_and_a_row_of_numbers() -> None:
    data = workbook(
        ["DỰ TOÁN HỘI NGHỊ TẬP HUẤN"],
        ["TT", "Nội dung chi", "ĐVT", "Khối lượng", None, "Đơn giá", "Thành tiền", "Căn cứ"],
        [None, None, None, "Số người", "Số buổi"],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)=(4)x(5)x(6)", "(8)"],
        [1, "Nước uống", "suất", 150, 2, 20_000, 6_000_000, "NQ 12"],
        [2, "Thuê hội trường", "buổi", None, 2, 4_000_000, 8_000_000, None],
        merged=["A2:A3", "B2:B3", "C2:C3", "D2:E2", "F2:F3", "G2:G3", "H2:H3"],
    )
    estimate = estimate_of(data)
    assert estimate.columns == ["TT", "Nội dung chi", "ĐVT", "Số người", "Số buổi", "Đơn giá", "Thành tiền", "Căn cứ"]
    assert figures(estimate.lines) == [
        ("1", "Nước uống", "150 người × 2 buổi", 20_000, 6_000_000),
        ("2", "Thuê hội trường", "2 buổi", 4_000_000, 8_000_000),
    ]
    assert [line.quantity for line in estimate.lines] == [300, 2]
    assert said(data) == []


def test_a_quantity_beside_days_is_a_factor_where_the_product_says_so() -> None:
    head = ["STT", "Nội dung", "ĐVT", "Số lượng", "Số ngày", "Đơn giá", "Thành tiền"]
    data = workbook(
        head, [1, "Phụ cấp lưu trú", "người", 12, 4, 200_000, 9_600_000], [2, "Vé", "người", 12, None, 50_000, 600_000]
    )
    assert figures(lines_of(data)) == [
        ("1", "Phụ cấp lưu trú", "12 người × 4 ngày", 200_000, 9_600_000),
        ("2", "Vé", "12", 50_000, 600_000),
    ]


def test_a_quantity_beside_factors_is_their_product_where_the_product_says_so() -> None:
    head = ["STT", "Nội dung", "ĐVT", "Số người", "Số ngày", "Số lượng", "Đơn giá", "Thành tiền"]
    [line] = lines_of(workbook(head, [1, "Phụ cấp lưu trú", "lượt", 12, 4, 48, 200_000, 9_600_000]))
    assert (line.quantity, [factor.value for factor in line.factors]) == (48, [12, 4])


def test_several_columns_of_quantities_are_factors_and_tong_is_an_amount() -> None:
    head = ["STT", "Nội dung", "Số lượng người", "Số lượng ngày", "Mức chi", "Tổng số"]
    data = workbook(head, [1, "Lưu trú", 12, 4, 200_000, 9_600_000])
    assert figures(lines_of(data)) == [("1", "Lưu trú", "12 người × 4 ngày", 200_000, 9_600_000)]


def test_units_that_stand_in_the_number_format() -> None:
    def people(sheet):
        sheet["D2"].number_format = '#,##0 "người"'
        sheet["E2"].number_format = '0 "ngày"'

    head = ["STT", "Nội dung", "ĐVT", "Hệ số 1", "Hệ số 2", "Đơn giá", "Thành tiền"]
    data = workbook(head, [1, "Lưu trú", None, 12, 4, 200_000, 9_600_000], change=people)
    assert figures(lines_of(data)) == [("1", "Lưu trú", "12 người × 4 ngày", 200_000, 9_600_000)]
    assert "| 12 người | 4 ngày |" in reading_of(data).text


def test_a_product_that_does_not_come_out_names_its_cell() -> None:
    head = ["STT", "Nội dung", "Số người", "Số ngày", "Đơn giá", "Thành tiền"]
    data = workbook(head, [1, "Lưu trú", 12, 4, 200_000, 9_600_000], [2, "Phòng nghỉ", 12, 3, 450_000, 21_600_000])
    assert said(data) == [("F917", "error", "Dự toán!F3: 12 × 3 × 450.000 = 16.200.000, ô ghi 21.600.000.")]


def test_source_code_and_activity_are_taken_and_merged_cells_hold_for_each_row() -> None:
    head = ["STT", "Nội dung", "Số lượng", "Đơn giá", "Thành tiền", "Nguồn kinh phí", "Tiểu mục", "Mã nội dung"]
    data = workbook(
        head,
        [1, "Sổ tay", 10, 1_000, 10_000, "Ngân sách tỉnh", 6606, "1.b"],
        [2, "Tờ rơi", 10, 1_000, 10_000, None, 6606, "1.b"],
        merged=["F2:F3"],
    )
    taken = [(line.source, line.code, line.activity) for line in lines_of(data)]
    assert taken == [("Ngân sách tỉnh", "6606", "1.b")] * 2


def test_a_sum_merged_over_rows_counts_once() -> None:
    data = workbook(HEAD, BANNERS, [2, "In sổ tay", "cuốn", 750, 40_000, None, None], merged=["F2:F3"])
    assert [line.amount for line in lines_of(data)] == [26_000_000, None]


def test_a_column_with_figures_that_means_nothing_here_is_named() -> None:
    data = workbook([*HEAD, "Xã hội hóa"], [*BANNERS, 5_000_000])
    assert said(data) == [
        ("F918", "info", "Dự toán: cột H «Xã hội hóa» có số nhưng không thuộc phần nào của dự toán, không đọc.")
    ]


# --- several columns of money ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("names", "sums", "read", "left"),
    [
        (["Dự toán được giao", "Đề nghị", "Chênh lệch"], [9, 26, 17], "D «Đề nghị»", "C «Dự toán được giao», E «Chênh lệch»"),
        (["Kinh phí đề nghị", "Kinh phí thẩm định", "Tăng/giảm kinh phí"], [27, 26, 1], "D «Kinh phí thẩm định»", "C «Kinh phí đề nghị»"),
        (["Kinh phí năm 2023", "Kinh phí năm 2024"], [20, 26], "D «Kinh phí năm 2024»", "C «Kinh phí năm 2023»"),
        (["Kinh phí đã chi", "Thành tiền"], [20, 26], "D «Thành tiền»", "C «Kinh phí đã chi»"),
    ],
)  # fmt: skip
def test_of_several_sums_the_planned_one_is_read_and_the_others_are_named(
    names: list[str], sums: list[int], read: str, left: str
) -> None:
    data = workbook(["STT", "Nội dung", *names], [1, "In băng rôn", *(each * 1_000_000 for each in sums)])
    assert [line.amount for line in lines_of(data)] == [26_000_000]
    told = [message for rule, _, message in said(data) if rule == "F918" and "thành tiền đọc từ" in message]
    assert told == [f"Dự toán: thành tiền đọc từ cột {read}; không đọc cột {left}."]


BY_SOURCE = (
    ["STT", "Nội dung", "Kinh phí năm 2024", "Trong đó", None],
    [None, None, None, "NSTW", "NSĐP"],
)


def by_source(*rows: list[object]) -> bytes:
    return workbook(*BY_SOURCE, *rows, merged=["A1:A2", "B1:B2", "C1:C2", "D1:E1"])


def test_a_line_of_one_source_has_it() -> None:
    data = by_source([1, "In băng rôn", 26, 26, None], [2, "Sổ tay", 30, None, 30], [None, "Tổng cộng", 56, 26, 30])
    estimate = estimate_of(data)
    assert [(line.amount, line.source) for line in estimate.lines] == [(26, "NSTW"), (30, "NSĐP")]
    assert estimate.total == 56
    assert said(data) == []


def test_a_line_of_two_sources_keeps_its_sum_and_the_split_is_told() -> None:
    data = by_source([1, "In băng rôn", 26, 20, 6])
    assert [(line.amount, line.source) for line in lines_of(data)] == [(26, None)]
    told = "Dự toán: cột D «NSTW», E «NSĐP» chia thành tiền ra nhiều phần; chỉ đọc tổng, dòng có nhiều nguồn để trống nguồn."
    assert said(data) == [("F918", "info", told)]


def test_sources_that_do_not_make_the_sum_are_an_error() -> None:
    data = by_source([1, "In băng rôn", 26_000_000, 20_000_000, 5_000_000])
    told = "Dự toán!C3: các nguồn cộng lại 25.000.000, ô ghi 26.000.000."
    assert said(data, "F917") == [("F917", "error", told)]


QUARTERS = ["Quý I", "Quý II", "Quý III", "Quý IV"]


def test_quarters_beside_their_sum_are_held_against_it() -> None:
    head = ["STT", "Nội dung", "Thành tiền", *QUARTERS]
    right = workbook(head, [1, "Sổ tay", 30_000_000, None, 10_000_000, 20_000_000, None])
    assert [line.amount for line in lines_of(right)] == [30_000_000]
    assert said(right, "F917") == []
    wrong = workbook(head, [1, "Sổ tay", 30_000_000, None, 10_000_000, 10_000_000, None])
    assert said(wrong, "F917") == [("F917", "error", "Dự toán!C2: các quý cộng lại 20.000.000, ô ghi 30.000.000.")]


def test_quarters_without_their_sum_give_no_amount_and_are_told() -> None:
    head = [["STT", "Nội dung", "Kinh phí", None, None, None], [None, None, *(f"Quý {n}" for n in range(1, 5))]]
    data = workbook(*head, [1, "Sổ tay", None, 10_000_000, 20_000_000, None], merged=["C1:F1"])
    assert [line.amount for line in lines_of(data)] == [None]
    told = (
        "Dự toán: chỉ có tiền theo cột D «Quý 2», E «Quý 3», không có cột cộng; thành tiền để trống. "
        "Thêm cột «Thành tiền»."
    )
    assert said(data) == [("F918", "warning", told)]


# --- VAT -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tax", "amount", "vat"),
    [
        ("8%", 30_000_000, Vat(Decimal(8), inside=True)),
        (8, 32_400_000, Vat(Decimal(8), inside=False)),
        (0.08, 32_400_000, Vat(Decimal(8), inside=False)),
        (2_400_000, 32_400_000, Vat(Decimal(8), inside=False)),
        ("không chịu thuế", 30_000_000, None),
        (None, 30_000_000, None),
    ],
)
def test_a_rate_or_a_tax_with_what_the_amount_says_of_it(tax: object, amount: int, vat: Vat | None) -> None:
    head = ["STT", "Nội dung", "Số lượng", "Đơn giá", "Thuế VAT", "Thành tiền"]
    [line] = lines_of(workbook(head, [1, "Sổ tay", 750, 40_000, tax, amount]))
    assert line.vat == vat


def test_headings_say_whether_a_price_has_its_tax_where_no_amount_does() -> None:
    head = ["STT", "Nội dung", "Số lượng", "Đơn giá chưa VAT", "Thuế suất (%)", "Thành tiền"]
    [line] = lines_of(workbook(head, [1, "Sổ tay", 750, 40_000, 10, None]))
    assert line.vat == Vat(Decimal(10), inside=False)


def test_of_two_sums_the_one_with_tax_is_the_amount() -> None:
    head = ["STT", "Nội dung", "Số lượng", "Đơn giá", "Thành tiền trước thuế", "VAT", "Thành tiền sau thuế"]
    data = workbook(head, [1, "Sổ tay", 750, 40_000, 30_000_000, "10%", 33_000_000])
    assert figures(lines_of(data)) == [("1", "Sổ tay", "750", 40_000, 33_000_000)]


# --- cells as people leave them --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("26.000.000", 26_000_000), ("26,000,000 đ", 26_000_000), ("26 000 000 đồng", 26_000_000), ("26000000", 26_000_000),
        ("26 triệu", 26_000_000), ("1,500", 1_500), ("-", None), ("", None), (26_000_000.0000001, 26_000_000),
    ],
)  # fmt: skip
def test_amounts_as_they_are_typed(typed: object, amount: int | None) -> None:
    [line] = lines_of(workbook(HEAD, [1, "In băng rôn", "cái", None, None, typed, None]))
    assert line.amount == amount


def test_numbers_typed_as_words_are_read_and_told_because_excel_adds_none_of_them() -> None:
    data = workbook(
        HEAD, [1, "In băng rôn", "cái", "40", "650.000", 26_000_000, None], [2, "Sổ tay", "cuốn", 1, "5", 5, None]
    )
    assert figures(lines_of(data))[0] == ("1", "In băng rôn", "40", 650_000, 26_000_000)
    told = "Dự toán!D2, E2, E3 lưu số dạng chữ: đọc được, nhưng hàm SUM của Excel bỏ qua."
    assert said(data, "F916") == [("F916", "warning", told)]


def test_words_days_and_doubtful_numbers_stay_empty_and_are_told() -> None:
    data = workbook(
        HEAD,
        [1, "In băng rôn", "cái", date(2024, 5, 1), 650_000, 26_000_000, None],
        [2, "Sổ tay", "cuốn", "1,500", "theo báo giá", 5_000, None],
    )
    assert [(line.quantity, line.unit_price) for line in lines_of(data)] == [(None, 650_000), (None, None)]
    assert said(data, "F916") == [
        ("F916", "warning", "Dự toán!D2 ghi «01/05/2024»: ô định dạng ngày tháng nên không đọc thành số; nhập lại số rồi chọn định dạng Number."),
        ("F916", "warning", "Dự toán!D3 ghi «1,500»: có thể là hai số khác nhau; để trống. Nhập lại dạng số."),
        ("F916", "warning", "Dự toán!E3 ghi «theo báo giá», không phải là số; để trống."),
    ]  # fmt: skip


def test_a_finding_stands_at_its_cell() -> None:
    data = workbook(HEAD, [1, "Sổ tay", "cuốn", 1, "theo báo giá", 5_000, None])
    [finding] = findings_of(data, "F916")
    start, end = finding.span
    assert reading_of(data).text[start:end] == "theo báo giá"
    assert (finding.line, finding.column) == (2, reading_of(data).text.split("\n")[1].index("theo") + 1)


def test_a_quantity_may_bring_its_noun() -> None:
    head = ["STT", "Nội dung", "Số lượng", "Đơn giá", "Thành tiền"]
    [line] = lines_of(workbook(head, [1, "Lớp tập huấn", "02 lớp", 5_000_000, 10_000_000]))
    assert (line.quantity, line.unit) == (2, "lớp")


def test_days_and_numbers_among_words_are_words() -> None:
    def grouped(sheet):
        sheet["G2"].number_format = "dd/mm/yyyy"

    [line] = lines_of(workbook(HEAD, [1.5, 2024, "cái", 1, 5, 5, date(2024, 3, 1)], change=grouped))
    assert (line.label, line.content, line.note) == ("1.5", "2024", "01/03/2024")


def test_a_label_keeps_the_nought_that_its_format_shows() -> None:
    def two_places(sheet):
        sheet["A2"].number_format = "0.00"

    [line] = lines_of(workbook(HEAD, [1.1, "In băng rôn", "cái", 1, 5, 5, None], change=two_places))
    assert line.label == "1.10"


def test_blank_rows_repeated_headings_and_what_stands_below_are_no_lines() -> None:
    data = workbook(
        HEAD, BANNERS, [], HEAD, BOOKS, TOTAL, [], ["(Bằng chữ: Năm mươi sáu triệu đồng)"], [None, "Người lập biểu"]
    )
    assert [line.content for line in lines_of(data)] == ["In băng rôn", "In sổ tay"]
    assert said(data) == []


def test_figures_below_the_end_of_the_table_are_told() -> None:
    data = workbook(
        HEAD, BANNERS, [*TOTAL[:5], 26000000], ["Bằng chữ: …"], [None, "Tạm ứng", None, None, None, 9_000_000]
    )
    told = "Dự toán!F5 nằm dưới chỗ hết bảng, không được đọc."
    assert said(data, "F918") == [("F918", "info", told)]


def test_words_below_the_table_that_say_another_total() -> None:
    data = workbook(HEAD, BANNERS, [*TOTAL[:5], 26000000], ["(Bằng chữ: Hai mươi lăm triệu đồng.)"])
    told = "Dự toán!A4: bằng chữ là 25.000.000 đồng, tổng cộng là 26.000.000 đồng."
    assert said(data) == [("F919", "error", told)]


# --- groups and totals -----------------------------------------------------------------------------------------------

GROUPS = (
    ["I", "TUYÊN TRUYỀN", None, None, None, 56_000_000, None],
    [1, "Băng rôn", None, None, None, 26_000_000, None],
    ["1.1", "In", "cái", 40, 500_000, 20_000_000, None],
    ["1.2", "Treo", "cái", 40, 150_000, 6_000_000, None],
    ["2", "Sổ tay", None, None, None, 30_000_000, None],
    ["a", "Biên soạn", "cuốn", 1, 5_000_000, 5_000_000, None],
    ["b", "In", "cuốn", 750, 33_333.3333, 25_000_000, None],
    ["II", "TẬP HUẤN", None, None, None, 6_000_000, None],
    ["-", "Nước uống", "suất", 300, 20_000, 6_000_000, None],
    ["TỔNG CỘNG (I+II)", None, None, None, None, 62_000_000, None],
)


def test_levels_of_nested_labels() -> None:
    estimate = estimate_of(workbook(HEAD, *GROUPS, merged=["A11:E11"]))
    assert [(line.label, line.level) for line in estimate.lines] == [
        ("I", 1), ("1", 2), ("1.1", 3), ("1.2", 3), ("2", 2), ("a", 4), ("b", 4), ("II", 1), (None, 2),
    ]  # fmt: skip
    assert estimate.total == 62_000_000


def test_the_total_may_stand_first() -> None:
    estimate = estimate_of(workbook(HEAD, TOTAL, BANNERS, BOOKS))
    assert ([line.label for line in estimate.lines], estimate.total) == (["1", "2"], 56_000_000)


def test_a_plus_below_a_dash_stands_one_deeper() -> None:
    data = workbook(
        HEAD,
        [1, "Tập huấn", None, None, None, 9, None],
        ["-", "Giảng viên", None, None, None, 9, None],
        ["+", "Thù lao", None, None, None, 5, None],
        ["+", "Tài liệu", None, None, None, 4, None],
    )
    assert [line.level for line in lines_of(data)] == [1, 2, 3, 3]


def test_a_subtotal_row_stays_a_line_and_its_group_keeps_what_it_says() -> None:
    data = workbook(
        HEAD,
        ["I", "TUYÊN TRUYỀN"],
        BANNERS,
        BOOKS,
        [None, "Cộng mục I", None, None, None, 56_000_000],
        ["II", "TẬP HUẤN"],
        [1, "Nước uống", "suất", 300, 20_000, 6_000_000],
        [None, "Cộng mục II", None, None, None, 6_000_000],
        [None, "Tổng cộng", None, None, None, 62_000_000],
    )
    estimate = estimate_of(data)
    assert [(line.label, line.content, line.level, line.amount) for line in estimate.lines] == [
        ("I", "TUYÊN TRUYỀN", 1, None),
        ("1", "In băng rôn", 2, 26_000_000),
        ("2", "In sổ tay", 2, 30_000_000),
        (None, "Cộng mục I", 2, 56_000_000),
        ("II", "TẬP HUẤN", 1, None),
        ("1", "Nước uống", 2, 6_000_000),
        (None, "Cộng mục II", 2, 6_000_000),
    ]
    assert (estimate.total, said(data)) == (62_000_000, [])


def test_nothing_adds_a_subtotal_up_once_more(tmp_path: Path) -> None:
    rows = [["I", "TUYÊN TRUYỀN"], BANNERS, BOOKS, [None, "Cộng mục I", None, None, None, 56_000_000]]
    (file := tmp_path / "a.xlsx").write_bytes(workbook(HEAD, *rows))
    [estimate] = estimates_in(file)
    assert [line.amount for line in estimate.lines] == [56_000_000, 26_000_000, 30_000_000, 56_000_000]
    assert estimate.total == 56_000_000


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        ("Cộng mục I", "«Cộng mục I» ghi 55.000.000 đồng, các dòng cộng lại 56.000.000 đồng."),
        ("Tổng (I)", "«Tổng (I)» ghi 55.000.000 đồng, các dòng cộng lại 56.000.000 đồng."),
    ],
)
def test_a_subtotal_that_names_its_part_and_says_another_sum_is_an_error(row: str, wrong: str) -> None:
    data = workbook(HEAD, ["I", "TUYÊN TRUYỀN"], BANNERS, BOOKS, [None, row, None, None, None, 55_000_000])
    assert said(data) == [("M202", "error", wrong)]
    right = workbook(HEAD, ["I", "TUYÊN TRUYỀN"], BANNERS, BOOKS, [None, row, None, None, None, 56_000_000])
    assert said(right) == []


def test_a_subtotal_of_no_lines_in_sight_is_a_warning() -> None:
    data = workbook(HEAD, BANNERS, BOOKS, [None, "Cộng", None, None, None, 55_000_000], TOTAL)
    told = "«Cộng» ghi 55.000.000 đồng, không nhóm dòng nào phía trên cộng lại ra số đó."
    assert said(data) == [("M202", "warning", told)]


def test_work_that_begins_with_the_same_word_is_no_subtotal() -> None:
    rows = (
        [None, "Tổng kết chương trình", None, None, None, 4_000_000],
        [None, "Cộng tác viên", "người", 2, 1_000, 2_000],
    )
    assert [line.is_subtotal for line in lines_of(workbook(HEAD, BANNERS, *rows, TOTAL))] == [False, False, False]


def test_an_unnumbered_tax_stands_beside_the_lines_where_it_makes_the_total() -> None:
    tax = [None, "Thuế GTGT 10%", None, None, None, 5_600_000, None]
    cong = [None, "Cộng", None, None, None, 56_000_000, None]
    estimate = estimate_of(workbook(HEAD, BANNERS, BOOKS, cong, tax, [None, "Tổng cộng", None, None, None, 61_600_000]))
    assert [(line.content, line.level) for line in estimate.lines] == [
        ("In băng rôn", 1),
        ("In sổ tay", 1),
        ("Cộng", 1),
        ("Thuế GTGT 10%", 1),
    ]
    assert estimate.total == 61_600_000


def test_a_total_that_the_lines_do_not_give_is_told_as_in_every_annex() -> None:
    told = "Các dòng cộng lại 56.000.000 đồng, tổng cộng ghi 57.000.000 đồng."
    assert said(workbook(HEAD, BANNERS, BOOKS, [None, "Tổng cộng", None, None, None, 57_000_000])) == [
        ("M202", "error", told)
    ]


# --- sheets ----------------------------------------------------------------------------------------------------------


def test_several_sheets_are_several_estimates_and_other_sheets_are_named() -> None:
    more = {"Hội nghị": [HEAD, BOOKS, ["", "Tổng cộng", "", "", "", 30_000_000]], "Báo giá": [["Công ty A", 5]]}
    reading = reading_of(workbook(HEAD, BANNERS, more=more))
    assert [[line.content for line in estimate.lines] for estimate in reading.estimates] == [
        ["In băng rôn"],
        ["In sổ tay"],
    ]
    assert reading.estimate is reading.estimates[1], "the one that carries a total"
    assert [finding.message for finding in reading.findings] == [
        "Trang tính không có bảng dự toán, không đọc thành dự toán: «Báo giá»."
    ]


def test_two_tables_on_one_sheet_are_two_estimates() -> None:
    other = ["TT", "Nội dung", "Thành tiền"]
    reading = reading_of(
        workbook(HEAD, BANNERS, [*TOTAL[:5], 26000000], [], ["B. NGUỒN KHÁC"], other, [1, "Tài trợ", 7])
    )
    assert [estimate.total for estimate in reading.estimates] == [26_000_000, None]
    assert [line.amount for line in reading.estimates[1].lines] == [7]


def test_a_hidden_sheet_is_named_and_not_read() -> None:
    def hide(sheet):
        sheet.parent["Cũ"].sheet_state = "veryHidden"

    data = workbook(HEAD, BANNERS, more={"Cũ": [HEAD, BOOKS]}, change=hide)
    assert len(reading_of(data).estimates) == 1
    assert "In sổ tay" not in reading_of(data).text
    assert said(data) == [("F914", "warning", "Trang tính ẩn không được đọc: «Cũ». Bỏ ẩn nếu trang đó thuộc dự toán.")]


def test_hidden_rows_and_columns_count_and_are_named() -> None:
    def hide(sheet):
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["G"].hidden = True

    data = workbook(HEAD, BANNERS, BOOKS, TOTAL, change=hide)
    assert [line.amount for line in lines_of(data)] == [26_000_000, 30_000_000]
    assert said(data) == [
        ("F914", "warning", "Dự toán: cột ẩn G «Ghi chú» vẫn được đọc."),
        ("F914", "warning", "Dự toán: hàng ẩn 3 có số liệu và vẫn được đọc."),
    ]


def test_a_workbook_without_an_estimate_is_a_text_and_a_finding() -> None:
    reading = reading_of(workbook(["Họ tên", "Điện thoại"], ["Nguyễn Văn A", "01"]))
    assert (reading.estimates, reading.estimate) == ([], None)
    assert reading.text == "Họ tên | Điện thoại\nNguyễn Văn A | 01"
    assert [(finding.rule, finding.severity) for finding in reading.findings] == [("F918", "warning")]


def test_reading_a_workbook_loads_neither_openpyxl_nor_calamine_nor_lxml(tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    file.write_bytes(workbook(HEAD, BANNERS))
    foreign = {"openpyxl", "python_calamine", "lxml", "pypdfium2"}
    code = (
        "import sys; from pathlib import Path; from quyet.files.reading import read; "
        f"assert read(Path(sys.argv[1])).estimate; print(*({foreign!r} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(file)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


# --- how far it is ---------------------------------------------------------------------------------------------------


def test_who_waits_is_told_how_many_rows_were_read() -> None:
    rows = [[n, f"Băng rôn {n}", "cái", 1, 1_000, 1_000] for n in range(1, 120)]
    told: list[tuple[int, int]] = []
    read(workbook(HEAD, *rows), "a.xlsx", progress=lambda done, total: told.append((done, total)))
    assert told == [(50, 120), (100, 120)]
