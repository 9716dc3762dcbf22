"""Which columns an estimate needs in Excel, what stands above them, and how its cells show their numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from quyet.core.estimates.model import PlannedEstimate, PlannedLine
from quyet.core.papers.form import Wording
from quyet.core.values.folding import fold
from quyet.files.writers.refused import Unwritable

MONEY = "#,##0"
"""Thousands in groups: with dots where Excel is Vietnamese."""
_PLAIN = "General"
_LONGEST_UNIT = 80
"""A number format has 255 characters, and an office no longer noun."""

_OWN_NAMES = {
    "vat": "Thuế GTGT",
    "source": "Nguồn kinh phí",
    "code": "Tiểu mục",
    "category": "Loại-khoản",
    "chapter": "Chương",
    "activity": "Mã nội dung",
    "key": "Mã dòng",
}
_WIDTHS = {
    "label": 6, "content": 40, "unit": 11, "quantity": 10, "unit_price": 13, "vat": 10, "amount": 15, "source": 16,
    "code": 8, "category": 10, "chapter": 8, "note": 18, "activity": 26, "key": 9, "factor": 10,
}  # fmt: skip
_ALWAYS = ("label", "content", "unit", "quantity", "unit_price", "amount")
_ORDER = ("vat", "amount", "source", "code", "category", "chapter", "note", "activity", "key")
UNPRINTED = ("activity", "key")
"""Columns for whoever works on the sheet: they stand right of what is printed."""

_NOUN = re.compile(
    r"(?!lượng|tiền|tt\b|thứ tự|hiệu|tài khoản|liệu|dư|còn|đã|kinh phí|thuế)[^\W\d_]+(?: [^\W\d_]+){0,3}"
)
"""A unit that a heading «Số …» can carry, so that a reader takes it from there."""


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """`key` is the field of a line that stands there; of a factor its place among the line's, from 0."""

    key: str
    name: str
    width: int
    factor: int | None = None
    noun: str | None = None

    @property
    def is_printed(self) -> bool:
        return self.key not in UNPRINTED


def columns_of(estimate: PlannedEstimate, wording: Wording) -> list[SheetColumn]:
    """The columns in their order: those that every annex has, and those that have something to say."""
    names = {**wording.columns, **_OWN_NAMES}
    most = max((len(line.factors) for line in estimate.lines), default=0)
    factors = [_factor_column(estimate.lines, place) for place in range(most)]
    plain = [SheetColumn(key, names[key], _WIDTHS[key]) for key in (*_ALWAYS[:5], *_ORDER) if _is_needed(estimate, key)]
    return [*plain[:3], *factors, *plain[3:]]


def _is_needed(estimate: PlannedEstimate, key: str) -> bool:
    field = "basis" if key == "key" else key
    return key in _ALWAYS or any(getattr(line, field) is not None for line in estimate.lines)


def _factor_column(lines: Sequence[PlannedLine], place: int) -> SheetColumn:
    """`Số người` where all lines count the same there; else each number carries its unit in its format."""
    units = {line.factors[place].unit for line in lines if len(line.factors) > place}
    unit = next(iter(units)) if len(units) == 1 else None
    if unit is not None and len(unit) <= _LONGEST_UNIT and unit == fold(unit) and _NOUN.fullmatch(unit):
        return SheetColumn("factor", f"Số {unit}", _WIDTHS["factor"], place, unit)
    return SheetColumn("factor", f"Thừa số {place + 1}", _WIDTHS["factor"], place)


def number_format(value: Decimal, unit: str | None = None) -> str:
    """Of a quantity or a factor: as Excel shows it, in groups from a thousand on, with its unit behind."""
    plain = MONEY if value == value.to_integral_value() and abs(value) >= 1000 else _PLAIN
    return plain if unit is None else f"{plain} {_quoted(unit)}"


def rate_format(rate: Decimal, inside: bool) -> str:
    """`gồm 8%`: the price has the tax inside; `cộng 8%`: it comes on top."""
    decimals = -int((rate.normalize() + 0).as_tuple().exponent)
    figure = "0" + ("." + "0" * decimals if decimals > 0 else "")
    return f'"{"gồm" if inside else "cộng"} "{figure}%'


def _quoted(words: str) -> str:
    """Words inside a number format, which knows no quotation mark inside quotation marks."""
    if len(words) > _LONGEST_UNIT:
        vi, en = (
            f"đơn vị của thừa số dài hơn {_LONGEST_UNIT} ký tự",
            f"a factor's unit is over {_LONGEST_UNIT} letters",
        )
        raise Unwritable(vi, en, words)
    return '"' + words.replace('"', '"\\""') + '"'
