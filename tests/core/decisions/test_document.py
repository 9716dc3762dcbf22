"""The document part of a decision: head, bases, articles, foot."""

from __future__ import annotations

from datetime import date

import pytest

from quyet.core.decisions.model import Reading
from tests.core.decisions.reading import FOOT, LETTERHEAD, decision, read


def cited(reading: Reading) -> list[tuple[str | None, str | None, date | None]]:
    return [(basis.kind, basis.number, basis.date) for basis in reading.document.bases]


def test_a_whole_decision() -> None:
    document = decision("1. Treo băng rôn\n- Số lượng: 40 cái;").document

    assert document.kind == "QĐ"
    assert document.number == "15/QĐ-SCT"
    assert document.date == date(2024, 1, 5)
    assert document.place == "An Bình"
    assert document.parent == "UBND TỈNH AN BÌNH"
    assert document.issuer == "SỞ CÔNG THƯƠNG"
    assert document.title == "Phê duyệt nội dung và dự toán Chương trình khuyến công năm 2024"
    assert document.proposer == "Trưởng phòng Quản lý công nghiệp"
    assert [article.label for article in document.articles] == ["Điều 1", "Điều 2", "Điều 3"]
    assert document.recipients == ["Như Điều 3", "Lưu: VT, QLCN"]
    assert document.signature is not None
    assert document.signature.authority == "KT. GIÁM ĐỐC"
    assert document.signature.position == "PHÓ GIÁM ĐỐC"
    assert document.signature.name == "Phạm Thị Lan"


@pytest.mark.parametrize(
    "head",
    [
        # typed with spaces
        "  UBND TỈNH AN BÌNH                 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "   SỞ CÔNG THƯƠNG                      Độc lập - Tự do - Hạnh phúc\n"
        "   Số: 15/QĐ-SCT                    An Bình, ngày 05 tháng 01 năm 2024\n",
        # a grid
        "|UBND TỈNH AN BÌNH   |CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM  |\n|SỞ CÔNG THƯƠNG      |Độc lập - Tự do - Hạnh phúc         |\n"
        "|-------             |---------------                     |\n|Số: 15/QĐ-SCT       |An Bình, ngày 05 tháng 01 năm 2024  |\n",
        # the dump of a web page, lines broken anywhere
        "|\n**UBND TỈNH AN\nBÌNH**\n**SỞ CÔNG THƯƠNG**\n-------\n|\n**CỘNG HÒA XÃ\nHỘI CHỦ NGHĨA VIỆT NAM**\nĐộc lập - Tự do - Hạnh phúc\n|\n|\n"
        "Số:\n15/QĐ-SCT\n|\n*An Bình, ngày 05\ntháng 01 năm 2024*\n|\n",
        # one column, in the order of the eye
        "UBND TỈNH AN BÌNH\nSỞ CÔNG THƯƠNG\nSố: 15/QĐ-SCT\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "An Bình, ngày 05 tháng 01 năm 2024\n",
    ],
    ids=["spaces", "grid", "web", "one column"],
)
def test_the_letterhead_in_the_ways_it_is_copied(head: str) -> None:
    document = read(
        f"{head}\nQUYẾT ĐỊNH\nVề việc giao dự toán năm 2024\n\nGIÁM ĐỐC SỞ CÔNG THƯƠNG\n\nĐiều 1. Giao dự toán.\n"
    ).document

    assert (document.parent, document.issuer) == ("UBND TỈNH AN BÌNH", "SỞ CÔNG THƯƠNG")
    assert (document.number, document.place, document.date) == ("15/QĐ-SCT", "An Bình", date(2024, 1, 5))
    assert document.title == "Về việc giao dự toán năm 2024"


def test_without_a_letterhead_the_line_of_competence_names_the_body() -> None:
    document = read(
        "QUYẾT ĐỊNH\nPhê duyệt dự toán năm 2024\n\nGIÁM ĐỐC SỞ CÔNG THƯƠNG TỈNH AN BÌNH\n\n"
        "Căn cứ Luật Thương mại ngày 14/6/2005;\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Phê duyệt dự toán."
    ).document

    assert document.issuer == "SỞ CÔNG THƯƠNG TỈNH AN BÌNH"
    assert (document.number, document.date, document.place, document.parent) == (None, None, None, None)


