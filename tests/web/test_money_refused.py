"""What no form takes for money, typed or forged: refused in words at the page, and nothing is there afterwards.

Lines of 40 (băng rôn), 35 (sổ tay) and 25 (hội trường) million đồng; 6 May 2024. Every request is delivered twice.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client

from quyet.actions.ledger_seals import seal_entries
from quyet.queries.ledger_check import checked
from quyet.store.models import Contract, LedgerEntry, OnceKey, PaymentAct, PaymentRequest, Programme
from tests.cast import office
from tests.money import money_open
from tests.spending import Office, millions_of, on
from tests.web.conftest import signed_in
from tests.web.test_spending import address, at, said

__all__ = ["at"]
pytestmark = pytest.mark.django_db

NO_AMOUNT = "Ghi số tiền bằng đồng"
TOO_MUCH = "Số tiền nhiều nhất là 1.000.000.000.000.000 đồng."
AMOUNTS = {
    "zero": ("0", "Ghi số tiền ở ít nhất một dòng."),
    "negative": ("-5.000.000", NO_AMOUNT),
    "a fraction of a đồng": ("5.000.000,5", NO_AMOUNT),
    "half a đồng in words": ("0,5", NO_AMOUNT),
    "10^18": ("1.000.000.000.000.000.000", TOO_MUCH),
    "10^18 without dots": ("1" + "0" * 18, TOO_MUCH),
    "a power": ("1e9", NO_AMOUNT),
    "not a number": ("NaN", NO_AMOUNT),
    "more than there is": ("999.999.999.999.999", "Còn 25.000.000 đồng, thiếu 999.999.974.999.999 đồng."),
}


def client(at: Office, role: str) -> Client:
    return signed_in(at.who(role))


def forms(at: Office) -> dict[str, tuple[str, dict[str, str]]]:
    """The two forms that ask for money on lines, filled but for the lines."""
    supplier = str(at.money.supplier.pk)
    return {
        "contract": (f"{address(at)}/hop-dong/moi", {"supplier": supplier, "number": "01/HĐ", "day": "6/5/2024", "title": "Thuê"}),
        "request": (f"{address(at)}/de-nghi/moi?loai=advance", {"supplier": supplier, "title": "Tạm ứng"}),
    }  # fmt: skip


def pressed(who: Client, where: str, typed: dict[str, str]) -> list[Any]:
    """Looked at, then sent past the preview with a key and a hash of one's own; each delivered twice."""
    forged = {"do": "save", "key": "gia-mao-0001", "seen": "0" * 64}
    return [who.post(where, {**typed, **more}) for more in ({"do": "preview"}, forged) for _ in range(2)]


def nothing_is_there() -> bool:
    tables = (Contract, LedgerEntry, PaymentRequest)
    return not any(table._base_manager.exists() for table in tables) and not OnceKey.objects.filter(key="gia-mao-0001")


@pytest.mark.parametrize("form", ["contract", "request"])
@pytest.mark.parametrize("case", AMOUNTS)
def test_an_amount_that_is_none_is_refused_at_its_line(at: Office, form: str, case: str) -> None:
    amount, told = AMOUNTS[case]
    where, typed = forms(at)[form]
    for answer in pressed(client(at, "officer"), where, {**typed, f"line_{at.money.hall.pk}": amount}):
        assert answer.status_code in (200, 422) and told in said(answer), (answer.status_code, said(answer)[-1500:])
    assert nothing_is_there() and millions_of(at.money.hall) == (0, 0, 0, 0, 0, 0)


@pytest.mark.parametrize("form", ["contract", "request"])
def test_a_line_of_another_body_is_no_line_of_the_form(at: Office, form: str) -> None:
    other = money_open(office("Sở Nông nghiệp tỉnh Mường Hoa", tag="-xa"))
    where, typed = forms(at)[form]
    for answer in pressed(client(at, "officer"), where, {**typed, f"line_{other.hall.pk}": "5"}):
        assert answer.status_code in (200, 422) and "Ghi số tiền ở ít nhất một dòng." in said(answer)
    named = {**typed, "supplier": str(other.supplier.pk), f"line_{at.money.hall.pk}": "5tr"}
    for answer in pressed(client(at, "officer"), where, named):
        assert answer.status_code == 422 and "Nhà cung cấp</a>: Hãy chọn" in said(answer)
    other.hall.refresh_from_db()
    assert nothing_is_there() and (other.hall.taken, other.hall.held) == (0, 0)


