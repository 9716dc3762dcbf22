"""What is made up, as plain values; money in đồng."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from quyet.core.approval import Role, State


@dataclass(frozen=True, slots=True)
class MadePerson:
    """Somebody of a body, with the one role they hold there."""

    login: str
    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class MadeLine:
    """A line of an estimate, below the activity that it names."""

    activity: str
    content: str
    unit: str
    quantity: int
    unit_price: int
    code: str

    @property
    def amount(self) -> int:
        """Quantity times price."""
        return self.quantity * self.unit_price


@dataclass(frozen=True, slots=True)
class MadeEntry:
    """An entry of the ledger on a line of its programme, both by their place; `reverses`: the entry it takes back."""

    line: int
    kind: str
    amount: int
    day: date
    reverses: int | None = None


@dataclass(frozen=True, slots=True)
class MadeActivity:
    """Something that a programme orders, in a quarter."""

    label: str
    title: str
    kind: str
    quantity: int
    unit: str
    start: date
    end: date


@dataclass(frozen=True, slots=True)
class MadeProgramme:
    """A programme of a year, as far as its state says. `number`: that of its decision, None until it is issued."""

    key: str
    year: int
    title: str
    state: State
    number: int | None
    day: date
    activities: tuple[MadeActivity, ...]
    lines: tuple[MadeLine, ...]
    entries: tuple[MadeEntry, ...] = ()

    @property
    def total(self) -> int:
        """What all lines come to."""
        return sum(line.amount for line in self.lines)


@dataclass(frozen=True, slots=True)
class MadeAllotment:
    """What a year gives a body, what its issued programmes hold of it, and what of that is taken and used."""

    year: int
    amount: int
    reserved: int
    taken: int
    used: int


@dataclass(frozen=True, slots=True)
class MadeBody:
    """A department of a province, with everything that is its own."""

    province: str
    name: str
    people: tuple[MadePerson, ...]
    allotments: tuple[MadeAllotment, ...]
    programmes: tuple[MadeProgramme, ...]
