"""What the page of an adopted decision says of its facts."""

from __future__ import annotations

from django import template

from quyet.web import adoption_words

register = template.Library()
register.filter("row_name", adoption_words.row_name)
register.filter("whole_name", adoption_words.whole_name)
register.filter("group_name", adoption_words.group_name)


@register.filter
def of_key(given: dict[str, str], key: str) -> str:
    """A member of a dict by its key; empty where there is none."""
    return given.get(key, "")
