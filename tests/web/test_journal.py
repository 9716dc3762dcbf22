"""Nhật ký: every act has its name, whoever may read it sees it, and what people wrote stays what they wrote."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest
from django.test import Client

from quyet.actions.allotments import allot
from quyet.actions.programmes import draw_on, open_programme
from quyet.web.journal_words import ACTS, act_name, data_said
from tests.actions.test_allotments import GIVEN
from tests.actions.test_approval import CONTENT
from tests.cast import Cast
from tests.web.conftest import signed_in

ACTIONS = Path(__file__).parents[2] / "src" / "quyet" / "actions"


def recorded() -> set[str]:
    """The acts that the code of `quyet.actions` records by name."""
    calls = (
        node
        for file in ACTIONS.glob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "record"
    )
    acts = (part for call in calls for part in ast.walk(call.args[2]))
    return {each.value for each in acts if isinstance(each, ast.Constant) and isinstance(each.value, str)}


def test_every_act_that_is_recorded_has_its_name() -> None:
    assert {"allot", "answer", "register"} <= recorded()
    assert recorded() - set(ACTS) == set()
    of_lists = {f"{what}_{name}" for what in ("add", "drop") for name in ("activity", "basis", "assignment")}
    assert of_lists - set(ACTS) == set()


def test_what_of_a_row_people_read() -> None:
    said = data_said({"text": "224/QĐ-SCT", "year": 2024, "amount": 500_000_000, "sha256": "00ff"})
    assert said == "văn bản 224/QĐ-SCT · năm 2024 · số tiền 500.000.000"
    assert data_said({"entries": [[1, "pay", 7, 26_000_000]]}) == "Thực chi: dòng 7, 26.000.000"
    assert data_said({"entries": [[1, "pay", 7, 26_000_000]]}, {7: "2.1 Sổ tay"}) == (
        "Thực chi: dòng «2.1 Sổ tay», 26.000.000"
    )


@pytest.mark.parametrize(
    ("kind", "act"),
    [
        ("payment", "Đề nghị chi: Kho bạc đã thực hiện"),
        ("refund", "Đề nghị chi: Kho bạc đã thực hiện"),
        ("staff_advance", "Đề nghị chi: Đã chi quỹ, đã thu chứng từ"),
    ],
)
def test_what_the_treasury_did_is_not_told_as_the_cash_desks(kind: str, act: str) -> None:
    assert act_name("payment_confirm", {"request": 9, "kind": kind}) == act


def test_which_request_and_which_contract_a_row_is_of() -> None:
    moved = {"request": 9, "kind": "refund", "amount": 650_000, "from": "sent", "to": "paid", "number": "NT-02"}
    assert data_said(moved) == "Nộp trả khoản đã chi, đề nghị 9 · → đã thực hiện · số NT-02 · số tiền 650.000"
    signed = {"number": "01/2024/HĐ-SCT", "day": "2024-05-06", "amount": 55_250_000, "contract": 1}
    assert data_said(signed) == "số 01/2024/HĐ-SCT · số tiền 55.250.000"
    assert data_said({"symbol": "135/QĐ-SCT", "number": 135}) == "số 135/QĐ-SCT", "a paper's number is in its symbol"


@pytest.fixture
def programme(cast: Cast):
    made = open_programme(cast["officer"], CONTENT)
    draw_on(cast["officer"], made.pk, allot(cast["accountant"], GIVEN).pk)
    return made


@pytest.mark.parametrize(("role", "status"), [("auditor", 200), ("director", 200), ("admin", 200), ("officer", 403), ("clerk", 403)])  # fmt: skip
def test_the_whole_is_for_auditors_directors_and_administrators(cast: Cast, programme, role: str, status: int) -> None:
    client = signed_in(cast[role])
    assert client.get("/nhat-ky").status_code == status
    assert client.get("/nhat-ky.jsonl").status_code == status


def test_it_says_who_did_what_and_what_it_was_about(cast: Cast, programme) -> None:
    said = signed_in(cast["auditor"]).get("/nhat-ky").content.decode()
    assert "Nhập dự toán được giao" in said and "văn bản 224/QĐ-SCT · năm 2024 · số tiền 500.000.000" in said
    assert said.index("Chọn dự toán được giao") < said.index("Mở chương trình"), "the newest first"
    of_one = signed_in(cast["clerk"]).get(f"/chuong-trinh/{programme.pk}/nhat-ky").content.decode()
    assert "Chọn dự toán được giao" in of_one and "Nhập dự toán được giao" not in of_one


def test_by_person_and_day(cast: Cast, programme) -> None:
    client = signed_in(cast["auditor"])
    cuc = client.get(f"/nhat-ky?nguoi={cast['accountant'].person.pk}").content.decode()
    assert "Nhập dự toán được giao" in cuc and "Mở chương trình" not in cuc
    assert "Không có dòng nào." in client.get("/nhat-ky?ngay=1/1/2020").content.decode()
    assert "Ghi ngày/tháng/năm" in client.get("/nhat-ky?ngay=hôm+qua").content.decode()


def test_the_file_has_every_row_with_its_content(cast: Cast, programme) -> None:
    lines = b"".join(signed_in(cast["auditor"]).get("/nhat-ky.jsonl")).decode().splitlines()
    assert [json.loads(each)["act"] for each in lines] == [row.act for row in programme.body.journal.order_by("id")]


def test_another_body_reads_none_of_it(cast: Cast, programme) -> None:
    stranger: Client = signed_in(cast.of("-xa", "auditor"))
    assert "Mở chương trình" not in stranger.get("/nhat-ky").content.decode()
    assert stranger.get(f"/chuong-trinh/{programme.pk}/nhat-ky").status_code == 404
