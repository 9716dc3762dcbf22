"""`quyet codes`: what a budget code is in a year."""

from __future__ import annotations

import json
from collections.abc import Callable

MEALS = (
    "Chi hỗ trợ tiền ăn cho đại biểu là khách mời không trong danh sách trả lương của cơ quan nhà nước, "
    "đơn vị sự nghiệp công lập và doanh nghiệp theo mức khoán"
)


def test_a_code_of_2026_is_shown_with_name_item_edition_and_mark(quyet: Callable) -> None:
    done = quyet("codes", "show", "6659", "--year", "2026")
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines() == [
        f"6659  {MEALS}",
        "  tiểu mục, thuộc mục 6650 Hội nghị",
        "  mới có từ năm ngân sách 2026",
        "  130/2025/TT-BTC, năm ngân sách 2026 trở đi; đã đối chiếu văn bản",
    ]


def test_the_same_code_is_refused_in_2024_and_told_when_it_begins(quyet: Callable) -> None:
    done = quyet("codes", "show", "6659", "--year", "2024")
    assert (done.code, done.out) == (1, "")
    assert done.err == f"quyet codes show: 6659 chỉ có từ năm ngân sách 2026 (130/2025/TT-BTC): {MEALS}\n"


def test_what_was_not_compared_is_said_to_be_so(quyet: Callable) -> None:
    assert quyet("codes", "show", "6651", "--year", "2024").out.splitlines()[-1] == (
        "  324/2016/TT-BTC, năm ngân sách 2018–2025; chưa đối chiếu văn bản"
    )


def test_a_code_that_is_not_known_is_not_said_not_to_exist(quyet: Callable) -> None:
    done = quyet("codes", "show", "6607", "--year", "2026")
    assert done.code == 1
    assert done.err == "quyet codes show: không rõ mã 6607: danh mục 130/2025/TT-BTC ở đây chưa đủ\n"


def test_kind_and_sub_kind_are_shown_together(quyet: Callable) -> None:
    done = quyet("codes", "show", "280-321", "--year", "2026")
    assert (done.code, done.out.splitlines()[1]) == (0, "  khoản, thuộc loại 280 Các hoạt động kinh tế")
    wrong = quyet("codes", "show", "250-321", "--year", "2026")
    assert (wrong.code, wrong.err) == (1, "quyet codes show: khoản 321 thuộc loại 280\n")


def test_a_chapter_says_its_level(quyet: Callable) -> None:
    assert quyet("codes", "show", "416", "--year", "2024").out.splitlines()[:2] == [
        "416  Sở Công Thương",
        "  chương, cấp tỉnh",
    ]


def test_what_is_no_code_is_refused(quyet: Callable) -> None:
    done = quyet("codes", "show", "66591", "--year", "2026")
    assert (done.code, done.out) == (1, "")
    assert "66591 không phải là mã" in done.err


def test_a_year_without_a_list_exits_2(quyet: Callable) -> None:
    done = quyet("codes", "show", "6651", "--year", "2016")
    assert (done.code, done.out) == (2, "")
    assert "không có mục lục của năm 2016" in done.err


def test_codes_are_found_by_words_without_diacritics(quyet: Callable) -> None:
    done = quyet("codes", "find", "hoi", "truong", "--year", "2024")
    assert (done.code, done.out) == (0, "6655  tiểu mục   Thuê hội trường, phương tiện vận chuyển\n")
    nothing = quyet("codes", "find", "tàu vũ trụ", "--year", "2024")
    assert (nothing.code, nothing.out) == (1, "")


def test_codes_as_data(quyet: Callable) -> None:
    (printed,) = json.loads(quyet("codes", "show", "6659", "--year", "2026", "--format", "json").out)
    assert printed == {
        "code": "6659",
        "segment": "sub_item",
        "name": MEALS,
        "note": None,
        "parent": {"code": "6650", "segment": "item", "name": "Hội nghị"},
        "new": True,
        "mark": "S",
        "edition": {"key": "tt-130-2025", "text": "130/2025/TT-BTC", "years": [2026, None], "whole": False},
    }
    refused = quyet("codes", "show", "6659", "--year", "2024", "--format", "json")
    assert (refused.code, json.loads(refused.out)) == (1, [])


def test_in_english(quyet: Callable) -> None:
    done = quyet("codes", "show", "6651", "--year", "2026", "--lang", "en")
    assert done.out.splitlines()[1:] == [
        "  sub-item of item 6650 Hội nghị",
        "  130/2025/TT-BTC, budget years from 2026 on; compared with the text",
    ]


def test_without_an_act_or_a_code_the_command_says_what_it_needs(quyet: Callable) -> None:
    assert quyet("codes").code == 2
    assert quyet("codes", "show").code == 2
    assert quyet("codes", "show", "6651", "--year", "năm nay").code == 2
