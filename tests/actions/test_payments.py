"""The road of a payment on the ledger: what is held when, what the treasury's word moves, and each refusal in full.

Lines of 40, 35 and 25 million đồng; sums are in million đồng unless they stand with their dots.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from quyet.actions.approval import Stopped
from quyet.actions.ledger_seals import seal_entries
from quyet.actions.payments import approve, ask_again, check
from quyet.actions.refusal import NotHere, Refused
from quyet.queries.desk import due_of
from quyet.queries.done_days import done_days
from quyet.queries.ledger_check import checked
from quyet.queries.payments import told_of, unsettled
from quyet.queries.spending import request_of
from quyet.store.models import Contract, JournalRow, LedgerEntry, PaymentAct, PaymentRequest, RoleHeld
from tests.cast import SINCE, office, viewer_of
from tests.spending import MAY, TR, Office, key, millions_of, on, registered

pytestmark = pytest.mark.django_db


@pytest.fixture
def at(db: Any) -> Office:
    return Office()


def entries() -> list[tuple[str, int, bool]]:
    """Kind, million đồng, whether it takes back; in their order."""
    return [(each.kind, each.amount // TR, each.reverses_id is not None) for each in LedgerEntry.objects.order_by("id")]


def refusal(caught: pytest.ExceptionInfo[Refused]) -> str:
    return "; ".join(fault.message for fault in caught.value.faults)


# --- the road ---------------------------------------------------------------------------------------------------------


def test_money_is_held_from_the_check_on_and_paid_when_the_treasury_confirms(at: Office) -> None:
    hall = at.money.hall
    request = at.ask("payment", (hall, 8))
    assert millions_of(hall) == (0, 0, 0, 0, 0, 0), "asking holds nothing"
    at.go(request, "check")
    assert millions_of(hall) == (8, 0, 8, 0, 0, 0)
    at.go(request, "approve", "send")
    assert millions_of(hall) == (8, 0, 8, 0, 0, 0)
    at.day = date(2024, 5, 8)
    at.go(request, "confirm", number="RDT-15", day=date(2024, 5, 7))
    assert millions_of(hall) == (8, 0, 0, 0, 0, 8)
    assert entries() == [("request", 8, False), ("pay", 8, False)]
    paid = LedgerEntry.objects.get(kind="pay")
    assert (paid.day, paid.supplier_id) == (date(2024, 5, 7), at.money.supplier.pk)
    row = PaymentRequest.objects.get()
    assert (row.state, row.number, row.day) == ("paid", "RDT-15", date(2024, 5, 7))
    assert [each.act for each in JournalRow.objects.filter(act__startswith="payment").order_by("id")] == [
        "payment_request", "payment_check", "payment_approve", "payment_send", "payment_confirm",
    ]  # fmt: skip


def test_what_the_treasury_refuses_is_given_back_with_its_reason_and_may_be_asked_anew(at: Office) -> None:
    hall = at.money.hall
    request = at.ask("payment", (hall, 8))
    at.go(request, "check", "approve", "send")
    at.go(request, "refuse", reason="Sai tài khoản người nhận")
    assert millions_of(hall) == (0, 0, 0, 0, 0, 0)
    assert entries() == [("request", 8, False), ("request", 8, True)]
    assert LedgerEntry.objects.get(reverses__isnull=False).reason == "Sai tài khoản người nhận"
    used = PaymentRequest.objects.get().invoices.get().invoice_id
    with on(at.day):
        ask_again(at.who("officer"), request, at.new("payment", (hall, 7), invoices={used: 7 * TR}), key())
    at.go(request, "check", "approve", "send", "confirm")
    assert millions_of(hall) == (7, 0, 0, 0, 0, 7)
    assert PaymentRequest.objects.get().round == 2


@pytest.mark.parametrize(("moves", "posted"), [
    ((), []),
    (("check",), [("request", 8, False), ("request", 8, True)]),
    (("check", "approve"), [("request", 8, False), ("request", 8, True)]),
])  # fmt: skip
def test_what_is_returned_holds_nothing(at: Office, moves: tuple[str, ...], posted: list[Any]) -> None:
    request = at.go(at.ask("payment", (at.money.hall, 8)), *moves)
    at.go(request, "return", reason="thiếu danh sách")
    assert millions_of(at.money.hall) == (0, 0, 0, 0, 0, 0)
    assert entries() == posted
    with pytest.raises(Stopped, match="has no place now"):
        at.go(request, "check")
    at.go(request, "withdraw", reason="không mua nữa")


def test_a_wrong_entry_is_taken_back_by_another_person_and_made_right(at: Office) -> None:
    request = at.done("payment", (at.money.hall, 8))
    at.go(request, "correct", reason="nhập nhầm số chứng từ")
    assert millions_of(at.money.hall) == (8, 0, 8, 0, 0, 0)
    at.go(request, "confirm", number="KB-2")
    assert millions_of(at.money.hall) == (8, 0, 0, 0, 0, 8)
    assert entries() == [("request", 8, False), ("pay", 8, False), ("pay", 8, True), ("pay", 8, False)]


def test_nobody_is_two_of_who_asks_who_checks_and_who_approves(at: Office) -> None:
    """An has every role of the three: alone she gets no further than asking."""
    an = at.who("officer")
    for role in ("accountant", "director"):
        RoleHeld.objects.create(person=an.person, body=at.money.body, role=role, since=SINCE)
    request = at.ask("payment", (at.money.hall, 8))
    with pytest.raises(Stopped) as stopped, on(at.day):
        check(at.who("officer"), request, key())
    assert refusal(stopped) == (
        "Người đã đề nghị không được «Kiểm soát, giữ tiền» cho cùng một khoản; cần một người khác."
    )
    at.go(request, "check")
    with pytest.raises(Stopped, match="asked for it may not do"), on(at.day):
        approve(at.who("officer"), request, key())
    assert PaymentAct.objects.count() == 2


@pytest.mark.parametrize("role", ["head", "office", "clerk", "auditor", "admin", "director", "accountant"])
def test_only_an_officer_asks(at: Office, role: str) -> None:
    with pytest.raises(Stopped, match="is for officer"):
        at.ask("payment", (at.money.hall, 8), role=role)


def test_a_button_pressed_twice_counts_once_and_another_body_sees_nothing(at: Office) -> None:
    request = at.ask("payment", (at.money.hall, 8))
    with on(at.day):
        for _ in range(2):
            assert check(at.who("accountant"), request, "bam-hai-lan") == request
    assert millions_of(at.money.hall)[2] == 8 and PaymentAct.objects.count() == 2
    other = office("Sở Tài chính tỉnh Hà Bình", tag="2")
    with pytest.raises(NotHere):
        check(viewer_of("accountant", other, tag="2"), request, key())


def test_more_than_is_left_is_refused_at_the_check_with_every_number(at: Office) -> None:
    at.done("payment", (at.money.hall, 20))
    request = at.ask("payment", (at.money.hall, 6))
    with pytest.raises(Refused) as refused:
        at.go(request, "check")
    assert refusal(refused) == (
        "dòng «Hội trường»: được giao 25.000.000, cam kết 0, đang giữ 0, tạm ứng 0 (cá nhân 0), đã chi 20.000.000, "
        "còn 5.000.000; cần thêm 6.000.000 đồng"
    )
    assert PaymentRequest.objects.get(pk=request).state == "requested"


@pytest.mark.parametrize(("said", "says"), [
    ({"number": " "}, "ghi số chứng từ"),
    ({"day": None}, "từ đầu năm ngân sách 01/01/2024 đến hôm nay 06/05/2024"),
    ({"day": date(2023, 12, 31)}, "từ đầu năm ngân sách 01/01/2024 đến hôm nay 06/05/2024"),
    ({"day": date(2024, 5, 7)}, "từ đầu năm ngân sách 01/01/2024 đến hôm nay 06/05/2024"),
])  # fmt: skip
def test_the_treasury_s_word_has_a_number_and_a_day_that_can_be(at: Office, said: dict[str, Any], says: str) -> None:
    request = at.go(at.ask("payment", (at.money.hall, 8)), "check", "approve", "send")
    with pytest.raises(Refused) as refused:
        at.go(request, "confirm", **said)
    assert says in refusal(refused)
    assert millions_of(at.money.hall) == (8, 0, 8, 0, 0, 0)


def test_a_voucher_of_ten_days_ago_is_entered_under_its_own_day_and_told(at: Office) -> None:
    """A body that catches up: asked for on 20/05/2024 what the treasury paid on 10/05/2024."""
    at.day = date(2024, 5, 20)
    request = at.go(at.ask("payment", (at.money.hall, 8)), "check", "approve", "send")
    at.go(request, "confirm", number="RDT-10", day=date(2024, 5, 10))
    assert LedgerEntry.objects.get(kind="pay").day == PaymentRequest.objects.get().day == date(2024, 5, 10)
    assert millions_of(at.money.hall) == (8, 0, 0, 0, 0, 8)
    told = json.loads(JournalRow.objects.get(act="payment_confirm").data)["told"]
    shown = request_of(at.who("auditor"), at.money.programme.pk, request, at.day)
    assert told == "day_before_request" and shown is not None
    assert [each.message for each in shown.told] == [
        "Ngày thực hiện 10/05/2024 trước ngày đề nghị 20/05/2024: nhập sau khi đã chi, hãy đối chiếu với chứng từ giấy."
    ]
    seal_entries(thorough=True)
    *_, found = checked()
    assert (found.touched, found.waiting, found.entries) == (None, 0, 2)


def test_an_advance_is_due_by_the_day_on_which_it_was_given_not_by_that_of_its_entering(at: Office) -> None:
    at.day = date(2024, 6, 20)
    request = at.go(at.ask("advance", (at.money.hall, 8)), "check", "approve", "send")
    at.go(request, "confirm", day=date(2024, 5, 10))
    assert [(each.request.pk, each.by) for each in unsettled([at.money.body])] == [(request, date(2024, 6, 30))]


def test_nothing_is_paid_before_its_decision_its_contract_or_what_it_settles(at: Office) -> None:
    registered(at.money.programme, at.who("clerk").person)
    at.day = date(2024, 4, 15)
    contract = at.contract((at.money.banner, 20))
    at.day = date(2024, 5, 6)
    advance = at.go(at.ask("advance", (at.money.hall, 8)), "check", "approve", "send")
    with pytest.raises(Refused) as refused:
        at.go(advance, "confirm", day=date(2024, 3, 10))
    assert refusal(refused) == "ngày thực hiện phải từ ngày của 135/QĐ-SCT 11/03/2024 đến hôm nay 06/05/2024"
    at.go(advance, "confirm", day=date(2024, 4, 20))
    for other, first in (
        (at.ask("advance", (at.money.banner, 8), contract=contract), "ngày ký hợp đồng 15/04/2024"),
        (at.ask("refund_advance", (at.money.hall, 8), of=advance), "ngày của khoản được thanh toán 20/04/2024"),
    ):
        at.go(other, "check", "approve", "send")
        with pytest.raises(Refused) as refused:
            at.go(other, "confirm", day=date(2024, 4, 14))
        assert refusal(refused) == f"ngày thực hiện phải từ {first} đến hôm nay 06/05/2024"


def test_the_year_s_closing_ends_on_31_january(at: Office) -> None:
    at.day = date(2025, 2, 3)
    request = at.go(at.ask("advance", (at.money.hall, 8)), "withdraw", reason="nhập nhầm")
    days = done_days(PaymentRequest.objects.get(pk=request), at.day)
    assert (days.first.day, days.last.day, days.last.vi) == (
        date(2024, 1, 1), date(2025, 1, 31), "hết thời gian chỉnh lý",
    )  # fmt: skip


@pytest.mark.parametrize(("change", "says"), [
    ({"parts": {}}, "mỗi dòng phải từ 1"),
    ({"parts": {0: 5}}, "không phải dòng dự toán"),
    ({"parts": "zero"}, "mỗi dòng phải từ 1"),
    ({"parts": "half"}, "mỗi dòng phải từ 1"),
    ({"title": " "}, "ghi nội dung"),
    ({"supplier": None}, "ghi người nhận tiền"),
    ({"supplier": 987654}, "không phải nhà cung cấp"),
    ({"contract": 987654}, "không phải hợp đồng của chương trình"),
    ({"kind": "gift"}, "chọn loại đề nghị"),
    ({"kind": "clearing"}, "cần một khoản đã thực hiện để thanh toán: tạm ứng kho bạc"),
    ({"of": 987654}, "không thanh toán khoản nào trước đó"),
    ({"invoices": {987654: 5}}, "không phải hóa đơn của cơ quan"),
    ({"accepted_day": date(2024, 5, 7)}, "nghiệm thu ghi ngày chưa đến"),
    ({"accepted_value": -1}, "phải từ 0"),
])  # fmt: skip
def test_what_cannot_be_asked_is_refused_in_words(at: Office, change: dict[str, Any], says: str) -> None:
    from dataclasses import replace

    from quyet.actions.payments import ask

    named = {"zero": {at.money.hall.pk: 0}, "half": {at.money.hall.pk: 0.5}}
    change = {name: named.get(value, value) if name == "parts" and isinstance(value, str) else value for name, value in change.items()}  # fmt: skip
    new = replace(at.new("payment", (at.money.hall, 8)), **change)
    with pytest.raises(Refused) as refused, on(at.day):
        ask(at.who("officer"), at.money.programme.pk, new, key())
    assert says in refusal(refused)
    assert not PaymentRequest.objects.exists()


# --- advances ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def contract(at: Office) -> int:
    """60 million đồng: 40 on banners, 20 on handbooks."""
    return at.contract((at.money.banner, 40), (at.money.handbook, 20))


def test_advances_of_a_contract_of_60_million_come_to_30_at_most(at: Office, contract: int) -> None:
    at.done("advance", (at.money.banner, 20), contract=contract)
    with pytest.raises(Stopped) as stopped:
        at.ask("advance", (at.money.handbook, 11), contract=contract)
    assert refusal(stopped) == (
        "Tổng tạm ứng của hợp đồng 01/HĐ sẽ là 31.000.000 đồng, quá 50 % giá trị khi ký (60.000.000 đồng): tối đa "
        "30.000.000, đã tạm ứng 20.000.000, còn được 10.000.000 đồng. TT 17/2024/TT-BTC, Điều 6 khoản 3."
    )
    at.done("advance", (at.money.handbook, 10), contract=contract)
    assert millions_of(at.money.banner) == (40, 40, 0, 20, 0, 0)
    assert millions_of(at.money.handbook) == (20, 20, 0, 10, 0, 0)


def test_two_advances_that_were_asked_beside_one_another_meet_at_the_check(at: Office, contract: int) -> None:
    first, second = (at.ask("advance", (at.money.banner, 20), contract=contract) for _ in range(2))
    at.go(first, "check")
    with pytest.raises(Stopped, match="10.000.000 đồng left"):
        at.go(second, "check")
    assert millions_of(at.money.banner) == (40, 40, 20, 0, 0, 0), "the second holds nothing"


def test_before_may_2024_no_such_rule_is_on_file_and_it_only_warns(at: Office) -> None:
    at.day = date(2024, 4, 10)
    contract = at.contract((at.money.banner, 40), (at.money.handbook, 20))
    request = at.ask("advance", (at.money.banner, 40), contract=contract)
    (told,) = told_of(PaymentRequest.objects.get(pk=request), at.day)
    assert (told.rule, told.stops) == ("advance_unknown", False)


def test_an_advance_is_cleared_against_what_it_was_and_no_more(at: Office, contract: int) -> None:
    advance = at.done("advance", (at.money.banner, 20), contract=contract)
    with pytest.raises(Refused) as refused:
        at.ask("clearing", (at.money.banner, 21), of=advance)
    assert refusal(refused) == (
        "«Một khoản chi», dòng «Băng rôn»: đã thực hiện 20.000.000 đồng, còn 20.000.000 chưa thanh toán; đề nghị "
        "21.000.000 đồng"
    )
    at.done("clearing", (at.money.banner, 15), of=advance)
    assert millions_of(at.money.banner) == (40, 40, 0, 5, 0, 15)
    with pytest.raises(Refused, match="5.000.000 open; 6.000.000"):
        at.ask("clearing", (at.money.banner, 6), of=advance)
    at.done("refund_advance", (at.money.banner, 5), of=advance)
    assert millions_of(at.money.banner) == (35, 35, 0, 0, 0, 15), "what went back is released"


def test_from_80_percent_on_nothing_of_an_advance_may_be_open(at: Office, contract: int) -> None:
    """80 % of 60 million are 48."""
    advance = at.done("advance", (at.money.banner, 10), contract=contract)
    at.done("payment", (at.money.banner, 28), contract=contract)
    with pytest.raises(Stopped) as stopped:
        at.ask("payment", (at.money.handbook, 20), contract=contract)
    assert refusal(stopped) == (
        "Với khoản này, hợp đồng 01/HĐ đã thanh toán 48.000.000 đồng, từ 80 % giá trị (48.000.000 đồng) trở lên, mà "
        "còn tạm ứng 10.000.000 đồng chưa thu hồi: thanh toán tạm ứng trước. TT 17/2024/TT-BTC, Điều 6 khoản 4."
    )
    at.done("clearing", (at.money.banner, 10), of=advance)
    at.done("payment", (at.money.handbook, 20), contract=contract)
    assert Contract.objects.get().used == 58 * TR


def test_an_advance_without_a_contract_is_due_at_the_end_of_the_next_month(at: Office) -> None:
    advance = at.done("advance", (at.money.hall, 20))
    at.done("clearing", (at.money.hall, 12), of=advance)
    (waiting,) = unsettled([at.money.body])
    assert (waiting.open, waiting.by) == (8 * TR, date(2024, 6, 30))
    assert not waiting.is_late(date(2024, 6, 30)) and waiting.is_late(date(2024, 7, 1))
    at.day = date(2024, 7, 1)
    another = at.ask("advance", (at.money.hall, 1))
    told = [each.message for each in told_of(PaymentRequest.objects.get(pk=another), at.day) if each.rule == "advance_late"]  # fmt: skip
    assert told == [
        "Tạm ứng số KB-1 «Một khoản chi» còn 8.000.000 đồng, phải thanh toán trước hết ngày 30/06/2024: đã quá hạn."
    ]
    with on(at.day):
        (due,) = due_of([at.who("accountant")], at.day, date(2024, 8, 30))
    assert (due.what, due.day, due.title, due.is_late(at.day)) == ("advance", date(2024, 6, 30), "Một khoản chi: 8.000.000 đ", True)  # fmt: skip
    assert due.is_day_off, "a Sunday, which is told; the last day stays that day"
    at.done("clearing", (at.money.hall, 8), of=advance)
    assert unsettled([at.money.body]) == []


def test_money_of_an_advance_goes_to_a_person_and_comes_back_before_it_is_cleared(at: Office) -> None:
    advance = at.done("advance", (at.money.hall, 10), payee="Lý Thu An", listed=True)
    staff = at.done("staff_advance", (at.money.hall, 10), of=advance, payee="Lý Thu An")
    assert millions_of(at.money.hall) == (10, 0, 0, 10, 10, 0)
    early = at.ask("clearing", (at.money.hall, 10), of=advance, listed=True)
    with pytest.raises(Refused) as refused:
        at.go(early, "check", "approve", "send", "confirm")
    assert "tạm ứng 10.000.000 (cá nhân 10.000.000)" in refusal(refused)
    with pytest.raises(Refused, match="10.000.000 open; 11.000.000"):
        at.ask("staff_clearing", (at.money.hall, 11), of=staff, payee="Lý Thu An")
    with pytest.raises(Refused) as other:
        at.ask("staff_clearing", (at.money.hall, 10), of=staff, payee="Hoàng Văn Bảo")
    assert refusal(other) == "tạm ứng này «Lý Thu An» đã nhận: thanh toán tạm ứng phải là của người đó"
    at.done("staff_clearing", (at.money.hall, 10), of=staff, payee="Lý Thu An")
    at.go(early, "confirm")
    assert millions_of(at.money.hall) == (10, 0, 0, 0, 0, 10)


def test_a_refund_frees_the_line_and_is_no_more_than_was_paid(at: Office) -> None:
    paid = at.done("payment", (at.money.hall, 25))
    at.done("refund", (at.money.hall, 5), of=paid)
    assert millions_of(at.money.hall) == (20, 0, 0, 0, 0, 20)
    with pytest.raises(Refused, match="25.000.000 đồng done, 20.000.000 open; 21.000.000"):
        at.ask("refund", (at.money.hall, 21), of=paid)
    at.done("payment", (at.money.hall, 5))
    assert millions_of(at.money.hall) == (25, 0, 0, 0, 0, 25)


# --- papers and invoices ----------------------------------------------------------------------------------------------


def test_a_small_purchase_without_its_invoice_is_stopped_a_signed_list_has_none(at: Office) -> None:
    with pytest.raises(Stopped) as stopped:
        at.ask("payment", (at.money.hall, 8), invoices={})
    assert refusal(stopped) == "Thiếu hóa đơn (Luật Đấu thầu 22/2023/QH15, Điều 23 khoản 4)."
    at.done("payment", (at.money.hall, 8), payee="12 người theo danh sách", listed=True)


def test_a_contract_above_50_million_is_paid_with_its_acceptance_a_smaller_one_warns(at: Office, contract: int) -> None:
    with pytest.raises(Stopped) as stopped:
        at.ask("payment", (at.money.banner, 8), contract=contract, accepted_number="")
    assert refusal(stopped) == "Thiếu biên bản nghiệm thu (TT 17/2024/TT-BTC, Điều 5)."
    request = at.ask("payment", (at.money.hall, 8), accepted_number="")
    told = told_of(PaymentRequest.objects.get(pk=request), MAY)
    assert [(each.rule, each.stops) for each in told if each.rule.startswith("missing")] == [("missing_acceptance", False)]  # fmt: skip


def test_the_same_invoice_is_entered_once_however_it_is_typed(at: Office) -> None:
    at.invoice(8, "00000012")
    with pytest.raises(Refused) as refused:
        at.invoice(9, "12")
    assert refusal(refused) == (
        "hóa đơn 1K24TAA 00000012 của người bán 4900000001 đã nhập ngày 06/05/2024: không nhập hai lần"
    )


def test_an_invoice_pays_no_more_than_its_sum_over_all_requests(at: Office) -> None:
    invoice = at.invoice(10)
    first = at.ask("payment", (at.money.hall, 6), invoices={invoice: 6 * TR})
    with pytest.raises(Refused) as refused:
        at.ask("payment", (at.money.hall, 5), invoices={invoice: 5 * TR})
    assert "10.000.000 đồng, đã tính 6.000.000 vào đề nghị khác, còn 4.000.000; đề nghị này tính 5.000.000" in refusal(refused)  # fmt: skip
    at.go(first, "withdraw", reason="trả lại hàng")
    at.done("payment", (at.money.hall, 10), invoices={invoice: 10 * TR})


def test_where_papers_differ_it_is_told_and_people_decide(at: Office) -> None:
    request = at.ask("payment", (at.money.hall, 8), invoices={at.invoice(9): 9 * TR}, accepted_value=7 * TR)
    told = {each.rule for each in told_of(PaymentRequest.objects.get(pk=request), MAY)}
    assert {"invoice_acceptance", "request_invoices", "request_acceptance"} <= told
    at.go(request, "check", "approve")
    assert "request_acceptance" in JournalRow.objects.filter(act="payment_check").get().data
