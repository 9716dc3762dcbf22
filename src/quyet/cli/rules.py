"""`quyet rules`: what is checked, and why. The text is the docstring of each rule."""

from __future__ import annotations

import json
from argparse import Namespace
from typing import Any

from quyet.cli.language import say
from quyet.cli.streams import complain
from quyet.core.checks import Worded, all_rules, explain


def run(asked: Namespace) -> int:
    """List the rules, or explain the one asked for."""
    if asked.rule is None:
        return _show(asked.format, [row(rule) for rule in all_rules()], "\n".join(brief(rule) for rule in all_rules()))
    rule = explain(asked.rule)
    if rule is None:
        complain(
            say(
                f"quyet rules: không có quy tắc {asked.rule}; gõ quyet rules để xem danh sách",
                f"quyet rules: there is no rule {asked.rule}; type quyet rules for the list",
            )
        )
        return 2
    return _show(asked.format, row(rule), full(rule))


def _show(form: str, data: Any, text: str) -> int:
    print(json.dumps(data, ensure_ascii=False, indent=2) if form == "json" else text)
    return 0


def brief(rule: Worded) -> str:
    """One line of the list."""
    return f"{rule.code}  {rule.severity:<7}  {say(rule.text.title, rule.text.title_en)}"


def full(rule: Worded) -> str:
    """All that the rule says of itself."""
    text = rule.text
    source = f"{text.source} {_mark(rule)}".strip() if text.source else None
    parts = [
        ("", brief(rule)),
        (say("Yêu cầu", "Asks"), say(text.asks, text.asks_en)),
        (say("Lý do", "Why"), say(text.why, text.why_en)),
        (say("Nguồn", "Source"), source),
        (say("Sai", "Wrong"), _indented(text.breaks)),
        (say("Đúng", "Right"), _indented(text.keeps)),
    ]
    return "\n".join(f"{name}: {said}" if name else said for name, said in parts if said)


def _mark(rule: Worded) -> str:
    """A source that nobody here has read is said to be so."""
    return say("(chưa đối chiếu văn bản gốc)", "(not compared with the original)") if rule.text.mark == "M" else ""


def _indented(example: str | None) -> str | None:
    return "\n" + "\n".join(f"    {line}" for line in example.splitlines()) if example else None


def row(rule: Worded) -> dict[str, Any]:
    """The rule as data, both languages."""
    text = rule.text
    return {
        "rule": rule.code,
        "severity": rule.severity,
        "title": {"vi": text.title, "en": text.title_en},
        "asks": {"vi": text.asks, "en": text.asks_en},
        "why": {"vi": text.why, "en": text.why_en},
        "source": text.source,
        "source_seen": None if text.mark is None else text.mark == "S",
        "breaks": text.breaks,
        "keeps": text.keeps,
    }
