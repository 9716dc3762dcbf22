"""Word documents: what Word shows is read, what it hides is not."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx import Document

from quyet.core.decisions.source import Notice
from quyet.files.readers.docx import read_docx
from tests.files.readers.cells import assert_places_are_true, cells_of, widths_of
from tests.files.readers.made_docx import SPACES, cell, document, paragraph, row, run, table


def text_of(*blocks: str, styles: str = "") -> str:
    return read_docx(document(*blocks, styles=styles)).text


def test_a_paragraph_is_a_line_and_an_empty_one_a_blank_line() -> None:
    source = read_docx(document("QUYẾT ĐỊNH", "", "Điều 1. Phê duyệt."), "qd.docx")
    assert source.text == "QUYẾT ĐỊNH\n\nĐiều 1. Phê duyệt."
    assert (source.name, source.format, source.pages) == ("qd.docx", "docx", None)
    assert (source.tables, source.notices) == ((), ())


def test_decomposed_letters_and_hard_spaces_become_plain_ones() -> None:
    assert text_of("Đie\u0302\u0300u\u00a01\u200b. Phê\u00adduyệt") == "Điều 1. Phêduyệt"


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        ("<w:r><w:t>Số:</w:t><w:tab/><w:t>15</w:t></w:r>", "Số:\t15"),
        ("<w:r><w:t>QĐ</w:t><w:noBreakHyphen/><w:t>SCT</w:t></w:r>", "QĐ-SCT"),
        ("<w:r><w:t>tiêu</w:t><w:softHyphen/><w:t>dùng</w:t></w:r>", "tiêudùng"),
        ("<w:r><w:t>KT. GIÁM ĐỐC</w:t><w:br/><w:t>PHÓ GIÁM ĐỐC</w:t></w:r>", "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC"),
        ('<w:r><w:t>0,8m </w:t><w:sym w:font="Symbol" w:char="F0B4"/><w:t> 6m</w:t></w:r>', "0,8m×6m"),
        ("<w:r><w:t> bỏ hai đầu </w:t></w:r>", "bỏ hai đầu"),
        ('<w:r><w:t xml:space="preserve">giữ </w:t><w:t>lại</w:t></w:r>', "giữ lại"),
    ],
)
def test_signs_that_are_not_letters(inside: str, shown: str) -> None:
    assert text_of(f"<w:p>{inside}</w:p>") == shown


def test_the_tab_stops_of_a_paragraph_are_no_tabs() -> None:
    assert text_of(paragraph("Điều 1", about='<w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs>')) == "Điều 1"


def test_content_controls_links_and_smart_tags_are_transparent() -> None:
    settings, content = "<w:sdtPr><w:rPr><w:vanish/></w:rPr></w:sdtPr>", paragraph("Số: 15/QĐ-SCT")
    control = f"<w:sdt>{settings}<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    link = f"<w:p><w:hyperlink>{run('Cổng ')}</w:hyperlink><w:smartTag>{run('thông tin')}</w:smartTag></w:p>"
    assert text_of(control, link) == "Số: 15/QĐ-SCT\nCổng thông tin"


# --- changes ----------------------------------------------------------------------------------------------------------


def test_tracked_changes_are_read_as_accepted_and_said() -> None:
    source = read_docx(
        document(
            f"<w:p>{run('Kinh phí ')}<w:del><w:r><w:delText>80</w:delText></w:r>{run('80')}</w:del>"
            f"<w:ins>{run('96')}</w:ins>{run(' triệu đồng')}</w:p>",
            f"<w:p><w:moveFrom>{run('Điều 2')}</w:moveFrom><w:moveTo>{run('Điều 3')}</w:moveTo></w:p>",
        )
    )
    assert source.text == "Kinh phí 96 triệu đồng\nĐiều 3"
    assert [notice.code for notice in source.notices] == ["tracked_changes"]


def test_what_the_properties_were_before_a_change_is_not_read() -> None:
    before = "<w:pPrChange><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:pPrChange>"
    assert text_of(paragraph("Căn cứ", about=before)) == "Căn cứ"


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    gone = paragraph("Điều 1. Phê ", about="<w:rPr><w:del/></w:rPr>")
    assert text_of(gone, "duyệt kinh phí.", "Điều 2.") == "Điều 1. Phê duyệt kinh phí.\nĐiều 2."


def test_a_paragraph_without_a_mark_before_a_table_keeps_its_place() -> None:
    gone = paragraph("Phụ lục", about="<w:rPr><w:del/></w:rPr>")
    assert text_of(gone, table(row("STT", "Nội dung")), "Hết") == "Phụ lục\nSTT | Nội dung\nHết"


def test_deleted_rows_and_cells_are_left_out() -> None:
    source = read_docx(
        document(
            table(
                row("STT", "Nội dung", cell("Cũ", about="<w:cellDel/>")),
                row("1", "In ấn", about="<w:del/>"),
                row("1", "In tờ rơi", about="<w:ins/>"),
            )
        )
    )
    assert cells_of(source) == [[["STT"], ["Nội dung"]], [["1"], ["In tờ rơi"]]]


# --- looks ------------------------------------------------------------------------------------------------------------

STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"/>
<w:style w:type="paragraph" w:styleId="Title"><w:basedOn w:val="Normal"/><w:rPr><w:caps/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Subtitle"><w:basedOn w:val="Title"/></w:style>
<w:style w:type="character" w:styleId="Note"><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="table" w:styleId="Grid"><w:rPr><w:vanish/></w:rPr></w:style>
"""


