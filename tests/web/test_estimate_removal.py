"""An annex that was begun is taken away again, its lines named before; a large workbook is read with a number."""

from __future__ import annotations

import re

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from quyet.actions.estimates import save_estimate
from quyet.actions.programmes import open_programme
from quyet.core.estimates.model import PlannedEstimate, PlannedLine
from quyet.files.drafts.rows import MOST_ROWS
from quyet.files.estimates import completed
from quyet.files.facts.forms import load_wording
from quyet.files.writers.xlsx import AnnexSheet, write_xlsx
from quyet.queries.estimates import estimate_of
from quyet.queries.frames import annexes_in, as_data
from quyet.store.models import Programme
from tests.actions.test_programmes import CONTENT
from tests.cast import Cast
from tests.web.test_allotments import words

pytestmark = pytest.mark.django_db

SECOND = PlannedEstimate(lines=[PlannedLine("1", content="Thuê xe ô tô", amount=12_000_000)])
NUMBER = "0123456789abcdef"


@pytest.fixture
def client(officer: Client) -> Client:
    return officer


@pytest.fixture
def made(cast: Cast) -> Programme:
    """The example with a second annex."""
    made = open_programme(cast["officer"], CONTENT)
    save_estimate(cast["officer"], made.pk, 1, SECOND, annex=1)
    made.refresh_from_db()
    return made


@pytest.fixture
def address(made: Programme) -> str:
    return f"/chuong-trinh/{made.pk}/du-toan"


def test_the_lines_are_named_then_the_annex_goes(client: Client, made: Programme, address: str) -> None:
    assert f'href="{address}/bo-phu-luc?phu-luc=2"' in client.get(f"{address}?phu-luc=2").content.decode()
    asked = words(client.get(f"{address}/bo-phu-luc?phu-luc=2").content)
    assert "Thuê xe ô tô 12.000.000" in asked and "Bỏ phụ lục II" in asked
    answer = client.post(f"{address}/bo-phu-luc?phu-luc=2", {"revision": "2"})
    assert (answer.status_code, answer["Location"]) == (303, address)
    made.refresh_from_db()
    assert len(annexes_in(as_data(made.content))) == 1 and made.revision == 3
    assert len(estimate_of(made.content).lines) == 16 and made.total == 185_000_000
    assert "Đã bỏ phụ lục II." in words(client.get(address).content)


def test_the_annex_behind_it_moves_up(client: Client, made: Programme, address: str) -> None:
    assert "1 phụ lục đứng sau lên một số" in words(client.get(f"{address}/bo-phu-luc").content)
    client.post(f"{address}/bo-phu-luc", {"revision": "2"})
    made.refresh_from_db()
    assert [each.content for each in estimate_of(made.content).lines] == ["Thuê xe ô tô"]


def test_what_somebody_saved_meanwhile_is_shown_before_it_goes(
    cast: Cast, client: Client, made: Programme, address: str
) -> None:
    more = PlannedEstimate(lines=[*SECOND.lines, PlannedLine("2", content="Nước uống", amount=300_000)])
    save_estimate(cast["officer"], made.pk, 2, more, annex=1)
    answer = client.post(f"{address}/bo-phu-luc?phu-luc=2", {"revision": "2"})
    assert answer.status_code == 409 and "Nước uống 300.000" in words(answer.content)
    assert re.search(r'name="revision" value="3"', answer.content.decode())
    made.refresh_from_db()
    assert len(annexes_in(as_data(made.content))) == 2


def test_an_annex_that_is_not_there_cannot_go(client: Client, address: str) -> None:
    assert client.get(f"{address}/bo-phu-luc?phu-luc=3").status_code == 404
    assert client.post(f"{address}/bo-phu-luc?phu-luc=3", {"revision": "2"}).status_code == 404
    assert "Bỏ phụ lục này" not in words(client.get(f"{address}?phu-luc=3").content)


# --- a workbook ------------------------------------------------------------------------------------------------------


def workbook(count: int) -> SimpleUploadedFile:
    lines = [PlannedLine(str(n), content=f"Nước uống đợt {n}", amount=20_000) for n in range(1, count + 1)]
    made = write_xlsx([AnnexSheet(*completed([PlannedEstimate(lines=lines)]))], load_wording())
    return SimpleUploadedFile("du-toan.xlsx", made)


def test_the_page_that_waits_is_told_how_many_rows_were_read(cast: Cast, client: Client, address: str) -> None:
    cache.clear()
    told = f"{address}/excel/da-doc?reading={NUMBER}"
    assert client.get(told).json() == {"done": 0, "of": 0}
    assert client.post(f"{address}/excel", {"file": workbook(300), "reading": NUMBER}).status_code == 200
    assert client.get(told).json() == {"done": 300, "of": 304}  # told every 50 rows; a title, headings, total, words
    head = Client()
    head.force_login(cast["head"].person)
    assert head.get(told).json() == {"done": 0, "of": 0}  # each hears of their own


def test_more_lines_than_a_page_bears_are_counted_and_refused(
    client: Client, made: Programme, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert MOST_ROWS == 5_000
    monkeypatch.setattr("quyet.web.views.estimate_excel.MOST_ROWS", 20)
    answer = client.post(f"{address}/excel", {"file": workbook(21)})
    assert answer.status_code == 422
    assert "Tệp có 21 dòng dự toán, trang này nhận nhiều nhất 20 dòng mỗi phụ lục." in words(answer.content)


def test_what_there_is_to_say_of_the_file_stands_beside_what_it_changes(client: Client, address: str) -> None:
    from io import BytesIO

    from openpyxl import Workbook

    book = Workbook()
    book.worksheets[0].append(["TT", "Nội dung", "ĐVT", "Số lượng", "Đơn giá", "Thành tiền"])
    book.worksheets[0].append([1, "Sổ tay", "cuốn", "750", 40_000, "=D2*E2"])
    saved = BytesIO()
    book.save(saved)
    page = words(client.post(f"{address}/excel", {"file": SimpleUploadedFile("a.xlsx", saved.getvalue())}).content)
    assert "Đọc tệp" in page and "D2 lưu số dạng chữ" in page
