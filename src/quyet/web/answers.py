"""What follows an act: its page, and one quiet sentence that says what was done."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect


def done(request: HttpRequest, told: str, to: str, *parts: object) -> HttpResponse:
    """Lead to a page by 303, so that reloading it sends nothing again."""
    messages.success(request, told)
    response = redirect(to, *parts)
    response.status_code = 303
    return response
