"""How the money of a worked case is spent, as the demo plays it (`quyet/data/spending/*.yaml`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from quyet.core.payments import KINDS
from quyet.files.facts.cases import EXAMPLE
from quyet.files.facts.strict import DATA, Record, load_mapping


@dataclass(frozen=True, slots=True)
class Payee:
    """A supplier."""

    key: str
    name: str
    tax_code: str
    account: str
    bank: str


@dataclass(frozen=True, slots=True)
class Agreed:
    """A contract: place of a line → đồng."""

    key: str
    supplier: str
    number: str
    day: date
    title: str
    lines: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Billed:
    """An invoice, in đồng."""

    key: str
    seller: str
    symbol: str
    number: str
    day: date
    total: int


@dataclass(frozen=True, slots=True)
class Accepted:
    """An acceptance: number, day, đồng."""

    number: str
    day: date
    value: int


@dataclass(frozen=True, slots=True)
class Paid:
    """A request and its days. `refused`: why the treasury first refused it, nothing where it did not."""

    key: str
    kind: str
    title: str
    contract: str | None
    supplier: str | None
    of: str | None
    payee: str
    listed: bool
    parts: Mapping[int, int]
    accepted: Accepted | None
    invoices: Mapping[str, int]
    asked: date
    refused: str
    done: date
    number: str


@dataclass(frozen=True, slots=True)
class Spending:
    """A year's spending, in order."""

    suppliers: tuple[Payee, ...]
    contracts: tuple[Agreed, ...]
    invoices: tuple[Billed, ...]
    requests: tuple[Paid, ...]


def load_spending(case: str = EXAMPLE, folder: Path = DATA / "spending") -> Spending:
    """The spending of a case. FactsError where the file says something else than it should."""
    file = folder / f"{case}.yaml"
    record = Record(file, load_mapping(file))
    spending = Spending(
        tuple(_payee(each) for each in record.records("suppliers")),
        tuple(_agreed(each) for each in record.records("contracts")),
        tuple(_billed(each) for each in record.records("invoices")),
        tuple(_paid(each) for each in record.records("requests")),
    )
    record.done()
    return spending


def _payee(record: Record) -> Payee:
    payee = Payee(*(record.text(key) for key in ("key", "name", "tax_code", "account", "bank")))
    record.done()
    return payee


def _agreed(record: Record) -> Agreed:
    agreed = Agreed(
        record.text("key"), record.text("supplier"), record.text("number"), record.day("day"), record.text("title"),
        _by_line(record, "lines"),
    )  # fmt: skip
    record.done()
    return agreed


def _billed(record: Record) -> Billed:
    billed = Billed(
        record.text("key"), record.text("seller"), record.text("symbol"), record.text("number"), record.day("day"),
        record.whole("total"),
    )  # fmt: skip
    record.done()
    return billed


def _paid(record: Record) -> Paid:
    there = record.values
    accepted = record.record("accepted") if "accepted" in there else None
    paid = Paid(
        record.text("key"),
        record.choice("kind", tuple(KINDS)),
        record.text("title"),
        record.text("contract") if "contract" in there else None,
        record.text("supplier") if "supplier" in there else None,
        record.text("of") if "of" in there else None,
        record.text("payee") if "payee" in there else "",
        record.flag("listed") if "listed" in there else False,
        _by_line(record, "parts"),
        Accepted(accepted.text("number"), accepted.day("day"), accepted.whole("value")) if accepted else None,
        _by_key(record, "invoices") if "invoices" in there else {},
        record.day("asked"),
        record.text("refused") if "refused" in there else "",
        record.day("done"),
        record.text("number"),
    )
    if accepted is not None:
        accepted.done()
    record.done()
    return paid


def _by_line(record: Record, key: str) -> dict[int, int]:
    found = {each.whole("at"): (each.whole("amount"), each) for each in record.records(key)}
    for _, each in found.values():
        each.done()
    return {at: amount for at, (amount, _) in found.items()}


def _by_key(record: Record, key: str) -> dict[str, int]:
    found = {each.text("key"): (each.whole("amount"), each) for each in record.records(key)}
    for _, each in found.values():
        each.done()
    return {name: amount for name, (amount, _) in found.items()}
