"""The rules that a decision is checked by: what each asks, why, and where it is written."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from quyet.core.checks import all_rules
from quyet.core.checks.registry import Worded
from quyet.web.language import say


@require_safe
def rules(request: HttpRequest) -> HttpResponse:
    """All rules by family."""
    families = [
        {"letter": letter, "rules": [_shown(rule) for rule in members]}
        for letter, members in groupby(all_rules(), key=lambda rule: rule.code[0])
    ]
    return render(request, "quyet/rules.html", {"here": "rules", "families": families})


def _shown(rule: Worded) -> dict[str, Any]:
    text = rule.text
    return {
        "code": rule.code,
        "severity": rule.severity,
        "title": say(text.title, text.title_en),
        "asks": say(text.asks, text.asks_en),
        "why": say(text.why, text.why_en),
        "source": text.source,
        "is_unverified": text.mark == "M",
        "breaks": text.breaks,
        "keeps": text.keeps,
    }
