"""A unit price beside the norm. "Within" is said only where everything that was asked for is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from quyet.core.norms.lookup import Answer, Held
from quyet.core.norms.model import Level
from quyet.core.norms.windows import Window

Outcome = Literal["above", "unknown", "rule", "under_ceiling", "within"]
"""Above a level; not known; a rule in words decides; below the country's ceiling, while the province's level is not
known; within all that was asked. What stands earlier here outweighs what stands later."""

ORDER: tuple[Outcome, ...] = ("above", "unknown", "rule", "under_ceiling", "within")


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome; the level that the price was held against, with its mark and source; whether it may block."""

    outcome: Outcome
    level: Level | None
    blocks: bool = False


def judge(price: int, held: Held) -> Verdict:
    """A price (đồng, in the unit of the item) beside what holds on one day."""
    over = [level for level in _limits(held) if price > (level.most or 0)]
    if over:
        seen = [level for level in over if level.may_block]
        return Verdict("above", _lowest(seen or over), blocks=bool(seen))
    outcomes: list[Outcome] = [_one(price, answer) for answer in held.answers]
    if outcomes[0] == "within" and held.only_ceiling:
        return Verdict("under_ceiling", held.binding)
    return Verdict(min(outcomes, key=ORDER.index), held.binding)


def judge_over(price: int, window: Window) -> Verdict:
    """The same over a window: the lower value counts, but only what is too much on every day of it may block.

    The activity may take place on the days on which more is allowed, and an error must be true.
    """
    verdicts = [judge(price, piece.held) for piece in window.pieces]
    worst = min((verdict.outcome for verdict in verdicts), key=ORDER.index)
    told = [verdict for verdict in verdicts if verdict.outcome == worst]
    level = _lowest([verdict.level for verdict in told if verdict.level is not None])
    return Verdict(worst, level, blocks=all(verdict.blocks for verdict in verdicts))


def _limits(held: Held) -> list[Level]:
    return [answer.limit for answer in held.answers if answer.limit is not None]


def _lowest(levels: Sequence[Level]) -> Level | None:
    return min(levels, key=lambda level: level.most or 0, default=None)


def _one(price: int, answer: Answer) -> Outcome:
    """A price that is not above the level: within it, unless the level is uncertain or the price lies in its range."""
    if answer.status == "rule":
        return "rule"
    level = answer.limit
    if answer.status != "known" or level is None or level.least is None or price > level.least:
        return "unknown"
    return "within"
