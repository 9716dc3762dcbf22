"""What changed between two states of a draft, fact by fact and line by line, as people say the values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal, TypeVar

from quyet.core.decisions.model import Activity, Basis
from quyet.core.estimates.differences import CellChange, differences
from quyet.core.estimates.model import PlannedEstimate
from quyet.core.papers import said
from quyet.core.papers.complete import authority_lines
from quyet.core.papers.draft import Draft, DraftActivity, DraftDocument, DraftProgramme
from quyet.core.values.folding import fold, squeeze

Kind = Literal["changed", "added", "removed"]
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Change:
    """One fact. `place`: the fact without numbers (`programme/activities/quantity`); `which`: of which of several, as
    people call it; the values as they are printed, None where there is none."""

    kind: Kind
    place: str
    which: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Changes:
    """The facts of paper and programme, then the cells of each estimate: its place among them, and the cell."""

    facts: tuple[Change, ...]
    cells: tuple[tuple[int, CellChange], ...]

    def __bool__(self) -> bool:
        return bool(self.facts or self.cells)


def changes(old: Draft, new: Draft) -> Changes:
    """Every difference, in the order of the paper."""
    facts = [
        *_document(old.document, new.document),
        *_programme(old.programme or DraftProgramme(), new.programme or DraftProgramme()),
    ]
    count = max(len(old.estimates), len(new.estimates))
    cells = [
        (at, cell)
        for at in range(count)
        for cell in differences(_estimate(old.estimates, at), _estimate(new.estimates, at))
    ]
    return Changes(tuple(facts), tuple(cells))


def _estimate(estimates: Sequence[PlannedEstimate], at: int) -> PlannedEstimate:
    return estimates[at] if at < len(estimates) else PlannedEstimate()


def _said(value: Any) -> str | None:
    """As it is printed; days as 11/03/2024."""
    if value is None or value == "":
        return None
    if hasattr(value, "strftime"):
        return f"{value:%d/%m/%Y}"
    return squeeze(str(value)) or None


def _one(place: str, old: Any, new: Any, which: str = "") -> Iterator[Change]:
    before, after = _said(old), _said(new)
    if before != after:
        kind: Kind = "added" if before is None else "removed" if after is None else "changed"
        yield Change(kind, place, which, before, after)


def _matched(old: Sequence[Item], new: Sequence[Item], about: Any) -> Iterator[tuple[Item | None, Item | None]]:
    """Both lists in one order, each item beside its other self; None where it has none."""
    matcher = SequenceMatcher(None, [about(each) for each in old], [about(each) for each in new], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        shared = min(b - a, d - c) if tag in ("equal", "replace") else 0
        yield from ((old[a + step], new[c + step]) for step in range(shared))
        yield from ((old[n], None) for n in range(a + shared, b))
        yield from ((None, new[n]) for n in range(c + shared, d))


# --- the paper -------------------------------------------------------------------------------------------------------


def _document(old: DraftDocument, new: DraftDocument) -> Iterator[Change]:
    for name in ("kind", "number", "date", "place", "parent", "issuer", "title", "proposer"):
        yield from _one(f"document/{name}", getattr(old, name), getattr(new, name))
    for one, other in _matched(old.bases, new.bases, _basis):
        yield from _one("document/bases", _basis(one), _basis(other))
    for mine, theirs in _matched(old.recipients, new.recipients, str):
        yield from _one("document/recipients", mine, theirs)
    signed, again = ("; ".join(authority_lines(each.signature)) for each in (old, new))
    yield from _one("document/signature/position", signed, again)
    yield from _one("document/signature/name", _signer(old), _signer(new))


def _signer(document: DraftDocument) -> str | None:
    return document.signature.name if document.signature else None


def _basis(basis: Basis | None) -> str | None:
    if basis is None:
        return None
    day = f"ngày {basis.date:%d/%m/%Y}" if basis.date else None
    return " ".join(each for each in (basis.kind, basis.number, day, basis.issuer, basis.title) if each)


# --- the programme ---------------------------------------------------------------------------------------------------


def _programme(old: DraftProgramme, new: DraftProgramme) -> Iterator[Change]:
    yield from _one("programme/year", old.year, new.year)
    yield from _one("programme/total", _total(old), _total(new))
    for one, other in _matched(old.activities, new.activities, _title):
        yield from _activity(one, other)
    for mine, theirs in _matched(old.assignments, new.assignments, lambda each: f"{each.role} {each.unit}"):
        which = next((each.role for each in (theirs, mine) if each is not None), "")
        yield from _one("programme/assignments/unit", mine and mine.unit, theirs and theirs.unit, which)


def _total(programme: DraftProgramme) -> str | None:
    return _dong(programme.total.amount) if programme.total else None


def _dong(amount: int | None) -> str | None:
    return said.dong(amount) if amount is not None else None


def _title(activity: Activity | None) -> str:
    return squeeze(fold(activity.title or "")) if activity else ""


def _activity(old: DraftActivity | None, new: DraftActivity | None) -> Iterator[Change]:
    which = next((each.label or each.ref for each in (new, old) if each is not None), "")
    if old is None or new is None:
        yield from _one("programme/activities", old and old.title, new and new.title, which)
        return
    for name in ("group", "title", "specification", "place", "audience"):
        yield from _one(f"programme/activities/{name}", getattr(old, name), getattr(new, name), which)
    for name, say in (("quantity", said.quantity), ("timeframe", said.timeframe), ("duration", said.duration)):
        yield from _one(f"programme/activities/{name}", say(getattr(old, name)), say(getattr(new, name)), which)
    yield from _one("programme/activities/amount", _dong(old.amount), _dong(new.amount), which)
