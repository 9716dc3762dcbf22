"""`quyet norms`: what may be spent on a day, for a person and for a program."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta, timezone

import pytest


def rows(quyet: Callable, *arguments: str) -> list[dict]:
    return json.loads(quyet("norms", *arguments, "--format", "json").out)


@pytest.mark.parametrize(
    ("day", "amount", "text", "since", "until"),
    [
        ("2024-06-01", 200_000, "TT 40/2017/TT-BTC", "2017-07-01", "2025-05-03"),
        ("2025-05-03", 200_000, "TT 40/2017/TT-BTC", "2017-07-01", "2025-05-03"),
        ("2025-05-04", 300_000, "TT 12/2025/TT-BTC", "2025-05-04", None),
        ("2025-06-01", 300_000, "TT 12/2025/TT-BTC", "2025-05-04", None),
    ],
)
def test_the_per_diem_of_a_day_comes_first_with_its_source(quyet, day, amount, text, since, until) -> None:
    best = rows(quyet, "find", "phụ cấp lưu trú", "--on", day)[0]
    assert (best["item"], best["amount"], best["source"]["text"]) == ("travel_per_diem", amount, text)
    assert (best["from"], best["to"], best["mark"], best["status"], best["may_block"]) == (since, until, "S", "known", True)  # fmt: skip


def test_what_is_found_is_aligned_with_dots_of_thousands(quyet: Callable) -> None:
    done = quyet("norms", "find", "phu", "cap", "luu", "tru", "--on", "1/6/2024")
    assert (done.code, done.err) == (0, "")
    assert done.out == (
        "Định mức ngày 01/06/2024\n"
        "\n"
        "Phụ cấp lưu trú (travel_per_diem), đồng/ngày/người\n"
        "    200.000  01/07/2017–03/05/2025  TT 40/2017/TT-BTC\n"
        "    250.000  01/07/2017–03/05/2025  TT 40/2017/TT-BTC  biển, đảo\n"
    )


def test_in_english(quyet: Callable) -> None:
    done = quyet("norms", "show", "travel_per_diem", "--on", "2025-06-01", "--province", "lang-son", "--lang", "en")
    assert done.out.splitlines()[2:4] == [
        "Per diem of a mission (travel_per_diem), đồng a day and person",
        "    300.000  04/05/2025–…  TT 12/2025/TT-BTC",
    ]
    assert "People's Council of Lạng Sơn: no level of the province: only the national ceiling" in done.out


def test_an_empty_province_is_said_to_be_empty(quyet: Callable) -> None:
    done = quyet("norms", "show", "travel_per_diem", "--on", "2024-06-01", "--province", "lang-son")
    assert done.code == 0
    assert "Hội đồng nhân dân tỉnh Lạng Sơn: không có mức của tỉnh: chỉ có mức trần quốc gia" in done.out.splitlines()
    *_, province = rows(quyet, "show", "travel_per_diem", "--on", "2024-06-01", "--province", "lang-son")
    assert (province["territory"], province["status"], province["amount"]) == ("lang-son", "unknown", None)
    assert province["why"]["vi"] == "không có mức của tỉnh: chỉ có mức trần quốc gia"


def test_the_ceiling_and_the_level_of_a_province_stand_together(quyet: Callable) -> None:
    asked = ["show", "travel_per_diem", "--on", "2024-09-01", "--province", "son-la", "--place", "son_la_area_1"]
    lines = quyet("norms", *asked).out.splitlines()
    assert lines[3].split()[0] == "200.000"
    assert lines[5] == "  Hội đồng nhân dân tỉnh Sơn La:"
    assert lines[6].split()[0] == "160.000"
    assert lines[-1] == "Mức thấp hơn được áp dụng: 160.000 (chưa rõ ngày có hiệu lực)"
    assert [row["amount"] for row in rows(quyet, *asked)] == [200_000, 160_000]


def test_what_nobody_compared_or_dated_is_said_beside_the_figure(quyet: Callable) -> None:
    shown = quyet("norms", "show", "conference_refreshment", "--on", "2024-06-01").out
    assert "20.000  01/07/2017–03/05/2025  TT 40/2017/TT-BTC  (chưa đối chiếu văn bản gốc)" in shown
    shown = quyet("norms", "show", "training_assistant", "--on", "2026-06-01").out
    assert "2.000.000  ?–…  TT 100/2025/TT-BTC  (chưa rõ ngày có hiệu lực)" in shown
    (row,) = rows(quyet, "show", "training_assistant", "--on", "2026-06-01")
    assert (row["status"], row["from"], row["not_before"], row["may_block"]) == ("undated", None, "2025-10-28", False)


def test_a_range_is_printed_as_one_and_has_no_single_amount(quyet: Callable) -> None:
    asked = ["show", "travel_room_lump_sum", "--on", "2025-06-01", "--place", "central_city", "--rank", "0,9"]
    (row,) = rows(quyet, *asked)
    assert (row["amount"], row["least"], row["most"], row["mark"]) == (None, 600_000, 800_000, "M")
    assert "    600.000–800.000  04/05/2025–…  TT 12/2025/TT-BTC" in quyet("norms", *asked).out


def test_a_place_that_is_missing_is_asked_for_and_the_choices_are_shown(quyet: Callable) -> None:
    shown = quyet("norms", "show", "travel_room_lump_sum", "--on", "2024-06-01", "--rank", "below_1_25").out
    assert [line.split()[0] for line in shown.splitlines() if "TT 40/2017/TT-BTC" in line] == [
        "450.000",
        "350.000",
        "300.000",
    ]
    assert "    → cần biết loại địa bàn" in shown.splitlines()
    for key in ("urban_1", "urban_2", "rest"):
        assert f"--place {key} --rank below_1_25" in shown


def test_districts_that_are_gone_are_said_to_be_gone(quyet: Callable) -> None:
    asked = ["show", "travel_room_lump_sum", "--on", "2025-07-01", "--place", "urban_1", "--rank", "0,5"]
    done = quyet("norms", *asked)
    assert done.code == 1
    assert "không có loại địa bàn này vào ngày đó" in done.out and "đến 30/06/2025" in done.out


def test_the_list_of_a_day_holds_every_item(quyet: Callable) -> None:
    done = quyet("norms", "show", "--on", "2024-06-01")
    assert done.code == 0
    assert {row["item"] for row in rows(quyet, "show", "--on", "2024-06-01")} >= {"travel_per_diem", "conference_hall"}
    assert "theo hóa đơn thực tế, trong phạm vi dự toán được duyệt" in done.out


@pytest.mark.parametrize(
    "arguments",
    [
        ["find", "tàu vũ trụ"],
        ["find", "phụ cấp lưu trú", "--on", "2010-01-01"],
        ["show", "travel_per_diem", "--on", "2017-06-30"],
        ["show", "conference_refreshment", "--on", "2025-06-01"],
    ],
)
def test_where_nothing_is_known_it_exits_1(quyet: Callable, arguments: list[str]) -> None:
    assert quyet("norms", *arguments).code == 1
    done = quyet("norms", *arguments, "--format", "json")
    assert done.code == 1
    assert all(row["status"] == "unknown" for row in json.loads(done.out))


def test_what_goes_by_no_norm_is_said_in_one_line(quyet: Callable) -> None:
    done = quyet("norms", "find", "tàu", "vũ", "trụ")
    assert done.out == ""
    assert done.err == (
        "quyet norms find: không có định mức nào ứng với “tàu vũ trụ”; gõ quyet norms show để xem danh sách\n"
    )


MISUSES = {
    "show per_diem": "quyet norms show: nội dung chi: không có 'per_diem'; có: conference_delegate_meal, ",
    "show --on 2024-02-30": "quyet norms show: --on: '2024-02-30' không phải là một ngày (2024-06-01)",
    "show --on 30/2/2024": "quyet norms show: --on: '30/2/2024' không phải là một ngày",
    "show --province atlantis": "quyet norms show: --province: không có 'atlantis'; có: an-giang, ",
    "show --place moon": "quyet norms show: --place: không có 'moon'; có: ",
    "show --rank king": "quyet norms show: --rank: không có 'king'; có: lecturer_top, at_least_1_25, ",
    "find x --rank nan": "quyet norms find: --rank: không có 'nan'; có: ",
    "find": "quyet norms find: lỗi: còn thiếu: LỜI",
    "": "quyet norms: lỗi: còn thiếu: show|find",
}


@pytest.mark.parametrize("mistake", MISUSES)
def test_a_wrong_question_exits_2_and_says_what_there_is(quyet: Callable, mistake: str) -> None:
    done = quyet("norms", *mistake.split())
    assert (done.code, done.out) == (2, "")
    assert done.err.splitlines()[-1].startswith(MISUSES[mistake])


def test_without_a_day_it_is_today_in_vietnam(quyet: Callable) -> None:
    before = datetime.now(timezone(timedelta(hours=7))).date()
    (row,) = [row for row in rows(quyet, "show", "travel_per_diem") if row["place"] is None]
    after = datetime.now(timezone(timedelta(hours=7))).date()
    assert row["on"] in (before.isoformat(), after.isoformat())


def test_every_row_has_the_same_keys(quyet: Callable) -> None:
    printed = rows(quyet, "show", "--on", "2024-06-01", "--province", "lang-son")
    assert len({tuple(row) for row in printed}) == 1
    assert {row["territory"] for row in printed} == {"national", "lang-son"}
