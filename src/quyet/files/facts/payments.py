"""Rules of paying, from `quyet/data/payments/*.yaml`: advances, and the papers that a payment is asked for."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from quyet.core.execution.missing import Paper, PaperRule
from quyet.core.payments.advances import Months, Percent, Regime
from quyet.core.values.mark import Mark
from quyet.files.facts.strict import DATA, Record, load_mapping

PAYMENTS = DATA / "payments"


@lru_cache(maxsize=1)
def load_advances() -> tuple[Regime, ...]:
    """The regimes of advances that ship with the package."""
    return load_advances_from(PAYMENTS / "advances.yaml")


@lru_cache(maxsize=1)
def load_papers() -> tuple[PaperRule, ...]:
    """The papers that ship with the package."""
    return load_papers_from(PAYMENTS / "papers.yaml")


def load_advances_from(file: Path) -> tuple[Regime, ...]:
    """The regimes of a file; two for one day and year are refused."""
    record = Record(file, load_mapping(file))
    record.day("checked")
    regimes = tuple(_regime(each) for each in record.records("regimes"))
    record.done()
    for place, each in enumerate(regimes):
        if any(_meet(each, other) for other in regimes[:place]):
            raise record.refuse(f"regimes[{place}]", "trùng ngày và năm ngân sách với một chế độ trước")
    return regimes


def _meet(one: Regime, other: Regime) -> bool:
    days = (other.until is None or one.since <= other.until) and (one.until is None or other.since <= one.until)
    first = max(each.first_year or 0 for each in (one, other))
    last = min(each.last_year or 9999 for each in (one, other))
    return days and first <= last


def _regime(record: Record) -> Regime:
    years = record.record("years")
    regime = Regime(
        record.text("key"), record.day("from"), record.day_or_none("to"),
        years.whole_or_none("from"), years.whole_or_none("to"), record.whole_or_none("contract_above"),
        _percent(record, "most"), _percent(record, "recovered"), _months(record, "settled"),
    )  # fmt: skip
    years.done()
    record.done()
    return regime


def _percent(record: Record, key: str) -> Percent | None:
    found = record.record_or_none(key)
    if found is None:
        return None
    percent = Percent(found.whole("percent"), found.text("source"), _mark(found))
    if not 0 < percent.percent <= 100:
        raise found.refuse("percent", "phải từ 1 đến 100")
    found.done()
    return percent


def _months(record: Record, key: str) -> Months | None:
    found = record.record_or_none(key)
    if found is None:
        return None
    months = Months(found.whole("months"), found.text("source"), _mark(found))
    found.done()
    return months


def load_papers_from(file: Path) -> tuple[PaperRule, ...]:
    """The rules of a file, in its order."""
    record = Record(file, load_mapping(file))
    record.day("checked")
    rules = tuple(_paper(each) for each in record.records("papers"))
    record.done()
    return rules


def _paper(record: Record) -> PaperRule:
    name = record.record("name")
    paper: Paper = "acceptance" if record.choice("paper", ("acceptance", "invoice")) == "acceptance" else "invoice"
    rule = PaperRule(
        paper, name.text("vi"), name.text("en"), record.day_or_none("from"), record.day_or_none("to"),
        record.flag_or_none("contract"), record.whole_or_none("above"), record.whole_or_none("most"),
        record.text("source"), _mark(record),
    )  # fmt: skip
    name.done()
    record.done()
    return rule


def _mark(record: Record) -> Mark:
    return "S" if record.choice("mark", ("S", "M")) == "S" else "M"
