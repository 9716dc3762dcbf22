"""What stands around every tab of a programme: its name, its sums, and the road of its tabs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import NoReverseMatch, reverse

from quyet.queries.programmes import Opened, drawn_on
from quyet.store.models import Programme
from quyet.web.language import say

ROAD = (
    ("programme", "Nội dung", "Contents"),
    ("programme-paper", "Quyết định", "Decision"),
    ("programme-estimate", "Dự toán", "Estimate"),
    ("programme-approval", "Trình duyệt", "Approval"),
)
"""The tabs in the order of the life cycle, each by the name of its address. One that has no address yet is no tab."""


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
        "standing": drawn_on(programme),
        "road": _road(programme, here),
    }


def _road(programme: Programme, here: str) -> list[Tab]:
    found = ((name, _address(name, programme), (vi, en)) for name, vi, en in ROAD)
    return [Tab(say(*called), address, name == here) for name, address, called in found if address]


def _address(name: str, programme: Programme) -> str | None:
    try:
        return reverse(name, args=[programme.pk])
    except NoReverseMatch:
        return None
