"""A fact's value as a person reads it, and what a person types in its place. Both ways the words are those of papers:
`khoảng 150 đại biểu`, `Quý II-III/2024`, `7 - 10 phút`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from quyet.core.adoption.facts import Kind
from quyet.core.decisions.flow import Flow
from quyet.core.decisions.layout import lay_out
from quyet.core.decisions.model import Duration, Quantity, Timeframe
from quyet.core.decisions.quantities import find_duration, find_quantity
from quyet.core.decisions.source import Source
from quyet.core.decisions.windows import read_timeframe
from quyet.core.papers import said as papers
from quyet.core.values.folding import fold, squeeze
from quyet.core.values.typed import day_typed, dong_typed

ROLES = {"lead": "chủ trì", "coordinate": "phối hợp", "execute": "thi hành"}


class NotTaken(ValueError):
    """Why what was typed is no such value, and what would be, in both languages."""

    def __init__(self, vi: str, en: str) -> None:
        super().__init__(en)
        self.vi, self.en = vi, en


# --- as it is read ---------------------------------------------------------------------------------------------------


def said(kind: Kind, value: Any) -> str:
    """The value in words; empty where there is none. `taken` makes the same value of them, but for a line's."""
    if value is None:
        return ""
    match kind:
        case "day":
            return f"{date.fromisoformat(value):%d/%m/%Y}"
        case "dong":
            return papers.dong(value)
        case "quantity":
            return papers.quantity(_quantity(value)) or ""
        case "duration":
            return papers.duration(_duration(value)) or ""
        case "timeframe":
            return papers.timeframe(_timeframe(value)) or ""
        case "assignment":
            return f"{ROLES[value['role']]}: {value['unit']}"
        case "line":
            return _line(value)
        case _:
            return str(value)


def _quantity(value: Mapping[str, Any]) -> Quantity:
    exact, least, most = (_number(value.get(name)) for name in ("value", "min", "max"))
    return Quantity(exact, least, most, bool(value.get("approximate")), value.get("unit"))


def _duration(value: Mapping[str, Any]) -> Duration:
    return Duration(_number(value.get("min")), _number(value.get("max")), value["unit"])


def _timeframe(value: Mapping[str, Any]) -> Timeframe:
    start, end = (date.fromisoformat(value[side]) if value.get(side) else None for side in ("start", "end"))
    return Timeframe(start, end, value.get("text") or "")


def _number(value: Any) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _line(value: Mapping[str, Any]) -> str:
    quantity, price, amount = _number(value.get("quantity")), value.get("unit_price"), value.get("amount")
    much = " ".join(filter(None, (papers.number(quantity) if quantity is not None else "", value.get("unit") or "")))
    times = f"{much} × {papers.number(Decimal(price))}" if price is not None else much
    worth = f"= {papers.dong(amount)}" if amount is not None else ""
    return " · ".join(filter(None, (value.get("content"), " ".join(filter(None, (times, worth))))))


# --- as it is typed --------------------------------------------------------------------------------------------------

_LONGEST = 2_000


def taken(kind: Kind, text: str, year: int | None = None) -> Any:
    """The value that was typed; None for nothing typed: the paper does not say it. Quarters without a year take `year`.
    NotTaken where it is no such value."""
    written = squeeze(text)
    if not written:
        return None
    if len(written) > _LONGEST:
        raise NotTaken("dài quá 2.000 ký tự", "longer than 2,000 characters")
    return _TAKEN[kind](written, year)


def _text(written: str, year: int | None) -> str:
    return written


def _day(written: str, year: int | None) -> str:
    day = day_typed(written)
    if day is None:
        raise NotTaken("ghi ngày/tháng/năm, ví dụ 25/12/2023", "write day/month/year, such as 25/12/2023")
    return day.isoformat()


