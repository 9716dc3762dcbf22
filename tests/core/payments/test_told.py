"""What the rules of a day say of advances, purchases, papers and invoices, in đồng that one can work out by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from quyet.core.execution.missing import Asked, missing
from quyet.core.payments.advances import OfContract, limits, recovery, regime_of, settle_by
from quyet.core.payments.buying import split, way
from quyet.core.payments.invoices import Invoice, PaidFor, identity, mismatches, totals
from quyet.files.facts.payments import load_advances, load_papers
from quyet.files.facts.procurement import load_regimes

MAY, MARCH = date(2024, 5, 6), date(2024, 3, 20)
RULES = regime_of(load_advances(), 2024, MAY)
CONTRACT = OfContract("01/HĐ", value=60_000_000, signed=60_000_000, agreed=None, given=0, open=0, paid=0)


@pytest.mark.parametrize(("year", "day", "key"), [
    (2024, date(2024, 4, 30), None),
    (2024, date(2024, 5, 1), "tt-17-2024"),
    (2025, date(2026, 1, 31), "tt-17-2024"),  # the money of 2025 in its closing
    (2026, date(2026, 1, 5), "nd-347-2025"),  # the new year's money beside it
    (2025, date(2026, 2, 1), None),
])  # fmt: skip
def test_the_rules_of_an_advance_are_those_of_its_day_and_of_the_year_of_the_money(
    year: int, day: date, key: str | None
) -> None:
    found = regime_of(load_advances(), year, day)
    assert (found.key if found else None) == key


def test_all_advances_of_a_contract_above_50_million_are_half_of_it_at_most() -> None:
    assert list(limits(RULES, CONTRACT, 30_000_000, MAY)) == []
    (told,) = limits(RULES, replace(CONTRACT, given=20_000_000), 10_000_001, MAY)
    assert told.stops and told.rule == "advance_most"
    assert told.message == (
        "Tổng tạm ứng của hợp đồng 01/HĐ sẽ là 30.000.001 đồng, quá 50 % giá trị khi ký (60.000.000 đồng): tối đa "
        "30.000.000, đã tạm ứng 20.000.000, còn được 10.000.000 đồng. TT 17/2024/TT-BTC, Điều 6 khoản 3."
    )


def test_an_appendix_does_not_raise_what_may_be_advanced() -> None:
    grown = replace(CONTRACT, value=80_000_000)
    assert [each.rule for each in limits(RULES, grown, 30_000_001, MAY)] == ["advance_most"]


def test_a_contract_of_50_million_may_be_advanced_whole_unless_it_says_otherwise() -> None:
    small = replace(CONTRACT, value=50_000_000, signed=50_000_000)
    assert list(limits(RULES, small, 50_000_000, MAY)) == []
    (told,) = limits(RULES, replace(small, agreed=10_000_000), 10_000_001, MAY)
    assert told.stops and "hợp đồng ghi tối đa 10.000.000: còn được tạm ứng 10.000.000 đồng" in told.message


def test_before_the_rules_that_are_on_file_an_advance_is_told_and_not_stopped() -> None:
    (told,) = limits(regime_of(load_advances(), 2024, MARCH), CONTRACT, 60_000_000, MARCH)
    assert not told.stops and told.rule == "advance_unknown"


@pytest.mark.parametrize(("open_", "paid", "amount", "stops"), [
    (10_000_000, 0, 47_999_999, False),  # 80 % of 60 million are 48
    (10_000_000, 0, 48_000_000, True),
    (10_000_000, 20_000_000, 28_000_000, True),
    (0, 30_000_000, 30_000_000, False),  # nothing is open
])  # fmt: skip
def test_advances_are_recovered_when_80_percent_are_paid(open_: int, paid: int, amount: int, stops: bool) -> None:
    told = list(recovery(RULES, replace(CONTRACT, open=open_, paid=paid), amount))
    assert [each.stops for each in told] == ([True] if stops else [])


@pytest.mark.parametrize(("contract", "given", "by"), [
    (None, date(2024, 5, 6), date(2024, 6, 30)),
    (50_000_000, date(2024, 5, 31), date(2024, 6, 30)),
    (50_000_001, date(2024, 5, 6), None),
    (None, date(2024, 12, 30), date(2025, 1, 31)),
    (None, date(2025, 1, 2), date(2025, 2, 28)),
])  # fmt: skip
def test_an_advance_without_such_a_contract_is_settled_in_the_next_month(
    contract: int | None, given: date, by: date | None
) -> None:
    assert settle_by(RULES, contract, given) == by
    assert settle_by(None, contract, given) is None


# --- buying -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("amount", "day", "name"), [
    (50_000_000, MAY, "thủ trưởng quyết định mua"),
    (50_000_001, MAY, "chỉ định thầu rút gọn"),
    (100_000_001, MAY, "chào hàng cạnh tranh"),
    (100_000_001, date(2025, 9, 1), "chỉ định thầu"),
])  # fmt: skip
def test_the_way_to_buy_is_that_of_the_day(amount: int, day: date, name: str) -> None:
    (told,) = way(load_regimes(), amount, day)
    assert f": {name}. " in told.message


def test_two_orders_of_banners_are_one_purchase() -> None:
    (told,) = split(load_regimes(), MAY, "banner", 26_000_000, [("2.a", 29_250_000)])
    assert not told.stops
    assert told.message == (
        "Cùng loại với 2.a 29.250.000 đồng; cộng lại 55.250.000 đồng thì phải chỉ định thầu rút gọn (Luật Đấu thầu "
        "22/2023/QH15, Điều 23 khoản 5): không chia nhỏ để chỉ định thầu. Luật Đấu thầu 22/2023/QH15, Điều 16 điểm l."
    )
    assert list(split(load_regimes(), MAY, "banner", 20_000_000, [("2.a", 29_250_000)])) == []
    assert list(split(load_regimes(), MAY, "study_tour", 26_000_000, [("3", 29_250_000)])) == []


# --- papers -----------------------------------------------------------------------------------------------------------


def lacks(day: date, amount: int, contract: int | None = None, listed: bool = False, *have: str) -> list[tuple[str, str]]:  # fmt: skip
    found = missing(load_papers(), Asked(day, amount, contract, listed), frozenset(have))  # type: ignore[arg-type]
    return sorted((each.rule.paper, each.rule.mark) for each in found)


def test_papers_that_a_payment_lacks_by_day_and_size() -> None:
    assert lacks(MAY, 8_000_000) == [("acceptance", "M"), ("invoice", "S")]
    assert lacks(MAY, 8_000_000, None, False, "acceptance", "invoice") == []
    assert lacks(MAY, 9_600_000, listed=True) == [("acceptance", "M")], "a signed list has no invoice"
    assert lacks(MAY, 30_000_000, 55_250_000) == [("acceptance", "S"), ("invoice", "M")]
    assert lacks(MARCH, 30_000_000, 55_250_000) == [("acceptance", "M"), ("invoice", "M")]
    assert lacks(date(2026, 3, 2), 8_000_000, 30_000_000) == [("acceptance", "S"), ("invoice", "S")]


# --- invoices ---------------------------------------------------------------------------------------------------------

INVOICE = Invoice(
    seller="Công ty In Một", seller_tax_code="4900000001", buyer="Sở Công Thương tỉnh Lạng Sơn", form="1",
    symbol="K24TAA", number="00000012", day=date(2024, 6, 3), before_tax=51_157_407, tax=4_092_593, total=55_250_000,
)  # fmt: skip
PAID = PaidFor(
    55_250_000, "Công ty In Một", "4900000001", "Sở Công Thương tỉnh Lạng Sơn", "01/HĐ", 55_250_000, MAY, 55_250_000,
    date(2024, 6, 3),
)  # fmt: skip


def test_an_invoice_that_agrees_says_nothing() -> None:
    assert list(mismatches(INVOICE, PAID)) == []
    assert list(totals(55_250_000, 55_250_000, 55_250_000)) == []


def test_an_invoice_is_the_same_one_however_it_is_typed() -> None:
    typed = replace(INVOICE, seller_tax_code=" 4900000001", form="", symbol="1k24taa ", number="12")
    assert identity(typed) == identity(INVOICE) == ("4900000001", "1K24TAA", "12")
    assert identity(replace(INVOICE, number="0")) == ("4900000001", "1K24TAA", "0")


@pytest.mark.parametrize(("change", "rule", "says"), [
    ({"seller_tax_code": "4900000002"}, "invoice_seller", "mã số thuế người bán là 4900000002"),
    ({"buyer": "Sở Tài chính"}, "invoice_buyer", "người mua là «Sở Tài chính»"),
    ({"tax": 4_092_592}, "invoice_sum", "51.157.407 và thuế 4.092.592 không thành 55.250.000 đồng"),
    ({"day": date(2024, 5, 5)}, "invoice_day", "trước hợp đồng 01/HĐ ngày 06/05/2024"),
])  # fmt: skip
def test_where_an_invoice_and_what_it_is_paid_for_differ(change: dict[str, object], rule: str, says: str) -> None:
    (told,) = mismatches(replace(INVOICE, **change), PAID)
    assert (told.rule, told.stops) == (rule, False) and says in told.message


def test_an_invoice_above_contract_and_acceptance_is_told_with_each_sum() -> None:
    more = replace(INVOICE, before_tax=None, total=56_000_000)
    assert [each.rule for each in mismatches(more, PAID)] == ["invoice_contract", "invoice_acceptance"]
    assert [each.rule for each in totals(56_000_000, 55_250_000, 55_250_000)] == ["request_invoices", "request_acceptance"]  # fmt: skip
