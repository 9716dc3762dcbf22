"""Dự toán: what the server answers to the plain form and to the script."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from quyet.actions.allotments import allot
from quyet.actions.estimates import save_estimate
from quyet.actions.programmes import draw_on, open_programme
from quyet.files.drafts.rows import FIELDS
from quyet.queries.estimates import estimate_of
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


@pytest.fixture
def made(cast: Cast) -> Programme:
    return open_programme(cast["officer"], CONTENT)


@pytest.fixture
def address(made: Programme) -> str:
    return f"/chuong-trinh/{made.pk}/du-toan"


def sent(client: Client, address: str, **more: str) -> dict[str, object]:
    """What a browser sends of the page as it stands, with some of it changed: `unit_price_1="700.000"`."""
    page = client.get(address).content.decode()
    given: dict[str, list[str]] = {name: [] for name in FIELDS}
    body = page[page.index("<tbody>") : page.index("</tbody>")]
    for found in re.finditer(r"<input[^>]*>", body):
        name = re.search(r' name="(\w+)"', found[0])
        value = re.search(r' value="([^"]*)"', found[0])
        assert name is not None
        given[name[1]].append(value[1].replace("&quot;", '"') if value else "")
    for key, value_ in more.items():
        name, _, at = key.rpartition("_")
        if at.isdigit():
            given[name][int(at)] = value_
    revision = re.search(r'name="revision" value="(\d+)"', page)
    assert revision is not None
    return {**given, "revision": revision[1], "do": more.get("do", "save")}


def test_the_page_shows_lines_amounts_norms_and_totals(client: Client, address: str) -> None:
    page = client.get(address).content.decode()
    text = words(page.encode())
    assert 'value="150 đại biểu × 2 buổi"' in page and 'value="650.000"' in page
    assert "26.000.000" in text and "Tổng dự toán 185.000.000" in text and "✓ khớp" in text
    assert "Theo quý" in text and "Theo tiểu mục" in text
    assert re.search(r"Định mức Phụ cấp lưu trú.* 200\.000", text)
    assert 'aria-current="page">Dự toán</a>' in page


def test_who_may_not_change_it_reads_words_and_finds_no_buttons(accountant: Client, address: str) -> None:
    page = accountant.get(address).content.decode()
    table = page[page.index("<tbody>") : page.index("</tbody>")]
    assert "<input" not in table and "<button" not in table
    text = words(table.encode())
    assert "Phóng sự truyền hình về sản xuất và tiêu dùng bền vững, phát trên sóng của đài tỉnh 1.c phóng sự" in text
    assert "12 người × 4 ngày 48 200.000 9.600.000" in text  # the quantity that the factors make


def test_a_price_is_changed_and_saved(client: Client, made: Programme, address: str) -> None:
    answer = client.post(address, sent(client, address, unit_price_1="700 nghìn"))
    assert (answer.status_code, answer["Location"]) == (303, address)
    made.refresh_from_db()
    assert made.revision == 2 and estimate_of(made.content).lines[1].unit_price == 700_000
    text = words(client.get(address).content)
    assert "Đã lưu dự toán 187.000.000 đ." in text and "! +2.000.000" in text
    client.post(address, sent(client, address, do="total"))
    made.refresh_from_db()
    assert made.total == 187_000_000


def test_what_the_page_sends_back_changes_nothing(client: Client, made: Programme, address: str) -> None:
    before = estimate_of(made.content).lines
    client.post(address, sent(client, address))
    made.refresh_from_db()
    after = estimate_of(made.content).lines
    assert [replace(each, level=0) for each in after] == [replace(each, level=0) for each in before]


def test_working_out_and_moving_rows_save_nothing(client: Client, made: Programme, address: str) -> None:
    page = words(client.post(address, sent(client, address, quantity_1="50", do="work")).content)
    assert "32.500.000" in page and "191.500.000" in page and "chưa lưu" in page
    count = len(estimate_of(made.content).lines)
    for act, more in (("add-1", 1), ("drop-1", -1), ("up-2", 0), ("down-2", 0)):
        moved = client.post(address, sent(client, address, do=act)).content.decode()
        assert moved.count('<tr class="line') == count + more, act
    moved = client.post(address, sent(client, address, do="up-2")).content.decode()
    assert moved.index("Biên soạn, in") < moved.index('value="Treo băng rôn về sản xuất')
    made.refresh_from_db()
    assert made.revision == 1


def test_a_fault_keeps_what_was_typed_and_says_what_would_be_taken(
    client: Client, made: Programme, address: str
) -> None:
    answer = client.post(address, sent(client, address, unit_price_1="1,500", factors_7="150 người × hai"))
    page = answer.content.decode()
    assert answer.status_code == 422 and 'value="1,500"' in page and 'value="150 người × hai"' in page
    assert 'href="#r1-unit_price"' in page and 'id="r1-unit_price-fault"' in page and 'href="#r7-factors"' in page
    assert "ví dụ 650.000 hoặc 12tr5" in words(answer.content)
    made.refresh_from_db()
    assert made.revision == 1


def test_who_saves_second_chooses_cell_by_cell(cast: Cast, client: Client, made: Programme, address: str) -> None:
    mine = sent(client, address, unit_price_1="700.000", note_2="của tôi")
    other = estimate_of(made.content)
    other.lines[1].unit_price, other.lines[3].note = 660_000, "của họ"
    save_estimate(cast["officer"], made.pk, 1, other)
    answer = client.post(address, mine)
    page = words(answer.content)
    assert answer.status_code == 409
    assert all(said in page for said in ("700.000", "660.000", "của tôi", "của họ"))
    html = answer.content.decode()
    rows = re.search(r'name="rows" value="([^"]*)"', html)
    assert rows is not None
    chosen = {"rows": rows[1].replace("&quot;", '"'), "revision": "2", "do": "keep"}
    undecided = client.post(f"{address}/so-sanh", {**chosen, "keep-0": "mine"})
    assert undecided.status_code == 409 and "Chỗ thứ 2" in words(undecided.content)
    kept = client.post(f"{address}/so-sanh", {**chosen, "keep-0": "theirs", "keep-1": "mine", "keep-2": "theirs"})
    assert kept.status_code == 303
    made.refresh_from_db()
    lines = estimate_of(made.content).lines
    assert (lines[1].unit_price, lines[2].note, lines[3].note) == (660_000, "của tôi", "của họ")


def test_the_allotment_stands_above(cast: Cast, client: Client, made: Programme, address: str) -> None:
    draw_on(cast["officer"], made.pk, allot(cast["accountant"], replace(GIVEN, amount=150_000_000)).pk)
    text = words(client.get(address).content)
    assert "Dự toán được giao còn 150.000.000" in text and "vượt 35.000.000 đ" in text and "✕ Lỗi" in text


def test_a_cell_to_mend_does_not_let_one_state_overwrite_the_other(
    cast: Cast, client: Client, made: Programme, address: str
) -> None:
    mine = sent(client, address, unit_price_1="nhiều")
    other = estimate_of(made.content)
    other.lines[2].note = "của họ"
    save_estimate(cast["officer"], made.pk, 1, other)
    rows = [dict(zip(FIELDS, row, strict=True)) for row in zip(*(mine[name] for name in FIELDS), strict=True)]  # type: ignore[arg-type]
    refused = client.post(f"{address}/so-sanh", {"rows": json.dumps(rows), "revision": "2", "do": "mine"})
    assert refused.status_code == 422 and 'name="revision" value="0"' in refused.content.decode()
    mended = sent(client, address) | {"note": mine["note"], "revision": "0"}
    assert client.post(address, mended).status_code == 409
    made.refresh_from_db()
    assert estimate_of(made.content).lines[2].note == "của họ"


# --- as the script asks ----------------------------------------------------------------------------------------------


def save(client: Client, address: str, given: dict[str, object], **more: object):
    names = list(FIELDS)
    columns = [given[name] for name in names]
    rows = [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]  # type: ignore[arg-type]
    body = {"revision": int(str(given["revision"])), "rows": rows, **more}
    return client.post(f"{address}/luu", json.dumps(body), content_type="application/json")


def test_the_script_saves_and_is_told_what_follows(client: Client, made: Programme, address: str) -> None:
    answer = save(client, address, sent(client, address, unit_price_12="250.000", quantity_1="50,0"))
    told = answer.json()
    assert answer.status_code == 200 and told["revision"] == 2 and re.fullmatch(r"\d\d:\d\d", told["saved"])
    assert told["lines"][1]["cells"] == {"quantity": "50"} and told["lines"][2]["cells"] == {}
    assert told["lines"][0] is None  # a heading says nothing
    assert "Chênh lệch" in told["strip"] and "32.500.000" in told["totals"]


def test_a_finding_comes_back_beside_its_line(client: Client, made: Programme, address: str) -> None:
    at = next(n for n, each in enumerate(estimate_of(made.content).lines) if each.content == "Phụ cấp lưu trú")
    told = save(client, address, sent(client, address, **{f"unit_price_{at}": "250.000"})).json()["lines"][at]
    assert told["norm"]["outcome"] == "above" and told["findings"][0]["rule"] == "N101"
    assert (told["findings"][0]["sign"], told["findings"][0]["word"]) == ("✕", "Lỗi")


def test_faults_and_conflicts_have_codes_of_their_own(client: Client, made: Programme, address: str) -> None:
    given = sent(client, address, unit_price_1="nhiều")
    refused = save(client, address, given)
    assert refused.status_code == 422 and [each["key"] for each in refused.json()["faults"]] == ["lines[1].unit_price"]
    assert refused.json()["lines"][1]["faults"] == {"unit_price": "ghi số tiền bằng đồng, ví dụ 650.000 hoặc 12tr5"}
    good = sent(client, address)
    assert save(client, address, good).status_code == 200
    assert save(client, address, good).json() == {"revision": 2}
    assert save(client, address, good).status_code == 409
    assert save(client, address, good, rows="x").status_code == 400
    assert client.post("/chuong-trinh/9999/du-toan/luu", "{}", content_type="application/json").status_code == 404


def test_the_script_needs_the_forms_token(made: Programme, address: str) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(f"{address}/luu", "{}", content_type="application/json").status_code == 403


# --- proposals -------------------------------------------------------------------------------------------------------


def test_lines_are_proposed_from_what_the_activity_says(client: Client, made: Programme, address: str) -> None:
    asked = client.get(f"{address}/de-xuat?noi-dung=3").content.decode()
    assert 'value="12"' in asked and 'value="4"' in asked and 'value="01/04/2024"' in asked
    given = {"revision": "1", "people": "12", "days": "4", "day": "1/6/2024", "place": "urban_1", "rank": "below_1_25"}
    answer = client.post(f"{address}/de-xuat?noi-dung=3", given)
    assert (answer.status_code, answer["Location"]) == (303, address)
    page = client.get(address)
    assert "Đã thêm 3 dòng đề xuất" in words(page.content) and "đề xuất, cần kiểm tra" in page.content.decode()
    refused = client.post(f"{address}/de-xuat?noi-dung=3", {**given, "people": "không"})
    assert refused.status_code == 422 and 'value="không"' in refused.content.decode()
    again = client.post(f"{address}/de-xuat?noi-dung=3", given)
    assert again.status_code == 422 and "Người khác vừa lưu" in words(again.content)


# --- Excel -----------------------------------------------------------------------------------------------------------


def test_a_workbook_goes_out_and_comes_back(cast: Cast, client: Client, made: Programme, address: str) -> None:
    book = client.get(f"{address}/excel")
    assert book["Content-Type"].endswith("spreadsheetml.sheet") and ".xlsx" in book["Content-Disposition"]
    same = client.post(f"{address}/excel", {"file": SimpleUploadedFile("du-toan.xlsx", book.content)})
    assert same.status_code == 200 and "Hai bản giống nhau." in words(same.content)
    other = estimate_of(made.content)
    other.lines[1].unit_price = 700_000
    save_estimate(cast["officer"], made.pk, 1, other)
    asked = client.post(f"{address}/excel", {"file": SimpleUploadedFile("du-toan.xlsx", book.content)})
    page = words(asked.content)
    assert "Tệp Excel khác bản đang có 1" in page and "700.000" in page and "650.000" in page
    rows = re.search(r'name="rows" value="([^"]*)"', asked.content.decode())
    assert rows is not None
    given = {"rows": unescape(rows[1]), "revision": "2", "from": "excel", "keep-0": "mine", "do": "keep"}
    assert client.post(f"{address}/so-sanh", given).status_code == 303
    made.refresh_from_db()
    assert estimate_of(made.content).lines[1].unit_price == 650_000


@pytest.mark.parametrize(
    "sent", [{}, {"file": SimpleUploadedFile("a.xlsx", b"x")}, {"file": SimpleUploadedFile("a.txt", b"x")}]
)
def test_what_is_no_workbook_is_refused_on_the_page(client: Client, address: str, sent: dict[str, object]) -> None:
    answer = client.post(f"{address}/excel", sent)
    assert answer.status_code == 422 and 'role="alert"' in answer.content.decode()
