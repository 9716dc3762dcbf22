"""The pages that LibreOffice lays out from a written .docx: every word in its order, everything in its place."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator

import pypdfium2 as pdfium
import pytest
from pypdfium2 import raw

from quyet.core.papers.paper import Block, Foot, Letterhead, Para
from quyet.files.writers.docx import write_docx
from tests.files.writers.made_paper import (
    ARTICLES,
    ATTACHMENT,
    COLUMNS,
    MAIN,
    NOTICE,
    ROWS,
    TITLE,
    annex,
    made_paper,
    many_rows,
)

MM_PER_POINT = 25.4 / 72
PAPER = made_paper(MAIN, ATTACHMENT, annex((*ROWS, *many_rows(30))), notice=NOTICE)
FIRST, SECOND, PLAN, ANNEX, ANNEX_SECOND = range(5)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[pdfium.PdfPage]:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice (soffice) is not on this machine; it lays the pages out")
    folder = tmp_path_factory.mktemp("pages")
    made = folder / "paper.docx"
    made.write_bytes(write_docx(PAPER))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(made)]
    subprocess.run(convert, check=True, capture_output=True, timeout=300)
    return list(pdfium.PdfDocument(made.with_suffix(".pdf")))


# --- words -----------------------------------------------------------------------------------------------------------


def written(block: Block) -> Iterator[str]:
    match block:
        case Letterhead():
            yield from (block.parent, block.issuer, block.national_name, block.motto, block.number, block.place_date)
        case Para():
            yield block.words
        case Foot():
            *others, last = block.recipients
            yield from ("Nơi nhận:", *(f"- {each};" for each in others), f"- {last}.", *block.authority, block.name)
        case _:
            yield from (block.caption, *(column.heading for column in block.columns))
            yield from (text for row in block.rows for text in row.cells)


def without_space(text: str) -> str:
    """Lines break elsewhere on a page; a hyphen at the end of a line is one of the text."""
    return re.sub(r"\s", "", text.replace("\ufffe", "-"))


def shown(pages: list[pdfium.PdfPage], index: int) -> str:
    return without_space(pages[index].get_textpage().get_text_range())


def test_the_pages_say_what_the_paper_says_in_its_order(pages: list[pdfium.PdfPage]) -> None:
    wanted = ""
    for section in PAPER.sections:
        wanted += without_space(NOTICE + "".join(text for block in section.blocks for text in written(block)))
    found = [shown(pages, index) for index in range(len(pages))]
    heading = without_space("".join(column.heading for column in COLUMNS))
    found[SECOND] = found[SECOND].removeprefix("2")
    found[ANNEX_SECOND] = found[ANNEX_SECOND].removeprefix("2" + heading)
    assert "".join(found) == wanted


def test_an_attached_text_and_an_annex_begin_on_pages_of_their_own(pages: list[pdfium.PdfPage]) -> None:
    assert len(pages) == 5
    assert shown(pages, PLAN).startswith(without_space(NOTICE + "KẾ HOẠCH"))
    assert shown(pages, ANNEX).startswith(without_space(NOTICE + "Phụ lục"))


# --- places ----------------------------------------------------------------------------------------------------------

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in millimetres from the page's upper left corner."""


def size(page: pdfium.PdfPage) -> tuple[float, float]:
    return page.get_width() * MM_PER_POINT, page.get_height() * MM_PER_POINT


def in_mm(page: pdfium.PdfPage, bounds: tuple[float, float, float, float]) -> Box:
    left, bottom, right, top = bounds
    height = page.get_height()
    return tuple(each * MM_PER_POINT for each in (left, height - top, right, height - bottom))


def letters(page: pdfium.PdfPage, loose: bool = False) -> list[tuple[str, Box]]:
    text = page.get_textpage()
    found = ((text.get_text_range(n, 1), text.get_charbox(n, loose=loose)) for n in range(text.count_chars()))
    return [(letter, in_mm(page, box)) for letter, box in found if letter.strip()]


def place(page: pdfium.PdfPage, words: str) -> Box:
    """Where words stand that fill no more than a line."""
    all_of_them = letters(page)
    start = "".join(letter for letter, _ in all_of_them).index(without_space(words))
    boxes = [box for _, box in all_of_them[start : start + len(without_space(words))]]
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def lines_drawn(page: pdfium.PdfPage) -> list[Box]:
    """From top to bottom, each once."""
    found = {in_mm(page, each.get_bounds()) for each in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH])}
    return sorted(found, key=lambda box: (round(box[1]), box[0]))


@pytest.mark.parametrize(("index", "wanted"), [(FIRST, (210, 297)), (PLAN, (210, 297)), (ANNEX, (297, 210))])
def test_paper_sizes(pages: list[pdfium.PdfPage], index: int, wanted: tuple[int, int]) -> None:
    assert size(pages[index]) == pytest.approx(wanted, abs=1)


