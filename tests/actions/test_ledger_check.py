"""The ledger held against itself: seals are put on after the commit, and whatever is changed by hand is named."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import pytest
from django.db import connection, transaction

from quyet.actions.ledger import NewEntry, post, reverse
from quyet.actions.ledger_seals import seal_entries
from quyet.core.ledger.chain import FIRST, seal, words_of
from quyet.queries.ledger_check import Checked, checked
from quyet.queries.ledger_words import words
from quyet.store.models import LedgerEntry, LedgerSeal
from tests.cast import viewer_of
from tests.money import DAY, Money, contract_on, money_open

pytestmark = pytest.mark.django_db
KEYS = (f"niem-phong-{number:08}" for number in count())


def look() -> Checked:
    *_, last = checked()
    return last


def a_year(money: Money) -> list[int]:
    """On a contract of 30 đồng: committed, 12 of it held and paid; 20 held on the hall and taken back."""
    accountant = viewer_of("accountant", money.body)
    contract, _ = contract_on(money, 30, money.banner)

    def posted(kind: str, line: Any, amount: int, contract: int | None = None) -> int:
        new = NewEntry(kind, line.pk, amount, DAY, contract, reason="giấy | đề nghị «1»")
        return post(accountant, money.programme.pk, [new], next(KEYS))[0]

    made = [posted("commit", money.banner, 30, contract.pk), posted("request", money.banner, 12, contract.pk)]
    made += [posted("pay", money.banner, 12, contract.pk), posted("request", money.hall, 20)]
    return [*made, *reverse(accountant, money.programme.pk, made[-1], "nhập nhầm", DAY, next(KEYS))]


def by_hand(statement: str) -> None:
    """As whoever owns the database may: its triggers are taken away first."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET session_replication_role = replica")
            cursor.execute(statement)
            cursor.execute("SET session_replication_role = DEFAULT")
            return
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        triggers = cursor.fetchall()
        for name, _ in triggers:
            cursor.execute(f"DROP TRIGGER {name}")
        cursor.execute("PRAGMA defer_foreign_keys = ON")
        cursor.execute(statement)
        for _, sql in triggers:
            cursor.execute(sql)


def test_what_is_posted_is_sealed_once_and_then_the_ledger_is_whole() -> None:
    made = a_year(money_open())
    waiting = look()
    assert (waiting.entries, waiting.waiting, waiting.touched) == (5, 5, None)
    assert (seal_entries(), seal_entries(), seal_entries(thorough=True)) == (5, 0, 0)
    sealed = look()
    assert (sealed.entries, sealed.done, sealed.waiting, sealed.touched) == (5, 5, 0, None)
    assert list(LedgerSeal.objects.values_list("position", "entry")) == list(enumerate(made, start=1))
    assert LedgerSeal.objects.get(position=1).previous == FIRST


def test_each_programme_has_a_chain_of_its_own() -> None:
    from tests.cast import office

    one, other = money_open(), money_open(office("Sở Tài chính tỉnh Hà Bình", tag="2"))
    for money, tag in ((one, ""), (other, "2"), (one, "")):
        viewer = viewer_of("accountant", money.body, tag)
        post(viewer, money.programme.pk, [NewEntry("request", money.hall.pk, 1, DAY)], next(KEYS))
    assert seal_entries() == 3
    found = LedgerSeal.objects.order_by("entry").values_list("programme", "position")
    assert list(found) == [(one.programme.pk, 1), (other.programme.pk, 1), (one.programme.pk, 2)]
    assert look().touched is None


@pytest.mark.parametrize("microseconds", [0, 7, 123456])
def test_both_databases_write_the_words_that_the_core_writes(microseconds: int) -> None:
    money = money_open()
    at = datetime(2024, 5, 6, 23, 30, microsecond=microseconds, tzinfo=UTC) + timedelta(hours=2)
    entry = LedgerEntry.objects.create(
        body=money.body, programme=money.programme, line=money.hall, kind="pay", amount=12, day=DAY,
        reason="chi | «ăn»", person=viewer_of("accountant", money.body).person, at=at,
    )  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {words()} FROM store_ledgerentry e WHERE e.id = %s", [entry.pk])
        (written,) = cursor.fetchone()
    assert written == words_of(
        id=entry.pk, body=money.body.pk, programme=money.programme.pk, line=money.hall.pk, contract=None, supplier=None,
        amount=12, reverses=None, day="2024-05-06", person=entry.person_id,
        at=f"2024-05-07 01:30:00.{microseconds:06}", kind="pay", reason="chi | «ăn»",
    )  # fmt: skip


def test_a_seal_is_the_hash_of_the_one_before_and_the_words() -> None:
    said = words_of(id=1, body=2, programme=3, line=4, contract=None, supplier=None, amount=5, reverses=None,
                    day="2024-05-06", person=6, at="2024-05-06 05:00:00.000000", kind="pay", reason="")  # fmt: skip
    assert said == "1|2|3|4|||5||2024-05-06|6|2024-05-06 05:00:00.000000|pay|"
    assert seal(FIRST, said) == "1385bedc43020de9dd954b7878363c71d42114ed800e7b8de298525a63abe010"


OF_ENTRIES = (
    "amount = 11", "kind = 'advance'", "day = '2024-05-07'", "reason = ''", "at = '2024-05-06 05:00:01+00'",
    "supplier_id = (SELECT id FROM store_supplier)", "person_id = person_id - 1",
)  # fmt: skip


