"""Rows, payments, and the groups that they fall into."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal["matched", "proposed", "differs", "treasury", "quyet"]
KINDS: tuple[Kind, ...] = ("matched", "proposed", "differs", "treasury", "quyet")
"""matched: beyond doubt, or tied by a person; proposed: a person says whether; differs: the same number, or tied, and
other sums; treasury, quyet: only there."""

Why = Literal["exact", "parts", "hand", "other_day", "other_day_parts", "near", "near_parts", "number", ""]
"""Number, amount and day; the same with several on a side; a person; number and amount, another day; the same with
several; amount and a day nearby; the same with several; the number alone; alone."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a statement: đồng that went out, below nought where they came back."""

    id: int
    day: date
    number: str
    amount: int


@dataclass(frozen=True, slots=True)
class Payment:
    """What Quyết has as done by the treasury, signed as a row is. `inside`: on one of the statement's days; one that is
    not may belong to a row, and else is none of this statement's business."""

    id: int
    day: date
    number: str
    amount: int
    inside: bool = True


@dataclass(frozen=True, slots=True)
class Tie:
    """What a person did, in the order in which it was done. `holds` False: these do not belong together."""

    rows: frozenset[int]
    payments: frozenset[int]
    holds: bool = True


@dataclass(frozen=True, slots=True)
class Group:
    """Rows and payments that belong together, by id, each in the order of the statement and of the payments."""

    kind: Kind
    why: Why
    rows: tuple[int, ...]
    payments: tuple[int, ...]
