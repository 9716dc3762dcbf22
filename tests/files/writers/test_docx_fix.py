"""A mended Word document: nothing that can be mended is left, no word is touched, and the rest of the file is as it was."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from quyet.core.checks import all_rules
from quyet.files.reading import read
from quyet.files.writers.docx_fix import Change, Fixed, fix_docx
from quyet.files.writers.docx_fix.xml import LETTERS, PARAGRAPH, SECTION
from quyet.files.writers.refused import Unwritable
from tests.core.checks.word_papers import (
    Change as Act,
)
from tests.core.checks.word_papers import (
    Paper,
    each,
    long,
    no_header,
    number_in_footer,
    paper,
    put,
    put_number,
    runs,
    section,
)
from tests.files.readers.made_docx import zipped

CORPUS = Path(__file__).parents[4] / "shared" / "corpus" / "made"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parts(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def words(data: bytes) -> list[str]:
    """Every letter that stands anywhere in the document, deleted ones and field codes among them."""
    root = etree.fromstring(parts(data)["word/document.xml"])
    names = {W + name for name in ("t", "delText", "instrText")}
    return ["".join(each.text or "" for each in p.iter() if each.tag in names) for p in root.iter(W + "p")]


def in_order(data: bytes) -> bool:
    """Whether properties stand in the order that Word's schema asks for."""
    root = etree.fromstring(parts(data)["word/document.xml"])
    for name, order in (("rPr", LETTERS), ("pPr", PARAGRAPH), ("sectPr", SECTION)):
        for about in root.iter(W + name):
            places = [order.index(each.tag.removeprefix(W)) for each in about if each.tag.startswith(W)]
            if places != sorted(places):
                return False
    return True


def fixed(made: Paper | bytes) -> Fixed:
    """The mended file, held to what must be true of each."""
    data = made if isinstance(made, bytes) else made.data()
    done = fix_docx(data, "giay.docx")
    assert read(done.data).text == read(data).text
    assert words(done.data) == words(data)
    assert in_order(done.data) or not in_order(data)
    assert fix_docx(done.data, "giay.docx").data == done.data
    return done


def told(done: Fixed) -> list[str]:
    return [f"{change.what}: {change.before} → {change.after}" for change in done.changes]


def left(done: Fixed) -> list[str]:
    return [finding.message for finding in done.left]


def on_its_side(made: Paper) -> None:
    first = made.word.sections[0]
    first.orientation, first.page_width, first.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)


def header_runs(made: Paper) -> list[Any]:
    return list(made.word.sections[0].header.paragraphs[0].runs)


