"""How a kind of activity is carried out: its unit and measures, its milestones, the papers that each step leaves.

The keys are those of the reading's kinds (`core/decisions/kinds.py`); here is what plans, estimates and files of
vouchers ask. Budget codes are suggestions of this program, not law: whoever plans may take others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quyet.core.values.mark import Mark

STEPS = ("plan", "price", "choose", "contract", "execute", "accept", "invoice", "pay")
"""From the approved programme to the paid bill, in this order."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What is said of an activity beside how many: width, pages, minutes. `unit` None: it is told in words."""

    key: str
    name_vi: str
    name_en: str
    unit: str | None


@dataclass(frozen=True, slots=True)
class Milestone:
    """A point that is reached on the way, so that progress can be told."""

    key: str
    name_vi: str
    name_en: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Budget codes for a part of the cost, by the key of the edition; several where the choice is the planner's."""

    part_vi: str
    part_en: str
    codes: tuple[tuple[str, tuple[str, ...]], ...]

    def of(self, edition: str) -> tuple[str, ...]:
        """The codes in that edition; none where none is suggested."""
        return dict(self.codes).get(edition, ())


@dataclass(frozen=True, slots=True)
class Voucher:
    """A paper that a step leaves. What is marked [M] is practice, not read in a text: its absence warns at most."""

    step: str
    name_vi: str
    name_en: str
    mark: Mark
    source: str


@dataclass(frozen=True, slots=True)
class Step:
    """A step that every activity goes through, with the papers common to all."""

    key: str
    name_vi: str
    name_en: str
    vouchers: tuple[Voucher, ...]


@dataclass(frozen=True, slots=True)
class Practice:
    """All that is known of how a kind is carried out."""

    key: str
    unit: str
    measures: tuple[Measure, ...]
    milestones: tuple[Milestone, ...]
    suggestions: tuple[Suggestion, ...]
    vouchers: tuple[Voucher, ...]


def vouchers_by_step(practice: Practice, steps: Sequence[Step]) -> dict[str, tuple[Voucher, ...]]:
    """For each step the papers common to all activities, then the kind's own."""
    own = {step.key: tuple(each for each in practice.vouchers if each.step == step.key) for step in steps}
    return {step.key: step.vouchers + own[step.key] for step in steps}
