"""The frame around every page: the places of the rail, and who is here. Adding a place is one line of `PLACES`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse

from quyet.queries.people import Viewer
from quyet.web.language import say

OPEN = frozenset({"open"})
"""For everybody, signed in or not."""
OFFICE = frozenset({"office"})
"""For everybody who has a role at a body."""


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of the rail: the name of its address (`here` of a page says the same), what it is called at length and,
    where room is scarce, the part that can be left out; for whom it is."""

    here: str
    vi: str
    en: str
    vi_more: str = ""
    en_more: str = ""
    of: frozenset[str] = OFFICE


PLACES = (
    Place("desk", "Bàn làm việc", "Desk"),
    Place("programmes", "Chương trình", "Programmes"),
    Place("allotments", "Dự toán", "Allotments", " được giao"),
    Place("register-book", "Sổ văn bản", "Register"),
    Place("norms", "Định mức", "Norms", of=OPEN),
    Place("home", "Đọc", "Read", " quyết định", " a decision", of=OPEN),
    Place("journal", "Nhật ký", "Journal", of=frozenset({"admin", "auditor", "director"})),
    Place("people", "Cơ quan", "Body", " và người dùng", " and people", of=frozenset({"admin", "auditor"})),
    Place("rules", "Quy tắc", "Rules", " kiểm tra", of=OPEN),
)
"""In the order of the rail. A place whose address is not there yet is left out."""

IN_THE_BAR = 4
"""How many stand in the bar of a phone; the others stand above the page there."""

SEARCH = "register-book"
"""The page that the search above the pages asks, by `?tim=`; no search while it is not there."""


@dataclass(frozen=True, slots=True)
class Link:
    """A place as it is shown."""

    address: str
    called: str
    more: str
    is_here: bool


def places(viewer: Viewer | None, here: str) -> list[Link]:
    """What the rail shows."""
    return list(_links(viewer, here))


def _links(viewer: Viewer | None, here: str) -> Iterator[Link]:
    may = OPEN | (viewer.roles | OFFICE if viewer else frozenset())
    for place in PLACES:
        if place.of & may and (address := address_of(place.here)):
            yield Link(address, say(place.vi, place.en), say(place.vi_more, place.en_more), place.here == here)


def address_of(name: str) -> str | None:
    """The address of a page, None while it is not there."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return None
