"""A finding: one thing that a check has to say, and where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from quyet.core.values.stated import Span

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, where, and what would be right.

    `span` lies within one line of the text; `line` and `column` count from 1. Without a span they are 1 and 1.
    `source` is the legal source with its article, or None where the rule rests on arithmetic or plain sense.
    """

    rule: str
    severity: Severity
    message: str
    span: Span | None
    line: int
    column: int
    ref: str | None
    source: str | None
