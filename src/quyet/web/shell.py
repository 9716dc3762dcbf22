"""What stands around every tab of a programme: its name, its sums, and the road of its tabs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import NoReverseMatch, reverse

from quyet.queries.programmes import Opened, drawn_on
from quyet.store.models import Programme
from quyet.web.language import say

ROAD = (
    ("programme-adoption", "Tiếp nhận", "Adoption"),
    ("programme", "Nội dung", "Contents"),
    ("programme-paper", "Quyết định", "Decision"),
    ("programme-estimate", "Dự toán", "Estimate"),
    ("programme-annex", "Phụ lục", "Annex"),
    ("programme-approval", "Trình duyệt", "Approval"),
    ("programme-spending", "Chi tiêu", "Spending"),
    ("programme-journal", "Nhật ký", "Journal"),
)
"""The tabs in the order of the life cycle, each by the name of its address. One that has no address yet is no tab."""

_OF_ADOPTED = ("programme-adoption", "programme-annex")
_OF_DRAFTED = ("programme-approval", "programme-paper")
"""An adopted decision is its own paper: what Quyết would lay out of it is another one."""

READ_ONLY = frozenset({"programme", "programme-paper", "programme-estimate"})
"""What a superior body sees of a programme that is shared with it."""


@dataclass(frozen=True, slots=True)
class Tab:
    """A stage of a programme that has a page."""

    name: str
    address: str
    is_here: bool


def shell(found: Opened, here: str) -> dict[str, Any]:
    """The context of `quyet/programme_page.html`; `here` names the address that is shown."""
    programme = found.programme
    return {
        "here": "programmes",
        "programme": programme,
        "is_example": found.loaded.draft.example,
        "standing": drawn_on(found),
        "may_edit": found.may_edit,
        "may_choose": found.may_choose,
        "is_untied": found.is_untied,
        "is_ours": found.is_ours,
        "road": _road(found, here),
    }


def _road(opened: Opened, here: str) -> list[Tab]:
    programme = opened.programme
    adopted = programme.origin == Programme.Origin.ADOPTED
    others: tuple[str, ...] = _OF_DRAFTED if adopted else _OF_ADOPTED
    if adopted and programme.state != Programme.State.ISSUED:
        others = (*others, "programme-annex")
    shown = [each for each in ROAD if each[0] not in others and (opened.is_ours or each[0] in READ_ONLY)]
    found = ((name, _address(name, programme), (vi, en)) for name, vi, en in shown)
    return [Tab(say(*called), address, name == here) for name, address, called in found if address]


def _address(name: str, programme: Programme) -> str | None:
    try:
        return reverse(name, args=[programme.pk])
    except NoReverseMatch:
        return None