MENDED: dict[str, tuple[list[Act], list[str]]] = {
    "paper": (
        [section("page_width", Mm(215.9)), section("page_height", Mm(279.4))],
        ["Khổ giấy: 215,9 × 279,4 mm → A4, 210 × 297 mm"],
    ),
    "on its side": ([on_its_side], ["Trang giấy: nằm ngang, không có bảng biểu → theo chiều dài khổ A4"]),
    "margins": (
        [section("left_margin", Mm(25)), section("top_margin", Mm(12)), section("gutter", Mm(2))],
        ["Lề trên: 12 mm → 20 mm", "Lề trái: 27 mm → 30 mm"],
    ),
    "font and colour": (
        [
            each(runs("Điều 2"), put("font.name", "Arial")),
            each(runs("Điều 3"), put("font.color.rgb", RGBColor(9, 9, 255))),
        ],
        ["Phông chữ: «Arial» → Times New Roman", "Màu chữ: #0909FF → màu đen"],
    ),
    "sizes": (
        [each(runs("CỘNG HÒA"), put("font.size", Pt(15))), each(runs("2. In"), put("font.size", Pt(11)))],
        ["Cỡ chữ của quốc hiệu: 15 → 12", "Cỡ chữ của nội dung: 11 → 14"],
    ),
    "weight": (
        [
            each(runs("Căn cứ", "Theo"), put("italic", None)),
            each(runs("UBND"), put("bold", True)),
            each(runs("Trần"), put("bold", None)),
        ],
        [
            "Kiểu chữ của tên cơ quan chủ quản: đứng, đậm → đứng",
            "Kiểu chữ của căn cứ: đứng → nghiêng",
            "Kiểu chữ của họ tên người ký: đứng → đứng, đậm",
        ],
    ),
    "alignment": (
        [
            each(lambda made: made.paragraphs("QUYẾT ĐỊNH"), put("alignment", None)),
            each(Paper.body, put("alignment", ALIGN.LEFT)),
        ],
        [
            "Vị trí của tên loại: canh trái → canh giữa",
            "Vị trí của căn cứ: canh trái → canh đều hai lề",
            "Vị trí của dòng QUYẾT ĐỊNH: canh trái → canh giữa",
            "Vị trí của nội dung: canh trái → canh đều hai lề",
        ],
    ),
    "first lines": (
        [each(Paper.body, put("paragraph_format.first_line_indent", Mm(-5)))],
        ["Lùi đầu dòng: -5 mm → 12,7 mm"],
    ),
    "gaps": (
        [each(Paper.body, put("paragraph_format.space_before", Pt(2)))],
        ["Khoảng cách giữa các đoạn: 2 pt → 6 pt"],
    ),
    "lines": (
        [each(Paper.body, put("paragraph_format.line_spacing", 2.0))],
        ["Khoảng cách dòng: 2 dòng → 1,15 dòng"],
    ),
    "no number": (
        [no_header, long],
        ["Số trang: chưa có → ở giữa lề trên, từ trang thứ hai"],
    ),
    "a number below": ([number_in_footer], ["Số trang: ở lề dưới → ở giữa lề trên, từ trang thứ hai"]),
    "a number on the first page": (
        [section("different_first_page_header_footer", False)],
        ["Số trang: hiện ở trang đầu → không hiện ở trang thứ nhất"],
    ),
    "a number that looks otherwise": (
        [
            each(lambda made: made.word.sections[0].header.paragraphs[:1], put("alignment", ALIGN.RIGHT)),
            each(header_runs, put("font.size", Pt(10))),
            each(header_runs, put("italic", True)),
        ],
        ["Số trang: canh phải → canh giữa", "Số trang: cỡ 10 → cỡ 13", "Số trang: kiểu nghiêng → kiểu đứng"],
    ),
    "an annex": (
        [
            lambda made: made.add_annex(rows=40),
            each(lambda made: [made.word.sections[1]._sectPr.find(qn("w:pgNumType"))], lambda one: one.clear()),
            each(runs("Phụ lục"), put("font.size", Pt(16))),
        ],
        [
            "Số trang của phụ lục: đánh tiếp theo phần trước → đánh riêng từng phụ lục, từ số 1",
            "Cỡ chữ của từ Phụ lục: 16 → 14",
            "Bảng: 40 hàng không lặp lại hàng tiêu đề ở đầu mỗi trang → lặp lại hàng tiêu đề",
        ],
    ),
}


@pytest.mark.parametrize(("acts", "changes"), MENDED.values(), ids=MENDED)
def test_what_deviates_is_mended(acts: list[Act], changes: list[str]) -> None:
    done = fixed(paper(*acts))
    assert told(done) == changes
    assert left(done) == []


def test_all_of_it_at_once() -> None:
    acts = [
        act for name, (several, _) in MENDED.items() if name not in ("a number below", "no number") for act in several
    ]
    assert left(fixed(paper(*acts))) == []


def test_each_rule_on_layout_has_something_that_is_mended() -> None:
    mended = {change.rule for acts, _ in MENDED.values() for change in fix_docx(paper(*acts).data(), "a.docx").changes}
    assert mended == {rule.code for rule in all_rules() if rule.code.startswith("F3")}


def test_a_right_paper_is_left_as_it_is_to_the_byte() -> None:
    data = paper().data()
    assert fix_docx(data, "giay.docx") == Fixed(data, (), (), follows=True)


