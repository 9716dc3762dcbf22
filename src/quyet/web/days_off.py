"""What a page says of the working days that it counted: by which days off, and what is left out of them."""

from __future__ import annotations

from datetime import date

from quyet.queries.days_off import days_off, fault
from quyet.web.language import say


def counted_by(*days: date) -> str:
    """Of the years of some days: the decision on their days off, or that none is on file."""
    said = [_of_year(year) for year in sorted({day.year for day in days})]
    if wrong := fault():
        said.append(
            say(
                "Tệp ngày nghỉ riêng của cơ quan chưa dùng được: {wrong}.",
                "The office's own file of days off cannot be used: {wrong}.",
                wrong=wrong,
            )
        )
    return " ".join(said)


def _of_year(year: int) -> str:
    known = days_off(year)
    if known.source is None:
        return say(
            "Ngày nghỉ lễ năm {year} do máy tính trước; chưa có quyết định nghỉ bù, hoán đổi ngày làm việc năm ấy.",
            "Public holidays of {year} are worked out ahead; no decision on that year's swapped days is on file.",
            year=year,
        )
    if known.sure:
        return say("Ngày nghỉ năm {year} theo {text}.", "Days off of {year} by {text}.", year=year, text=known.source)
    return say(
        "Ngày nghỉ năm {year} theo {text} (chưa đối chiếu).",
        "Days off of {year} by {text} (not held against its text).",
        year=year,
        text=known.source,
    )
