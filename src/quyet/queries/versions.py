"""The versions of a programme: what changed between two of them, and the papers that belong to one."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from quyet.core.estimates.differences import CellChange
from quyet.core.estimates.model import PlannedLine
from quyet.core.papers.changes import Changes, changes
from quyet.core.papers.draft import Draft
from quyet.files.drafts.load import draft_of
from quyet.files.drafts.rows import row_of
from quyet.store.models import Programme, SignedPaper, StoredFile, Version


@dataclass(frozen=True, slots=True)
class Between:
    """Two versions, the older first, and what differs. `new` None: the programme as it is now."""

    old: Version
    new: Version | None
    changes: Changes
    cells: tuple[CellSaid, ...]


@dataclass(frozen=True, slots=True)
class CellSaid:
    """A cell of an estimate, or a whole line (`field` empty), as the table shows it."""

    change: str
    line: str
    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Brought:
    """A signed paper that came back, with where it does not agree."""

    paper: SignedPaper
    differences: Sequence[dict[str, Any]]


def between(programme: Programme, old: int, new: int | None) -> Between | None:
    """What changed from a version (by its number) to another, or to the programme as it is; None where one is
    missing."""
    numbers = {each.number: each for each in programme.versions.all()}
    if old not in numbers or (new is not None and new not in numbers):
        return None
    later = numbers[new] if new is not None else None
    contents = numbers[old].content, later.content if later else programme.content
    drafts = [draft_of(each.encode(), as_json=True).draft for each in contents]
    found = changes(*drafts)
    cells = (_cell(drafts[0], drafts[1], at, cell) for at, cell in found.cells if cell.field != "total")
    return Between(numbers[old], later, found, tuple(cells))


def _cell(old: Draft, new: Draft, annex: int, cell: CellChange) -> CellSaid:
    before = old.estimates[annex].lines[cell.before] if cell.before is not None else None
    after = new.estimates[annex].lines[cell.after] if cell.after is not None else None
    line = after or before or PlannedLine()
    called = " ".join(each for each in (line.label, line.content) if each)
    return CellSaid(cell.change, called, cell.field, _shown(before, cell.field), _shown(after, cell.field))


def _shown(line: PlannedLine | None, field: str) -> str:
    if line is None:
        return ""
    row = row_of(line)
    if field:
        return row.get(field, "")
    parts = (row["factors"] or row["quantity"], row["unit_price"], row["amount"])
    return " · ".join(each for each in parts if each)


def brought(programme: Programme) -> list[Brought]:
    """The signed papers of a programme, the last first."""
    rows = SignedPaper.objects.filter(version__programme=programme).select_related("file", "by", "version")
    shown = rows.defer("version__content").order_by("-id")
    return [Brought(each, json.loads(each.differences)) for each in shown]


def paper_file(programme: Programme, number: int) -> StoredFile | None:
    """The PDF of a version."""
    found = programme.versions.select_related("paper").filter(number=number).first()
    return found.paper if found else None


def signed_file(programme: Programme, pk: int) -> StoredFile | None:
    """A signed paper that came back."""
    found = SignedPaper.objects.select_related("file").filter(version__programme=programme, pk=pk).first()
    return found.file if found else None
