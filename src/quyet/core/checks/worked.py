"""M105: sums that the paper works out before the reader's eyes: `12 người x 200.000 đồng x 3 ngày = 7.200.000 đồng`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from math import prod

from quyet.core.checks.paper import ref_at
from quyet.core.checks.registry import Found, rule
from quyet.core.checks.say import number
from quyet.core.decisions.model import Reading
from quyet.core.values.amounts import NUMBER, scale_of, to_number

_SCALED = rf"(?P<figure>{NUMBER})\s*(?P<scale>tỷ|triệu|nghìn|ngàn)?(?!\w)"
_FACTOR = re.compile(_SCALED)
_UNIT = r"[^\d=+×;:%()\-–−\n]{0,30}?"
_WORKED = re.compile(
    rf"(?<![\d.,/%])(?P<left>(?:{NUMBER}){_UNIT}(?:(?:\s*(?P<sign>[x×X])\s*|\s*\+\s*)(?:{NUMBER}){_UNIT}){{1,6}})"
    rf"=\s*(?P<right>(?:{NUMBER})\s*(?:tỷ|triệu|nghìn|ngàn)?)(?![\w%])"
)
_GOES_ON = re.compile(r"[\d)]\s{0,3}[-–−+/:]\s{0,3}$")
_REACH = 160


@rule("M105", severity="error")
def worked_sums_hold(reading: Reading) -> Iterator[Found]:
    """Phép tính ghi trong văn bản sai.
    A sum worked out in the text is wrong.

    Yêu cầu: Phép nhân, phép cộng ghi trong văn bản phải cho đúng kết quả ghi sau dấu bằng.
    Asks: A multiplication or addition in the text gives the result printed behind its equals sign.
    Lý do: Kế toán kiểm tra lại từng phép tính; kết quả sai thì không quyết toán được.
    Why: Accountants work every sum again; a wrong result cannot be settled.

    Sai:
        Điều 1. Hỗ trợ tiền ăn: 12 người x 200.000 đồng x 3 ngày = 7.400.000 đồng.
    Đúng:
        Điều 1. Hỗ trợ tiền ăn: 12 người x 200.000 đồng x 3 ngày = 7.200.000 đồng.
    """
    text, sign = reading.text, -1
    while (sign := text.find("=", sign + 1)) >= 0:
        line = max(text.rfind("\n", 0, sign) + 1, sign - _REACH)
        for found in _WORKED.finditer(text, line, sign + 40):
            if found.end("left") == sign and (message := _wrong(found)):
                yield Found(message, found.span(), ref_at(reading, found.start()))


def _wrong(found: re.Match[str]) -> str | None:
    if ("+" in found["left"]) == (found["sign"] is not None) or _goes_on(found):
        return None  # of two kinds, or the end of a longer sum
    factors = [_value(factor) for factor in _FACTOR.finditer(found["left"])]
    result = Decimal(sum(factors)) if "+" in found["left"] else prod(factors)
    right = _FACTOR.match(found["right"])
    if right is None or abs(_value(right) - result) <= _half_step(right):
        return None
    return f"Kết quả đúng là {number(result)}, văn bản ghi {number(_value(right))}."


def _goes_on(found: re.Match[str]) -> bool:
    return _GOES_ON.search(found.string, max(0, found.start() - 8), found.start()) is not None


def _value(factor: re.Match[str]) -> Decimal:
    return to_number(factor["figure"]) * scale_of(factor["scale"])


def _half_step(result: re.Match[str]) -> Decimal:
    """Half of the last printed digit where the result is rounded to a scale: `7,2 triệu` stands for ± 50.000."""
    fraction = result["figure"].partition(",")[2]
    return Decimal(scale_of(result["scale"])).scaleb(-len(fraction)) / 2 if result["scale"] or fraction else Decimal(0)
