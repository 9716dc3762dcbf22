"""What a rule is, how one is declared, and how its text is read from its docstring.

A rule is a generator function from a reading to what it found. Its docstring is the text of the rule, once and for
all: `quyet rules`, the page `docs/rules.md` and the tests take it from there. The form is fixed:

    Tên quy tắc.
    Its name in English.

    Yêu cầu: …          Asks: …
    Lý do: …            Why: …
    Nguồn: NĐ 30/2020/NĐ-CP, … [S]

    Sai:
        an example that breaks it
    Đúng:
        an example that keeps it

each heading at the start of its own line. `Nguồn` carries a mark: [S] the source was read, [M] it is from memory and
binds nobody; a rule of plain arithmetic or sense has no `Nguồn`. Only what rests on [S], arithmetic or sense may be an
error.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from inspect import cleandoc
from typing import Literal, Protocol

from quyet.core.decisions.model import Reading
from quyet.core.values.finding import Severity
from quyet.core.values.late import late
from quyet.core.values.stated import Span

Mark = Literal["S", "M"]


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule found at one place. `ref` is set only where the span does not tell it, `severity` only where it is
    not the rule's own."""

    message: str
    span: Span | None = None
    ref: str | None = None
    severity: Severity | None = None


Run = Callable[[Reading], Iterator[Found]]


@dataclass(frozen=True, slots=True)
class RuleText:
    """The docstring of a rule, taken apart."""

    title: str
    title_en: str
    asks: str
    asks_en: str
    why: str
    why_en: str
    source: str | None
    mark: Mark | None
    breaks: str | None
    keeps: str | None


@dataclass(frozen=True, slots=True)
class Rule:
    """A numbered rule of `quyet check`. `severity` is the highest that it gives."""

    code: str
    severity: Severity
    run: Run

    @property
    def text(self) -> RuleText:
        return read_text(self.run)


class Worded(Protocol):
    """What lists and pages show of a rule, whatever it is run on."""

    @property
    def code(self) -> str: ...

    @property
    def severity(self) -> Severity: ...

    @property
    def text(self) -> RuleText: ...


RULES: dict[str, Rule] = {}
"""Every declared rule by its code."""


def rule(code: str, severity: Severity) -> Callable[[Run], Run]:
    """Declare the decorated function as the rule `code`."""

    def declare(run: Run) -> Run:
        if code in RULES:
            raise ValueError(f"rule {code} is declared twice")
        RULES[code] = Rule(code, severity, run)
        return run

    return declare


_HEADINGS = {
    "Yêu cầu": "asks",
    "Asks": "asks_en",
    "Lý do": "why",
    "Why": "why_en",
    "Nguồn": "source",
    "Sai": "breaks",
    "Đúng": "keeps",
}
_HEADING = late(rf"^({'|'.join(_HEADINGS)}):[ \n]", re.MULTILINE)
_MARK = late(r"\s*\[([SM])\]\s*$")


@cache
def read_text(run: Callable[..., object]) -> RuleText:
    """The docstring of a rule, taken apart. Lazily, because a check that finds nothing needs no texts."""
    head, *pieces = _HEADING.split(cleandoc(run.__doc__ or "") + "\n")
    said = {_HEADINGS[name]: body for name, body in zip(pieces[::2], pieces[1::2], strict=True)}
    title, title_en = head.strip().split("\n")
    mark = _MARK.search(said.get("source", ""))
    return RuleText(
        title=title.rstrip("."),
        title_en=title_en.rstrip("."),
        asks=_prose(said["asks"]),
        asks_en=_prose(said["asks_en"]),
        why=_prose(said["why"]),
        why_en=_prose(said["why_en"]),
        source=_MARK.sub("", _prose(said["source"])) if "source" in said else None,
        mark="S" if mark and mark[1] == "S" else "M" if mark else None,
        breaks=_example(said.get("breaks")),
        keeps=_example(said.get("keeps")),
    )


def _prose(body: str) -> str:
    return " ".join(body.split())


def _example(body: str | None) -> str | None:
    return cleandoc(body).strip("\n") if body else None
