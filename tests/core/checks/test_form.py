"""F: the form of administrative papers, and what the reader of the file says."""

from __future__ import annotations

import pytest

from quyet.core.checks import check
from quyet.core.checks.paper import follows_decree_30
from quyet.core.decisions.model import Article, Reading
from quyet.core.decisions.source import Notice, Source
from quyet.files.reading import read_text
from tests.core.checks.papers import FRAME, paper, read_paper, said

ARTICLES = FRAME["articles"]


@pytest.mark.parametrize(
    ("number", "day", "follows"),
    [
        ("58/QĐ-SCT", "12 tháng 3 năm 2024", True),
        ("58/QĐ-SCT", "05 tháng 3 năm 2020", True),
        ("58/QĐ-SCT", "04 tháng 3 năm 2020", False),
        ("09/2024/QĐ-UBND", "12 tháng 3 năm 2024", False),
        ("14-QĐ/TU", "12 tháng 3 năm 2024", False),
    ],
)
def test_decree_30_is_for_administrative_papers_from_its_day(number: str, day: str, follows: bool) -> None:
    reading = read_paper(f"Số: {number}                        Hà Bình, ngày {day}")
    assert follows_decree_30(reading) is follows


@pytest.mark.parametrize(
    "issuer",
    [
        "HỘI LIÊN HIỆP PHỤ NỮ TỈNH HÀ BÌNH",
        "HỘI CHỮ THẬP ĐỎ",
        "LIÊN ĐOÀN LAO ĐỘNG TỈNH HÀ BÌNH",
        "ĐOÀN TNCS HỒ CHÍ MINH",
        "BAN CHẤP HÀNH TỈNH ĐOÀN HÀ BÌNH",
        "ỦY BAN MTTQ VIỆT NAM TỈNH HÀ BÌNH",
        "TỈNH ỦY HÀ BÌNH",
        "BAN TUYÊN GIÁO TỈNH UỶ",
        "ĐẢNG ỦY SỞ CÔNG THƯƠNG",
    ],
)
def test_decree_30_is_not_held_against_the_party_and_mass_organisations(issuer: str) -> None:
    bare = (
        f"{issuer}\nSố: 5/QĐ-AB\nHà Bình, ngày 5 tháng 2 năm 2024\n\nQUYẾT ĐỊNH\nVề việc khen thưởng\n\nĐiều 1. Thưởng."
    )
    assert not follows_decree_30(read_text(bare))
    assert [f.rule for f in read_text(bare).findings] == []


@pytest.mark.parametrize("issuer", ["HỘI ĐỒNG NHÂN DÂN TỈNH HÀ BÌNH", "SỞ CÔNG THƯƠNG", "ĐOÀN THANH TRA"])
def test_decree_30_is_held_against_bodies_of_the_state(issuer: str) -> None:
    bare = f"{issuer}\nSố: 05/QĐ-AB\nHà Bình, ngày 05 tháng 02 năm 2024\n\nQUYẾT ĐỊNH\nVề việc khen thưởng\n\nĐiều 1. Thưởng."
    assert {f.rule for f in read_text(bare).findings} == {"F102", "F103", "F104", "F106"}


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("QUYẾT ĐỊNH", ["F109"]),
        ("QUYẾT ĐỊNH\nĐiều 1. Thưởng.", []),
        ("NGHỊ QUYẾT\nVề dự toán năm 2024", ["F109"]),
        ("KẾ HOẠCH", ["F109"]),
        ("KẾ HOẠCH\nTuyên truyền năm 2024", ["F109"]),
        ("KẾ HOẠCH\nTuyên truyền năm 2024\n\nNăm nay Sở treo băng rôn tại các chợ.", []),
    ],
)
def test_f109_a_paper_has_contents(text: str, rules: list[str]) -> None:
    assert [f.rule for f in read_text(text).findings] == rules


def test_an_undated_paper_is_as_late_as_its_latest_basis() -> None:
    undated = paper(ARTICLES).replace("Hà Bình, ngày 12 tháng 3 năm 2024", "")
    assert follows_decree_30(read_text(undated))
    assert not follows_decree_30(read_text(undated.replace("12/12/2023", "12/12/2013")))


def test_f102_names_all_that_a_copy_lost_in_one_finding() -> None:
    headless = paper(ARTICLES).partition("QUYẾT ĐỊNH")
    findings = read_text("".join(headless[1:])).findings
    assert [f.message for f in findings if f.rule == "F102"] == [
        "Phần đầu văn bản thiếu quốc hiệu, tiêu ngữ, tên cơ quan ban hành, số, ký hiệu, địa danh và ngày ban hành."
        " Đối chiếu bản gốc hoặc ghi bổ sung."
    ]


