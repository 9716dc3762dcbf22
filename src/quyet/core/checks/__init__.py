"""The rules of `quyet check`: one small function each, a module a family.

    F1 components and style     F2 numbering     F3 layout of a .docx     F9 what the reader says of the file
    L1 bases and references
    M1 sums in the articles                  M2 sums in the annex
    P1 the programme                         T1 dates     B1 budget codes

To add a rule: write its function with `@rule` and its docstring in the module of its family; the list, the command,
the page and the test of its examples take it from there.
"""

from __future__ import annotations

from itertools import islice

from quyet.core.checks import (
    annex,
    annex_lines,
    bases,
    budget,
    budget_codes,
    dates,
    figures,
    in_force,
    layout,
    notices,
    numbering,
    presentation,
    presentation_pages,
    programme,
    style,
    sums,
    workbook,
    worked,
)
from quyet.core.checks.pages import rules_markdown
from quyet.core.checks.paper import DECREE_30, Refs, follows_decree_30
from quyet.core.checks.registry import RULES, Found, Rule, RuleText, Worded
from quyet.core.checks.spans import Lines
from quyet.core.decisions.model import Reading
from quyet.core.values.finding import Finding, Severity

__all__ = ["FAMILIES", "RULES", "Rule", "RuleText", "Worded", "all_rules", "check", "explain", "rules_markdown"]

FAMILIES = (
    layout,
    style,
    numbering,
    presentation,
    presentation_pages,
    notices,
    workbook,
    bases,
    in_force,
    figures,
    sums,
    worked,
    annex,
    annex_lines,
    programme,
    budget,
    dates,
    budget_codes,
)
"""The modules whose rules are checked."""


_MOST = 10_000
"""So often one rule speaks of one paper. Whoever has so much of one kind to mend asks again behind it."""


def check(reading: Reading) -> list[Finding]:
    """All that the rules have to say of a reading, in the order of the text, then of the codes."""
    found = [(rule, each) for rule in RULES.values() for each in islice(rule.run(reading), _MOST)]
    lines, refs = Lines(reading.text), Refs(reading)
    findings = [_finding(reading, rule, each, lines, refs) for rule, each in found]
    return sorted(findings, key=lambda finding: (finding.span or (0, 0), finding.rule, finding.message))


def _finding(reading: Reading, rule: Rule, found: Found, lines: Lines, refs: Refs) -> Finding:
    span = lines.within_one(found.span) if found.span else None
    line, column = lines.place(span[0]) if span else (1, 1)
    ref = found.ref or (refs.at(span[0]) if span else None)
    severity = _severity(reading, found.severity or rule.severity)
    return Finding(rule.code, severity, found.message, span, line, column, ref, _source(reading, rule))


def _severity(reading: Reading, severity: Severity) -> Severity:
    """Words that a machine took from a picture may be misread: they prove no error."""
    machine_read = any(notice.code == "ocr" for notice in reading.source.notices)
    return "warning" if machine_read and severity == "error" else severity


def _source(reading: Reading, rule: Rule) -> str | None:
    """The source of the rule, unless it was not in force for this paper: then the rule rests on plain sense."""
    source = rule.text.source
    return None if source and source.startswith(DECREE_30) and not follows_decree_30(reading) else source


def all_rules() -> list[Worded]:
    """Every rule by its code: those on papers, and those on estimates in the making."""
    from quyet.core.checks.plans import PLAN_RULES  # late: norms and codes, which a check of papers needs not

    every: dict[str, Worded] = {**RULES, **PLAN_RULES}
    return [every[code] for code in sorted(every)]


def explain(code: str) -> Worded | None:
    """The rule of that code, or None; case does not matter."""
    wanted = code.strip().upper()
    return next((rule for rule in all_rules() if rule.code == wanted), None)
