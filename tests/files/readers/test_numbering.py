"""Automatic list numbers: what Word shows before the paragraph."""

from __future__ import annotations

import pytest

from quyet.files.readers.docx import read_docx
from quyet.files.readers.numbering import letters, roman, spell
from tests.files.readers.made_docx import document, item, level, numbering, paragraph

POINTS = numbering(level(0, "decimal", "%1."), level(1, "lowerLetter", "%2)"), level(2, "bullet", "-"))
"""1. a) - : how a decision is numbered."""


def lines_of(*blocks: str, numbering: str = POINTS, styles: str = "") -> list[str]:
    return read_docx(document(*blocks, numbering=numbering, styles=styles)).text.split("\n")


def test_khoan_and_diem_are_numbered_and_diem_begins_anew_under_each_khoan() -> None:
    assert lines_of(
        item("Tuyên truyền"), item("Băng rôn", 1), item("40 cái", 2), item("Sổ tay", 1), item("Học tập"), item("Đi", 1)
    ) == ["1. Tuyên truyền", "a) Băng rôn", "- 40 cái", "b) Sổ tay", "2. Học tập", "a) Đi"]


def test_paragraphs_between_do_not_stop_the_count() -> None:
    assert lines_of(item("một"), "xen giữa", item("hai")) == ["1. một", "xen giữa", "2. hai"]


def test_an_empty_paragraph_shows_its_number_alone() -> None:
    assert lines_of(item(""), item("hai")) == ["1.", "2. hai"]


def test_a_number_may_hold_its_parents() -> None:
    legal = numbering(
        level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2."), level(2, "decimal", "%1.%2.%3.", "<w:isLgl/>")
    )
    assert lines_of(item("A"), item("B"), item("C", 1), item("D", 2), numbering=legal) == [
        "I. A", "II. B", "II.1. C", "2.1.1. D",
    ]  # fmt: skip


def test_a_level_that_is_passed_over_counts_as_begun() -> None:
    outline = numbering(level(0, "decimal", "%1."), level(1, "decimal", "%1.%2."))
    assert lines_of(item("đầu", 1), item("sau", 0), numbering=outline) == ["1.1. đầu", "2. sau"]


@pytest.mark.parametrize(
    ("restart", "second"),
    [("", "a) x"), ('<w:lvlRestart w:val="0"/>', "b) x"), ('<w:lvlRestart w:val="1"/>', "a) x")],
)
def test_a_level_begins_anew_only_where_it_says_so(restart: str, second: str) -> None:
    lists = numbering(level(0, "decimal", "%1."), level(1, "lowerLetter", "%2)", restart))
    assert lines_of(item("A"), item("x", 1), item("B"), item("x", 1), numbering=lists)[3] == second


def test_a_level_may_start_at_any_number() -> None:
    assert lines_of(item("A"), item("B"), numbering=numbering(level(0, "decimal", "Điều %1:", start=4))) == [
        "Điều 4: A", "Điều 5: B",
    ]  # fmt: skip


