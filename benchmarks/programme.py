"""The paper that is written: the example's programme with an estimate of two pages, another one each time.

Another one, because typst remembers what it has laid out: the same paper twice would be found, not made.
"""

from __future__ import annotations

from copy import deepcopy
from decimal import Decimal
from functools import cache

from quyet.core.decisions.model import Estimate, EstimateLine
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
def _example() -> Draft:
    return draft_of((DATA / "cases" / EXAMPLE / "programme.yaml").read_bytes()).draft


def annexed(turn: int) -> Draft:
    """The programme of that turn: its sums add up, and neither they nor its words are those of another turn."""
    draft = deepcopy(_example())
    assert draft.programme is not None and draft.programme.total is not None
    for activity in draft.programme.activities:
        activity.title = _named(activity.title or "", turn)
    (estimate,) = draft.estimates
    lines = [part for number, line in enumerate(estimate.lines, start=1) for part in _parts(number, line, turn)]
    total = sum(line.amount or 0 for line in lines)
    draft.programme.total.amount = total
    draft.estimates = [Estimate(lines=lines, total=total)]
    return draft


def _parts(number: int, line: EstimateLine, turn: int) -> list[EstimateLine]:
    """A line of the example as a sub-total, and below it its parts, whose amounts follow from their factors."""
    whole = (line.amount or 0) + turn * 100_000
    parts = [
        EstimateLine(
            label=f"{number}.{place}",
            content=_named(content, turn),
            unit=unit,
            quantity=Decimal(count),
            unit_price=whole * percent // 100 // count,
        )
        for place, (content, unit, count, percent) in enumerate(PARTS, start=1)
    ]
    head = EstimateLine(label=str(number), content=_named(f"Hoạt động {line.activity}", turn), amount=whole)
    return [head, *parts]


def _named(what: str, turn: int) -> str:
    return f"{what}, đợt {turn:02d}"
