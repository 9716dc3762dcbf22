"""Papers for the writers of XML, put together by hand. Bodies and people in them are invented."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from quyet.core.decisions.model import Basis, Signature
from quyet.core.papers.draft import DraftDocument
from quyet.core.papers.paper import Block, Column, Foot, Letterhead, Paper, Para, Row, Section, Table
from quyet.files.facts.formats import load_formats

HOSTILE = "Băng rôn </akomaNtoso>&<![CDATA[ ]]> <!-- \"A\" & 'B' -->"

LETTERHEAD = Letterhead(
    parent="UBND TỈNH MẪU",
    issuer="SỞ CÔNG THƯƠNG",
    national_name="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    motto="Độc lập - Tự do - Hạnh phúc",
    number="Số: 05/QĐ-SCT",
    place_date="Mẫu, ngày 05 tháng 3 năm 2024",
)

FOOT = Foot(("Như Điều 2", "Lưu: VT, QLCN"), ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "Nguyễn Văn A")

HEAD: tuple[Block, ...] = (
    LETTERHEAD,
    Para("kind", "QUYẾT ĐỊNH"),
    Para("title", "Về việc phê duyệt Chương trình mẫu năm 2024"),
    Para("competence", "GIÁM ĐỐC SỞ CÔNG THƯƠNG TỈNH MẪU"),
    Para("basis", "Căn cứ Luật Mẫu ngày 25 tháng 6 năm 2015;"),
    Para("basis", "Theo đề nghị của Trưởng phòng Quản lý Công nghiệp."),
    Para("enacting", "QUYẾT ĐỊNH:"),
)

ARTICLES: tuple[Block, ...] = (
    Para("article", "Phê duyệt Chương trình mẫu, gồm:", "Điều 1.", "dieu_1"),
    Para("clause_title", "Tuyên truyền", "1.", "dieu_1/khoan_1"),
    Para("text", "Treo băng rôn:", "a)", "dieu_1/khoan_1/diem_a"),
    Para("text", "- Số lượng: 40 cái."),
    Para("text", "In sổ tay:", "đ)", "dieu_1/khoan_1/diem_đ"),
    Para("text", "- Số lượng: 750 cuốn.", ref="dieu_1/khoan_1/diem_đ/gach_1"),
    Para("text", "Kinh phí: 185.000.000 đồng.", "2.", "dieu_1/khoan_2"),
    Para("article", "Quyết định này có hiệu lực kể từ ngày ký./.", "Điều 2.", "dieu_2"),
)

COLUMNS = (Column("content", "Nội dung", "left", 70), Column("amount", "Thành tiền", "right", 30))
ANNEX = Section(
    "annex",
    (
        Para("annex_label", "PHỤ LỤC I", ref="phu_luc_1"),
        Para("annex_title", "DỰ TOÁN KINH PHÍ"),
        Para("annex_reference", "(Kèm theo Quyết định số 05/QĐ-SCT ngày 05 tháng 3 năm 2024)"),
        Table("Đơn vị tính: đồng", COLUMNS, (Row(("Băng rôn", "28.000.000")), Row(("Tổng cộng", ""), strong=True))),
        Para("text", "Bằng chữ: Hai mươi tám triệu đồng"),
    ),
    wide=True,
    ref="phu_luc_1",
)
REGULATION = Section(
    "attachment",
    (
        Para("annex_title", "QUY CHẾ MẪU"),
        Para("part", "QUY ĐỊNH CHUNG", "A.", "phu_luc_2/phan_a"),
        Para("article", "Quy chế này quy định về mẫu.", "Điều 1.", "phu_luc_2/phan_a/dieu_1"),
        Para("text", "Mẫu chi tiết.", "1.1.", "phu_luc_2/phan_a/dieu_1/khoan_1.1"),
    ),
    ref="phu_luc_2",
)
PLAN = Section(
    "main",
    (
        replace(LETTERHEAD, number="Số: \u00a0\u00a0\u00a0\u00a0/KH-SCT", place_date="Mẫu, ngày … tháng … năm 2024"),
        Para("kind", "KẾ HOẠCH"),
        Para("title", "Thực hiện Chương trình mẫu năm 2024"),
        Para("text", "Thực hiện Chương trình mẫu, Sở Công Thương xây dựng Kế hoạch như sau:"),
        Para("section", "MỤC ĐÍCH", "I.", "muc_1"),
        Para("text", "- Nâng cao nhận thức;"),
        Para("section", "NỘI DUNG", "II.", "muc_2"),
        Para("text", "Treo băng rôn./.", "1.", "muc_2/khoan_1"),
        replace(FOOT, name=None),
    ),
)


def decision(*sections: Section, notice: str | None = None) -> Paper:
    """A decision with an annex and a regulation, or of other sections."""
    main = Section("main", (*HEAD, *ARTICLES, FOOT))
    return _paper("QĐ", "Quyết định", sections or (main, ANNEX, REGULATION), notice)


def plan() -> Paper:
    """A plan without a number and without a day."""
    return _paper("KH", "Kế hoạch", (PLAN,), None)


def one_article(text: str) -> Paper:
    """A decision of one article with these words."""
    return decision(Section("main", (*HEAD, Para("article", text, "Điều 1.", "dieu_1"), FOOT)))


def _paper(kind: str, name: str, sections: tuple[Section, ...], notice: str | None) -> Paper:
    (rules,) = load_formats()
    return Paper(rules, kind, name, "Về việc phê duyệt Chương trình mẫu năm 2024", sections, notice)


def document() -> DraftDocument:
    """What the decision was made of: the number as somebody entered it, without its zero."""
    return DraftDocument(
        kind="QĐ",
        number="5/QĐ-SCT",
        date=date(2024, 3, 5),
        place="Mẫu",
        parent="UBND tỉnh Mẫu",
        issuer="Sở Công Thương",
        title="Về việc phê duyệt Chương trình mẫu năm 2024",
        bases=[Basis(text="Căn cứ Luật Mẫu ngày 25 tháng 6 năm 2015")],
        recipients=["Như Điều 2", "Lưu: VT, QLCN"],
        signature=Signature(authority="KT. GIÁM ĐỐC", position="Phó Giám đốc", name="Nguyễn Văn A"),
    )


def blank() -> DraftDocument:
    """A draft of which next to nothing is known."""
    return DraftDocument(kind="KH")


def words_of(paper: Paper) -> Iterator[str]:
    """Every word of a paper in its order, as all writers write it: with the head of the recipients."""
    for section in paper.sections:
        yield from (paper.notice or "").split()
        for block in section.blocks:
            for text in _texts(block):
                yield from text.split()


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Letterhead():
            yield from (block.parent or "", block.issuer or "", block.national_name, block.motto)
            yield from (block.number, block.place_date)
        case Para():
            yield block.words
        case Table():
            yield block.caption
            yield from (column.heading for column in block.columns)
            yield from (cell for row in block.rows for cell in row.cells)
        case Foot():
            yield from (("Nơi nhận:", *block.recipients) if block.recipients else ())
            yield from (*block.authority, block.name or "")
