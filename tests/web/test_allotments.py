"""Dự toán được giao: the list, the form for a new one, changes; as a browser without a script gets them."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client

from quyet.actions.allotments import allot, change_allotment
from quyet.actions.programmes import draw_on, open_programme
from quyet.store.models import Allotment, AllotmentChange
from tests.actions.test_allotments import GIVEN
from tests.actions.test_programmes import CONTENT
from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(accountant: Client) -> Client:
    """Whose pages these are."""
    return accountant


TYPED = {
    "year": "2024",
    "deciding_text": "224/QĐ-SCT",
    "deciding_day": "25/12/2023",
    "chapter": "416",
    "category": "280",
    "sub_category": "338",
    "source": "Ngân sách tỉnh",
    "autonomous": "0",
    "amount": "500 triệu",
}
CHANGE = {"direction": "+", "amount": "50tr", "deciding_text": "310/QĐ-SCT", "day": "3/6/2024", "reason": "Bổ sung"}


def words(page: bytes) -> str:
    """What a page says, without its marks."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.decode()))


def test_an_empty_register_says_what_to_do(client: Client) -> None:
    page = client.get("/du-toan-duoc-giao")
    assert page.status_code == 200 and "Chưa có dự toán nào." in words(page.content)


def test_an_allotment_is_entered_and_its_page_says_so_once(client: Client) -> None:
    answer = client.post("/du-toan-duoc-giao/moi", TYPED)
    made = Allotment.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, f"/du-toan-duoc-giao/{made.pk}")
    assert (made.amount, made.deciding_day, made.autonomous) == (500_000_000, date(2023, 12, 25), False)
    page = words(client.get(answer["Location"]).content)
    assert "Đã nhập dự toán 500.000.000 đ." in page and "Năm trăm triệu đồng" in page
    assert "280 Các hoạt động kinh tế" in page and "338 Sự nghiệp kinh tế và dịch vụ khác" in page
    assert "Đã nhập" not in words(client.get(answer["Location"]).content)


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("amount", "năm trăm", "Ghi số tiền bằng đồng, ví dụ 500.000.000, 500 triệu hoặc 12tr5."),
        ("amount", "1,500", "Ghi số tiền bằng đồng"),
        ("amount", "0", "Phải lớn hơn 0"),
        ("deciding_day", "13/13/2024", "Ghi ngày/tháng/năm, ví dụ 25/12/2023."),
        ("deciding_day", "25/12/2090", "Ngày này chưa đến; ghi ngày của văn bản."),
        ("deciding_text", "", "Ghi số, ký hiệu của quyết định."),
        ("year", "hai nghìn", "Ghi năm ngân sách bằng 4 chữ số"),
        ("year", "1990", "Phải từ 2000 đến 2100."),
        ("chapter", "41", "Phải là 3 chữ số."),
        ("chapter", "999", "Chương nằm trong: trung ương 001–399"),
        ("category", "285", "Loại là số chẵn chục."),
        ("autonomous", "", "Chọn một trong hai."),
        ("source", "x" * 121, ""),
    ],
)
def test_a_refusal_stands_at_its_field_and_above_and_what_was_typed_stays(
    client: Client, field: str, typed: str, told: str
) -> None:
    answer = client.post("/du-toan-duoc-giao/moi", TYPED | {field: typed})
    page = answer.content.decode()
    assert answer.status_code == 422 and Allotment.objects.count() == 0
    assert f'id="id_{field}_error"' in page and told in words(answer.content)
    first = f"id_{field}_0" if field == "autonomous" else f"id_{field}"
    assert f'href="#{first}"' in page and f'id="{first}"' in page
    assert 'value="224/QĐ-SCT"' in page or field == "deciding_text"
    if typed and field != "autonomous":
        assert f'value="{typed}"' in page


