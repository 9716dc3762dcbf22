"""The estimate of a programme with what follows from it: amounts, norms and findings beside each line, totals."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Any

from quyet.core.checks.plans import Plan, PlanFinding, check_plan
from quyet.core.checks.plans.norms import Judged, judged
from quyet.core.decisions.layout import lay_out as flow_of
from quyet.core.decisions.model import Activity
from quyet.core.decisions.source import Source
from quyet.core.decisions.windows import read_timeframe
from quyet.core.estimates.model import PlannedEstimate, PlannedLine
from quyet.core.estimates.sums import children
from quyet.core.estimates.totals import By, GroupTotal, totals
from quyet.core.papers.complete import work_out
from quyet.core.papers.draft import Draft, DraftDocument, above
from quyet.core.papers.verify.sums import sums
from quyet.files.drafts.load import draft_of
from quyet.files.estimates import planned, workbook_of
from quyet.files.facts.codes import load_codes
from quyet.files.facts.letterheads import province_of
from quyet.files.facts.norms import load_norms
from quyet.files.facts.procurement import load_regimes
from quyet.files.readers.errors import Unreadable
from quyet.files.reading import read
from quyet.files.writing import lay_out
from quyet.queries.allotments import planned_of
from quyet.store.models import Programme

BY: tuple[By, ...] = ("group", "activity", "code", "quarter")
"""How totals are grouped."""

ESTIMATES = ("estimate", "estimates")


@dataclass(frozen=True)
class Frame:
    """What stands around an estimate: the draft without it, its activities with the references of the paper, and by
    which names a line may call them."""

    draft: Draft
    activities: tuple[Activity, ...]
    names: Mapping[str, str]
    """Label or reference → the reference of the paper."""

    @cached_property
    def callings(self) -> dict[str, str]:
        """Reference of the paper → what a line is best to call the activity: its label, where it has one."""
        given = self.draft.programme.activities if self.draft.programme else []
        return {made.ref: each.label or each.ref or made.ref for each, made in zip(given, self.activities, strict=True)}

    def called(self, name: str | None) -> str:
        """The same for whatever a line calls it; what is no activity stays as it is."""
        return self.callings.get(self.names.get(name or "", ""), name or "")

    @property
    def total(self) -> int | None:
        """What the decision sets, in đồng."""
        stated = self.draft.programme.total if self.draft.programme else None
        return stated.amount if stated else None

    @property
    def year(self) -> int | None:
        return self.draft.programme.year if self.draft.programme else None

    @property
    def province(self) -> str | None:
        """The province whose levels count: that of the body whose letterhead the programme bears."""
        return province_of(self.draft.document)


def frame_of(content: str) -> Frame:
    """The frame of a programme's data. It stays the same while only the estimate is edited."""
    return frame_in(as_data(content))


def frame_in(data: Mapping[str, Any]) -> Frame:
    """The same of data that were opened already."""
    return _frame(json.dumps({key: value for key, value in data.items() if key not in ESTIMATES}, ensure_ascii=False))


@lru_cache(maxsize=16)
def _frame(data: str) -> Frame:
    draft = draft_of(data.encode(), as_json=True).draft
    made = lay_out(draft).draft.programme
    activities = tuple(_dated(each, made.year) for each in made.activities) if made else ()
    names: dict[str, str] = {}
    for given, laid in zip(draft.programme.activities if draft.programme else [], activities, strict=True):
        called = {each: laid.ref for each in (laid.ref, given.ref, given.label) if each}
        names |= {above(given.ref): above(laid.ref), above(laid.ref): above(laid.ref)} | called
    names.pop("", None)
    return Frame(draft, activities, names)


def _dated(activity: Activity, year: int | None) -> Activity:
    """The activity with the days of its window, where a draft says it in words alone: Quý II-III/2024."""
    window = activity.timeframe
    if window is None or window.start or window.end or not window.text:
        return activity
    flow = flow_of(Source(window.text))
    found = read_timeframe(flow, 0, len(flow.text), year)
    return replace(activity, timeframe=replace(window, start=found.start, end=found.end)) if found else activity


def estimate_of(content: str) -> PlannedEstimate:
    """The first estimate that a programme's data hold; an empty one where there is none."""
    estimates = draft_of(content.encode(), as_json=True).draft.estimates
    return estimates[0] if estimates else PlannedEstimate()


def row(programme: int) -> Programme | None:
    """A programme with its allotment, its data not opened yet."""
    return Programme.objects.select_related("allotment").filter(pk=programme).first()


def workbook(content: str) -> bytes:
    """The estimates of a programme for Excel. Unwritable where a cell cannot hold what it should."""
    return workbook_of(draft_of(content.encode(), as_json=True).draft)


def in_workbook(data: bytes, name: str) -> PlannedEstimate:
    """The first estimate of a workbook. Unreadable where there is none."""
    reading = read(data, name)
    if reading.estimate is None or reading.source.format != "xlsx":
        raise Unreadable(
            "Không thấy bảng dự toán nào trong tệp: cần tệp Excel có hàng tiêu đề với «Nội dung» và «Thành tiền» hoặc "
            "«Đơn giá».",
            "No estimate in the file: an Excel file with headings «Nội dung» and «Thành tiền» or «Đơn giá» is needed.",
        )
    return planned(reading.estimate)


def other_estimates(content: str) -> int:
    """How many more annexes there are."""
    return max(len(json.loads(content).get("estimates") or []) - 1, 0)


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
    `findings` are those of no single line."""

    frame: Frame
    lines: tuple[CheckedLine, ...]
    total: int | None
    left: int | None
    findings: tuple[PlanFinding, ...]
    plan: Plan

    @property
    def difference(self) -> int | None:
        """What the lines cost above (below nought: under) what the decision sets; None where either is not known."""
        return None if self.frame.total is None or self.total is None else self.total - self.frame.total

    @property
    def after(self) -> int | None:
        """What the allotment would hold then."""
        return None if self.left is None else self.left - (self.total or 0)

    def totals(self) -> dict[By, list[GroupTotal]]:
        """The totals by group, activity, code and quarter."""
        return {by: totals(self.plan.estimate.lines, self.frame.activities, by) for by in BY}


def checked(programme: Programme, estimate: PlannedEstimate, frame: Frame | None = None) -> Checked:
    """The estimate with all that follows from it, whether it is saved or not."""
    frame = frame or frame_of(programme.content)
    # The total follows from the lines: one that was stated before they changed says nothing of them.
    worked = replace(estimate, lines=[replace(line) for line in estimate.lines], total=None)
    work_out(worked)
    for line in worked.lines:
        line.activity = frame.names.get(line.activity, line.activity) if line.activity else None
    left = _left(programme)
    plan = Plan(
        worked, frame.activities, load_norms(), load_codes(), load_regimes(),
        year=frame.year, total=frame.total, left=left, province=frame.province,
    )  # fmt: skip
    findings = [*_contradictions(worked), *check_plan(plan)]
    return Checked(frame, _lines(plan, findings), worked.total, left, _whole(findings), plan)


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


def as_data(content: str) -> dict[str, Any]:
    """A programme's data, to put another estimate in."""
    data: dict[str, Any] = json.loads(content)
    return data