def test_a_change_says_where_and_how_often() -> None:
    done = fixed(paper(each(runs("Căn cứ", "Theo"), put("italic", None)), section("left_margin", Mm(25))))
    assert done.changes == (
        Change("F302", None, "Lề trái", "25 mm", "30 mm", 1),
        Change("F305", 5, "Kiểu chữ của căn cứ", "đứng", "nghiêng", 2),
    )


def test_the_size_that_the_contents_have_is_kept() -> None:
    def thirteen(made: Paper) -> None:
        for run in made.runs("Điều", "1.", "3.", "Căn cứ", "Theo"):
            run.font.size = Pt(13)

    done = fixed(paper(thirteen, each(runs("2. In"), put("font.size", Pt(12)))))
    assert told(done) == ["Cỡ chữ của nội dung: 12 → 13"]


def test_the_indent_that_the_contents_have_is_kept() -> None:
    def ten(made: Paper) -> None:
        for one in made.body():
            one.paragraph_format.first_line_indent = Mm(10)

    odd = each(lambda made: made.paragraphs("2. In"), put("paragraph_format.first_line_indent", Mm(0)))
    assert told(fixed(paper(ten, odd))) == ["Lùi đầu dòng: 0 mm → 10 mm"]


# --- in the middle of a run ------------------------------------------------------------------------------------------


def one_run(made: Paper) -> None:
    """«Điều 2.» and its words in one run, none of them bold."""
    paragraph = made.paragraph("Điều 2")
    text = paragraph.text
    for run in paragraph.runs[1:]:
        run._r.getparent().remove(run._r)
    paragraph.runs[0].text, paragraph.runs[0].bold = text, None


def test_a_label_that_shares_its_run_is_cut_out() -> None:
    done = fixed(paper(one_run))
    root = etree.fromstring(parts(done.data)["word/document.xml"])
    (found,) = [p for p in root.iter(W + "p") if "".join(p.itertext()).startswith("Điều 2.")]
    assert [("".join(r.itertext()), r.find(f"{W}rPr/{W}b") is not None) for r in found.iter(W + "r")] == [
        ("Điều 2.", True),
        (
            " Giao Phòng Quản lý công nghiệp chủ trì, phối hợp với Văn phòng Sở và các đơn vị có liên quan tổ chức thực hiện.",
            False,
        ),
    ]
    assert left(done) == []


def test_a_run_that_holds_more_than_letters_is_left_to_a_person() -> None:
    done = fixed(paper(one_run, lambda made: made.runs("Điều 2")[0].add_tab()))
    assert done.changes == ()
    assert left(done) == ["Kiểu chữ của điều: đứng; quy định đứng, đậm."]


# --- what else is in the file ----------------------------------------------------------------------------------------


def element(name: str, *children: Any, **attributes: str) -> Any:
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    made.extend(children)
    return made


def text_run(words: str, tag: str = "t") -> Any:
    letters = element(tag)
    letters.text = words
    return element("r", letters)


def with_everything(made: Paper) -> None:
    """Tracked changes, a text box, a comment, a footnote mark, a link, a content control, hidden text."""
    tracked = {"id": "1", "author": "a", "date": "2024-01-01T00:00:00Z"}
    paragraph = made.paragraph("2. In")._p
    paragraph.append(element("del", text_run(" bỏ đi", "delText"), **tracked))
    paragraph.append(element("ins", text_run(" thêm vào"), **tracked))
    look = paragraph.findall(qn("w:r"))[0].get_or_add_rPr()
    look.append(element("rPrChange", element("rPr", element("b")), **tracked))
    box = element("txbxContent", element("p", text_run("KHẨN")))
    paragraph.append(element("r", box))
    paragraph.append(element("hyperlink", text_run(" congbao.vn"), anchor="a"))
    paragraph.append(element("sdt", element("sdtContent", text_run(" trong khung"))))
    hidden = text_run("ẩn")
    hidden.insert(0, element("rPr", element("vanish")))
    paragraph.append(hidden)
    made.word.add_comment(made.paragraph("Điều 1").runs, text="Xem lại", author="a")


