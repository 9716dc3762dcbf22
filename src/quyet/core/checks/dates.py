"""T1: days that exist, and windows and deadlines that can be kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from quyet.core.checks.citations import cited
from quyet.core.checks.paper import contents, printed
from quyet.core.checks.registry import Found, rule
from quyet.core.checks.say import day, quote
from quyet.core.checks.spans import Stretches, span_of
from quyet.core.checks.written_days import WrittenDay, written_days
from quyet.core.decisions.model import Activity, Reading
from quyet.core.values.days import DAY, day_of
from quyet.core.values.finding import Severity
from quyet.core.values.folding import fold
from quyet.core.values.late import late
from quyet.core.values.stated import Span

_QUARTER = late(r"uý[\s*_|]+(?:V|VI|VII|VIII|[5-9])(?!\w)")

_FROM_TO = late(r"(?:từ\s+)?(?P<low>[^;,()]{1,40}?)\s*(?:đến\s+hết|đến|-|–|tới)\s*(?P<high>[^;,()]{1,40})$")
_MONTH = late(r"(?:tháng\s*)?(?P<m>\d{1,2})(?:\s*(?:/|năm)\s*(?P<y>\d{4}))$")
_DAY_MONTH = late(r"(?:ngày\s*)?(?P<d>\d{1,2})\s*[/.-]\s*(?P<m>\d{1,2})(?:\s*[/.-]\s*(?P<y>\d{4}))?$")
_ROMAN_QUARTER = late(r"(?:quý\s*)?(?P<q>iv|i{1,3})(?:\s*(?:/|-|năm)?\s*(?P<y>\d{4}))?$")
_QUARTERS = {"i": 1, "ii": 4, "iii": 7, "iv": 10}

_SPANS_YEARS = late(r"giai\s+đoạn|đến\s+(?:hết\s+)?năm|định\s+hướng|tầm\s+nhìn|các\s+năm|\d{4}\s*[-–]\s*\d{4}")
_DAY_SAID = late(r"ngày\s+(?=\d)")
_DEADLINE = late(r"(?:trước|chậm\s+nhất|đến\s+hết|xong|hạn)[^\d\n.;]{0,20}$", re.IGNORECASE)
_TO_DO = late(
    r"hoàn\s+thành|báo\s+cáo|gửi|quyết\s+toán|nộp|xong|thanh\s+toán|chậm\s+nhất"
    r"|(?<!công )(?<!chương )(?<!quá )trình\s+(?:UBND|Ủy|HĐND|Hội|Giám|lãnh|cấp|Sở|Bộ|Thủ)",
    re.IGNORECASE,
)
_LONGEST_TO_DO = 40
_EFFECT = late(r"hiệu\s+lực[^.;\n]{0,40}?(?:từ|kể\s+từ)\s+ngày\s+")
_FAR_AHEAD = 30


@rule("T101", severity="error")
def days_exist(reading: Reading) -> Iterator[Found]:
    """Ngày, tháng hoặc quý không có thật.
    A day, month or quarter that does not exist.

    Yêu cầu: Mọi ngày ghi trong văn bản có trên lịch; tháng từ 1 đến 12; quý từ I đến IV.
    Asks: Every day in the paper is on the calendar; months run from 1 to 12, quarters from I to IV.
    Lý do: Ngày không có thật thì không thực hiện, không quyết toán theo ngày đó được.
    Why: Nothing can be done or settled on a day that does not exist.

    Sai:
        Điều 2. Hoàn thành quyết toán trước ngày 31/11/2024.
    Đúng:
        Điều 2. Hoàn thành quyết toán trước ngày 30/11/2024.
    """
    days = [each.span for each in written_days(reading.text) if not each.exists() and _is_a_day(each)]
    quarters = [(found.start() - 1, found.end()) for found in _QUARTER.finditer(reading.text)]
    for span in (*days, *quarters):
        words = reading.text[slice(*span)]
        yield Found(f"{quote(words)} không có thật. Ghi lại cho đúng lịch.", span)


def _is_a_day(each: WrittenDay) -> bool:
    """45/13/2024 may be anything; behind the word «ngày» it is a day."""
    like_one = each.sign == "/" and each.day is not None and 1 <= each.day <= 31 and 1 <= each.month <= 12
    return like_one or each.named or each.sign == "tháng"


@rule("T102", severity="warning")
def within_budget_year(reading: Reading) -> Iterator[Found]:
    """Thời gian thực hiện nằm ngoài năm ngân sách.
    The timeframe lies outside the budget year.

    Yêu cầu: Chương trình của một năm thực hiện trong năm đó.
    Asks: The programme of a year is carried out in that year.
    Lý do: Dự toán năm nào chi cho việc của năm đó; việc nằm ngoài năm phải được chuyển nguồn mới quyết toán được.
    Why: The money of a year pays for the work of that year; work outside it can be settled only if money is
        carried over.
    Nguồn: Luật Ngân sách nhà nước 83/2015/QH13, Điều 14 và Điều 64 [M]

    Sai:
        QUYẾT ĐỊNH
        Phê duyệt nội dung và dự toán tuyên truyền năm 2024
        Điều 1. Phê duyệt nội dung và dự toán tuyên truyền năm 2024:
        1. Treo băng rôn tuyên truyền: 20 cái, thực hiện Quý I/2025.
    Đúng:
        QUYẾT ĐỊNH
        Phê duyệt nội dung và dự toán tuyên truyền năm 2024
        Điều 1. Phê duyệt nội dung và dự toán tuyên truyền năm 2024:
        1. Treo băng rôn tuyên truyền: 20 cái, thực hiện Quý I/2024.
    """
    programme = reading.programme
    if programme is None or programme.year is None or programme.period is not None:
        return
    if _SPANS_YEARS.search(fold(reading.document.title or "")):
        return
    for activity in programme.activities:
        window = activity.timeframe
        years = {each.year for each in (window.start, window.end) if each} if window else set()
        if window and years - {programme.year}:
            message = f"{quote(window.text)} nằm ngoài năm {programme.year} của chương trình. Sửa thời gian hoặc năm."
            yield Found(message, span_of(window), activity.ref)


@rule("T103", severity="error")
def ends_after_start(reading: Reading) -> Iterator[Found]:
    """Thời gian kết thúc trước khi bắt đầu.
    The timeframe ends before it starts.

    Yêu cầu: Ngày, tháng hoặc quý kết thúc không trước ngày, tháng, quý bắt đầu.
    Asks: The last day, month or quarter is not before the first.
    Lý do: Khoảng thời gian ngược thì không thực hiện được.
    Why: Nothing can be done in a window that runs backwards.

    Sai:
        Điều 1. Phê duyệt nội dung tuyên truyền năm 2024:
        1. Treo băng rôn tuyên truyền: 20 cái.
        - Thời gian thực hiện: từ ngày 15/12/2024 đến ngày 15/11/2024.
    Đúng:
        Điều 1. Phê duyệt nội dung tuyên truyền năm 2024:
        1. Treo băng rôn tuyên truyền: 20 cái.
        - Thời gian thực hiện: từ ngày 15/11/2024 đến ngày 15/12/2024.
    """
    for activity in reading.programme.activities if reading.programme else ():
        backwards = _backwards(activity.timeframe.text) if activity.timeframe else None
        if backwards:
            message = f"{quote(str(activity.timeframe and activity.timeframe.text))}: kết thúc trước khi bắt đầu."
            yield Found(message, span_of(activity.timeframe), activity.ref, backwards)


@dataclass(frozen=True, slots=True)
class Point:
    """One side of a window; `year` is None where it is not printed."""

    year: int | None
    month: int
    day: int
    is_quarter: bool = False


def _backwards(words: str) -> Severity | None:
    """How sure it is that a window runs backwards: both years printed, an error. Without a year in front `15/12 đến
    15/01/2025` runs over the turn of the year and is right; quarters do not."""
    found = _FROM_TO.search(fold(words))
    low, high = (_point(found["low"]), _point(found["high"])) if found else (None, None)
    if low is None or high is None or low.is_quarter != high.is_quarter:
        return None
    if low.year is not None and high.year is not None:
        return "error" if (low.year, low.month, low.day) > (high.year, high.month, high.day) else None
    same_year = low.is_quarter and (low.month, low.day) > (high.month, high.day)
    return "warning" if same_year else None


def _point(words: str) -> Point | None:
    words = words.strip()
    if full := DAY.fullmatch(words.removeprefix("ngày").strip()):
        known = day_of(full)
        return Point(known.year, known.month, known.day) if known else None
    if found := _DAY_MONTH.match(words):
        return Point(int(found["y"]) if found["y"] else None, int(found["m"]), int(found["d"]))
    if found := _MONTH.match(words):
        return Point(int(found["y"]), int(found["m"]), 0)
    if found := _ROMAN_QUARTER.match(words):
        return Point(int(found["y"]) if found["y"] else None, _QUARTERS[found["q"]], 0, is_quarter=True)
    return None


@rule("T104", severity="warning")
def not_over_before_issue(reading: Reading) -> Iterator[Found]:
    """Thời gian thực hiện đã hết trước ngày ban hành.
    The timeframe is over before the day of issue.

    Yêu cầu: Nội dung được phê duyệt còn thời gian để thực hiện sau ngày ban hành.
    Asks: What is approved can still be done after the day of issue.
    Lý do: Việc làm trước khi được phê duyệt thường không được thanh toán.
    Why: What was done before it was approved is often not paid.

    Sai:
        Số: 58/QĐ-SCT        Hà Bình, ngày 12 tháng 5 năm 2024
        Điều 1. Phê duyệt nội dung và dự toán tuyên truyền năm 2024:
        1. Treo băng rôn tuyên truyền: 20 cái, thực hiện Quý I/2024.
    Đúng:
        Số: 58/QĐ-SCT        Hà Bình, ngày 12 tháng 5 năm 2024
        Điều 1. Phê duyệt nội dung và dự toán tuyên truyền năm 2024:
        1. Treo băng rôn tuyên truyền: 20 cái, thực hiện Quý III/2024.
    """
    issued = printed(reading.document.date)
    cited_days = {citation.span[1] for citation in cited(reading)} if issued and reading.programme else set()
    for activity in _activities(reading) if issued else ():
        end, span = activity.timeframe and activity.timeframe.end, span_of(activity.timeframe)
        if issued and end and end < issued and not (span and span[1] in cited_days):
            message = f"Thời gian hết ngày {day(end)}, trước ngày ban hành {day(issued)}. Kiểm tra lại thời gian."
            yield Found(message, span, activity.ref)


@rule("T105", severity="warning")
def deadline_after_issue(reading: Reading) -> Iterator[Found]:
    """Thời hạn hoặc ngày có hiệu lực trước ngày ban hành.
    A deadline, or the day of effect, is before the day of issue.

    Yêu cầu: Thời hạn hoàn thành, báo cáo, quyết toán và ngày có hiệu lực không trước ngày ban hành.
    Asks: No deadline to finish, report or settle, and no day of effect, is before the day of issue.
    Lý do: Thời hạn đã qua thì không ai thực hiện đúng được; thường là ngày còn lại từ bản năm trước.
    Why: Nobody can keep a deadline that is past; often the day is left from last year's paper.

    Sai:
        Số: 58/QĐ-SCT        Hà Bình, ngày 12 tháng 5 năm 2024
        Điều 1. Phê duyệt nội dung tuyên truyền năm 2024.
        Điều 2. Văn phòng Sở báo cáo kết quả thực hiện trước ngày 15/12/2023.
    Đúng:
        Số: 58/QĐ-SCT        Hà Bình, ngày 12 tháng 5 năm 2024
        Điều 1. Phê duyệt nội dung tuyên truyền năm 2024.
        Điều 2. Văn phòng Sở báo cáo kết quả thực hiện trước ngày 15/12/2024.
    """
    issued, whole = printed(reading.document.date), contents(reading)
    if issued is None or whole is None:
        return
    windows = Stretches(span for each in _activities(reading) if (span := span_of(each.timeframe)))
    for start, due, end in (*_deadlines(reading.text, whole), *_days_of_effect(reading.text, whole)):
        if due < issued and not windows.hold(end):
            message = f"Ngày {day(due)} trước ngày ban hành {day(issued)}. Kiểm tra lại năm."
            yield Found(message, (start, end))


def _deadlines(text: str, whole: Span) -> Iterator[tuple[int, date, int]]:
    line = seen = 0  # a line may be as long as the text: no part of it is looked at twice
    to_do = False
    for found in _DAY_SAID.finditer(text, *whole):
        limit = _DEADLINE.search(text, found.start() - 32, found.start())
        due = _day_at(text, found.end()) if limit else None
        if limit and due:
            if begins := text.rfind("\n", seen, found.start()) + 1:
                line, to_do = begins, False
            to_do = to_do or _TO_DO.search(text, max(line, seen - _LONGEST_TO_DO), found.end()) is not None
            seen = found.start()
            if to_do:
                yield limit.start(), *due


def _days_of_effect(text: str, whole: Span) -> Iterator[tuple[int, date, int]]:
    for found in _EFFECT.finditer(text, *whole):
        if since := _day_at(text, found.end()):
            yield found.start(), *since


def _activities(reading: Reading) -> list[Activity]:
    return reading.programme.activities if reading.programme else []


def _day_at(text: str, start: int) -> tuple[date, int] | None:
    """The full day printed exactly at `start`, and where it ends."""
    found = DAY.match(fold(text[start : start + 40]))
    known = day_of(found) if found else None
    return (known, start + found.end()) if known and found else None


@rule("T106", severity="warning")
def years_fit(reading: Reading) -> Iterator[Found]:
    """Năm ghi không hợp lý.
    A year that is not likely.

    Yêu cầu: Chương trình được phê duyệt trong năm của nó hoặc trước đó; ngày trong văn bản không xa quá 30 năm.
    Asks: A programme is approved in its year or before; no day in the paper is more than 30 years ahead.
    Lý do: Thường là gõ nhầm (2074 thay cho 2024) hoặc còn lại từ bản năm trước.
    Why: Mostly a slip of the keys (2074 for 2024), or left from last year's paper.

    Sai:
        Số: 58/QĐ-SCT        Hà Bình, ngày 12 tháng 5 năm 2025
        QUYẾT ĐỊNH
        Phê duyệt nội dung và dự toán tuyên truyền năm 2024
        Điều 1. Phê duyệt nội dung và dự toán tuyên truyền năm 2024:
        1. Treo băng rôn tuyên truyền: 20 cái.
        2. In sổ tay tuyên truyền: 500 cuốn.
    Đúng:
        Số: 58/QĐ-SCT        Hà Bình, ngày 12 tháng 5 năm 2024
        QUYẾT ĐỊNH
        Phê duyệt nội dung và dự toán tuyên truyền năm 2024
        Điều 1. Phê duyệt nội dung và dự toán tuyên truyền năm 2024:
        1. Treo băng rôn tuyên truyền: 20 cái.
        2. In sổ tay tuyên truyền: 500 cuốn.
    """
    issued = printed(reading.document.date)
    if issued is None:
        return
    year = reading.programme.year if reading.programme and not reading.programme.period else None
    if year and year < issued.year:
        yield Found(f"Chương trình năm {year} nhưng ban hành ngày {day(issued)}. Kiểm tra năm.", issued.span)
    for each in written_days(reading.text):
        if each.year and each.year > issued.year + _FAR_AHEAD:
            message = f"Năm {each.year} cách ngày ban hành hơn {_FAR_AHEAD} năm. Kiểm tra lại năm."
            yield Found(message, each.span)
