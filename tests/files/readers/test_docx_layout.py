"""How a Word document looks: what Word would show, whoever said it."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO

import pytest
from docx import Document

from quyet.core.presentation.measured import Layout, Line, Look, Margin, Section
from quyet.files.readers.docx import read_docx
from quyet.files.readers.docx_layout import lines as measured_lines
from tests.files.readers.made_docx import (
    KIND,
    LINKS,
    SPACES,
    cell,
    document,
    item,
    level,
    numbering,
    paragraph,
    row,
    run,
    table,
    zipped,
)

RELATIONS = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


def layout_of(*blocks: str, styles: str = "", numbering: str = "", parts: dict[str, bytes] | None = None) -> Layout:
    layout = read_docx(document(*blocks, styles=styles, numbering=numbering, parts=parts)).layout
    assert layout is not None
    return layout


def line(*blocks: str, styles: str = "", numbering: str = "", parts: dict[str, bytes] | None = None) -> Line:
    (only,) = layout_of(*blocks, styles=styles, numbering=numbering, parts=parts).lines
    return only


def look(block: str, styles: str = "", parts: dict[str, bytes] | None = None) -> Look:
    return line(block, styles=styles, parts=parts).runs[0].look


def default(letters: str = "", shape: str = "") -> str:
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{letters}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>{shape}</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def style(name: str, letters: str = "", shape: str = "", *, base: str = "", kind: str = "paragraph") -> str:
    on = f'<w:basedOn w:val="{base}"/>' if base else ""
    return f'<w:style w:type="{kind}" w:styleId="{name}">{on}<w:pPr>{shape}</w:pPr><w:rPr>{letters}</w:rPr></w:style>'


def size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/>'


def styled(name: str, about: str = "") -> str:
    return f'<w:pStyle w:val="{name}"/>{about}'


# --- letters ---------------------------------------------------------------------------------------------------------


def test_what_nobody_says_is_what_word_does() -> None:
    found = line("Điều 1")
    assert found.runs[0].look == Look("Times New Roman", Decimal(10), False, False, "000000", False)
    assert (found.shape.align, found.start, found.shape.before, found.shape.after) == ("left", 0, 0, 0)
    assert (found.shape.line, found.shape.line_rule) == (1, "lines")


def test_each_level_goes_before_the_one_below() -> None:
    styles = default(size(20)) + style("Goc", size(22)) + style("Tren", base="Goc") + style("Lon", size(30), base="Goc")
    assert look("Điều 1", styles).size == 10
    assert look(paragraph("Điều 1", about=styled("Tren")), styles).size == 11
    assert look(paragraph("Điều 1", about=styled("Lon")), styles).size == 15
    assert look(paragraph(run("Điều 1", size(27)), about=styled("Lon")), styles).size == Decimal("13.5")


def test_the_size_of_complex_scripts_does_not_count() -> None:
    assert look(paragraph(run("Điều 1", '<w:szCs w:val="40"/>'))).size == 10


def test_a_style_of_letters_goes_before_that_of_the_paragraph() -> None:
    styles = style("Doan", size(22)) + style("Chu", size(24), kind="character")
    assert look(paragraph(run("Điều 1", '<w:rStyle w:val="Chu"/>'), about=styled("Doan")), styles).size == 12


@pytest.mark.parametrize(
    ("paragraphs", "letters", "said", "bold"),
    [
        ("<w:b/>", "", "", True),
        ("<w:b/>", "<w:b/>", "", False),
        ("", "<w:b/>", "", True),
        ("<w:b/>", "<w:b/>", "<w:b/>", True),
        ("<w:b/>", "", '<w:b w:val="0"/>', False),
    ],
)
def test_bold_of_two_styles_is_not_bold(paragraphs: str, letters: str, said: str, bold: bool) -> None:
    styles = style("Doan", paragraphs) + style("Chu", letters, kind="character")
    block = paragraph(run("Điều 1", f'<w:rStyle w:val="Chu"/>{said}'), about=styled("Doan"))
    assert look(block, styles).bold is bold


def test_bold_of_the_defaults_stays_bold_whatever_styles_say() -> None:
    styles = default("<w:b/>") + style("Doan", "<w:b/>")
    assert look(paragraph("Điều 1", about=styled("Doan")), styles).bold


def theme(minor: str) -> dict[str, bytes]:
    fonts = f'<a:majorFont><a:latin typeface="Cambria"/></a:majorFont><a:minorFont><a:latin typeface="{minor}"/>'
    links = "".join(
        f'<Relationship Id="{kind}" Type="{KIND}/{kind}" Target="{kind}.xml"/>' for kind in ("styles", "theme")
    )
    return {
        "word/theme.xml": f"<a:theme {A}><a:fontScheme>{fonts}</a:minorFont></a:fontScheme></a:theme>".encode(),
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{LINKS}">{links}</Relationships>'.encode(),
    }


def test_a_font_of_the_theme_is_looked_up_and_a_named_one_above_goes_before() -> None:
    styles = default('<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="majorHAnsi"/>')
    parts = theme("Calibri")
    assert look("Dieu 1", styles, parts).font == "Calibri"
    assert look("Điều 1", styles, parts).font == "Cambria"
    named = run("Điều 1", '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>')
    assert look(paragraph(named), styles, parts).font == "Arial"


def test_a_broken_theme_leaves_the_font_of_word() -> None:
    parts = theme("Calibri") | {"word/theme.xml": b"<a:theme"}
    assert look("Điều 1", default('<w:rFonts w:hAnsiTheme="minorHAnsi"/>'), parts).font == "Times New Roman"


def test_automatic_colour_is_black() -> None:
    assert look(paragraph(run("a", '<w:color w:val="auto"/>'))).colour == "000000"
    assert look(paragraph(run("a", '<w:color w:val="ff0000"/>'))).colour == "FF0000"


def test_what_was_before_a_tracked_change_does_not_count() -> None:
    before = f"<w:rPrChange><w:rPr>{size(60)}<w:b/></w:rPr></w:rPrChange>"
    found = look(paragraph(run("Điều 1", size(28) + before)))
    assert (found.size, found.bold) == (14, False)


def test_the_letters_of_a_paragraph_mark_are_not_those_of_the_text() -> None:
    assert look(paragraph("Điều 1", about=f"<w:rPr>{size(60)}</w:rPr>")).size == 10


# --- paragraphs ------------------------------------------------------------------------------------------------------


def test_gaps_and_indents_are_merged_word_by_word() -> None:
    styles = default(shape='<w:spacing w:after="200" w:line="276" w:lineRule="auto"/>')
    styles += style("Doan", shape='<w:ind w:left="284" w:firstLine="567"/><w:spacing w:before="60"/>')
    found = line(
        paragraph("Điều 1", about=styled("Doan", '<w:spacing w:after="120"/><w:ind w:left="0"/>')), styles=styles
    )
    assert (found.shape.before, found.shape.after, found.shape.line) == (3, 6, Decimal("1.15"))
    assert found.start == Decimal("10.00")


@pytest.mark.parametrize(
    ("about", "line_of", "rule"),
    [
        ('w:line="360" w:lineRule="auto"', Decimal("1.5"), "lines"),
        ('w:line="360"', Decimal("1.5"), "lines"),
        ('w:line="340" w:lineRule="exact"', 17, "exact"),
        ('w:line="340" w:lineRule="atLeast"', 17, "at_least"),
    ],
)
def test_the_distance_of_lines(about: str, line_of: Decimal, rule: str) -> None:
    shape = line(paragraph("Điều 1", about=f"<w:spacing {about}/>")).shape
    assert (shape.line, shape.line_rule) == (line_of, rule)


def test_gaps_in_lines_and_those_of_web_pages() -> None:
    about = '<w:spacing w:before="40" w:beforeLines="50" w:after="40" w:afterAutospacing="1"/>'
    shape = line(paragraph("Điều 1", about=about)).shape
    assert (shape.before, shape.after) == (6, 14)


def test_lengths_may_carry_their_unit() -> None:
    assert line(paragraph("Điều 1", about='<w:ind w:firstLine="1.27cm"/>')).start == Decimal("12.70")


@pytest.mark.parametrize(
    ("word", "align"), [("both", "justify"), ("center", "center"), ("end", "right"), ("start", "left")]
)
def test_alignment(word: str, align: str) -> None:
    assert line(paragraph("Điều 1", about=f'<w:jc w:val="{word}"/>')).shape.align == align


LIST = numbering(level(0, "decimal", "%1.", '<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr>'))


def test_a_list_goes_before_the_style_and_what_the_paragraph_says_before_both() -> None:
    styles = style("Doan", shape='<w:ind w:left="1440"/>')
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    in_list = paragraph("In sổ tay", about=styled("Doan", number))
    assert line(in_list, styles=styles, numbering=LIST).start == Decimal("6.35")
    with_own = paragraph("In sổ tay", about=styled("Doan", number + '<w:ind w:left="0" w:firstLine="720"/>'))
    assert line(with_own, styles=styles, numbering=LIST).start == Decimal("12.70")


def test_the_style_that_names_a_list_goes_before_it() -> None:
    number = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    styles = style("Doan", shape=number + '<w:ind w:left="0" w:firstLine="567"/>')
    assert line(paragraph("In sổ tay", about=styled("Doan")), styles=styles, numbering=LIST).start == Decimal("10.00")


def test_a_tab_or_space_at_the_beginning_leaves_the_indent_open() -> None:
    assert line(paragraph("\tĐiều 1")).start is None
    assert line(paragraph("  Điều 1")).start is None


# --- where it stands -------------------------------------------------------------------------------------------------


def said(*blocks: str, numbering: str = "") -> list[tuple[str, list[str]]]:
    """Each measured line with the words of its runs."""
    source = read_docx(document(*blocks, numbering=numbering))
    assert source.layout is not None
    return [
        (source.text[slice(*line.span)], [source.text[slice(*run.span)] for run in line.runs])
        for line in source.layout.lines
    ]


def test_runs_stand_at_their_words() -> None:
    assert said(paragraph(run("Điều 1."), run(" Phê duyệt"))) == [("Điều 1. Phê duyệt", ["Điều 1.", " Phê duyệt"])]


def test_the_number_of_a_list_has_no_run() -> None:
    assert said(item("  In sổ tay"), numbering=LIST) == [("1. In sổ tay", ["In sổ tay"])]


def test_a_soft_break_makes_two_lines_of_one_paragraph() -> None:
    broken = "<w:p><w:r><w:t>KT. GIÁM ĐỐC</w:t><w:br/><w:t>PHÓ GIÁM ĐỐC</w:t></w:r></w:p>"
    assert [words for words, _ in said(broken)] == ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]
    assert [line.place for line in layout_of("", broken).lines] == [1, 1]


def test_each_paragraph_of_a_cell_is_a_line() -> None:
    letterhead = table(row(cell("SỞ CÔNG THƯƠNG", "", " Số: 58/QĐ-SCT "), cell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")))
    assert [words for words, _ in said(letterhead, "QUYẾT ĐỊNH")] == [
        "SỞ CÔNG THƯƠNG",
        "Số: 58/QĐ-SCT",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "QUYẾT ĐỊNH",
    ]
    assert [line.in_table for line in layout_of(letterhead, "QUYẾT ĐỊNH").lines] == [True, True, True, False]


def test_letters_that_the_text_writes_otherwise_keep_their_places() -> None:
    assert said(paragraph(run("Đie\u0302\u0300u\u00a01\u200b."), run(" Duyệt"))) == [
        ("Điều 1. Duyệt", ["Điều 1.", " Duyệt"])
    ]


def test_what_is_left_out_is_not_measured_but_counted() -> None:
    gone = f"<w:del>{run('bỏ')}</w:del>"
    found = layout_of(f"<w:p>{gone}{run('giữ')}</w:p>", f"<w:p>{run('sau')}</w:p>")
    assert [(line.place, [each.place for each in line.runs]) for line in found.lines] == [(0, [1]), (1, [2])]


def test_paragraphs_that_were_joined_count_as_the_last() -> None:
    gone = paragraph(run("Điều 1. ", size(30)), about="<w:rPr><w:del/></w:rPr>")
    (found,) = layout_of(gone, paragraph("Duyệt", about='<w:jc w:val="center"/>')).lines
    assert (found.place, found.shape.align) == (1, "center")
    assert [each.look.size for each in found.runs] == [15, 10]


def test_a_text_box_is_measured_where_it_is_read() -> None:
    box = f"<w:r><w:txbxContent>{paragraph(run('KHẨN', size(28)))}</w:txbxContent></w:r>"
    assert said(f"<w:p>{run('Điều 1')}{box}</w:p>") == [("Điều 1", ["Điều 1"]), ("KHẨN", ["KHẨN"])]


def test_a_formula_is_not_measured() -> None:
    formula = '<m:r xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:t>x</m:t></m:r>'
    assert said(f"<w:p>{run('a ')}{formula}{run(' b')}</w:p>") == [("a x b", ["a ", " b"])]


def test_a_table_style_counts_and_one_that_dresses_rows_apart_is_not_guessed() -> None:
    plain = style("Bang", size(22), kind="table", base="Nen") + style("Nen", "<w:i/>", kind="table")
    inside = f'<w:tbl><w:tblPr><w:tblStyle w:val="Bang"/></w:tblPr>{row(cell("a"), cell("b"))}</w:tbl>'
    first = layout_of(inside, styles=plain).lines[0].runs[0].look
    assert (first.size, first.italic) == (11, True)
    apart = '<w:style w:type="table" w:styleId="Bang"><w:tblStylePr><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>'
    assert layout_of(inside, "c", styles=apart).lines[0].place == 2


def test_only_so_many_runs_are_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quyet.files.readers.docx_words.MOST_RUNS", 3)
    found = read_docx(document(*(f"Dòng {n}" for n in range(9))))
    assert found.layout is not None
    assert (len(found.layout.lines), found.text.count("Dòng")) == (3, 9)
    assert measured_lines.MOST_RUNS == 50_000


# --- pages -----------------------------------------------------------------------------------------------------------


def page(about: str) -> Section:
    body = (
        f"<w:document {SPACES} {RELATIONS}><w:body>{paragraph('a')}<w:sectPr>{about}</w:sectPr></w:body></w:document>"
    )
    (section,) = layout_of(parts={"word/document.xml": body.encode()}).sections
    return section


def test_paper_and_margins_in_millimetres_the_gutter_with_the_left() -> None:
    found = page(
        '<w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1134" w:bottom="-1134" w:left="1417" w:gutter="284" w:right="850"/>'
    )
    assert (round(found.width), round(found.height), found.landscape) == (210, 297, False)
    assert [round(each) for each in (found.top, found.bottom, found.left, found.right)] == [20, 20, 30, 15]


def test_what_a_section_does_not_say_is_letter_with_an_inch() -> None:
    found = page("")
    assert (found.width, found.height, found.left) == (Decimal("215.90"), Decimal("279.40"), Decimal("25.40"))
    assert (found.header, found.first_apart, found.number_from) == (None, False, None)


def test_a_section_ends_at_the_paragraph_that_holds_it() -> None:
    inner = '<w:sectPr><w:pgSz w:w="16838" w:h="11906"/></w:sectPr>'
    found = layout_of("a", paragraph("b", about=inner), "c")
    assert [section.landscape for section in found.sections] == [True, False]
    assert [found.section_of(line.place) for line in found.lines] == [0, 0, 1]


def test_what_a_section_was_before_a_change_does_not_count() -> None:
    assert page("<w:sectPrChange><w:sectPr><w:titlePg/></w:sectPr></w:sectPrChange>").first_apart is False


def numbered(inside: str, *, about: str = "", styles: str = "") -> Margin:
    """The header of a document that has one."""
    reference = f'<w:sectPr><w:headerReference w:type="default" r:id="dau"/>{about}</w:sectPr>'
    body = f"<w:document {SPACES} {RELATIONS}><w:body>{paragraph('a')}{reference}</w:body></w:document>"
    links = "".join(
        f'<Relationship Id="{name}" Type="{KIND}/{kind}" Target="{kind}.xml"/>'
        for name, kind in (("dau", "header"), ("kieu", "styles"))
    )
    parts = {
        "word/document.xml": body.encode(),
        "word/header.xml": f"<w:hdr {SPACES}>{inside}</w:hdr>".encode(),
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{LINKS}">{links}</Relationships>'.encode(),
    }
    header = layout_of(parts=parts, styles=styles).sections[0].header
    assert header is not None
    return header


def field(code: str = "PAGE", look: str = "", result: str = "2") -> str:
    def char(kind: str) -> str:
        return f'<w:r><w:rPr>{look}</w:rPr><w:fldChar w:fldCharType="{kind}"/></w:r>'

    coded = f"<w:r><w:rPr>{look}</w:rPr><w:instrText> {code} </w:instrText></w:r>"
    return char("begin") + coded + char("separate") + run(result, look) + char("end")


CENTRED = '<w:jc w:val="center"/>'


def test_the_number_of_the_page_in_a_header() -> None:
    number = numbered(paragraph("") + paragraph(field(look=size(26)), about=CENTRED)).number
    assert number is not None
    assert (number.align, number.look.size, number.look.italic, number.alone) == ("center", 13, False, True)
    assert (number.where, number.part, number.place, number.runs) == ("header", "word/header.xml", 1, (1, 2, 3, 4, 5))


def test_a_simple_field_is_one_too_and_takes_the_style_of_its_paragraph() -> None:
    simple = f'<w:p><w:pPr>{styled("Dau")}</w:pPr><w:fldSimple w:instr="PAGE">{run("2")}</w:fldSimple></w:p>'
    number = numbered(simple, styles=style("Dau", size(28), CENTRED)).number
    assert number is not None and (number.align, number.look.size, number.runs) == ("center", 14, (0,))


@pytest.mark.parametrize(
    ("inside", "align"),
    [
        (f"<w:p><w:r><w:tab/></w:r>{field()}</w:p>", None),
        (table(row(cell("a"), cell(paragraph(field())))), None),
        (paragraph(field(), about='<w:framePr w:xAlign="center"/>'), "center"),
        (paragraph(field(), about="<w:framePr/>"), None),
    ],
)
def test_what_places_a_number_otherwise_is_not_guessed(inside: str, align: str | None) -> None:
    number = numbered(inside).number
    assert number is not None and number.align == align


def test_a_number_beside_words_is_not_alone() -> None:
    header = numbered(paragraph("SỞ CÔNG THƯƠNG ", field()))
    assert header.number is not None and not header.number.alone and not header.empty
    dashed = numbered(paragraph("- ", field(), " -"))
    assert dashed.number is not None and dashed.number.alone


def test_a_header_without_a_number() -> None:
    assert (numbered(paragraph("")).number, numbered(paragraph("")).empty) == (None, True)
    assert numbered(paragraph("SỞ CÔNG THƯƠNG")).empty is False
    assert numbered("<w:p><w:r><w:drawing/></w:r></w:p>").empty is False


def test_a_header_that_computes_what_it_shows_is_not_sure() -> None:
    assert numbered(paragraph(field("IF 1 &gt; 2"))).sure is False
    assert numbered("<broken").sure is False


def test_a_section_that_names_no_header_has_that_of_the_one_before() -> None:
    paper = Document()
    paper.sections[0].header.paragraphs[0].text = "Đầu trang"
    paper.add_section()
    stream = BytesIO()
    paper.save(stream)
    layout = read_docx(stream.getvalue()).layout
    assert layout is not None
    assert [section.header is not None for section in layout.sections] == [True, True]


def test_breaks_are_counted() -> None:
    broken = '<w:p><w:r><w:br w:type="page"/></w:r><w:r><w:lastRenderedPageBreak/><w:t>b</w:t></w:r></w:p>'
    assert layout_of("a", broken).breaks == (1, 1)


def test_a_table_says_whether_its_heading_is_repeated() -> None:
    heading = row("TT", "Nội dung", about="<w:tblHeader/>")
    found = layout_of("a", table(heading, row("1", "Sổ tay")), table(row("1"), row("2", about="<w:tblHeader/>"))).tables
    assert [(each.place, each.rows, each.heading_repeats) for each in found] == [(1, 2, True), (5, 2, False)]


def test_a_strict_file_is_measured_as_well() -> None:
    data = document(paragraph(run("Điều 1", size(28))))
    from zipfile import ZipFile

    parts = {name: ZipFile(BytesIO(data)).read(name) for name in ZipFile(BytesIO(data)).namelist()}
    old, new = (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    layout = read_docx(zipped({name: part.replace(old, new) for name, part in parts.items()})).layout
    assert layout is not None and layout.lines[0].runs[0].look.size == 14
