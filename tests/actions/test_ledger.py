"""The ledger: what an entry moves, what stops it and in which words, what is done once, and what races cannot do."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from threading import Thread
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from quyet.actions.clock import clock_at
from quyet.actions.ledger import NewEntry, post, reverse
from quyet.actions.ledger_seals import seal_entries
from quyet.actions.refusal import NotHere, Refused
from quyet.queries.ledger_check import checked
from quyet.store.models import JournalRow, LedgerEntry, LedgerSeal, Line, OnceKey
from tests.cast import office, viewer_of
from tests.money import DAY, Money, contract_on, money_open

pytestmark = pytest.mark.django_db
KEYS = (f"khoa-{number:08}" for number in count())


@pytest.fixture
def money() -> Money:
    return money_open()


def posted(
    money: Money, kind: str, line: Any, amount: int, key: str = "", role: str = "accountant", **more: Any
) -> int:
    new = NewEntry(kind, line.pk, amount, more.pop("day", DAY), **more)
    return post(viewer_of(role, money.body), money.programme.pk, [new], key or next(KEYS))[0]


def of(line: Any) -> tuple[int, ...]:
    """taken, committed, held, advanced, staff, used"""
    line.refresh_from_db()
    return line.taken, line.committed, line.held, line.advanced, line.staff, line.used


def test_a_direct_payment_is_held_then_paid(money: Money) -> None:
    posted(money, "request", money.hall, 20)
    assert of(money.hall) == (20, 0, 20, 0, 0, 0)
    posted(money, "pay", money.hall, 20)
    assert of(money.hall) == (20, 0, 0, 0, 0, 20)
    money.programme.refresh_from_db()
    money.allotment.refresh_from_db()
    assert (money.programme.taken, money.programme.used) == (20, 20)
    assert (money.allotment.taken, money.allotment.used) == (20, 20)


def test_a_payment_on_a_contract_moves_within_its_commitment(money: Money) -> None:
    contract, _ = contract_on(money, 30, money.banner)
    posted(money, "commit", money.banner, 30, contract=contract.pk)
    posted(money, "request", money.banner, 12, contract=contract.pk)
    posted(money, "advance", money.banner, 12, contract=contract.pk)
    posted(money, "clear", money.banner, 12, contract=contract.pk)
    posted(money, "request", money.banner, 18, contract=contract.pk)
    posted(money, "pay", money.banner, 18, contract=contract.pk)
    assert of(money.banner) == (30, 30, 0, 0, 0, 30)
    contract.refresh_from_db()
    assert (contract.committed, contract.held, contract.advanced, contract.used) == (30, 0, 0, 30)


def test_a_refund_on_a_contract_releases_as_much_of_it(money: Money) -> None:
    contract, _ = contract_on(money, 30, money.banner)
    for kind in ("commit", "request", "pay"):
        posted(money, kind, money.banner, 30, contract=contract.pk)
    posted(money, "refund", money.banner, 5, contract=contract.pk)
    assert of(money.banner) == (25, 25, 0, 0, 0, 25)
    posted(money, "request", money.banner, 15)
    assert of(money.banner)[0] == 40, "what came back may be taken again"


def test_above_the_ceiling_nothing_moves_and_every_number_is_said(money: Money) -> None:
    posted(money, "request", money.hall, 20)
    posted(money, "pay", money.hall, 8)
    with pytest.raises(Refused) as refused:
        posted(money, "request", money.hall, 6)
    (fault,) = refused.value.faults
    assert fault.message == (
        "dòng «Hội trường»: được giao 25, cam kết 0, đang giữ 12, tạm ứng 0 (cá nhân 0), đã chi 8, còn 5; cần thêm 6 đồng"
    )
    assert of(money.hall) == (20, 0, 12, 0, 0, 8)
    assert LedgerEntry.objects.count() == 2 and JournalRow.objects.filter(act="post").count() == 2


def test_a_contract_cannot_be_overdrawn_though_its_line_has_room(money: Money) -> None:
    contract, _ = contract_on(money, 10, money.banner)
    posted(money, "commit", money.banner, 10, contract=contract.pk)
    with pytest.raises(Refused, match="contract 1/HĐ: 10 committed, 0 held, 0 advanced, 0 used, 10 left; 11"):
        posted(money, "request", money.banner, 11, contract=contract.pk)
    with pytest.raises(Refused, match="contract 1/HĐ"):
        posted(money, "commit", money.banner, 1, contract=contract.pk)  # the contract's own value is reached


def test_entries_of_one_act_are_all_posted_or_none(money: Money) -> None:
    asked = [NewEntry("request", line.pk, amount, DAY) for line, amount in ((money.banner, 40), (money.hall, 26))]
    with pytest.raises(Refused, match="Hội trường"):
        post(viewer_of("accountant", money.body), money.programme.pk, asked, "ca-hai-hoac-khong")
    assert of(money.banner)[0] == of(money.hall)[0] == 0
    assert not LedgerEntry.objects.exists() and not OnceKey.objects.exists()


def test_the_same_key_is_done_once_and_other_words_under_it_are_refused(money: Money) -> None:
    first = posted(money, "request", money.hall, 5, key="bam-hai-lan")
    assert posted(money, "request", money.hall, 5, key="bam-hai-lan") == first
    assert of(money.hall)[0] == 5
    with pytest.raises(Refused, match="something else"):
        posted(money, "request", money.hall, 6, key="bam-hai-lan")


def test_a_mistake_is_taken_back_once_by_an_entry_that_names_it(money: Money) -> None:
    entry = posted(money, "request", money.hall, 5)
    accountant = viewer_of("accountant", money.body)
    (back,) = reverse(accountant, money.programme.pk, entry, "nhập nhầm dòng", DAY, "dao-lai-1")
    assert of(money.hall) == (0, 0, 0, 0, 0, 0)
    assert LedgerEntry.objects.get(pk=back).reverses_id == entry
    assert reverse(accountant, money.programme.pk, entry, "nhập nhầm dòng", DAY, "dao-lai-1") == [back]
    for other in (entry, back):
        with pytest.raises(Refused, match="reversed already"):
            reverse(accountant, money.programme.pk, other, "lần nữa", DAY, "dao-lai-2")
    paid = posted(money, "request", money.hall, 5)
    posted(money, "pay", money.hall, 5)
    with pytest.raises(Refused, match="Hội trường"):
        reverse(accountant, money.programme.pk, paid, "đã chi rồi", DAY, "dao-lai-3")


@pytest.mark.parametrize(("change", "words"), [
    ({"amount": 0}, "an amount is from 1"),
    ({"amount": -5}, "an amount is from 1"),
    ({"amount": 2.5}, "an amount is from 1"),
    ({"amount": 10**18}, "an amount is from 1"),
    ({"day": date(2023, 12, 31)}, "outside 2024"),
    ({"day": date(2025, 2, 1)}, "outside 2024"),
    ({"kind": "gift"}, "no entry of kind"),
    ({"kind": "commit"}, "cannot be so"),
    ({"line": 987654}, "no line of the programme"),
    ({"contract": 987654}, "commits nothing on the line"),
])  # fmt: skip
def test_what_cannot_be_is_refused_in_words(money: Money, change: dict[str, Any], words: str) -> None:
    new = replace(NewEntry("request", money.hall.pk, 5, DAY), **change)
    with pytest.raises(Refused, match=words):
        post(viewer_of("accountant", money.body), money.programme.pk, [new], next(KEYS))
    assert not LedgerEntry.objects.exists()


def test_no_money_on_what_is_not_open_and_none_of_another_body(money: Money) -> None:
    other = office("Sở Tài chính tỉnh Hà Bình", tag="2")
    stranger = viewer_of("accountant", other, tag="2")
    with pytest.raises(NotHere):
        post(stranger, money.programme.pk, [NewEntry("request", money.hall.pk, 5, DAY)], next(KEYS))
    money.programme.money_open = False
    money.programme.save()
    with pytest.raises(Refused, match="no money can be posted"):
        posted(money, "request", money.hall, 5)


@pytest.mark.parametrize("statement", [
    "UPDATE store_line SET taken = ceiling + 1",
    "UPDATE store_line SET ceiling = taken - 1 WHERE taken > 0",
    "UPDATE store_line SET used = taken + 1",
    "UPDATE store_programme SET taken = ceiling + 1",
    "UPDATE store_allotment SET reserved = ceiling + 1",
    "UPDATE store_allotment SET taken = reserved + 1",
    "UPDATE store_ledgerentry SET amount = 1",
    "DELETE FROM store_ledgerentry",
])  # fmt: skip
def test_by_hand_in_sql_no_ceiling_is_broken_either(money: Money, statement: str) -> None:
    posted(money, "request", money.hall, 5)
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_a_clock_that_is_set_back_loses_nothing_and_breaks_no_chain(money: Money) -> None:
    noon = datetime(2024, 5, 6, 5, tzinfo=UTC)
    made = []
    for moment in (noon, noon - timedelta(days=100), noon):
        with clock_at(moment):
            made.append(posted(money, "request", money.hall, 5))
            seal_entries()
    *_, found = checked()
    assert (found.entries, found.waiting, found.touched) == (3, 0, None)
    assert list(LedgerSeal.objects.order_by("position").values_list("entry", flat=True)) == made
    assert of(money.hall)[0] == 15


# --- races -----------------------------------------------------------------------------------------------------------


def at_once(*acts: Any) -> list[str]:
    """Each act in a thread of its own; what became of them."""
    said: list[str] = []

    def run(act: Any) -> None:
        try:
            act()
            said.append("done")
        except Refused:
            said.append("refused")
        finally:
            connection.close()

    threads = [Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(said)


@pytest.mark.django_db(transaction=True)
def test_sixteen_at_once_take_no_more_than_there_is() -> None:
    money = money_open()
    said = at_once(*(lambda: posted(money, "request", money.banner, 3) for _ in range(16)))
    assert said == ["done"] * 13 + ["refused"] * 3  # 13 × 3 = 39 of 40
    assert of(money.banner)[0] == 39 and LedgerEntry.objects.count() == 13


@pytest.mark.django_db(transaction=True)
def test_one_form_sent_eight_times_counts_once() -> None:
    money = money_open()
    assert (
        at_once(*(lambda: posted(money, "request", money.banner, 3, key="mot-lan-thoi") for _ in range(8)))
        == ["done"] * 8
    )
    assert of(money.banner)[0] == 3 and LedgerEntry.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_acts_on_several_lines_in_either_order_wait_for_one_another_and_never_in_a_circle() -> None:
    money = money_open()

    def both(first: Any, second: Any) -> None:
        for _ in range(4):
            asked = [NewEntry("request", line.pk, 1, DAY) for line in (first, second)]
            post(viewer_of("accountant", money.body), money.programme.pk, asked, next(KEYS))

    pairs = [(money.banner, money.hall), (money.hall, money.banner)] * 2
    assert at_once(*(lambda one=one, other=other: both(one, other) for one, other in pairs)) == ["done"] * 4
    assert [line.taken for line in Line.objects.order_by("place")] == [16, 0, 16]