def test_no_word_is_touched_whatever_stands_around_it() -> None:
    made = paper(
        with_everything,
        each(lambda made: made.runs(), put("font.size", Pt(10))),
        each(lambda made: made.runs(), put("font.name", "Calibri")),
        each(Paper.body, put("paragraph_format.first_line_indent", Mm(3))),
        no_header,
        long,
    )
    done = fixed(made)
    assert "thêm vào" in read(done.data).text and "bỏ đi" not in read(done.data).text
    assert left(done) == []
    before, after = parts(made.data()), parts(done.data)
    assert {name for name in before if before[name] != after[name]} == {
        "word/document.xml",
        "[Content_Types].xml",
        "word/_rels/document.xml.rels",
    }
    assert set(after) - set(before) == {"word/header1.xml"}
    assert list(after)[: len(before)] == list(before)


def test_a_paragraph_style_with_a_list_is_indented_behind_its_number() -> None:
    def listed(made: Paper) -> None:
        for one in made.paragraphs("1.", "2.", "3."):
            one.style = made.word.styles["List Bullet"]
            one.paragraph_format.first_line_indent = None

    done = fixed(paper(listed))
    assert told(done)[0] == "Lùi đầu dòng: 0 mm → 12,7 mm"
    root = etree.fromstring(parts(done.data)["word/document.xml"])
    stops = [stop.get(W + "pos") for stop in root.iter(W + "tab") if stop.get(W + "pos")]
    assert stops == ["1080"] * 3


def test_an_old_font_is_left_because_another_would_show_other_letters() -> None:
    def old(made: Paper) -> None:
        made.runs("2. In")[0].font.name = ".VnTime"
        made.runs("2. In")[0].text = "2. In 500 tai lieu."

    done = fixed(paper(old))
    assert (done.changes, left(done)) == ((), ["Phông chữ «.VnTime»; quy định Times New Roman."])


def test_a_footer_with_words_is_not_hidden_from_the_first_page() -> None:
    def address(made: Paper) -> None:
        no_header(made)
        made.word.sections[0].footer.paragraphs[0].text = "Địa chỉ: số 1 đường Mẫu"

    done = fixed(paper(address, long))
    assert (done.changes, left(done)) == ((), ["Số trang chưa có; quy định ở giữa lề trên, từ trang thứ hai."])


def test_a_first_header_that_shows_the_number_is_taken_away() -> None:
    def shown(made: Paper) -> None:
        put_number(made.word.sections[0].first_page_header.paragraphs[0], 13)

    assert told(fixed(paper(shown))) == ["Số trang: hiện ở trang đầu → không hiện ở trang thứ nhất"]


