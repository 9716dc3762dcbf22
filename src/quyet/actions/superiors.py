"""Under which body one stands, and whether its programmes may be shared upward.

A body names its superior itself, from a day on; an administrator of the superior confirms it, so that nobody can push
programmes into another body's list. What is shared, the lower body alone decides: its administrator whether at all, its
head or director which programme. Nothing goes down.
"""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction

from quyet.actions.clock import now, today
from quyet.actions.journal import record
from quyet.actions.notices import tell_at
from quyet.actions.refusal import FieldFault, NotHere, Refused, require
from quyet.queries.people import Viewer, holders
from quyet.store.models import Body, BodySuperior


def name_superior(viewer: Viewer, superior: int | None, since: date) -> BodySuperior | None:
    """Say under which body one's own stands from a day on; None: under none any more. It counts once the superior has
    confirmed it; the one before ends at once. Forbidden, Refused, NotHere."""
    require(viewer, "admin")
    with transaction.atomic():
        body = _locked(viewer.body.pk)
        above = Body.objects.filter(pk=superior).first() if superior is not None else None
        if superior is not None and above is None:
            raise NotHere(superior)
        _refuse(body, above, since)
        _end_open(body, since)
        made = _ask(body, above, since) if above is not None else None
        told = {"superior": above.name if above else None, "since": since.isoformat()}
        record(body.pk, viewer.person.pk, "name_superior", body, data=told)
        return made


def ask_from_the_start(body: Body, superior: Body, since: date) -> BodySuperior:
    """What a body is founded under, in the transaction of its founding."""
    return _ask(body, superior, since)


def confirm_inferior(viewer: Viewer, asked: int) -> None:
    """An administrator of the superior says that a body stands below it: from now on it may share. Forbidden, Refused,
    NotHere."""
    require(viewer, "admin")
    with transaction.atomic():
        row = _of_ours(viewer, asked)
        if row.confirmed_at is not None:
            return
        if row.body_id in line_of(viewer.body):
            raise Refused(_STANDS_BELOW)
        row.confirmed_at = now()
        row.save(update_fields=["confirmed_at"])
        Body.objects.filter(pk=row.body_id).update(parent=viewer.body)
        _written(viewer, row, "confirm_inferior")
        _tell(
            viewer, row,
            f"{viewer.body.name} xác nhận là cấp trên của {row.body.name}. Quản trị chọn có chia sẻ hay không.",
            f"{viewer.body.name} confirms that {row.body.name} stands below it. Choose whether to share.",
        )  # fmt: skip


def end_inferior(viewer: Viewer, asked: int) -> None:
    """An administrator of the superior declines, or says that the body no longer stands below. Forbidden, NotHere."""
    require(viewer, "admin")
    with transaction.atomic():
        row = _of_ours(viewer, asked)
        _end(row, today())
        _written(viewer, row, "end_inferior")
        _tell(
            viewer, row,
            f"{viewer.body.name} không nhận, hoặc thôi, làm cấp trên của {row.body.name}.",
            f"{viewer.body.name} declines, or ends, to stand above {row.body.name}.",
        )  # fmt: skip


def set_sharing(viewer: Viewer, shares: bool) -> None:
    """Whether heads and directors may share programmes with the superior; put off, the superior reads none, also of
    those that were shared before. Forbidden, Refused."""
    require(viewer, "admin")
    with transaction.atomic():
        body = _locked(viewer.body.pk)
        if shares and body.parent_id is None:
            raise Refused(
                FieldFault(
                    "shares", "chưa có cơ quan cấp trên đã xác nhận", "no superior body has confirmed that it is one"
                )
            )
        if body.shares != shares:
            body.shares = shares
            body.save(update_fields=["shares"])
            record(body.pk, viewer.person.pk, "share_upward" if shares else "unshare_upward", body)


def line_of(body: Body) -> list[int]:
    """A body and those above it, confirmed."""
    line: list[int] = []
    above: Body | None = body
    while above is not None and above.pk not in line:
        line.append(above.pk)
        above = above.parent
    return line


_STANDS_BELOW = FieldFault("superior", "cơ quan này đang ở dưới cơ quan của anh chị", "that body stands below this one")


def _locked(pk: int) -> Body:
    """A body, in its turn: it stands under one at a time."""
    return Body.objects.select_for_update().get(pk=pk)


def _refuse(body: Body, above: Body | None, since: date) -> None:
    faults = []
    if above is not None and body.pk in line_of(above):
        faults.append(_STANDS_BELOW)
    if since > today():
        faults.append(FieldFault("since", "ngày này chưa tới", "this day is still to come"))
    last = body.superiors.exclude(confirmed_at=None).order_by("-id").first()
    if last is not None and last.since is not None and since <= last.since:
        faults.append(
            FieldFault("since", "phải sau ngày của cấp trên trước đó", "must be after the day of the one before")
        )
    if faults:
        raise Refused(*faults)


def _ask(body: Body, above: Body, since: date) -> BodySuperior:
    made = BodySuperior.objects.create(body=body, superior=above, since=since)
    admins = holders(above.pk, "admin", today())
    tell_at(
        above.pk, admins,
        f"{body.name} ghi {above.name} là cơ quan cấp trên từ {since:%d/%m/%Y}, chờ xác nhận.",
        f"{body.name} names {above.name} as its superior from {since:%d/%m/%Y}, to be confirmed.",
    )  # fmt: skip
    return made


def _end_open(body: Body, since: date) -> None:
    row = body.superiors.filter(until=None).first()
    if row is not None:
        _end(row, since - timedelta(days=1))


def _end(row: BodySuperior, last: date) -> None:
    """Its last day, never before its first; whoever stands under nobody shares nothing."""
    row.until = max(last, row.since) if row.since else last
    row.save(update_fields=["until"])
    Body.objects.filter(pk=row.body_id, parent=row.superior_id).update(parent=None, shares=False)


def _of_ours(viewer: Viewer, asked: int) -> BodySuperior:
    """An open row that names the viewer's body, its lower body locked. NotHere."""
    rows = BodySuperior.objects.filter(pk=asked, superior=viewer.body, until=None)
    found = rows.first()
    if found is None:
        raise NotHere(asked)
    for pk in sorted((found.body_id, viewer.body.pk)):  # in one order: two that confirm one another wait in turn
        _locked(pk)
    row = rows.select_related("body").first()
    if row is None:
        raise NotHere(asked)
    return row


def _written(viewer: Viewer, row: BodySuperior, act: str) -> None:
    """In the journals of both."""
    told = {"body": row.body.name, "superior": viewer.body.name}
    for body in sorted((row.body_id, viewer.body.pk)):
        record(body, viewer.person.pk, act, row.body, data=told)


def _tell(viewer: Viewer, row: BodySuperior, message: str, message_en: str) -> None:
    tell_at(row.body_id, holders(row.body_id, "admin", today()), message, message_en)
