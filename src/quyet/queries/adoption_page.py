"""The page on which an adopted decision is held against its words: the text on one side, its facts on the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from quyet.core.adoption import Change, Members, value_at
from quyet.core.adoption.members import LISTS
from quyet.queries.adoption import (
    Fact,
    Facts,
    facts_of_adoption,
    reading_of,
    where_said,
)
from quyet.queries.adoption_lists import change_of, changes_of, data_in, members_in
from quyet.queries.laid_out import Laid, find_zones, lay_out
from quyet.queries.marked_text import LONGEST_SHOWN, harmless, mark_up
from quyet.queries.shown import Evidence, Json, Place, Record, Shown
from quyet.store.models import Adoption, AdoptionChange


@dataclass(frozen=True)
class Row:
    """A fact with where its words stand. `words`: their link, None where the page shows none; `leads`: whether they
    lead back to this row, and not to another of the same words. `place`: what it is of the paper."""

    fact: Fact
    words: Shown | None
    place: Place
    leads: bool

    @property
    def key(self) -> str:
        """What the row is called on the page."""
        return "row" + self.fact.path.replace("/", "-")


@dataclass(frozen=True)
class Made:
    """What was added or dropped, of which list, and the line of its words where the file has them."""

    change: AdoptionChange
    of: Change
    line: int | None


@dataclass(frozen=True)
class Member:
    """A basis or an assignment, with its facts. `title`: its words, where the rows do not say them."""

    part: str
    which: int
    title: str
    rows: tuple[Row, ...]
    added: Made | None

    @property
    def key(self) -> str:
        """What it is called on the page."""
        return member_key(self.part, self.which)

    @property
    def name(self) -> str:
        """What tells it from the others of its list."""
        return self.title or next((harmless(row.fact.value) for row in self.rows), "")


def member_key(part: str, which: int) -> str:
    """What a member of a list is called on the page: an activity is a group of its own."""
    return f"activity-{which + 1}" if part == "activity" else f"{part}-no-{which + 1}"


@dataclass(frozen=True)
class Group:
    """Facts that belong together: the document, an activity, an annex. `title` is an activity's own, with its label;
    `members` are those of the bases and of the assignments, whose rows stand there."""

    key: str
    part: str
    rows: tuple[Row, ...]
    unsaid: tuple[Row, ...]
    label: str = ""
    title: str = ""
    which: int = 0
    added: Made | None = None
    members: tuple[Member, ...] = ()

    @property
    def confirmed(self) -> int:
        return sum(row.fact.is_confirmed for row in self.rows)

    @property
    def is_done(self) -> bool:
        return self.confirmed == len(self.rows)


@dataclass(frozen=True)
class AdoptionPage:
    """All that the page shows. `doubts`: what the rules said of the paper when it was read, with the line of the words;
    `laid`, `is_cut`, `outcome`, `findings` are what the text's own template asks for."""

    facts: Facts
    groups: tuple[Group, ...]
    source: dict[str, Any]
    laid: list[Laid]
    changes: tuple[Made, ...]
    is_cut: bool
    corrected: tuple[Row, ...]
    doubts: list[Record]
    outcome: str = ""
    findings: list[Any] = field(default_factory=list)

    def of(self, *parts: str) -> list[Group]:
        """The groups of some parts of the paper."""
        return [each for each in self.groups if each.part in parts]

    @property
    def about_document(self) -> list[Group]:
        return self.of("document", "bases")

    @property
    def about_contents(self) -> list[Group]:
        return self.of("programme", "activity", "assignments")

    @property
    def about_money(self) -> list[Group]:
        return self.of("estimate")

    def listed(self, part: str) -> list[tuple[int, str]]:
        """The members of a list, each with what it is called, in their order."""
        if part == "activity":
            return [(each.which, f"{each.label} {each.title}") for each in self.of(part)]
        return [(each.which, each.name) for group in self.of(part) for each in group.members]

    @property
    def next(self) -> Group | None:
        """The first group where something waits."""
        return next((each for each in self.groups if not each.is_done), None)


