"""On real papers an error is true, and the faults that were put into made ones are found."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from quyet.core.values.finding import Finding
from quyet.files.estimates import planned
from quyet.files.facts.forms import load_wording
from quyet.files.folders import read_beside
from quyet.files.reading import read
from quyet.files.writers.xlsx import AnnexSheet, write_xlsx

CORPUS = Path(__file__).parents[4] / "shared" / "corpus"
pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="shared corpus not found")

TRUE_ERRORS = {("045-kh-ubnd-0a97eb.txt", "L103", "46/2002/QĐ-UBND ≠ 12/09/2022")}
"""Each error on a real paper was looked at in its text, and is there for the reason given."""


def papers(folder: str) -> list[Path]:
    return sorted((CORPUS / folder).glob("*.txt"))


def errors(path: Path) -> list[Finding]:
    return [finding for finding in read(path).findings if finding.severity == "error"]


@pytest.mark.parametrize("path", papers("dev") + papers("unlabelled"), ids=lambda path: path.stem)
def test_no_error_on_a_real_paper_but_the_true_ones(path: Path) -> None:
    assert [f.rule for f in errors(path)] == [rule for name, rule, _ in TRUE_ERRORS if name == path.name]


LAYOUTS = {
    "101-yen-bai-khuyen-cong-2019": [],  # older than the decree
    "112-tien-giang-thanh-nien-2022": [
        "F309 Số trang chưa có; quy định ở giữa lề trên, từ trang thứ hai.",
        "F304 Cỡ chữ của số, ký hiệu 12; quy định 13.",
        "F304 Cỡ chữ của tiêu ngữ 12; quy định 13–14.",
        "F304 Cỡ chữ của địa danh, ngày tháng năm 12; quy định 13–14.",
        "F305 Kiểu chữ của căn cứ: đứng; quy định nghiêng. Còn 4 chỗ tương tự.",
        "F307 Lùi đầu dòng 5 mm; quy định 10 hoặc 12,7 mm. Còn 25 chỗ tương tự.",
        "F304 Cỡ chữ của «Nơi nhận» 11; quy định 12.",
        "F305 Kiểu chữ của «Nơi nhận»: đứng; quy định nghiêng, đậm.",
    ],
}
"""What is said of how each Word document is laid out: compared with the file, line by line."""


@pytest.mark.parametrize("path", sorted((CORPUS / "made").glob("*.docx")), ids=lambda path: path.stem)
def test_what_is_said_of_a_layout_was_compared_with_the_file(path: Path) -> None:
    said = [finding for finding in read(path).findings if finding.rule.startswith("F3")]
    assert [f"{finding.rule} {finding.message}" for finding in said] == LAYOUTS[path.stem]
    assert "error" not in {finding.severity for finding in said}


@pytest.mark.parametrize("path", papers("made"), ids=lambda path: path.stem)
def test_the_faults_of_a_made_paper_are_found_and_no_others(path: Path) -> None:
    truth = json.loads(path.with_suffix(".truth.json").read_text(encoding="utf-8"))
    lines = path.read_text(encoding="utf-8").split("\n")
    found = sorted((finding.rule[0], finding.line) for finding in errors(path))
    put_in = [
        (fault["rule_family"], next(n for n, line in enumerate(lines, start=1) if fault["line_contains"] in line))
        for fault in truth["faults"]
    ]
    assert found == sorted(put_in)


MADE = {
    "000-lang-son-2024.txt": [],
    "101-yen-bai-khuyen-cong-2019.docx": [],
    "101-yen-bai-khuyen-cong-2019.txt": [],
    "102-an-giang-xuc-tien-thuong-mai-2022.pdf": [
        "M101 Bằng số 1.249.500.000 đồng, bằng chữ 1.294.500.000 đồng. Sửa để hai số bằng nhau."
    ],
    "102-an-giang-xuc-tien-thuong-mai-2022.txt": [
        "M101 Bằng số 1.249.500.000 đồng, bằng chữ 1.294.500.000 đồng. Sửa để hai số bằng nhau."
    ],
    "104-binh-dinh-tiet-kiem-nang-luong-2024.txt": [],
    "107-quang-tri-binh-dang-gioi-2021.txt": [],
    "108-muong-cha-giam-ngheo-2023.txt": [
        "F201 Thiếu Điều 3 trước Điều 4. Đánh số lại hoặc bổ sung.",
        "L102 Căn cứ «55/2023/TT-BTC» ngày 15/08/2023 sau ngày ban hành 12/05/2023. Một trong hai ngày ghi sai.",
    ],
    "112-tien-giang-thanh-nien-2022.docx": [],
    "112-tien-giang-thanh-nien-2022.txt": [],
    "114-can-tho-nguoi-tieu-dung-2025.txt": [],
}
"""Every made paper with what is an error in it: the three faults that were put in, two papers of them in two formats,
and nothing on the others."""


def test_every_made_paper_is_listed() -> None:
    assert sorted(MADE) == sorted(path.name for path in (CORPUS / "made").iterdir() if path.suffix != ".json")


@pytest.mark.parametrize("name", MADE)
def test_the_errors_of_a_made_paper_are_those_of_the_list(name: str) -> None:
    assert sorted(f"{each.rule} {each.message}" for each in errors(CORPUS / "made" / name)) == MADE[name]


# --- faults that are put into the annexes of the faultless -----------------------------------------------------------

ANNEXED = ["101-yen-bai-khuyen-cong-2019.txt", "108-muong-cha-giam-ngheo-2023.txt"]
"""The made papers that have an annex table."""


ROW = 3
"""So many lines a row of these tables takes at most."""


def put_in(name: str, where: str) -> set[str]:
    """The errors that come, at its row, with a figure of the annex raised by a fifth."""
    sound = read(CORPUS / "made" / name)
    assert sound.estimate is not None
    priced = [line for line in sound.estimate.lines if line.unit_price and line.quantity and line.amount]
    figure = sound.estimate.total if where == "total" else getattr(priced[0], where)
    start, end = figure.span
    raised = f"{int(sound.text[start:end].replace('.', '')) * 6 // 5:,}".replace(",", ".")
    faulty = read((sound.text[:start] + raised + sound.text[end:]).encode(), name)
    known = {(each.rule, each.line) for each in sound.findings}
    new = [each for each in faulty.findings if each.severity == "error" and (each.rule, each.line) not in known]
    line = sound.text[:start].count("\n") + 1
    return {each.rule for each in new if abs(each.line - line) <= ROW}


@pytest.mark.parametrize("name", ANNEXED)
@pytest.mark.parametrize(
    ("where", "rules"), [("amount", {"M203"}), ("unit_price", {"M203"}), ("total", {"M201", "M202"})]
)
def test_a_figure_of_an_annex_that_is_changed_is_found_at_its_line(name: str, where: str, rules: set[str]) -> None:
    assert put_in(name, where) & rules


def test_an_annex_in_excel_is_checked_with_the_decision_beside_it(tmp_path: Path) -> None:
    decision = CORPUS / "made" / ANNEXED[0]
    sound = read(decision)
    annexes = [AnnexSheet(planned(each)) for each in sound.estimates]
    folder = tmp_path / "chương trình"
    folder.mkdir()
    (folder / "decision.txt").write_bytes(decision.read_bytes())
    (folder / "dự toán.xlsx").write_bytes(write_xlsx(annexes, load_wording()))
    assert [
        each.rule for each in read_beside(folder / "dự toán.xlsx", sound).findings if each.severity == "error"
    ] == []

    book = load_workbook(folder / "dự toán.xlsx")
    [at] = [cell for row in book.worksheets[0].iter_rows() for cell in row if cell.value == "TỔNG CỘNG"]
    sheet = at.parent
    amount = next(cell.column for row in sheet.iter_rows() for cell in row if cell.value == "Thành tiền")
    sheet.cell(at.row, amount).value = sound.estimate.total + 1_000_000 if sound.estimate else 0
    book.save(folder / "dự toán.xlsx")
    found = {each.rule for each in read_beside(folder / "dự toán.xlsx", sound).findings if each.severity == "error"}
    assert {"M202", "P203"} <= found
