"""What is still open in an estimate: nothing in it yet, lines without a price, lines that nobody looked at."""

from __future__ import annotations

from typing import Any

from django import template
from django.template import Context

from quyet.actions.proposals import is_proposed
from quyet.queries.estimates import Checked

register = template.Library()


@register.inclusion_tag("quyet/estimate/open.html", takes_context=True)
def still_open(context: Context, checked: Checked) -> dict[str, Any]:
    """How many lines wait for what; the address of the programme comes from the page that asks."""
    unpriced = [each for each in checked.lines if not each.is_group and each.line.amount is None]
    proposed = [each for each in checked.lines if is_proposed(each.line)]
    return {
        "pk": context["request"].resolver_match.kwargs["pk"],
        "is_empty": not checked.lines,
        "unpriced": len(unpriced) if checked.total is None else 0,
        "proposed": len(proposed),
        "ready": any(each.line.amount is not None for each in proposed),
        "csrf_token": context.get("csrf_token"),
    }
