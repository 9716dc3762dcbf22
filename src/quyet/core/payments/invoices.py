"""An invoice as it was read or typed, and where it does not agree with what it is paid for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from quyet.core.payments.model import Told
from quyet.core.values.amounts import dotted
from quyet.core.values.folding import fold


@dataclass(frozen=True, slots=True)
class Invoice:
    """What an invoice says; amounts in đồng, None where it does not say. `form`: ký hiệu mẫu số."""

    seller: str = ""
    seller_tax_code: str = ""
    buyer: str = ""
    buyer_tax_code: str = ""
    form: str = ""
    symbol: str = ""
    number: str = ""
    day: date | None = None
    before_tax: int | None = None
    tax: int | None = None
    total: int | None = None


@dataclass(frozen=True, slots=True)
class PaidFor:
    """What an invoice is held against: the payee by tax code and name, the body, the contract's number, value and day,
    the acceptance, and how many đồng of the invoice this request pays. Empty and None: not known or not there."""

    amount: int
    payee: str = ""
    payee_tax_code: str = ""
    body: str = ""
    contract: str = ""
    contract_value: int | None = None
    contract_day: date | None = None
    accepted: int | None = None
    accepted_day: date | None = None


def identity(invoice: Invoice) -> tuple[str, str, str]:
    """What tells an invoice from every other: tax code of the seller, form and symbol, number. Written differently it
    stays the same one: spaces, small letters and noughts before a number do not count."""
    symbol = re.sub(r"\s", "", f"{invoice.form}{invoice.symbol}").upper()
    number = re.sub(r"\s", "", invoice.number)
    return re.sub(r"\s", "", invoice.seller_tax_code), symbol, number.lstrip("0") or number


def mismatches(invoice: Invoice, paid: PaidFor) -> Iterator[Told]:
    """Where an invoice and what it is paid for say different things. Warnings all: what is paid, people decide."""
    yield from _parties(invoice, paid)
    yield from _sums(invoice, paid)
    yield from _days(invoice, paid)


def _parties(invoice: Invoice, paid: PaidFor) -> Iterator[Told]:
    if paid.payee_tax_code and invoice.seller_tax_code and paid.payee_tax_code != identity(invoice)[0]:
        yield Told(
            "invoice_seller",
            f"Hóa đơn {invoice.number}: mã số thuế người bán là {invoice.seller_tax_code}, người nhận tiền "
            f"«{paid.payee}» có mã {paid.payee_tax_code}.",
            f"Invoice {invoice.number}: the seller's tax code is {invoice.seller_tax_code}, the payee “{paid.payee}” "
            f"has {paid.payee_tax_code}.",
        )
    if paid.body and invoice.buyer and fold(paid.body) not in fold(invoice.buyer):
        yield Told(
            "invoice_buyer",
            f"Hóa đơn {invoice.number}: người mua là «{invoice.buyer}», không phải «{paid.body}».",
            f"Invoice {invoice.number}: the buyer is “{invoice.buyer}”, not “{paid.body}”.",
        )


def _sums(invoice: Invoice, paid: PaidFor) -> Iterator[Told]:
    total = invoice.total
    if total is None:
        return
    if invoice.before_tax is not None and invoice.tax is not None and invoice.before_tax + invoice.tax != total:
        yield Told(
            "invoice_sum",
            f"Hóa đơn {invoice.number}: {dotted(invoice.before_tax)} và thuế {dotted(invoice.tax)} không thành "
            f"{dotted(total)} đồng.",
            f"Invoice {invoice.number}: {dotted(invoice.before_tax)} and a tax of {dotted(invoice.tax)} do not come to "
            f"{dotted(total)} đồng.",
        )
    if paid.contract_value is not None and total > paid.contract_value:
        yield Told(
            "invoice_contract",
            f"Hóa đơn {invoice.number} {dotted(total)} đồng, quá giá trị hợp đồng {paid.contract} "
            f"({dotted(paid.contract_value)} đồng).",
            f"Invoice {invoice.number} of {dotted(total)} đồng is above contract {paid.contract} "
            f"({dotted(paid.contract_value)} đồng).",
        )
    if paid.accepted is not None and total != paid.accepted:
        yield Told(
            "invoice_acceptance",
            f"Hóa đơn {invoice.number} {dotted(total)} đồng, nghiệm thu {dotted(paid.accepted)} đồng.",
            f"Invoice {invoice.number} is of {dotted(total)} đồng, the acceptance of {dotted(paid.accepted)} đồng.",
        )


def _days(invoice: Invoice, paid: PaidFor) -> Iterator[Told]:
    if invoice.day and paid.contract_day and invoice.day < paid.contract_day:
        yield Told(
            "invoice_day",
            f"Hóa đơn {invoice.number} ngày {invoice.day:%d/%m/%Y}, trước hợp đồng {paid.contract} ngày "
            f"{paid.contract_day:%d/%m/%Y}.",
            f"Invoice {invoice.number} of {invoice.day:%d/%m/%Y} is older than contract {paid.contract} of "
            f"{paid.contract_day:%d/%m/%Y}.",
        )


def totals(amount: int, invoiced: int, accepted: int | None) -> Iterator[Told]:
    """Where the sum of a request is not that of its papers."""
    if invoiced and invoiced != amount:
        yield Told(
            "request_invoices",
            f"Đề nghị {dotted(amount)} đồng, các hóa đơn kèm theo tính vào đây {dotted(invoiced)} đồng.",
            f"The request is of {dotted(amount)} đồng, its invoices count for {dotted(invoiced)} đồng.",
        )
    if accepted is not None and amount > accepted:
        yield Told(
            "request_acceptance",
            f"Đề nghị {dotted(amount)} đồng, quá giá trị nghiệm thu {dotted(accepted)} đồng.",
            f"The request of {dotted(amount)} đồng is above the acceptance of {dotted(accepted)} đồng.",
        )
