"""Căn cứ giá on the page: typed for a line, shown beside its price, held to the rules, kept by all that follows."""

from __future__ import annotations

import json
import re
from datetime import date
from html import unescape
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from quyet.actions.estimates import save_estimate
from quyet.actions.programmes import open_programme
from quyet.core.estimates.model import PriceBasis, Quotation
from quyet.files.drafts.rows import row_of
from quyet.queries.estimates import estimate_of
from quyet.store.models import Programme
from quyet.web.basis_words import basis_said
from tests.actions.test_programmes import CONTENT
from tests.cast import Cast
from tests.web.test_allotments import words

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(officer: Client) -> Client:
    """Whose pages these are."""
    return officer


A, B = "Công ty TNHH In Xứ Lạng", "Cửa hàng quảng cáo Kỳ Lừa"
TWO = {
    "kind": "quotation", "supplier_1": A, "price_1": "700 nghìn", "day_1": "5/1/2024",
    "supplier_3": B, "price_3": "650.000", "chosen": "1", "why": "gồm cả treo và tháo dỡ",
}  # fmt: skip
KEPT = PriceBasis(
    "quotation",
    quotations=[Quotation(A, 700_000, date(2024, 1, 5)), Quotation(B, 650_000)],
    chosen=1,
    why="gồm cả treo và tháo dỡ",
)
SAID = f"2 báo giá: {A} 700.000, 05/01/2024 (chọn); {B} 650.000; chọn vì gồm cả treo và tháo dỡ"


@pytest.fixture
def made(cast: Cast) -> Programme:
    return open_programme(cast["officer"], CONTENT)


@pytest.fixture
def address(made: Programme) -> str:
    return f"/chuong-trinh/{made.pk}/du-toan"


def line(made: Programme, at: int = 1) -> Any:
    made.refresh_from_db()
    return estimate_of(made.content).lines[at]


def rows(made: Programme) -> str:
    return json.dumps([row_of(each) for each in estimate_of(made.content).lines])


# --- the form --------------------------------------------------------------------------------------------------------


def test_the_sheet_is_given_the_cells_of_what_was_typed(client: Client, made: Programme, address: str) -> None:
    given = {"window": "yes", "do": "put", "line_unit_price": "700.000", **TWO}
    told = client.post(f"{address}/can-cu", given).json()
    assert json.loads(told["cells"].pop("basis")) == {
        "kind": "quotation",
        "quotations": [
            {"supplier": A, "unit_price": 700_000, "date": "2024-01-05"},
            {"supplier": B, "unit_price": 650_000},
        ],
        "chosen": 1,
        "why": "gồm cả treo và tháo dỡ",
    }
    assert told == {"cells": {}, "said": SAID}
    priced = client.post(f"{address}/can-cu", given | {"line_unit_price": " "}).json()
    assert priced["cells"]["unit_price"] == "700.000"  # the chosen one's, where the line has none
    assert client.post(f"{address}/can-cu", given | {"do": "drop"}).json()["cells"] == {"basis": ""}
    assert line(made).basis != KEPT  # nothing is saved here


def test_the_form_shows_what_the_line_has(client: Client, address: str) -> None:
    kept = {"kind": "norm", "norm": "travel_per_diem", "province": "lang-son", "reference": "Công văn 12"}
    page = client.post(f"{address}/can-cu", {"window": "yes", "basis": json.dumps(kept)}).content.decode()
    assert 'value="norm" required id="id_kind_0" checked' in page or re.search(r'value="norm"[^>]* checked', page)
    assert '<option value="travel_per_diem" selected>' in page and '<option value="lang-son" selected>' in page
    assert 'value="Công văn 12"' in page
    broken = client.post(f"{address}/can-cu", {"window": "yes", "basis": '{"kind": "x"}'})
    assert broken.status_code == 200 and " checked" not in broken.content.decode()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "Giá lấy từ đâu: Chọn giá lấy từ đâu."),
        ({"kind": "norm"}, "Định mức: Chọn một định mức."),
        ({"kind": "norm", "norm": "không có"}, "Định mức: Chọn một mục trong danh sách."),
        ({"kind": "quotation", "price_2": "650.000"}, "Nhà cung cấp 2: Ghi tên nhà cung cấp."),
        ({"kind": "quotation", "supplier_1": A}, "Giá chào 1: Ghi số tiền bằng đồng"),
        ({"kind": "quotation", "supplier_1": A, "price_1": "1,5"}, "Giá chào 1: Ghi số tiền bằng đồng"),
        ({"kind": "quotation", "supplier_1": A, "price_1": "1", "day_1": "31/2/2024"}, "Ngày 1: Ghi ngày/tháng/năm"),
        ({"kind": "quotation", "supplier_1": A, "price_1": "1", "chosen": "2"}, "Báo giá 2 chưa ghi."),
        ({"kind": "contract", "reference": "a\u202eb"}, "có ký tự ẩn U+202E"),
        ({"kind": "plan", "reference": "a" * 70_000}, "ký tự; nhiều nhất"),
    ],
)
def test_what_cannot_be_taken_is_said_at_its_field(
    client: Client, address: str, given: dict[str, str], said: str
) -> None:
    answer = client.post(f"{address}/can-cu", {"window": "yes", "do": "put", **given})
    assert answer.status_code == 422
    assert said.casefold() in words(answer.content).replace(" :", ":").casefold()


