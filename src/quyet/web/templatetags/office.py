"""What the pages of the office say and show: amounts with their sign and in words, sentences that come in both
languages."""

from __future__ import annotations

from django import template
from django.forms.boundfield import BoundField

from quyet.core.values.words import to_words
from quyet.web import wording
from quyet.web.language import is_english, say

register = template.Library()


register.filter("duration", wording.duration)
register.filter("money", wording.money)


@register.filter
def signed(amount: int) -> str:
    """+50.000.000; −20.000.000; – for nought."""
    if not amount:
        return "–"
    return f"{'+' if amount > 0 else '−'}{wording.number(abs(amount))}"


@register.filter
def in_words(amount: int) -> str:
    """500000000 → Năm trăm triệu đồng."""
    words = to_words(amount)
    return f"{words[:1].upper()}{words[1:]}"


@register.filter
def told(pair: tuple[str, str] | None) -> str:
    """A sentence in the page's language."""
    return pair[int(is_english())] if pair else ""


@register.filter
def sentence(text: str) -> str:
    """A fragment as a sentence of its own."""
    return f"{text[:1].upper()}{text[1:]}"


@register.filter
def first_id(field: BoundField) -> str:
    """The id of the element that takes the focus: of several choices the first one."""
    return f"{field.auto_id}_0" if field.use_fieldset else field.auto_id


@register.simple_tag
def left_said(left: int) -> str:
    """What is left, as a sentence."""
    if left < 0:
        return say("vượt {sum} đ", "{sum} đ too much", sum=wording.number(-left))
    return say("còn {sum} đ", "{sum} đ left", sum=wording.number(left))
