"""What lists by year have in common."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import Http404, HttpRequest


def chosen_year(request: HttpRequest, years: Sequence[int]) -> int | None:
    """The year of `?nam=`, else the latest one; None where there is none yet. A year without rows is no page."""
    asked = request.GET.get("nam")
    if asked is None:
        return years[0] if years else None
    if asked not in map(str, years):
        raise Http404(asked)
    return int(asked)
