"""Workbooks that are broken, locked, too large or made to harm: one sentence, in seconds, in bounded memory."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import monotonic
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from quyet.files.readers import Unreadable, load_bytes
from quyet.files.readers.xlsx import read_xlsx
from quyet.files.readers.xlsx.cells.old import open_old_book
from quyet.files.writers.reading_json import reading_to_dict
from tests.files.readers.cells import assert_places_are_true
from tests.files.readers.made_xlsx import HEAD, lines_of, reading_of, said, with_parts, workbook

SHEET, STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
ROW = [1, "In băng rôn", "cái", 40, 650_000, 26_000_000, None]
GOOD = workbook(HEAD, ROW)
HEADS = "".join(f'<c t="inlineStr"><is><t>{name}</t></is></c>' for name in HEAD)


def sheet(rows: str, beside: str = "") -> bytes:
    """A workbook whose sheet holds these rows, as XML."""
    part = f'<worksheet xmlns="{SPACE}"><sheetData>{rows}</sheetData>{beside}</worksheet>'
    return with_parts(GOOD, {SHEET: part.encode()})


def with_strings(items: str, rows: str) -> bytes:
    """One with shared strings, which openpyxl does not write."""
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    link = f'<Relationship Id="rIdS" Type="{relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
    return with_parts(
        sheet(rows),
        {
            STRINGS: f'<sst xmlns="{SPACE}">{items}</sst>'.encode(),
            "xl/_rels/workbook.xml.rels": lambda part: part.replace(b"</Relationships>", link.encode()),
        },
    )


ENTITIES = '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY f SYSTEM "file:///etc/hostname">]>'
REFUSED = {
    "half a workbook": (GOOD[: len(GOOD) // 2], "hỏng"),
    "half of its sheet": (with_parts(GOOD, {SHEET: lambda part: part[:-40]}), "hỏng"),
    "a sheet that is not there": (with_parts(GOOD, {"xl/workbook.xml": lambda part: part.replace(b"rId1", b"rId9")}), "hỏng"),
    "a cell off the sheet": (sheet('<row r="1"><c r="XFE1"><v>1</v></c></row>'), "hỏng"),
    "a row off the sheet": (sheet('<row r="1048577"/>'), "hỏng"),
    "a number that is none": (sheet('<row r="1"><c r="A1"><v>1.5.5</v></c></row>'), "hỏng"),
    "a number without end": (sheet('<row r="1"><c r="A1"><v>1E999999</v></c></row>'), "hỏng"),
    "a string that is not there": (sheet('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'), "hỏng"),
    "an entity in a sheet": (with_parts(GOOD, {SHEET: lambda part: ENTITIES.encode() + part}), "thực thể"),
    "an entity in the workbook": (with_parts(GOOD, {"xl/workbook.xml": lambda part: ENTITIES.encode() + part}), "thực thể"),
    "a password": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
    "a million empty rows": (sheet("<row/>" * 1_000_000), "300.000 hàng"),
    "shared strings of 11 MB": (with_strings(f"<si><t>{'a' * 11_000_000}</t></si>", ""), "10.000.000 byte"),
    "one string in very many cells": (
        with_strings(f"<si><t>{'a' * 30_000}</t></si>", '<row><c t="s"><v>0</v></c></row>' * 50_000), "10.000.000 byte"
    ),
    "more than 500,000 cells": (sheet("<row>" + "<c><v>1</v></c>" * 10_000 + "</row>" + "<row><c><v>1</v></c></row>" * 50), "500.000 ô"),
    "nothing at all": (sheet(""), "rỗng"),
}  # fmt: skip


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_read_is_refused_with_one_sentence(what: str) -> None:
    data, wanted = REFUSED[what]
    with pytest.raises(Unreadable, match=wanted) as refused:
        load_bytes(data, "dự toán.xlsx")
    assert "\n" not in refused.value.message + refused.value.message_en


def test_how_large_a_sheet_says_it_is_does_not_matter() -> None:
    lying = with_parts(
        GOOD, {SHEET: lambda part: part.replace(b'<dimension ref="A1:G2"', b'<dimension ref="A1:XFD1048576"')}
    )
    assert lying != GOOD
    assert [line.amount for line in lines_of(lying)] == [26_000_000]


def test_a_row_far_below_costs_nothing() -> None:
    far = f'<row r="1">{HEADS}</row><row r="1048576"><c r="B1048576" t="str"><v>Xa</v></c><c r="F1048576"><v>5</v></c></row>'
    assert [(line.content, line.amount) for line in lines_of(sheet(far))] == [("Xa", 5)]


def test_merged_cells_without_end_are_read_past() -> None:
    merged = "<mergeCells>" + '<mergeCell ref="A2:XFD1048576"/>' * 50_000 + "</mergeCells>"
    rows = f'<row r="1">{HEADS}</row><row r="2"><c r="B2" t="str"><v>Gộp</v></c><c r="F2"><v>5</v></c></row>'
    assert [line.amount for line in lines_of(sheet(rows, merged))] == [5]


def test_rows_without_numbers_follow_one_another() -> None:
    rows = f'<row>{HEADS}</row><row><c><v>1</v></c><c t="str"><v>Sổ tay</v></c></row><row><c r="B3" t="str"><v>x</v></c><c r="F3"><v>7</v></c></row>'
    assert [line.content for line in lines_of(sheet(rows))] == ["Sổ tay", "x"]


def test_characters_that_xml_cannot_hold() -> None:
    rows = f'<row>{HEADS}</row><row><c r="B2" t="str"><v>Dòng_x000D_một_xD800_</v></c><c r="F2"><v>5</v></c></row>'
    assert [line.content for line in lines_of(sheet(rows))] == ["Dòng một"]


def test_macros_are_not_run_and_are_told() -> None:
    relations = "http://schemas.microsoft.com/office/2006/relationships"
    link = f'<Relationship Id="rIdV" Type="{relations}/vbaProject" Target="vbaProject.bin"/></Relationships>'
    macros = with_parts(
        GOOD,
        {
            "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0 whatever",
            "xl/_rels/workbook.xml.rels": lambda part: part.replace(b"</Relationships>", link.encode()),
        },
    )
    assert said(macros) == [("F915", "info", "Tệp có macro. Macro không được chạy; chỉ đọc số liệu đang lưu.")]
    assert [line.amount for line in lines_of(macros)] == [26_000_000]


# --- figures that are none, or that nobody plans ----------------------------------------------------------------------

ODD: dict[str, tuple[list[object], list[int | None], list[str]]] = {
    "a number typed with its fraction": (
        [1, "1.200.000,5", "1.200.000,5"], [1, 1_200_001, 1_200_001],
        ["F916 Dự toán!E2, F2 lưu số dạng chữ: đọc được, nhưng hàm SUM của Excel bỏ qua."],
    ),
    "less than nought": (
        [-3, 100, -300], [-3, 100, -300],
        ["F916 Dự toán!D2, F2 ghi số âm. Dự toán không có khoản âm; khoản giảm trừ ghi ở bảng khác."],
    ),
    "10^18 đồng": (
        [1, 10**18, 10**18], [1, None, None],
        ["F916 Dự toán!E2: số quá lớn; để trống.", "F916 Dự toán!F2: số quá lớn; để trống."],
    ),
    "10^30 pieces": (
        [10**30, 1, 5], [None, 1, 5], ["F916 Dự toán!D2: số quá lớn; để trống."],
    ),
    "1e5 as words": ([1, "1e5", 5], [1, None, 5], ["F916 Dự toán!E2 ghi «1e5», không phải là số; để trống."]),
    "an error value": ([1, "=1/0", 5], [1, None, 5], ["F913 Dự toán!E2 báo lỗi #DIV/0!; ô này không có số."]),
    "more than Excel counts": ([1, "=1E308*10", 5], [1, None, 5], ["F913 Dự toán!E2 báo lỗi #NUM!; ô này không có số."]),
    "two cells that need one another": (
        [1, "=F2", "=E2"], [1, None, None],
        ["F913 Dự toán!E2, F2: công thức tính vòng quanh lẫn nhau nên không tính lại được; giữ giá trị đã lưu."],
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", ODD)
def test_a_figure_that_nobody_can_plan_is_told_by_its_cell(what: str) -> None:
    (quantity, price, amount), taken, told = ODD[what]
    data = workbook(HEAD, [1, "In băng rôn", "cái", quantity, price, amount, None])
    [line] = lines_of(data)
    assert [line.quantity, line.unit_price, line.amount] == taken
    assert [f"{rule} {message}" for rule, _, message in said(data)] == told


def test_a_day_is_no_quantity() -> None:
    def as_day(page: Worksheet) -> None:
        page["D2"].number_format = "dd/mm/yyyy"

    data = workbook(HEAD, [1, "In băng rôn", "cái", 45_292, 5, 5, None], change=as_day)
    assert [line.quantity for line in lines_of(data)] == [None]
    assert ["01/01/2024" in message for _, _, message in said(data, "F916")] == [True]


def test_a_cell_of_all_the_letters_that_excel_allows() -> None:
    assert [len(line.content or "") for line in lines_of(workbook(HEAD, [1, "x" * 32_767, "cái", 1, 5, 5, None]))] == [
        32_767
    ]


def test_cells_merged_over_the_whole_table_leave_no_estimate_and_say_so() -> None:
    data = workbook(HEAD, ROW, merged=["A1:G2"])
    assert [(rule, severity) for rule, severity, _ in said(data)] == [("F918", "warning")]
    assert reading_of(data).estimates == []


# --- whatever stands in the cells ------------------------------------------------------------------------------------

NAMES = [*HEAD, "Số người", "Số ngày", "Thuế VAT", "Nguồn", "Tiểu mục", "Mã dòng", "Cơ sở giá", "Mã nội dung", "Tổng"]
THINGS = st.one_of(
    st.sampled_from(
        [*NAMES, "I", "1", "1.1", "a)", "-", "+", "Cộng", "Cộng mục I", "Tổng cộng", "Thuế GTGT 10%", "(1)", "(2)"]
    ),
    st.sampled_from(
        ["1.500", "1,500", "8%", "15 triệu", "5 người", "Bằng chữ: một nghìn đồng", "Đơn vị tính: nghìn đồng", ""]
    ),
    st.text("aăđ 0.,%()=\n|&<>\"'*", max_size=8),
    st.integers(-(10**16), 10**16),
    st.decimals(-1000, 1000, places=3),
    st.sampled_from(
        ["=A1+B2", "=SUM(A:A)", "=SUM(B1:D9)*C2", "=1/0", "=IF(A1>B1,C1,D1)", "=ROUND(C3/D3,0)", "=VLOOKUP(1,A:B,2)"]
    ),
    st.none(),
)
GRIDS = st.lists(st.lists(THINGS, max_size=9), min_size=1, max_size=9)
BOXES = st.lists(st.sampled_from(["A1:C1", "A2:A4", "B2:D3", "A5:I5", "C1:C9"]), max_size=3)


def xml_of(thing: object) -> str:
    if thing is None:
        return "<c/>"
    if isinstance(thing, str) and thing.startswith("="):
        return f"<c><f>{escape(thing[1:])}</f><v>7</v></c>"
    return f'<c t="str"><v>{escape(thing)}</v></c>' if isinstance(thing, str) else f"<c><v>{thing}</v></c>"


@settings(max_examples=200, deadline=None)
@given(GRIDS, BOXES, st.booleans())
def test_whatever_stands_in_the_cells_the_reading_is_whole(
    rows: list[list[object]], boxes: list[str], headed: bool
) -> None:
    body = "".join(f"<row>{''.join(map(xml_of, row))}</row>" for row in ([list(HEAD)] if headed else []) + rows)
    merged = "".join(f'<mergeCell ref="{box}"/>' for box in boxes)
    try:
        reading = reading_of(sheet(body, f"<mergeCells>{merged}</mergeCells>"))
    except Unreadable as refused:
        assert "rỗng" in refused.message
        return
    assert_places_are_true(reading.source)
    assert all(reading.text[fact.span[0] : fact.span[1]] == fact.raw and fact.raw for fact in reading.facts())
    json.dumps(reading_to_dict(reading))


def test_bytes_changed_at_random_are_read_or_refused() -> None:
    chance = random.Random(331)
    for _ in range(400):
        data = bytearray(GOOD)
        for _ in range(chance.randint(1, 5)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        with suppress(Unreadable):
            reading_of(bytes(data))


def test_a_directory_that_leads_before_the_file_is_refused() -> None:
    at = GOOD.rfind(b"PK\x05\x06")
    lying = GOOD[: at + 16] + (len(GOOD) * 2).to_bytes(4, "little") + GOOD[at + 20 :]
    with pytest.raises(Unreadable, match="hỏng"):
        load_bytes(lying, "a.xlsx")


# --- what is made to take long or to fill the memory -------------------------------------------------------------------


def formulas(count: int, formula: Callable[[int], str]) -> bytes:
    cells = "".join(f'<row r="{n}"><c r="F{n}"><f>{formula(n)}</f></c></row>' for n in range(2, count + 2))
    return sheet(f'<row r="1">{HEADS}</row>{cells}')


HEAVY: dict[str, Callable[[], bytes]] = {
    "a sheet of 190 MB": lambda: with_parts(GOOD, {SHEET: b"<a>" + b" " * 190_000_000 + b"</a>"}),
    "a zip bomb": lambda: with_parts(GOOD, {SHEET: bytes(300_000_000)}),
    "499,000 cells": lambda: sheet(("<row>" + "<c><v>1</v></c>" * 998 + "</row>") * 500),
    "300,000 rows of texts": lambda: sheet(f"<row>{HEADS}</row>" + '<row><c t="str"><v>a</v></c></row>' * 290_000),
    "every row could be a heading": lambda: sheet(f"<row>{HEADS}</row>" * 40_000),
    "sums over all sums": lambda: formulas(20_000, lambda n: "SUM(F$2:F$20001)"),
    "a long chain": lambda: formulas(60_000, lambda n: f"F{n + 1}+1"),
    "formulas of 8,000 characters": lambda: formulas(3_000, lambda n: "+".join(["A1"] * 2_600) + f"+{n}"),
    "brackets without end": lambda: formulas(2_000, lambda n: "(" * 8_000),
    "signs without end": lambda: formulas(2_000, lambda n: "-" * 8_000 + "1"),
    "texts made for patterns": lambda: sheet(f"<row>{HEADS}</row>" + "".join(
        f'<row><c r="B{n}" t="str"><v>a</v></c><c r="F{n}" t="str"><v>{"1.500 " * 5_000}</v></c></row>' for n in range(2, 300)
    )),
}  # fmt: skip

MEASURE = """
import sys
from pathlib import Path
from quyet.files.readers import Unreadable
from quyet.files.reading import read
try:
    read(Path(sys.argv[1]))
