"""Activities and articles as numbered paragraphs, each with the reference that a reading gives it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from quyet.core.decisions.model import Article
from quyet.core.papers import said
from quyet.core.papers.draft import DraftActivity
from quyet.core.papers.form import Wording, fields_of, fill
from quyet.core.papers.paper import Para
from quyet.core.presentation.format import Format

_STOPS = " .;:,"


def activity_paras(
    activities: Sequence[DraftActivity], parent: str, first: int, rules: Format, wording: Wording
) -> list[Para]:
    """The activities below `parent`, clauses numbered from `first`: a clause for each group, a point for each activity
    in it; an activity without a group is a clause of its own. The `ref` of each is set to where it stands."""
    paras: list[Para] = []
    clause = first
    for group, members in _groups(activities):
        ref = f"{parent}/khoan_{clause}"
        if group is None:
            members[0].ref = ref
            paras += _activity(members[0], f"{clause}.", "clause_title", wording)
        else:
            paras.append(Para("clause_title", _closed(group, ""), f"{clause}.", ref))
            for index, member in enumerate(members):
                label, member.ref = _point(clause, index, len(members), ref, parent, rules)
                paras += _activity(member, label, "text", wording)
        clause += 1
    return paras


def clauses(activities: Sequence[DraftActivity]) -> int:
    """How many clauses the activities take."""
    return sum(1 for _ in _groups(activities))


def _groups(activities: Sequence[DraftActivity]) -> Iterator[tuple[str | None, list[DraftActivity]]]:
    for group, members in groupby(activities, key=lambda each: each.group):
        if group is None:
            yield from ((None, [member]) for member in members)
        else:
            yield group, list(members)


def _point(clause: int, index: int, of: int, ref: str, parent: str, rules: Format) -> tuple[str, str]:
    """a) below a clause; 1.1. where the alphabet of the decree has not so many letters."""
    if of <= len(rules.points):
        return f"{rules.points[index]})", f"{ref}/diem_{rules.points[index]}"
    return f"{clause}.{index + 1}.", f"{ref}/khoan_{clause}.{index + 1}"


def _activity(activity: DraftActivity, label: str, style: str, wording: Wording) -> list[Para]:
    lines = [*activity.details, *attribute_lines(activity, wording)]
    closing = "" if style == "clause_title" else ":" if lines else "."
    title = Para(style, _closed(activity.title or "", closing), label, activity.ref)
    return [title, *dashes(lines)]


def attribute_lines(activity: DraftActivity, wording: Wording) -> list[str]:
    """`Số lượng: 40 cái`, `Quy cách: …`, in the order of the wording; only what is known."""
    length = activity.duration if activity.duration and said.is_length(activity.duration) else None
    known = {
        "quantity": said.quantity(activity.quantity),
        "specification": activity.specification,
        "place": activity.place,
        "audience": activity.audience,
        "length": said.duration(length),
        "duration": None if length else said.duration(activity.duration),
        "timeframe": said.timeframe(activity.timeframe),
        "amount": said.dong(activity.amount) if activity.amount is not None else None,
    }
    return [fill(each, known) for each in wording.activity if all(known[name] for name in fields_of(each))]


def dashes(lines: Sequence[str]) -> list[Para]:
    """Lines of a list: each with its dash, `;` after all but the last."""
    last = len(lines) - 1
    return [Para("text", f"- {_closed(line, '.' if n == last else ';')}") for n, line in enumerate(lines)]


def _closed(text: str, mark: str) -> str:
    """The text with that closing mark; an ellipsis stays."""
    if text.endswith(("...", "…")):
        return text + (mark if mark == ";" else "")
    return text.rstrip(_STOPS) + mark


def article_paras(articles: Sequence[Article]) -> list[Para]:
    """A tree of articles as it was read, in its own words."""
    return [para for article in articles for para in _node(article)]


def _node(article: Article) -> Iterator[Para]:
    lead, style = _lead(article)
    ref = article.ref or None  # a number that stands twice names one node: the first
    lines = article.text.split("\n") if article.text else []
    if article.title:
        yield Para(style, article.title + _goes_on(style, lines, bool(article.children)), lead, ref)
    else:
        yield Para("article" if lead.startswith("Điều") else "text", lines.pop(0) if lines else "", lead, ref)
    for line in lines:
        yield Para("text", line)
    for child in article.children:
        yield from _node(child)


def _goes_on(style: str, lines: Sequence[str], parted: bool) -> str:
    """The colon behind a title: a point's always, a clause's where words follow that open no item of their own."""
    told = bool(lines) and not lines[0].startswith(("-", "–", "+"))
    return ":" if told or (style == "text" and (lines or parted)) else ""


def _lead(article: Article) -> tuple[str, str]:
    """The number as it is printed, and the style of a title behind it."""
    part = article.ref.rpartition("/")[2]
    label = article.label.rstrip(".)")
    if part.startswith("dieu_") or label.startswith("Điều"):
        return f"{label}.", "article"
    if part.startswith("diem_"):
        return f"{label})", "text"
    return f"{label}.", "section" if part.startswith(("muc_", "phan_")) else "clause_title"