def test_a_draft_leaves_number_and_day_blank() -> None:
    document = read(
        "SỞ CÔNG THƯƠNG\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố:      /QĐ-SCT\tAn Bình, ngày    tháng    năm 2024\n\n"
        "QUYẾT ĐỊNH\nVề việc giao dự toán\n\nĐiều 1. Giao dự toán.\n"
    ).document

    assert (document.number, document.date, document.place) == (None, None, "An Bình")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Căn cứ Quyết định số 18/2022/QĐ-UBND ngày 21/7/2022 của UBND tỉnh An Bình quy định chức năng của Sở;",
            [("Quyết định", "18/2022/QĐ-UBND", date(2022, 7, 21))],
        ),
        (
            "Căn cứ Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025 và Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
            [("Luật", None, date(2025, 2, 18)), ("Luật", None, date(2025, 6, 16))],
        ),
        (
            "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22/11/2019;",
            [("Luật", None, date(2019, 11, 22))],
        ),
        (
            "Căn cứ Thông tư số 40/2017/TT-BTC ngày 28/4/2017, Thông tư số 36/2018/TT-BTC ngày 30/3/2018 của Bộ Tài chính;",
            [("Thông tư", "40/2017/TT-BTC", date(2017, 4, 28)), ("Thông tư", "36/2018/TT-BTC", date(2018, 3, 30))],
        ),
        (
            "Căn cứ các Quyết định của UBND tỉnh: số 45/QĐ-UBND ngày 09/12/2023 về giao dự toán; số 10/QĐ-UBND ngày 26/3/2021;",
            [("Quyết định", "45/QĐ-UBND", date(2023, 12, 9)), ("Quyết định", "10/QĐ-UBND", date(2021, 3, 26))],
        ),
        (
            "Thực hiện Kế hoạch số 22/KH-UBND ngày 04.02.2025 của UBND tỉnh thực hiện Nghị quyết số 66-NQ/TW ngày 30/4/2025;",
            [("Kế hoạch", "22/KH-UBND", date(2025, 2, 4))],
        ),
        ("Căn cứ chức năng, nhiệm vụ được giao;", []),
    ],
    ids=[
        "number and date",
        "two laws",
        "one amending law",
        "two circulars",
        "several of a kind",
        "inside a title",
        "none",
    ],
)
def test_instruments_of_a_basis(line: str, expected: list[tuple[str, str | None, date | None]]) -> None:
    assert cited(decision("1. Treo băng rôn\n- Số lượng: 40 cái;", bases=line)) == expected


def test_a_proposer_without_the_paper_and_the_opinion() -> None:
    text = (
        f"{LETTERHEAD}\nQUYẾT ĐỊNH\nVề việc giao dự toán\n\nGIÁM ĐỐC SỞ CÔNG THƯƠNG\n\n"
        "Theo đề nghị của Giám đốc Trung tâm Khuyến công, Trưởng phòng Quản lý công nghiệp tại Tờ trình số 12/TTr-KC ngày 02/01/2024; "
        "ý kiến của Chánh Văn phòng Sở.\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Giao dự toán.\n"
    )

    assert read(text).document.proposer == "Giám đốc Trung tâm Khuyến công; Trưởng phòng Quản lý công nghiệp"


