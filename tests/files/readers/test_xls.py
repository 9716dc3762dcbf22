"""Workbooks of old Excel (.xls): kept values, read in a process of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from quyet.files.readers import Unreadable, load
from quyet.files.reading import read
from tests.files.readers.made_xlsx import HEAD, figures, workbook
from tests.office import converted

ROWS = (
    ["ĐVT: nghìn đồng"],
    HEAD,
    [1, "In băng rôn", "cái", 40, 650, "=D3*E3", None],
    [2, "In sổ tay", "cuốn", 750, 40, "=D4*E4", "khổ A5"],
    ["Tổng cộng", None, None, None, None, "=SUM(F3:F4)", None],
)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    def hide(sheet):
        sheet.parent["Cũ"].sheet_state = "hidden"

    file = tmp_path / "dự toán.xlsx"
    file.write_bytes(workbook(*ROWS, merged=["A5:E5"], more={"Cũ": [[1]]}, change=hide))
    return converted(file, "xls")


def test_an_old_workbook_gives_its_kept_values(old: Path) -> None:
    reading = read(old)
    assert figures(reading.estimate.lines) == [
        ("1", "In băng rôn", "40", 650_000, 26_000_000),
        ("2", "In sổ tay", "750", 40_000, 30_000_000),
    ]
    assert reading.estimate.total == 56_000_000
    assert (reading.source.format, reading.source.name) == ("xlsx", "dự toán.xls")
    assert [(finding.rule, finding.message) for finding in reading.findings] == [
        ("F914", "Trang tính ẩn không được đọc: «Cũ». Bỏ ẩn nếu trang đó thuộc dự toán."),
        ("F915", "Tệp Excel đời cũ (.xls): chỉ đọc giá trị đã lưu, không đọc được công thức để tính lại."),
    ]


def test_an_old_workbook_that_is_cut_off_is_refused(old: Path) -> None:
    whole = old.read_bytes()
    for share in (0.9, 0.5, 0.2):
        old.write_bytes(whole[: int(len(whole) * share)])
        with pytest.raises(Unreadable):
            load(old)


def test_an_old_workbook_that_asks_for_millions_of_cells_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "xa.xlsx"
    file.write_bytes(workbook(HEAD, change=lambda sheet: sheet.__setitem__("IV65536", 1)))
    with pytest.raises(Unreadable, match=r"\(\.xls\) này quá lớn"):
        load(converted(file, "xls"))
