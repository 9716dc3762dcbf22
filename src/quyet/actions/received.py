"""Register an adopted decision: the clerk's act, by which it is issued here under the number and day that it bears."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from quyet.actions.approval import carry_out, check_move, keep_version, locked
from quyet.actions.clock import today
from quyet.actions.notices import tell
from quyet.actions.numbers import take_arrival
from quyet.actions.opening import open_rows
from quyet.actions.refusal import FieldFault, Refused
from quyet.actions.register import NewEntry, enter, reserve
from quyet.core.papers.draft import DraftDocument
from quyet.core.values.folding import fold
from quyet.files.drafts.load import draft_of
from quyet.queries.adoption import adoption_of
from quyet.queries.people import Viewer, holders
from quyet.store.models import Programme, RegisterEntry


def register_adopted(viewer: Viewer, pk: int, arrived: date | None = None, number: int | None = None) -> RegisterEntry:
    """Enter an adopted decision whose whole was confirmed: under its own number and day, as read and confirmed, never
    one of our series; `arrived` (today, unless said) and `number` are those of its arrival. Its activities are opened;
    its lines, where they are there and come to the total. Its allotment, where it names one, holds the total, and the
    money opens: else the accountants are told to tie it to one. A paper that the clerk had entered before keeps that
    line. NotHere, Stopped, Refused."""
    with transaction.atomic():
        programme = locked(viewer, pk)
        adoption = adoption_of(programme)
        if adoption is None:
            raise Refused(FieldFault("programme", "không phải văn bản tiếp nhận", "is no adopted paper"))
        draft = draft_of(programme.content.encode(), as_json=True).draft
        document, came = draft.document, arrived or today()
        is_numbered = bool(document.number and document.date)
        move = check_move(viewer, programme, "issue", numbered=is_numbered)
        _refuse_days(document.date, came)
        if programme.allotment_id is not None:
            reserve(programme)
        version = keep_version(viewer, programme, move.name, programme.content, adoption.source)
        carry_out(viewer, programme, move, version=version)
        open_rows(programme, draft)
        if programme.allotment_id is None:
            _tell_untied(viewer, programme)
        same = _entered(programme, document)
        if same is not None:
            return same
        new = NewEntry(
            kind=(document.kind or "QĐ")[:40],
            day=document.date or came,
            number=take_arrival(programme.body, came, number),
            symbol=(document.number or "")[:60],
            title=(document.title or programme.title)[:2000],
            issuer=(document.issuer or "")[:200],
            arrived=came,
        )
        return enter(viewer, programme.body, new, programme, adoption.source)


def _tell_untied(viewer: Viewer, programme: Programme) -> None:
    accountants = [each for each in holders(programme.body_id, "accountant", today()) if each.pk != viewer.person.pk]
    tell(
        accountants, programme,
        f"Chương trình đã vào sổ nhưng chưa gắn dự toán được giao nên chưa chi được: {programme.title[:200]}.",
        f"It is in the register but tied to no allotment, so no money can be spent: {programme.title[:200]}.",
    )  # fmt: skip


def _refuse_days(day: date | None, arrived: date) -> None:
    if arrived > today():
        raise Refused(FieldFault("arrived", "là ngày chưa tới", "is a day to come"))
    if day is not None and arrived < day:
        raise Refused(
            FieldFault(
                "arrived",
                f"không được trước ngày của văn bản {day:%d/%m/%Y}",
                f"cannot be before the paper's own day, {day:%d/%m/%Y}",
            )
        )


def _entered(programme: Programme, document: DraftDocument) -> RegisterEntry | None:
    """The line of the register that the paper has already, where no programme is behind it."""
    if document.number is None or document.date is None:
        return None
    rows = RegisterEntry.objects.filter(
        body=programme.body, direction="in", programme=None, symbol=document.number, day=document.date
    )
    return next((each for each in rows if fold(each.issuer) == fold(document.issuer or "")), None)
