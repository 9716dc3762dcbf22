"""Rows of norms as JSON: a list of flat objects, amounts as whole đồng, days as ISO dates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from quyet.core.norms.model import Bilingual, Level, Norms
from quyet.core.norms.rows import Row


def rows_to_list(norms: Norms, rows: Sequence[Row], day: date) -> list[dict[str, Any]]:
    """One object a row; every key is always there, and what is not known is null."""
    return [_row(norms, row, day) for row in rows]


def _row(norms: Norms, row: Row, day: date) -> dict[str, Any]:
    item, level = row.item, row.level
    authority = norms.authority(row.territory)
    return {
        "item": item.key,
        "name": _both(item.name),
        "unit": _both(item.unit),
        "limits": _both(item.limits),
        "on": day.isoformat(),
        "territory": row.territory,
        "authority": _both(authority.name) if authority else None,
        "status": row.status,
        **(_level(norms, level) if level else dict.fromkeys(_LEVEL)),
        "may_block": level is not None and level.may_block,
        "why": _both(row.why),
    }


_LEVEL = (
    "amount", "least", "most", "rule", "place", "rank", "from", "to", "not_before", "mark", "source", "conditions",
    "note",
)  # fmt: skip


def _level(norms: Norms, level: Level) -> dict[str, Any]:
    source = level.source
    return {
        "amount": level.amount,
        "least": level.least,
        "most": level.most,
        "rule": _both(level.rule),
        "place": _class(level.place, norms.places[level.place].name) if level.place else None,
        "rank": _class(level.rank, norms.ranks[level.rank].name) if level.rank else None,
        "from": _day(level.since),
        "to": _day(level.until),
        "not_before": _day(level.not_before),
        "mark": level.mark,
        "source": {"text": source.text, "article": source.article, "reference": source.reference} if source else None,
        "conditions": [_both(condition) for condition in level.conditions],
        "note": _both(level.note),
    }


def _class(key: str, name: Bilingual) -> dict[str, str]:
    return {"key": key, "vi": name.vi, "en": name.en}


def _both(words: Bilingual | None) -> dict[str, str] | None:
    return {"vi": words.vi, "en": words.en} if words else None


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None
