"""When: what an official writes behind "Thời gian" or in the name of an activity, and the days that it means."""

from __future__ import annotations

from datetime import date

import pytest

from quyet.core.decisions.model import Activity
from tests.core.decisions.reading import decision


def only(contents: str) -> Activity:
    programme = decision(contents).programme
    assert programme is not None
    (activity,) = programme.activities
    return activity


def window(activity: Activity) -> tuple[date | None, date | None] | None:
    return (activity.timeframe.start, activity.timeframe.end) if activity.timeframe else None


@pytest.mark.parametrize(
    ("said", "start", "end"),
    [
        ("Quý II-III/2024", date(2024, 4, 1), date(2024, 9, 30)),
        ("QuýII/2024", date(2024, 4, 1), date(2024, 6, 30)),
        ("tháng 6.", date(2024, 6, 1), date(2024, 6, 30)),
        ("từ tháng 3 đến tháng 9.", date(2024, 3, 1), date(2024, 9, 30)),
        ("tháng 3-9.", date(2024, 3, 1), date(2024, 9, 30)),
        ("tháng 5, 6.", date(2024, 5, 1), date(2024, 6, 30)),
        ("tháng 12/2024 - tháng 2/2025", date(2024, 12, 1), date(2025, 2, 28)),
        ("trước 30/6", None, date(2024, 6, 29)),
        ("đến hết 15/12", None, date(2024, 12, 15)),
        ("chậm nhất ngày 30/6/2024", None, date(2024, 6, 30)),
        ("sau ngày 30/6/2024", date(2024, 7, 1), None),
        ("6 tháng cuối năm 2024", date(2024, 7, 1), date(2024, 12, 31)),
    ],
)
def test_the_window_behind_a_label(said: str, start: date | None, end: date | None) -> None:
    activity = only(f"1. Treo băng rôn\n- Số lượng: 40 cái.\n- Thời gian thực hiện: {said}")
    assert window(activity) == (start, end)


@pytest.mark.parametrize("said", ["năm 0000", "giai đoạn 0000 - 2025", "thường xuyên", "hằng năm"])
def test_what_names_no_day_of_the_calendar_gives_no_window(said: str) -> None:
    assert window(only(f"1. Treo băng rôn\n- Số lượng: 40 cái.\n- Thời gian thực hiện: {said}")) is None


@pytest.mark.parametrize(
    ("line", "start", "end"),
    [
        ("1. Treo 20 băng rôn từ ngày 01/3 đến ngày 10/3/2024.", date(2024, 3, 1), date(2024, 3, 10)),
        ("1. Tổ chức 02 lớp tập huấn trong quý II/2024.", date(2024, 4, 1), date(2024, 6, 30)),
        ("1. Treo 120 băng rôn trên các trục đường trước ngày 15/8/2024.", None, date(2024, 8, 14)),
        ("1. Hội thi tìm hiểu: trong tháng 2/2024; 22 đội.", date(2024, 2, 1), date(2024, 2, 29)),
        ("1. Xây dựng 02 phóng sự phát trên Đài tỉnh: Quý III", date(2024, 7, 1), date(2024, 9, 30)),
    ],
)
def test_the_window_in_the_line_that_names_the_activity(line: str, start: date | None, end: date | None) -> None:
    assert window(only(line)) == (start, end)


def test_a_day_that_is_a_name_says_nothing_of_when() -> None:
    assert window(only("1. Treo 20 băng rôn chào mừng Ngày Môi trường thế giới 5/6.")) is None


@pytest.mark.parametrize(
    ("said", "duration"),
    [
        ("01 ngày/lớp, tháng 5/2024", (1, "ngày")),
        ("04 ngày 3 đêm", (4, "ngày")),
        ("7 - 10 phút", (7, "phút")),
        ("lúc 08 giờ 00 ngày 06/3/2024", None),
        ("8 giờ ngày 5/3/2024", None),
        ("14 giờ 30 ngày 20 tháng 11", None),
    ],
)
def test_an_hour_of_the_day_is_no_stretch_of_time(said: str, duration: tuple[int, str] | None) -> None:
    found = only(f"1. Hội nghị tổng kết\n- Số lượng: 100 đại biểu.\n- Thời gian: {said}").duration
    assert (found and (found.min, found.unit)) == duration
