"""What stands in a .docx that is written: pages, styles, tables and bytes."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from io import BytesIO

import pytest
from docx import Document
from lxml import etree

from quyet.core.papers.paper import Foot, Para, Section, Table
from quyet.core.presentation.format import Range
from quyet.files.writers.docx import write_docx
from quyet.files.writers.refused import Unwritable
from tests.files.writers.made_paper import (
    ARTICLES,
    BASES,
    COLUMNS,
    FOOT,
    LETTERHEAD,
    MAIN,
    NOTICE,
    ROWS,
    TITLE,
    annex,
    made_paper,
    many_rows,
)
from tests.files.writers.opened_docx import SPACES, TWIPS_PER_MM, Opened, W, mm, words

PAPER = made_paper()
RULES = PAPER.format


@pytest.fixture(scope="module")
def opened() -> Opened:
    return Opened(write_docx(PAPER))


def main(*blocks: object) -> Opened:
    return Opened(write_docx(made_paper(Section("main", blocks))))


# --- pages -----------------------------------------------------------------------------------------------------------


def test_the_paper_is_a4_and_the_margins_are_those_of_the_decree(opened: Opened) -> None:
    first, *_ = opened.sections()
    size, margins = first.find(W + "pgSz"), first.find(W + "pgMar")
    assert mm(size.get(W + "w")) == pytest.approx(210, abs=0.1)
    assert mm(size.get(W + "h")) == pytest.approx(297, abs=0.1)
    assert size.get(W + "orient") is None
    for side, margin in (("top", 20), ("right", 15), ("bottom", 20), ("left", 30)):
        assert mm(margins.get(W + side)) == pytest.approx(margin, abs=0.1), side


def test_a_wide_section_lies_on_its_side_with_every_margin_in_its_range(opened: Opened) -> None:
    *_, last = opened.sections()
    size, margins = last.find(W + "pgSz"), last.find(W + "pgMar")
    assert size.get(W + "orient") == "landscape"
    assert mm(size.get(W + "w")) == pytest.approx(297, abs=0.1)
    assert mm(size.get(W + "h")) == pytest.approx(210, abs=0.1)
    for side in ("top", "right", "bottom", "left"):
        allowed: Range = getattr(RULES.page, side)
        assert allowed.holds(Decimal(mm(margins.get(W + side))), slack=Decimal("0.1")), side


def test_every_part_begins_on_a_new_page_with_number_1(opened: Opened) -> None:
    sections = list(opened.sections())
    assert len(sections) == 3
    for section in sections:
        assert section.find(W + "type").get(W + "val") == "nextPage"
        assert section.find(W + "pgNumType").get(W + "start") == "1"


def test_pages_go_on_counting_where_the_decree_lets_annexes_do_so() -> None:
    rules = replace(RULES, page_number=replace(RULES.page_number, annex_anew=False))
    first, second = Opened(write_docx(replace(made_paper(MAIN, annex()), format=rules))).sections()
    assert first.find(W + "pgNumType") is not None
    assert second.find(W + "pgNumType") is None


def test_the_page_number_is_a_field_in_the_header_and_no_first_page_shows_it(opened: Opened) -> None:
    (field,) = opened.header.iter(W + "fldSimple")
    assert field.get(W + "instr") == "PAGE"
    assert opened.setting("Quyết Số trang", "w:pPr/w:jc/@w:val") == "center"
    assert opened.setting("Quyết Số trang", "w:rPr/w:sz/@w:val") == "26"
    for section in opened.sections():
        (header,) = section.findall(W + "headerReference")
        assert header.get(W + "type") == "default"
        assert section.find(W + "titlePg") is not None
        assert 0 < mm(section.find(W + "pgMar").get(W + "header")) < 20


def test_a_decree_that_numbers_the_first_page_gets_its_number() -> None:
    rules = replace(RULES, page_number=replace(RULES.page_number, first_shown=1))
    (section,) = Opened(write_docx(replace(made_paper(MAIN), format=rules))).sections()
    assert section.find(W + "titlePg") is None


# --- styles ----------------------------------------------------------------------------------------------------------


def test_normal_is_times_new_roman_in_black_for_every_script_and_vietnamese(opened: Opened) -> None:
    fonts = opened.style("Normal").find(f"{W}rPr/{W}rFonts")
    assert dict(fonts.attrib) == dict.fromkeys([W + "ascii", W + "hAnsi", W + "eastAsia", W + "cs"], "Times New Roman")
    assert opened.setting("Normal", "w:rPr/w:color/@w:val") == "000000"
    assert opened.setting("Normal", "w:rPr/w:lang/@w:val") == "vi-VN"


NAMES = {
    "national_name": "Quyết Quốc hiệu",
    "motto": "Quyết Tiêu ngữ",
    "parent": "Quyết Tên cơ quan chủ quản",
    "issuer": "Quyết Tên cơ quan ban hành",
    "number": "Quyết Số và ký hiệu",
    "place_date": "Quyết Địa danh và ngày tháng năm",
    "kind": "Quyết Tên loại",
    "title": "Quyết Trích yếu",
    "competence": "Quyết Thẩm quyền ban hành",
    "basis": "Quyết Căn cứ",
    "enacting": "Quyết Dòng QUYẾT ĐỊNH:",
    "article": "Quyết Điều",
    "text": "Quyết Nội dung",
    "section": "Quyết Mục số La Mã",
    "clause_title": "Quyết Tiêu đề khoản",
    "authority": "Quyết Quyền hạn và chức vụ",
    "signatory": "Quyết Họ tên người ký",
    "recipients_head": "Quyết Nơi nhận:",
    "recipient": "Quyết Nơi nhận",
    "annex_label": "Quyết Từ Phụ lục",
    "annex_title": "Quyết Tên phụ lục",
    "annex_reference": "Quyết Dòng (Kèm theo …)",
}


@pytest.mark.parametrize("key", NAMES)
def test_a_style_has_the_size_weight_slant_and_place_of_the_decree(opened: Opened, key: str) -> None:
    style, name = RULES.styles[key], NAMES[key]
    assert opened.setting(name, "w:rPr/w:sz/@w:val") == str(int(style.size.write * 2))
    assert opened.setting(name, "w:rPr/w:b") == ("on" if style.bold and key != "article" else None)
    assert opened.setting(name, "w:rPr/w:i") == ("on" if style.italic else None)
    assert opened.setting(name, "w:rPr/w:caps") == ("on" if style.upper else None)
    place = {"justify": "both"}.get(style.align, style.align)
    assert opened.setting(name, "w:pPr/w:jc/@w:val") == place
    assert opened.style(name).find(W + "basedOn").get(W + "val") == "Normal"


def test_what_is_not_there_brings_no_style(opened: Opened) -> None:
    shown = {name.get(W + "val") for name in opened.styles.iter(W + "name")}
    assert shown >= set(NAMES.values())
    assert not shown & {"Quyết Kính gửi", "Quyết Phần và chương", "Heading 1", "List Bullet", "Table Grid"}
    assert len(shown) == len(list(opened.styles.iter(W + "name")))


@pytest.mark.parametrize("name", ["Quyết Căn cứ", "Quyết Nội dung", "Quyết Điều", "Quyết Mục số La Mã"])
def test_justified_paragraphs_have_the_indent_gap_and_line_of_the_contents(opened: Opened, name: str) -> None:
    assert mm(opened.setting(name, "w:pPr/w:ind/@w:firstLine")) == pytest.approx(12.7, abs=0.1)
    assert opened.setting(name, "w:pPr/w:spacing/@w:after") == "120"
    assert opened.setting(name, "w:pPr/w:spacing/@w:line") == str(int(240 * 1.15))


@pytest.mark.parametrize("name", ["Quyết Tên loại", "Quyết Trích yếu", "Quyết Tiêu ngữ", "Quyết Tên phụ lục"])
def test_centred_paragraphs_have_no_indent_and_single_lines(opened: Opened, name: str) -> None:
    assert opened.setting(name, "w:pPr/w:ind/@w:firstLine") is None
    assert opened.setting(name, "w:pPr/w:spacing/@w:line") == "240"


def test_the_navigation_pane_shows_annexes_sections_and_articles(opened: Opened) -> None:
    levels = {key: opened.setting(NAMES[key], "w:pPr/w:outlineLvl/@w:val") for key in NAMES}
    assert {key: level for key, level in levels.items() if level} == {
        "kind": "0", "annex_label": "0", "section": "1", "article": "2", "clause_title": "3",
    }  # fmt: skip


def test_paragraphs_take_their_look_from_styles_alone(opened: Opened) -> None:
    said = {child.tag.removeprefix(W) for look in opened.find(".//w:r/w:rPr") for child in look}
    assert said == {"rStyle"}
    settings = {child.tag.removeprefix(W) for each in opened.find(".//w:p/w:pPr") for child in each}
    assert settings == {"pStyle", "keepNext", "ind", "sectPr"}  # the indents of drawn lines follow from the words
    assert opened.find(".//w:txbxContent | .//w:drawing | .//w:pict") == []


# --- head, contents, foot --------------------------------------------------------------------------------------------


def test_the_letterhead_is_a_table_without_borders_of_two_rows_and_two_columns(opened: Opened) -> None:
    head = opened.find("./w:tbl")[0]
    assert [[words(cell) for cell in row.iter(W + "tc")] for row in head.iter(W + "tr")] == [
        ["UBND TỈNH MẪUSỞ CÔNG THƯƠNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAMĐộc lập - Tự do - Hạnh phúc"],
        ["Số: 15/QĐ-SCT", "Mẫu, ngày 05 tháng 3 năm 2024"],
    ]
    assert head.find(f"{W}tblPr/{W}tblStyle").get(W + "val") == "QuyetFrame"
    assert opened.setting("Quyết Khung đầu", "w:tblPr/w:tblBorders") is None


def test_lines_are_drawn_below_issuer_motto_and_title(opened: Opened) -> None:
    above = [
        words(rule.getprevious()) for rule in opened.find('.//w:p[w:pPr/w:pStyle/@w:val="QuyetRule"]')
    ]  # fmt: skip
    assert above == [
        "SỞ CÔNG THƯƠNG",
        "Độc lập - Tự do - Hạnh phúc",
        TITLE,
        "Thực hiện Chương trình hành động năm 2024",
    ]
    assert opened.setting("Quyết Đường kẻ", "w:pPr/w:pBdr/w:top/@w:val") == "single"


def test_the_number_of_an_article_is_bold_and_its_text_is_not(opened: Opened) -> None:
    assert opened.styled("Quyết Điều") == [each.words for each in ARTICLES if each.style == "article"]
    first, second = opened.find('.//w:p[w:pPr/w:pStyle/@w:val="QuyetArticle"]')[0].iter(W + "r")
    assert words(first) == "Điều 1."
    assert first.find(f"{W}rPr/{W}rStyle").get(W + "val") == opened.style("Quyết Điều (số)").get(W + "styleId")
    assert opened.setting("Quyết Điều (số)", "w:rPr/w:b") == "on"
    assert words(second).startswith(" Phê duyệt nội dung")
    assert second.find(W + "rPr") is None


def test_an_article_that_is_a_heading_is_bold_throughout() -> None:
    made = main(Para("article", "", "Điều 1. Phạm vi điều chỉnh"))
    (run,) = made.find('.//w:p[w:pPr/w:pStyle/@w:val="QuyetArticle"]/w:r')
    assert run.find(f"{W}rPr/{W}rStyle").get(W + "val") == "QuyetArticleLead"
    assert words(run) == "Điều 1. Phạm vi điều chỉnh"


def test_every_basis_is_a_paragraph_of_its_style(opened: Opened) -> None:
    assert opened.styled("Quyết Căn cứ") == list(BASES)


def test_the_foot_stays_together_and_with_the_last_words(opened: Opened) -> None:
    foot = opened.find("./w:tbl")[1]
    (row,) = foot.iter(W + "tr")
    left, right = ([words(each) for each in cell.iter(W + "p")] for cell in row.iter(W + "tc"))
    assert left == ["Nơi nhận:", "- Như Điều 3;", "- Ban Giám đốc Sở (để báo cáo);", "- Lưu: VT, QLCN."]
    assert right == ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Nguyễn Văn A"]
    assert row.find(f"{W}trPr/{W}cantSplit") is not None
    assert foot.getprevious().find(f"{W}pPr/{W}keepNext") is not None
    assert int(opened.setting("Quyết Họ tên người ký", "w:pPr/w:spacing/@w:before")) >= 60 * 20


def test_what_announces_a_list_stays_with_it() -> None:
    made = main(Para("text", "Gồm:", "1."), Para("text", "Băng rôn;", "a)"), Para("text", "Sổ tay.", "b)"))
    assert [each.find(f"{W}pPr/{W}keepNext") is not None for each in made.find("./w:p")] == [True, False, False]


def test_a_foot_without_name_and_recipients_keeps_their_places() -> None:
    made = main(Para("text", "Đoạn cuối."), Foot((), ("GIÁM ĐỐC",), None))
    left, right = made.find(".//w:tc")
    assert [words(each) for each in left.iter(W + "p")] == [""]
    assert [words(each) for each in right.iter(W + "p")] == ["GIÁM ĐỐC", ""]


def test_a_letterhead_of_one_body_has_no_line_for_the_other() -> None:
    made = main(replace(LETTERHEAD, parent=None))
    assert [words(each) for each in made.find("(.//w:tc)[1]/w:p")] == ["SỞ CÔNG THƯƠNG", ""]


def test_a_body_with_a_long_name_stands_on_even_lines() -> None:
    made = main(replace(LETTERHEAD, issuer="SỞ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN"))
    parent, issuer, _ = made.find("(.//w:tc)[1]/w:p")
    assert parent.find(f"{W}pPr/{W}ind") is None
    indents = issuer.find(f"{W}pPr/{W}ind")
    assert indents.get(W + "left") == indents.get(W + "right")
    column = int(made.find("(.//w:tc)[1]/w:tcPr/w:tcW")[0].get(W + "w"))
    assert column / 2 < column - 2 * int(indents.get(W + "left")) < column * 0.9


def test_a_long_place_has_the_room_for_one_line() -> None:
    made = main(replace(LETTERHEAD, place_date="Thành phố Hồ Chí Minh, ngày 29 tháng 12 năm 2024"))
    right = int(made.find("(.//w:tc)[2]/w:tcPr/w:tcW")[0].get(W + "w"))
    assert right > 93.5 * TWIPS_PER_MM  # what Times New Roman takes for it in 13 points


def test_the_mark_of_an_example_opens_every_part() -> None:
    made = Opened(write_docx(made_paper(notice=NOTICE)))
    assert made.styled("Quyết Ghi chú ví dụ") == [NOTICE] * 3
    assert made.setting("Quyết Ghi chú ví dụ", "w:pPr/w:jc/@w:val") == "center"
    assert made.setting("Quyết Ghi chú ví dụ", "w:rPr/w:i") == "on"
    assert words(made.body[0]) == NOTICE


# --- tables ----------------------------------------------------------------------------------------------------------


def test_a_table_repeats_its_heading_and_no_row_is_cut(opened: Opened) -> None:
    heading, *rows = opened.find("./w:tbl")[-1].iter(W + "tr")
    assert heading.find(f"{W}trPr/{W}tblHeader") is not None
    assert [words(cell) for cell in heading.iter(W + "tc")] == [column.heading for column in COLUMNS]
    assert [[words(cell) for cell in row.iter(W + "tc")] for row in rows] == [list(row.cells) for row in ROWS]
    for row in (heading, *rows):
        assert row.find(f"{W}trPr/{W}cantSplit") is not None
        assert (row.find(f"{W}trPr/{W}tblHeader") is not None) == (row is heading)


def test_headings_and_strong_rows_are_bold_and_numbers_stand_at_the_right(opened: Opened) -> None:
    assert opened.setting("Quyết Đầu bảng", "w:rPr/w:b") == "on"
    assert opened.setting("Quyết Đầu bảng", "w:pPr/w:jc/@w:val") == "center"
    assert opened.setting("Strong", "w:rPr/w:b") == "on"
    assert opened.setting("Quyết Ô bảng số", "w:pPr/w:jc/@w:val") == "right"
    assert opened.setting("Quyết Ô bảng số", "w:rPr/w:sz/@w:val") == "26"
    _, *rows = opened.find("./w:tbl")[-1].iter(W + "tr")
    strong = [bool(row.xpath('.//w:rStyle[@w:val="Strong"]', namespaces=SPACES)) for row in rows]
    assert strong == [row.strong for row in ROWS]
    amounts = {row.xpath("w:tc[6]/w:p/w:pPr/w:pStyle/@w:val", namespaces=SPACES)[0] for row in rows}
    assert amounts == {"QuyetCellRight"}


def test_the_unit_stands_above_the_table_at_the_right_in_italics(opened: Opened) -> None:
    assert opened.styled("Quyết Đơn vị tính") == ["Đơn vị tính: đồng"]
    assert opened.setting("Quyết Đơn vị tính", "w:pPr/w:jc/@w:val") == "right"
    assert opened.setting("Quyết Đơn vị tính", "w:rPr/w:i") == "on"


def widths(made: Opened) -> list[int]:
    return [int(column.get(W + "w")) for column in made.find("(./w:tbl)[last()]/w:tblGrid/w:gridCol")]


def test_columns_share_the_width_between_the_margins_of_a_lying_page(opened: Opened) -> None:
    total = sum(widths(opened))
    assert total / TWIPS_PER_MM == pytest.approx(297 - 30 - 20, abs=0.1)
    shares = sum(column.share for column in COLUMNS)
    for width, column in zip(widths(opened), COLUMNS, strict=True):
        assert width == pytest.approx(total * column.share / shares, abs=1), column.heading


def test_a_column_too_narrow_for_its_numbers_takes_from_the_others() -> None:
    made = Opened(write_docx(made_paper(annex(wide=False))))
    assert sum(widths(made)) / TWIPS_PER_MM == pytest.approx(210 - 30 - 15, abs=0.1)
    drawn = (9 * 0.5 + 2 * 0.25) * 13 * 20  # "185.000.000" in 13 points of Times
    assert widths(made)[5] - 2 * 80 > drawn > sum(widths(made)) * 16 / 110 - 2 * 80


def test_two_tables_stay_two_tables() -> None:
    table = Table("", COLUMNS, ROWS)
    made = main(table, table)
    assert [each.tag.removeprefix(W) for each in made.body] == ["tbl", "p", "tbl", "p", "sectPr"]


def test_a_thousand_rows_are_written_as_they_are() -> None:
    made = Opened(write_docx(made_paper(annex(many_rows(1000)))))
    rows = made.find("(./w:tbl)[last()]/w:tr")
    assert words(rows[1000]) == "1000Hoạt động tuyên truyền thứ 1000buổi11.000.0001.000.000"


# --- text is text ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    ["<w:p/> & </w:t> ]]>", '{ PAGE \\* MERGEFORMAT } "x"', "hai  khoảng trắng", "- gạch đầu dòng", "Ẳ ẵ Ữ Ỵ ₫ 𠄼"],
)
def test_nothing_in_a_text_is_markup_or_a_field(text: str) -> None:
    made = main(Para("text", text), replace(FOOT, name=text), Table(text, COLUMNS[:1], (type(ROWS[0])((text,)),)))
    assert made.styled("Quyết Nội dung") == [text]
    assert made.styled("Quyết Họ tên người ký") == [text]
    assert made.styled("Quyết Ô bảng giữa") == [text]
    assert made.find(".//w:fldSimple | .//w:instrText") == []


@pytest.mark.parametrize("letter", ["\x00", "\x07", "\x1f", "\ud800", "\uffff"])
def test_a_character_that_xml_forbids_is_named(letter: str) -> None:
    name = re.escape(f"U+{ord(letter):04X}")
    with pytest.raises(Unwritable, match=name) as refused:
        main(Para("text", f"trước{letter}sau"))
    assert refused.value.message == f"Tệp .docx không thể chứa ký tự U+{ord(letter):04X}, ở «trước\ufffdsau»"
    with pytest.raises(ValueError, match=name):
        main(Table("", COLUMNS[:1], (type(ROWS[0])((letter,)),)))
    with pytest.raises(ValueError, match=name):
        write_docx(replace(PAPER, title=letter))


# --- bytes -----------------------------------------------------------------------------------------------------------


def test_the_same_paper_gives_the_same_bytes_and_no_clock_is_in_them(opened: Opened) -> None:
    assert write_docx(PAPER) == write_docx(made_paper())
    assert {entry.date_time for entry in opened.entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.create_system for entry in opened.entries} == {0}
    core = etree.fromstring(opened.parts["docProps/core.xml"])
    told = {etree.QName(each).localname: each.text for each in core}
    assert told == {"title": TITLE, "subject": "Quyết định", "language": "vi-VN"}


def test_a_title_longer_than_word_knows_is_cut_in_the_properties_only() -> None:
    long = "Về việc " + "phê duyệt " * 60
    made = Opened(write_docx(replace(made_paper(Section("main", (Para("title", long),))), title=long)))
    assert made.styled("Quyết Trích yếu") == [long.strip()]
    assert long[:255].encode() in made.parts["docProps/core.xml"]


def test_a_paper_without_a_block_is_a_document_with_a_page() -> None:
    made = Opened(write_docx(made_paper(Section("main", ()))))
    assert [each.tag.removeprefix(W) for each in made.body] == ["p", "sectPr"]


def test_the_file_is_small_and_python_docx_opens_it() -> None:
    data = write_docx(PAPER)
    assert len(data) < 20_000
    document = Document(BytesIO(data))
    assert len(document.sections) == 3
    assert [table.style.name for table in document.tables] == ["Quyết Khung đầu", "Quyết Khung cuối", "Quyết Bảng"]


def test_python_docx_is_loaded_when_a_document_is_written_and_not_before() -> None:
    said = (
        "import sys, quyet, quyet.files.writers.docx\n"
        "quyet.read_text('Điều 1. Mẫu')\n"
        "assert 'docx' not in sys.modules and 'lxml' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", said], check=True)
