"""A few invented norms: a circular that changes on 04/05/2025, a province below it, classes within one another."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from quyet.core.norms.model import Bilingual, Item, Level, Norms, PlaceClass, RankClass, Source

LAST_OLD, FIRST_NEW = date(2025, 5, 3), date(2025, 5, 4)
START = date(2017, 7, 1)


def both(words: str) -> Bilingual:
    return Bilingual(words, words)


def level(most: int | None, **given) -> Level:
    """A national level of the per diem, seen, in force from 01/07/2017 without an end, unless `given` says else."""
    if most is None and given.get("rule") is None:
        source, mark = None, None
    else:
        source, mark = Source("TT 1/2017/TT-BTC", None, None), "S"
    usual = {
        "item": "per_diem",
        "territory": "national",
        "place": None,
        "rank": None,
        "since": START,
        "until": None,
        "not_before": None,
        "least": most,
        "most": most,
        "rule": None,
        "source": source,
        "mark": mark,
        "note": None,
        "conditions": (),
    }
    return Level(**{**usual, **given})


def place(key: str, scheme: str, part_of: str | None = None, until: date | None = None) -> PlaceClass:
    return PlaceClass(key, scheme, "TT 1/2017/TT-BTC", both(key), part_of, None, until)


def rank(key: str, part_of: str | None = None, least: str | None = None, below: str | None = None, most=None):
    ends = [None if each is None else Decimal(each) for each in (least, most, below)]
    return RankClass(key, "position", "TT 1/2017/TT-BTC", both(key), part_of, *ends)


def item(key: str) -> Item:
    return Item(key, both(key), both("đồng"), both(key), ())


DISTRICTS_END = date(2025, 6, 30)
PLACES = [
    place("big_town", "towns", until=DISTRICTS_END),
    place("elsewhere", "towns", until=DISTRICTS_END),
    place("small_town", "towns", part_of="elsewhere", until=DISTRICTS_END),
    place("sea", "sea"),
    place("commune_1", "local"),
    place("commune_2", "local"),
]
RANKS = [
    rank("head", least="1.25", most=None),
    rank("others", least="0", below="1.25"),
    rank("deputy", part_of="others", least="0.8", below="1.25"),
    rank("minister"),
]


def norms(*levels: Level) -> Norms:
    keys = dict.fromkeys(each.item for each in levels)
    return Norms(
        items={key: item(key) for key in keys},
        levels=levels,
        places={each.key: each for each in PLACES},
        ranks={each.key: each for each in RANKS},
        authorities=(),
        looked=(),
    )
