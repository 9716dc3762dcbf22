"""Đối chiếu in the browser's plain forms: import, both sides with their sums, a proposal confirmed, rows tied by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from quyet.store.models import TreasuryAct, TreasuryStatement
from tests.spending import Office, on
from tests.web.conftest import signed_in

pytestmark = pytest.mark.django_db

ALL = "/chi-tieu/doi-chieu"
HEAD = "Ngày;Số chứng từ;Nội dung;Số tiền\n"
ROWS = f"""Từ ngày 01/05/2024 đến ngày 06/05/2024
{HEAD}06/05/2024;KB-1;Thuê hội trường;10.000.000
04/05/2024;;Băng rôn;7.000.000
06/05/2024;99;<b>Lương</b>;90.000.000
"""


@pytest.fixture
def at(db: Any, settings: Any, tmp_path: Path) -> Iterator[Office]:
    settings.FILES = tmp_path
    made = Office()
    with on(made.day):
        made.done("payment", (made.money.hall, 10))
        for line, sum_, number in ((made.money.banner, 7, "KB-2"), (made.money.handbook, 3, "KB-3")):
            made.go(made.ask("payment", (line, sum_)), "check", "approve", "send", "confirm", number=number)
        yield made


def said(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def bring(client: Client, text: str = ROWS, name: str = "sao-ke.csv", **more: str) -> Any:
    return client.post(ALL, {"key": "nhap-sao-ke-1", "file": SimpleUploadedFile(name, text.encode()), **more})


def test_an_accountant_imports_it_and_the_sums_of_both_sides_stand_there(at: Office) -> None:
    client = signed_in(at.who("accountant"))
    for _ in range(2):  # the same form, sent twice
        answer = bring(client)
        assert answer.status_code == 303
    pk = TreasuryStatement.objects.get().pk
    page = said(client.get(f"{ALL}/{pk}"))
    assert re.findall(r'data-label="Chênh lệch">([^<]+)<', page) == ["0", "0", "0", "90.000.000", "-3.000.000", "87.000.000"]  # fmt: skip
    assert re.findall(r'data-label="Kho bạc">([^<]+)<', page)[-1] == "107.000.000"
    assert re.findall(r'data-label="Quyết">([^<]+)<', page)[-1] == "20.000.000"
    assert "&lt;b&gt;Lương" in page and "cùng số, ngày và số tiền" in page and "cùng số tiền, ngày gần nhau" in page
    assert said(client.get(ALL)).count("107.000.000") == 1
    kept = client.get(f"{ALL}/{pk}/tep-goc")
    assert kept.content.decode() == ROWS and "sao-ke.csv" in kept["Content-Disposition"]


def test_a_sum_in_the_file_that_its_rows_do_not_come_to_is_told(at: Office) -> None:
    client = signed_in(at.who("accountant"))
    answer = client.post(
        ALL,
        {"key": "nhap-sao-ke-1", "file": SimpleUploadedFile("a.csv", f"{ROWS};;Tổng cộng;107.000.001\n".encode())},
        follow=True,
    )
    assert "Đã nhập 3 dòng sao kê, cộng 107.000.000 đồng, nhưng dòng tổng cuối cùng trong tệp ghi 107.000.001" in said(
        answer
    )
    bring(client, f"{ROWS};;Tổng cộng;107.000.000\n", key="nhap-sao-ke-2")
    assert "nhưng dòng tổng" not in said(client.get(ALL))


def test_what_cannot_be_imported_says_why_at_its_field(at: Office) -> None:
    client = signed_in(at.who("accountant"))
    for text, name, told in (
        ("a;b\n1;2\n", "x.csv", "Không thấy hàng tiêu đề của sao kê"),
        (HEAD + "06/05/2024;1;x;1.000.000.000.000.000.000\n", "x.csv", "Hàng 2: số tiền «1.000.000.000.000.000.000»"),
        (HEAD + "07/05/2024;1;x;5\n", "x.csv", "Hàng 2: ngày 07/05/2024 chưa đến."),
        ("", "x.csv", "Tệp này trống."),
        ("%PDF-1.7", "x.pdf", "Sao kê phải là tệp .xlsx, .xls hoặc .csv."),
    ):
        answer = bring(client, text, name)
        assert answer.status_code == 422 and told in said(answer), text
    assert client.post(ALL, {"key": "nhap-sao-ke-1"}).status_code == 422
    assert bring(client, since="1/2/x").status_code == 422
    bring(client)
    again = bring(client, key="nhap-sao-ke-2")
    assert again.status_code == 422 and "Tệp này đã nhập ngày 06/05/2024" in said(again)
    assert TreasuryStatement.objects.count() == 1


def test_a_proposal_is_confirmed_rows_are_tied_by_hand_and_taken_apart(at: Office) -> None:
    client = signed_in(at.who("accountant"))
    bring(client)
    page = f"{ALL}/{TreasuryStatement.objects.get().pk}"
    form = re.search(r'<form method="post" action="/chi[^>]*>(.*?)</form>', said(client.get(f"{page}?nhom=proposed")))
    assert form is not None and "Đúng, ghép" in form[1]
    given = dict(re.findall(r'name="(do|key|row|request)" value="([^"]+)"', form[1]))
    assert client.post(page, given).status_code == 303
    assert client.post(page, given).status_code == 303  # the same button, pressed twice
    assert TreasuryAct.objects.count() == 1
    boxes = dict(re.findall(r'name="(row|request)" value="(\d+)" form="tie"', said(client.get(page))))
    refused = client.post(page, {"do": "tie", "key": "ghep-tay-0001", **boxes})
    assert refused.status_code == 422 and "Ghi lý do, không quá 500 ký tự" in said(refused)
    assert said(refused).count(" checked") == 2
    assert client.post(page, {"do": "tie", "key": "ghep-tay-0001", "reason": "Chi hộ", **boxes}).status_code == 303
    whole = said(client.get(page))
    assert 'do người ghép; chênh <b class="figure">87.000.000</b>' in whole and "Chi hộ" in whole
    apart = {"do": "untie", "key": "go-ghep-00001", "reason": "Nhầm", **boxes}
    assert client.post(page, apart).status_code == 303
    for wrong in ({"do": "drop"}, {**apart, "key": "x"}, {**apart, "row": "9" * 40, "key": "go-ghep-00002"}):
        assert client.post(page, wrong).status_code == 422


def test_who_may_not_sees_both_sides_and_no_button(at: Office) -> None:
    bring(signed_in(at.who("accountant")))
    page = f"{ALL}/{TreasuryStatement.objects.get().pk}"
    for role in ("officer", "director", "auditor"):
        shown = said(signed_in(at.who(role)).get(page))
        assert "107.000.000" in shown and "<button>Đúng" not in shown and 'type="checkbox"' not in shown
    assert 'type="file"' not in said(signed_in(at.who("auditor")).get(ALL))
    assert signed_in(at.who("accountant")).get(f"{page}?nhom=treasury&trang=0").status_code == 404
