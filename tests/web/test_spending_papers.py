"""The papers on the pages of a request and of a contract, and what a browser saves of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from quyet.actions.contracts import NewAppendix, add_appendix
from quyet.store.models import Appendix
from tests.held import docx_text
from tests.spending import TR, Office, key, millions, on
from tests.web.conftest import signed_in
from tests.web.test_spending import _content, said

pytestmark = pytest.mark.django_db


@pytest.fixture
def at(db: Any, settings: Any, tmp_path: Path) -> Iterator[Office]:
    settings.FORMS = tmp_path
    made = Office(millions(content=_content()))
    with on(made.day):
        yield made


def address(at: Office, *parts: object) -> str:
    return "/".join([f"/chuong-trinh/{at.money.programme.pk}/chi-tieu", *map(str, parts)])


def test_a_request_lists_its_papers_and_each_is_saved_under_its_name(at: Office) -> None:
    request = at.done("payment", (at.money.hall, 10), title="Thuê hội trường")
    auditor = signed_in(at.who("auditor"))
    page = said(auditor.get(address(at, request)))
    names = ["c2-02a-2020", "table-07", "payment-request", "voucher-list", "supplier-proposal", "supplier-decision"]
    for name in names:
        for ending, kind in (("docx", "wordprocessingml"), ("pdf", "application/pdf")):
            link = address(at, request, "giay-to", f"{name}.{ending}")
            assert f'href="{link}"' in page
            answer = auditor.get(link)
            assert answer.status_code == 200 and kind in answer["Content-Type"]
            assert answer["Cache-Control"].startswith("private")
    assert page.count("/giay-to/") == 2 * len(names)
    saved = unquote(auditor.get(address(at, request, "giay-to", "c2-02a-2020.docx"))["Content-Disposition"])
    assert saved.endswith("Giấy rút dự toán (C2-02a-NS) KB-1.docx")
    for other in ("form-13.docx", "c2-02a-2020.xlsx", "c2-02a-2020.txt", "contract.docx"):
        assert auditor.get(address(at, request, "giay-to", other)).status_code == 404


def test_a_contract_and_its_appendix(at: Office) -> None:
    contract = at.contract((at.money.banner, 20))
    new = NewAppendix("PL-01", at.day, "Thêm 5 băng rôn", {at.money.banner.pk: 3 * TR})
    add_appendix(at.who("officer"), contract, new, key())
    officer = signed_in(at.who("officer"))
    page = said(officer.get(address(at, "hop-dong", contract)))
    appendix = Appendix.objects.get().pk
    for form in ("supplier-proposal", "supplier-decision", "contract"):
        assert f'href="{address(at, "hop-dong", contract, "giay-to", form)}.docx"' in page
    link = address(at, "hop-dong", contract, "phu-luc", appendix, "giay-to", "contract-appendix.docx")
    assert f'href="{link}"' in page and "Phụ lục hợp đồng PL-01" in page
    words = docx_text(officer.get(link).content)
    assert "tăng 3.000.000 đồng: từ 20.000.000 đồng thành 23.000.000 đồng (Hai mươi ba triệu đồng)." in words
    signed = docx_text(officer.get(address(at, "hop-dong", contract, "giay-to", "contract.docx")).content)
    assert "Giá trị hợp đồng: 20.000.000 đồng (Hai mươi triệu đồng)." in signed  # as it was signed


def test_an_own_form_that_cannot_be_taken_is_said_on_a_page(at: Office, tmp_path: Path) -> None:
    request = at.ask("payment", (at.money.hall, 10))
    (tmp_path / "payment-request.yaml").write_text("key: payment-request\nkind: [", encoding="utf-8")
    (tmp_path / "entries.yaml").write_text("sheet: Sổ\n", encoding="utf-8")
    accountant = signed_in(at.who("accountant"))
    answer = accountant.get(address(at, request, "giay-to", "payment-request.pdf"))
    assert answer.status_code == 422 and "payment-request.yaml: YAML" in said(answer)
    answer = accountant.get(address(at, "but-toan.xlsx"))
    assert answer.status_code == 422 and "entries.yaml: checked: thiếu khóa này" in said(answer)


def test_a_request_on_its_way_leaves_dots_for_who_has_not_signed(at: Office) -> None:
    request = at.ask("payment", (at.money.hall, 10))
    officer = signed_in(at.who("officer"))
    link = address(at, request, "giay-to", "payment-request.docx")
    before = docx_text(officer.get(link).content)
    at.go(request, "check", "approve")
    after = docx_text(officer.get(link).content)
    names = [at.who(role).person.name for role in ("officer", "accountant", "director")]
    assert [each in before for each in names] == [True, False, False]
    assert [each in after for each in names] == [True, True, True]


@pytest.mark.parametrize(("moves", "is_told"), [
    (("withdraw",), False),
    (("return",), True),
    (("check", "approve", "send", "refuse"), True),
])  # fmt: skip
def test_what_is_asked_for_no_longer_has_no_papers_until_it_is_asked_again(at: Office, moves: tuple[str, ...], is_told: bool) -> None:  # fmt: skip
    request = at.ask("payment", (at.money.hall, 10))
    officer, paper = signed_in(at.who("officer")), address(at, request, "giay-to", "c2-02a-2020.docx")
    assert officer.get(paper).status_code == 200
    at.go(request, *moves, reason="Sai số tiền")
    page = said(officer.get(address(at, request)))
    assert "/giay-to/" not in page and officer.get(paper).status_code == 404
    assert ("giấy tờ có lại khi đề nghị lại" in page) is is_told
