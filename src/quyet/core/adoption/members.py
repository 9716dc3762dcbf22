"""Which activities, bases and assignments an adopted programme has, beside those that were read: some are added, some
dropped.

A member keeps its number for good, whatever is added before it or dropped: those of its list that were read count from
0, the added ones go on behind them. So its facts keep their words and their confirmations. The paths of `facts` count
by the place in the content; the numbers and the places are turned into one another here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from quyet.core.adoption.facts import Asked

Listed = Literal["activity", "bases", "assignments"]
"""The parts of a paper that are lists of which a member may be missed or made up."""

LISTED: tuple[Listed, ...] = get_args(Listed)

LISTS: Mapping[str, str] = {
    "activity": "/programme/activities",
    "bases": "/document/bases",
    "assignments": "/programme/assignments",
}
"""Where each list stands in the data."""

SAID_AT: Mapping[str, str] = {"activity": "title", "bases": "text", "assignments": "unit"}
"""Which leaf of a member has the words that it was read of, or added with."""

ROOM = 10_000
"""How many members a list may have had."""

Members = Mapping[str, Sequence[int]]
"""The numbers of each list's members, in the order of the content."""


@dataclass(frozen=True, slots=True)
class Change:
    """What was done to a list: `after` is the number of the member that an added one stands behind, None at the top."""

    what: Literal["add", "drop"]
    which: int
    after: int | None = None
    part: Listed = "activity"


def members_of(read: int, changes: Iterable[Change]) -> tuple[int, ...]:
    """The numbers of a list's members in the order of the content, of `read` that were read. A change that fits no
    longer is left out."""
    members = list(range(read))
    for each in changes:
        if each.what == "drop" and each.which in members:
            members.remove(each.which)
        elif each.what == "add" and each.which not in members:
            members.insert(members.index(each.after) + 1 if each.after in members else 0, each.which)
    return tuple(members)


def numbered(asked: Asked, members: Members) -> Asked:
    """A fact by the number of its member, where `asked_in` counted its place."""
    of = members.get(asked.part, ())
    if asked.which >= len(of):
        return asked
    number, at = of[asked.which], LISTS[asked.part]
    return replace(
        asked, path=_moved(asked.path, at, number), words_at=_moved(asked.words_at, at, number), which=number
    )


def placed(path: str, members: Members) -> str:
    """A path by the place in the content, where it names the number of a member. LookupError where that one is not
    there."""
    part = next((part for part, at in LISTS.items() if path.startswith(f"{at}/")), None)
    if part is None:
        return path
    number = int(path.removeprefix(f"{LISTS[part]}/").partition("/")[0])
    if number not in members[part]:
        raise LookupError(path)
    return _moved(path, LISTS[part], list(members[part]).index(number))


def _moved(path: str, at: str, to: int) -> str:
    _, slash, rest = path.removeprefix(f"{at}/").partition("/")
    return f"{at}/{to}{slash}{rest}"
