"""Which kind of activity a title names."""

import pytest

from quyet.core.decisions import kinds
from quyet.core.decisions.kinds import Kind, recognise
from quyet.files.facts import load_kinds

CASES = [
    ("Treo băng rôn tuyên truyền tiết kiệm điện", "cái", "banner"),
    ("In, treo BĂNG-RÔN trên các tuyến phố", "tấm", "banner"),
    ("Treo khẩu hiệu ngang đường", None, "banner"),
    ("Thiết kế banner điện tử trên cổng thông tin", None, "website"),
    ("Biên soạn, in sổ tay hướng dẫn phân loại rác", "cuốn", "handbook"),
    ("Phát hành Cẩm nang an toàn thực phẩm", "quyển", "handbook"),
    ("Xuất bản bản tin công thương", "số", "other"),
    ("Xây dựng phóng sự về làng nghề", "phóng sự", "tv_report"),
    ("Phóng sự phát sóng trên Đài Phát thanh và Truyền hình tỉnh", "phóng sự", "tv_report"),
    ("Phóng sự phát thanh về an toàn điện", "phóng sự", "radio"),
    ("Hội nghị tập huấn kỹ năng bán hàng", "đại biểu", "training_conference"),
    ("Tập huấn kiểm toán năng lượng", "lớp", "training_conference"),
    ("Mở lớp bồi dưỡng nghiệp vụ văn thư", "lớp", "training_conference"),
    ("Hội nghị đối thoại với doanh nghiệp", "đại biểu", "other"),
    ("In tài liệu tập huấn", "bộ", "other"),
    ("Tham quan, học tập kinh nghiệm tại một tỉnh miền Trung", "người", "study_tour"),
    ("Khảo sát học tập mô hình làng nghề", "người", "study_tour"),
    ("Khảo sát, đánh giá nhu cầu đào tạo nghề", "hộ", "survey"),
    ("Đón khách tham quan gian hàng", "lượt", "other"),
    ("Kiểm toán năng lượng", "cơ sở", "other"),
    ("Đào tạo nghề may công nghiệp", "lớp", "other"),
    ("Sản xuất phim tài liệu về làng nghề", "phim", "other"),
    ("In tờ rơi tuyên truyền", "tờ", "leaflet"),
    ("Tờ gấp hướng dẫn phân loại rác", "tờ", "leaflet"),
    ("In, dán áp phích tại các chợ", "tờ", "poster"),
    ("Dựng pa-nô tại cửa ngõ thành phố", "tấm", "poster"),
    ("Phát trên loa truyền thanh xã", "lượt", "radio"),
    ("Chuyên mục trên Đài Phát thanh - Truyền hình tỉnh", "chuyên mục", "other"),
    ("Xây dựng, lắp đặt cụm loa truyền thanh thông minh", "cụm", "equipment"),
    ("Viết tin, bài đăng trên Trang thông tin điện tử của Sở", "bài", "website"),
    ("Cuộc thi tìm hiểu pháp luật trực tuyến", "cuộc", "contest"),
    ("Hội thi tay nghề giỏi", "hội thi", "contest"),
    ("Điều tra nguồn thải tại các cơ sở sản xuất", "cơ sở", "survey"),
    ("Bình chọn sản phẩm công nghiệp nông thôn tiêu biểu", "sản phẩm", "award"),
    ("Thực hiện công tác thi đua, khen thưởng", None, "other"),
    ("Hỗ trợ ứng dụng máy móc thiết bị tiên tiến", "cơ sở", "equipment"),
    ("Mua sắm trang thiết bị phòng họp", "bộ", "equipment"),
    ("Xây dựng mô hình trình diễn kỹ thuật", "mô hình", "demonstration_model"),
    ("Tham gia Hội chợ triển lãm hàng Việt", "gian hàng", "fair"),
    ("Triển lãm ảnh làng nghề", "cuộc", "exhibition"),
    ("Tổ chức phiên chợ hàng Việt về nông thôn", "phiên", "market_day"),
]


@pytest.mark.parametrize(("title", "unit", "kind"), CASES)
def test_a_title_names_its_kind(title: str, unit: str | None, kind: str) -> None:
    assert recognise(title, unit, load_kinds()) == kind


def test_what_is_done_stands_before_what_it_is_about() -> None:
    assert recognise("Phóng sự về hội nghị tập huấn khuyến công", None, load_kinds()) == "tv_report"
    assert recognise("Sổ tay dùng cho lớp tập huấn", None, load_kinds()) == "handbook"


@pytest.mark.parametrize(
    ("title", "unit", "kind"),
    [
        ("Mở chuyên mục trên website và treo băng rôn", "cái", "banner"),
        ("Hội chợ kết hợp tham quan, học tập kinh nghiệm", "đoàn", "study_tour"),
        ("Khảo sát, học tập mô hình điểm", "người", "study_tour"),
        ("Hội thi sau lớp tập huấn", "cuộc", "training_conference"),
        ("Tờ rơi tóm tắt sổ tay", "tờ", "handbook"),
        ("Trưng bày tại hội nghị", "băng rôn", "banner"),
    ],
)
def test_a_kind_that_came_later_yields_to_the_first_five(title: str, unit: str, kind: str) -> None:
    first = [each for each in load_kinds() if not each.yields]
    assert recognise(title, unit, load_kinds()) == recognise(title, unit, first) == kind


def test_the_first_five_do_not_yield() -> None:
    first = [each.key for each in load_kinds() if not each.yields]
    assert first == ["banner", "handbook", "study_tour", "training_conference", "tv_report"]


def test_the_unit_decides_between_two_that_a_title_names() -> None:
    title = "Tập huấn và học tập kinh nghiệm"
    assert recognise(title, "lớp", load_kinds()) == "training_conference"
    assert recognise(title, "đoàn", load_kinds()) == "study_tour"


def test_a_unit_names_the_kind_where_the_title_is_silent() -> None:
    assert recognise("Tuyên truyền trên các trục đường chính", "băng rôn", load_kinds()) == "banner"
    assert recognise("Tuyên truyền trên các trục đường chính", "cái", load_kinds()) == "other"


def test_either_way_to_write_a_tone_is_read() -> None:
    assert recognise("Khoá tập huấn", None, load_kinds()) == recognise("Khóa tập huấn", None, load_kinds())
    one = Kind("x", "x", "x", units=(), words=("hòa giải",), unless=())
    assert recognise("Cuộc thi HOÀ GIẢI viên giỏi", None, [one]) == "x"


def test_only_whole_words_count() -> None:
    one = Kind("x", "x", "x", units=(), words=("in",), unless=())
    assert recognise("Thông tin, inox", None, [one]) == "other"
    assert recognise("Thiết kế, in, treo", None, [one]) == "x"


def test_a_word_counts_outside_the_phrase_that_denies_it() -> None:
    assert recognise("Tập huấn và in tài liệu tập huấn", "lớp", load_kinds()) == "training_conference"


def test_a_title_without_words_names_nothing() -> None:
    assert recognise("…", "", load_kinds()) == "other"


def test_a_title_without_a_first_word_of_any_kind_is_not_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    searched: list[str] = []
    monkeypatch.setattr(kinds, "_spans", lambda wanted, said: searched.append(wanted) or iter(()))
    assert recognise("Rà soát văn bản", "cái", load_kinds()) == "other"
    assert searched == []
