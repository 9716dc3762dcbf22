"""Chi tiêu in the browser's plain forms: the money by line, what a button would leave before it is pressed, and after."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.test import Client

from quyet.store.models import Line, PaymentAct
from tests.cast import office
from tests.spending import Office, millions, millions_of, on, registered
from tests.web.conftest import signed_in
from tests.web.test_allotments import words

pytestmark = pytest.mark.django_db


@pytest.fixture
def at(db: Any) -> Iterator[Office]:
    made = Office(millions(office(), _content()))
    with on(made.day):
        yield made


def _content() -> str:
    from quyet.files.drafts.load import draft_of
    from quyet.files.facts.cases import example_programme
    from quyet.files.writers.programme_json import programme_json

    return programme_json(draft_of(example_programme()).draft)


def client(at: Office, role: str) -> Client:
    return signed_in(at.who(role))


def address(at: Office, request: int | None = None) -> str:
    whole = f"/chuong-trinh/{at.money.programme.pk}/chi-tieu"
    return whole if request is None else f"{whole}/{request}"


def said(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def test_every_line_has_its_bar_and_its_sums(at: Office) -> None:
    at.done("payment", (at.money.hall, 10))
    at.contract((at.money.banner, 20))
    page = said(client(at, "auditor").get(address(at)))
    assert page.count('class="bar"') == 3
    assert '<rect class="used" x="0" width="400" height="10"/><rect class="left" x="400" width="600" height="10"/>' in page  # fmt: skip
    assert '<rect class="committed" x="0" width="500" height="10"/>' in page  # 20 of 40
    assert "đã chi 10.000.000, còn 15.000.000 đồng" in page
    assert "01/HĐ" in page and "Một khoản chi" in page
    assert 'href="/chi-tieu/doi-chieu"' in page


@pytest.mark.parametrize(
    ("way", "rows"),
    [
        ("contract", ["01/HĐ, 06/05/2024 20.000.000 – – –", "Không qua hợp đồng – – – 10.000.000"]),
        ("payee", ["Công ty In Một 20.000.000 – – 10.000.000"]),
        ("quarter", ["Quý II/2024 20.000.000 – – 10.000.000"]),
        ("made-up", ["Băng rôn 40.000.000 20.000.000 – – – 20.000.000"]),  # no such way: by line
    ],
)
def test_sums_are_added_up_in_every_way_and_come_to_the_same(at: Office, way: str, rows: list[str]) -> None:
    at.done("payment", (at.money.hall, 10))
    at.contract((at.money.banner, 20))
    page = words(client(at, "auditor").get(f"{address(at)}?theo={way}").content)
    table = page[page.index("Cộng theo") : page.index("Hợp đồng 1")]
    for row in rows:
        assert row in table
    assert " 20.000.000 – – 10.000.000" in table[table.rindex("Cộng") :]


def test_a_button_says_what_it_would_leave_and_leaves_that(at: Office) -> None:
    request = at.ask("payment", (at.money.hall, 10))
    accountant = client(at, "accountant")
    page = said(accountant.get(address(at, request)))
    assert "0 → <b>10.000.000</b>" in page and "25.000.000 → <b>15.000.000</b>" in page
    for _ in range(2):  # the same button, pressed twice
        answer = accountant.post(address(at, request), {"do": "check", "key": "nut-bam-0001"})
        assert answer.status_code == 303
    assert millions_of(at.money.hall) == (10, 0, 10, 0, 0, 0)
    assert PaymentAct.objects.filter(move="check").count() == 1


def test_who_may_not_sees_no_button_and_what_is_missing_is_said_at_its_field(at: Office) -> None:
    request = at.go(at.ask("payment", (at.money.hall, 10)), "check", "approve", "send")
    for role in ("officer", "director", "auditor", "admin", "clerk"):
        assert 'name="do"' not in said(client(at, role).get(address(at, request)))
        forced = client(at, role).post(address(at, request), {"do": "confirm", "key": "nut-bam-0002", "number": "1", "day": "06/05/2024"})  # fmt: skip
        assert forced.status_code == 422
    answer = client(at, "accountant").post(address(at, request), {"do": "confirm", "key": "nut-bam-0003"})
    assert answer.status_code == 422 and "Ghi số chứng từ." in said(answer)
    assert millions_of(at.money.hall) == (10, 0, 10, 0, 0, 0)


def test_of_another_body_nothing_is_there(at: Office) -> None:
    request = at.ask("payment", (at.money.hall, 10))
    other = Office(millions(office("Sở Tài chính tỉnh Hà Bình", tag="2"), _content()))
    from tests.cast import viewer_of

    stranger = signed_in(viewer_of("accountant", other.money.body, tag="2", day=at.day))
    assert stranger.get(address(at, request)).status_code == 404
    assert stranger.post(address(at, request), {"do": "check", "key": "nut-bam-0004"}).status_code == 404
    assert stranger.get(address(other, request)).status_code == 404


def test_the_pages_ask_the_database_a_bounded_number_of_times(at: Office, django_assert_max_num_queries: Any) -> None:
    contract = at.contract((at.money.banner, 40), (at.money.handbook, 20))
    requests = [at.ask("payment", (at.money.banner, 1), contract=contract) for _ in range(6)]
    accountant = client(at, "accountant")
    requests += [at.ask("advance", (at.money.hall, 1)), at.done("payment", (at.money.hall, 2))]
    for request in (None, *requests[-3:]):
        with django_assert_max_num_queries(15):
            accountant.get(address(at, request))


def test_a_request_lies_on_the_desk_of_who_takes_it_on_and_of_nobody_who_may_not(at: Office) -> None:
    def desk(role: str) -> str:
        return said(client(at, role).get("/ban-lam-viec"))

    request = at.ask("payment", (at.money.hall, 10), title="Thuê hội trường")
    link = f'href="{address(at, request)}"'
    for moves, holder, what in (
        ((), "accountant", "Kiểm soát, giữ tiền"),
        (("check",), "director", "Duyệt chi"),
        (("approve",), "accountant", "Gửi kho bạc"),
        (("send",), "accountant", "Kho bạc đã thực hiện"),
    ):
        at.go(request, *moves)
        for role in ("officer", "accountant", "director", "auditor", "admin"):
            page = desk(role).partition("Thông báo")[0]
            assert (link in page) == (role == holder), (role, moves)
        assert what in desk(holder)
    at.go(request, "refuse", reason="Sai số tài khoản")
    page = desk("officer")
    assert link in page and "Sửa và đề nghị lại" in page and "Sai số tài khoản" in page


def test_a_step_that_there_is_not_is_said_in_a_sentence(at: Office) -> None:
    request = at.ask("payment", (at.money.hall, 10))
    for forged in ("made-up", "request", ""):
        answer = client(at, "accountant").post(address(at, request), {"do": forged, "key": "nut-bam-0005"})
        assert answer.status_code == 422
        assert "Đề nghị này không có việc vừa gửi; hãy dùng các nút trên trang." in said(answer)


def test_columns_that_hold_one_another_say_so(at: Office) -> None:
    at.contract((at.money.banner, 20))
    page = said(client(at, "auditor").get(address(at)))
    assert "đã gồm tiền đang giữ, tạm ứng và đã chi của hợp đồng: không cộng các cột với nhau." in page
    assert "Còn lại = được giao − cam kết − tiền đang giữ, tạm ứng và đã chi không qua hợp đồng." in page
    quarters = said(client(at, "auditor").get(f"{address(at)}?theo=quarter"))
    assert "Còn lại = được giao" not in quarters, "nothing is allotted by quarter"


def test_the_days_that_can_be_stand_at_the_field_and_an_earlier_one_is_told(at: Office) -> None:
    registered(at.money.programme, at.who("clerk").person)
    request = at.go(at.ask("advance", (at.money.hall, 10)), "check", "approve", "send")
    accountant = client(at, "accountant")
    page = said(accountant.get(address(at, request)))
    assert "Ngày trên chứng từ, từ 11/03/2024 đến 06/05/2024. Trước ngày đề nghị 06/05/2024 vẫn ghi được, kèm lưu ý." in page  # fmt: skip
    given = {"do": "confirm", "key": "nut-bam-0006", "number": "KB-1", "day": "2/5/2024"}
    assert accountant.post(address(at, request), given).status_code == 303
    assert "Ngày thực hiện 02/05/2024 trước ngày đề nghị 06/05/2024" in said(accountant.get(address(at, request)))


def test_a_contract_older_than_its_decision_is_told_before_and_after_it_is_entered(at: Office) -> None:
    registered(at.money.programme, at.who("clerk").person)
    says = "Hợp đồng ký 02/01/2024, trước 135/QĐ-SCT ngày 11/03/2024 phê duyệt chương trình"
    typed = {
        "supplier": at.money.supplier.pk, "number": "01/HĐ", "day": "2/1/2024", "title": "In và treo",
        f"line_{at.money.banner.pk}": "20tr", "key": "hop-dong-0001",
    }  # fmt: skip
    officer = client(at, "officer")
    assert says in said(officer.post(f"{address(at)}/hop-dong/moi", typed))
    at.day = date(2024, 1, 2)
    contract = at.contract((at.money.banner, 20))
    assert says in said(officer.get(f"{address(at)}/hop-dong/{contract}"))


def test_the_journal_names_a_line_as_the_estimate_does(at: Office) -> None:
    Line.objects.filter(pk=at.money.hall.pk).update(label="2.1")
    at.go(at.ask("advance", (at.money.hall, 10)), "check")
    page = said(client(at, "auditor").get(f"/chuong-trinh/{at.money.programme.pk}/nhat-ky"))
    assert "dòng «2.1 Hội trường», 10.000.000" in page
