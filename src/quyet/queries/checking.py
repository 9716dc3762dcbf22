"""What all rules say of a programme: of the paper that it becomes, and of its estimate."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from quyet.core.papers.draft import Draft
from quyet.core.values.finding import Severity
from quyet.files.drafts.load import draft_of
from quyet.files.facts.letterheads import body_on
from quyet.files.planning import check_draft
from quyet.files.writing import lay_out, read_back
from quyet.queries.allotments import planned_of
from quyet.store.models import FindingAnswer, Programme


@dataclass(frozen=True, slots=True)
class Said:
    """A finding of a programme. Contradictions of the data have no rule of their own: `rule` is empty. `ref` is the
    node of the paper that it is of; `about` what answers are held against: rule, node and words, but for the day of
    the asking, which changes each midnight while nothing else does."""

    rule: str
    severity: Severity
    message: str
    source: str | None
    ref: str | None
    about: str


@dataclass(frozen=True, slots=True)
class Answered:
    """A finding with what the officer said to it."""

    said: Said
    answer: FindingAnswer | None


def left_for(programme: Programme) -> int | None:
    """What the allotment holds for this programme, in đồng; None without an allotment."""
    allotment = programme.allotment
    return None if allotment is None else allotment.ceiling - planned_of(allotment, but=programme.pk)


def findings(programme: Programme, day: date) -> tuple[Said, ...]:
    """Everything that the rules say of a programme if its paper were issued on that day, errors first."""
    return _findings(programme.content, day, left_for(programme))


@lru_cache(maxsize=64)
def _findings(content: str, day: date, left: int | None) -> tuple[Said, ...]:
    draft = as_issued(draft_of(content.encode(), as_json=True).draft, day)
    written = lay_out(draft)
    reading, _ = read_back(written)

    def said(rule: str, severity: Severity, message: str, source: str | None, ref: str | None = None) -> Said:
        return Said(rule, severity, message, source, ref, _about(rule, ref, message, day))

    found = [said("", "error", fault.message, None) for fault in written.faults]
    found += [said(each.rule, each.severity, each.message, each.source, each.ref) for each in reading.findings]
    found += [said(each.rule, each.severity, each.message, each.source) for each in check_draft(written.draft, left)]
    return tuple(sorted(dict.fromkeys(found), key=lambda each: _ORDER.index(each.severity)))


def _about(rule: str, ref: str | None, message: str, day: date) -> str:
    """The day of the asking stands for the day of issue that a draft does not have yet."""
    return "|".join((rule, ref or "", message.replace(f"{day:%d/%m/%Y}", "…")))


_ORDER: tuple[Severity, ...] = ("error", "warning", "info")


def as_issued(draft: Draft, day: date, number: str | None = None) -> Draft:
    """The draft as a paper of that day: number and day are what only issuing gives, so that a draft is not faulted for
    having none. Those that it states stay."""
    document = draft.document
    if document.number and document.date:
        return draft
    made = deepcopy(draft)
    stated = document.date or day
    made.document = replace(document, date=stated, number=document.number or symbol_of(draft, number or "01", stated))
    return made


def symbol_of(draft: Draft, number: str, day: date) -> str:
    """The number whole, as the body signs its papers: 1352/QĐ-SCT."""
    kind = draft.document.kind or "QĐ"
    body = body_on(draft.document.body, day) if draft.document.body else None
    return f"{number}/{kind}-{body.symbol}" if body else f"{number}/{kind}"


def answered(programme: Programme, day: date) -> list[Answered]:
    """The findings with the last answer to each. Answers of older versions say what they are to by its words alone."""
    rows = programme.answers.all()
    by_words = {(each.rule, each.message): each for each in rows if not each.about}
    given = {each.about: each for each in rows if each.about}
    return [
        Answered(each, given.get(each.about) or by_words.get((each.rule, each.message)))
        for each in findings(programme, day)
    ]
