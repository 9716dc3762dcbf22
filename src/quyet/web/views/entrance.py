"""The pages behind one-time links: a first password, and the very first start. Nobody is signed in by them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from quyet.actions import invitations as acts
from quyet.actions.refusal import NotHere, Refused
from quyet.web.answers import done
from quyet.web.fields import refuse
from quyet.web.language import say
from quyet.web.people_forms import PasswordForm, StartForm

_FORM = require_http_methods(["GET", "HEAD", "POST"])


@never_cache
@_FORM
def invitation(request: HttpRequest, secret: str) -> HttpResponse:
    """Set the password of whom the link is for."""
    try:
        person = acts.invited(secret)
    except NotHere:
        return _too_late(request)
    form = PasswordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            acts.accept(secret, form.cleaned_data["password"])
        except NotHere:
            return _too_late(request)
        except Refused as refused:
            refuse(form, refused)
        else:
            return done(
                request, say("Đã đặt mật khẩu. Mời đăng nhập.", "The password is set. Sign in."), "account_login"
            )
    return _private(render(request, "quyet/people/password.html", _of(form) | {"whom": person}, status=_status(form)))


@never_cache
@_FORM
def start(request: HttpRequest, secret: str) -> HttpResponse:
    """The first body and its administrator."""
    if not acts.may_start(secret):
        return _too_late(request)
    form = StartForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = {name: form.cleaned_data[name] for name in ("body", "level", "name", "login", "password")}
        try:
            acts.start(secret, acts.FirstStart(**given))
        except NotHere:
            return _too_late(request)
        except Refused as refused:
            refuse(form, refused)
        else:
            return done(request, say("Đã lập cơ quan. Mời đăng nhập.", "The body is there. Sign in."), "account_login")
    return _private(render(request, "quyet/people/start.html", _of(form), status=_status(form)))


def _of(form: PasswordForm) -> dict[str, object]:
    return {"here": "account_login", "form": form}


def _status(form: PasswordForm) -> int:
    return 422 if form.errors else 200


def _private(response: HttpResponse) -> HttpResponse:
    """The address is the secret: it must not travel to another page.

    Not "no-referrer": browsers then send `Origin: null` with the page's own form, which is refused as forged.
    """
    response["Referrer-Policy"] = "strict-origin"
    return response


def _too_late(request: HttpRequest) -> HttpResponse:
    context = {
        "heading": say("Đường dẫn không còn dùng được", "The link no longer counts"),
        "why": say(
            "Mỗi đường dẫn dùng một lần, trong {n} giờ. Hãy xin người quản trị của cơ quan một đường dẫn mới.",
            "A link counts once and for {n} hours. Ask the administrator of your body for a new one.",
            n=acts.HOURS,
        ),
    }
    return _private(render(request, "quyet/error.html", context, status=404))
