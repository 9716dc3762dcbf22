"""Papers for the writers of files, put together by hand. Bodies and people in them are fictional."""

from __future__ import annotations

from quyet.core.papers.paper import Column, Foot, Letterhead, Paper, Para, Row, Section, Table
from quyet.files.facts.formats import load_formats

NOTICE = "VÍ DỤ - Văn bản minh họa, không có giá trị thi hành"
TITLE = "Về việc phê duyệt nội dung và dự toán Chương trình hành động về sản xuất và tiêu dùng bền vững năm 2024 của tỉnh Mẫu"

LETTERHEAD = Letterhead(
    parent="UBND TỈNH MẪU",
    issuer="SỞ CÔNG THƯƠNG",
    national_name="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    motto="Độc lập - Tự do - Hạnh phúc",
    number="Số: 15/QĐ-SCT",
    place_date="Mẫu, ngày 05 tháng 3 năm 2024",
)

BASES = (
    "Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015;",
    "Căn cứ Quyết định số 889/QĐ-TTg ngày 24 tháng 6 năm 2020 của Thủ tướng Chính phủ phê duyệt Chương trình hành động quốc gia về sản xuất và tiêu dùng bền vững giai đoạn 2021 - 2030;",
    "Căn cứ Quyết định số 224/QĐ-SCT ngày 25 tháng 12 năm 2023 của Giám đốc Sở Công Thương giao dự toán ngân sách năm 2024;",
    "Theo đề nghị của Trưởng phòng Quản lý Công nghiệp.",
)

ARTICLES = (
    Para("article", "Phê duyệt nội dung và dự toán Chương trình hành động về sản xuất và tiêu dùng bền vững năm 2024, gồm:", "Điều 1.", "dieu_1"),
    Para("text", "Thông tin, tuyên truyền và tập huấn về sản xuất và tiêu dùng bền vững:", "1.", "dieu_1/khoan_1"),
    Para("text", "Treo băng rôn về sản xuất và tiêu dùng bền vững:", "a)", "dieu_1/khoan_1/diem_a"),
    Para("text", "- Số lượng: 40 cái;"),
    Para("text", "- Địa điểm: các tuyến đường chính của các huyện và thành phố Mẫu;"),
    Para("text", "- Thời gian thực hiện: Quý II-III/2024."),
    Para("text", "Biên soạn, in và cấp phát sổ tay về sản xuất và tiêu dùng bền vững:", "b)", "dieu_1/khoan_1/diem_b"),
    Para("text", "- Số lượng: 750 cuốn;"),
    Para("text", "- Đối tượng: các cơ quan nhà nước, phòng phụ trách kinh tế của các huyện, thành phố, Liên minh Hợp tác xã tỉnh, Hiệp hội Doanh nghiệp tỉnh và các cơ sở sản xuất công nghiệp;"),
    Para("text", "- Thời gian thực hiện: Quý II-III/2024."),
    Para("text", "Vận động hạn chế dùng túi ni lông khó phân hủy:", "2.", "dieu_1/khoan_2"),
    Para("text", "Treo băng rôn về hạn chế túi ni lông khó phân hủy:", "a)", "dieu_1/khoan_2/diem_a"),
    Para("text", "- Số lượng: 45 cái;"),
    Para("text", "- Thời gian thực hiện: Quý II-III/2024."),
    Para("text", "Đoàn học tập kinh nghiệm về sản xuất và tiêu dùng bền vững:", "3.", "dieu_1/khoan_3"),
    Para("text", "- Số lượng: 12 người;"),
    Para("text", "- Thời gian thực hiện: 3 - 4 ngày, Quý II-IV/2024."),
    Para("text", "Kinh phí thực hiện: 185.000.000 đồng (Một trăm tám mươi lăm triệu đồng), từ nguồn ngân sách tỉnh giao tại Quyết định số 224/QĐ-SCT; dự toán chi tiết tại Phụ lục kèm theo Quyết định này.", "4.", "dieu_1/khoan_4"),
    Para("article", "Phòng Quản lý Công nghiệp chủ trì, phối hợp với Phòng Quản lý Thương mại và Văn phòng Sở thực hiện Chương trình và quyết toán kinh phí theo quy định.", "Điều 2.", "dieu_2"),
    Para("article", "Quyết định này có hiệu lực kể từ ngày ký. Chánh Văn phòng Sở, Trưởng phòng Quản lý Công nghiệp và Trưởng phòng Quản lý Thương mại chịu trách nhiệm thi hành Quyết định này./.", "Điều 3.", "dieu_3"),
)  # fmt: skip

