"""The PDF: every word in its order, everything in its place and size, and what PDF/A and PDF/UA ask of its structure.

Whether it conforms to PDF/A-3a to the letter is not proven here: no validator can be had from the package registries.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from datetime import date
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pypdfium2 as pdfium
import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject
from pypdfium2 import raw

from quyet.core.papers.paper import Foot, Letterhead, Para, Table
from quyet.files.drafts import load_draft
from quyet.files.drafts.load import draft_of
from quyet.files.facts.formats import load_formats
from quyet.files.writers.pdf import Attachment, write_pdf, write_pictures
from quyet.files.writers.pdf import fonts as font_room
from quyet.files.writers.refused import Unwritable
from quyet.files.writing import WRITERS, Written, lay_out
from tests.files.writers.made_paper import MAIN, ROWS, annex, made_paper, many_rows

EXAMPLE = Path(__file__).parents[3] / "cases" / "lang-son-2024" / "programme.yaml"
RULES = load_formats()[0]
MM = 25.4 / 72
LEFT, RIGHT, TOP, BOTTOM = 30, 210 - 15, 20, 297 - 20
ANNEX = 3
"""Behind the three pages of the decision."""


@pytest.fixture(scope="module")
def written() -> Written:
    return lay_out(load_draft(EXAMPLE).draft)


@pytest.fixture(scope="module")
def pdf(written: Written) -> bytes:
    return WRITERS["pdf"](written)


@pytest.fixture(scope="module")
def pages(pdf: bytes) -> list[pdfium.PdfPage]:
    return list(pdfium.PdfDocument(pdf))


class Shown:
    """Words on a page: their box in mm from the top left corner, the size and the font of their letters."""

    def __init__(self, page: pdfium.PdfPage, words: str) -> None:
        text = page.get_textpage()
        whole = text.get_text_range()
        at = re.search(r"\s+".join(map(re.escape, words.split())), whole)
        assert at, f"{words!r} is not on the page"
        indices = [i for i in range(*at.span()) if not whole[i].isspace()]
        boxes = [text.get_charbox(i, loose=True) for i in indices]
        height = page.get_height()
        self.left, self.right = min(b[0] for b in boxes) * MM, max(b[2] for b in boxes) * MM
        self.top, self.bottom = (height - max(b[3] for b in boxes)) * MM, (height - min(b[1] for b in boxes)) * MM
        self.sizes = {round(raw.FPDFText_GetFontSize(text.raw, i), 1) for i in indices}
        self.fonts = {_font(text, i) for i in indices}

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    @property
    def look(self) -> tuple[bool, bool]:
        """Bold, italic."""
        name = next(iter(self.fonts))
        return "Bold" in name, "Italic" in name


def _font(text: pdfium.PdfTextPage, index: int) -> str:
    import ctypes

    buffer, flags = ctypes.create_string_buffer(200), ctypes.c_int()
    raw.FPDFText_GetFontInfo(text.raw, index, buffer, 200, ctypes.byref(flags))
    return buffer.value.decode()


COMPONENTS = {
    "national_name": (0, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    "motto": (0, "Độc lập - Tự do - Hạnh phúc"),
    "parent": (0, "UBND TỈNH LẠNG SƠN"),
    "issuer": (0, "SỞ CÔNG THƯƠNG"),
    "number": (0, "/QĐ-SCT"),
    "place_date": (0, "Lạng Sơn, ngày"),
    "kind": (0, "QUYẾT ĐỊNH"),
    "title": (0, "Về việc phê duyệt nội dung và dự toán"),
    "competence": (0, "GIÁM ĐỐC SỞ CÔNG THƯƠNG TỈNH LẠNG SƠN"),
    "basis": (0, "Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015;"),
    "enacting": (0, "QUYẾT ĐỊNH:"),
    "article": (0, "Điều 1."),
    "clause_title": (0, "1. Thông tin, tuyên truyền và tập huấn về sản xuất và tiêu dùng bền vững"),
    "text": (0, "a) Treo băng rôn về sản xuất và tiêu dùng bền vững:"),
    "authority": (2, "GIÁM ĐỐC"),
    "signatory": (2, "Nguyễn Văn A"),
    "recipients_head": (2, "Nơi nhận:"),
    "recipient": (2, "- Ban Giám đốc Sở (để báo cáo);"),
    "annex_label": (3, "Phụ lục"),
    "annex_title": (3, "DỰ TOÁN KINH PHÍ THỰC HIỆN"),
    "annex_reference": (3, "(Kèm theo Quyết định số"),
}


@pytest.mark.parametrize("key", COMPONENTS)
def test_a_component_has_the_size_and_the_letters_of_the_decree(pages: list[pdfium.PdfPage], key: str) -> None:
    index, words = COMPONENTS[key]
    shown, style = Shown(pages[index], words), RULES.styles[key]
    assert len(shown.sizes) == 1
    assert float(style.size.least) <= next(iter(shown.sizes)) <= float(style.size.most)
    assert shown.look == (style.bold, style.italic)


def test_the_page_is_a4_and_the_words_keep_to_its_margins(pages: list[pdfium.PdfPage]) -> None:
    """The annex of the example has seven columns and lies on its side, its margins turned with it."""
    upright, lying = (210, 297), (297, 210)
    for index, page in enumerate(pages):
        width, height = round(page.get_width() * MM), round(page.get_height() * MM)
        assert (width, height) == (upright if index < ANNEX else lying)
        left, right, bottom = (LEFT, RIGHT, BOTTOM) if index < ANNEX else (30, 297 - 20, 210 - 20)
        text = page.get_textpage()
        letters = [text.get_charbox(i) for i, c in enumerate(text.get_text_range()) if not c.isspace()]
        assert min(box[0] for box in letters) * MM >= left - 1
        assert max(box[2] for box in letters) * MM <= right + 1
        assert max((page.get_height() - box[1]) * MM for box in letters) <= bottom + 1


def test_full_lines_reach_from_margin_to_margin(pages: list[pdfium.PdfPage]) -> None:
    line = Shown(pages[0], "Chính phủ phê duyệt Chương trình hành động quốc gia về sản xuất và tiêu dùng bền")
    assert line.left == pytest.approx(LEFT, abs=1) and line.right == pytest.approx(RIGHT, abs=1)


def test_a_paragraph_begins_with_its_indent(pages: list[pdfium.PdfPage]) -> None:
    assert Shown(pages[0], "Căn cứ Luật").left == pytest.approx(LEFT + 12.7, abs=1)


def test_letterhead_in_two_columns_number_and_day_on_one_line(pages: list[pdfium.PdfPage]) -> None:
    issuer, motto = Shown(pages[0], "SỞ CÔNG THƯƠNG"), Shown(pages[0], "Độc lập - Tự do - Hạnh phúc")
    number, day = Shown(pages[0], "/QĐ-SCT"), Shown(pages[0], "Lạng Sơn, ngày")
    assert issuer.right < motto.left
    assert number.bottom == pytest.approx(day.bottom, abs=1)
    name = Shown(pages[0], "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    assert motto.middle == pytest.approx(name.middle, abs=1)


def test_titles_stand_in_the_middle_of_the_text(pages: list[pdfium.PdfPage]) -> None:
    for index, words in (COMPONENTS["kind"], COMPONENTS["enacting"]):
        assert Shown(pages[index], words).middle == pytest.approx((LEFT + RIGHT) / 2, abs=1)
    index, words = COMPONENTS["annex_label"]
    assert Shown(pages[index], words).middle == pytest.approx((30 + 297 - 20) / 2, abs=1)


def test_page_numbers_begin_on_the_second_page_and_anew_in_an_annex() -> None:
    paper = made_paper(MAIN, annex((*ROWS, *many_rows(60))))
    found = []
    for page in pdfium.PdfDocument(write_pdf(paper)):
        top = page.get_textpage().get_text_bounded(
            bottom=page.get_height() - (TOP - 2) / MM
        )  # a mark on a capital rises higher
        found.append(top.strip())
    numbers = [number for number in found if number]
    assert found[0] == "" and "".join(found).isdigit() and numbers[-1] != str(len(found))
    assert found.count("") == 2, "neither the paper nor its annex shows a number on its first page"


def test_a_page_number_stands_in_the_middle_of_the_top_margin(pages: list[pdfium.PdfPage]) -> None:
    number = Shown(pages[1], "2")
    assert number.middle == pytest.approx((LEFT + RIGHT) / 2, abs=1)
    assert number.top > 5 and number.bottom < TOP
    assert number.sizes <= {13.0, 14.0} and number.look == (False, False)


def test_a_long_annex_repeats_its_head_and_a_wide_one_lies_on_its_side() -> None:
    paper = made_paper(MAIN, annex((*ROWS, *many_rows(60)), wide=True))
    pages = list(pdfium.PdfDocument(write_pdf(paper)))
    lying = [page for page in pages if page.get_width() > page.get_height()]
    assert len(lying) > 1
    heading = next(block for block in paper.blocks() if isinstance(block, Table)).columns[1].heading
    assert all(heading in page.get_textpage().get_text_range() for page in lying)


def test_the_pages_say_what_the_paper_says_and_nothing_else(written: Written, pages: list[pdfium.PdfPage]) -> None:
    wanted: list[str] = []
    for section in written.paper.sections:
        wanted.append(written.paper.notice or "")
        for block in section.blocks:
            match block:
                case Letterhead():
                    wanted += [block.parent or "", block.issuer or "", block.national_name, block.motto]
                    wanted += [block.number, block.place_date]
                case Para():
                    wanted.append(block.words)
                case Foot():
                    wanted += [*block.listed, *block.authority, block.name or ""]
                case Table():
                    wanted += [block.caption, *(column.heading for column in block.columns)]
                    wanted += [cell for row in block.rows for cell in row.cells]
    said = "".join(page.get_textpage().get_text_range() for page in pages)
    table = next(block for block in written.paper.blocks() if isinstance(block, Table))
    again = "".join(column.heading for column in table.columns)  # on the annex's second page
    expected = sorted(re.sub(r"\s", "", "".join(wanted) + again) + "232")  # and the numbers of pages
    assert sorted(re.sub(r"\s", "", said.replace("\ufffe", "-"))) == expected


# --- PDF/A and PDF/UA ------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def opened(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf))


def test_its_metadata_claim_pdf_a_3a_and_pdf_ua(opened: PdfReader) -> None:
    root = opened.trailer["/Root"]
    packet = ElementTree.fromstring(root["/Metadata"].get_data().decode())
    said = {(each.tag.rpartition("}")[0][1:], each.tag.rpartition("}")[2]): each.text for each in packet.iter()}
    assert said["http://www.aiim.org/pdfa/ns/id/", "part"] == "3"
    assert said["http://www.aiim.org/pdfa/ns/id/", "conformance"] == "A"
    assert said["http://www.aiim.org/pdfua/ns/id/", "part"] == "1"


def test_it_has_an_output_intent_tags_a_language_and_a_title(opened: PdfReader) -> None:
    root = opened.trailer["/Root"]
    intent = root["/OutputIntents"][0]
    assert intent["/S"] == "/GTS_PDFA1" and intent["/DestOutputProfile"].get_data()
    assert root["/MarkInfo"]["/Marked"] is not None and bool(root["/MarkInfo"]["/Marked"])
    assert root["/Lang"] == "vi-VN" and root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert opened.metadata and str(opened.metadata.title).startswith("Quyết định Về việc phê duyệt")
    kinds = set(_kinds(root["/StructTreeRoot"]))
    assert {"/H1", "/P", "/Table", "/TR", "/TH", "/TD"} <= kinds


def _kinds(node: object) -> list[str]:
    found: list[str] = []
    waiting = [node]
    while waiting:
        each = waiting.pop()
        each = each.get_object() if hasattr(each, "get_object") else each
        if isinstance(each, ArrayObject):
            waiting += list(each)
        elif isinstance(each, DictionaryObject):
            found += [str(each["/S"])] if "/S" in each else []
            waiting += [each["/K"]] if "/K" in each else []
    return found


def test_every_font_is_inside(opened: PdfReader) -> None:
    names = set()
    for page in opened.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            descriptor = inner["/FontDescriptor"]
            assert {"/FontFile2", "/FontFile3"} & set(descriptor)
            assert "/ToUnicode" in font.get_object()
            names.add(str(descriptor["/FontName"]).partition("+")[2].partition("-")[0])
    assert names <= {"Tinos", "TimesNewRoman", "TimesNewRomanPS", "LiberationSerif"}


def test_it_carries_the_programme_it_was_made_from(written: Written, opened: PdfReader) -> None:
    [(name, [content])] = opened.attachments.items()
    assert name == "programme.json"
    assert draft_of(content, as_json=True).draft == written.draft
    assert json.loads(content)["programme"]["total"]["amount"] == 185_000_000
    root = opened.trailer["/Root"]
    assert root["/AF"][0].get_object()["/AFRelationship"] == "/Source"


def test_the_same_paper_gives_the_same_bytes_today_and_in_another_process(pdf: bytes, tmp_path: Path) -> None:
    out = tmp_path / "again.pdf"
    run = "import sys; from quyet.cli import main; sys.exit(main())"
    subprocess.run([sys.executable, "-c", run, "write", str(EXAMPLE), "-o", str(out)], check=True, capture_output=True)
    assert out.read_bytes() == pdf


def test_it_bears_the_day_of_the_paper_and_no_clock(written: Written) -> None:
    written.draft.document.date = date(2024, 2, 5)
    dated = lay_out(written.draft)
    written.draft.document.date = None
    assert b"/CreationDate(D:20240205" in WRITERS["pdf"](dated)


# --- what cannot be written ------------------------------------------------------------------------------------------


def test_words_that_look_like_markup_stay_words() -> None:
    draft = load_draft(EXAMPLE).draft
    assert draft.programme
    strange = "#set page(width: 1cm) *đậm* _ng_ $x^2$ `mã` @nguồn <nhãn> \\ // /* = H"
    draft.programme.activities[0].title = strange
    text = "".join(page.get_textpage().get_text_range() for page in pdfium.PdfDocument(WRITERS["pdf"](lay_out(draft))))
    assert re.sub(r"\s", "", strange) in re.sub(r"\s", "", text)


def test_a_letter_that_the_font_lacks_is_named() -> None:
    draft = load_draft(EXAMPLE).draft
    assert draft.programme
    draft.programme.activities[0].title = "Hội nghị 😀"
    with pytest.raises(Unwritable) as refused:
        WRITERS["pdf"](lay_out(draft))
    assert refused.value.message == (
        "phông chữ không có ký tự «😀» (U+1F600) nên không đưa vào PDF được; hãy bỏ hoặc thay ký tự này"
    )
    assert refused.value.text == "😀"


def test_without_a_font_it_says_how_to_get_one(monkeypatch: pytest.MonkeyPatch, written: Written) -> None:
    monkeypatch.setattr(font_room, "FOLDERS", ())
    with pytest.raises(Unwritable, match="apt-get install fonts-croscore"):
        write_pdf(written.paper)


def test_pictures_are_pages(written: Written) -> None:
    pictures = write_pictures(written.paper, 40)
    assert len(pictures) == 5 and all(each.startswith(b"\x89PNG") for each in pictures)


def test_an_attachment_is_asked_for() -> None:
    paper = made_paper(MAIN)
    assert not PdfReader(BytesIO(write_pdf(paper))).attachments
    assert list(PdfReader(BytesIO(write_pdf(paper, Attachment("a.json", "{}", "x")))).attachments) == ["a.json"]