except Unreadable as refused:
    print(refused.message_en)
print(next(line for line in open("/proc/self/status") if line.startswith("VmHWM")).split()[1])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="peak memory is measured the way of Linux")
@pytest.mark.parametrize("what", HEAVY)
def test_what_is_made_to_harm_ends_within_500_mb(what: str, tmp_path: Path) -> None:
    file = tmp_path / "nặng.xlsx"
    file.write_bytes(HEAVY[what]())
    begun = monotonic()
    done = subprocess.run([sys.executable, "-c", MEASURE, str(file)], capture_output=True, text=True, check=True)
    *sentence, peak = done.stdout.splitlines()
    print(what, sentence, f"{int(peak) / 1000:.0f} MB", f"{monotonic() - begun:.1f} s")
    assert len(sentence) <= 1
    assert int(peak) < 500_000  # in kB


# --- old workbooks ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("noise", [b"", bytes(5_000), bytes(range(256)) * 100])
def test_an_old_workbook_of_noise_is_refused(noise: bytes) -> None:
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le") + noise
    with pytest.raises(Unreadable, match=r"hỏng"):
        read_xlsx(old)


def test_what_goes_wrong_in_the_other_process_is_a_sentence_here() -> None:
    with pytest.raises(Unreadable) as refused:
        open_old_book(b"not a workbook")
    assert refused.value.message.endswith(".")


def test_a_workbook_is_a_reading_with_its_format(tmp_path: Path) -> None:
    file = tmp_path / "dự toán.xlsm"
    file.write_bytes(GOOD)
    assert reading_of(file.read_bytes(), file.name).source.format == "xlsx"
