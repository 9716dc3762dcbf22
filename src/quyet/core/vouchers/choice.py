"""Which papers a request, a contract or an appendix has, by the day and the fiscal year of the money."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from quyet.core.values.mark import Mark

OF_BUYING = ("contract", "appendix")
"""What has papers beside the kinds of requests."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A paper, named by its `template`, for some kinds of subjects, from a day to a day (both inside, None: open), for
    money of the fiscal years `first_year` to `last_year`. `on_contract`, `listed`, `supplied` None: either; `above`,
    `most`: of the contract's value, or of what is paid where there is none, in đồng. `when_vi`, `when_en`: where the
    office has to choose, when it takes this one; empty where it always does."""

    template: str
    kinds: frozenset[str]
    since: date | None
    until: date | None
    first_year: int | None
    last_year: int | None
    on_contract: bool | None
    above: int | None
    most: int | None
    listed: bool | None
    supplied: bool | None
    when_vi: str
    when_en: str
    source: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Subject:
    """What papers are wanted for: a kind of request, or one of `OF_BUYING`; the fiscal year of its money, the day of
    its papers, its đồng, the contract's value (None: without one), whether it is paid by a list, and to a supplier."""

    kind: str
    year: int
    day: date
    amount: int
    contract: int | None = None
    listed: bool = False
    supplied: bool = False


def chosen(rules: Sequence[Rule], subject: Subject) -> list[Rule]:
    """The papers of a subject, in the order of the rules; none where no rule knows its day and year."""
    return [rule for rule in rules if subject.kind in rule.kinds and _in_time(rule, subject) and _fits(rule, subject)]


def _in_time(rule: Rule, subject: Subject) -> bool:
    after = rule.since is None or rule.since <= subject.day
    before = rule.until is None or subject.day <= rule.until
    from_year = rule.first_year is None or rule.first_year <= subject.year
    return after and before and from_year and (rule.last_year is None or subject.year <= rule.last_year)


def _fits(rule: Rule, subject: Subject) -> bool:
    if rule.on_contract is not None and rule.on_contract != (subject.contract is not None):
        return False
    if rule.listed is not None and rule.listed != subject.listed:
        return False
    if rule.supplied is not None and rule.supplied != subject.supplied:
        return False
    size = subject.amount if subject.contract is None else subject.contract
    return (rule.above is None or size > rule.above) and (rule.most is None or size <= rule.most)
