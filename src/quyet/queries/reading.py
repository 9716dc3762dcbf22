"""A kept reading, and the page made of it: the decision's text on one side, what was read of it on the other."""

from __future__ import annotations

import json
import time
from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

from django.conf import settings

from quyet.files.facts import example_text
from quyet.files.reading import read_text
from quyet.files.writers.reading_json import reading_to_dict
from quyet.queries.laid_out import Laid, find_zones, lay_out
from quyet.queries.marked_text import LONGEST_SHOWN, Line, Span, harmless, mark_up
from quyet.queries.outcome import Outcome, about_the_whole, outcome
from quyet.queries.shown import Evidence, Json, Record, Shown
from quyet.queries.timeline import Frame, Timeline, draw

EXAMPLE = "example"
"""Stands for a token in the address of the example, which is read on demand and never kept."""

MISSING_ANNEX = "P107"
"""The rule that says so."""

DOCUMENT = ("kind", "number", "date", "place", "parent", "issuer", "title", "proposer")
BASIS = ("kind", "number", "date", "issuer", "title")
ACTIVITY = ("label", "title", "quantity", "timeframe", "duration", "specification", "place", "audience", "amount")
SIGNATURE = ("authority", "position", "name")
ESTIMATE_LINE = ("label", "content", "unit", "quantity", "unit_price", "amount", "note")


