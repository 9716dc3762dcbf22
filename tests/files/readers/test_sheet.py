"""From blocks to text: lines, rows, and the places of what is in them."""

from __future__ import annotations

import pytest

from quyet.core.decisions.source import Cell, Row, Table
from quyet.files.readers.sheet import Box, CellText, Sheet, TableText, settle, tidy


def test_places_are_those_of_the_words_in_the_text() -> None:
    table = TableText([[CellText(["Số lượng: ", "", "40 cái"]), CellText(columns=2)], [CellText(["x"])]])
    text, tables = Sheet().write(["Điều 1.\nPhê duyệt ", table, "Hết"]).finish()
    assert text == "Điều 1.\nPhê duyệt\nSố lượng: 40 cái | \nx\nHết"
    first = Row((18, 37), (Cell(((18, 27), (28, 34))), Cell((), columns=2)))
    assert tables == (Table((first, Row((38, 39), (Cell(((38, 39),)),)))),)
    assert [text[a:b] for a, b in first.cells[0].paragraphs] == ["Số lượng:", "40 cái"]


@pytest.mark.parametrize(
    ("text", "tidied"),
    [
        ("a\u00a0b\u2003c\u3000d", "a b c d"),
        ("a\r\nb\vc\u2028d", "a\n\nb\nc\nd"),
        ("a\u00adb\u200bc\ufeffd\x00e", "abcde"),
        ("e\u0323\u0302", "ệ"),
        ("\ud83d\ude00 x \ud83d", "😀 x "),
        ("tab\tstays", "tab\tstays"),
    ],
)
def test_text_is_tidied(text: str, tidied: str) -> None:
    assert tidy(text) == tidied


def test_a_table_of_one_column_leaves_its_lines() -> None:
    assert settle([[Box(["a", "b"])], [Box(["c"])]]) == ["a", "b", "c"]


def test_a_row_around_a_table_leaves_the_table() -> None:
    inner = TableText([[CellText(["1"]), CellText(["2"])], [CellText(["3"]), CellText(["4"])]])
    left, right = Box(["trình đơn"]), Box(["trước", inner])
    assert settle([[left, right], [Box(["a"]), Box(["b"])]]) == [
        "trình đơn", "trước", inner, TableText([[CellText(["a"]), CellText(["b"])]]),
    ]  # fmt: skip
