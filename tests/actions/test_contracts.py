"""Contracts on the ledger: what they commit, what an appendix and a release move, and each refusal in full.

Lines of 40, 35 and 25 million đồng; sums are in million đồng unless they stand with their dots.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from quyet.actions.contracts import NewAppendix, NewContract, add_appendix, open_contract, release
from quyet.actions.refusal import Forbidden, NotHere, Refused
from quyet.actions.suppliers import NewSupplier, add_supplier
from quyet.queries.contracts import told_of_contract
from quyet.store.models import Activity, Appendix, Contract, Line, Supplier
from tests.cast import office, viewer_of
from tests.spending import MAY, TR, Office, key, millions_of, on, registered

pytestmark = pytest.mark.django_db


@pytest.fixture
def at(db: Any) -> Office:
    return Office()


def appendix(at: Office, contract: int, *by: tuple[Any, int], number: str = "PL-01", day: date = MAY) -> int:
    new = NewAppendix(number, day, "thay đổi số lượng", {line.pk: sum_ * TR for line, sum_ in by})
    with on(day):
        return add_appendix(at.who("officer"), contract, new, key())


def refusal(caught: pytest.ExceptionInfo[Refused]) -> str:
    return "; ".join(fault.message for fault in caught.value.faults)


def test_a_contract_takes_its_value_from_its_lines(at: Office) -> None:
    at.contract((at.money.banner, 30), (at.money.handbook, 20))
    assert millions_of(at.money.banner) == (30, 30, 0, 0, 0, 0)
    assert millions_of(at.money.handbook) == (20, 20, 0, 0, 0, 0)
    made = Contract.objects.get()
    assert (made.value, made.committed) == (50 * TR, 50 * TR)


def test_a_contract_above_what_one_line_has_left_commits_nothing_anywhere(at: Office) -> None:
    with pytest.raises(Refused) as refused:
        at.contract((at.money.banner, 30), (at.money.hall, 26))
    assert refusal(refused) == (
        "dòng «Hội trường»: được giao 25.000.000, cam kết 0, đang giữ 0, tạm ứng 0 (cá nhân 0), đã chi 0, còn "
        "25.000.000; cần thêm 26.000.000 đồng"
    )
    assert millions_of(at.money.banner) == (0, 0, 0, 0, 0, 0)
    assert not Contract.objects.exists()


def test_an_appendix_raises_and_lowers_and_what_was_signed_is_known(at: Office) -> None:
    contract = at.contract((at.money.banner, 30))
    appendix(at, contract, (at.money.banner, 5), (at.money.hall, 10))
    assert millions_of(at.money.banner)[:2] == (35, 35) and millions_of(at.money.hall)[:2] == (10, 10)
    appendix(at, contract, (at.money.banner, -15), (at.money.hall, 2), number="PL-02")
    assert millions_of(at.money.banner)[:2] == (20, 20) and millions_of(at.money.hall)[:2] == (12, 12)
    made = Contract.objects.get()
    assert (made.value, made.committed) == (32 * TR, 32 * TR)
    assert [each.by // TR for each in Appendix.objects.all()] == [15, -13]


@pytest.mark.parametrize(("by", "says"), [
    (11, "dòng «Băng rôn»: được giao 40.000.000, cam kết 30.000.000, đang giữ 0, tạm ứng 0 (cá nhân 0), đã chi "
         "20.000.000, còn 10.000.000; cần thêm 11.000.000 đồng"),
    (-11, "hợp đồng 01/HĐ trên dòng «Băng rôn»: cam kết 30.000.000, đang giữ 0, tạm ứng 0, đã chi 20.000.000, còn "
          "10.000.000; cần thêm 11.000.000 đồng"),
    (0, "hợp đồng đang là 30.000.000 đồng"),
    (-30, "hợp đồng đang là 30.000.000 đồng"),
])  # fmt: skip
def test_an_appendix_goes_neither_above_the_line_nor_below_what_was_paid(at: Office, by: int, says: str) -> None:
    contract = at.contract((at.money.banner, 30))
    at.done("payment", (at.money.banner, 20), contract=contract)
    with pytest.raises(Refused) as refused:
        appendix(at, contract, (at.money.banner, by))
    assert says in refusal(refused).replace("hợp đồng 01/HĐ: ", "hợp đồng 01/HĐ trên dòng «Băng rôn»: ")
    made = Contract.objects.get()
    assert (made.value, made.committed, Appendix.objects.count()) == (30 * TR, 30 * TR, 0)


def test_nothing_is_entered_before_it_is_signed(at: Office) -> None:
    contract = at.contract((at.money.banner, 10))
    late = date(2024, 12, 31)
    said = "ngày 31/12/2024 chưa đến: muộn nhất là hôm nay, 06/05/2024"
    share = {at.money.banner.pk: TR}
    with on(MAY):
        with pytest.raises(Refused) as new:
            open_contract(
                at.who("officer"), at.money.programme.pk,
                NewContract(at.money.supplier.pk, "2/HĐ", late, "In", share), key(),
            )  # fmt: skip
        with pytest.raises(Refused) as more:
            add_appendix(at.who("officer"), contract, NewAppendix("PL-01", late, "thêm", share), key())
        with pytest.raises(Refused) as rest:
            release(at.who("accountant"), contract, "thanh lý", late, key())
    assert [refusal(each) for each in (new, more, rest)] == [said, said, said]


def test_the_rest_of_a_contract_is_released_once(at: Office) -> None:
    contract = at.contract((at.money.banner, 30))
    at.done("payment", (at.money.banner, 20), contract=contract)
    with on(MAY), pytest.raises(Forbidden):
        release(at.who("officer"), contract, "thanh lý", MAY, key())
    with on(MAY), pytest.raises(Refused) as early:
        release(at.who("accountant"), contract, "thanh lý", date(2024, 1, 2), key())
    assert refusal(early) == "phần còn lại không thể hủy trước ngày ký hợp đồng 06/05/2024"
    with on(MAY):
        release(at.who("accountant"), contract, "thanh lý", MAY, key())
    assert millions_of(at.money.banner) == (20, 20, 0, 0, 0, 20)
    with on(MAY), pytest.raises(Refused, match="nothing of contract 01/HĐ is left"):
        release(at.who("accountant"), contract, "thanh lý", MAY, key())


def test_the_same_contract_twice_another_body_s_and_a_strange_supplier_are_refused(at: Office) -> None:
    contract = at.contract((at.money.banner, 10))
    with pytest.raises(Refused, match="there already"):
        at.contract((at.money.banner, 10))
    other = office("Sở Tài chính tỉnh Hà Bình", tag="2")
    stranger = viewer_of("accountant", other, tag="2")
    with pytest.raises(NotHere):
        release(stranger, contract, "thanh lý", MAY, key())
    strange = Supplier.objects.create(body=other, name="Của nơi khác")
    new = NewContract(strange.pk, "9/HĐ", MAY, "In", {at.money.banner.pk: TR}, advance_most=2 * TR)
    with on(MAY), pytest.raises(Refused) as refused:
        open_contract(at.who("officer"), at.money.programme.pk, new, key())
    assert refusal(refused) == (
        "chọn nhà cung cấp của cơ quan; mức tạm ứng phải từ 0 đến giá trị hợp đồng, 1.000.000 đồng"
    )


def test_a_supplier_is_entered_once_by_its_tax_code(at: Office) -> None:
    with pytest.raises(Refused) as refused:
        add_supplier(at.who("officer"), NewSupplier("Công ty khác", "4900 000 001"), key())
    assert refusal(refused) == "mã số thuế này là của «Công ty In Một», đã có"
    with pytest.raises(Forbidden):
        add_supplier(at.who("admin"), NewSupplier("Công ty khác"), key())


def test_banners_of_two_activities_in_two_contracts_are_told_to_be_one_purchase(at: Office) -> None:
    for place, line in enumerate((at.money.banner, at.money.handbook)):
        activity = Activity.objects.create(programme=at.money.programme, place=place, ref=str(place), kind="banner", title="Băng rôn")  # fmt: skip
        Line.objects.filter(pk=line.pk).update(activity=activity)
    at.contract((at.money.banner, 30))
    second = at.contract((at.money.handbook, 25), number="02/HĐ")
    told = told_of_contract(Contract.objects.get(pk=second))
    assert [each.message for each in told] == [
        "25.000.000 đồng ngày 06/05/2024: thủ trưởng quyết định mua. Luật Đấu thầu 22/2023/QH15, Điều 23 khoản 4.",
        "Cùng loại với Băng rôn 30.000.000 đồng; cộng lại 55.000.000 đồng thì phải chỉ định thầu rút gọn (Luật Đấu thầu "
        "22/2023/QH15, Điều 23 khoản 5): không chia nhỏ để chỉ định thầu. Luật Đấu thầu 22/2023/QH15, Điều 16 điểm l.",
    ]
    assert not any(each.stops for each in told)


def test_the_way_to_buy_is_by_the_value_also_after_a_refund(at: Office) -> None:
    """51 million were signed: after 2 million came back it is no purchase of 49 million."""
    contract = at.contract((at.money.banner, 30), (at.money.hall, 21))
    paid = at.done("payment", (at.money.hall, 21), contract=contract)
    at.done("refund", (at.money.hall, 2), of=paid)
    row = Contract.objects.get(pk=contract)
    assert (row.value, row.committed) == (51 * TR, 49 * TR)
    assert [each.message for each in told_of_contract(row)] == [
        "51.000.000 đồng ngày 06/05/2024: chỉ định thầu rút gọn. Luật Đấu thầu 22/2023/QH15, Điều 23 khoản 5."
    ]
    new = NewAppendix("PL-01", at.day, "Bớt băng rôn", {at.money.banner.pk: -2 * TR})
    add_appendix(at.who("officer"), contract, new, key())
    told = told_of_contract(Contract.objects.get(pk=contract))
    assert told[0].message.startswith("49.000.000 đồng ngày 06/05/2024: thủ trưởng quyết định mua.")


@pytest.mark.parametrize(
    ("day", "says"),
    [
        (date(2024, 1, 2), ["Hợp đồng ký 02/01/2024, trước 135/QĐ-SCT ngày 11/03/2024 phê duyệt chương trình: kiểm tra căn "
                            "cứ ký và nguồn kinh phí khi ký."]),
        (date(2024, 3, 11), []),
    ],
)  # fmt: skip
def test_a_contract_older_than_its_decision_is_told_and_entered(at: Office, day: date, says: list[str]) -> None:
    registered(at.money.programme, at.who("clerk").person)
    at.day = day
    contract = at.contract((at.money.hall, 20))
    told = [each for each in told_of_contract(Contract.objects.get(pk=contract)) if each.rule != "way"]
    assert [each.message for each in told if each.rule != "way_unknown"] == says
    assert not any(each.stops for each in told)
