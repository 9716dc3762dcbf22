"""The estimate of a programme with what follows from it: amounts, norms and findings beside each line, totals."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Any

from quyet.core.checks.plans import Plan, PlanFinding, check_plan
from quyet.core.checks.plans.norms import Judged, judged
from quyet.core.estimates.model import PlannedEstimate, PlannedLine, copied
from quyet.core.estimates.sums import children
from quyet.core.estimates.totals import By, GroupTotal, totals_by
from quyet.core.papers.complete import work_out
from quyet.core.papers.draft import Draft, DraftDocument
from quyet.core.papers.verify.sums import sums
from quyet.core.values.finding import Finding
from quyet.files.drafts.load import draft_of
from quyet.files.estimates import planned, workbook_of
from quyet.files.facts.codes import load_codes
from quyet.files.facts.norms import load_norms
from quyet.files.facts.procurement import load_regimes
from quyet.files.readers.errors import Unreadable
from quyet.files.reading import read
from quyet.queries.allotments import planned_of
from quyet.queries.frames import Frame, annexes_in, as_data, frame_in
from quyet.store.models import Programme

BY: tuple[By, ...] = ("group", "activity", "code", "quarter")
"""How totals are grouped."""


def estimate_of(content: str, annex: int = 0) -> PlannedEstimate:
    """The estimate of an annex, counted from 0; an empty one where there is none."""
    estimates = draft_of(content.encode(), as_json=True).draft.estimates
    return estimates[annex] if annex < len(estimates) else PlannedEstimate()


def workbook(content: str, annex: int = 0) -> bytes:
    """The estimate of an annex for Excel. Unwritable where a cell cannot hold what it should."""
    return workbook_of(draft_of(content.encode(), as_json=True).draft, only=annex)


def in_workbook(
    data: bytes, name: str, annex: int = 0, progress: Callable[[int, int], None] | None = None
) -> tuple[PlannedEstimate, list[Finding]]:
    """The estimate of a workbook, of several the one at the place of the annex, and what there is to say of the file.
    `progress` is told how many rows were read, and of how many. Unreadable where there is none."""
    reading = read(data, name, progress)
    if reading.estimate is None or reading.source.format != "xlsx":
        raise Unreadable(
            "Không thấy bảng dự toán nào trong tệp: cần tệp Excel có hàng tiêu đề với «Nội dung» và «Thành tiền» hoặc "
            "«Đơn giá».",
            "No estimate in the file: an Excel file with headings «Nội dung» and «Thành tiền» or «Đơn giá» is needed.",
        )
    found = reading.estimates[annex] if annex < len(reading.estimates) else reading.estimate
    return planned(found), reading.findings


# --- what follows ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CheckedLine:
    """A line with its amount, the norm that its price was held against, and what the rules say of it."""

    line: PlannedLine
    is_group: bool
    norm: Judged | None
    findings: tuple[PlanFinding, ...]


@dataclass(frozen=True)
class Checked:
    """An estimate with what follows. `left`: what the allotment holds for this programme; None without an allotment.
    `total` is what its lines come to, `cost` what all annexes of the programme do. `findings` are those of no single
    line."""

    frame: Frame
    lines: tuple[CheckedLine, ...]
    total: int | None
    left: int | None
    findings: tuple[PlanFinding, ...]
    plan: Plan

    @property
    def annexes(self) -> int:
        """How many there are, this one included."""
        return len(self.plan.annexes)

    @cached_property
    def cost(self) -> int | None:
        """What all annexes come to."""
        return self.plan.cost if self.plan.others else self.total

    @property
    def difference(self) -> int | None:
        """What the annexes cost above (below nought: under) what the decision sets; None where either is not known."""
        return None if self.frame.total is None or self.cost is None else self.cost - self.frame.total

    @property
    def after(self) -> int | None:
        """What the allotment would hold then."""
        return None if self.left is None else self.left - (self.cost or 0)

    def totals(self) -> dict[By, list[GroupTotal]]:
        """The totals by group, activity, code and quarter."""
        return totals_by(self.plan.estimate.lines, self.frame.activities, BY)


def checked(
    programme: Programme, estimate: PlannedEstimate, annex: int = 0, data: Mapping[str, Any] | None = None
) -> Checked:
    """The estimate in the place of an annex with all that follows from it, whether it is saved or not. `data`: the
    programme's, where they were opened already."""
    data = as_data(programme.content) if data is None else data
    frame = frame_in(data)
    # The total follows from the lines: one that was stated before they changed says nothing of them.
    worked = replace(estimate, lines=[copied(line) for line in estimate.lines], total=None)
    work_out(worked)
    _name_activities(worked, frame)
    others = [each for at, each in enumerate(annexes_in(data)) if at != annex]
    left = _left(programme)
    plan = Plan(
        worked, frame.activities, load_norms(), load_codes(), load_regimes(),
        year=frame.year, total=frame.total, left=left, province=frame.province, others=_others(others, frame),
    )  # fmt: skip
    findings = [*_contradictions(worked), *check_plan(plan)]
    return Checked(frame, _lines(plan, findings), worked.total, left, _whole(findings), plan)


def _name_activities(worked: PlannedEstimate, frame: Frame) -> None:
    for line in worked.lines:
        line.activity = frame.names.get(line.activity, line.activity) if line.activity else None


def _others(annexes: Sequence[Any], frame: Frame) -> tuple[PlannedEstimate, ...]:
    """Annexes beside the one that is edited, complete."""
    if not annexes:
        return ()
    made = deepcopy(_opened(json.dumps(annexes, ensure_ascii=False)))
    for each in made:
        each.total = None
        work_out(each)
        _name_activities(each, frame)
    return made


@lru_cache(maxsize=16)
def _opened(annexes: str) -> tuple[PlannedEstimate, ...]:
    """They stay the same while another one is edited."""
    data = f'{{"document": {{"title": "-"}}, "estimates": {annexes}}}'
    return tuple(draft_of(data.encode(), as_json=True).draft.estimates)


def _contradictions(worked: PlannedEstimate) -> Iterator[PlanFinding]:
    """Lines that say one amount while those below them make another, of which only the first counts."""
    for fault in sums(Draft(DraftDocument(), None, [worked])):
        yield PlanFinding("", "error", f"Số tiền: {fault.message}.", ("estimate", *fault.path[2:]), None)


def _lines(plan: Plan, findings: Sequence[PlanFinding]) -> tuple[CheckedLine, ...]:
    norms = {each.path: each for each in judged(plan)}
    by_line: dict[int, list[PlanFinding]] = {}
    for each in findings:
        if (at := _line_of(each)) is not None:
            by_line.setdefault(at, []).append(each)
    lines = plan.estimate.lines
    return tuple(
        CheckedLine(line, bool(children(lines, at)), norms.get(path), tuple(by_line.get(at, ())))
        for at, (path, line) in enumerate(plan.lines())
    )


def _whole(findings: Sequence[PlanFinding]) -> tuple[PlanFinding, ...]:
    return tuple(each for each in findings if _line_of(each) is None)


def _line_of(finding: PlanFinding) -> int | None:
    return next((step for step in finding.path if isinstance(step, int)), None)


def _left(programme: Programme) -> int | None:
    allotment = programme.allotment
    return None if allotment is None else allotment.ceiling - planned_of(allotment, but=programme.pk)
