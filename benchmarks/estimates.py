"""The rules on an estimate of 500 lines: what is asked again while somebody types."""

from __future__ import annotations

from copy import deepcopy

from quyet.core.checks.plans import Plan, check_plan
from quyet.core.papers.complete import work_out
from quyet.core.papers.draft import activity_names
from quyet.files.drafts.load import draft_of
from quyet.files.facts.cases import example_programme
from quyet.files.facts.codes import load_codes
from quyet.files.facts.norms import load_norms
from quyet.files.facts.procurement import load_regimes
from quyet.files.writing import lay_out

LINES = 500


def planned() -> Plan:
    """The example's lines over and over, with its activities and the facts of its year."""
    draft = lay_out(draft_of(example_programme()).draft).draft
    assert draft.programme is not None
    estimate, names = draft.estimates[0], activity_names(draft)
    rounds = LINES // len(estimate.lines) + 1
    estimate.lines = [deepcopy(line) for _ in range(rounds) for line in estimate.lines][:LINES]
    for line in estimate.lines:
        line.activity = names.get(line.activity or "")
    work_out(estimate)
    facts = (load_norms(), load_codes(), load_regimes())
    return Plan(estimate, draft.programme.activities, *facts, year=2024, province="lang-son")


def check_anew(plan: Plan) -> None:
    """All rules, with nothing kept from the time before."""
    plan.found.clear()
    check_plan(plan)