def test_a_code_that_is_only_not_known_here_is_a_note(client: Client) -> None:
    answer = client.post("/du-toan-duoc-giao/moi", TYPED | {"sub_category": "339"})
    assert answer.status_code == 303
    assert "Chưa rõ mã này: danh mục 324/2016/TT-BTC ở đây chưa đủ" in words(client.get(answer["Location"]).content)


def test_the_list_of_a_year_has_sums_with_dots_and_says_what_is_above(cast: Cast, client: Client) -> None:
    made = allot(cast["accountant"], GIVEN)
    change_allotment(cast["accountant"], made.pk, -350_000_000, "412/QĐ-SCT", date(2024, 9, 2), "Thu hồi")
    programme = open_programme(cast["officer"], CONTENT)
    draw_on(cast["officer"], programme.pk, made.pk)
    page = client.get("/du-toan-duoc-giao")
    said = words(page.content)
    for told in ("500.000.000", "−350.000.000", "150.000.000", "185.000.000", "✕ vượt 35.000.000"):
        assert told in said
    assert "Chương trình lập 185.000.000 đ, vượt dự toán 150.000.000 đ" in page.content.decode()
    assert f'href="/chuong-trinh/{programme.pk}"' in page.content.decode()
    assert client.get("/du-toan-duoc-giao?nam=2019").status_code == 404
    assert client.get("/du-toan-duoc-giao?nam=2024").status_code == 200


def test_a_change_moves_the_ceiling_and_twice_the_same_moves_it_once(cast: Cast, client: Client) -> None:
    made = allot(cast["accountant"], GIVEN)
    address = f"/du-toan-duoc-giao/{made.pk}"
    answer = client.post(f"{address}/dieu-chinh", CHANGE)
    assert (answer.status_code, answer["Location"]) == (303, address)
    page = words(client.get(address).content)
    assert "Đã ghi bổ sung 50.000.000 đ." in page and "+50.000.000" in page and "550.000.000 đ" in page
    again = client.post(f"{address}/dieu-chinh", CHANGE)
    assert again.status_code == 422 and "đã ghi rồi" in words(again.content)
    assert AllotmentChange.objects.count() == 1


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("direction", "", "Chọn bổ sung hoặc giảm."),
        ("amount", "-5", "Ghi số tiền bằng đồng"),
        ("day", "6-13-2024", "Ghi ngày/tháng/năm"),
        ("reason", " ", "Ghi lý do điều chỉnh."),
    ],
)
def test_a_change_is_refused_at_its_field(cast: Cast, client: Client, field: str, typed: str, told: str) -> None:
    made = allot(cast["accountant"], GIVEN)
    answer = client.post(f"/du-toan-duoc-giao/{made.pk}/dieu-chinh", CHANGE | {field: typed})
    assert answer.status_code == 422 and told in words(answer.content)
    assert f'id="id_{field}_error"' in answer.content.decode()


def test_more_than_there_is_cannot_be_taken(cast: Cast, client: Client) -> None:
    made = allot(cast["accountant"], GIVEN)
    answer = client.post(f"/du-toan-duoc-giao/{made.pk}/dieu-chinh", CHANGE | {"direction": "-", "amount": "1 tỷ"})
    assert answer.status_code == 422 and "Dự toán đang là 500.000.000 đồng" in words(answer.content)


def test_what_is_not_there_is_not_found_and_a_form_needs_its_token(client: Client) -> None:
    assert client.get("/du-toan-duoc-giao/9").status_code == 404
    assert client.post("/du-toan-duoc-giao/9/dieu-chinh", CHANGE).status_code in (404, 422)
    assert Client(enforce_csrf_checks=True).post("/du-toan-duoc-giao/moi", TYPED).status_code == 403
    assert client.get("/du-toan-duoc-giao/9/dieu-chinh").status_code == 405


def test_in_english(cast: Cast, client: Client) -> None:
    allot(cast["accountant"], GIVEN)
    page = words(client.get("/du-toan-duoc-giao?lang=en").content)
    assert "Allotments" in page and "500,000,000" in page and "not autonomous" in page
