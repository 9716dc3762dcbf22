"""Lines from templates on the page: what is asked for, what stays open, and that they were looked at."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from quyet.actions.estimates import save_estimate
from quyet.actions.programmes import open_programme
from quyet.actions.proposals import LookedAt, look_at_proposed
from quyet.queries.estimates import estimate_of
from quyet.store.models import Programme
from tests.cast import Cast
from tests.web.test_allotments import words

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(officer: Client) -> Client:
    """Whose pages these are."""
    return officer


FAIR = """{"schema": "quyet/programme/1", "document": {"kind": "QĐ", "title": "Về việc phê duyệt xúc tiến thương mại"},
"programme": {"year": 2024, "name": "Xúc tiến thương mại", "activities": [
{"label": "1", "title": "Tham gia hội chợ vùng", "kind": "fair", "quantity": {"value": 10, "unit": "gian hàng"}},
{"label": "2", "title": "Tổ chức hội chợ tỉnh", "kind": "fair", "quantity": {"value": 1, "unit": "hội chợ"}}]}}"""


@pytest.fixture
def made(cast: Cast) -> Programme:
    return open_programme(cast["officer"], FAIR)


@pytest.fixture
def address(made: Programme) -> str:
    return f"/chuong-trinh/{made.pk}/du-toan"


def proposed(client: Client, address: str) -> None:
    given = {"revision": "1", "stands": "10", "day": "1/6/2024"}
    assert client.post(f"{address}/de-xuat?noi-dung=1", given).status_code == 303


@pytest.mark.parametrize(("activity", "stands"), [("1", "10"), ("2", "")])
def test_a_fair_asks_for_its_stands_and_does_not_take_one_fair_for_one_stand(
    client: Client, address: str, activity: str, stands: str
) -> None:
    page = client.get(f"{address}/de-xuat?noi-dung={activity}").content.decode()
    field = re.search(r'<input[^>]*name="stands"[^>]*>', page)
    assert field is not None
    assert (re.search(r'value="([^"]*)"', field[0]) or ["", ""])[1] == stands


def test_an_empty_estimate_says_how_to_begin(client: Client, address: str) -> None:
    page = client.get(address).content.decode()
    assert "Chưa có dòng nào" in page and "dòng chưa có thành tiền" not in page


def test_lines_without_a_price_keep_their_mark(cast: Cast, client: Client, made: Programme, address: str) -> None:
    proposed(client, address)
    page = client.get(address).content.decode()
    assert "Chưa cộng được tổng: 3 dòng chưa có thành tiền." in page
    assert "3 dòng còn ghi chú “đề xuất, cần kiểm tra”" in page and "da-kiem-tra" in page
    assert "<button>Đã kiểm tra</button>" not in page  # nothing of it can be looked at yet
    assert look_at_proposed(cast["officer"], made.pk) == LookedAt(0, 3)


def test_lines_with_a_price_lose_their_mark_and_nothing_else(
    cast: Cast, client: Client, made: Programme, address: str
) -> None:
    proposed(client, address)
    made.refresh_from_db()
    given = estimate_of(made.content)
    given.lines[1].unit_price, given.lines[2].note = 3_000_000, "theo mẫu gian hàng của ban tổ chức"
    save_estimate(cast["officer"], made.pk, 2, given)
    answer = client.post(f"{address}/da-kiem-tra", follow=True)
    assert "Đã kiểm tra 1 dòng đề xuất. Còn 1 dòng chưa có giá." in answer.content.decode()
    made.refresh_from_db()
    notes = [line.note for line in estimate_of(made.content).lines]
    assert notes == [None, None, "theo mẫu gian hàng của ban tổ chức", "đề xuất, cần kiểm tra"]
    assert estimate_of(made.content).lines[1].unit_price == 3_000_000


def test_what_has_lines_already_is_told_before_more_are_added(client: Client, address: str) -> None:
    proposed(client, address)
    page = words(client.get(f"{address}/de-xuat").content)
    assert "Tham gia hội chợ vùng Hội chợ · đã có 3 dòng" in page and page.count("đã có") == 1


def test_another_annex_keeps_its_own_marks(cast: Cast, client: Client, made: Programme, address: str) -> None:
    proposed(client, address)
    given = {"revision": "2", "stands": "5", "day": "1/6/2024"}
    assert client.post(f"{address}/de-xuat?phu-luc=2&noi-dung=2", given).status_code == 303
    made.refresh_from_db()
    second = estimate_of(made.content, 1)
    second.lines[1].unit_price = 2_000_000
    save_estimate(cast["officer"], made.pk, 3, second, annex=1)
    page = client.get(f"{address}?phu-luc=2").content.decode()
    assert f'action="{address}/da-kiem-tra?phu-luc=2"' in page
    answer = client.post(f"{address}/da-kiem-tra?phu-luc=2", follow=True)
    assert "Đã kiểm tra 1 dòng đề xuất. Còn 2 dòng chưa có giá." in answer.content.decode()
    assert "3 dòng còn ghi chú" in client.get(address).content.decode()


def test_it_is_an_act_and_no_address_to_open(client: Client, address: str) -> None:
    assert client.get(f"{address}/da-kiem-tra").status_code == 405
    assert client.post("/chuong-trinh/999/du-toan/da-kiem-tra").status_code == 404
