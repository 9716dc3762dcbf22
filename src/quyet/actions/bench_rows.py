"""Rows to measure the ledger with: a body, a programme on which money is open, and as many entries behind it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count, islice

from django.db import connection

from quyet.actions.pouring import Row, count_on, write
from quyet.core.ledger.chain import FIRST, seal, words_of
from quyet.store.models import Allotment, Body, LedgerEntry, LedgerSeal, Line, Person, Programme, RoleHeld

_AT = datetime(2024, 5, 6, 5, tzinfo=UTC)
_LINES = 30
"""Of a programme that lies behind; `_EACH` entries on each line."""
_EACH = 10
_AT_ONCE = 20_000
_ENTRY = {"kind": "request", "amount": 1, "day": _AT.date(), "at": _AT, "reason": "giấy đề nghị"}


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
    with connection.cursor() as cursor:
        for table in ("programme", "allotment"):
            cursor.execute(f"UPDATE store_{table} SET taken = %s WHERE ceiling = %s", [_LINES * _EACH, _LINES * 100])
    lines = Line.objects.bulk_create(
        (
            Line(programme=each, place=place, content="Dòng cũ", ceiling=100, taken=_EACH, held=_EACH)
            for each in programmes
            for place in range(_LINES)
        ),
        batch_size=2000,
    )
    entries = (
        {"line_id": line.pk, "programme_id": line.programme_id, "body_id": body.pk, "person_id": person.pk}
        for _ in range(_EACH)
        for line in lines
    )
    numbers, ends = count(1), dict.fromkeys((each.pk for each in programmes), (0, FIRST))
    while some := list(islice(entries, _AT_ONCE)):
        made = [{**_ENTRY, **each, "id": number} for each, number in zip(some, numbers, strict=False)]
        write(LedgerEntry, made)
        write(LedgerSeal, [_sealed(each, ends) for each in made])
    count_on((LedgerEntry, LedgerSeal))


def _sealed(entry: Row, ends: dict[int, tuple[int, str]]) -> Row:
    """The seal of an entry, numbered as it is; a verification holds it against what the database says."""
    position, previous = ends[entry["programme_id"]]
    said = words_of(
        id=entry["id"], body=entry["body_id"], programme=entry["programme_id"], line=entry["line_id"], contract=None,
        supplier=None, amount=1, reverses=None, day=_AT.date(), person=entry["person_id"], kind="request",
        at=f"{_AT:%Y-%m-%d %H:%M:%S.%f}", reason=_ENTRY["reason"],
    )  # fmt: skip
    digest = seal(previous, said)
    ends[entry["programme_id"]] = position + 1, digest
    return {
        "id": entry["id"], "programme_id": entry["programme_id"], "position": position + 1, "entry_id": entry["id"],
        "previous": previous, "hash": digest,
    }  # fmt: skip
