"""`quyet check DIR`: the decision, the programme's data and the annex of one folder, held against one another."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

CASE = Path(__file__).parents[2] / "cases" / "lang-son-2024"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the example's folder."""
    return Path(shutil.copytree(CASE, tmp_path / "case"))


def change(folder: Path, old: str, new: str) -> None:
    file = folder / "programme.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_the_example_agrees_with_itself_and_is_told_of_the_banners_and_of_its_province(
    quyet: Callable, folder: Path
) -> None:
    done = quyet("check", str(folder))
    assert done.code == 0
    found = [line.split(" ")[1:3] for line in done.out.splitlines() if "programme.yaml" in line]
    assert found == [["info", "N104"], ["warning", "P301"]]  # no resolution of the province is on file
    assert "55.250.000 đồng" in done.out
    assert done.out.splitlines()[0].startswith(str(folder / "decision.txt"))


def test_a_price_above_the_norm_is_an_error_at_its_line(quyet: Callable, folder: Path) -> None:
    change(folder, "unit_price: 200000", "unit_price: 250000")
    done = quyet("check", str(folder))
    assert done.code == 1
    [line] = [line for line in done.out.splitlines() if " N101 " in line]
    wanted = (folder / "programme.yaml").read_text(encoding="utf-8").splitlines().index("      unit_price: 250000") + 1
    assert line.startswith(f"{folder / 'programme.yaml'}:{wanted}:1: error N101 estimate.lines[14].unit_price: ")


def test_data_that_differ_from_the_decision_are_told(quyet: Callable, folder: Path) -> None:
    change(folder, "quantity: {value: 750, unit: cuốn}", "quantity: {value: 700, unit: cuốn}")
    done = quyet("check", str(folder))
    assert "P204 programme.activities[1].quantity: Dữ liệu ghi «700 cuốn», quyết định ghi «750 cuốn»." in done.out


def test_an_exported_annex_is_tied_to_the_activities_of_the_decision(quyet: Callable, folder: Path) -> None:
    """Its column «Mã nội dung» names them as the paper labels them."""
    assert quyet("estimate", "export", str(folder), "-o", str(folder / "annex.xlsx")).code == 0
    (folder / "programme.yaml").unlink()
    done = quyet("check", str(folder))
    found = [line.split(" ")[1:3] for line in done.out.splitlines() if "annex.xlsx" in line]
    assert found == [["info", "N104"], ["warning", "P301"]]  # as of the data: none without a line, none loose


@pytest.mark.parametrize(
    ("amount", "code", "said"),
    [
        (185_000_000, 0, []),
        (
            150_000_000,
            1,
            [
                "error M304 estimate.total: Dự toán 185.000.000 đồng vượt dự toán được giao còn lại 150.000.000 đồng: "
                "vượt 35.000.000 đồng."
            ],
        ),
    ],
)
def test_data_that_name_their_allotment_are_held_against_it(
    quyet: Callable, folder: Path, amount: int, code: int, said: list[str]
) -> None:
    change(folder, "  year: 2024\n", f"  year: 2024\n  allotment: {{text: 224/QĐ-SCT, amount: {amount}}}\n")
    done = quyet("check", str(folder))
    assert done.code == code
    assert [line.split(": ", 1)[1] for line in done.out.splitlines() if " M304 " in line] == said


def test_data_alone_are_checked_too(quyet: Callable, folder: Path) -> None:
    (folder / "decision.txt").unlink()
    assert quyet("check", str(folder)).code == 0
    assert quyet("check", str(folder / "programme.yaml")).code == 0


def test_data_that_cannot_be_taken_are_refused_by_key_and_line_and_the_decision_is_still_checked(
    quyet: Callable, folder: Path
) -> None:
    change(folder, "      unit: cuốn", "      unitt: cuốn")
    done = quyet("check", str(folder))
    assert done.code == 2
    assert "khóa lạ; có phải là unit?" in done.err
    assert "decision.txt" in done.out


def test_json_names_each_file(quyet: Callable, folder: Path) -> None:
    done = quyet("check", str(folder), "--format", "json")
    printed = [json.loads(line) for line in done.out.splitlines()]
    assert [Path(each["path"]).name for each in printed] == ["decision.txt", "programme.yaml"]


def test_an_empty_folder_is_refused_in_one_line(quyet: Callable, tmp_path: Path) -> None:
    done = quyet("check", str(tmp_path))
    assert done.code == 2 and len(done.err.splitlines()) == 1
