"""What the page of an adopted decision says of its facts."""

from __future__ import annotations

from django import template
from django.forms import Form

from quyet.web import adoption_words

register = template.Library()
register.filter("row_name", adoption_words.row_name)
register.filter("whole_name", adoption_words.whole_name)
register.filter("group_name", adoption_words.group_name)
register.filter("listed_name", adoption_words.listed_name)


@register.filter
def of_key(given: dict[str, str], key: str) -> str:
    """A member of a dict by its key; empty where there is none."""
    return given.get(key, "")


@register.simple_tag
def dropped_here(dropped: Form | None, part: str, which: int) -> Form | None:
    """The refused form by which this member of a list was to be dropped; None where it was not."""
    if dropped is None or (dropped["part"].value(), dropped["which"].value()) != (part, str(which)):
        return None
    return dropped
