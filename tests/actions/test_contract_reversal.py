"""What was entered of a contract by mistake is taken back by somebody else, whole, once, and never under money that was
asked for. Lines of 40 (băng rôn), 35 (sổ tay) and 25 (hội trường) million đồng; sums are in million đồng unless they
stand with their dots."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from quyet.actions.approval import Stopped
from quyet.actions.contract_reversal import take_back
from quyet.actions.contracts import NewContract, open_contract, release
from quyet.actions.refusal import Forbidden, NotHere, Refused
from quyet.queries.contracts import signed_value, told_of_contract
from quyet.queries.ledger_check import checked
from quyet.queries.ledger_groups import groups
from quyet.store.models import (
    Activity,
    Appendix,
    Contract,
    ContractAct,
    JournalRow,
    LedgerEntry,
    Line,
    Notice,
    PaymentRequest,
    Share,
)
from tests.actions.test_contracts import appendix, refusal
from tests.actions.test_ledger import at_once
from tests.cast import office, viewer_of
from tests.spending import MAY, TR, Office, key, millions_of, on

pytestmark = pytest.mark.django_db
LATER = date(2024, 6, 3)


@pytest.fixture
def at(db: Any) -> Office:
    return Office()


def act_of(contract: int, what: str = "enter") -> int:
    return ContractAct.objects.filter(contract=contract, what=what).latest("pk").pk


def undo(at: Office, act: int, who: str = "accountant", reason: str = "nhập nhầm giá trị", day: date = LATER,
         under: str = "") -> int:  # fmt: skip
    at.day = LATER
    with on(LATER):
        return take_back(at.who(who), act, reason, day, under or key())


def released(at: Office, contract: int) -> None:
    with on(at.day):
        release(at.who("accountant"), contract, "thanh lý", at.day, key())


def money_of(at: Office) -> tuple[int, int]:
    """What the programme and its allotment have taken, in million đồng."""
    at.money.programme.refresh_from_db()
    at.money.allotment.refresh_from_db()
    return at.money.programme.taken // TR, at.money.allotment.taken // TR


# --- a contract -------------------------------------------------------------------------------------------------------


def test_a_contract_entered_by_mistake_gives_back_all_that_it_committed(at: Office) -> None:
    wrong = at.contract((at.money.banner, 30), (at.money.handbook, 20))
    appendix(at, wrong, (at.money.banner, 5), (at.money.hall, 10))
    assert money_of(at) == (65, 65)
    made = undo(at, act_of(wrong), "director")
    assert [millions_of(line)[:2] for line in at.money.lines] == [(0, 0)] * 3 and money_of(at) == (0, 0)
    row = Contract.objects.get(pk=wrong)
    assert (row.taken_back, row.value, row.committed) == (True, 65 * TR, 0)
    assert {each.committed for each in Share.objects.filter(contract=wrong)} == {0}
    entries = LedgerEntry.objects.filter(contract=wrong)
    assert entries.filter(reverses=None).count() == 4 and not entries.filter(reverses=None, reversed_by=None).exists()
    assert {(each.day, each.reason) for each in entries.exclude(reverses=None)} == {(LATER, "nhập nhầm giá trị")}
    act = ContractAct.objects.get(pk=made)
    assert (act.what, act.takes_back_id, act.reason, act.day) == (
        "take_back", act_of(wrong), "nhập nhầm giá trị", LATER,
    )  # fmt: skip
    journal = JournalRow.objects.get(act="take_back")
    assert (journal.reason, json.loads(journal.data)["amount"]) == ("nhập nhầm giá trị", 65 * TR)
    assert list(
        Notice.objects.filter(message__contains="Hủy hợp đồng nhập nhầm").values_list("person__login", flat=True)
    ) == ["an"]
    *_, found = checked()
    assert found.touched is None


def test_its_number_is_entered_anew_for_the_right_one_and_once(at: Office) -> None:
    wrong = at.contract((at.money.banner, 30))
    undo(at, act_of(wrong))
    at.day = MAY
    right = at.contract((at.money.banner, 3))
    assert [(each.pk, each.taken_back, each.value // TR) for each in Contract.objects.order_by("pk")] == [
        (wrong, True, 30), (right, False, 3),
    ]  # fmt: skip
    with pytest.raises(Refused, match="there already"):
        at.contract((at.money.banner, 3))
    assert millions_of(at.money.banner)[:2] == (3, 3)


def test_it_counts_for_nothing_in_sums_splits_and_warnings(at: Office) -> None:
    for place, line in enumerate((at.money.banner, at.money.handbook)):
        activity = Activity.objects.create(programme=at.money.programme, place=place, ref=str(place), kind="banner", title="Băng rôn")  # fmt: skip
        Line.objects.filter(pk=line.pk).update(activity=activity)
    wrong = at.contract((at.money.banner, 30))
    second = at.contract((at.money.handbook, 25), number="02/HĐ")
    assert len(told_of_contract(Contract.objects.get(pk=second))) == 2  # with the first one it is one purchase
    undo(at, act_of(wrong))
    assert [each.message for each in told_of_contract(Contract.objects.get(pk=second))] == [
        "25.000.000 đồng ngày 06/05/2024: thủ trưởng quyết định mua. Luật Đấu thầu 22/2023/QH15, Điều 23 khoản 4.",
    ]
    assert told_of_contract(Contract.objects.get(pk=wrong)) == []
    assert [each.name for each in groups(at.money.programme, "contract")] == ["02/HĐ, 06/05/2024"]
    assert [(each.name, each.balances.committed // TR) for each in groups(at.money.programme, "payee")] == [
        ("Công ty In Một", 25)
    ]


def test_nothing_more_is_made_of_it(at: Office) -> None:
    wrong = at.contract((at.money.banner, 30))
    undo(at, act_of(wrong))
    said = "hợp đồng 01/HĐ ngày 06/05/2024 đã hủy vì nhập nhầm; chọn hợp đồng khác"
    for more in (
        lambda: at.ask("payment", (at.money.banner, 1), contract=wrong),
        lambda: at.ask("advance", (at.money.banner, 1), contract=wrong),
        lambda: appendix(at, wrong, (at.money.banner, 1), day=LATER),
        lambda: released(at, wrong),
    ):
        with pytest.raises(Refused) as refused:
            more()
        assert refusal(refused) == said
    for twice in (act_of(wrong), act_of(wrong, "take_back")):
        with pytest.raises(Stopped, match="taken back"):
            undo(at, twice, "director")


def test_with_money_asked_for_or_moved_it_stays_and_every_number_is_said(at: Office) -> None:
    contract = at.contract((at.money.banner, 30))
    at.done("payment", (at.money.banner, 8), contract=contract, title="Đợt 1")
    at.go(at.ask("payment", (at.money.banner, 5), contract=contract, title="Đợt 2"), "check")
    with pytest.raises(Stopped) as refused:
        undo(at, act_of(contract))
    assert refusal(refused) == (
        "Hợp đồng 01/HĐ có 2 đề nghị chi: «Đợt 2»; «Đợt 1»; đang giữ 5.000.000, tạm ứng 0, đã chi 8.000.000 đồng. Chỉ hủy "
        "được hợp đồng chưa ai đề nghị tiền, hoặc mọi đề nghị đã thôi; phần không dùng nữa thì hủy phần còn lại."
    )
    assert millions_of(at.money.banner) == (30, 30, 5, 0, 0, 8)


def test_a_request_that_waits_or_came_back_keeps_it_and_one_that_was_withdrawn_does_not(at: Office) -> None:
    contract = at.contract((at.money.banner, 30))
    asked = at.ask("payment", (at.money.banner, 5), contract=contract)
    with pytest.raises(Stopped):
        undo(at, act_of(contract))
    at.go(asked, "return", reason="sai")
    with pytest.raises(Stopped):
        undo(at, act_of(contract))
    at.go(asked, "withdraw", reason="nhầm hợp đồng")
    undo(at, act_of(contract))
    assert millions_of(at.money.banner)[:2] == (0, 0)


# --- an appendix, a release -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("by", "value"), [(5, 35), (-10, 20)])
def test_an_appendix_entered_by_mistake_is_undone_and_its_number_is_free(at: Office, by: int, value: int) -> None:
    contract = at.contract((at.money.banner, 30))
    appendix(at, contract, (at.money.banner, by))
    assert Contract.objects.get().value == value * TR
    undo(at, act_of(contract, "appendix"))
    row = Contract.objects.get()
    assert (row.value, row.committed, row.taken_back, signed_value(row)) == (30 * TR, 30 * TR, False, 30 * TR)
    assert millions_of(at.money.banner)[:2] == (30, 30)
    appendix(at, contract, (at.money.banner, 2), day=LATER)
    assert list(Appendix.objects.order_by("pk").values_list("number", "again")) == [("PL-01", 0), ("PL-01", 1)]
    assert signed_value(Contract.objects.get()) == 30 * TR


def test_an_appendix_is_not_taken_back_under_money_that_was_paid_of_it(at: Office) -> None:
    contract = at.contract((at.money.banner, 10))
    appendix(at, contract, (at.money.banner, 20))
    at.done("payment", (at.money.banner, 25), contract=contract)
    with pytest.raises(Refused) as refused:
        undo(at, act_of(contract, "appendix"))
    assert refusal(refused) == (
        "hợp đồng 01/HĐ: cam kết 30.000.000, đang giữ 0, tạm ứng 0, đã chi 25.000.000, còn 5.000.000; cần thêm "
        "20.000.000 đồng"
    )
    assert Contract.objects.get().value == 30 * TR and millions_of(at.money.banner)[:2] == (30, 30)


def test_an_appendix_below_which_nothing_would_be_left_waits_for_the_later_one(at: Office) -> None:
    contract = at.contract((at.money.banner, 10))
    appendix(at, contract, (at.money.banner, 10))
    first = act_of(contract, "appendix")
    appendix(at, contract, (at.money.banner, -15), number="PL-02")
    with pytest.raises(Stopped, match="would be of -5.000.000"):
        undo(at, first)
    undo(at, act_of(contract, "appendix"))
    undo(at, first)
    assert (Contract.objects.get().value, millions_of(at.money.banner)[0]) == (10 * TR, 10)


def test_a_release_is_undone_where_the_line_still_has_the_money(at: Office) -> None:
    contract = at.contract((at.money.banner, 30))
    released(at, contract)
    other = at.contract((at.money.banner, 15), number="02/HĐ")
    with pytest.raises(Refused, match="line “Băng rôn”: 40.000.000 given, 15.000.000 committed.*30.000.000 đồng more"):
        undo(at, act_of(contract, "release"), "director")
    undo(at, act_of(other))
    undo(at, act_of(contract, "release"), "director")
    assert millions_of(at.money.banner)[:2] == (30, 30)
    assert Contract.objects.get(pk=contract).committed == 30 * TR


def test_a_contract_whose_rest_was_released_is_taken_back_too(at: Office) -> None:
    contract = at.contract((at.money.banner, 30))
    released(at, contract)
    undo(at, act_of(contract), "director")
    assert Contract.objects.get().taken_back and money_of(at) == (0, 0)


# --- who, why, when ---------------------------------------------------------------------------------------------------


def test_nobody_takes_back_what_they_entered_and_no_admin_moves_money(at: Office) -> None:
    with on(at.day):
        new = NewContract(at.money.supplier.pk, "02/HĐ", at.day, "In", {at.money.hall.pk: TR})
        own = open_contract(at.who("accountant"), at.money.programme.pk, new, key())
    with pytest.raises(Stopped) as refused:
        undo(at, act_of(own))
    assert refusal(refused) == "Người đã ghi không tự đảo việc của mình: nhờ thủ trưởng hoặc một kế toán khác."
    for role in ("officer", "head", "clerk", "auditor", "admin"):
        with pytest.raises(Forbidden):
            undo(at, act_of(own), role)
    assert millions_of(at.money.hall)[0] == 1
    undo(at, act_of(own), "director")
    assert millions_of(at.money.hall)[0] == 0


def test_whoever_entered_an_appendix_does_not_take_the_whole_contract_back(at: Office) -> None:
    from quyet.actions.contracts import NewAppendix, add_appendix

    contract = at.contract((at.money.banner, 10))
    with on(at.day):
        new = NewAppendix("PL-01", at.day, "thêm", {at.money.banner.pk: TR})
        add_appendix(at.who("accountant"), contract, new, key())
    with pytest.raises(Stopped, match="Whoever entered it"):
        undo(at, act_of(contract))
    undo(at, act_of(contract), "director")


def test_another_body_s_contract_is_not_there(at: Office) -> None:
    contract = at.contract((at.money.banner, 10))
    other = office("Sở Tài chính tỉnh Hà Bình", tag="2")
    with on(LATER), pytest.raises(NotHere):
        take_back(viewer_of("accountant", other, tag="2"), act_of(contract), "nhầm", LATER, key())
    with on(LATER), pytest.raises(NotHere):
        take_back(at.who("accountant"), 987654, "nhầm", LATER, key())


@pytest.mark.parametrize(("reason", "day", "says"), [
    (" ", LATER, "chưa ghi"),
    ("x" * 501, LATER, "dài quá 500 ký tự"),
    ("nhầm\0", LATER, "U+0000"),
    ("nhầm", date(2024, 6, 4), "ngày 04/06/2024 chưa đến"),
    ("nhầm", date(2024, 5, 5), "không đảo trước ngày đã ghi 06/05/2024"),
])  # fmt: skip
def test_a_reason_and_a_day_that_can_be_are_asked_for(at: Office, reason: str, day: date, says: str) -> None:
    contract = at.contract((at.money.banner, 10))
    with pytest.raises(Refused) as refused:
        undo(at, act_of(contract), reason=reason, day=day)
    assert says in refusal(refused)
    assert millions_of(at.money.banner)[0] == 10 and ContractAct.objects.count() == 1


def test_asked_for_twice_under_one_key_it_is_done_once(at: Office) -> None:
    contract = at.contract((at.money.banner, 10))
    act = act_of(contract)
    assert undo(at, act, under="huy-mot-lan-1") == undo(at, act, under="huy-mot-lan-1")
    assert LedgerEntry.objects.filter(contract=contract).count() == 2


def test_by_hand_in_sql_nothing_is_committed_on_it(at: Office) -> None:
    contract = at.contract((at.money.banner, 10))
    undo(at, act_of(contract))
    for statement in ("UPDATE store_contract SET committed = 5", "UPDATE store_contract SET taken_back = false"):
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


def test_one_that_was_marked_by_hand_is_named_by_the_verification(at: Office) -> None:
    contract = at.contract((at.money.banner, 10))
    released(at, contract)  # else the CHECK refuses
    Contract.objects.update(taken_back=True)
    *_, found = checked()
    assert found.touched is not None
    assert (found.touched.table, found.touched.id) == ("store_contract", contract)
    assert found.touched.why == "ghi là đã hủy vì nhập nhầm, mà không có việc nào hủy; hoặc ngược lại"


# --- at once ----------------------------------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_of_several_who_take_one_contract_back_at_once_one_does() -> None:
    at = Office()
    act = act_of(at.contract((at.money.banner, 20), (at.money.hall, 5)))
    at.day = LATER
    acts = [lambda who=who: undo(at, act, who) for who in ("accountant", "director", "deputy") * 2]
    assert at_once(*acts) == ["done", *["refused"] * 5]
    assert millions_of(at.money.banner)[0] == millions_of(at.money.hall)[0] == 0
    assert ContractAct.objects.filter(what="take_back").count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_contract_is_taken_back_or_asked_on_or_changed_and_never_both() -> None:
    at = Office()
    contract = at.contract((at.money.banner, 20))
    act = act_of(contract)
    bills = [at.invoice(1) for _ in range(2)]
    at.day = LATER
    asks = [lambda bill=bill: at.ask("payment", (at.money.banner, 1), contract=contract, invoices={bill: TR})
            for bill in bills]  # fmt: skip
    grown = [lambda number=number: appendix(at, contract, (at.money.handbook, 1), number=number, day=LATER)
             for number in ("PL-01", "PL-02")]  # fmt: skip
    at_once(asks[0], lambda: undo(at, act), grown[0], asks[1], lambda: undo(at, act, "director"), grown[1])
    row, live = Contract.objects.get(), PaymentRequest.objects.exclude(state="withdrawn").count()
    assert row.taken_back == (live == 0)
    taken = sum(millions_of(line)[0] for line in at.money.lines)
    assert row.committed // TR == taken and (taken == 0) == row.taken_back
    *_, found = checked()
    assert found.touched is None


@pytest.mark.django_db(transaction=True)
def test_one_contract_entered_by_two_at_once_is_there_once_and_the_other_is_told() -> None:
    at = Office()
    assert at_once(*[lambda: at.contract((at.money.banner, 2))] * 4) == ["done", *["refused"] * 3]
    assert Contract.objects.count() == 1 and millions_of(at.money.banner)[0] == 2
