"""What the pages of people say: roles by name."""

from __future__ import annotations

from django import template

from quyet.core.approval.rules import ROLE_NAMES
from quyet.queries.directory import nobody_yet as _nobody_yet
from quyet.web.devices import device_name
from quyet.web.language import is_english

register = template.Library()
register.filter("device_name", device_name)
register.simple_tag(_nobody_yet, name="nobody_yet")


@register.filter
def role_name(role: str) -> str:
    """accountant → Kế toán trưởng."""
    said = ROLE_NAMES[role][int(is_english())]  # type: ignore[index]  # choices of the model are the core's roles
    return f"{said[:1].upper()}{said[1:]}"


@register.filter
def shares(roles: frozenset[str]) -> bool:
    """Whether the act of sharing is offered; the act decides for itself."""
    return bool(roles & {"head", "director"})
