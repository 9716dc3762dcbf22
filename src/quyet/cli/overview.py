"""A reading on a page of the terminal: what the paper is, what it orders, for what sum, and by whom."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from quyet.cli.check import summary
from quyet.cli.language import say
from quyet.cli.streams import one_line
from quyet.core.decisions.model import Activity, Document, Duration, Programme, Quantity, Reading, Total

KINDS = {
    "QĐ": "Quyết định",
    "KH": "Kế hoạch",
    "NQ": "Nghị quyết",
    "TTr": "Tờ trình",
    "CTr": "Chương trình",
    "BC": "Báo cáo",
}


def overview(path: str, reading: Reading) -> str:
    """Several lines of text; what the paper does not state is left out."""
    is_workbook = reading.source.format == "xlsx"
    lines = (
        _workbook(path, reading) if is_workbook else [*_head(path, reading.document), *_programme(reading.programme)]
    )
    return "\n".join([*lines, "", _findings(path, reading)])


def _workbook(path: str, reading: Reading) -> Iterator[str]:
    """The estimates of a workbook, each with how many lines it has and its total."""
    count = len(reading.estimates)
    yield _joined(one_line(path), say(f"Excel, {count} dự toán", f"Excel, estimates: {count}"))
    for estimate in reading.estimates:
        lines = say(f"{len(estimate.lines)} dòng", f"lines: {len(estimate.lines)}")
        total = say("không có dòng tổng cộng", "no row of a total") if estimate.total is None else _dong(estimate.total)
        yield "  " + _joined(lines, total)


def _head(path: str, document: Document) -> Iterator[str]:
    kind = KINDS.get(document.kind or "", document.kind)
    name = " ".join(part for part in (kind, document.number) if part)
    yield _joined(
        one_line(path),
        name or say("không rõ là văn bản gì", "not known what paper"),
        _day(document.date),
        document.place,
    )
    for line in (document.issuer, document.title):
        if line:
            yield one_line(line)
    signed = document.signature
    if signed:
        yield say("Người ký: ", "Signed: ") + _joined(signed.authority, signed.position, signed.name)


def _programme(programme: Programme | None) -> Iterator[str]:
    if programme is None:
        yield say("Không thấy chương trình nào được giao.", "No programme is ordered.")
        return
    yield ""
    count = len(programme.activities)
    year = f" {programme.year}" if programme.year else ""
    yield say(f"Chương trình{' năm' if year else ''}{year}: {count} hoạt động", f"Programme{year}: {count} activities")
    width = max((len(activity.label or "-") for activity in programme.activities), default=0)
    for activity in programme.activities:
        yield f"  {activity.label or '-':<{width}}  {_activity(activity)}"
    if programme.total:
        yield say("Tổng kinh phí: ", "Total: ") + _total(programme.total)
    yield from _assignments(programme)


def _activity(activity: Activity) -> str:
    return _joined(
        one_line(activity.title or say("(không có tên)", "(no title)")),
        _quantity(activity.quantity),
        _duration(activity.duration),
        activity.timeframe.text if activity.timeframe else None,
        None if activity.amount is None else _dong(activity.amount),
    )


def _assignments(programme: Programme) -> Iterator[str]:
    roles = {
        "lead": say("Chủ trì", "Leads"),
        "coordinate": say("Phối hợp", "Coordinate"),
        "execute": say("Thi hành", "Carry out"),
    }
    for role, name in roles.items():
        units = [one_line(assignment.unit) for assignment in programme.assignments if assignment.role == role]
        if units:
            yield f"{name}: {'; '.join(units)}"


def _findings(path: str, reading: Reading) -> str:
    counted = summary(reading.findings)
    return f"{counted} (quyet check {one_line(path)})" if reading.findings else counted


# --- values ----------------------------------------------------------------------------------------------------------


def _joined(*parts: str | None) -> str:
    return " · ".join(part for part in parts if part)


def _day(day: date | None) -> str | None:
    return f"{day.day:02}/{day.month:02}/{day.year}" if day else None


def _dong(amount: int) -> str:
    return f"{_number(amount)} đồng"


def _number(value: Decimal | int) -> str:
    """185000000 → 185.000.000, 0.8 → 0,8; in English the other way round."""
    printed = f"{value:,}"
    return say(printed.translate(str.maketrans(",.", ".,")), printed)


def _range(least: Decimal | None, most: Decimal | None) -> str:
    if least is None or most is None:
        sign = "≤" if least is None else "≥"
        bound = most if least is None else least
        return f"{sign} {_number(bound)}" if bound is not None else "?"
    return _number(least) if least == most else f"{_number(least)}–{_number(most)}"


def _quantity(quantity: Quantity | None) -> str | None:
    if quantity is None:
        return None
    number = _range(quantity.min, quantity.max) if quantity.value is None else _number(quantity.value)
    about = say("khoảng ", "about ") if quantity.approximate else ""
    return f"{about}{number} {quantity.unit or ''}".strip()


def _duration(duration: Duration | None) -> str | None:
    return f"{_range(duration.min, duration.max)} {duration.unit}" if duration else None


def _total(total: Total) -> str:
    """The sum, and whether figure and words agree."""
    figure = say("không ghi số", "no figure") if total.amount is None else _dong(total.amount)
    if total.words is None:
        return figure
    agree = total.in_words_amount is not None and total.in_words_amount == total.amount
    return f"{figure} ({one_line(total.words)}) {'✓' if agree else '✗'}"
