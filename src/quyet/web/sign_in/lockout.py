"""Too many wrong passwords: how long one waits, said clearly. The count is kept in the database (django-axes)."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from quyet.web.language import say


def too_often() -> str:
    """What is said to who tried too often."""
    return say(
        "Nhập sai quá nhiều lần. Đợi {minutes} phút rồi thử lại, hoặc báo người quản trị của cơ quan.",
        "Too many wrong attempts. Wait for {minutes} minutes and try again, or tell your administrator.",
        minutes=int(settings.AXES_COOLOFF_TIME.total_seconds() // 60),
    )


def locked_out(request: HttpRequest, credentials: dict[str, Any] | None = None) -> HttpResponse:
    """The page of who is locked out."""
    return _page(request)


def too_many_requests(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The page of who asks faster than a person does."""
    return _page(request)


def _page(request: HttpRequest) -> HttpResponse:
    context = {
        "heading": say("Tạm khóa đăng nhập", "Sign-in is locked for now"),
        "why": too_often(),
        "next": reverse("account_login"),
        "next_said": say("Đăng nhập", "Sign in"),
    }
    response = render(request, "quyet/error.html", context, status=429)
    response["Retry-After"] = str(int(settings.AXES_COOLOFF_TIME.total_seconds()))
    return response


def name_typed(request: HttpRequest, credentials: dict[str, Any] | None) -> str:
    """The name that somebody tries to sign in with, in one spelling."""
    given = credentials or {"username": request.POST.get("login", "")}
    return str(given.get("username") or given.get("login") or "").strip().casefold()[:255]
