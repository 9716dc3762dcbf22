"""Formulas beside the values that Excel kept of them: which counts, what is said, and that nothing hangs."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quyet.files.readers.xlsx.cells.book import Book, SheetName
from quyet.files.readers.xlsx.cells.grid import Cell, Fault, Formula, Grid, Value, place_of
from quyet.files.readers.xlsx.formulas.areas import by_its_row, moved
from quyet.files.readers.xlsx.formulas.calculator import Calculator, Outcome
from quyet.files.readers.xlsx.formulas.recomputed import differ
from tests.files.readers.made_xlsx import HEAD, lines_of, reading_of, said, with_parts, workbook

SHEET = SheetName("Tính", "")


def outcomes(cells: Mapping[str, object], grid: Grid | None = None) -> dict[str, Outcome]:
    """The outcome of each formula of a sheet."""
    grid = grid or Grid()
    places = {name: place_of(name) for name in cells}
    for name, value in cells.items():
        row, column = places[name]
        is_formula = isinstance(value, str) and value.startswith("=")
        cell = Cell(None, Formula(value[1:], row, column)) if is_formula else Cell(_exact(value))
        grid.rows.setdefault(row, {})[column] = cell
    calculator = Calculator(Book([SHEET], lambda _: grid))
    formulas = [name for name, value in cells.items() if isinstance(value, str) and value.startswith("=")]
    return {name: calculator.outcome(SHEET, *places[name]) for name in formulas}


def _exact(value: object) -> Value:
    return Decimal(str(value)) if isinstance(value, (int, float)) and not isinstance(value, bool) else value


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("=A1*A2", "10"), ("=A1+A2*3", "11"), ("=(A1+A2)*3", "21"), ("=A1-A2-1", "2"), ("=A1/A2/2", "1.25"),
        ("=-A1", "-5"), ("=-A1%", "-0.05"), ("=A1*10%", "0.5"), ("=2*-A1", "-10"), ("=1.5e2+.5", "150.5"),
        ("=0.1+0.2", "0.3"), ("=SUM(A1:A4)", "7"), ("=SUM(A1:A2,A2,3)", "12"), ("=SUM(A:A)", "7"), ("=SUM(1:2)", "7"),
        ("=PRODUCT(A1:A4)", "10"), ("=PRODUCT(A9)", "0"), ("=SUBTOTAL(9,A1:A4)", "7"), ("=SUBTOTAL(109,A1:A4)", "7"),
        ("=ROUND(2.675,2)", "2.68"), ("=ROUND(-2.5,0)", "-3"), ("=ROUND(1234567,-3)", "1235000"), ("=ROUND(A1/3,0)", "2"),
        ("=IF(A1>A2,1,2)", "1"), ("=IF(A1<=A2,1,2)", "2"), ("=IF(A1<>5,1,IF(A2=2,7,8))", "7"), ("=A9+1", "1"),
        ('=IF(A3="GHI CHÚ",1,0)', "1"), ("=A4+1", "2"), ("=$A$1*Tính!A2", "10"), ("='Tính'!$A2*A$1", "10"), ("=A9", "0"),
    ],
)  # fmt: skip
def test_what_a_formula_gives(formula: str, value: str) -> None:
    cells = {"A1": 5, "A2": 2, "A3": "ghi chú", "A4": True, "C9": formula}
    outcome = outcomes(cells)["C9"]
    assert (outcome.value, outcome.is_worked) == (Decimal(value), True)


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("=1/0", Fault("#DIV/0!")), ("=A3+1", Fault("#VALUE!")), ("=Kho!A1", Fault("#REF!")), ("=#REF!*2", Fault("#REF!")),
        ("=SUM(A1,1/0)", Fault("#DIV/0!")), ("=1E300*1E300", Fault("#NUM!")), ('=IF(A1>1,"","x")', ""), ("=A1=5", True),
        ("=IF(A1=9,1)", False),
    ],
)  # fmt: skip
def test_what_is_no_number(formula: str, value: object) -> None:
    assert outcomes({"A1": 5, "A3": "ghi chú", "C9": formula})["C9"].value == value


@pytest.mark.parametrize(
    ("formula", "beyond"),
    [
        ("=VLOOKUP(A1,B:C,2,0)", "hàm VLOOKUP"), ("=_xlfn.CONCAT(A1)", "hàm CONCAT"), ("=A1&A2", "phép nối chữ (&)"),
        ("=A1^2", "phép lũy thừa (^)"), ("=don_gia*2", "tên «don_gia»"), ("=A1:A5*2", "vùng nhiều ô trong phép tính"),
        ("=A4*2", "chữ trong phép tính"), ("=SUBTOTAL(1,A1:A5)", "hàm SUBTOTAL (chỉ tính 9 và 109)"),
        ("=" + "(" * 70 + "1" + ")" * 70, "hơn 64 lớp ngoặc"), ("={1,2}", "«{1,2}»"), ("=SUM(A1:A5 A2)", "dấu «A2»"),
        ("=SUM(", "dấu «»"), ("=1+", "dấu «»"), ("=SUM(Một:Hai!A1)", "tên «Một:Hai!A1»"),
    ],
)  # fmt: skip
def test_what_is_not_worked_says_why(formula: str, beyond: str) -> None:
    assert outcomes({"A1": 5, "A4": "1.500", "C9": formula})["C9"].beyond == beyond


def test_cells_that_need_one_another_are_a_circle_and_others_are_not() -> None:
    found = outcomes(
        {"A1": "=B1+1", "B1": "=C1", "C1": "=A1", "D1": "=C1+1", "E1": "=E1", "F1": "=SUM(F2:F3)", "F2": 3}
    )
    assert [name for name, outcome in found.items() if outcome.in_circle] == ["A1", "B1", "C1", "E1"]
    assert found["D1"].beyond == "ô chưa có giá trị"
    assert found["F1"].value == 3


def test_a_chain_of_20_000_cells_is_worked_without_recursion() -> None:
    cells = {"A1": 1} | {f"A{n}": f"=A{n - 1}+1" for n in range(2, 20_001)}
    assert outcomes(dict(reversed(cells.items())))["A20000"].value == 20_000


def test_running_totals_are_worked() -> None:
    cells = {f"A{n}": n for n in range(1, 5_001)} | {f"B{n}": f"=SUM(A$1:A{n})" for n in range(1, 5_001)}
    assert outcomes(cells)["B5000"].value == 12_502_500


def test_sums_over_sums_without_end_are_given_up() -> None:
    cells = {"A1": 1} | {f"A{n}": f"=SUM(A1:A{n - 1},A1:B{n - 1},A1:C{n - 1})" for n in range(2, 3_001)}
    found = outcomes(dict(reversed(cells.items())))
    assert found["A3000"].beyond == "quá nhiều ô phải cộng lại"


def test_subtotal_leaves_out_other_subtotals_and_hidden_rows() -> None:
    cells = {"A1": 5, "A2": 7, "A3": "=SUBTOTAL(9,A1:A2)", "A4": "=SUBTOTAL(9,A1:A3)", "A5": "=SUBTOTAL(109,A1:A3)"}
    found = outcomes(cells, Grid(hidden_rows={2}))
    assert [found[name].value for name in ("A3", "A4", "A5")] == [12, 12, 5]
    assert outcomes(cells, Grid(hidden_rows={2}, is_filtered=True))["A4"].value == 5


def test_a_shared_formula_reads_as_its_own_cell_shows_it() -> None:
    assert (
        moved("SUM($A1:B$2)*Giá!C3+\"A1\"+LOG10(5)+'Giá B2'!D4", 2, 1)
        == "SUM($A3:C$2)*Giá!D5+\"A1\"+LOG10(5)+'Giá B2'!E6"
    )
    assert moved("A1*2", -3, 0) == "#REF!*2"


NUMBERS = st.decimals(-1_000_000, 1_000_000, places=2, allow_nan=False)


@given(st.lists(NUMBERS, min_size=1, max_size=12))
def test_a_sum_is_the_sum_of_exact_decimals(numbers: list[Decimal]) -> None:
    cells = {f"A{row}": str(number) for row, number in enumerate(numbers, start=1)}
    formula = "=" + "+".join(f"({number})" for number in cells.values())
    assert outcomes({"C9": formula})["C9"].value == sum(numbers)


@pytest.mark.parametrize(
    ("kept", "worked", "differs"),
    [
        ("0.30000000000000004", "0.3", False), ("26000000", "26000000.0004", False), ("26000000", "26000001", True),
        ("26000000", "26000000.5", True), ("0.005", "0.006", True), ("1000000000000000", "1000000000000001", False),
        ("999999999999", "1000000000000", True), ("33.3333333333333", "33.33333333333333333333", False),
    ],
)  # fmt: skip
def test_a_binary_fraction_is_no_difference(kept: str, worked: str, differs: bool) -> None:
    assert differ(Decimal(kept), Decimal(worked)) is differs


# --- in a workbook ---------------------------------------------------------------------------------------------------

BANNERS = [1, "In băng rôn", "cái", 40, 650_000, "=D2*E2", None]
BOOKS = [2, "In sổ tay", "cuốn", 750, 40_000, "=D3*E3", None]
TOTAL = [None, "Tổng cộng", None, None, None, "=SUM(F2:F3)", None]


def test_formulas_that_agree_say_nothing() -> None:
    data = workbook(HEAD, BANNERS, BOOKS, TOTAL, kept={"F2": 26_000_000, "F3": 30_000_000, "F4": 56_000_000})
    assert said(data) == []


def test_without_kept_values_the_worked_ones_are_taken() -> None:
    reading = reading_of(workbook(HEAD, BANNERS, BOOKS, TOTAL))
    assert [line.amount for line in reading.estimate.lines] == [26_000_000, 30_000_000]
    assert (reading.estimate.total, reading.findings) == (56_000_000, [])


def test_an_old_value_is_what_the_sheet_shows_and_the_formula_is_told_with_what_it_gives() -> None:
    data = workbook(HEAD, BANNERS, BOOKS, TOTAL, kept={"F2": 24_000_000, "F3": 30_000_000, "F4": 54_000_000})
    assert [line.amount for line in lines_of(data)] == [24_000_000, 30_000_000]
    again = "Tính lại trang tính (F9) rồi lưu."
    assert said(data, "F911") == [
        ("F911", "error", f"Dự toán!F2: công thức =D2*E2 tính ra 26.000.000, ô đang ghi 24.000.000. {again}"),
        ("F911", "error", f"Dự toán!F4: công thức =SUM(F2:F3) tính ra 56.000.000, ô đang ghi 54.000.000. {again}"),
    ]


def test_a_workbook_that_calculates_when_it_is_opened_shows_what_its_formulas_give() -> None:
    data = workbook(HEAD, BANNERS, BOOKS, TOTAL, kept={"F2": 0, "F3": 0, "F4": 0}, recalculates=True)
    assert [line.amount for line in lines_of(data)] == [26_000_000, 30_000_000]
    assert said(data) == []


def test_other_functions_keep_their_value_and_are_named_once() -> None:
    books = [*BOOKS[:4], "=VLOOKUP(B3,A:B,2)", "=D3*E3", None]
    banners = [*BANNERS[:4], "=VLOOKUP(B2,A:B,2)", "=D2*E2", None]
    data = workbook(HEAD, banners, books, kept={"E2": 650_000, "E3": 40_000, "F2": 26_000_000, "F3": 30_000_000})
    assert [line.unit_price for line in lines_of(data)] == [650_000, 40_000]
    told = "Dự toán!E2, E3: công thức dùng hàm VLOOKUP, không tính lại được; giữ giá trị đã lưu."
    assert said(data) == [("F912", "info", told)]


def test_a_function_without_a_kept_value_leaves_its_cell_empty() -> None:
    data = workbook(HEAD, [*BANNERS[:4], "=MAX(1,2)", 26_000_000, None])
    assert lines_of(data)[0].unit_price is None
    told = "Dự toán!E2: công thức dùng hàm MAX, không tính lại được, và tệp không lưu giá trị; để trống."
    assert said(data) == [("F912", "warning", told)]


def test_errors_are_told_and_no_number() -> None:
    data = workbook(HEAD, BANNERS, [*BOOKS[:4], "=#REF!*2", "=D3*E3", None], TOTAL)
    assert [line.amount for line in lines_of(data)] == [26_000_000, None]
    assert said(data) == [("F913", "error", "Dự toán!E3, F3, F4 báo lỗi #REF!; ô này không có số.")]


def test_a_circle_is_told_and_keeps_its_values() -> None:
    data = workbook(
        HEAD, [*BANNERS[:5], "=F3", None], [*BOOKS[:5], "=F2", None], kept={"F2": 26_000_000, "F3": 30_000_000}
    )
    told = "Dự toán!F2, F3: công thức tính vòng quanh lẫn nhau nên không tính lại được; giữ giá trị đã lưu."
    assert said(data) == [("F913", "error", told)]
    assert [line.amount for line in lines_of(data)] == [26_000_000, 30_000_000]


def test_another_file_is_named_and_never_opened() -> None:
    data = workbook(HEAD, [*BANNERS[:4], "=[1]Giá!B2", "=D2*E2", None], kept={"E2": 650_000, "F2": 26_000_000})
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    link = f'<Relationship Id="rIdX" Type="{relations}/externalLink" Target="externalLinks/externalLink1.xml"/></Relationships>'
    target = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="{relations}/externalLinkPath" Target="file:///C:/t%C3%A0i%20li%E1%BB%87u/gia-2024.xlsx" TargetMode="External"/></Relationships>'
    reference = (
        f'<externalReferences><externalReference xmlns:r="{relations}" r:id="rIdX"/></externalReferences></workbook>'
    )
    data = with_parts(
        data,
        {
            "xl/_rels/workbook.xml.rels": lambda part: part.replace(b"</Relationships>", link.encode()),
            "xl/workbook.xml": lambda part: part.replace(b"</workbook>", reference.encode()),
            "xl/externalLinks/externalLink1.xml": b"<externalLink/>",
            "xl/externalLinks/_rels/externalLink1.xml.rels": target.encode(),
        },
    )
    assert lines_of(data)[0].unit_price == 650_000
    told = "Dự toán!E2: công thức lấy số từ tệp khác «gia-2024.xlsx»; giữ giá trị đã lưu."
    assert said(data) == [("F912", "warning", told)]


def test_prices_may_come_from_a_hidden_sheet() -> None:
    def hide(sheet):
        sheet.parent["Giá"].sheet_state = "hidden"

    data = workbook(HEAD, [*BANNERS[:4], "=Giá!B1", "=D2*E2", None], more={"Giá": [["Băng rôn", 650_000]]}, change=hide)
    assert (lines_of(data)[0].unit_price, lines_of(data)[0].amount) == (650_000, 26_000_000)


def test_cells_that_share_a_formula() -> None:
    def shared(part: bytes) -> bytes:
        part = part.replace(b"<f>D2*E2</f>", b'<f t="shared" ref="F2:F3" si="0">D2*E2</f>')
        return part.replace(b"<f>D3*E3</f>", b'<f t="shared" si="0"/>')

    kept = {"F2": 26_000_000, "F3": 30_000_001}
    data = with_parts(workbook(HEAD, BANNERS, BOOKS, kept=kept), {"xl/worksheets/sheet1.xml": shared})
    [finding] = said(data, "F911")
    assert finding[2].startswith("Dự toán!F3: công thức =D3*E3 tính ra 30.000.000, ô đang ghi 30.000.001.")


def test_cells_below_one_another_say_the_same_of_their_own_row() -> None:
    """Their formula is taken apart once. What only looks like a cell that moves along is not taken for one."""
    cells: dict[str, object] = {"D5": 2, "D6": 3, "E5": 10, "E6": 10, "D1": 7}
    same = {"F5": "=D5*E5", "F6": "=D6*E6", "G5": "=SUM(D5:E5)", "G6": "=SUM(D6:E6)"}
    other = {"H5": "=D5*1E5", "H6": "=D6*1E6", "I5": "=D$1*D5", "I6": "=D$1*D6", "J6": "=d6+6"}
    found = outcomes({**cells, **same, **other})
    assert {name: each.value for name, each in found.items()} == {
        "F5": 20, "F6": 30, "G5": 12, "G6": 13, "H5": 200_000, "H6": 3_000_000, "I5": 14, "I6": 21, "J6": 9,
    }  # fmt: skip
    assert by_its_row(Formula("D5*E5", 5, 6)) == by_its_row(Formula("D6*E6", 6, 6)) == "@D[0]*E[0]"
    for text in ("D$1*D5", "SUM(5:5)", "d5", "Tính!D5", '"A5"'):
        assert by_its_row(Formula(text, 5, 6)) is None
