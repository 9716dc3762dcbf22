"""My account: who I am here, how I sign in, and where I am signed in now."""

from __future__ import annotations

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY
from allauth.usersessions.models import UserSession
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from quyet.web.answers import done
from quyet.web.language import say
from quyet.web.office import CHOSEN


@require_safe
@login_required
@never_cache
def account(request: HttpRequest) -> HttpResponse:
    """Roles, password, second step, sessions."""
    kinds = set(Authenticator.objects.filter(user=request.user).values_list("type", flat=True))
    context = {
        "here": "account",
        "second_step": Authenticator.Type.TOTP in kinds,
        "sessions": sorted(UserSession.objects.purge_and_list(request.user), key=lambda each: each.created_at),
    }
    return render(request, "quyet/account.html", context)


@require_POST
@login_required
def end_session(request: HttpRequest, pk: int) -> HttpResponse:
    """End one of my sessions."""
    session = UserSession.objects.filter(pk=pk, user=request.user).first()
    if session is None:
        raise Http404(pk)
    if session.is_current():
        return redirect("account_logout")
    session.end()
    return done(request, say("Đã kết thúc phiên.", "The session is ended."), "account")


@require_safe
@login_required
@never_cache
def qr_code(request: HttpRequest) -> HttpResponse:
    """The secret that is being set up, as a drawing that a phone reads; an address of its own keeps the policy of the
    page strict. Nothing is kept: it is there only between opening the page and giving the first code."""
    secret = request.session.get(SECRET_SESSION_KEY)
    if not secret:
        raise Http404
    adapter = get_adapter()
    drawn = adapter.build_totp_svg(adapter.build_totp_url(request.user, secret))
    return HttpResponse(drawn, content_type="image/svg+xml")


@require_POST
@login_required
def choose_body(request: HttpRequest) -> HttpResponse:
    """Work at another body where I have a role."""
    viewer = request.viewer  # type: ignore[attr-defined]
    given = request.POST.get("body", "")
    if viewer is None or given not in {str(each.pk) for each in viewer.bodies}:
        raise Http404(given)
    request.session[CHOSEN] = int(given)
    return redirect("home" if not _is_ours(request) else request.POST["next"])


def _is_ours(request: HttpRequest) -> bool:
    return url_has_allowed_host_and_scheme(request.POST.get("next", ""), {request.get_host()})
