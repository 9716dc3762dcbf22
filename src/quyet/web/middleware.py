"""What every answer goes through: its language, its safety headers, and the limit on what may be sent."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils import timezone, translation
from django.utils.cache import patch_vary_headers

from quyet.files.readers.limits import FILE_BYTES
from quyet.queries.people import viewer
from quyet.web.language import LANGUAGES
from quyet.web.office import CHOSEN
from quyet.web.views.errors import null_refused
from quyet.web.views.home import refuse_size

Next = Callable[[HttpRequest], HttpResponse]

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
FORM_ROOM = 1_000_000
"""What a form may weigh beside its file."""


def headers(next_: Next) -> Next:
    """Nothing but the site's own script and style runs, also where a text slipped through as markup."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = next_(request)
        response.setdefault("Content-Security-Policy", POLICY)
        response.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        return response

    return answer


def language(next_: Next) -> Next:
    """The language of `?lang=`, remembered; else the one remembered; else the host's."""

    def answer(request: HttpRequest) -> HttpResponse:
        asked = request.GET.get("lang")
        chosen = next((each for each in (asked, _remembered(request)) if each in LANGUAGES), settings.LANGUAGE_CODE)
        with translation.override(chosen):
            response = next_(request)
        if asked == chosen:
            response.set_cookie(
                settings.LANGUAGE_COOKIE_NAME,
                chosen,
                max_age=365 * 24 * 3600,
                secure=settings.LANGUAGE_COOKIE_SECURE,
                httponly=True,
                samesite="Lax",
            )
        response.setdefault("Content-Language", chosen)
        patch_vary_headers(response, ["Cookie"])
        return response

    return answer


def _remembered(request: HttpRequest) -> str | None:
    return request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)


def too_large(next_: Next) -> Next:
    """Refuse a body by its stated length, before any of it is taken apart."""

    def answer(request: HttpRequest) -> HttpResponse:
        length = int(request.META.get("CONTENT_LENGTH") or 0)
        return refuse_size(request) if length > FILE_BYTES.most + FORM_ROOM else next_(request)

    return answer


def no_null(next_: Next) -> Next:
    """Refuse U+0000 in an address or a form: no text has it, PostgreSQL keeps none, and a search for it would break."""

    def answer(request: HttpRequest) -> HttpResponse:
        typed = (request.GET, request.POST if request.method == "POST" else QueryDict())
        return null_refused(request) if any(map(_holds_null, typed)) else next_(request)

    return answer


def _holds_null(typed: QueryDict) -> bool:
    return any("\0" in key or any("\0" in each for each in values) for key, values in typed.lists())


def office(next_: Next) -> Next:
    """Who asks: `request.viewer`, None for who is not signed in or has no role anywhere today. Whoever sends no session
    costs no query."""

    def answer(request: HttpRequest) -> HttpResponse:
        found = None
        if settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated:
            found = viewer(request.user, timezone.localdate(), request.session.get(CHOSEN))
        request.viewer = found  # type: ignore[attr-defined]
        return next_(request)

    return answer
