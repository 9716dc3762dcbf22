"""What the templates say and show: sentences in two languages, values in words, files by their content."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from django import template
from django.contrib.staticfiles import finders
from django.template.base import Parser, Token
from django.template.context import Context
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from quyet.queries.marked_text import harmless
from quyet.queries.shown import Shown
from quyet.web import frame, wording
from quyet.web.language import is_english, say
from quyet.web.naming import fact_name, part_name

register = template.Library()
register.filter("number", wording.number)
register.filter("cell", wording.cell)
register.filter("day", wording.day)
register.filter("interval", wording.interval)
register.filter("quarter", wording.quarter)
register.filter("quantity", wording.quantity)
register.filter("harmless", harmless)
register.filter("shortened", wording.shortened)
register.filter("lines", wording.lines)
register.filter("doubt", wording.doubt)
register.filter("part_name", part_name)


class _Said(template.Node):
    """A sentence without values, in both languages: which one, the page's context says. A list has hundreds of them;
    asked of the thread each time, the language alone took a tenth of such a page."""

    def __init__(self, vi: str, en: str) -> None:
        self._vi, self._en = SafeString(vi), SafeString(en)

    def render(self, context: Context) -> SafeString:
        known = context.get("LANGUAGE_CODE")
        return self._en if (known.startswith("en") if known else is_english()) else self._vi


_WITH_VALUES = template.Library()
_WITH_VALUES.simple_tag(say)


@register.tag("say")
def _say(parser: Parser, token: Token) -> template.Node:
    """`{% say "vi" "en" %}`; `{% say "vi {n}" "en {n}" n=count %}` and `as name` as every simple tag has them."""
    given = token.split_contents()[1:]
    if len(given) == 2 and all(each[0] == each[-1] and each[0] in "\"'" and len(each) > 1 for each in given):
        return _Said(*(each[1:-1] for each in given))
    made: template.Node = _WITH_VALUES.tags["say"](parser, token)
    return made


@register.simple_tag
def asset(name: str) -> str:
    """The address of a static file, with the hash of what is in it."""
    path = finders.find(name)
    if path is None:
        raise template.TemplateSyntaxError(f"no static file {name}")
    return f"{static(name)}?v={_hash(path, Path(path).stat().st_mtime_ns)}"


@lru_cache(maxsize=32)
def _hash(path: str, changed: int) -> str:
    return sha256(Path(path).read_bytes()).hexdigest()[:12]


@register.simple_tag(takes_context=True)
def places(context: Context) -> dict[str, list[frame.Link]]:
    """The rail: what stands in the bar of a phone, and what beside it."""
    found = frame.places(getattr(context.get("request"), "viewer", None), str(context.get("here", "")))
    return {"bar": found[: frame.IN_THE_BAR], "others": found[frame.IN_THE_BAR :]}


@register.simple_tag
def search_address() -> str | None:
    """Where the search above the pages asks."""
    return frame.address_of(frame.SEARCH)


@register.simple_tag(takes_context=True)
def in_language(context: Context, language: str) -> str:
    """The same page in another language."""
    query = context["request"].GET.copy()
    query["lang"] = language
    return f"?{query.urlencode()}"


@register.filter
def named(key: str, table: str) -> str:
    """A key's name: `finding.severity|named:"SEVERITIES"`."""
    return wording.named(getattr(wording, table), key)


@register.filter
def at(members: Sequence[Any], index: int) -> Any:
    """A member of a list by its place."""
    return members[index]


@register.filter
def sign(severity: str) -> str:
    """The sign beside the word of a severity."""
    return wording.SIGNS[severity]


WORDINGS: dict[str, Callable[[Any], str]] = {
    "text": str,
    "number": wording.number,
    "cell": wording.cell,
    "day": wording.day,
    "quantity": wording.quantity,
    "duration": wording.duration,
    "timeframe": lambda value: value["text"],
    "money": wording.money,
    "total": wording.total,
    "kind": lambda value: wording.named(wording.KINDS, value),
}


@register.simple_tag(takes_context=True)
def fact(context: Context, shown: Shown | None, as_: str = "text", missing: str = "") -> SafeString | str:
    """A value as a link to its words; plain where it has none; `missing` where the decision says nothing."""
    if shown is None:
        return format_html('<span class="missing">{}</span>', missing) if missing else ""
    said = harmless(WORDINGS[as_](shown.value))
    return link_to_words(context, shown, said) if shown.place else format_html("<span>{}</span>", said)


@register.simple_tag(takes_context=True)
def link_to_words(context: Context, shown: Shown, said: str) -> SafeString:
    """A link from what is said of a fact to its words, which may stand at another address (`words_at`); its name goes
    along, to be told where the words stand."""
    name = fact_name(shown.place) if shown.place else ""
    return format_html(
        '<a class="fact" id="fact-{0}" href="{4}#line-{1}" data-fact="{0}" data-name="{2}">{3}</a>',
        shown.fact,
        shown.line,
        name,
        said,
        context.get("words_at", ""),
    )
