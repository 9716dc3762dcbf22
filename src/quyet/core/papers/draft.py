"""What is to be written: the same records as a reading, filled by hand or taken from a reading.

A draft adds what only a paper to be written needs: who is competent, whom a proposal addresses, the purposes of a plan,
what was done. Everything else has the names of a reading, so that one can be turned into the other.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from quyet.core.decisions.model import Activity, Document, Programme
from quyet.core.estimates.model import PlannedEstimate


@dataclass(slots=True)
class DraftDocument(Document):
    """The document, with: the body whose letterhead it carries (a key of `data/letterheads`), the addressees of a
    proposal or report, and the sentences of its own that each part of the paper takes."""

    body: str | None = None
    addressees: list[str] = field(default_factory=list)
    purposes: list[str] = field(default_factory=list)
    """Mục đích, yêu cầu: a plan's or a proposal's."""
    requests: list[str] = field(default_factory=list)
    """Kiến nghị: a report's."""


@dataclass(slots=True)
class DraftActivity(Activity):
    """An activity, with: sentences of its own (printed as they are), and what was done so far (a report's)."""

    details: list[str] = field(default_factory=list)
    result: str | None = None


@dataclass(slots=True)
class DraftAllotment:
    """The allotment that a programme draws on: the text that gives it (224/QĐ-SCT) with its day, and what it holds for
    this programme, in đồng."""

    text: str
    amount: int
    date: date | None = None


@dataclass(slots=True)
class DraftProgramme(Programme):
    """The programme; its name where the title of the paper does not say it, and the allotment that it draws on."""

    activities: list[DraftActivity] = field(default_factory=list)  # type: ignore[assignment]  # a draft's have more keys
    name: str | None = None
    allotment: DraftAllotment | None = None


@dataclass(slots=True)
class Draft:
    """A paper to be written. `example` marks it as an example wherever it is shown."""

    document: DraftDocument
    programme: DraftProgramme | None = None
    estimates: list[PlannedEstimate] = field(default_factory=list)
    example: bool = False


def activity_names(draft: Draft) -> dict[str, str]:
    """What a line may call an activity or a group (its label or reference) → its reference."""
    names: dict[str, str] = {}
    for activity in draft.programme.activities if draft.programme else []:
        group = above(activity.ref)
        names |= {activity.ref: activity.ref, group: group}
        if activity.label:
            names[activity.label] = activity.ref
    return names


def above(ref: str) -> str:
    """The reference of the node above: dieu_1/khoan_2 of dieu_1/khoan_2/diem_a."""
    return ref.rpartition("/")[0]
