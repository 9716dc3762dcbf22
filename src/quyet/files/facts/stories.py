"""The year of a worked case as the demo plays it: its cast, its days, its allotment: `data/stories/*.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from quyet.files.facts.cases import EXAMPLE
from quyet.files.facts.strict import DATA, Record, load_mapping

STEPS = ("drafted", "submitted", "appraised", "signed", "issued")
_ROLES = ("officer", "head", "accountant", "office", "director", "clerk", "auditor", "admin")


@dataclass(frozen=True, slots=True)
class Player:
    """One of the cast, invented."""

    login: str
    name: str
    role: str
    position: str
    capacity: str


@dataclass(frozen=True, slots=True)
class GivenMoney:
    """The allotment that the programme draws on, in đồng."""

    text: str
    day: date
    year: int
    chapter: str
    category: str
    sub_category: str
    source: str
    autonomous: bool
    amount: int


@dataclass(frozen=True, slots=True)
class Story:
    """Who does what on which day."""

    key: str
    body: str
    chapter: str
    unit: str
    cast: tuple[Player, ...]
    since: date
    allotment: GivenMoney
    days: Mapping[str, date]
    number: int
    answer: str

    def player(self, role: str, capacity: str = "") -> Player:
        """Who holds a role."""
        return next(each for each in self.cast if (each.role, each.capacity) == (role, capacity))


def load_story(case: str = EXAMPLE, folder: Path = DATA / "stories") -> Story:
    """The story of a case. FactsError where the file says something else than it should."""
    file = folder / f"{case}.yaml"
    record = Record(file, load_mapping(file))
    body, days = record.record("body"), record.record("days")
    story = Story(
        record.text("key"),
        body.text("name"),
        body.text("chapter"),
        body.text("unit"),
        tuple(_player(each) for each in record.records("cast")),
        record.day("since"),
        _money(record.record("allotment")),
        {step: days.day(step) for step in STEPS},
        record.whole("number"),
        record.text("answer"),
    )
    for each in (body, days, record):
        each.done()
    return story


def _player(record: Record) -> Player:
    role = record.choice("role", _ROLES)
    player = Player(
        record.text("login"),
        record.text("name"),
        role,
        record.text_or_none("position") or "",
        record.text_or_none("capacity") or "",
    )
    record.done()
    return player


def _money(record: Record) -> GivenMoney:
    money = GivenMoney(
        record.text("text"), record.day("day"), record.whole("year"), record.text("chapter"), record.text("category"),
        record.text("sub_category"), record.text("source"), record.flag("autonomous"), record.whole("amount"),
    )  # fmt: skip
    record.done()
    return money
