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
from quyet.core.decisions.model import Activity, Timeframe
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
            _hear(flow, spoken, label, a, end)
    return spoken


def _labels(flow: Flow, a: int, b: int) -> Iterator[re.Match[str]]:
    """Labels in `[a, b)`: each stands before a colon and begins where a clause or a line begins."""
    behind = a
    colon = flow.low.find(":", a, b)
    while colon >= 0:
        clause = behind + max(map(flow.low[behind:colon].rfind, sayings.BEFORE_LABEL)) + 1
        line = flow.low.rfind("\n", clause, colon) + 1
        for start in (clause, line) if line else (clause,):
            label = sayings.LABEL.match(flow.low, start, b)
            if label and flow.low.find(":", start, label.end()) == colon:
                yield label
                break
        behind = colon + 1
        colon = flow.low.find(":", behind, b)


def _hear(flow: Flow, spoken: Spoken, label: re.Match[str], a: int, end: int) -> None:
    """Take the value behind a label; the paragraph begins at `a`, the next label or the paragraph's end is at `end`."""
    shared = _shared_with(flow, label)
    opens = _only_dash(flow, a, shared.start("label") if shared else label.start())
    value_end = end if opens else _clause_stop(flow, label.end(), end)
    value = flow.trim(label.end(), value_end, ";")
    name = next(name for name in sayings.LABELS if label[name])
    if shared:
        spoken.labelled += _shared_values(flow, (_name(shared["label"]), name), value)
    else:
        spoken.labelled.append(Statement(name, value))
    if value_end < end:  # a label inside running text governs its clause only
        spoken.running.append((value_end, end))


def _name(words: str) -> str:
    """What label words label: `số lượng` → quantity."""
    found = sayings.LABEL.match(f"{words}:")
    return next(name for name in sayings.LABELS if found and found[name])


def _shared_with(flow: Flow, label: re.Match[str]) -> re.Match[str] | None:
    """The label before this one with only a comma between: "Số lượng, quy cách: …"."""
    if flow.letter_before(label.start(), 0) != ",":
        return None
    return sayings.SHARED_LABEL.search(flow.low, max(0, label.start() - 30), label.start())


def _shared_values(flow: Flow, names: Sequence[str], value: Range) -> Iterator[Statement]:
    """The values of a label for two things, told apart by what they look like."""
    at = value[0]
    stops = [m.span() for m in sayings.PART_OF_SHARED.finditer(flow.low, *value)]
    for stop, following in [*stops, (value[1], value[1])]:
        part = flow.trim(at, stop)
        at = following
        yield Statement(_looks_like(flow, part, names), part)


def _looks_like(flow: Flow, part: Range, names: Sequence[str]) -> str:
    low = flow.low[slice(*part)]
    if "specification" in names and sayings.SIZE.match(low):
        return "specification"
    if "time" in names and read_timeframe(flow, *part, None):
        return "time"
    if low[:1].isdigit() and ("quantity" in names or "party" in names):
        return "quantity"
    if low[:1].isdigit() and "time" in names:
        return "time"
    others = [name for name in names if name not in ("quantity", "time")]
    return {"party": "audience"}.get(others[0], others[0]) if others else names[0]


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
    if _is_inside(activity.place, activity.audience):
        activity.place = None  # cho người chế biến | tại bếp ăn: says who, not where
    _fill_time(flow, activity, spoken, year)
    _fill_amount(flow, activity, spoken)


def _is_inside(part: str | None, whole: str | None) -> bool:
    inner, outer = getattr(part, "span", None), getattr(whole, "span", None)
    return bool(inner and outer and outer[0] < inner[0] and inner[1] <= outer[1])


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
    counted = activity.quantity.span if activity.quantity else None
    for a, b in [*timed, *spoken.values("quantity", "party"), *spoken.running]:
        activity.duration = activity.duration or find_duration(flow, a, b, counted)
    for a, b in [*timed, *spoken.running, *spoken.values("place", "quantity")]:
        activity.timeframe = activity.timeframe or read_timeframe(flow, a, b, year)


def time_in_title(flow: Flow, a: int, b: int, year: int | None) -> Timeframe | None:
    """The window in the words that name an activity, "Treo 20 băng rôn từ ngày 01/3 đến ngày 10/3/2024": only behind a
    word that says when, as names hold days of their own (Ngày Môi trường thế giới 5/6)."""
    found = sayings.TIME_IN_TITLE.search(flow.low, a, b)
    return read_timeframe(flow, found.start(), b, year) if found else None


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
    """Sums of the item itself in running text: behind "dự toán", "kinh phí", or the only one that is no price of a
    piece and stands behind a colon, "=" or the count ("04 cuộc, 500.000.000 đồng")."""
    found = [m for m in find_money(flow.low, a, b) if not sayings.PRICE_GOES_ON.match(flow.low, m.end, b)]
    led = [m for m in found if sayings.AMOUNT_LEAD.search(flow.low, max(a, m.start - 40), m.start)]
    if led:
        return led
    worked = [m for m in found if flow.letter_before(m.start, a) == "="]
    if worked:
        return worked[-1:]  # 12.000 test x 135.000 đồng = 1.620.000.000 đồng
    return [m for m in found if len(found) == 1 and _stands_alone(flow, a, m, b)]


def _stands_alone(flow: Flow, a: int, money: Money, b: int) -> bool:
    before = flow.low[a : money.start].rstrip(" \n")[-1:]
    return before in ("", ":", "=") or (before == "," and not flow.low[money.end : b].strip(" .;\n"))
