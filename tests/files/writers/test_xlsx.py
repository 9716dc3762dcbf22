"""An estimate in Excel: its formulas, its looks, and that nothing is lost on the way there and back."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from quyet.core.estimates.model import Factor, PlannedEstimate, PlannedLine, PriceBasis, Quotation, Vat
from quyet.files.estimates import completed
from quyet.files.facts.forms import load_wording
from quyet.files.reading import read
from quyet.files.writers.refused import Unwritable
from quyet.files.writers.xlsx import AnnexSheet, write_xlsx
from tests.office import converted

QUOTED = PriceBasis(
    "quotation",
    quotations=[Quotation("Công ty A", 41_000, date(2024, 3, 1)), Quotation("Công ty B", 40_000)],
    chosen=2,
    why="giá thấp hơn",
)
NORM = PriceBasis("norm", norm="refreshments", place="urban_1", province="lang-son")
LINES = [
    PlannedLine("I", content="Hội nghị tập huấn"),
    PlannedLine("1", "1.d", "Nước uống", "suất", unit_price=20_000, factors=[Factor(Decimal(150), "người"), Factor(Decimal(2), "buổi")], basis=NORM, code="6699"),
    PlannedLine("2", "1.d", "Báo cáo viên", "buổi", unit_price=1_500_000, factors=[Factor(Decimal("1.5"), "ngày"), Factor(Decimal(2), "buổi")], vat=Vat(Decimal(8)), note="QĐ 12"),
    PlannedLine("II", content="In ấn", source="Ngân sách tỉnh"),
    PlannedLine("1", "1.b", "Sổ tay", "cuốn", Decimal(750), 40_000, vat=Vat(Decimal("8.5"), inside=False), basis=QUOTED),
    PlannedLine("2", None, "=Tờ rơi", "tờ", amount=1_000_000),
]  # fmt: skip


def example() -> PlannedEstimate:
    [estimate] = completed([PlannedEstimate(lines=deepcopy(LINES))])
    return estimate


def written(*estimates: PlannedEstimate, titles: tuple[str, ...] = ()) -> bytes:
    return write_xlsx([AnnexSheet(estimate, titles) for estimate in estimates], load_wording())


def opened(data: bytes, name: str = "Dự toán") -> Worksheet:
    return load_workbook(BytesIO(data))[name]


def back(data: bytes) -> PlannedEstimate:
    estimate = read(data, "dự toán.xlsx").estimate
    assert isinstance(estimate, PlannedEstimate)
    return estimate


HEADING = 4
"""The row of the headings below two titles and the unit of money."""
SHEET = written(example(), titles=("PHỤ LỤC", "DỰ TOÁN KINH PHÍ"))


# --- what stands in the cells ----------------------------------------------------------------------------------------


def test_the_columns_that_an_annex_has_and_those_that_have_something_to_say() -> None:
    names = [cell.value for cell in opened(SHEET)[HEADING]]
    assert names == [
        "TT", "Nội dung", "Đơn vị tính", "Thừa số 1", "Số buổi", "Số lượng", "Đơn giá", "Thuế GTGT", "Thành tiền",
        "Nguồn kinh phí", "Tiểu mục", "Ghi chú", "Mã nội dung", "Mã dòng",
    ]  # fmt: skip
    plain = PlannedEstimate(lines=[PlannedLine("1", content="Sổ tay", quantity=Decimal(1), unit_price=5, amount=5)])
    assert [cell.value for cell in opened(written(plain))[2]] == [
        "TT", "Nội dung", "Đơn vị tính", "Số lượng", "Đơn giá", "Thành tiền",
    ]  # fmt: skip


def test_amounts_subtotals_and_total_are_live_formulas() -> None:
    sheet = opened(SHEET)
    assert {cell: sheet[cell].value for cell in ("F6", "I5", "I6", "I7", "I8", "I9", "I10", "I11")} == {
        "F6": "=D6*E6",
        "I5": "=SUM(I6:I7)",
        "I6": "=F6*G6",
        "I7": "=ROUND(F7*G7,0)",
        "I8": "=SUM(I9:I10)",
        "I9": "=ROUND(F9*G9*(1+H9),0)",
        "I10": 1_000_000,
        "I11": "=SUM(I5,I8)",
    }


def test_programs_that_do_not_calculate_see_the_values_too() -> None:
    sheet = load_workbook(BytesIO(SHEET), data_only=True)["Dự toán"]
    assert [sheet[cell].value for cell in ("F6", "I6", "I9", "I5", "I11")] == [
        300,
        6_000_000,
        32_550_000,
        10_500_000,
        44_050_000,
    ]


def test_an_amount_that_no_formula_gives_stays_as_it_is_stated() -> None:
    estimate = PlannedEstimate(
        lines=[PlannedLine("1", content="Sổ tay", quantity=Decimal(2), unit_price=5, amount=11, level=1)], total=12
    )
    sheet = opened(written(estimate))
    assert [sheet["F3"].value, sheet["F4"].value] == [11, 12]


def test_a_unit_stands_in_the_heading_or_with_its_number() -> None:
    sheet = opened(SHEET)
    assert [sheet[cell].number_format for cell in ("D6", "D7", "E6", "F6", "G6", "H7", "H9", "I6")] == [
        'General "người"', 'General "ngày"', "General", "General", "#,##0", '"gồm "0%', '"cộng "0.0%', "#,##0",
    ]  # fmt: skip


def test_words_that_look_like_a_formula_stay_words() -> None:
    cell = opened(SHEET)["B10"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=Tờ rơi", "s", True)


def test_titles_caption_total_and_its_words() -> None:
    sheet = opened(SHEET)
    assert [sheet.cell(row, 1).value for row in (1, 2, 3, 12)] == [
        "PHỤ LỤC",
        "DỰ TOÁN KINH PHÍ",
        "Đơn vị tính: đồng",
        "(Bằng chữ: Bốn mươi tư triệu không trăm năm mươi nghìn đồng.)",
    ]
    assert sheet["B11"].value == "TỔNG CỘNG"


def test_how_it_looks_and_prints() -> None:
    sheet = opened(SHEET)
    assert sheet.print_area == "'Dự toán'!$A$1:$L$12", "what is only for work is not printed"
    assert (sheet.print_title_rows, sheet.freeze_panes) == ("$4:$4", "C5")
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert (sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToHeight) == (True, 0)
    assert {cell.font.name for row in sheet["A1:L12"] for cell in row if cell.value is not None} == {"Times New Roman"}
    assert [sheet[cell].font.bold for cell in ("B5", "B6", "B11")] == [True, False, True]
    assert sheet["B6"].alignment.indent == 1


def test_a_narrow_annex_stands_upright() -> None:
    plain = PlannedEstimate(lines=[PlannedLine("1", content="Sổ tay", amount=5)], total=5)
    assert opened(written(plain)).page_setup.orientation == "portrait"


def test_the_bases_of_prices_have_a_sheet_of_their_own() -> None:
    rows = [[cell.value for cell in row] for row in opened(SHEET, "Cơ sở giá").iter_rows()]
    assert rows[1][:7] == ["D1", "Nước uống", "Định mức", "refreshments", "urban_1", None, "lang-son"]
    assert [row[7:11] for row in rows[2:]] == [
        ["Công ty A", 41_000, rows[2][9], 2],
        ["Công ty B", 40_000, None, None],
    ]
    assert rows[2][9].date() == date(2024, 3, 1)


def test_the_same_estimate_gives_the_same_bytes() -> None:
    assert written(example()) == written(example())


def test_several_estimates_are_several_sheets() -> None:
    reading = read(written(example(), example()), "dự toán.xlsx")
    assert [estimate.lines[1].basis for estimate in reading.estimates] == [NORM, NORM]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (PlannedLine("1", content="Sổ\x00tay"), "U\\+0000"),
        (PlannedLine("1", content="a", factors=[Factor(Decimal(1), "x" * 81), Factor(Decimal(2), "y")]), "80 ký tự"),
    ],
)
def test_what_a_cell_cannot_hold_is_refused(line: PlannedLine, said: str) -> None:
    with pytest.raises(Unwritable) as refused:
        written(PlannedEstimate(lines=[line]))
    assert refused.match("U\\+0000|80") and refused.value.text


# --- there and back --------------------------------------------------------------------------------------------------


def test_the_example_comes_back_whole() -> None:
    assert (back(SHEET).lines, back(SHEET).total) == (example().lines, example().total)
    assert read(SHEET, "a.xlsx").findings == []


WORDS = st.lists(
    st.sampled_from("Băng rôn sổ tay hướng dẫn in thuê hội trường nước uống 0,8 m x 6 =1+1 +84 'a' \"b\" <i> & |".split()),
    min_size=1, max_size=6,
).map(lambda words: f"Chi {' '.join(words)}")  # fmt: skip
CLOSING = st.sampled_from(["Cộng mục I", "Cộng mục 1", "Tổng phần A: in ấn", "Cộng nhóm"])
UNITS = st.sampled_from(
    [None, "người", "ngày", "buổi", "lượt/ngày", "m2", 'tờ "A4"', "Bộ", "đại biểu", "phóng sự", "%"]
)
NUMBERS = st.one_of(st.integers(0, 100_000).map(Decimal), st.decimals(0, 1_000, places=2, allow_nan=False))
MONEY = st.integers(0, 10**12)
REFS = st.sampled_from([None, "1.a", "dieu_1/khoan_1/diem_a", "3", "II.1"])


@st.composite
def bases(draw: st.DrawFn) -> PriceBasis | None:
    kind = draw(st.sampled_from([None, "norm", "quotation", "contract", "plan"]))
    if kind is None:
        return None
    day = st.one_of(st.none(), st.dates(date(2000, 1, 1), date(2100, 1, 1)))
    quotations = draw(st.lists(st.builds(Quotation, WORDS, MONEY, day), max_size=3))
    norm, place, rank, province, why, reference = (draw(st.one_of(st.none(), WORDS)) for _ in range(6))
    chosen = draw(st.one_of(st.none(), st.integers(0, 4)))
    return PriceBasis(kind, norm, place, rank, province, quotations, chosen, why, reference)


@st.composite
def lines(draw: st.DrawFn) -> PlannedLine:
    if draw(st.integers(0, 4)) == 4:
        return PlannedLine(content=draw(CLOSING), amount=draw(st.one_of(st.none(), MONEY)))
    factors = draw(st.lists(st.builds(Factor, NUMBERS, UNITS), max_size=3))
    return PlannedLine(
        label=draw(st.sampled_from([None, "I", "II", "A", "1", "2", "1.1", "1.10", "12", "a", "b)", "1.", "01"])),
        activity=draw(REFS),
        content=draw(WORDS),
        unit=draw(UNITS),
        quantity=None if factors else draw(st.one_of(st.none(), NUMBERS)),
        unit_price=draw(st.one_of(st.none(), MONEY.map(lambda amount: amount // 1000))),
        amount=draw(st.one_of(st.none(), st.none(), MONEY)),
        note=draw(st.one_of(st.none(), WORDS)),
        factors=factors,
        basis=draw(bases()),
        vat=draw(st.one_of(st.none(), st.builds(Vat, st.sampled_from([Decimal(0), Decimal(5), Decimal(8), Decimal("8.5"), Decimal(10)]), st.booleans()))),
        source=draw(st.one_of(st.none(), st.sampled_from(["Ngân sách tỉnh", "Tài trợ"]))),
        code=draw(st.one_of(st.none(), st.sampled_from(["6606", "6751", "6699"]))),
    )  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(lines(), min_size=1, max_size=9), st.booleans())
def test_whatever_an_estimate_holds_comes_back_from_excel(drawn: list[PlannedLine], with_total: bool) -> None:
    [estimate] = completed([PlannedEstimate(lines=drawn)])
    estimate = replace(estimate, total=estimate.total if with_total else None)
    read_back = back(written(estimate))
    assert read_back.lines == estimate.lines
    assert read_back.total == estimate.total


def test_what_a_person_changes_in_the_visible_cells_is_what_is_read() -> None:
    book = load_workbook(BytesIO(SHEET))
    sheet, prices = book["Dự toán"], book["Cơ sở giá"]
    sheet["D6"], sheet["G9"], sheet["M9"] = 120, 42_000, "1.c"
    prices["K3"] = 1
    sheet.delete_rows(7)
    changed = BytesIO()
    book.save(changed)
    estimate = back(changed.getvalue())
    [_, drinks, _, books, _] = estimate.lines
    assert (drinks.factors[0], drinks.quantity) == (Factor(Decimal(120), "người"), 240)
    assert (books.unit_price, books.activity, books.basis.chosen) == (42_000, "1.c", 1)


def test_a_subtotal_goes_out_as_a_live_sum_and_comes_back_a_line() -> None:
    lines = [
        PlannedLine("I", content="Tuyên truyền", level=1),
        PlannedLine("1", content="Băng rôn", unit="cái", quantity=Decimal(40), unit_price=650_000, level=2),
        PlannedLine("2", content="Sổ tay", unit="cuốn", quantity=Decimal(750), unit_price=40_000, level=2),
        PlannedLine(content="Cộng mục I"),
    ]
    [estimate] = completed([PlannedEstimate(lines=lines)])
    assert [line.amount for line in estimate.lines] == [56_000_000, 26_000_000, 30_000_000, 56_000_000]
    assert [opened(written(estimate)).cell(row, 6).value for row in range(3, 8)] == [
        "=SUM(F4:F5)", "=D4*E4", "=D5*E5", "=SUM(F4:F5)", "=SUM(F3)",
    ]  # fmt: skip
    assert back(written(estimate)).lines == estimate.lines


def test_without_the_sheet_of_bases_only_the_bases_are_lost() -> None:
    book = load_workbook(BytesIO(SHEET))
    del book["Cơ sở giá"]
    changed = BytesIO()
    book.save(changed)
    assert back(changed.getvalue()).lines == [replace(line, basis=None) for line in example().lines]


# --- in another program ----------------------------------------------------------------------------------------------


def test_libreoffice_gives_the_same_values(tmp_path: Path) -> None:
    made = tmp_path / "a.xlsx"
    emptied = load_workbook(BytesIO(SHEET))  # openpyxl keeps no values: LibreOffice has to work them out
    emptied.save(made)
    saved = converted(made, "xlsx")
    sheet = load_workbook(saved, data_only=True)["Dự toán"]
    assert [sheet[cell].value for cell in ("F6", "I5", "I6", "I7", "I9", "I11")] == [
        300, 10_500_000, 6_000_000, 4_500_000, 32_550_000, 44_050_000,
    ]  # fmt: skip
    assert back(saved.read_bytes()).lines == example().lines


def test_libreoffice_shows_units_and_groups(tmp_path: Path) -> None:
    made = tmp_path / "a.xlsx"
    made.write_bytes(SHEET)
    shown = (
        converted(made, "csv:Text - txt - csv (StarCalc):9,34,76,1,,1033,false,true")
        .read_text(encoding="utf-8")
        .split("\n")
    )
    assert shown[5].split("\t")[:9] == ["1", "Nước uống", "suất", "150 người", "2", "300", "20,000", "", "6,000,000"]
    assert shown[8].split("\t")[7] == "cộng 8.5%"
