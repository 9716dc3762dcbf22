"""Estimates wherever an office keeps them: in PROGRAMME.yaml, in a folder that has one, in a workbook."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from quyet.core.decisions.model import Estimate
from quyet.core.estimates.model import PlannedEstimate, PlannedLine
from quyet.core.papers.complete import complete
from quyet.core.papers.draft import Draft, DraftDocument
from quyet.core.papers.paper import Para, Section
from quyet.files.drafts import load_draft
from quyet.files.facts.forms import load_wording
from quyet.files.reading import read
from quyet.files.writers.xlsx import AnnexSheet, write_xlsx
from quyet.files.writing import lay_out

PROGRAMME = "programme.yaml"
"""What the file of a programme is called inside its folder."""
WORKBOOKS = (".xlsx", ".xlsm", ".xls")


def programme_file(path: Path) -> Path:
    """The file of a programme: that of a folder where a folder is meant."""
    return path / PROGRAMME if path.is_dir() else path


def estimates_in(path: Path) -> list[PlannedEstimate]:
    """The estimates of a workbook or a programme, with what follows from them filled in. Unreadable, DraftRefused or
    OSError where it is none."""
    if path.suffix.casefold() in WORKBOOKS:
        return completed([_bare(planned(estimate)) for estimate in read(path).estimates])
    return completed(load_draft(programme_file(path)).draft.estimates)


def completed(estimates: list[PlannedEstimate]) -> list[PlannedEstimate]:
    """Copies with amounts, sub-totals and totals where they follow from the rest."""
    draft = complete(Draft(DraftDocument(), estimates=list(estimates)), None)
    return draft.estimates


def planned(estimate: Estimate) -> PlannedEstimate:
    """The estimate of a reading as one whose lines may have factors: that of a workbook is one already."""
    if isinstance(estimate, PlannedEstimate):
        return estimate
    lines = [line if isinstance(line, PlannedLine) else _planned_line(line) for line in estimate.lines]
    return PlannedEstimate(estimate.columns, lines, estimate.total, estimate.worded)


def _planned_line(line: object) -> PlannedLine:
    return PlannedLine(**{each.name: getattr(line, each.name) for each in fields(line)})  # type: ignore[arg-type]


def _bare(value: Any) -> Any:
    """The value without the places where a text states it: what is filled in has none."""
    if isinstance(value, list):
        return [_bare(each) for each in value]
    if is_dataclass(value) and not isinstance(value, type):
        return type(value)(**{each.name: _bare(getattr(value, each.name)) for each in fields(value)})
    kind = next((kind for kind in (str, int, Decimal) if isinstance(value, kind)), None)
    return value if kind is None or isinstance(value, bool) else kind(value)


def workbook_of(draft: Draft, only: int | None = None) -> bytes:
    """The estimates of a draft as an .xlsx, or one of them, counted from 0, under the lines that its annexes have as a
    paper. Unwritable where a cell cannot hold what it should."""
    estimates = completed(draft.estimates)
    paper = lay_out(draft).paper
    annexes = [section for section in paper.sections if section.kind == "annex"][-len(estimates) :]
    heads = [_head(annex, paper.notice) for annex in annexes]  # those of attached texts come before
    heads += [()] * (len(estimates) - len(heads))
    sheets = [AnnexSheet(estimate, head) for estimate, head in zip(estimates, heads, strict=True)]
    chosen = sheets if only is None else sheets[only : only + 1] or [AnnexSheet(PlannedEstimate())]
    return write_xlsx(chosen, load_wording())


def _head(annex: Section, notice: str | None) -> tuple[str, ...]:
    """What stands above the table of an annex; that it is an example comes first."""
    lines = (block.text for block in annex.blocks if isinstance(block, Para) and block.style.startswith("annex_"))
    return (notice, *lines) if notice else tuple(lines)
