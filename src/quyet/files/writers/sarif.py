"""Findings as SARIF 2.1.0, the format in which code hosts and editors take what a checker says."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from quyet.core.checks.registry import Worded
from quyet.core.decisions.model import Reading
from quyet.core.values.finding import Finding

Json = dict[str, Any]

SCHEMA_URI = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def sarif_log(
    readings: Sequence[tuple[str, Reading]],
    rules: Sequence[Worded],
    version: str,
    failures: Sequence[tuple[str, str]] = (),
) -> Json:
    """One run over files: each reading with the path it was read from; files that failed with their sentence."""
    places = {rule.code: index for index, rule in enumerate(rules)}
    run = {
        "tool": {"driver": {"name": "quyet", "version": version, "rules": [_rule(rule) for rule in rules]}},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(failures)],
        "artifacts": [_artifact(path, reading) for path, reading in readings],
        "results": [_result(path, finding, places) for path, reading in readings for finding in reading.findings],
    }
    return {"$schema": SCHEMA_URI, "version": "2.1.0", "runs": [run]}


def _rule(rule: Worded) -> Json:
    text = rule.text
    return {
        "id": rule.code,
        "shortDescription": {"text": text.title},
        "fullDescription": {"text": text.asks},
        "help": {"text": "\n\n".join(part for part in (text.why, text.source) if part)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _invocation(failures: Sequence[tuple[str, str]]) -> Json:
    """Whether all files were read; each that was not is a notification."""
    notices = [
        {"level": "error", "message": {"text": sentence}, "locations": [{"physicalLocation": _file(path)}]}
        for path, sentence in failures
    ]
    return {"executionSuccessful": not failures, "toolExecutionNotifications": notices}


def _artifact(path: str, reading: Reading) -> Json:
    source = reading.source
    return {
        "location": {"uri": _uri(path)},
        **({"hashes": {"sha-256": source.sha256}} if source.sha256 else {}),
        "properties": {"format": source.format},
    }


def _result(path: str, finding: Finding, places: dict[str, int]) -> Json:
    message = f"{finding.message} ({finding.source})" if finding.source else finding.message
    return {
        "ruleId": finding.rule,
        **({"ruleIndex": places[finding.rule]} if finding.rule in places else {}),
        "level": _LEVELS[finding.severity],
        "message": {"text": message},
        "locations": [{"physicalLocation": {**_file(path), "region": _region(finding)}}],
    }


def _region(finding: Finding) -> Json:
    """Lines and columns from 1, the end exclusive, and the same in characters from the start of the text."""
    start = {"startLine": finding.line, "startColumn": finding.column}
    if finding.span is None:
        return start
    length = finding.span[1] - finding.span[0]
    end = {"endLine": finding.line, "endColumn": finding.column + length}
    return {**start, **end, "charOffset": finding.span[0], "charLength": length}


def _file(path: str) -> Json:
    return {"artifactLocation": {"uri": _uri(path)}}


def _uri(path: str) -> str:
    """A relative path stays one, so that the log means the same on another machine."""
    pure = PurePath(path)
    return pure.as_uri() if pure.is_absolute() else quote(os.fsencode(pure.as_posix()))
