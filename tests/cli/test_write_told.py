"""What `quyet write` says of a draft that it writes: contradictions, and what a reader would understand otherwise."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from quyet.cli import write_report
from quyet.files.readers.errors import Unreadable
from tests.cli.drafts import DRAFT


def test_a_draft_that_contradicts_itself_is_written_and_exits_1(quyet: Callable, draft: Callable) -> None:
    draft(
        ("{value: 750", "{min: 80, max: 70"),
        ("programme:", "programme:\n  total: {amount: 5000, words: sáu nghìn đồng}"),
    )
    done = quyet("write", "p.yaml", "-o", "p.txt")
    assert done.code == 1 and "80 - 70 cuốn" in Path("p.txt").read_text(encoding="utf-8")
    assert done.err.splitlines()[:2] == [
        "p.yaml:10: programme.total.words: «sáu nghìn đồng» là 6.000 đồng, số ghi 5.000 đồng",
        "p.yaml:14: programme.activities[0].quantity.min: min 80 lớn hơn max 70",
    ]
    assert quyet("write", "p.yaml", "-o", "p.txt", "--lang", "en").err.splitlines()[1] == (
        "p.yaml:14: programme.activities[0].quantity.min: min 80 is more than max 70"
    )


def test_the_key_of_a_fault_is_the_one_that_the_file_has(quyet: Callable, draft: Callable) -> None:
    wrong = "lines:\n{}  - {{content: In sổ tay, quantity: 2, unit_price: 3, amount: 7}}\n"
    for key, text in (
        ("estimate", "estimate:\n  " + wrong.format("  ")),
        ("estimates[0]", "estimates:\n  - " + wrong.format("    ")),
    ):
        Path("p.yaml").write_text(DRAFT + text, encoding="utf-8")
        done = quyet("write", "p.yaml", "-o", "p.txt")
        assert done.code == 1
        assert done.err.splitlines()[0] == f"p.yaml:18: {key}.lines[0].amount: ghi 7 đồng, số lượng × đơn giá là 6 đồng"


def test_what_a_fault_says_is_not_told_again_as_a_difference(quyet: Callable, draft: Callable) -> None:
    draft(("unit: cuốn}", "unit: cuốn}\n      timeframe: {start: 2024-01-01, end: 2024-03-31, text: Quý IV/2024}"))
    done = quyet("write", "p.yaml", "-o", "p.txt")
    assert done.code == 1
    assert done.err == (
        "p.yaml:14: programme.activities[0].timeframe: «Quý IV/2024» là 01/10/2024 - 31/12/2024, nhưng start và end ghi "
        "01/01/2024 - 31/03/2024\n"
    )


def test_what_will_be_read_otherwise_is_told_and_exits_0(quyet: Callable, draft: Callable) -> None:
    draft(("Nguyễn Văn A", f"Nguyễn 😀 {'x' * 100}"))
    done = quyet("write", "p.yaml", "-o", "p.txt")
    assert done.code == 0
    assert done.err.splitlines() == [
        "p.yaml:6: document.signature: sẽ được đọc lại là «trống», không phải «GIÁM ĐỐC»",
        f"p.yaml:8: document.signature.name: sẽ được đọc lại là «trống», không phải «Nguyễn 😀 {'x' * 70}…»",
    ]


def test_a_kind_without_a_form_becomes_a_decision_and_is_told(quyet: Callable, draft: Callable) -> None:
    draft(("kind: QĐ", "kind: NQ"))
    said = "p.yaml:2: document.kind: chưa có mẫu cho loại «NQ» nên viết thành Quyết định; các loại: QĐ, TTr, KH, BC, hoặc chọn --form"
    done = quyet("write", "p.yaml", "-o", "p.txt")
    assert done.code == 1 and said in done.err.splitlines()
    assert "document.kind: chưa có mẫu" not in quyet("write", "p.yaml", "-o", "p.txt", "--form", "decision").err


def test_a_body_that_nobody_knows_is_told(quyet: Callable, draft: Callable) -> None:
    draft(("kind: QĐ", "kind: QĐ\n  body: so-cong-thuong"))
    done = quyet("write", "p.yaml", "-o", "p.txt")
    assert done.code == 1
    assert done.err.startswith(
        "p.yaml:3: document.body: không có cơ quan «so-cong-thuong» trong ngày đó; các cơ quan: "
    )


@pytest.mark.parametrize(
    ("why", "said"),
    [
        (RecursionError(), "quá nhiều mục nối nhau."),
        (Unreadable("Văn bản nêu quá nhiều dữ kiện.", "Too many facts."), "Văn bản nêu quá nhiều dữ kiện."),
    ],
)
def test_a_paper_that_is_too_much_for_a_reader_is_there_and_says_so(
    quyet: Callable, draft: Callable, monkeypatch: pytest.MonkeyPatch, why: Exception, said: str
) -> None:
    def read_back(written: object) -> object:
        raise why

    monkeypatch.setattr(write_report, "read_back", read_back)
    draft()
    done = quyet("write", "p.yaml", "-o", "p.txt")
    assert (done.code, Path("p.txt").exists()) == (1, True)
    assert done.err == f"p.yaml: không đọc lại để đối chiếu được: {said}\n"