@pytest.mark.parametrize("index", [FIRST, SECOND, PLAN])
def test_words_fill_a_standing_page_between_its_margins(pages: list[pdfium.PdfPage], index: int) -> None:
    boxes = [box for letter, box in letters(pages[index], loose=True) if box[1] > 19]  # without the number above
    assert min(box[0] for box in boxes) == pytest.approx(30, abs=1)
    leading = 0.15 * 14 * MM_PER_POINT  # a line of 1.15 has its white above its letters
    assert 20 - 1 <= min(box[1] for box in boxes) <= 20 + 1 + leading
    assert max(box[2] for box in boxes) == pytest.approx(210 - 15, abs=1)
    assert max(box[3] for box in boxes) <= 297 - 20 + 1


@pytest.mark.parametrize("index", [ANNEX, ANNEX_SECOND])
def test_the_table_fills_a_lying_page_between_its_margins(pages: list[pdfium.PdfPage], index: int) -> None:
    lines = lines_drawn(pages[index])
    left, right = min(box[0] for box in lines), max(box[2] for box in lines)
    allowed = PAPER.format.page
    assert left == pytest.approx(30, abs=1)
    assert allowed.right.least - 1 <= 297 - right <= allowed.right.most + 1
    assert max(box[3] for box in lines) <= 210 - 20 + 1


@pytest.mark.parametrize("index", [SECOND, ANNEX_SECOND])
def test_the_number_stands_in_the_middle_of_the_top_margin_from_the_second_page_on(
    pages: list[pdfium.PdfPage], index: int
) -> None:
    (letter, (left, top, right, bottom)), *_ = letters(pages[index])
    begin, end = (30, 210 - 15) if index == SECOND else (30, 297 - 20)
    margin = 20 if index == SECOND else 25
    assert letter == "2"
    assert (left + right) / 2 == pytest.approx((begin + end) / 2, abs=1)
    assert (top + bottom) / 2 == pytest.approx(margin / 2, abs=2)


@pytest.mark.parametrize("index", [FIRST, PLAN, ANNEX])
def test_no_first_page_shows_a_number(pages: list[pdfium.PdfPage], index: int) -> None:
    assert min(box[1] for _, box in letters(pages[index])) > 19


def test_number_and_date_stand_on_one_line_below_their_columns(pages: list[pdfium.PdfPage]) -> None:
    page = pages[FIRST]
    number, day = place(page, "Số: 15/QĐ-SCT"), place(page, "Mẫu, ngày 05 tháng 3 năm 2024")
    issuer, name = place(page, "SỞ CÔNG THƯƠNG"), place(page, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    assert number[3] == pytest.approx(day[3], abs=1)
    assert sum(number[::2]) == pytest.approx(sum(issuer[::2]), abs=2)
    assert sum(day[::2]) == pytest.approx(sum(name[::2]), abs=2)
    assert name[2] <= 210 - 15 + 0.5


def test_drawn_lines_have_the_lengths_of_the_decree(pages: list[pdfium.PdfPage]) -> None:
    page = pages[FIRST]
    issuer, motto = place(page, "SỞ CÔNG THƯƠNG"), place(page, "Độc lập - Tự do - Hạnh phúc")
    title = place(page, "Về việc phê duyệt nội dung và dự toán Chương trình hành động về sản xuất")
    below_title = place(page, "và tiêu dùng bền vững năm 2024 của tỉnh Mẫu")
    for box, words, (least, most) in zip(
        lines_drawn(page), (issuer, motto, title), ((0.33, 0.5), (0.96, 1.04), (0.33, 0.5)), strict=True
    ):
        assert least <= (box[2] - box[0]) / (words[2] - words[0]) <= most
        assert sum(box[::2]) == pytest.approx(sum(words[::2]), abs=2)  # centred
    for box, words in zip(lines_drawn(page), (issuer, motto, below_title), strict=True):
        assert 0 <= box[1] - words[3] < 3  # below the words, and near them
    assert without_space(TITLE) in shown(pages, FIRST)


def test_the_first_line_of_an_article_is_indented_and_its_number_bold(pages: list[pdfium.PdfPage]) -> None:
    left, *_ = place(pages[FIRST], "Điều 1.")
    assert left == pytest.approx(30 + 12.7, abs=1)
    assert "Bold" in font_of(pages[FIRST], "Điều 1.")
    assert "Bold" not in font_of(pages[FIRST], ARTICLES[0].text[:20])


def font_of(page: pdfium.PdfPage, words: str) -> str:
    for each in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], textpage=page.get_textpage()):
        if without_space(words)[:6] in without_space(each.extract()):
            return each.get_font().get_base_name()
    raise AssertionError(words)


def test_the_foot_stands_in_two_columns_side_by_side(pages: list[pdfium.PdfPage]) -> None:
    page = pages[SECOND]
    head, office, name = (place(page, words) for words in ("Nơi nhận:", "KT. GIÁM ĐỐC", "Nguyễn Văn A"))
    assert head[0] == pytest.approx(30, abs=1)
    assert head[1] == pytest.approx(office[1], abs=2)
    assert sum(office[::2]) == pytest.approx(sum(name[::2]), abs=1)
    assert name[1] - office[3] > 20  # room for a signature
