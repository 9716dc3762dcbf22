"""A programme whole, as plain data: what it says, where it stands, who did what, what was opened."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import Model

from quyet.queries.approval import standing_of
from quyet.store.models import Programme

SCHEMA = "quyet/whole/1"


class NotOne(LookupError):
    """No programme of that key, or several bodies have one; `bodies` names them."""

    def __init__(self, key: str, bodies: list[str]) -> None:
        super().__init__(key)
        self.bodies = bodies


def programme_called(key: str, body: str | None = None) -> Programme:
    """The programme of a key, or else of the number in the address of its page, of one body where named. NotOne."""
    rows = Programme.objects.select_related("body", "unit", "allotment", "signatory")
    rows = rows.filter(body__name=body) if body else rows
    found = list(rows.filter(key=key))
    if not found and key.isascii() and key.isdigit() and len(key) <= 18:
        found = list(rows.filter(pk=int(key)))
    if len(found) != 1:
        raise NotOne(key, [each.body.name for each in found])
    return found[0]


def whole(programme: Programme) -> dict[str, Any]:
    """Everything that is kept of it; money in đồng, days and moments in ISO 8601."""
    standing = standing_of(programme)
    allotment = programme.allotment
    return {
        "schema": SCHEMA,
        "key": programme.key,
        "body": programme.body.name,
        "unit": programme.unit.name if programme.unit else None,
        "state": programme.state,
        "origin": programme.origin,
        "year": programme.year,
        "title": programme.title,
        "total": programme.total,
        "money_open": programme.money_open,
        "shared": programme.shared,
        "signatory": programme.signatory.name if programme.signatory else None,
        "appraised": sorted(standing.appraised),
        "allotment": _row(allotment, _ALLOTMENT) if allotment else None,
        "content": json.loads(programme.content),
        "versions": [
            {**_row(each, "number why sha256 at"), "by": each.by.name,
             "paper": each.paper.sha256 if each.paper else None}
            for each in programme.versions.select_related("by", "paper")
        ],
        "acts": [
            {**_row(each, "move capacity step reason at"), "person": each.person.name,
             "version": each.version.number if each.version else None}
            for each in programme.acts.select_related("person", "version")
        ],
        "answers": [
            {**_row(each, "rule message answer at"), "person": each.person.name}
            for each in programme.answers.select_related("person")
        ],
        "activities": [
            _row(each, "place ref label group kind title quantity unit start end")
            for each in programme.activities.all()
        ],
        "lines": [
            {**_row(each, "place label content unit quantity unit_price ceiling code source"),
             "activity": each.activity.ref if each.activity else None}
            for each in programme.lines.select_related("activity")
        ],
        "register": [
            {**_row(each, "direction kind year number symbol day issuer title at"),
             "dispatches": [_row(one, "recipient sent_at way received_at") for one in each.dispatches.all()]}
            for each in programme.register.prefetch_related("dispatches")
        ],
    }  # fmt: skip


_ALLOTMENT = "year deciding_text deciding_day chapter category sub_category source autonomous amount ceiling reserved"


def _row(row: Model, names: str) -> Mapping[str, Any]:
    return {name: _plain(getattr(row, name)) for name in names.split()}


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else str(value.normalize())
    return value
