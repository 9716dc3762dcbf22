"""Which papers a payment lacks. It knows acceptance and invoice; the vouchers of each kind of activity follow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from quyet.core.values.mark import Mark

Paper = Literal["acceptance", "invoice"]


@dataclass(frozen=True, slots=True)
class PaperRule:
    """A paper that a payment is asked for, from a day to a day (both inside, None: open). `on_contract` None: with a
    contract and without. `above`, `most`: of the contract's value, or of what is paid where there is none, in đồng.
    What is marked [M] warns and does not stop."""

    paper: Paper
    name_vi: str
    name_en: str
    since: date | None
    until: date | None
    on_contract: bool | None
    above: int | None
    most: int | None
    source: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Asked:
    """A payment or a clearing: its day, its đồng, the contract's value (None: without one). `listed`: paid to people by
    a list that they sign, for which there is no invoice."""

    day: date
    amount: int
    contract: int | None = None
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Missing:
    """A paper that is not there, and the rule that asks for it."""

    rule: PaperRule

    @property
    def stops(self) -> bool:
        """Whether it may not be paid without."""
        return self.rule.mark == "S"


def missing(rules: Sequence[PaperRule], asked: Asked, present: frozenset[Paper]) -> list[Missing]:
    """What a payment lacks, each paper once: of several rules the one that was read in its source."""
    found: dict[Paper, PaperRule] = {}
    for rule in rules:
        if rule.paper in present or not _asks(rule, asked):
            continue
        if rule.paper not in found or (found[rule.paper].mark, rule.mark) == ("M", "S"):
            found[rule.paper] = rule
    return [Missing(rule) for rule in found.values()]


def _asks(rule: PaperRule, asked: Asked) -> bool:
    if rule.paper == "invoice" and asked.listed:
        return False
    in_days = (rule.since is None or rule.since <= asked.day) and (rule.until is None or asked.day <= rule.until)
    if not in_days or (rule.on_contract is not None and rule.on_contract != (asked.contract is not None)):
        return False
    size = asked.amount if asked.contract is None else asked.contract
    return (rule.above is None or size > rule.above) and (rule.most is None or size <= rule.most)
