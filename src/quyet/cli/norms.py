"""`quyet norms show` and `quyet norms find`: what may be spent on a day, and where that is written."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Collection
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal, InvalidOperation

from quyet.cli.language import say
from quyet.cli.norms_text import listing
from quyet.cli.streams import complain
from quyet.core.norms.classes import rank_of
from quyet.core.norms.lookup import Asked
from quyet.core.norms.model import NATIONAL, Norms
from quyet.core.norms.rows import Row, rows
from quyet.core.norms.search import find
from quyet.core.values.days import DAY, day_of
from quyet.files.facts.norms import load_norms
from quyet.files.writers.norms_json import rows_to_list

_VIETNAM = timezone(timedelta(hours=7))
"""Which day is today is asked here and nowhere further in."""


class _Misuse(ValueError):
    """What was asked cannot be: one sentence."""


def run(asked: Namespace) -> int:
    """0 where something is said; 1 where nothing is known or found; 2 where the question itself is wrong."""
    norms = load_norms()
    try:
        question = _question(norms, asked)
    except _Misuse as misuse:
        complain(f"quyet norms {asked.act}: {misuse}")
        return 2
    found = list(rows(norms, question))
    if asked.act == "find":
        words = " ".join(asked.words)
        found = find(norms, words, found)
        if not found:
            complain(f"quyet norms find: {_nothing(words)}")
    _show(norms, found, question, asked)
    return int(not any(row.level is not None and row.level.says for row in found))


def _show(norms: Norms, found: list[Row], question: Asked, asked: Namespace) -> None:
    if asked.format == "json":
        print(json.dumps(rows_to_list(norms, found, question.day), ensure_ascii=False, indent=2))
    elif found:
        print("\n".join(listing(norms, found, question, full=bool(question.item))))


def _nothing(words: str) -> str:
    return say(
        f"không có định mức nào ứng với “{words}”; gõ quyet norms show để xem danh sách",
        f"no norm goes by “{words}”; type quyet norms show for the list",
    )


# --- the question ----------------------------------------------------------------------------------------------------


def _question(norms: Norms, asked: Namespace) -> Asked:
    item = asked.item if asked.act == "show" else None
    if item is not None:
        _known(item, norms.items, say("nội dung chi", "item"))
    for place in asked.place:
        _known(place, norms.places, "--place")
    provinces = [authority.territory for authority in norms.authorities if authority.territory != NATIONAL]
    if asked.province is not None:
        _known(asked.province, provinces, "--province")
    return Asked(item or "", _day(asked.on), tuple(asked.place), _rank(norms, asked.rank), asked.province)


def _known(given: str, keys: Collection[str], called: str) -> None:
    if given not in keys:
        raise _Misuse(
            say(
                f"{called}: không có {given!r}; có: {', '.join(keys)}",
                f"{called}: there is no {given!r}; there are: {', '.join(keys)}",
            )
        )


def _day(given: str | None) -> date:
    """`2024-06-01`, `1/6/2024`; without one the day that it is in Vietnam."""
    if given is None:
        return datetime.now(_VIETNAM).date()
    try:
        return date.fromisoformat(given)
    except ValueError:
        printed = DAY.fullmatch(given.strip().lower())
        day = day_of(printed) if printed else None
    if day is None:
        raise _Misuse(say(f"--on: {given!r} không phải là một ngày", f"--on: {given!r} is no day") + " (2024-06-01)")
    return day


def _rank(norms: Norms, given: str | None) -> str | None:
    """The key of a class, or a coefficient of the position allowance: `0,9` → from_0_8."""
    if given is None or given in norms.ranks:
        return given
    try:
        rank = rank_of(norms, Decimal(given.replace(",", ".")))
    except InvalidOperation:
        rank = None
    if rank is None:
        _known(given, norms.ranks, "--rank")
    return rank.key if rank else None
