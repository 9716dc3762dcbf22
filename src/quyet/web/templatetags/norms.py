"""Norms in words: for whom, from when, how sure."""

from __future__ import annotations

from django import template

from quyet.core.norms import say as said
from quyet.core.norms.model import NATIONAL, Level
from quyet.queries.norms import known
from quyet.web import wording
from quyet.web.language import say
from quyet.web.norm_forms import place_name

register = template.Library()


@register.filter
def for_whom(level: Level) -> str:
    """For which place and rank it is."""
    whom = said.whom(known(), level)
    return say(*whom) if whom else say("mọi nơi, mọi đối tượng", "everywhere, for everybody")


@register.filter
def figure(level: Level | None) -> str:
    """200.000; 600.000–800.000; empty where there is no figure."""
    if level is None or level.most is None:
        return ""
    return wording.between(level.least, level.most)


@register.filter
def period(level: Level) -> str:
    """01/07/2017 – 03/05/2025; từ 04/05/2025."""
    if level.since is None:
        until = say(", đến {day}", ", until {day}", day=wording.day(level.until)) if level.until else ""
        return say("chưa rõ từ ngày nào", "from a day not seen") + until
    return wording.interval({"start": level.since.isoformat(), "end": level.until.isoformat() if level.until else None})


register.filter("place_name", place_name)


@register.filter
def setter(territory: str) -> str:
    """Who sets the levels of a territory; empty for the country."""
    authority = known().authority(territory) if territory != NATIONAL else None
    return say(*authority.name) if authority else ""
