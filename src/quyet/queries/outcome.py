"""Whether a reading may be called free of errors: not where nothing was there to be checked, or half of it was lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

Outcome = Literal["checked", "scan", "unknown", "empty", "unsure"]

SCAN = "F901"
READER = "F9"
"""What the codes begin with of all that the reader of the file itself has to say."""


def outcome(reading: Mapping[str, Any]) -> Outcome:
    """A scan without words; a text of no known kind; a paper without orders; one read with doubts; or checked."""
    findings = reading["findings"]
    if any(finding["rule"] == SCAN for finding in findings):
        return "scan"
    if reading["document"]["kind"] is None:
        return "unknown"
    if not reading["programme"] and not reading["document"]["articles"]:
        return "empty"
    return "unsure" if doubts(findings) else "checked"


def doubts(findings: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The warnings of the reader: letters that may be wrong, parts that are lost."""
    return [each for each in findings if each["rule"].startswith(READER) and each["severity"] != "info"]


def about_the_whole(findings: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """What explains an outcome: the doubts, and what is said of the whole paper because no word of it can be named."""
    explained = doubts(findings)
    return explained or [each for each in findings if each["span"] is None and each["rule"].startswith("F")]
