"""A short decision as a Word document that is laid out as the decree asks, and what is done to it to break a rule."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from quyet.core.decisions.model import Reading
from quyet.files.reading import read

Change = Callable[[Any], None]

TEXTS = {
    "enacting": ["QUYẾT ĐỊNH:"],
    "articles": [
        "Điều 1. Phê duyệt nội dung và dự toán tuyên truyền về sản xuất và tiêu dùng bền vững trên địa bàn tỉnh năm 2024:",
        "1. Treo băng rôn tuyên truyền: 20 cái, thực hiện Quý II/2024.",
        "2. In sổ tay tuyên truyền: 500 cuốn, thực hiện Quý III/2024.",
        "3. Tổng kinh phí thực hiện: 19.000.000 đồng (Mười chín triệu đồng), từ nguồn sự nghiệp kinh tế năm 2024.",
        "Điều 2. Giao Phòng Quản lý công nghiệp chủ trì, phối hợp với Văn phòng Sở và các đơn vị có liên quan tổ chức thực hiện.",
        "Điều 3. Chánh Văn phòng Sở, Trưởng phòng Quản lý công nghiệp chịu trách nhiệm thi hành Quyết định này./.",
    ],
}


class Paper:
    """The document, and its parts by the words that they begin with."""

    def __init__(self) -> None:
        self.word = Document()
        _paper_of(self.word)
        self.letterhead = self._letterhead()
        self._centred("QUYẾT ĐỊNH", 14)
        self._centred("Phê duyệt nội dung và dự toán tuyên truyền năm 2024", 14)
        self._centred("GIÁM ĐỐC SỞ CÔNG THƯƠNG TỈNH HÀ BÌNH", 14)
        for text in (
            "Căn cứ Quyết định số 2068/QĐ-UBND ngày 12 tháng 12 năm 2023 của Ủy ban nhân dân tỉnh Hà Bình về giao dự toán;",
            "Theo đề nghị của Trưởng phòng Quản lý công nghiệp.",
        ):
            self._body(text, italic=True)
        self._centred("QUYẾT ĐỊNH:", 14)
        for text in TEXTS["articles"]:
            self._body(text)
        self.foot = self._foot()
        _number_pages(self.word.sections[0])

    # --- how it is made ----------------------------------------------------------------------------------------------

    def _letterhead(self) -> Any:
        table = self.word.add_table(1, 2)
        left, right = table.rows[0].cells
        _fill(left, ("UBND TỈNH HÀ BÌNH", 12, ""), ("SỞ CÔNG THƯƠNG", 12, "b"), ("Số: 58/QĐ-SCT", 13, ""))
        _fill(
            right,
            ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, "b"),
            ("Độc lập - Tự do - Hạnh phúc", 13, "b"),
            ("Hà Bình, ngày 12 tháng 3 năm 2024", 13, "i"),
        )
        return table

    def _foot(self) -> Any:
        table = self.word.add_table(1, 2)
        left, right = table.rows[0].cells
        _fill(left, ("Nơi nhận:", 12, "bi"), ("- Như Điều 3;", 11, ""), ("- Lưu: VT, QLCN.", 11, ""), align=ALIGN.LEFT)
        _fill(right, ("GIÁM ĐỐC", 14, "b"), ("", 14, ""), ("Trần Văn Mẫu", 14, "b"))
        return table

    def _centred(self, text: str, size: float, marks: str = "b") -> Any:
        return _paragraph(self.word.add_paragraph(), text, size, marks, ALIGN.CENTER)

    def _body(self, text: str, *, italic: bool = False) -> Any:
        found = self.word.add_paragraph()
        found.paragraph_format.first_line_indent = Mm(12.7)
        found.paragraph_format.space_before = Pt(6)
        found.alignment = ALIGN.JUSTIFY
        label, stop, rest = text.partition(". ") if text.startswith("Điều") else ("", "", text)
        if label:
            _run(found, label + stop, 14, "b")
        _run(found, rest, 14, "i" if italic else "")
        return found

    def add_annex(self, *, rows: int = 4, own_section: bool = True, label: str = "Phụ lục") -> Any:
        """An annex on pages of its own, numbered on their own."""
        if own_section:
            section = self.word.add_section()
            numbers = OxmlElement("w:pgNumType")
            numbers.set(qn("w:start"), "1")
            section._sectPr.insert_element_before(numbers, "w:cols", "w:titlePg", "w:docGrid")
        else:
            self.word.add_page_break()
        self._centred(label, 14)
        self._centred("DỰ TOÁN KINH PHÍ TUYÊN TRUYỀN NĂM 2024", 14)
        self._centred(
            "(Kèm theo Quyết định số 58/QĐ-SCT ngày 12 tháng 3 năm 2024 của Giám đốc Sở Công Thương)", 13, "i"
        )
        table = self.word.add_table(rows, 3)
        for index, row in enumerate(table.rows):
            words = ("TT", "Nội dung", "Thành tiền") if index == 0 else (str(index), f"Việc thứ {index}", "1.000")
            for cell, text in zip(row.cells, words, strict=True):
                _fill(cell, (text, 13, ""))
        return table

    # --- how it is found ---------------------------------------------------------------------------------------------

    def paragraphs(self, *begins: str) -> list[Any]:
        """Every paragraph that begins so, those of cells among them; all without a beginning."""
        every = [*self.word.paragraphs]
        for table in self.word.tables:
            every += [each for row in table.rows for cell in row.cells for each in cell.paragraphs]
        return [each for each in every if not begins or each.text.startswith(begins)]

    def paragraph(self, begins: str) -> Any:
        (found, *_) = self.paragraphs(begins)
        return found

    def runs(self, *begins: str) -> list[Any]:
        return [run for paragraph in self.paragraphs(*begins) for run in paragraph.runs]

    def body(self) -> list[Any]:
        return self.paragraphs("Căn cứ", "Theo", "Điều", "1.", "2.", "3.")

    def data(self) -> bytes:
        stream = BytesIO()
        self.word.save(stream)
        return stream.getvalue()

    def read(self) -> Reading:
        return read(self.data(), "giay.docx")


def _paper_of(word: Any) -> None:
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    normal = word.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(14)
    normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing = 1


def _number_pages(section: Any) -> None:
    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = ALIGN.CENTER
    put_number(paragraph, 13)


def put_number(paragraph: Any, size: float) -> None:
    """A field with the number of the page."""
    for kind, text in (("begin", ""), ("", " PAGE "), ("separate", ""), ("", "2"), ("end", "")):
        run = paragraph.add_run()
        run.font.size = Pt(size)
        if kind:
            sign = OxmlElement("w:fldChar")
            sign.set(qn("w:fldCharType"), kind)
            run._r.append(sign)
        elif text == "2":
            run.text = text
        else:
            code = OxmlElement("w:instrText")
            code.text = text
            run._r.append(code)


def _fill(cell: Any, *lines: tuple[str, float, str], align: Any = ALIGN.CENTER) -> None:
    for index, (text, size, marks) in enumerate(lines):
        _paragraph(cell.paragraphs[0] if index == 0 else cell.add_paragraph(), text, size, marks, align)


def _paragraph(paragraph: Any, text: str, size: float, marks: str, align: Any) -> Any:
    paragraph.alignment = align
    _run(paragraph, text, size, marks)
    return paragraph


def _run(paragraph: Any, text: str, size: float, marks: str) -> None:
    run = paragraph.add_run(text)
    run.font.size = Pt(size)
    run.bold, run.italic = "b" in marks or None, "i" in marks or None


def paper(*changes: Change) -> Paper:
    """The right paper, changed."""
    made = Paper()
    for change in changes:
        change(made)
    return made


def said(made: Paper, code: str = "F3") -> list[tuple[str, str, str]]:
    """What the rules on layout say of a paper: code, message, the words they point at."""
    reading = made.read()
    return [
        (finding.rule, finding.message, reading.text[slice(*finding.span)] if finding.span else "")
        for finding in reading.findings
        if finding.rule.startswith(code)
    ]


# --- changes ---------------------------------------------------------------------------------------------------------


def each(find: Callable[[Paper], list[Any]], act: Callable[[Any], object]) -> Change:
    """Do something to all that is found."""

    def change(made: Paper) -> None:
        found = find(made)
        assert found
        for one in found:
            act(one)

    return change


def runs(*begins: str) -> Callable[[Paper], list[Any]]:
    return lambda made: made.runs(*begins)


def put(path: str, value: object) -> Callable[[Any], None]:
    """Set an attribute: `font.size`."""

    def act(one: Any) -> None:
        *way, last = path.split(".")
        for name in way:
            one = getattr(one, name)
        setattr(one, last, value)

    return act


def section(path: str, value: object) -> Change:
    return each(lambda made: list(made.word.sections), put(path, value))


def long(made: Paper) -> None:
    """So many paragraphs that no page holds them."""
    last = made.paragraph("Điều 2")
    for number in range(60):
        added = last.insert_paragraph_before(f"- Việc thứ {number} trong năm 2024.")
        added.paragraph_format.first_line_indent = Mm(12.7)
        added.paragraph_format.space_before = Pt(6)


def no_header(made: Paper) -> None:
    first = made.word.sections[0]
    first.header.is_linked_to_previous = True
    first.different_first_page_header_footer = False


def number_in_footer(made: Paper) -> None:
    no_header(made)
    footer = made.word.sections[0].footer.paragraphs[0]
    footer.alignment = ALIGN.CENTER
    put_number(footer, 13)