FOOT = Foot(
    recipients=("Như Điều 3", "Ban Giám đốc Sở (để báo cáo)", "Lưu: VT, QLCN"),
    authority=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
    name="Nguyễn Văn A",
)

MAIN = Section(
    "main",
    (
        LETTERHEAD,
        Para("kind", "QUYẾT ĐỊNH"),
        Para("title", TITLE),
        Para("competence", "GIÁM ĐỐC SỞ CÔNG THƯƠNG TỈNH MẪU"),
        *(Para("basis", basis) for basis in BASES),
        Para("enacting", "QUYẾT ĐỊNH:"),
        *ARTICLES,
        FOOT,
    ),
)

COLUMNS = (
    Column("label", "STT", "center", 6),
    Column("content", "Nội dung", "left", 40),
    Column("unit", "Đơn vị tính", "center", 11),
    Column("quantity", "Số lượng", "right", 9),
    Column("unit_price", "Đơn giá", "right", 14),
    Column("amount", "Thành tiền", "right", 16),
    Column("note", "Ghi chú", "left", 14),
)

ROWS = (
    Row(("1", "Thông tin, tuyên truyền và tập huấn", "", "", "", "140.000.000", ""), strong=True),
    Row(("1.1", "Băng rôn về sản xuất và tiêu dùng bền vững", "cái", "40", "700.000", "28.000.000", "")),
    Row(("1.2", "Sổ tay về sản xuất và tiêu dùng bền vững", "cuốn", "750", "100.000", "75.000.000", "In màu")),
    Row(("1.3", "Phóng sự truyền hình", "phóng sự", "1", "37.000.000", "37.000.000", "")),
    Row(("2", "Vận động hạn chế dùng túi ni lông", "", "", "", "45.000.000", ""), strong=True),
    Row(("2.1", "Băng rôn về hạn chế túi ni lông", "cái", "45", "1.000.000", "45.000.000", "")),
    Row(("", "Tổng cộng", "", "", "", "185.000.000", ""), strong=True),
)


def annex(rows: tuple[Row, ...] = ROWS, *, wide: bool = True) -> Section:
    """The estimate of the decision as an annex."""
    return Section(
        "annex",
        (
            Para("annex_label", "Phụ lục", ref="phu_luc_1"),
            Para("annex_title", "DỰ TOÁN KINH PHÍ THỰC HIỆN CHƯƠNG TRÌNH NĂM 2024"),
            Para(
                "annex_reference",
                "(Kèm theo Quyết định số 15/QĐ-SCT ngày 05 tháng 3 năm 2024 của Giám đốc Sở Công Thương)",
            ),
            Table("Đơn vị tính: đồng", COLUMNS, rows),
        ),
        wide=wide,
        ref="phu_luc_1",
    )


ATTACHMENT = Section(
    "attachment",
    (
        Para("annex_title", "KẾ HOẠCH"),
        Para("title", "Thực hiện Chương trình hành động năm 2024"),
        Para("section", "MỤC ĐÍCH, YÊU CẦU", "I.", "dinh_kem_1/muc_i"),
        Para("clause_title", "Mục đích", "1.", "dinh_kem_1/muc_i/khoan_1"),
        Para("text", "Nâng cao nhận thức của người dân và doanh nghiệp về sản xuất và tiêu dùng bền vững."),
        Para("section", "TỔ CHỨC THỰC HIỆN", "II.", "dinh_kem_1/muc_ii"),
        Para("text", "Phòng Quản lý Công nghiệp chủ trì thực hiện Kế hoạch này./."),
    ),
    ref="dinh_kem_1",
)


def made_paper(*sections: Section, notice: str | None = None) -> Paper:
    """A decision; of all its parts unless some are named."""
    (rules,) = load_formats()
    return Paper(rules, "QĐ", "Quyết định", TITLE, sections or (MAIN, ATTACHMENT, annex()), notice)


def many_rows(count: int) -> tuple[Row, ...]:
    """Rows for a table that runs over several pages."""
    return tuple(
        Row((str(n), f"Hoạt động tuyên truyền thứ {n}", "buổi", "1", "1.000.000", "1.000.000", ""))
        for n in range(1, count + 1)
    )
