"""M105: sums that the paper works out itself: `12 người x 200.000 đồng = 2.400.000 đồng`, `480 triệu đồng (120 triệu
đồng/phiên)` for 04 phiên."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice
from math import prod

from quyet.core.checks.registry import Found, rule
from quyet.core.checks.say import dong, number
from quyet.core.checks.spans import span_of
from quyet.core.decisions.model import Activity, Reading
from quyet.core.values.amounts import NUMBER, scale_of, to_number
from quyet.core.values.folding import fold
from quyet.core.values.late import late

_SCALED = rf"(?P<figure>{NUMBER})(?:\s*(?P<scale>tỷ|triệu|nghìn|ngàn)(?!\w))?"
_FACTOR = late(_SCALED)
_UNIT = r"[^\d=+×;:%()\-–−\n]{0,30}?"
_WORKED = late(
    rf"(?<![\d.,/%])(?P<left>(?:{NUMBER}){_UNIT}(?:(?:\s*(?P<sign>[x×X])\s*|\s*\+\s*)(?:{NUMBER}){_UNIT}){{1,6}})"
    rf"=\s*(?P<right>(?:{NUMBER})\s*(?:tỷ|triệu|nghìn|ngàn)?)(?![\w%])"
)
_PRICE = late(rf"[\s*_]*\([\s*_]*{_SCALED}\s*đồng\s*/\s*(?P<unit>\w+(?:\s\w+)?)[\s*_]*\)")
_GOES_ON = late(r"[\d)]\s{0,3}[-–−+/:]\s{0,3}$")
_EQUALS = late(r"=+")
"""One alone gives a result, several are a drawn line."""
_REACH = 160
_MOST = 50_000
"""So many results are looked at in one paper."""


@rule("M105", severity="error")
def worked_sums_hold(reading: Reading) -> Iterator[Found]:
    """Phép tính ghi trong văn bản sai.
    A sum worked out in the text is wrong.

    Yêu cầu: Phép nhân, phép cộng ghi trong văn bản phải đúng kết quả; kinh phí bằng số lượng nhân đơn giá ghi kèm.
    Asks: A multiplication or addition in the text gives its result; an amount is quantity times the price beside it.
    Lý do: Kế toán kiểm tra lại từng phép tính; kết quả sai thì không quyết toán được.
    Why: Accountants work every sum again; a wrong result cannot be settled.

    Sai:
        Điều 1. Hỗ trợ tiền ăn: 12 người x 200.000 đồng x 3 ngày = 7.400.000 đồng.
    Đúng:
        Điều 1. Hỗ trợ tiền ăn: 12 người x 200.000 đồng x 3 ngày = 7.200.000 đồng.
    """
    yield from _written_out(reading)
    for activity in reading.programme.activities if reading.programme else ():
        yield from _price_beside(reading.text, activity)


def _written_out(reading: Reading) -> Iterator[Found]:
    text = reading.text
    alone = (found.start() for found in _EQUALS.finditer(text) if found.end() - found.start() == 1)
    for sign in islice(alone, _MOST):
        reach = max(0, sign - _REACH)
        line = max(text.rfind("\n", reach, sign) + 1, reach)
        for found in _WORKED.finditer(text, line, sign + 40):
            if found.end("left") == sign and (message := _wrong(found)):
                yield Found(message, found.span())


def _price_beside(text: str, activity: Activity) -> Iterator[Found]:
    amount, quantity, span = activity.amount, activity.quantity, span_of(activity.amount)
    found = _PRICE.match(text, span[1]) if span else None
    if found is None or amount is None or quantity is None or quantity.value is None or quantity.approximate:
        return
    product = quantity.value * _value(found)
    if fold(found["unit"]) == fold(quantity.unit or "") and product != amount:
        message = f"{number(quantity.value)} {quantity.unit} × {number(_value(found))} = {number(product)} đồng"
        yield Found(f"{message}, văn bản ghi {dong(amount)}.", span, activity.ref)


def _wrong(found: re.Match[str]) -> str | None:
    if ("+" in found["left"]) == (found["sign"] is not None) or _goes_on(found):
        return None  # of two kinds, or the end of a longer sum
    factors = [_value(factor) for factor in _FACTOR.finditer(found["left"])]
    result = Decimal(sum(factors)) if "+" in found["left"] else prod(factors, start=Decimal(1))
    right = _FACTOR.match(found["right"])
    if right is None or abs(_value(right) - result) <= _half_step(right) or _unit_left_out(result, _value(right)):
        return None
    return f"Kết quả đúng là {number(result)}, văn bản ghi {number(_value(right))}."


def _unit_left_out(result: Decimal, written: Decimal) -> bool:
    """`4,65 triệu đồng x 12 tháng = 55,8`: the same figures, counted in millions."""
    return any(written * power == result or result * power == written for power in (10**3, 10**6, 10**9))


def _goes_on(found: re.Match[str]) -> bool:
    return _GOES_ON.search(found.string, max(0, found.start() - 8), found.start()) is not None


def _value(factor: re.Match[str]) -> Decimal:
    return to_number(factor["figure"]) * scale_of(factor["scale"])


def _half_step(result: re.Match[str]) -> Decimal:
    """Half of the last printed digit where the result is rounded to a scale: `7,2 triệu` stands for ± 50.000."""
    fraction = result["figure"].partition(",")[2]
    return Decimal(scale_of(result["scale"])).scaleb(-len(fraction)) / 2 if result["scale"] or fraction else Decimal(0)
