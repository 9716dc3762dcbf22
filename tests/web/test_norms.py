"""Định mức: what is in force on a day, and the history of an item."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.web.test_allotments import words


def test_a_day_shows_its_levels_with_text_days_and_how_sure_they_are(client: Client) -> None:
    page = words(client.get("/dinh-muc?ngay=1/6/2024").content)
    assert "có hiệu lực ngày 01/06/2024" in page
    assert "Phụ cấp lưu trú đồng/ngày/người" in page and "200.000 01/07/2017 – 03/05/2025 TT 40/2017/TT-BTC" in page
    assert "đã đối chiếu nguồn" in page and "theo trí nhớ, chưa đối chiếu" in page and "chưa rõ" in page


def test_words_find_an_item_on_the_day(client: Client) -> None:
    page = words(client.get("/dinh-muc?ngay=2025-06-01&tim=phu cap luu tru").content)
    assert "300.000 từ 04/05/2025 TT 12/2025/TT-BTC" in page and "Hạng ghế" not in page
    nothing = client.get("/dinh-muc?ngay=2025-06-01&tim=bút chì")
    assert nothing.status_code == 200 and "Không có định mức nào ứng với “bút chì”" in words(nothing.content)


def test_place_and_rank_leave_one_row(client: Client) -> None:
    page = words(client.get("/dinh-muc?ngay=1/6/2024&tim=khoán phòng nghỉ&dia_ban=rest&doi_tuong=below_1_25").content)
    assert "300.000" in page and "450.000" not in page


def test_that_lang_son_s_resolution_is_missing_is_said(client: Client) -> None:
    page = words(client.get("/dinh-muc?ngay=1/6/2024&tinh=lang-son").content)
    assert "không có mức của tỉnh ở đây, chỉ có mức trần quốc gia." in page
    assert "Chưa tìm thấy nghị quyết của tỉnh áp dụng năm 2024" in page
    assert "xã khu vực I (trong tỉnh Sơn La)" in words(client.get("/dinh-muc?ngay=1/8/2024&tinh=son-la").content)


@pytest.mark.parametrize("query", ["ngay=31/2/2024", "ngay=2024", "dia_ban=mars", "doi_tuong=king", "tinh=atlantis"])
def test_what_cannot_be_asked_is_refused_at_its_field(client: Client, query: str) -> None:
    answer = client.get(f"/dinh-muc?{query}")
    field = query.partition("=")[0]
    assert answer.status_code == 400 and f'id="id_{field}_error"' in answer.content.decode()
    if field == "ngay":
        assert f'value="{query.partition("=")[2]}"' in answer.content.decode()


def test_an_item_has_its_history(client: Client) -> None:
    page = words(client.get("/dinh-muc/travel_per_diem").content)
    assert page.index("300.000") < page.index("200.000") < page.index("Hội đồng nhân dân tỉnh Sơn La")
    assert "chưa rõ từ ngày nào" in page
    assert client.get("/dinh-muc/nothing").status_code == 404


def test_today_is_asked_where_no_day_is(client: Client) -> None:
    assert client.get("/dinh-muc").status_code == 200
    english = words(client.get("/dinh-muc?ngay=1/6/2024&lang=en").content)
    assert "Per diem" in english or "in force on 01/06/2024" in english
