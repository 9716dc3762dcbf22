"""Where a request stands, what was done with it, and what there is to say of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

State = Literal["new", "requested", "checked", "approved", "sent", "paid", "refused", "returned", "withdrawn"]
"""new → requested → checked → approved → sent → paid; `refused` by the treasury and `returned` by who judges it go back
to whoever asked. A request that is `withdrawn` has ended."""

DEAD: frozenset[State] = frozenset({"returned", "refused", "withdrawn"})
"""In these nothing is asked for now: no money is held, and no paper counts as used."""


@dataclass(frozen=True, slots=True)
class Act:
    """What somebody did with a request."""

    move: str
    person: int


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a request stands, and who had which hand in it, for its whole life. `round`: how often it was asked."""

    state: State = "new"
    askers: frozenset[int] = frozenset()
    checkers: frozenset[int] = frozenset()
    approvers: frozenset[int] = frozenset()
    confirmers: frozenset[int] = frozenset()
    round: int = 0


@dataclass(frozen=True, slots=True)
class Told:
    """Something that is told of a request or of a contract, in both languages. `stops`: it may not go on so; only what
    was read in its source may stop. `source` None: plain arithmetic."""

    rule: str
    message: str
    message_en: str
    stops: bool = False
    source: str | None = None
