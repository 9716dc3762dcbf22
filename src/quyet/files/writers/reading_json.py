"""A reading as JSON, exactly as the contract fixes it: every key always there, money as integers, days as ISO dates."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from operator import attrgetter
from typing import Any

from quyet.core.decisions.model import ONE_FACT, SCHEMA, Reading
from quyet.core.decisions.source import Source
from quyet.core.values.finding import Finding


def reading_to_dict(reading: Reading) -> dict[str, Any]:
    """The reading as plain dicts, lists, strings and numbers."""
    return {
        "schema": SCHEMA,
        "source": source_to_dict(reading.source),
        "text": reading.text,
        "document": plain(reading.document),
        "programme": plain(reading.programme),
        "estimate": plain(reading.estimate),
        "estimates": plain(reading.estimates),
        "facts": plain(reading.facts()),
        "findings": findings_to_list(reading.findings),
    }


def reading_to_json(reading: Reading, indent: int | None = None) -> str:
    """The same as JSON text, on one line unless an indent is given."""
    return json.dumps(reading_to_dict(reading), ensure_ascii=False, indent=indent)


def source_to_dict(source: Source) -> dict[str, Any]:
    """Which file it was."""
    return {"name": source.name, "format": source.format, "sha256": source.sha256, "pages": source.pages}


def findings_to_list(findings: list[Finding]) -> list[dict[str, Any]]:
    """Findings in their order."""
    return [plain(finding) for finding in findings]


def plain(value: Any) -> Any:
    """A record of the model, or a part of it, as JSON knows it: without the words that carry spans."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, int):
        return int(value)
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (list, tuple)):
        return [plain(member) for member in value]
    if is_dataclass(value):
        return {name: plain(getattr(value, name)) for name in printed_fields(value.__class__)}
    raise TypeError(f"no JSON for {type(value).__name__}")


def stated(value: Any) -> Any:
    """The same of a record that somebody made: only what it states, without null and empty lists."""
    kind = value.__class__
    if kind in _JSON:
        return value
    if kind is list or kind is tuple:
        return [stated(member) for member in value]
    if not is_dataclass(value):
        return plain(value)
    made: dict[str, Any] = {}
    for name, inner in zip(printed_fields(kind), _held(kind)(value), strict=True):
        if inner is not None and inner != [] and inner != ():
            made[name] = inner if inner.__class__ in _JSON else stated(inner)
    return made


@lru_cache(maxsize=64)
def _held(record: type) -> Callable[[Any], tuple[Any, ...]]:
    """What gives the printed fields of a record at once: an estimate has ten thousand of them."""
    names = printed_fields(record)
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


_JSON = frozenset((str, int, bool))
"""What JSON knows as it is."""


@lru_cache(maxsize=64)
def printed_fields(record: type) -> tuple[str, ...]:
    """The fields of a record that are printed. Where the whole record is one fact, its span stands in `facts`."""
    hidden = {"span"} if record in ONE_FACT else set()
    printed = (each.name for each in fields(record) if each.metadata.get("printed", True))
    return tuple(name for name in printed if name not in hidden)
