"""The shape of a draft's file: the records of `core/papers/draft`, which of their keys a file may leave out, and how
long a text may be. The loader and the JSON Schema of `quyet schema programme` both follow it."""

from __future__ import annotations

from dataclasses import MISSING, fields
from decimal import Decimal
from functools import cache
from typing import Any, get_type_hints

from quyet.core.decisions.model import (
    ONE_FACT,
    Activity,
    Article,
    Assignment,
    Attachment,
    Basis,
    Duration,
    FundingSource,
    Quantity,
    Timeframe,
    Total,
)
from quyet.core.estimates.model import Factor, PlannedLine, PriceBasis, Quotation, Vat
from quyet.core.papers.draft import DraftActivity, DraftAllotment, DraftDocument

SCHEMA = "quyet/programme/1"

REQUIRED: dict[type, tuple[str, ...]] = {
    DraftDocument: ("title",),
    DraftActivity: ("title",),
    DraftAllotment: ("text", "amount"),
    Assignment: ("unit", "role"),
    FundingSource: ("name",),
    Total: ("amount",),
    Duration: ("unit",),
    PlannedLine: ("content",),
    Factor: ("value",),
    Quotation: ("supplier", "unit_price"),
    PriceBasis: ("kind",),
    Vat: ("rate",),
}
"""What a file must say of a record that it has."""

DEFAULTS: dict[type, dict[str, Any]] = {
    Quantity: {"value": None, "min": None, "max": None, "approximate": False, "unit": None},
    Timeframe: {"start": None, "end": None, "text": ""},
    Total: {"words": None, "in_words_amount": None},
    Duration: {"min": None, "max": None},
    Activity: {"ref": ""},
    DraftActivity: {"ref": ""},
    Article: {"ref": "", "label": ""},
    Attachment: {"ref": ""},
    Basis: {"text": ""},
    FundingSource: {"amount": None},
}
"""What stands for a key that a file leaves out, where the record itself has no default."""

TEXT_LIMIT = 2_000
LONG_TEXT_LIMIT = 100_000
_LONG = {(Article, "text"), (DraftActivity, "details"), (DraftDocument, "purposes"), (DraftDocument, "requests")}
MONEY_LIMIT = 10**15
NUMBER_LIMIT = Decimal(10) ** 12
DIGITS_LIMIT = 15
"""Digits of a quantity: so many are the same in every program that reads the JSON of a draft."""
YEARS = (1900, 2100)
LIST_LIMIT = 20_000


def text_limit(record: type, field: str) -> int:
    """The characters that a text may have."""
    return LONG_TEXT_LIMIT if (record, field) in _LONG else TEXT_LIMIT


@cache
def shape_of(record: type) -> dict[str, Any]:
    """The keys of a record with their types, in order; those that no file states (spans, notes for checks) left out."""
    hints = get_type_hints(record)
    hidden = {"span"} if record in ONE_FACT else set()
    taken = [each.name for each in fields(record) if each.metadata.get("printed", True) and each.name not in hidden]
    return {name: hints[name] for name in taken}


@cache
def defaults_of(record: type) -> dict[str, Any]:
    """What stands for keys that are left out and have no default of their own."""
    open_fields = {each.name for each in fields(record) if each.default is MISSING and each.default_factory is MISSING}
    return {name: value for name, value in DEFAULTS.get(record, {}).items() if name in open_fields}
