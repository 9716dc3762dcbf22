"""Norms by words, as an official types them: without diacritics, in another order, by another name."""

from datetime import date

import pytest

from quyet.core.norms.lookup import Asked
from quyet.core.norms.rows import rows
from quyet.core.norms.search import find, words_of
from quyet.files.facts.norms import load_norms

FIRST = {
    "phụ cấp lưu trú": ("travel_per_diem", None),
    "phu cap luu tru": ("travel_per_diem", None),
    "PHỤ CẤP LƯU TRÚ": ("travel_per_diem", None),
    "lưu trú phụ cấp": ("travel_per_diem", None),
    "phụ cấp lưu trú ở đảo": ("travel_per_diem", "sea"),
    "tiền phụ cấp lưu trú ở Lạng Sơn": ("travel_per_diem", None),
    "per diem": ("travel_per_diem", None),
    "giải khát": ("conference_refreshment", None),
    "nuoc uong hoi nghi": ("conference_refreshment", None),
    "tea break": ("conference_refreshment", None),
    "báo cáo viên": ("training_lecturer", "lecturer_top"),
    "thuê hội trường": ("conference_hall", None),
    "văn thư đi công tác": ("travel_monthly", None),
    "vé máy bay": ("travel_air_class", None),
    "tiền ăn khách mời nội thành trung ương": ("conference_guest_meal", "conference_central_city"),
    "khoán khách sạn đô thị loại I": ("travel_room_lump_sum", "urban_1"),
    "xang xe": ("travel_own_vehicle", None),
}


def found(words: str) -> list[tuple[str, str | None]]:
    norms = load_norms()
    of_day = list(rows(norms, Asked("", date(2024, 6, 1))))
    return [
        (row.item.key, (row.level.place or row.level.rank) if row.level else None) for row in find(norms, words, of_day)
    ]


@pytest.mark.parametrize("words", FIRST)
def test_the_best_row_comes_first(words: str) -> None:
    assert found(words)[0] == FIRST[words]


@pytest.mark.parametrize("words", ["", "   ", "xyz", "tàu vũ trụ", "!!!"])
def test_what_nobody_means_is_not_found(words: str) -> None:
    assert found(words) == []


def test_only_what_is_meant_is_listed() -> None:
    assert found("phụ cấp lưu trú") == [("travel_per_diem", None), ("travel_per_diem", "sea")]


def test_the_rows_of_one_item_stay_together() -> None:
    items = [item for item, _ in found("công tác phí")]
    assert items == sorted(items, key=items.index)


def test_words_are_folded_and_numbers_of_texts_stay_whole() -> None:
    assert words_of("Khoán phòng: TT 40/2017/TT-BTC, 0,8") == ["khoan", "phong", "tt", "40/2017", "tt", "btc", "0,8"]
    assert words_of("pho\u0323ng") == ["phong"]