@pytest.mark.parametrize(
    ("block", "shown"),
    [
        (paragraph("mở ", run("kín", "<w:vanish/>"), run("hiện", '<w:vanish w:val="0"/>')), "mở hiện"),
        (paragraph("mở", run("kín", '<w:rStyle w:val="Note"/>')), "mở"),
        (paragraph(run("quyết định", "<w:caps/>")), "QUYẾT ĐỊNH"),
        (paragraph("quyết định", about='<w:pStyle w:val="Subtitle"/>'), "QUYẾT ĐỊNH"),
        (paragraph(run("v/v", '<w:caps w:val="false"/>'), about='<w:pStyle w:val="Title"/>'), "v/v"),
        (paragraph("thường", about='<w:pStyle w:val="Grid"/>'), "thường"),
    ],
)
def test_hidden_letters_are_left_out_and_capitals_are_read_as_they_show(block: str, shown: str) -> None:
    assert text_of(block, styles=STYLES) == shown


def test_a_hidden_paragraph_leaves_no_line() -> None:
    hidden = paragraph(run("nháp", "<w:vanish/>"), about="<w:rPr><w:vanish/></w:rPr>")
    assert text_of("Điều 1.", hidden, "Điều 2.") == "Điều 1.\nĐiều 2."


def test_words_in_a_vntime_font_are_read_as_the_font_shows_them() -> None:
    old = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'
    capitals = '<w:rFonts w:hAnsi=".VnTimeH"/>'
    source = read_docx(document(paragraph(run("§iÒu 1. ", old), run("quyÕt ®Þnh", capitals), " Phê duyệt")))
    assert source.text == "Điều 1. QUYẾT ĐỊNH Phê duyệt"
    assert source.notices == (Notice("tcvn3", "TCVN3"),)


def test_a_leftover_old_font_does_not_spoil_unicode_words() -> None:
    assert text_of(paragraph(run("Điều 1. Phê duyệt", '<w:rFonts w:hAnsi=".VnTime"/>'))) == "Điều 1. Phê duyệt"


# --- fields, notes, boxes ---------------------------------------------------------------------------------------------


def field(code: str, result: str) -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return (
        f"{mark.format('begin')}<w:r><w:instrText>{code}</w:instrText></w:r>{run(code)}"
        f"{mark.format('separate')}{run(result)}{mark.format('end')}"
    )


def test_of_a_field_only_the_result_is_read() -> None:
    assert text_of(f"<w:p>{run('Trang ')}{field('PAGE', '3')}{run('/5')}</w:p>") == "Trang 3/5"
    assert text_of(f'<w:p><w:fldSimple w:instr="DATE">{run("05/03/2024")}</w:fldSimple></w:p>') == "05/03/2024"


def test_a_field_that_is_never_closed_does_not_eat_the_rest() -> None:
    torn = f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{run("TOC")}</w:p>'
    assert text_of(torn, "Điều 1. Phê duyệt.").endswith("\nĐiều 1. Phê duyệt.")


def test_footnotes_and_comments_are_no_part_of_a_line() -> None:
    marks = '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="1"/></w:r>'
    assert text_of(f"<w:p>{run('Điều 1')}{marks}{run('. Phê duyệt')}</w:p>") == "Điều 1. Phê duyệt"


def test_a_text_box_is_read_once_and_follows_its_paragraph() -> None:
    box = f"<w:txbxContent>{paragraph('HỎA TỐC')}{paragraph('Mật')}</w:txbxContent>"
    new = f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
    old = f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
    both = f"<w:r><mc:AlternateContent>{new}{old}</mc:AlternateContent></w:r>"
    assert text_of(f"<w:p>{run('Số: 15')}{both}{run('/QĐ-SCT')}</w:p>", "Tiếp") == "Số: 15/QĐ-SCT\nHỎA TỐC\nMật\nTiếp"


def test_an_old_text_box_is_read_too() -> None:
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{paragraph('DỰ THẢO')}</w:txbxContent></v:textbox></w:pict></w:r>"
    assert text_of(f"<w:p>{box}</w:p>") == "\nDỰ THẢO"


# --- tables -----------------------------------------------------------------------------------------------------------


def test_a_row_is_a_line_and_its_cells_keep_their_paragraphs() -> None:
    source = read_docx(
        document(
            table(row(cell("UBND TỈNH HÀ BÌNH", "SỞ Y TẾ"), cell("CỘNG HÒA", "", "Độc lập"))),
            "QUYẾT ĐỊNH",
        )
    )
    assert source.text == "UBND TỈNH HÀ BÌNH SỞ Y TẾ | CỘNG HÒA Độc lập\nQUYẾT ĐỊNH"
    assert cells_of(source) == [[["UBND TỈNH HÀ BÌNH", "SỞ Y TẾ"], ["CỘNG HÒA", "Độc lập"]]]


