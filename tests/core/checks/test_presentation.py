"""F3: each rule on a paper that breaks it and no other; messages name what was measured and what is asked."""

from __future__ import annotations

import pytest
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from quyet.core.checks import RULES, all_rules
from tests.core.checks.word_papers import (
    Change,
    Paper,
    each,
    long,
    no_header,
    number_in_footer,
    paper,
    put,
    runs,
    said,
    section,
)

# --- the right paper -------------------------------------------------------------------------------------------------


def test_the_right_paper_breaks_no_rule_at_all() -> None:
    assert [(f.rule, f.message) for f in paper().read().findings] == []


def test_neither_does_a_long_one_with_an_annex() -> None:
    assert said(paper(long, Paper.add_annex)) == []


def test_what_each_line_is() -> None:
    reading = paper(Paper.add_annex).read()
    roles: dict[str, list[str]] = {}
    for component in reading.components:
        roles.setdefault(component.role, []).append(reading.text[slice(*component.span)])
    assert {role: words for role, words in roles.items() if role not in ("basis", "text")} == {
        "parent": ["UBND TỈNH HÀ BÌNH"],
        "issuer": ["SỞ CÔNG THƯƠNG"],
        "number": ["Số: 58/QĐ-SCT"],
        "national_name": ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        "motto": ["Độc lập - Tự do - Hạnh phúc"],
        "place_date": ["Hà Bình, ngày 12 tháng 3 năm 2024"],
        "kind": ["QUYẾT ĐỊNH"],
        "title": ["Phê duyệt nội dung và dự toán tuyên truyền năm 2024"],
        "competence": ["GIÁM ĐỐC SỞ CÔNG THƯƠNG TỈNH HÀ BÌNH"],
        "enacting": ["QUYẾT ĐỊNH:"],
        "article": ["Điều 1.", "Điều 2.", "Điều 3."],
        "recipients_head": ["Nơi nhận:"],
        "recipient": ["Như Điều 3", "Lưu: VT, QLCN"],
        "authority": ["GIÁM ĐỐC"],
        "signatory": ["Trần Văn Mẫu"],
        "annex_label": ["Phụ lục"],
        "annex_title": ["DỰ TOÁN KINH PHÍ TUYÊN TRUYỀN NĂM 2024"],
        "annex_reference": ["(Kèm theo Quyết định số 58/QĐ-SCT ngày 12 tháng 3 năm 2024 của Giám đốc Sở Công Thương)"],
    }
    assert (len(roles["basis"]), len(roles["text"])) == (2, 6)


# --- one deviation each ----------------------------------------------------------------------------------------------

LETTER = [section("page_width", Mm(215.9)), section("page_height", Mm(279.4))]


def on_its_side(made: Paper) -> None:
    first = made.word.sections[0]
    first.orientation = WD_ORIENT.LANDSCAPE
    first.page_width, first.page_height = Mm(297), Mm(210)