def test_f102_points_at_the_line_left_blank() -> None:
    assert said("Số:     /QĐ-SCT          Hà Bình, ngày     tháng     năm 2024", "F102") == [
        (
            "warning",
            "Phần đầu văn bản thiếu số, ký hiệu và ngày ban hành. Đối chiếu bản gốc hoặc ghi bổ sung.",
            "Số:     /",
        )
    ]


def test_f103_asks_bases_of_decisions_only() -> None:
    plan = paper("(không có căn cứ)").replace("QUYẾT ĐỊNH\n", "KẾ HOẠCH\n", 1).replace("58/QĐ", "58/KH")
    assert [f.rule for f in read_text(plan).findings if f.rule == "F103"] == []


def test_f104_says_what_is_missing_at_the_foot() -> None:
    unsigned = paper(ARTICLES).partition("GIÁM ĐỐC\n\n")[0]
    assert [f.message for f in read_text(unsigned).findings if f.rule == "F104"] == [
        "Phần cuối văn bản thiếu chức vụ người ký và họ tên người ký. Đối chiếu bản gốc hoặc ghi bổ sung."
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Số: 58/QĐ-SCT          Hà Bình, ngày 12 tháng 10 năm 2024", []),
        ("Số: 58/QĐ-SCT          Hà Bình, ngày 12 tháng 3 năm 2024", []),
        (
            "Số: 5/QĐ-SCT          Hà Bình, ngày 12 tháng 3 năm 2024",
            [("warning", "Số nhỏ hơn 10 phải thêm số 0 phía trước: «05/QĐ-SCT».", "5/QĐ-SCT")],
        ),
        (
            "Số: 58/QĐ-SCT          Hà Bình, ngày 2 tháng 1 năm 2024",
            [
                ("warning", "Ngày nhỏ hơn 10 phải thêm số 0 phía trước: «02».", "ngày 2"),
                ("warning", "Tháng 1, tháng 2 phải thêm số 0 phía trước: «01».", "tháng 1"),
            ],
        ),
    ],
    ids=["right", "month 3 needs none", "number", "day and month"],
)
def test_f105_asks_for_noughts(line: str, expected: list[tuple[str, str, str]]) -> None:
    assert said(line, "F105") == expected


def test_f106_accepts_the_end_mark_however_it_is_spaced() -> None:
    assert said(ARTICLES.replace("./.", ". / ."), "F106") == []


def test_f107_wants_the_clerk_named() -> None:
    recipients = "Nơi nhận:\n- Như Điều 3;\n- Lưu: QLCN."
    assert said(recipients, "F107") == [
        ("warning", "Dòng «Lưu: QLCN» chưa ghi văn thư: «Lưu: VT, …».", "Lưu: QLCN"),
    ]


@pytest.mark.parametrize(
    ("signature", "messages"),
    [
        ("GIÁM ĐỐC\n\nTrần Văn Mẫu", []),
        ("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\nTrần Văn Mẫu", []),
        ("PHÓ GIÁM ĐỐC\n\nTrần Văn Mẫu", ["«PHÓ GIÁM ĐỐC» ký thay phải có dòng «KT. …» phía trên."]),
        ("KT. GIÁM ĐỐC\nGIÁM ĐỐC\n\nTrần Văn Mẫu", ["Dưới «KT.» phải là chức vụ của cấp phó, không phải «GIÁM ĐỐC»."]),
    ],
    ids=["head", "deputy for the head", "deputy alone", "head for the head"],
)
def test_f108_deputies_sign_for_the_head(signature: str, messages: list[str]) -> None:
    assert [message for _, message, _ in said(signature, "F108")] == messages


def test_f111_asks_a_stop_behind_the_last_line_but_passes_a_comma() -> None:
    for end, expected in ((".", 0), (",", 0), (";", 1)):
        assert len(said(f"Theo đề nghị của Trưởng phòng Quản lý công nghiệp{end}", "F111")) == expected


