"""What a paper was to say, beside what is read in it: the round trip, fact by fact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from quyet.core.decisions.model import Activity, Estimate, Reading
from quyet.core.estimates.model import PlannedEstimate
from quyet.core.papers import said
from quyet.core.papers.complete import authority_lines
from quyet.core.papers.draft import Draft
from quyet.core.papers.paper import Paper
from quyet.core.papers.tables import printed
from quyet.core.values.folding import squeeze

Path = tuple[str | int, ...]

_STOPS = " .;:,"


@dataclass(frozen=True, slots=True)
class Difference:
    """A fact that is read otherwise than it was meant."""

    path: Path
    meant: Any
    read: Any


def compare(draft: Draft, paper: Paper, reading: Reading) -> list[Difference]:
    """Every fact that differs. `draft` is the one that `compose` returned beside the paper."""
    pairs = [*_document(draft, paper, reading), *_programme(draft, reading), *_estimates(draft, reading)]
    return [Difference(path, meant, read) for path, meant, read in pairs if _plain(meant) != _plain(read)]


def _plain(value: Any) -> Any:
    """Closing stops belong to the sentence and not to the fact; white space is one space."""
    if isinstance(value, str):
        return squeeze(value).strip(_STOPS) or None
    if isinstance(value, (list, tuple)):
        return [_plain(each) for each in value]
    return value


_Pairs = Iterator[tuple[Path, Any, Any]]


def _document(draft: Draft, paper: Paper, reading: Reading) -> _Pairs:
    meant, read = draft.document, reading.document
    number = said.document_number(meant.number, paper.format.padding) if meant.number else None
    yield ("document", "kind"), paper.kind, read.kind
    yield ("document", "number"), number, read.number
    yield ("document", "title"), paper.title, read.title
    for name in ("date", "place"):
        yield ("document", name), getattr(meant, name), getattr(read, name)
    for name in ("parent", "issuer"):
        value = getattr(meant, name)
        yield ("document", name), value.upper() if value else None, getattr(read, name)
    yield ("document", "recipients"), meant.recipients, read.recipients
    yield from _bases(draft, reading)
    lines = [line for line in authority_lines(meant.signature) if line]
    signed = read.signature
    found = [*(signed.authority or "").split("; "), signed.position or ""] if signed else []
    yield ("document", "signature"), lines, list(dict.fromkeys(line for line in found if line))
    if meant.signature is not None:
        yield ("document", "signature", "name"), meant.signature.name, signed.name if signed else None


def _bases(draft: Draft, reading: Reading) -> _Pairs:
    meant, read = draft.document.bases, reading.document.bases
    yield ("document", "bases"), len(meant), len(read)
    for index, (one, other) in enumerate(zip(meant, read, strict=False)):
        for name in ("kind", "number", "date", "issuer", "title"):
            if getattr(one, name) is not None:
                yield ("document", "bases", index, name), getattr(one, name), getattr(other, name)


def _programme(draft: Draft, reading: Reading) -> _Pairs:
    if draft.programme is None:
        return
    path: Path = ("programme", "activities")
    meant = draft.programme.activities
    read: Sequence[Activity] = reading.programme.activities if reading.programme else []
    yield path, len(meant), len(read)
    for index, (one, other) in enumerate(zip(meant, read, strict=False)):
        yield from _activity((*path, index), one, other)
    total = reading.programme.total if reading.programme else None
    stated = draft.programme.total
    if stated is not None:
        yield ("programme", "total", "amount"), stated.amount, total.amount if total else None
    given = [(each.unit, each.role) for each in draft.programme.assignments]
    found = [(each.unit, each.role) for each in reading.programme.assignments] if reading.programme else []
    for role in ("lead", "coordinate", "execute"):
        if any(each == role for _, each in found):
            units, again = ([unit for unit, each in pairs if each == role] for pairs in (given, found))
            yield ("programme", "assignments", role), sorted(units), sorted(again)


def _activity(path: Path, meant: Activity, read: Activity) -> _Pairs:
    for name in ("group", "title", "specification", "place", "audience", "amount"):
        if name != "group" or meant.group is not None:
            yield (*path, name), getattr(meant, name), getattr(read, name)
    yield (*path, "quantity"), said.quantity(meant.quantity), said.quantity(read.quantity)
    yield (*path, "duration"), said.duration(meant.duration), said.duration(read.duration)
    for name in ("start", "end"):
        value = getattr(meant.timeframe, name) if meant.timeframe else None
        if value is not None:
            yield (*path, "timeframe", name), value, getattr(read.timeframe, name) if read.timeframe else None
    if meant.timeframe is not None:
        found = said.timeframe(read.timeframe)
        yield (*path, "timeframe", "text"), said.timeframe(meant.timeframe), found


def _estimates(draft: Draft, reading: Reading) -> _Pairs:
    yield ("estimates",), len(draft.estimates), len(reading.estimates)
    for index, (one, other) in enumerate(zip(draft.estimates, reading.estimates, strict=False)):
        yield from _estimate(("estimates", index), one, other)


def _estimate(path: Path, meant: PlannedEstimate, read: Estimate) -> _Pairs:
    yield (*path, "total"), meant.total, read.total
    yield (*path, "lines"), len(meant.lines), len(read.lines)
    for index, (planned, other) in enumerate(zip(meant.lines, read.lines, strict=False)):
        one = printed(planned)
        for name in ("label", "content", "unit", "quantity", "unit_price", "amount", "note"):
            yield (*path, "lines", index, name), getattr(one, name), getattr(other, name)
