"""An estimate as the table that people edit: rows of texts, and beside each what follows from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.http import QueryDict
from django.utils.translation import get_language

from quyet.core.checks.plans import PlanFinding
from quyet.core.checks.plans.norms import Judged
from quyet.core.estimates.model import PlannedEstimate, PlannedLine
from quyet.core.estimates.sums import quantity_of
from quyet.core.estimates.typed import label_after, number_said
from quyet.core.norms.say import figure
from quyet.core.values.finding import Finding
from quyet.files.drafts.rows import FIELDS, MOST_ROWS, CellFault, cells_of, row_of
from quyet.files.facts.codes import load_codes
from quyet.queries.estimates import Checked, CheckedLine
from quyet.queries.frames import Frame
from quyet.queries.marked_text import harmless
from quyet.web import wording
from quyet.web.basis_words import kept_said
from quyet.web.language import is_english, say

Rows = list[dict[str, str]]

COLUMNS = (
    *("label", "content", "activity", "unit", "factors", "quantity", "unit_price"),
    *("vat", "amount", "code", "source", "note"),
)
"""What the table shows, in this order. `amount` is worked out."""
FIGURES = ("quantity", "unit_price", "vat", "amount")


@dataclass(slots=True)
class TableRow:
    """A row: what is typed in it, what is wrong with it, what follows from it."""

    cells: Mapping[str, str]
    faults: dict[str, str] = field(default_factory=dict)
    checked: CheckedLine | None = None

    @property
    def amount(self) -> str:
        """What it comes to."""
        amount = self.checked.line.amount if self.checked else None
        return wording.number(amount) if amount is not None else ""

    @property
    def product(self) -> str:
        """The quantity that its factors make."""
        line = self.checked.line if self.checked else None
        value = quantity_of(line) if line is not None and line.factors else None
        return number_said(value) if value is not None else ""

    @property
    def level(self) -> int:
        return self.checked.line.level if self.checked else 0

    @property
    def is_group(self) -> bool:
        return bool(self.checked and self.checked.is_group)

    @property
    def norm(self) -> dict[str, str] | None:
        """The norm beside the price, and how the price stands to it."""
        return norm_said(self.checked.norm) if self.checked and self.checked.norm else None

    @property
    def basis(self) -> str:
        """Why the price is what it is."""
        has_norm = self.checked is not None and self.checked.norm is not None
        return kept_said(self.cells["basis"], has_norm, get_language())

    @property
    def codes(self) -> str:
        """The budget codes that an annex says beside the tiểu mục: they have no column here."""
        said = {each: self.cells[each] for each in ("chapter", "category") if self.cells[each]}
        return "; ".join(f"{wording.named(wording.ESTIMATE_FIELDS, each)} {code}" for each, code in said.items())

    @property
    def findings(self) -> list[dict[str, str]]:
        return findings_said(self.checked.findings) if self.checked else []


def rows_of(estimate: PlannedEstimate, frame: Frame) -> Rows:
    """The rows of what is kept, each activity by the name that the table offers."""
    rows = [row_of(line) for line in estimate.lines]
    for row in rows:
        row["activity"] = frame.called(row["activity"])
    return rows


def rows_sent(given: QueryDict) -> Rows:
    """The rows of the plain form: each field once a row, in order."""
    columns = {name: given.getlist(name)[: MOST_ROWS + 1] for name in FIELDS}
    count = max((len(values) for values in columns.values()), default=0)
    return [{name: values[at] if at < len(values) else "" for name, values in columns.items()} for at in range(count)]


def rows_held(given: Any) -> Rows | None:
    """The rows of a request in JSON; None where they are none."""
    if not isinstance(given, list) or len(given) > MOST_ROWS:
        return None
    rows: Rows = []
    for each in given:
        if not isinstance(each, dict) or not set(map(type, each.values())) <= {str}:
            return None
        rows.append({name: each.get(name, "") for name in FIELDS})
    return rows


def place_in(act: str, name: str) -> int | None:
    """The row that an act names: 3 of `add-3`; None where it is another act, or names none."""
    given, _, place = act.partition("-")
    sound = given == name and place.isascii() and place.isdigit() and len(place) <= 5
    return int(place) if sound else None


def moved(rows: Rows, act: str) -> tuple[Rows, int | None]:
    """The rows after `add-3`, `drop-3`, `up-3`, `down-3`, and the row to look at then."""
    name = act.partition("-")[0]
    at, rows = place_in(act, name), list(rows)
    if at is None or at > len(rows):
        return rows, None
    if name == "add":
        beside = rows[at] if at < len(rows) else dict.fromkeys(FIELDS, "")
        label = label_after(beside["label"], has_below=not beside["unit_price"].strip())
        rows.insert(at + 1, {**dict.fromkeys(FIELDS, ""), "activity": beside["activity"], "label": label})
        return rows, at + 1
    if at >= len(rows):
        return rows, None
    if name == "drop":
        del rows[at]
        return rows, min(at, len(rows) - 1) if rows else None
    other = at - 1 if name == "up" else at + 1
    if name in ("up", "down") and 0 <= other < len(rows):
        rows[at], rows[other] = rows[other], rows[at]
        return rows, other
    return rows, at


def table(
    rows: Sequence[Mapping[str, str]], places: Sequence[int], checked: Checked, faults: Sequence[CellFault]
) -> list[TableRow]:
    """The rows with what follows from those that are lines."""
    made = [TableRow(row) for row in rows]
    for place, line in zip(places, checked.lines, strict=True):
        made[place].checked = line
    for each in faults:
        made[each.row].faults[each.field] = each.message_en if is_english() else each.message
    return made


def norm_said(found: Judged) -> dict[str, str]:
    """Định mức 200.000 người/ngày, trong mức."""
    level, outcome = found.verdict.level, found.verdict.outcome
    source = level.source.text if level is not None and level.source is not None else ""
    return {
        "item": found.item.key,
        "name": say(*found.item.name),
        "figure": f"{figure(level)} {say(*found.item.unit)}" if level is not None and level.most is not None else "",
        "outcome": outcome,
        "said": wording.named(wording.NORM_OUTCOMES, outcome),
        "source": source,
    }


def findings_said(findings: Sequence[PlanFinding | Finding]) -> list[dict[str, str]]:
    """Each with the sign and the word of its severity."""
    return [
        {
            "severity": each.severity,
            "sign": wording.SIGNS[each.severity],
            "word": wording.named(wording.SEVERITIES, each.severity),
            "rule": each.rule,
            "message": harmless(each.message),
        }
        for each in findings
    ]


def answer_rows(rows: Sequence[TableRow], frame: Frame) -> list[dict[str, Any] | None]:
    """What the script is told of each row: cells that are kept otherwise than they were typed, what is beside it.
    None of a row of which there is nothing to tell."""
    return [_answer_row(row, row.checked.line, frame) if row.checked else None for row in rows]


def _answer_row(row: TableRow, line: PlannedLine, frame: Frame) -> dict[str, Any] | None:
    kept = cells_of(line) if not row.faults else {}
    if kept:
        kept["activity"] = frame.called(kept["activity"])
    told = {
        "cells": {name: value for name, value in kept.items() if value != row.cells[name]},
        "norm": row.norm,
        "basis": row.basis,
        "codes": row.codes,
        "findings": row.findings,
        "faults": row.faults,
    }
    return told if any(told.values()) else None


def activities_of(frame: Frame, rows: Sequence[Mapping[str, str]]) -> list[tuple[str, str]]:
    """What a line may belong to; what lines name that is no activity stays to be chosen."""
    offered = {
        frame.callings[each.ref]: f"{frame.callings[each.ref]} {wording.shortened(each.title or '', 60)}"
        for each in frame.activities
    }
    for row in rows:
        offered.setdefault(row["activity"], row["activity"])
    offered.pop("", None)
    return list(offered.items())


# --- totals ----------------------------------------------------------------------------------------------------------


def totals_said(checked: Checked) -> list[dict[str, Any]]:
    """The totals with the names of what they are of, each with its steps."""
    return [
        {
            "by": by,
            "groups": [
                {
                    "key": each.key,
                    "name": _total_name(by, each.key, checked.frame),
                    "amount": each.amount,
                    "steps": each.steps,
                }
                for each in groups
            ],
        }
        for by, groups in checked.totals().items()
    ]


def _total_name(by: str, key: str, frame: Frame) -> str:
    if not key:
        return say("chưa gắn", "of none")
    if by == "activity":
        title = next((each.title for each in frame.activities if each.ref == key), None) or ""
        return f"{frame.called(key)} {title}".strip()
    if by == "quarter":
        year, _, quarter = key.partition("-Q")
        return say("Quý {n}/{year}", "Q{quarter} {year}", n=ROMAN[int(quarter)], quarter=quarter, year=year)
    if by == "code" and frame.year:
        answer = load_codes().look_up(key, frame.year, "sub_item")
        return f"{key} {answer.codes[0].name}" if answer.verdict == "listed" else key
    return key


ROMAN = ("", "I", "II", "III", "IV")