def test_f112_says_each_fault_once_and_counts_the_others() -> None:
    article = "Điều 1. Theo Khoản 2 Điều 5, theo Khoản 3 Điều 6 và theo quyết định số 12/QĐ-SCT của Sở."
    assert said(article, "F112") == [
        ("info", "Viện dẫn khoản viết thường: «khoản». Còn 1 chỗ tương tự.", "Khoản 2"),
        ("info", "Viết hoa tên loại văn bản cụ thể: «Quyết định».", "quyết định số"),
    ]


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ([1, 2, 3], []),
        ([1, 2, 4], ["Thiếu Điều 3 trước Điều 4. Đánh số lại hoặc bổ sung."]),
        ([1, 2, 5], ["Thiếu Điều 3 và 4 trước Điều 5. Đánh số lại hoặc bổ sung."]),
        ([1, 2, 2], ["Điều 2 bị trùng hoặc sai thứ tự."]),
    ],
    ids=str,
)
def test_f201_articles_follow_one_another(numbers: list[int], expected: list[str]) -> None:
    articles = "\n".join(f"Điều {number}. Giao Văn phòng Sở việc thứ {number}." for number in numbers)
    assert [(severity, message) for severity, message, _ in said(articles, "F201")] == [("error", m) for m in expected]


def test_f201_leaves_the_articles_of_an_amended_paper_alone() -> None:
    articles = "Điều 1. Sửa đổi Điều 4 Quy chế như sau:\nĐiều 4. Họp mỗi quý.\nĐiều 5. Báo cáo./."
    assert said(articles, "F201") == []


def test_f201_is_a_warning_where_another_law_of_form_held() -> None:
    older = paper("Điều 1. Giao việc.\nĐiều 3. Thi hành.").replace("2024", "2014").replace("2023", "2013")
    assert [(f.severity, f.ref) for f in read_text(older).findings if f.rule == "F201"] == [("warning", "dieu_3")]


def test_f202_does_not_miss_what_stands_inside_a_line() -> None:
    assert said("Điều 1. Phê duyệt:\n1. In sổ tay; 2. Phát sổ tay.\n3. Treo băng rôn.", "F202") == []


@pytest.mark.parametrize(
    ("letters", "expected"),
    [
        ("a b c d đ e g h", []),
        ("a b d", ["Thiếu điểm c trước điểm d."]),
        ("a b c d e f", ["Thiếu điểm đ trước điểm e."]),
        ("a b b", ["Điểm b bị trùng hoặc sai thứ tự; ở đây phải là điểm c."]),
    ],
)
def test_f203_points_follow_the_vietnamese_letters(letters: str, expected: list[str]) -> None:
    points = "\n".join(f"{letter}) Giao Văn phòng Sở việc {letter}." for letter in letters.split())
    assert [m for _, m, _ in said(f"Điều 1. Phê duyệt:\n1. Giao việc:\n{points}", "F203")] == expected


def test_f203_knows_no_f() -> None:
    points = [Article(f"dieu_1/diem_{letter}", letter) for letter in "abcdđef"]
    reading = Reading(Source("a b c d đ e f"))
    reading.document.articles = [Article("dieu_1", "Điều 1", children=points)]
    assert [f.message for f in check(reading) if f.rule == "F203"] == [
        "Điểm «f» không có trong thứ tự điểm; ở đây phải là «g»."
    ]


@pytest.mark.parametrize(
    ("notice", "expected"),
    [
        (Notice("scan", "Máy không thấy chữ nào."), ("F901", "warning", "Máy không thấy chữ nào.")),
        (Notice("scan"), ("F901", "warning", "Tệp là ảnh quét, không có chữ. Cài gói tesseract-ocr-vie rồi mở lại.")),
        (
            Notice("ocr"),
            ("F902", "warning", "Chữ do máy nhận dạng từ ảnh. Đối chiếu số tiền, ngày tháng với bản gốc."),
        ),
        (
            Notice("tcvn3"),
            ("F903", "info", "Tệp dùng bảng mã TCVN3 (ABC), đã chuyển sang Unicode. Nên lưu lại bằng Unicode."),
        ),
        (
            Notice("encoding_unsure"),
            ("F903", "warning", "Không chắc bảng mã của tệp. Lưu lại bằng UTF-8 rồi kiểm tra lại."),
        ),
        (Notice("truncated"), ("F904", "warning", "Tệp bị cắt cụt, phần cuối không đọc được. Lấy lại tệp gốc.")),
        (Notice("tracked_changes", "Đã nhận các thay đổi."), ("F904", "info", "Đã nhận các thay đổi.")),
    ],
    ids=lambda value: value.code if isinstance(value, Notice) else "",
)
def test_f9_says_what_the_reader_noticed(notice: Notice, expected: tuple[str, str, str]) -> None:
    findings = check(Reading(Source("", notices=(notice,))))
    assert expected in [(f.rule, f.severity, f.message) for f in findings]


def test_f101_says_nothing_of_a_scan() -> None:
    assert [f.rule for f in check(Reading(Source("", notices=(Notice("scan"),))))] == ["F901"]
