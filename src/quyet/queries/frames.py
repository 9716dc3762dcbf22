"""What stands around the estimates of a programme and stays while one is edited: its draft, its activities by name."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Any

from quyet.core.decisions.layout import lay_out as flow_of
from quyet.core.decisions.model import Activity
from quyet.core.decisions.source import Source
from quyet.core.decisions.windows import read_timeframe
from quyet.core.papers.draft import Draft, above
from quyet.files.drafts.load import draft_of
from quyet.files.facts.letterheads import province_of
from quyet.files.writing import lay_out

ESTIMATES = ("estimate", "estimates")
"""The keys of a programme's data that hold its annexes."""


@dataclass(frozen=True)
class Frame:
    """What stands around an estimate: the draft without it, its activities with the references of the paper, and by
    which names a line may call them."""

    draft: Draft
    activities: tuple[Activity, ...]
    names: Mapping[str, str]
    """Label or reference → the reference of the paper."""

    @cached_property
    def callings(self) -> dict[str, str]:
        """Reference of the paper → what a line is best to call the activity: its label, where it has one."""
        given = self.draft.programme.activities if self.draft.programme else []
        return {made.ref: each.label or each.ref or made.ref for each, made in zip(given, self.activities, strict=True)}

    def called(self, name: str | None) -> str:
        """The same for whatever a line calls it; what is no activity stays as it is."""
        return self.callings.get(self.names.get(name or "", ""), name or "")

    @property
    def total(self) -> int | None:
        """What the decision sets, in đồng."""
        stated = self.draft.programme.total if self.draft.programme else None
        return stated.amount if stated else None

    @property
    def year(self) -> int | None:
        return self.draft.programme.year if self.draft.programme else None

    @property
    def province(self) -> str | None:
        """The province whose levels count: that of the body whose letterhead the programme bears."""
        return province_of(self.draft.document)


def frame_of(content: str) -> Frame:
    """The frame of a programme's data. It stays the same while only the estimate is edited."""
    return frame_in(as_data(content))


def frame_in(data: Mapping[str, Any]) -> Frame:
    """The same of data that were opened already."""
    return _frame(json.dumps({key: value for key, value in data.items() if key not in ESTIMATES}, ensure_ascii=False))


@lru_cache(maxsize=16)
def _frame(data: str) -> Frame:
    draft = draft_of(data.encode(), as_json=True).draft
    made = lay_out(draft).draft.programme
    activities = tuple(_dated(each, made.year) for each in made.activities) if made else ()
    names: dict[str, str] = {}
    for given, laid in zip(draft.programme.activities if draft.programme else [], activities, strict=True):
        called = {each: laid.ref for each in (laid.ref, given.ref, given.label) if each}
        names |= {above(given.ref): above(laid.ref), above(laid.ref): above(laid.ref)} | called
    names.pop("", None)
    return Frame(draft, activities, names)


def _dated(activity: Activity, year: int | None) -> Activity:
    """The activity with the days of its window, where a draft says it in words alone: Quý II-III/2024."""
    window = activity.timeframe
    if window is None or window.start or window.end or not window.text:
        return activity
    flow = flow_of(Source(window.text))
    found = read_timeframe(flow, 0, len(flow.text), year)
    return replace(activity, timeframe=replace(window, start=found.start, end=found.end)) if found else activity


def as_data(content: str) -> dict[str, Any]:
    """A programme's data, to put another estimate in."""
    data: dict[str, Any] = json.loads(content)
    return data


def annexes_in(data: Mapping[str, Any]) -> list[Any]:
    """The estimates of a programme's data, which name a single one `estimate`."""
    one = data.get("estimate")
    return data.get("estimates") or ([one] if one else [])
