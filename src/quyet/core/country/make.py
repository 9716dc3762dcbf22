"""Draw a country, one body after another, so that a large one needs no more memory than a small one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction

from quyet.core.approval import Role, State
from quyet.core.country.draws import Draws
from quyet.core.country.model import MadeActivity, MadeAllotment, MadeBody, MadeLine, MadePerson, MadeProgramme
from quyet.core.country.spent import balances, entries_of

WHOLE = 100_000
"""Programmes at full scale, with three million lines of those that are issued."""
YEARS = (2020, 2021, 2022, 2023, 2024)
_BODY_HAS = 50
"""Programmes of a body, as many in each year."""
_DEPARTMENTS = 30
_STATES: tuple[State, ...] = (*("issued",) * 16, "draft", "submitted", "appraised", "signed")
_STAFF: tuple[Role, ...] = ("officer", "officer", "head", "accountant", "office", "director", "clerk", "admin")
_NAMES = ("Nguyễn Thị Lan", "Trần Văn Minh", "Lê Thị Hoa", "Phạm Văn Đức", "Hoàng Thị Mai", "Vũ Văn Sơn")
_TOPICS = (
    "sản xuất và tiêu dùng bền vững", "khuyến công", "xúc tiến thương mại", "sử dụng năng lượng tiết kiệm",
    "an toàn hóa chất", "phát triển thương mại điện tử", "bảo vệ quyền lợi người tiêu dùng", "hội nhập kinh tế",
)  # fmt: skip
_ACTIVITIES = (
    ("banner", "Treo băng rôn về {}", "cái"),
    ("handbook", "Biên soạn, in và cấp phát sổ tay về {}", "cuốn"),
    ("tv_report", "Phóng sự truyền hình về {}", "phóng sự"),
    ("training_conference", "Hội nghị tập huấn về {}", "đại biểu"),
    ("study_tour", "Đoàn học tập kinh nghiệm về {}", "người"),
)
_LINES = (
    ("Thuê hội trường, thiết bị", "ngày", "6655"), ("In tài liệu", "bộ", "6651"),
    ("Nước uống giữa giờ", "lượt", "6699"), ("Treo, tháo dỡ", "cái", "6606"), ("Biên tập nội dung", "trang", "6608"),
    ("Thuê xe", "lượt", "6751"), ("Phụ cấp lưu trú", "lượt", "6702"), ("Tiền thuê phòng nghỉ", "lượt", "6703"),
)  # fmt: skip


def programmes_at(scale: Fraction) -> int:
    """How many programmes a country of that scale has; 1 is the whole."""
    return max(1, round(WHOLE * scale))


def country(scale: Fraction, seed: int) -> Iterator[MadeBody]:
    """The bodies of a country, in order. A smaller one is the beginning of a larger one with the same seed."""
    left, number = programmes_at(scale), 0
    while left:
        here = min(left, _BODY_HAS)
        yield _body(Draws(seed, number), number, here)
        left, number = left - here, number + 1


def _body(draws: Draws, number: int, programmes: int) -> MadeBody:
    province, place = divmod(number, _DEPARTMENTS)
    made = tuple(_programme(draws, number, each) for each in range(programmes))
    return MadeBody(
        province=f"Tỉnh thử nghiệm {province + 1:02}",
        name=f"Sở thử nghiệm {place + 1:02} tỉnh thử nghiệm {province + 1:02}",
        people=tuple(
            MadePerson(f"thu-nghiem-{number + 1}-{seat}", draws.one_of(_NAMES), role)
            for seat, role in enumerate(_STAFF, 1)
        ),
        allotments=tuple(_allotment(year, made) for year in YEARS if any(each.year == year for each in made)),
        programmes=made,
    )


def _allotment(year: int, programmes: Sequence[MadeProgramme]) -> MadeAllotment:
    """A fifth more than all programmes of the year come to; what is issued is reserved."""
    of_it = [each for each in programmes if each.year == year]
    planned = sum(each.total for each in of_it)
    stand = [row for each in of_it for row in balances(each.lines, each.entries)]
    return MadeAllotment(
        year, planned + planned // 5, sum(each.total for each in of_it if each.state == "issued"),
        sum(each.taken for each in stand), sum(each.used for each in stand),
    )  # fmt: skip


def _programme(draws: Draws, body: int, place: int) -> MadeProgramme:
    year, topic = YEARS[place % len(YEARS)], draws.one_of(_TOPICS)
    activities = tuple(_activity(draws, each, year, topic) for each in range(1, draws.between(4, 8) + 1))
    state = draws.one_of(_STATES)
    day = date(year, draws.between(1, 3), draws.between(1, 28))
    lines = tuple(_line(draws, activities[each % len(activities)].label) for each in range(draws.between(25, 50)))
    spends = Draws(body, place, year) if state == "issued" else None  # of its own: what is spent changes no plan
    return MadeProgramme(
        key=f"thu-nghiem-{body + 1}-{place + 1}",
        year=year,
        title=f"Chương trình {topic} năm {year}, số {place + 1} (thử nghiệm)",
        state=state,
        number=place + 1 if state == "issued" else None,
        day=day,
        activities=activities,
        lines=lines,
        entries=tuple(entries_of(spends, day, lines)) if spends else (),
    )


def _activity(draws: Draws, place: int, year: int, topic: str) -> MadeActivity:
    kind, title, unit = draws.one_of(_ACTIVITIES)
    quarter = draws.between(1, 4)
    begins = date(year, 3 * quarter - 2, 1)
    ends = date(year, 3 * quarter, 31 if quarter in (1, 4) else 30)
    return MadeActivity(str(place), title.format(topic), kind, draws.between(1, 500), unit, begins, ends)


def _line(draws: Draws, activity: str) -> MadeLine:
    content, unit, code = draws.one_of(_LINES)
    return MadeLine(activity, content, unit, draws.between(1, 200), 1000 * draws.between(1, 500), code)
