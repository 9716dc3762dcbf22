"""Head, signature and two columns, as an office sets them; the words keep their places and their facts."""

from __future__ import annotations

import io
from datetime import date

import pytest
from docx import Document

from quyet.files.reading import read, read_text
from quyet.files.writers.reading_json import reading_to_dict
from quyet.queries.laid_out import Laid, Zones, lay_out
from quyet.queries.marked_text import Line, Run
from quyet.queries.reading import ReadingPage, page
from tests.web.papers import TEXT

BODY = TEXT.split("\n", 1)[1]
ONE_ROW = (
    "UBND TỈNH MƯỜNG HOA SỞ NÔNG NGHIỆP ------- Số: 58/QĐ-SNN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM "
    "Độc lập - Tự do - Hạnh phúc --------------- Mường Hoa, ngày 12 tháng 3 năm 2023\n" + BODY
)
TYPED = (
    "     UBND TỈNH MƯỜNG HOA            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "      SỞ NÔNG NGHIỆP                    Độc lập - Tự do - Hạnh phúc\n"
    "          -------                             ---------------\n"
    "     Số: 58/QĐ-SNN               Mường Hoa, ngày 12 tháng 3 năm 2023\n" + BODY
)


def laid_out(text: str) -> ReadingPage:
    return page(reading_to_dict(read_text(text, "giấy.txt")), date(2026, 11, 23))


def columns(laid: Laid) -> list[list[str]]:
    return [[piece.text.strip() for piece in column] for column in laid.columns]


def test_a_head_that_was_a_table_stands_in_two_columns_and_its_own_lines():
    assert columns(laid_out(ONE_ROW).laid[0]) == [
        ["UBND TỈNH MƯỜNG HOA", "SỞ NÔNG NGHIỆP", "-------", "Số: 58/QĐ-SNN"],
        [
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "---------------",
            "Mường Hoa, ngày 12 tháng 3 năm 2023",
        ],
    ]


def test_columns_that_were_typed_with_spaces_stay_apart():
    assert [columns(laid) for laid in laid_out(TYPED).laid[:4]] == [
        [["UBND TỈNH MƯỜNG HOA"], ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]],
        [["SỞ NÔNG NGHIỆP"], ["Độc lập - Tự do - Hạnh phúc"]],
        [["-------"], ["---------------"]],
        [["Số: 58/QĐ-SNN"], ["Mường Hoa, ngày 12 tháng 3 năm 2023"]],
    ]


def test_a_right_column_alone_stays_on_the_right():
    text = TYPED.replace("      SỞ NÔNG NGHIỆP                    Độc", " " * 36 + "Độc")
    assert columns(laid_out(text).laid[1]) == [[], ["Độc lập - Tự do - Hạnh phúc"]]


def test_room_left_for_a_number_is_no_column():
    text = TYPED.replace("     Số: 58/QĐ-SNN               Mường Hoa,", "Số:      /QĐ-SNN          Mường Hoa,")
    assert columns(laid_out(text).laid[3])[0] == ["Số:      /QĐ-SNN"]


def test_a_table_of_two_columns_keeps_each_cell_whole():
    (row,) = [laid for laid in laid_out(TEXT + "\nTờ rơi | 40 triệu đồng; - Số: 3\n").laid if laid.is_split]
    assert columns(row) == [["Tờ rơi"], ["40 triệu đồng; - Số: 3"]]
    assert not row.centred


def test_a_table_of_more_columns_stays_one_line():
    laid = laid_out(TEXT + "\nI | Tổ chức hội nghị |  |  | 16.000.000\n").laid
    assert not any(each.is_split for each in laid)


def test_a_cell_of_a_hundred_thousand_recipients_is_set_in_time_that_grows_with_it():
    """Two marks in five signs: work that grew with the square would not end."""
    cell = "Nơi nhận: " + "- Ai; " * 100_000
    text = f"{cell}| GIÁM ĐỐC"
    line = Line(1, [Run(cell[place : place + 6], (place,)) for place in range(0, len(cell), 6)] + [Run("| GIÁM ĐỐC")])
    assert line.text == text
    laid = lay_out(line, Zones(range(0), range(1, 2), range(0), frozenset()), 0)
    assert len(laid.columns[0]) == 100_001
    assert sum(len(piece.runs) for piece in laid.columns[0]) < 300_000


def test_recipients_stand_below_one_another_beside_who_signs():
    paper = Document()
    for line in TEXT[: TEXT.index("Nơi nhận")].splitlines():
        paper.add_paragraph(line)
    left, right = paper.add_table(rows=1, cols=2).rows[0].cells
    left.text, right.text = "Nơi nhận:\n- Như Điều 2;\n- Lưu: VT.", "GIÁM ĐỐC\n\nLò Thị Mận"
    stream = io.BytesIO()
    paper.save(stream)
    shown = page(reading_to_dict(read(stream.getvalue(), "giấy.docx")), date(2026, 11, 23))
    (row,) = [each for each in shown.laid if each.is_split]
    assert columns(row) == [["Nơi nhận:", "- Như Điều 2;", "- Lưu: VT."], ["GIÁM ĐỐC", "Lò Thị Mận"]]
    assert row.signed
    assert not row.centred


def test_motto_rules_and_title_are_centred_and_the_orders_are_not():
    head = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n-------\n"
    laid = laid_out(head + TEXT.replace("2023\n\nGIÁM", "2023\n***\nGIÁM")).laid
    centred = [each.line.text for each in laid if each.centred and not each.signed]
    assert [text for text in centred if not text.isupper()] == [
        "Độc lập - Tự do - Hạnh phúc",
        "-------",
        "Về việc phê duyệt chương trình khuyến nông năm 2023",
        "***",
    ]


def test_the_name_stands_below_the_office_that_signs():
    assert [laid.line.text for laid in laid_out(TEXT).laid if laid.signed] == ["GIÁM ĐỐC", "Lò Thị Mận"]


@pytest.mark.parametrize("text", [TEXT, ONE_ROW, TYPED, "xin chào"])
def test_no_character_and_no_fact_is_lost(text: str):
    shown = laid_out(text)
    for laid in shown.laid:
        pieces = [run for column in laid.columns for piece in column for run in piece.runs]
        text_of = ["".join(piece.text for piece in column) for column in laid.columns]
        assert laid.between.join(text_of) == laid.line.text
        assert {fact for run in pieces for fact in run.facts} == {fact for run in laid.line.runs for fact in run.facts}