def instance(number: int, override: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="0"/>{override}</w:num>'


def test_two_lists_of_one_abstract_list_count_on_from_each_other() -> None:
    lists = numbering(level(0, "decimal", "%1."), instances=instance(1) + instance(2))
    assert lines_of(item("A"), item("B", number=2), item("C"), numbering=lists) == ["1. A", "2. B", "3. C"]


def test_a_list_that_starts_anew_does_so_once() -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    lists = numbering(level(0, "decimal", "%1."), instances=instance(1) + instance(2, anew))
    assert lines_of(
        item("A"), item("B"), item("C", number=2), item("D", number=2), item("E"), numbering=lists
    ) == ["1. A", "2. B", "1. C", "2. D", "3. E"]  # fmt: skip


def test_an_instance_may_write_a_level_in_its_own_way() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1/")}</w:lvlOverride>'
    lists = numbering(level(0, "decimal", "%1."), instances=instance(1, own))
    assert lines_of(item("một"), numbering=lists) == ["A/ một"]


HEADING = (
    '<w:style w:type="paragraph" w:styleId="{}"><w:basedOn w:val="{}"/><w:pPr><w:numPr>{}</w:numPr></w:pPr></w:style>'
)


def test_a_style_numbers_its_paragraphs_at_the_level_that_is_linked_to_it() -> None:
    lists = numbering(
        level(0, "upperRoman", "%1.", '<w:pStyle w:val="Chuong"/>'),
        level(1, "decimal", "%2.", '<w:pStyle w:val="Muc"/>'),
    )
    styles = HEADING.format("Chuong", "Normal", '<w:numId w:val="1"/>') + HEADING.format("Muc", "Chuong", "")
    chapter = paragraph("A", about='<w:pStyle w:val="Chuong"/>')
    section = paragraph("B", about='<w:pStyle w:val="Muc"/>')
    assert lines_of(chapter, section, numbering=lists, styles=styles) == ["I. A", "1. B"]


def test_number_0_takes_a_paragraph_out_of_the_list_of_its_style() -> None:
    styles = HEADING.format("So", "Normal", '<w:numId w:val="1"/>')
    out = paragraph("không số", about='<w:pStyle w:val="So"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert lines_of(out, paragraph("có số", about='<w:pStyle w:val="So"/>'), styles=styles) == ["không số", "1. có số"]


def test_a_list_may_borrow_its_levels_from_a_numbering_style() -> None:
    levels = level(0, "lowerLetter", "%1)")
    borrowed = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="DanhSach"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="DanhSach"/>{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    )
    number = '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>'
    lender = f'<w:style w:type="numbering" w:styleId="DanhSach">{number}</w:style>'
    assert lines_of(item("một"), item("hai"), numbering=borrowed, styles=lender) == ["a) một", "b) hai"]


def test_deleted_paragraphs_take_no_number() -> None:
    gone = paragraph(
        "<w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del>",
        about='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr>',
    )
    assert lines_of(item("một"), gone, item("hai")) == ["1. một", "2. hai"]


@pytest.mark.parametrize(
    ("mark", "font", "shown"),
    [("-", "Times New Roman", "-"), ("\uf0b7", "Symbol", "•"), ("\uf02d", "Symbol", "-"), ("\uf0a7", "Wingdings", "▪"),
     ("\uf0d8", "Wingdings", "➢"), ("ü", "Wingdings", "✓"), ("o", "Courier New", "o"), ("+", "", "+")],
)  # fmt: skip
def test_bullets_of_pictorial_fonts_become_signs(mark: str, font: str, shown: str) -> None:
    level = (
        f'<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="{mark}"/>'
        f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr></w:lvl>'
    )
    assert lines_of(item("Số lượng"), numbering=numbering(level)) == [f"{shown} Số lượng"]


def test_a_list_that_is_not_defined_shows_no_number() -> None:
    assert lines_of(item("mồ côi", number=7)) == ["mồ côi"]


@pytest.mark.parametrize(
    ("value", "style", "written"),
    [(4, "upperRoman", "IV"), (9, "lowerRoman", "ix"), (1994, "upperRoman", "MCMXCIV"), (1, "lowerLetter", "a"),
     (26, "upperLetter", "Z"), (27, "lowerLetter", "aa"), (28, "lowerLetter", "bb"), (5, "decimalZero", "05"),
     (12, "decimalZero", "12"), (7, "decimal", "7"), (7, "unheardOf", "7"), (7, "none", "")],
)  # fmt: skip
def test_numbers_are_written_in_the_style_of_the_level(value: int, style: str, written: str) -> None:
    assert spell(value, style) == written


def test_numbers_that_a_style_cannot_write_stay_digits() -> None:
    assert (roman(0), roman(4000), letters(0), letters(10_000)) == ("0", "4000", "0", "10000")
