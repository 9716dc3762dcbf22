"""The paper that is written: the example's programme with an estimate of two pages, another one each time.

Another one, because typst remembers what it has laid out: the same paper twice would be found, not made.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import yaml

from quyet.core.papers.draft import Draft
from quyet.files.drafts.load import draft_of
from quyet.files.facts.cases import EXAMPLE
from quyet.files.facts.strict import DATA

PARTS = (
    ("Thiết kế mẫu", "bộ", 1, 15),
    ("Vật tư, in ấn", "gói", 5, 40),
    ("Nhân công", "công", 10, 25),
    ("Vận chuyển", "chuyến", 2, 10),
    ("Nghiệm thu", "lần", 2, 10),
)
"""What each activity is paid for: in what unit, how many of them, and its share of the activity's sum in percent."""


@cache
def _example() -> str:
    return (DATA / "cases" / EXAMPLE / "programme.yaml").read_text(encoding="utf-8")


def annexed(turn: int) -> Draft:
    """The programme of that turn: its sums add up, and neither they nor its words are those of another turn."""
    file = yaml.safe_load(_example())
    activities = file["programme"]["activities"]
    file["estimate"] = {"lines": [line for number in range(len(activities)) for line in _lines(number + 1, turn)]}
    del file["programme"]["total"]  # it follows from the lines, as their amounts from quantity and price
    for activity in activities:
        activity["title"] = _named(activity["title"], turn)
    return draft_of(json.dumps(file, default=str).encode(), as_json=True).draft


def _lines(number: int, turn: int) -> list[dict[str, Any]]:
    """An activity as a sub-total, and below it its parts."""
    whole = 20_000_000 + number * 1_000_000 + turn * 100_000
    parts = [
        {
            "label": f"{number}.{place}",
            "content": _named(content, turn),
            "unit": unit,
            "quantity": count,
            "unit_price": whole * percent // 100 // count,
        }
        for place, (content, unit, count, percent) in enumerate(PARTS, start=1)
    ]
    return [{"label": str(number), "content": _named(f"Hoạt động {number}", turn)}, *parts]


def _named(what: str, turn: int) -> str:
    return f"{what}, đợt {turn:02d}"