def test_a_strict_file_is_mended_in_its_own_words() -> None:
    old, new = (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    made = paper(section("left_margin", Mm(25)), each(runs("2. In"), put("font.size", Pt(10))))
    strict = zipped({name: part.replace(old, new) for name, part in parts(made.data()).items()})
    done = fix_docx(strict, "a.docx")
    assert (len(done.changes), done.left) == (2, ())
    assert new in parts(done.data)["word/document.xml"] and old not in parts(done.data)["word/document.xml"]


# --- what is not mended ----------------------------------------------------------------------------------------------


def test_a_paper_that_follows_other_rules_is_handed_back() -> None:
    def older(made: Paper) -> None:
        for run in made.runs():
            run.text = run.text.replace("2024", "2014").replace("2023", "2013")

    data = paper(older, section("left_margin", Mm(10))).data()
    assert fix_docx(data, "cu.docx") == Fixed(data, (), (), follows=False)


def test_other_files_and_signed_ones_are_refused_with_a_sentence() -> None:
    with pytest.raises(Unwritable, match="docx"):
        fix_docx("QUYẾT ĐỊNH".encode(), "a.txt")
    made = paper(section("left_margin", Mm(25))).data()
    signed = zipped(parts(made) | {"_xmlsignatures/sig1.xml": b"<x/>"})
    with pytest.raises(Unwritable) as refused:
        fix_docx(signed, "a.docx")
    assert "ký số" in refused.value.message


def test_a_file_that_nests_too_deep_for_a_tree_is_refused_with_a_sentence() -> None:
    made = parts(paper(section("left_margin", Mm(25))).data())
    deep = b"<w:smartTag>" * 400 + b"</w:smartTag>" * 400
    made["word/document.xml"] = made["word/document.xml"].replace(b"<w:sectPr", b"<w:p>" + deep + b"</w:p><w:sectPr", 1)
    with pytest.raises(Unwritable) as refused:
        fix_docx(zipped(made), "a.docx")
    assert "quá sâu" in refused.value.message


# --- whatever the file -----------------------------------------------------------------------------------------------

SIZES = st.sampled_from([8, 11, 12, 12.5, 13, 14, 16, 28])
LOOKS: dict[str, tuple[str, st.SearchStrategy[Any]]] = {
    "size": ("font.size", SIZES.map(Pt)),
    "font": ("font.name", st.sampled_from(["Arial", "Times New Roman", "Wingdings", ".VnTime"])),
    "bold": ("bold", st.sampled_from([True, False, None])),
    "italic": ("italic", st.sampled_from([True, False, None])),
    "colour": ("font.color.rgb", st.sampled_from([RGBColor(0, 0, 0), RGBColor(200, 0, 0)])),
    "caps": ("font.all_caps", st.sampled_from([True, False, None])),
}
STANDS: dict[str, tuple[str, st.SearchStrategy[Any]]] = {
    "align": ("alignment", st.sampled_from([*ALIGN][:4])),
    "first": ("paragraph_format.first_line_indent", st.sampled_from([-10, 0, 5, 10, 12.7]).map(Mm)),
    "left": ("paragraph_format.left_indent", st.sampled_from([0, 10, 40]).map(Mm)),
    "before": ("paragraph_format.space_before", st.sampled_from([0, 3, 6]).map(Pt)),
    "line": ("paragraph_format.line_spacing", st.sampled_from([0.8, 1.0, 1.15, 1.5, 2.0, Pt(12), Pt(18)])),
    "style": ("style", st.sampled_from(["Normal", "List Number", "Heading 1", "Title"])),
}


def _acts(table: dict[str, tuple[str, st.SearchStrategy[Any]]], find: Callable[[Paper], list[Any]]) -> Any:
    one = st.sampled_from(sorted(table)).flatmap(lambda key: st.tuples(st.just(table[key][0]), table[key][1]))
    return st.tuples(one, st.integers(0, 99)).map(lambda drawn: _at(find, drawn[1], put(*drawn[0])))


def _at(find: Callable[[Paper], list[Any]], index: int, act: Callable[[Any], None]) -> Act:
    def change(made: Paper) -> None:
        found = find(made)
        act(found[index % len(found)])

    return change


CHANGES = st.one_of(
    _acts(LOOKS, lambda made: made.runs()),
    _acts(STANDS, lambda made: made.paragraphs()),
    st.sampled_from(["left_margin", "top_margin", "page_width", "gutter"]).flatmap(
        lambda name: st.integers(5, 60).map(lambda mm: section(name, Mm(mm if name != "page_width" else 150 + mm)))
    ),
    st.sampled_from([no_header, number_in_footer, long, with_everything, Paper.add_annex, on_its_side, one_run]),
)


@given(st.lists(CHANGES, min_size=1, max_size=12))
@settings(max_examples=60, deadline=None)
def test_whatever_the_file_no_word_is_touched_and_nothing_is_left_for_a_second_time(acts: list[Act]) -> None:
    fixed(paper(*acts))


@pytest.mark.skipif(not CORPUS.is_dir(), reason="shared corpus not found")
@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.docx")), ids=lambda path: path.stem)
def test_the_shared_documents_are_mended_whole(path: Path) -> None:
    assert left(fixed(path.read_bytes())) == []
