"""Whether a draft agrees with itself: sums, products, words, labels. Each fault names the key where it lies.

A paper with such a fault is still written, because a draft on the way must be printable; but whoever writes it is told,
and the exit code says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from quyet.core.decisions.model import Estimate
from quyet.core.papers.complete import children, outermost, product, sum_of
from quyet.core.papers.draft import Draft, DraftProgramme, activity_names
from quyet.core.papers.said import dong

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """A contradiction, at a key of the draft, in Vietnamese and in English."""

    path: Path
    message: str
    message_en: str


def verify(draft: Draft) -> Iterator[Fault]:
    """The faults of a draft as `complete` leaves it: what was empty is filled, so what differs was said."""
    several = len(draft.estimates) > 1
    for index, estimate in enumerate(draft.estimates):
        yield from _estimate(estimate, ("estimates", index) if several else ("estimate",))
    if draft.programme is not None:
        yield from _total(draft, draft.programme)
        yield from _labels(draft.programme)
        yield from _links(draft)


def _estimate(estimate: Estimate, path: Path) -> Iterator[Fault]:
    for index, line in enumerate(estimate.lines):
        place = (*path, "lines", index, "amount")
        worth = product(line) if line.quantity is not None and line.unit_price is not None else None
        if worth is not None and line.amount != worth:
            yield _differs(place, line.amount, worth, "số lượng × đơn giá", "quantity × unit price")
        parts = sum_of(children(estimate.lines, index))
        if parts is not None and line.amount != parts:
            yield _differs(place, line.amount, parts, "tổng các dòng bên dưới", "the sum of the lines below")
    whole = sum_of(outermost(estimate.lines))
    if whole is not None and estimate.total != whole:
        yield _differs((*path, "total"), estimate.total, whole, "tổng các dòng", "the sum of the lines")


def _total(draft: Draft, programme: DraftProgramme) -> Iterator[Fault]:
    total = programme.total
    if total is None or total.amount is None:
        return
    path: Path = ("programme", "total", "amount")
    if total.words is not None and total.in_words_amount != total.amount:
        said = dong(total.in_words_amount) if total.in_words_amount is not None else "?"
        yield Fault(
            ("programme", "total", "words"),
            f"«{total.words}» là {said}, số ghi {dong(total.amount)}",
            f"{total.words!r} is {said}, the figure says {dong(total.amount)}",
        )
    annexes = [estimate.total for estimate in draft.estimates if estimate.total is not None]
    if annexes and total.amount not in (annexes[0], sum(annexes)):
        yield _differs(path, total.amount, annexes[0], "tổng của dự toán", "the total of the estimate")
    amounts = [activity.amount for activity in programme.activities if activity.amount is not None]
    if amounts and len(amounts) == len(programme.activities) and sum(amounts) != total.amount:
        yield _differs(path, total.amount, sum(amounts), "tổng các hoạt động", "the sum of the activities")
    sources = [source.amount for source in programme.sources if source.amount is not None]
    if sources and len(sources) == len(programme.sources) and sum(sources) != total.amount:
        yield _differs(path, total.amount, sum(sources), "tổng các nguồn", "the sum of the sources")


def _differs(path: Path, stated: int | None, right: int, of: str, of_en: str) -> Fault:
    said = dong(stated) if stated is not None else "?"
    return Fault(path, f"ghi {said}, {of} là {dong(right)}", f"says {said}, {of_en} is {dong(right)}")


def _labels(programme: DraftProgramme) -> Iterator[Fault]:
    """A label that a draft gives must be the one under which the activity stands in a decision: 1.a, 1.b, 2.a, 3."""
    clause = index = 0
    for group, members in groupby(programme.activities, key=lambda each: each.group):
        for number, activity in enumerate(members):
            clause += number == 0 or group is None
            stands = _label(clause, number, group is None, activity.ref)
            if activity.label is not None and activity.label != stands:
                yield Fault(
                    ("programme", "activities", index, "label"),
                    f"ghi {activity.label}, nhưng theo thứ tự và nhóm thì là {stands}",
                    f"says {activity.label}, but by order and group it is {stands}",
                )
            index += 1


def _label(clause: int, number: int, alone: bool, ref: str) -> str:
    last = ref.rpartition("/")[2].partition("_")[2]
    return str(clause) if alone else last if "." in last else f"{clause}.{last}"


def _links(draft: Draft) -> Iterator[Fault]:
    """A line of the estimate that names an activity names one that is there, by its label or by its reference."""
    known = activity_names(draft)
    several = len(draft.estimates) > 1
    for at, estimate in enumerate(draft.estimates):
        for index, line in enumerate(estimate.lines):
            if line.activity is not None and line.activity not in known:
                path: Path = ("estimates", at) if several else ("estimate",)
                yield Fault(
                    (*path, "lines", index, "activity"),
                    f"không có hoạt động «{line.activity}»; các nhãn: {', '.join(sorted(_labels_of(draft)))}",
                    f"there is no activity {line.activity!r}; the labels: {', '.join(sorted(_labels_of(draft)))}",
                )


def _labels_of(draft: Draft) -> set[str]:
    return {activity.label or activity.ref for activity in draft.programme.activities} if draft.programme else set()
