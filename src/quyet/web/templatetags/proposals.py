"""What is still open in an estimate: nothing in it yet, lines without a price, lines that nobody looked at."""

from __future__ import annotations

from typing import Any

from django import template
from django.template import Context
from django.urls import reverse

from quyet.actions.estimates import MOST_ANNEXES
from quyet.actions.proposals import is_proposed
from quyet.queries.estimates import Checked
from quyet.web.estimate_page import annex_of, annexed

register = template.Library()


@register.inclusion_tag("quyet/estimate/open.html", takes_context=True)
def still_open(context: Context, checked: Checked) -> dict[str, Any]:
    """How many lines wait for what; of which programme and annex says the address of the page that asks."""
    request = context["request"]
    pk, annex = request.resolver_match.kwargs["pk"], annex_of(request, MOST_ANNEXES)
    unpriced = [each for each in checked.lines if not each.is_group and each.line.amount is None]
    proposed = [each for each in checked.lines if is_proposed(each.line)]
    return {
        "propose": annexed(reverse("estimate-propose", args=[pk]), annex),
        "looked_at": annexed(reverse("estimate-looked-at", args=[pk]), annex),
        "is_empty": not checked.lines,
        "unpriced": len(unpriced) if checked.total is None else 0,
        "proposed": len(proposed),
        "ready": any(each.line.amount is not None for each in proposed),
        "csrf_token": context.get("csrf_token"),
    }
