"""The rows that a table of a form may have, and the columns of each. A cell that is not known stays empty for a pen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from quyet.core.papers.said import number
from quyet.core.values.amounts import dotted
from quyet.core.vouchers.facts import Facts, Spent
from quyet.core.vouchers.fields import code_of, known, named

Cells = Mapping[str, str]

LINES: Mapping[str, str] = MappingProxyType({
    "n": "số thứ tự", "content": "nội dung", "unit": "đơn vị tính", "quantity": "số lượng", "unit_price": "đơn giá",
    "amount": "số tiền", "code": "mã nội dung kinh tế", "chapter": "mã chương", "sub_category": "mã ngành kinh tế",
    "source": "nguồn", "source_code": "mã nguồn, khi nguồn ghi bằng số",
    "invoices": "số hóa đơn", "invoice_days": "ngày hóa đơn", "open": "số dư tạm ứng trước đề nghị",
})  # fmt: skip
BILLS: Mapping[str, str] = MappingProxyType({
    "n": "số thứ tự", "number": "ký hiệu, số hóa đơn", "day": "ngày", "seller": "người bán",
    "seller_tax_code": "mã số thuế người bán", "title": "nội dung", "total": "tổng tiền",
    "counted": "phần tính vào đây",
})  # fmt: skip
PRICES: Mapping[str, str] = MappingProxyType({
    "n": "số thứ tự", "content": "nội dung", "supplier": "nhà cung cấp", "unit_price": "đơn giá chào", "day": "ngày",
    "chosen": "x nếu được chọn",
})  # fmt: skip

COLUMNS: Mapping[str, Mapping[str, str]] = MappingProxyType({
    "lines": LINES, "accepted": LINES, "agreed": LINES, "bills": BILLS, "prices": PRICES,
    "payee": MappingProxyType({
        "n": "số thứ tự", "payee": "người nhận", "payee_account": "số tài khoản", "payee_bank": "ngân hàng",
        "amount": "số tiền",
    }),
    "none": MappingProxyType({}),
})  # fmt: skip
"""The kinds of rows: the lines of a request, the volume that was accepted, the lines of a contract, the invoices, the
quotations, who is paid; none for a table that a pen fills."""


LIST = "Danh sách ký nhận tiền kèm theo"
"""The voucher of what is paid to people by a list, for which there is no invoice."""


def rows_of(facts: Facts, kind: str) -> list[Cells]:
    """The rows of a kind, each with all its columns. KeyError for a kind that does not exist."""
    return _ROWS[kind](facts)


def _lines(facts: Facts, lines: Sequence[Spent]) -> list[Cells]:
    request = facts.request
    said = known(facts)
    bills = request.bills if request else ()
    one_each = len(bills) == 1 or len(lines) == 1  # else nobody knows which invoice is for which line
    return [
        {
            "n": str(place),
            "content": line.content,
            "unit": line.unit,
            "quantity": number(line.quantity) if line.quantity is not None else "",
            "unit_price": _money(line.unit_price),
            "amount": _money(line.amount),
            "code": line.code,
            "chapter": facts.budget.chapter,
            "sub_category": facts.budget.sub_category,
            "source": line.source or facts.budget.source,
            "source_code": code_of(line.source or facts.budget.source),
            "invoices": (said["invoices"] or "") if one_each else "",
            "invoice_days": (said["invoice_days"] or "") if one_each else "",
            "open": _money(line.open),
        }
        for place, line in enumerate(lines, start=1)
    ]


def accepted_lines(facts: Facts) -> tuple[Spent, ...]:
    """The accepted volume by line: the contract's lines, or else the request's, whichever come to what was accepted;
    where neither does, without amounts of their own."""
    request = facts.request
    if request is None:
        return ()
    agreed = facts.purchase.lines if facts.purchase and facts.contract else ()
    for lines in (agreed, request.lines):
        if lines and sum(each.amount or 0 for each in lines) == request.accepted_value:
            return lines
    if len(request.lines) == 1 and request.accepted_value is not None:
        return (replace(request.lines[0], amount=request.accepted_value, quantity=None, unit_price=None),)
    return tuple(replace(each, amount=None, quantity=None, unit_price=None) for each in agreed or request.lines)


def _bills(facts: Facts) -> list[Cells]:
    request = facts.request
    if request is None:
        return []
    rows: list[Cells] = [
        {
            "n": str(place),
            "number": bill.printed,
            "day": f"{bill.day:%d/%m/%Y}",
            "seller": named(bill.seller),
            "seller_tax_code": bill.seller_tax_code,
            "title": request.title,
            "total": dotted(bill.total),
            "counted": dotted(bill.counted),
        }
        for place, bill in enumerate(request.bills, start=1)
    ]
    rest = request.amount - sum(bill.counted for bill in request.bills)
    if request.listed and rest > 0:
        rows.append({**dict.fromkeys(BILLS, ""), "n": str(len(rows) + 1), "seller": LIST, "title": request.title,
                     "counted": dotted(rest)})  # fmt: skip
    return rows


def _prices(facts: Facts) -> list[Cells]:
    prices = facts.purchase.prices if facts.purchase else ()
    return [
        {
            "n": str(place),
            "content": each.content,
            "supplier": named(each.supplier),
            "unit_price": dotted(each.unit_price),
            "day": f"{each.day:%d/%m/%Y}" if each.day else "",
            "chosen": "x" if each.is_chosen else "",
        }
        for place, each in enumerate(prices, start=1)
    ]


def _payee(facts: Facts) -> list[Cells]:
    if facts.payee is None or not facts.payee.account or facts.request is None:
        return []
    said = known(facts)
    names = ("payee", "payee_account", "payee_bank", "amount")
    return [{"n": "1", **{name: said[name] or "" for name in names}}]


def _money(amount: int | None) -> str:
    return dotted(amount) if amount is not None else ""


_ROWS: Mapping[str, Callable[[Facts], list[Cells]]] = {
    "lines": lambda facts: _lines(facts, facts.request.lines if facts.request else ()),
    "accepted": lambda facts: _lines(facts, accepted_lines(facts)),
    "agreed": lambda facts: _lines(facts, facts.purchase.lines if facts.purchase else ()),
    "bills": _bills,
    "prices": _prices,
    "payee": _payee,
    "none": lambda facts: [],
}
