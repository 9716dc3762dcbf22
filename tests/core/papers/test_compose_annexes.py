"""Annexes, attached texts, and the links of their lines to activities."""

from __future__ import annotations

from decimal import Decimal

from quyet.core.decisions.model import Article, Attachment
from quyet.core.papers.compose import compose
from quyet.core.papers.paper import Table
from tests.core.papers.made import activity, draft, estimate, line, paper_of, stationery, words


def annexes(count: int, form: str = "decision", **said: object) -> list[tuple[str, str | None]]:
    """The first words of each section behind the paper itself, and its reference."""
    made = draft(activity(), estimates=tuple(estimate(line("1", 5)) for _ in range(count)), **said)
    return [(section.blocks[0].words, section.ref) for section in paper_of(made, form).sections[1:]]


def test_one_annex_has_no_number_and_several_have_roman_ones() -> None:
    assert annexes(1) == [("Phụ lục", "phu_luc_1")]
    assert annexes(3) == [("Phụ lục I", "phu_luc_1"), ("Phụ lục II", "phu_luc_2"), ("Phụ lục III", "phu_luc_3")]
    assert [label for label, _ in annexes(20)][16:] == [
        "Phụ lục XVII",
        "Phụ lục XVIII",
        "Phụ lục XIX",
        "Phụ lục XX",
    ]


def test_the_plan_that_is_attached_counts_among_the_annexes() -> None:
    assert annexes(1, "attached") == [("KẾ HOẠCH", "phu_luc_1"), ("Phụ lục", "phu_luc_2")]


def test_an_annex_takes_the_next_reference_that_no_attached_text_has() -> None:
    text = Attachment("phu_luc_2", "QUY CHẾ", None, [Article("", "Điều 1", text="Phạm vi.")])
    assert annexes(2, attachments=[text]) == [
        ("QUY CHẾ", "phu_luc_2"),
        ("Phụ lục I", "phu_luc_1"),
        ("Phụ lục II", "phu_luc_3"),
    ]


def test_the_table_of_an_annex() -> None:
    lines = [
        line("I", content="Tuyên truyền"),
        line("1", quantity=Decimal(750), unit="cuốn", unit_price=40_000),
        line("2", 1_500),
    ]
    paper = paper_of(draft(activity(), estimates=(estimate(*lines),)))
    (table,) = (block for block in paper.blocks() if isinstance(block, Table))
    assert [each.heading for each in table.columns] == [
        "TT",
        "Nội dung",
        "Đơn vị tính",
        "Số lượng",
        "Đơn giá",
        "Thành tiền",
    ]
    assert [(row.cells, row.strong) for row in table.rows] == [
        (("I", "Tuyên truyền", "", "", "", "30.001.500"), True),
        (("1", "In sổ tay", "cuốn", "750", "40.000", "30.000.000"), False),
        (("2", "In sổ tay", "", "", "", "1.500"), False),
        (("", "Tổng cộng", "", "", "", "30.001.500"), True),
    ]
    assert words(draft(activity(), estimates=(estimate(*lines),)))[-1] == (
        "Bằng chữ: Ba mươi triệu không trăm linh một nghìn năm trăm đồng."
    )


def test_an_annex_whose_sum_is_open_has_no_total() -> None:
    paper = paper_of(draft(activity(), estimates=(estimate(line("1"), line("2", 10**15)),)))
    (table,) = (block for block in paper.blocks() if isinstance(block, Table))
    assert [row.cells[-1] for row in table.rows] == ["", "1.000.000.000.000.000"]


# --- links -------------------------------------------------------------------------------------------------------------


def linked(made_label: str | None, was: str, name: str) -> tuple[str | None, str | None]:
    """The label that an activity keeps, and what a line that names it names then."""
    made = draft(activity(label=made_label, ref=was), estimates=(estimate(line("1", 5, activity=name)),))
    written = compose(made, stationery())[1]
    return written.programme.activities[0].label, written.estimates[0].lines[0].activity


def test_lines_name_an_activity_by_the_reference_that_it_has_in_this_paper() -> None:
    here = "dieu_1/khoan_1"
    assert linked("1", "", "1") == ("1", here)
    assert linked("1", here, here) == ("1", here)
    assert linked("II.3", "muc_2/khoan_3", "muc_2/khoan_3") == (None, here)
    assert linked("II.3", "muc_2/khoan_3", "II.3") == (None, here)
    assert linked("II.3", "muc_2/khoan_3", "muc_2") == (None, "dieu_1")
    assert linked("1", "", "9") == ("1", "9")


def test_a_line_does_not_slip_to_the_activity_that_took_its_place() -> None:
    first, second = activity("A", ref="dieu_1/khoan_2"), activity("B", ref="dieu_1/khoan_1")
    made = draft(first, second, estimates=(estimate(line("1", 5, activity="dieu_1/khoan_2")),))
    written = compose(made, stationery())[1]
    assert written.programme.activities[0].ref == written.estimates[0].lines[0].activity == "dieu_1/khoan_1"
