"""What the facts of an adopted decision, and the parts that they stand in, are called on its page."""

from __future__ import annotations

from quyet.queries.adoption_page import Group, Row
from quyet.web.language import say
from quyet.web.naming import FACTS

_NAMES = {
    "programme/total/amount": ("Tổng kinh phí", "Total"),
    "programme/total/words": ("Tổng kinh phí bằng chữ", "Total in words"),
    "programme/assignments": ("Giao việc", "Assignment"),
    "estimates/lines": ("Dòng {which}", "Line {which}"),
    "estimates/total": ("Tổng cộng", "Total"),
}
_PARTS = {
    "document": ("Văn bản", "Document"),
    "bases": ("Căn cứ", "Bases"),
    "programme": ("Năm và tổng kinh phí", "Year and total"),
    "activity": ("Hoạt động {label}", "Activity {label}"),
    "assignments": ("Giao việc", "Who does what"),
    "estimate": ("Phụ lục {label}", "Annex {label}"),
}


_LISTED = {
    "activity": ("hoạt động", "activity"),
    "bases": ("căn cứ", "basis"),
    "assignments": ("giao việc", "assignment"),
}


def listed_name(part: str) -> str:
    """What a member of a list is."""
    return say(*_LISTED[part])


def row_name(row: Row) -> str:
    """A fact below the name of its part: Số lượng, and no longer Hoạt động 1.a · Số lượng."""
    name = say(*(_NAMES.get(row.place.leaf) or FACTS[row.place.leaf]), which=row.place.which)
    return name.rpartition(" · ")[2] if row.fact.asked.part in ("activity", "bases") else name


def whole_name(row: Row) -> str:
    """A fact where its part is out of sight."""
    return say(*(_NAMES.get(row.place.leaf) or FACTS[row.place.leaf]), which=row.place.which)


def group_name(group: Group) -> str:
    """A part of the paper."""
    return say(*_PARTS[group.part], label=group.label)