def test_every_kind_is_said_in_words() -> None:
    norm = PriceBasis("norm", norm="travel_per_diem", province="lang-son")
    assert basis_said(norm) == "định mức: Phụ cấp lưu trú; tỉnh Lạng Sơn"
    assert basis_said(norm, norm_beside=True) == "định mức: tỉnh Lạng Sơn"
    assert basis_said(PriceBasis("contract", reference="HĐ 05/2023")) == "hợp đồng trước: HĐ 05/2023"
    assert basis_said(PriceBasis("plan")) == "kế hoạch của đơn vị"
    assert basis_said(PriceBasis("quotation")) == "báo giá"
    assert basis_said(KEPT) == SAID and basis_said(None) == ""


# --- kept by what follows --------------------------------------------------------------------------------------------


def put(cast: Cast, made: Programme, basis: PriceBasis | None, revision: int = 1) -> None:
    estimate = estimate_of(made.content)
    estimate.lines[1].basis = basis
    save_estimate(cast["officer"], made.pk, revision, estimate)


def test_it_is_shown_beside_the_price_and_held_to_the_rules(
    cast: Cast, client: Client, made: Programme, address: str
) -> None:
    put(cast, made, KEPT)
    text = words(client.get(address).content)
    assert f"Căn cứ giá: {SAID}" in text
    assert "Đơn giá 650.000 đồng, báo giá được chọn của Công ty TNHH In Xứ Lạng 700.000 đồng" in text  # M301
    put(cast, made, PriceBasis("quotation", quotations=KEPT.quotations, chosen=1), 2)
    assert "thấp nhất là 650.000 đồng: ghi lý do" in words(client.get(address).content)  # M303


def test_it_goes_through_excel_and_back(cast: Cast, client: Client, made: Programme, address: str) -> None:
    put(cast, made, KEPT)
    book = client.get(f"{address}/excel").content
    same = client.post(f"{address}/excel", {"file": SimpleUploadedFile("a.xlsx", book)})
    assert "Hai bản giống nhau." in words(same.content)
    put(cast, made, PriceBasis("contract", reference="HĐ 05/2023"), 2)
    asked = client.post(f"{address}/excel", {"file": SimpleUploadedFile("a.xlsx", book)})
    text = words(asked.content)
    assert "Căn cứ giá" in text and SAID in text and "hợp đồng trước: HĐ 05/2023" in text
    found = re.search(r'name="rows" value="([^"]*)"', asked.content.decode())
    assert found is not None
    client.post(f"{address}/so-sanh", {"rows": unescape(found[1]), "revision": "3", "do": "mine", "from": "excel"})
    assert line(made).basis == KEPT


def test_two_who_change_it_choose(cast: Cast, client: Client, made: Programme, address: str) -> None:
    mine = rows(made)
    put(cast, made, PriceBasis("contract", reference="HĐ 05/2023"))
    sent = json.loads(mine)
    sent[1]["basis"] = json.dumps({"kind": "plan", "reference": "KH 2024"})
    answer = client.post(f"{address}/so-sanh", {"rows": json.dumps(sent), "base": mine})
    text = words(answer.content)
    assert answer.status_code == 409 and "hợp đồng trước: HĐ 05/2023" in text
    assert "kế hoạch của đơn vị: KH 2024" in text


@pytest.mark.parametrize("given", [{}, {"rows": "x"}, {"rows": "[]", "at": "0"}, {"rows": "[{}]", "at": "²"}])
def test_a_line_that_is_not_there_has_no_page(client: Client, address: str, given: dict[str, str]) -> None:
    assert client.post(f"{address}/can-cu", {"do": "put", **given}).status_code == 404