def page(adoption: Adoption, content: str) -> AdoptionPage:
    """The page of an adopted decision as its content is now."""
    reading = reading_of(adoption)
    facts, evidence = facts_of_adoption(adoption, content), Evidence(reading)
    changes = changes_of(adoption)
    listed = _by_number(members_in(adoption, content, changes), data_in(content))
    made = tuple(_made(each, adoption.reading, evidence) for each in changes)
    rows = list(_rows(facts, evidence, listed["activity"]))
    added: dict[tuple[str, int], Made] = {(each.of.part, each.of.which): each for each in made if each.of.what == "add"}
    groups = tuple(_groups(rows, listed, added))
    lines = mark_up(reading["text"], evidence.spans.values())
    zones = find_zones(reading["facts"], evidence.line)
    return AdoptionPage(
        facts=facts,
        groups=groups,
        source={**reading["source"], "name": harmless(reading["source"]["name"] or "")},
        laid=[lay_out(line, zones, evidence.start(line.number)) for line in lines],
        changes=made,
        is_cut=len(reading["text"]) > LONGEST_SHOWN,
        corrected=tuple(row for row in rows if row.fact.is_corrected),
        doubts=[_doubt(each, evidence) for each in reading["findings"] if each["severity"] in ("error", "warning")],
    )


def _doubt(finding: Json, evidence: Evidence) -> Record:
    line = evidence.line(finding["span"][0]) if finding["span"] else None
    return {**finding, "message": harmless(finding["message"]), "line": line}


def _by_number(members: Members, data: Any) -> dict[str, dict[int, Json]]:
    """The members of each list as the content has them."""
    return {part: dict(zip(of, value_at(data, LISTS[part]) or (), strict=True)) for part, of in members.items()}


def _made(change: AdoptionChange, reading: str, evidence: Evidence) -> Made:
    start = where_said(reading, change.words) if change.words else None
    line = evidence.line(start) if start is not None and start < LONGEST_SHOWN else None
    return Made(change, change_of(change), line)


def _rows(facts: Facts, evidence: Evidence, activities: Mapping[int, Json]) -> Iterator[Row]:
    led: set[int] = set()
    for fact in facts.every:
        words = _words(fact, evidence)
        leads = words is not None and words.fact is not None and words.fact not in led
        if words is not None and words.fact is not None:
            led.add(words.fact)
        yield Row(fact, words, _place(fact, evidence, activities), leads)


def _place(fact: Fact, evidence: Evidence, activities: Mapping[int, Json]) -> Place:
    """An activity by its label as it is now: the reading has none for what was added."""
    if fact.asked.part != "activity":
        return evidence.place(fact.path)
    leaf = "/".join(step for step in fact.path.strip("/").split("/") if not step.isdigit())
    return Place(leaf, _label(activities.get(fact.asked.which, {}), fact.asked.which))


def _label(activity: Json, which: int) -> str:
    return harmless(activity.get("label") or str(which + 1))


def _words(fact: Fact, evidence: Evidence) -> Shown | None:
    """Where the words stand: of a row of an annex, where it begins."""
    at = fact.asked.words_at
    for path in (at, f"{at}/label", f"{at}/content", f"{at}/amount"):
        found = evidence.show(path, fact.words) if fact.words else None
        if found is not None and found.fact is not None:
            return found
    return None


def _groups(
    rows: list[Row], listed: Mapping[str, Mapping[int, Json]], added: Mapping[tuple[str, int], Made]
) -> Iterator[Group]:
    for (part, which), members in groupby(rows, key=lambda row: _group_of(row.fact)):
        every = list(members)
        activity = listed["activity"].get(which) if part == "activity" else None
        yield Group(
            key=f"{part}-{which + 1}",
            part=part,
            rows=tuple(row for row in every if row.fact.asked.waits),
            unsaid=tuple(row for row in every if not row.fact.asked.waits and part != "bases"),
            label=_label(activity or {}, which),
            title=harmless(activity.get("title") or "") if activity else "",
            which=which,
            added=added.get((part, which)),
            members=tuple(_members(part, every, listed[part], added)) if part in ("bases", "assignments") else (),
        )


def _members(
    part: str, rows: list[Row], listed: Mapping[int, Json], added: Mapping[tuple[str, int], Made]
) -> Iterator[Member]:
    """Of the bases, of the assignments: each with its rows; a basis by its words."""
    for which, of_it in groupby(rows, key=lambda row: row.fact.asked.which):
        words = listed.get(which, {}).get("text") or listed.get(which, {}).get("title") or ""
        waiting = tuple(row for row in of_it if row.fact.asked.waits)
        yield Member(part, which, harmless(words) if part == "bases" else "", waiting, added.get((part, which)))


def _group_of(fact: Fact) -> tuple[str, int]:
    """Activities and annexes are a group each."""
    asked = fact.asked
    return asked.part, asked.which if asked.part in ("activity", "estimate") else 0
