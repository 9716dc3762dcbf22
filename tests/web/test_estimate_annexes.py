"""A programme with two annexes: each is edited, and both are held against the decision's total and the allotment."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from quyet.actions.allotments import allot
from quyet.actions.estimates import save_estimate
from quyet.actions.programmes import draw_on, open_programme
from quyet.core.estimates.model import Factor, PlannedEstimate, PlannedLine
from quyet.files.drafts.rows import row_of
from quyet.queries.estimates import checked, estimate_of
from quyet.store.models import Programme
from tests.actions.test_allotments import GIVEN
from tests.actions.test_programmes import CONTENT
from tests.cast import Cast
from tests.web.test_allotments import words

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(officer: Client) -> Client:
    """Whose pages these are."""
    return officer


SECOND = PlannedEstimate(
    lines=[
        PlannedLine("1", "3", "Nước uống", "người", unit_price=20_000, factors=[Factor(12, "người"), Factor(4, "ngày")])
    ]
)


@pytest.fixture
def made(cast: Cast) -> Programme:
    """The example of 185.000.000 đồng, and a second annex of 12 × 4 × 20.000 = 960.000 đồng."""
    made = open_programme(cast["officer"], CONTENT)
    draw_on(cast["officer"], made.pk, allot(cast["accountant"], GIVEN).pk)
    save_estimate(cast["officer"], made.pk, 1, SECOND, annex=1)
    made.refresh_from_db()
    return made


@pytest.fixture
def address(made: Programme) -> str:
    return f"/chuong-trinh/{made.pk}/du-toan"


def contents(made: Programme) -> tuple[str | None, str | None]:
    made.refresh_from_db()
    return tuple(estimate_of(made.content, at).lines[0].content for at in (0, 1))  # type: ignore[return-value]


def test_each_annex_has_its_page_and_the_strip_counts_both(client: Client, made: Programme, address: str) -> None:
    first, second = (words(client.get(f"{address}{more}").content) for more in ("", "?phu-luc=2"))
    for page in (first, second):
        assert "Phụ lục I Phụ lục II Thêm phụ lục" in page
        assert "Tổng 2 phụ lục 185.960.000" in page and "! +960.000" in page
        assert "2 phụ lục dự toán cộng lại 185.960.000 đồng, quyết định ghi 185.000.000 đồng" in page
    assert "Phụ lục này 185.000.000" in first and "Phụ lục này 960.000" in second
    assert "Nước uống" in client.get(f"{address}?phu-luc=2").content.decode()


def test_an_activity_that_another_annex_pays_is_not_missed(made: Programme) -> None:
    said = [each.message for each in checked(made, estimate_of(made.content, 1), 1).findings]
    assert not any("chưa có dòng dự toán nào" in each for each in said)


def test_what_is_saved_stays_in_its_annex(client: Client, made: Programme, address: str) -> None:
    row = row_of(estimate_of(made.content, 1).lines[0]) | {"content": "Nước uống đóng chai"}
    body = {"revision": 2, "rows": [row]}
    answer = client.post(f"{address}/luu?phu-luc=2", json.dumps(body), content_type="application/json")
    assert answer.status_code == 200 and "Tổng 2 phụ lục" in answer.json()["strip"]
    assert contents(made) == (estimate_of(CONTENT).lines[0].content, "Nước uống đóng chai")
    plain = {name: [value] for name, value in row.items()} | {"content": ["Nước suối"], "revision": "3", "do": "total"}
    assert client.post(f"{address}?phu-luc=2", plain)["Location"] == f"{address}?phu-luc=2"
    assert contents(made)[1] == "Nước suối" and made.total == 185_960_000


def test_two_who_save_the_second_annex_are_shown_its_two_states(
    cast: Cast, client: Client, made: Programme, address: str
) -> None:
    row = row_of(estimate_of(made.content, 1).lines[0])
    save_estimate(
        cast["officer"], made.pk, 2, replace(SECOND, lines=[replace(SECOND.lines[0], note="của họ")]), annex=1
    )
    mine = {name: [value] for name, value in row.items()} | {"unit_price": ["25.000"], "revision": "2", "do": "save"}
    answer = client.post(f"{address}?phu-luc=2", mine)
    page = answer.content.decode()
    assert answer.status_code == 409 and f'action="{address}/so-sanh?phu-luc=2"' in page
    sent = {"rows": json.dumps([row | {"unit_price": "25.000"}]), "revision": "3", "do": "keep"}
    kept = client.post(f"{address}/so-sanh?phu-luc=2", {**sent, "keep-0": "mine", "keep-1": "theirs"})
    assert kept.status_code == 303
    made.refresh_from_db()
    line = estimate_of(made.content, 1).lines[0]
    assert (line.unit_price, line.note) == (25_000, "của họ")
    assert len(estimate_of(made.content).lines) == len(estimate_of(CONTENT).lines)


def test_excel_takes_out_and_brings_back_the_annex_that_is_shown(client: Client, address: str) -> None:
    book = client.get(f"{address}/excel?phu-luc=2").content
    again = client.post(f"{address}/excel?phu-luc=2", {"file": SimpleUploadedFile("hai.xlsx", book)})
    assert "Hai bản giống nhau." in words(again.content)
    other = client.post(f"{address}/excel", {"file": SimpleUploadedFile("hai.xlsx", book)})
    assert "dòng bớt" in words(other.content)


def test_templates_propose_into_the_annex_that_is_shown(client: Client, made: Programme, address: str) -> None:
    given = {"people": "12", "days": "4", "day": "01/06/2024", "place": "", "rank": "", "revision": "2"}
    answer = client.post(f"{address}/de-xuat?phu-luc=2&noi-dung=3", given)
    assert (answer.status_code, answer["Location"]) == (303, f"{address}?phu-luc=2")
    made.refresh_from_db()
    assert len(estimate_of(made.content, 1).lines) > 1
    assert len(estimate_of(made.content).lines) == len(estimate_of(CONTENT).lines)


def test_a_further_annex_begins_with_its_first_save(client: Client, made: Programme, address: str) -> None:
    page = client.get(f"{address}?phu-luc=3")
    assert "Phụ lục III" in words(page.content) and "Thêm phụ lục" not in words(page.content)
    row = row_of(PlannedLine("1", None, "In ấn", "bộ", unit_price=50_000)) | {"quantity": "2"}
    body = {"revision": 2, "rows": [row]}
    assert client.post(f"{address}/luu?phu-luc=3", json.dumps(body), content_type="application/json").status_code == 200
    made.refresh_from_db()
    assert estimate_of(made.content, 2).lines[0].unit_price == 50_000


@pytest.mark.parametrize("number", ["0", "4", "x", "9999", "²"])
def test_no_address_leads_beyond_the_next_annex(client: Client, address: str, number: str) -> None:
    assert client.get(f"{address}?phu-luc={number}").status_code == 404
    body = json.dumps({"revision": 2, "rows": []})
    answer = client.post(f"{address}/luu?phu-luc={number}", body, content_type="application/json")
    assert answer.status_code == 404
