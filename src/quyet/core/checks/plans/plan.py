"""What a rule on an estimate sees, and how one is declared."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from quyet.core.checks.registry import RuleText, read_text
from quyet.core.codes.catalogue import Catalogue
from quyet.core.decisions.model import Activity, Reading
from quyet.core.estimates.buying import Regime
from quyet.core.estimates.model import PlannedEstimate, PlannedLine
from quyet.core.estimates.sums import outermost, sum_of
from quyet.core.norms.model import Norms
from quyet.core.papers.draft import Draft
from quyet.core.papers.paper import Paper
from quyet.core.values.finding import Severity

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Plan:
    """An estimate, the activities that it pays, and the facts of the day.

    `left` is what the allotment still holds for this programme, in đồng; None where it draws on none that is known.
    `total` is what the decision sets.
    """

    estimate: PlannedEstimate
    activities: Sequence[Activity]
    norms: Norms
    codes: Catalogue
    regimes: Sequence[Regime]
    year: int | None = None
    total: int | None = None
    left: int | None = None
    province: str | None = None
    base: Path = ("estimate",)
    """The key of the estimate in the draft."""
    others: Sequence[PlannedEstimate] = ()
    """The other annexes of the programme, complete: what it costs and which activities it pays, all of them say."""
    draft: Draft | None = None
    paper: Paper | None = None
    """The draft that the estimate is part of, and the paper that it becomes."""
    decided: Reading | None = None
    """The decision as it was read, where one lies beside the draft."""
    found: dict[str, object] = field(default_factory=dict, compare=False, repr=False)
    """What several rules ask for and one search answers, by a name that the search gives itself."""

    def lines(self) -> Iterator[tuple[Path, PlannedLine]]:
        """Every line with its key."""
        for index, line in enumerate(self.estimate.lines):
            yield (*self.base, "lines", index), line

    @property
    def is_first(self) -> bool:
        """Whether what concerns the whole programme is said here: of several annexes it is said once."""
        return self.base[-1] in ("estimate", 0)

    @property
    def annexes(self) -> tuple[PlannedEstimate, ...]:
        """This estimate and the others."""
        return (self.estimate, *self.others)

    @property
    def cost(self) -> int | None:
        """What all annexes come to, in đồng; None where one of them has no sum yet."""
        sums = [sum_of(outermost(each.lines)) for each in self.annexes if each.lines]
        known = [each for each in sums if each is not None]
        return sum(known) if known and len(known) == len(sums) else None

    def activity_of(self, line: PlannedLine) -> Activity | None:
        """The activity that a line pays."""
        return self._by_ref.get(line.activity or "")

    @cached_property
    def _by_ref(self) -> Mapping[str, Activity]:
        return {each.ref: each for each in reversed(self.activities)}

    def days_of(self, line: PlannedLine) -> tuple[date, date] | None:
        """The days of the line's activity, else of the programme's year; None where neither is known."""
        activity = self.activity_of(line)
        window = activity.timeframe if activity else None
        if window is not None and (window.start or window.end):
            start, end = window.start or window.end, window.end or window.start
            return (start, end) if start and end and start <= end else None
        return (date(self.year, 1, 1), date(self.year, 12, 31)) if self.year else None


@dataclass(frozen=True, slots=True)
class PlanFound:
    """What a rule found at a key. `severity` and `source` only where they are not the rule's own."""

    path: Path
    message: str
    severity: Severity | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class PlanFinding:
    """The same with its rule."""

    rule: str
    severity: Severity
    message: str
    path: Path
    source: str | None


Run = Callable[[Plan], Iterator[PlanFound]]


@dataclass(frozen=True, slots=True)
class PlanRule:
    """A numbered rule. `severity` is the highest that it gives."""

    code: str
    severity: Severity
    run: Run

    @property
    def text(self) -> RuleText:
        return read_text(self.run)


PLAN_RULES: dict[str, PlanRule] = {}
"""Every declared rule by its code."""


def plan_rule(code: str, severity: Severity) -> Callable[[Run], Run]:
    """Declare the decorated function as the rule `code`."""

    def declare(run: Run) -> Run:
        if code in PLAN_RULES:
            raise ValueError(f"rule {code} is declared twice")
        PLAN_RULES[code] = PlanRule(code, severity, run)
        return run

    return declare
