"""Roles, states, what was done so far, and why something may not be done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

Role = Literal["officer", "head", "accountant", "office", "director", "clerk", "auditor", "admin"]
ROLES: tuple[Role, ...] = get_args(Role)

State = Literal["draft", "submitted", "appraised", "signed", "issued", "confirmed", "accepted"]
"""draft → submitted → appraised → signed → issued; an adopted paper: draft → confirmed → accepted → issued."""

Step = Literal["draft", "money", "form"]
"""Where a programme may be sent back to: the desk that drafted it, the accountant's, the office's."""

Capacity = Literal["", "KT", "TUQ"]
"""In whose stead a person signs: of right, for the head (KT.), by a written delegation (TUQ.)."""

Origin = Literal["drafted", "adopted"]


@dataclass(frozen=True, slots=True)
class Actor:
    """A person on a day, with the roles held there and then, each with its capacity."""

    person: int
    roles: Mapping[Role, Capacity]


@dataclass(frozen=True, slots=True)
class Act:
    """What somebody did with a programme. `step`: where a return leads; `reason`: in their words."""

    move: str
    person: int
    step: Step | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a programme stands, and who had which hand in it: drafting and appraising count for its whole life,
    `appraised` holds the desks whose word stands now. `signatory`: the person whom the paper names as signing."""

    state: State = "draft"
    drafters: frozenset[int] = frozenset()
    appraisers: frozenset[int] = frozenset()
    signers: frozenset[int] = frozenset()
    appraised: frozenset[Step] = frozenset()
    signatory: int | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What a move may ask for, as it is now. `errors` and `unanswered`: findings of the checks of the frozen content,
    severity error, and warnings without an answer. `over`: đồng above what the allotment holds, None without an
    allotment."""

    errors: int = 0
    unanswered: int = 0
    over: int | None = None
    signed_paper: bool = False
    numbered: bool = False
    unconfirmed: int = 0


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why a move may not be made, and what would be right, in both languages."""

    rule: str
    message: str
    message_en: str
    details: Mapping[str, int] = field(default_factory=dict)
