"""How a paper says values: numbers, days, quantities, durations, windows, sums. The reader reads each of them back."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from quyet.core.decisions.model import Duration, Quantity, Timeframe
from quyet.core.presentation.format import Padding
from quyet.core.values.amounts import dotted
from quyet.core.values.days import month_end
from quyet.core.values.words import to_words

_QUARTERS = ("I", "II", "III", "IV")
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
_LENGTHS = ("phút", "giây", "giờ", "tiết")


def number(value: Decimal) -> str:
    """1500 → `1.500`; 1.5 → `1,5`."""
    whole, _, rest = f"{value:f}".partition(".")
    rest = rest.rstrip("0")
    sign = "-" if whole.startswith("-") else ""
    grouped = sign + dotted(int(whole.lstrip("-")))
    return f"{grouped},{rest}" if rest else grouped


def count(value: Decimal) -> str:
    """A number of things: one below ten has its zero, `01 phóng sự`, so that no digit can be put before it."""
    said = number(value)
    return f"0{said}" if value == value.to_integral_value() and 0 < value < 10 else said


def dong(amount: int) -> str:
    """→ `185.000.000 đồng`."""
    return f"{dotted(amount)} đồng" if amount >= 0 else f"-{dotted(-amount)} đồng"


def dong_in_words(amount: int) -> str:
    """→ `Một trăm tám mươi lăm triệu đồng`."""
    words = to_words(amount)
    return words[:1].upper() + words[1:]


def bounds(least: Decimal | None, most: Decimal | None) -> str | None:
    """`7 - 10`, `ít nhất 5`, `không quá 12`; None for no bound."""
    if least is not None and most is not None:
        return count(least) if least == most else f"{number(least)} - {number(most)}"
    if most is not None:
        return f"không quá {count(most)}"
    return f"ít nhất {count(least)}" if least is not None else None


def quantity(value: Quantity | None) -> str | None:
    """`khoảng 150 đại biểu`."""
    if value is None:
        return None
    said = count(value.value) if value.value is not None else bounds(value.min, value.max)
    if said is None:
        return None
    return " ".join(filter(None, ("khoảng" if value.approximate else "", said, value.unit)))


def duration(value: Duration | None) -> str | None:
    """`7 - 10 phút`."""
    said = bounds(value.min, value.max) if value else None
    return f"{said} {value.unit}" if said and value else None


def is_length(value: Duration) -> bool:
    """Whether it measures a broadcast (thời lượng) and not days of an event."""
    return value.unit in _LENGTHS


def timeframe(value: Timeframe | None) -> str | None:
    """The words that the draft has, else the window in quarters where it is made of some, else in days."""
    if value is None or not (value.text or value.start or value.end):
        return None
    return value.text or _window(value.start, value.end)


def _window(start: date | None, end: date | None) -> str:
    if start is None or end is None:
        return f"đến hết ngày {_day(end)}" if end else f"từ ngày {_day(start)}" if start else ""
    if start.year == end.year and _opens_quarter(start) and _closes_quarter(end):
        first, last = (start.month - 1) // 3, (end.month - 1) // 3
        named = _QUARTERS[first] if first == last else f"{_QUARTERS[first]}-{_QUARTERS[last]}"
        return f"Quý {named}/{start.year}"
    return f"ngày {_day(start)}" if start == end else f"từ ngày {_day(start)} đến ngày {_day(end)}"


def _opens_quarter(day: date) -> bool:
    return day.day == 1 and day.month % 3 == 1


def _closes_quarter(day: date) -> bool:
    return day == month_end(day.year, day.month) and (day + timedelta(days=1)).month % 3 == 1


def _day(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"


def day_parts(day: date, padding: Padding) -> dict[str, str]:
    """Day, month and year as the decree writes them: 05, 01, 2024."""
    return {
        "day": _padded(day.day, padding.day_below),
        "month": _padded(day.month, padding.month_below),
        "year": str(day.year),
    }


def document_number(printed: str, padding: Padding) -> str:
    """`5/QĐ-SCT` → `05/QĐ-SCT`; other numbers as they are."""
    figure, slash, symbol = printed.partition("/")
    return f"{_padded(int(figure), padding.number_below)}{slash}{symbol}" if figure.isdecimal() else printed


def _padded(value: int, below: int) -> str:
    return f"0{value}" if 0 < value < below else str(value)


def listing(names: list[str]) -> str | None:
    """`A, B và C`; None for no name. Where a name itself has a comma in it, names are parted by `;`."""
    if len(names) < 2:
        return names[0] if names else None
    if any("," in name for name in names):
        return "; ".join(names)
    return f"{', '.join(names[:-1])} và {names[-1]}"


def roman(number: int) -> str:
    """Parts and annexes are numbered so: 18 → `XVIII`."""
    said = ""
    for value, letters in _ROMAN:
        said += letters * (number // value)
        number %= value
    return said