def test_the_articles_of_an_attached_text_are_its_own() -> None:
    document = read(
        f"{LETTERHEAD}\nQUYẾT ĐỊNH\nBan hành Quy chế chi tiêu\n\nGIÁM ĐỐC SỞ CÔNG THƯƠNG\n\nQUYẾT ĐỊNH:\n\n"
        "Điều 1. Ban hành kèm theo Quyết định này Quy chế chi tiêu.\nĐiều 2. Quyết định này có hiệu lực từ ngày ký./.\n"
        f"{FOOT}\nQUY CHẾ\nCHI TIÊU NỘI BỘ\n(Ban hành kèm theo Quyết định số 15/QĐ-SCT ngày 05/01/2024)\n\n"
        "Điều 1. Phạm vi\nQuy chế này áp dụng cho công chức của Sở.\nĐiều 2. Nguyên tắc\nCông khai, tiết kiệm.\n"
    ).document

    assert [article.label for article in document.articles] == ["Điều 1", "Điều 2"]
    assert [article.label for article in document.attachments[0].articles] == ["Điều 1", "Điều 2"]
    assert document.attachments[0].title == "QUY CHẾ CHI TIÊU NỘI BỘ"


def test_khoan_and_diem_stand_below_their_article() -> None:
    (first, *_) = decision(
        "1. Tuyên truyền\na) Treo băng rôn\n- Số lượng: 40 cái;\nb) Sổ tay\n- Số lượng: 750 cuốn;"
    ).document.articles
    (clause,) = first.children

    assert clause.ref == "dieu_1/khoan_1"
    assert [point.ref for point in clause.children] == ["dieu_1/khoan_1/diem_a", "dieu_1/khoan_1/diem_b"]
    assert [point.title for point in clause.children] == ["Treo băng rôn", "Sổ tay"]


def test_every_fact_points_at_its_words() -> None:
    reading = decision("1. Treo băng rôn\n- Số lượng: 40 cái;\n- Thời gian: Quý II/2024;")
    facts = {fact.path: fact.raw for fact in reading.facts()}

    assert facts["/document/date"] == "05 tháng 01 năm 2024"
    assert facts["/document/number"] == "15/QĐ-SCT"
    assert facts["/programme/activities/0/quantity"] == "40 cái"
    assert all(reading.text[slice(*fact.span)] == fact.raw for fact in reading.facts())


def test_a_foot_whose_columns_a_pipe_divides() -> None:
    found = read(
        f"{LETTERHEAD}\nQUYẾT ĐỊNH\nVề việc kiện toàn Tổ giúp việc\n\nĐiều 1. Kiện toàn Tổ giúp việc.\n\n"
        "Nơi nhận: | TRƯỞNG BAN\n- Như Điều 1; |\n- Ban Chỉ đạo tỉnh; | (Đã ký)\n- Lưu: VT, BCH. | Lý Quang Thắng\n"
    ).document
    assert found.recipients == ["Như Điều 1", "Ban Chỉ đạo tỉnh", "Lưu: VT, BCH"]
    assert found.signature is not None
    assert (found.signature.position, found.signature.name) == ("TRƯỞNG BAN", "Lý Quang Thắng")


def test_a_letterhead_that_was_copied_into_one_line() -> None:
    found = read(
        "UBND HUYỆN AN BÌNH Số: 5/QĐ-UBND | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc ---------- "
        "Mường Hoa, ngày 05 tháng 3 năm 2024\n\nQUYẾT ĐỊNH\nVề việc kiện toàn Tổ giúp việc\n\nĐiều 1. Kiện toàn Tổ.\n"
    ).document
    assert (found.number, found.place) == ("5/QĐ-UBND", "Mường Hoa")


def test_a_signature_whose_office_stands_beside_the_recipients() -> None:
    found = read(
        f"{LETTERHEAD}\nQUYẾT ĐỊNH\nVề việc kiện toàn Tổ giúp việc\n\nĐiều 1. Kiện toàn Tổ giúp việc.\n\n"
        "**Nơi nhận:** **GIÁM ĐỐC**\n- Như Điều 1;\n- Lưu: VT.\n\n(Đã ký)\n\n**Nguyễn Thị Yến**\n"
    ).document
    assert found.recipients == ["Như Điều 1", "Lưu: VT"]
    assert found.signature is not None
    assert (found.signature.position, found.signature.name) == ("GIÁM ĐỐC", "Nguyễn Thị Yến")
