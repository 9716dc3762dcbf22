"""Open an issued programme's activities and lines: from here on they are rows that work and money are held against."""

from __future__ import annotations

from decimal import Decimal

from quyet.core.decisions.model import Activity as Ordered
from quyet.core.decisions.model import Quantity
from quyet.core.papers.draft import Draft
from quyet.files.writers.programme_json import programme_json
from quyet.queries.frames import frame_of
from quyet.queries.leaves import leaves_of
from quyet.store.models import Activity, Line, Programme


def open_rows(programme: Programme, draft: Draft) -> None:
    """The rows of what was issued, inside its transaction: its activities, and its lines where they are there."""
    for place, ordered in enumerate(frame_of(programme.content).activities):
        Activity.objects.create(**_activity(programme, place, ordered))
    open_lines(programme, draft)


def open_lines(programme: Programme, draft: Draft) -> bool:
    """The lines of an issued programme, once: where there are some and they come to the total, to the đồng. Else the
    activities stand alone. Its money opens with them, where an allotment holds it."""
    names = frame_of(programme_json(draft)).names
    activities = {each.ref: each for each in programme.activities.all()}
    lines = [
        Line(
            programme=programme,
            activity=activities.get(names.get(called or "", "")),
            place=place,
            label=(line.label or "")[:40],
            content=line.content or "",
            unit=(line.unit or "")[:60],
            quantity=line.quantity,
            unit_price=line.unit_price,
            ceiling=line.amount or 0,
            code=line.code or "",
            source=(line.source or "")[:120],
        )
        for place, (called, line) in enumerate(leaves_of(draft))
    ]
    if not lines or sum(line.ceiling for line in lines) != programme.total:
        return False
    Line.objects.bulk_create(lines)
    return open_money(programme)


def open_money(programme: Programme) -> bool:
    """Let money be posted on an issued programme: only where its lines are there and its allotment holds the total."""
    if programme.allotment_id is None or not programme.lines.exists():
        return False
    programme.money_open, programme.ceiling = True, programme.total or 0
    programme.save(update_fields=["money_open", "ceiling"])
    return True


def _activity(programme: Programme, place: int, ordered: Ordered) -> dict[str, object]:
    window = ordered.timeframe
    return {
        "programme": programme,
        "place": place,
        "ref": ordered.ref[:120],
        "label": (ordered.label or "")[:20],
        "group": ordered.group or "",
        "kind": ordered.kind,
        "title": ordered.title or "",
        "quantity": _much(ordered.quantity),
        "unit": (ordered.quantity.unit or "")[:60] if ordered.quantity else "",
        "start": window.start if window else None,
        "end": window.end if window else None,
    }


def _much(quantity: Quantity | None) -> Decimal | None:
    """What is ordered at most: 3 to 4 days are four."""
    return (quantity.value or quantity.max or quantity.min) if quantity else None
