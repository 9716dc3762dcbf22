"""Pour a made-up country into an empty database, to measure with: the rows that acts would have left, without the acts.

Everything or nothing: one transaction.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime, time
from fractions import Fraction
from typing import Any

from django.db import models, transaction

from quyet.actions.pouring import count_on, write
from quyet.core.approval import Role
from quyet.core.country import MadeBody, MadePerson, MadeProgramme, balances, content_of, country
from quyet.core.ledger import Balances
from quyet.core.ledger.chain import FIRST, seal, words_of
from quyet.core.values.folding import bare
from quyet.store.models import (
    Activity,
    Allotment,
    ApprovalAct,
    Body,
    BodyName,
    LedgerEntry,
    LedgerSeal,
    Line,
    Person,
    Programme,
    RegisterEntry,
    RoleHeld,
)

TABLES = (
    Body, BodyName, Person, RoleHeld, Allotment, Programme, ApprovalAct, Activity, Line, RegisterEntry,
    LedgerEntry, LedgerSeal,
)  # fmt: skip
"""What is poured, parents before children."""

_AT_ONCE = 10_000
_REASON = "giấy đề nghị"
_ROAD = ("submit", "appraise_money", "appraise_form", "sign", "issue")
_SEATS: tuple[Role, ...] = ("head", "accountant", "office", "director", "clerk")
_MOVES = {"draft": 0, "submitted": 1, "appraised": 3, "signed": 4, "issued": 5}

Row = dict[str, Any]


class NotEmpty(Exception):
    """The database holds bodies: made-up ones are not mixed with others."""


def pour(scale: Fraction, seed: int) -> Iterator[int]:
    """Pour the country in; tells how many programmes are there, again and again. NotEmpty, and nothing is changed,
    where the database holds a body."""
    with transaction.atomic():
        if Body.objects.exists():
            raise NotEmpty
        poured = _Poured()
        done = 0
        for made in country(scale, seed):
            poured.body(made)
            done += len(made.programmes)
            yield done
        poured.end()


class _Poured:
    """Rows that wait to be written, and the number of the last row of each table."""

    def __init__(self) -> None:
        self._rows: dict[type[models.Model], list[Row]] = {table: [] for table in TABLES}
        self._last = dict.fromkeys(TABLES, 0)
        self._provinces: dict[str, int] = {}

    def body(self, made: MadeBody) -> None:
        """A body with everything that is its own."""
        province = self._provinces.get(made.province) or self._province(made.province)
        body = self._add_body(made.name, "department", province)
        seats = {each.role: self._person(each, body) for each in reversed(made.people)}
        allotments = {
            each.year: self._add(
                Allotment, body_id=body, year=each.year, deciding_text=f"1/QĐ-TN-{each.year}",
                deciding_day=date(each.year - 1, 12, 25), chapter="416", category="280", sub_category="338",
                source="Ngân sách tỉnh", autonomous=False, amount=each.amount, ceiling=each.amount,
                reserved=each.reserved, taken=each.taken, used=each.used,
            )
            for each in made.allotments
        }  # fmt: skip
        for each in made.programmes:
            self._programme(each, made.name, body, seats, allotments[each.year])
        if len(self._rows[Line]) >= _AT_ONCE:
            self._write()

    def end(self) -> None:
        """Write what waits; the database counts on from the rows that are there."""
        self._write()
        count_on(TABLES)

    def _province(self, name: str) -> int:
        self._provinces[name] = self._add_body(name, "province", None)
        return self._provinces[name]

    def _add_body(self, name: str, level: str, parent: int | None) -> int:
        body = self._add(Body, parent_id=parent, level=level, name=name, chapter="416")
        self._add(BodyName, body_id=body, name=name, chapter="416")
        return body

    def _person(self, made: MadePerson, body: int) -> int:
        """Nobody can sign in as one of them: no password fits."""
        person = self._add(Person, password="!", login=made.login, name=made.name, is_example=True)
        self._add(RoleHeld, person_id=person, body_id=body, role=made.role, since=date(2020, 1, 1))
        return person

    def _programme(
        self, made: MadeProgramme, issuer: str, body: int, seats: Mapping[Role, int], allotment: int
    ) -> None:
        at = datetime.combine(made.day, time(2), tzinfo=UTC)
        issued = made.state == "issued"
        stand = balances(made.lines, made.entries)
        programme = self._add(
            Programme, body_id=body, key=made.key, year=made.year, title=made.title,
            searched=bare(made.title), total=made.total, allotment_id=allotment, content=content_of(made, issuer),
            state=made.state, signatory_id=seats["director"], money_open=issued, made_at=at, changed_at=at,
            ceiling=made.total if issued else 0, taken=sum(each.taken for each in stand),
            used=sum(each.used for each in stand),
        )  # fmt: skip
        for move, seat in zip(_ROAD[: _MOVES[made.state]], _SEATS, strict=False):
            self._add(ApprovalAct, programme_id=programme, move=move, person_id=seats[seat], at=at)
        if issued:
            lines = self._opened(made, programme, stand)
            self._registered(made, issuer, body, programme, seats["clerk"], at)
            self._spent(made, body, programme, lines, seats["accountant"])

    def _opened(self, made: MadeProgramme, programme: int, stand: Sequence[Balances]) -> list[int]:
        """As `actions.opening` opens it, with what its entries leave on each line; a test holds the two together. The
        numbers of its lines."""
        rows = {
            each.label: self._add(
                Activity, programme_id=programme, place=place, ref=f"dieu_1/khoan_{each.label}",
                label=each.label, kind=each.kind, title=each.title, quantity=each.quantity, unit=each.unit,
                start=each.start, end=each.end,
            )
            for place, each in enumerate(made.activities)
        }  # fmt: skip
        return [
            self._add(
                Line, programme_id=programme, activity_id=rows[line.activity], place=place, label=str(place + 1),
                content=line.content, unit=line.unit, quantity=line.quantity, unit_price=line.unit_price,
                code=line.code, **asdict(stand[place]),
            )
            for place, line in enumerate(made.lines)
        ]  # fmt: skip

    def _spent(self, made: MadeProgramme, body: int, programme: int, lines: Sequence[int], person: int) -> None:
        """Its entries, each with the seal that `actions.ledger_seals` would give it; a test holds the two together."""
        numbers: list[int] = []
        previous = FIRST
        for position, each in enumerate(made.entries, start=1):
            reverses = None if each.reverses is None else numbers[each.reverses]
            entry = self._add(
                LedgerEntry, body_id=body, programme_id=programme, line_id=lines[each.line], kind=each.kind,
                amount=each.amount, reverses_id=reverses, day=each.day, reason=_REASON, person_id=person,
                at=datetime.combine(each.day, time(3), tzinfo=UTC),
            )  # fmt: skip
            said = words_of(
                id=entry, body=body, programme=programme, line=lines[each.line], contract=None, supplier=None,
                amount=each.amount, reverses=reverses, day=each.day, person=person, at=f"{each.day} 03:00:00.000000",
                kind=each.kind, reason=_REASON,
            )  # fmt: skip
            digest = seal(previous, said)
            self._add(
                LedgerSeal, programme_id=programme, position=position, entry_id=entry, previous=previous, hash=digest
            )
            numbers.append(entry)
            previous = digest

    def _registered(
        self, made: MadeProgramme, issuer: str, body: int, programme: int, clerk: int, at: datetime
    ) -> None:
        symbol = f"{made.number}/QĐ-TN"
        self._add(
            RegisterEntry, body_id=body, kind="QĐ", year=made.year, number=made.number,
            symbol=symbol, day=made.day, issuer=issuer, title=made.title,
            searched=bare(f"{symbol} QĐ {issuer} {made.title}"), programme_id=programme, by_id=clerk, at=at,
        )  # fmt: skip

    def _add(self, table: type[models.Model], **row: Any) -> int:
        self._last[table] += 1
        self._rows[table].append({"id": self._last[table], **row})
        return self._last[table]

    def _write(self) -> None:
        for table in TABLES:
            rows, self._rows[table] = self._rows[table], []
            write(table, rows)
