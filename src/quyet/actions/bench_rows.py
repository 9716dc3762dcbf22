"""Rows to measure the ledger with: a body, a programme on which money is open, and as many entries behind it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import connection

from quyet.actions.ledger_seals import seal_entries
from quyet.store.models import Allotment, Body, Line, Person, Programme, RoleHeld

_AT = datetime(2024, 5, 6, 5, tzinfo=UTC)
_LINES = 30
"""Of a programme that lies behind; `_EACH` entries on each line."""
_EACH = 10


@dataclass(frozen=True, slots=True)
class Hot:
    """The numbers of a programme's rows."""

    body: int
    person: int
    programme: int
    lines: tuple[int, ...]


def hot_rows(lines: int, ceiling: int) -> Hot:
    """A programme with lines of so many đồng each, and an accountant."""
    body = Body.objects.get_or_create(name="Sở Đo Tốc độ")[0]
    person, made = Person.objects.get_or_create(login="do", defaults={"name": "Người Đo", "password": "!"})
    if made:
        RoleHeld.objects.create(person=person, body=body, role="accountant", since=_AT.date())
    programme = _programme(body, lines * ceiling)
    rows = Line.objects.bulk_create(
        Line(programme=programme, place=place, content="Dòng đo", ceiling=ceiling) for place in range(lines)
    )
    return Hot(body.pk, person.pk, programme.pk, tuple(each.pk for each in rows))


def _programme(body: Body, total: int) -> Programme:
    allotment = Allotment.objects.create(
        body=body, year=2024, deciding_text=f"{Allotment.objects.count() + 1}/QĐ", chapter="416", category="280",
        sub_category="338", source="Ngân sách tỉnh", autonomous=False, amount=total, ceiling=total, reserved=total,
    )  # fmt: skip
    return Programme.objects.create(
        body=body, year=2024, title="Chương trình đo", total=total, ceiling=total, allotment=allotment, content="{}",
        state="issued", money_open=True, made_at=_AT, changed_at=_AT,
    )  # fmt: skip


def pour_entries(wanted: int) -> None:
    """As many entries behind what is measured, sealed, their balances right: requests of 1 đồng on other programmes."""
    body, person = Body.objects.get(name="Sở Đo Tốc độ"), Person.objects.get(login="do")
    many = -(-wanted // (_LINES * _EACH))
    programmes = [_programme(body, _LINES * 100) for _ in range(many)]
    lines = Line.objects.bulk_create(
        (
            Line(programme=each, place=place, content="Dòng cũ", ceiling=100, taken=_EACH, held=_EACH)
            for each in programmes
            for place in range(_LINES)
        ),
        batch_size=2000,
    )
    if not lines:
        return
    with connection.cursor() as cursor:
        for table in ("programme", "allotment"):
            cursor.execute(f"UPDATE store_{table} SET taken = %s WHERE ceiling = %s", [_LINES * _EACH, _LINES * 100])
        cursor.execute(
            "INSERT INTO store_ledgerentry (body_id, programme_id, line_id, kind, amount, day, reason, person_id, at) "
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %s) "
            f"SELECT %s, l.programme_id, l.id, 'request', 1, {_text('date')}, 'giấy đề nghị', %s, "
            f"{_text('timestamptz')} "
            "FROM store_line l, n WHERE l.taken = %s ORDER BY n.i, l.id",
            [_EACH, body.pk, _AT.date(), person.pk, _AT, _EACH],
        )
    seal_entries(thorough=True)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _text(kind: str) -> str:
    return f"CAST(%s AS {kind})" if connection.vendor == "postgresql" else "%s"
