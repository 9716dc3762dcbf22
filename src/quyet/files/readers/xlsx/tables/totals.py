"""The total of a table, and how deep each line stands."""

from __future__ import annotations

from collections.abc import Sequence

from quyet.core.decisions.annex_rows import names_part, set_levels
from quyet.core.decisions.grammar.words import phrase
from quyet.core.estimates.model import PlannedLine
from quyet.core.estimates.sums import outermost, sum_of, values_of
from quyet.core.values.folding import fold
from quyet.files.readers.xlsx.tables.lines import Entry, is_total

_BESIDE = phrase(r"\W*(?:dự phòng|thuế|vat|chi phí quản lý|quản lý|chi khác|chi phí khác)\b")
"""What may stand beside numbered lines without a number of its own."""


def take_totals(entries: Sequence[Entry]) -> tuple[list[PlannedLine], int | None]:
    """The lines, and the total. The row of the total is no line; a sub-total is one, and is marked as such, so that
    nobody adds it up once more."""
    total = _grand_total(entries)
    kept = [entry for entry in entries[: _end(entries, total)] if entry is not total]
    _set_levels(kept)
    amount = total.line.amount if total else None
    _put_beside(kept, amount)
    return [entry.line for entry in kept], amount


def _grand_total(entries: Sequence[Entry]) -> Entry | None:
    """The largest of the rows that are called total; the last of them where several are equal, or none has a sum."""
    found = [entry for entry in entries if is_total(entry) and not names_part(entry.line)]
    return max(
        found, key=lambda entry: (entry.line.amount is not None, entry.line.amount or 0, entry.row), default=None
    )


def _end(entries: Sequence[Entry], total: Entry | None) -> int:
    """How many rows belong to the table: behind a total nothing does that has neither number nor figure."""
    end = len(entries)
    while end and total is not None and entries[end - 1].row > total.row:
        last = entries[end - 1]
        if last.has_figures or last.line.label is not None:
            break
        end -= 1
    return end


def _set_levels(entries: Sequence[Entry]) -> None:
    """As for annex tables of papers; a + below a − stands one deeper."""
    set_levels([entry.line for entry in entries])
    above_plus = None
    for entry in entries:
        if entry.mark in ("-", "–"):
            above_plus = entry.line.level
        elif entry.mark == "+" and above_plus is not None:
            entry.line.level = above_plus + 1
        elif entry.mark is None:
            above_plus = None


def _put_beside(entries: Sequence[Entry], total: int | None) -> None:
    """A tax or a reserve without a number stands beside the outermost lines, where only so they make the total."""
    lines = [entry.line for entry in entries]
    unnumbered = (entry.line for entry in entries if entry.line.label is None)
    beside = [line for line in unnumbered if _BESIDE.match(fold(line.content or ""))]
    top = outermost(lines)
    if total is None or {id(line) for line in beside} & {id(line) for line in top}:
        return
    worth = {id(line): value for line, value in zip(lines, values_of(lines), strict=True)}
    added, more = [worth[id(line)] for line in top], sum_of(beside)
    if more is None or None in added:
        return
    known = sum(value for value in added if value is not None)
    if known != total and known + more == total:
        for line in beside:
            line.level = top[0].level
