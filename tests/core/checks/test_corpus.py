"""On real papers an error is true, and the faults that were put into made ones are found."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quyet.core.values.finding import Finding
from quyet.files.reading import read

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
