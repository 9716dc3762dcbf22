"""Rules on an estimate in the making: norms (N1), prices and the money behind them (M3), what is ordered beside what is
priced (P2), codes (B2), purchases (P3).

They see more than a paper shows: factors, where a price comes from, budget codes. A rule is declared and worded as the
rules on papers are; what it finds stands at a key of the draft instead of at words.
"""

from __future__ import annotations

from collections.abc import Iterator

from quyet.core.checks.plans import buying, codes, norms, ordered, prices, whole
from quyet.core.checks.plans.plan import PLAN_RULES, Plan, PlanFinding, PlanFound, PlanRule

__all__ = ["FAMILIES", "PLAN_RULES", "Plan", "PlanFinding", "PlanFound", "PlanRule", "check_plan"]

FAMILIES = (norms, prices, ordered, codes, buying, whole)
"""The modules whose rules are checked."""


def check_plan(plan: Plan) -> list[PlanFinding]:
    """All that the rules have to say of an estimate, in the order of its lines, then of the codes."""
    found = [finding for code in sorted(PLAN_RULES) for finding in _run(code, plan)]
    return sorted(found, key=lambda each: (_place(each), each.rule))


def _run(code: str, plan: Plan) -> Iterator[PlanFinding]:
    rule = PLAN_RULES[code]
    for each in rule.run(plan):
        yield PlanFinding(
            code, each.severity or rule.severity, each.message, each.path, each.source or rule.text.source
        )


def _place(finding: PlanFinding) -> tuple[int, int]:
    """Lines in their order; what concerns the whole comes first."""
    line = next((step for step in finding.path if isinstance(step, int)), -1)
    return (0 if line < 0 else 1, line)
