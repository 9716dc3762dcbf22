"""Quyết định: a programme as the paper that would be issued, and its files."""

from __future__ import annotations

import json
import re

import pytest
from django.test import Client

from quyet.actions.programmes import open_programme, save_programme
from quyet.files.reading import read
from tests.actions.test_programmes import CONTENT
from tests.cast import Cast
from tests.web.test_allotments import words

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(officer: Client) -> Client:
    """Whose pages these are."""
    return officer


@pytest.fixture
def address(cast: Cast) -> str:
    return f"/chuong-trinh/{open_programme(cast['officer'], CONTENT).pk}"


def test_the_tabs_stand_in_the_order_of_the_road(client: Client, address: str) -> None:
    road = re.search(r'<nav class="road".*?</nav>', client.get(address).content.decode(), re.S)
    assert road is not None
    assert re.findall(r'href="([^"]+)"', road[0])[:2] == [address, f"{address}/quyet-dinh"]
    assert "đang soạn" in words(client.get(address).content) and "! ví dụ" in words(client.get(address).content)


def test_its_pages_are_shown_and_drawn_anew_when_it_changes(cast: Cast, client: Client, address: str) -> None:
    page = client.get(f"{address}/quyet-dinh").content.decode()
    picture = re.search(r'src="([^"]+trang-1\.png[^"]*)"', page)
    assert picture is not None
    first = client.get(picture[1].replace("&amp;", "&"))
    assert (first.status_code, first["Content-Type"]) == (200, "image/png")
    assert client.get(f"{address}/quyet-dinh/trang-1.png", HTTP_IF_NONE_MATCH=first["ETag"]).status_code == 304
    save_programme(
        cast["officer"],
        int(address.rpartition("/")[2]),
        1,
        CONTENT.replace("bền vững năm 2024", "bền vững năm hai nghìn"),
    )
    assert client.get(f"{address}/quyet-dinh/trang-1.png")["ETag"] != first["ETag"]
    assert client.get(f"{address}/quyet-dinh/trang-99.png").status_code == 404


def test_its_files_are_the_paper(client: Client, address: str) -> None:
    pdf = client.get(f"{address}/quyet-dinh/quyet.pdf")
    assert pdf.content.startswith(b"%PDF") and "attachment" in pdf["Content-Disposition"]
    text = client.get(f"{address}/quyet-dinh/quyet.txt").content
    reading = read(text, "paper.txt")
    assert reading.programme is not None and len(reading.programme.activities) == 7
    assert json.loads(client.get(f"{address}/quyet-dinh/quyet.json").content)["schema"] == "quyet/programme/1"
    assert client.get(f"{address}/quyet-dinh/quyet.exe").status_code == 404
    assert "TỜ TRÌNH" in client.get(f"{address}/quyet-dinh/quyet.txt?form=proposal").content.decode()
    assert client.get(f"{address}/quyet-dinh?form=poem").status_code == 404


def test_one_that_orders_nothing_says_so(cast: Cast, client: Client) -> None:
    empty = json.dumps({"schema": "quyet/programme/1", "document": {"title": "Về việc gì đó"}})
    address = f"/chuong-trinh/{open_programme(cast['officer'], empty).pk}"
    assert "chưa nêu hoạt động nào" in words(client.get(address).content)
    page = client.get(f"{address}/quyet-dinh")
    assert page.status_code == 422 and "chưa có nội dung nào để trình bày" in words(page.content)