@pytest.mark.parametrize("form", ["contract", "request"])
def test_a_programme_whose_money_is_closed_takes_none(at: Office, form: str) -> None:
    Programme.objects.filter(pk=at.money.programme.pk).update(money_open=False)
    where, typed = forms(at)[form]
    for answer in pressed(client(at, "officer"), where, {**typed, f"line_{at.money.hall.pk}": "5tr"}):
        assert answer.status_code == 422 and "Chưa mở chi" in said(answer), said(answer)[-1500:]
    assert nothing_is_there()


@pytest.mark.parametrize(
    ("day", "says"),
    [
        ("31/12/2023", "ở ngoài năm 2024 và thời gian chỉnh lý: từ 01/01/2024 đến 31/01/2025"),
        ("1/2/2025", "Ngày 01/02/2025 chưa đến: muộn nhất là hôm nay"),
        ("6/5/2042", "Ngày 06/05/2042 chưa đến: muộn nhất là hôm nay"),
    ],
)
def test_a_contract_of_a_day_outside_of_the_year_commits_nothing(at: Office, day: str, says: str) -> None:
    where, typed = forms(at)["contract"]
    for answer in pressed(client(at, "officer"), where, {**typed, "day": day, f"line_{at.money.hall.pk}": "5tr"}):
        assert answer.status_code == 422 and says in said(answer)
    assert nothing_is_there()


@pytest.mark.parametrize("day", ["31/12/2023", "7/5/2024", "6/5/2025", "31/2/2024", "hôm qua"])
def test_the_treasury_did_it_in_the_year_of_the_money_and_not_after_today(at: Office, day: str) -> None:
    request = at.go(at.ask("advance", (at.money.hall, 10)), "check", "approve", "send")
    for _ in range(2):
        given = {"do": "confirm", "key": "xac-nhan-0001", "number": "KB-1", "day": day}
        answer = client(at, "accountant").post(address(at, request), given)
        assert answer.status_code == 422 and "Ngày thực hiện" in said(answer)
    assert not PaymentAct.objects.filter(move="confirm").exists() and millions_of(at.money.hall)[2] == 10


def test_a_clock_that_is_set_back_loses_nothing_and_goes_on_when_it_is_right(at: Office) -> None:
    request = at.ask("advance", (at.money.hall, 10))
    with on(date(2024, 1, 27)):  # a hundred days back: the money is held all the same
        answer = client(at, "accountant").post(address(at, request), {"do": "check", "key": "nut-bam-0001"})
        assert answer.status_code == 303
        at.day = date(2024, 1, 27)
        at.go(request, "approve", "send")
        given = {"do": "confirm", "key": "nut-bam-0002", "number": "KB-1", "day": "27/1/2024"}
        refused = client(at, "accountant").post(address(at, request), given)
    assert refused.status_code == 422
    assert "phải từ ngày đề nghị 06/05/2024 đến hôm nay 27/01/2024" in said(refused)
    at.day = date(2024, 5, 6)
    given = {**given, "key": "nut-bam-0003", "day": "6/5/2024"}
    assert client(at, "accountant").post(address(at, request), given).status_code == 303
    assert millions_of(at.money.hall) == (10, 0, 0, 10, 0, 0)
    seal_entries(thorough=True)
    *_, found = checked()
    assert (found.touched, found.waiting, found.entries) == (None, 0, 2)


def test_each_button_of_the_road_delivered_twice_counts_once(at: Office) -> None:
    request = at.ask("advance", (at.money.hall, 10))
    road = (("accountant", "check", {}), ("director", "approve", {}), ("accountant", "send", {}),
            ("accountant", "confirm", {"number": "KB-1", "day": "6/5/2024"}))  # fmt: skip
    for role, move, more in road:
        for _ in range(2):
            given = {"do": move, "key": f"nut-{move}-0001", **more}
            assert client(at, role).post(address(at, request), given).status_code == 303
    assert [each.move for each in PaymentAct.objects.order_by("id")] == [
        "request",
        "check",
        "approve",
        "send",
        "confirm",
    ]
    assert LedgerEntry.objects.count() == 2 and millions_of(at.money.hall) == (10, 0, 0, 10, 0, 0)
    assert PaymentRequest.objects.get().day == date(2024, 5, 6)
