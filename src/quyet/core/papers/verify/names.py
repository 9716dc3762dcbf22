"""What points to something else by name: labels, lines of an estimate, references of articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from quyet.core.decisions.model import Article
from quyet.core.papers.draft import Draft, DraftProgramme, activity_names
from quyet.core.papers.verify.fault import Fault, Path

_LISTED = 12
"""Labels that a message names; of more the first."""


def names(draft: Draft) -> Iterator[Fault]:
    """Labels that are not those of their place, and links that lead nowhere."""
    known = set(activity_names(draft))
    yield from _nodes(draft.document.articles, ("document", "articles"), known)
    for at, attachment in enumerate(draft.document.attachments):
        yield from _nodes(attachment.articles, ("document", "attachments", at, "articles"), known)
    if draft.programme is not None and not draft.document.articles:  # articles are printed with labels of their own
        yield from _labels(draft.programme)
    yield from _links(draft, known)


def _nodes(articles: Sequence[Article], path: Path, known: set[str]) -> Iterator[Fault]:
    """Articles that got no reference, because their number stands twice or is none; `known` takes the others'."""
    for index, article in enumerate(articles):
        known.add(article.ref)
        if not article.ref:
            yield Fault(
                (*path, index),
                f"«{article.label}» không có tham chiếu riêng: số đã dùng, hoặc không phải số của điều, khoản, điểm",
                f"{article.label!r} has no reference of its own: its number stands twice, or is none of an article",
            )
        yield from _nodes(article.children, (*path, index, "children"), known)


def _labels(programme: DraftProgramme) -> Iterator[Fault]:
    """A label that a draft gives must be the one under which the activity stands in a decision: 1.a, 1.b, 2.a, 3."""
    clause = index = 0
    for group, members in groupby(programme.activities, key=lambda each: each.group):
        for number, activity in enumerate(members):
            clause += number == 0 or group is None
            stands = _label(clause, group is None, activity.ref)
            if activity.label is not None and activity.label != stands:
                yield Fault(
                    ("programme", "activities", index, "label"),
                    f"ghi {activity.label}, nhưng theo thứ tự và nhóm thì là {stands}",
                    f"says {activity.label}, but by order and group it is {stands}",
                )
            index += 1


def _label(clause: int, alone: bool, ref: str) -> str:
    last = ref.rpartition("/")[2].partition("_")[2]
    return str(clause) if alone else last if "." in last else f"{clause}.{last}"


def _links(draft: Draft, known: set[str]) -> Iterator[Fault]:
    """A line of the estimate that names an activity names one that is there, by its label or by its reference."""
    labels = _labels_of(draft)
    for at, estimate in enumerate(draft.estimates):
        for index, line in enumerate(estimate.lines):
            if line.activity is not None and line.activity not in known:
                yield Fault(
                    ("estimates", at, "lines", index, "activity"),
                    f"không có hoạt động «{line.activity}»; các nhãn: {labels}",
                    f"there is no activity {line.activity!r}; the labels: {labels}",
                )


def _labels_of(draft: Draft) -> str:
    activities = draft.programme.activities if draft.programme else []
    labels = list(dict.fromkeys(activity.label or activity.ref for activity in activities))
    return ", ".join(labels[:_LISTED]) + (" …" if len(labels) > _LISTED else "")
