"""What the register and the desk say."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.context import Context

from quyet.queries.desk import Due
from quyet.store.models import Notice
from quyet.web import worktop
from quyet.web.days_off import counted_by
from quyet.web.language import is_english
from quyet.web.register_forms import kind_name

register = template.Library()
register.filter("kind_name", kind_name)
register.filter("due_name", worktop.due_name)
register.filter("due_address", worktop.due_address)
register.filter("programme_address", worktop.programme_address)
register.filter("due_note", worktop.due_note)
register.simple_tag(counted_by, name="days_off_said")


@register.filter
def notice_said(notice: Notice) -> str:
    """A notice in the page's language."""
    return notice.message_en if is_english() else notice.message


@register.filter
def is_late(due: Due, today: Any) -> bool:
    """Whether its day is over."""
    return due.is_late(today)


@register.simple_tag(takes_context=True)
def with_query(context: Context, **changed: Any) -> str:
    """The address of this page with some of its questions changed; an empty one is left out."""
    query = context["request"].GET.copy()
    query.pop("lang", None)
    for name, value in changed.items():
        query[name] = str(value or "")
        if not query[name]:
            del query[name]
    return f"?{query.urlencode()}"


@register.simple_tag(takes_context=True)
def turned(context: Context, name: str, page: int) -> str:
    """The address of another page of the list whose pages are asked for by that name."""
    return with_query(context, **{name: page})