def test_a_soft_break_in_a_cell_makes_two_paragraphs() -> None:
    broken = "<w:p><w:r><w:t>KT. GIÁM ĐỐC</w:t><w:br/><w:t>PHÓ GIÁM ĐỐC</w:t></w:r></w:p>"
    source = read_docx(document(table(row("Nơi nhận:", cell(broken)))))
    assert cells_of(source) == [[["Nơi nhận:"], ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]]]


def test_merged_cells_cover_columns_and_are_empty_below_their_first_row() -> None:
    restart, goes_on, two = '<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:gridSpan w:val="2"/>'
    source = read_docx(
        document(
            table(
                row(cell("STT", about=restart), cell("Khối lượng", about=two), "Ghi chú"),
                row(cell("bị che", about=goes_on), "Số lượng", "Đơn giá", ""),
                row("1", "40", "450.000", "", about='<w:gridAfter w:val="1"/>'),
            )
        )
    )
    assert source.text.split("\n") == [
        "STT | Khối lượng | Ghi chú", " | Số lượng | Đơn giá | ", "1 | 40 | 450.000 |  | ",
    ]  # fmt: skip
    assert widths_of(source) == [[1, 2, 1], [1, 1, 1, 1], [1, 1, 1, 1, 1]]


def test_old_horizontal_merges_cover_columns_too() -> None:
    first, second = '<w:hMerge w:val="restart"/>', "<w:hMerge/>"
    source = read_docx(document(table(row(cell("Tổng", about=first), cell("", about=second), "9"), row("a", "b", "c"))))
    assert widths_of(source) == [[2, 1], [1, 1, 1]]


def test_cells_in_content_controls_are_cells() -> None:
    wrapped = f"<w:sdt><w:sdtContent>{cell('In ấn')}</w:sdtContent></w:sdt>"
    source = read_docx(document(f"<w:tbl><w:tr>{cell('1')}{wrapped}</w:tr></w:tbl>"))
    assert cells_of(source) == [[["1"], ["In ấn"]]]


def test_a_frame_of_one_cell_is_no_table() -> None:
    source = read_docx(document(table(row(cell("Mẫu số 01", "Ban hành kèm theo")))))
    assert (source.text, source.tables) == ("Mẫu số 01\nBan hành kèm theo", ())


def test_a_table_within_a_frame_is_the_table() -> None:
    inner = table(row("1", "In ấn"), row("2", "Phát thanh"))
    source = read_docx(document(table(row(cell("PHỤ LỤC", inner, "Hết")))))
    assert source.text == "PHỤ LỤC\n1 | In ấn\n2 | Phát thanh\nHết"
    assert cells_of(source) == [[["1"], ["In ấn"]], [["2"], ["Phát thanh"]]]


def test_small_tables_within_cells_are_paragraphs_of_the_cell() -> None:
    left = table(row(cell("UBND TỈNH HÀ BÌNH")), row(cell("SỞ Y TẾ")))
    right = cell(table(row("ngày 05", "2024")))
    source = read_docx(document(table(row(cell(left, ""), "CỘNG HÒA"), row("Số: 1/QĐ-SYT", right))))
    assert cells_of(source) == [
        [["UBND TỈNH HÀ BÌNH", "SỞ Y TẾ"], ["CỘNG HÒA"]], [["Số: 1/QĐ-SYT"], ["ngày 05", "2024"]],
    ]  # fmt: skip


# --- packages ---------------------------------------------------------------------------------------------------------


def test_a_document_written_by_python_docx_is_read() -> None:
    made, saved = Document(), BytesIO()
    made.add_paragraph("Điều 1. Phê duyệt.")
    made.add_paragraph("In 750 cuốn", style="List Number")
    made.add_paragraph("Treo 40 băng rôn", style="List Number")
    grid = made.add_table(2, 2)
    for number, words in enumerate(("STT", "Nội dung", "1", "In ấn")):
        grid.cell(number // 2, number % 2).text = words
    made.save(saved)
    source = read_docx(saved.getvalue())
    assert source.text.split("\n") == [
        "Điều 1. Phê duyệt.", "1. In 750 cuốn", "2. Treo 40 băng rôn", "STT | Nội dung", "1 | In ấn",
    ]  # fmt: skip
    assert_places_are_true(source)


def test_the_main_part_may_have_another_name_and_the_strict_namespace() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    link = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        'Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/word/document22.xml"/>'
        "</Relationships>"
    )
    body = f'<x:document xmlns:x="{strict}"><x:body><x:p><x:r><x:t>Điều 1</x:t></x:r></x:p></x:body></x:document>'
    data = document(parts={"_rels/.rels": link.encode(), "word/document22.xml": body.encode()})
    assert read_docx(data).text == "Điều 1"


def test_parts_may_be_in_utf_16() -> None:
    body = f"<w:document {SPACES}><w:body>{paragraph('Điều 1')}</w:body></w:document>"
    assert read_docx(document(parts={"word/document.xml": body.encode("utf-16")})).text == "Điều 1"