CASES: list[tuple[str, list[Change], list[tuple[str, str, str]]]] = [
    ("letter paper", LETTER, [("F301", "Khổ giấy 215,9 × 279,4 mm; quy định A4, 210 × 297 mm.", "UBND TỈNH HÀ BÌNH")]),
    (
        "on its side",
        [on_its_side],
        [("F301", "Trang giấy nằm ngang, không có bảng biểu; quy định theo chiều dài khổ A4.", "UBND TỈNH HÀ BÌNH")],
    ),
    (
        "a narrow margin",
        [section("left_margin", Mm(25))],
        [("F302", "Lề trái 25 mm; quy định 30–35 mm.", "UBND TỈNH HÀ BÌNH")],
    ),
    (
        "wide margins",
        [section("top_margin", Mm(30)), section("right_margin", Mm(25.4))],
        [
            ("F302", "Lề phải 25,4 mm; quy định 15–20 mm.", "UBND TỈNH HÀ BÌNH"),
            ("F302", "Lề trên 30 mm; quy định 20–25 mm.", "UBND TỈNH HÀ BÌNH"),
        ],
    ),
    ("a margin that is rounded", [section("left_margin", Mm(29.2))], []),
    (
        "another font",
        [each(runs("Điều 2", "Điều 3"), put("font.name", "Arial"))],
        [("F303", "Phông chữ «Arial»; quy định Times New Roman. Còn 3 chỗ tương tự.", "Điều 2.")],
    ),
    (
        "a colour",
        [each(runs("QUYẾT ĐỊNH:"), put("font.color.rgb", RGBColor(255, 0, 0)))],
        [("F303", "Màu chữ #FF0000; quy định màu đen.", "QUYẾT ĐỊNH:")],
    ),
    ("signs of a pictorial font", [each(runs("2. In"), put("font.name", "Wingdings"))], []),
    (
        "the name of the State too large",
        [each(runs("CỘNG HÒA"), put("font.size", Pt(14)))],
        [("F304", "Cỡ chữ của quốc hiệu 14; quy định 12–13.", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")],
    ),
    (
        "contents too small",
        [each(runs("1.", "2.", "3."), put("font.size", Pt(12)))],
        [
            (
                "F304",
                "Cỡ chữ của nội dung 12; quy định 13–14. Còn 2 chỗ tương tự.",
                "1. Treo băng rôn tuyên truyền: 20 cái, thực hiện Quý II/2024.",
            )
        ],
    ),
    (
        "half a point counts",
        [each(runs("Nơi nhận"), put("font.size", Pt(12.5)))],
        [("F304", "Cỡ chữ của «Nơi nhận» 12,5; quy định 12.", "Nơi nhận:")],
    ),
    (
        "bases that do not lean",
        [each(runs("Căn cứ", "Theo"), put("italic", False))],
        [
            (
                "F305",
                "Kiểu chữ của căn cứ: đứng; quy định nghiêng. Còn 1 chỗ tương tự.",
                "Căn cứ Quyết định số 2068/QĐ-UBND ngày 12 tháng 12 năm 2023 của Ủy ban nhân dân tỉnh Hà Bình về giao dự toán;",
            )
        ],
    ),
    (
        "an article that is not bold",
        [each(runs("Điều 2"), put("bold", False))],
        [("F305", "Kiểu chữ của điều: đứng; quy định đứng, đậm.", "Điều 2.")],
    ),
    (
        "contents that lean",
        [each(runs("2. In"), put("italic", True))],
        [
            (
                "F305",
                "Kiểu chữ của nội dung: nghiêng; quy định đứng.",
                "2. In sổ tay tuyên truyền: 500 cuốn, thực hiện Quý III/2024.",
            )
        ],
    ),
    ("a heading of a clause", [each(runs("1. Treo"), put("bold", True))], []),
    (
        "a title in capitals",
        [each(runs("Phê duyệt"), put("text", "PHÊ DUYỆT NỘI DUNG VÀ DỰ TOÁN TUYÊN TRUYỀN NĂM 2024"))],
        [
            (
                "F305",
                "Loại chữ của trích yếu: in hoa; quy định in thường.",
                "PHÊ DUYỆT NỘI DUNG VÀ DỰ TOÁN TUYÊN TRUYỀN NĂM 2024",
            )
        ],
    ),
    (
        "a kind on the left",
        [each(lambda made: made.paragraphs("QUYẾT ĐỊNH")[:1], put("alignment", ALIGN.LEFT))],
        [("F306", "Vị trí của tên loại: canh trái; quy định canh giữa.", "QUYẾT ĐỊNH")],
    ),
    (
        "a kind that was pushed by hand",
        [
            each(lambda made: made.paragraphs("QUYẾT ĐỊNH")[:1], put("alignment", ALIGN.LEFT)),
            each(lambda made: made.paragraphs("QUYẾT ĐỊNH")[:1], put("paragraph_format.left_indent", Mm(60))),
        ],
        [],
    ),
    (
        "long paragraphs that are not justified",
        [each(lambda made: made.body(), put("alignment", ALIGN.LEFT))],
        [
            (
                "F306",
                "Vị trí của căn cứ: canh trái; quy định canh đều hai lề.",
                "Căn cứ Quyết định số 2068/QĐ-UBND ngày 12 tháng 12 năm 2023 của Ủy ban nhân dân tỉnh Hà Bình về giao dự toán;",
            ),
            (
                "F306",
                "Vị trí của nội dung: canh trái; quy định canh đều hai lề. Còn 3 chỗ tương tự.",
                "Phê duyệt nội dung và dự toán tuyên truyền về sản xuất và tiêu dùng bền vững trên địa bàn tỉnh năm 2024:",
            ),
        ],
    ),
    (
        "first lines that do not stand back",
        [each(lambda made: made.body(), put("paragraph_format.first_line_indent", Mm(5)))],
        [
            (
                "F307",
                "Lùi đầu dòng 5 mm; quy định 10 hoặc 12,7 mm. Còn 7 chỗ tương tự.",
                "Căn cứ Quyết định số 2068/QĐ-UBND ngày 12 tháng 12 năm 2023 của Ủy ban nhân dân tỉnh Hà Bình về giao dự toán;",
            )
        ],
    ),
    ("one centimetre", [each(lambda made: made.body(), put("paragraph_format.first_line_indent", Mm(10)))], []),
    (
        "paragraphs too near",
        [each(lambda made: made.body(), put("paragraph_format.space_before", Pt(3)))],
        [
            (
                "F308",
                "Khoảng cách giữa các đoạn 3 pt; quy định tối thiểu 6 pt. Còn 5 chỗ tương tự.",
                "Theo đề nghị của Trưởng phòng Quản lý công nghiệp.",
            )
        ],
    ),
    (
        "room below one and above the next is added up",
        [
            each(lambda made: made.body(), put("paragraph_format.space_before", Pt(3))),
            each(lambda made: made.body(), put("paragraph_format.space_after", Pt(3))),
        ],
        [],
    ),
    (
        "lines too far apart",
        [each(lambda made: made.paragraphs("Điều 3"), put("paragraph_format.line_spacing", 2.0))],
        [("F308", "Khoảng cách dòng 2 dòng; quy định từ 1 đến 1,5 dòng.", "Điều 3.")],
    ),
    (
        "lines too close, in points",
        [each(lambda made: made.paragraphs("Điều 3"), put("paragraph_format.line_spacing", Pt(14)))],
        [("F308", "Khoảng cách dòng đúng 14 pt; quy định từ 1 đến 1,5 dòng.", "Điều 3.")],
    ),
    (
        "eighteen points are allowed",
        [each(lambda made: made.body(), put("paragraph_format.line_spacing", Pt(18)))],
        [],
    ),
    ("a short paper needs no number", [no_header], []),
    (
        "a long one does",
        [no_header, long],
        [("F309", "Số trang chưa có; quy định ở giữa lề trên, từ trang thứ hai.", "UBND TỈNH HÀ BÌNH")],
    ),
    (
        "a number in the footer",
        [number_in_footer],
        [("F309", "Số trang ở lề dưới; quy định ở giữa lề trên, từ trang thứ hai.", "UBND TỈNH HÀ BÌNH")],
    ),
    (
        "a number on the first page",
        [section("different_first_page_header_footer", False)],
        [("F309", "Số trang hiện ở trang đầu; quy định không hiện ở trang thứ nhất.", "UBND TỈNH HÀ BÌNH")],
    ),
    (
        "a number on the right, small and leaning",
        [
            each(lambda made: [made.word.sections[0].header.paragraphs[0]], put("alignment", ALIGN.RIGHT)),
            each(lambda made: made.word.sections[0].header.paragraphs[0].runs, put("font.size", Pt(11))),
            each(lambda made: made.word.sections[0].header.paragraphs[0].runs, put("italic", True)),
        ],
        [
            ("F309", "Số trang canh phải; quy định canh giữa.", "UBND TỈNH HÀ BÌNH"),
            ("F309", "Số trang cỡ 11; quy định cỡ 13–14.", "UBND TỈNH HÀ BÌNH"),
            ("F309", "Số trang kiểu nghiêng; quy định kiểu đứng.", "UBND TỈNH HÀ BÌNH"),
        ],
    ),
    (
        "an annex that counts on",
        [lambda made: made.add_annex(own_section=False)],
        [
            (
                "F310",
                "Số trang của phụ lục đánh tiếp theo phần trước; quy định đánh riêng từng phụ lục, từ số 1.",
                "Phụ lục",
            )
        ],
    ),
    (
        "an annex whose components deviate",
        [
            lambda made: made.add_annex(label="PHỤ LỤC"),
            each(runs("PHỤ LỤC"), put("font.size", Pt(13))),
            each(runs("(Kèm theo"), put("italic", False)),
        ],
        [
            ("F304", "Cỡ chữ của từ Phụ lục 13; quy định 14.", "PHỤ LỤC"),
            ("F305", "Loại chữ của từ Phụ lục: in hoa; quy định in thường.", "PHỤ LỤC"),
            (
                "F305",
                "Kiểu chữ của dòng (Kèm theo …): đứng; quy định nghiêng.",
                "(Kèm theo Quyết định số 58/QĐ-SCT ngày 12 tháng 3 năm 2024 của Giám đốc Sở Công Thương)",
            ),
        ],
    ),
    (
        "a long table",
        [lambda made: made.add_annex(rows=40)],
        [("F311", "Bảng 40 hàng không lặp lại hàng tiêu đề ở đầu mỗi trang.", "TT")],
    ),
]


@pytest.mark.parametrize(("changes", "found"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_deviation_is_found_and_no_other(changes: list[Change], found: list[tuple[str, str, str]]) -> None:
    assert said(paper(*changes)) == found


# --- when nothing is said --------------------------------------------------------------------------------------------


def older(made: Paper) -> None:
    for run in made.runs():
        run.text = run.text.replace("2024", "2014").replace("2023", "2013")


@pytest.mark.parametrize(
    "change", [older, each(runs("SỞ CÔNG"), put("text", "TỈNH ĐOÀN HÀ BÌNH"))], ids=["older", "of a mass organisation"]
)
def test_a_paper_that_follows_other_rules_is_not_asked(change: Change) -> None:
    assert said(paper(section("left_margin", Mm(10)), change)) == []


def test_a_header_that_computes_its_number_is_not_judged() -> None:
    def compute(made: Paper) -> None:
        header = made.word.sections[0].header.paragraphs[0]
        for code in header._p.iter(qn("w:instrText")):
            code.text = ' IF { PAGE } > 1 "{ PAGE }" "" '

    assert said(paper(compute, section("different_first_page_header_footer", False))) == []


def test_a_letterhead_that_was_typed_with_tabs_is_asked_for_its_letters_only() -> None:
    def typed(made: Paper) -> None:
        made.letterhead._tbl.getparent().remove(made.letterhead._tbl)
        first = made.word.paragraphs[0].insert_paragraph_before("")
        first.add_run("SỞ CÔNG THƯƠNG").bold = True
        first.add_run("\t\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").bold = True
        for run in first.runs:
            run.font.size = Pt(15)
        second = first.insert_paragraph_before("")
        first._p.addnext(second._p)
        second.add_run("Số: 58/QĐ-SCT\t\tĐộc lập - Tự do - Hạnh phúc")

    assert said(paper(typed)) == [
        ("F304", "Cỡ chữ của tên cơ quan ban hành 15; quy định 12–13.", "SỞ CÔNG THƯƠNG"),
        ("F304", "Cỡ chữ của quốc hiệu 15; quy định 12–13.", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("F304", "Cỡ chữ của số, ký hiệu 14; quy định 13.", "Số: 58/QĐ-SCT"),
        ("F305", "Kiểu chữ của tiêu ngữ: đứng; quy định đứng, đậm.", "Độc lập - Tự do - Hạnh phúc"),
    ]


def test_a_page_break_shows_that_there_is_a_second_page() -> None:
    def broken(made: Paper) -> None:
        made.paragraph("Điều 2").runs[0].add_break(WD_BREAK.PAGE)

    assert [code for code, *_ in said(paper(no_header, broken))] == ["F309"]


def test_only_what_stands_above_an_attached_text_makes_a_paper_long() -> None:
    def attached(made: Paper) -> None:
        made.word.add_page_break()
        made._centred("KẾ HOẠCH", 14)
        made._centred("Tuyên truyền về sản xuất và tiêu dùng bền vững năm 2024", 14)
        made._centred(
            "(Kèm theo Quyết định số 58/QĐ-SCT ngày 12 tháng 3 năm 2024 của Giám đốc Sở Công Thương)", 13, "i"
        )
        for number in range(1, 80):
            made._body(f"{number}. Việc thứ {number} trong năm 2024.")

    assert said(paper(no_header, attached)) == []


def test_a_page_on_its_side_may_hold_a_table() -> None:
    def annex(made: Paper) -> None:
        made.add_annex()
        last = made.word.sections[-1]
        last.orientation, last.page_width, last.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
        last.left_margin = Mm(20)

    assert said(paper(annex)) == []


def test_numbers_in_other_digits_or_from_another_page() -> None:
    def roman(made: Paper) -> None:
        numbers = OxmlElement("w:pgNumType")
        numbers.set(qn("w:fmt"), "lowerRoman")
        numbers.set(qn("w:start"), "5")
        made.word.sections[0]._sectPr.append(numbers)

    assert [message for _, message, _ in said(paper(roman))] == [
        "Số trang không phải chữ số Ả Rập; quy định chữ số Ả Rập.",
        "Số trang đánh từ số 5; quy định từ số 1.",
    ]


def test_no_rule_on_layout_gives_an_error() -> None:
    assert {rule.severity for rule in all_rules() if rule.code.startswith("F3")} == {"warning", "info"}
    assert sorted(code for code in RULES if code.startswith("F3")) == [f"F3{number:02}" for number in range(1, 12)]
