"""`quyet check`: one line a finding, as a compiler does; or JSON; or SARIF."""

from __future__ import annotations

import sys
from argparse import Namespace

from quyet.cli.language import say
from quyet.cli.papers import Papers
from quyet.cli.streams import one_line
from quyet.core.values.finding import Finding

SEVERITIES = ("error", "warning", "info")


def run(asked: Namespace) -> int:
    """Check the files; 0 without errors, 1 with, 2 where a file could not be read."""
    papers = Papers(asked.files)
    findings = {"text": _text, "json": _json, "sarif": _sarif}[asked.format](papers)
    return papers.code or int(any(finding.severity == "error" for finding in findings))


def _text(papers: Papers) -> list[Finding]:
    every: list[Finding] = []
    for path, reading in papers:
        for finding in reading.findings:
            print(line(path, finding))
        every += reading.findings
    if sys.stdout.isatty() and not papers.failures:
        print(summary(every), file=sys.stderr)
    return every


def line(path: str, finding: Finding) -> str:
    """FILE:LINE:COLUMN: error M101 message (source)"""
    source = f" ({finding.source})" if finding.source else ""
    place = f"{path}:{finding.line}:{finding.column}"
    return one_line(f"{place}: {finding.severity} {finding.rule} {finding.message}{source}")


def summary(findings: list[Finding]) -> str:
    """How many of each kind, for a person."""
    errors, warnings, notes = (sum(finding.severity == kind for finding in findings) for kind in SEVERITIES)
    return say(
        f"{errors} lỗi, {warnings} lưu ý, {notes} góp ý",
        f"errors: {errors}, warnings: {warnings}, notes: {notes}",
    )


def _json(papers: Papers) -> list[Finding]:
    """One object for one file; one line a file for several."""
    import json

    from quyet.files.writers.reading_json import findings_to_list, source_to_dict

    every: list[Finding] = []
    for path, reading in papers:
        printed = {
            "schema": "quyet/findings/1",
            "path": path,
            "source": source_to_dict(reading.source),
            "findings": findings_to_list(reading.findings),
        }
        print(json.dumps(printed, ensure_ascii=False, indent=None if papers.several else 2))
        every += reading.findings
    return every


def _sarif(papers: Papers) -> list[Finding]:
    """One log for all files, also where some of them failed."""
    import json

    from quyet import __version__
    from quyet.core.checks import all_rules
    from quyet.files.writers.sarif import sarif_log

    readings = list(papers)
    log = sarif_log(readings, all_rules(), __version__, papers.failures)
    print(json.dumps(log, ensure_ascii=False, indent=2))
    return [finding for _, reading in readings for finding in reading.findings]
