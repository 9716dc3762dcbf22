"""What follows an act: its page, and one quiet sentence that says what was done."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect


def done(request: HttpRequest, told: str, to: str, *parts: object, warns: bool = False) -> HttpResponse:
    """Lead to a page by 303, so that reloading it sends nothing again. `warns`: it was done, and asks for care."""
    messages.add_message(request, messages.WARNING if warns else messages.SUCCESS, told)
    response = redirect(to, *parts)
    response.status_code = 303
    return response
