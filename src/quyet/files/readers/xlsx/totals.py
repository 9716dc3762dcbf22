"""The total of a table, its sub-totals, and how deep each line stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quyet.core.decisions.annex_rows import set_levels
from quyet.core.decisions.grammar.words import phrase
from quyet.core.estimates.model import PlannedLine
from quyet.core.estimates.sums import children, outermost, sum_of
from quyet.core.values.amounts import dotted
from quyet.core.values.folding import fold
from quyet.files.readers.xlsx.lines import Entry, is_total
from quyet.files.readers.xlsx.remarks import cell_name
from quyet.files.readers.xlsx.sight import Sight

_OF_A_PART = phrase(
    r"(?:tổng|cộng)(?: cộng)? (?:của )?"
    r"(?:mục|phần|nhóm|nội dung|tiểu mục|hoạt động|\(?[ivx\d]+(?:\.\d+)*\)?\.?$)"
)
_BESIDE = phrase(r"\W*(?:dự phòng|thuế|vat|chi phí quản lý|quản lý|chi khác|chi phí khác)\b")
"""What may stand beside numbered lines without a number of its own."""


def take_totals(entries: Sequence[Entry], sight: Sight, amount: int) -> tuple[list[PlannedLine], int | None]:
    """The lines, and the total. The row of the total and those of sub-totals are no lines: a sub-total becomes the
    amount of the group that it closes, so that nobody adds it up once more."""
    total = _grand_total(entries)
    cut = _end(entries, total)
    subtotals = [entry for entry in entries[:cut] if entry is not total and _is_subtotal(entry)]
    left_out = {id(entry) for entry in (*subtotals, total)}
    kept = [entry for entry in entries[:cut] if id(entry) not in left_out]
    lines = [entry.line for entry in kept]
    _set_levels(kept)
    for entry in subtotals:
        before = sum(1 for each in kept if each.row < entry.row)
        _close_group(entry, lines[:before], sight, amount)
    amount_of_all = total.line.amount if total else None
    _put_beside(kept, amount_of_all)
    return lines, amount_of_all


def _grand_total(entries: Sequence[Entry]) -> Entry | None:
    """The largest of the rows that are called total; the last of them where several are equal."""
    found = [entry for entry in entries if is_total(entry) and not _names_part(entry) and entry.line.amount is not None]
    return max(found, key=lambda entry: (entry.line.amount or 0, entry.row), default=None)


def _names_part(entry: Entry) -> bool:
    return bool(_OF_A_PART.match(fold(entry.line.content or "")))


def _is_subtotal(entry: Entry) -> bool:
    return entry.line.label is None and (is_total(entry) or _names_part(entry))


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


def _close_group(entry: Entry, lines: list[PlannedLine], sight: Sight, amount: int) -> None:
    """Give the sub-total to the innermost group that it can be of. One that is the sum of nothing is told."""
    said = entry.line.amount
    if said is None or not lines:
        return
    sums = [(lines[place], sum_of(children(lines, place))) for place in _open(lines)]
    for group, added in sums:
        if added == said and group.amount in (None, said):
            group.amount = said
            return
    if any(group.amount == said for group, _ in sums) or said in _running_sums(lines):
        return
    unsaid = next((group for group, added in sums if group.amount is None and added is not None), None)
    if unsaid is not None:
        unsaid.amount = said  # and the rules on sums say that it does not add up
        return
    spot = (sight.sheet, entry.row, amount)
    sight.remarks.add("subtotal", f"{cell_name(spot)}: dòng cộng ghi {dotted(said)}, không dòng nào cộng lại ra.", spot)


def _open(lines: Sequence[PlannedLine]) -> Iterator[int]:
    """The places of the lines that the last line stands below, the innermost first."""
    level = lines[-1].level
    for place in range(len(lines) - 1, -1, -1):
        if lines[place].level < level:
            level = lines[place].level
            yield place


def _running_sums(lines: Sequence[PlannedLine]) -> Iterator[int]:
    """What the last outermost lines add up to: one, two, three of them …"""
    added = 0
    for line in reversed(outermost(lines)):
        if line.amount is None:
            return
        added += line.amount
        yield added


def _put_beside(entries: Sequence[Entry], total: int | None) -> None:
    """A tax or a reserve without a number stands beside the outermost lines, where only so they make the total."""
    lines = [entry.line for entry in entries]
    unnumbered = (entry.line for entry in entries if entry.line.label is None)
    beside = [line for line in unnumbered if _BESIDE.match(fold(line.content or ""))]
    top = outermost(lines)
    added, more = sum_of(top), sum_of(beside)
    if total is None or added is None or more is None or {id(line) for line in beside} & {id(line) for line in top}:
        return
    if added != total and added + more == total:
        for line in beside:
            line.level = top[0].level
