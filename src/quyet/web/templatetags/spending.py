"""What the pages of spending say: kinds and states of requests, what is told of them."""

from __future__ import annotations

from django import template

from quyet.core.payments import KINDS, Told
from quyet.core.payments.rules import STATE_NAMES
from quyet.web.language import is_english, say

register = template.Library()

_SEGMENTS = {
    "used": ("đã chi", "used"),
    "advanced": ("tạm ứng", "advanced"),
    "held": ("đang giữ", "held"),
    "committed": ("còn trong hợp đồng", "left of contracts"),
    "left": ("còn lại", "left"),
}
_MARKS = {"paid": "good", "refused": "error", "returned": "warning", "withdrawn": "none"}


@register.filter
def kind_said(kind: str) -> str:
    """A kind of request in the page's language."""
    return say(KINDS[kind].vi, KINDS[kind].en)


@register.filter
def request_state(state: str) -> str:
    """Where a request stands."""
    return STATE_NAMES[state][int(is_english())]  # type: ignore[index]  # states of the core


@register.filter
def request_mark(state: str) -> str:
    """The look of that."""
    return _MARKS.get(state, "none")


@register.filter
def told_said(told: Told) -> str:
    """What is told, in the page's language."""
    return told.message_en if is_english() else told.message


@register.filter
def segment_said(what: str) -> str:
    """A part of a bar."""
    return say(*_SEGMENTS[what])
