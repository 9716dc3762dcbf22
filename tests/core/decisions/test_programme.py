"""What is ordered: activities, their facts, the total, who does it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from quyet.core.decisions.model import Activity, Programme
from tests.core.decisions.reading import decision, read


def programme(contents: str) -> Programme:
    found = decision(contents).programme
    assert found is not None
    return found


def only(contents: str) -> Activity:
    (activity,) = programme(contents).activities
    return activity


def test_labels_groups_and_kinds_of_a_list_in_two_levels() -> None:
    found = programme(
        "1. Tuyên truyền.\na) Treo băng rôn\n- Số lượng: 40 cái;\nb) Phóng sự truyền hình\n- Số lượng: 01 phóng sự;\n"
        "2. Học tập kinh nghiệm tại một tỉnh\n- Thành phần: 12 người;\n3. Kinh phí thực hiện: 185.000.000 đồng.\n"
    )

    assert [(a.label, a.group, a.title, a.kind) for a in found.activities] == [
        ("1.a", "Tuyên truyền", "Treo băng rôn", "banner"),
        ("1.b", "Tuyên truyền", "Phóng sự truyền hình", "tv_report"),
        ("2", None, "Học tập kinh nghiệm tại một tỉnh", "study_tour"),
    ]
    assert [a.ref for a in found.activities] == ["dieu_1/khoan_1/diem_a", "dieu_1/khoan_1/diem_b", "dieu_1/khoan_2"]


def test_dashes_without_numbers_are_activities_where_each_can_be_counted() -> None:
    found = programme(
        "- Treo băng rôn: 30 cái, trong tháng 3/2024;\n- In sổ tay: 1.200 cuốn, tháng 5 - 6/2024.\nTổng dự toán: 98 triệu đồng."
    )

    assert [(a.label, a.ref, a.title) for a in found.activities] == [
        (None, "dieu_1/gach_1", "Treo băng rôn"),
        (None, "dieu_1/gach_2", "In sổ tay"),
    ]
    assert found.total is not None
    assert found.total.amount == 98_000_000


@pytest.mark.parametrize(
    ("words", "value", "least", "most", "approximate", "unit"),
    [
        ("40 cái", 40, None, None, False, "cái"),
        ("khoảng 150 đại biểu", 150, None, None, True, "đại biểu"),
        ("70 đến 80 học viên", None, 70, 80, False, "học viên"),
        ("1.000 - 1.200 cuốn", None, 1000, 1200, False, "cuốn"),
        ("không quá 12 người", None, None, 12, False, "người"),
        ("ít nhất 5 cuộc", None, 5, None, False, "cuộc"),
        ("02 lớp, mỗi lớp 60 học viên", 2, None, None, False, "lớp"),
    ],
)
def test_quantities(
    words: str, value: int | None, least: int | None, most: int | None, approximate: bool, unit: str
) -> None:
    quantity = only(f"1. Hoạt động mẫu\n- Số lượng: {words};").quantity

    assert quantity is not None
    assert (quantity.value, quantity.min, quantity.max) == (value, least, most)
    assert (quantity.approximate, quantity.unit) == (approximate, unit)


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("Quý II-III/2024", date(2024, 4, 1), date(2024, 9, 30)),
        ("Quý II và Quý IV", date(2024, 4, 1), date(2024, 12, 31)),
        ("quý 3, 4 năm 2024", date(2024, 7, 1), date(2024, 12, 31)),
        ("tháng 8/2024", date(2024, 8, 1), date(2024, 8, 31)),
        ("tháng 6, 7 năm 2024", date(2024, 6, 1), date(2024, 7, 31)),
        ("từ tháng 4 đến tháng 10/2024", date(2024, 4, 1), date(2024, 10, 31)),
        ("từ tháng 10 đến tháng 3/2025", date(2024, 10, 1), date(2025, 3, 31)),
        ("từ ngày 15/11 đến ngày 15/12/2024", date(2024, 11, 15), date(2024, 12, 15)),
        ("cả năm 2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("6 tháng cuối năm 2024", date(2024, 7, 1), date(2024, 12, 31)),
        ("đến hết ngày 30/11/2024", None, date(2024, 11, 30)),
        ("trước ngày 30/11/2024", None, date(2024, 11, 29)),
    ],
)
def test_timeframes(words: str, start: date | None, end: date | None) -> None:
    timeframe = only(f"1. Hoạt động mẫu\n- Số lượng: 01 cuộc;\n- Thời gian thực hiện: {words}.").timeframe

    assert timeframe is not None
    assert (timeframe.start, timeframe.end) == (start, end)


@pytest.mark.parametrize("words", ["thường xuyên", "hằng năm"])
def test_always_is_no_timeframe(words: str) -> None:
    assert only(f"1. Hoạt động mẫu\n- Số lượng: 01 cuộc;\n- Thời gian thực hiện: {words}.").timeframe is None


@pytest.mark.parametrize(
    ("words", "least", "most", "unit"),
    [
        ("02 ngày/lớp", 2, 2, "ngày"),
        ("từ 7 - 10 phút", 7, 10, "phút"),
        ("không quá 12 phút", None, 12, "phút"),
        ("4 ngày 3 đêm", 4, 4, "ngày"),
        ("1,5 ngày", Decimal("1.5"), Decimal("1.5"), "ngày"),
    ],
)
def test_durations(words: str, least: int | None, most: int | None, unit: str) -> None:
    duration = only(f"1. Hoạt động mẫu\n- Số lượng: 01 cuộc;\n- Thời gian: {words}.").duration

    assert duration is not None
    assert (duration.min, duration.max, duration.unit) == (least, most, unit)


def test_running_text_says_the_same_as_labels() -> None:
    activity = only(
        "1. Băng rôn: 36 cái, kích thước 0,8 x 6m, treo tại thành phố An Bình, thị xã An Hòa và 08 huyện, "
        "thời gian từ ngày 15/11 đến ngày 15/12/2024, dự toán 15.120.000 đồng."
    )

    assert activity.title == "Băng rôn"
    assert activity.specification == "0,8 x 6m"
    assert activity.place == "thành phố An Bình, thị xã An Hòa và 08 huyện"
    assert activity.amount == 15_120_000


def test_attributes_may_be_lettered() -> None:
    activity = only(
        "1. Tập huấn quản lý\na) Số lượng: 02 lớp;\nb) Địa điểm: huyện An Hòa;\nc) Thời gian: 02 ngày, Quý II/2024."
    )

    assert activity.label == "1"
    assert activity.place == "huyện An Hòa"
    assert activity.kind == "training_conference"


def test_a_label_for_two_things() -> None:
    activity = only(
        "1. Treo băng rôn\n- Số lượng, quy cách: 57 băng rôn; 0,7m x 4m, bạt Hiflex.\n- Thời gian: Quý II/2024."
    )

    assert activity.quantity is not None
    assert (activity.quantity.value, activity.quantity.unit) == (57, "băng rôn")
    assert activity.specification == "0,7m x 4m, bạt Hiflex"


def test_what_describes_an_activity_may_stand_in_brackets_behind_its_name() -> None:
    activity = only("1. Lễ mít tinh (01 buổi; tại Quảng trường An Bình; ngày 08/11/2024): 32.505.000 đồng.")

    assert (activity.title, activity.place, activity.amount) == ("Lễ mít tinh", "Quảng trường An Bình", 32_505_000)


def test_the_activities_of_an_attached_plan_with_its_total() -> None:
    reading = read(
        "QUYẾT ĐỊNH\nBan hành Kế hoạch khuyến công năm 2024\n\nQUYẾT ĐỊNH:\nĐiều 1. Ban hành kèm theo Quyết định này Kế hoạch khuyến công năm 2024.\n"
        "Điều 2. Quyết định này có hiệu lực từ ngày ký./.\nNơi nhận:\n- Lưu: VT.\nGIÁM ĐỐC\nPhạm Thị Lan\n\nKẾ HOẠCH\nKhuyến công năm 2024\n"
        "(Kèm theo Quyết định số 15/QĐ-SCT)\n\nI. MỤC ĐÍCH\nNâng cao năng lực.\nII. NỘI DUNG\n1. Tập huấn khởi nghiệp\n- Số lượng: 02 lớp.\n"
        "III. KINH PHÍ\nTổng kinh phí: 46 triệu đồng.\n"
    )

    assert reading.programme is not None
    (activity,) = reading.programme.activities
    assert (activity.ref, activity.label, activity.group) == ("phu_luc_1/muc_2/khoan_1", "II.1", "NỘI DUNG")
    assert reading.programme.total is not None
    assert reading.programme.total.amount == 46_000_000


@pytest.mark.parametrize(
    "words", ["46 triệu đồng", "46 tr.đ", "46.000.000đ", "46.000 nghìn đồng", "0,046 tỷ đồng", "46.000.000 VNĐ"]
)
def test_ways_to_print_an_amount(words: str) -> None:
    assert only(f"1. Tập huấn\n- Số lượng: 02 lớp;\n- Kinh phí: {words}.").amount == 46_000_000


def test_total_figure_and_words() -> None:
    total = programme(
        "1. Treo băng rôn\n- Số lượng: 40 cái;\n2. Tổng kinh phí: 205.005.000 đồng (Bằng chữ: Hai trăm lẻ năm triệu không trăm lẻ năm nghìn đồng)."
    ).total

    assert total is not None
    assert (total.amount, total.in_words_amount) == (205_005_000, 205_005_000)
    assert total.words == "Hai trăm lẻ năm triệu không trăm lẻ năm nghìn đồng"


def test_who_leads_coordinates_and_executes() -> None:
    found = programme(
        "1. Treo băng rôn\n- Số lượng: 40 cái;\n- Đơn vị chủ trì: Trung tâm Khuyến công; đơn vị phối hợp: Đài Phát thanh và Truyền hình."
    )

    assert [(a.role, a.unit) for a in found.assignments] == [
        ("lead", "Trung tâm Khuyến công"),
        ("coordinate", "Đài Phát thanh và Truyền hình"),
        ("lead", "Phòng Quản lý công nghiệp"),
        ("coordinate", "Văn phòng Sở"),
        ("execute", "Chánh Văn phòng Sở"),
        ("execute", "Trưởng phòng Quản lý công nghiệp"),
    ]


def test_a_list_of_rooms_is_named_in_full() -> None:
    reading = read(
        "QUYẾT ĐỊNH\nPhê duyệt nội dung, dự toán Chương trình năm 2024\n\nQUYẾT ĐỊNH:\nĐiều 1. Phê duyệt nội dung, gồm:\n"
        "1. Treo băng rôn: 40 cái, Quý II/2024.\n"
        "Điều 2. Chánh Văn phòng, Trưởng các phòng: Quản lý Công nghiệp, Văn hóa và Thông tin và các phòng, đơn vị liên quan "
        "chịu trách nhiệm thi hành Quyết định này./."
    )

    assert reading.programme is not None
    assert [a.unit for a in reading.programme.assignments] == [
        "Chánh Văn phòng",
        "Trưởng phòng Quản lý Công nghiệp",
        "Trưởng phòng Văn hóa và Thông tin",
        "các phòng, đơn vị liên quan",
    ]


def test_help_in_kind_is_no_programme() -> None:
    reading = read(
        "QUYẾT ĐỊNH\nVề việc hỗ trợ gạo dịp Tết\n\nQUYẾT ĐỊNH:\nĐiều 1. Sở Tài chính xuất cấp 80 tấn gạo, cụ thể:\n"
        "- Huyện An Hòa: 50 tấn gạo;\n- Huyện An Sơn: 30 tấn gạo.\nĐiều 2. Quyết định này có hiệu lực từ ngày ký."
    )

    assert reading.programme is None


def test_an_annex_in_thousands_is_read_in_dong() -> None:
    reading = decision(
        "1. Treo băng rôn\n- Số lượng: 40 cái;\n2. Kinh phí thực hiện: 20.000.000 đồng.\n(Chi tiết theo Phụ lục đính kèm)"
    )
    assert reading.estimate is None

    with_annex = read(
        reading.text + "\nPHỤ LỤC\nDỰ TOÁN KINH PHÍ\nĐơn vị tính: nghìn đồng\n"
        "| STT | Nội dung | ĐVT | Số lượng | Đơn giá | Thành tiền |\n| 1 | Băng rôn | cái | 40 | 500 | 20.000 |\n|  | Tổng cộng |  |  |  | 20.000 |\n"
    )
    assert with_annex.estimate is not None
    assert with_annex.estimate.total == 20_000_000
    (line,) = with_annex.estimate.lines
    assert (line.content, line.unit, line.quantity, line.unit_price, line.amount) == (
        "Băng rôn",
        "cái",
        40,
        500_000,
        20_000_000,
    )
    assert line.activity == "dieu_1/khoan_1"


def test_an_activity_that_is_one_sentence() -> None:
    activity = only(
        "1. Treo 40 băng rôn, kích thước 0,9m x 5m tại các tuyến đường nội ô thị trấn, từ ngày 10/11 đến 15/12/2024, "
        "số tiền 14.000.000 đồng;"
    )
    assert activity.title == "Treo 40 băng rôn"
    assert activity.quantity is not None
    assert (activity.quantity.value, activity.quantity.unit) == (40, "băng rôn")
    assert activity.specification == "0,9m x 5m"
    assert activity.place == "các tuyến đường nội ô thị trấn"
    assert activity.timeframe is not None
    assert (activity.timeframe.start, activity.timeframe.end) == (date(2024, 11, 10), date(2024, 12, 15))
    assert activity.amount == 14_000_000


def test_whom_a_course_is_for() -> None:
    activity = only(
        "1. Tập huấn an toàn thực phẩm: tổ chức 08 lớp cho chủ cơ sở và người chế biến tại bếp ăn tập thể, không quá 50 "
        "người/lớp; thời gian 1/2 ngày/lớp."
    )
    assert activity.title == "Tập huấn an toàn thực phẩm"
    assert activity.audience == "chủ cơ sở và người chế biến tại bếp ăn tập thể"
    assert activity.place is None
    assert activity.duration is not None
    assert (activity.duration.min, activity.duration.unit) == (Decimal("0.5"), "ngày")


def test_units_that_say_their_role_behind_one_label() -> None:
    found = programme(
        "1. Treo băng rôn\n- Số lượng: 40 cái\n- Đơn vị thực hiện: Thư viện tỉnh chủ trì; Trung tâm Văn hóa phối hợp.\n"
        "2. In sổ tay: 500 cuốn. Đề nghị Tỉnh Đoàn chủ trì."
    )
    assert [(a.role, a.unit) for a in found.assignments[:3]] == [
        ("lead", "Thư viện tỉnh"),
        ("coordinate", "Trung tâm Văn hóa"),
        ("lead", "Tỉnh Đoàn"),
    ]