@dataclass(frozen=True, slots=True)
class ReadingPage:
    """All that the page of a reading shows, in the order of its tabs."""

    source: Json
    document: Record
    bases: list[Record]
    programme: Programme | None
    assignments: list[Record]
    estimates: list[Record]
    outline: list[Record]
    recipients: list[Shown]
    signature: Record
    findings: list[Record]
    counts: Counter[str]
    outcome: Outcome
    lines: list[Line]
    laid: list[Laid]
    is_cut: bool

    @property
    def reasons(self) -> list[Record]:
        """The findings that say why the outcome is what it is."""
        return [dict(finding) for finding in about_the_whole(self.findings)]

    @property
    def lacks_annex(self) -> bool:
        """Whether the paper speaks of an annex that the file does not hold."""
        return any(finding["rule"] == MISSING_ANNEX for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Programme:
    year: Shown | None
    groups: list[Group]
    total: Shown | None
    sources: list[Record]
    timeline: Timeline | None

    @property
    def activities(self) -> list[Record]:
        return [activity for group in self.groups for activity in group.activities]


@dataclass(frozen=True, slots=True)
class Group:
    """Activities under one heading of the decision; without one where it has a single level."""

    title: Shown | None
    activities: list[Record]


def folder(token: str) -> Path:
    """Where a reading is kept."""
    return Path(settings.READINGS) / token


def is_kept(token: str) -> bool:
    """Whether a reading is there and its hours have not run out."""
    file = folder(token) / "reading.json"
    return file.exists() and time.time() - file.stat().st_mtime < settings.KEEP_HOURS * 3600


def load(token: str) -> dict[str, Any] | None:
    """A kept reading, or that of the example, as its JSON object; None where nothing is kept."""
    if token == EXAMPLE:
        return _example()
    if not is_kept(token):
        return None
    reading: dict[str, Any] = json.loads((folder(token) / "reading.json").read_text(encoding="utf-8"))
    return reading


@lru_cache(maxsize=1)
def _example() -> dict[str, Any]:
    return reading_to_dict(read_text(example_text(), "lang-son-2024.txt"))


def page(reading: Json, today: date) -> ReadingPage:
    """The page of a reading."""
    evidence = Evidence(reading)
    document = reading["document"]
    findings = [_finding(key, finding, evidence) for key, finding in enumerate(reading["findings"])]
    programme = reading["programme"]
    shown = ReadingPage(
        source=reading["source"] | {"name": harmless(reading["source"]["name"] or "")},
        document=evidence.record("/document", document, DOCUMENT),
        bases=[_basis(f"/document/bases/{index}", basis, evidence) for index, basis in enumerate(document["bases"])],
        programme=_programme(programme, findings, evidence, today) if programme else None,
        assignments=_assignments(programme, evidence) if programme else [],
        estimates=[_estimate(f"/estimates/{index}", each, evidence) for index, each in enumerate(reading["estimates"])],
        outline=_outline(document, evidence),
        recipients=evidence.members("/document/recipients", document["recipients"]),
        signature=evidence.record("/document/signature", document["signature"] or {}, SIGNATURE),
        findings=findings,
        counts=Counter(finding["severity"] for finding in findings),
        outcome=outcome(reading),
        lines=[],
        laid=[],
        is_cut=len(reading["text"]) > LONGEST_SHOWN,
    )
    noted = [_note(finding) for finding in findings if finding["span"]]
    shown.lines.extend(mark_up(reading["text"], [*evidence.spans.values(), *noted]))
    zones = find_zones(reading["facts"], evidence.line)
    shown.laid.extend(lay_out(line, zones, evidence.start(line.number)) for line in shown.lines)
    return shown


def _finding(key: int, finding: Json, evidence: Evidence) -> Record:
    return {
        **finding,
        "key": key,
        "message": harmless(finding["message"]),
        "line": evidence.line(finding["span"][0]) if finding["span"] else None,
    }


def _note(finding: Record) -> Span:
    start, end = finding["span"]
    return Span(start, end, finding["severity"], finding["key"])


def _basis(path: str, basis: Json, evidence: Evidence) -> Record:
    shown = evidence.record(path, basis, BASIS)
    return shown | {"text": evidence.show(f"{path}/text", basis["text"], whole=True)}


def _programme(programme: Json, findings: list[Record], evidence: Evidence, today: date) -> Programme:
    frames = [_frame(activity["timeframe"]) for activity in programme["activities"]]
    timeline = draw(frames, programme["year"], today)
    shown = Programme(
        year=evidence.show("/programme/year", programme["year"]),
        groups=[
            _group(list(members), findings, evidence)
            for _, members in groupby(enumerate(programme["activities"]), key=lambda member: member[1]["group"])
        ],
        total=evidence.show("/programme/total", programme["total"]),
        sources=_sources(programme, evidence),
        timeline=timeline,
    )
    for activity, frame, bar in zip(shown.activities, frames, timeline.bars if timeline else [], strict=False):
        activity.update(frame=frame, bar=bar)
    return shown


def _group(members: list[tuple[int, Json]], findings: list[Record], evidence: Evidence) -> Group:
    first, activity = members[0]
    title = evidence.show(f"/programme/activities/{first}/group", activity["group"])
    return Group(title, [_activity(index, each, findings, evidence) for index, each in members])


def _activity(index: int, activity: Json, findings: list[Record], evidence: Evidence) -> Record:
    shown = evidence.record(f"/programme/activities/{index}", activity, ACTIVITY)
    about = [finding for finding in findings if finding["ref"] and finding["ref"] == activity["ref"]]
    return shown | {"index": index, "findings": about}


def _frame(timeframe: Json | None) -> Frame | None:
    if timeframe is None:
        return None
    start, end = timeframe["start"], timeframe["end"]
    return Frame(start and date.fromisoformat(start), end and date.fromisoformat(end))


def _assignments(programme: Json, evidence: Evidence) -> list[Record]:
    return [
        {"role": each["role"], "unit": evidence.show(f"/programme/assignments/{index}/unit", each["unit"])}
        for index, each in enumerate(programme["assignments"])
    ]


def _sources(programme: Json, evidence: Evidence) -> list[Record]:
    return [
        evidence.record(f"/programme/sources/{index}", source, ("name", "amount"))
        for index, source in enumerate(programme.get("sources", []))
    ]


def _estimate(path: str, estimate: Json, evidence: Evidence) -> Record:
    lines = [
        evidence.record(f"{path}/lines/{index}", line, ESTIMATE_LINE) | {"level": line.get("level", 0)}
        for index, line in enumerate(estimate["lines"])
    ]
    for line, below in pairwise(lines):
        line["is_heading"] = below["level"] > line["level"]
    return {"lines": lines, "total": evidence.show(f"{path}/total", estimate["total"])}


def _outline(document: Json, evidence: Evidence) -> list[Record]:
    """The Điều of the decision, then the texts that it carries."""
    nodes = [(kind, index, node) for kind in ("articles", "attachments") for index, node in enumerate(document[kind])]
    return [
        {
            **evidence.record(f"/document/{kind}/{index}", node, ("label", "title")),
            "text": harmless(node.get("text", "")),
        }
        for kind, index, node in nodes
    ]
