"""The register: numbers, issuing, dispatch. The one door to `store.models.register`, and to `issued`."""

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
from quyet.actions.opening import open_rows
from quyet.actions.refusal import FieldFault, Refused
from quyet.core.approval import Obstacle
from quyet.core.papers.draft import Draft
from quyet.core.papers.said import document_number
from quyet.core.presentation.format import format_on
from quyet.core.values.amounts import dotted
from quyet.core.values.folding import bare
from quyet.files.drafts.load import draft_of
from quyet.files.facts.formats import load_formats
from quyet.files.writers.programme_json import programme_json
from quyet.queries.checking import symbol_of
from quyet.queries.people import Viewer
from quyet.store.models import Allotment, ApprovalAct, Body, Dispatch, Programme, RegisterEntry, Series, StoredFile


@dataclass(frozen=True, slots=True)
class NewEntry:
    """A paper to be registered. `number` None: the body's own series gives it."""

    kind: str
    day: date
    number: int | None
    title: str
    issuer: str
    recipients: Sequence[str] = ()


def issue(viewer: Viewer, pk: int, day: date, number: int | None = None) -> RegisterEntry:
    """Issue a signed programme: number and day enter its content, which is frozen with its paper; its activities and
    lines are opened; its allotment holds its total; the paper stands in the register. NotHere, Stopped, Refused."""
    with transaction.atomic():
        programme = locked(viewer, pk)
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
            issued.document.kind or "QĐ", day, given, programme.title, programme.body.name, issued.document.recipients
        )
        return enter(viewer, programme.body, new, issued.document.number or "", programme, version.paper)


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


# --- numbers ---------------------------------------------------------------------------------------------------------


def take_number(body: Body, kind: str, day: date, typed: int | None) -> int:
    """The number of a paper: the next of the body's own series, without a gap, or the one of its document system.
    Inside the transaction that enters the paper, so that a number that was taken for nothing is given back."""
    if body.keeps_numbers:
        if typed is not None:
            raise Refused(
                FieldFault("number", "số do sổ của Quyết cấp, để trống", "the register gives it: leave it empty")
            )
        return _next(body, kind, day.year)
    if typed is None or not 1 <= typed <= 99_999:
        raise Refused(FieldFault("number", "ghi số của văn bản, ví dụ 135", "write the paper's number, such as 135"))
    return typed


def _next(body: Body, kind: str, year: int) -> int:
    """Two clerks wait for one another at the row; the first of a year makes it."""
    series = Series.objects.filter(body=body, kind=kind, year=year)
    if not series.update(last=F("last") + 1):
        Series.objects.get_or_create(body=body, kind=kind, year=year)
        series.update(last=F("last") + 1)
    return series.values_list("last", flat=True).get()


# --- entries ---------------------------------------------------------------------------------------------------------


def enter(
    viewer: Viewer,
    body: Body,
    new: NewEntry,
    symbol: str,
    programme: Programme | None = None,
    file: StoredFile | None = None,
    direction: RegisterEntry.Direction = RegisterEntry.Direction.OUT,
) -> RegisterEntry:
    """A line of the register with its dispatch list; Refused where the number stands there already."""
    try:
        with transaction.atomic():
            entry = RegisterEntry.objects.create(
                body=body,
                direction=direction,
                kind=new.kind,
                year=new.day.year,
                number=new.number or 1,
                symbol=symbol,
                day=new.day,
                issuer=new.issuer,
                title=new.title,
                searched=bare(" ".join((symbol, new.kind, new.issuer, new.title, *new.recipients))),
                programme=programme,
                file=file,
                by=viewer.person,
                at=now(),
            )
    except IntegrityError as error:
        raise Refused(_taken(body, new, symbol, direction)) from error
    Dispatch.objects.bulk_create(
        Dispatch(entry=entry, place=place, recipient=each[:500]) for place, each in enumerate(new.recipients)
    )
    record(body.pk, viewer.person.pk, "register", entry, "", {"symbol": symbol, "day": f"{new.day:%Y-%m-%d}"})
    return entry


def _taken(body: Body, new: NewEntry, symbol: str, direction: str) -> FieldFault:
    found = RegisterEntry.objects.filter(
        body=body, direction=direction, kind=new.kind, year=new.day.year, number=new.number or 1
    ).first()
    whose = f": {found.symbol} ngày {found.day:%d/%m/%Y}, {found.title[:80]}" if found else ""
    return FieldFault("number", f"số này đã có trong sổ{whose}", f"this number is in the register already{whose}")


def mark_sent(viewer: Viewer, dispatch: int, way: str) -> None:
    """Say that a paper went to a recipient, by which way (trục liên thông, bưu chính, trực tiếp …)."""
    with transaction.atomic():
        found = _dispatch(viewer, dispatch)
        if found.sent_at is not None:
            raise Refused(FieldFault("way", "đã ghi gửi rồi", "is marked as sent already"))
        found.sent_at, found.sent_by, found.way = now(), viewer.person, way.strip()[:40]
        found.save(update_fields=["sent_at", "sent_by", "way"])
        record(viewer.body.pk, viewer.person.pk, "sent", found.entry, "", {"to": found.recipient, "way": found.way})


def mark_received(viewer: Viewer, dispatch: int) -> None:
    """Say that a recipient has it."""
    with transaction.atomic():
        found = _dispatch(viewer, dispatch)
        if found.sent_at is None or found.received_at is not None:
            raise Refused(FieldFault("received", "chưa ghi gửi, hoặc đã ghi nhận", "is not sent, or is marked already"))
        found.received_at = now()
        found.save(update_fields=["received_at"])
        record(viewer.body.pk, viewer.person.pk, "received", found.entry, "", {"by": found.recipient})


def _dispatch(viewer: Viewer, pk: int) -> Dispatch:
    if "clerk" not in viewer.roles:
        raise Refused(FieldFault("way", "là việc của văn thư", "is for the clerk"))
    rows = Dispatch.objects.select_for_update(of=("self",)).select_related("entry")
    found = rows.filter(pk=pk, entry__body=viewer.body).first()
    if found is None:
        raise LookupError(pk)
    return found
