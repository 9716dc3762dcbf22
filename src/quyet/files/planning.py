"""From a draft to what the rules on estimates see of it: the estimate, its activities, and the facts of their days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from quyet.core.checks.plans import Plan, PlanFinding, check_plan
from quyet.core.decisions.annex import link_lines
from quyet.core.decisions.model import Activity, Reading
from quyet.core.estimates.model import PlannedEstimate
from quyet.core.papers.draft import Draft
from quyet.core.papers.paper import Paper
from quyet.core.values.finding import Finding
from quyet.files.drafts import Loaded, load_draft
from quyet.files.facts.codes import load_codes
from quyet.files.facts.letterheads import province_of
from quyet.files.facts.norms import load_norms
from quyet.files.facts.procurement import load_regimes
from quyet.files.writing import lay_out, read_back


def plans_of(
    draft: Draft, left: int | None = None, paper: Paper | None = None, decided: Reading | None = None
) -> list[Plan]:
    """A plan for each estimate of a draft that `lay_out` completed, one also for a draft without any; `left` is what
    its allotment still holds, in đồng: what the draft says of it, unless somebody knows better."""
    programme = draft.programme
    if left is None and programme is not None and programme.allotment is not None:
        left = programme.allotment.amount
    several = len(draft.estimates) > 1
    return [
        Plan(
            estimate,
            programme.activities if programme else [],
            load_norms(),
            load_codes(),
            load_regimes(),
            year=programme.year if programme else None,
            total=programme.total.amount if programme and programme.total and draft.estimates else None,
            left=left,
            province=province_of(draft.document),
            base=("estimates", index) if several else ("estimate",),
            others=[each for at, each in enumerate(draft.estimates) if at != index],
            draft=draft,
            paper=paper,
            decided=decided,
        )
        for index, estimate in enumerate(draft.estimates or [PlannedEstimate()])
    ]


def plan_beside(decided: Reading, estimate: PlannedEstimate) -> Plan:
    """An annex of its own (an Excel file) beside the decision that was read: lines are tied to the activities that
    they name, by the label or the reference of the paper; where some name none of its, to those that their words
    name."""
    programme = decided.programme
    activities: Sequence[Activity] = programme.activities if programme else []
    _tie(estimate, activities)
    year = programme.year if programme else None
    total = programme.total.amount if programme and programme.total else None
    return Plan(
        estimate, activities, load_norms(), load_codes(), load_regimes(),
        year=year, total=total, province=province_of(decided.document),
    )  # fmt: skip


def _tie(estimate: PlannedEstimate, activities: Sequence[Activity]) -> None:
    names = {name: each.ref for each in reversed(activities) for name in (each.label, each.ref) if name}
    named = {line.activity for line in estimate.lines if line.activity}
    if not named or not named <= names.keys():
        link_lines(estimate.lines, activities)
        return
    for line in estimate.lines:
        line.activity = names[line.activity] if line.activity else None


def check_draft(draft: Draft, left: int | None = None) -> list[PlanFinding]:
    """What the rules say of every estimate of a completed draft."""
    return [finding for plan in plans_of(draft, left) for finding in check_plan(plan)]


def read_programme(file: Path, decided: Reading | None = None) -> Reading:
    """A file of a programme's data as the paper that it becomes, read; its findings stand at the lines of the file.
    DraftRefused where the data cannot be taken."""
    loaded = load_draft(file)
    written = lay_out(loaded.draft)
    reading, _ = read_back(written)
    plans = plans_of(written.draft, paper=written.paper, decided=decided)
    reading.findings = [each for plan in plans for each in _findings(loaded, check_plan(plan))]
    return reading


def _findings(loaded: Loaded, found: Sequence[PlanFinding]) -> Iterator[Finding]:
    for each in found:
        at = loaded.fault(each.path, each.message, each.message)
        yield Finding(each.rule, each.severity, f"{at.key}: {each.message}", None, at.line or 1, 1, None, each.source)


def check_annex(annex: Reading, decided: Reading) -> list[Finding]:
    """What the rules say of the estimates of an annex beside its decision."""
    planned = [each for each in annex.estimates if isinstance(each, PlannedEstimate)]
    found = [each for estimate in planned for each in check_plan(plan_beside(decided, estimate))]
    return [Finding(each.rule, each.severity, each.message, None, 1, 1, None, each.source) for each in found]
