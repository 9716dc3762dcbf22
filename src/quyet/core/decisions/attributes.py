"""What an item says of its activity: quantity, specification, place, audience, time, money, who.

Officials write it in two ways, often mixed: behind labels ("Số lượng: 40 cái; địa điểm: …") and in running text
("Băng rôn: 36 cái, kích thước 0,8 x 6m, treo tại …, quý III, dự toán 15.120.000 đồng").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from quyet.core.decisions.flow import Flow
from quyet.core.decisions.grammar import sayings
from quyet.core.decisions.model import Activity
from quyet.core.decisions.quantities import find_duration, find_quantity, leading_quantity
from quyet.core.decisions.windows import read_timeframe
from quyet.core.values.amounts import Money, find_money

Range = tuple[int, int]


@dataclass(slots=True)
class Statement:
    """One labelled value."""

    label: str
    value: Range


@dataclass(slots=True)
class Spoken:
    """What an item says: its labelled values in order, and the text that no label governs."""

    labelled: list[Statement] = field(default_factory=list)
    running: list[Range] = field(default_factory=list)

    def values(self, *labels: str) -> list[Range]:
        return [s.value for s in self.labelled if s.label in labels]


def is_attribute(flow: Flow, a: int, b: int) -> bool:
    """Whether a paragraph is an attribute of the item above it, not an item of its own."""
    found = sayings.ATTRIBUTE_LINE.match(flow.low, a, b)
    if not found or len(found["more"].split()) > 6:
        return False
    said = bool(flow.low[found.end() : b].strip())
    return said or not found["other"]  # «Nội dung» above a list is its heading


def listen(flow: Flow, ranges: Sequence[Range]) -> Spoken:
    """Split paragraphs into labelled values and running text."""
    spoken = Spoken()
    for a, b in ranges:
        found = list(_labels(flow, a, b))
        first = found[0].start() if found else b
        if not _only_dash(flow, a, first) or not found:
            spoken.running.append((a, first))
        ends = [label.start() for label in found[1:]] + [b]
        for label, end in zip(found, ends, strict=False):
            _hear(flow, spoken, label, end, opens=_only_dash(flow, a, label.start()))
    return spoken


def _labels(flow: Flow, a: int, b: int) -> Iterator[re.Match[str]]:
    """Labels in `[a, b)`: each stands before a colon and begins where a clause or a line begins."""
    behind = a
    colon = flow.low.find(":", a, b)
    while colon >= 0:
        clause = max(behind, *(flow.low.rfind(mark, behind, colon) + 1 for mark in sayings.BEFORE_LABEL))
        line = flow.low.rfind("\n", clause, colon) + 1
        for start in (clause, line) if line else (clause,):
            label = sayings.LABEL.match(flow.low, start, b)
            if label and flow.low.find(":", start, label.end()) == colon:
                yield label
                break
        behind = colon + 1
        colon = flow.low.find(":", behind, b)


def _hear(flow: Flow, spoken: Spoken, label: re.Match[str], end: int, *, opens: bool) -> None:
    """Take the value behind a label that runs at most to `end`."""
    value_end = end if opens else _clause_stop(flow, label.end(), end)
    value = flow.trim(label.end(), value_end, ";")
    if _is_shared(flow, label):
        spoken.running.append(value)  # «Thời gian, địa điểm: …» says several things: heard as running text
    else:
        name = next(name for name in sayings.LABELS if label[name])
        spoken.labelled.append(Statement(name, value))
    if value_end < end:  # a label inside running text governs its clause only
        spoken.running.append((value_end, end))


def _is_shared(flow: Flow, label: re.Match[str]) -> bool:
    """Whether another label stands before this one with only a comma or "và" between."""
    before = flow.low[max(0, label.start() - 30) : label.start()].rstrip()
    return before.endswith(",") and bool(sayings.SHARED_LABEL.search(before))


def _clause_stop(flow: Flow, a: int, b: int) -> int:
    found = sayings.CLAUSE_STOP.search(flow.low, a, b)
    return found.start() if found else b


def _only_dash(flow: Flow, a: int, b: int) -> bool:
    return not flow.low[a:b].strip(" -–+•\n")


def fill(flow: Flow, activity: Activity, spoken: Spoken, year: int | None) -> None:
    """Fill the facts of an activity from what its item says: labels first, running text where they are silent."""
    _fill_quantity(flow, activity, spoken)
    _fill_specification(flow, activity, spoken)
    _fill_place(flow, activity, spoken)
    _fill_audience(flow, activity, spoken)
    _fill_time(flow, activity, spoken, year)
    _fill_amount(flow, activity, spoken)


def _fill_quantity(flow: Flow, activity: Activity, spoken: Spoken) -> None:
    for labels in (("quantity",), ("party",)):
        for a, b in spoken.values(*labels):
            activity.quantity = activity.quantity or find_quantity(flow, a, b, labelled=True)
    for a, b in spoken.running:
        activity.quantity = activity.quantity or leading_quantity(flow, a, b)
    for a, b in spoken.running + spoken.values("other", "audience"):
        activity.quantity = activity.quantity or find_quantity(flow, a, b, labelled=False)


def _fill_specification(flow: Flow, activity: Activity, spoken: Spoken) -> None:
    for a, b in spoken.values("specification"):
        activity.specification = activity.specification or flow.words(a, b, ";.,")
    for a, b in spoken.running + spoken.values("quantity"):
        found = sayings.SPECIFICATION.search(flow.low, a, b)
        if activity.specification is None and found:
            stop = _clause_end(flow, found.end(), b)
            while more := sayings.SPECIFICATION_MORE.match(flow.low, stop, b):
                stop = more.end()
            activity.specification = flow.words(found.end(), stop, ";.,")


def _clause_end(flow: Flow, a: int, b: int) -> int:
    found = sayings.CLAUSE_END.search(flow.low, a, b)
    return found.start() if found else b


def _fill_place(flow: Flow, activity: Activity, spoken: Spoken) -> None:
    for a, b in spoken.values("place"):
        activity.place = activity.place or (flow.words(a, b, ";,") and _whole(flow, a, b))
    for a, b in spoken.running + spoken.values("time", "quantity"):
        found = sayings.PLACE.search(flow.low, a, b)
        if activity.place is None and found:
            activity.place = flow.words(found.end(), _stop(flow, found.end(), b), ";.,")


def _whole(flow: Flow, a: int, b: int) -> str | None:
    """A labelled value; the closing stop of its sentence is not part of it, an ellipsis is."""
    a, b = flow.trim(a, b, ";,")
    if flow.text[a:b].endswith(".") and not flow.text[a:b].endswith(".."):
        b -= 1
    return flow.words(a, b)


def _stop(flow: Flow, a: int, b: int) -> int:
    found = sayings.STOP.search(flow.low, a, b)
    return found.start() if found else b


def _fill_audience(flow: Flow, activity: Activity, spoken: Spoken) -> None:
    for a, b in spoken.values("audience"):
        activity.audience = activity.audience or _whole(flow, a, b)
    for a, b in spoken.values("party"):
        if activity.audience is None and not any(c.isdigit() for c in flow.text[a : a + 12]):
            activity.audience = _whole(flow, a, b)
    for a, b in spoken.running:
        found = sayings.AUDIENCE.search(flow.low, a, b)
        if activity.audience is None and found:
            activity.audience = flow.words(found.end(), _stop(flow, found.end(), b), ";.,")


def _fill_time(flow: Flow, activity: Activity, spoken: Spoken, year: int | None) -> None:
    timed = spoken.values("time")
    for a, b in [*timed, *spoken.values("quantity", "party"), *spoken.running]:
        activity.duration = activity.duration or find_duration(flow, a, b)
    for a, b in [*timed, *spoken.running, *spoken.values("place", "quantity")]:
        activity.timeframe = activity.timeframe or read_timeframe(flow, a, b, year)
    if activity.duration and activity.quantity and activity.duration.span == activity.quantity.span:
        activity.duration = None  # «01 buổi» counts the event, once


def _fill_amount(flow: Flow, activity: Activity, spoken: Spoken) -> None:
    for a, b in spoken.values("amount"):
        first = next(find_money(flow.low, a, b), None)
        if first and activity.amount is None:
            activity.amount = flow.dong(first.amount, first.start, first.end)
    if activity.amount is None:
        found = [m for a, b in spoken.running for m in _own_money(flow, a, b)]
        if found:
            activity.amount = flow.dong(found[0].amount, found[0].start, found[0].end)


def _own_money(flow: Flow, a: int, b: int) -> list[Money]:
    """Sums of the item itself in running text: behind "dự toán", "kinh phí", or the only thing said behind a colon."""
    found = list(find_money(flow.low, a, b))
    led = [m for m in found if sayings.AMOUNT_LEAD.search(flow.low, max(a, m.start - 40), m.start)]
    if led:
        return led
    return [m for m in found if len(found) == 1 and flow.low[a : m.start].rstrip(" \n")[-1:] in ("", ":")]
