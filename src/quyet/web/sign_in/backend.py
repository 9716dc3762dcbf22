"""Who may sign in, and from where: the cast of the demo, whose password everybody knows, from this machine alone."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.http import HttpRequest
from django.http.request import split_domain_port

from quyet.store.models import Person

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost", "[::1]", "testserver"})


class PeopleBackend(ModelBackend):
    """Django's own, that turns examples away from afar. A proxy on this machine names the host that was asked for."""

    def authenticate(self, request: HttpRequest | None, *given: Any, **more: Any) -> Any:
        """The person of a name and a password; None where they do not belong together."""
        found = super().authenticate(request, *given, **more)
        if isinstance(found, Person) and found.is_example and not is_local(request):
            return None
        return found


def is_local(request: HttpRequest | None) -> bool:
    """Whether a request comes from this machine and asks for it by name."""
    if request is None:
        return True
    host, _ = split_domain_port(request.get_host())
    return request.META.get("REMOTE_ADDR", "") in LOOPBACK and host in LOOPBACK