def _year(written: str, year: int | None) -> int:
    if not (written.isascii() and written.isdigit() and 1900 <= int(written[:9]) <= 2100):
        raise NotTaken("ghi năm bằng 4 chữ số, ví dụ 2024", "write the year in 4 digits, such as 2024")
    return int(written)


def _dong(written: str, year: int | None) -> int:
    amount = dong_typed(written)
    if amount is None:
        raise NotTaken(
            "ghi số tiền bằng đồng, ví dụ 185.000.000 hoặc 185 triệu",
            "write an amount in đồng, such as 185.000.000 or 185 triệu",
        )
    return amount


def _taken_quantity(written: str, year: int | None) -> dict[str, Any]:
    flow = _flow(written)
    found = find_quantity(flow, 0, len(flow.text), labelled=True)
    if found is None or found.unit is None or _is_more(flow, found.span):
        raise NotTaken(
            "ghi số và đơn vị, ví dụ 40 cái, khoảng 150 đại biểu, 70 - 80 người",
            "write a number and its unit, such as 40 cái, khoảng 150 đại biểu, 70 - 80 người",
        )
    bounds = {"value": _plain(found.value), "min": _plain(found.min), "max": _plain(found.max)}
    known = {name: value for name, value in bounds.items() if value is not None}
    return {**known, "approximate": found.approximate, "unit": str(found.unit)}


def _taken_duration(written: str, year: int | None) -> dict[str, Any]:
    flow = _flow(written)
    found = find_duration(flow, 0, len(flow.text))
    if found is None or _is_more(flow, found.span):
        raise NotTaken(
            "ghi số và đơn vị thời gian, ví dụ 01 ngày, 7 - 10 phút",
            "write a number and a unit of time, such as 01 ngày, 7 - 10 phút",
        )
    bounds = {"min": _plain(found.min), "max": _plain(found.max)}
    return {**{name: value for name, value in bounds.items() if value is not None}, "unit": str(found.unit)}


def _taken_timeframe(written: str, year: int | None) -> dict[str, Any]:
    flow = _flow(written)
    found = read_timeframe(flow, 0, len(flow.text), year)
    if found is None or (found.start is None and found.end is None):
        raise NotTaken(
            "ghi quý, tháng hoặc ngày, ví dụ Quý II-III/2024, tháng 6/2024, từ 01/3/2024 đến 30/6/2024",
            "write quarters, months or days, such as Quý II-III/2024, tháng 6/2024, từ 01/3/2024 đến 30/6/2024",
        )
    ends = {"start": found.start, "end": found.end}
    return {**{name: day.isoformat() for name, day in ends.items() if day}, "text": written}


def _assignment(written: str, year: int | None) -> dict[str, str]:
    role, _, unit = written.partition(":")
    key = next((key for key, word in ROLES.items() if fold(word) == fold(role.strip())), None)
    if key is None or not unit.strip():
        raise NotTaken(
            "ghi vai trò rồi đơn vị: «chủ trì: Phòng A», «phối hợp: Phòng B» hoặc «thi hành: Phòng C»",
            "write the role, then the unit: “chủ trì: Phòng A”, “phối hợp: Phòng B” or “thi hành: Phòng C”",
        )
    return {"unit": unit.strip(), "role": key}


def _no_line(written: str, year: int | None) -> None:
    raise NotTaken("sửa dòng này ở bảng Dự toán", "mend this line in the table of the estimate")


_TAKEN = {
    "text": _text, "year": _year, "day": _day, "dong": _dong, "quantity": _taken_quantity,
    "duration": _taken_duration, "timeframe": _taken_timeframe, "assignment": _assignment, "line": _no_line,
}  # fmt: skip


def _flow(written: str) -> Flow:
    return lay_out(Source(written))


def _is_more(flow: Flow, span: tuple[int, int] | None) -> bool:
    """Whether more stands there than what was read of it."""
    return span is not None and len(flow.text[slice(*span)].strip()) < len(flow.text.strip())


def _plain(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
