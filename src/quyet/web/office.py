"""Who may open a page of the office: somebody who signed in and has a role at a body today.

Such a view gets an `OfficeRequest`, whose `viewer` is there; whatever it asks or does, it does for that viewer.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.views import redirect_to_login
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import reverse
from django.views.decorators.cache import never_cache

from quyet.actions.approval import Stopped
from quyet.actions.refusal import Forbidden, NotHere, Refused
from quyet.queries.people import Viewer
from quyet.web.fields import refuse
from quyet.web.views.errors import no_role, not_signed_in, refused_act

P = ParamSpec("P")

CHOSEN = "body"
"""Where the session keeps the body that a person with several works at now."""


class OfficeRequest(HttpRequest):
    """A request of somebody who has a role at a body today."""

    viewer: Viewer


def office_page(
    view: Callable[Concatenate[OfficeRequest, P], HttpResponseBase],
) -> Callable[..., HttpResponseBase]:
    """A page of the office. Who is not signed in is led to where one does; a form that was sent without it says so and
    keeps what was typed in the browser. NotHere is 404 and an act that is refused a page of its own: views need to
    catch only what they can say at a field."""

    @never_cache
    @wraps(view)
    def answer(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if not request.user.is_authenticated:
            if request.method in ("GET", "HEAD"):
                return redirect_to_login(request.get_full_path(), reverse("account_login"))
            return not_signed_in(request)
        if request.viewer is None:  # type: ignore[attr-defined]  # `middleware.office` put it there
            return no_role(request)
        try:
            return view(request, *args, **kwargs)  # type: ignore[arg-type]
        except NotHere as missing:
            raise Http404 from missing
        except Refused as refused:
            return refused_act(request, refused)

    answer.is_office_page = True  # type: ignore[attr-defined]  # what the matrix of addresses asks
    return answer


def at_fields(form: Form, refused: Refused) -> None:
    """The faults of an act at the fields of its form. An act that is not this person's, or not now, is no fault of a
    field: it gets a page of its own."""
    if isinstance(refused, Forbidden | Stopped):
        raise refused
    refuse(form, refused)
