"""The register: issuing a programme, and the lines of papers. The one door to `RegisterEntry`, and to `issued`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from quyet.actions.approval import Stopped, carry_out, check_move, freeze, locked
from quyet.actions.clock import now, today
from quyet.actions.journal import record
from quyet.actions.numbers import take_number
from quyet.actions.opening import open_rows
from quyet.actions.refusal import FieldFault, Refused, hold_texts
from quyet.core.approval import Obstacle
from quyet.core.papers.draft import Draft
from quyet.core.papers.said import document_number
from quyet.core.presentation.format import format_on
from quyet.core.values.amounts import dotted
from quyet.core.values.folding import searchable
from quyet.files.drafts.load import draft_of
from quyet.files.facts.formats import load_formats
from quyet.files.writers.programme_json import programme_json
from quyet.queries.checking import symbol_of
from quyet.queries.people import Viewer
from quyet.store.models import Allotment, ApprovalAct, Body, Dispatch, Programme, RegisterEntry, StoredFile


@dataclass(frozen=True, slots=True)
class NewEntry:
    """A paper to be registered. `arrived`: when it was received; None for a paper of this body. `number` is that of the
    register, `symbol` what the paper bears (1352/QĐ-SCT)."""

    kind: str
    day: date
    number: int
    symbol: str
    title: str
    issuer: str
    recipients: Sequence[str] = ()
    arrived: date | None = None


def issue(viewer: Viewer, pk: int, day: date, number: int | None = None) -> RegisterEntry:
    """Issue a signed programme: number and day enter its content, which is frozen with its paper; its activities and
    lines are opened; its allotment holds its total; the paper stands in the register. NotHere, Stopped, Refused."""
    with transaction.atomic():
        programme = locked(viewer, pk)
        if programme.origin != Programme.Origin.DRAFTED:
            raise Refused(
                FieldFault(
                    "number",
                    "văn bản tiếp nhận vào sổ theo số và ngày của chính nó",
                    "an adopted paper is registered under its own number and day",
                )
            )
        move = check_move(viewer, programme, "issue", numbered=True)
        _refuse_day(programme, day)
        reserve(programme)
        draft = draft_of(programme.content.encode(), as_json=True).draft
        given = take_number(programme.body, draft.document.kind or "QĐ", day, number)
        issued = _numbered(draft, given, day)
        programme.content = programme_json(issued)
        version = freeze(viewer, programme, move.name)
        carry_out(viewer, programme, move, version=version)
        open_rows(programme, issued)
        new = NewEntry(
            kind=issued.document.kind or "QĐ",
            day=day,
            number=given,
            symbol=issued.document.number or "",
            title=issued.document.title or programme.title,
            issuer=programme.body.name,
            recipients=issued.document.recipients,
        )
        return enter(viewer, programme.body, new, programme, version.paper)


def _refuse_day(programme: Programme, day: date) -> None:
    signed = ApprovalAct.objects.filter(programme=programme, move="sign").order_by("-id").first()
    since = timezone.localdate(signed.at) if signed else None
    if since is not None and day < since:
        raise Refused(
            FieldFault(
                "day",
                f"không được trước ngày ký {since:%d/%m/%Y}",
                f"cannot be before the day of signature, {since:%d/%m/%Y}",
            )
        )
    if day > today():
        raise Refused(FieldFault("day", "là ngày chưa tới", "is a day to come"))


def reserve(programme: Programme) -> None:
    """The allotment holds the programme's total from now on: one conditional statement, so that two programmes cannot
    share one đồng."""
    total, allotment = programme.total or 0, programme.allotment_id or 0
    rows = Allotment.objects.filter(pk=allotment, reserved__lte=F("ceiling") - total)
    if not rows.update(reserved=F("reserved") + total):
        found = Allotment.objects.get(pk=allotment)
        left = found.ceiling - found.reserved
        raise Stopped(
            [
                Obstacle(
                    "allotment",
                    f"Dự toán {found.deciding_text} được giao {dotted(found.ceiling)}, "
                    f"đã giữ {dotted(found.reserved)}, còn {dotted(left)}; chương trình cần {dotted(total)} đồng.",
                    f"The allotment {found.deciding_text} is {dotted(found.ceiling)}, "
                    f"{dotted(found.reserved)} is held, {dotted(left)} left; the programme needs {dotted(total)} đồng.",
                    {"ceiling": found.ceiling, "reserved": found.reserved, "left": left, "total": total},
                )
            ]
        )


def _numbered(draft: Draft, number: int, day: date) -> Draft:
    rules = format_on(load_formats(), day) or load_formats()[-1]
    symbol = document_number(symbol_of(draft, str(number), day), rules.padding)
    return replace(draft, document=replace(draft.document, number=symbol, date=day))


# --- entries ---------------------------------------------------------------------------------------------------------


def enter(
    viewer: Viewer,
    body: Body,
    new: NewEntry,
    programme: Programme | None = None,
    file: StoredFile | None = None,
) -> RegisterEntry:
    """A line of the register with its dispatch list; Refused where the paper or its number stands there already."""
    hold_texts(RegisterEntry, kind=new.kind, symbol=new.symbol, title=new.title, issuer=new.issuer)
    direction = RegisterEntry.Direction.IN if new.arrived else RegisterEntry.Direction.OUT
    try:
        with transaction.atomic():
            entry = RegisterEntry.objects.create(
                body=body,
                direction=direction,
                kind=new.kind,
                year=(new.arrived or new.day).year,
                number=new.number,
                symbol=new.symbol,
                day=new.day,
                arrived=new.arrived,
                issuer=new.issuer,
                title=new.title,
                searched=searchable(" ".join((new.symbol, new.kind, new.issuer, new.title, *new.recipients))),
                programme=programme,
                file=file,
                by=viewer.person,
                at=now(),
            )
    except IntegrityError as error:
        raise Refused(_taken(body, new, direction)) from error
    Dispatch.objects.bulk_create(
        Dispatch(entry=entry, place=place, recipient=each[:500]) for place, each in enumerate(new.recipients)
    )
    record(
        body.pk, viewer.person.pk, "register", entry, "",
        {"symbol": new.symbol, "day": f"{new.day:%Y-%m-%d}", "direction": str(direction), "number": new.number},
    )  # fmt: skip
    return entry


def _taken(body: Body, new: NewEntry, direction: RegisterEntry.Direction) -> FieldFault:
    """Which paper stands in the way."""
    rows = RegisterEntry.objects.filter(body=body, direction=direction)
    if direction == RegisterEntry.Direction.IN:
        same = rows.filter(symbol=new.symbol, day=new.day, issuer=new.issuer).first()
        if same:
            return FieldFault(
                "symbol",
                f"văn bản này đã vào sổ, số đến {same.number}",
                f"this paper is in the register already, number {same.number}",
            )
        rows = rows.filter(year=(new.arrived or new.day).year)
    else:
        rows = rows.filter(kind=new.kind, year=new.day.year)
    found = rows.filter(number=new.number).first()
    whose = f": {found.symbol} ngày {found.day:%d/%m/%Y}, {found.title[:80]}" if found else ""
    return FieldFault("number", f"số này đã có trong sổ{whose}", f"this number is in the register already{whose}")
