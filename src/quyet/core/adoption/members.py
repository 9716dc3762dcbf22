"""Which activities an adopted programme has, beside those that were read: some are added, some dropped.

An activity keeps its number for good, whatever is added before it or dropped: those that were read count from 0, the
added ones go on behind them. So its facts keep their words and their confirmations. The paths of `facts` count by the
place in the content; the numbers and the places are turned into one another here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from quyet.core.adoption.facts import Asked

ACTIVITIES = "/programme/activities/"


@dataclass(frozen=True, slots=True)
class Change:
    """What was done to the list: `after` is the number of the activity that an added one stands behind, None at the
    top."""

    what: Literal["add", "drop"]
    which: int
    after: int | None = None


def members_of(read: int, changes: Iterable[Change]) -> tuple[int, ...]:
    """The numbers of the activities in the order of the content, of `read` that were read. A change that fits no
    longer is left out."""
    members = list(range(read))
    for each in changes:
        if each.what == "drop" and each.which in members:
            members.remove(each.which)
        elif each.what == "add" and each.which not in members:
            members.insert(members.index(each.after) + 1 if each.after in members else 0, each.which)
    return tuple(members)


def numbered(asked: Asked, members: Sequence[int]) -> Asked:
    """A fact by the number of its activity, where `asked_in` counted its place."""
    if asked.part != "activity" or asked.which >= len(members):
        return asked
    path = _moved(asked.path, members[asked.which])
    return replace(asked, path=path, words_at=path, which=members[asked.which])


def placed(path: str, members: Sequence[int]) -> str:
    """A path by the place in the content, where it names the number of an activity. LookupError where that one is not
    there."""
    if not path.startswith(ACTIVITIES):
        return path
    number = int(path.removeprefix(ACTIVITIES).partition("/")[0])
    if number not in members:
        raise LookupError(path)
    return _moved(path, list(members).index(number))


def _moved(path: str, to: int) -> str:
    _, slash, rest = path.removeprefix(ACTIVITIES).partition("/")
    return f"{ACTIVITIES}{to}{slash}{rest}"
