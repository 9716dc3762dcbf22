"""Rows of an estimate as people type them → its lines, or what each cell would take; and lines → rows.

A row is texts by field. It is held to the same limits as PROGRAMME.yaml, so that what is taken here can be read there.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from math import prod
from typing import Any

from quyet.core.decisions.annex_rows import set_levels
from quyet.core.estimates.closings import closings
from quyet.core.estimates.model import Factor, PlannedEstimate, PlannedLine, PriceBasis, Vat, copied
from quyet.core.estimates.sums import children, quantity_of, sum_of, worth
from quyet.core.estimates.typed import factors_said, factors_typed, number_said, number_typed, vat_said, vat_typed
from quyet.core.values.amounts import dotted
from quyet.core.values.typed import dong_typed
from quyet.files.drafts.json_events import json_events
from quyet.files.drafts.nodes import grow
from quyet.files.drafts.records import Builder
from quyet.files.drafts.scalars import Wrong, hold_number, to_number, to_text
from quyet.files.drafts.shape import TEXT_LIMIT
from quyet.files.writers.reading_json import stated

CARRIED = ("basis", "amount", "category", "chapter")
"""The cells that are carried along and not typed: `basis` is a record as JSON, `amount` an amount that was given
without quantity and price, the other two are what an annex says of its budget codes beside the tiểu mục."""
FIELDS = (
    *("label", "content", "activity", "unit", "factors", "quantity", "unit_price"),
    *("vat", "code", "source", "note", *CARRIED),
)
"""The cells of a row."""

MOST_ROWS = 5_000
_SAYING = ("content", "unit", "factors", "quantity", "unit_price", "vat", "code", "source", "note", "amount")
"""A label and an activity come with a new row, before anybody typed into it."""

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class CellFault:
    """What a cell holds that cannot be taken, and what would be. `row` counts from 0 among the rows that were given."""

    row: int
    field: str
    message: str
    message_en: str

    @property
    def key(self) -> str:
        """`lines[3].unit_price`."""
        return f"lines[{self.row}].{self.field}"


def lines_of(rows: Sequence[Row]) -> tuple[PlannedEstimate, list[int], list[CellFault]]:
    """The estimate; which row each line comes from; the faults. A row that says nothing is no line."""
    estimate, places, faults = PlannedEstimate(), [], list[CellFault]()
    for at, row in enumerate(rows):
        if not says(row):
            continue
        line, wrong = _line(row)
        estimate.lines.append(line)
        places.append(at)
        faults += [CellFault(at, field, each.vi, each.en) for field, each in wrong.items()]
    _drop_sub_totals(estimate.lines)
    return estimate, places, faults


def _drop_sub_totals(lines: list[PlannedLine]) -> None:
    """A line that others stand below is worth their sum, where all of them are worth something, and so is a row that
    adds up others (Cộng mục I): what was given of it, by a workbook or a paper that prints it, would stand still while
    they change."""
    set_levels(lines)
    given = [line.amount for line in lines]
    for at in reversed(range(len(lines))):
        line, below = lines[at], children(lines, at)
        line.amount = worth(line) if line.amount is None else line.amount
        if below and worth(line) is None and (parts := sum_of(below)) is not None:
            line.amount, given[at] = parts, None
    for closing in closings(lines):
        if closing.making(lines[closing.place].amount) is not None:
            given[closing.place] = None
    for line, amount in zip(lines, given, strict=True):
        line.amount = amount


def says(row: Row) -> bool:
    """Whether a row says something."""
    return any(row.get(field, "").strip() for field in _SAYING)


def row_of(line: PlannedLine) -> dict[str, str]:
    """A line as a row that gives it again."""
    return {**cells_of(line), **carried(line)}


def cells_of(line: PlannedLine) -> dict[str, str]:
    """What of the row people type."""
    has_factors = bool(line.factors)
    return {
        "label": line.label or "",
        "content": line.content or "",
        "activity": line.activity or "",
        "unit": line.unit or "",
        "factors": factors_said(line.factors),
        "quantity": number_said(line.quantity) if line.quantity is not None and not has_factors else "",
        "unit_price": dotted(line.unit_price) if line.unit_price is not None else "",
        "vat": vat_said(line.vat),
        "code": line.code or "",
        "source": line.source or "",
        "note": line.note or "",
    }


def carried(line: PlannedLine) -> dict[str, str]:
    """What of the row is carried along."""
    given = line.amount is not None and worth(line) is None
    return {
        "basis": basis_kept(line.basis) if line.basis else "",
        "amount": dotted(line.amount) if given and line.amount is not None else "",
        "category": line.category or "",
        "chapter": line.chapter or "",
    }


def basis_kept(basis: PriceBasis) -> str:
    """The basis of a price as its cell carries it."""
    return json.dumps(stated(basis), ensure_ascii=False)


# --- cells -----------------------------------------------------------------------------------------------------------


_LONG_ROW = 2_000
"""A row of more characters is not kept."""


def _line(row: Row) -> tuple[PlannedLine, dict[str, Wrong]]:
    """A row says the same each time that it is sent, and of an estimate that is saved all rows but one were sent
    before: the last few thousand are kept as they were taken."""
    cells = tuple([row.get(field, "") for field in FIELDS])
    line, wrong = _taken(cells) if sum(map(len, cells)) <= _LONG_ROW else _taken.__wrapped__(cells)
    return copied(line), wrong


@lru_cache(maxsize=2 * MOST_ROWS)
def _taken(cells: tuple[str, ...]) -> tuple[PlannedLine, dict[str, Wrong]]:
    found: dict[str, Any] = {}
    wrong: dict[str, Wrong] = {}
    for field, written in zip(FIELDS, map(str.strip, cells), strict=True):
        if not written:
            continue
        try:
            found[field] = _CELLS[field](written)
        except Wrong as refused:
            wrong[field] = refused
    if "content" not in found and "content" not in wrong:
        wrong["content"] = Wrong("ghi nội dung của dòng", "say what the line is for")
    typed = found.pop("quantity", None) if found.get("factors") else None  # it is their product
    line = PlannedLine(**found)
    if typed is not None and typed != (product := quantity_of(line)):
        said = number_said(product or Decimal(0))
        wrong["quantity"] = Wrong(
            f"cách tính đã cho {said}; để trống ô này, hoặc xóa cách tính",
            f"the factors make {said} already; leave this empty, or remove the factors",
        )
    if worth(line) is not None:
        line.amount = None  # it follows
    return line, wrong


def _text(written: str) -> str | None:
    return to_text(written, TEXT_LIMIT) or None


def _code(written: str) -> str | None:
    return to_text(written, 10) or None


def _quantity(written: str) -> Decimal:
    value = number_typed(written)
    if value is None:
        raise Wrong("ghi một số, ví dụ 40 hoặc 1,5", "write a number, such as 40 or 1,5")
    return to_number(f"{value:f}")


def _factors(written: str) -> list[Factor]:
    factors = factors_typed(to_text(written, TEXT_LIMIT))
    if factors is None:
        raise Wrong(
            "ghi các số nhân với nhau, ví dụ 150 người × 2 buổi", "write what is multiplied, such as 150 người × 2 buổi"
        )
    for each in factors:
        to_number(f"{each.value:f}")
    try:
        hold_number(prod((each.value for each in factors), start=Decimal(1)))
    except Wrong as wrong:
        raise Wrong(f"tích các số {wrong.vi}", f"the product is {wrong.en}") from wrong
    return factors


def _dong(written: str) -> int:
    amount = dong_typed(written)
    if amount is None:
        raise Wrong(
            "ghi số tiền bằng đồng, ví dụ 650.000 hoặc 12tr5", "write an amount in đồng, such as 650.000 or 12tr5"
        )
    return amount


def _vat(written: str) -> Vat:
    vat = vat_typed(written)
    if vat is None:
        raise Wrong(
            "ghi thuế suất, ví dụ 8 (đơn giá đã gồm) hoặc +8 (cộng thêm)",
            "write a rate, such as 8 (inside the price) or +8 (on top)",
        )
    return vat


@lru_cache(maxsize=512)
def _basis_kept(written: str) -> PriceBasis | Wrong:
    """A basis is the same in many rows and in every save."""
    builder = Builder()
    try:
        made = builder.record(PriceBasis, grow(json_events(written)), ("basis",))
    except ValueError:
        made = None
    if builder.faults or made is None:
        told = builder.faults[0] if builder.faults else None
        return Wrong(
            f"căn cứ của giá chưa đúng{f': {told.message}' if told else ''}",
            f"the basis of the price is wrong{f': {told.message_en}' if told else ''}",
        )
    assert isinstance(made, PriceBasis)
    return made


def basis_of(written: str) -> PriceBasis:
    """The basis that a cell carries. Wrong where it is none."""
    if len(written) > 20_000:
        raise Wrong("căn cứ của giá quá dài", "the basis of the price is too long")
    found = _basis_kept(written)
    if isinstance(found, Wrong):
        raise found
    return found


_CELLS: dict[str, Callable[[str], Any]] = {
    **dict.fromkeys(("label", "content", "activity", "unit", "source", "note", "category", "chapter"), _text),
    "code": _code,
    "quantity": _quantity,
    "factors": _factors,
    "unit_price": _dong,
    "amount": _dong,
    "vat": _vat,
    "basis": basis_of,
}
