"""Estimates as lines for a person: a table of the lines, and what changed between two of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import zip_longest
from typing import Any

from quyet.cli.language import say
from quyet.cli.streams import one_line
from quyet.core.checks.say import number
from quyet.core.estimates.differences import CellChange, differences
from quyet.core.estimates.model import Factor, PlannedEstimate, PlannedLine, PriceBasis, Vat
from quyet.core.values.amounts import dotted

_WIDEST = 48
"""Letters of what a line is about."""
_RIGHT = (3, 4, 5)
"""The columns that hold figures."""


def table(estimate: PlannedEstimate) -> Iterator[str]:
    """The lines with their figures, the total last."""
    head = say("TT|Nội dung|ĐVT|Số lượng|Đơn giá|Thành tiền", "No|Content|Unit|Quantity|Price|Amount").split("|")
    total = ["", say("TỔNG CỘNG", "TOTAL"), "", "", "", _amount(estimate.total)]
    rows = [head, *(_cells(line) for line in estimate.lines), *([total] if estimate.total is not None else [])]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for place, row in enumerate(rows):
        cells = zip(row, widths, range(len(row)), strict=True)
        yield "  ".join(cell.rjust(width) if n in _RIGHT else cell.ljust(width) for cell, width, n in cells).rstrip()
        if place == 0:
            yield "  ".join("-" * width for width in widths)


def _cells(line: PlannedLine) -> list[str]:
    content = "  " * max(line.level - 1, 0) + one_line(line.content or "")
    if len(content) > _WIDEST:
        content = content[: _WIDEST - 1] + "…"
    vat = f" + {_vat(line.vat)}" if line.vat and not line.vat.inside else ""
    price = _amount(line.unit_price) + vat
    return [one_line(line.label or ""), content, one_line(line.unit or ""), _counted(line), price, _amount(line.amount)]


def _counted(line: PlannedLine) -> str:
    """`150 người × 2 buổi`, else the quantity."""
    if len(line.factors) > 1:
        return _factors(line.factors)
    return "" if line.quantity is None else number(line.quantity)


def _factors(factors: Sequence[Factor]) -> str:
    return " × ".join(one_line(f"{number(factor.value)} {factor.unit or ''}") for factor in factors)


def _amount(amount: int | None) -> str:
    return "" if amount is None else dotted(amount)


def _vat(vat: Vat) -> str:
    return f"VAT {number(vat.rate)}%"


# --- changes ---------------------------------------------------------------------------------------------------------

Numbered = tuple[int, CellChange]
"""The estimate, from 0, and a change in it."""


def changes(old: Sequence[PlannedEstimate], new: Sequence[PlannedEstimate]) -> Iterator[Numbered]:
    """The changes of each estimate, in order; one that is not there on a side has no lines there."""
    nothing = PlannedEstimate()
    for place, (one, other) in enumerate(zip_longest(old, new, fillvalue=nothing)):
        yield from ((place, change) for change in differences(one, other))


def told(found: Sequence[Numbered], several: bool) -> Iterator[str]:
    """A line each: `dòng 3: Đơn giá 650.000 → 700.000`. Lines count from 1."""
    if not found:
        yield say("Hai dự toán giống nhau.", "The estimates are the same.")
    for place, change in found:
        before = say(f"dự toán {place + 1}, ", f"estimate {place + 1}, ") if several else ""
        yield before + _told(change)


def _told(change: CellChange) -> str:
    if change.change == "added":
        return say("thêm dòng", "added line") + f" {_place(change.after)}: {_whole(change.new)}"
    if change.change == "removed":
        return say("bỏ dòng", "removed line") + f" {_place(change.before)}: {_whole(change.old)}"
    where = say("tổng cộng", "total") if change.field == "total" and change.after is None else None
    where = where or say(f"dòng {_place(change.after)}", f"line {_place(change.after)}") + f", {_field(change.field)}"
    return f"{where}: {_value(change.old)} → {_value(change.new)}"


def _place(place: int | None) -> str:
    return "" if place is None else str(place + 1)


def _whole(line: PlannedLine) -> str:
    return one_line(" | ".join(cell for cell in _cells(line) if cell.strip()))


def _value(value: Any) -> str:
    if value is None or value == []:
        return say("trống", "nothing")
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, int):
        return dotted(value)
    if isinstance(value, Decimal):
        return number(value)
    if isinstance(value, Vat):
        return _vat(value) + (say(" trong giá", " inside") if value.inside else say(" ngoài giá", " on top"))
    if isinstance(value, PriceBasis):
        return _basis(value)
    return _factors(value) if isinstance(value, list) else f"«{one_line(str(value))}»"


def _basis(basis: PriceBasis) -> str:
    """The kind, and what tells it from another of the kind."""
    names = {
        "norm": say("định mức", "norm"),
        "quotation": say("báo giá", "quotation"),
        "contract": say("hợp đồng", "contract"),
        "plan": say("kế hoạch", "plan"),
    }
    asked = [f"{each.supplier} {dotted(each.unit_price)}" for each in basis.quotations]
    chosen = [say(f"chọn {basis.chosen}", f"chosen {basis.chosen}")] if basis.chosen is not None else []
    more = [basis.norm, basis.place, basis.rank, basis.province, *asked, *chosen, basis.why, basis.reference]
    return one_line("; ".join([names[basis.kind], *(each for each in more if each)]))


def _field(name: str) -> str:
    """What the column is called."""
    names = {
        "label": say("TT", "label"), "activity": say("mã nội dung", "activity"), "content": say("nội dung", "content"),
        "unit": say("ĐVT", "unit"), "quantity": say("số lượng", "quantity"), "unit_price": say("đơn giá", "unit price"),
        "amount": say("thành tiền", "amount"), "note": say("ghi chú", "note"), "factors": say("thừa số", "factors"),
        "basis": say("cơ sở giá", "price basis"), "vat": say("thuế GTGT", "VAT"), "source": say("nguồn", "source"),
        "code": say("tiểu mục", "code"),
    }  # fmt: skip
    return names.get(name, name)
