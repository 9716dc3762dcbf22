"""What lists have in common: the page that is asked for, the year."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import Http404, HttpRequest


def page_asked(request: HttpRequest, name: str = "trang") -> int:
    """The page that `?trang=` asks for, the first without it. What is no number is no page."""
    asked = request.GET.get(name, "1")
    page = int(asked) if asked.isascii() and asked.isdigit() and len(asked) <= 6 else 0
    if page < 1:
        raise Http404(asked)
    return page


def chosen_year(request: HttpRequest, years: Sequence[int]) -> int | None:
    """The year of `?nam=`, else the latest one; None where there is none yet. A year without rows is no page."""
    asked = request.GET.get("nam")
    if asked is None:
        return years[0] if years else None
    if asked not in map(str, years):
        raise Http404(asked)
    return int(asked)
