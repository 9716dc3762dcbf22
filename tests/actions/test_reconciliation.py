"""The treasury's statement beside what was paid: imported once, tied by people for a reason, and no money moves by it.

6 May 2024; hall 25 million đồng. All invented.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from quyet.actions.reconciliation import import_statement, tie, untie
from quyet.actions.refusal import Forbidden, NotHere, Refused
from quyet.queries.files import bytes_of
from quyet.queries.reconciliation import Reconciled, reconciled, statement_of
from quyet.store.models import JournalRow, LedgerEntry, Line, TreasuryAct, TreasuryRow, TreasuryStatement
from tests.cast import office, viewer_of
from tests.spending import TR, Office, key, on

pytestmark = pytest.mark.django_db

HEAD = "Ngày;Số chứng từ;Nội dung;NDKT;Số tiền\n"
MAY: dict[str, Any] = {"since": date(2024, 5, 1), "until": date(2024, 5, 31)}
PAID = f"{HEAD}06/05/2024;KB-1;Thuê hội trường;6751;10.000.000\n"


@pytest.fixture
def at(db: Any, settings: Any, tmp_path: Path) -> Iterator[Office]:
    settings.FILES = tmp_path
    made = Office()
    with on(made.day):
        yield made


def brought(at: Office, text: str, role: str = "accountant", **days: Any) -> Reconciled:
    return found(at, import_statement(at.who(role), text.encode(), "sao-ke.csv", key(), **days).pk)


def found(at: Office, pk: int) -> Reconciled:
    statement = statement_of(at.who("accountant"), pk)
    assert statement is not None
    return reconciled(statement)


def kinds(all_: Reconciled) -> list[tuple[str, str, int, int]]:
    return [(each.kind, each.why, each.of_treasury // TR, each.of_quyet // TR) for each in all_.groups]


def ids(group: Any) -> tuple[list[int], list[int]]:
    return [each.pk for each in group.rows], [each.pk for each in group.requests]


def test_what_agrees_is_matched_and_the_file_is_kept_with_its_hash(at: Office) -> None:
    at.done("payment", (at.money.hall, 10))
    all_ = brought(at, PAID)
    assert kinds(all_) == [("matched", "exact", 10, 10)] and all_.agrees
    assert bytes_of(all_.statement.file) == PAID.encode()
    assert all_.statement.sha256 == all_.statement.file.sha256
    row = TreasuryRow.objects.get()
    assert (row.place, row.number, row.content, row.code, row.amount) == (2, "KB-1", "Thuê hội trường", "6751", 10 * TR)
    told = JournalRow.objects.get(act="statement")
    assert json.loads(told.data)["sha256"] == all_.statement.sha256


def test_each_group_is_told_and_the_sums_come_to_both_totals(at: Office) -> None:
    at.done("payment", (at.money.hall, 10))  # KB-1, 6 May
    at.go(at.ask("payment", (at.money.banner, 7)), "check", "approve", "send", "confirm", number="KB-2")
    at.go(at.ask("payment", (at.money.banner, 5)), "check", "approve", "send", "confirm", number="KB-3")
    at.go(at.ask("payment", (at.money.handbook, 3)), "check", "approve", "send", "confirm", number="KB-4")
    rows = ("06/05/2024;KB-1;x;;10.000.000", "04/05/2024;;y;;7.000.000", "06/05/2024;KB-3;z;;4.000.000", "06/05/2024;99;lương;;90.000.000")  # fmt: skip
    all_ = brought(at, HEAD + "\n".join(rows))
    assert kinds(all_) == [
        ("matched", "exact", 10, 10), ("proposed", "near", 7, 7), ("differs", "number", 4, 5), ("treasury", "", 90, 0),
        ("quyet", "", 0, 3),
    ]  # fmt: skip
    assert [(each.kind, each.apart // TR) for each in all_.sums] == [
        ("matched", 0), ("proposed", 0), ("differs", -1), ("treasury", 90), ("quyet", -3),
    ]  # fmt: skip
    whole = all_.whole
    assert (whole.of_treasury, whole.of_quyet, whole.apart) == (111 * TR, 25 * TR, 86 * TR)
    assert whole.of_treasury == all_.statement.amount
    assert sum(each.of_treasury for each in all_.sums) == whole.of_treasury
    assert sum(each.of_quyet for each in all_.sums) == whole.of_quyet


def test_money_back_stands_below_nought_on_both_sides(at: Office) -> None:
    first = at.done("payment", (at.money.hall, 10))
    back = at.ask("refund", (at.money.hall, 2), of=first, title="Nộp trả")
    at.go(back, "check", "approve", "send", "confirm", number="NT-1")
    all_ = brought(at, PAID + "06/05/2024;NT-1;Nộp trả kinh phí;6751;-2.000.000\n")
    assert kinds(all_) == [("matched", "exact", 10, 10), ("matched", "exact", -2, -2)]


def test_a_clearing_moves_no_money_and_is_never_missed(at: Office) -> None:
    advance = at.done("advance", (at.money.hall, 10))
    at.go(at.ask("clearing", (at.money.hall, 10), of=advance), "check", "approve", "send", "confirm", number="TT-1")
    all_ = brought(at, PAID)
    assert kinds(all_) == [("matched", "exact", 10, 10)]
    with_it = brought(at, PAID + "06/05/2024;TT-1;Thanh toán tạm ứng;6751;10.000.000\n")
    assert kinds(with_it) == [("matched", "exact", 10, 10)] * 2 and with_it.moved_in == 1


def test_the_same_file_twice_is_told_and_the_same_form_twice_counts_once(at: Office) -> None:
    first = import_statement(at.who("accountant"), PAID.encode(), "a.csv", "mot-lan-0001")
    assert import_statement(at.who("accountant"), PAID.encode(), "a.csv", "mot-lan-0001") == first
    with pytest.raises(Refused) as refused:
        import_statement(at.who("accountant"), PAID.encode(), "ten-khac.csv", key())
    assert refused.value.faults[0].message == (
        "tệp này đã nhập ngày 06/05/2024, kỳ 06/05/2024–06/05/2024, 1 dòng: không nhập hai lần"
    )
    assert TreasuryStatement.objects.count() == 1 and TreasuryRow.objects.count() == 1


def test_days_are_those_given_else_said_else_of_the_rows(at: Office) -> None:
    given = brought(at, PAID, since=date(2024, 5, 1), until=date(2024, 5, 31)).statement
    assert (given.since, given.until) == (date(2024, 5, 1), date(2024, 5, 31))
    said = brought(at, f"Từ ngày 01/04/2024 đến ngày 30/06/2024\n{PAID}").statement
    assert (said.since, said.until) == (date(2024, 4, 1), date(2024, 6, 30))
    cases: tuple[tuple[str, dict[str, Any], str], ...] = (
        (PAID + " ", {"since": date(2024, 5, 7)}, "kỳ sao kê kết thúc 06/05/2024 trước khi bắt đầu 07/05/2024"),
        (PAID + " ", {"until": date(2024, 5, 5), "since": date(2024, 5, 1)}, "hàng 2: ngày 06/05/2024 ở ngoài kỳ 01/05/2024 đến 05/05/2024"),
        (PAID.replace("06/05", "07/05"), {}, "hàng 2: ngày 07/05/2024 chưa đến"),
    )  # fmt: skip
    for text, days, message in cases:
        with pytest.raises(Refused) as refused:
            brought(at, text, **days)
        assert refused.value.faults[0].message == message
    assert TreasuryStatement.objects.count() == 2


def test_a_person_confirms_a_proposal_or_says_why_not(at: Office) -> None:
    at.done("payment", (at.money.hall, 10))
    all_ = brought(at, PAID.replace("KB-1", "").replace("06/05", "05/05"), **MAY)
    assert kinds(all_) == [("proposed", "near", 10, 10)]
    rows, requests = ids(all_.groups[0])
    pk = all_.statement.pk
    with pytest.raises(Refused, match="give a reason"):
        untie(at.who("accountant"), pk, rows, requests, " ", key())
    tie(at.who("accountant"), pk, rows, requests, "", key())
    assert kinds(found(at, pk)) == [("matched", "hand", 10, 10)]
    untie(at.who("accountant"), pk, rows, requests, "Của chương trình khác", key())
    assert kinds(found(at, pk)) == [("treasury", "", 10, 0), ("quyet", "", 0, 10)]
    told = [(each.act, each.reason, json.loads(each.data)) for each in JournalRow.objects.filter(act__startswith="treasury_").order_by("id")]  # fmt: skip
    assert told == [
        ("treasury_tie", "", {"rows": [2], "requests": requests}),
        ("treasury_untie", "Của chương trình khác", {"rows": [2], "requests": requests}),
    ]


def test_what_is_tied_by_hand_needs_a_reason_and_says_by_how_much_it_differs(at: Office) -> None:
    first = at.done("payment", (at.money.hall, 10))
    all_ = brought(at, HEAD + "06/05/2024;500;Thuê hội trường;;9.000.000\n06/05/2024;501;Phí;;2.000.000\n")
    rows, pk = [each.rows[0].pk for each in all_.of("treasury")], all_.statement.pk
    with pytest.raises(Refused, match="give a reason"):
        tie(at.who("accountant"), pk, rows, [first], "", key())
    tie(at.who("accountant"), pk, rows, [first], "Hai lần chuyển", "ghep-tay-0001")
    tie(at.who("accountant"), pk, rows, [first], "Hai lần chuyển", "ghep-tay-0001")  # sent again
    assert TreasuryAct.objects.count() == 1
    assert kinds(found(at, pk)) == [("differs", "hand", 11, 10)]
    with pytest.raises(Refused, match="take it apart first"):
        tie(at.who("accountant"), pk, rows[:1], [first], "Lại", key())


def test_nobody_ties_one_side_alone_or_what_is_not_of_this_statement(at: Office) -> None:
    first = at.done("payment", (at.money.hall, 10))
    pk = brought(at, PAID).statement.pk
    row = TreasuryRow.objects.get().pk
    for rows, requests in (([row], []), ([], [first])):
        with pytest.raises(Refused, match="at least one"):
            tie(at.who("accountant"), pk, rows, requests, "Lý do", key())
    for rows, requests in (([row + 7], [first]), ([row], [first + 7])):
        with pytest.raises(NotHere):
            tie(at.who("accountant"), pk, rows, requests, "Lý do", key())
    with pytest.raises(Refused, match="no longer one group"):
        untie(at.who("accountant"), pk, [row], [first + 7], "Lý do", key())
    for role in ("officer", "director", "auditor", "clerk", "admin"):
        with pytest.raises(Forbidden):
            untie(at.who(role), pk, [row], [first], "Lý do", key())
        with pytest.raises(Forbidden):
            import_statement(at.who(role), PAID.encode() + b" ", "a.csv", key())
    office("Sở Nông nghiệp tỉnh Mường Hoa", tag="-xa")
    with pytest.raises(NotHere):
        untie(viewer_of("accountant", tag="-xa"), pk, [row], [first], "Lý do", key())
    assert statement_of(viewer_of("accountant", tag="-xa"), pk) is None
    assert not TreasuryAct.objects.exists()


def test_nothing_of_the_ledger_moves_and_a_correction_there_is_seen_here(at: Office) -> None:
    first = at.done("payment", (at.money.hall, 10))
    before = list(LedgerEntry.objects.values()), list(Line.objects.values())
    all_ = brought(at, PAID)
    untie(at.who("accountant"), all_.statement.pk, *ids(all_.groups[0]), "Thử", key())
    assert (list(LedgerEntry.objects.values()), list(Line.objects.values())) == before
    tie(at.who("accountant"), all_.statement.pk, *ids(all_.groups[0]), "Đúng rồi", key())
    at.go(first, "correct", reason="Nhập nhầm")
    assert kinds(found(at, all_.statement.pk)) == [("treasury", "", 10, 0)]
    at.go(first, "confirm")
    assert kinds(found(at, all_.statement.pk)) == [("matched", "hand", 10, 10)]
