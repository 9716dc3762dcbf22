"""The one function behind the command, the page and the library: from a file to its reading."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path
from unicodedata import normalize

import pytest

import quyet
from quyet import Unreadable, check, read, read_text
from quyet.core.decisions.model import Reading

DECISION = """SỞ CÔNG THƯƠNG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 12/QĐ-SCT
Lạng Sơn, ngày 05 tháng 3 năm 2024

QUYẾT ĐỊNH
Về việc phê duyệt kinh phí in tờ rơi năm 2024

GIÁM ĐỐC SỞ CÔNG THƯƠNG

QUYẾT ĐỊNH:

Điều 1. Phê duyệt tổng kinh phí là 5.000.000 đồng (Năm triệu đồng).
Điều 2. Quyết định có hiệu lực kể từ ngày ký./.

GIÁM ĐỐC
Trần Thị Mẫu
"""


def test_a_path_as_text_a_path_and_bytes_give_the_same_reading(tmp_path: Path) -> None:
    file = tmp_path / "qd.txt"
    file.write_text(DECISION, encoding="utf-8")
    readings = [read(str(file)), read(file), read(file.read_bytes(), "qd.txt")]
    assert readings[0] == readings[1] == readings[2]
    assert (readings[0].source.name, readings[0].document.number) == ("qd.txt", "12/QĐ-SCT")
    assert readings[0].document.date == date(2024, 3, 5)


def test_pasted_text_is_read_as_a_file_of_it_would_be() -> None:
    pasted = read_text(normalize("NFD", DECISION).replace("\n", "\r\n"), "dán")
    assert pasted.text == DECISION
    assert pasted.document == read(DECISION.encode()).document
    assert pasted.source.name == "dán"


def test_a_reading_carries_its_findings() -> None:
    reading = read(DECISION.encode())
    assert reading.findings == check(reading) == check(DECISION.encode())
    assert all(reading.text.splitlines()[finding.line - 1] for finding in reading.findings if finding.span)


def test_findings_follow_a_reading_that_was_changed() -> None:
    reading = read(DECISION.encode())
    assert not [finding for finding in reading.findings if finding.severity == "error"]
    wrong = read(DECISION.replace("(Năm triệu", "(Sáu triệu").encode())
    assert [finding.rule[0] for finding in wrong.findings if finding.severity == "error"] == ["M"]


@pytest.mark.parametrize("paper", [b"", b" \n", b"\0" * 99, Path("khong-co.txt"), "khong-co.txt"])
def test_what_cannot_be_read_raises_with_a_sentence_in_both_languages(paper: bytes | Path | str) -> None:
    with pytest.raises(Unreadable) as refused:
        read(paper)
    assert refused.value.message and refused.value.message_en


def test_empty_pasted_text_is_refused() -> None:
    with pytest.raises(Unreadable):
        read_text(" \n ")


def test_text_that_is_no_decision_is_read_all_the_same() -> None:
    reading = read_text("Danh sách đi chợ: rau, đậu, cá.")
    assert isinstance(reading, Reading)
    assert reading.document.kind is None and reading.programme is None


def test_the_face_of_the_library_loads_nothing_until_it_is_used() -> None:
    code = "import sys, quyet; print([name for name in sys.modules if name.startswith('quyet.')])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout.strip() == b"[]"


def test_the_face_of_the_library_names_what_it_has() -> None:
    assert [name for name in quyet.__all__ if not hasattr(quyet, name)] == []
    with pytest.raises(AttributeError, match="no attribute 'settle'"):
        quyet.settle  # noqa: B018


def test_an_empty_name_is_not_taken_for_the_current_folder() -> None:
    with pytest.raises(Unreadable, match="tên tệp để trống"):
        read("")