@pytest.mark.parametrize("change", OF_ENTRIES)
def test_an_entry_that_was_changed_is_named(change: str) -> None:
    made = a_year(money_open())
    seal_entries()
    by_hand(f"UPDATE store_ledgerentry SET {change} WHERE id = {made[2]}")
    touched = look().touched
    assert touched and (touched.table, touched.id) == ("store_ledgerentry", made[2])


def test_an_entry_on_another_line_another_contract_or_gone_is_named() -> None:
    money = money_open()
    made = a_year(money)
    seal_entries()
    for statement in (
        f"UPDATE store_ledgerentry SET line_id = {money.hall.pk} WHERE id = {made[1]}",
        f"UPDATE store_ledgerentry SET line_id = {money.banner.pk} WHERE id = {made[1]}",
        f"UPDATE store_ledgerentry SET contract_id = NULL WHERE id = {made[1]}",
    ):
        by_hand(statement)
        touched = look().touched
        whole = statement.endswith(f"{money.banner.pk} WHERE id = {made[1]}")
        assert (touched is None) if whole else (touched and touched.id == made[1])


@pytest.mark.parametrize(("statement", "table", "which"), [
    ("DELETE FROM store_ledgerentry WHERE id = {2}", "store_ledgerentry", 2),
    ("UPDATE store_ledgerseal SET hash = '{zeros}' WHERE entry_id = {1}", "store_ledgerentry", 1),
    ("UPDATE store_ledgerseal SET previous = '{zeros}' WHERE entry_id = {1}", "store_ledgerseal", 1),
    ("UPDATE store_ledgerseal SET position = 9 WHERE entry_id = {1}", "store_ledgerseal", 1),
    ("UPDATE store_ledgerseal SET id = id + 100 WHERE entry_id = {1}", "store_ledgerseal", 2),
    ("DELETE FROM store_ledgerseal WHERE entry_id = {1}", "store_ledgerseal", 2),
])  # fmt: skip
def test_a_seal_that_was_changed_or_taken_out_is_named(statement: str, table: str, which: int) -> None:
    made = a_year(money_open())
    seal_entries()
    seals = {seal.entry_id: seal.pk for seal in LedgerSeal.objects.all()}
    by_hand(statement.format(*made, zeros="0" * 63 + "1"))
    touched = look().touched
    named = made[which] if table == "store_ledgerentry" else seals[made[which]]
    assert touched and (touched.table, touched.id) == (table, named)
    transaction.set_rollback(True)  # a seal without its entry would be refused at the end


def test_an_entry_put_in_by_hand_moves_no_balance_and_so_is_found() -> None:
    money = money_open()
    made = a_year(money)
    seal_entries()
    by_hand(
        "INSERT INTO store_ledgerentry (body_id, programme_id, line_id, kind, amount, day, reason, person_id, at) "
        f"SELECT body_id, programme_id, line_id, 'request', 3, day, '', person_id, at FROM store_ledgerentry "
        f"WHERE id = {made[0]}"
    )
    touched = look().touched
    assert touched and (touched.table, touched.id) == ("store_line", money.banner.pk)
    assert touched.why_en == "taken says 30, worked out anew it is 33 đồng"


@pytest.mark.parametrize(("change", "table", "said"), [
    ("store_line SET taken = 29 WHERE place = 0", "store_line", "taken says 29, worked out anew it is 30 đồng"),
    ("store_line SET committed = 31 WHERE place = 0", "store_line", "committed says 31"),
    ("store_line SET held = 1 WHERE place = 0", "store_line", "held says 1"),
    ("store_line SET advanced = 1 WHERE place = 0", "store_line", "advanced says 1"),
    ("store_line SET advanced = 1, staff = 1 WHERE place = 0", "store_line", "advanced says 1"),
    ("store_line SET used = 11 WHERE place = 0", "store_line", "used says 11, worked out anew it is 12 đồng"),
    ("store_line SET taken = 1 WHERE place = 2", "store_line", "taken says 1, worked out anew it is 0 đồng"),
    ("store_line SET ceiling = 41 WHERE place = 0", "store_programme", "says 101, worked out anew it is 100 đồng"),
    ("store_line SET quantity = 2, unit_price = 20, ceiling = 41 WHERE place = 0", "store_line", "ceiling says 41"),
    ("store_share SET committed = 31", "store_share", "committed says 31"),
    ("store_share SET used = 13", "store_share", "used says 13"),
    ("store_contract SET committed = 29", "store_contract", "committed says 29"),
    ("store_contract SET used = 11", "store_contract", "used says 11"),
    ("store_contract SET held = 1", "store_contract", "held says 1"),
    ("store_contract SET advanced = 1", "store_contract", "advanced says 1"),
    ("store_programme SET taken = 31", "store_programme", "taken says 31"),
    ("store_programme SET used = 11", "store_programme", "used says 11"),
    ("store_programme SET ceiling = 101", "store_programme", "ceiling says 101, worked out anew it is 100 đồng"),
    ("store_allotment SET taken = 31", "store_allotment", "taken says 31"),
    ("store_allotment SET used = 11", "store_allotment", "used says 11"),
    ("store_allotment SET reserved = 101", "store_allotment", "reserved says 101, worked out anew it is 100 đồng"),
    ("store_allotment SET ceiling = 151", "store_allotment", "ceiling says 151, worked out anew it is 150 đồng"),
    ("store_allotment SET amount = 151", "store_allotment", "ceiling says 150, worked out anew it is 151 đồng"),
])  # fmt: skip
def test_a_balance_that_was_changed_is_named_with_what_it_should_be(change: str, table: str, said: str) -> None:
    a_year(money_open())
    seal_entries()
    assert look().touched is None
    by_hand(f"UPDATE {change}")
    touched = look().touched
    assert touched and touched.table == table and said in touched.why_en
