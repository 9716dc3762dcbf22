"""On which days a request can have been carried out, and what is told of a day before anybody asked for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from quyet.core.payments.model import Told


@dataclass(frozen=True, slots=True)
class Bound:
    """A day, and what of it makes it a bound."""

    day: date
    vi: str
    en: str


@dataclass(frozen=True, slots=True)
class Days:
    """From when to when (both inside). `asked`: when it was asked for in Quyết."""

    asked: date
    first: Bound
    last: Bound

    def takes(self, day: date | None) -> bool:
        """Whether it can have been on that day."""
        return day is not None and self.first.day <= day <= self.last.day


def days_of(year: int | None, asked: date, today: date, begins: Sequence[Bound]) -> Days:
    """The days of a request of a fiscal year: from the last of what had to be there before it, `begins`, to today or to
    the end of the year's closing. A body that enters older papers asks later than it paid. A clock that stands before
    the asking is wrong: what it calls past may be to come, and nothing goes before the asking then."""
    now, asking = Bound(today, "hôm nay", "today"), Bound(asked, "ngày đề nghị", "the day of the request")
    if today < asked:
        return Days(asked, asking, now)
    if year is None:
        return Days(asked, max(begins, key=_day, default=asking), now)
    opens = Bound(date(year, 1, 1), "đầu năm ngân sách", "the first day of the fiscal year")
    closes = Bound(date(year + 1, 1, 31), "hết thời gian chỉnh lý", "the end of the year's closing")
    return Days(asked, max((opens, *begins), key=_day), min(now, closes, key=_day))


def before_asking(asked: date, day: date | None) -> Iterator[Told]:
    """Told of what was carried out before anybody asked for it here."""
    if day is not None and day < asked:
        yield Told(
            "day_before_request",
            f"Ngày thực hiện {day:%d/%m/%Y} trước ngày đề nghị {asked:%d/%m/%Y}: nhập sau khi đã chi, hãy đối "
            "chiếu với chứng từ giấy.",
            f"It was done on {day:%d/%m/%Y}, before the request of {asked:%d/%m/%Y}: entered after it was paid, so "
            "hold it against the paper.",
        )


def _day(bound: Bound) -> date:
    return bound.day
